"""A sender's workbook opened as a copy, with what openpyxl would spoil put right.

Loaded only where an answer is written.
"""

import warnings
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.leaf import comment_size
from ledger.exchange.markup import storable
from ledger.exchange.read import Book
from ledger.exchange.read import Grid
from ledger.exchange.read import Unreadable
from ledger.exchange.shown import Shown
from schemas.locale import say


def save_copy(source: Path, target: IO[bytes], book: Book, lang: str) -> list[str]:
    """Save a sender's workbook anew, and return what is to be said of it."""
    workbook = open_copy(source)
    said = settle(workbook, book.grids, lang)
    workbook.save(target)
    return said


def open_copy(source: Path) -> Workbook:
    """Open a sender's workbook; its name need not end as its kind does."""
    with source.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(file, rich_text=True, keep_vba=False)


def settle(workbook: Workbook, grids: Iterable[Grid], lang: str) -> list[str]:
    """Put stored values for formulas, and boxes in which comments can be read.

    openpyxl writes a formula without the value that was stored with it, and a sheet that
    nobody opened in Excel would then come back empty. Returns what is to be said of it.
    """
    by_name = {grid.name: grid for grid in grids}
    replaced = 0
    for worksheet in workbook.worksheets:
        grid = by_name.get(worksheet.title)
        for cell in cells_of(worksheet):
            if cell.comment is not None:
                cell.comment.width, cell.comment.height = comment_size(cell.comment.text)
            if cell.data_type == "f" and grid is not None:
                replaced += _store(cell, grid)
    return [say("workbook.lost_formulas", lang, n=replaced)] if replaced else []


def cells_of(worksheet: Worksheet) -> Iterator[Cell]:
    """Yield the cells that are there. The rectangle around them may be a million rows."""
    there = worksheet._cells  # noqa: SLF001 - iter_rows makes every cell of the rectangle
    for cell in list(there.values()):
        if not isinstance(cell, MergedCell):
            yield cell


def at(worksheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell, or the one that speaks for it where cells are merged."""
    cell = worksheet.cell(row, column)
    if isinstance(cell, Cell):
        return cell
    area = next(a for a in worksheet.merged_cells.ranges if cell.coordinate in a)
    first = worksheet.cell(area.min_row, area.min_col)
    assert isinstance(first, Cell)
    return first


def _store(cell: Cell, grid: Grid) -> bool:
    """Put a formula's stored value in its place; one that has none keeps its formula."""
    value = grid.cell(cell.row, cell.column)
    if value is None or isinstance(value, Unreadable):
        return False
    put_value(cell, value)
    return True


def put_value(cell: Cell, value: object) -> None:
    """Put a value into a cell as it is: text never becomes a formula."""
    if isinstance(value, str):
        cell.value = storable(value)
        cell.data_type = "s"
    else:
        cell.value = value  # type: ignore[assignment]
    if isinstance(value, Shown):
        cell.number_format = value.format
