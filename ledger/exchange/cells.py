"""Compare and apply a sheet of units down and actions across: each cell is a milestone."""

from dataclasses import dataclass
from dataclasses import replace
from typing import Any
from typing import Final

from ledger.exchange.base import Base
from ledger.exchange.base import Known
from ledger.exchange.base import everything
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Conflict
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Sender
from ledger.exchange.interpret import Interpreted
from ledger.exchange.note import Note
from ledger.exchange.recognise import Table
from ledger.exchange.shape import Place
from ledger.exchange.shape import Stored
from ledger.phases import MilestoneFilter
from ledger.phases import action_of
from ledger.phases import milestones
from ledger.store import Entry
from schemas.sheet_words import JOINED_BY
from schemas.sheets.progress import ACTION

#: (row, action code): the day it was done, how often, what stands beside it.
Cell = tuple[int, str]

#: So many cells are named in the receipt.
_MOST_NAMED: Final = 20
_COLUMNS: Final = ("done_on", "count", "note")
_NOTHING: Final[Stored] = (None, None, None)


class MatrixComparison(Comparison):
    """A comparison whose changes are cells."""

    cells: dict[Cell, Stored]


def compare_cells(
    table: Table,
    read: Interpreted,
    sender: Sender,
    known: Known | None,
    ground: Ground,
) -> MatrixComparison:
    """Compare a progress sheet with the ledger."""
    found = begun(table, read, sender, known)
    _units_twice(found)
    ours = ours_of(ground)
    base = Base(ground.connection, found.sheet.record, everything(known))
    for name in read.values:
        if name.startswith(ACTION):
            _compare_action(found, name, ours, base, ground)
    _note_not_owed(found, ours, ground)
    return found


def _note_not_owed(
    found: MatrixComparison, ours: dict[tuple[int, str], "Ours"], ground: Ground
) -> None:
    """Say which actions a sheet calls not owed that are: to free a unit is for the office."""
    said = [
        f"{ground.names.names[unit]} {action.name}"
        for action in ground.campaign.plan.actions
        for unit, value in zip(found.ids, found.column(ACTION + action.code), strict=True)
        if unit is not None and value is not None and value.waived
        if (known := ours.get((unit, action.code))) is not None and known.owed
    ]
    if said:
        some = JOINED_BY.join(said[:_MOST_NAMED])
        key = "not_owed" if len(said) <= _MOST_NAMED else "not_owed_many"
        found.read.notes.append(Note(f"notes_sheets.{key}", {"count": len(said), "cells": some}))


def begun(table: Table, read: Interpreted, sender: Sender, known: Known | None) -> MatrixComparison:
    """Return the comparison of a sheet of milestones before anything was compared."""
    found = MatrixComparison(table, read, sender, known)
    found.cells = {}
    found.verdicts = ["unchanged"] * len(read.rows)
    found.ids = [units[0] if units else None for units in read.values["unit"]]
    found.natural_keys = [None] * len(read.rows)
    for row, faults in read.faults.items():
        for cell in faults:
            found.query(row, cell)
    return found


def _units_twice(found: MatrixComparison) -> None:
    """Ask about a unit that two rows are of; in a turned sheet each row is of one action."""
    first: dict[tuple[int, str | None], int] = {}
    for row, unit in enumerate(found.ids):
        if unit is None or found.verdicts[row] == "queried":
            continue
        earlier = first.setdefault((unit, _action_of(found, row)), row)
        if earlier != row:
            others = str(found.read.rows[earlier])
            found.remark(row, "unit", "queries.same_record", rows=others)


def _action_of(found: MatrixComparison, row: int) -> str | None:
    spots = found.read.spots
    said = spots[row] if spots is not None else ()
    return next((name for name in said if name.startswith(ACTION)), None)


@dataclass(frozen=True)
class Ours:
    """A milestone as the ledger has it, activities counted: its row's id, 0 for none.

    ``owed``: the plan asks for it, and nobody has freed the unit from it. ``said`` is what
    it is without its activities.
    """

    number: int
    stored: Stored
    required: int
    owed: bool = False
    said: Stored = _NOTHING


def ours_of(ground: Ground) -> dict[tuple[int, str], Ours]:
    """Return what the ledger says of each unit's actions."""
    rows = {
        (unit, action): (number, tuple(rest))
        for number, unit, action, *rest in ground.connection.execute(
            "select id, unit_id, action, done_on, count, note from milestone where campaign_id = ?",
            (ground.campaign.id,),
        )
    }
    required = {action.code: action.required for action in ground.campaign.plan.actions}
    found = {
        key: Ours(number, stored, required.get(key[1], 1), said=stored)
        for key, (number, stored) in rows.items()
    }
    for row in milestones(ground.connection, ground.campaign, ground.today, MilestoneFilter()):
        key = (row["unit_id"], row["code"])
        number = rows[key][0] if key in rows else 0
        stored = (row["done_on"], row["count"] or None, row["note"])
        said = rows[key][1] if key in rows else _NOTHING
        found[key] = Ours(number, stored, row["required"], row["status"] != "waived", said)
    return found


def _compare_action(
    found: MatrixComparison,
    name: str,
    ours: dict[tuple[int, str], Ours],
    base: Base,
    ground: Ground,
) -> None:
    action = action_of(ground.campaign.plan, name.removeprefix(ACTION))
    place = place_of(name)
    for row, unit in enumerate(found.ids):
        value = found.read.values[name][row]
        if unit is None or value is None or found.verdicts[row] == "queried":
            continue
        known = ours.get((unit, action.code), Ours(0, _NOTHING, action.required))
        if value.waived:
            continue
        mine = known.stored
        if isinstance(value.count, float):
            if value.count == mine[1]:
                continue
            if action.measure != "percent":
                found.remark(row, name, "queries.milestone_tenths", count=value.count)
                continue
            # Whole per cents are asked for: what is above one does not make the next.
            value = replace(value, count=int(value.count))
        mine, theirs = _both(value, known)
        if theirs == mine:
            continue
        if not may(found.sender, unit, ground):
            found.remark(row, name, "queries.unit_of_other", unit=ground.names.names[unit])
            continue
        then = base.value(known.number, place, mine, unit) if known.number else None
        _judge(found, (row, action.code), place, theirs, mine, then, ground)


def _both(value: Any, known: Ours) -> tuple[Stored, Stored]:
    """Return what the ledger and a cell say of a milestone.

    What activities come to and another count are not added, and are no contradiction: the
    larger one counts, so that a larger one is compared with what was said without them.
    """
    mine, said = known.stored, known.said
    theirs = milestone_of(value, mine, known.required)
    counted = said[:2] == (None, None) and mine[1] and theirs[1]
    if not counted or (theirs[0], theirs[2]) != (mine[0], mine[2]):
        return mine, theirs
    if theirs[1] <= mine[1]:
        return mine, mine
    return said, milestone_of(value, said, known.required)


def _judge(
    found: MatrixComparison,
    cell: Cell,
    place: Place,
    theirs: Stored,
    ours: Stored,
    base: Stored | None,
    ground: Ground,
) -> None:
    if base is not None and theirs == base:
        found.deviations.append((cell[0], place.field, theirs))
        return
    fills = base is None and all(
        mine is None or mine == said for mine, said in zip(ours, theirs, strict=True)
    )
    if fills or ground.settle == "theirs" or (base is not None and base == ours):
        found.cells[cell] = theirs
        if found.verdicts[cell[0]] == "unchanged":
            found.verdicts[cell[0]] = "changed"
    elif ground.settle is None:
        found.deviations.append((cell[0], place.field, base))
        found.conflicts.append(Conflict(cell[0], place.field, base, ours, theirs))
        found.verdicts[cell[0]] = "conflict"
        found.remark(
            cell[0],
            place.field,
            "queries.conflict",
            stops=False,
            base="",
            ours=show(ours),
            theirs=show(theirs),
        )
    else:
        found.kept_ours += 1
        found.deviations.append((cell[0], place.field, theirs))


def may(sender: Sender, unit: int, ground: Ground) -> bool:
    """Tell whether a sender may speak of a unit: its own, or one below it."""
    return sender.office or (
        sender.unit is not None and ground.names.lies_within(unit, sender.unit)
    )


def place_of(field: str) -> Place:
    """Return where what is said of an action lies."""
    return Place(field, _COLUMNS, meaning=tuple, show=show)


def milestone_of(value: Any, ours: Stored, required: int) -> Stored:
    """Return what a milestone is by a cell; what the cell does not say stays as it is.

    A tick means as often as is required: beside a day or a count that is as much, it says
    nothing new, and neither does “not begun” where nothing was done. A day alone is the one
    on which it was enough. That it is not owed takes nothing back that was done, and frees
    nobody.
    """
    done_on, count, note = ours
    if value.count is not None and value.count == count and not value.done_on:
        return ours
    if value.count:
        done_on = (value.done_on or done_on) if value.count >= required else None
        count = value.count
    elif value.done_on:
        done_on, count = value.done_on, count if (count or 0) >= required else None
    elif value.done and not done_on and (count or 0) < required:
        count = required
    elif value.done is False and (done_on or count):
        done_on, count = None, 0
    return (done_on, count, note)


def show(stored: Stored) -> str:
    """Return what is stored of a milestone as one text."""
    return " ".join(str(part) for part in stored if part is not None)


def apply_cells(entry: Entry, found: MatrixComparison, ground: Ground, sheet_id: int) -> None:
    """Write what the cells of a progress sheet changed."""
    rows = [
        (
            ground.campaign.id,
            found.ids[row],
            action,
            *said,
            sheet_id,
            found.read.rows[row],
        )
        for (row, action), said in found.cells.items()
        if found.verdicts[row] != "queried"
    ]
    entry.connection.executemany(
        "insert into milestone(campaign_id, unit_id, action, done_on, count, note,"
        " source_sheet, source_row) values (?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict(campaign_id, unit_id, action) do update set done_on = excluded.done_on,"
        " count = excluded.count, note = excluded.note,"
        " source_sheet = excluded.source_sheet, source_row = excluded.source_row",
        rows,
    )
