"""Changes what a contact point says."""

from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    leader: Annotated[str | None, typer.Option("--leader")] = None,
    body: fields.Body = None,
    point: fields.PointName = None,
    post: fields.Post = None,
    level: fields.Level = None,
    unit: Annotated[str | None, options.UNIT] = None,
    set_up_on: fields.SetUpOn = None,
    attended_on: fields.AttendedOn = None,
    note: fields.Note = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Change the fields that are given."""
    from ledger import contacts

    said = fields.given(
        leader=leader, unit=unit, body=body, point=point, post=post, level=level,
        set_up_on=set_up_on, attended_on=attended_on, note=note,
    )  # fmt: skip
    fields.something(ctx, said)
    with writing(ctx, by, dry_run=dry_run) as work:
        number = contacts.edit(work.entry, number, fields.of_contact(work, said))
        work.tell("supervision.contact_changed", number=number)
