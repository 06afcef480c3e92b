"""Records that a unit has nothing new to report for a month."""

from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    unit: str,
    period: Annotated[str, options.PERIOD_ARGUMENT],
    sheet: Annotated[str | None, typer.Option("--sheet")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record a nil report."""
    from ledger.exchange.sending import sheet_of
    from ledger.periods import report_nil

    with writing(ctx, by, dry_run=dry_run) as work:
        code = sheet_of(work.campaign, sheet).code if sheet else None
        settled = report_nil(work.entry, work.campaign, work.unit(unit), period, code)
        titles = "、".join(sheet_of(work.campaign, code).name(work.screen.lang) for code in settled)
        work.tell("sheets.nil", unit=unit, period=period, sheets=titles)
