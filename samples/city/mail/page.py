"""A worksheet as a thing of cells, and the writers that can save it."""

import csv
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any
from typing import Final

import xlsxwriter
import xlwt
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from samples import office

Value = str | int | float | date | None


@dataclass(frozen=True)
class Style:
    """How a cell looks."""

    font: str = "仿宋"
    size: float = 10.5
    bold: bool = False
    border: bool = True
    across: str = "left"
    number: str = "General"


TITLE: Final = Style("方正小标宋简体", 18, border=False, across="center")
LINE: Final = Style("仿宋", 11, border=False)
HEAD: Final = Style("黑体", 11, bold=True, across="center")
BODY: Final = Style()
MIDDLE: Final = Style(across="center")
DAY: Final = Style(across="center", number="yyyy-mm-dd")


@dataclass(frozen=True)
class Formula:
    """A formula, with the value that a spreadsheet program would have stored."""

    text: str
    stored: str | float | None = None


@dataclass(frozen=True)
class Span:
    """A block of cells that is one: its first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Page:
    """One worksheet. Rows and columns count from 1, as on the screen."""

    name: str = "Sheet1"
    widths: Sequence[float] = ()
    cells: dict[tuple[int, int], tuple[Value | Formula, Style]] = field(default_factory=dict)
    merges: list[Span] = field(default_factory=list)
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    heights: dict[int, float] = field(default_factory=dict)
    others: tuple["Page", ...] = ()
    left: int = 1

    def put(self, row: int, column: int, value: Value | Formula, style: Style = BODY) -> None:
        """Write one cell."""
        self.cells[row, column] = value, style

    def span(self, span: Span, value: Value, style: Style = MIDDLE) -> None:
        """Write a merged block."""
        for row in range(span.top, span.bottom + 1):
            for column in range(span.left, span.right + 1):
                self.put(row, column, None, style)
        self.put(span.top, span.left, value, style)
        if span.top != span.bottom or span.left != span.right:
            self.merges.append(span)

    def title(self, row: int, text: str, style: Style = TITLE) -> None:
        """Write a line across the whole table."""
        self.span(Span(row, self.left, row, self.left + len(self.widths) - 1), text, style)
        self.heights[row] = 30 if style is TITLE else 18

    def row(self, number: int, values: Sequence[Value | Formula], style: Style = BODY) -> None:
        """Write a row of the table; numbers and days stand in the middle."""
        for column, value in enumerate(values, start=self.left):
            look = style
            if style is BODY and isinstance(value, date):
                look = DAY
            elif style is BODY and isinstance(value, (int, float)):
                look = MIDDLE
            self.put(number, column, value, look)

    def rows(self, first: int, rows: Sequence[Sequence[Value | Formula]]) -> int:
        """Write rows one under the other; return the number of the row after them."""
        for number, values in enumerate(rows, start=first):
            self.row(number, values)
        return first + len(rows)

    def foot(self, row: int, text: str) -> None:
        """Write a line under the table, without a frame."""
        self.title(row, text, LINE)

    @property
    def height(self) -> int:
        """The last row that holds anything."""
        return max(row for row, _ in self.cells)

    def row_heights(self) -> dict[int, float]:
        """Return how high each row has to be for its texts, in points."""
        alone = {(span.top, span.left) for span in self.merges}
        heights = dict.fromkeys({row for row, _ in self.cells}, 24.0)
        for (row, column), (value, _) in self.cells.items():
            if isinstance(value, str) and (row, column) not in alone:
                width = self.widths[column - self.left]
                lines = sum(ceil(2 * len(line) / width) for line in value.split("\n"))
                heights[row] = max(heights[row], 17.0 * lines)
        return heights | self.heights


Writer = Callable[[Page, Path], None]


def by_openpyxl(page: Page, path: Path) -> None:
    """Save with openpyxl."""
    book = Workbook()
    first = book.active
    assert first is not None
    for number, each in enumerate((page, *page.others)):
        sheet = first if number == 0 else book.create_sheet()
        _fill(sheet, each)
    book.save(path)


def _fill(sheet: Worksheet, page: Page) -> None:
    sheet.title = page.name
    for number, width in enumerate(page.widths, start=page.left):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number in page.hidden_columns:
        sheet.column_dimensions[get_column_letter(number)].hidden = True
    for number in page.hidden_rows:
        sheet.row_dimensions[number].hidden = True
    for number, height in page.row_heights().items():
        sheet.row_dimensions[number].height = height
    for (row, column), (value, style) in page.cells.items():
        cell = sheet.cell(row, column)
        cell.value = value.text if isinstance(value, Formula) else value
        if isinstance(value, str):
            cell.data_type = "s"
        cell.font = Font(name=style.font, size=style.size, bold=style.bold)
        cell.alignment = Alignment(
            horizontal=style.across, vertical="center", wrap_text=style.border
        )
        cell.number_format = style.number
        if style.border:
            cell.border = office.BORDER
    for span in page.merges:
        sheet.merge_cells(None, span.top, span.left, span.bottom, span.right)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def by_openpyxl_in_chinese(page: Page, path: Path) -> None:
    """Save with openpyxl; long Chinese days get the built-in format 31 that WPS gives them.

    Format 31 is only known where the program speaks Chinese: elsewhere such a day looks
    like a plain number.
    """
    by_openpyxl(page, path)
    office.change_part(
        path,
        "xl/styles.xml",
        r'<numFmts count="2">(.*?)<numFmt [^>]*日[^>]*/>',
        r'<numFmts count="1">\1',
    )
    office.change_part(path, "xl/styles.xml", r'numFmtId="165"', 'numFmtId="31"')


def by_xlsxwriter(page: Page, path: Path) -> None:
    """Save with XlsxWriter."""
    book = xlsxwriter.Workbook(
        str(path), {"strings_to_numbers": False, "strings_to_formulas": False}
    )
    looks: dict[Style, Any] = {}
    for each in (page, *page.others):
        _draw(book, each, looks)
    book.close()


def _draw(book: Any, page: Page, looks: dict[Style, Any]) -> None:
    sheet = book.add_worksheet(page.name)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for number, width in enumerate(page.widths, start=page.left - 1):
        sheet.set_column(number, number, width, None, {"hidden": number + 1 in page.hidden_columns})
    for number, height in page.row_heights().items():
        sheet.set_row(number - 1, height, None, {"hidden": number in page.hidden_rows})
    for span in page.merges:
        style = page.cells[span.top, span.left][1]
        block = (span.top - 1, span.left - 1, span.bottom - 1, span.right - 1)
        sheet.merge_range(*block, "", looks.setdefault(style, _look(book, style)))
    for (row, column), (value, style) in page.cells.items():
        look = looks.setdefault(style, _look(book, style))
        if isinstance(value, Formula):
            sheet.write_formula(row - 1, column - 1, value.text, look, value.stored or "")
        elif isinstance(value, date):
            sheet.write_datetime(row - 1, column - 1, value, look)
        elif value is not None:
            sheet.write(row - 1, column - 1, value, look)
        elif not any(_inside(span, row, column) for span in page.merges):
            sheet.write_blank(row - 1, column - 1, None, look)


def _inside(span: Span, row: int, column: int) -> bool:
    return span.top <= row <= span.bottom and span.left <= column <= span.right


def _look(book: Any, style: Style) -> Any:
    return book.add_format(
        {
            "font_name": style.font,
            "font_size": style.size,
            "bold": style.bold,
            "border": int(style.border),
            "align": style.across,
            "valign": "vcenter",
            "text_wrap": style.border,
            "num_format": style.number,
        }
    )


def by_xlwt(page: Page, path: Path) -> None:
    """Save as the .xls of Excel 97, with xlwt."""
    book = xlwt.Workbook(encoding="utf-8")
    book.owner = ""
    sheet = book.add_sheet(page.name)
    sheet.portrait, sheet.paper_size_code = False, 9
    sheet.fit_num_pages, sheet.fit_width_to_pages, sheet.fit_height_to_pages = 1, 1, 0
    looks = {style: _xls_look(style) for _, style in page.cells.values()}
    for number, height in page.row_heights().items():
        sheet.row(number - 1).height_mismatch = True
        sheet.row(number - 1).height = int(height * 20)
    for number, width in enumerate(page.widths, start=page.left - 1):
        sheet.col(number).width = int(width * 256)
    merged = {(span.top, span.left): span for span in page.merges}
    for (row, column), (value, style) in page.cells.items():
        if (row, column) in merged:
            span = merged[row, column]
            block = (span.top - 1, span.bottom - 1, span.left - 1, span.right - 1)
            sheet.write_merge(*block, value, looks[style])
        elif not any(_inside(span, row, column) for span in page.merges):
            sheet.write(row - 1, column - 1, value, looks[style])
    book.save(str(path))


def _xls_look(style: Style) -> Any:
    look = xlwt.XFStyle()
    look.font.name, look.font.height, look.font.bold = style.font, int(style.size * 20), style.bold
    look.alignment.horz = (
        look.alignment.HORZ_CENTER if style.across == "center" else look.alignment.HORZ_LEFT
    )
    look.alignment.vert, look.alignment.wrap = look.alignment.VERT_CENTER, int(style.border)
    look.num_format_str = style.number
    if style.border:
        borders = look.borders
        borders.left = borders.right = borders.top = borders.bottom = borders.THIN
    return look


def by_libreoffice(page: Page, path: Path) -> None:
    """Save with openpyxl, then open and save once more with LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "in" / "sheet.xlsx"
        raw.parent.mkdir()
        by_openpyxl(page, raw)
        home = f"-env:UserInstallation=file://{folder}/home"
        convert = f"soffice {home} --headless --convert-to xlsx --outdir {folder} {raw}"
        subprocess.run(convert.split(), check=True, capture_output=True)  # noqa: S603
        shutil.copyfile(Path(folder) / "sheet.xlsx", path)


def by_csv(encoding: str) -> Writer:
    """Return a writer of CSV in an encoding: every row as wide as the widest."""

    def save(page: Page, path: Path) -> None:
        width = max(column for _, column in page.cells)
        with path.open("w", encoding=encoding, newline="") as stream:
            writer = csv.writer(stream)
            for row in range(1, page.height + 1):
                writer.writerow(
                    _text(page.cells.get((row, c), (None, BODY))[0]) for c in range(1, width + 1)
                )

    return save


def _text(value: Value | Formula) -> str:
    if isinstance(value, Formula):
        return str(value.stored)
    return "" if value is None else str(value)
