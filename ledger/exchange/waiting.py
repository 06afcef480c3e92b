"""A file that was read and waits to be taken, and the copy that is kept of it."""

from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from ledger.exchange.keep import kept_copy
from ledger.exchange.keep import packed
from ledger.exchange.keep import some_rows
from ledger.exchange.read import Book
from ledger.exchange.recognise import Table
from ledger.exchange.settling import Choices


@dataclass
class Waiting:
    """A file that was read and recognised."""

    path: Path
    book: Book
    tables: list[Table]
    choices: list[Choices] = field(default_factory=list)
    plan: bool = False
    _kept: bytes | None = field(default=None, init=False)

    def rank(self, order: dict[str, int]) -> int:
        """Return the place of its earliest sheet in the order of taking: what is settled first."""
        if self.choices or self.plan:
            return -1
        return min(order[table.sheet.code] for table in self.tables)

    def kept(self) -> bytes:
        """Return the copy that is kept of it; made once, for it costs as much as a comparison."""
        if self._kept is None:
            self._kept = _copy(self)
        return self._kept


def _copy(waiting: Waiting) -> bytes:
    if waiting.plan:
        grids = waiting.book.grids
        return packed(
            {one.name: some_rows(one, range(one.first_row, one.last_row + 1)) for one in grids}
        )
    if not waiting.choices:
        return kept_copy(waiting.path, waiting.book, waiting.tables)
    rows = {
        one.grid.name: some_rows(one.grid, [one.header, *(row for row, _ in one.rows())])
        for one in waiting.choices
    }
    return packed(rows)
