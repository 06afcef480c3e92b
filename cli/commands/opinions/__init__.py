"""Lists what people said."""

from datetime import date
from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.opening import opened
from cli.screen import Listing
from schemas import record
from schemas import vocabulary

STATUS = options.coded("--status", vocabulary.OPINION)


def run(
    ctx: typer.Context,
    search: Annotated[str | None, typer.Option("--search")] = None,
    unanswered: Annotated[bool, typer.Option("--unanswered")] = False,
    unit: Annotated[str | None, options.UNIT] = None,
    channel: Annotated[list[str] | None, typer.Option("--channel")] = None,
    theme: Annotated[str | None, typer.Option("--theme")] = None,
    target: fields.Target = None,
    status: Annotated[list[str] | None, STATUS] = None,
    since: Annotated[date | None, typer.Option("--since")] = None,
    until: Annotated[date | None, typer.Option("--until")] = None,
    whole: options.All = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the opinions that count, narrowed down by what they say."""
    from ledger import reading

    with opened(ctx) as work:
        asked = reading.OpinionFilter(
            search=search,
            unanswered=unanswered,
            unit=work.unit_if(unit),
            channel=tuple(work.meant("channel", word) for word in channel or ()),
            theme=work.meant_if("theme", theme),
            target=work.meant_if("target", target),
            status=tuple(status or ()),
            since=since,
            until=until,
            whole=whole,
        )
        here = (work.connection, work.campaign.id, asked)
        query = reading.opinion_query(*here)
        listing = Listing(
            columns.listed(record.OPINION),
            reading.opinions(*here),
            count=lambda: reading.count(work.connection, query),
        )
        work.screen.show(listing, shape, limit, output, force=force)
