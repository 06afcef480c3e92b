"""What calamine does not tell of an .ods: merged cells, hidden rows, how large it would get."""

from dataclasses import dataclass
from dataclasses import field
from typing import Final
from xml.parsers import expat

from ledger.exchange.kinds import parts
from ledger.exchange.kinds.parts import Facts
from ledger.exchange.mistakes import FileDamaged
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.mistakes import SheetTooLarge
from ledger.exchange.read import ERROR
from ledger.exchange.read import MARK
from ledger.exchange.read import MOST_CELLS
from ledger.exchange.read import Area
from ledger.exchange.read import read_mark
from ledger.exchange.shown import Look

_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CELL: Final = _TABLE + "table-cell"
#: A code that is written so often in one cell is none.
_MOST_REPEATED: Final = 100
_TOLD_BY_CALC: Final = (
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
)


@dataclass
class OpenTable:
    """What one table of an .ods says beside its values."""

    facts: Facts = field(default_factory=Facts)
    merges: list[Area] = field(default_factory=list)


def tables_of(name: str, data: bytes) -> dict[str, OpenTable]:
    """Return what each table says beside its values, by its name. Raises FileUnreadable."""
    parser = expat.ParserCreate(namespace_separator=" ")
    walk = _Walk(name, parser)
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.StartDoctypeDeclHandler = walk.refuse
    try:
        with parts.check_archive(name, data) as archive:
            for piece in parts.pieces(archive, "content.xml"):
                parser.Parse(piece)
            parser.Parse(b"", True)
    except FileUnreadable:
        raise
    except Exception as error:
        raise FileDamaged(file=name, why=type(error).__name__) from error
    return walk.tables


def _number(attributes: dict[str, str], key: str) -> int:
    text = attributes.get(_TABLE + key, "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() else 1


class _Walk:
    """Walks through content.xml and keeps count of rows and columns."""

    def __init__(self, name: str, parser: expat.XMLParserType) -> None:
        self.name = name
        self.parser = parser
        self._digits: list[str] = []
        self.tables: dict[str, OpenTable] = {}
        self._title = ""
        self._depth = 0
        self._row = self._column = 0
        self._row_repeated = 1
        self._number = ("", 1)
        self._last_row = self._last_column = 0
        self._starts = {
            _TABLE + "table": self._open_table,
            _TABLE + "table-row": self._open_row,
            _TABLE + "table-column": self._open_column,
            _TABLE + "named-expression": self._named,
            _CELL: self._cell,
            _TABLE + "covered-table-cell": self._cell,
        }

    def refuse(self, *_: object) -> None:
        """Refuse a file that brings entities of its own."""
        raise FileDamaged(file=self.name, why="DOCTYPE")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        begin = self._starts.get(tag)
        if begin is not None:
            begin(attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag == _CELL and self.parser.CharacterDataHandler is not None:
            self._end_number()
        elif tag == _TABLE + "table-row":
            self._row += self._row_repeated - 1
        elif tag == _TABLE + "table":
            self._depth -= 1

    @property
    def _table(self) -> OpenTable:
        return self.tables.setdefault(self._title, OpenTable())

    def _open_table(self, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._title = attributes.get(_TABLE + "name", "")
            self._row = self._column = self._last_row = self._last_column = 0

    def _open_column(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        self._column += _number(attributes, "number-columns-repeated")
        if attributes.get(_TABLE + "visibility") in ("collapse", "filter"):
            hidden = range(first, min(self._column, 16384) + 1)
            self._table.facts.hidden_columns |= set(hidden)

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._row += 1
        self._column = 0
        self._row_repeated = _number(attributes, "number-rows-repeated")
        if attributes.get(_TABLE + "visibility") in ("collapse", "filter"):
            last = min(self._row + self._row_repeated, 1_048_577)
            self._table.facts.hidden_rows |= set(range(self._row, last))

    def _cell(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        self._column += _number(attributes, "number-columns-repeated")
        down = _number(attributes, "number-rows-spanned")
        across = _number(attributes, "number-columns-spanned")
        if down > 1 or across > 1:
            area = (self._row, first, self._row + down - 1, first + across - 1)
            self._table.merges.append(area)
        if _OFFICE + "value-type" in attributes:
            self._measure()
            if attributes.get(_TOLD_BY_CALC) == "error":
                self._table.facts.unreadable[self._row, first] = ERROR
            elif attributes[_OFFICE + "value-type"] == "float":
                self._digits = []
                self.parser.CharacterDataHandler = self._digits.append
                self._number = (attributes.get(_OFFICE + "value", ""), first)

    def _end_number(self) -> None:
        """Keep how a number is shown that is filled up with noughts."""
        self.parser.CharacterDataHandler = None
        text, (value, first) = "".join(self._digits), self._number
        if not (text.isascii() and text.isdigit() and text[0] == "0" and len(text) > len(value)):
            return
        look = Look("0" * len(text), ("0",) * len(text))
        rows = range(self._row, self._row + min(self._row_repeated, _MOST_REPEATED))
        for column in range(first, min(self._column, first + _MOST_REPEATED) + 1):
            self._table.facts.looks.setdefault(column, {}).update(dict.fromkeys(rows, look))

    def _measure(self) -> None:
        self._last_row = max(self._last_row, self._row + self._row_repeated - 1)
        self._last_column = max(self._last_column, self._column)
        cells = self._last_row * self._last_column
        if cells > MOST_CELLS:
            raise SheetTooLarge(file=self.name, sheet=self._title, cells=cells, most=MOST_CELLS)

    def _named(self, attributes: dict[str, str]) -> None:
        said = attributes.get(_TABLE + "expression", "").removeprefix("of:=")
        mark = read_mark(said)
        if self._depth and mark is not None and attributes.get(_TABLE + "name") == MARK:
            self._table.facts.mark = mark
