"""Lists where the materials of self-examination stand in their review."""

from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.opening import opened
from cli.screen import Listing
from schemas import record
from schemas import vocabulary


def run(
    ctx: typer.Context,
    unit: Annotated[str | None, options.UNIT] = None,
    group: fields.Group = None,
    material: Annotated[str | None, typer.Option("--material")] = None,
    status: Annotated[str | None, options.coded("--status", vocabulary.REVIEW)] = None,
    steps: Annotated[bool, typer.Option("--steps")] = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List each material, or every step of their review."""
    from ledger import reviews

    with opened(ctx) as work:
        asked = reviews.ReviewFilter(
            unit=work.unit_if(unit),
            group=work.meant_if("supervision_group", group),
            material=material and reviews.material_of(work.campaign.plan, material),
            status=status,
        )
        here = (work.connection, work.campaign, asked)
        if steps:
            listing = Listing(columns.listed(record.REVIEW), reviews.steps_of(*here))
        else:
            listing = Listing(columns.listed(record.MATERIAL), reviews.listing(*here))
        work.screen.show(listing, shape, limit, output, force=force)
