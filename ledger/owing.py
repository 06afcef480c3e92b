"""What units owe, page by page, in the order of the roster.

Who owes what is asked of the database. Where only the overdue is wanted, so is who may be
late at all; a unit is looked at closely only then, and a listing that is cut after fifty
rows looks at no more units than it needs.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from typing import Final

from ledger.campaigns import CampaignInUse
from ledger.counting import COLUMNS
from ledger.counting import Counting
from ledger.counting import Happened
from ledger.counting import held
from ledger.due import STARTED
from ledger.due import Due
from ledger.selecting import Chooser
from ledger.standing import Done
from ledger.standing import UnitStanding
from ledger.standing import Yard
from ledger.units import subtree
from schemas.plan import Action
from schemas.plan import Plan
from schemas.plan import Rule

_FIRST_PAGE: Final = 60
_LARGEST_PAGE: Final = 2000


@dataclass(frozen=True)
class MilestoneFilter:
    """What ``milestones`` is asked for; ``action`` and ``phase`` are codes."""

    unit: int | None = None
    tier: str | None = None
    group: str | None = None
    phase: str | None = None
    action: str | None = None
    overdue: bool = False


class Owing:
    """The units of a campaign with what they owe by a plan: the campaign's or another.

    ``only`` are the codes of the actions that are asked about; none given means all.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        campaign: CampaignInUse,
        today: date,
        asked: MilestoneFilter,
        plan: Plan | None = None,
        only: Collection[str] | None = None,
    ) -> None:
        plan = plan or campaign.plan
        rules: dict[str, list[Rule]] = defaultdict(list)
        for rule in plan.rules:
            rules[rule.action].append(rule)
        self.yard = Yard(plan, rules, today)
        self.chooser = Chooser(connection, campaign.id)
        self.actions = [
            action
            for action in _ordered(plan, asked)
            if rules[action.code] and (only is None or action.code in only)
        ]
        self._connection = connection
        self._campaign = campaign.id
        self._asked = asked
        self._needed = self._closure()

    def _closure(self) -> list[str]:
        """Return the actions that are asked for, and those that their deadlines hang on."""
        found = [action.code for action in self.actions]
        for code in found:
            readings = (self.yard.deadlines.of(rule) for rule in self.yard.rules.get(code, ()))
            hung = (target for reading in readings for target in reading.targets)
            found += [target for target in hung if target not in (*found, STARTED)]
        return list(dict.fromkeys(found))

    def may_owe(self, unit: UnitStanding, action: Action) -> bool:
        """Tell whether too little is known of a unit to say that it does not owe an action."""
        return (
            unit.of(action.code) is None
            and not unit.is_freed(action.code)
            and any(
                rule.owed and self.chooser.may_mean(rule.to, unit.unit)
                for rule in self.yard.rules[action.code]
            )
        )

    def units(self) -> Iterator[UnitStanding]:
        """Yield the units, in the order of the roster."""
        after, size = 0, _FIRST_PAGE
        while page := self._page(after, size):
            done = self._done([row["id"] for row in page])
            for row in page:
                places = {code: row[f"rule_{at}"] for at, code in enumerate(self._needed)}
                yield UnitStanding(self.yard, row, places, done[row["id"]])
            if len(page) < size:
                return
            after, size = page[-1]["id"], min(size * 2, _LARGEST_PAGE)

    def _page(self, after: int, size: int) -> list[dict[str, Any]]:
        places = [
            f"{self.chooser.place(self.yard.rules.get(code, []))} as rule_{at}"
            for at, code in enumerate(self._needed)
        ]
        known = ("id", "name", "parent", "tier", "kind", "batch", "members", "leaders")
        columns = ", ".join([*known, "started_on", *places])
        conditions = ["campaign_id = :campaign", "active = 1", "id > :after", *self._narrowing()]
        text = (
            f"select {columns} from units where {' and '.join(conditions)} order by id limit :size"
        )
        bound = {"campaign": self._campaign, "after": after, "size": size}
        values = {**self.chooser.values, **self._values(), **bound}
        cursor = self._connection.execute(text, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def _narrowing(self) -> Iterator[str]:
        if self._asked.unit is not None:
            below = ", ".join(map(str, subtree(self._connection, self._asked.unit)))
            yield f"id in ({below})"
        if self._asked.tier is not None:
            yield "tier = :asked_tier"
        if self._asked.group is not None:
            yield "supervision_group = :asked_group"
        if self._asked.overdue:
            yield f"({' or '.join(self._late_ones()) or '0 = 1'})"

    def _values(self) -> dict[str, object]:
        values: dict[str, object] = {}
        if self._asked.tier is not None:
            values["asked_tier"] = self._asked.tier
        if self._asked.group is not None:
            values["asked_group"] = self._asked.group
        if self._asked.overdue:
            values |= {f"late_{at}": action.code for at, action in enumerate(self.actions)}
        return values

    def _late_ones(self) -> Iterator[str]:
        """Yield for each action the condition of units that may be late with it."""
        for at, action in enumerate(self.actions):
            rules = self.yard.rules[action.code]
            late = [place for place, rule in enumerate(rules) if self._may_be_late(rule)]
            if not late:
                continue
            owed = f"({self.chooser.place(rules)}) in ({', '.join(map(str, late))})"
            if action.every is not None:
                yield owed
                continue
            enough = max(rules[place].required or action.required for place in late)
            yield (
                f"({owed} and not exists (select 1 from milestone where milestone.campaign_id"
                f" = :campaign and milestone.unit_id = units.id and milestone.action = :late_{at}"
                f" and (milestone.count >= {enough}"
                " or milestone.done_on is not null and milestone.count is null)))"
            )

    def _may_be_late(self, rule: Rule) -> bool:
        if not rule.owed:
            return False
        reading = self.yard.deadlines.of(rule)
        late = reading.due.late_after
        recurs = self.yard.actions[rule.action].every is not None
        return recurs or reading.anchor is not None or (late is not None and late < self.yard.today)

    def _done(self, units: list[int]) -> Mapping[int, dict[str, Done]]:
        """Return what is known of the actions in some units."""
        found: dict[int, dict[str, Done]] = {unit: {} for unit in units}
        listed = ", ".join(map(str, units))
        for unit, action, *known in self._connection.execute(
            "select unit_id, action, done_on, count, note, waived_by, waived_until, kept_required,"
            " kept_due_on, kept_late_after from milestone"
            f" where campaign_id = ? and unit_id in ({listed})",
            (self._campaign,),
        ):
            found[unit][action] = _of_row(*known)
        for unit, action, happened, members in self._happened(listed):
            done = found[unit].setdefault(action, Done())
            done.held = held(self.yard.actions[action], happened, members, self.yard.today)
        return found

    def _happened(self, units: str) -> Iterator[tuple[int, str, list[Happened], int | None]]:
        """Yield what counts towards each action of some units, in the order of its days."""
        counting = Counting(self.yard.plan)
        counted: dict[tuple[int, str], list[Happened]] = defaultdict(list)
        members: dict[int, int | None] = {}
        columns = ", ".join(f"activity.{name}" for name in COLUMNS)
        for unit, members[unit], *said in self._connection.execute(
            f"select unit_id, members, {columns} from activity join unit on unit.id = unit_id"
            f" where campaign_id = ? and unit_id in ({units}) order by day, activity.id",
            (self._campaign,),
        ):
            happened = Happened(*said)
            for action in counting.actions(happened):
                counted[unit, action.code].append(happened)
        for (unit, code), together in counted.items():
            yield unit, code, together, members[unit]


def _ordered(plan: Plan, asked: MilestoneFilter) -> list[Action]:
    """Return the actions that are asked for, the required ones first."""
    wanted = [
        action
        for action in plan.actions
        if asked.phase in (None, action.phase) and asked.action in (None, action.code)
    ]
    return sorted(wanted, key=lambda action: action.kind != "required")


def _of_row(
    done_on: str | None,
    count: int | None,
    note: str | None,
    waived_by: str | None,
    waived_until: str | None,
    required: int | None,
    kept_on: str | None,
    kept_late: str | None,
) -> Done:
    kept = Due(_day(kept_on), _day(kept_late))
    return Done(_day(done_on), count, note, waived_by, _day(waived_until), required, kept)


@cache
def _day_of(value: str) -> date:
    return date.fromisoformat(value)


def _day(value: str | None) -> date | None:
    return None if value is None else _day_of(value)
