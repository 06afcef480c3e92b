"""Frees a unit from an action."""

from datetime import date
from typing import Annotated

import typer

from cli import options
from cli.opening import writing

Until = Annotated[date | None, options.option("--until", read=options.day_ahead)]


def run(
    ctx: typer.Context,
    unit: str,
    action: str,
    waived_by: Annotated[str, typer.Option("--waived-by")],
    why: Annotated[str, typer.Option("--why")],
    until: Until = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Free a unit from an action: by whom, why, until when."""
    from ledger import phases

    with writing(ctx, by, dry_run=dry_run) as work:
        found = phases.action_of(work.campaign.plan, action)
        number = work.unit(unit)
        phases.waive(
            work.entry,
            work.campaign,
            number,
            found,
            by=waived_by,
            why=why,
            until=until,
        )
        work.tell("milestones.waived", unit=work.called(number), action=found.name)
        if until is not None and until < work.setting.today:
            work.screen.warn("milestones.waived_before", until=until)
