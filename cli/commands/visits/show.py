"""Shows all of a visit."""

import typer

from cli import columns
from cli import options
from cli.opening import opened
from schemas import record


def run(ctx: typer.Context, number: str, shape: options.Format = None) -> None:
    """Show a visit with the items that came of it."""
    from ledger import supervision

    with opened(ctx) as work:
        row = supervision.visit(work.connection, number)
    work.screen.record(columns.whole(record.VISIT), row, shape)
