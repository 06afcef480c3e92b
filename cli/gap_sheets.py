"""Writes what units lack as sheets: one workbook, or a folder with one for each unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cli.opening import author

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import typer

    from cli.opening import Opened
    from ledger.owing import MilestoneFilter
    from ledger.readiness import Answer

_SHEET = "look-back"


def is_sheet(output: Path | None) -> bool:
    """Tell whether a workbook is wanted, or a folder of them."""
    return output is not None and output.suffix.lower() in ("", ".xlsx")


def write(
    ctx: typer.Context,
    work: Opened,
    found: Sequence[Answer],
    asked: MilestoneFilter,
    output: Path,
    *,
    force: bool,
) -> None:
    """Write the gaps of those who are not ready; a workbook of several stays inside."""
    from ledger.exchange import sending

    waiting = [one.unit["id"] for one in found if not one.ready]
    sheets = [sending.sheet_of(work.campaign, _SHEET)]
    here = (work.ledger, author(ctx, None), work.campaign, sheets)
    whole = sending.Parcel(milestones=asked)
    if not waiting:
        work.screen.say("ready.no_sheets")
        return
    if output.suffix and len(found) > 1:
        sending.export(*here, whole, output, force=force)
    elif output.suffix:
        down = replace(whole.only(waiting[0]), direction="down")
        sending.export(*here, down, output, force=force)
    else:
        output.mkdir(parents=True, exist_ok=True)
        for unit in waiting:
            down = replace(whole.only(unit), direction="down")
            name = sending.name_of(work.connection, work.campaign, sheets, down)
            sending.export(*here, down, output / name, force=force)
    work.screen.say("ready.sheets", n=len(waiting), place=output)
