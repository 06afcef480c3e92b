"""``export`` of many items, against openpyxl writing the same cells bare."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from measuring import BARE
from measuring import Bench
from measuring import Result
from measuring import bare
from measuring import by_time
from measuring import run
from measuring import tool
from overdue import ledger_of

ITEMS = 100_000


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the line."""
    items = bench.scaled(ITEMS)
    written, plain = bench.folder / "export.xlsx", bench.folder / "plain.xlsx"
    words = ("--ledger", ledger_of(bench, items), "export", "rectification", "-o", written)
    exporting = tool(*words, ready=partial(written.unlink, missing_ok=True))
    run(exporting)
    cells = bench.folder / f"export-{items}.pickle"
    subprocess.run([sys.executable, BARE / "cells.py", written, cells], check=True)
    pairs = bench.pairs(bare("writing.py", cells, plain), exporting)
    work = f"export of {items:,} items"
    yield by_time(work, "openpyxl write-only, the same cells bare", 1.2, pairs)
