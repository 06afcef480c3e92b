"""Supervision: what groups found when they visited units, heard and sent back.

What a group heard is kept apart from what units collected themselves: no sum adds the two.
"""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger import numbered
from ledger import reading
from ledger import rectification
from ledger.errors import EmptyText
from schemas import record
from schemas.plan import Plan

if TYPE_CHECKING:
    from ledger.campaigns import CampaignInUse
    from ledger.store import Entry

KIND: Final = "visit"
#: A visit in this way is what its findings come from; those of any other come from 督导.
COVERT: Final = "暗访"
_SOURCE: Final = "督导"
#: Between findings that are one text.
_BETWEEN: Final = "；"

Row = dict[str, Any]


@dataclass(frozen=True)
class VisitFilter:
    """What ``visits`` is asked for."""

    unit: int | None = None
    group: str | None = None
    way: str | None = None
    since: date | None = None
    until: date | None = None
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Finding:
    """Something that a visit found; what is not said of it is as the visit says.

    ``due`` are the columns of a deadline.
    """

    problem: str
    due: Mapping[str, Any] | None = None
    demand: str | None = None


def visit_query(connection: sqlite3.Connection, campaign: int, asked: VisitFilter) -> reading.Query:
    """Return the query for visits, in the order of their days."""
    query = reading.Query("visits", order="day, id")
    query.where("campaign_id = :campaign", campaign=campaign)
    query.below(connection, asked.unit).among("id", asked.numbers)
    if asked.group:
        query.where('"group" = :sup_group', sup_group=asked.group)
    if asked.way:
        said = json.dumps(asked.way, ensure_ascii=False)
        query.where("instr(coalesce(ways, ''), :way) > 0", way=said)
    if asked.since:
        query.where("day >= :since", since=asked.since.isoformat())
    if asked.until:
        query.where("day <= :until", until=asked.until.isoformat())
    return query


def visits(connection: sqlite3.Connection, campaign: int, asked: VisitFilter) -> Iterator[Row]:
    """Yield visits with the fields of the contract, and the ids of visit and unit."""
    items = _items(connection)
    for row in reading.rows(connection, visit_query(connection, campaign, asked)):
        row["items"] = items.get(row["id"], [])
        ids = {"id": row["id"], "unit_id": row["unit_id"]}
        yield reading.fields(record.VISIT, row) | ids


def visit(connection: sqlite3.Connection, number: str) -> Row:
    """Return one visit, of whichever campaign; raises UnknownRecord."""
    found = keys.record_id(connection, number, KIND)
    [campaign] = connection.execute(
        "select campaign_id from visit where id = ?", (found,)
    ).fetchone()
    [row] = visits(connection, campaign, VisitFilter(numbers=(found,)))
    return row


def _items(connection: sqlite3.Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for visit_id, number in connection.execute(
        "select visit_id, no from item where visit_id is not null order by id"
    ):
        found.setdefault(visit_id, []).append(number)
    return found


def sums(connection: sqlite3.Connection, campaign: int, asked: VisitFilter) -> Iterator[Row]:
    """Yield what each group did, by level and name: its own, never added to the units'."""
    query = visit_query(connection, campaign, asked)
    query.order = 'level is null, level, "group" is null, "group"'
    text = query.text(
        '"group", level, count(*) as visits, count(distinct unit_id) as units,'
        " sum(talks) as talks, sum(meetings) as meetings, sum(opinions) as opinions,"
        " sum(reviewed) as reviewed, sum(returned) as returned"
    ).replace(" order by ", ' group by level, "group" order by ')
    cursor = connection.execute(text, query.values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


# Writing --------------------------------------------------------------------------------


def log_visit(
    entry: "Entry",
    campaign: "CampaignInUse",
    fields: Mapping[str, Any],
    findings: Sequence[str] = (),
) -> tuple[str, list[str]]:
    """Keep a visit, and each finding as an item of the unit; return their numbers.

    Where no text says what was found, the findings do. Raises DayInFuture or EmptyText.
    """
    said = {"level": level_of(campaign.plan, fields.get("sup_group")), **_given(fields)}
    if findings and not said.get("found"):
        said["found"] = _BETWEEN.join(findings)
    number = numbered.add(entry, KIND, campaign.id, said, _key)
    return number, find(entry, campaign, number, map(Finding, findings))


def _given(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields; a level that was left empty is the group's own."""
    return {name: value for name, value in fields.items() if name != "level" or value}


def level_of(plan: Plan, group: str | None) -> str | None:
    """Return the level that a group was sent by, as the plan says it."""
    return next((one.level for one in plan.supervision if group in one.groups), None)


def edit_visit(
    entry: "Entry",
    campaign: "CampaignInUse",
    number: str,
    fields: Mapping[str, Any],
    findings: Sequence[str] = (),
) -> tuple[str, list[str]]:
    """Change the given fields of a visit, and add findings to it."""
    number = numbered.edit(entry, KIND, number, fields, _key)
    return number, find(entry, campaign, number, map(Finding, findings))


def drop_visit(entry: "Entry", number: str) -> str:
    """Take a visit away. The items that came of it stay, and stand for themselves."""
    found = keys.record_id(entry.connection, number, KIND)
    entry.connection.execute("update item set visit_id = null where visit_id = ?", (found,))
    return numbered.drop(entry, KIND, number)


def find(
    entry: "Entry", campaign: "CampaignInUse", number: str, findings: Iterable[Finding]
) -> list[str]:
    """Make items of what a visit found, each once; return the numbers of the new ones.

    What stands in the unit's ledger already is not put there again.
    """
    from ledger.models import Visit

    visit_id = keys.record_id(entry.connection, number, KIND)
    row = entry.session.get_one(Visit, visit_id)
    made = []
    for finding in findings:
        if not finding.problem.strip():
            raise EmptyText(field="finding")
        if item_known(entry.connection, campaign.id, row.unit_id, finding.problem) is None:
            fields = _item_of(campaign.plan, row, finding)
            made.append(rectification.add(entry, campaign.id, finding.problem, fields))
    return made


def item_known(
    connection: sqlite3.Connection, campaign: int, unit: int, problem: str
) -> str | None:
    """Return the number of the unit's item with a problem, if there is one that stands."""
    found = connection.execute(
        "select no from item where campaign_id = ? and unit_id = ? and natural_key = ?"
        " and dropped_on is null order by id",
        (campaign, unit, keys.item_key("body", None, problem)),
    ).fetchone()
    return None if found is None else str(found[0])


def _item_of(plan: Plan, row: Any, finding: Finding) -> dict[str, Any]:
    said = COVERT if COVERT in (row.ways or []) else _SOURCE
    due = finding.due or {name: getattr(row, name) for name in rectification.DUE_COLUMNS}
    return {
        "unit_id": row.unit_id,
        "visit_id": row.id,
        "source": plan.vocabulary.source.meaning(said) or said,
        "raised_on": row.day,
        "batch": plan.batch,
        "goal": finding.demand or row.demands,
        **due,
    }


def _key(_: "Entry", row: Any) -> int:
    return keys.record_key(row.sup_group, row.day.isoformat())
