"""``rectify --overdue`` in its default order, among a million items and ten thousand."""

from collections.abc import Iterator

from measuring import Bench
from measuring import Result
from measuring import by_time
from overdue import SHOWN
from overdue import ledger_of
from overdue import overdue

FEW = 10_000
MANY = 1_000_000


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the line."""
    few, many = bench.scaled(FEW), bench.scaled(MANY)
    pairs = bench.pairs(overdue(ledger_of(bench, few)), overdue(ledger_of(bench, many)))
    work = f"rectify --overdue, {many:,} items, {SHOWN} shown"
    yield by_time(work, f"{few:,} items", 1.3, pairs)
