"""The rows of a worksheet, changed in its text: what no edit is about stays byte for byte.

A tree of a hundred thousand rows costs a gigabyte; the text is walked through once.
"""

import re
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from functools import lru_cache
from html import escape
from typing import Final

from ledger.exchange.markup import storable
from ledger.exchange.package.parts import UnpatchableError
from ledger.exchange.read import column_letters
from ledger.exchange.read import column_number

#: From the style that a cell has, and the style of the cell that it is to look like, to its new.
Dress = Callable[[int, int], int]

_ROW_NUMBER: Final = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")
_SPANS: Final = re.compile(rb"""\sspans\s*=\s*["'](\d+):(\d+)["']""")
_HEIGHT: Final = re.compile(rb"""\sht\s*=\s*["']([\d.]+)["']""")
_HIDDEN: Final = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_STYLE: Final = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_PLACE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})\d{1,7}["']""")


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of a cell: its new style, and a text where it is to hold another one.

    ``like`` is the column of the cell in the same row that it is to look like.
    """

    dress: Dress
    text: str | None = None
    like: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    column: int
    head: bytes


class Rows:
    """The rows between the beginning and the end of a worksheet's data."""

    def __init__(self, text: bytes, prefix: bytes) -> None:
        self.text = text
        self._prefix = prefix
        self._row = re.compile(rb"<" + prefix + rb"row(?=[\s/>])([^>]*?)(/?)>")
        self._end = b"</" + prefix + b"row>"
        self._cell = re.compile(
            rb"<%bc(?=[\s/>])([^>]*?)(?:/>|>(.*?)</%bc>)" % (prefix, prefix), re.DOTALL
        )
        self._last = b"<" + prefix + b"c "

    @cached_property
    def heights(self) -> dict[int, float]:
        """The heights of rows that have one of their own, in points; hidden ones have none."""
        found = {}
        for number, row in self._rows():
            height = _HEIGHT.search(row[1])
            if _HIDDEN.search(row[1]):
                found[number] = 0.0
            elif height is not None:
                found[number] = float(height[1])
        return found

    def has_formula(self, column: int) -> bool:
        """Tell whether a formula stands in a column."""
        letters = column_letters(column).encode()
        place = rb"<%bc\s[^>]*?\br=[\"']%b\d+[\"'][^>]*>\s*<%bf[\s/>]"
        return re.search(place % (self._prefix, letters, self._prefix), self.text) is not None

    def styles_at(self, places: AbstractSet[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """Return the styles of cells; one that is not there has none."""
        wanted = {row for row, _ in places}
        found = {}
        for number, row in self._rows() if wanted else ():
            if number in wanted:
                inner, _ = self._inner(row)
                for cell in self._cells(inner):
                    if (number, cell.column) in places:
                        found[number, cell.column] = _style(cell.head)
        return found

    def styles_of(self, column: int) -> dict[int, int]:
        """Return the styles of the cells of a column, by row."""
        found = {}
        for number, row in self._rows():
            inner, _ = self._inner(row)
            for cell in self._cells(inner):
                if cell.column == column:
                    found[number] = _style(cell.head)
        return found

    def edited(self, edits: Mapping[int, Mapping[int, Edit]]) -> Iterator[bytes]:
        """Yield the text with the edits, by row and column; missing rows and cells are made."""
        waiting = sorted(edits, reverse=True)
        written = 0
        for number, row in self._rows():
            while waiting and waiting[-1] <= number:
                wanted = waiting.pop()
                yield self.text[written : row.start()]
                written = row.start()
                if wanted == number:
                    inner, end = self._inner(row)
                    yield self._changed(number, row[1], inner, edits[number])
                    written = end
                else:
                    yield self._changed(wanted, b' r="%d"' % wanted, b"", edits[wanted])
        yield self.text[written:]
        while waiting:
            wanted = waiting.pop()
            yield self._changed(wanted, b' r="%d"' % wanted, b"", edits[wanted])

    def _rows(self) -> Iterator[tuple[int, re.Match[bytes]]]:
        number = 0
        for row in self._row.finditer(self.text):
            said = _ROW_NUMBER.search(row[1])
            following = int(said[1]) if said else number + 1
            if following <= number:
                raise UnpatchableError("rows out of order")
            number = following
            yield number, row

    def _inner(self, row: re.Match[bytes]) -> tuple[bytes, int]:
        """Return what stands in a row, and where the row ends."""
        if row[2]:
            return b"", row.end()
        end = self.text.find(self._end, row.end())
        if end < 0:
            raise UnpatchableError("row without end")
        return self.text[row.end() : end], end + len(self._end)

    def _changed(self, number: int, head: bytes, inner: bytes, edits: Mapping[int, Edit]) -> bytes:
        columns = sorted(edits)
        changed = self._appended(number, inner, edits) or self._merged(number, inner, edits)
        head = _SPANS.sub(lambda said: _wider(said, columns[0], columns[-1]), head)
        name = self._prefix + b"row"
        return b"<%b%b>%b</%b>" % (name, head, changed, name)

    def _appended(self, number: int, inner: bytes, edits: Mapping[int, Edit]) -> bytes | None:
        """Return the row with one cell more at its end, the commonest case by far."""
        if len(edits) != 1:
            return None
        (column, edit), *_ = edits.items()
        last = inner.rfind(self._last)
        cell = self._cell.match(inner, last) if last >= 0 else None
        place = _PLACE.search(cell[1]) if cell else None
        if cell is None or place is None or cell.end() != len(inner):
            return None
        if column_number(place[1].decode().upper()) != edit.like or edit.like >= column:
            return None
        return inner + self._made(number, column, edit, 0, _style(cell[1]))

    def _merged(self, number: int, inner: bytes, edits: Mapping[int, Edit]) -> bytes:
        """Return the row with each edit in its place."""
        cells = list(self._cells(inner))
        styles = {cell.column: _style(cell.head) for cell in cells}
        waiting = sorted(edits, reverse=True)
        pieces = []
        written = 0

        def made(column: int) -> bytes:
            edit = edits[column]
            return self._made(number, column, edit, 0, styles.get(edit.like, 0))

        for cell in cells:
            pieces.append(inner[written : cell.start])
            written = cell.start
            while waiting and waiting[-1] < cell.column:
                pieces.append(made(waiting.pop()))
            if waiting and waiting[-1] == cell.column:
                edit = edits[waiting.pop()]
                pieces.append(self._redone(number, cell, inner, edit, styles))
                written = cell.end
        end = cells[-1].end if cells else 0
        pieces.append(inner[written:end])
        pieces += [made(column) for column in reversed(waiting)]
        pieces.append(inner[end:])
        return b"".join(pieces)

    def _cells(self, inner: bytes) -> Iterator[_Cell]:
        column = 0
        for cell in self._cell.finditer(inner):
            place = _PLACE.search(cell[1])
            following = column_number(place[1].decode().upper()) if place else column + 1
            if following <= column:
                raise UnpatchableError("cells out of order")
            column = following
            yield _Cell(cell.start(), cell.end(), column, cell[1])

    def _redone(
        self, number: int, cell: _Cell, inner: bytes, edit: Edit, styles: Mapping[int, int]
    ) -> bytes:
        own = styles[cell.column]
        if edit.text is not None:
            return self._made(number, cell.column, edit, own, styles.get(edit.like, 0))
        style = edit.dress(own, own)
        head = _STYLE.sub(b"", cell.head)
        head_end = cell.start + len(self._last) - 1 + len(cell.head)
        shown = b' s="%d"' % style if style else b""
        return b"<%bc%b%b%b" % (self._prefix, head, shown, inner[head_end : cell.end])

    def _made(self, number: int, column: int, edit: Edit, own: int, neighbour: int) -> bytes:
        style = edit.dress(own, neighbour)
        place = f"{column_letters(column)}{number}".encode()
        shown = b' s="%d"' % style if style else b""
        p = self._prefix
        if not edit.text:
            return b'<%bc r="%b"%b/>' % (p, place, shown)
        text = _escaped(edit.text)
        return (
            b'<%bc r="%b"%b t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%bc>'
        ) % (p, place, shown, p, p, text, p, p, p)


@lru_cache(maxsize=1_000)
def _escaped(text: str) -> bytes:
    """Return a text as it stands in a part; the words of results are few."""
    return escape(storable(text), quote=False).encode("utf-8", "replace")


def _style(head: bytes) -> int:
    found = _STYLE.search(head)
    return int(found[1]) if found else 0


def _wider(said: re.Match[bytes], first: int, last: int) -> bytes:
    return b' spans="%d:%d"' % (min(int(said[1]), first), max(int(said[2]), last))
