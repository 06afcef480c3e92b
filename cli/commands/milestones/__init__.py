"""Lists what each unit has to do in each phase, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Annotated
from typing import Any

import typer

from cli import columns
from cli import fields
from cli import milestone_matrix
from cli import milestone_why
from cli import options
from cli.mistakes import MissingArgument
from cli.opening import opened
from cli.places import COMMANDS
from cli.places import not_a_verb
from cli.screen import Listing
from schemas import record
from schemas.locale import say

if TYPE_CHECKING:
    from cli.opening import Opened


def run(
    ctx: typer.Context,
    of_unit: Annotated[str | None, typer.Argument()] = None,
    of_action: Annotated[str | None, typer.Argument()] = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    as_matrix: Annotated[bool, typer.Option("--matrix")] = False,
    why: Annotated[bool, typer.Option("--why")] = False,
    by_count: Annotated[bool, typer.Option("--by-count")] = False,
    phase: Annotated[str | None, typer.Option("--phase")] = None,
    action: Annotated[str | None, typer.Option("--action")] = None,
    unit: Annotated[str | None, options.UNIT] = None,
    tier: fields.Tier = None,
    group: fields.Group = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List what is owed by the plan."""
    from ledger import phases
    from ledger import plans

    if not why and of_unit is not None:
        raise not_a_verb("milestones", of_unit, COMMANDS.inside("milestones").names())
    with opened(ctx) as work:
        if why:
            _why(work, of_unit, of_action, shape)
            return
        plan = work.campaign.plan
        asked = phases.MilestoneFilter(
            overdue=overdue,
            phase=phase and plans.phase_of(plan, phase).code,
            action=action and phases.action_of(plan, action).code,
            unit=work.unit_if(unit),
            tier=work.meant_if("tier", tier),
            group=work.meant_if("supervision_group", group),
        )
        if as_matrix:
            wanted = milestone_matrix.Wanted(shape, limit, output, force=force, by_count=by_count)
            milestone_matrix.show(work, asked, wanted)
        else:
            rows: Any = phases.times(work.connection, work.campaign, work.setting.today, asked)
            if by_count:
                rows = _most_first(list(rows))
            listing = Listing(columns.listed(record.MILESTONE), rows)
            work.screen.show(listing, shape, limit, output, force=force)
        if not plan.actions:
            work.screen.say("milestones.nothing_owed")


def _why(work: Opened, unit: str | None, action: str | None, shape: str | None) -> None:
    from ledger import phases
    from ledger.why import why

    for name, given in (("of_unit", unit), ("of_action", action)):
        if given is None:
            called = say(f"help.value.{name}", work.screen.lang)
            raise MissingArgument(name=called, see="campaign milestones --help")
    assert unit is not None
    assert action is not None
    meant = phases.action_of(work.campaign.plan, action)
    found = why(work.connection, work.campaign, work.setting.today, work.unit(unit), meant)
    if shape == "json":
        work.screen.json(milestone_why.as_object(found, work.screen.lang))
    else:
        milestone_why.tell(work, found)


def _most_first(rows: list[Any]) -> list[Any]:
    """Order rows by how much was done, the required actions before the elective ones."""
    return sorted(rows, key=lambda row: (row["kind"] != "required", -row["count"]))
