"""What calamine does not tell of an .xls: hidden rows and columns, errors, our own mark.

The workbook's stream is taken out of its OLE container, and its records are walked
through once. Where something is not as it should be, nothing is told.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
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
_LOCKED: Final = 0x002F
_PART_ENDS: Final = 0x000A
_SEVERAL: Final = 0x00BD
#: The records that hold cells; the first of a run of numbers, a number, a text and so on.
_CELLS: Final = frozenset(
    {_SEVERAL, _FORMULA, _BOOL_OR_ERROR, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x027E, 0x00BE}
)
_TEXTS: Final = 0x00FC
_EXTENT: Final = 0x0200


class HostileError(ValueError):
    """A chain runs in a circle or out of the file, or a record promises what no file holds.

    A reader that believes it fills the memory, and the process ends without a word.
    """


class PasswordError(ValueError):
    """The records are encrypted."""


def facts_of(data: bytes) -> dict[str, Facts] | None:
    """Return what the worksheets say beside their values, or None where they cannot be told.

    Raises HostileError for a file that no library may be given, and PasswordError.
    """
    try:
        stream = _workbook_stream(data)
    except (struct_error, LookupError, ValueError) as error:
        raise HostileError(type(error).__name__) from error
    try:
        found, whole = _facts(stream)
    except (struct_error, LookupError) as error:
        raise HostileError(type(error).__name__) from error
    return found if whole else None


def _workbook_stream(data: bytes) -> bytes:
    container = _opened(data)
    _check_chains(container)
    return container.read("workbook", "book")


# The container ---------------------------------------------------------------------------------


@dataclass
class _Container:
    """An OLE file: sectors of one size in chains, and a directory of the streams in them."""

    data: bytes
    sector: int
    table: tuple[int, ...] = ()
    small_table: tuple[int, ...] = ()
    small: bytes = b""
    smallest: int = 0
    entries: list[tuple[str, int, int]] = field(default_factory=list)

    def block(self, at: int) -> bytes:
        """Return the bytes of a sector."""
        return self.data[(at + 1) * self.sector : (at + 2) * self.sector]

    def chain(self, start: int) -> bytes:
        """Return the bytes of a chain of sectors."""
        return b"".join(self.block(at) for at in _chain(self.table, start))

    def table_of(self, name: str, size: int) -> tuple[int, ...]:
        """Return the table that the sectors of a stream are chained by."""
        return self.table if size >= self.smallest or name == _ROOT else self.small_table

    def read(self, *names: str) -> bytes:
        """Return the bytes of the first of some streams that is there."""
        for name in names:
            for entry, start, size in self.entries:
                if entry != name:
                    continue
                if size >= self.smallest:
                    return self.chain(start)[:size]
                places = _chain(self.small_table, start)
                return b"".join(self.small[at * 64 : at * 64 + 64] for at in places)[:size]
        raise LookupError(names)


_ROOT: Final = "root entry"


def _chain(table: tuple[int, ...], start: int) -> Iterator[int]:
    at, steps = start, 0
    while at < _END:
        yield at
        at, steps = table[at], steps + 1
        if steps > len(table):
            raise HostileError(start)


def _check_chains(container: _Container) -> None:
    """Follow the chains of all streams: no two of them share a sector, so they are short."""
    left = len(container.table) + len(container.small_table)
    for name, start, size in container.entries:
        if not size:
            continue
        with suppress(IndexError):
            for _ in _chain(container.table_of(name, size), start):
                left -= 1
                if left < 0:
                    raise HostileError(name)


def _numbers(data: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(data) // 4}I", data)


def _opened(data: bytes) -> _Container:
    """Read the tables and the directory of a container."""
    container = _Container(data, 1 << (unpack_from("<H", data, 30)[0] & 15))
    container.table = _numbers(b"".join(map(container.block, _table_blocks(container))))
    directory, container.smallest, small = unpack_from("<I4xII", data, 48)
    listed = container.chain(directory)
    container.entries = [_entry(listed, at) for at in range(0, len(listed) - 127, 128)]
    container.small_table = _numbers(container.chain(small))
    root = next((start for name, start, _ in container.entries if name == _ROOT), _END)
    container.small = container.chain(root)
    return container


def _table_blocks(container: _Container) -> list[int]:
    """Return the sectors that the table of sectors stands in."""
    data = container.data
    blocks = [at for at in _numbers(data[76:512]) if at < _END]
    more = unpack_from("<I", data, 68)[0]
    steps = 0
    while more < _END:
        *listed, more = _numbers(container.block(more))
        blocks += [at for at in listed if at < _END]
        steps += 1
        if steps * container.sector > len(data):
            raise HostileError(more)
    return blocks


def _entry(directory: bytes, at: int) -> tuple[str, int, int]:
    length = max(unpack_from("<H", directory, at + 64)[0] - 2, 0)
    name = directory[at : at + min(length, 62)].decode("utf-16-le", "replace")
    start, size = unpack_from("<II", directory, at + 116)
    return name.casefold(), start, size


# The records -----------------------------------------------------------------------------------


def _records(stream: bytes, at: int = 0) -> Iterator[tuple[int, int, int]]:
    """Yield kind, place and size of each record up to the one that ends its part."""
    kind = 0
    while kind != _PART_ENDS:
        kind, size = unpack_from("<HH", stream, at)
        yield kind, at + 4, size
        at += 4 + size


def _check_promise(stream: bytes, kind: int, at: int, size: int) -> None:
    """Refuse a record that says of a worksheet, or of all texts, what no file can hold."""
    if kind == _TEXTS and unpack_from("<I", stream, at + 4)[0] > len(stream):
        raise HostileError(at)
    if kind == _EXTENT and size >= 14:
        first, rows, left, columns = unpack_from("<IIHH", stream, at)
        backward = first >= rows > 0 or left >= columns > 0 or first > rows or left > columns
        if backward or rows > 65_536 or columns > 256:
            raise HostileError(rows)
    if kind in _CELLS and max(_columns(stream, kind, at, size)) > 255:
        raise HostileError(kind)


def _facts(stream: bytes) -> tuple[dict[str, Facts], bool]:
    """Return what the worksheets say, and whether all of them could be walked through."""
    found: dict[str, Facts] = defaultdict(Facts)
    order: list[str] = []
    names = []
    whole = True
    for kind, at, size in _records(stream):
        if kind == _LOCKED:
            raise PasswordError
        _check_promise(stream, kind, at, size)
        if kind == _BOUNDSHEET:
            title = _short_text(stream, at + 6, stream[at + 6])
            order.append(title)
            whole &= _walked(found[title], stream, unpack_from("<I", stream, at)[0])
        elif kind == _NAME:
            names.append(stream[at : at + size])
    for record in names:
        with suppress(struct_error, LookupError):
            _take_mark(record, found, order)
    return dict(found), whole


def _walked(sheet: Facts, stream: bytes, start: int) -> bool:
    """Take the records of one worksheet; tell whether they end as they should."""
    try:
        for kind, at, size in _records(stream, start):
            _check_promise(stream, kind, at, size)
            _take(sheet, stream, kind, at)
    except (struct_error, LookupError):
        return False
    return True


def _columns(stream: bytes, kind: int, at: int, size: int) -> tuple[int, int]:
    """Return the first and last column of a record of cells."""
    first = unpack_from("<H", stream, at + 2)[0]
    return first, unpack_from("<H", stream, at + size - 2)[0] if kind == _SEVERAL else first


def _short_text(stream: bytes, at: int, length: int) -> str:
    """Return a text whose length stands in front and whose second byte says how wide it is."""
    wide = stream[at + 1] & 1
    text = stream[at + 2 : at + 2 + length * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1", "replace")


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
    name = record[15:start].decode("utf-16-le" if wide else "latin-1", "replace")
    if name != MARK or record[start] != 0x17 or not 0 < place <= len(order):
        return
    mark = read_mark(_short_text(record, start + 1, record[start + 1]))
    found[order[place - 1]].mark = mark
