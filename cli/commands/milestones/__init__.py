"""Lists what each unit has to do in each phase, and how far it is."""

from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.opening import opened
from cli.screen import Listing
from schemas import record


def run(
    ctx: typer.Context,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    phase: Annotated[str | None, typer.Option("--phase")] = None,
    action: Annotated[str | None, typer.Option("--action")] = None,
    unit: Annotated[str | None, options.UNIT] = None,
    tier: fields.Tier = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List what is owed by the plan."""
    from ledger import phases
    from ledger import plans

    with opened(ctx) as work:
        plan = work.campaign.plan
        asked = phases.MilestoneFilter(
            overdue=overdue,
            phase=phase and plans.phase_of(plan, phase).code,
            action=action and phases.action_of(plan, action).code,
            unit=work.unit_if(unit),
            tier=work.meant_if("tier", tier),
        )
        rows = phases.times(work.connection, work.campaign, work.setting.today, asked)
        listing = Listing(columns.listed(record.MILESTONE), rows)
        work.screen.show(listing, shape, limit, output, force=force)
        if not plan.actions:
            work.screen.say("milestones.nothing_owed")
