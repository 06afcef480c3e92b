"""How an .ods looks, carried over to a workbook with its cells: by its parts, into openpyxl's.

Loaded only where an answer to an .ods is written.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import suppress
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any
from typing import Final
from zipfile import ZipFile

from lxml import etree
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.styles import Border
from openpyxl.styles import Font
from openpyxl.styles import PatternFill
from openpyxl.styles import Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.leaf import comment_size
from ledger.exchange.markup import storable
from ledger.exchange.package.parts import parsed
from ledger.exchange.sendercopy import at

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray

_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TABLE: Final = f"{{{_SPACE.format('table')}}}"
_STYLE: Final = f"{{{_SPACE.format('style')}}}"
_OFFICE: Final = f"{{{_SPACE.format('office')}}}"
_FO: Final = f"{{{_SPACE.format('xsl-fo-compatible')}}}"
_TEXT: Final = f"{{{_SPACE.format('text')}}}"
_CONFIG: Final = f"{{{_SPACE.format('config')}}}"
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_LENGTH: Final = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)")
_COLOUR: Final = re.compile(r"#([0-9A-Fa-f]{6})")
_ACROSS: Final = {
    "start": "left",
    "left": "left",
    "center": "center",
    "end": "right",
    "right": "right",
    "justify": "justify",
}
_DOWN: Final = {"top": "top", "middle": "center", "bottom": "bottom"}
_DOTTED: Final = {"dotted": "dotted", "dashed": "dashed", "double": "double"}
#: Beyond these many points a line is a medium one, and a thick one.
_MEDIUM: Final = 1.2
_THICK: Final = 2.2
_FROZEN: Final = "2"

_Properties = dict[str, str]


def carry_over(source: Path, worksheets: Mapping[str, Worksheet]) -> bool:
    """Let worksheets, by the names of the tables of an .ods, look as they do there.

    Tells whether it could be done.
    """
    with suppress(Exception):
        with ZipFile(source) as package:
            content = parsed(package.read("content.xml"))
            there = set(package.namelist())
            styles = [parsed(package.read(n)) for n in ("styles.xml",) if n in there]
            settings = [parsed(package.read(n)) for n in ("settings.xml",) if n in there]
        looks = _Looks([*styles, content])
        for table in content.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
            worksheet = worksheets.get(table.get(f"{_TABLE}name", ""))
            if worksheet is not None:
                looks.put(table, worksheet)
                _freeze(settings, table.get(f"{_TABLE}name", ""), worksheet)
        return True
    return False


class _Looks:
    """The styles of an .ods, and what a table makes of them."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style", f"{_STYLE}default-style"):
                family = style.get(f"{_STYLE}family", "")
                self._styles[family, style.get(f"{_STYLE}name", "")] = style
        self._dresses: dict[tuple[str, bool], StyleArray] = {}

    def put(self, table: etree._Element, worksheet: Worksheet) -> None:
        """Let a worksheet look like a table, as far as its cells reach."""
        rows, columns = worksheet.max_row, worksheet.max_column
        defaults: list[str] = []
        for run in _within(table, "table-column", "table-columns", "table-header-columns"):
            style = run.get(f"{_TABLE}style-name", "")
            for _ in range(min(_repeated(run, "columns"), columns - len(defaults))):
                defaults.append(run.get(f"{_TABLE}default-cell-style-name", ""))
                width = self._length("table-column", style, "column-width")
                if width:
                    letter = get_column_letter(len(defaults))
                    worksheet.column_dimensions[letter].width = (width / 0.75 - 5) / 7
        number = 0
        for row in _within(table, "table-row", "table-rows", "table-header-rows"):
            for _ in range(min(_repeated(row, "rows"), rows - number)):
                number += 1
                self._row(row, number, defaults, worksheet)

    def _row(
        self, row: etree._Element, number: int, defaults: list[str], worksheet: Worksheet
    ) -> None:
        height = self._length("table-row", row.get(f"{_TABLE}style-name", ""), "row-height")
        if height:
            worksheet.row_dimensions[number].height = height
        column = 0
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            for _ in range(min(_repeated(cell, "columns"), len(defaults) - column)):
                column += 1
                own = cell.get(f"{_TABLE}style-name") or row.get(f"{_TABLE}default-cell-style-name")
                percent = cell.get(f"{_OFFICE}value-type") == "percentage"
                self._dress(worksheet, number, column, own or defaults[column - 1], percent=percent)
            note = cell.find(f"{_OFFICE}annotation")
            if note is not None and column:
                words = "\n".join("".join(map(str, p.itertext())) for p in note.iter(f"{_TEXT}p"))
                comment = Comment(storable(words), note.findtext(_CREATOR) or "")
                comment.width, comment.height = comment_size(words)
                at(worksheet, number, column).comment = comment

    def _dress(
        self, worksheet: Worksheet, row: int, column: int, style: str, *, percent: bool
    ) -> None:
        cell = worksheet.cell(row, column)
        shape = cell.number_format
        key = style, percent
        if key not in self._dresses:
            looks = self._properties("table-cell", style)
            cell.font = _font(looks)
            cell.fill = _fill(looks)
            cell.border = _border(looks)
            cell.alignment = _alignment(looks)
            # openpyxl has no other name for a whole dress.
            self._dresses[key] = getattr(cell, "_style")  # noqa: B009
        setattr(cell, "_style", copy(self._dresses[key]))  # noqa: B010
        cell.number_format = "0.00%" if percent else shape

    def _properties(self, family: str, name: str) -> _Properties:
        """Return what is said in a style and in those that it follows."""
        style = self._styles.get((family, name))
        if style is None:
            return self._properties(family, "") if name else {}
        above = style.get(f"{_STYLE}parent-style-name", "")
        found = self._properties(family, above) if name and above != name else {}
        for said in style:
            found |= {str(key): str(value) for key, value in said.attrib.items()}
        return found

    def _length(self, family: str, name: str, key: str) -> float:
        return _points(self._properties(family, name).get(f"{_STYLE}{key}", ""))


def _within(table: etree._Element, name: str, *groups: str) -> Iterator[etree._Element]:
    """Yield the columns or rows of a table, those in groups as well."""
    inner = {f"{_TABLE}{group}" for group in groups}
    inner |= {f"{_TABLE}{name}-group"}
    for child in table:
        if child.tag == f"{_TABLE}{name}":
            yield child
        elif child.tag in inner:
            yield from _within(child, name, *groups)


def _repeated(element: etree._Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _points(text: str) -> float:
    found = _LENGTH.search(text)
    return float(found[1]) * _POINTS[found[2]] if found else 0.0


def _colour(text: str) -> str | None:
    found = _COLOUR.search(text)
    return f"FF{found[1].upper()}" if found else None


def _font(looks: _Properties) -> Font:
    name = looks.get(f"{_STYLE}font-name-asian") or looks.get(f"{_STYLE}font-name") or None
    size = _points(looks.get(f"{_FO}font-size", "")) or 10.0
    return Font(
        name=name.strip("'") if name else None,
        size=size,
        bold=looks.get(f"{_FO}font-weight") == "bold",
        italic=looks.get(f"{_FO}font-style") == "italic",
        color=_colour(looks.get(f"{_FO}color", "")),
    )


def _fill(looks: _Properties) -> PatternFill:
    colour = _colour(looks.get(f"{_FO}background-color", ""))
    return PatternFill("solid", fgColor=colour) if colour else PatternFill()


def _border(looks: _Properties) -> Border:
    def side(name: str) -> Side:
        said = looks.get(f"{_FO}border-{name}") or looks.get(f"{_FO}border") or "none"
        width = _points(said)
        if not width:
            return Side()
        solid = "thin" if width < _MEDIUM else "medium" if width < _THICK else "thick"
        style: Any = next((line for word, line in _DOTTED.items() if word in said), solid)
        return Side(style=style, color=_colour(said))

    return Border(left=side("left"), right=side("right"), top=side("top"), bottom=side("bottom"))


def _alignment(looks: _Properties) -> Alignment:
    across: Any = _ACROSS.get(looks.get(f"{_FO}text-align", ""))
    down: Any = _DOWN.get(looks.get(f"{_STYLE}vertical-align", ""))
    wrap = looks.get(f"{_FO}wrap-option") == "wrap"
    return Alignment(horizontal=across, vertical=down, wrap_text=wrap)


def _freeze(settings: list[etree._Element], name: str, worksheet: Worksheet) -> None:
    """Keep the rows and columns in sight that the settings of a view keep."""
    entry = f"{_CONFIG}config-item-map-entry"
    for view in (view for root in settings for view in root.iter(entry)):
        if view.get(f"{_CONFIG}name") != name:
            continue
        said = {one.get(f"{_CONFIG}name"): one.text or "" for one in view}
        across = said.get("HorizontalSplitMode") == _FROZEN
        down = said.get("VerticalSplitMode") == _FROZEN
        column = int(said.get("HorizontalSplitPosition", "0")) if across else 0
        row = int(said.get("VerticalSplitPosition", "0")) if down else 0
        if row or column:
            worksheet.freeze_panes = f"{get_column_letter(column + 1)}{row + 1}"
