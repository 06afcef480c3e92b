"""Takes an entry back while later work stays."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import columns
from cli import options
from cli.opening import author
from cli.opening import opened
from cli.screen import Screen
from schemas.locale import say


def run(
    ctx: typer.Context,
    entry: Annotated[int | None, typer.Argument()] = None,
    run: Annotated[int | None, typer.Option("--run")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Undo the newest entry, one by its number, or a whole run."""
