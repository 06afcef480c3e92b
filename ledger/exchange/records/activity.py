"""Activities: a row is one, whatever it counts for; talks leave only as counts."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from typing import Final

from ledger import activities
from ledger.exchange import listing
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.note import Note
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.plain import plain
from ledger.exchange.shape import a_part
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import direct
from ledger.exchange.shape import lists
from ledger.exchange.shape import persons
from ledger.exchange.shape import tenths
from ledger.exchange.shape import words
from schemas.plan import Plan

#: One of these says what an activity was.
_SAYING: Final = ("title", "form", "action", "with_whom")
#: Sums of what goes up of talks.
_SUMS: Final = ("times", "opinions")


# In -------------------------------------------------------------------------------------


def _prepare(found: Comparison, ground: Ground) -> None:
    """Tell first and last day apart, find the form where none is said, ask about what cannot be."""
    _spans(found)
    if "form" not in found.sheet.fixed:
        _forms(found, ground.campaign.plan)
    _ask(found)


def _spans(found: Comparison) -> None:
    days = found.read.values.get("day") or []
    ends = list(found.column("ends_on"))
    for row, said in enumerate(days):
        if isinstance(said, tuple):
            days[row], last = said
            ends[row] = ends[row] or last
    if any(ends):
        found.read.values["ends_on"] = ends


def _forms(found: Comparison, plan: Plan) -> None:
    """A new row has the form or action that it is called by, or the form of the sheet's title."""
    columns = {name: list(found.column(name)) for name in ("form", "action")}
    titles, numbers = found.column("title"), found.column("no")
    of_title = _form_of_title(found, plan)
    given = 0
    for row, title in enumerate(titles):
        if numbers[row] or any(column[row] for column in columns.values()):
            continue
        said = activities.called(plan, title)
        if "form" not in said and of_title is not None:
            said, given = {"form": of_title}, given + 1
        for name, value in said.items():
            columns[name][row] = value
    found.read.values |= {name: column for name, column in columns.items() if any(column)}
    if given:
        note = Note("notes_sheets.form_of_title", {"form": of_title, "count": given})
        found.read.notes.append(note)


def _form_of_title(found: Comparison, plan: Plan) -> str | None:
    """Return the form of the plan that the titles name, where it is only one.

    A form within the name of another one is not meant.
    """
    said = plain("".join(found.table.titles))
    known = plan.vocabulary.form
    spellings = {word: word for word in known.words}
    spellings |= {other: word for word, others in known.aliases.items() for other in others}
    named = [spelling for spelling in spellings if spelling in said]
    longest = [one for one in named if not any(one != other and one in other for other in named)]
    meant = {spellings[one] for one in longest}
    return meant.pop() if len(meant) == 1 else None


def _ask(found: Comparison) -> None:
    """Ask about numbers and days of a row that cannot be true together."""
    columns = {name: found.column(name) for name in (*_PAIRED, "day", "ends_on")}
    for row in range(len(found.read.rows)):
        said = {name: column[row] for name, column in columns.items()}
        if said["day"] and said["ends_on"] and said["ends_on"] < said["day"]:
            found.remark(row, "ends_on", "queries.ends_before", day=said["day"])
        for name, (most, key) in _PAIRED_BY.items():
            if said[name] is not None and said[most] is not None and said[name] > said[most]:
                found.remark(row, name, key, most=said[most])


def _check_new(found: Comparison) -> None:
    """A new activity says what it was, and a new talk whom it was with."""
    of_talks = "form" in found.sheet.fixed
    names = ("with_whom",) if of_talks else _SAYING
    key = "queries.talk_with_nobody" if of_talks else "queries.activity_unsaid"
    for row in found.new_rows():
        if not any(found.column(name)[row] for name in names):
            found.remark(row, names[0], key)


#: What cannot be more than something else, and the query that says so.
_PAIRED_BY: Final = {
    "present": ("due", "queries.more_present"),
    "made_up": ("due", "queries.more_made_up"),
    "group_reached": ("group_all", "queries.more_reached"),
}
_PAIRED: Final = ("due", "present", "made_up", "group_all", "group_reached")


# Out ------------------------------------------------------------------------------------


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    """Yield what may leave: of talks only counts go up, and nothing anywhere else."""
    wanted = replace(asked.parcel.activities, unit=asked.parcel.unit)
    rows: Iterable[listing.Row] = activities.activities(
        asked.connection, asked.campaign, wanted, as_said=True
    )
    if asked.parcel.direction != "inside":
        plan = asked.campaign.plan
        of_talks = "form" in asked.sheet.fixed
        rows = (row for row in rows if activities.is_talk(plan, row) == of_talks)
        rows = _counts(rows) if of_talks else rows
    return listing.leaving(asked, rows)


def _counts(rows: Iterable[listing.Row]) -> Iterator[listing.Row]:
    """Yield for each unit and pair how many talks there were, and how many opinions."""
    found: dict[tuple[int, str | None], dict[str, Any]] = {}
    sums: dict[tuple[int, str | None], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        key = (row["unit_id"], row["pair"])
        found.setdefault(key, {name: row[name] for name in ("unit_id", "unit", "form", "pair")})
        for name in _SUMS:
            sums[key][name] += row[name] or 0
    for key, row in found.items():
        yield {**row, **sums[key]}


def _has_own(asked: listing.Asked, unit: Mapping[str, Any]) -> bool:
    return any(row["unit_id"] == unit["id"] for row in _listed(asked.about(unit["id"])))


NOUN: Final = Noun(
    activities.KIND,
    (
        a_unit("unit", always=True),
        *direct("day", "times", always=True),
        *direct("ends_on", "title", "place", "due", "present", "absent", "made_up", "made_up_on"),
        *words("form", "pair", "reached_how"),
        replace(words("group")[0], columns=("member_group",)),
        *direct("supervisor", "opinions", "group_all", "group_reached", "note"),
        a_part("action", "actions"),
        a_part("phase", "phases"),
        tenths("days", "day_tenths"),
        tenths("hours", "hour_tenths"),
        *persons("led_by", "with_whom"),
        *direct("speaker"),
        *lists("topics"),
    ),
    view="activities",
    key=Key(("led_by", "with_whom", "title", "form", "day"), of=activities.key_of, counted=True),
    defaults={"times": 1},
    hidden=activities.IS_TALK,
    stock=True,
    prepare=_prepare,
    check_new=_check_new,
    listed=_listed,
    has_own=_has_own,
)
