"""``import`` of one big sheet of opinions: the first time, again, and the memory it takes.

The sheet has no numbers by which its rows could be known again, only a 序号: the hard case.

Last measured on a busy machine of two cores: 4.4 times the reading, 2.0 times its memory, the
second import 0.9 times the first. The bar of 3 is not met. Of 4.0 s, with 0.9 s for reading
bare: rows and their two indexes 0.75, the reading process beyond the bare reading 0.4 (a
third of it looks through the parts of the workbook before they are opened), start 0.3, the
copy that is kept 0.3, keys 0.2, cells to values 0.15, telling records from other rows 0.15,
keeping the transaction 0.1, drawing numbers 0.1, the digest of what the sheet says 0.1.

Tried without gain: several rows in one statement; numbers inserted in their own order; the
index made after the rows (0.07 s, and dear in a full ledger); a workbook repacked without
compression; values of the kept copy written once each (0.04 s).
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
