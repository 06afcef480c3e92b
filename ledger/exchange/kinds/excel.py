"""Workbooks that calamine reads: .xlsx, .xlsm, .xlsb and .ods."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from ledger.exchange.kinds import opendocument
from ledger.exchange.kinds import parts
from ledger.exchange.kinds.parts import Facts
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
from ledger.exchange.read import Flow
from ledger.exchange.read import Grid
from ledger.exchange.read import Mark
from ledger.exchange.read import read_mark
from ledger.exchange.shown import as_shown

if TYPE_CHECKING:
    from python_calamine import CalamineSheet
    from python_calamine import CalamineWorkbook

_Answer = tuple[Iterable[Flow], str | None, list[Note]]


def read_xlsx(name: str, data: bytes) -> _Answer:
    """Read an .xlsx or .xlsm."""
    facts = parts.facts_of(name, data)
    notes = [Note("notes_sheets.comments")] if parts.has_comments(name, data) else []
    return by_calamine(name, data, facts), None, notes


def read_xlsb(name: str, data: bytes) -> _Answer:
    """Read an .xlsb; merged cells and hidden rows are not told."""
    parts.check_binary(name, data)
    return by_calamine(name, data, {}), None, [Note("notes_sheets.hidden_unknown")]


def read_ods(name: str, data: bytes) -> _Answer:
    """Read an .ods; its merged cells are read from its own content."""
    tables = opendocument.tables_of(name, data)
    merges = {sheet: table.merges for sheet, table in tables.items()}
    facts = {sheet: table.facts for sheet, table in tables.items()}
    return by_calamine(name, data, facts, merges), None, []


def by_calamine(
    name: str,
    data: bytes,
    facts: dict[str, Facts],
    merges: Mapping[str, list[Area]] | None = None,
) -> Iterator[Flow]:
    """Yield the worksheets of a workbook, with what other readers know of them."""
    with translated(name):
        from python_calamine import CalamineWorkbook

        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            marks = _marks(name, book)
            for title in _worksheets(book):
                flow = _flow(name, book, title, facts.get(title, Facts()), marks.get(title))
                if merges is not None:
                    flow.grid.merges = merges.get(title, [])
                yield flow


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn whatever a reading library does when it gives up into one mistake."""
    try:
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


def _flow(name: str, book: "CalamineWorkbook", title: str, facts: Facts, mark: Mark | None) -> Flow:
    sheet = book.get_sheet_by_name(title)
    grid = Grid(
        title,
        [],
        first_column=(sheet.start[1] if sheet.start else 0) + 1,
        merges=_merges(sheet.merged_cell_ranges),
        visible=_visible(book, title),
        mark=facts.mark or mark,
        hidden_rows=frozenset(facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
        struck_rows=frozenset(facts.struck_rows),
        since_1904=facts.since_1904,
    )
    rows = _rows(name, sheet)
    if facts.looks:
        rows = as_shown(rows, facts.looks, grid.first_column)
    return Flow(grid, rows, facts.unreadable)


def _visible(book: "CalamineWorkbook", title: str) -> bool:
    return any(
        sheet.name == title and str(sheet.visible).endswith(".Visible")
        for sheet in book.sheets_metadata
    )


def _rows(name: str, sheet: "CalamineSheet") -> Iterator[list[Cell]]:
    """Return the rows from the first of the worksheet on, and from its first used column."""
    cells = sheet.total_height * sheet.width
    if cells > MOST_CELLS:
        raise SheetTooLarge(file=name, sheet=sheet.name, cells=cells, most=MOST_CELLS)
    return sheet.iter_rows()  # type: ignore[return-value]


def _merges(areas: "list[tuple[tuple[int, int], tuple[int, int]]] | None") -> list[Area] | None:
    if areas is None:
        return None
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in areas]
