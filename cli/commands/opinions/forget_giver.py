"""Erases who gave an opinion."""

import typer

from cli import options
from cli.opening import opened
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

    try:
        with writing(ctx, by, dry_run=dry_run, final=True) as work:
            number = opinions.forget_giver(work.entry, number)
            work.tell("opinions.forgotten", number=number)
            found = traces.backups(work.ledger.path, number)
            found += traces.answers(work.connection, number)
            for path in found:
                work.note("opinions.may_still_hold", path=path)
            work.note("opinions.may_still_hold_elsewhere")
    finally:
        # Also where nobody is recorded any more: the file may not have been wiped then.
        if not dry_run:
            _wipe(ctx)


def _wipe(ctx: typer.Context) -> None:
    from ledger import traces

    with opened(ctx) as work:
        if not traces.wipe(work.ledger):
            work.screen.warn("opinions.not_yet_wiped")
