"""Records a unit that takes part."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    name: str,
    code: fields.Code = None,
    short_name: fields.ShortName = None,
    alias: fields.Alias = None,
    parent: fields.Parent = None,
    tier: fields.Tier = None,
    kind: fields.UnitKind = None,
    batch: fields.Batch = None,
    key_body: fields.KeyBody = None,
    members: fields.Members = None,
    branches: fields.Branches = None,
    leaders: fields.Leaders = None,
    head: fields.Head = None,
    liaison: fields.Liaison = None,
    phone: fields.Phone = None,
    supervision_group: fields.Group = None,
    contact_leader: fields.ContactLeader = None,
    started_on: Annotated[date | None, typer.Option("--started-on")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record a unit below another one, else below the ledger's own office."""
    from ledger import units

    said = fields.given(
        name=name, code=code, short_name=short_name, alias=alias, parent=parent, tier=tier,
        kind=kind, batch=batch, key_body=key_body, members=members, branches=branches,
        leaders=leaders, head=head, liaison=liaison, phone=phone,
        supervision_group=supervision_group, contact_leader=contact_leader,
        started_on=started_on,
    )  # fmt: skip
    with writing(ctx, by, dry_run=dry_run) as work:
        unit = fields.of_unit(work, said)
        unit.setdefault("parent_id", fields.office_above(work, name))
        number = units.add(work.entry, work.campaign.id, work.names, unit)
        work.tell("units.added", unit=work.called(number))
