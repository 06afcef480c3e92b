"""Records something that happened in a unit."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing
from schemas.locale import say

Count = Annotated[int | None, options.option("--times", read=options.positive)]
Days = Annotated[int | None, options.option("--days", read=options.positive)]


def run(
    ctx: typer.Context,
    activity: str,
    unit: Annotated[str, options.UNIT],
    form: Annotated[str | None, typer.Option("--form")] = None,
    action: Annotated[str | None, typer.Option("--action")] = None,
    on: Annotated[date | None, options.ON] = None,
    days: Days = None,
    times: Count = None,
    present: Annotated[int | None, typer.Option("--present")] = None,
    led_by: Annotated[str | None, typer.Option("--led-by")] = None,
    supervisor: Annotated[str | None, typer.Option("--supervisor")] = None,
    note: Annotated[str | None, typer.Option("--note")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record an activity, and tell which actions it counts towards."""
    from ledger import phases

    with writing(ctx, by, dry_run=dry_run) as work:
        said = fields.given(
            title=activity,
            form=form and work.word("form", form),
            action=action,
            day=on or work.setting.today,
            days=days,
            times=times,
            present=present,
            led_by=led_by,
            supervisor=supervisor,
            note=note,
        )
        counted = phases.log_activity(work.entry, work.campaign, work.unit(unit), said)
        if counted:
            between = say("screen.between", work.screen.lang)
            work.tell("milestones.logged", title=activity, actions=between.join(counted))
        else:
            work.tell("milestones.logged_uncounted", title=activity)
