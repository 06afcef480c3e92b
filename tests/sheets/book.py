"""What the makers of workbooks share: a register of them, and writers of several kinds.

Rows are lists of cells, None for an empty one; ``merge`` names areas: ``"A1:F1 A3:A5"``.
"""

import csv
import html
import subprocess
import tempfile
from collections.abc import Callable
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.utils import range_boundaries

HERE = Path(__file__).parent
Rows = Sequence[Sequence[Any]]

#: Each workbook by its place, with what makes it.
BOOKS: dict[str, Callable[[Path], object]] = {}


def book(place: str) -> Callable[[Callable[[Path], object]], Callable[[Path], object]]:
    """Register the maker of a workbook: ``taken/NAME.xlsx``."""

    def register(make: Callable[[Path], object]) -> Callable[[Path], object]:
        assert place not in BOOKS, place
        BOOKS[place] = make
        return make

    return register


def rows_of(text: str) -> list[list[Any]]:
    """Rows written as text: ``|`` between cells, ``~`` for a line break, numbers as numbers."""
    lines = [line for line in text.strip("\n").splitlines() if line.strip()]
    return [[_cell(cell.strip()) for cell in line.split("|")] for line in lines]


def _cell(text: str) -> Any:
    if text in ("", "_"):
        return None
    return (
        int(text)
        if text.isascii() and text.isdecimal() and len(text) < 10
        else text.replace("~", "\n")
    )


def openpyxl_book(path: Path, sheets: dict[str, Rows], merge: dict[str, str] | str = "") -> Any:
    """Write an .xlsx with openpyxl and return the workbook, to be changed and saved again."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row, cells in enumerate(rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None:
                    sheet.cell(row, column, value)
        areas = merge if isinstance(merge, str) else merge.get(name, "")
        for area in areas.split():
            sheet.merge_cells(area)
    made.save(path)
    return made


def xlsxwriter_book(path: Path, sheets: dict[str, Rows], merge: dict[str, str] | str = "") -> None:
    """Write an .xlsx as Excel would: shared strings, borders, formats."""
    made = xlsxwriter.Workbook(str(path))
    boxed = made.add_format({"border": 1, "text_wrap": True, "font_name": "仿宋_GB2312"})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        areas = merge if isinstance(merge, str) else merge.get(name, "")
        for area in areas.split():
            sheet.merge_range(area, "", boxed)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    sheet.write_string(row, column, value, boxed)
                elif value is not None:
                    sheet.write(row, column, value, boxed)
    made.close()


def xls_book(path: Path, sheets: dict[str, Rows], merge: dict[str, str] | str = "") -> None:
    """Write an .xls of Excel 97-2003."""
    made = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets.items():
        sheet = made.add_sheet(name)
        areas = merge if isinstance(merge, str) else merge.get(name, "")
        within: dict[tuple[int, int], tuple[int, int]] = {}
        for area in areas.split():
            left, top, right, bottom = range_boundaries(area)
            within[top, left] = bottom, right
        for row, cells in enumerate(rows, 1):
            for column, value in enumerate(cells, 1):
                if value is None:
                    continue
                bottom, right = within.get((row, column), (row, column))
                if (bottom, right) == (row, column):
                    sheet.write(row - 1, column - 1, value)
                else:
                    sheet.write_merge(row - 1, bottom - 1, column - 1, right - 1, value)
    made.save(str(path))


def csv_book(path: Path, rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    """Write a CSV in some encoding."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(
            [["" if cell is None else cell for cell in row] for row in rows]
        )


def html_book(path: Path, rows: Rows, encoding: str = "utf-8") -> None:
    """Write the HTML table that systems hand out as .xls."""
    lines = [
        "<tr>" + "".join(f"<td>{html.escape(str(c or ''))}</td>" for c in row) + "</tr>"
        for row in rows
    ]
    head = f'<html><head><meta charset="{encoding}"></head><body><table border="1">'
    path.write_text(head + "".join(lines) + "</table></body></html>", encoding=encoding)


def xml_book(path: Path, name: str, rows: Rows) -> None:
    """Write an XML Spreadsheet 2003, as some systems do."""
    lines = []
    for row in rows:
        cells = []
        for at, value in enumerate(row, 1):
            if value is not None:
                kind = "Number" if isinstance(value, (int, float)) else "String"
                text = html.escape(str(value)).replace("\n", "&#10;")
                cells.append(f'<Cell ss:Index="{at}"><Data ss:Type="{kind}">{text}</Data></Cell>')
        lines.append("<Row>" + "".join(cells) + "</Row>")
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="{name}"><Table>'
        + "".join(lines)
        + "</Table></Worksheet></Workbook>",
        encoding="utf-8",
    )


def converted(source: Path, target: Path) -> None:
    """Let LibreOffice write what another writer made: to .xls, .ods or a .xlsx of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/lo"]
        kind = target.suffix.removeprefix(".")
        command += ["--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        target.write_bytes((Path(folder) / source.with_suffix(target.suffix).name).read_bytes())


def by_libreoffice(path: Path, sheets: dict[str, Rows], merge: dict[str, str] | str = "") -> None:
    """Write a workbook and have LibreOffice save it in the kind of its name."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.xlsx"
        openpyxl_book(source, sheets, merge)
        converted(source, path)
