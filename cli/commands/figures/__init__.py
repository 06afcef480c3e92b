"""Lists the numbers that were reported."""

from typing import Annotated

import typer

from cli import fields
from cli import figure_words
from cli import options
from cli.opening import opened
from cli.screen import Block
from cli.screen import Listing
from schemas.locale import say


def run(
    ctx: typer.Context,
    unit: Annotated[str | None, options.UNIT] = None,
    indicator: fields.Indicator = None,
    period: fields.Period = None,
    covers: fields.Covers = None,
    batch: fields.Batch = None,
    cumulative: fields.Cumulative = None,
    sums: Annotated[bool, typer.Option("--sums")] = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the numbers, with what they come to below them, or why that is not said."""
    from ledger import figure_totals
    from ledger import figures
    from ledger import reading

    with opened(ctx) as work:
        asked = figures.FigureFilter(
            unit=work.unit_if(unit),
            indicator=fields.indicator_if(work, indicator),
            period=period,
            covers=covers,
            batch=work.meant_if("batch", batch),
            cumulative=cumulative,
        )
        here = (work.connection, work.campaign.id, asked)
        lang = work.screen.lang
        totals = figure_words.total_rows(figure_totals.totals(*here), lang)
        if sums:
            listing = Listing(figure_words.TOTALS, totals)
        else:
            query = figures.query(*here)
            listing = Listing(
                figure_words.LISTED,
                figures.figures(*here),
                count=lambda: reading.count(work.connection, query),
                blocks=[Block(say("figures.totals", lang), figure_words.TOTALS, totals)],
            )
        work.screen.show(listing, shape, limit, output, force=force)
