"""What is said of whether units may go on: what is missing, and how it is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

from cli import columns
from cli.quoting import quoted
from cli.screen import Column
from schemas import record
from schemas.locale import say
from schemas.vocabulary import PUBLICATION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from cli.opening import Opened
    from ledger.readiness import Answer
    from ledger.readiness import Gap

GAPS = columns.listed(record.GAP)
ANSWERS = columns.listed(record.READINESS)
TIERS = (
    columns.column(record.READINESS.field("tier")),
    Column("units", "ready.units", justify="right"),
    Column("ready", "ready.ready", justify="right"),
    Column("waiting", "ready.waiting_units", justify="right"),
    Column("ready_units", "ready.ready_names", in_table=False),
    Column("waiting_units", "ready.waiting_names", in_table=False),
)


def gap_rows(work: Opened, found: Answer) -> Iterator[dict[str, Any]]:
    """Yield what a unit lacks, one row for each."""
    lang = work.screen.lang
    unit = work.called(found.unit["id"])
    for gap in found.gaps:
        yield {
            "campaign": work.campaign.code,
            "unit": unit,
            "phase": gap.phase,
            "requirement": gap.kind,
            "action": gap.what,
            "required": gap.required,
            "count": gap.count,
            "due_on": gap.due_on,
            "due_text": gap.due_text,
            "status": gap.status,
            "why": say(gap.why[0], lang, **gap.why[1]) if gap.why else None,
            "command": _command(work, found, gap),
        }


def tell(work: Opened, found: Answer, *, is_first: bool) -> None:
    """Say whether a unit is ready; else what it lacks, and how that is recorded."""
    screen, lang = work.screen, work.screen.lang
    names = {"unit": work.called(found.unit["id"]), "phase": found.to}
    ending = "" if found.to else "_end"
    if is_first:
        screen.reply("ready.first", **names)
    elif found.ready:
        screen.reply(f"ready.yes{ending}", **names)
    else:
        rows = list(gap_rows(work, found))
        screen.reply(f"ready.no{ending}", n=len(rows), **names)
        screen.table([column for column in GAPS if column.in_table], rows)
        screen.heading(say("ready.todo", lang))
        for line in dict.fromkeys(row["command"] for row in rows):
            screen.answer(f"  {line}")
    for text in remarks(found, lang):
        screen.say("ready.remark", text=text)


def as_object(work: Opened, found: Answer) -> dict[str, Any]:
    """Return the same as JSON has it."""
    row = answer_row(work, found)
    names = [field.name for field in record.GAP.fields if field.name not in ("campaign", "unit")]
    gaps = [{name: gap[name] for name in names} for gap in gap_rows(work, found)]
    return {**row, "missing": gaps}


def answer_row(work: Opened, found: Answer) -> dict[str, Any]:
    """Return a unit's row: whether it is ready, and what it lacks."""
    lang = work.screen.lang
    return {
        "campaign": work.campaign.code,
        "tier": found.unit["tier"],
        "unit": work.called(found.unit["id"]),
        "phase": found.to or say("ready.end", lang),
        "ready": found.ready,
        "missing": [_short(gap, lang) for gap in found.gaps],
        "remarks": remarks(found, lang),
    }


def remarks(found: Answer, lang: str) -> list[str]:
    """Return what is to be known beside."""
    return [say(key, lang, **values) for key, values in found.remarks]


def _short(gap: Gap, lang: str) -> str:
    if gap.required == 1:
        return gap.what
    values = {"what": gap.what, "count": gap.count, "required": gap.required}
    return say("ready.amount", lang, **values)


def tier_rows(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return for each tier how many units are ready and how many are not, with their names."""
    found: dict[str | None, dict[str, Any]] = {}
    for row in rows:
        empty = {"tier": row["tier"], "ready_units": [], "waiting_units": []}
        tier = found.setdefault(row["tier"], empty)
        tier["ready_units" if row["ready"] else "waiting_units"].append(row["unit"])
    for tier in found.values():
        tier["ready"], tier["waiting"] = len(tier["ready_units"]), len(tier["waiting_units"])
        tier["units"] = tier["ready"] + tier["waiting"]
    return list(found.values())


def _command(work: Opened, found: Answer, gap: Gap) -> str:
    """Return the command that records what is missing, once it has been made up."""
    lang, plan = work.screen.lang, work.campaign.plan
    unit, what = quoted(work.called(found.unit["id"])), quoted(gap.what)
    if gap.kind == "contacts":
        return "campaign contact-points --missing"
    if gap.kind == "unclear":
        unknown = [name for name in ("tier", "kind", "batch") if found.unit[name] is None]
        said = "".join(f" --{name} {say(f'ready.do_{name}', lang)}" for name in unknown)
        return f"campaign units edit {unit}{said}"
    if gap.kind == "review":
        is_personal = gap.what in plan.review.personal
        whose = f" --person {say('ready.do_person', lang)}" if is_personal else ""
        return f"campaign reviews pass {unit} {what}{whose}"
    line = f"campaign log-activity {what} --unit {unit}"
    day = say("ready.do_day", lang)
    if gap.action is None:
        return f"{line} --form {PUBLICATION} --on {day}"
    option = _AMOUNTS.get(plan.action(gap.action).measure)
    amount = f" --{option} {say(f'ready.do_{option}', lang)}" if option else ""
    return f"{line} --action {what} --on {day}{amount}"


#: The option of ``log-activity`` that says how much of an action there was, by its measure.
_AMOUNTS = {"days": "days", "percent": "present"}
