"""Erases who gave an opinion."""

from __future__ import annotations

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Wipe a giver from the ledger, and say where the name may still be."""
    from ledger import opinions
    from ledger import traces

    with writing(ctx, by, dry_run=dry_run, final=True) as work:
        number = opinions.forget_giver(work.entry, number)
        work.tell("opinions.forgotten", number=number)
    if not dry_run:
        traces.wipe(work.ledger)
    found = traces.files(work.ledger, number)
    work.screen.say("opinions.may_still_hold" if found else "opinions.no_traces")
    for path in found:
        work.screen.talk(f"  {path}")
    work.screen.say("opinions.may_still_hold_elsewhere")
