"""What the rows above a table say: who sends it, and which month it is about."""

import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import Final
from typing import TypeVar

from ledger.exchange.plain import as_text
from ledger.exchange.plain import plain
from ledger.exchange.plain import spaced
from ledger.exchange.read import Cell
from schemas.sheet_words import DAY_OF_MONTH
from schemas.sheet_words import FULL_DAY
from schemas.sheet_words import MADE_ON_LABELS
from schemas.sheet_words import MONTH
from schemas.sheet_words import NOTHING_CHANGED
from schemas.sheet_words import NUMERALS
from schemas.sheet_words import OTHER_LABELS
from schemas.sheet_words import SEAL
from schemas.sheet_words import SENDER_LABELS
from schemas.sheet_words import TICKS
from schemas.sheet_words import WRITTEN_ON_LABELS
from schemas.sheet_words import YEAR
from schemas.sheet_words import YEAR_MONTH


@dataclass(frozen=True)
class Titles:
    """What the rows above a table say; None where they say nothing or disagree."""

    texts: tuple[str, ...] = ()
    sender: str | None = None
    period: str | None = None
    month: int | None = None
    year: int | None = None
    written_on: date | None = None
    nothing_changed: bool = False
    periods: tuple[str, ...] = ()


def _labels(words: Iterable[str]) -> str:
    return "|".join(
        r"[\s\u3000]*".join(map(re.escape, word.replace(" ", "")))
        for word in sorted(words, key=len, reverse=True)
    )


_SENDER: Final = re.compile(
    rf"(?:{_labels(SENDER_LABELS)})\s*(?P<seal>\([^()]*\))?\s*:\s*", re.IGNORECASE
)
#: A label without a colon counts where it fills its cell and the name stands in the next.
_SENDER_ALONE: Final = re.compile(
    rf"^(?:{_labels(SENDER_LABELS)})(?:\([^()]*\))?:?$", re.IGNORECASE
)
_NEXT_LABEL: Final = re.compile(
    rf"\s*(?:{_labels((*SENDER_LABELS, *OTHER_LABELS))})\s*(?:\([^()]*\))?\s*:|\s{{2,}}|\s+(?=\d)"
    r"|\s+(?=[^\s:]{2,8}:)"
)
#: A label of the day when the sheet was made, with that day behind it or in the next cell.
_MADE_ON: Final = re.compile(
    rf"(?:{_labels(MADE_ON_LABELS)})(?:\([^()]*\))?:?(?:\|[^|]*|[^:|]*)", re.IGNORECASE
)
_WRITTEN_ON: Final = re.compile(
    rf"(?:{_labels(WRITTEN_ON_LABELS)})(?:\([^()]*\))?[:|]*{FULL_DAY}", re.IGNORECASE
)
#: The label of the tick, with what was ticked or typed in the same cell.
_UNCHANGED: Final = re.compile(
    rf"(?P<before>[^\w\s]?){NOTHING_CHANGED}:?[(\[]?(?P<behind>\w{{0,3}}|[^\w\s])[)\]]?"
)
_T = TypeVar("_T")


def read_titles(rows: Sequence[Sequence[Cell]]) -> Titles:
    """Read the rows above a table, the cells of each from left to right."""
    cells = [[_said(cell) for cell in row if cell not in (None, "")] for row in rows]
    texts = tuple(text for row in cells for text in row if text)
    lines = ["|".join(map(plain, row)) for row in cells]
    period, month, year = _when(lines)
    said = tuple(f"{year:04d}-{month:02d}" for year, month in _months(lines))
    ticked = any(map(_is_ticked, cells))
    return Titles(texts, _sender(cells), period, month, year, _written_on(lines), ticked, said)


def _is_ticked(row: Sequence[str]) -> bool:
    """Tell whether a row says that nothing changed: its label with a tick in or beside it."""
    for place, text in enumerate(row):
        found = _UNCHANGED.fullmatch(plain(text))
        if found is None:
            continue
        within = found["before"] or found["behind"]
        beside = plain(row[place + 1]) if place + 1 < len(row) else ""
        if (within or beside) in TICKS:
            return True
    return False


def read_name(name: str) -> Titles:
    """Read a file's name for the month that it is about; a day in it is not one."""
    line = DAY_OF_MONTH.sub("|", plain(name))
    period, month, year = _when([line])
    return Titles((name,), None, period, month, year)


def written_on(rows: Iterable[Iterable[Cell]]) -> date | None:
    """Return the day on which a sheet says that it was filled in, above or below its table."""
    said = ([_said(cell) for cell in row if cell not in (None, "")] for row in rows)
    return _written_on(["|".join(map(plain, row)) for row in said])


def _written_on(lines: Iterable[str]) -> date | None:
    for line in lines:
        found = _WRITTEN_ON.search(line)
        day = found and _calendar_day(int(found["year"]), int(found["month"]), int(found["day"]))
        if day:
            return day
    return None


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _said(cell: Cell) -> str:
    if isinstance(cell, (date, datetime)):
        return f"{cell.year}-{cell.month:02d}-{cell.day:02d}"
    return as_text(cell)


def _sender(rows: list[list[str]]) -> str | None:
    for row in rows:
        for place, text in enumerate(row):
            wide = spaced(text)
            found = _SENDER.search(wide)
            name = _name_at(wide[found.end() :]) if found else None
            alone = _SENDER_ALONE.search(plain(text)) or (found and not wide[found.end() :].strip())
            if name is None and alone and place + 1 < len(row):
                name = _name_at(spaced(row[place + 1]))
            if name:
                return name
    return None


def _name_at(text: str) -> str | None:
    """Return the name that a text begins with, up to the next label or a wide gap."""
    text = SEAL.sub("", text.lstrip())
    end = _NEXT_LABEL.search(text)
    name = (text[: end.start()] if end else text).strip(" _:,;")
    return name if plain(name) else None


def _when(lines: Sequence[str]) -> tuple[str | None, int | None, int | None]:
    """Return (period, month, year): the month that the sheet is about, as far as it is said."""
    about = [_MADE_ON.sub("|", line) for line in lines]
    months = _months(lines)
    years = _distinct(
        _numeral(found["year"]) for text in about for found in YEAR.finditer(text)
    ) or _distinct(_numeral(found["year"]) for line in lines for found in YEAR.finditer(line))
    if len(months) == 1:
        year, month = months[0]
        return f"{year:04d}-{month:02d}", month, year
    alone = _distinct(_numeral(found["month"]) for text in about for found in MONTH.finditer(text))
    year_said = years[0] if len(years) == 1 else None
    month_said = alone[0] if len(alone) == 1 and not months else None
    if year_said and month_said:
        return f"{year_said:04d}-{month_said:02d}", month_said, year_said
    return None, month_said, year_said


def _months(lines: Iterable[str]) -> list[tuple[int, int]]:
    """Return every (year, month) that is named; not the days on which a sheet was made."""
    return _distinct(
        (_numeral(found["year"] or found["y"]), _numeral(found["month"] or found["m"]))
        for line in lines
        for found in YEAR_MONTH.finditer(_MADE_ON.sub("|", line))
    )


def _distinct(values: Iterable[_T]) -> list[_T]:
    return list(dict.fromkeys(values))


def _numeral(text: str) -> int:
    """Return a year or month in digits of either kind."""
    if text.isdecimal():
        return int(text)
    digits = [NUMERALS.get(letter, int(letter) if letter.isdecimal() else 0) for letter in text]
    if 10 in digits:
        return 10 + sum(digit for digit in digits if digit < 10)
    return int("".join(map(str, digits)))
