"""``month-end`` of a county's mail, against opening the same workbooks with openpyxl.

Last measured on a busy machine of two cores: 1.4 times the opening; the bar of 1 is not met.
Of some 11 ms for a workbook: reading 2.3 and asking for it 0.5, the place of the header and
the kind of sheet 1.8, telling records from other rows 1.2, cells to values 0.8, the entry
with its rows and what is kept 1.7, comparing 0.3; an answer, for one in ten, 5 to 8 ms.
"""

import shutil
from collections.abc import Iterator

from ledger_files import copy
from ledger_files import empty
from measuring import Bench
from measuring import Result
from measuring import bare
from measuring import by_time
from measuring import tool

WORKBOOKS = 1_100
OPINIONS = 20_000
ITEMS = 7_000
PERIOD = "2014-05"


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the line."""
    workbooks, opinions, items = map(bench.scaled, (WORKBOOKS, OPINIONS, ITEMS))
    inbox = bench.made(
        "workbooks.py", bench.folder / f"inbox-{workbooks}", "inbox", workbooks, opinions, items
    )
    start = empty(bench, workbooks)
    ledger, outbox = bench.folder / "month-end.db", bench.folder / "outbox"

    def ready() -> None:
        copy(start, ledger)
        shutil.rmtree(outbox, ignore_errors=True)

    mail = ("--inbox", inbox, "--outbox", outbox)
    ending = tool("--ledger", ledger, "month-end", PERIOD, *mail, ready=ready)
    pairs = bench.pairs(bare("opening.py", inbox), ending)
    work = f"month-end: {workbooks:,} workbooks, {opinions:,} opinions, {items:,} items"
    yield by_time(work, "opening them with openpyxl", 1, pairs)
