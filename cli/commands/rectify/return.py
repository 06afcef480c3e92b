"""Returns an item to be done again."""

from datetime import date
from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    reason: Annotated[str, typer.Option("--reason")],
    checked_by: Annotated[str | None, typer.Option("--checked-by")] = None,
    on: Annotated[date | None, options.ON] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Return what is not good enough, and say why."""
    from ledger import rectification

    with writing(ctx, by, dry_run=dry_run) as work:
        number = rectification.step(
            work.entry, number, "return", day=on, done_by=checked_by, reason=reason
        )
        work.tell("rectify.returned", number=number)
