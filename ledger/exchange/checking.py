"""Compare and apply a checklist that a supervision group brings back ticked.

What stands above the table is the visit; each tick is a step of an item by that group; a
row without a number is something that was found. Nothing of the rest is changed: what
the office printed there it knows already.
"""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cache
from typing import Any
from typing import Final

from ledger import keys
from ledger import rectification
from ledger import supervision
from ledger.campaigns import CampaignInUse
from ledger.errors import CheckedByItself
from ledger.errors import ItemDropped
from ledger.errors import Mistake
from ledger.exchange.base import Known
from ledger.exchange.checklist import BLANK
from ledger.exchange.checklist import FILLED
from ledger.exchange.checklist import label
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Sender
from ledger.exchange.interpret import Interpreted
from ledger.exchange.note import Note
from ledger.exchange.plain import as_text
from ledger.exchange.recognise import Table
from ledger.exchange.shape import deadline
from ledger.store import Entry
from ledger.supervision import Finding
from schemas.day import read_day
from schemas.fault import Fault
from schemas.locale import LANGUAGES
from schemas.locale import words
from schemas.plan import Plan
from schemas.quantity import read_count
from schemas.sheet_words import SEPARATORS
from schemas.sheets.visit_checks import VERDICT
from schemas.sheets.visit_checks import fault_of
from schemas.vocabulary import CLOSING
from schemas.vocabulary import STEP

_COUNTS: Final = frozenset(FILLED[1])
#: The columns of facts that are not called as they are.
_COLUMNS: Final = {"unit": "unit_id", "group": "sup_group"}
_TICKS: Final = ("passed", "sent_back")
_BETWEEN: Final = "；"
#: Between what was looked at and what was seen there.
_IS: Final = "："
#: The texts of a visit to which rows add.
_TEXTS: Final = ("found", "recheck", "note")
#: Stands behind every label, also of what is none of ours.
_COLON: Final = ":"
_UNSAID: Final = re.compile(rf"[\s_{BLANK[0]}]+")


@dataclass(frozen=True)
class Step:
    """A tick: the item's id and number, check or return, and why."""

    item: int
    no: str
    name: str
    reason: str | None


@dataclass
class Facts:
    """What stands above the table: the columns of a visit, and what is wrong there."""

    said: dict[str, Any] = field(default_factory=dict)
    wrong: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Tell whether anything was filled in by hand."""
        return any(self.said.get(name) for name in ("day", "ways", "members", *_COUNTS))


class CheckComparison(Comparison):
    """A comparison whose changes are a visit, its steps and its findings, by their rows.

    ``seen`` is what was written beside something without a tick: the text of the visit that
    takes it, and the words.
    """

    facts: Facts
    steps: dict[int, Step]
    findings: dict[int, Finding]
    seen: dict[int, tuple[str, str]]


def compare_checks(
    table: Table, read: Interpreted, sender: Sender, known: Known | None, ground: Ground
) -> CheckComparison:
    """Compare a checklist with the ledger."""
    found = CheckComparison(table, read, sender, known)
    size = len(read.rows)
    found.verdicts = ["unchanged"] * size
    found.ids, found.natural_keys = [None] * size, [None] * size
    found.facts, found.steps, found.findings, found.seen = _facts(table, ground), {}, {}, {}
    for row in range(size):
        _compare_row(found, row, ground)
    changes = found.steps or found.findings or found.seen
    if found.facts.filled and not (changes or found.remarks):
        # Nothing to hold a mistake above the table by but the first row.
        for key, values in found.facts.wrong if size else ():
            found.remark(0, None, key, **values)
    return found


# Above the table ----------------------------------------------------------------------------


@cache
def _labels() -> Mapping[str, str]:
    """Map every label in either language to its field."""
    fields = ("unit", "group", *FILLED[0], *FILLED[1])
    return {
        _plain(label(name, lang)): name
        for name in fields
        for lang in LANGUAGES
        if f"visit_{name}" in words("workbook")
    }


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _facts(table: Table, ground: Ground) -> Facts:
    facts = Facts()
    for name, text in _said_above(table):
        value = _read(name, text, ground)
        if value is not None:
            facts.said[_COLUMNS.get(name, name)] = value
        elif name in _COUNTS:
            facts.wrong.append(("queries.visit_count", {"text": text}))
        else:
            facts.wrong.append((f"queries.visit_{name}", {name: text}))
    _ask_for_missing(facts)
    return facts


def _read(name: str, text: str, ground: Ground) -> Any:
    """Return what was filled in for a fact of the visit, None where it cannot be read."""
    plan = ground.campaign.plan
    if name == "unit":
        unit = ground.names.find(text)
        return None if isinstance(unit, Fault) else unit
    if name == "day":
        return _day(text, plan, ground.today)
    if name == "group":
        return plan.vocabulary.supervision_group.meaning(text) or text
    if name == "ways":
        said = (plan.vocabulary.way.meaning(one) or one for one in _parts(text))
        return list(dict.fromkeys(said))
    if name == "members":
        return "、".join(_parts(text))
    count = read_count(text)
    return count if isinstance(count, int) else None


def _day(text: str, plan: Plan, today: date) -> date | None:
    """Return the day of a visit: none before the campaign, none that lies ahead."""
    day = read_day(text, plan.frame(today), happened=True)
    fits = isinstance(day, date) and (plan.start or date.min) <= day <= today
    return day if fits and isinstance(day, date) else None


def _ask_for_missing(facts: Facts) -> None:
    asked = {key for key, _ in facts.wrong}
    for name, key in (
        ("unit_id", "visit_unit"),
        ("day", "visit_day"),
        ("sup_group", "visit_group"),
    ):
        if name not in facts.said and f"queries.{key}" not in asked:
            facts.wrong.append((f"queries.{key}_missing", {}))


def _parts(text: str) -> list[str]:
    return [part for one in SEPARATORS.split(text) if (part := one.strip())]


def _said_above(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the facts that are filled in: behind their label, or in the cell beside it."""
    grid = table.grid
    for row in grid.rows[: table.header_rows[0] - grid.first_row]:
        texts = [text for cell in row if (text := as_text(cell))]
        for at, text in enumerate(texts):
            name, value = _labelled(text)
            if name is None:
                continue
            beside = texts[at + 1] if at + 1 < len(texts) else ""
            if not value and _COLON not in _plain(beside):
                value = _UNSAID.sub(" ", beside).strip()
            if value:
                yield name, value


def _labelled(text: str) -> tuple[str | None, str]:
    plain = _plain(text)
    for words_before, name in _labels().items():
        if plain.startswith(words_before):
            return name, _UNSAID.sub(" ", plain.removeprefix(words_before)).strip()
    return None, ""


# Rows ---------------------------------------------------------------------------------------


def _compare_row(found: CheckComparison, row: int, ground: Ground) -> None:
    no, problem = found.column("no")[row], found.column("problem")[row]
    ticks = {name: bool(found.column(name)[row]) for name in _TICKS}
    verdicts = _verdicts(found, row, ground)
    is_new = not no and bool(problem) and _is_for_findings(found, row)
    faulty = [
        cell
        for cell in found.read.faults.get(row, ())
        if cell.field in _TICKS or cell.field.startswith(VERDICT) or is_new or any(ticks.values())
    ]
    for cell in faulty:
        found.query(row, cell)
    if faulty:
        return
    if is_new and not any(ticks.values()):
        _compare_finding(found, row, str(problem), ground)
    elif any(ticks.values()) or verdicts:
        _compare_tick(found, row, ticks, verdicts, ground)
    elif any(found.column(name)[row] is not None for name in _TICKS):
        found.remark(row, "passed", "queries.crossed")
    elif found.column("reason")[row] and not is_new:
        _compare_words(found, row, ground)


def _is_for_findings(found: CheckComparison, row: int) -> bool:
    """Tell whether a row is one of those left for what is found; one that was added is."""
    part = found.column("part")[row]
    return not part or part in words("workbook")["part_new"]


def _verdicts(found: CheckComparison, row: int, ground: Ground) -> list[str]:
    """Return the faults that are ticked."""
    return [
        fault_of(verdict)
        for at, verdict in enumerate(ground.campaign.plan.review.verdicts)
        if found.column(f"{VERDICT}{at}")[row]
    ]


def _compare_tick(
    found: CheckComparison,
    row: int,
    ticks: Mapping[str, bool],
    verdicts: list[str],
    ground: Ground,
) -> None:
    no, reason = found.column("no")[row], found.column("reason")[row]
    if not no:
        found.remark(row, "no", "queries.tick_without_number")
    elif all(ticks.values()):
        found.remark(row, "sent_back", "queries.both_ticked")
    elif not any(ticks.values()):
        found.remark(row, "passed", "queries.none_ticked")
    elif ticks["passed"] and verdicts:
        faults = "、".join(verdicts)
        found.remark(row, "passed", "queries.passed_with_fault", faults=faults)
    else:
        why = _BETWEEN.join([*verdicts, *([reason] if reason else [])]) or None
        _compare_step(found, row, "check" if ticks["passed"] else "return", why, ground)


def _compare_step(
    found: CheckComparison, row: int, name: str, reason: str | None, ground: Ground
) -> None:
    item = _item(found, row, ground)
    if item is None:
        return
    no, said = found.column("no")[row], found.facts.said
    done = (item, name, said["day"].isoformat(), said["sup_group"])
    if _taken(ground, done):
        return
    field_name = "passed" if name == "check" else "sent_back"
    refused = rectification.refusal(ground.connection, item, name, said["sup_group"], reason)
    if name == "return" and not reason:
        found.remark(row, "reason", "queries.return_without_reason")
    elif refused is not None:
        key, values = _why(refused, name, ground.campaign)
        found.remark(row, field_name, key, **values)
    else:
        found.steps[row] = Step(item, str(no), name, reason)
        found.verdicts[row] = "changed"


def _item(found: CheckComparison, row: int, ground: Ground) -> int | None:
    """Return the id of a row's item; None where it is asked about."""
    no = found.column("no")[row]
    item = ground.connection.execute(
        "select id, unit_id from item where no = ? and campaign_id = ?", (no, ground.campaign.id)
    ).fetchone()
    if item is None:
        found.remark(row, "no", "queries.number_unknown", number=no)
        return None
    if not _sure(found, row):
        return None
    visited = found.facts.said["unit_id"]
    if item[1] != visited:
        unit = ground.names.names[visited]
        found.remark(row, "no", "queries.item_of_other", number=no, unit=unit)
        return None
    found.ids[row] = item[0]
    return int(item[0])


def _taken(ground: Ground, step: tuple[int, str, str, str]) -> bool:
    """Tell whether the group took this step of the item on that day already."""
    text = "select 1 from item_step where item_id = ? and step = ? and day = ? and done_by = ?"
    return ground.connection.execute(text, step).fetchone() is not None


def _why(refused: Mistake, name: str, campaign: CampaignInUse) -> tuple[str, dict[str, Any]]:
    """Return why a step is refused, in words that the group understands."""
    values = refused.values
    if isinstance(refused, ItemDropped):
        return "queries.dropped", {"day": values["day"]}
    if isinstance(refused, CheckedByItself):
        return "queries.checked_by_itself", {"who": values["who"]}
    standing = str(values["closing"])
    codes = CLOSING if standing in CLOSING.words else campaign.status_codes
    return "queries.step_refused", {
        "number": values["number"],
        "step": STEP.word(name, campaign.lang),
        "closing": codes.word(standing, campaign.lang),
    }


def _compare_words(found: CheckComparison, row: int, ground: Ground) -> None:
    """Take what was written beside something without a tick as what the visit saw there.

    Of an item it is what the recheck found; one that waits for its check needs the tick.
    """
    no, reason = found.column("no")[row], str(found.column("reason")[row])
    if no:
        item = _item(found, row, ground)
        if item is None:
            return
        if _waits(ground, item):
            found.remark(row, "passed", "queries.reason_without_tick")
            return
        seen = ("recheck", f"{no}{_IS}{reason}")
    elif _sure(found, row):
        seen = ("note", f"{found.column('problem')[row] or ''}{_IS}{reason}")
    else:
        return
    if seen[1] not in _parts_of(_there(ground, found.facts).get(seen[0])):
        found.seen[row] = seen
        found.verdicts[row] = "changed"


def _waits(ground: Ground, item: int) -> bool:
    text = "select closing = 'submitted' from item where id = ?"
    return bool(ground.connection.execute(text, (item,)).fetchone()[0])


def _compare_finding(found: CheckComparison, row: int, problem: str, ground: Ground) -> None:
    if not _sure(found, row):
        return
    unit = found.facts.said["unit_id"]
    known = supervision.item_known(ground.connection, ground.campaign.id, unit, problem)
    key = keys.item_key("body", None, problem)
    if known is None and key not in found.natural_keys[:row]:
        due = found.column("due")[row]
        place = deadline("due")
        columns = None if due is None else dict(zip(place.columns, place.store(due), strict=True))
        found.findings[row] = Finding(problem, _as_days(columns), found.column("reason")[row])
        found.natural_keys[row] = key
        found.verdicts[row] = "new"


def _as_days(columns: dict[str, Any] | None) -> dict[str, Any] | None:
    if columns is None:
        return None
    days = {
        name: date.fromisoformat(columns[name])
        for name in ("due_on", "late_after")
        if columns[name] is not None
    }
    return columns | days | {"due_standing": bool(columns["due_standing"])}


def _sure(found: CheckComparison, row: int) -> bool:
    """Tell whether it is said which group was where on which day; else the row is asked about."""
    if not found.sender.office:
        found.remark(row, None, "queries.check_of_office")
        return False
    for key, values in found.facts.wrong:
        found.remark(row, None, key, **values)
    return not found.facts.wrong


# Writing ------------------------------------------------------------------------------------


def apply_checks(entry: Entry, found: CheckComparison, ground: Ground, sheet_id: int) -> None:
    """Write the visit, its steps and what it found."""
    steps = {row: one for row, one in found.steps.items() if found.verdicts[row] == "changed"}
    findings = {row: one for row, one in found.findings.items() if found.verdicts[row] == "new"}
    seen = [one for row, one in found.seen.items() if found.verdicts[row] == "changed"]
    if not found.sender.office or found.facts.wrong:
        return
    if not (steps or findings or seen or found.facts.filled):
        return
    texts = [*(("found", one.problem) for one in findings.values()), *seen]
    number = _visit(entry, found, ground, texts)
    said = found.facts.said
    for step in steps.values():
        rectification.step(
            entry,
            step.no,
            step.name,
            day=said["day"],
            done_by=said["sup_group"],
            reason=step.reason,
        )
    for row, finding in findings.items():
        [made] = supervision.find(entry, ground.campaign, number, [finding])
        found.ids[row] = keys.record_id(entry.connection, made, "item")
        entry.connection.execute(
            "update item set source_sheet = ?, source_row = ? where id = ?",
            (sheet_id, found.read.rows[row], found.ids[row]),
        )
    found.read.notes.append(Note("notes_sheets.visit_taken", {"number": number}))


def _visit(
    entry: Entry, found: CheckComparison, ground: Ground, texts: list[tuple[str, str]]
) -> str:
    """Return the number of the visit: the group's of that day, which may be there already."""
    said = dict(found.facts.said)
    there = _there(ground, found.facts)
    for name, words_of in texts:
        said[name] = _BETWEEN.join([*_parts_of(said.get(name) or there.get(name)), words_of])
    if there:
        number, _ = supervision.edit_visit(entry, ground.campaign, str(there["no"]), said)
    else:
        number, _ = supervision.log_visit(entry, ground.campaign, said)
    return number


def _there(ground: Ground, facts: Facts) -> Mapping[str, str | None]:
    """Return the texts of the group's visit on that day; nothing where there is none."""
    said = facts.said
    key = keys.record_key(said["sup_group"], said["day"].isoformat())
    names = ("no", *_TEXTS)
    row = ground.connection.execute(
        f"select {', '.join(names)} from visit"
        " where campaign_id = ? and unit_id = ? and natural_key = ?",
        (ground.campaign.id, said["unit_id"], key),
    ).fetchone()
    return {} if row is None else dict(zip(names, row, strict=True))


def _parts_of(text: str | None) -> list[str]:
    return [part for part in (text or "").split(_BETWEEN) if part]
