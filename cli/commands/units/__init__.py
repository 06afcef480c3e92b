"""Lists the units that take part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.opening import opened
from cli.screen import Listing
from schemas import record

if TYPE_CHECKING:
    from cli.opening import Opened
    from ledger.reading import Row
    from ledger.reading import UnitFilter

COLUMNS = columns.listed(record.UNIT)


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
        query = reading.unit_query(*here)
        listing = Listing(
            COLUMNS,
            _as_tree(work, asked) if tree else reading.units(*here),
            count=lambda: reading.count(work.connection, query),
        )
        work.screen.show(listing, shape, limit, output, force=force)


def _as_tree(work: Opened, asked: UnitFilter) -> Iterator[Row]:
    """Yield units below the one above them, their names moved in by their depth."""
