"""Takes a number away that was recorded by mistake."""

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context, number: str, by: options.By = None, dry_run: options.DryRun = False
) -> None:
    """Take a number away."""
    from ledger import figures

    with writing(ctx, by, dry_run=dry_run) as work:
        number = figures.drop(work.entry, number)
        work.tell("figures.dropped", number=number)
