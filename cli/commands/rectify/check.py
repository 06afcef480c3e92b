"""Records that an item has been checked."""

from datetime import date
from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    checked_by: Annotated[str, typer.Option("--checked-by")],
    on: Annotated[date | None, options.ON] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record who found that the work has been done."""
    from ledger import rectification

    with writing(ctx, by, dry_run=dry_run) as work:
        who = work.full_name(checked_by)
        number = rectification.step(work.entry, number, "check", day=on, done_by=who)
        work.tell("rectify.checked", number=number)
