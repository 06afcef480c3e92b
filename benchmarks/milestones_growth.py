"""``milestones --overdue`` among the milestones of many units and of few."""

from collections.abc import Iterator
from pathlib import Path

from measuring import Bench
from measuring import Program
from measuring import Result
from measuring import by_time
from measuring import said
from measuring import tool

FEW = 220
MANY = 22_000
ACTIONS = 20
SHOWN = 50


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the line."""
    few, many = bench.scaled(FEW), bench.scaled(MANY)
    programs = [_overdue(_ledger_of(bench, units)) for units in (few, many)]
    for program in programs:
        seen = said(program).count("规定动作")
        if seen < SHOWN:
            raise AssertionError(f"{seen} rows are seen, not {SHOWN}: {program.command}")
    work = f"milestones --overdue, {many:,} units × {ACTIONS}, {SHOWN} shown"
    yield by_time(work, f"{few:,} units", 1.3, bench.pairs(*programs))


def _ledger_of(bench: Bench, units: int) -> Path:
    """Return a ledger in which so many units owe their actions."""
    path = bench.folder / f"milestones-{units}.db"
    return bench.made("ledgers.py", path, "milestones", units)


def _overdue(ledger: Path) -> Program:
    """Return the listing as a person types it at a terminal."""
    words = ("--ledger", ledger, "milestones", "--overdue", "--limit", str(SHOWN))
    return tool(*words, at_terminal=True)
