"""Records how the work on an item goes."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    words: Annotated[str | None, typer.Argument()] = None,
    status: Annotated[str | None, options.STATUS] = None,
    done_on: Annotated[date | None, typer.Option("--done-on")] = None,
    percent: fields.Percent = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Note what was done, and how the work stands."""
    from ledger import rectification

    fields.something(ctx, words, status, done_on, percent)
    with writing(ctx, by, dry_run=dry_run) as work:
        number = rectification.progress(
            work.entry,
            number,
            words,
            status=work.status(status) if status else None,
            done_on=done_on,
            percent=percent,
        )
        work.tell("rectify.progressed", number=number)
