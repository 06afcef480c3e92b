"""Memory of ``import`` for each row: of a large sheet, and of one ten times as large.

A sheet that costs more for each row the larger it is would end an office's computer.
"""

from collections.abc import Iterator

from import_opinions import OPINIONS
from import_opinions import sheet
from import_opinions import taking
from ledger_files import empty
from measuring import Bench
from measuring import Result
from measuring import run

TIMES = 10


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the line: what the tool has in memory before it reads a row counts apart."""
    start = empty(bench)
    counts = [100, bench.scaled(OPINIONS), bench.scaled(OPINIONS * TIMES)]
    ledger = bench.folder / "import.db"
    peaks = []
    for count in counts:
        importing = taking(sheet(bench, count), ledger, start)
        rounds = 1 if count == counts[-1] else bench.rounds
        peaks.append(min(run(importing).memory for _ in range(rounds)))
    small, large = (
        (peak - peaks[0]) / (count - counts[0])
        for count, peak in zip(counts[1:], peaks[1:], strict=True)
    )
    yield Result(
        f"import of {counts[2]:,} opinions, memory for each row",
        f"the same of {counts[1]:,}",
        1.1,
        [large / small],
        f"{large / 1024:.2f} kB : {small / 1024:.2f} kB",
    )
