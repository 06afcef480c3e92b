"""Lists the contact points of leaders."""

from typing import Annotated

import typer

from cli import columns
from cli import options
from cli.opening import opened
from cli.screen import Column
from cli.screen import Listing
from schemas import record

POINT = record.CONTACT_POINT
MISSING = (
    columns.column(POINT.field("leader")),
    columns.column(POINT.field("post")),
    Column("bodies", "supervision.bodies"),
    Column("points", "supervision.points"),
    columns.column(POINT.field("attended_on")),
    Column("missing", "supervision.missing", is_uncut=True),
)


def run(
    ctx: typer.Context,
    missing: Annotated[bool, typer.Option("--missing")] = False,
    unit: Annotated[str | None, options.UNIT] = None,
    leader: Annotated[str | None, typer.Option("--leader")] = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the contact points, or the leaders who lack one that the plan asks for."""
    from ledger import contacts
    from ledger import reading

    with opened(ctx) as work:
        asked = contacts.ContactFilter(unit=work.unit_if(unit), leader=leader)
        here = (work.connection, work.campaign.id, asked)
        if missing:
            found = contacts.missing(work.connection, work.campaign, asked)
            listing = Listing(MISSING, found)
        else:
            query = contacts.query(*here)
            listing = Listing(
                columns.listed(POINT),
                contacts.points(*here),
                count=lambda: reading.count(work.connection, query),
            )
        if missing and not work.campaign.plan.contacts:
            work.screen.warn("supervision.no_rule")
        work.screen.show(listing, shape, limit, output, force=force)
