"""Shows all about a unit."""

import typer

from cli import columns
from cli import options
from cli.opening import opened
from schemas import record


def run(ctx: typer.Context, unit: str, shape: options.Format = None) -> None:
    """Show a unit with everything that is known of it."""
    from ledger import looking

    with opened(ctx) as work:
        row = looking.unit(work.connection, work.campaign.id, work.unit(unit))
        work.screen.record(columns.whole(record.UNIT), row, shape)
