"""Marks in a sender's workbook: coloured cells, comments, a column of results.

Loaded only where an answer is written.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.styles import PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.answer import Place
from ledger.exchange.answer import Remark
from ledger.exchange.leaf import comment_size
from ledger.exchange.markup import storable
from ledger.exchange.sendercopy import at
from ledger.exchange.sendercopy import cells_of
from schemas.locale import say
from schemas.locale.workbook import COMMENT_MARK
from schemas.locale.workbook import RECEIPT_SHEET
from schemas.locale.workbook import RESULT_COLUMN

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray

_WRONG: Final = PatternFill("solid", fgColor="FFFFC7CE")
_TO_CHECK: Final = PatternFill("solid", fgColor="FFFFEB9C")
_NO_FILL: Final = PatternFill()
_RESULT_WIDTH: Final = 12
_LAST_COLUMN: Final = 16_384


@dataclass(frozen=True)
class Said:
    """A remark where it was put: the worksheet and the cell, None for a row without one."""

    worksheet: str
    cell: str
    words: str


class Marker:
    """Puts marks into a workbook, and takes those of an earlier answer out."""

    def __init__(self, workbook: Workbook, worksheets: Mapping[str, Worksheet], lang: str) -> None:
        self.said: list[Said] = []
        self._workbook = workbook
        self._worksheets = worksheets
        self._lang = lang
        self._beside: dict[str, int] = {}

    def clear(self) -> None:
        """Take out what an earlier answer of ours put in."""
        for worksheet in self._workbook.worksheets:
            if worksheet.title in RECEIPT_SHEET:
                self._workbook.remove(worksheet)
                continue
            for cell in cells_of(worksheet):
                if cell.comment is not None and any(m in cell.comment.text for m in COMMENT_MARK):
                    _unmark(cell)

    def put_results(self, name: str, place: Place, results: Mapping[int, str]) -> None:
        """Put the column of results beside a table, with a filter."""
        worksheet = self._worksheets.get(name)
        if worksheet is None:
            return
        last = max(results, default=place.header)
        column = _earlier(worksheet, place.header) or _free_column(worksheet, place, last)
        self._beside[name] = column
        _own_width(worksheet, column, _RESULT_WIDTH)
        heading = _like_neighbour(worksheet, place.header, column)
        heading.value = say("workbook.result_column", self._lang)
        dressed: dict[object, StyleArray] = {}
        for row, word in results.items():
            _dress(worksheet, row, column, dressed).value = storable(word)
        _filter(worksheet, place.header, column, last)

    def put_remarks(self, remarks: Iterable[Remark]) -> None:
        """Colour the cells that remarks are about, and say there what is wrong.

        A remark on a whole row stands in the column of results.
        """
        for remark in remarks:
            worksheet = self._worksheets.get(remark.grid)
            if worksheet is None:
                continue
            column = remark.column or self._beside.get(remark.grid) or 1
            cell = at(worksheet, remark.row, column)
            cell.fill = _TO_CHECK if remark.column is None else _WRONG
            self._comment(cell, remark.words)
            result = self._beside.get(remark.grid)
            if result is not None:
                at(worksheet, remark.row, result).fill = _TO_CHECK
            self.said.append(Said(worksheet.title, cell.coordinate, remark.words))

    def _comment(self, cell: Cell, words: str) -> None:
        said = storable(say("workbook.comment_mark", self._lang) + words)
        author = say("workbook.author", self._lang)
        if cell.comment is not None:
            said = f"{cell.comment.text}\n{said}"
            author = cell.comment.author
        cell.comment = Comment(said, author)
        cell.comment.width, cell.comment.height = comment_size(said)


def _unmark(cell: Cell) -> None:
    comment = cell.comment
    assert comment is not None
    kept = comment.text[: min(comment.text.find(m) % (1 << 31) for m in COMMENT_MARK)].rstrip()
    cell.comment = Comment(kept, comment.author) if kept else None
    if cell.comment is not None:
        cell.comment.width, cell.comment.height = comment_size(kept)
    if cell.fill.fgColor.rgb in {_WRONG.fgColor.rgb, _TO_CHECK.fgColor.rgb}:
        cell.fill = _NO_FILL


def _earlier(worksheet: Worksheet, header: int) -> int | None:
    """Return the column of results of an earlier answer, emptied."""
    found = next((cell.column for cell in worksheet[header] if cell.value in RESULT_COLUMN), None)
    if found is not None:
        for cell in cells_of(worksheet):
            if cell.column == found and cell.row > header:
                cell.value = None
                cell.fill = _NO_FILL
    return found


def _free_column(worksheet: Worksheet, place: Place, last: int) -> int:
    """Return the first column right of a table in which nothing stands beside its rows."""
    taken = {
        cell.column
        for cell in cells_of(worksheet)
        if cell.column > place.last and place.header <= cell.row <= last and cell.value is not None
    }
    for area in worksheet.merged_cells.ranges:
        if area.min_row <= last and area.max_row >= place.header:
            taken |= set(range(max(area.min_col, place.last + 1), area.max_col + 1))
    column = place.last + 1
    while column in taken and column < _LAST_COLUMN:
        column += 1
    return column


def _like_neighbour(worksheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell dressed like the one on its left."""
    cell = at(worksheet, row, column)
    if column > 1:
        left = worksheet.cell(row, column - 1)
        for part in ("font", "border", "fill", "alignment"):
            setattr(cell, part, copy(getattr(left, part)))
    return cell


def _dress(
    worksheet: Worksheet, row: int, column: int, dressed: dict[object, "StyleArray"]
) -> Cell:
    """Return a cell of results, dressed like its neighbour; each dress is made once."""
    cell = at(worksheet, row, column)
    # openpyxl has no other name for a whole dress; a merged cell has none.
    left = getattr(worksheet.cell(row, column - 1), "_style", None)
    key = tuple(left) if left is not None else None
    if key is None or key not in dressed:
        _like_neighbour(worksheet, row, column)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        dressed[key] = getattr(cell, "_style")  # noqa: B009
    setattr(cell, "_style", copy(dressed[key]))  # noqa: B010
    return cell


def _own_width(worksheet: Worksheet, column: int, width: float) -> None:
    """Give one column a width, out of the run of equal columns that it may stand in."""
    letter = get_column_letter(column)
    for key, run in list(worksheet.column_dimensions.items()):
        if run.min is None or run.max is None or not run.min <= column <= run.max:
            continue
        if run.max > column:
            _run(worksheet, run, column + 1, run.max)
        run.max = column if key == letter else column - 1
    own = worksheet.column_dimensions[letter]
    own.width = width
    own.hidden = False


def _run(worksheet: Worksheet, like: ColumnDimension, first: int, last: int) -> None:
    letter = get_column_letter(first)
    worksheet.column_dimensions[letter] = ColumnDimension(
        worksheet,
        letter,
        width=like.width,
        hidden=like.hidden,
        outlineLevel=like.outlineLevel,
        collapsed=like.collapsed,
        min=first,
        max=last,
    )


def _filter(worksheet: Worksheet, header: int, column: int, last: int) -> None:
    """Let the rows be filtered by result, with the filters that are there or alone."""
    letter = get_column_letter(column)
    there = worksheet.auto_filter.ref
    if worksheet.tables or not there:
        first = letter if worksheet.tables else "A"
        worksheet.auto_filter.ref = f"{first}{header}:{letter}{max(last, header + 1)}"
        return
    start, _, end = there.partition(":")
    right = end or start
    if column_index_from_string(right.rstrip("0123456789$").lstrip("$")) < column:
        bottom = right.lstrip("$ABCDEFGHIJKLMNOPQRSTUVWXYZ").lstrip("$")
        worksheet.auto_filter.ref = f"{start}:{letter}{bottom}"
