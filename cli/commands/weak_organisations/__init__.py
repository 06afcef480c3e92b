"""Lists the weak and lax organisations."""

from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.opening import opened
from cli.screen import Listing
from schemas import record


def run(
    ctx: typer.Context,
    unit: Annotated[str | None, options.UNIT] = None,
    level: fields.Level = None,
    turned: fields.Turned = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    without: Annotated[bool, typer.Option("--without-secretary")] = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the organisations, and say how many have a first secretary and were turned round."""
    from ledger import reading
    from ledger import weak

    with opened(ctx) as work:
        asked = weak.WeakFilter(
            unit=work.unit_if(unit),
            level=level,
            turned=turned,
            overdue=overdue,
            without_secretary=without,
        )
        here = (work.connection, work.campaign.id, work.setting.today, asked)
        query = weak.query(*here)
        listing = Listing(
            columns.listed(record.WEAK_ORGANISATION),
            weak.organisations(*here),
            count=lambda: reading.count(work.connection, query),
        )
        work.screen.show(listing, shape, limit, output, force=force)
        rates = weak.rates(*here)
    # Beside a table the rates are part of the answer, beside JSON and CSV they are not.
    is_table = output is None and shape in (None, "table")
    tell = work.screen.reply if is_table else work.screen.say
    for key, part in (("secretaries", rates.secretaries), ("turned", rates.turned)):
        if rates.total:
            share = rates.share(part)
            tell(f"supervision.{key}", part=f"{part:,}", total=f"{rates.total:,}", share=share)
