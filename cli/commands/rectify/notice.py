"""Puts an item on public notice."""

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
    """Record that the public can see what was done."""
    from ledger import rectification

    with writing(ctx, by, dry_run=dry_run) as work:
        number = rectification.step(work.entry, number, "notice", day=on)
        work.tell("rectify.noticed", number=number)
