"""Shows all of an activity."""

import typer

from cli import columns
from cli import options
from cli.opening import opened
from schemas import record


def run(ctx: typer.Context, number: str, shape: options.Format = None) -> None:
    """Show an activity with what it counts towards."""
    from ledger import activities

    with opened(ctx) as work:
        row = activities.activity(work.connection, number)
    work.screen.record(columns.whole(record.ACTIVITY), row, shape)
