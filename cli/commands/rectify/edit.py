"""Changes what an item says."""

from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing


def run(
    ctx: typer.Context,
    number: str,
    problem: Annotated[str | None, typer.Option("--problem")] = None,
    unit: Annotated[str | None, options.UNIT] = None,
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
    satisfaction: Annotated[str | None, typer.Option("--satisfaction")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Change the fields that are given."""
    from ledger import rectification

    said = fields.given(
        problem=problem, unit=unit, lead_unit=lead_unit, lead=lead, owner=owner, due=due,
        raised_on=raised_on, kind=kind, scope=scope, handling=handling, source=source,
        category=category, theme=theme, goal=goal, standard=standard, measures=measures,
        batch=batch, satisfaction=satisfaction,
    )  # fmt: skip
    fields.something(ctx, co_unit, said)
    with writing(ctx, by, dry_run=dry_run) as work:
        item = fields.of_item(work, said, number)
        number = rectification.edit(work.entry, number, item, fields.units(work, co_unit))
        work.tell("rectify.changed", number=number)
