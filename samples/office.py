"""Writing sheets as an office keeps them, the same bytes every time."""

import csv
import re
import zipfile
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment
from openpyxl.styles import Border
from openpyxl.styles import Font
from openpyxl.styles import Side
from openpyxl.utils import get_column_letter

Cell = str | int | float | date | None
Row = Sequence[Cell]

_THIN: Final = Side(style="thin")
BORDER: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
HEADER: Final = Font(name="黑体", size=12)
BODY: Final = Font(name="仿宋", size=11)
CENTRE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)

#: Every archive member gets this time: the first that a zip can hold.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
#: What a workbook says of itself: nobody's name, no clock.
_CORE: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b"<cp:coreProperties"
    b' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
)


def read_table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table that lies beside a script."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def write_csv(path: Path, rows: Iterable[Row], *, encoding: str = "utf-8-sig") -> None:
    """Write rows as CSV, with Windows line ends as Excel does."""
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(rows)


def write_sheet(path: Path, title: str, widths: Sequence[int], rows: Iterable[Row]) -> None:
    """Write a plain worksheet: the first row is the header, the others are the records."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    lines = iter(rows)
    sheet.append(_styled(book, next(lines)))
    for row in lines:
        sheet.append(row)
    book.save(path)
    settle(path)


def _styled(book: Workbook, heading: Row) -> Iterator[Any]:
    for text in heading:
        cell = WriteOnlyCell(book.worksheets[0], value=str(text))
        cell.font, cell.border, cell.alignment = HEADER, BORDER, CENTRE
        yield cell


def settle(path: Path) -> None:
    """Write a workbook's archive anew, without clock and names, in a fixed order."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = _CORE
    first = "[Content_Types].xml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, parts[name])


def change_part(path: Path, part: str, pattern: str, replacement: str) -> None:
    """Change the XML of one part of a workbook by a regular expression."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode("utf-8")
    parts[part] = re.sub(pattern, replacement, text).encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
