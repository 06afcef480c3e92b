"""Records something that happened in a unit."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import options
from cli.opening import writing
from schemas.locale import say

#: What was said in a talk is not kept in the journal's command line.
WORDS = frozenset({"topic", "note"})


def run(
    ctx: typer.Context,
    activity: str,
    unit: Annotated[str, options.UNIT],
    form: fields.Form = None,
    action: fields.OfAction = None,
    phase: fields.OfPhase = None,
    on: Annotated[date | None, options.ON] = None,
    ends_on: fields.EndsOn = None,
    place: fields.Place = None,
    days: fields.Days = None,
    hours: fields.Hours = None,
    times: fields.Times = None,
    due_count: fields.DueCount = None,
    present: fields.Present = None,
    absent: fields.Absent = None,
    made_up: fields.MadeUp = None,
    made_up_on: fields.MadeUpOn = None,
    led_by: fields.LedBy = None,
    speaker: fields.Speaker = None,
    supervisor: fields.Supervisor = None,
    with_whom: fields.WithWhom = None,
    pair: fields.PairOf = None,
    topic: fields.Topics = None,
    heard: fields.Heard = None,
    member_group: fields.MemberGroup = None,
    group_all: fields.GroupAll = None,
    reached: fields.GroupReached = None,
    reached_how: fields.ReachedHow = None,
    note: fields.Note = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record an activity, and tell which actions it counts towards."""
    from ledger import activities

    with writing(ctx, by, dry_run=dry_run) as work:
        said = fields.given(
            title=activity, unit=unit, form=form, action=action, phase=phase,
            day=on or work.setting.today, ends_on=ends_on, place=place, day_tenths=days,
            hour_tenths=hours, times=times, due=due_count, present=present, absent=absent,
            made_up=made_up, made_up_on=made_up_on, led_by=led_by, speaker=speaker,
            supervisor=supervisor, with_whom=with_whom, pair=pair, topics=topic,
            opinions=heard, member_group=member_group, group_all=group_all, group_reached=reached,
            reached_how=reached_how, note=note,
        )  # fmt: skip
        row = fields.of_new_activity(work, said)
        number, counted = activities.log_activity(work.entry, work.campaign, row)
        between = say("screen.between", work.screen.lang)
        key = "activities.logged" if counted else "activities.logged_uncounted"
        work.tell(key, number=number, actions=between.join(counted))
