"""The checklist: the page that a supervision group takes along to a unit.

What is called done and waits for a check comes first, then what was returned, what is owed
and late or soon due, what visits found and is still open, and room for what this one finds.
Neither what was referred nor what is about one person is on it: it lies open in the unit.
"""

import sqlite3
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from typing import Any
from typing import Final

from ledger import reading
from ledger import supervision
from ledger.errors import NothingToVisit
from ledger.exchange.listing import Asked
from ledger.exchange.paper import ExportMark
from ledger.exchange.paper import Line
from ledger.exchange.paper import Page
from ledger.exchange.paper import PageColumn
from ledger.owing import MilestoneFilter
from ledger.phases import milestones
from ledger.rectification import FINISHED
from ledger.units import UnitNames
from schemas.locale import say
from schemas.plan import Plan
from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.sheet_words import TICK_BOX
from schemas.vocabulary import MILESTONE

Row = dict[str, Any]

#: What stands above the table to be filled in, line by line: the fields of a visit.
FILLED: Final = (
    ("day", "ways", "members"),
    ("talks", "meetings", "opinions", "reviewed", "returned"),
)
#: So many rows at least are left for what is found.
_FEWEST_NEW: Final = 3
#: About so many rows fill a page.
_ROWS: Final = 14
#: To be written on by hand, and taken away where somebody types over it.
BLANK: Final = "＿" * 6


def pages(asked: Asked, mark: ExportMark) -> list[Page]:
    """Return a page for each unit that is asked for and takes part. Raises NothingToVisit.

    A unit is asked for itself, without those below it; a group for all that it follows.
    """
    names, wanted = UnitNames(asked.connection), asked.parcel.units
    alone = wanted.unit if wanted.group is None else None
    found = [
        _page(asked, names, unit, mark)
        for unit in reading.units_with_ids(asked.connection, asked.campaign.id, wanted)
        if unit["active"] and alone in (None, unit["id"])
    ]
    if not found:
        raise NothingToVisit
    return found


def blank(sheet: Sheet, plan: Plan, lang: str) -> list[Page]:
    """Return a page on which everything is still to be filled in."""
    rows = [{"part": say("workbook.part_new", lang)}] * _ROWS
    page = Page(
        title=sheet.name(lang),
        columns=_columns(sheet, lang),
        rows=[_cells(sheet, row) for row in rows],
        name=sheet.name(lang),
        above=[_head(lang, None, None, None), *_to_fill(lang)],
        below=_signed(lang),
        notes=[_how(plan, lang)],
    )
    return [page]


def _page(asked: Asked, names: UnitNames, unit: Row, mark: ExportMark) -> Page:
    lang, sheet = asked.campaign.lang, asked.sheet
    rows = list(_rows(asked, unit["id"]))
    room = max(_FEWEST_NEW, _ROWS - len(rows))
    rows += [{"part": say("workbook.part_new", lang)}] * room
    name = names.telling(unit["id"])
    return Page(
        title=say("workbook.checklist_of", lang, sheet=sheet.name(lang), unit=name),
        columns=_columns(sheet, lang),
        rows=[_cells(sheet, row) for row in rows],
        name=name,
        above=[
            _head(lang, name, unit["supervision_group"], asked.today),
            *_to_fill(lang),
            _last(asked, unit["id"]),
        ],
        below=_signed(lang),
        notes=[_how(asked.campaign.plan, lang)],
        mark=mark,
    )


# The head and the foot ----------------------------------------------------------------------


def label(field: str, lang: str) -> str:
    """Return what stands before a fact of the visit above the table."""
    return say(f"workbook.visit_{field}", lang)


def _head(lang: str, unit: str | None, group: str | None, today: date | None) -> Line:
    line = [
        label("unit", lang) + (unit or BLANK),
        label("group", lang) + (group or BLANK),
    ]
    if today is not None:
        day = {"year": today.year, "month": today.month, "day": today.day}
        line.append(say("workbook.made_on", lang, **day))
    return tuple(line)


def _to_fill(lang: str) -> list[Line]:
    return [tuple(label(field, lang) + BLANK for field in line) for line in FILLED]


def _last(asked: Asked, unit: int) -> str:
    """Say when the unit was last visited, by whom, and what was found."""
    lang = asked.campaign.lang
    found = [*_visits(asked, unit)]
    if not found:
        return say("workbook.no_visit", lang)
    last = found[-1]
    day = date.fromisoformat(last["day"])
    key = "last_visit" if day.year == asked.today.year else "last_visit_of_year"
    between = say("screen.between", lang)
    return say(
        f"workbook.{key}",
        lang,
        year=day.year,
        month=day.month,
        day=day.day,
        who=between.join(filter(None, [last["group"], *last["ways"]])),
        found=last["found"] or say("workbook.nothing_found", lang),
    )


def _visits(asked: Asked, unit: int) -> Iterator[Row]:
    wanted = supervision.VisitFilter(unit=unit, until=asked.today)
    for row in supervision.visits(asked.connection, asked.campaign.id, wanted):
        if row["unit_id"] == unit:
            yield row


def _signed(lang: str) -> tuple[str, ...]:
    return tuple(say(f"workbook.{name}", lang) for name in ("signed_group", "signed_unit"))


def _how(plan: Plan, lang: str) -> str:
    key = "check_how_verdicts" if plan.review.verdicts else "check_how"
    return say(f"workbook.{key}", lang)


# The table ----------------------------------------------------------------------------------


def _columns(sheet: Sheet, lang: str) -> list[PageColumn]:
    return [
        PageColumn(
            column.heading(lang),
            column.width,
            "text" if column.width > _RUNNING else "words",
            group=column.group,
            choices=TICK_BOX if column.kind == "yes" else (),
        )
        for column in _in_order(sheet)
    ]


#: Columns wider than this hold running text.
_RUNNING: Final = 20


def _in_order(sheet: Sheet) -> list[Column]:
    """Return the columns with the reason last, which takes what all ticks leave open."""
    return sorted(sheet.columns, key=lambda column: column.field == "reason")


def _cells(sheet: Sheet, row: Row) -> list[object]:
    return [_cell(column, row) for column in _in_order(sheet)]


def _cell(column: Column, row: Row) -> object:
    return row.get("due_text" if column.field == "due" else column.field)


def _rows(asked: Asked, unit: int) -> Iterator[Row]:
    """Yield what is to be looked at: each item once, under the first part that it belongs to."""
    items = list(_items(asked, unit))
    found = _found(asked, unit)
    submitted = _submitted(asked.connection, [item["no"] for item in items])
    parts = [(item, _part(item, asked, found)) for item in items]
    for part in ("to_check", "returned", "owed", "not_submitted", "last", "earlier"):
        for item, own in parts:
            if own == part:
                since = submitted.get(item["no"]) if part == "to_check" else None
                yield _item_row(item, part, since, asked)
        if part == "returned":
            yield from _owed_actions(asked, unit)


def _found(asked: Asked, unit: int) -> dict[str, str]:
    """Map the items that visits found to their part: the last visit's, or an earlier one's."""
    visits = [*_visits(asked, unit)]
    parts = {number: "earlier" for visit in visits[:-1] for number in visit["items"]}
    return parts | {number: "last" for visit in visits[-1:] for number in visit["items"]}


def _items(asked: Asked, unit: int) -> Iterator[Row]:
    wanted = reading.ItemFilter(unit=unit, scope=("body",))
    names = UnitNames(asked.connection)
    own = names.names[unit]
    ids = {
        no
        for (no,) in asked.connection.execute(
            "select no from item where unit_id = ? and campaign_id = ?",
            (unit, asked.campaign.id),
        )
    }
    for item in reading.items(asked.connection, asked.campaign.id, asked.today, wanted):
        if item["unit"] == own and item["no"] in ids and item["status"] != "referred":
            yield item


def _part(item: Row, asked: Asked, found: dict[str, str]) -> str | None:
    if item["closing"] == "submitted":
        return "to_check"
    if item["closing"] in ("checked", "noticed", "closed"):
        return None
    if item["closing"] == "returned":
        return "returned"
    if item["status"] in FINISHED:
        return "not_submitted"
    if item["status"] in ("planned", "doing") and _is_near(item, asked):
        return "owed"
    return found.get(item["no"])


def _is_near(item: Row, asked: Asked) -> bool:
    """Tell whether work is late, soon due, or to be done at once."""
    if item["due_class"] == "immediate" and item["late_after"] is None:
        return True
    soon = asked.today + timedelta(days=asked.campaign.plan.numbers.due_soon_days)
    return item["late_after"] is not None and item["late_after"] <= soon.isoformat()


def _item_row(item: Row, part: str, since: str | None, asked: Asked) -> Row:
    lang = asked.campaign.lang
    if since is not None:
        day = date.fromisoformat(since)
        how = say("workbook.submitted_on", lang, month=day.month, day=day.day)
    elif item["days_overdue"]:
        how = say("workbook.overdue_by", lang, days=item["days_overdue"])
    else:
        how = asked.campaign.status_codes.word(item["status"], lang)
    progress = item["progress"]
    return {
        **{name: item[name] for name in ("no", "problem", "owner", "due_text")},
        "part": say(f"workbook.part_{part}", lang),
        "standing": how if not progress else say("workbook.and", lang, one=how, other=progress),
    }


def _submitted(connection: sqlite3.Connection, numbers: Sequence[str]) -> dict[str, str]:
    """Return the day on which the closing of each item was last asked for."""
    marks = ", ".join("?" * len(numbers))
    return dict(
        connection.execute(
            "select item.no, max(item_step.day) from item_step join item"
            f" on item.id = item_step.item_id where step = 'submit' and item.no in ({marks})"
            " group by item.no",
            numbers,
        ).fetchall()
    )


def _owed_actions(asked: Asked, unit: int) -> Iterator[Row]:
    """Yield what the plan asks of the unit and is late or soon due."""
    lang = asked.campaign.lang
    wanted = MilestoneFilter(unit=unit)
    for row in milestones(asked.connection, asked.campaign, asked.today, wanted):
        if row["unit_id"] == unit and row["status"] in ("overdue", "due_soon"):
            how = MILESTONE.word(row["status"], lang)
            done = say(
                "workbook.done_of", lang, how=how, count=row["count"] or 0, of=row["required"]
            )
            yield {
                "part": say(f"workbook.part_{row['kind']}", lang),
                "problem": row["action"],
                "due_text": row["due_text"] or row["due_on"],
                "standing": done if row["required"] and row["required"] > 1 else how,
            }
