"""Lists what happened in the units, and what is still missing of it."""

from datetime import date
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import fields
from cli import options
from cli.mistakes import NotTogether
from cli.opening import opened
from cli.screen import Column
from cli.screen import Listing
from schemas import record

if TYPE_CHECKING:
    from cli.opening import Opened
    from ledger.activities import ActivityFilter

COLUMNS = columns.listed(record.ACTIVITY)
#: The pairs that have to talk and have not.
PAIRS = (
    columns.column(record.MILESTONE.field("unit")),
    Column("pair", "activities.pair", is_long=True),
    Column("first", "activities.first"),
    Column("second", "activities.second"),
    columns.column(record.MILESTONE.field("due_on")),
)
#: The groups of members: how many there are, how many were reached.
COVERAGE = (
    columns.column(record.ACTIVITY.field("group")),
    Column("units", "activities.units", "right", is_whole=True),
    Column("group_all", "activities.all", "right", is_whole=True),
    Column("group_reached", "activities.reached", "right", is_whole=True),
    Column("left", "activities.left", "right", is_whole=True),
    Column("percent", "activities.percent", "right", is_whole=True),
    Column("reached_how", "activities.how", is_long=True),
)


def run(
    ctx: typer.Context,
    unit: Annotated[str | None, options.UNIT] = None,
    form: fields.Form = None,
    action: fields.OfAction = None,
    phase: fields.OfPhase = None,
    member_group: fields.MemberGroup = None,
    since: Annotated[date | None, typer.Option("--from", "--since")] = None,
    until: Annotated[date | None, typer.Option("--until")] = None,
    pairs: Annotated[bool, typer.Option("--pairs")] = False,
    coverage: Annotated[bool, typer.Option("--coverage")] = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List activities by their days; or which pairs have not talked; or whom they reached."""
    from ledger import activities

    if pairs and coverage:
        raise NotTogether(one="--pairs", other="--coverage")
    with opened(ctx) as work:
        asked = activities.ActivityFilter(
            unit=work.unit_if(unit),
            form=work.meant_if("form", form),
            action=action and work.action_code(action),
            phase=phase and work.phase_code(phase),
            group=work.meant_if("member_group", member_group),
            since=since,
            until=until,
        )
        if pairs:
            listing = _pairs(work, asked)
        elif coverage:
            found = activities.coverage(work.connection, work.campaign, asked)
            listing = Listing(COVERAGE, found)
        else:
            listing = _listing(work, asked)
        work.screen.show(listing, shape, limit, output, force=force)


def _listing(work: "Opened", asked: "ActivityFilter") -> Listing:
    from ledger import activities

    here = (work.connection, work.campaign, asked)
    count = lambda: sum(1 for _ in activities.activities(*here))  # noqa: E731
    return Listing(COLUMNS, activities.activities(*here), count=count)


def _pairs(work: "Opened", asked: "ActivityFilter") -> Listing:
    from ledger import activities

    if not work.campaign.plan.talks.pairs:
        work.screen.say("activities.no_pairs")
    here = (work.connection, work.campaign, work.setting.today, asked)
    return Listing(PAIRS, activities.pairs_missing(*here))
