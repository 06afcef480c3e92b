"""One record as a listing has it, found by its number or name in whichever campaign."""

import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from ledger import reading
from ledger.keys import record_id
from ledger.reading import Row


def item(connection: sqlite3.Connection, number: str, today: date) -> Row:
    """Return an item with the fields of the contract; raises UnknownRecord."""
    found = record_id(connection, number, "item")
    asked = reading.ItemFilter(numbers=(found,), dropped=True)
    campaign = _campaign(connection, "item", found)
    return next(reading.items(connection, campaign, today, asked))


def opinion(connection: sqlite3.Connection, number: str) -> Row:
    """Return an opinion with the fields of the contract; raises UnknownRecord."""
    found = record_id(connection, number, "opinion")
    asked = reading.OpinionFilter(numbers=(found,), whole=True)
    campaign = _campaign(connection, "opinion", found)
    return next(reading.opinions(connection, campaign, asked))


def opening(connection: sqlite3.Connection, record: str, number: str) -> str | None:
    """Return the period at whose beginning a record was there already, or None where it is new."""
    found = connection.execute(
        f'select opening from "{record}" where id = ?', (record_id(connection, number, record),)
    ).fetchone()
    period: str | None = found[0]
    return period


def unit(connection: sqlite3.Connection, campaign: int, unit_id: int) -> Row:
    """Return a unit with the fields of the contract, those of a campaign."""
    asked = reading.UnitFilter(numbers=(unit_id,), whole=True)
    return next(reading.units(connection, campaign, asked))


def tree(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Yield units below the one above them, each with its depth, in their own order.

    A unit whose parent is not among them stands on top.
    """
    by_id = {row["id"]: row for row in rows}
    below: dict[int | None, list[Row]] = {}
    for row in by_id.values():
        above = row["parent_id"] if row["parent_id"] in by_id else None
        below.setdefault(above, []).append(row)
    waiting = [(0, row) for row in reversed(below.get(None, []))]
    while waiting:
        depth, row = waiting.pop()
        yield depth, row
        waiting += [(depth + 1, child) for child in reversed(below.get(row["id"], []))]


def _campaign(connection: sqlite3.Connection, record: str, row_id: int) -> int:
    found = connection.execute(
        f'select campaign_id from "{record}" where id = ?', (row_id,)
    ).fetchone()
    return int(found[0])
