"""Changes what a visit says."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing
from schemas.locale import say


def run(
    ctx: typer.Context,
    number: str,
    unit: Annotated[str | None, options.UNIT] = None,
    group: Annotated[str | None, typer.Option("--group")] = None,
    on: Annotated[date | None, options.ON] = None,
    way: fields.Ways = None,
    level: fields.Level = None,
    people: fields.People = None,
    talks: fields.Talks = None,
    meetings: fields.Meetings = None,
    heard: fields.Heard = None,
    reviewed: fields.Reviewed = None,
    returned: fields.Returned = None,
    finding: fields.Findings = None,
    found: fields.Found = None,
    demands: fields.Demands = None,
    due: fields.Due = None,
    fed_back_on: fields.FedBackOn = None,
    recheck: fields.Recheck = None,
    outcome: fields.Outcome = None,
    outcome_where: fields.OutcomeWhere = None,
    outcome_on: fields.OutcomeOn = None,
    note: fields.Note = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Change the fields that are given, and add findings."""
    from ledger import supervision

    said = fields.given(
        unit=unit, supervision_group=group, day=on, way=way, level=level, members=people,
        talks=talks, meetings=meetings, opinions=heard, reviewed=reviewed, returned=returned,
        found=found, demands=demands, due=due, fed_back_on=fed_back_on, recheck=recheck,
        outcome=outcome, outcome_where=outcome_where, outcome_on=outcome_on, note=note,
    )  # fmt: skip
    fields.something(ctx, said, finding)
    with writing(ctx, by, dry_run=dry_run) as work:
        visit = fields.of_visit(work, said)
        number, items = supervision.edit_visit(
            work.entry, work.campaign, number, visit, finding or ()
        )
        between = say("screen.between", work.screen.lang)
        key = "supervision.changed_items" if items else "supervision.changed"
        work.tell(key, number=number, items=between.join(items))
