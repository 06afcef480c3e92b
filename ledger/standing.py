"""How an action stands in one unit: what is asked, what was done, what that comes to."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import timedelta
from typing import Any

from ledger.due import NEVER
from ledger.due import STARTED
from ledger.due import Deadlines
from ledger.due import Due
from ledger.due import Known
from ledger.due import resolved
from schemas.amount import TENTHS
from schemas.amount import of_tenths
from schemas.calendar import is_holiday
from schemas.plan import Action
from schemas.plan import Plan
from schemas.plan import Rule
from schemas.recurrence import Occurrence

#: How many of an action; days and per cents have tenths.
Amount = int | float


@dataclass
class Done:
    """What is known of an action in a unit: from its sheet, from its activities.

    ``held`` are the days of activities with how much each counts, in tenths.
    """

    done_on: date | None = None
    count: int | None = None
    note: str | None = None
    waived_by: str | None = None
    waived_until: date | None = None
    kept_required: int | None = None
    kept: Due = NEVER
    held: list[tuple[date, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Time:
    """One time of an action that recurs, and the day on which it was done."""

    span: Occurrence
    done_on: date | None
    status: str


@dataclass(frozen=True)
class Standing:
    """How an action stands in a unit."""

    action: Action
    rule: Rule
    due: Due
    due_text: str | None
    required: int
    count: Amount
    done_on: date | None
    status: str
    note: str | None
    times: tuple[Time, ...] = ()


class Yard:
    """What a plan asks on a day: the measure that units are held against."""

    def __init__(self, plan: Plan, rules: Mapping[str, list[Rule]], today: date) -> None:
        self.plan = plan
        self.rules = rules
        self.today = today
        self.deadlines = Deadlines(plan, today)
        self.actions = {action.code: action for action in plan.actions}
        self.soon = timedelta(days=plan.numbers.due_soon_days)

    def status(self, late_after: date | None) -> str:
        """Return how something that was not done stands."""
        if late_after is None:
            return "pending"
        if self.today > late_after:
            return "overdue"
        return "due_soon" if self.today + self.soon >= late_after else "pending"


class UnitStanding:
    """How the actions of a plan stand in one unit. Each is worked out when it is asked for.

    ``places`` are the places of the rules that count for the unit, by action.
    """

    def __init__(
        self,
        yard: Yard,
        unit: Mapping[str, Any],
        places: Mapping[str, int | None],
        done: Mapping[str, Done],
    ) -> None:
        self.unit = unit
        self._yard = yard
        self._places = places
        self._done = done
        self._due: dict[str, Due] = {}

    def rule(self, code: str) -> Rule | None:
        """Return the rule by which the unit owes an action, None where it does not."""
        place = self._places.get(code)
        rule = None if place is None else self._yard.rules[code][place]
        return rule if rule is not None and rule.owed else None

    def is_freed(self, code: str) -> bool:
        """Tell whether a rule says that the unit does not owe an action."""
        place = self._places.get(code)
        return place is not None and not self._yard.rules[code][place].owed

    def is_done(self, code: str) -> bool:
        """Tell whether an action was done, also by a unit that does not owe it."""
        found = self.of(code)
        if found is not None:
            return found.status.startswith("done")
        action = self._yard.actions[code]
        count, _ = counted(self._done.get(code) or Done(), action.required, action)
        return count >= action.required

    def of(self, code: str) -> Standing | None:
        """Return how an action stands, None where the unit does not owe it."""
        rule = self.rule(code)
        if rule is None:
            return None
        action = self._yard.actions[code]
        done = self._done.get(code) or Done()
        if action.every is not None:
            return self._recurring(action, rule, done)
        return self._once(action, rule, done)

    def due(self, code: str) -> Due:
        """Return when an action is due in the unit."""
        rule = self.rule(code)
        if rule is None:
            return NEVER
        if code not in self._due:
            # What hangs on itself by way of others is never due.
            self._due[code] = NEVER
            self._due[code] = resolved(self._yard.deadlines.of(rule), self._known)
        return self._due[code]

    def _known(self, code: str) -> Known | None:
        if code == STARTED:
            return Known(_day(self.unit["started_on"]), NEVER)
        rule = self.rule(code)
        done = self._done.get(code)
        if rule is None and done is None:
            return None
        action = self._yard.actions[code]
        _, on = counted(done or Done(), self._required(action, rule), action)
        return Known(on, self.due(code))

    def _required(self, action: Action, rule: Rule | None) -> int:
        return (rule.required if rule else None) or action.required

    def _once(self, action: Action, rule: Rule, done: Done) -> Standing:
        due, required = self.due(action.code), self._required(action, rule)
        if done.kept_required is not None:
            count, done_on = counted(done, done.kept_required, action)
            if count >= done.kept_required:
                due, required = done.kept, done.kept_required
        count, done_on = counted(done, required, action)
        late = due.late_after
        if self._is_waived(done):
            status = "waived"
        elif count >= required:
            status = "done_late" if late and done_on and done_on > late else "done"
        else:
            status = self._yard.status(late)
        text = rule.due
        return Standing(action, rule, due, text, required, count, done_on, status, done.note)

    def _is_waived(self, done: Done) -> bool:
        until = done.waived_until
        return bool(done.waived_by) and (until is None or until >= self._yard.today)

    # What recurs

    def _recurring(self, action: Action, rule: Rule, done: Done) -> Standing:
        required, today = self._required(action, rule), self._yard.today
        times = self._times(action, done, required)
        if self._is_waived(done):
            times = tuple(one if _is_done(one) else replace(one, status="waived") for one in times)
        counts = [one for one in times if one.span.due <= today or _is_done(one)]
        fulfilled = [one for one in counts if _is_done(one)]
        waiting = [one for one in times if not _is_done(one)] or list(times[-1:])
        first = waiting[0].span.due if waiting else None
        return Standing(
            action,
            rule,
            Due(first, first),
            action.every,
            len(counts),
            max(len(fulfilled), len(done.held) if not times else 0),
            max((one.done_on for one in fulfilled if one.done_on), default=None),
            self._status_of(times, done),
            done.note,
            times,
        )

    def _status_of(self, times: tuple[Time, ...], done: Done) -> str:
        found = {one.status for one in times}
        if self._is_waived(done):
            return "waived"
        for status in ("overdue", "due_soon", "pending"):
            if status in found:
                return status
        if not times:
            return "pending"
        return "done_late" if "done_late" in found else "done"

    def _times(self, action: Action, done: Done, required: int) -> tuple[Time, ...]:
        """Return the times up to today and the next one, within the unit's part."""
        said = max((done.count or 0) - len(done.held), 0)
        times = []
        for span in self._spans(action):
            held = [(day, n) for day, n in done.held if span.first <= day <= span.last]
            _, on = counted(Done(held=held), required, action)
            status = self._yard.status(span.due)
            if on is not None:
                status = "done_late" if on > span.due else "done"
            elif said and span.due <= self._yard.today:
                # A sheet that says how often, but not when, speaks of the oldest.
                said, status = said - 1, "done"
            times.append(Time(span, on, status))
        return tuple(times)

    def _spans(self, action: Action) -> Iterable[Occurrence]:
        recurrence, plan, today = action.recurrence, self._yard.plan, self._yard.today
        first = _day(self.unit["started_on"]) or plan.start
        if recurrence is None or first is None:
            return
        last = plan.end or today + timedelta(days=366)
        for span in recurrence.between(first, last):
            if recurrence.unit == "week" and recurrence.at is not None and is_holiday(span.due):
                continue
            yield span
            if span.due > today:
                return


def counted(done: Done, required: int, action: Action) -> tuple[Amount, date | None]:
    """Return how much was done, and the day on which it was enough.

    What a sheet says and what activities come to are never added: the larger counts.
    """
    held = 0
    enough = None
    for day, tenths in done.held:
        # Per cents of several days do not add up: the best one counts.
        held = max(held, tenths) if action.measure == "percent" else held + tenths
        if enough is None and held >= required * TENTHS:
            enough = day
    said = done.count if done.count is not None else (required if done.done_on else 0)
    total = max(of_tenths(held), said)
    return total, (done.done_on or enough) if total >= required else None


def _is_done(time: Time) -> bool:
    return time.status.startswith("done")


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
