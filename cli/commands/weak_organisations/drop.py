"""Takes a weak and lax organisation away that is none."""

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context, number: str, by: options.By = None, dry_run: options.DryRun = False
) -> None:
    """Take an organisation away."""
    from ledger import weak

    with writing(ctx, by, dry_run=dry_run) as work:
        number = weak.drop(work.entry, number)
        work.tell("supervision.weak_dropped", number=number)
