"""Chooses the campaign in use, or takes a plan into the ledger."""

import typer

from cli import options
from cli.opening import writing
from cli.plan_answers import answered
from cli.plan_answers import tell_mistakes
from cli.plan_moves import moves_table


def run(
    ctx: typer.Context,
    plan: str,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Choose a campaign of the ledger, a plan that ships, or one in a file."""
    from ledger import plans
    from ledger.plan_check import Roster

    with answered(ctx, dry_run=dry_run), writing(ctx, by, dry_run=dry_run) as work:
        chosen, moved = plans.use(work.entry, plan)
        work.tell("plan.chosen", name=chosen.name, code=chosen.code)
        roster = Roster(work.connection, chosen.id)
        tell_mistakes(work.setting, chosen.plan, chosen.sheets, roster)
    if moved:
        moves_table(work.screen, moved)
        work.screen.say("plan.by_unit")
