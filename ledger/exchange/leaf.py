"""One worksheet of a page: its head and foot by openpyxl, its rows as their XML.

Loaded only where a workbook is written.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import accumulate
from itertools import groupby
from tempfile import SpooledTemporaryFile
from typing import Final

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.markup import Look
from ledger.exchange.markup import height_of
from ledger.exchange.markup import is_too_long
from ledger.exchange.markup import lines_of
from ledger.exchange.markup import row_markup
from ledger.exchange.markup import storable
from ledger.exchange.markup import width_of
from ledger.exchange.paper import Box
from ledger.exchange.paper import Line
from ledger.exchange.paper import Page
from ledger.exchange.style import BODY_SIZE
from ledger.exchange.style import HEADING_SIZE
from ledger.exchange.style import Across
from ledger.exchange.style import Put
from ledger.exchange.style import Style
from ledger.exchange.style import room_of
from ledger.exchange.style import sized
from schemas.locale import say

_KEPT_IN_MEMORY: Final = 8 * 1024 * 1024
_ROWS_AT_A_TIME: Final = 500
_TITLE_HEIGHT: Final = 40
_SIGNED_HEIGHT: Final = 30
_HEADING_LINE: Final = 17.0
_WIDE_BLANKS: Final = "\u3000" * 4


class Leaf:
    """A worksheet that is being written from its first row to its last."""

    def __init__(
        self, worksheet: Worksheet, page: Page, style: Style, lang: str, *, continued: bool = False
    ) -> None:
        self.worksheet = worksheet
        self.page = page
        self.box: str | None = None
        self._continued = continued
        self.shortened: list[str] = []
        self.filled = 0
        self.rows = SpooledTemporaryFile[bytes](max_size=_KEPT_IN_MEMORY)
        self._style = style
        self._lang = lang
        self._letters = [get_column_letter(n) for n in range(1, len(page.columns) + 1)]
        self._looks = [style.look(worksheet, column) for column in page.columns]
        self._width = sum(column.width for column in page.columns)
        self._row = 1
        self._head()
        self.first = self._row

    @property
    def heading_rows(self) -> tuple[int, int]:
        """The first and the last row of the headings, which every printed page repeats."""
        return self.first - (2 if self._grouped else 1), self.first - 1

    @property
    def last(self) -> int:
        """The last row that has anything in it."""
        return self._row - 1

    @property
    def after_rows(self) -> int:
        """The first row that is openpyxl's again, below the table."""
        return self._after

    def room(self, most_rows: int) -> int:
        """Return how many more rows of the table fit into the worksheet."""
        page = self.page
        foot = page.blank_rows + (page.totals is not None) + bool(page.below) + len(page.notes)
        return max(1, most_rows - self.last - max(1, foot))

    def fill(self, rows: Iterable[Sequence[object]]) -> None:
        """Write rows of the table."""
        waiting: list[str] = []
        for values in rows:
            waiting.append(self._markup(self._looks, values))
            if len(waiting) == _ROWS_AT_A_TIME:
                self._spool(waiting)
        self._spool(waiting)
        self.filled = self._row - self.first

    def finish(self, *, whole: bool) -> None:
        """Write what stands below the rows; totals and signatures where that was all."""
        page = self.page
        if whole:
            empty = (None,) * len(page.columns)
            self.fill(empty for _ in range(page.blank_rows))
            self.filled -= page.blank_rows
        self.table_end = self.last
        if whole and page.totals is not None:
            bold = [self._style.look(self.worksheet, c, bold=True) for c in page.columns]
            self._spool([self._markup(bold, page.totals)])
        self._after = self._row
        if whole:
            self._foot()
        else:
            self._line(say("workbook.goes_on", self._lang))

    # The head ---------------------------------------------------------------------------

    def _head(self) -> None:
        for letter, column in zip(self._letters, self.page.columns, strict=True):
            self.worksheet.column_dimensions[letter].width = column.width
        self._whole_line(self.page.title, self._style.title(self._width), _TITLE_HEIGHT)
        for line in self.page.above:
            self._line(line)
        if self._continued:
            self._line(say("workbook.continued", self._lang))
        elif self.page.box is not None:
            self._box(self.page.box)
        self._headings()

    def _box(self, box: Box) -> None:
        """Write a line with a cell to be ticked, behind as many columns as its words need."""
        size = sized(BODY_SIZE, self._width)
        widths = [column.width for column in self.page.columns]
        last = 1
        while last < len(widths) - 1 and room_of(sum(widths[:last]), size) < width_of(box.label):
            last += 1
        lines = lines_of(box.label, room_of(sum(widths[:last]), size))
        self._stretch(box.label, 1, last, self._style.line("left", self._width))
        cell = self.worksheet.cell(self._row, last + 1)
        self._style.box(cell)
        self.box = cell.coordinate
        self._end_line(self._line_height(lines))

    def _headings(self) -> None:
        top = self._row
        bottom = top + 1 if self._grouped else top
        self._row = bottom + 1
        for number, column in enumerate(self.page.columns, 1):
            for row in range(top, bottom + 1):
                self._style.heading(self.worksheet.cell(row, number))
            start = top if column.group is None else bottom
            cell = self.worksheet.cell(start, number, storable(column.heading))
            if column.note:
                cell.comment = self._comment(column.note)
            if start < bottom:
                self.worksheet.merge_cells(None, start, number, bottom, number)
        self.worksheet.row_dimensions[bottom].height = _heading_height(self._heading_lines())
        if self._grouped:
            self._groups(top)

    def _groups(self, row: int) -> None:
        number = lines = 1
        for group, columns in groupby(self.page.columns, lambda column: column.group):
            widths = [column.width for column in columns]
            last = number + len(widths) - 1
            if group is not None:
                self.worksheet.cell(row, number, storable(group))
                lines = max(lines, lines_of(group, room_of(sum(widths), HEADING_SIZE)))
                if last > number:
                    self.worksheet.merge_cells(None, row, number, row, last)
            number = last + 1
        self.worksheet.row_dimensions[row].height = _heading_height(lines)

    def _heading_lines(self) -> int:
        return max(
            lines_of(column.heading, room_of(column.width, HEADING_SIZE))
            for column in self.page.columns
        )

    def _comment(self, words: str) -> Comment:
        comment = Comment(storable(words), say("workbook.author", self._lang))
        comment.width, comment.height = comment_size(words)
        return comment

    @property
    def _grouped(self) -> bool:
        return any(column.group is not None for column in self.page.columns)

    # The rows ---------------------------------------------------------------------------

    def _markup(self, looks: Sequence[Look], values: Sequence[object]) -> str:
        markup = row_markup(self._row, self._letters, looks, values)
        if is_too_long(markup):
            self.shortened += (
                f"{letter}{self._row}"
                for letter, value in zip(self._letters, values, strict=True)
                if isinstance(value, str) and is_too_long(value)
            )
        self._row += 1
        return markup

    def _spool(self, waiting: list[str]) -> None:
        self.rows.write("".join(waiting).encode())
        waiting.clear()

    # The foot ---------------------------------------------------------------------------

    def _foot(self) -> None:
        if self.page.below:
            self._line(tuple(self.page.below), signed=True)
        for note in self.page.notes:
            self._line(note)

    def _line(self, line: Line, *, signed: bool = False) -> None:
        if isinstance(line, str):
            put = self._style.line("left", self._width)
            lines = lines_of(line, room_of(self._width, sized(BODY_SIZE, self._width)))
            self._whole_line(line, put, self._line_height(lines))
            return
        line = _fitted(line, len(self.page.columns))
        size = sized(BODY_SIZE, self._width)
        shares = [1.0 if signed else width_of(words) + 4 for words in line]
        lines = 1
        for place, (words, (first, last)) in enumerate(
            zip(line, self._spread(shares), strict=True)
        ):
            across = "left" if signed else _across(place, len(line))
            self._stretch(words, first, last, self._style.line(across, self._width))
            width = sum(column.width for column in self.page.columns[first - 1 : last])
            lines = max(lines, lines_of(words, room_of(width, size)))
        self._end_line(_SIGNED_HEIGHT if signed else self._line_height(lines))

    def _line_height(self, lines: int) -> float:
        return height_of(lines) * sized(1, self._width)

    def _whole_line(self, words: str, put: Put, height: float) -> None:
        self._stretch(words, 1, len(self.page.columns), put)
        self._end_line(height)

    def _stretch(self, words: str, first: int, last: int, put: Put) -> None:
        cell = self.worksheet.cell(self._row, first, storable(words))
        cell.data_type = "s"
        put(cell)
        if last > first:
            self.worksheet.merge_cells(None, self._row, first, self._row, last)

    def _end_line(self, height: float) -> None:
        self.worksheet.row_dimensions[self._row].height = height
        self._row += 1

    def _spread(self, shares: Sequence[float]) -> Iterator[tuple[int, int]]:
        """Divide the columns among neighbours, each as wide as its share or about so."""
        ends = list(accumulate(column.width for column in self.page.columns))
        parts = len(shares)
        first, share = 1, 0.0
        for part in range(1, parts + 1):
            share += shares[part - 1]
            last = len(ends) - (parts - part)
            aim = ends[-1] * share / sum(shares)
            while part < parts and last > first and ends[last - 2] >= aim:
                last -= 1
            yield first, last
            first = last + 1


def comment_size(words: str) -> tuple[int, int]:
    """Return the width and height, in points, of a comment whose words can be read."""
    return _COMMENT_WIDTH, 20 + 15 * lines_of(words, _COMMENT_ROOM)


_COMMENT_WIDTH: Final = 260
_COMMENT_ROOM: Final = 36


def _heading_height(lines: int) -> float:
    return lines * _HEADING_LINE + 9


def _fitted(line: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """Return a line with no more cells than columns, the last ones joined."""
    if len(line) <= columns:
        return line
    return *line[: columns - 1], _WIDE_BLANKS.join(line[columns - 1 :])


def _across(place: int, cells: int) -> Across:
    if place == 0:
        return "left"
    return "right" if place == cells - 1 else "center"
