"""What calamine does not tell of an .xls: hidden rows and columns, errors, our own mark.

The workbook's stream is taken out of its OLE container, and its records are walked
through once. Where something is not as it should be, nothing is told.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from struct import error as struct_error
from struct import unpack_from
from typing import Final

from ledger.exchange.kinds.parts import Facts
from ledger.exchange.read import ERROR
from ledger.exchange.read import MARK
from ledger.exchange.read import read_mark

_END: Final = 0xFFFFFFFA

_BOUNDSHEET: Final = 0x0085
_NAME: Final = 0x0018
_ROW: Final = 0x0208
_COLUMN_INFO: Final = 0x007D
_FORMULA: Final = 0x0006
_BOOL_OR_ERROR: Final = 0x0205
_BEGIN: Final = 0x0809


def facts_of(data: bytes) -> dict[str, Facts] | None:
    """Return what the worksheets say beside their values, or None where they cannot be told."""
    with suppress(struct_error, LookupError, ValueError):
        return _facts(_workbook_stream(data))
    return None


# The container ---------------------------------------------------------------------------------


@dataclass
class _Container:
    """An OLE file: sectors of one size, in chains."""

    data: bytes
    sector: int
    table: tuple[int, ...]

    def stream(self, start: int) -> bytes:
        """Return the bytes of a chain of sectors."""
        return b"".join(
            self.data[(at + 1) * self.sector : (at + 2) * self.sector]
            for at in _chain(self.table, start)
        )


def _chain(table: tuple[int, ...], start: int) -> Iterator[int]:
    at, steps = start, 0
    while at < _END:
        yield at
        at, steps = table[at], steps + 1
        if steps > len(table):
            raise ValueError(start)


def _numbers(data: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(data) // 4}I", data)


def _workbook_stream(data: bytes) -> bytes:
    sector = 1 << unpack_from("<H", data, 30)[0]
    container = _Container(data, sector, ())
    blocks = [at for at in _numbers(data[76:512]) if at < _END]
    more = unpack_from("<I", data, 68)[0]
    while more < _END and len(blocks) * sector < len(data):
        *listed, more = _numbers(data[(more + 1) * sector : (more + 2) * sector])
        blocks += [at for at in listed if at < _END]
    container.table = _numbers(
        b"".join(data[(at + 1) * sector : (at + 2) * sector] for at in blocks)
    )
    return _stream_of(container, ("Workbook", "Book"))


def _stream_of(container: _Container, names: tuple[str, ...]) -> bytes:
    directory = container.stream(unpack_from("<I", container.data, 48)[0])
    entries = {
        name: (start, size)
        for at in range(0, len(directory), 128)
        for name, start, size in [_entry(directory, at)]
    }
    start, size = next((entries[name] for name in names if name in entries), (_END, 0))
    if size >= unpack_from("<I", container.data, 56)[0]:
        return container.stream(start)[:size]
    short = container.stream(entries["Root Entry"][0])
    table = _numbers(container.stream(unpack_from("<I", container.data, 60)[0]))
    return b"".join(short[at * 64 : at * 64 + 64] for at in _chain(table, start))[:size]


def _entry(directory: bytes, at: int) -> tuple[str, int, int]:
    length = max(unpack_from("<H", directory, at + 64)[0] - 2, 0)
    name = directory[at : at + min(length, 62)].decode("utf-16-le")
    start, size = unpack_from("<II", directory, at + 116)
    return name, start, size


# The records -----------------------------------------------------------------------------------


def _records(stream: bytes, at: int = 0) -> Iterator[tuple[int, int, int]]:
    """Yield kind, place and size of each record."""
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        yield kind, at + 4, size
        at += 4 + size


def _facts(stream: bytes) -> dict[str, Facts]:
    names: dict[int, str] = {}
    marks = []
    found: dict[str, Facts] = defaultdict(Facts)
    order: list[str] = []
    sheet: Facts | None = None
    for kind, at, size in _records(stream):
        if kind == _BOUNDSHEET:
            order.append(_short_text(stream, at + 6, stream[at + 6]))
            names[unpack_from("<I", stream, at)[0]] = order[-1]
        elif kind == _NAME:
            marks.append(stream[at : at + size])
        elif kind == _BEGIN:
            title = names.get(at - 4)
            sheet = found[title] if title is not None else None
        elif sheet is not None:
            _take(sheet, stream, kind, at)
    for record in marks:
        _take_mark(record, found, order)
    return dict(found)


def _short_text(stream: bytes, at: int, length: int) -> str:
    """Return a text whose length stands in front and whose second byte says how wide it is."""
    wide = stream[at + 1] & 1
    text = stream[at + 2 : at + 2 + length * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1")


def _take(sheet: Facts, stream: bytes, kind: int, at: int) -> None:
    if kind == _ROW:
        if unpack_from("<H", stream, at + 12)[0] & 0x20:
            sheet.hidden_rows.add(unpack_from("<H", stream, at)[0] + 1)
    elif kind == _COLUMN_INFO:
        first, last, _, _, flags = unpack_from("<5H", stream, at)
        if flags & 1:
            sheet.hidden_columns |= set(range(first + 1, min(last, 255) + 2))
    elif kind in (_FORMULA, _BOOL_OR_ERROR):
        row, column = unpack_from("<HH", stream, at)
        if _is_error(stream, kind, at):
            sheet.unreadable[row + 1, column + 1] = ERROR


def _is_error(stream: bytes, kind: int, at: int) -> bool:
    if kind == _BOOL_OR_ERROR:
        return stream[at + 7] == 1
    return stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2


def _take_mark(record: bytes, found: dict[str, Facts], order: list[str]) -> None:
    """Take a name local to a worksheet whose formula is nothing but a text."""
    length, place = record[3], unpack_from("<H", record, 8)[0]
    wide = record[14] & 1
    start = 15 + length * (2 if wide else 1)
    name = record[15:start].decode("utf-16-le" if wide else "latin-1")
    if name != MARK or record[start] != 0x17 or not 0 < place <= len(order):
        return
    mark = read_mark(_short_text(record, start + 1, record[start + 1]))
    found[order[place - 1]].mark = mark
