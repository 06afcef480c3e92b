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
    """Yield one row a unit with a value under each action: what it does not owe is told."""
    row: listing.Row = {}
    names = UnitNames(asked.connection)
    wanted = asked.parcel.milestones
    plan = asked.campaign.plan
    free = {ACTION + action.code: NOT_OWED for action in plan.actions}
    recurring = {action.code for action in plan.actions if action.every}
    for found in milestones(asked.connection, asked.campaign, asked.today, wanted):
        if row and row["id"] != found["unit_id"]:
            yield row
            row = {}
        row = row or {"id": found["unit_id"], "unit": names.telling(found["unit_id"]), **free}
        row[ACTION + found["code"]] = _cell(found, dated=found["code"] not in recurring)
    if row:
        yield row


def _cell(found: listing.Row, *, dated: bool) -> object:
    if found["status"] == "waived":
        return NOT_OWED
    if found["done_on"] and dated:
        return found["done_on"]
    if not found["count"]:
        return None
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
