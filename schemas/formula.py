"""Text in CSV that a spreadsheet would run as a formula, guarded so that it is shown."""

import re
from typing import Final

#: What begins a formula, in either width, and the guards that stand before it already.
_RUN: Final = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs: an apostrophe stands before the formula's sign."""
    return f"'{text}" if _RUN.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that was guarded."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text
