"""Ledgers to begin from: copied before each run, so that every run finds the same."""

import shutil
from pathlib import Path

from measuring import Bench

UNITS = 220


def empty(bench: Bench, units: int = UNITS) -> Path:
    """Return a ledger of so many units and nothing else."""
    return bench.made("ledgers.py", bench.folder / f"units-{units}.db", "units", units)


def copy(ledger: Path, target: Path) -> None:
    """Put a copy of a closed ledger in the place of another one."""
    for rest in ("-wal", "-shm"):
        target.with_name(target.name + rest).unlink(missing_ok=True)
    shutil.copyfile(ledger, target)
