"""Exports: which records go out, in which direction, and the book that is kept of it.

Directions are walls: the columns that may leave stand in each sheet's declaration, and
here stands which records may not go where.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ledger import campaigns
from ledger import journal
from ledger import reading
from ledger.activities import ActivityFilter
from ledger.campaigns import CampaignInUse
from ledger.errors import DirectionClosed
from ledger.errors import DirectionNeedsUnit
from ledger.errors import FileExists
from ledger.errors import OneSheetAFile
from ledger.errors import UnknownSheet
from ledger.exchange.listing import Asked
from ledger.exchange.listing import of_sheet
from ledger.exchange.noun import noun_of
from ledger.exchange.paper import ExportMark
from ledger.exchange.paper import Page
from ledger.exchange.paper import Written
from ledger.exchange.paper import signatures
from ledger.exchange.paper import write_book
from ledger.exchange.write import Extra
from ledger.exchange.write import export_page
from ledger.exchange.write import file_name
from ledger.exchange.write import fill_note_page
from ledger.exchange.write import template_page
from ledger.figures import FigureFilter
from ledger.phases import MilestoneFilter
from ledger.store import Author
from ledger.store import Ledger
from schemas import plan_sheet
from schemas.locale import say
from schemas.plan import Plan
from schemas.sheet import Direction
from schemas.sheet import Sheet


@dataclass(frozen=True)
class Parcel:
    """What is to be exported: the filters of the listings, the direction, for which unit."""

    direction: Direction = "inside"
    unit: int | None = None
    verbatim: bool = False
    period: str | None = None
    items: reading.ItemFilter = field(default_factory=reading.ItemFilter)
    opinions: reading.OpinionFilter = field(default_factory=reading.OpinionFilter)
    units: reading.UnitFilter = field(default_factory=reading.UnitFilter)
    milestones: MilestoneFilter = field(default_factory=MilestoneFilter)
    activities: ActivityFilter = field(default_factory=ActivityFilter)
    figures: FigureFilter = field(default_factory=FigureFilter)

    def only(self, unit: int) -> "Parcel":
        """Return the same for one unit and what lies below it."""
        return replace(
            self,
            unit=unit,
            items=replace(self.items, unit=unit),
            opinions=replace(self.opinions, unit=unit),
            units=replace(self.units, unit=unit),
            milestones=replace(self.milestones, unit=unit),
        )


def sheet_of(campaign: CampaignInUse, code: str) -> Sheet:
    """Return the sheet of a code or title; raises UnknownSheet with the nearest."""
    from difflib import get_close_matches

    sheets = campaign.sheets
    said = code.strip().lower()
    for sheet in sheets:
        if said in (sheet.code, sheet.title, sheet.english.lower(), *sheet.titles):
            return sheet
    known = [name for sheet in sheets for name in (sheet.code, sheet.title)] + [*plan_sheet.NAMES]
    near = get_close_matches(code, known, n=1, cutoff=0.3)
    names = [
        *((sheet.code, sheet.title) for sheet in sheets),
        (plan_sheet.CODE, plan_sheet.TITLE[0]),
    ]
    listed = "、".join(f"{code}（{title}）" for code, title in names)
    raise UnknownSheet(sheet=code, near=near[0] if near else sheets[0].code, sheets=listed)


def export(
    ledger: Ledger,
    author: Author,
    campaign: CampaignInUse,
    sheets: Sequence[Sheet],
    parcel: Parcel,
    target: Path,
    *,
    force: bool = False,
) -> tuple[Written, ...]:
    """Write an export and book it; return the worksheets written.

    A name that ends in .csv makes it a CSV file. Raises DirectionClosed,
    DirectionNeedsUnit, OneSheetAFile, or FileExists where ``force`` is not given.
    """
    _check_walls(campaign, sheets, parcel)
    if target.exists() and not force:
        raise FileExists(path=target)
    number = _book(ledger, author, campaign, [sheet.code for sheet in sheets], parcel)
    identity = campaigns.setting(ledger.connection, campaigns.IDENTITY) or ""
    try:
        pages = [
            page
            for sheet in sheets
            for page in _pages(
                Asked(
                    ledger.connection, author.today, campaign, sheet.under(campaign.plan), parcel
                ),
                ExportMark(identity, number, sheet.code),
            )
        ]
        written = _write(target, pages, campaign.lang)
    except BaseException:
        _forget(ledger, number)
        raise
    _finish(ledger, number, target)
    return written


def export_plan(
    ledger: Ledger, author: Author, campaign: CampaignInUse, target: Path, *, force: bool = False
) -> None:
    """Write the plan of a campaign as its workbook, and book it.

    Raises PlanNoWorkbook, or FileExists where ``force`` is not given.
    """
    from ledger.exchange.plan_writing import write_plan

    if target.exists() and not force:
        raise FileExists(path=target)
    number = _book(ledger, author, campaign, [plan_sheet.CODE], Parcel())
    try:
        write_plan(campaign.plan, target, author.today)
    except BaseException:
        _forget(ledger, number)
        raise
    _finish(ledger, number, target)


def _finish(ledger: Ledger, number: int, target: Path) -> None:
    """Book what was written."""
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    with ledger.booking() as connection:
        connection.execute("update export set digest = ? where id = ?", (digest, number))


def _write(target: Path, pages: Sequence[Page], lang: str) -> tuple[Written, ...]:
    if _is_csv(target):
        if len(pages) > 1:
            raise OneSheetAFile(n=len(pages))
        from ledger.exchange.delimiting import write_csv

        return write_csv(target, pages[0], lang=lang)
    return write_book(target, pages, lang=lang)


def _is_csv(target: Path) -> bool:
    return target.suffix.lower() == ".csv"


def units_with_records(
    connection: sqlite3.Connection,
    today: date,
    campaign: CampaignInUse,
    sheets: Sequence[Sheet],
    parcel: Parcel,
) -> list[int]:
    """Return the units that an export by unit has something for, in the roster's order."""
    askings = [Asked(connection, today, campaign, sheet, parcel) for sheet in sheets]
    return [
        one["id"]
        for one in reading.units_with_ids(connection, campaign.id, parcel.units)
        if any(noun_of(asked.sheet.record).has_own(asked, one) for asked in askings)
    ]


def name_of(
    connection: sqlite3.Connection, campaign: CampaignInUse, sheets: Sequence[Sheet], parcel: Parcel
) -> str:
    """Return the name of an export: title, unit and period."""
    title = "、".join(sheet.name(campaign.lang) for sheet in sheets)
    return file_name(title, _unit_name(connection, parcel.unit), parcel.period)


def _unit_name(connection: sqlite3.Connection, unit: int | None) -> str | None:
    """Return a unit's name, behind its parent's where another unit is called the same."""
    if unit is None:
        return None
    name, parent, others = connection.execute(
        "select unit.name, parent.name, (select count(*) from unit other"
        " where other.name = unit.name and other.id <> unit.id)"
        " from unit left join unit parent on parent.id = unit.parent_id where unit.id = ?",
        (unit,),
    ).fetchone()
    return f"{parent}{name}" if others and parent else str(name)


def _check_walls(campaign: CampaignInUse, sheets: Sequence[Sheet], parcel: Parcel) -> None:
    if parcel.direction == "down" and parcel.unit is None:
        raise DirectionNeedsUnit
    for sheet in sheets:
        if not _may_go(sheet, parcel.direction):
            open_to = [one.title for one in campaign.sheets if _may_go(one, parcel.direction)]
            raise DirectionClosed(
                sheet=sheet.title, direction=parcel.direction, sheets="、".join(open_to)
            )


def _may_go(sheet: Sheet, direction: Direction) -> bool:
    """Tell whether a sheet may leave in a direction: of few kinds of record the public hears."""
    open_to = direction != "public" or noun_of(sheet.record).public
    return bool(sheet.leaving(direction)) and open_to


def _book(
    ledger: Ledger,
    author: Author,
    campaign: CampaignInUse,
    codes: Sequence[str],
    parcel: Parcel,
) -> int:
    filters = {"typed": author.typed, "verbatim": parcel.verbatim}
    with ledger.booking() as connection:
        journal.fold_outside(connection, author.now, author.today)
        number = connection.execute(
            "insert into export(recorded_at, day, campaign_id, sheets, filters, direction,"
            " unit_id, digest, newest_entry) values (?, ?, ?, ?, ?, ?, ?, '', ?)",
            (
                author.now,
                author.today.isoformat(),
                campaign.id,
                ",".join(codes),
                json.dumps(filters, ensure_ascii=False),
                parcel.direction,
                parcel.unit if parcel.direction == "down" else None,
                journal.newest(connection),
            ),
        ).lastrowid
    assert number is not None
    return number


def _forget(ledger: Ledger, number: int) -> None:
    with ledger.booking() as connection:
        connection.execute("delete from export where id = ?", (number,))


def taken_along(campaign: CampaignInUse, sheet: Sheet) -> Sheet:
    """Return the sheet that is written of one unit's or group's, to be taken along to units."""
    return sheet if sheet.along is None else sheet_of(campaign, sheet.along)


def _pages(asked: Asked, mark: ExportMark) -> list[Page]:
    pages = noun_of(asked.sheet.record).pages
    return [_page(asked, mark)] if pages is None else pages(asked, mark)


def _page(asked: Asked, mark: ExportMark) -> Page:
    campaign, parcel, today = asked.campaign, asked.parcel, asked.today
    sheet = noun_of(asked.sheet.record).laid(asked)
    lang = campaign.lang
    day = {"year": today.year, "month": today.month, "day": today.day}
    line = [
        *_who(asked.connection, campaign, parcel),
        say("workbook.as_of", lang, **day),
    ]
    return export_page(
        sheet,
        records(asked.connection, today, campaign, sheet, parcel),
        lang=lang,
        direction=parcel.direction,
        verbatim=parcel.verbatim,
        plan=campaign.plan,
        title=sheet.name(lang),
        above=[tuple(line)],
        below=signatures(lang),
        mark=mark,
        extra=_extra(asked.connection, sheet, parcel),
    )


def _who(connection: sqlite3.Connection, campaign: CampaignInUse, parcel: Parcel) -> list[str]:
    """Say above the table whose it is: the unit's that gets it back, else the office's own."""
    lang = campaign.lang
    unit = _unit_name(connection, parcel.unit)
    if unit and parcel.direction == "down":
        return [say("workbook.reporting_unit_is", lang, unit=unit)]
    office = campaign.plan.office_title or _unit_name(connection, campaigns.office(connection))
    key = "published_by" if parcel.direction == "public" else "reporting_unit_is"
    who = [say(f"workbook.{key}", lang, unit=office)] if office else []
    return [*who, say("workbook.about_unit", lang, unit=unit)] if unit else who


def _extra(connection: sqlite3.Connection, sheet: Sheet, parcel: Parcel) -> Extra | None:
    """Return a sender's own columns: they go back to that sender and to nobody else.

    Those beside what is kept from its unit do not even have their headings there.
    """
    noun = noun_of(sheet.record)
    if parcel.direction != "down" or parcel.unit is None or not noun.places:
        return None
    if noun.extras_with and sheet.column(noun.extras_with) is None:
        return None
    found: dict[str, dict[str, str]] = {}
    key = noun.named
    told = f"select id, {key} as named from {sheet.record} where not ({noun.hidden})"
    for heading, number, value in connection.execute(
        f"select heading, named, value from extra join ({told}) r on r.id = extra.row_id"
        " where record = ? and extra.sender_id = ? order by extra.id",
        (sheet.record, parcel.unit),
    ):
        found.setdefault(heading, {})[str(number)] = value
    if not found:
        return None
    return Extra(
        tuple(found), lambda record: [column.get(str(record[key])) for column in found.values()]
    )


# Which records --------------------------------------------------------------------------


def records(
    connection: sqlite3.Connection,
    today: date,
    campaign: CampaignInUse,
    sheet: Sheet,
    parcel: Parcel,
) -> Iterator[Mapping[str, Any]]:
    """Yield the records of an export that may go in its direction."""
    asked = Asked(connection, today, campaign, sheet, parcel)
    yield from of_sheet(asked, noun_of(sheet.record).listed(asked))


# Blank sheets ---------------------------------------------------------------------------


def write_template(
    campaign: CampaignInUse, sheet: Sheet, target: Path, *, force: bool = False
) -> None:
    """Write a blank sheet with the page that tells how to fill it in."""
    if target.exists() and not force:
        raise FileExists(path=target)
    filled = sheet.under(campaign.plan)
    blank = noun_of(sheet.record).blank or _blank
    pages = [
        *blank(filled, campaign.plan, campaign.lang),
        fill_note_page(filled, campaign.plan, campaign.lang),
    ]
    write_book(target, pages, lang=campaign.lang)


def _blank(sheet: Sheet, plan: Plan, lang: str) -> list[Page]:
    return [template_page(sheet, plan, lang)]
