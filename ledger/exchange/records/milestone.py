"""Milestones: one row a unit, and under each action what was done of it."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from typing import Final

from ledger.exchange import listing
from ledger.exchange.cells import apply_cells
from ledger.exchange.cells import compare_cells
from ledger.exchange.noun import Noun
from ledger.phases import milestones
from ledger.units import UnitNames
from schemas.sheets.progress import ACTION
from schemas.sheets.progress import NOT_OWED
from schemas.sheets.progress import TICK


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    """Yield one row a unit with a value under each action."""
    row: listing.Row = {}
    names = UnitNames(asked.connection)
    wanted = asked.parcel.milestones
    for found in milestones(asked.connection, asked.campaign, asked.today, wanted):
        if row and row["id"] != found["unit_id"]:
            yield row
            row = {}
        row = row or {"id": found["unit_id"], "unit": names.telling(found["unit_id"])}
        row[ACTION + found["code"]] = _cell(found)
    if row:
        yield row


def _cell(found: listing.Row) -> object:
    if found["done_on"]:
        return found["done_on"]
    if not found["count"]:
        return NOT_OWED if found["status"] == "waived" else None
    return TICK if found["count"] == found["required"] else found["count"]


def _has_own(asked: listing.Asked, unit: Mapping[str, Any]) -> bool:
    wanted = replace(asked.parcel.milestones, unit=unit["id"])
    rows = milestones(asked.connection, asked.campaign, asked.today, wanted)
    return any(row["unit_id"] == unit["id"] for row in rows)


NOUN: Final = Noun(
    "milestone",
    owned=False,
    compare=compare_cells,
    apply=apply_cells,
    listed=_listed,
    has_own=_has_own,
)
