"""When an action is due: what the words of a plan's rule mean, in the plan and in a unit."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import Final

from schemas.anchor import Anchor
from schemas.anchor import read_anchor
from schemas.deadline import Deadline
from schemas.deadline import read_deadline
from schemas.fault import Fault
from schemas.plan import Action
from schemas.plan import Plan
from schemas.plan import Rule
from schemas.quantity import plain

#: What an event that is no action may be: the unit's own start.
STARTED: Final = "started_on"

_AT_ONCE: Final = re.compile(r"即日(?:起|启动|完成)?")
_ENDINGS: Final = re.compile(r"(?:召开|举行|结束|完成|启动|开始|大会|会议)$")
_PHASE: Final = re.compile(r"第([一二三四五六七八九]|\d)个?(?:环节|阶段)")
_NUMERALS: Final = "一二三四五六七八九"
_START: Final = ("启动", "活动启动", "开始", "动员", "集中教育启动")


@dataclass(frozen=True)
class Due:
    """When something is due: the day, and the day after which it is late."""

    on: date | None = None
    late_after: date | None = None


NEVER: Final = Due()


@dataclass(frozen=True)
class Reading:
    """What the words of a rule say.

    ``targets`` are the actions that it hangs on, of which a unit owes one; or its start.
    """

    text: str | None = None
    due: Due = NEVER
    anchor: Anchor | None = None
    targets: tuple[str, ...] = ()
    fault: Fault | None = None


@dataclass(frozen=True)
class Known:
    """What is known of an action in a unit: the day it was done, and when it is due."""

    done_on: date | None
    due: Due


@dataclass
class Deadlines:
    """The deadlines of a plan's rules, each read once."""

    plan: Plan
    today: date
    _read: dict[tuple[str, str], Reading] = field(default_factory=dict)

    def of(self, rule: Rule) -> Reading:
        """Return what the words of a rule say."""
        if rule.due is None:
            return Reading()
        key = (rule.action, rule.due)
        if key not in self._read:
            self._read[key] = _reading(self.plan, rule.action, rule.due, self.today)
        return self._read[key]


def _reading(plan: Plan, action: str, words: str, today: date) -> Reading:
    since = plan.announced_on or plan.start
    if since and _AT_ONCE.fullmatch(plain(words)):
        return Reading(words, Due(since, since))
    frame = plan.frame(today, reference=since)
    found = read_deadline(words, frame, raised_on=since)
    if isinstance(found, Fault):
        return Reading(words, fault=found)
    anchor = read_anchor(words) if found is None or _hangs(found) else None
    if anchor is not None:
        targets = targets_of(plan, plan.action(action), anchor.event)
        fault = None if targets else Fault("plan.event_unknown", {"event": anchor.event})
        return Reading(words, anchor=anchor, targets=targets, fault=fault)
    if found is None or (found.late_after is None and found.klass != "standing"):
        return Reading(words, fault=Fault("plan.due_unread", {"words": words}))
    return Reading(words, Due(found.on, found.late_after))


def _hangs(found: Deadline) -> bool:
    return found.on is None and found.klass in ("anchored", "unclear")


def targets_of(plan: Plan, action: Action, event: str) -> tuple[str, ...]:
    """Return the actions that an event of a deadline means: 民主生活会, 转段, 第二环节结束."""
    bare = _ENDINGS.sub("", event) or event
    for said in (event, bare):
        exact = [one.code for one in plan.actions if said in (one.code, one.name, *one.aliases)]
        if exact:
            return tuple(exact)
    phase = _phase_begun(plan, action, event)
    if phase is not None:
        return (phase,)
    if event in _START or bare in _START:
        return (STARTED,)
    within = [one.code for one in plan.actions if bare in one.name and one.code != action.code]
    return tuple(within)


def _phase_begun(plan: Plan, action: Action, event: str) -> str | None:
    """Return the action that begins the phase of which an event speaks."""
    codes = [phase.code for phase in plan.phases]
    ends = event == "转段" or event.endswith(("结束", "完成"))
    if event == "转段":
        place = codes.index(action.phase) if action.phase in codes else None
    else:
        place = _phase_place(plan, event)
    if place is None or place + ends >= len(plan.phases):
        return None
    return plan.phases[place + ends].begins


def phase_named(plan: Plan, words: str) -> str | None:
    """Return the code of the phase that words speak of, by its place or by its name."""
    match = _PHASE.search(words)
    if match:
        at = _phase_place(plan, match[0])
        return plan.phases[at].code if at is not None and at < len(plan.phases) else None
    return next((phase.code for phase in plan.phases if phase.name in words), None)


def _phase_place(plan: Plan, event: str) -> int | None:
    match = _PHASE.match(event)
    if match:
        said = match[1]
        return int(said) - 1 if said.isdigit() else _NUMERALS.index(said)
    named = [at for at, phase in enumerate(plan.phases) if event.startswith(phase.name)]
    return named[0] if named else None


def resolved(reading: Reading, known: Callable[[str], Known | None]) -> Due:
    """Return when an action is due in a unit, by what is known there of what it hangs on.

    What has to come before an event is due by its day, or by the day on which it is due
    itself. What comes behind it is not due before it has happened.
    """
    if reading.anchor is None:
        return reading.due
    found = next((one for one in map(known, reading.targets) if one is not None), None)
    if found is None:
        return NEVER
    if found.done_on is not None:
        day = reading.anchor.day(found.done_on)
        return NEVER if day is None or isinstance(day, Fault) else Due(day, day)
    if not reading.anchor.before or found.due.on is None or found.due.late_after is None:
        return NEVER
    days = [reading.anchor.day(day) for day in (found.due.on, found.due.late_after)]
    on, late = (None if isinstance(day, Fault) else day for day in days)
    return Due(on, late)
