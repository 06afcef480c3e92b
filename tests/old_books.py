"""Workbooks of Excel 5 and 95, and the container that Excel 97 put its own into, by hand."""

import struct

_NONE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def excel_95(text: str, codepage: int | None) -> bytes:
    """The records of a workbook with one cell, in no container: xlrd takes them as well."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def begin(what: int) -> bytes:
        return record(0x0809, struct.pack("<HHHH", 0x0500, what, 0, 0))

    said = text.encode("gbk")
    style = record(0x00E0, struct.pack("<HHHHHHHH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0))
    font = record(0x0031, struct.pack("<HHHHHBBBx", 200, 0, 0x7FFF, 400, 0, 0, 0, 0) + b"\x01A")
    page = b"" if codepage is None else record(0x0042, struct.pack("<H", codepage))
    before = begin(5) + page + font + style
    place = len(before) + 4 + 9 + 4
    sheet = record(0x0085, struct.pack("<IH", place, 0) + b"\x02ab")
    label = record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(said)) + said)
    end = record(0x000A, b"")
    return before + sheet + end + begin(16) + label + end


def contained(stream: bytes) -> bytes:
    """A container with one short stream: its 64-byte pieces stand in a stream of their own."""
    pieces = -(-len(stream) // 64)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
    head += struct.pack("<HHHHH10xIIIIIIII", 62, 3, 0xFFFE, 9, 6, 1, 1, 0, 4096, 2, 1, _END, 0)
    head = (head + struct.pack("<I", 0)).ljust(512, b"\xff")
    table = _numbers(_TABLE, _END, _END, _END)
    entries = _entry("Root Entry", 5, 1, 3, pieces * 64) + _entry("Book", 2, _NONE, 0, len(stream))
    chain = _numbers(*range(1, pieces), _END)
    return head + table + entries.ljust(512, b"\0") + chain + stream.ljust(512, b"\0")


def _numbers(*numbers: int) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers).ljust(512, b"\xff")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(said), kind, 1, _NONE, _NONE, child)
    return said.ljust(64, b"\0") + links.ljust(52, b"\0") + struct.pack("<III", start, size, 0)
