"""How an .xls looks, carried over to a workbook with its cells: by xlrd, into openpyxl's styles.

Loaded only where an answer to an .xls is written.
"""

from collections.abc import Mapping
from contextlib import suppress
from copy import copy
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

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
from ledger.exchange.sendercopy import at

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray

_LINES: Final = (
    *(None, "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed"),
    *("dashDot", "mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot"),
)
_ACROSS: Final = (
    *(None, "left", "center", "right", "fill", "justify", "centerContinuous", "distributed"),
)
_DOWN: Final = ("top", "center", "bottom", "justify", "distributed")
_PATTERNS: Final = (
    *(None, "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical"),
    *("darkDown", "darkUp", "darkGrid", "darkTrellis", "lightHorizontal", "lightVertical"),
    *("lightDown", "lightUp", "lightGrid", "lightTrellis", "gray125", "gray0625"),
)
_UNDERLINES: Final = {1: "single", 2: "double", 33: "singleAccounting", 34: "doubleAccounting"}
_RAISED: Final = {1: "superscript", 2: "subscript"}
_TWIPS: Final = 20
_WIDTH_PARTS: Final = 256
_BOLD: Final = 600


def carry_over(source: Path, worksheets: Mapping[str, Worksheet]) -> bool:
    """Let worksheets, by the names that they have in an .xls, look as they do there.

    Tells whether it could be done: the oldest kinds of .xls, and damaged ones, cannot.
    """
    # Its own errors are several, and what a damaged file makes of them is any.
    with suppress(Exception):
        from xlrd import open_workbook

        book = open_workbook(str(source), logfile=StringIO(), formatting_info=True)
        looks = [(_Look(book, sheet), sheet.name) for sheet in book.sheets()]
        for look, name in looks:
            if name in worksheets:
                look.put(worksheets[name])
        return True
    return False


class _Look:
    """How one worksheet looks."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self._book = book
        self._sheet = sheet
        self._dresses: dict[int, StyleArray] = {}

    def put(self, worksheet: Worksheet) -> None:
        """Let a worksheet look like it."""
        self._columns(worksheet)
        self._rows(worksheet)
        for row in range(self._sheet.nrows):
            for column in range(self._sheet.row_len(row)):
                self._cell(worksheet, row, column)
        self._comments(worksheet)
        if self._sheet.panes_are_frozen:
            letter = get_column_letter(self._sheet.vert_split_pos + 1)
            worksheet.freeze_panes = f"{letter}{self._sheet.horz_split_pos + 1}"
        worksheet.sheet_view.showGridLines = bool(self._sheet.show_grid_lines)

    def _columns(self, worksheet: Worksheet) -> None:
        if self._sheet.defcolwidth:
            worksheet.sheet_format.defaultColWidth = self._sheet.defcolwidth
        for column, info in self._sheet.colinfo_map.items():
            if column < self._sheet.ncols or info.hidden:
                own = worksheet.column_dimensions[get_column_letter(column + 1)]
                own.width = info.width / _WIDTH_PARTS
                own.hidden = bool(info.hidden)

    def _rows(self, worksheet: Worksheet) -> None:
        if self._sheet.default_row_height:
            worksheet.sheet_format.defaultRowHeight = self._sheet.default_row_height / _TWIPS
        for row, info in self._sheet.rowinfo_map.items():
            own = worksheet.row_dimensions[row + 1]
            if info.height_mismatch and info.height:
                own.height = info.height / _TWIPS
            own.hidden = bool(info.hidden)

    def _cell(self, worksheet: Worksheet, row: int, column: int) -> None:
        number = self._sheet.cell_xf_index(row, column)
        cell = worksheet.cell(row + 1, column + 1)
        if number not in self._dresses:
            like = self._book.xf_list[number]
            cell.font = self._font(self._book.font_list[like.font_index])
            cell.fill = self._fill(like.background)
            cell.border = self._border(like.border)
            cell.alignment = _alignment(like.alignment)
            cell.number_format = self._book.format_map[like.format_key].format_str
            # openpyxl has no other name for a whole dress.
            self._dresses[number] = getattr(cell, "_style")  # noqa: B009
        setattr(cell, "_style", copy(self._dresses[number]))  # noqa: B010

    def _comments(self, worksheet: Worksheet) -> None:
        for (row, column), note in self._sheet.cell_note_map.items():
            comment = Comment(storable(note.text), note.author or "")
            comment.width, comment.height = comment_size(note.text)
            at(worksheet, row + 1, column + 1).comment = comment

    def _font(self, font: Any) -> Font:
        return Font(
            name=font.name,
            size=font.height / _TWIPS,
            bold=bool(font.bold) or font.weight > _BOLD,
            italic=bool(font.italic),
            strike=bool(font.struck_out),
            underline=_UNDERLINES.get(font.underline_type),  # type: ignore[arg-type]
            vertAlign=_RAISED.get(font.escapement),  # type: ignore[arg-type]
            color=self._colour(font.colour_index),
            charset=font.character_set or None,
        )

    def _fill(self, ground: Any) -> PatternFill:
        pattern = _of(_PATTERNS, ground.fill_pattern)
        if pattern is None:
            return PatternFill()
        front = self._colour(ground.pattern_colour_index)
        back = self._colour(ground.background_colour_index)
        return PatternFill(pattern, fgColor=front or "FF000000", bgColor=back or "FFFFFFFF")

    def _border(self, border: Any) -> Border:
        def side(name: str) -> Side:
            style = _of(_LINES, getattr(border, f"{name}_line_style"))
            return Side(style=style, color=self._colour(getattr(border, f"{name}_colour_index")))

        return Border(
            left=side("left"), right=side("right"), top=side("top"), bottom=side("bottom")
        )

    def _colour(self, number: int) -> str | None:
        """Return a colour of the workbook's own palette, None where it is left to the system."""
        parts = self._book.colour_map.get(number)
        return None if parts is None else "FF{:02X}{:02X}{:02X}".format(*parts)


def _alignment(how: Any) -> Alignment:
    return Alignment(
        horizontal=_of(_ACROSS, how.hor_align),
        vertical=_of(_DOWN, how.vert_align),
        wrap_text=bool(how.text_wrapped),
        indent=how.indent_level,
        shrink_to_fit=bool(how.shrink_to_fit),
        text_rotation=how.rotation if how.rotation <= 180 or how.rotation == 255 else 0,
    )


def _of(words: tuple[Any, ...], number: int) -> Any:
    return words[number] if 0 <= number < len(words) else None
