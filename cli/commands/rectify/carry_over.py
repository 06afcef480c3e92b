"""Carries items of an earlier campaign over into the one in use."""

from typing import Annotated

import typer

from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    earlier: Annotated[str, typer.Option("--from")],
    number: Annotated[list[str] | None, typer.Argument()] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Go on with items of an earlier campaign: they keep their numbers, and count once."""
    from ledger import campaigns
    from ledger import carrying

    with writing(ctx, by, dry_run=dry_run) as work:
        source = campaigns.in_use(work.connection, earlier)
        done = carrying.carry_over(work.entry, source, work.campaign, number or ())
        work.tell("rectify.carried", n=len(done.numbers), source=source.name)
        for old, known in done.known.items():
            work.note("rectify.carried_known", number=old, known=known)
