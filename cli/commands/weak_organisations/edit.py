"""Changes what is said of a weak and lax organisation."""

from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    name: fields.Name = None,
    unit: Annotated[str | None, options.UNIT] = None,
    level: fields.Level = None,
    kind: fields.WeakKind = None,
    problem: fields.Problem = None,
    contact_leader: fields.ContactLeader = None,
    first_secretary: fields.FirstSecretary = None,
    measures: fields.Measures = None,
    owner: fields.Owner = None,
    due: fields.Due = None,
    turned: fields.Turned = None,
    done_on: fields.DoneOn = None,
    outcome: fields.OutcomeWords = None,
    note: fields.Note = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Change the fields that are given."""
    from ledger import weak

    said = fields.given(
        name=name, unit=unit, level=level, kind=kind, problem=problem,
        contact_leader=contact_leader, first_secretary=first_secretary, measures=measures,
        owner=owner, due=due, turned=turned, done_on=done_on, outcome=outcome, note=note,
    )  # fmt: skip
    fields.something(ctx, said)
    with writing(ctx, by, dry_run=dry_run) as work:
        number = weak.edit(work.entry, number, fields.of_organisation(work, said))
        work.tell("supervision.weak_changed", number=number)
