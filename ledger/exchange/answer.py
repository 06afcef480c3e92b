"""Step 6: the answer to a sender, in the sender's own file.

Wrong cells are coloured and have a comment that says what is wrong and how to mend it; a
column beside the table says what became of each row; a worksheet holds the receipt. What
of the sender's file cannot be kept is said there, too. The file itself is never touched.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.exchange.place import placed
from ledger.exchange.read import Book
from ledger.exchange.read import Grid
from schemas.locale import say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


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

    Of a sender's .xlsx the answer is a copy; of other kinds, and of a file that openpyxl
    cannot open, it is an .xlsx with the same cells. Raises MachineFailed where it cannot
    be written.
    """
    answer = _Answer(book, marks, receipt, lang)
    with placed(target) as beside:
        if book.kind == "xlsx":
            lost = answer.copied(source, beside)
            if lost is not None:
                return lost
        return answer.rebuilt(beside)


@dataclass(frozen=True)
class _Answer:
    """What is to be written, however the sender's cells get into the workbook."""

    book: Book
    marks: Marks
    receipt: Receipt
    lang: str

    def copied(self, source: Path, beside: Path) -> tuple[str, ...] | None:
        """Mark a copy of the sender's file; return None where openpyxl cannot do it."""
        from ledger.exchange import lost
        from ledger.exchange.sendercopy import open_copy
        from ledger.exchange.sendercopy import settle

        try:
            workbook = open_copy(source)
            said = [*lost.parts(source, self.lang), *settle(workbook, self.book.grids, self.lang)]
            self._mark(workbook, {sheet.title: sheet for sheet in workbook.worksheets}, said)
            workbook.save(beside)
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - whatever openpyxl stumbles over, there is an answer
            return None
        return tuple(said)

    def rebuilt(self, beside: Path) -> tuple[str, ...]:
        """Mark a workbook with the sender's cells."""
        from ledger.exchange.rebuilt import rebuild

        grids = self.book.grids
        workbook, worksheets = rebuild(grids, places(grids, self.marks), self.lang)
        said = (say("workbook.lost_layout", self.lang),)
        self._mark(workbook, worksheets, said)
        workbook.save(beside)
        return said

    def _mark(
        self, workbook: "Workbook", worksheets: Mapping[str, "Worksheet"], lost: Sequence[str]
    ) -> None:
        from ledger.exchange.marking import Marker
        from ledger.exchange.receipt import put_receipt

        marker = Marker(workbook, worksheets, self.lang)
        marker.clear()
        for name, place in places(self.book.grids, self.marks).items():
            results = self.marks.results.items()
            marker.put_results(name, place, {row: w for (grid, row), w in results if grid == name})
        marker.put_remarks(self.marks.remarks)
        put_receipt(workbook, self.receipt, marker.said, lost, self.lang)


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
