"""The worksheet with the receipt: what came, what became of it, what is to be mended.

Loaded only where an answer is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from ledger.exchange.answer import Receipt
from ledger.exchange.markup import height_of
from ledger.exchange.markup import lines_of
from ledger.exchange.markup import storable
from ledger.exchange.package.styles import Styles
from ledger.exchange.read import address
from schemas.locale import say

_WIDTHS: Final = (18, 10, 62)
_WIDTH: Final = sum(_WIDTHS)
_TITLE_SIZE: Final = 18.0
_HEADING_SIZE: Final = 12.0
_BODY_SIZE: Final = 10.5
_TITLE_HEIGHT: Final = 40.0
#: The column, hidden, whose cells keep how a marked cell looked before.
LOOKS_COLUMN: Final = 4
#: A worksheet may have so many links and not one more.
_MOST_LINKS: Final = 60_000


@dataclass(frozen=True)
class Said:
    """A remark where it was put: the worksheet and the cell, and how the cell looked before."""

    worksheet: str
    cell: str
    words: str
    style: int = 0


class ReceiptSheet:
    """The receipt as the text of a worksheet's part, row by row."""

    def __init__(self, main: str, styles: Styles, lang: str) -> None:
        self._main = main
        self._lang = lang
        body = say("workbook.font_body", lang)
        title = say("workbook.font_title", lang)
        heading = say("workbook.font_heading", lang)
        self._title = styles.plain(title, _TITLE_SIZE, bold=True, centred=True)
        self._heading = styles.plain(heading, _HEADING_SIZE, bold=True, boxed=True, centred=True)
        self._line = styles.plain(body, _BODY_SIZE, boxed=True)
        self._link = styles.plain(body, _BODY_SIZE, boxed=True, link=True)
        self._rows: list[str] = []
        self._merged: list[str] = []
        self._links: list[str] = []

    def text(self, receipt: Receipt, said: Sequence[Said], lost: Sequence[str]) -> bytes:
        """Return the whole part."""
        self._whole(receipt.title, self._title, _TITLE_HEIGHT)
        for label, value in receipt.lines:
            self._pair(label, value)
        if receipt.message:
            self._pair(say("workbook.receipt_message", self._lang), receipt.message)
        for sentence in lost:
            self._pair(say("workbook.receipt_lost", self._lang), sentence)
        if said:
            self._remarks(said)
        return self._part().encode("utf-8", "replace")

    def _part(self) -> str:
        columns = "".join(
            f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
            for n, width in enumerate(_WIDTHS, 1)
        )
        hidden = f'<col min="{LOOKS_COLUMN}" max="{LOOKS_COLUMN}" width="9" hidden="1"/>'
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in self._merged)
        links = f"<hyperlinks>{''.join(self._links)}</hyperlinks>" if self._links else ""
        footer = _shown(say("workbook.page_number", self._lang))
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<worksheet xmlns="{self._main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<dimension ref="A1:D{len(self._rows)}"/>'
            '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}{hidden}</cols>'
            f"<sheetData>{''.join(self._rows)}</sheetData>"
            f'<mergeCells count="{len(self._merged)}">{merged}</mergeCells>{links}'
            '<printOptions horizontalCentered="1"/>'
            '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" '
            'footer="0.35"/>'
            '<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>'
            f"<headerFooter><oddFooter>&amp;C{footer}</oddFooter></headerFooter></worksheet>"
        )

    @property
    def _at(self) -> int:
        return len(self._rows) + 1

    def _whole(self, words: str, style: int, height: float) -> None:
        self._merged.append(f"A{self._at}:C{self._at}")
        self._put([(1, words, style), (2, "", style), (3, "", style)], height)

    def _pair(self, label: str, value: str) -> None:
        self._merged.append(f"B{self._at}:C{self._at}")
        cells = [(1, label, self._line), (2, value, self._line), (3, "", self._line)]
        room = _WIDTH - _WIDTHS[0] - 1
        self._put(cells, height_of(lines_of(value, room)))

    def _remarks(self, said: Sequence[Said]) -> None:
        self._put([], height_of(1))
        keys = ("where_sheet", "where_cell", "what_to_do")
        words = [say(f"workbook.{key}", self._lang) for key in keys]
        heads = [(column, word, self._heading) for column, word in enumerate(words, 1)]
        self._put(heads, height_of(1))
        for one in said:
            self._remark(one)

    def _remark(self, one: Said) -> None:
        if len(self._links) < _MOST_LINKS:
            quoted = one.worksheet.replace("'", "''")
            where = escape(f"'{quoted}'!{one.cell}")
            self._links.append(f'<hyperlink ref="B{self._at}" location="{where}"/>')
        cells = [
            (1, one.worksheet, self._line),
            (2, one.cell, self._link),
            (3, one.words, self._line),
            (LOOKS_COLUMN, "", one.style),
        ]
        self._put(cells, height_of(lines_of(one.words, _WIDTHS[2] - 1)))

    def _put(self, cells: Sequence[tuple[int, str, int]], height: float) -> None:
        row = self._at
        shown = "".join(_cell(row, column, words, style) for column, words, style in cells)
        self._rows.append(f'<row r="{row}" ht="{height:g}" customHeight="1">{shown}</row>')


def _cell(row: int, column: int, words: str, style: int) -> str:
    place = address(row, column)
    if not words:
        return f'<c r="{place}" s="{style}"/>'
    text = _shown(words)
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )


def _shown(words: str) -> str:
    return escape(storable(words), quote=False)
