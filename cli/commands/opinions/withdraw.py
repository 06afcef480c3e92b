"""Withdraws an opinion."""

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Withdraw an opinion: its words stay, and it counts no more."""
    from ledger import opinions

    with writing(ctx, by, dry_run=dry_run) as work:
        number = opinions.withdraw(work.entry, number)
        work.tell("opinions.withdrawn", number=number)
