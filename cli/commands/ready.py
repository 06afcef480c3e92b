"""Says whether a unit may go on to a phase, or what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import fields
from cli import gap_sheets
from cli import options
from cli import readiness_words
from cli.mistakes import ExtraArgument
from cli.mistakes import MissingArgument
from cli.opening import opened
from cli.screen import Block
from cli.screen import Listing
from schemas.locale import say

if TYPE_CHECKING:
    from cli.opening import Opened


def run(
    ctx: typer.Context,
    of_unit: Annotated[str | None, typer.Argument()] = None,
    of_phase: Annotated[str | None, typer.Argument()] = None,
    whole: options.All = False,
    sums: Annotated[bool, typer.Option("--sums")] = False,
    tier: fields.Tier = None,
    group: fields.Group = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Say whether a unit is ready, or list which ones are."""
    with opened(ctx) as work:
        if not work.campaign.plan.phases:
            work.screen.reply("ready.no_phases")
            return
        if whole or sums:
            if of_phase is not None:
                raise ExtraArgument(text=of_phase, see="campaign ready --help")
            _list(ctx, work, of_unit, tier, group, _Shown(shape, limit, output, sums, force))
        elif _tell(ctx, work, of_unit, of_phase, _Shown(shape, limit, output, sums, force)):
            raise typer.Exit(1)


@dataclass(frozen=True)
class _Shown:
    """In which shape a listing is wanted, and where."""

    shape: str | None
    limit: int | None
    output: Path | None
    sums: bool
    force: bool


def _tell(
    ctx: typer.Context, work: Opened, unit: str | None, phase: str | None, wanted: _Shown
) -> bool:
    """Answer for one unit; tell whether something is missing."""
    from ledger import readiness
    from ledger.owing import MilestoneFilter

    for name, given in (("of_unit", unit), ("of_phase", phase)):
        if given is None:
            called = say(f"help.value.{name}", work.screen.lang)
            raise MissingArgument(name=called, see="campaign ready --help")
    assert unit is not None
    assert phase is not None
    target = readiness.target_of(work.campaign.plan, phase)
    here = (work.connection, work.campaign, work.setting.today)
    found = readiness.answer(*here, work.unit(unit), target)
    if wanted.output is not None and gap_sheets.is_sheet(wanted.output):
        asked = MilestoneFilter(phase=phase)
        gap_sheets.write(ctx, work, [found], asked, wanted.output, force=wanted.force)
    elif wanted.shape == "json" and wanted.output is None:
        work.screen.json(readiness_words.as_object(work, found))
    elif wanted.shape == "csv" or wanted.output is not None:
        _show(work, Listing(readiness_words.GAPS, readiness_words.gap_rows(work, found)), wanted)
    else:
        readiness_words.tell(work, found, is_first=target == 0)
    return not found.ready


def _list(
    ctx: typer.Context,
    work: Opened,
    phase: str | None,
    tier: str | None,
    group: str | None,
    wanted: _Shown,
) -> None:
    """List the units by tier, and how many of each tier are ready below them."""
    from ledger import readiness
    from ledger.owing import MilestoneFilter

    target = None if phase is None else readiness.target_of(work.campaign.plan, phase)
    asked = MilestoneFilter(
        tier=work.meant_if("tier", tier), group=work.meant_if("supervision_group", group)
    )
    here = (work.connection, work.campaign, work.setting.today, asked, target)
    found = list(readiness.answers(*here))
    if wanted.output is not None and gap_sheets.is_sheet(wanted.output) and not wanted.sums:
        asked = replace(asked, phase=phase)
        gap_sheets.write(ctx, work, found, asked, wanted.output, force=wanted.force)
        return
    rows = [readiness_words.answer_row(work, one) for one in found]
    tiers = readiness_words.tier_rows(rows)
    if wanted.sums:
        _show(work, Listing(readiness_words.TIERS, tiers), wanted)
        return
    block = Block(say("ready.by_tier", work.screen.lang), readiness_words.TIERS, tiers)
    listing = Listing(readiness_words.ANSWERS, rows, count=lambda: len(rows), blocks=[block])
    _show(work, listing, wanted)


def _show(work: Opened, listing: Listing, wanted: _Shown) -> None:
    work.screen.show(listing, wanted.shape, wanted.limit, wanted.output, force=wanted.force)
