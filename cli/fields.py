"""What was typed for a record's fields, as the ledger keeps it.

A field that was not given is left out, so that an edit leaves it alone; a blank one
becomes nothing. Units come as their ids, words as the plan's, a deadline as its columns.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from typing import Annotated
from typing import Any
from typing import Final

import typer

from cli import options
from ledger.errors import DayInFuture
from ledger.errors import EmptyText
from ledger.errors import FaultyValue
from ledger.errors import NothingToChange
from schemas import vocabulary
from schemas.fault import Fault

if TYPE_CHECKING:
    from cli.opening import Opened
    from cli.opening import Writing

Fields = dict[str, Any]

#: Fields that take the plan's words, by the kind of record.
_UNIT_WORDS: Final = ("tier", "kind", "batch", "supervision_group")
_OPINION_WORDS: Final = ("channel", "theme", "target", "from_group")
_ITEM_WORDS: Final = ("batch", "source", "category", "theme")
_VISIT_WORDS: Final = ("supervision_group", "way")
#: The plan's list for each column of an activity that takes a word of one.
_ACTIVITY_WORDS: Final = {
    "form": "form",
    "pair": "pair",
    "member_group": "member_group",
    "reached_how": "reached_by",
}

#: Texts that a record cannot be without.
_NEEDED: Final = ("name", "content", "problem", "leader")

# Options that two commands of a noun share: to add a record, and to change it.

Text = str | None
Code = Annotated[Text, typer.Option("--code")]
Name = Annotated[Text, typer.Option("--name")]
ShortName = Annotated[Text, typer.Option("--short-name")]
Alias = Annotated[list[str] | None, typer.Option("--alias")]
Parent = Annotated[Text, typer.Option("--parent")]
Tier = Annotated[Text, typer.Option("--tier")]
UnitKind = Annotated[Text, typer.Option("--kind")]
Batch = Annotated[Text, typer.Option("--batch")]
KeyBody = Annotated[bool | None, typer.Option("--key-body/--no-key-body")]
Members = Annotated[int | None, typer.Option("--members")]
Branches = Annotated[int | None, typer.Option("--branches")]
Leaders = Annotated[int | None, typer.Option("--leaders")]
Head = Annotated[Text, typer.Option("--head")]
Liaison = Annotated[Text, typer.Option("--liaison")]
Phone = Annotated[Text, typer.Option("--phone")]
Group = Annotated[Text, typer.Option("--supervision-group", "--group")]
ContactLeader = Annotated[Text, typer.Option("--contact-leader")]

Channel = Annotated[Text, typer.Option("--channel")]
Themes = Annotated[list[str] | None, typer.Option("--theme")]
Target = Annotated[Text, typer.Option("--target")]
FromGroup = Annotated[Text, typer.Option("--from-group")]
CollectedBy = Annotated[Text, typer.Option("--collected-by")]
Wording = Annotated[Text, typer.Option("--wording")]
Voices = Annotated[int | None, options.option("--voices", read=options.positive)]
GiverFrom = Annotated[Text, typer.Option("--giver-from")]

CoUnits = Annotated[list[str] | None, typer.Option("--co-unit")]
LeadUnit = Annotated[Text, typer.Option("--lead-unit")]
Lead = Annotated[Text, typer.Option("--lead")]
Owner = Annotated[Text, typer.Option("--owner")]
Due = Annotated[Text, typer.Option("--due")]
RaisedOn = Annotated[date | None, typer.Option("--raised-on")]
Source = Annotated[Text, typer.Option("--source")]
Categories = Annotated[list[str] | None, typer.Option("--category")]
Goal = Annotated[Text, typer.Option("--goal")]
Standard = Annotated[Text, typer.Option("--standard")]
Measures = Annotated[Text, typer.Option("--measures")]
Percent = Annotated[int | None, options.option("--percent", read=options.percent)]

Form = Annotated[Text, typer.Option("--form")]
OfAction = Annotated[Text, typer.Option("--action")]
OfPhase = Annotated[Text, typer.Option("--phase")]
EndsOn = Annotated[date | None, options.option("--ends-on", read=options.day_ahead)]
Place = Annotated[Text, typer.Option("--place")]
Days = Annotated[int | None, options.option("--days", read=options.days)]
Hours = Annotated[int | None, options.option("--hours", read=options.hours)]
Times = Annotated[int | None, options.option("--times", read=options.positive)]
DueCount = Annotated[int | None, typer.Option("--due")]
Present = Annotated[int | None, typer.Option("--present")]
Absent = Annotated[Text, typer.Option("--absent")]
MadeUp = Annotated[int | None, typer.Option("--made-up")]
MadeUpOn = Annotated[date | None, typer.Option("--made-up-on")]
LedBy = Annotated[Text, typer.Option("--led-by")]
Speaker = Annotated[Text, typer.Option("--speaker")]
Supervisor = Annotated[Text, typer.Option("--supervisor")]
WithWhom = Annotated[Text, typer.Option("--with")]
PairOf = Annotated[Text, typer.Option("--pair")]
Topics = Annotated[list[str] | None, typer.Option("--topic")]
MemberGroup = Annotated[Text, typer.Option("--group")]
GroupAll = Annotated[int | None, typer.Option("--group-all")]
GroupReached = Annotated[int | None, typer.Option("--reached")]
ReachedHow = Annotated[Text, typer.Option("--reached-how")]

Ways = Annotated[list[str] | None, typer.Option("--way")]
Level = Annotated[Text, typer.Option("--level")]
People = Annotated[Text, typer.Option("--members")]
Talks = Annotated[int | None, typer.Option("--talks")]
Meetings = Annotated[int | None, typer.Option("--meetings")]
Heard = Annotated[int | None, typer.Option("--opinions")]
Reviewed = Annotated[int | None, typer.Option("--reviewed")]
Returned = Annotated[int | None, typer.Option("--returned")]
Findings = Annotated[list[str] | None, typer.Option("--finding")]
Found = Annotated[Text, typer.Option("--found")]
Demands = Annotated[Text, typer.Option("--demands")]
FedBackOn = Annotated[date | None, typer.Option("--fed-back-on")]
Recheck = Annotated[Text, typer.Option("--recheck")]
Outcome = Annotated[Text, options.coded("--outcome", vocabulary.OUTCOME)]
OutcomeWhere = Annotated[Text, typer.Option("--outcome-where")]
OutcomeOn = Annotated[date | None, typer.Option("--outcome-on")]
Note = Annotated[Text, typer.Option("--note")]

Post = Annotated[Text, typer.Option("--post")]
Body = Annotated[Text, typer.Option("--body")]
PointName = Annotated[Text, typer.Option("--point")]
SetUpOn = Annotated[date | None, typer.Option("--set-up-on")]
AttendedOn = Annotated[date | None, typer.Option("--attended-on")]

WeakKind = Annotated[Text, typer.Option("--kind")]
Problem = Annotated[Text, typer.Option("--problem")]
FirstSecretary = Annotated[Text, typer.Option("--first-secretary")]
Turned = Annotated[Text, options.coded("--turned", vocabulary.TURNED)]
DoneOn = Annotated[date | None, typer.Option("--done-on")]
OutcomeWords = Annotated[Text, typer.Option("--outcome")]


Indicator = Annotated[Text, typer.Option("--indicator")]
FigureWords = Annotated[Text, typer.Option("--value")]
Covers = Annotated[Text, options.coded("--covers", vocabulary.COVERS)]
Period = Annotated[Text, options.PERIOD]
Cumulative = Annotated[bool | None, typer.Option("--cumulative/--this-period")]
Measure = Annotated[Text, typer.Option("--measure")]
Because = Annotated[Text, typer.Option("--because")]


def given(**said: object) -> Fields:
    """Return the fields that were given; a blank text becomes nothing.

    Raises EmptyText for a text that a record cannot be without.
    """
    fields = {
        name: None if isinstance(value, str) and not value.strip() else value
        for name, value in said.items()
        if value is not None and value != ()
    }
    for name in _NEEDED:
        if name in fields and fields[name] is None:
            raise EmptyText(field=name)
    return fields


def something(ctx: typer.Context, *said: object) -> None:
    """Raise NothingToChange where nothing was said that could change anything."""
    if not any(part is not None and part not in ({}, ()) for part in said):
        raise NothingToChange(command=ctx.info_name)


def of_unit(work: Opened, said: Fields) -> Fields:
    """Return a unit's fields; ``parent`` comes as its id."""
    fields = _settled(work, said, _UNIT_WORDS)
    _as_id(work, fields, "parent")
    if "alias" in fields:
        fields["aliases"] = fields.pop("alias")
    return fields


def office_above(work: Opened, name: str) -> int | None:
    """Return the ledger's own office, below which a unit of this name is, if it is."""
    from ledger.campaigns import office
    from ledger.units import normal

    own = office(work.connection)
    is_itself = own is not None and normal(work.names.names[own]) == normal(name)
    return None if is_itself else own


def of_opinion(work: Opened, said: Fields) -> Fields:
    """Return an opinion's fields; ``unit`` comes as its id."""
    _has_happened(work, said.get("raised_on"))
    fields = _settled(work, said, _OPINION_WORDS)
    _as_id(work, fields, "unit")
    return fields


def of_item(work: Writing, said: Fields, number: str | None = None) -> Fields:
    """Return an item's fields; ``due`` comes as the columns of a deadline.

    ``number`` is the item that is to be changed: 立行立改 is counted from its day.
    """
    _has_happened(work, said.get("raised_on"))
    fields = _settled(work, said, _ITEM_WORDS)
    _as_id(work, fields, "unit")
    _as_id(work, fields, "lead_unit")
    if "due" in fields:
        words = fields.pop("due")
        day = fields.get("raised_on") or _raised_on(work, number)
        fields |= _due(work, words, day)
    return fields


def _due(work: Writing, words: str | None, day: date | None) -> Fields:
    """Return the columns of a deadline; one that says no day is named."""
    from ledger.rectification import due_columns

    deadline = work.deadline(words, day) if words else None
    if deadline is not None and deadline.klass == "unclear":
        work.note("rectify.unclear_due", due=words)
    return due_columns(deadline)


def of_visit(work: Writing, said: Fields) -> Fields:
    """Return a visit's fields: a unit's id, the plan's words, the columns of a deadline."""
    fields = _settled(work, said, _VISIT_WORDS)
    for field, name in (("supervision_group", "sup_group"), ("way", "ways")):
        if field in fields:
            fields[name] = fields.pop(field)
    return _placed(work, fields, fields.get("day"))


def of_activity(work: Writing, said: Fields) -> Fields:
    """Return an activity's columns: a unit's id, codes of action and phase, the plan's words."""
    fields = dict(said)
    for name, words in _ACTIVITY_WORDS.items():
        if fields.get(name):
            fields[name] = work.word(words, fields[name])
    if "topics" in fields:
        fields["topics"] = work.words("topics", fields["topics"]) or None
    for name, find in (("action", work.action_code), ("phase", work.phase_code)):
        if fields.get(name):
            fields[name] = find(fields[name])
    _as_id(work, fields, "unit")
    return fields


def of_new_activity(work: Writing, said: Fields) -> Fields:
    """Return the same of a new one, which may be called as a form or action of the plan is."""
    from ledger.activities import called

    if {"form", "action"} & said.keys():
        return of_activity(work, said)
    return of_activity(work, {**said, **called(work.campaign.plan, said.get("title"))})


def of_contact(work: Writing, said: Fields) -> Fields:
    """Return a contact point's fields; ``unit`` and ``body`` come as their ids."""
    return _placed(work, dict(said))


def of_new_contact(work: Writing, said: Fields) -> Fields:
    """Return the same of a new one: a leader of whom nothing else is said is the office's own."""
    from ledger.campaigns import office

    fields = of_contact(work, said)
    fields.setdefault("unit_id", office(work.connection))
    if fields["unit_id"] is None:
        raise FaultyValue(Fault("ledger.unit_empty"))
    return fields


def of_organisation(work: Writing, said: Fields) -> Fields:
    """Return a weak organisation's fields; ``due`` comes as the columns of a deadline."""
    return _placed(work, dict(said))


def of_figure(work: Opened, said: Fields) -> Fields:
    """Return a reported number's fields: a unit's id, the plan's word for a batch."""
    _has_happened(work, said.get("as_of"))
    fields = _settled(work, said, ("batch",))
    _as_id(work, fields, "unit")
    return fields


def indicator_if(work: Opened, said: str | None) -> str | None:
    """Return what the ledger calls an indicator, or None where none was named."""
    from ledger.figures import indicator_named

    return None if said is None else indicator_named(work.campaign.plan, said) or said


def name_free_indicator(work: Writing, said: str) -> None:
    """Say that an indicator is none of the plan's, with the nearest that is."""
    from ledger.figures import indicator_of
    from ledger.figures import nearest_indicator

    plan = work.campaign.plan
    if plan.indicators and indicator_of(plan, said) is None:
        near = nearest_indicator(plan, said)
        work.note("figures.free" if near is None else "figures.free_near", word=said, near=near)


def _placed(work: Writing, fields: Fields, day: date | None = None) -> Fields:
    """Put ids in the place of units' names, and columns in the place of a deadline."""
    _as_id(work, fields, "unit")
    _as_id(work, fields, "body")
    if "due" in fields:
        fields |= _due(work, fields.pop("due"), day or work.setting.today)
    return fields


def units(work: Opened, names: list[str] | None) -> list[int] | None:
    """Return the units that were named, None for nothing said; a blank name is no unit."""
    if not names:
        return None
    return [work.unit(name) for name in names if name.strip()]


def _has_happened(work: Opened, day: date | None) -> None:
    today = work.setting.today
    if day is not None and day > today:
        raise DayInFuture(day=day, today=today)


def _raised_on(work: Opened, number: str | None) -> date | None:
    if number is None:
        return None
    from ledger.looking import item

    day = item(work.connection, number, work.setting.today)["raised_on"]
    return day and date.fromisoformat(day)


def _settled(work: Opened, said: Fields, words: tuple[str, ...]) -> Fields:
    """Return what was said with the plan's words in the place of other spellings."""
    fields = dict(said)
    for name in words:
        value = fields.get(name)
        if isinstance(value, str):
            fields[name] = work.word(name, value)
        elif isinstance(value, list | tuple):
            fields[name] = work.words(name, value)
    return fields


def _as_id(work: Opened, fields: Fields, name: str) -> None:
    """Put a unit's id in the place of its name; only 责任单位 cannot be blank."""
    if name in fields:
        said = fields.pop(name)
        fields[f"{name}_id"] = None if said is None and name != "unit" else work.unit(said or "")
