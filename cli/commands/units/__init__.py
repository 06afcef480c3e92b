"""Lists the units that take part."""

from itertools import islice
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.opening import opened
from cli.screen import Listing
from schemas import record
from schemas.locale import say

if TYPE_CHECKING:
    from cli.opening import Opened
    from ledger.reading import UnitFilter


def run(
    ctx: typer.Context,
    search: Annotated[str | None, typer.Option("--search")] = None,
    unit: Annotated[str | None, options.UNIT] = None,
    tier: fields.Tier = None,
    kind: fields.UnitKind = None,
    batch: fields.Batch = None,
    group: Annotated[str | None, typer.Option("--group")] = None,
    whole: options.All = False,
    tree: Annotated[bool, typer.Option("--tree")] = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the units, or show who is below whom."""
    from ledger import reading

    with opened(ctx) as work:
        asked = reading.UnitFilter(
            search=search,
            unit=work.unit_if(unit),
            tier=work.meant_if("tier", tier),
            kind=work.meant_if("kind", kind),
            batch=work.meant_if("batch", batch),
            group=work.meant_if("supervision_group", group),
            whole=whole,
        )
        here = (work.connection, work.campaign.id, asked)
        if tree and shape is None and output is None:
            _show_tree(work, asked, limit)
            return
        query = reading.unit_query(*here)
        listing = Listing(
            columns.listed(record.UNIT),
            reading.units(*here),
            count=lambda: reading.count(work.connection, query),
        )
        work.screen.show(listing, shape, limit, output, force=force)


def _show_tree(work: "Opened", asked: "UnitFilter", limit: int | None) -> None:
    """Write each unit below the one above it, with its tier."""
    from ledger import looking
    from ledger import reading

    rows = reading.units_with_ids(work.connection, work.campaign.id, asked)
    for depth, row in islice(looking.tree(rows), limit):
        tier = say("units.tier", work.screen.lang, tier=row["tier"]) if row["tier"] else ""
        work.screen.answer(f"{'  ' * depth}{row['name']}{tier}")
