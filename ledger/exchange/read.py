"""Step 1: the file's bytes become grids of cells that keep their addresses.

Here stands what was read; ``reader`` is how a run reads, in a process of its own.
"""

import hashlib
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Final
from typing import overload

from ledger.exchange.memory import not_collecting
from ledger.exchange.mistakes import FileEmpty
from ledger.exchange.mistakes import FileTooLarge
from ledger.exchange.mistakes import TooManySheets
from ledger.exchange.note import Note

#: The largest file that is opened at all.
MOST_BYTES: Final = 200 * 1024 * 1024
#: The most cells that a worksheet may have: a full sheet of Excel with twelve columns.
MOST_CELLS: Final = 12_600_000
#: The most rows, which are Excel's.
MOST_ROWS: Final = 1_048_576
#: The most worksheets of a workbook.
MOST_SHEETS: Final = 1_000
#: The name of the mark, both of the defined name and of the very hidden worksheet.
MARK: Final = "_campaign"


class Unreadable(Enum):
    """Why a cell of a workbook has no value although something stands in it."""

    UNCALCULATED = "uncalculated"
    ERROR = "error"


UNCALCULATED: Final = Unreadable.UNCALCULATED
ERROR: Final = Unreadable.ERROR

Cell = str | int | float | bool | date | datetime | time | timedelta | Unreadable | None
#: First row, first column, last row, last column, counted from 1.
Area = tuple[int, int, int, int]


@dataclass(frozen=True)
class Mark:
    """What an export of a ledger wrote into a worksheet: whose, which export, which sheet."""

    ledger: str
    export: int
    sheet: str


def read_mark(text: object) -> Mark | None:
    """Return the mark that ``ledger:export:sheet`` says, or None."""
    if not isinstance(text, str):
        return None
    ledger, _, rest = text.strip().strip('"').partition(":")
    export, _, sheet = rest.partition(":")
    if not (ledger and sheet and export.isascii() and export.isdigit()):
        return None
    return Mark(ledger, int(export), sheet)


class Columns(Sequence[list[Cell]]):
    """The rows of a large worksheet, held as columns: a row is made when it is asked for.

    What is done with all rows is done column by column; a list for each row would take
    time and memory, and nobody looks at more than a few of them.
    """

    def __init__(self, columns: Iterable[list[Cell]]) -> None:
        self.columns = list(columns)

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, at: int) -> list[Cell]: ...

    @overload
    def __getitem__(self, at: slice) -> "Columns": ...

    def __getitem__(self, at: int | slice) -> "list[Cell] | Columns":
        if isinstance(at, slice):
            return Columns(column[at] for column in self.columns)
        return [column[at] for column in self.columns]

    def __iter__(self) -> Iterator[list[Cell]]:
        return map(list, zip(*self.columns, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def extend(self, more: Iterable[Iterable[Cell]]) -> None:
        """Add what comes further down, column by column."""
        for column, cells in zip(self.columns, more, strict=True):
            column.extend(cells)


def columns_of(rows: Sequence[list[Cell]]) -> list[Sequence[Cell]]:
    """Return the columns of rows that are all of one width."""
    return [*rows.columns] if isinstance(rows, Columns) else list(zip(*rows, strict=True))


@dataclass
class Grid:
    """One worksheet: its cells as they were stored, and where they stand.

    ``rows[0][0]`` is the cell in ``first_row`` and ``first_column``, counted from 1; an
    empty cell is None or ''. ``merges`` is None where the kind of file does not tell.
    ``since_1904``: the workbook counts its days from there.
    """

    name: str
    rows: Sequence[list[Cell]] = field(default_factory=list)
    first_row: int = 1
    first_column: int = 1
    merges: list[Area] | None = field(default_factory=list)
    visible: bool = True
    mark: Mark | None = None
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    #: Rows whose every filled cell is struck through, where the kind of file tells.
    struck_rows: frozenset[int] = frozenset()
    since_1904: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """Return the value at an address counted from 1; None beyond the edge."""
        line, place = row - self.first_row, column - self.first_column
        if 0 <= line < len(self.rows) and 0 <= place < len(self.rows[line]):
            return self.rows[line][place]
        return None

    def put(self, row: int, column: int, value: Cell) -> None:
        """Write a value at an address counted from 1, widening the grid where it has to be."""
        rows = self.rows = self.rows if isinstance(self.rows, list) else list(self.rows)
        line, place = row - self.first_row, column - self.first_column
        if place < 0:
            for cells in rows:
                cells[:0] = [None] * -place
            self.first_column, place = column, 0
        while len(rows) <= line:
            rows.append([None] * len(rows[0]) if rows else [])
        if len(rows[line]) <= place:
            for cells in rows:
                cells.extend([None] * (place + 1 - len(cells)))
        rows[line][place] = value

    @property
    def last_row(self) -> int:
        """Return the number of the last row; one before the first where there is none."""
        return self.first_row + len(self.rows) - 1


@dataclass
class Flow:
    """A worksheet on its way: a grid without rows yet, its rows one after another.

    ``unreadable`` are the cells that no library gives as what they are.
    """

    grid: Grid
    rows: Iterable[list[Cell]]
    unreadable: dict[tuple[int, int], Unreadable] = field(default_factory=dict)

    def whole(self) -> Grid:
        """Return the grid with all of its rows."""
        with not_collecting():
            self.grid.rows = [*self.grid.rows, *self.rows]
        for (row, column), why in self.unreadable.items():
            self.grid.put(row, column, why)
        return self.grid


@dataclass
class Book:
    """A file that was read: its digest, what kind it turned out to be, and its grids."""

    name: str
    digest: str
    size: int
    kind: str
    grids: list[Grid]
    encoding: str | None = None
    notes: list[Note] = field(default_factory=list)


@dataclass
class Reading:
    """A file that is being read: what is known of it, and its worksheets one by one."""

    book: Book
    flows: Iterator[Flow]


def begin(path: Path) -> Reading:
    """Begin to read a file. Raises FileUnreadable, and OSError where it cannot be opened."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise FileTooLarge(file=path.name, size=size >> 20, most=MOST_BYTES >> 20)
    return begin_bytes(path.name, path.read_bytes())


def begin_bytes(name: str, data: bytes) -> Reading:
    """Begin to read a file's bytes; the name is for messages and tells nothing."""
    from ledger.exchange.kinds.telling import reader_of

    if not data.strip(b"\0 \t\r\n"):
        raise FileEmpty(file=name)
    kind, reader = reader_of(name, data)
    flows, encoding, notes = reader(name, data)
    digest = hashlib.sha256(data).hexdigest()
    return Reading(Book(name, digest, len(data), kind, [], encoding, notes), limited(name, flows))


def limited(name: str, flows: Iterable[Flow]) -> Iterator[Flow]:
    """Pass worksheets on, and stop where there are more than a workbook has use for."""
    for number, flow in enumerate(flows, 1):
        if number > MOST_SHEETS:
            raise TooManySheets(file=name, most=MOST_SHEETS)
        yield flow


def read_bytes(name: str, data: bytes) -> Book:
    """Read a file's bytes into grids, in this process."""
    reading = begin_bytes(name, data)
    reading.book.grids += [flow.whole() for flow in reading.flows]
    return reading.book


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1: 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column, counted from 1: AB is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def address(row: int, column: int) -> str:
    """Return a cell's address as Excel shows it, ``C12``."""
    return f"{column_letters(column)}{row}"


def even(rows: Iterable[list[Cell]]) -> list[list[Cell]]:
    """Return rows of one width, the short ones filled up with empty cells."""
    lines = list(rows)
    width = max((len(line) for line in lines), default=0)
    for line in lines:
        if len(line) < width:
            line.extend([None] * (width - len(line)))
    return lines
