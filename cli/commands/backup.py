"""Backs the ledger up."""

from pathlib import Path
from typing import Annotated

import typer

from cli import options
from cli.screen import Screen
from cli.setting import setting_of
from ledger.errors import FileExists


def run(
    ctx: typer.Context,
    output: Annotated[Path | None, typer.Option("--output", "-o")] = None,
    force: options.Force = False,
) -> None:
    """Copy the whole ledger, beside it or to another place."""
    from ledger import store
    from ledger.restore import free_name

    setting = setting_of(ctx)
    with store.open_ledger(setting.ledger):
        target = output or setting.ledger.parent
        if target.is_dir():
            target = free_name(target / setting.ledger.name, setting.now)
        if target.exists() and not force:
            raise FileExists(path=target)
        store.backup(setting.ledger, target)
    Screen(setting).reply("backup.made", path=target)
