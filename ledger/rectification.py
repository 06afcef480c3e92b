"""Rectification items: the work, and the closing that somebody else checks.

The steps follow the sources: a unit calls the work done and submits it (申请销号), a
supervision group or the office checks it (核查), it is put on public notice where that is
asked for (公示), and the office closes it (销号). What is not good enough is returned, what
comes back is reopened; both put the work back to be done.
"""

import sqlite3
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger.errors import AlreadyLinked
from ledger.errors import CheckedByItself
from ledger.errors import DayInFuture
from ledger.errors import EmptyText
from ledger.errors import ItemDropped
from ledger.errors import Mistake
from ledger.errors import StepRefused
from schemas.deadline import Deadline
from schemas.vocabulary import OPEN_STATUSES

if TYPE_CHECKING:
    from ledger.models import Item
    from ledger.store import Entry

#: The standings of the closing from which each step may be taken.
FROM: Final = {
    "submit": ("open", "returned"),
    "check": ("submitted",),
    "notice": ("checked",),
    "close": ("checked", "noticed"),
    "return": ("submitted", "checked", "noticed"),
    "reopen": ("closed",),
}
#: The standing that each step leads to.
TO: Final = {
    "submit": "submitted",
    "check": "checked",
    "notice": "noticed",
    "close": "closed",
    "return": "returned",
    "reopen": "returned",
}
#: The work is done as far as it can be, so that its closing may be asked for.
FINISHED: Final = ("done", "done_standing")

#: The columns of a record that a deadline fills.
DUE_COLUMNS: Final = ("due_text", "due_on", "due_class", "due_standing", "late_after")


def due_columns(deadline: Deadline | None) -> dict[str, Any]:
    """Return the columns that hold a deadline."""
    if deadline is None:
        return dict.fromkeys(DUE_COLUMNS[:3], None) | {"due_standing": False, "late_after": None}
    return {
        "due_text": deadline.text,
        "due_on": deadline.on,
        "due_class": deadline.klass,
        "due_standing": deadline.standing,
        "late_after": deadline.late_after,
    }


def add(
    entry: "Entry",
    campaign: int,
    problem: str,
    fields: Mapping[str, Any],
    co_units: Iterable[int] = (),
) -> str:
    """Add an item and return its number. Raises EmptyText or DayInFuture."""
    from ledger.models import Item

    if not problem.strip():
        raise EmptyText(field="problem")
    item = Item(
        no=keys.item_number(keys.next_id(entry.connection, "item")),
        campaign_id=campaign,
        problem=problem,
        **fields,
    )
    _settle_done(item, entry.today)
    item.first_due_text, item.first_due_on = item.due_text, item.due_on
    item.natural_key = keys.item_key(item.scope, item.owner, problem)
    entry.add(item)
    set_co_units(entry, _id(item), co_units)
    return item.no


def _settle_done(item: "Item", today: date) -> None:
    if item.status in FINISHED and item.done_on is None:
        item.done_on = today
    if item.done_on is not None:
        if item.done_on > today:
            raise DayInFuture(day=item.done_on, today=today)
        item.first_done_on = item.first_done_on or item.done_on


def set_co_units(entry: "Entry", item_id: int, units: Iterable[int]) -> None:
    """Make these the units that work on an item beside the responsible one."""
    execute = entry.connection.execute
    old = {
        row[0] for row in execute("select unit_id from item_co_unit where item_id = ?", (item_id,))
    }
    new = set(units)
    for unit in sorted(old - new):
        execute("delete from item_co_unit where item_id = ? and unit_id = ?", (item_id, unit))
    for unit in sorted(new - old):
        execute("insert into item_co_unit(item_id, unit_id) values (?, ?)", (item_id, unit))


def edit(
    entry: "Entry",
    number: str,
    fields: Mapping[str, Any],
    co_units: Iterable[int] | None = None,
) -> str:
    """Change the given fields of an item. Standings change by their own steps."""
    item = _standing_item(entry, number)
    unit, former = item.unit_id, item.natural_key
    for name, value in fields.items():
        setattr(item, name, value)
    if not item.problem.strip():
        raise EmptyText(field="problem")
    item.natural_key = keys.item_key(item.scope, item.owner, item.problem)
    if former is not None and (unit, former) != (item.unit_id, item.natural_key):
        _keep_former_key(entry, item, unit, former)
    entry.session.flush()
    if co_units is not None:
        set_co_units(entry, _id(item), co_units)
    return item.no


def _keep_former_key(entry: "Entry", item: "Item", unit: int, key: int) -> None:
    """A sheet with the earlier words, person or unit has to find the item again."""
    from ledger.models import FormerKey

    entry.add(FormerKey(record="item", row_id=_id(item), unit_id=unit, natural_key=key))


def progress(
    entry: "Entry",
    number: str,
    words: str | None,
    *,
    status: str | None = None,
    status_text: str | None = None,
    done_on: date | None = None,
    percent: int | None = None,
) -> str:
    """Note what was done, and how the work stands. Earlier notes stay.

    Work called done without a day was done today. Raises StepRefused where work whose
    closing is under way would be put back: that is what ``return`` and ``reopen`` are for.
    """
    from ledger.models import ProgressNote

    item = _standing_item(entry, number)
    back = status in OPEN_STATUSES and item.closing not in ("open", "returned")
    if back:
        raise StepRefused(step="progress", number=item.no, closing=item.closing)
    if words:
        entry.add(ProgressNote(item_id=_id(item), day=entry.today, words=words, percent=percent))
        item.progress = words
    if status is not None:
        item.status, item.status_text = status, status_text
        item.done_on = (done_on or item.done_on) if status in FINISHED else None
    elif done_on is not None:
        item.done_on = done_on
    _settle_done(item, entry.today)
    entry.session.flush()
    return item.no


def step(
    entry: "Entry",
    number: str,
    name: str,
    *,
    day: date | None = None,
    done_by: str | None = None,
    reason: str | None = None,
) -> str:
    """Take one step of the closing and return the item's number.

    Raises StepRefused where the standing does not allow it, CheckedByItself where the
    responsible unit or owner would check its own work, EmptyText where a return or a
    reopening gives no reason.
    """
    from ledger.models import ItemStep

    item = _standing_item(entry, number)
    day = day or entry.today
    if day > entry.today:
        raise DayInFuture(day=day, today=entry.today)
    _allow(entry.connection, item, name, done_by, reason)
    item.closing = TO[name]
    if name == "notice":
        item.published_on = day
    if name == "close":
        item.closed_on = day
    if name in ("return", "reopen"):
        item.status, item.status_text = "doing", None
        item.done_on = item.closed_on = None
        item.reopened += 1
    entry.add(ItemStep(item_id=_id(item), step=name, day=day, done_by=done_by, reason=reason))
    return item.no


@dataclass(frozen=True)
class Standing:
    """What of an item decides which steps it may take."""

    no: str
    unit_id: int
    owner: str | None
    status: str
    closing: str
    dropped_on: str | None


def refusal(
    connection: sqlite3.Connection,
    item_id: int,
    name: str,
    done_by: str | None,
    reason: str | None,
) -> Mistake | None:
    """Return why an item may not take a step, None where it may."""
    row = connection.execute(
        "select no, unit_id, owner, status, closing, dropped_on from item where id = ?",
        (item_id,),
    ).fetchone()
    item = Standing(*row)
    if item.dropped_on is not None:
        return ItemDropped(number=item.no, day=item.dropped_on)
    try:
        _allow(connection, item, name, done_by, reason)
    except Mistake as refused:
        return refused
    return None


def _allow(
    connection: sqlite3.Connection,
    item: "Item | Standing",
    name: str,
    done_by: str | None,
    reason: str | None,
) -> None:
    if item.closing not in FROM[name]:
        raise StepRefused(step=name, number=item.no, closing=item.closing)
    if name == "submit" and item.status not in FINISHED:
        raise StepRefused(step="submit_undone", number=item.no, closing=item.status)
    if name in ("return", "reopen") and not (reason or "").strip():
        raise EmptyText(field="reason")
    if name == "check":
        unit = connection.execute(
            "select name, short_name from unit where id = ?", (item.unit_id,)
        ).fetchone()
        if done_by in (item.owner, *unit):
            raise CheckedByItself(number=item.no, who=done_by)


def drop(entry: "Entry", number: str, reason: str, day: date | None = None) -> str:
    """Drop an item that should not stand: it stays, with the reason, and counts no more."""
    from ledger.models import ItemStep

    item = _standing_item(entry, number)
    if not reason.strip():
        raise EmptyText(field="reason")
    item.dropped_on = day or entry.today
    entry.add(ItemStep(item_id=_id(item), step="drop", day=item.dropped_on, reason=reason))
    return item.no


def link(entry: "Entry", number: str, opinions: Iterable[str]) -> str:
    """Put opinions behind an item; raises AlreadyLinked where all of them stand there."""
    from ledger.models import ItemOpinion

    item = _standing_item(entry, number)
    known = {
        row[0]
        for row in entry.connection.execute(
            "select opinion_id from item_opinion where item_id = ?", (item.id,)
        )
    }
    wanted = [keys.record_id(entry.connection, opinion, "opinion") for opinion in opinions]
    new = [opinion for opinion in dict.fromkeys(wanted) if opinion not in known]
    if not new:
        raise AlreadyLinked(number=item.no)
    for opinion in new:
        entry.add(ItemOpinion(item_id=_id(item), opinion_id=opinion))
    return item.no


def _id(item: "Item") -> int:
    assert item.id is not None
    return item.id


def _standing_item(entry: "Entry", number: str) -> "Item":
    from ledger.models import Item

    found = keys.record_id(entry.connection, number, "item")
    item = entry.session.get_one(Item, found)
    if item.dropped_on is not None:
        raise ItemDropped(number=item.no, day=item.dropped_on)
    return item


def life(connection: sqlite3.Connection, item_id: int) -> tuple[list[Any], list[Any]]:
    """Return an item's steps and progress notes, oldest first, as rows."""
    steps = connection.execute(
        "select day, step, done_by, reason from item_step where item_id = ? order by id",
        (item_id,),
    ).fetchall()
    notes = connection.execute(
        "select day, percent, words from progress_note where item_id = ? order by id", (item_id,)
    ).fetchall()
    return steps, notes
