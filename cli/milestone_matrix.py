"""The matrix of milestones from the ledger: which columns it has, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from itertools import groupby
from itertools import islice
from typing import TYPE_CHECKING
from typing import Any

from cli import matrix
from cli.screen import SCREENFUL
from cli.screen import Column
from cli.screen import Listing

if TYPE_CHECKING:
    from pathlib import Path

    from cli.opening import Opened
    from ledger.owing import MilestoneFilter

_DONE = ("done", "done_late")


@dataclass(frozen=True)
class _ActionColumn(Column):
    """A column of the matrix in CSV and JSON: headed by its action, a cell as it is drawn."""

    action: matrix.Action | None = None

    def title(self, lang: str) -> str:
        """Return the action's name."""
        del lang
        return self.action.name if self.action else ""


@dataclass(frozen=True)
class Wanted:
    """In which shape it is wanted, how many units, where, in which order."""

    shape: str | None
    limit: int | None
    output: Path | None
    force: bool = False
    by_count: bool = False


def show(work: Opened, asked: MilestoneFilter, wanted: Wanted) -> None:
    """Show the matrix: drawn on the screen, or as a listing."""
    shape, output = wanted.shape, wanted.output
    is_drawn = shape in (None, "table") and output is None
    limit = wanted.limit
    if limit is None and is_drawn and work.screen.interactive:
        limit = SCREENFUL
    drawn = _drawn(work, asked, limit, by_count=wanted.by_count)
    if not drawn.units:
        work.screen.say("screen.nothing")
    elif is_drawn:
        for line in matrix.lines(drawn, work.screen.width, work.screen.lang):
            work.screen.answer(line)
    else:
        listing = _listing(drawn, work.screen.lang, shape)
        work.screen.show(listing, shape, None, output, force=wanted.force)


def _drawn(
    work: Opened, asked: MilestoneFilter, limit: int | None, *, by_count: bool
) -> matrix.Matrix:
    """Return the columns and cells; an action that nobody here owes has no column."""
    from ledger import phases

    rows = phases.milestones(
        work.connection, work.campaign, work.setting.today, replace(asked, overdue=False)
    )
    plan = work.campaign.plan
    measures = {action.code: action.measure for action in plan.actions}
    units: list[tuple[str, dict[str, Any]]] = []
    for number, found in groupby(rows, key=lambda row: row["unit_id"]):
        cells = {row["code"]: row | {"measure": measures[row["code"]]} for row in found}
        if asked.overdue and not any(row["status"] == "overdue" for row in cells.values()):
            continue
        units.append((work.called(number), cells))
    if by_count:
        units.sort(key=lambda unit: -_required_done(unit[1]))
    units = list(islice(units, limit))
    ordered = sorted(plan.actions, key=lambda action: action.kind != "required")
    owed = {code for _, cells in units for code in cells}
    actions = [
        matrix.Action(
            action.code,
            action.name,
            plan.phase_name(action.phase),
            action.measure != "done" or action.every is not None,
        )
        for action in ordered
        if action.code in owed
    ]
    return matrix.Matrix(actions, units)


def _required_done(cells: dict[str, Any]) -> int:
    return sum(row["status"] in _DONE for row in cells.values() if row["kind"] == "required")


def _listing(drawn: matrix.Matrix, lang: str, shape: str | None) -> Listing:
    """Return the matrix as a listing: codes in JSON, the signs as drawn elsewhere."""
    shown = [_ActionColumn(action.code, action=action) for action in drawn.actions]
    rows = []
    for name, cells in drawn.units:
        row: dict[str, Any] = {"unit": name}
        for action in drawn.actions:
            cell = cells.get(action.code)
            codes = cell and {key: cell[key] for key in ("status", "count", "required", "done_on")}
            row[action.code] = codes if shape == "json" else matrix.cell(cell, action, lang)
        rows.append(row)
    return Listing((Column("unit"), *shown), rows)
