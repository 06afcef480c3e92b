"""``import`` of one big sheet of opinions: the first time, again, and the memory it takes.

The sheet has no numbers by which its rows could be known again, only a 序号: the hard case.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ledger_files import copy
from ledger_files import empty
from measuring import Bench
from measuring import Program
from measuring import Result
from measuring import bare
from measuring import by_memory
from measuring import by_time
from measuring import run
from measuring import tool

OPINIONS = 100_000


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the three lines."""
    count = bench.scaled(OPINIONS)
    workbook = sheet(bench, count)
    ledger = bench.folder / "import.db"
    first = taking(workbook, ledger, empty(bench))
    pairs = bench.pairs(bare("reading.py", workbook), first)
    work = f"import of {count:,} opinions"
    yield by_time(work, "reading the file with python-calamine", 3, pairs)
    yield by_memory(f"{work}, peak memory", "reading the file with python-calamine", 3, pairs)
    run(first)
    taken = bench.folder / f"opinions-{count}.db"
    copy(ledger, taken)
    again = taking(workbook, ledger, taken)
    yield by_time(f"{work}, again", "its first import", 1, bench.pairs(first, again))


def sheet(bench: Bench, count: int) -> Path:
    """Return a workbook of so many opinions."""
    return bench.made("workbooks.py", bench.folder / f"opinions-{count}.xlsx", "opinions", count)


def taking(workbook: Path, ledger: Path, before: Path) -> Program:
    """Return the import of a workbook into a copy of a ledger."""
    return tool("--ledger", ledger, "import", workbook, ready=partial(copy, before, ledger))
