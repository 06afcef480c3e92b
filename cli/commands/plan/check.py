"""Looks for what is wrong with a plan, and what the office has to choose in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import options
from cli.opening import opened
from cli.screen import Column
from cli.screen import Listing
from cli.screen import Screen
from cli.setting import setting_of
from schemas.locale import say

if TYPE_CHECKING:
    from ledger.plan_check import Finding
    from schemas.plan import Plan

_COLUMNS = (
    Column("kind", "plan.finding"),
    Column("place", "plan.place"),
    Column("line", "plan.line", is_whole=True),
    Column("what", "plan.what", is_long=True),
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
    checked, findings = _in_use(ctx) if plan is None else _of_source(ctx, plan)
    screen = Screen(setting_of(ctx))
    rows = [_row(finding, screen.lang, shape) for finding in findings]
    if not rows and shape is None and output is None and checked is not None:
        screen.reply("plan.checked", name=checked.name)
        return
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


def _of_source(ctx: typer.Context, source: str) -> tuple[Plan | None, list[Finding]]:
    """Check a plan's file; held against the units of its campaign where the ledger has it."""
    from ledger import plans
    from ledger.plan_check import Roster
    from ledger.plan_check import check_file
    from schemas.sheet import all_sheets

    setting = setting_of(ctx)
    plan, findings = check_file(source, setting.today, tuple(all_sheets()))
    if plan is None or not setting.ledger.exists():
        return plan, findings
    with opened(ctx) as work:
        for campaign in plans.listed(work.connection):
            if campaign.code == plan.code:
                roster = Roster(work.connection, campaign.id)
                return check_file(source, setting.today, work.campaign.sheets, roster)
        work.screen.say("plan.checked_alone", code=plan.code)
    return plan, findings


def _row(finding: Finding, lang: str, shape: str | None) -> dict[str, object]:
    kind = say(f"plan.finding.{finding.kind}", lang) if shape != "json" else finding.kind
    return {
        "kind": kind,
        "place": " ".join(map(_place, finding.places)),
        "line": " ".join(map(str, finding.lines)) or None,
        "what": say(finding.what.key, lang, **finding.what.values),
    }


def _place(place: tuple[int | str, ...]) -> str:
    """Return a place as people count: ``rules[1].due`` is that of the first rule."""
    said = "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in place)
    return said.removeprefix(".") or "plan"
