"""The worksheet with the receipt: what came, what became of it, what is to be mended.

Loaded only where an answer is written.
"""

from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.styles import Font
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.answer import Receipt
from ledger.exchange.marking import Said
from ledger.exchange.markup import height_of
from ledger.exchange.markup import lines_of
from ledger.exchange.markup import storable
from ledger.exchange.style import BOXED
from ledger.exchange.style import Style
from ledger.exchange.style import room_of
from ledger.exchange.style import set_up_print
from schemas.locale import say

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray

_WIDTHS: Final = (18, 10, 62)
_WIDTH: Final = sum(_WIDTHS)


def put_receipt(
    workbook: Workbook, receipt: Receipt, said: Sequence[Said], lost: Sequence[str], lang: str
) -> None:
    """Add the receipt as the last worksheet."""
    worksheet = workbook.create_sheet(say("workbook.receipt_sheet", lang))
    _Paper(worksheet, lang).write(receipt, said, lost)


class _Paper:
    """The receipt's worksheet, row by row."""

    def __init__(self, worksheet: Worksheet, lang: str) -> None:
        self._worksheet = worksheet
        self._lang = lang
        self._style = Style(lang)
        self._row = 1
        self._box: StyleArray | None = None
        for letter, width in zip("ABC", _WIDTHS, strict=True):
            worksheet.column_dimensions[letter].width = width
        set_up_print(worksheet, lang, upright=True)

    def write(self, receipt: Receipt, said: Sequence[Said], lost: Sequence[str]) -> None:
        """Write the whole receipt."""
        self._style.title(_WIDTH)(self._merged(receipt.title, 1))
        self._worksheet.row_dimensions[1].height = 40
        self._row = 2
        for label, value in receipt.lines:
            self._pair(label, value)
        if receipt.message:
            self._pair(say("workbook.receipt_message", self._lang), receipt.message)
        for sentence in lost:
            self._pair(say("workbook.receipt_lost", self._lang), sentence)
        if said:
            self._remarks(said)

    def _merged(self, words: str, first: int) -> Cell:
        cell = self._cell(first, words)
        self._worksheet.merge_cells(None, self._row, first, self._row, len(_WIDTHS))
        return cell

    def _pair(self, label: str, value: str) -> None:
        room = room_of(_WIDTH - _WIDTHS[0])
        self._boxed(self._cell(1, label))
        self._boxed(self._merged(value, 2))
        for column in (2, 3):
            self._worksheet.cell(self._row, column).border = BOXED
        self._end(lines_of(value, room))

    def _remarks(self, said: Sequence[Said]) -> None:
        self._row += 1
        for column, key in enumerate(("where_sheet", "where_cell", "what_to_do"), 1):
            self._style.heading(self._cell(column, say(f"workbook.{key}", self._lang)))
        self._end(1)
        for one in said:
            self._boxed(self._cell(1, one.worksheet))
            link = self._cell(2, one.cell)
            self._boxed(link)
            where = f"{quote_sheetname(one.worksheet)}!{one.cell}"
            link.hyperlink = Hyperlink(ref=link.coordinate, location=where)
            link.font = Font(color="FF0563C1", underline="single")
            self._boxed(self._cell(3, one.words))
            self._end(lines_of(one.words, room_of(_WIDTHS[2])))

    def _cell(self, column: int, words: str) -> Cell:
        cell = self._worksheet.cell(self._row, column, storable(words))
        assert isinstance(cell, Cell)
        cell.data_type = "s"
        return cell

    def _boxed(self, cell: Cell) -> None:
        """Dress a cell of a line; the dress is made once."""
        if self._box is None:
            self._style.line("left", 0)(cell)
            cell.border = BOXED
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            # openpyxl has no other name for a whole dress.
            self._box = getattr(cell, "_style")  # noqa: B009
        setattr(cell, "_style", copy(self._box))  # noqa: B010

    def _end(self, lines: int) -> None:
        self._worksheet.row_dimensions[self._row].height = height_of(lines)
        self._row += 1
