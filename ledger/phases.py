"""Phases: what each unit owes by the plan, what it has done, what was waived.

What is due is derived from plan and unit each time; stored is only what was done, counted
or waived. An action that no rule of the plan gives to a unit is not owed by it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING
from typing import Any

from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.counting import verdict
from ledger.errors import DayInFuture
from ledger.errors import NotOwed
from ledger.errors import UnknownAction
from ledger.units import UnitNames
from schemas import record
from schemas.deadline import Deadline
from schemas.deadline import read_deadline
from schemas.plan import Action
from schemas.plan import Plan
from schemas.plan import Rule
from schemas.plan import Selector

if TYPE_CHECKING:
    from ledger.store import Entry

Row = dict[str, Any]


@dataclass
class Done:
    """What is known of an action in a unit: from its sheet, from its activities."""

    done_on: str | None = None
    count: int | None = None
    note: str | None = None
    waived_by: str | None = None
    waived_until: str | None = None
    held: list[tuple[str, int]] = field(default_factory=list)


class Chooser:
    """Which units a selector means, worked out once for a whole listing."""

    def __init__(self, names: UnitNames) -> None:
        self._names = names
        self._named: dict[str, int | None] = {}

    def means(self, selector: Selector, unit: Mapping[str, Any]) -> bool:
        """Tell whether a unit is among those that a selector means."""
        for part in ("tier", "kind", "batch"):
            wanted = getattr(selector, part)
            if wanted and unit[part] not in wanted:
                return False
        if selector.units and unit["id"] not in map(self._unit, selector.units):
            return False
        if selector.parent:
            above = set(self._names.ancestors(unit["id"]))
            return any(self._unit(name) in above for name in selector.parent)
        return True

    def _unit(self, name: str) -> int | None:
        if name not in self._named:
            found = self._names.find(name)
            self._named[name] = found if isinstance(found, int) else None
        return self._named[name]

    def rule(self, rules: list[Rule], unit: Mapping[str, Any]) -> Rule | None:
        """Return the most exact of the rules that mean a unit."""
        fitting = [rule for rule in rules if self.means(rule.to, unit)]
        return max(fitting, key=lambda rule: rule.to.exactness(), default=None)


@dataclass(frozen=True)
class MilestoneFilter:
    """What ``milestones`` is asked for."""

    unit: int | None = None
    tier: str | None = None
    phase: str | None = None
    action: str | None = None
    overdue: bool = False


def milestones(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    asked: MilestoneFilter,
) -> Iterator[Row]:
    """Yield what units owe with the fields of the contract, required actions first.

    Units come in the order of the roster, never by how much they did.
    """
    plan = campaign.plan
    rules: dict[str, list[Rule]] = defaultdict(list)
    for rule in plan.rules:
        rules[rule.action].append(rule)
    chooser = Chooser(UnitNames(connection))
    done = _done(connection, campaign.id, plan)
    deadlines = _Deadlines(plan, today)
    wanted = reading.UnitFilter(unit=asked.unit, tier=asked.tier)
    for unit in reading.units_with_ids(connection, campaign.id, wanted):
        for action in _actions(plan, asked):
            found = chooser.rule(rules[action.code], unit)
            if found is None or not found.owed:
                continue
            row = _milestone(
                campaign,
                unit,
                action,
                found,
                deadlines[found.due],
                done.get((unit["id"], action.code), Done()),
                today,
            )
            if not asked.overdue or row["status"] == "overdue":
                yield row


def _actions(plan: Plan, asked: MilestoneFilter) -> list[Action]:
    wanted = [
        action
        for action in plan.actions
        if asked.phase in (None, action.phase) and asked.action in (None, action.code)
    ]
    return sorted(wanted, key=lambda action: action.kind != "required")


class _Deadlines(dict[str | None, Deadline | None]):
    """The plan's deadlines by their words, each read once."""

    def __init__(self, plan: Plan, today: date) -> None:
        super().__init__()
        self._frame = plan.frame(today, reference=plan.start)

    def __missing__(self, words: str | None) -> Deadline | None:
        read = read_deadline(words, self._frame)
        self[words] = read if isinstance(read, Deadline) else None
        return self[words]


def _done(connection: sqlite3.Connection, campaign: int, plan: Plan) -> dict[tuple[int, str], Done]:
    found: dict[tuple[int, str], Done] = defaultdict(Done)
    for unit, action, *known in connection.execute(
        "select unit_id, action, done_on, count, note, waived_by, waived_until from milestone"
        " where campaign_id = ?",
        (campaign,),
    ):
        found[unit, action] = Done(*known)
    in_days = {action.code for action in plan.actions if action.measure == "days"}
    for unit, action, day, days, times in connection.execute(
        "select unit_id, action, day, days, times from activity"
        " where campaign_id = ? and action is not null order by day",
        (campaign,),
    ):
        found[unit, action].held.append((day, days if action in in_days else times))
    return dict(found)


def _milestone(
    campaign: CampaignInUse,
    unit: Mapping[str, Any],
    action: Action,
    rule: Rule,
    deadline: Deadline | None,
    done: Done,
    today: date,
) -> Row:
    required = rule.required or action.required
    count, done_on = _counted(done, required)
    late_after = deadline.late_after if deadline else None
    on = deadline.on if deadline else None
    row = {
        "campaign": campaign.code,
        "unit": unit["name"],
        "phase": _phase_name(campaign.plan, action),
        "action": action.name,
        "kind": action.kind,
        "due_on": on.isoformat() if on else None,
        "due_text": deadline.text if deadline else None,
        "late_after": late_after.isoformat() if late_after else None,
        "done_on": done_on,
        "required": required,
        "count": count,
        "status": _status(done, count, done_on, required, late_after, today, campaign.plan),
        "note": done.note,
    }
    return reading.fields(record.MILESTONE, row) | {"unit_id": unit["id"], "code": action.code}


def _phase_name(plan: Plan, action: Action) -> str | None:
    return next((phase.name for phase in plan.phases if phase.code == action.phase), None)


def _counted(done: Done, required: int) -> tuple[int, str | None]:
    """Return how much was done, and the day on which it was enough."""
    held, enough = 0, None
    for day, times in done.held:
        held += times
        if enough is None and held >= required:
            enough = day
    said = done.count if done.count is not None else (required if done.done_on else 0)
    return max(held, said), done.done_on or enough


def _status(
    done: Done,
    count: int,
    done_on: str | None,
    required: int,
    late_after: date | None,
    today: date,
    plan: Plan,
) -> str:
    if done.waived_by and (not done.waived_until or done.waived_until >= today.isoformat()):
        return "waived"
    if count >= required:
        late = late_after is not None and (done_on or "") > late_after.isoformat()
        return "done_late" if late else "done"
    if late_after is None:
        return "pending"
    if today > late_after:
        return "overdue"
    soon = timedelta(days=plan.numbers.due_soon_days)
    return "due_soon" if today + soon >= late_after else "pending"


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


def log_activity(
    entry: "Entry", campaign: CampaignInUse, unit: int, fields: Mapping[str, Any]
) -> list[str]:
    """Keep something that happened in a unit; return the names of the actions it counts for.

    Without an action it counts for those whose forms have its form. Raises DayInFuture.
    """
    from ledger.models import Activity

    day = fields["day"]
    if day > entry.today:
        raise DayInFuture(day=day, today=entry.today)
    counted = _counts_for(campaign.plan, fields.get("action"), fields.get("form"))
    rest = {name: value for name, value in fields.items() if name != "action"}
    codes: list[str | None] = [action.code for action in counted]
    for code in codes or [None]:
        entry.add(Activity(campaign_id=campaign.id, unit_id=unit, action=code, **rest))
    return [action.name for action in counted]


def _counts_for(plan: Plan, action: str | None, form: str | None) -> list[Action]:
    asked = plan.actions if action is None else (action_of(plan, action),)
    return [one for one in asked if verdict(one, form, named=action is not None).counts]
