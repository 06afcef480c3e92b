"""Text as it is compared, and text as it is kept: two different things."""

import re
import unicodedata
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ledger.exchange.read import Cell
from ledger.exchange.read import Unreadable
from schemas.sheet_words import BRACKETED
from schemas.sheet_words import DITTO
from schemas.sheet_words import DITTO_LEFT
from schemas.sheet_words import DITTO_UNCLEAR
from schemas.sheet_words import NOTHING

_INVISIBLE: Final = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NO_CHARACTER: Final = re.compile(r"[\ufffe\uffff]")
_ESCAPED: Final = re.compile(r"_x000[Dd]_")
_BLANK: Final = re.compile(r"\s+")
#: Begins every escape that a workbook may hold in the middle of a text.
MAYBE_ESCAPED: Final = "_x000"
_FOR_NOTHING: Final = frozenset({"", *NOTHING, *DITTO, *DITTO_LEFT, *DITTO_UNCLEAR})
_EDGE: Final = " \t\r\n\u3000\u00a0\u2002\u2003"


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Return a text as it is compared: plain widths, no blanks, nothing invisible."""
    return _BLANK.sub("", _visible(unicodedata.normalize("NFKC", text)))


def spaced(text: str) -> str:
    """Return a text in plain widths whose blanks are kept."""
    return _visible(unicodedata.normalize("NFKC", text))


def _visible(text: str) -> str:
    return text if text.isprintable() else _CONTROL.sub("", _INVISIBLE.sub("", text))


@lru_cache(maxsize=65_536)
def heading(text: str) -> str:
    """Return a heading as it is compared."""
    return plain(text).rstrip(":*").casefold()


@lru_cache(maxsize=65_536)
def bare_heading(text: str) -> str:
    """Return a heading as it is compared, without its bracketed qualifier."""
    return BRACKETED.sub("", heading(text)).rstrip(":*")


def clean(text: str) -> str:
    """Return a text as it is kept: what cannot be seen taken away, its prose untouched."""
    if text.isprintable() and MAYBE_ESCAPED not in text:
        return text.strip(_EDGE)
    text = _ESCAPED.sub("\n", text).replace("\r\n", "\n").replace("\r", "\n")
    # What no workbook can say comes back from one as the sign for what is unknown.
    text = _NO_CHARACTER.sub("\ufffd", _INVISIBLE.sub("", text.replace("\u00a0", " ")))
    return _CONTROL.sub("", text).strip(_EDGE)


def says_nothing(text: str) -> bool:
    """Tell whether a text by itself stands for nothing, or for another cell, as a stroke does."""
    return plain(text) in _FOR_NOTHING


def as_text(value: Cell) -> str:
    """Return any value of a cell as the text that a person would have typed."""
    if isinstance(value, str):
        return clean(value)
    if value is None or isinstance(value, Unreadable):
        return ""
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    return str(value) if isinstance(value, (int, timedelta)) else ""


def _number_text(value: float) -> str:
    if value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)).normalize(), "f")
