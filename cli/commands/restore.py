"""Puts a backup in the ledger's place."""

from pathlib import Path

import typer

from cli.screen import Screen
from cli.setting import setting_of


def run(ctx: typer.Context, file: Path) -> None:
    """Check a backup and put it in the ledger's place, which is kept beside it."""
    from ledger.restore import restore

    setting = setting_of(ctx)
    screen = Screen(setting)
    kept = restore(setting.ledger, file, setting.now)
    screen.reply("backup.restored", path=setting.ledger, file=file)
    if kept is not None:
        screen.reply("backup.kept", path=kept)
