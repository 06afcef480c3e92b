"""Lists the rectification items."""

from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.opening import opened
from cli.screen import Block
from cli.screen import Column
from cli.screen import Listing
from schemas import record
from schemas.locale import say

if TYPE_CHECKING:
    from cli.opening import Opened
    from ledger.reading import ItemFilter

COLUMNS = columns.listed(record.ITEM, without={"lead"})
#: Of what is late, the one to ask counts more than how far its closing is.
OVERDUE = columns.listed(record.ITEM, without={"status", "closing"})
#: As many rows as the table above it shows at a terminal.
MOST_AT_ONCE = 50
AT_ONCE = (
    *(column for column in COLUMNS if column.key in {"no", "unit", "problem"}),
    Column("age", "rectify.age", justify="right"),
)


def run(
    ctx: typer.Context,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    due_within: Annotated[int | None, typer.Option("--due-within")] = None,
    unit: Annotated[str | None, options.UNIT] = None,
    group: Annotated[str | None, typer.Option("--group")] = None,
    status: Annotated[list[str] | None, options.STATUS] = None,
    closing: Annotated[list[str] | None, options.CLOSING] = None,
    lead: fields.Lead = None,
    scope: Annotated[list[str] | None, options.SCOPE] = None,
    kind: Annotated[list[str] | None, options.KIND] = None,
    batch: fields.Batch = None,
    theme: Annotated[str | None, typer.Option("--theme")] = None,
    category: Annotated[str | None, typer.Option("--category")] = None,
    carried_from: Annotated[str | None, typer.Option("--carried-from")] = None,
    whole: options.All = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the items that stand, narrowed down by what they say."""
    from ledger import campaigns
    from ledger import reading

    with opened(ctx) as work:
        earlier = carried_from and campaigns.in_use(work.connection, carried_from).id
        asked = reading.ItemFilter(
            overdue=overdue,
            due_within=due_within,
            unit=work.unit_if(unit),
            group=work.meant_if("supervision_group", group),
            status=work.statuses(status),
            closing=tuple(closing or ()),
            lead=lead,
            scope=tuple(scope or ()),
            kind=tuple(kind or ()),
            batch=work.meant_if("batch", batch),
            theme=work.meant_if("theme", theme),
            category=work.meant_if("category", category),
            carried_from=earlier or None,
            dropped=whole,
        )
        here = (work.connection, work.campaign.id, work.setting.today)
        rows = reading.items(*here, asked)
        query = reading.item_query(*here, asked)
        listing = Listing(
            columns.with_codes(
                OVERDUE if overdue else COLUMNS, "status", work.campaign.status_codes
            ),
            rows,
            count=lambda: reading.count(work.connection, query),
            blocks=[_at_once(work, asked)] if overdue else (),
        )
        work.screen.show(listing, shape, limit, output, force=force)


def _at_once(work: "Opened", asked: "ItemFilter") -> Block:
    """Return the work that has no limit because it is to be done at once, the oldest first."""
    from ledger import reading

    here = (work.connection, work.campaign.id, work.setting.today)
    rows = reading.immediate(*here, asked, limit=MOST_AT_ONCE)
    return Block(say("rectify.immediate", work.screen.lang), AT_ONCE, rows)
