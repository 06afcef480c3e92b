"""Lists the visits of supervision groups."""

from datetime import date
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import options
from cli.opening import opened
from cli.screen import Block
from cli.screen import Column
from cli.screen import Listing
from schemas import record
from schemas.locale import say

if TYPE_CHECKING:
    from cli.opening import Opened
    from ledger.supervision import VisitFilter

COLUMNS = columns.listed(record.VISIT)
#: What each group did: of its own fields, and counted.
SUMS = (
    *(columns.column(record.VISIT.field(name)) for name in ("group", "level")),
    Column("visits", "supervision.visits", justify="right"),
    Column("units", "supervision.units", justify="right"),
    *(
        columns.column(record.VISIT.field(name))
        for name in ("talks", "meetings", "opinions", "reviewed", "returned")
    ),
)


def run(
    ctx: typer.Context,
    unit: Annotated[str | None, options.UNIT] = None,
    group: Annotated[str | None, typer.Option("--group")] = None,
    way: Annotated[str | None, typer.Option("--way")] = None,
    since: Annotated[date | None, typer.Option("--from", "--since")] = None,
    until: Annotated[date | None, typer.Option("--until")] = None,
    sums: Annotated[bool, typer.Option("--sums")] = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the visits by their days, with what each group did below them."""
    from ledger import reading
    from ledger import supervision

    with opened(ctx) as work:
        asked = supervision.VisitFilter(
            unit=work.unit_if(unit),
            group=work.meant_if("supervision_group", group),
            way=work.meant_if("way", way),
            since=since,
            until=until,
        )
        here = (work.connection, work.campaign.id, asked)
        if sums:
            listing = Listing(SUMS, supervision.sums(*here))
        else:
            query = supervision.visit_query(*here)
            listing = Listing(
                COLUMNS,
                supervision.visits(*here),
                count=lambda: reading.count(work.connection, query),
                blocks=[_sums(work, asked)],
            )
        work.screen.show(listing, shape, limit, output, force=force)


def _sums(work: "Opened", asked: "VisitFilter") -> Block:
    from ledger import supervision

    rows = supervision.sums(work.connection, work.campaign.id, asked)
    return Block(say("supervision.of_groups", work.screen.lang), SUMS, rows)
