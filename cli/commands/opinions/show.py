"""Shows all of an opinion."""

import typer

from cli import columns
from cli import options
from cli.opening import opened
from schemas import record


def run(ctx: typer.Context, number: str, shape: options.Format = None) -> None:
    """Show an opinion; who gave it is not told."""
    from ledger import looking

    with opened(ctx) as work:
        row = looking.opinion(work.connection, number)
        opening = looking.opening(work.connection, "opinion", row["no"])
    fields = (*columns.whole(record.OPINION), columns.OPENING)
    work.screen.record(fields, {**row, "opening": opening}, shape)
