"""Records that a step of the review lets a material pass."""

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
    person: review_step.Person = None,
    step: review_step.Step = None,
    reasons: review_step.Reasons = None,
    checked_by: review_step.CheckedBy = None,
    on: Annotated[date | None, options.ON] = None,
    answers: review_step.Answers = None,
    drafts_to: review_step.DraftTo = None,
    note: Annotated[str | None, typer.Option("--note")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record a pass, with its reason for each of the plan's verdicts."""
    from ledger import reviews

    with writing(ctx, by, dry_run=dry_run) as work:
        which = review_step.which(work, unit, material, person)
        said = review_step.said(
            work,
            step=step,
            reasons=reasons,
            checked_by=checked_by,
            on=on,
            opinions=answers,
            drafts_to=drafts_to,
            note=note,
        )
        number, found = reviews.let_pass(work.entry, work.campaign, which, said)
        work.tell(
            "reviews.passed" if found.next else "reviews.passed_all",
            number=number,
            material=review_step.called(which),
            step=found.steps[-1]["step"],
            next=found.next,
        )
