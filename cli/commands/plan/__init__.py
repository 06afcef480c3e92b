"""Lists the campaigns of the ledger, and the plans that ship."""

import typer

from cli import options
from cli.opening import opened
from cli.screen import Block
from cli.screen import Column
from cli.screen import Listing
from schemas.locale import say

COLUMNS = (
    Column("code", "plan.code"),
    Column("name", "plan.name", is_long=True),
    Column("in_use", "plan.in_use"),
)


def run(
    ctx: typer.Context,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the campaigns, and say which one is in use."""
    from ledger import campaigns
    from ledger import plans

    with opened(ctx) as work:
        rows = [
            {"code": one.code, "name": one.name, "in_use": one.id == work.campaign.id}
            for one in plans.listed(work.connection)
        ]
        ship = [{"code": name} for name in sorted(campaigns.shipped())]
        title = say("plan.shipped", work.screen.lang)
        listing = Listing(COLUMNS, rows, blocks=[Block(title, COLUMNS[:1], ship)])
        work.screen.show(listing, shape, limit, output, force=force)
