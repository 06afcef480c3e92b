"""The copy of a file that is kept: without the columns that tell who spoke."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ledger.exchange.read import Book
from ledger.exchange.recognise import Table


def kept_copy(path: Path, book: Book, tables: Sequence[Table]) -> bytes:
    """Return what is kept of a file, packed.

    The file itself, where all of it was understood and nobody spoke up in it. Otherwise
    the values of the sheets that were understood, private columns left out: what was not
    understood might name somebody.
    """
    private = any(table.sheet.record == "opinion" for table in tables) or any(
        column.private for table in tables for column in table.columns.values()
    )
    if not private and len(tables) == len(book.grids):
        # A workbook is packed already.
        return zlib.compress(path.read_bytes(), 0 if book.kind != "csv" else 6)
    values = {table.grid.name: _values(table) for table in tables}
    return zlib.compress(json.dumps(values, ensure_ascii=False).encode("utf-8"))


def _values(table: Table) -> list[list[Any]]:
    """Return the header and the rows below it, under the columns that are no person's.

    What stands above the table, beside it or under no heading might name somebody.
    """
    first = table.grid.first_column
    kept = {at for at, column in table.columns.items() if not column.private}
    told = next((at for at, column in table.columns.items() if column.required), first) - first
    start = table.header_rows[0] - table.grid.first_row
    return [
        [_plain(value) if first + at in kept else None for at, value in enumerate(row)]
        for row in table.grid.rows[start:]
        if told < len(row) and row[told] not in (None, "")
    ]


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def kept(connection: sqlite3.Connection, file_id: int) -> bytes | None:
    """Return the copy that was kept of a file: its bytes, or JSON of its values."""
    found = connection.execute("select kept from source_file where id = ?", (file_id,)).fetchone()
    return zlib.decompress(found[0]) if found and found[0] else None
