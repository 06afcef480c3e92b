"""The tables of a worksheet: side by side, one below another, each with an area of its own.

A cut is made only where both sides are tables, or where what is left over shows that it is
one of another matter; a table with an empty column in it stays whole.
"""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ledger.exchange.headings import ROW_NUMBERS
from ledger.exchange.note import Note
from ledger.exchange.plain import as_text
from ledger.exchange.plain import heading
from ledger.exchange.plain import plain
from ledger.exchange.read import Area
from ledger.exchange.read import Grid
from ledger.exchange.read import column_letters
from ledger.exchange.recognise import Table
from ledger.exchange.rows import records_of
from schemas.locale.workbook import RESULT_COLUMN
from schemas.sheet_words import TOTAL

#: Recognises the table of an area, or None.
Find = Callable[[Grid], Table | None]

#: More tables than this stand in no worksheet that a person made.
_MOST: Final = 40
#: How far below a header the total of a table of another matter is looked for.
_TOTAL_WITHIN: Final = 60
_INHERITED: Final = ("sender", "period", "month", "year", "written_on")


def tables_of(grid: Grid, find: Find, most: int = _MOST) -> list[Table]:
    """Return the tables of a worksheet that are known to be of a kind, the upper left first."""
    whole = find(grid)
    if whole is None or grid.mark is not None or most < 1:
        return [whole] if whole else []
    areas, passed = _side_by_side(grid, whole, find)
    if areas:
        tables = [table for area in areas for table in tables_of(area, find, most - 1)]
    else:
        tables = _stacked(grid, whole, find, most)
    if passed is not None:
        tables[0].notes.append(passed)
        tables[0].whole = False
    for table in tables[1:]:
        _inherit(table, tables[0])
    return tables


def _inherit(table: Table, first: Table) -> None:
    """What stands above the first table holds for the others that say nothing of their own."""
    if table.period or table.month:
        return
    for name in _INHERITED:
        if getattr(table, name) is None:
            setattr(table, name, getattr(first, name))
    table.periods = table.periods or first.periods


# Side by side -------------------------------------------------------------------------------


def _side_by_side(grid: Grid, whole: Table, find: Find) -> tuple[list[Grid], Note | None]:
    """Return the areas of two tables that stand beside one another, none where there is one.

    Where only one of two is known, the other is passed over, and that is said.
    """
    for column, gap in _borders(grid, whole):
        left, right = _columns(grid, last=column - 1), _columns(grid, first=column)
        found = find(left), find(right)
        both = all(found)
        if both and (not gap or all(table and _complete(table) for table in found)):
            return [left, right], None
        if gap and any(found) and not both:
            known, other = (left, right) if found[0] else (right, left)
            if _of_another_matter(grid, other, whole):
                return [known], _passed(grid, other, whole)
    return [], None


def _borders(grid: Grid, whole: Table) -> Iterator[tuple[int, bool]]:
    """Yield the columns at which a second table may begin; tell if an empty one lies before."""
    leaves = {number: heading(head.leaf) for number, head in sorted(whole.heads.items())}
    seen: list[str] = []
    for number, leaf in leaves.items():
        if seen and number - 1 not in leaves and _empty(grid, number - 1):
            yield number, True
        elif (leaf in ROW_NUMBERS and not ROW_NUMBERS.isdisjoint(seen)) or (
            len(seen) > 1 and leaf == seen[0]
        ):
            yield number, False
        seen.append(leaf)


def _empty(grid: Grid, column: int) -> bool:
    place = column - grid.first_column
    return not any(row[place] not in (None, "") for row in grid.rows)


def _complete(table: Table) -> bool:
    """Tell whether a table has every column that its rows cannot be without."""
    fields = {column.field for column in table.columns.values()}
    return all(column.field in fields for column in table.sheet.columns if column.required)


def _of_another_matter(grid: Grid, other: Grid, whole: Table) -> bool:
    """Tell whether an area that is no known table is none of the known one's columns either.

    It has a title across all of its own columns, or totals of its own in the first one.
    """
    left = other.first_column
    right = left + len(other.rows[0]) - 1
    top = whole.header_rows[0]
    titled = any(
        area[0] < top and area[1] == left and left < area[3] <= right for area in grid.merges or ()
    )
    rows = range(whole.first_row, min(whole.first_row + _TOTAL_WITHIN, grid.last_row + 1))
    labels = (plain(as_text(grid.cell(row, left))) for row in rows)
    return titled or any(TOTAL.match(label) for label in labels if label)


def _passed(grid: Grid, other: Grid, whole: Table) -> Note:
    heads = [head.text for number, head in whole.heads.items() if number >= other.first_column]
    heads = heads if other.first_column > grid.first_column else []
    return Note(
        "notes_sheets.passed_table",
        {"column": column_letters(other.first_column), "headings": "、".join(heads) or "…"},
    )


# One below another --------------------------------------------------------------------------


def _stacked(grid: Grid, whole: Table, find: Find, most: int) -> list[Table]:
    """Return a table and those below it; rows that are of no known kind stay with the first."""
    below = records_of(whole).below
    if below is None:
        return [whole]
    start, header = below
    rest = tables_of(_rows(grid, whole, first=start), find, most - 1)
    if not rest or not rest[0].header_rows[0] <= header <= rest[0].header_rows[-1]:
        return [whole]
    upper = find(_rows(grid, whole, last=start - 1))
    return [upper, *rest] if upper is not None else [whole]


def _columns(grid: Grid, first: int | None = None, last: int | None = None) -> Grid:
    """Return some columns of a grid as a grid of its own."""
    begin = 0 if first is None else first - grid.first_column
    end = len(grid.rows[0]) if last is None else last - grid.first_column + 1
    low, high = grid.first_column + begin, grid.first_column + end - 1
    merges = [area for area in grid.merges or () if low <= area[1] <= high]
    return replace(
        grid,
        rows=[row[begin:end] for row in grid.rows],
        first_column=low,
        merges=None if grid.merges is None else [_clipped(area, right=high) for area in merges],
    )


def _rows(grid: Grid, whole: Table, first: int | None = None, last: int | None = None) -> Grid:
    """Return some rows of a grid as a grid of its own; marks of our answers stay out of it."""
    begin = 0 if first is None else first - grid.first_row
    end = len(grid.rows) if last is None else last - grid.first_row + 1
    low, high = grid.first_row + begin, grid.first_row + end - 1
    merges = [area for area in grid.merges or () if low <= area[0] <= high]
    rows = grid.rows[begin:end]
    if begin:
        for number, head in whole.heads.items():
            if head.leaf in RESULT_COLUMN:
                place = number - grid.first_column
                rows = [[*row[:place], None, *row[place + 1 :]] for row in rows]
    return replace(
        grid,
        rows=rows,
        first_row=low,
        merges=None if grid.merges is None else [_clipped(area, bottom=high) for area in merges],
    )


def _clipped(area: Area, *, bottom: int | None = None, right: int | None = None) -> Area:
    top, left, low, far = area
    return (
        top,
        left,
        low if bottom is None else min(low, bottom),
        far if right is None else min(far, right),
    )
