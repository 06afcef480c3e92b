"""Step 6: the answer to a sender, in the sender's own file.

Wrong cells are coloured and have a comment that says what is wrong and how to mend it; a
column target the table says what became of each row; a worksheet holds the receipt. What
of the sender's file cannot be kept is said there, too. The file itself is never touched.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from hashlib import file_digest
from io import BytesIO
from pathlib import Path

from ledger.exchange.read import Book
from ledger.exchange.read import Grid
from schemas.locale import say


@dataclass(frozen=True)
class Remark:
    """What is to be said of a cell, or of a whole row where there is no column.

    Rows and columns are counted from 1.
    """

    grid: str
    row: int
    column: int | None
    words: str


@dataclass(frozen=True)
class Place:
    """Where a table stands in its grid: the last row of its header, its last column."""

    header: int
    last: int


@dataclass(frozen=True)
class Marks:
    """All that is to be marked in a file.

    ``results`` are the words for rows, by grid and row. ``places`` say where the tables
    stand; a grid that has none of its own is taken to have its header above the first row
    with a result.
    """

    remarks: Sequence[Remark]
    results: Mapping[tuple[str, int], str]
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True)
class Receipt:
    """The receipt: its title, its lines as label and value, a sentence for the sender."""

    title: str
    lines: tuple[tuple[str, str], ...]
    message: str = ""


def write_answer(
    source: Path, book: Book, marks: Marks, receipt: Receipt, target: Path, *, lang: str
) -> tuple[str, ...]:
    """Write the answer, and return sentences on what of the sender's file is not kept.

    Of a sender's .xlsx the answer is a copy whose parts are changed only where marks stand;
    of one that holds what cannot be changed in place, a copy as openpyxl saves it; of other
    kinds, and of a file that is no longer as it was read, an .xlsx with the same cells.
    It is written into its place as it is: an Outbox sees to it that it is whole or not there.
    """
    answer = _Answer(book, marks, receipt, lang)
    as_read = _digest(source) == book.digest
    if book.kind == "xlsx" and as_read:
        lost = answer.patched(source, target)
        if lost is None:
            lost = answer.saved_anew(source, target)
        if lost is not None:
            return lost
    return answer.rebuilt(source if as_read else None, target)


@dataclass(frozen=True)
class _Answer:
    """What is to be written, however the sender's cells get into the workbook."""

    book: Book
    marks: Marks
    receipt: Receipt
    lang: str

    def patched(self, source: Path, target: Path) -> tuple[str, ...] | None:
        """Mark a copy of the sender's package; return None where that cannot be done."""
        try:
            return self._mark(source, target, ())
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - what is unknown in a package may fail in any way
            return None

    def saved_anew(self, source: Path, target: Path) -> tuple[str, ...] | None:
        """Mark a copy that openpyxl saved; return None where openpyxl cannot do it."""
        from ledger.exchange import lost
        from ledger.exchange.sendercopy import save_copy

        copy = BytesIO()
        try:
            said = [*lost.parts(source, self.lang), *save_copy(source, copy, self.book, self.lang)]
            return self._mark(copy, target, said)
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - whatever openpyxl stumbles over, there is an answer
            return None

    def rebuilt(self, source: Path | None, target: Path) -> tuple[str, ...]:
        """Mark a workbook with the sender's cells."""
        from ledger.exchange.rebuilt import rebuild

        copy = BytesIO()
        tables = places(self.book.grids, self.marks)
        names, said = rebuild(source, self.book, tables, copy, self.lang)
        return self._mark(copy, target, said, names)

    def _mark(
        self,
        source: Path | BytesIO,
        target: Path,
        lost: Sequence[str],
        names: Mapping[str, str] | None = None,
    ) -> tuple[str, ...]:
        from ledger.exchange.marking import Marker

        tables = places(self.book.grids, self.marks)
        with Marker(source, self.book.grids, self.lang, names=names) as marker:
            for grid in self.book.grids:
                marker.mark(grid.name, self.marks, tables.get(grid.name))
            said = (*lost, *(say(f"workbook.lost_{name}", self.lang) for name in marker.lost))
            marker.put_receipt(self.receipt, said)
            marker.save(target)
        return said


def _digest(source: Path) -> str | None:
    """Return a file's digest, None where it is gone: its cells are known all the same."""
    try:
        with source.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def places(grids: Iterable[Grid], marks: Marks) -> dict[str, Place]:
    """Return where the tables stand that have results."""
    by_name = {grid.name: grid for grid in grids}
    first: dict[str, int] = {}
    for name, row in marks.results:
        first[name] = min(row, first.get(name, row))
    return {
        name: marks.places.get(name) or _guessed(by_name[name], row)
        for name, row in first.items()
        if name in by_name
    }


def _guessed(grid: Grid, first: int) -> Place:
    """Return the filled row above the first result, and the last column filled near it."""
    header = first - 1
    while header > grid.first_row and not any(_row(grid, header)):
        header -= 1
    last = 1
    for row in (header - 1, header, first):
        filled = [n for n, value in enumerate(_row(grid, row)) if value not in (None, "")]
        if filled and row >= grid.first_row:
            last = max(last, filled[-1] + grid.first_column)
    return Place(max(1, header), last)


def _row(grid: Grid, row: int) -> Sequence[object]:
    line = row - grid.first_row
    return grid.rows[line] if 0 <= line < len(grid.rows) else ()
