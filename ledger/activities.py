"""Activities: what happened in a unit on a day, told once, whatever it counts for.

A study, a meeting, a talk, a visit to the grass roots are all activities. What each counts
for follows from its form and the plan (``ledger/counting.py``).
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import campaigns
from ledger import keys
from ledger import numbered
from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.counting import COLUMNS
from ledger.counting import Counting
from ledger.counting import Happened
from ledger.counting import Reached
from ledger.counting import reached
from ledger.errors import EndsBeforeItBegins
from ledger.errors import MoreReached
from ledger.errors import NothingHappened
from ledger.owing import MilestoneFilter
from ledger.owing import Owing
from schemas import record
from schemas.plan import Plan
from schemas.vocabulary import TALK

if TYPE_CHECKING:
    from ledger.store import Entry

KIND: Final = "activity"
#: Over the table: what is a talk by what it says, whatever a plan calls its form.
IS_TALK: Final = (
    f"(coalesce(form, '') = '{TALK}' or with_whom is not null or pair is not null"
    " or topics is not null)"
)

Row = dict[str, Any]


@dataclass(frozen=True)
class ActivityFilter:
    """What ``activities`` is asked for; ``action`` and ``phase`` are codes.

    ``group`` is a group of members. An action means what counts for it, or was logged for it.
    """

    unit: int | None = None
    form: str | None = None
    action: str | None = None
    phase: str | None = None
    group: str | None = None
    since: date | None = None
    until: date | None = None
    numbers: tuple[int, ...] = ()


def query(connection: sqlite3.Connection, campaign: int, asked: ActivityFilter) -> reading.Query:
    """Return the query for activities, in the order of their days."""
    found = reading.Query("activities", order="day, unit_id, id")
    found.where("campaign_id = :campaign", campaign=campaign)
    found.below(connection, asked.unit).among("id", asked.numbers)
    if asked.form:
        found.where("form = :form", form=asked.form)
    if asked.group:
        found.where('"group" = :member_group', member_group=asked.group)
    if asked.since:
        found.where("coalesce(ends_on, day) >= :since", since=asked.since.isoformat())
    if asked.until:
        found.where("day <= :until", until=asked.until.isoformat())
    return found


def activities(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    asked: ActivityFilter,
    *,
    as_said: bool = False,
) -> Iterator[Row]:
    """Yield activities with the fields of the contract, and the ids of activity and unit.

    The phase is that of the actions that one counts for, unless it was said; with
    ``as_said`` only where it was, as sheets have it.
    """
    plan, counting = campaign.plan, Counting(campaign.plan)
    for row in reading.rows(connection, query(connection, campaign.id, asked)):
        ids = {"id": row["id"], "unit_id": row["unit_id"]}
        counted = counting.actions(_happened(row))
        codes = {action.code for action in counted} | {row["action"]}
        phases = [row["phase"]] if row["phase"] else _phases(plan, row, counted)
        if asked.action not in (None, *codes) or asked.phase not in (None, *phases):
            continue
        row["counts_for"] = [action.name for action in counted]
        row["action"] = _named(plan.actions, row["action"])
        row["phase"] = _named(plan.phases, row["phase"] if as_said else next(iter(phases), None))
        yield reading.fields(record.ACTIVITY, row) | ids


def activity(connection: sqlite3.Connection, number: str) -> Row:
    """Return one activity, of whichever campaign; raises UnknownRecord."""
    found = keys.record_id(connection, number, KIND)
    [code] = connection.execute("select campaign from activities where id = ?", (found,)).fetchone()
    campaign = campaigns.in_use(connection, code)
    [row] = activities(connection, campaign, ActivityFilter(numbers=(found,)))
    return row


def _happened(row: Mapping[str, Any]) -> Happened:
    """Return what of a row of the view decides what it counts for."""
    return Happened(
        row["day"], form=row["form"], action=row["action"], supervisor=row["supervisor"]
    )


def _phases(plan: Plan, row: Mapping[str, Any], counted: Any) -> list[str]:
    """Return the phases of the actions that an activity counts for, or was logged for."""
    said = (action for action in plan.actions if action.code == row["action"])
    return [action.phase for action in (*counted, *said) if action.phase]


def _named(parts: Any, code: str | None) -> str | None:
    return next((part.name for part in parts if part.code == code), code)


def is_talk(plan: Plan, row: Mapping[str, Any]) -> bool:
    """Tell whether an activity is a talk with somebody, by its form or by what it says."""
    talk = plan.vocabulary.form.meaning(TALK) or TALK
    return row["form"] == talk or any(row[name] for name in ("with_whom", "pair", "topics"))


def called(plan: Plan, title: str | None) -> dict[str, str]:
    """Return the form that an activity has by what it is called, or the action that it is for.

    An action is meant that no form counts for.
    """
    if not title:
        return {}
    form = plan.vocabulary.form.meaning(title)
    named = (one for one in plan.actions if title in (one.name, *one.aliases) and not one.forms)
    action = next(named, None)
    return {**({"form": form} if form else {}), **({"action": action.code} if action else {})}


# By group of members --------------------------------------------------------------------


def coverage(
    connection: sqlite3.Connection, campaign: CampaignInUse, asked: ActivityFilter
) -> Iterator[Row]:
    """Yield for each group of members how many there are and how many were reached, and how.

    A unit that speaks of a group speaks for those below it, too: they are not added.
    """
    groups: dict[str | None, list[Reached]] = defaultdict(list)
    order = list(campaign.plan.vocabulary.member_group.words)
    by_unit = _reached(connection, campaign, asked)
    parents = dict(connection.execute("select id, parent_id from unit").fetchall())
    for unit, found in by_unit.items():
        for name, group in found.items():
            if not any(name in by_unit.get(above, {}) for above in _above(parents, unit)):
                groups[name].append(group)
    for name in sorted(groups, key=lambda name: _place(order, name)):
        yield _coverage(campaign.code, name, groups[name])


def _reached(
    connection: sqlite3.Connection, campaign: CampaignInUse, asked: ActivityFilter
) -> dict[int, Mapping[str | None, Reached]]:
    wanted = {row["id"] for row in activities(connection, campaign, asked)}
    found: dict[int, list[Happened]] = defaultdict(list)
    for row_id, unit, *said in connection.execute(
        f"select id, unit_id, {', '.join(COLUMNS)} from activity"
        " where campaign_id = ? and group_all is not null order by day, id",
        (campaign.id,),
    ):
        if row_id in wanted:
            found[unit].append(Happened(*said))
    return {unit: reached(happened) for unit, happened in found.items()}


def _above(parents: Mapping[int, int | None], unit: int) -> Iterator[int]:
    above, seen = parents.get(unit), {unit}
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        above = parents.get(above)


def _place(order: list[str], name: str | None) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order)), name or ""


def _coverage(campaign: str, name: str | None, groups: list[Reached]) -> Row:
    ways: dict[str, int] = defaultdict(int)
    for group in groups:
        for way, number in group.ways.items():
            ways[way or ""] += number
    total, got = sum(group.all for group in groups), sum(group.reached for group in groups)
    tenths = (got * 2000 + total) // (2 * total) if total else 0
    return {
        "campaign": campaign,
        "group": name,
        "units": len(groups),
        "group_all": total,
        "group_reached": got,
        "left": total - got,
        "percent": f"{tenths // 10}.{tenths % 10}",
        "reached_how": [f"{way}{number}" for way, number in ways.items() if number],
    }


# Who has to talk with whom --------------------------------------------------------------


def pairs_missing(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    asked: ActivityFilter,
) -> Iterator[Row]:
    """Yield the pairs that have to talk and have not, unit by unit in the roster's order."""
    talks = campaign.plan.talks
    wanted = MilestoneFilter(unit=asked.unit, action=talks.action)
    owing = Owing(connection, campaign, today, wanted)
    talked = _talked(connection, campaign, asked)
    for unit in owing.units():
        found = None if talks.action is None else unit.of(talks.action)
        if talks.action is not None and found is None:
            continue
        for pair in talks.pairs:
            talks_here = (unit.unit["id"], pair.name) in talked
            if owing.chooser.means(pair.to, unit.unit) and not talks_here:
                yield {
                    "campaign": campaign.code,
                    "unit": unit.unit["name"],
                    "pair": pair.name,
                    "first": pair.first,
                    "second": pair.second,
                    "due_on": found and found.due.on and found.due.on.isoformat(),
                }


def _talked(
    connection: sqlite3.Connection, campaign: CampaignInUse, asked: ActivityFilter
) -> set[tuple[int, str]]:
    found = query(connection, campaign.id, asked).where("pair is not null")
    return set(connection.execute(found.text("unit_id, pair"), found.values).fetchall())


# Writing --------------------------------------------------------------------------------


def log_activity(
    entry: "Entry", campaign: CampaignInUse, fields: Mapping[str, Any]
) -> tuple[str, list[str]]:
    """Keep something that happened; return its number and the actions that it counts for.

    ``fields`` are columns; ``action`` is a code. Raises DayInFuture, EndsBeforeItBegins,
    MoreReached or NothingHappened.
    """
    number = numbered.add(entry, KIND, campaign.id, fields, _key)
    return number, _checked(entry, campaign, number)


def edit_activity(
    entry: "Entry", campaign: CampaignInUse, number: str, fields: Mapping[str, Any]
) -> tuple[str, list[str]]:
    """Change the given fields of an activity; raises the same."""
    number = numbered.edit(entry, KIND, number, fields, _key)
    return number, _checked(entry, campaign, number)


def drop_activity(entry: "Entry", number: str) -> str:
    """Take an activity away; undo brings it back."""
    return numbered.drop(entry, KIND, number)


def _checked(entry: "Entry", campaign: CampaignInUse, number: str) -> list[str]:
    """Raise what cannot be; return the names of the actions that an activity counts for."""
    from ledger.models import Activity

    row = entry.session.get_one(Activity, keys.record_id(entry.connection, number, KIND))
    if row.ends_on is not None and row.ends_on < row.day:
        raise EndsBeforeItBegins(day=row.day, ends_on=row.ends_on)
    if not any((row.title, row.form, row.action, row.with_whom)):
        raise NothingHappened
    if (row.group_reached or 0) > (row.group_all or row.group_reached or 0):
        raise MoreReached(all=row.group_all, reached=row.group_reached)
    happened = Happened(
        row.day.isoformat(), form=row.form, action=row.action, supervisor=row.supervisor
    )
    return [action.name for action in Counting(campaign.plan).actions(happened)]


def key_of(
    led_by: str | None,
    with_whom: str | None,
    title: str | None,
    form: str | None,
    day: str,
    nth: int,
) -> int:
    """Return what an activity without a number is recognised by, beside its unit.

    A talk by who spoke with whom; anything else by what it was.
    """
    if with_whom:
        return keys.record_key(led_by, with_whom, "", form, day, nth)
    return keys.record_key("", "", title, form, day, nth)


def _key(entry: "Entry", row: Any) -> int:
    said = (row.led_by, row.with_whom, row.title, row.form, row.day.isoformat())
    return keys.free_key(
        entry.connection, KIND, row.unit_id, lambda nth: key_of(*said, nth), but=row.id
    )
