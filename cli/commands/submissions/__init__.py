"""Lists the sheets that units owe for a month, and what came."""

from typing import Annotated

import typer

from cli import options
from cli.opening import opened
from cli.screen import Column
from cli.screen import Listing

COLUMNS = (
    Column("campaign", in_table=False),
    Column("unit", is_long=True),
    Column("sheet"),
    Column("period", in_table=False),
    Column("due_on"),
    Column("received_on"),
    Column("status"),
    Column("file", in_table=False),
    Column("taken", justify="right"),
    Column("queried", justify="right"),
)


def run(
    ctx: typer.Context,
    period: Annotated[str | None, options.PERIOD] = None,
    chase: Annotated[bool, typer.Option("--chase")] = False,
    unit: Annotated[str | None, options.UNIT] = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List what is owed."""
    from ledger.periods import TO_CHASE
    from ledger.periods import submissions

    with opened(ctx) as work:
        today = work.setting.today
        month = period or f"{today:%Y-%m}"
        rows = [
            {key: row[key] for key in (column.key for column in COLUMNS)}
            for row in submissions(
                work.connection, work.campaign, month, today, work.unit_if(unit)
            )
            if not chase or row["status"] in TO_CHASE
        ]
        listing = Listing(COLUMNS, rows, count=lambda: len(rows))
        work.screen.show(listing, shape, limit, output, force=force)
