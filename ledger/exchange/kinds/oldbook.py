"""The .xls of Excel 97 to 2003, and those of Excel 5 and 95, read by xlrd.

xlrd tells all there is to tell of them: values, days, errors, merged cells, what is hidden,
names. calamine stands in where a workbook has something in it that xlrd stumbles over.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from datetime import datetime
from datetime import timedelta
from functools import partial
from io import StringIO
from struct import error as struct_error
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger.exchange.kinds.excel import by_calamine
from ledger.exchange.kinds.excel import translated
from ledger.exchange.mistakes import FileEncrypted
from ledger.exchange.mistakes import SheetTooLarge
from ledger.exchange.note import Note
from ledger.exchange.read import ERROR
from ledger.exchange.read import MARK
from ledger.exchange.read import MOST_CELLS
from ledger.exchange.read import Cell
from ledger.exchange.read import Flow
from ledger.exchange.read import Grid
from ledger.exchange.read import Mark
from ledger.exchange.read import read_mark
from ledger.exchange.shown import Look
from ledger.exchange.shown import look_of

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

#: What cells are to xlrd.
_EMPTY, _TEXT, _NUMBER, _DAY, _BOOLEAN, _ERROR, _BLANK = range(7)
_AS_THEY_ARE: Final = frozenset({_EMPTY, _TEXT, _NUMBER, _BLANK})
#: How Excel 5 and 95 wrote where a workbook does not say it: they ran in Chinese.
_CHINESE: Final = "gb18030"
_UNICODE: Final = 80
#: What xlrd stumbles over in workbooks whose container is whole.
_STUMBLES: Final = (
    struct_error,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    UnicodeError,
)


def read_xls(name: str, data: bytes) -> tuple[Iterator[Flow], str | None, list[Note]]:
    """Read an .xls, whichever program and year it comes from."""
    with translated(name):
        try:
            book = _opened(name, data)
            sheets = [book.sheet_by_index(number) for number in range(book.nsheets)]
        except _STUMBLES:
            return by_calamine(name, data, {}), None, [Note("notes_sheets.hidden_unknown")]
    return _flows(name, book, sheets), None, []


def _opened(name: str, data: bytes) -> "Book":
    import xlrd
    from xlrd.compdoc import CompDocError

    _check_short_streams(data)
    read = partial(
        xlrd.open_workbook,
        file_contents=data,
        formatting_info=True,
        ragged_rows=True,
        on_demand=True,
        logfile=StringIO(),
    )
    try:
        book = read()
    except CompDocError:
        # Some programs let two chains share a sector; one that runs in a circle still ends.
        book = read(ignore_workbook_corruption=True)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise FileEncrypted(file=name) from error
        raise
    if book.biff_version < _UNICODE and not book.codepage:
        book = read(encoding_override=_CHINESE)
    return book


def _check_short_streams(data: bytes) -> None:
    """Refuse a container in which a short stream runs in a circle: xlrd would follow it."""
    from xlrd.compdoc import SIGNATURE
    from xlrd.compdoc import CompDoc
    from xlrd.compdoc import CompDocError

    if not data.startswith(SIGNATURE):
        return
    container = CompDoc(data, StringIO(), ignore_workbook_corruption=True)
    following = container.SSAT
    for entry in container.dirlist:
        at, left = entry.first_SID, len(following)
        while entry.tot_size < container.min_size_std_stream and 0 <= at < len(following):
            at, left = following[at], left - 1
            if left < 0:
                raise CompDocError(entry.name)


def _flows(name: str, book: "Book", sheets: "list[Sheet]") -> Iterator[Flow]:
    with translated(name):
        marks, looks = _marks(book), dict(_looks(book))
        for number, sheet in enumerate(sheets):
            if sheet.name == MARK:
                continue
            grid = Grid(
                sheet.name,
                merges=[
                    (top + 1, left + 1, bottom, right)
                    for top, bottom, left, right in sheet.merged_cells
                ],
                visible=not sheet.visibility,
                mark=marks.get(number),
                hidden_rows=frozenset(_hidden(sheet.rowinfo_map)),
                hidden_columns=frozenset(_hidden(sheet.colinfo_map)),
                since_1904=book.datemode == 1,
            )
            yield Flow(grid, _rows(name, book, sheet, looks))


def _hidden(told: dict[int, Any]) -> Iterator[int]:
    return (place + 1 for place, info in told.items() if info.hidden)


def _marks(book: "Book") -> dict[int, Mark]:
    """Return the marks of the worksheets, by their numbers: names that are a text."""
    found = {}
    for name in book.name_obj_list:
        mark = read_mark(getattr(name.result, "value", None)) if name.name == MARK else None
        if mark is not None:
            found[name.scope] = mark
    return found


def _looks(book: "Book") -> Iterator[tuple[int, Look]]:
    """Yield the dresses of cells that show a number as a code."""
    for number, dress in enumerate(book.xf_list):
        known = book.format_map.get(dress.format_key)
        look = look_of(known.format_str) if known is not None else None
        if look is not None:
            yield number, look


def _rows(name: str, book: "Book", sheet: "Sheet", looks: dict[int, Look]) -> Iterator[list[Cell]]:
    """Yield the rows up to the last one with a value: formats alone may reach to the edge."""
    widths = [_filled(sheet.row_types(row)) for row in range(sheet.nrows)]
    width = max(widths, default=0)
    while widths and not widths[-1]:
        widths.pop()
    if width * len(widths) > MOST_CELLS:
        count = width * len(widths)
        raise SheetTooLarge(file=name, sheet=sheet.name, cells=count, most=MOST_CELLS)
    for row, filled in enumerate(widths):
        cells = _cells(book, sheet, row)[:filled]
        if looks:
            _show(sheet, row, cells, looks)
        yield [*cells, *[None] * (width - filled)]


def _show(sheet: "Sheet", row: int, cells: list[Cell], looks: dict[int, Look]) -> None:
    for column, value in enumerate(cells):
        look = looks.get(sheet.cell_xf_index(row, column))
        if look is not None:
            cells[column] = look.of(value)


def _filled(types: Any) -> int:
    """Return how many cells there are up to the last one with a value."""
    last = len(types)
    while last and types[last - 1] in (_EMPTY, _BLANK):
        last -= 1
    return last


def _cells(book: "Book", sheet: "Sheet", row: int) -> list[Cell]:
    kinds, values = sheet.row_types(row), sheet.row_values(row)
    if _AS_THEY_ARE.issuperset(kinds):
        return values  # type: ignore[no-any-return]
    return [
        value if kind in _AS_THEY_ARE else _read(book, sheet, row, column, kind, value)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True))
    ]


def _read(book: "Book", sheet: "Sheet", row: int, column: int, kind: int, value: Any) -> Cell:
    if kind == _ERROR:
        return ERROR
    if kind == _BOOLEAN:
        return bool(value)
    look = book.xf_list[sheet.cell_xf_index(row, column)]
    return _day(value, book.datemode, book.format_map[look.format_key].format_str)


def _day(value: float, datemode: int, look: str) -> Cell:
    """Return what a number in a format of days and times is; the number where it is none."""
    from xlrd.xldate import xldate_as_datetime

    with suppress(ValueError, OverflowError):
        if "[h" in look.lower():
            return timedelta(days=value)
        when: datetime = xldate_as_datetime(value, datemode)
        if 0 < value < 1:
            return when.time()
        return _without_time(when)
    return value


def _without_time(when: datetime) -> date:
    return when if when.hour or when.minute or when.second else when.date()
