"""Checks that the ledger's file is sound."""

import typer

from cli.screen import Screen
from cli.setting import setting_of
from schemas.locale import say


def run(ctx: typer.Context) -> None:
    """Look for what is wrong with the file, the tables and the journal."""
    from ledger.verify import verify

    setting = setting_of(ctx)
    screen = Screen(setting)
    count = 0
    for fault in verify(setting.ledger):
        count += 1
        screen.answer(say(fault.key, screen.lang, **fault.values))
    if count:
        screen.reply("verify.found", path=setting.ledger, n=count)
        raise typer.Exit(1)
    screen.reply("verify.sound", path=setting.ledger)
