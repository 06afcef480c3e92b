"""Drops an item that should not stand."""

from datetime import date
from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    reason: Annotated[str, typer.Option("--reason")],
    on: Annotated[date | None, options.ON] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Drop an item: it stays, with the reason, and counts no more."""
    from ledger import rectification

    with writing(ctx, by, dry_run=dry_run) as work:
        number = rectification.drop(work.entry, number, reason, on)
        work.tell("rectify.dropped", number=number)
