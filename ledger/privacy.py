"""Phone and identity numbers inside texts, which leave the office masked.

Names in texts cannot be found by machine: that is what an opinion's wording is for.
"""

import re
from typing import Final

_GAP: Final = r"[ \u00a0\u3000.·\-‐-―－]?"


def _grouped(*sizes: int) -> str:
    return _GAP.join(rf"\d{{{size}}}" for size in sizes)


_ELEVEN: Final = "|".join(
    _grouped(*sizes) for sizes in ((3, 4, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (3, 5, 3), (5, 6))
)
_MOBILE: Final = rf"(?:[+＋]?(?:00)?86{_GAP})?(?=[1１][3-9３-９])(?:{_ELEVEN})"
_LANDLINE: Final = rf"[(（]?[0０]\d{{2,3}}[)）]?{_GAP}(?:{_grouped(4, 4)}|{_grouped(3, 4)})"
_IDENTITY: Final = rf"{_grouped(6, 4, 4, 3)}\d|\d{{15}}"
#: An identity number that ends with X ends there, whatever follows.
_WITH_X: Final = rf"{_grouped(6, 4, 4, 3)}[XxＸｘ]"

#: A number that reaches a person, or is a person's, and is no part of a longer one.
_PERSONAL: Final = re.compile(rf"(?<!\d)(?:{_WITH_X}|(?:{_IDENTITY}|{_MOBILE}|{_LANDLINE})(?!\d))")
_FIGURE: Final = re.compile(r"[\dXxＸｘ]")
#: What no such number is without, and most texts are: looked for first, it is cheap.
_THREE: Final = re.compile(r"\d{3}")


def mask(text: str) -> str:
    """Return a text with the digits of phone and identity numbers as ``*``.

    No digit is left: the last four of a telephone tell who spoke to anybody who has the
    list of the staff. Masking what is masked changes nothing.
    """
    if _THREE.search(text) is None:
        return text
    return _PERSONAL.sub(lambda found: _FIGURE.sub("*", found.group()), text)
