"""Shows all about a unit."""

import typer

from cli import columns
from cli import options
from cli.opening import opened
from cli.screen import Column
from schemas import record
from schemas.locale import say

HEADINGS = (
    Column("title", "units.sheet"),
    Column("heading", "units.heading"),
    Column("meaning", "units.meaning"),
)


def run(ctx: typer.Context, unit: str, shape: options.Format = None) -> None:
    """Show a unit with everything that is known of it, and what its sheets' headings mean."""
    from ledger import looking
    from ledger.exchange import meanings

    with opened(ctx) as work:
        found = work.unit(unit)
        row = looking.unit(work.connection, work.campaign.id, found)
        headings = list(meanings.listed(work.connection, work.campaign, found))
    screen = work.screen
    if shape == "json":
        said = [{name: one[name] for name in ("sheet", "heading", "field")} for one in headings]
        screen.json({**row, "headings": said})
        return
    screen.record(columns.whole(record.UNIT), row)
    if headings:
        screen.heading(say("units.headings", screen.lang))
        screen.table(HEADINGS, headings)
