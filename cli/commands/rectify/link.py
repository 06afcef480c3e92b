"""Puts opinions behind an item."""

from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    opinion: Annotated[list[str], typer.Argument()],
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Put opinions behind an item, so that its answer reaches them."""
    from ledger import rectification

    with writing(ctx, by, dry_run=dry_run) as work:
        number = rectification.link(work.entry, number, opinion)
        work.tell("rectify.linked", number=number)
