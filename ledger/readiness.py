"""Readiness 转段: whether a unit may go on to a phase, and what is missing before it may.

What has to be there is what the plan's gates ask before each of the earlier phases is left;
a phase without a gate asks for its required actions. Nothing is kept: it is worked out each
time, so a unit of which nothing is known lacks all that is asked of it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from typing import Final

from ledger import campaigns
from ledger import contacts
from ledger import plans
from ledger import reading
from ledger import reviews
from ledger.campaigns import CampaignInUse
from ledger.counting import COLUMNS
from ledger.counting import Counting
from ledger.counting import Happened
from ledger.due import phase_named
from ledger.errors import TakesNoPart
from ledger.owing import MilestoneFilter
from ledger.owing import Owing
from ledger.standing import Amount
from ledger.standing import Standing
from ledger.standing import UnitStanding
from ledger.units import UnitNames
from schemas.locale import say
from schemas.plan import Action
from schemas.plan import Plan
from schemas.plan import Readiness
from schemas.sheet_words import SEPARATORS
from schemas.vocabulary import PUBLICATION

#: What stands for the end of the campaign in the place of a phase.
END: Final = ("end", "结束", "活动结束", "收尾")
_FULFILLED: Final = frozenset({"done", "done_late", "waived"})


#: A sentence: its key and its values.
Said = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Gap:
    """Something that a unit lacks before it may leave a phase.

    ``kind`` is a code of ``vocabulary.REQUIREMENT``, ``action`` the plan's where it is one.
    ``why`` is a key with its values; it may name people, and stays inside the office.
    """

    kind: str
    phase: str
    what: str
    required: int
    count: Amount = 0
    action: str | None = None
    due_on: date | None = None
    due_text: str | None = None
    status: str | None = None
    why: Said | None = None


@dataclass(frozen=True)
class Answer:
    """Whether a unit may go on: ``to`` is the phase's name, None for the campaign's end.

    ``remarks`` are keys with their values: what is to be known, and holds nobody up.
    """

    unit: Mapping[str, Any]
    to: str | None
    gaps: tuple[Gap, ...]
    remarks: tuple[Said, ...]

    @property
    def ready(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.gaps


def target_of(plan: Plan, said: str) -> int:
    """Return the place of the phase that is to be entered; behind the last one is the end.

    Raises UnknownPhase.
    """
    if said.strip().lower() in END:
        return len(plan.phases)
    return plan.phases.index(plans.phase_of(plan, said))


def answers(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    asked: MilestoneFilter,
    target: int | None = None,
) -> Iterator[Answer]:
    """Yield whether each unit may go on to a phase, by tiers in the order of the plan.

    Without a target it is the next phase of each unit. Units of a tier come in the order of
    the roster.
    """
    gates = Gates(connection, campaign, today, asked)
    words = campaign.plan.vocabulary.tier.words
    tiers = {tier: at for at, tier in enumerate(words)}
    units = sorted(gates.units(), key=lambda one: tiers.get(one.unit["tier"], len(tiers)))
    for unit in units:
        yield gates.answer(unit, gates.next_phase(unit) if target is None else target)


def answer(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    unit: int,
    target: int,
) -> Answer:
    """Return whether one unit may go on to a phase; raises TakesNoPart."""
    gates = Gates(connection, campaign, today, MilestoneFilter(unit=unit))
    found = next((one for one in gates.units() if one.unit["id"] == unit), None)
    if found is None:
        raise TakesNoPart(unit=UnitNames(connection).names[unit])
    return gates.answer(found, target)


class Gates:
    """What a plan asks before its phases are left, and what each unit has of it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        campaign: CampaignInUse,
        today: date,
        asked: MilestoneFilter,
    ) -> None:
        self._connection = connection
        self._campaign = campaign
        self._plan = campaign.plan
        self._unit = asked.unit
        self._owing = Owing(connection, campaign, today, asked)
        self._gates: dict[str, list[Readiness]] = defaultdict(list)
        for gate in sorted(self._plan.readiness, key=lambda one: one.to.exactness(), reverse=True):
            self._gates[gate.phase].append(gate)

    def units(self) -> Iterator[UnitStanding]:
        """Yield the units that are asked for, in the order of the roster."""
        yield from self._owing.units()

    def next_phase(self, unit: UnitStanding) -> int:
        """Return the place of the first phase that a unit has not entered."""
        for at, phase in enumerate(self._plan.phases[1:], 1):
            if phase.begins is None or not unit.is_done(phase.begins):
                return at
        return len(self._plan.phases)

    def answer(self, unit: UnitStanding, target: int) -> Answer:
        """Return whether a unit may go on to the phase at a place."""
        phases = self._plan.phases
        gaps = [gap for phase in phases[:target] for gap in self._gaps(unit, phase.code)]
        to = phases[target].name if target < len(phases) else None
        return Answer(unit.unit, to, tuple(gaps), tuple(self._remarks(unit, target)))

    # What is missing

    def _gaps(self, unit: UnitStanding, phase: str) -> Iterator[Gap]:
        """Yield what a unit lacks before it may leave a phase."""
        gate = self._gate(unit, phase)
        named = gate.actions if gate else ()
        for action in self._plan.actions:
            is_required = action.phase == phase and action.kind == "required"
            asked = action.code in named if named else is_required
            if asked and not (gate and gate.look_back == action.code):
                yield from self._of_action(unit, phase, action)
        if gate is None:
            return
        if gate.look_back:
            yield from self._of_look_back(unit, phase, self._plan.action(gate.look_back))
        if gate.published and phase not in self._published[unit.unit["id"]]:
            what = say("ready.publication", self._campaign.lang, phase=self._name(phase))
            yield Gap("publication", self._name(phase), what, 1)
        if gate.reviewed:
            yield from self._of_review(unit, phase)
        if gate.contacts:
            yield from self._of_contacts(unit, phase)

    def _gate(self, unit: UnitStanding, phase: str) -> Readiness | None:
        """Return the most exact gate for a unit, else one that may be for it."""
        gates, chooser = self._gates[phase], self._owing.chooser
        for gate in gates:
            if chooser.means(gate.to, unit.unit):
                return gate
        return next((gate for gate in gates if chooser.may_mean(gate.to, unit.unit)), None)

    def _of_action(self, unit: UnitStanding, phase: str, action: Action) -> Iterator[Gap]:
        found = unit.of(action.code)
        if found is not None:
            if not _is_fulfilled(found):
                yield self._of_standing("action", phase, found)
        elif self._owing.may_owe(unit, action):
            yield Gap(
                "unclear",
                self._name(phase),
                action.name,
                action.required,
                action=action.code,
                why=("ready.unclear", {}),
            )

    def _of_look_back(self, unit: UnitStanding, phase: str, action: Action) -> Iterator[Gap]:
        """Looking back is asked for by the gate itself, whether a rule says so or not."""
        found = unit.of(action.code)
        if found is not None and not _is_fulfilled(found):
            yield self._of_standing("look_back", phase, found)
        elif found is None and not (unit.is_freed(action.code) or unit.is_done(action.code)):
            yield Gap("look_back", self._name(phase), action.name, action.required, 0, action.code)

    def _of_standing(self, kind: str, phase: str, found: Standing) -> Gap:
        return Gap(
            kind,
            self._name(phase),
            found.action.name,
            found.required,
            found.count,
            found.action.code,
            found.due.on,
            found.due_text,
            found.status,
        )

    # Publications

    @cached_property
    def _published(self) -> Mapping[int, set[str]]:
        """The phases of which each unit has made public what was found."""
        form = self._plan.vocabulary.form.meaning(PUBLICATION) or PUBLICATION
        found: dict[int, set[str]] = defaultdict(set)
        for unit, day, said, action, title in self._connection.execute(
            "select unit_id, day, phase, action, title from activity where campaign_id = ?"
            f" and form = ? and {self._within} order by day, id",
            (self._campaign.id, form),
        ):
            phase = said or self._phase_of(action) or phase_named(self._plan, title or "")
            found[unit].add(phase or self._phase_on(unit, day))
        return found

    def _phase_of(self, action: str | None) -> str | None:
        known = self._owing.yard.actions.get(action or "")
        return known.phase if known else None

    def _phase_on(self, unit: int, day: str) -> str:
        """Return the phase that a unit was in on a day: the last one that it had entered."""
        entered = self._entered[unit]
        found = [
            phase.code
            for phase in self._plan.phases
            if phase.code in entered and entered[phase.code] <= day
        ]
        return found[-1] if found else self._plan.phases[0].code

    @cached_property
    def _entered(self) -> Mapping[int, dict[str, str]]:
        """The day on which each unit entered a phase."""
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for unit in self._owing.units():
            for phase in self._plan.phases:
                begun = unit.of(phase.begins) if phase.begins else None
                if begun is not None and begun.done_on:
                    found[unit.unit["id"]][phase.code] = begun.done_on.isoformat()
        return found

    # Reviews

    @cached_property
    def _reviews(self) -> Mapping[int, list[reviews.Material]]:
        found: dict[int, list[reviews.Material]] = defaultdict(list)
        asked = reviews.ReviewFilter(unit=self._unit)
        for material in reviews.materials(self._connection, self._campaign, asked):
            found[material.which[0]].append(material)
        return found

    def _of_review(self, unit: UnitStanding, phase: str) -> Iterator[Gap]:
        known = self._reviews[unit.unit["id"]]
        asked = self._plan.review.materials or tuple({one.which[1]: None for one in known})
        for name in asked or (say("ready.material", self._campaign.lang),):
            own = [one for one in known if one.which[1] == name]
            passed = sum(one.status == reviews.PASSED for one in own)
            leaders = unit.unit["leaders"] if name in self._plan.review.personal else 0
            required = max(leaders or 0, len(own), 1)
            if passed < required:
                why = _of_waiting(own)
                yield Gap("review", self._name(phase), name, required, passed, why=why)

    # Contact points

    def _of_contacts(self, unit: UnitStanding, phase: str) -> Iterator[Gap]:
        leaders = self._leaders(unit.unit["id"])
        lacking = {name: self._lacking[name] for name in leaders if name in self._lacking}
        if leaders and not lacking:
            return
        what = say("ready.contacts", self._campaign.lang)
        said = "；".join(f"{name}：{'、'.join(lacks)}" for name, lacks in lacking.items())
        why = ("ready.leaders_lack", {"who": said}) if said else ("ready.no_leaders", {})
        required = max(len(leaders), 1)
        count = len(leaders) - len(lacking)
        yield Gap("contacts", self._name(phase), what, required, count, why=why)

    def _leaders(self, unit: int) -> list[str]:
        """Return the leaders of a unit; those of whom no unit was said are the office's own."""
        office = campaigns.office(self._connection)
        found = (
            name.strip()
            for row in self._points
            if row["unit_id"] in (unit, office)
            for name in SEPARATORS.split(row["leader"])
        )
        return list(dict.fromkeys(name for name in found if name))

    @cached_property
    def _points(self) -> list[dict[str, Any]]:
        asked = contacts.ContactFilter()
        return list(contacts.points(self._connection, self._campaign.id, asked))

    @cached_property
    def _lacking(self) -> dict[str, list[str]]:
        found = contacts.missing(self._connection, self._campaign, contacts.ContactFilter())
        return {row["leader"]: row["missing"] for row in found}

    # What is to be known beside

    def _remarks(self, unit: UnitStanding, target: int) -> Iterator[Said]:
        for phase in self._plan.phases[target : target + 1]:
            begun = unit.of(phase.begins) if phase.begins and target else None
            if begun is not None and begun.done_on:
                yield "ready.entered", {"day": begun.done_on, "phase": phase.name}
        yield from self._early_meeting(unit)
        for code, days in self._unsupervised[unit.unit["id"]].items():
            yield (
                "ready.unsupervised",
                {"action": self._owing.yard.actions[code].name, "days": "、".join(days)},
            )

    def _early_meeting(self, unit: UnitStanding) -> Iterator[Said]:
        """Say of each material that had not passed when the meeting after it was held."""
        review = self._plan.review
        held = unit.of(review.before) if review.before else None
        if held is None or held.done_on is None:
            return
        day = held.done_on.isoformat()
        names = {"action": held.action.name, "day": day}
        known = self._reviews[unit.unit["id"]]
        said = {one.which[1] for one in known}
        for name in review.materials:
            if name not in said and name not in review.personal:
                yield "ready.unreviewed_meeting", {**names, "material": name}
        for one in known:
            called = "".join(part for part in (one.which[2], one.which[1]) if part)
            if one.passed_on is None:
                yield "ready.unreviewed_meeting", {**names, "material": called}
            elif one.passed_on > day:
                passed = {"passed": one.passed_on}
                yield "ready.early_meeting", {**names, **passed, "material": called}

    @cached_property
    def _unsupervised(self) -> Mapping[int, dict[str, list[str]]]:
        """The days of what counted although nobody of the supervision was said to be there."""
        counting = Counting(self._plan)
        found: dict[int, dict[str, list[str]]] = defaultdict(dict)
        columns = ", ".join(COLUMNS)
        for unit, *said in self._connection.execute(
            f"select unit_id, {columns} from activity where campaign_id = ? and {self._within}"
            " order by day, id",
            (self._campaign.id,),
        ):
            happened = Happened(*said)
            noted = (one for one in counting.actions(happened) if one.supervisor == "noted")
            for action in noted if happened.supervised != "yes" else ():
                found[unit].setdefault(action.code, []).append(happened.day)
        return found

    @cached_property
    def _within(self) -> str:
        """The condition on a table's units that keeps those who are asked for."""
        conditions = reading.Query("").below(self._connection, self._unit).conditions
        return conditions[0] if conditions else "1 = 1"

    def _name(self, phase: str) -> str:
        return self._plan.phase_name(phase) or phase


def _is_fulfilled(found: Standing) -> bool:
    """What recurs is, where each of its times up to today was done."""
    return found.status in _FULFILLED or (
        found.action.every is not None and found.count >= found.required
    )


def _of_waiting(own: list[reviews.Material]) -> Said | None:
    """Return where the materials that have not passed stand."""
    waiting = [one for one in own if one.next is not None]
    if not waiting:
        return None
    people = "、".join(one.which[2] for one in waiting if one.which[2])
    first = waiting[0]
    values = {"next": first.next, "n": first.returned, "who": people}
    if not people and not first.returned:
        return "ready.waiting_first", {"next": first.next}
    return ("ready.waiting_of" if people else "ready.waiting"), values
