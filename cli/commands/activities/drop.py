"""Takes an activity away that did not take place."""

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context, number: str, by: options.By = None, dry_run: options.DryRun = False
) -> None:
    """Take an activity away; what it counted for is counted anew."""
    from ledger import activities

    with writing(ctx, by, dry_run=dry_run) as work:
        number = activities.drop_activity(work.entry, number)
        work.tell("activities.dropped", number=number)
