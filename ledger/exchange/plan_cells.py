"""Cells of a plan's workbook: several words in one, and what a cell means by its kind.

What is written reads back as it was: a word that has a separator inside stands on a line of
its own, or in quotation marks.
"""

from collections.abc import Collection
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from typing import Final

from ledger.exchange.plain import as_text
from ledger.exchange.read import Cell
from ledger.exchange.values import CodeReader
from ledger.exchange.values import checked
from ledger.exchange.values import day_meant
from ledger.exchange.values import texts
from schemas.day import Frame
from schemas.day import read_day
from schemas.fault import Fault
from schemas.plan_sheet import BETWEEN
from schemas.plan_sheet import JOINED_BY
from schemas.plan_sheet import NESTED
from schemas.plan_sheet import QUOTED
from schemas.plan_sheet import Field
from schemas.quantity import read_count

_NOTHING: Final[frozenset[str]] = frozenset()


def parts_of(text: str, known: Collection[str] = _NOTHING) -> list[str]:
    """Return the words of a cell: a line each, or joined; one that is known is not parted."""
    lines = lines_of(text)
    if len(lines) != 1 or lines[0] in known:
        return lines
    [line] = lines
    inner = line[1:-1]
    is_quoted = line[0] == QUOTED[0] and line[-1] == QUOTED[1] and len(line) > 1
    is_whole = is_quoted and _end_of_first(line) in (None, len(line) - 1)
    if is_whole and any(sign in BETWEEN for sign in inner):
        return [inner]
    return [part for part in _apart(line, known) if part]


def lines_of(text: str) -> list[str]:
    """Return the lines of a cell that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def joined(words: Sequence[str], known: Collection[str] = _NOTHING) -> str:
    """Return words as they stand in one cell, so that they are read as they are."""
    forms = [JOINED_BY.join(words), "\n".join(words), "".join((QUOTED[0], *words, QUOTED[1]))]
    return next((form for form in forms if parts_of(form, known) == list(words)), forms[1])


def _apart(line: str, known: Collection[str]) -> list[str]:
    """Part a line at its separators, but none inside of a word that is known."""
    cuts = _cuts(line)
    found, at = [], 0
    while at < len(cuts) - 1:
        ends = range(len(cuts) - 1, at, -1)
        spans = ((end, line[cuts[at] + 1 : cuts[end]].strip()) for end in ends)
        end, part = next(
            ((end, part) for end, part in spans if part in known or end == at + 1),
        )
        found.append(part)
        at = end
    return found


def _cuts(line: str) -> list[int]:
    """Return where a line is parted, with both its ends: nowhere inside of brackets."""
    inside: list[str] = []
    cuts = []
    for at, sign in enumerate(line):
        if inside and sign == inside[-1]:
            inside.pop()
        elif sign in NESTED:
            inside.append(NESTED[sign])
        elif sign in BETWEEN and not inside:
            cuts.append(at)
    if inside:
        cuts = [at for at, sign in enumerate(line) if sign in BETWEEN]
    return [-1, *cuts, len(line)]


def _end_of_first(line: str) -> int | None:
    """Return where the quotation that a line begins with ends, None where it does not."""
    depth = 0
    for at, sign in enumerate(line):
        depth += (sign == QUOTED[0]) - (sign == QUOTED[1])
        if depth == 0:
            return at
    return None


def value_of(field: Field, cell: Cell, heading: str, lang: str, frame: Frame) -> object:
    """Return what a cell means that needs nothing else of the plan, or a fault."""
    if field.codes is not None:
        reader = CodeReader(field.codes, heading, lang)
        found = checked(reader.yes if field.kind == "yes" else reader)(cell)
        return bool(found) if field.kind == "yes" and isinstance(found, int) else found
    if field.kind == "day":
        return checked(lambda value: _day(value, frame))(cell)
    if field.kind == "number":
        return checked(read_count)(cell)
    return checked(text_of)(cell)


def text_of(cell: Cell) -> object:
    """Return a cell as text, a day as people write it; a number that lost digits is a fault."""
    if isinstance(cell, datetime | date):
        return as_text(cell.date() if isinstance(cell, datetime) else cell)
    if isinstance(cell, str):
        cell = "\n".join(line.strip() for line in as_text(cell).split("\n"))
    return texts([cell])[0]


def _day(cell: Cell, frame: Frame) -> object:
    found = read_day(cell, frame)
    return day_meant(found, cell, frame) if isinstance(found, Fault) else found
