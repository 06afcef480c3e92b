"""Takes a visit away that did not happen."""

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context, number: str, by: options.By = None, dry_run: options.DryRun = False
) -> None:
    """Take a visit away; the items that came of it stay."""
    from ledger import supervision

    with writing(ctx, by, dry_run=dry_run) as work:
        number = supervision.drop_visit(work.entry, number)
        work.tell("supervision.dropped", number=number)
