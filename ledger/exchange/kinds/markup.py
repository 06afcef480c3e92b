"""Files that call themselves .xls and are XML Spreadsheet 2003 or an HTML table."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from xml.parsers import expat

from ledger.exchange.kinds.delimited import decoded
from ledger.exchange.mistakes import FileDamaged
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.mistakes import SheetTooLarge
from ledger.exchange.mistakes import TooManyRows
from ledger.exchange.note import Note
from ledger.exchange.read import ERROR
from ledger.exchange.read import MARK
from ledger.exchange.read import MOST_CELLS
from ledger.exchange.read import MOST_ROWS
from ledger.exchange.read import Area
from ledger.exchange.read import Cell
from ledger.exchange.read import Flow
from ledger.exchange.read import Grid
from ledger.exchange.read import Mark
from ledger.exchange.read import even
from ledger.exchange.read import read_mark
from ledger.exchange.shown import Look
from ledger.exchange.shown import look_of

_SHEET: Final = "urn:schemas-microsoft-com:office:spreadsheet "
#: What Excel has.
_MOST_COLUMNS: Final = 16_384
#: Merged cells beyond this many are not stepped over: no office makes them.
_MOST_COVERED: Final = 500_000
#: What Excel asks of a browser in the pages that it saves.
_CONDITION: Final = re.compile(r"<!\[[^<>]{0,200}>")
#: What stands before the first worksheet.
_OF_BOOK: Final = frozenset({"Date1904", "Style", "NumberFormat"})
#: How a page says that a row is not shown.
_UNSEEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)

_Answer = tuple[list[Flow], str | None, list[Note]]


class _Canvas:
    """A grid that is drawn cell by cell, some of them over several rows and columns."""

    def __init__(self, name: str, title: str) -> None:
        self.name = name
        self.title = title
        self.rows: list[list[Cell]] = []
        self.merges: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.visible = True
        self.since_1904 = False
        self.mark: Mark | None = None
        self.row = self.column = 0
        self._covered: set[tuple[int, int]] = set()
        self._width = 0

    def next_row(self, index: int = 0) -> None:
        """Begin the next row, or the one with a number from 1."""
        self.row = max(index, self.row + 1)
        self.column = 0
        self._check()

    def next_cell(self, index: int = 0) -> None:
        """Step to the next cell that no merged cell covers, or to a column from 1."""
        self.column = index or self.column + 1
        while not index and (self.row, self.column) in self._covered:
            self.column += 1
        self._check()

    def put(self, value: Cell) -> None:
        """Write a value at the place that was reached."""
        while len(self.rows) < self.row:
            self.rows.append([])
        line = self.rows[self.row - 1]
        line.extend([None] * (self.column - len(line)))
        line[self.column - 1] = value

    def span(self, down: int, across: int) -> None:
        """Say that the cell that was reached covers further rows and columns."""
        if not down and not across:
            return
        bottom, right = self.row + min(down, 65_535), self.column + min(across, 16_383)
        self.merges.append((self.row, self.column, bottom, right))
        cells = (bottom - self.row + 1) * (right - self.column + 1)
        if len(self._covered) + cells <= _MOST_COVERED:
            self._covered |= {
                (row, column)
                for row in range(self.row, bottom + 1)
                for column in range(self.column, right + 1)
            }
        self.column = right

    def flow(self) -> Flow:
        """Return what was drawn."""
        grid = Grid(
            self.title,
            merges=self.merges,
            visible=self.visible,
            mark=self.mark,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            since_1904=self.since_1904,
        )
        return Flow(grid, even(self.rows))

    def _check(self) -> None:
        self._width = max(self._width, self.column)
        if self.row > MOST_ROWS:
            raise TooManyRows(file=self.name, most=MOST_ROWS)
        cells = self.row * self._width
        if cells > MOST_CELLS:
            raise SheetTooLarge(file=self.name, sheet=self.title, cells=cells, most=MOST_CELLS)


def read_xml(name: str, data: bytes) -> _Answer:
    """Read XML Spreadsheet 2003."""
    walk = _Workbook(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = walk.refuse
    try:
        parser.Parse(_as_utf8(name, data), True)
    except FileUnreadable:
        raise
    except Exception as error:
        raise FileDamaged(file=name, why=type(error).__name__) from error
    for canvas in walk.canvases:
        canvas.since_1904 = walk.since_1904
    return [canvas.flow() for canvas in walk.canvases], None, []


def _as_utf8(name: str, data: bytes) -> bytes:
    """Return XML in UTF-8: expat knows no GBK, which such files are often written in."""
    said = re.search(rb"""encoding=["']([\w-]+)["']""", data[:200])
    chinese = said is not None and said[1].lower() in (b"gb2312", b"gbk", b"gb18030")
    if said is None or not chinese:
        return data
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise FileDamaged(file=name, why=type(error).__name__) from error
    return text.replace(said[1].decode(), "utf-8", 1).encode()


class _Workbook:
    """Walks through the elements of a workbook."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.canvases: list[_Canvas] = []
        self._type = ""
        self._words: list[str] | None = None
        self._aside = False
        self._down = self._across = 0
        #: Further rows that look like the one that was begun, and the last column told of.
        self._alike = self._column = 0
        #: The styles that show a number as a code; that of the cell, and those of the columns.
        self._looks: dict[str, Look] = {}
        self._style = self._dress = ""
        self._dresses: dict[int, str] = {}
        self.since_1904 = False
        self._starts = {
            "Date1904": self._from_1904,
            "Style": self._styled,
            "NumberFormat": self._format,
            "Row": self._row,
            "Column": self._columns,
            "Cell": self._cell,
            "Data": self._data,
            "Comment": self._comment,
            "NamedRange": self._named,
            "Visible": self._visible,
        }

    def refuse(self, *_: object) -> None:
        """Refuse a file that brings entities of its own."""
        raise FileDamaged(file=self.name, why="DOCTYPE")

    def start(self, tag: str, said: dict[str, str]) -> None:
        """Take the beginning of an element."""
        kind = tag.rpartition(" ")[2]
        if kind == "Worksheet":
            self.canvases.append(_Canvas(self.name, said.get(_SHEET + "Name", "")))
            self._alike = self._column = 0
            self._dresses = {}
        elif kind in self._starts and (self.canvases or kind in _OF_BOOK):
            self._starts[kind](said)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        kind = tag.rpartition(" ")[2]
        if kind == "Comment":
            self._aside = False
        elif kind == "Data" and self._words is not None:
            value = _typed(self._type, "".join(self._words))
            look = self._looks.get(self._dress)
            self.canvases[-1].put(look.of(value) if look is not None else value)
            self._words = None
        elif kind == "Visible" and self._words is not None:
            self.canvases[-1].visible = "".join(self._words).strip() == "SheetVisible"
            self._words = None
        elif kind == "Cell" and self.canvases:
            self.canvases[-1].span(self._down, self._across)

    def text(self, words: str) -> None:
        """Take characters; only those inside a value count."""
        if self._words is not None:
            self._words.append(words)

    def _row(self, said: dict[str, str]) -> None:
        canvas = self.canvases[-1]
        canvas.next_row(_index(said, "Index") or canvas.row + self._alike + 1)
        self._alike = _index(said, "Span")
        if said.get(_SHEET + "Hidden") == "1":
            last = min(canvas.row + self._alike, MOST_ROWS)
            canvas.hidden_rows |= set(range(canvas.row, last + 1))

    def _columns(self, said: dict[str, str]) -> None:
        first = _index(said, "Index") or self._column + 1
        self._column = min(first + _index(said, "Span"), _MOST_COLUMNS)
        if self._looks and _SHEET + "StyleID" in said:
            columns = range(first, self._column + 1)
            self._dresses |= dict.fromkeys(columns, said[_SHEET + "StyleID"])
        if said.get(_SHEET + "Hidden") == "1":
            self.canvases[-1].hidden_columns |= set(range(first, self._column + 1))

    def _cell(self, said: dict[str, str]) -> None:
        canvas = self.canvases[-1]
        canvas.next_cell(_index(said, "Index"))
        self._dress = said.get(_SHEET + "StyleID") or self._dresses.get(canvas.column, "")
        self._down, self._across = _index(said, "MergeDown"), _index(said, "MergeAcross")

    def _from_1904(self, _: dict[str, str]) -> None:
        self.since_1904 = True

    def _styled(self, said: dict[str, str]) -> None:
        self._style = said.get(_SHEET + "ID", "")

    def _format(self, said: dict[str, str]) -> None:
        look = look_of(said.get(_SHEET + "Format", ""))
        if look is not None:
            self._looks[self._style] = look

    def _data(self, said: dict[str, str]) -> None:
        if not self._aside:
            self._type, self._words = said.get(_SHEET + "Type", "String"), []

    def _comment(self, _: dict[str, str]) -> None:
        self._aside = True

    def _visible(self, _: dict[str, str]) -> None:
        self._words = []

    def _named(self, said: dict[str, str]) -> None:
        if said.get(_SHEET + "Name") == MARK:
            self.canvases[-1].mark = read_mark(said.get(_SHEET + "RefersTo", "").lstrip("="))


def _index(said: dict[str, str], key: str) -> int:
    text = said.get(_SHEET + key, "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _typed(kind: str, text: str) -> Cell:
    if kind == "Error":
        return ERROR
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            when = datetime.fromisoformat(text)
            return when.date() if not (when.hour or when.minute or when.second) else when
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text


def read_html(name: str, data: bytes) -> _Answer:
    """Read the tables of an HTML page, a grid each."""
    said = re.search(rb"""charset=["']?([\w-]+)""", data[:4096])
    if said is not None and said[1].lower().startswith(b"gb"):
        text, encoding = data.decode("gb18030", "replace"), "gb18030"
    else:
        text, encoding = decoded(name, data)
    page = _Page(name)
    _walk_page(name, text, page)
    if not page.canvases:
        raise FileDamaged(file=name, why="HTML")
    return [canvas.flow() for canvas in page.canvases], encoding, []


def _walk_page(name: str, text: str, page: "_Page") -> None:
    """Tell a page's elements one by one.

    libxml2 takes time in proportion to the page, whatever stands in it; Python's own parser
    looks for the end of each tag that has none through all that follows.
    """
    from lxml import etree

    text = _CONDITION.sub("", text.replace("\0", ""))
    # Names and words come as texts, although the types of the library allow for bytes.
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except FileUnreadable:
        raise
    except Exception as error:
        raise FileDamaged(file=name, why=type(error).__name__) from error


class _Page:
    """Draws the tables of a page; a table within a table is part of its cell."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.canvases: list[_Canvas] = []
        self._depth = 0
        self._words: list[str] | None = None
        self._span = (0, 0)

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.canvases.append(_Canvas(self.name, ""))
        elif self._depth != 1:
            return
        elif tag == "tr":
            self._finish()
            self.canvases[-1].next_row()
            if _UNSEEN.search(said.get("style", "")):
                self.canvases[-1].hidden_rows.add(self.canvases[-1].row)
        elif tag in ("td", "th"):
            self._begin(said)
        elif tag in ("br", "p", "div") and self._words:
            self._words.append("\n")

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in ("td", "th", "tr", "table") and self._depth == 1:
            self._finish()
        if tag == "table":
            self._depth = max(self._depth - 1, 0)

    def data(self, data: str) -> None:
        """Take characters; line breaks of the page's text are blanks."""
        if self._words is not None:
            self._words.append(re.sub(r"[ \t\r\n]+", " ", data))

    def close(self) -> None:
        """Take the end of the page."""

    def _begin(self, said: Mapping[str, str]) -> None:
        self._finish()
        canvas = self.canvases[-1]
        if canvas.row == 0:
            canvas.next_row()
        canvas.next_cell()
        self._span = _extra(said.get("rowspan")), _extra(said.get("colspan"))
        self._words = []

    def _finish(self) -> None:
        if self._words is not None:
            self.canvases[-1].put("".join(self._words).strip())
            self.canvases[-1].span(*self._span)
            self._words = None


def _extra(text: str | None) -> int:
    plain = (text or "").strip()
    return max(int(plain), 1) - 1 if plain.isascii() and plain.isdigit() and len(plain) < 6 else 0
