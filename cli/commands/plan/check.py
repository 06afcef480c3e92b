"""Looks for what is wrong with a plan, and what the office has to choose in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import options
from cli.opening import opened
from cli.plan_answers import mark
from cli.screen import Column
from cli.screen import Listing
from cli.screen import Screen
from cli.setting import setting_of
from schemas.locale import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Sequence

    from ledger.plan_check import Finding
    from ledger.plan_check import Roster
    from schemas.plan import Plan
    from schemas.sheet import Sheet

_COLUMNS = (
    Column("kind", "plan.finding"),
    Column("place", "plan.place"),
    Column("line", "plan.line"),
    Column("what", "plan.what", is_uncut=True),
)


def run(
    ctx: typer.Context,
    plan: Annotated[str | None, typer.Argument()] = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List mistakes, choices and warnings; status 1 where there are any."""
    from ledger import plan_files

    checked: Plan | None
    if plan is None:
        checked, findings = _in_use(ctx)
    elif plan_files.is_workbook(plan):
        checked, findings = _of_workbook(ctx, Path(plan))
    else:
        checked, findings = _of_source(ctx, plan)
    screen = Screen(setting_of(ctx))
    rows = [_row(finding, screen.lang, shape) for finding in findings]
    if not rows and shape is None and output is None and checked is not None:
        screen.reply("plan.checked", name=checked.name)
        return
    if shape in (None, "table") and output is None and not screen.fits(_COLUMNS, rows):
        # At a terminal nothing that an office has to choose or mend is cut.
        for row in rows[:limit]:
            screen.entry(_headed(row, screen.lang), str(row["what"]))
    else:
        screen.show(Listing(_COLUMNS, rows), shape, limit, output, force=force)
    if findings:
        kinds = [finding.kind for finding in findings]
        screen.say(
            "plan.found",
            n=len(kinds),
            mistakes=kinds.count("mistake"),
            choices=kinds.count("choice"),
            warnings=kinds.count("warning"),
        )
        raise typer.Exit(1)


def _in_use(ctx: typer.Context) -> tuple[Plan, list[Finding]]:
    from ledger.plan_check import Roster
    from ledger.plan_check import check

    with opened(ctx) as work:
        roster = Roster(work.connection, work.campaign.id)
        campaign = work.campaign
        return campaign.plan, check(campaign.plan, work.setting.today, campaign.sheets, roster)


def _of_workbook(ctx: typer.Context, path: Path) -> tuple[Plan | None, list[Finding]]:
    """Check a plan's workbook, and mark in a copy of it what is found."""
    from ledger import plan_files
    from ledger.plan_check import check_workbook
    from schemas.sheet import all_sheets

    setting = setting_of(ctx)
    found = plan_files.read_workbook(path, setting.today)
    findings = _held(
        ctx,
        found.plan,
        check_workbook(found, setting.today, tuple(all_sheets())),
        lambda sheets, roster: check_workbook(found, setting.today, sheets, roster),
    )
    if findings:
        faults = found.faults or [(found.at(one.places[0]), one.what) for one in findings]
        mark(setting, found, faults)
    return found.plan, findings


def _of_source(ctx: typer.Context, source: str) -> tuple[Plan | None, list[Finding]]:
    """Check a plan that ships, or a plan's file."""
    from ledger.plan_check import check_file
    from schemas.sheet import all_sheets

    setting = setting_of(ctx)
    plan, findings = check_file(source, setting.today, tuple(all_sheets()))

    def again(sheets: Sequence[Sheet], roster: Roster) -> list[Finding]:
        return check_file(source, setting.today, sheets, roster)[1]

    return plan, _held(ctx, plan, findings, again)


def _held(
    ctx: typer.Context,
    plan: Plan | None,
    findings: list[Finding],
    check: Callable[[Sequence[Sheet], Roster], list[Finding]],
) -> list[Finding]:
    """Hold a plan against the units of its campaign, where the ledger has it."""
    from ledger import plans
    from ledger.plan_check import Roster

    if plan is None or not setting_of(ctx).ledger.exists():
        return findings
    with opened(ctx) as work:
        for campaign in plans.listed(work.connection):
            if campaign.code == plan.code:
                return check(work.campaign.sheets, Roster(work.connection, campaign.id))
        work.screen.say("plan.checked_alone", code=plan.code)
    return findings


def _row(finding: Finding, lang: str, shape: str | None) -> dict[str, object]:
    kind = say(f"plan.finding.{finding.kind}", lang) if shape != "json" else finding.kind
    return {
        "kind": kind,
        "place": " ".join(map(_place, finding.places)),
        "line": " ".join(map(str, finding.lines)) or None,
        "what": say(finding.what.key, lang, **finding.what.values),
    }


def _headed(row: dict[str, object], lang: str) -> str:
    """Return what a finding is headed by where it has no row of a table: kind, place, line."""
    line = say("plan.at_line", lang, line=row["line"]) if row["line"] else ""
    return "  ".join(str(part) for part in (row["kind"], row["place"], line) if part)


def _place(place: tuple[int | str, ...]) -> str:
    """Return a place as people count: ``rules[1].due`` is that of the first rule."""
    said = "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in place)
    return said.removeprefix(".") or "plan"
