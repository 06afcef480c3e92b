"""Totals that were typed by hand: one that disagrees with its rows is said, and never taken."""

from collections.abc import Iterator
from itertools import pairwise

from ledger.exchange.note import Note
from ledger.exchange.plain import as_text
from ledger.exchange.plain import plain
from ledger.exchange.recognise import Table
from ledger.exchange.rows import PART
from ledger.exchange.rows import TOTALS
from schemas.quantity import read_count
from schemas.sheet_words import AVERAGE
from schemas.sheet_words import SUBTOTAL
from schemas.sheet_words import TOTAL


def disagreeing(
    table: Table,
    set_aside: list[tuple[int, str]],
    rows: list[int],
    counts: dict[int, list[int | None]],
) -> Iterator[Note]:
    """Yield a note for each total that is no sum of the rows that it can be about.

    ``rows`` are the records' numbers, ``counts`` what was read in the columns that count
    something; a column with a cell that could not be read is not among them.
    """
    breaks = [number for number, reason in set_aside if reason in (TOTALS, PART)]
    edges = [0, *breaks, table.grid.last_row + 1]
    for number, reason in set_aside:
        label = _label(table, number) if reason == TOTALS else ""
        if not TOTAL.match(label) or AVERAGE.match(label):
            continue
        above = max(edge for edge in edges if edge < number)
        below = min(edge for edge in edges if edge > number)
        for column, values in counts.items():
            said = read_count(table.grid.cell(number, column))
            if not isinstance(said, int):
                continue
            sums = _Sums(rows, values)
            part, whole = sums.between(above, number), sums.between(0, edges[-1])
            others = {sums.between(0, number), sums.between(number, below)}
            others |= {sums.between(a, b) for a, b in pairwise(edges) if number in (a, b)}
            if said not in {part, whole, *others}:
                yield Note(
                    "notes_sheets.total_disagrees",
                    {
                        "row": number,
                        "label": label,
                        "heading": table.heading_of(column),
                        "said": said,
                        "sum": part if SUBTOTAL.search(label) else whole,
                    },
                )


def _label(table: Table, number: int) -> str:
    """Return the first text of a row that names a total."""
    line = table.grid.rows[number - table.grid.first_row]
    texts = (plain(as_text(cell)) for cell in line if cell not in (None, ""))
    return next((text for text in texts if TOTAL.match(text)), "")


class _Sums:
    def __init__(self, rows: list[int], values: list[int | None]) -> None:
        self.pairs = list(zip(rows, values, strict=True))

    def between(self, above: int, below: int) -> int:
        """Return the sum of what stands between two rows."""
        return sum(value or 0 for row, value in self.pairs if above < row < below)
