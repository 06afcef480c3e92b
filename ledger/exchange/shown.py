"""A number that its format shows as a code: 7 in the format ``0000`` stands there as 0007.

The number stays one for who counts; who asks for a text gets what a person sees.
"""

import re
from collections.abc import Iterable
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from typing import Self

from ledger.exchange.read import Cell

#: The part of a format for numbers that are not negative, sign by sign: words in quotation
#: marks, one sign behind a backslash, a space as wide as a sign, a language.
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<space>_.)|(?P<nothing>\*.|\[\$[^\]]*\])|(?P<sign>.)'
)
#: Signs that stand for themselves without quotation marks; all beyond ASCII do.
_ITSELF: Final = frozenset(" -:()+")
#: What a spreadsheet keeps of a number's digits; of a longer one some are lost.
_MOST: Final = 10**15


class Shown(int):
    """A whole number with the text that a format shows it as; not equal to the bare number."""

    shown: str
    format: str

    def __new__(cls, value: int, shown: str, number_format: str) -> Self:
        """Return a number that is shown in some way."""
        made = super().__new__(cls, value)
        made.shown, made.format = shown, number_format
        return made

    def __str__(self) -> str:
        return self.shown

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shown) and other.shown == self.shown

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.shown)

    def __reduce__(self) -> tuple[type["Shown"], tuple[int, str, str]]:
        return Shown, (int(self), self.shown, self.format)


class Look:
    """A format that fills a number up with noughts, and what it writes around the digits."""

    def __init__(self, number_format: str, parts: tuple[str, ...]) -> None:
        self.format = number_format
        self.parts = parts
        self.digits = parts.count("0")

    def of(self, value: Cell) -> Cell:
        """Return a value as it is shown, where it is a number that may be a code."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return value
        if not 0 <= value < _MOST or value != int(value):
            return value
        digits = str(int(value)).zfill(self.digits)
        spare = len(digits) - self.digits
        text, used = "", 0
        for part in self.parts:
            if part != "0":
                text += part
                continue
            # The first nought stands for all digits that the format has no place for.
            upto = used + 1 + (spare if used == 0 else 0)
            text += digits[used:upto]
            used = upto
        return Shown(int(value), text.strip(), self.format)


@lru_cache(maxsize=1_024)
def look_of(code: str) -> Look | None:
    """Return what a number format makes of a number, where it shows it as a code."""
    parts: list[str] = []
    for token in _TOKEN.finditer(code.partition(";")[0]):
        kind = token.lastgroup
        if kind in ("quoted", "escaped"):
            parts += [sign for sign in (token[kind] or "") if sign != "0"]
            if "0" in (token[kind] or ""):
                return None
        elif kind == "space":
            parts.append(" ")
        elif kind == "sign":
            sign = token["sign"]
            if sign != "0" and sign.isascii() and sign not in _ITSELF:
                return None
            parts.append(sign)
    return Look(code, tuple(parts)) if parts.count("0") > 1 else None


#: By column and row, both counted from 1.
Looks = dict[int, dict[int, Look]]


def as_shown(rows: Iterable[list[Cell]], looks: Looks, first_column: int) -> Iterator[list[Cell]]:
    """Return the rows of a worksheet, its numbers that are shown as codes in that form."""
    columns = [(column - first_column, by_row) for column, by_row in looks.items()]
    for number, row in enumerate(rows, 1):
        for place, by_row in columns:
            look = by_row.get(number)
            if look is not None and 0 <= place < len(row):
                row[place] = look.of(row[place])
        yield row
