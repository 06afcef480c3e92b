"""Workbooks that calamine reads: .xlsx, .xlsm, .xls, .xlsb and .ods."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING
from typing import Final

from ledger.exchange.kinds import oldbook
from ledger.exchange.kinds import opendocument
from ledger.exchange.kinds import parts
from ledger.exchange.kinds.parts import Facts
from ledger.exchange.kinds.quiet import quiet
from ledger.exchange.memory import not_collecting
from ledger.exchange.mistakes import FileDamaged
from ledger.exchange.mistakes import FileEncrypted
from ledger.exchange.mistakes import FileIsEt
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.mistakes import SheetTooLarge
from ledger.exchange.note import Note
from ledger.exchange.read import MARK
from ledger.exchange.read import MOST_CELLS
from ledger.exchange.read import Area
from ledger.exchange.read import Cell
from ledger.exchange.read import Grid
from ledger.exchange.read import Mark
from ledger.exchange.read import read_mark

if TYPE_CHECKING:
    from python_calamine import CalamineSheet
    from python_calamine import CalamineWorkbook

#: A sheet with more rows is a large one.
_SAMPLE: Final = 2_000

_Answer = tuple[list[Grid], str | None, list[Note]]


def read_xlsx(name: str, data: bytes) -> _Answer:
    """Read an .xlsx or .xlsm."""
    facts = parts.facts_of(name, data)
    return _read(name, data, facts), None, []


def read_xls(name: str, data: bytes) -> _Answer:
    """Read an .xls."""
    with _translated(name):
        facts = oldbook.facts_of(data)
    notes = [] if facts is not None else [Note("notes_sheets.hidden_unknown")]
    return _read(name, data, facts or {}), None, notes


def read_xlsb(name: str, data: bytes) -> _Answer:
    """Read an .xlsb; merged cells and hidden rows are not told."""
    parts.check_binary(name, data)
    return _read(name, data, {}), None, [Note("notes_sheets.hidden_unknown")]


def read_ods(name: str, data: bytes) -> _Answer:
    """Read an .ods; its merged cells are read from its own content."""
    tables = opendocument.tables_of(name, data)
    grids = _read(name, data, {sheet: table.facts for sheet, table in tables.items()})
    for grid in grids:
        if grid.name in tables:
            grid.merges = tables[grid.name].merges
    return grids, None, []


def _read(name: str, data: bytes, facts: dict[str, Facts]) -> list[Grid]:
    with _translated(name):
        from python_calamine import CalamineWorkbook

        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            marks = _marks(name, book)
            return [
                _grid(name, book, sheet, facts.get(sheet, Facts()), marks.get(sheet))
                for sheet in _worksheets(book)
            ]


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """Turn whatever a reading library does when it gives up into one mistake."""
    try:
        with quiet():
            yield
    except (FileUnreadable, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        if type(error).__name__ == "PasswordError":
            raise FileEncrypted(file=name) from error
        if name.lower().endswith((".et", ".ett")):
            raise FileIsEt(file=name) from error
        raise FileDamaged(file=name, why=type(error).__name__) from error


def _worksheets(book: "CalamineWorkbook") -> list[str]:
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.name != MARK and str(sheet.typ).endswith("WorkSheet")
    ]


def _marks(name: str, book: "CalamineWorkbook") -> dict[str, Mark]:
    """Return the marks on the very hidden worksheet, by the worksheets' names."""
    if MARK not in book.sheet_names:
        return {}
    found = {}
    for line in _rows(name, book.get_sheet_by_name(MARK)):
        texts = [cell for cell in line if isinstance(cell, str) and cell]
        mark = read_mark(texts[1]) if len(texts) > 1 else None
        if mark is not None:
            found[texts[0]] = mark
    return found


def _grid(name: str, book: "CalamineWorkbook", title: str, facts: Facts, mark: Mark | None) -> Grid:
    sheet = book.get_sheet_by_name(title)
    grid = Grid(
        title,
        _rows(name, sheet),
        first_column=(sheet.start[1] if sheet.start else 0) + 1,
        merges=_merges(sheet.merged_cell_ranges),
        visible=_visible(book, title),
        mark=facts.mark or mark,
        hidden_rows=frozenset(facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
    )
    for (row, column), why in facts.unreadable.items():
        _put(grid, row, column, why)
    return grid


def _visible(book: "CalamineWorkbook", title: str) -> bool:
    return any(
        sheet.name == title and str(sheet.visible).endswith(".Visible")
        for sheet in book.sheets_metadata
    )


def _rows(name: str, sheet: "CalamineSheet") -> list[list[Cell]]:
    """Return the rows from the first of the worksheet on, and from its first used column."""
    cells = sheet.total_height * sheet.width
    if cells > MOST_CELLS:
        raise SheetTooLarge(file=name, sheet=sheet.name, cells=cells, most=MOST_CELLS)
    rows: Callable[[], Iterator[list[Cell]]] = sheet.iter_rows  # type: ignore[assignment]
    with not_collecting():
        return _sharing(rows())


def _sharing(rows: Iterator[list[Cell]]) -> list[list[Cell]]:
    """Keep one copy of each text in the columns of a large sheet that have few of them.

    It halves what the rows cost in memory, and what is read later finds each text sooner.
    """
    kept = list(islice(rows, _SAMPLE))
    if len(kept) < _SAMPLE:
        return kept
    pool: dict[str, str] = {}
    places = [place for place, column in enumerate(zip(*kept, strict=True)) if _few(column)]
    for row in rows:
        for place in places:
            value = row[place]
            if isinstance(value, str):
                row[place] = pool.setdefault(value, value)
        kept.append(row)
    return kept


def _few(column: tuple[Cell, ...]) -> bool:
    """Tell whether a column has many texts and few different ones."""
    texts = [value for value in column if isinstance(value, str) and value]
    return len(texts) * 4 > len(column) and len(set(texts)) * 4 < len(column)


def _merges(areas: "list[tuple[tuple[int, int], tuple[int, int]]] | None") -> list[Area] | None:
    if areas is None:
        return None
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in areas]


def _put(grid: Grid, row: int, column: int, value: Cell) -> None:
    line, place = row - grid.first_row, column - grid.first_column
    if place < 0:
        for cells in grid.rows:
            cells[:0] = [None] * -place
        grid.first_column, place = column, 0
    while len(grid.rows) <= line:
        grid.rows.append([None] * len(grid.rows[0]) if grid.rows else [])
    if len(grid.rows[line]) <= place:
        width = place + 1
        for cells in grid.rows:
            cells.extend([None] * (width - len(cells)))
    grid.rows[line][place] = value
