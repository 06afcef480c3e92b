"""The office's style as openpyxl's: fonts, borders, and the looks of a table's columns.

Loaded only where a workbook is written.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Final
from typing import Literal

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment
from openpyxl.styles import Border
from openpyxl.styles import Font
from openpyxl.styles import Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.markup import Look
from ledger.exchange.paper import PageColumn
from schemas.locale import say

Across = Literal["left", "center", "right"]
Put = Callable[[Cell | MergedCell], None]

BODY_SIZE: Final = 10
HEADING_SIZE: Final = 12
TITLE_SIZE: Final = 16
_THIN: Final = Side(style="thin", color="FF000000")
BOXED: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_DAY: Final = "yyyy-mm-dd"
_AS_TYPED: Final = "@"
#: What fits across the paper as it is, in characters, and how far letters grow beyond it.
_FITS: Final = 150
_GROWN: Final = 1.4
#: The character set of fonts for Chinese, so that another such font takes a missing one's place.
_GB2312: Final = 134
#: The families that fonts are of (serifs for titles), for programs that lack the font.
_ROMAN: Final = 1
_MODERN: Final = 3


class Style:
    """The fonts of a language, and what cells get of them."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._looks: dict[tuple[str, bool], tuple[int, int, int, int]] = {}

    def title(self, width: float) -> Put:
        """Return what dresses the title of a page."""
        return self._dress(self._font("title", sized(TITLE_SIZE, width), bold=True), "center")

    @cached_property
    def heading(self) -> Put:
        """Dress a heading of the table."""
        return self._dress(self._font("heading", HEADING_SIZE, bold=True), "center", boxed=True)

    @cached_property
    def box(self) -> Put:
        """Dress a cell above the table that somebody fills in."""
        return self._dress(self._font("body", HEADING_SIZE, bold=True), "center", boxed=True)

    def line(self, across: Across, width: float) -> Put:
        """Return what dresses a line above or below the table of a page."""
        return self._dress(self._font("body", sized(BODY_SIZE, width)), across)

    def look(self, worksheet: Worksheet, column: PageColumn, *, bold: bool = False) -> Look:
        """Return how the cells of a column look."""
        key = column.kind, bold
        if key not in self._looks:
            self._looks[key] = self._numbers(worksheet, column, bold=bold)
        text, quoted, number, day = self._looks[key]
        return Look(text, quoted, number, day, room_of(column.width), column.kind == "day")

    def _numbers(
        self, worksheet: Worksheet, column: PageColumn, *, bold: bool
    ) -> tuple[int, int, int, int]:
        font = self._font("body", BODY_SIZE, bold=bold)
        put = self._dress(
            font, "left" if column.kind in ("text", "phone", "typed") else "center", boxed=True
        )
        plain = _AS_TYPED if column.kind in ("words", "phone", "typed") else "General"
        empty = _DAY if column.kind == "day" else plain

        def number_of(shape: str, *, quoted: bool = False) -> int:
            cell = WriteOnlyCell(worksheet)
            put(cell)
            cell.number_format = shape
            cell.quotePrefix = quoted
            return cell.style_id

        return (
            number_of(empty),
            number_of(plain, quoted=True),
            number_of("General"),
            number_of(_DAY),
        )

    def _font(self, part: str, size: float, *, bold: bool = False) -> Font:
        name = say(f"workbook.font_{part}", self._lang)
        if self._lang != "zh":
            return Font(name=name, size=size, bold=bold)
        family = _ROMAN if part == "title" else _MODERN
        return Font(name=name, size=size, bold=bold, charset=_GB2312, family=family)

    @staticmethod
    def _dress(font: Font, across: Across, *, boxed: bool = False) -> Put:
        alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)

        def put(cell: Cell | MergedCell) -> None:
            cell.font = font
            cell.alignment = alignment
            if boxed:
                cell.border = BOXED

        return put


def set_up_print(
    worksheet: Worksheet,
    lang: str,
    headings: tuple[int, int] | None = None,
    *,
    upright: bool = False,
) -> None:
    """Set a worksheet up for A4, as wide as the paper, its headings on every page."""
    if headings is not None:
        worksheet.print_title_rows = f"{headings[0]}:{headings[1]}"
    worksheet.page_setup.orientation = "portrait" if upright else "landscape"
    worksheet.page_setup.paperSize = int(worksheet.PAPERSIZE_A4)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_options.horizontalCentered = True
    margins = worksheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.7, 0.7, 0.3, 0.35
    footer = worksheet.oddFooter
    assert footer is not None
    assert footer.center is not None
    footer.center.text = say("workbook.page_number", lang)


def sized(size: float, width: float) -> float:
    """Return the size of letters outside the table: a wide page is printed small."""
    return round(size * min(_GROWN, max(1.0, width / _FITS)), 1)


def room_of(width: float, size: float = BODY_SIZE) -> float:
    """Return how many half-width characters a line of a column holds, with some air."""
    return max(1.0, (width - 1) * BODY_SIZE / size)
