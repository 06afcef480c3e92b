"""Compares two plans, and says what would move in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Annotated
from typing import Any

import typer

from cli import options
from cli import plan_words
from cli.opening import opened
from cli.plan_answers import answered
from cli.plan_moves import moves_listing
from cli.plan_moves import moves_table
from cli.screen import Column
from cli.screen import Listing
from schemas.locale import say

if TYPE_CHECKING:
    from cli.opening import Opened
    from ledger.plan_diff import Change
    from schemas.plan import Plan

_COLUMNS = (
    Column("part", "plan.diff_part"),
    Column("of", "plan.diff_of", is_long=True),
    Column("field", "plan.diff_field"),
    Column("before", "plan.diff_before", is_long=True),
    Column("after", "plan.diff_after", is_long=True),
)


def run(
    ctx: typer.Context,
    plan: Annotated[str | None, typer.Argument()] = None,
    other: Annotated[str | None, typer.Argument()] = None,
    by_unit: Annotated[bool, typer.Option("--by-unit")] = False,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Say what two plans say differently, and which milestones move."""
    from ledger import plan_diff

    with answered(ctx), opened(ctx) as work:
        pair = _pair(work, plan, other)
        if pair is None:
            work.screen.reply("plan.no_earlier")
            return
        old, new = pair
        today = work.setting.today
        only = plan_diff.in_question(old, new, today)
        here = (work.connection, work.campaign, today)
        snapshots = [plan_diff.snapshot(*here, one, only) for one in pair]
        moved = plan_diff.moves(*snapshots)
        if by_unit:
            work.screen.show(moves_listing(moved), shape, limit, output, force=force)
            return
        rows = [_row(old, new, one, work.screen.lang) for one in plan_diff.changes(old, new)]
        if not rows and shape is None:
            work.screen.reply("plan.same")
            return
        work.screen.show(Listing(_COLUMNS, rows), shape, limit, output, force=force)
        if shape in (None, "table") and output is None:
            moves_table(work.screen, moved)


def _pair(work: Opened, plan: str | None, other: str | None) -> tuple[Plan, Plan] | None:
    """Return the plan before and the plan after."""
    from ledger import plans

    today = work.setting.today
    if plan is None:
        old = plans.earlier(work.connection, work.campaign)
        return None if old is None else (old, work.campaign.plan)
    if other is None:
        return work.campaign.plan, plans.meant(work.connection, plan, today)
    return plans.meant(work.connection, plan, today), plans.meant(work.connection, other, today)


def _row(old: Plan, new: Plan, change: Change, lang: str) -> dict[str, Any]:
    plan = new if change.before is None else old
    both = ((old, change.before), (new, change.after))
    if change.field is None:
        field = say("plan.diff_whole", lang)
        sides = [_whole(side, one, lang) for side, one in both]
    else:
        field = plan_words.field_word(change.field, lang)
        sides = [plan_words.value_words(side, change.field, one, lang) for side, one in both]
    return {
        "part": plan_words.part_word(change.part, lang),
        "of": plan_words.called(plan, change.part, change.of, lang),
        "field": field,
        "before": sides[0],
        "after": sides[1],
    }


def _whole(plan: Plan, one: Any, lang: str) -> str:
    """Return all that one of a list says beyond its name, in a line."""
    if one is None:
        return ""
    told = (
        (name, plan_words.value_words(plan, name, getattr(one, name), lang))
        for name in type(one).model_fields
        if name not in ("code", "name", "action", "to") and name in one.model_fields_set
    )
    said = [f"{plan_words.field_word(name, lang)} {words}" for name, words in told if words]
    return say("plan.between", lang).join(said) or say("screen.yes", lang)
