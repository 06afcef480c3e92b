"""Closes an item."""

from datetime import date
from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    on: Annotated[date | None, options.ON] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Close an item that has been checked."""
    from ledger import rectification

    with writing(ctx, by, dry_run=dry_run) as work:
        number = rectification.step(work.entry, number, "close", day=on)
        work.tell("rectify.closed", number=number)
