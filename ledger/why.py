"""Why an action stands in a unit as it does: the rule, its deadline, what counted and what not."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from typing import Final

from ledger.campaigns import CampaignInUse
from ledger.counting import COLUMNS
from ledger.counting import Counting
from ledger.counting import Happened
from ledger.counting import Verdict
from ledger.counting import amount
from ledger.counting import verdict
from ledger.due import STARTED
from ledger.due import Reading
from ledger.owing import MilestoneFilter
from ledger.owing import Owing
from ledger.standing import Amount
from ledger.standing import Standing
from ledger.standing import UnitStanding
from ledger.units import UnitNames
from schemas.amount import of_tenths
from schemas.plan import Action
from schemas.plan import Rule

#: What an activity is called: what it was, else who talked with whom.
_CALLED: Final = "coalesce(title, coalesce(activity.led_by || '—', '') || with_whom)"


@dataclass(frozen=True)
class Held:
    """An activity of the unit, whether it counts, and how much it does in the action's measure."""

    no: str
    title: str | None
    happened: Happened
    amount: Amount
    verdict: Verdict


@dataclass(frozen=True)
class Kept:
    """What the ledger keeps beside activities: a sheet's word, a waiver, an earlier plan."""

    done_on: str | None
    count: int | None
    file: str | None
    row: int | None
    waived_by: str | None
    waived_why: str | None
    waived_until: str | None
    kept_required: int | None
    kept_late_after: str | None


@dataclass(frozen=True)
class Why:
    """All that makes an action stand in a unit as it does.

    ``standing`` is None where the unit does not owe it, ``is_unclear`` where too little is
    known of the unit to say so; ``others`` are less exact rules, and those that an office
    has not chosen from yet. ``hangs_on`` are the names of what the deadline hangs on, with
    the day on which that was done and on which it is due.
    """

    unit: str
    action: Action
    standing: Standing | None
    is_unclear: bool
    rule: Rule | None
    others: tuple[Rule, ...]
    reading: Reading
    hangs_on: tuple[tuple[str, str | None, str | None], ...]
    held: tuple[Held, ...]
    kept: Kept | None


def why(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    unit: int,
    action: Action,
) -> Why:
    """Return why an action stands in a unit as it does."""
    asked = MilestoneFilter(unit=unit, action=action.code)
    owing = Owing(connection, campaign, today, asked)
    here = next((one for one in owing.units() if one.unit["id"] == unit), None)
    rules = owing.yard.rules[action.code]
    rule = here.rule(action.code) if here else None
    meant = [one for one in rules if unit in owing.chooser.units(one.to)]
    reading = owing.yard.deadlines.of(rule) if rule else Reading()
    return Why(
        UnitNames(connection).names[unit],
        action,
        here.of(action.code) if here else None,
        bool(here and owing.may_owe(here, action)),
        rule,
        tuple(one for one in meant if one is not rule),
        reading,
        tuple(_hangs_on(owing, here, reading)) if here else (),
        tuple(_held(connection, campaign, today, unit, action)),
        _kept(connection, campaign, unit, action),
    )


def _hangs_on(
    owing: Owing, here: UnitStanding, reading: Reading
) -> Iterator[tuple[str, str | None, str | None]]:
    for target in reading.targets:
        if target == STARTED:
            yield STARTED, here.unit["started_on"], None
            continue
        found = here.of(target)
        if found is not None:
            name = owing.yard.actions[target].name
            yield name, _text(found.done_on), _text(found.due.on)


def _held(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    unit: int,
    action: Action,
) -> Iterator[Held]:
    """Yield the unit's activities that count towards an action, or might be thought to.

    What counts for another one, and is not named among those that never do, is left out.
    """
    counting = Counting(campaign.plan)
    columns = ", ".join(f"activity.{name}" for name in COLUMNS)
    rows = connection.execute(
        f"select no, {_CALLED}, members, {columns} from activity join unit on unit.id = unit_id"
        " where campaign_id = ? and unit_id = ? order by day, activity.id",
        (campaign.id, unit),
    )
    for no, title, members, *said in rows:
        happened = Happened(*said)
        found = verdict(action, happened)
        meant = happened.action == action.code or happened.form in action.excluded
        if found.counts or meant or not (happened.action or counting.actions(happened)):
            much = of_tenths(amount(action, happened, members, today))
            yield Held(no, title, happened, much, found)


def _kept(
    connection: sqlite3.Connection, campaign: CampaignInUse, unit: int, action: Action
) -> Kept | None:
    row: Any = connection.execute(
        "select done_on, count, source_file.name, source_row, waived_by, waived_why,"
        " waived_until, kept_required, kept_late_after from milestone"
        " left join source_sheet on source_sheet.id = milestone.source_sheet"
        " left join source_file on source_file.id = source_sheet.file_id"
        " where milestone.campaign_id = ? and milestone.unit_id = ? and milestone.action = ?",
        (campaign.id, unit, action.code),
    ).fetchone()
    return None if row is None else Kept(*row)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
