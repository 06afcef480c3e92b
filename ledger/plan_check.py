"""What is wrong with a plan, what an office has to choose in it, what it should look at."""

import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING
from typing import Any
from typing import Final
from typing import Literal

from ledger import campaigns
from ledger.due import Deadlines
from ledger.errors import PlanUnreadable
from ledger.plan_lines import Place
from ledger.plan_lines import line_of
from ledger.plan_lines import lines_of
from ledger.selecting import Chooser
from schemas.calendar import is_worked
from schemas.calendar import months_before
from schemas.fault import Fault
from schemas.locale import say
from schemas.plan import Plan
from schemas.plan import Report
from schemas.plan import Rule
from schemas.plan import Selector

if TYPE_CHECKING:
    from ledger.exchange.plan_reading import PlanBook
    from schemas.sheet import Sheet

_PARTS: Final = ("tier", "kind", "batch", "parent", "units")
#: As many units as a finding names.
_NAMED: Final = 3
#: As many words of a list.
_OFFERED: Final = 12
_ALL_PER_CENTS: Final = 100


@dataclass(frozen=True)
class Finding:
    """One thing that was found in a plan: where, and what about it.

    A *mistake* makes the plan say nothing, or two things; a *choice* is one that only the
    office can make; a *warning* may be meant. ``lines`` are those of a file, the cells of
    a workbook.
    """

    kind: Literal["mistake", "choice", "warning"]
    places: tuple[Place, ...]
    what: Fault
    lines: tuple[int | str, ...] = ()


@dataclass(frozen=True)
class Roster:
    """The units that a plan is held against."""

    connection: sqlite3.Connection
    campaign: int


def check_file(
    source: str, today: date, sheets: "Sequence[Sheet]", roster: Roster | None = None
) -> tuple[Plan | None, list[Finding]]:
    """Check a plan that ships, by name, or a plan's file; findings have their lines.

    Raises UnknownPlan or PlanUnreadable.
    """
    from pydantic import ValidationError

    text = campaigns.plan_text(source)
    lines = lines_of(text)
    try:
        plan = Plan.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PlanUnreadable(plan=source, what=str(error)) from error
    except ValidationError as error:
        found = [
            Finding("mistake", (campaigns.broken_place(one),), campaigns.broken_rule(one))
            for one in error.errors()
        ]
        return None, [_with_lines(one, lines) for one in found]
    return plan, [_with_lines(one, lines) for one in check(plan, today, sheets, roster)]


def check_workbook(
    found: "PlanBook", today: date, sheets: "Sequence[Sheet]", roster: Roster | None = None
) -> list[Finding]:
    """Check a plan's workbook; findings have their cells."""
    if found.plan is None:
        places = {at: place for place, at in found.places.items()}
        return [
            Finding("mistake", (places.get(at, ()),), fault, (str(at),))
            for at, fault in found.faults
        ]
    return [
        replace(one, lines=tuple(str(found.at(place)) for place in one.places))
        for one in check(found.plan, today, sheets, roster)
    ]


def _with_lines(finding: Finding, lines: dict[Place, int]) -> Finding:
    found = (line_of(lines, place) for place in finding.places)
    return replace(finding, lines=tuple(line for line in found if line is not None))


def check(
    plan: Plan, today: date, sheets: "Sequence[Sheet]", roster: Roster | None = None
) -> list[Finding]:
    """Return what is found in a plan, the mistakes first."""
    found = [
        *_strange_words(plan),
        *_twofold_words(plan),
        *_twice(plan, roster),
        *_deadlines(plan, today),
        *_circles(plan, today),
        *_reports(plan, sheets),
        *_actions(plan),
        *_nobody(plan, roster),
        *_months(plan, today, roster),
        *_years(plan),
    ]
    order = ("mistake", "choice", "warning")
    return sorted(found, key=lambda finding: order.index(finding.kind))


# Words ----------------------------------------------------------------------------------


def _selectors(plan: Plan) -> Iterator[tuple[Place, Selector]]:
    """Yield every selector of a plan with its place."""
    for name in ("rules", "readiness", "reports", "supervision"):
        for at, part in enumerate(getattr(plan, name)):
            yield (name, at, "to"), part.to
    for at, pair in enumerate(plan.talks.pairs):
        yield ("talks", "pairs", at, "to"), pair.to
    for at, contacts in enumerate(plan.contacts):
        for within, point in enumerate(contacts.points):
            yield ("contacts", at, "points", within, "to"), point.to


def _strange(plan: Plan, name: str, words: Sequence[str]) -> Fault:
    """Say that a word list does not have some words, and what it has."""
    known = getattr(plan.vocabulary, name).words
    more = "…" if len(known) > _OFFERED else ""
    values = {
        "words": "、".join(words),
        "list": say(f"plan.field.{name}", plan.language),
        "known": "、".join(known[:_OFFERED]) + more,
    }
    return Fault("plan.word_unknown", values)


def _twofold_words(plan: Plan) -> Iterator[Finding]:
    """Yield the spellings that mean two words of one list: the first would always win."""
    for name in type(plan.vocabulary).model_fields:
        said: dict[str, str] = {}
        listed = getattr(plan.vocabulary, name)
        for word in listed.words:
            for spelling in (word, *listed.aliases.get(word, ())):
                other = said.setdefault(spelling, word)
                if other != word:
                    what = Fault(
                        "plan.word_twofold", {"word": spelling, "one": other, "other": word}
                    )
                    yield Finding("mistake", (("vocabulary", name, "aliases", word),), what)


def _strange_words(plan: Plan) -> Iterator[Finding]:
    for place, selector in _selectors(plan):
        for part in ("tier", "kind", "batch"):
            words = getattr(plan.vocabulary, part).words
            strange = [word for word in getattr(selector, part) if words and word not in words]
            if strange:
                what = _strange(plan, part, strange)
                yield Finding("mistake", ((*place, part),), what)
    forms = plan.vocabulary.form.words
    for at, action in enumerate(plan.actions):
        strange = [form for form in (*action.forms, *action.excluded) if form not in forms]
        if forms and strange:
            what = _strange(plan, "form", strange)
            yield Finding("warning", (("actions", at),), what)


# Two for one unit -----------------------------------------------------------------------


def _twice(plan: Plan, roster: Roster | None) -> Iterator[Finding]:
    """Yield the rules and reports of which two count equally for a unit."""
    choices: dict[str, list[int]] = defaultdict(list)
    for at, rule in enumerate(plan.rules):
        if rule.choice:
            choices[rule.choice].append(at)
    for choice, places in choices.items():
        what = Fault("plan.choice", {"choice": choice, "said": _said(plan.rules, places)})
        yield Finding("choice", tuple(("rules", at) for at in places), what)
    chooser = Chooser(roster.connection, roster.campaign) if roster else None
    for name, parts in (("rules", plan.rules), ("reports", plan.reports)):
        for one, other in combinations(range(len(parts)), 2):
            who = _both(parts[one], parts[other], chooser)
            if who is not None and _differ(parts[one], parts[other]):
                whom = _names(who, roster) or "、".join(_shared(parts[one], parts[other]))
                values = {"of": _title(plan, parts[one]), "units": whom}
                values |= {"one": _quoted(parts[one]), "other": _quoted(parts[other])}
                key = "plan.equally_exact" if name == "rules" else "plan.equally_exact_reports"
                what = Fault(key, values)
                yield Finding("mistake", ((name, one), (name, other)), what)


def _title(plan: Plan, part: Rule | Report) -> str:
    return plan.action(part.action).name if isinstance(part, Rule) else part.sheet


def _quoted(part: Rule | Report) -> str:
    """Return whom a rule is for and by when, as the plan writes it."""
    whom = [word for name in _PARTS for word in getattr(part.to, name)] or ["*"]
    due = part.due if isinstance(part, Rule) else None
    return "、".join(whom) + (f" {due}" if due else "")


def _said(rules: Sequence[Rule], places: Sequence[int]) -> str:
    return " / ".join(f"{rules[at].due or '—'}" for at in places)


def _differ(one: Any, other: Any) -> bool:
    """Tell whether it matters which of two counts; an office is asked where it has to choose."""
    return not (isinstance(one, Rule) and one.choice and one.choice == other.choice)


def _both(one: Any, other: Any, chooser: Chooser | None) -> frozenset[int] | None:
    """Return the units that two parts mean equally exactly, None where there can be none.

    Without units it is told by the words alone.
    """
    same = one.action == other.action if isinstance(one, Rule) else one.sheet == other.sheet
    if not same or one.to.exactness() != other.to.exactness():
        return None
    if chooser is None:
        return frozenset() if _overlap(one.to, other.to) else None
    return (chooser.units(one.to) & chooser.units(other.to)) or (
        frozenset() if _overlap(one.to, other.to) else None
    )


def _overlap(one: Selector, other: Selector) -> bool:
    """Tell whether two selectors share a word in every part, and use the same parts."""
    for part in _PARTS:
        ours, theirs = getattr(one, part), getattr(other, part)
        if bool(ours) != bool(theirs) or (ours and not set(ours) & set(theirs)):
            return False
    return True


def _shared(one: Rule | Report, other: Rule | Report) -> list[str]:
    shared = [
        word for part in _PARTS for word in getattr(one.to, part) if word in getattr(other.to, part)
    ]
    return shared or ["*"]


def _names(units: frozenset[int], roster: Roster | None) -> str:
    if not units or roster is None:
        return ""
    listed = ", ".join(str(unit) for unit in sorted(units)[:_NAMED])
    rows = roster.connection.execute(f"select name from unit where id in ({listed}) order by id")
    more = "…" if len(units) > _NAMED else ""
    return "、".join(row[0] for row in rows) + more


# Deadlines ------------------------------------------------------------------------------


def _deadlines(plan: Plan, today: date) -> Iterator[Finding]:
    deadlines = Deadlines(plan, today)
    for at, rule in enumerate(plan.rules):
        reading, place = deadlines.of(rule), (("rules", at, "due"),)
        if reading.fault is not None:
            key = reading.fault.key
            wrong = key == "plan.event_unknown" or key.endswith("_impossible")
            yield Finding("mistake" if wrong else "warning", place, reading.fault)
        on = reading.due.on
        if on and plan.end and on > plan.end:
            values = {"words": rule.due, "day": on.isoformat(), "end": plan.end.isoformat()}
            yield Finding("warning", place, Fault("plan.after_end", values))
        if on and plan.start and on < plan.start:
            values = {"words": rule.due, "day": on.isoformat(), "start": plan.start.isoformat()}
            yield Finding("warning", place, Fault("plan.before_start", values))


def _circles(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield the actions whose deadlines hang on one another in a circle."""
    deadlines = Deadlines(plan, today)
    hangs: dict[str, set[str]] = defaultdict(set)
    for rule in plan.rules:
        hangs[rule.action] |= set(deadlines.of(rule).targets)
    seen: set[frozenset[str]] = set()
    for start in list(hangs):
        path = _way_back(hangs, start)
        if path and frozenset(path) not in seen:
            seen.add(frozenset(path))
            places = tuple(
                ("rules", at, "due") for at, rule in enumerate(plan.rules) if rule.action in path
            )
            names = " → ".join(plan.action(code).name for code in (*path, path[0]))
            yield Finding("mistake", places, Fault("plan.circle", {"actions": names}))


def _way_back(hangs: dict[str, set[str]], start: str) -> tuple[str, ...] | None:
    """Return the shortest way on which an action hangs on itself."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        for target in sorted(hangs.get(way[-1], ())):
            if target == start:
                return way
            if target not in seen:
                seen.add(target)
                ways.append((*way, target))
    return None


# Nobody, and no calendar ----------------------------------------------------------------


def _reports(plan: Plan, sheets: "Sequence[Sheet]") -> Iterator[Finding]:
    known = {sheet.code: sheet.name(plan.language) for sheet in sheets}
    said = "、".join(f"{name}（{code}）" for code, name in known.items())
    for at, report in enumerate(plan.reports):
        if report.sheet not in known:
            what = Fault("plan.sheet_unknown", {"sheet": report.sheet, "known": said})
            yield Finding("mistake", (("reports", at, "sheet"),), what)


def _actions(plan: Plan) -> Iterator[Finding]:
    """Yield the actions that no rule gives to anybody, that recur from no day on, or too often."""
    owed = {rule.action for rule in plan.rules if rule.owed}
    shares = {action.code for action in plan.actions if action.measure == "percent"}
    for at, rule in enumerate(plan.rules):
        if rule.action in shares and (rule.required or 0) > _ALL_PER_CENTS:
            yield Finding("mistake", (("rules", at, "required"),), _too_much(rule.required or 0))
    for at, action in enumerate(plan.actions):
        if action.kind == "required" and action.code not in owed:
            what = Fault("plan.action_of_nobody", {"action": action.name})
            yield Finding("warning", (("actions", at),), what)
        if action.measure == "percent" and action.required > _ALL_PER_CENTS:
            yield Finding("mistake", (("actions", at, "required"),), _too_much(action.required))
        if action.every is not None and plan.start is None:
            yield Finding("warning", (("actions", at, "every"),), Fault("plan.no_start"))


def _too_much(required: int) -> Fault:
    return Fault("plan.rule_most", {"value": required, "most": _ALL_PER_CENTS})


def _nobody(plan: Plan, roster: Roster | None) -> Iterator[Finding]:
    """Yield what no unit of the ledger is meant by, and units that it does not have."""
    if roster is None:
        return
    chooser = Chooser(roster.connection, roster.campaign)
    for place, selector in _selectors(plan):
        for name in (*selector.units, *selector.parent):
            unit = chooser.unit(name)
            if isinstance(unit, Fault):
                yield Finding("warning", (place,), unit)
    for name in ("rules", "reports"):
        for at, part in enumerate(getattr(plan, name)):
            if not chooser.units(part.to):
                yield Finding("warning", ((name, at),), Fault(f"plan.{name}_of_nobody"))


def _months(plan: Plan, today: date, roster: Roster | None) -> Iterator[Finding]:
    """Yield what begins so late that a unit cannot have the months that the plan asks for."""
    months, end = plan.numbers.unit_months, plan.end
    if months is None or end is None:
        return
    latest = months_before(end, months)
    last = end.isoformat()
    begins = plan.phases[0].begins if plan.phases else None
    deadlines = Deadlines(plan, today)
    for at, rule in enumerate(plan.rules):
        on = deadlines.of(rule).due.on
        if rule.action == begins and on is not None and on > latest:
            what = Fault("plan.start_too_late", {"words": rule.due, "months": months, "end": last})
            yield Finding("warning", (("rules", at, "due"),), what)
    if roster is None:
        return
    rows = roster.connection.execute(
        "select id from units where campaign_id = ? and active = 1 and started_on > ?",
        (roster.campaign, latest.isoformat()),
    )
    late = frozenset(row[0] for row in rows)
    if late:
        names = _names(late, roster)
        what = Fault("plan.units_too_late", {"units": names, "months": months, "end": last})
        yield Finding("warning", (("numbers", "unit_months"),), what)


def _years(plan: Plan) -> Iterator[Finding]:
    first, last = plan.start or plan.end, plan.end or plan.start
    if first is None or last is None:
        return
    for year in range(first.year, last.year + 1):
        if is_worked(date(year, 6, 1)) is None:
            place = ("end",) if plan.end and year == plan.end.year else ("start",)
            yield Finding("warning", (place,), Fault("plan.no_calendar", {"year": year}))
