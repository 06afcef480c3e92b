"""Records a number that was reported."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import figure_words
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    indicator: str,
    value: str,
    unit: Annotated[str, options.UNIT],
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
    """Record a number in the words in which it was reported."""
    from ledger import figures

    said = fields.given(
        unit=unit, covers=covers, period=period, cumulative=cumulative, batch=batch,
        measure=measure, source=source, as_of=on, reason=because,
    )  # fmt: skip
    with writing(ctx, by, dry_run=dry_run) as work:
        figure = fields.of_figure(work, said)
        number, beside = figures.log(work.entry, work.campaign, indicator, value, figure)
        fields.name_free_indicator(work, indicator)
        figure_words.tell(work, "figures.logged", number, beside)
