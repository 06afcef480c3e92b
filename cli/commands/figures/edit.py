"""Changes what is said of a reported number."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import figure_words
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    value: fields.FigureWords = None,
    indicator: fields.Indicator = None,
    unit: Annotated[str | None, options.UNIT] = None,
    covers: fields.Covers = None,
    period: fields.Period = None,
    cumulative: fields.Cumulative = None,
    batch: fields.Batch = None,
    measure: fields.Measure = None,
    source: fields.Source = None,
    on: Annotated[date | None, options.ON] = None,
    because: fields.Because = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Change the fields that are given."""
    from ledger import figures

    said = fields.given(
        unit=unit, indicator=indicator, covers=covers, period=period, cumulative=cumulative,
        batch=batch, measure=measure, source=source, as_of=on, reason=because,
    )  # fmt: skip
    fields.something(ctx, said, value)
    with writing(ctx, by, dry_run=dry_run) as work:
        figure = fields.of_figure(work, said)
        number, beside = figures.edit(work.entry, work.campaign, number, value, figure)
        if indicator is not None:
            fields.name_free_indicator(work, indicator)
        figure_words.tell(work, "figures.changed", number, beside)
