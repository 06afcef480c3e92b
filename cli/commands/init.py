"""Creates a ledger."""

import secrets
from typing import Annotated

import typer

from cli import options
from cli.opening import author
from cli.plan_answers import answered
from cli.plan_answers import tell_mistakes
from cli.screen import Screen
from cli.setting import setting_of


def run(
    ctx: typer.Context,
    plan: Annotated[str, typer.Option("--plan")] = "standard",
    office: Annotated[str | None, typer.Option("--office")] = None,
    by: options.By = None,
) -> None:
    """Create a ledger with its first campaign, and say what to do next."""
    from ledger import campaigns
    from ledger import plan_files
    from ledger import store
    from schemas.sheet import all_sheets

    setting = setting_of(ctx)
    screen = Screen(setting)
    with answered(ctx):
        chosen = plan_files.load(plan, setting.today)
    ledger, missing = store.create(setting.ledger)
    try:
        with ledger, ledger.writing(author(ctx, by), kind="init") as entry:
            campaigns.start(entry, chosen, office, secrets.token_hex(8))
    except BaseException:
        setting.ledger.unlink(missing_ok=True)
        raise
    screen.reply("init.created", path=setting.ledger, plan=chosen.name)
    tell_mistakes(setting, chosen, tuple(all_sheets()))
    screen.reply("init.next" if office else "init.next_without_office")
    for protection in missing:
        screen.warn(f"init.without_{protection}")
