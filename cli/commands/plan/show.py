"""Shows all that a plan declares."""

from typing import Annotated

import typer

from cli import options
from cli.opening import opened
from cli.screen import Screen
from cli.setting import setting_of


def run(
    ctx: typer.Context,
    plan: Annotated[str | None, typer.Argument()] = None,
    shape: options.Format = None,
) -> None:
    """Show the plan in use, one that ships, or one in a file."""
    from ledger import campaigns
    from ledger import plans

    if plan is None:
        with opened(ctx) as work:
            found = work.campaign.plan
    else:
        found = campaigns.load_plan(plan)
    screen = Screen(setting_of(ctx))
    if shape == "json":
        screen.json(found.model_dump(mode="json"))
    else:
        screen.answer(plans.as_toml(found).rstrip())
