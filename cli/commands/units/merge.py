"""Merges a unit that was recorded twice, or that has become part of another."""

from datetime import date
from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    unit: str,
    into: Annotated[str, typer.Option("--into")],
    on: Annotated[date | None, options.ON] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Let all records and names of a unit go over to another one."""
    from ledger import units

    with writing(ctx, by, dry_run=dry_run) as work:
        number, target = work.unit(unit), work.unit(into)
        day = on or work.setting.today
        units.merge(work.entry, work.names, number, target, day)
        work.tell("units.merged", unit=work.called(number), into=work.called(target))
