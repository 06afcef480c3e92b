"""``rectify --overdue`` at a terminal, against a bare program that prints the same rows."""

import json
from collections.abc import Iterator
from pathlib import Path

from measuring import Bench
from measuring import Program
from measuring import Result
from measuring import bare
from measuring import by_time
from measuring import said
from measuring import tool

ITEMS = 100_000
SHOWN = 50


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the line."""
    items = bench.scaled(ITEMS)
    ledger = ledger_of(bench, items)
    rows = _rows(ledger, bench.folder / f"overdue-{items}.json")
    listing = overdue(ledger)
    plain = bare("listing.py", "rectify", at_terminal=True, environment={"ROWS": str(rows)})
    for program in (listing, plain):
        seen = said(program).count("ZG-")
        if seen != SHOWN:
            raise AssertionError(f"{seen} rows are seen, not {SHOWN}: {program.command}")
    pairs = bench.pairs(plain, listing)
    work = f"rectify --overdue, {items:,} items, {SHOWN} shown"
    yield by_time(work, "a bare Typer program, same rows with Rich", 1.5, pairs)


def ledger_of(bench: Bench, items: int) -> Path:
    """Return a ledger of so many items."""
    return bench.made("ledgers.py", bench.folder / f"items-{items}.db", "items", items)


def overdue(ledger: Path) -> Program:
    """Return the listing as a person types it at a terminal."""
    return tool(*_words(ledger), at_terminal=True)


def _words(ledger: Path) -> tuple[str | Path, ...]:
    return "--ledger", ledger, "rectify", "--overdue", "--limit", str(SHOWN)


def _rows(ledger: Path, path: Path) -> Path:
    """Write the cells that the tool shows, as texts, under their headings."""
    from schemas.record import ITEM

    fields = [one for one in ITEM.fields if one.shown]
    items = json.loads(said(tool(*_words(ledger), "--format", "json")))
    rows = [
        ["" if item[one.name] is None else str(item[one.name]) for one in fields] for item in items
    ]
    headings = [one.zh for one in fields]
    path.write_text(json.dumps([headings, *rows], ensure_ascii=False), encoding="utf-8")
    return path
