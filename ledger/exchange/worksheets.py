"""What the worksheets of a file are to one another: whose each is, which repeats the others."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ledger.exchange.base import Known
from ledger.exchange.comparison import Comparison
from ledger.exchange.interpret import Interpreted
from ledger.exchange.note import Note
from ledger.exchange.noun import noun_of
from ledger.exchange.plain import plain
from ledger.exchange.read import MARK
from ledger.exchange.read import Book
from ledger.exchange.recognise import Table
from ledger.exchange.rows import FOOT
from ledger.exchange.titles import read_name
from ledger.exchange.titles import written_on
from ledger.ranges import Ranges
from ledger.units import UnitNames
from schemas.fault import Fault
from schemas.locale.workbook import RECEIPT_SHEET
from schemas.sheet_words import SUMMARY

#: What a row says, by which the row of a summary is known: its unit and its words.
Said = tuple[object, str]

_MONTHS: Final = 12


def own_unit(table: Table, sender: int | None, names: UnitNames) -> int | None:
    """Return the unit that a worksheet without a column for units is about, where it is told.

    By the name above the table, the worksheet's name or a unit in its title; never one
    that the sender is not over.
    """
    if table.sheet.column("unit") is None or table.column_of("unit") is not None:
        return None
    named = [names.find(said, sender) for said in (table.sender, table.grid.name) if said]
    found = [unit for unit in named if not isinstance(unit, Fault)]
    found += [within[1] for title in table.titles if (within := names.longest_within(title))]
    return next((unit for unit in found if sender is None or names.lies_within(unit, sender)), None)


def month_of(table: Table) -> int | None:
    """Return the month that a worksheet is named after."""
    return read_name(table.grid.name).month


def earlier_month(table: Table, before: Sequence[Comparison], entry: int) -> Known | None:
    """Return what a month's worksheet goes on from: that of the month before, in the same file.

    What it says otherwise is newer, but not where the ledger differs from both.
    """
    month = month_of(table)
    taken = [
        number
        for found in before
        if month is not None and (month_of(found.table) or month) < month
        for number, verdict in zip(found.ids, found.verdicts, strict=True)
        if number is not None and verdict not in ("queried", "conflict")
    ]
    return Known(entry, Ranges.of(taken), {}, present=True) if taken else None


def repeats(table: Table, tables: Sequence[Table]) -> bool:
    """Tell whether a worksheet is one that sums the others of its kind up."""
    others = [other for other in tables if other.sheet is table.sheet and other is not table]
    return bool(others) and SUMMARY.match(plain(table.grid.name)) is not None


def in_turn(table: Table, tables: Sequence[Table]) -> tuple[bool, int]:
    """Return what worksheets of one kind are sorted by: months as they come, summaries last."""
    return repeats(table, tables), month_of(table) or 0


def said_in(read: Interpreted, record: str) -> list[Said | None]:
    """Return what each row says, for kinds whose records are counted one by one."""
    key = noun_of(record).key
    words = read.values.get(key.fields[-1]) if key is not None and key.counted else None
    units = read.values.get("unit")
    if not words or not units:
        return [None] * len(read.rows)
    return [
        (unit, plain(text)) if unit and text else None
        for unit, text in zip(units, words, strict=True)
    ]


def without_repeated(table: Table, read: Interpreted, said: Counter[Said]) -> Interpreted:
    """Return a summary's rows without those that other worksheets of the file have brought."""
    left = said.copy()
    gone = set()
    for at, one in enumerate(said_in(read, table.sheet.record)):
        if one is not None and left[one] > 0:
            left[one] -= 1
            gone.add(at)
    if not gone:
        return read
    note = {"sheet": table.grid.name, "count": len(gone)}
    read.notes.append(Note("notes_sheets.repeats_worksheets", note))
    return read.without(gone)


def passed_over(book: Book, tables: Sequence[Table]) -> Iterator[Note]:
    """Yield what the receipt says of worksheets that nothing was taken from."""
    taken = {table.grid.name for table in tables}
    own = any(grid.mark is not None for grid in book.grids)
    left = [
        grid
        for grid in book.grids
        if grid.name not in taken
        and grid.name not in RECEIPT_SHEET
        and not grid.name.startswith(MARK)
    ]
    empty = [grid.name for grid in left if not any(map(any, grid.rows))]
    other = [grid.name for grid in left if grid.name not in empty]
    if other and not own:
        yield Note("notes_sheets.passed_worksheets", {"sheets": "、".join(other)})
    if empty and not own:
        yield Note("notes_sheets.empty_worksheets", {"sheets": "、".join(empty)})


def said_of(path: Path, table: Table, read: Interpreted, year: int | None) -> str | None:
    """Return the day of which a sheet says itself to be, else the month that it is about."""
    first = table.grid.first_row
    feet = (table.grid.rows[row - first] for row, reason in read.set_aside if reason == FOOT)
    day = table.written_on or written_on(feet)
    if day is not None:
        return day.isoformat()
    return table.period or period_of(path, [table], year)[0]


def period_of(
    path: Path, tables: Sequence[Table], year: int | None
) -> tuple[str | None, Note | None]:
    """Return the month that a file is about, and what is to be said of that.

    A month that titles and the file's name tell differently is not taken from either.
    """
    name = read_name(path.stem)
    named = name.period
    known = name.year or next((table.year for table in tables if table.year), None) or year
    if named is None and name.month and known and _plausible(known, name.month):
        named = f"{known:04d}-{name.month:02d}"
    titled = list(dict.fromkeys(period for table in tables for period in table.periods))
    single = list(dict.fromkeys(table.period for table in tables if table.period))
    months = [month_of(table) for table in tables]
    if len(single) > 1 and all(months) and len(set(months)) == len(months):
        return max(single), None
    told = list(dict.fromkeys([*titled, *single, *([named] if named else [])]))
    if len(told) > 1:
        return None, Note("notes_sheets.months_disagree", {"said": "、".join(told)})
    if named and not single:
        return named, Note("notes_sheets.month_of_name", {"period": named})
    return (single[0] if single else None), None


def _plausible(year: int, month: int) -> bool:
    return 2000 <= year < 2100 and 1 <= month <= _MONTHS
