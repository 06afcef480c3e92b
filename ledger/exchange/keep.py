"""The copy of a file that is kept: without the columns that tell who spoke."""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import compress
from pathlib import Path
from typing import Any
from typing import Final

from ledger.errors import NotKept
from ledger.errors import UnknownFile
from ledger.exchange.noun import noun_of
from ledger.exchange.plain import as_text
from ledger.exchange.read import Book
from ledger.exchange.read import Cell
from ledger.exchange.read import Grid
from ledger.exchange.read import columns_of
from ledger.exchange.recognise import Table
from ledger.exchange.rows import records_of

#: Rows of a worksheet at their addresses: the first column's number, the rows' numbers, and
#: each column's cells, None for a column that is not kept. Column by column they are sooner
#: packed and take less room; earlier ledgers have the cells row by row, as ``cells``.
Cells = dict[str, Any]

#: How much of a digest is shown, and how much of it has to be said.
SHOWN: Final = 16
_LEAST: Final = 6
#: What is shorter would be found in the names of worksheets that name nobody.
_SHORTEST: Final = 2
#: How hard values are packed: the first step takes most of what there is to gain.
_QUICK: Final = 1


def kept_copy(path: Path, book: Book, tables: Sequence[Table]) -> bytes:
    """Return what is kept of a file, packed.

    The file itself, where all of it was understood and nobody spoke up in it. Otherwise
    the values of the sheets that were understood, private columns left out: what was not
    understood might name somebody.
    """
    private = any(noun_of(table.sheet.record).spoken for table in tables) or any(
        column.private for table in tables for column in table.columns.values()
    )
    grids = {table.grid.name for table in tables if table.whole}
    if not private and len(grids) == len(book.grids):
        # A workbook is packed already.
        return zlib.compress(path.read_bytes(), 0 if book.kind != "csv" else 6)
    values: dict[str, Cells] = {}
    for at, table in enumerate(tables, 1):
        name = worksheet_name(table) or str(at)
        values[name if name not in values else f"{name} ({at})"] = _values(table)
    return packed(values)


def packed(values: Mapping[str, Cells]) -> bytes:
    """Return the values of worksheets as they are kept where the file itself is not."""
    text = json.dumps(values, ensure_ascii=False, default=str)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def _values(table: Table) -> Cells:
    """Return the header and the records, under the columns that are no person's.

    What stands around them, under no heading or in another table might name somebody.
    """
    if table.turned is not None:
        return some_rows(table.turned.grid, [table.turned.header, *table.turned.numbers])
    grid = table.grid
    kept = {at - grid.first_column for at, column in table.columns.items() if not column.private}
    header = [grid.rows[row - grid.first_row] for row in table.header_rows]
    records = records_of(table)
    taken = [at not in records.strange for at in range(len(records.numbers))]

    def without_strange(values: Sequence[Any]) -> Sequence[Any]:
        return list(compress(values, taken)) if records.strange else values

    columns = [
        [*(row[at] for row in header), *without_strange(column)] if at in kept else None
        for at, column in enumerate(records.columns)
    ]
    return {
        "column": grid.first_column,
        "rows": [*table.header_rows, *without_strange(records.numbers)],
        "columns": columns,
    }


def some_rows(grid: Grid, numbers: Sequence[int]) -> Cells:
    """Return rows of a worksheet as they are kept."""
    rows = [grid.rows[number - grid.first_row] for number in numbers]
    return {"column": grid.first_column, "rows": list(numbers), "columns": columns_of(rows)}


def worksheet_name(table: Table) -> str:
    """Return the name of a table's worksheet, nothing where it names somebody who spoke."""
    private = [number for number, column in table.columns.items() if column.private]
    places = [number - table.grid.first_column for number in private]
    rows = table.grid.rows[table.first_row - table.grid.first_row :]
    name = table.grid.name
    said = (as_text(row[place]) for row in rows for place in places)
    return "" if any(len(giver) >= _SHORTEST and giver in name for giver in said) else name


# Out again ------------------------------------------------------------------------------


def files(connection: sqlite3.Connection) -> Iterator[dict[str, str]]:
    """Yield the files that were taken, the newest first, with what is kept of each."""
    for digest, name, time, data in connection.execute(
        "select digest, name, recorded_at, kept from source_file order by id desc"
    ):
        kept = "none" if data is None else "whole" if _values_in(data) is None else "values"
        yield {"digest": digest[:SHOWN], "file": name, "recorded_at": time, "kept": kept}


def give_back(connection: sqlite3.Connection, digest: str, target: Path) -> str:
    """Write what is kept of a file, and return its name; ``digest`` may be its beginning.

    The file itself where it was kept whole, else a workbook with the values at their
    addresses. Raises UnknownFile, or NotKept.
    """
    from ledger.exchange.place import placed

    name, data = _found(connection, digest)
    values = _values_in(data)
    with placed(target) as beside:
        if values is None:
            beside.write_bytes(zlib.decompress(data))
        else:
            _write_values(values, beside)
    return name


def _found(connection: sqlite3.Connection, digest: str) -> tuple[str, bytes]:
    said = digest.strip().lower()
    rows = connection.execute(
        "select digest, name, kept from source_file where substr(digest, 1, ?) = ?"
        " order by kept is null, id desc",
        (len(said), said),
    ).fetchall()
    if len(said) < _LEAST or len({row[0] for row in rows}) != 1:
        raise UnknownFile(digest=digest)
    _, name, data = rows[0]
    if data is None:
        raise NotKept(file=name)
    return str(name), bytes(data)


def _values_in(data: bytes) -> dict[str, Cells] | None:
    """Return the values of worksheets, None where the file itself was kept."""
    text = zlib.decompress(data)
    if not text.startswith(b"{"):
        return None
    try:
        found: dict[str, Cells] = json.loads(text)
    except ValueError:
        return None
    return found


def _rows_in(kept: Cells) -> Iterable[Sequence[Cell]]:
    """Return the cells of kept rows, row by row."""
    if "cells" in kept:
        rows: list[list[Cell]] = kept["cells"]
        return rows
    empty = [None] * len(kept["rows"])
    return zip(*(empty if cells is None else cells for cells in kept["columns"]), strict=True)


def _write_values(values: Mapping[str, Cells], target: Path) -> None:
    from openpyxl import Workbook

    from ledger.exchange.frame import worksheet_name as free_name
    from ledger.exchange.markup import storable

    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    for name, kept in values.items():
        worksheet = book.create_sheet(free_name(name, taken, "zh"))
        for row, cells in zip(kept["rows"], _rows_in(kept), strict=True):
            for column, value in enumerate(cells, kept["column"]):
                if value is None:
                    continue
                said = storable(value) if isinstance(value, str) else value
                cell = worksheet.cell(row, column, said)
                if isinstance(value, str):
                    cell.data_type = "s"
    book.save(target)
