"""A listing as a table, as JSON or as CSV: text only, nothing is written here."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from typing import Literal

from cli import wrapping
from schemas.formula import guarded
from schemas.locale import say

Row = Mapping[str, object]

GAP: Final = "  "
#: How many lines a cell may have at a terminal, and how narrow a column may get.
CELL_LINES: Final = 2
NARROW_LONG: Final = 24
NARROW: Final = 6
#: A heading is broken into lines of two Chinese signs.
NARROWEST: Final = 4


@dataclass(frozen=True)
class Column:
    """One column of a listing."""

    #: The field's name: its key in JSON and in the rows.
    key: str
    #: The key of its heading, where that is not the field's own in ``schemas.record``.
    heading: str = ""
    justify: Literal["left", "right"] = "left"
    #: A long text takes the room that the others leave, and is cut at a terminal.
    is_long: bool = False
    #: A text that says what to do: it takes as many lines as it needs.
    is_uncut: bool = False
    #: A number, a day, a code: of no use when it is cut.
    is_whole: bool = False
    #: False: for JSON and CSV, and too much for a table.
    in_table: bool = True

    def title(self, lang: str) -> str:
        """Return the heading in a language."""
        return say(self.heading, lang) if self.heading else _heading(self.key, lang)

    def shown(self, value: object, lang: str) -> str:
        """Return a value as a table shows it."""
        return cell(value, lang)


@dataclass(frozen=True)
class Block:
    """A table under a listing's own, with a line above it; not in JSON and CSV."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Row]


@dataclass(frozen=True)
class Listing:
    """Records to be shown: in a table, as JSON or as CSV."""

    columns: Sequence[Column]
    rows: Iterable[Row]
    #: Counts all rows; asked only where a table at a terminal leaves some out.
    count: Callable[[], int] | None = None
    blocks: Sequence[Block] = ()


@dataclass(frozen=True)
class Grid:
    """A table's cells as texts, measured."""

    columns: tuple[Column, ...]
    titles: tuple[str, ...]
    rows: list[tuple[str, ...]]

    @property
    def widths(self) -> list[int]:
        """Return the cells that each column takes where nothing is cut."""
        lines = [self.titles, *self.rows]
        return [max(map(wrapping.width, texts)) for texts in zip(*lines, strict=True)]


def grid(columns: Sequence[Column], rows: Iterable[Row], lang: str) -> Grid:
    """Return a table's cells, without the columns that are too much for a table."""
    shown = tuple(column for column in columns if column.in_table)
    texts = [
        tuple(wrapping.one_line(column.shown(row.get(column.key), lang)) for column in shown)
        for row in rows
    ]
    return Grid(shown, tuple(column.title(lang) for column in shown), texts)


def table_lines(table: Grid) -> Iterator[str]:
    """Return the lines of a table in which nothing is cut: one line a record."""
    widths = table.widths
    yield _line(table, table.titles, widths)
    yield GAP.join("-" * width for width in widths)
    for row in table.rows:
        yield _line(table, row, widths)


def fitted_widths(table: Grid, room: int) -> list[int]:
    """Return the widths of columns that fit into a line of so many cells.

    First the headings of numbers, days and codes are broken, whose values stay whole; then
    the long texts give way, then whichever other column is the widest, and last those that
    are not cut.
    """
    widths = table.widths
    over = sum(widths) + len(GAP) * (len(widths) - 1) - room
    places = range(len(widths))
    for place in places:
        if table.columns[place].is_whole:
            title = wrapping.longest_word(table.titles[place])
            least = max([NARROWEST, title, *(wrapping.width(row[place]) for row in table.rows)])
            over = _narrowed(widths, [place], least, over)
    long = [place for place in places if _gives_way(table.columns[place])]
    over = _narrowed(widths, long, NARROW_LONG, over)
    others = [place for place in places if not table.columns[place].is_whole]
    cut = [place for place in others if not table.columns[place].is_uncut]
    _narrowed(widths, others, NARROW, _narrowed(widths, cut, NARROW, over))
    return widths


def _gives_way(column: Column) -> bool:
    return column.is_long or column.is_uncut


def cell(value: object, lang: str) -> str:
    """Return a value as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("screen.yes" if value else "screen.no", lang)
    if isinstance(value, list | tuple | set | frozenset):
        return say("screen.between", lang).join(cell(part, lang) for part in value)
    return str(value)


def json_parts(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[str]:
    """Return the parts of a list of objects, one after the other."""
    before = "[\n"
    for row in rows:
        text = json_text(json_object(columns, row))
        yield before + "\n".join(f"  {line}" for line in text.splitlines())
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def json_object(columns: Sequence[Column], row: Row) -> dict[str, object]:
    """Return a record as JSON has it: all fields, what is missing is null."""
    return {column.key: row.get(column.key) for column in columns}


def json_text(value: object) -> str:
    """Return any value as JSON, readable, days as ``YYYY-MM-DD``."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)


class _Lines:
    """What the csv module writes to: hands each line on."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text = text


def csv_lines(columns: Sequence[Column], rows: Iterable[Row], lang: str) -> Iterator[str]:
    """Return the lines of a CSV file, headings first, by RFC 4180."""
    line = _Lines()
    writer = csv.writer(line)
    writer.writerow([column.title(lang) for column in columns])
    yield line.text
    for row in rows:
        writer.writerow([_guarded(row.get(column.key), lang) for column in columns])
        yield line.text


def _heading(key: str, lang: str) -> str:
    """Return the heading of the first record's field of this name."""
    from schemas.record import RECORDS

    fields = (field for record in RECORDS for field in record.fields)
    return next(field.heading(lang) for field in fields if field.name == key)


def _line(table: Grid, texts: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        wrapping.pad(text, width, right=column.justify == "right")
        for column, text, width in zip(table.columns, texts, widths, strict=True)
    )
    return GAP.join(cells).rstrip()


def _narrowed(widths: list[int], places: Sequence[int], least: int, over: int) -> int:
    """Take cells from the widest of some columns until enough; return what is not."""
    while over > 0 and places:
        widest = max(places, key=lambda place: widths[place])
        if widths[widest] <= least:
            return over
        widths[widest] -= 1
        over -= 1
    return over


def _guarded(value: object, lang: str) -> str:
    text = cell(value, lang)
    return text if isinstance(value, int | float) else guarded(text)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)
