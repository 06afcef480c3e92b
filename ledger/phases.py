"""Phases: what each unit owes by the plan, what it has done, what was waived.

What is due is derived from plan and unit each time; stored is only what was done, counted
or waived. An action that no rule of the plan gives to a unit is not owed by it.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from typing import Any

from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.errors import NotOwed
from ledger.errors import UnknownAction
from ledger.owing import MilestoneFilter
from ledger.owing import Owing
from ledger.standing import Standing
from ledger.standing import Time
from ledger.standing import UnitStanding
from ledger.units import UnitNames
from schemas import record
from schemas.plan import Action
from schemas.plan import Plan

if TYPE_CHECKING:
    from ledger.store import Entry

__all__ = ["MilestoneFilter", "action_of", "milestones", "times", "waive"]

Row = dict[str, Any]


def milestones(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    asked: MilestoneFilter,
) -> Iterator[Row]:
    """Yield what units owe with the fields of the contract, required actions first.

    Units come in the order of the roster, never by how much they did. An action that
    recurs is one row: of so many times, so many.
    """
    for unit, found in standings(connection, campaign, today, asked):
        if not asked.overdue or found.status == "overdue":
            yield _row(campaign, unit, found)


def times(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    asked: MilestoneFilter,
) -> Iterator[Row]:
    """Yield the same with a row for each time of an action that recurs.

    Of units that share a name, each is called by its parent's and its own.
    """
    told = reading.told_apart(connection)
    for unit, found in standings(connection, campaign, today, asked):
        rows = [_at_time(campaign, unit, found, time) for time in found.times]
        for row in rows or [_row(campaign, unit, found)]:
            if not asked.overdue or row["status"] == "overdue":
                yield row | {"unit": told.get(row["unit_id"], row["unit"])}


def standings(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    asked: MilestoneFilter,
) -> Iterator[tuple[UnitStanding, Standing]]:
    """Yield how each action that a unit owes stands there."""
    owing = Owing(connection, campaign, today, asked)
    for unit in owing.units():
        for action in owing.actions:
            found = unit.of(action.code)
            if found is not None:
                yield unit, found


def _row(campaign: CampaignInUse, unit: UnitStanding, found: Standing) -> Row:
    row = {
        "campaign": campaign.code,
        "unit": unit.unit["name"],
        "phase": campaign.plan.phase_name(found.action.phase),
        "action": found.action.name,
        "kind": found.action.kind,
        "due_on": _text(found.due.on),
        "due_text": found.due_text,
        "late_after": _text(found.due.late_after),
        "done_on": _text(found.done_on),
        "required": found.required,
        "count": found.count,
        "status": found.status,
        "note": found.note,
    }
    fields = reading.fields(record.MILESTONE, row)
    return fields | {"unit_id": unit.unit["id"], "code": found.action.code}


def _at_time(campaign: CampaignInUse, unit: UnitStanding, found: Standing, time: Time) -> Row:
    """Return the row of one time of an action that recurs."""
    due = _text(time.span.due)
    return _row(campaign, unit, found) | {
        "due_on": due,
        "late_after": due,
        "done_on": _text(time.done_on),
        "required": 1,
        "count": int(time.status.startswith("done")),
        "status": time.status,
    }


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def action_of(plan: Plan, said: str) -> Action:
    """Return the plan's action of a code or name; raises UnknownAction."""
    from difflib import get_close_matches

    for action in plan.actions:
        if said in (action.code, action.name, *action.aliases):
            return action
    known = [action.name for action in plan.actions]
    near = get_close_matches(said, known, n=3, cutoff=0.3) or known[:3]
    raise UnknownAction(action=said, near="、".join(near) or "—")


# Writing --------------------------------------------------------------------------------


def waive(
    entry: "Entry",
    campaign: CampaignInUse,
    unit: int,
    action: Action,
    *,
    by: str,
    why: str,
    until: date | None = None,
) -> None:
    """Free a unit from an action: by whom, why, until when. Raises NotOwed."""
    asked = MilestoneFilter(unit=unit, action=action.code)
    owed = milestones(entry.connection, campaign, entry.today, asked)
    if not any(row["unit_id"] == unit for row in owed):
        names = UnitNames(entry.connection).names
        raise NotOwed(unit=names[unit], action=action.name)
    row = _stored(entry, campaign.id, unit, action.code)
    row.waived_by, row.waived_why, row.waived_until = by, why, until
    entry.add(row)


def _stored(entry: "Entry", campaign: int, unit: int, action: str) -> Any:
    from sqlmodel import select

    from ledger.models import Milestone

    found = entry.session.exec(
        select(Milestone).where(
            Milestone.campaign_id == campaign,
            Milestone.unit_id == unit,
            Milestone.action == action,
        )
    ).first()
    return found or Milestone(campaign_id=campaign, unit_id=unit, action=action)
