"""The sheet of what units lack before they go on: a row for each gap, and what was made up.

A row with a day has its milestone done on that day, and says in its note who made it up.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ledger import readiness
from ledger.exchange import listing
from ledger.exchange.base import Known
from ledger.exchange.cells import MatrixComparison
from ledger.exchange.cells import Ours
from ledger.exchange.cells import begun
from ledger.exchange.cells import may
from ledger.exchange.cells import ours_of
from ledger.exchange.cells import place_of
from ledger.exchange.cells import show
from ledger.exchange.comparison import Conflict
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Sender
from ledger.exchange.interpret import Interpreted
from ledger.exchange.recognise import Table
from ledger.exchange.shape import Stored
from ledger.units import UnitNames
from schemas.locale import say
from schemas.plan import Action
from schemas.plan import Plan
from schemas.sheets.look_back import MADE_UP_ON
from schemas.sheets.progress import ACTION

_NOTHING: Final[Stored] = (None, None, None)


def listed(asked: listing.Asked) -> Iterator[listing.Row]:
    """Yield what units lack before the phase that is asked for, else before their next one.

    What goes down to a unit is about itself alone.
    """
    plan, wanted = asked.campaign.plan, asked.parcel.milestones
    if not plan.phases:
        return
    names = UnitNames(asked.connection)
    target = None if wanted.phase is None else readiness.target_of(plan, wanted.phase)
    units = replace(wanted, phase=None, overdue=False)
    here = (asked.connection, asked.campaign, asked.today, units, target)
    for found in readiness.answers(*here):
        unit = found.unit["id"]
        if asked.parcel.direction == "down" and unit != asked.parcel.unit:
            continue
        for gap in found.gaps:
            if wanted.overdue and gap.status != "overdue":
                continue
            yield {
                "id": unit,
                "unit_id": unit,
                "unit": names.telling(unit),
                "phase": gap.phase,
                "requirement": gap.kind,
                "action": gap.what,
                "required": gap.required,
                "count": gap.count,
                "due_text": gap.due_text,
                "due_on": None if gap.due_on is None else gap.due_on.isoformat(),
                MADE_UP_ON: None,
                "made_up_by": None,
            }


def compare(
    table: Table,
    read: Interpreted,
    sender: Sender,
    known: Known | None,
    ground: Ground,
) -> MatrixComparison:
    """Compare a list of gaps with the ledger: only the days in it say something new."""
    found = begun(table, read, sender, known)
    ours = ours_of(ground)
    days, actions = found.column(MADE_UP_ON), found.column("action")
    for row, unit in enumerate(found.ids):
        if unit is None or days[row] is None or found.verdicts[row] == "queried":
            continue
        action = _action(ground.campaign.plan, actions[row])
        if action is None:
            found.remark(row, "action", "queries.gap_no_action", what=actions[row])
        elif days[row] > (today := ground.today.isoformat()):
            found.remark(row, MADE_UP_ON, "queries.day_ahead", day=days[row], today=today)
        elif not may(sender, unit, ground):
            found.remark(row, "action", "queries.unit_of_other", unit=ground.names.names[unit])
        else:
            mine = ours.get((unit, action.code), Ours(0, _NOTHING, action.required))
            _judge(found, row, action, mine, ground)
    return found


def _action(plan: Plan, said: str | None) -> Action | None:
    """Return the plan's action of a name, None for what is no action."""
    return next((one for one in plan.actions if said in (one.code, one.name, *one.aliases)), None)


def _judge(found: MatrixComparison, row: int, action: Action, ours: Ours, ground: Ground) -> None:
    """Take what was made up; where the ledger has another day, neither side is taken."""
    day, who = found.column(MADE_UP_ON)[row], found.column("made_up_by")[row]
    if ours.stored[0] == day:
        return
    key = "workbook.made_up_by" if who else "workbook.made_up"
    note = say(key, ground.campaign.lang, who=who)
    theirs: Stored = (day, ours.required, note)
    place = place_of(ACTION + action.code)
    if ours.stored[0] is None or ground.settle == "theirs":
        found.cells[row, action.code] = theirs
        found.verdicts[row] = "changed"
    elif ground.settle == "ours":
        found.kept_ours += 1
    else:
        found.conflicts.append(Conflict(row, place.field, None, ours.stored, theirs))
        found.verdicts[row] = "conflict"
        values = {"base": "", "ours": show(ours.stored), "theirs": show(theirs)}
        found.remark(row, MADE_UP_ON, "queries.conflict", stops=False, **values)
