"""Records a rectification item."""

from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing
from cli.setting import setting_of


def run(
    ctx: typer.Context,
    problem: str,
    unit: Annotated[str, options.UNIT],
    co_unit: fields.CoUnits = None,
    lead_unit: fields.LeadUnit = None,
    lead: fields.Lead = None,
    owner: fields.Owner = None,
    due: fields.Due = None,
    raised_on: fields.RaisedOn = None,
    kind: Annotated[str | None, options.KIND] = None,
    scope: Annotated[str | None, options.SCOPE] = None,
    handling: Annotated[str | None, options.HANDLING] = None,
    source: fields.Source = None,
    category: fields.Categories = None,
    theme: fields.Themes = None,
    goal: fields.Goal = None,
    standard: fields.Standard = None,
    measures: fields.Measures = None,
    batch: fields.Batch = None,
    opinion: Annotated[list[str] | None, typer.Option("--opinion")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record an item, raised today unless a day is said."""
    from ledger import rectification

    said = fields.given(
        unit=unit, lead_unit=lead_unit, lead=lead, owner=owner, due=due,
        raised_on=raised_on or setting_of(ctx).today, kind=kind,
        scope=scope, handling=handling, source=source, category=category, theme=theme,
        goal=goal, standard=standard, measures=measures, batch=batch,
    )  # fmt: skip
    with writing(ctx, by, dry_run=dry_run) as work:
        item = fields.of_item(work, said)
        co_units = fields.units(work, co_unit) or []
        number = rectification.add(work.entry, work.campaign.id, problem, item, co_units)
        if opinion:
            rectification.link(work.entry, number, opinion)
        work.tell("rectify.added", number=number)
