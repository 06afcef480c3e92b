"""Rectification items: two standings, co-units, and what a unit may say of a closing."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Final

from ledger import keys
from ledger import reading
from ledger.exchange import listing
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Matched
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import deadline
from ledger.exchange.shape import direct
from ledger.exchange.shape import lists
from ledger.exchange.shape import persons
from ledger.exchange.shape import status
from ledger.exchange.shape import words
from ledger.rectification import FINISHED
from ledger.rectification import set_co_units
from ledger.store import Entry
from ledger.units import UnitNames
from schemas.sheet import Direction
from schemas.vocabulary import OPEN_STATUSES

#: What a unit says of a closing counts as this at most.
_CLAIMED: Final = frozenset({"checked", "noticed", "closed"})
_CO_UNITS: Final = "co_units"


# In -------------------------------------------------------------------------------------


def _prepare(found: Comparison, _: Ground) -> None:
    """A status word that says closed or returned speaks of the closing, too."""
    statuses = found.read.values.get("status")
    if not statuses:
        return
    closings = [
        said or (one.closing if one else None)
        for said, one in zip(found.column("closing"), statuses, strict=True)
    ]
    if any(closings):
        found.read.values["closing"] = closings


def _concerns(connection: sqlite3.Connection, item: int, unit: int) -> bool:
    """Tell whether a unit leads or supports the work on an item."""
    found = connection.execute(
        "select 1 from item where id = ?1 and lead_unit_id = ?2"
        " union select 1 from item_co_unit where item_id = ?1 and unit_id = ?2",
        (item, unit),
    ).fetchone()
    return found is not None


def _compared(found: Comparison, matched: Sequence[Matched], ground: Ground) -> None:
    _compare_co_units(found, matched, ground)
    _guard_closings(found, matched, ground)


def _compare_co_units(found: Comparison, matched: Sequence[Matched], ground: Ground) -> None:
    said = [_co_units_said(found, row) for row, _ in matched]
    if not any(value is not None for value in said):
        return
    for (row, record), theirs in zip(matched, said, strict=True):
        if theirs is None:
            continue
        ours = {
            unit
            for (unit,) in ground.connection.execute(
                "select unit_id from item_co_unit where item_id = ?", (record,)
            )
        }
        if theirs and set(theirs) != ours and (found.sender.office or not ours):
            found.beside.setdefault(_CO_UNITS, {})[row] = theirs


def _co_units_said(found: Comparison, row: int) -> tuple[int, ...] | None:
    """Return the co-units of a row: those of their column, else the unit column's others."""
    own = found.column("co_units")[row]
    if own is not None:
        return tuple(own)
    units = found.column("unit")[row]
    return tuple(units[1:]) if units and len(units) > 1 else None


def _guard_closings(found: Comparison, matched: Sequence[Matched], ground: Ground) -> None:
    """Work whose closing is under way goes back by a return or a reopening alone."""
    for row, record in matched:
        said = found.changes.get(row, {}).get("status")
        if said not in OPEN_STATUSES:
            continue
        no, closing = ground.connection.execute(
            "select no, closing from item where id = ?", (record,)
        ).fetchone()
        if closing not in ("open", "returned"):
            del found.changes[row]
            found.remark(row, "status", "queries.closing_under_way", number=no)


def _check_new(found: Comparison) -> None:
    """A unit may claim that its work is closed; somebody else has to check it."""
    closings = found.read.values.get("closing")
    if found.sender.office or not closings:
        return
    for row in found.new_rows():
        if closings[row] in _CLAIMED:
            found.remark(row, "closing", "queries.closing_claimed", stops=False)
            closings[row] = "submitted"


def _settle_new(
    columns: dict[str, list[Any]], found: Comparison, new: Sequence[int], ground: Ground
) -> None:
    """Keep the first deadline and the first day done; give the plan's batch where none is said."""
    empty = [None] * len(new)
    columns["first_due_text"] = columns.get("due_text", empty)
    columns["first_due_on"] = columns.get("due_on", empty)
    columns["first_done_on"] = [
        day if said in FINISHED else None
        for day, said in zip(columns.get("done_on", empty), columns["status"], strict=True)
    ]
    batch = ground.campaign.plan.batch
    columns["batch"] = [one or batch for one in columns.get("batch", empty)]
    said = found.read.values.get("batch")
    if said:
        # An empty cell that got the plan's batch says the same when the sheet comes again.
        found.deviations += [(row, "batch", (None,)) for row in new if said[row] is None]


def _follow(entry: Entry, _: Comparison, number: int, values: dict[str, Any]) -> None:
    """The first day on which work was called done is kept; what is not done has none."""
    before, done_on, first = entry.connection.execute(
        "select status, done_on, first_done_on from item where id = ?", (number,)
    ).fetchone()
    now = values.get("status", before)
    if now in FINISHED and first is None:
        values["first_done_on"] = values.get("done_on", done_on)
    if now not in FINISHED and "status" in values:
        values["done_on"] = None


def _applied(entry: Entry, found: Comparison, _: Ground, new: Sequence[int]) -> None:
    _write_co_units(entry, found, new)
    _note_progress(entry, found)


def _write_co_units(entry: Entry, found: Comparison, new: Sequence[int]) -> None:
    said = dict(found.beside.get(_CO_UNITS, {}))
    for row in new:
        others = _co_units_said(found, row)
        if others:
            said[row] = others
    for number, others in found.taken(said):
        set_co_units(entry, number, others)


def _note_progress(entry: Entry, found: Comparison) -> None:
    """What a sheet says of the progress is added to what earlier ones said."""
    said = found.read.values.get("progress")
    if not said:
        return
    day = entry.today.isoformat()
    notes = [
        (found.ids[row], day, said[row])
        for row, verdict in enumerate(found.verdicts)
        if said[row]
        and (verdict == "new" or "progress" in found.changes.get(row, {}))
        and verdict != "queried"
    ]
    entry.connection.executemany(
        "insert into progress_note(item_id, day, words) values (?, ?, ?)", notes
    )


# Out ------------------------------------------------------------------------------------


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    rows = reading.items(asked.connection, asked.campaign.id, asked.today, asked.parcel.items)
    found = listing.telling_units(asked.connection, "item", rows)
    found = _telling_others(asked.connection, found)
    if asked.parcel.direction == "inside":
        yield from found
        return
    kept = (row for row in found if _may_leave(row, asked.parcel.direction))
    yield from sorted(kept, key=lambda row: (row["unit"], row["theme"], row["problem"]))


def _telling_others(
    connection: sqlite3.Connection, rows: Iterator[listing.Row]
) -> Iterator[listing.Row]:
    """Name the lead unit and the co-units, too, with the one above where others are called so."""
    names = UnitNames(connection)
    doubled = names.doubled()
    for row in rows:
        if doubled.intersection([row["lead_unit"], *row["co_units"]]):
            number, lead = connection.execute(
                "select id, lead_unit_id from item where no = ?", (row["no"],)
            ).fetchone()
            row["lead_unit"] = lead and names.telling(lead)
            row["co_units"] = [
                names.telling(unit)
                for (unit,) in connection.execute(
                    "select unit_id from item_co_unit where item_id = ? order by id", (number,)
                )
            ]
        yield row


def _may_leave(row: listing.Row, direction: Direction) -> bool:
    """A referred item leaves to no unit and no public; nor does a person's to the own unit."""
    if direction == "up":
        return True
    return bool(row["status"] != "referred" and row["scope"] != "person")


def _has_own(asked: listing.Asked, unit: Mapping[str, Any]) -> bool:
    wanted = asked.about(unit["id"]).parcel.items
    query = reading.item_query(asked.connection, asked.campaign.id, asked.today, wanted)
    return listing.any_own(asked, query, unit)


NOUN: Final = Noun(
    "item",
    (
        a_unit("unit", always=True),
        a_unit("lead_unit"),
        *direct("problem", "kind", "scope", "closing", always=True),
        *direct("ext_no", "handling", "goal", "standard", "measures"),
        *words("batch", "source"),
        *persons("lead", "owner"),
        *direct("raised_on", "progress", "done_on", "closed_on"),
        *direct("published_on", "satisfaction"),
        *lists("theme", "category"),
        deadline("due"),
        status("status"),
    ),
    view="items",
    key=Key(("scope", "owner", "problem"), keys.item_key),
    defaults={
        "kind": "rectification",
        "scope": "body",
        "status": "planned",
        "closing": "open",
        "due_standing": 0,
        "reopened": 0,
    },
    dropped="dropped_on",
    # What was referred to the discipline body is nobody's to report on.
    hidden="(status = 'referred') * 2 + (scope = 'person')",
    # Who may call a work closed: never the unit whose work it is.
    office_alone=frozenset({"closing", "closed_on", "published_on"}),
    public=True,
    stock=True,
    concerns=_concerns,
    prepare=_prepare,
    compared=_compared,
    check_new=_check_new,
    settle_new=_settle_new,
    follow=_follow,
    applied=_applied,
    listed=_listed,
    has_own=_has_own,
)
