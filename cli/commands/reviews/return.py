"""Records that a step of the review returns a material."""

from datetime import date
from typing import Annotated

import typer

from cli import options
from cli import review_step
from cli.opening import writing


def run(
    ctx: typer.Context,
    unit: str,
    material: str,
    reasons: review_step.Reasons = None,
    person: review_step.Person = None,
    step: review_step.Step = None,
    checked_by: review_step.CheckedBy = None,
    on: Annotated[date | None, options.ON] = None,
    note: Annotated[str | None, typer.Option("--note")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record a return, and which of the plan's verdicts the material fails in."""
    from ledger import reviews

    with writing(ctx, by, dry_run=dry_run) as work:
        which = review_step.which(work, unit, material, person)
        said = review_step.said(
            work, step=step, reasons=reasons, checked_by=checked_by, on=on, note=note
        )
        number, found = reviews.send_back(work.entry, work.campaign, which, said)
        work.tell(
            "reviews.returned",
            number=number,
            material=review_step.called(which),
            step=found.steps[-1]["step"],
            n=found.returned,
            next=found.next,
        )
