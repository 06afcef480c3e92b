"""Rows of a worksheet as its XML, put into a workbook that openpyxl made.

openpyxl's cells cost some six times as much as the text that they end as, and a book of a
hundred thousand rows is nearly all rows: so the frame of a book (styles, headings, print
set-up, drop-downs) is openpyxl's, and its rows are written here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from math import ceil
from math import isfinite
from typing import Final

from schemas.sheet_words import CUT_MARK

#: What a cell may hold, in the units that the format counts in (UTF-16).
MOST_TEXT: Final = 32_767
#: More digits than this are no longer told apart in a number; they are written as text.
_EXACT: Final = 10**15
_FIRST_DAY: Final = date(1900, 3, 1)
_DAY_NOUGHT: Final = date(1899, 12, 30).toordinal()
_SECONDS: Final = 86_400
_ONE_LINE: Final = 24.0
_LINE: Final = 15.0
_TALLEST: Final = 409.0

_FORMULA_FIRST: Final = frozenset("=+-@\t\r")
_ILLEGAL: Final = "\x00-\x08\x0b-\x1f"
_UNSAYABLE: Final = "\ud800-\udfff\ufffe\uffff"
#: An underscore that a reader would take for the beginning of an escape: text like
#: ``_x0041_``, also where what closes it is the escape of the character that follows.
_LOOKS_ESCAPED: Final = rf"_(?=x[0-9A-Fa-f]{{4}}(?:_|[{_ILLEGAL}]))"
_FOR_FORMAT: Final = re.compile(rf"[{_ILLEGAL}{_UNSAYABLE}]|{_LOOKS_ESCAPED}")
_FOR_XML: Final = re.compile(rf"[&<>{_ILLEGAL}{_UNSAYABLE}]|{_LOOKS_ESCAPED}")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a column's cells look: its styles' numbers, and what a line of it holds.

    ``quoted`` is for text that begins like a formula, ``room`` counts half-width
    characters, ``days`` says that text which is an ISO day is meant as a day.
    """

    text: int
    quoted: int
    number: int
    day: int
    room: float
    days: bool = False


def storable(text: str) -> str:
    """Return a text as a cell keeps it, for openpyxl, which refuses control characters.

    They are written as the format's own escapes, so that a reader gives them back; text
    that looks like such an escape is told apart; what cannot be said at all (half a
    surrogate pair) becomes the sign for it.
    """
    return _FOR_FORMAT.sub(_escape, shortened(text))


def shortened(text: str) -> str:
    """Return what fits into a cell of a text: all, or its beginning and the mark of a cut."""
    if len(text) * 2 <= MOST_TEXT:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= MOST_TEXT * 2:
        return text
    kept = (MOST_TEXT - len(CUT_MARK)) * 2
    return units[:kept].decode("utf-16-le", "ignore") + CUT_MARK


def as_programs_cut(text: str) -> str:
    """Return what a spreadsheet program leaves of a text that it reads from a CSV."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[: MOST_TEXT * 2].decode("utf-16-le", "ignore")


def fills_a_cell(text: str) -> bool:
    """Tell whether a text is as long as a cell may hold, and so may have been cut."""
    return (
        len(text) * 2 >= MOST_TEXT and len(text.encode("utf-16-le", "ignore")) >= MOST_TEXT * 2 - 2
    )


def is_too_long(text: str) -> bool:
    """Tell whether a text is longer than a cell may hold."""
    return shortened(text) != text


def day_serial(day: date) -> float | None:
    """Return the number of a day, or None before March 1900, where programs differ."""
    if isinstance(day, datetime):
        whole = day_serial(day.date())
        passed = (day.hour * 60 + day.minute) * 60 + day.second
        return None if whole is None else whole + passed / _SECONDS
    return day.toordinal() - _DAY_NOUGHT if day >= _FIRST_DAY else None


@lru_cache(maxsize=10_000)
def iso_serial(text: str) -> float | None:
    """Return the number that a worksheet keeps for a day, or None where it is no day."""
    if len(text) != len("2014-05-08"):
        return None
    try:
        return day_serial(date.fromisoformat(text))
    except ValueError:
        return None


def width_of(text: str) -> float:
    """Return how many half-width signs a text is wide."""
    # Three bytes for a wide sign, one for a narrow one: half of both lengths is the width.
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) / 2


def lines_of(text: str, room: float) -> int:
    """Return how many lines a text takes where one holds so many half-width signs."""
    if text.isascii():
        room += 1  # Wide signs do not fill a line to its end.
    return sum(max(1, ceil(width_of(line) / room)) for line in text.split("\n"))


def height_of(lines: int) -> float:
    """Return the height of a row with so many lines, in points."""
    return min(_TALLEST, max(_ONE_LINE, lines * _LINE + 6))


def row_markup(
    number: int, letters: Sequence[str], looks: Sequence[Look], values: Sequence[object]
) -> str:
    """Return one row. Every column has a cell, so that its borders are drawn."""
    cells = []
    lines = 1
    for letter, look, value in zip(letters, looks, values, strict=True):
        ref = f"{letter}{number}"
        if value is None or value == "":
            cells.append(f'<c r="{ref}" s="{look.text}"/>')
        elif not isinstance(value, str):
            cells.append(_other(ref, look, value))
        elif look.days and (serial := iso_serial(value)) is not None:
            cells.append(_number(ref, look.day, serial))
        else:
            cells.append(_text(ref, look, value))
            if len(value) * 2 > look.room or "\n" in value:
                lines = max(lines, lines_of(value, look.room))
    return f'<row r="{number}" ht="{height_of(lines):g}">{"".join(cells)}</row>'


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    if sign in _ENTITIES:
        return _ENTITIES[sign]
    return f"_x{ord(sign):04X}_" if sign < " " else "\ufffd"


def _text(ref: str, look: Look, text: str) -> str:
    style = look.quoted if text[0] in _FORMULA_FIRST else look.text
    return (
        f'<c r="{ref}" s="{style}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{_FOR_XML.sub(_escape, shortened(text))}</t></is></c>'
    )


def _number(ref: str, style: int, value: object) -> str:
    return f'<c r="{ref}" s="{style}"><v>{value}</v></c>'


def _other(ref: str, look: Look, value: object) -> str:
    match value:
        case bool():
            pass
        case date() if (serial := day_serial(value)) is not None:
            return _number(ref, look.day, serial)
        case int() | float() | Decimal() if isfinite(value) and -_EXACT < value < _EXACT:
            return _number(ref, look.number, value)
    return _text(ref, look, str(value))
