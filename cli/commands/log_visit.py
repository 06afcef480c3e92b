"""Records a supervision group's visit to a unit."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing
from schemas.locale import say


def run(
    ctx: typer.Context,
    of_unit: str,
    group: Annotated[str, typer.Option("--group")],
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
    """Record a visit; what it found become items of the unit."""
    from ledger import supervision

    with writing(ctx, by, dry_run=dry_run) as work:
        said = fields.given(
            unit=of_unit, supervision_group=group, day=on or work.setting.today, way=way,
            level=level, members=people, talks=talks, meetings=meetings, opinions=heard,
            reviewed=reviewed, returned=returned, found=found, demands=demands, due=due,
            fed_back_on=fed_back_on, recheck=recheck, outcome=outcome,
            outcome_where=outcome_where, outcome_on=outcome_on, note=note,
        )  # fmt: skip
        visit = fields.of_visit(work, said)
        number, items = supervision.log_visit(work.entry, work.campaign, visit, finding or ())
        between = say("screen.between", work.screen.lang)
        key = "supervision.logged_items" if items else "supervision.logged"
        work.tell(key, number=number, items=between.join(items))
