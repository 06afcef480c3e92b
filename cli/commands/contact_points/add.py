"""Records a contact point of a leader."""

from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    leader: str,
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
    """Record which body and which point a leader keeps contact with."""
    from ledger import contacts

    said = fields.given(
        unit=unit, body=body, point=point, post=post, level=level,
        set_up_on=set_up_on, attended_on=attended_on, note=note,
    )  # fmt: skip
    with writing(ctx, by, dry_run=dry_run) as work:
        contact = fields.of_new_contact(work, said)
        number = contacts.add(work.entry, work.campaign.id, leader, contact)
        work.tell("supervision.contact_added", number=number)
