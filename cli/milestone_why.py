"""Says why an action stands in a unit as it does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from typing import Any

from cli import plan_words
from cli.screen import Column
from schemas.anchor import WORKING_DAY
from schemas.calendar import is_worked
from schemas.locale import say
from schemas.vocabulary import MILESTONE

if TYPE_CHECKING:
    from cli.opening import Opened
    from ledger.counting import Verdict
    from ledger.why import Held
    from ledger.why import Why

_HELD = (
    Column("no", "milestones.number", is_whole=True),
    Column("day", "milestones.held_on", is_whole=True),
    Column("title", "milestones.held", is_long=True),
    Column("form", "plan.field.form"),
    Column("amount", "milestones.amount", "right", is_whole=True),
    Column("verdict", "milestones.verdict", is_long=True),
)
_TIMES = (
    Column("due_on"),
    Column("done_on"),
    Column("status", "milestones.status"),
)


def tell(work: Opened, found: Why) -> None:
    """Tell the rule, the deadline, what counted, and what did not."""
    screen, lang = work.screen, work.screen.lang
    names = {"unit": found.unit, "action": found.action.name}
    if found.standing is None:
        key = "why_unclear" if found.is_unclear else "why_not_owed"
        screen.reply(f"milestones.{key}", **names)
    else:
        status = MILESTONE.word(found.standing.status, lang)
        count, required = found.standing.count, found.standing.required
        screen.reply("milestones.why", **names, status=status, count=count, required=required)
        _tell_rule(work, found)
    _tell_kept(work, found)
    if found.held:
        screen.heading(say("milestones.activities", lang))
        _tell_held(work, [_held_row(one, lang) for one in found.held])
    if found.standing is not None and found.standing.times:
        screen.heading(say("milestones.times", lang))
        rows = [
            {
                "due_on": time.span.due.isoformat(),
                "done_on": time.done_on and time.done_on.isoformat(),
                "status": MILESTONE.word(time.status, lang),
            }
            for time in found.standing.times
        ]
        screen.table(_TIMES, rows)


def _tell_held(work: Opened, rows: list[dict[str, Any]]) -> None:
    """Show what counted and what did not; the reason is never cut."""
    screen = work.screen
    if screen.fits(_HELD, rows):
        screen.table(_HELD, rows)
        return
    for row in rows:
        said = [row["no"], row["day"], row["title"], row["form"], row["amount"]]
        title = "  ".join(str(one) for one in said if one is not None)
        screen.entry(title, row["verdict"])


def _tell_rule(work: Opened, found: Why) -> None:
    screen, lang = work.screen, work.screen.lang
    rule, standing = found.rule, found.standing
    assert rule is not None
    assert standing is not None
    due = rule.due or found.action.every or say("milestones.no_due", lang)
    whom = plan_words.whom(rule.to, lang)
    screen.reply("milestones.by_rule", whom=whom, due=due)
    if rule.because:
        screen.reply("milestones.because", because=rule.because)
    for name, done_on, due_on in found.hangs_on:
        called = say("milestones.started", lang) if name == "started_on" else name
        key = "done" if done_on else "open" if due_on else "undated"
        screen.reply(f"milestones.hangs_{key}", name=called, day=done_on or due_on)
    if found.reading.fault is not None:
        fault = found.reading.fault
        screen.answer(say(fault.key, lang, **fault.values))
    elif standing.due.late_after is not None:
        screen.reply("milestones.late_after", on=standing.due.on, day=standing.due.late_after)
    for year in _unknown_years(found):
        screen.reply("milestones.no_calendar", year=year)
    for other in found.others:
        key = "milestones.other_choice" if other.choice else "milestones.other_rule"
        if not other.choice and other.to.exactness() == rule.to.exactness():
            key = "milestones.other_equal"
        screen.reply(key, whom=plan_words.whom(other.to, lang), due=other.due or "—")


def _unknown_years(found: Why) -> list[int]:
    """Return the years whose holidays are asked for and not known to the calendar."""
    standing = found.standing
    days = [time.span.due for time in standing.times] if standing else []
    if standing and standing.due.on is None and WORKING_DAY in (standing.due_text or ""):
        days += [date.fromisoformat(done_on) for _, done_on, _ in found.hangs_on if done_on]
    return sorted({day.year for day in days if is_worked(date(day.year, 6, 1)) is None})


def _tell_kept(work: Opened, found: Why) -> None:
    kept, screen = found.kept, work.screen
    if kept is None:
        return
    if kept.done_on or kept.count:
        key = "milestones.said_by_sheet" if kept.file else "milestones.said"
        screen.reply(
            key, done_on=kept.done_on or "—", count=kept.count or "—", file=kept.file, row=kept.row
        )
    if kept.waived_by:
        until, today = kept.waived_until, work.setting.today.isoformat()
        key = "waived_for_good" if until is None else "waived_why"
        key = "waived_over" if until is not None and until < today else key
        said = {"by": kept.waived_by, "why": kept.waived_why}
        screen.reply(f"milestones.{key}", **said, **({"until": until} if until else {}))
    if kept.kept_required is not None:
        day = kept.kept_late_after or "—"
        screen.reply("milestones.kept", required=kept.kept_required, day=day)


def _held_row(one: Held, lang: str) -> dict[str, Any]:
    return {
        "no": one.no,
        "day": one.happened.day,
        "title": one.title,
        "form": one.happened.form,
        "amount": one.amount if one.verdict.counts else None,
        "verdict": _verdict(one.verdict, lang),
    }


def _verdict(found: Verdict, lang: str) -> str:
    """Return why an activity counts or does not, with what is noted of it."""
    said = [(found.key, found.values), *found.remarks]
    return say("milestones.between", lang).join(say(key, lang, **values) for key, values in said)


def as_object(found: Why, lang: str) -> dict[str, Any]:
    """Return the same as JSON has it."""
    standing, rule = found.standing, found.rule
    return {
        "unit": found.unit,
        "action": found.action.name,
        "status": standing and standing.status,
        "required": standing and standing.required,
        "count": standing and standing.count,
        "done_on": standing and standing.done_on,
        "due_on": standing and standing.due.on,
        "late_after": standing and standing.due.late_after,
        "rule": rule and rule.model_dump(mode="json"),
        "others": [other.model_dump(mode="json") for other in found.others],
        "hangs_on": [
            {"on": name, "done_on": done, "due_on": due} for name, done, due in found.hangs_on
        ],
        "activities": [
            {
                "no": one.no,
                "day": one.happened.day,
                "title": one.title,
                "form": one.happened.form,
                "amount": one.amount,
                "counts": one.verdict.counts,
                "why": _verdict(one.verdict, lang),
            }
            for one in found.held
        ],
        "times": [
            {"due_on": time.span.due, "done_on": time.done_on, "status": time.status}
            for time in (standing.times if standing else ())
        ],
        "kept": found.kept and vars(found.kept),
    }
