"""A workbook with the cells of a sender's file that was no .xlsx.

Loaded only where an answer is written.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from typing import IO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.answer import Place
from ledger.exchange.frame import put_mark
from ledger.exchange.frame import worksheet_name
from ledger.exchange.markup import height_of
from ledger.exchange.markup import lines_of
from ledger.exchange.markup import width_of
from ledger.exchange.read import Book
from ledger.exchange.read import Grid
from ledger.exchange.read import Unreadable
from ledger.exchange.sendercopy import at
from ledger.exchange.sendercopy import put_value
from ledger.exchange.style import BOXED
from ledger.exchange.style import Style
from ledger.exchange.style import room_of
from ledger.exchange.style import set_up_print
from schemas.locale import say
from schemas.locale.workbook import RECEIPT_SHEET

_NARROWEST: Final = 6
_WIDEST: Final = 36
_ROWS_MEASURED: Final = 200
#: A column wider than this holds running text, which begins on the left.
_RUNNING: Final = 28


def rebuild(
    source: Path | None, book: Book, places: Mapping[str, Place], target: IO[bytes], lang: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Write a workbook with the same cells at the same addresses.

    An .xls or .ods keeps its looks, where its ``source`` is still there; other kinds get
    the office's. Returns the names of the worksheets by those of the grids, and what is to be
    said of it.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    taken = {name.casefold() for name in RECEIPT_SHEET}
    style = Style(lang)
    worksheets: dict[str, Worksheet] = {}
    for grid in book.grids:
        if grid.name not in RECEIPT_SHEET:
            worksheet = workbook.create_sheet(worksheet_name(grid.name, taken, lang))
            worksheets[grid.name] = worksheet
            _fill(worksheet, grid)
            worksheet.sheet_state = "visible" if grid.visible else "hidden"
    looks_kept = source is not None and _look_alike(source, book.kind, worksheets)
    for name, place in places.items():
        if name in worksheets:
            if not looks_kept:
                _dress(
                    worksheets[name], next(g for g in book.grids if g.name == name), place, style
                )
            set_up_print(worksheets[name], lang, (place.header, place.header))
    if all(sheet.sheet_state == "hidden" for sheet in workbook.worksheets):
        workbook.worksheets[0].sheet_state = "visible"
    workbook.save(target)
    names = {name: worksheet.title for name, worksheet in worksheets.items()}
    said = "made_anew" if looks_kept else "lost_layout"
    return names, (say(f"workbook.{said}", lang, kind=book.kind),)


def _look_alike(source: Path, kind: str, worksheets: Mapping[str, Worksheet]) -> bool:
    """Let worksheets look like those of a file, where its kind tells how; tell if it did."""
    if kind == "xls":
        from ledger.exchange import oldlook

        return oldlook.carry_over(source, worksheets)
    if kind == "ods":
        from ledger.exchange import openlook

        return openlook.carry_over(source, worksheets)
    return False


def _fill(worksheet: Worksheet, grid: Grid) -> None:
    for row, values in enumerate(grid.rows, grid.first_row):
        for column, value in enumerate(values, grid.first_column):
            if value not in (None, "") and not isinstance(value, Unreadable):
                put_value(at(worksheet, row, column), value)
    for first, left, last, right in grid.merges or ():
        worksheet.merge_cells(None, first, left, last, right)
    for row in grid.hidden_rows:
        worksheet.row_dimensions[row].hidden = True
    for column in grid.hidden_columns:
        worksheet.column_dimensions[get_column_letter(column)].hidden = True
    if grid.mark is not None:
        put_mark(worksheet, f"{grid.mark.ledger}:{grid.mark.export}:{grid.mark.sheet}")


def _dress(worksheet: Worksheet, grid: Grid, place: Place, style: Style) -> None:
    """Give a table widths and heights that its words fit into, borders, and a heading."""
    widths = _widths(grid, place)
    for column, width in widths.items():
        worksheet.column_dimensions[get_column_letter(column)].width = width
    for row, values in enumerate(grid.rows, grid.first_row):
        if row >= place.header and _of_table(values):
            _dress_row(worksheet, row, widths, style, heading=row == place.header)
        else:
            for cell in worksheet[row]:
                style.line("left", 0)(cell)
                cell.alignment = Alignment(vertical="center")
    _dress_title(worksheet, grid, place, style)


def _of_table(values: Sequence[object]) -> bool:
    """Tell a row of the table from a line of words below it."""
    return sum(value not in (None, "") for value in values) > 1


def _dress_row(
    worksheet: Worksheet, row: int, widths: Mapping[int, float], style: Style, *, heading: bool
) -> None:
    lines = 1
    for column, width in widths.items():
        cell = worksheet.cell(row, column)
        put = style.heading if heading else style.line("left" if width > _RUNNING else "center", 0)
        put(cell)
        cell.border = BOXED
        lines = max(lines, lines_of(str(cell.value or ""), room_of(width)))
    worksheet.row_dimensions[row].height = height_of(lines)


def _dress_title(worksheet: Worksheet, grid: Grid, place: Place, style: Style) -> None:
    """Centre a title over its table, also where the kind of file knows no merged cells."""
    title = worksheet.cell(1, 1)
    alone = not any(worksheet.cell(1, n).value for n in range(2, place.last + 1))
    if place.header == 1 or not alone or not isinstance(title.value, str):
        return
    if place.last > 1 and not any(area[0] == 1 for area in grid.merges or ()):
        worksheet.merge_cells(None, 1, 1, 1, place.last)
    style.title(0)(title)
    worksheet.row_dimensions[1].height = 36


def _widths(grid: Grid, place: Place) -> dict[int, float]:
    first = place.header - grid.first_row
    widest = dict.fromkeys(range(grid.first_column, place.last + 1), float(_NARROWEST))
    rows = grid.rows[max(0, first) : first + _ROWS_MEASURED]
    for values in filter(_of_table, rows):
        for column, value in enumerate(values, grid.first_column):
            if column in widest and value is not None:
                needed = max(width_of(line) for line in str(value).split("\n")) * 1.2 + 2
                widest[column] = max(widest[column], min(_WIDEST, needed))
    return widest
