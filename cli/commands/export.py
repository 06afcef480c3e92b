"""Writes sheets: for inside, down, up or the public."""

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.mistakes import PlanAlone
from cli.opening import Opened
from cli.opening import author
from cli.opening import opened
from schemas.plan_sheet import is_plan
from schemas.plan_sheet import title as plan_title
from schemas.vocabulary import DIRECTION

#: Options that a plan is exported with like any sheet.
_OF_FILES = frozenset({"output", "force", "direction"})
#: So many cells are named.
_MOST_CELLS = 10

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.exchange.paper import Written
    from ledger.exchange.sending import Parcel
    from schemas.sheet import Sheet


def run(
    ctx: typer.Context,
    sheets: list[str],
    direction: Annotated[str | None, options.coded("--for", DIRECTION)] = None,
    each: Annotated[str | None, options.coded("--by", options.EACH)] = None,
    unit: Annotated[str | None, options.UNIT] = None,
    verbatim: Annotated[bool, typer.Option("--verbatim")] = False,
    period: Annotated[str | None, options.PERIOD] = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    status: Annotated[list[str] | None, options.STATUS] = None,
    closing: Annotated[list[str] | None, options.CLOSING] = None,
    kind: Annotated[list[str] | None, options.KIND] = None,
    scope: Annotated[list[str] | None, options.SCOPE] = None,
    channel: Annotated[list[str] | None, typer.Option("--channel")] = None,
    theme: Annotated[str | None, typer.Option("--theme")] = None,
    tier: Annotated[str | None, typer.Option("--tier")] = None,
    group: Annotated[str | None, typer.Option("--group")] = None,
    form: fields.Form = None,
    action: fields.OfAction = None,
    phase: fields.OfPhase = None,
    since: Annotated[date | None, typer.Option("--from", "--since")] = None,
    until: Annotated[date | None, typer.Option("--until")] = None,
    indicator: fields.Indicator = None,
    covers: fields.Covers = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Export the records of some sheets."""
    from ledger import reading
    from ledger.activities import ActivityFilter
    from ledger.exchange.sending import Parcel
    from ledger.exchange.sending import sheet_of
    from ledger.exchange.sending import taken_along
    from ledger.figures import FigureFilter
    from ledger.phases import MilestoneFilter

    with opened(ctx) as work:
        if any(map(is_plan, sheets)):
            asked = {name for name, value in ctx.params.items() if value and name not in _OF_FILES}
            if len(sheets) > 1 or asked - {"sheets"} or (direction or "inside") != "inside":
                raise PlanAlone
            _export_plan(ctx, work, output, force=force)
            return
        wanted = [sheet_of(work.campaign, sheet) for sheet in sheets]
        about = work.unit_if(unit)
        if direction is None and each is None and (unit or group):
            wanted = [taken_along(work.campaign, sheet) for sheet in wanted]
        group = work.meant_if("supervision_group", group)
        theme = work.meant_if("theme", theme)
        parcel = Parcel(
            direction=direction or ("down" if each else "inside"),  # type: ignore[arg-type]
            unit=about,
            verbatim=verbatim,
            period=period,
            items=reading.ItemFilter(
                unit=about,
                overdue=overdue,
                status=work.statuses(status),
                closing=tuple(closing or ()),
                kind=tuple(kind or ()),
                scope=tuple(scope or ()),
                theme=theme,
                group=group,
            ),
            opinions=reading.OpinionFilter(
                unit=about,
                channel=tuple(work.meant("channel", word) for word in channel or ()),
                theme=theme,
            ),
            units=reading.UnitFilter(unit=about, tier=tier, group=group),
            milestones=MilestoneFilter(unit=about, tier=tier, overdue=overdue),
            activities=ActivityFilter(
                form=work.meant_if("form", form),
                action=action and work.action_code(action),
                phase=phase and work.phase_code(phase),
                since=since,
                until=until,
            ),
            figures=FigureFilter(indicator=fields.indicator_if(work, indicator), covers=covers),
        )
        if each:
            _export_each(ctx, work, wanted, parcel, output, force=force)
        else:
            _export(ctx, work, wanted, parcel, output, force=force)


def _export(
    ctx: typer.Context,
    work: Opened,
    wanted: list["Sheet"],
    parcel: "Parcel",
    output: Path | None,
    *,
    force: bool,
) -> None:
    from ledger.exchange import sending

    target = output or Path(sending.name_of(work.connection, work.campaign, wanted, parcel))
    written = sending.export(
        work.ledger, author(ctx, None), work.campaign, wanted, parcel, target, force=force
    )
    _tell_of_limits(work, written)
    rows = sum(one.rows for one in written)
    work.screen.reply("sheets.exported", file=target, n=rows)


def _export_plan(ctx: typer.Context, work: Opened, output: Path | None, *, force: bool) -> None:
    """Write the plan in use as its workbook."""
    from ledger.exchange import sending
    from ledger.exchange.write import file_name

    target = output or Path(file_name(plan_title(work.campaign.lang)))
    sending.export_plan(work.ledger, author(ctx, None), work.campaign, target, force=force)
    work.screen.reply("plan.written", file=target)


def _tell_of_limits(work: Opened, written: "Sequence[Written]") -> None:
    """Say what did not fit into a worksheet or a cell."""
    for title, parts in groupby(written, lambda one: one.title):
        names = [one.worksheet for one in parts]
        if len(names) > 1:
            work.screen.say("sheets.split", sheet=title, parts="、".join(names))
    cells = [f"{one.worksheet}!{cell}" for one in written for cell in one.shortened]
    if cells:
        listed = "、".join(cells[:_MOST_CELLS]) + ("……" if len(cells) > _MOST_CELLS else "")
        work.screen.say("sheets.shortened", n=len(cells), cells=listed)


def _export_each(
    ctx: typer.Context,
    work: Opened,
    wanted: list["Sheet"],
    parcel: "Parcel",
    output: Path | None,
    *,
    force: bool,
) -> None:
    from ledger.exchange import sending

    units = sending.units_with_records(
        work.connection, work.setting.today, work.campaign, wanted, parcel
    )
    folder = output or Path()
    folder.mkdir(parents=True, exist_ok=True)
    for unit in units:
        own = parcel.only(unit)
        name = sending.name_of(work.connection, work.campaign, wanted, own)
        _export(ctx, work, wanted, own, folder / name, force=force)
