"""Takes a contact point away."""

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context, number: str, by: options.By = None, dry_run: options.DryRun = False
) -> None:
    """Take a contact point away."""
    from ledger import contacts

    with writing(ctx, by, dry_run=dry_run) as work:
        number = contacts.drop(work.entry, number)
        work.tell("supervision.contact_dropped", number=number)
