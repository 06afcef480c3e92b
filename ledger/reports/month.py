"""The papers of a month end: the summary for the level above, the overdue, whom to chase."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger import campaigns
from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.exchange.paper import Line
from ledger.exchange.paper import Page
from ledger.exchange.paper import PageColumn
from ledger.exchange.paper import signatures
from ledger.periods import TO_CHASE
from ledger.privacy import mask
from ledger.reports import figures
from ledger.store import Ledger
from ledger.units import UnitNames
from schemas import record
from schemas.locale import say
from schemas.vocabulary import SUBMISSION

Row = dict[str, Any]

_COUNTS = ("total", "done", "done_standing", "doing", "planned", "other", "overdue", "closed")


@dataclass(frozen=True)
class Month:
    """The month that the papers are about, and the time that a draft carries."""

    ledger: Ledger
    campaign: CampaignInUse
    period: str
    today: date
    time: str

    @property
    def lang(self) -> str:
        """The language of the papers: the plan's."""
        return self.campaign.lang

    def say(self, key: str, **values: object) -> str:
        """Return one of the papers' sentences."""
        return say(f"papers.{key}", self.lang, **values)

    def below(self) -> tuple[str, ...]:
        """Return the cells to be signed; the office's telephone is filled in."""
        phone = self.campaign.plan.phone or ""
        asked = say("workbook.telephone", self.lang)
        return tuple(one + phone if one == asked else one for one in signatures(self.lang))

    def above(self) -> list[Line]:
        """Return the lines above a table: whose, of which month, a draft of when."""
        connection = self.ledger.connection
        office = campaigns.office(connection)
        unit = UnitNames(connection).names[office] if office is not None else ""
        unit = self.campaign.plan.office_title or unit
        year, month = self.period.split("-")
        return [
            (
                say("workbook.reporting_unit_is", self.lang, unit=unit),
                self.say("period", year=int(year), month=int(month)),
                say("workbook.draft", self.lang, time=self.time),
            )
        ]


def summary(month: Month) -> list[Page]:
    """Return the summary for the level above: items by unit, opinions by channel."""
    return [_items_page(month), _opinions_page(month)]


def _items_page(month: Month) -> Page:
    rows = _rows_by_unit(month)
    totals = {name: sum(row[name] for row in rows) for name in (*_COUNTS, "voices")}
    filled = figures.Rate(totals["done"], totals["total"])
    wide = figures.Rate(totals["done"] + totals["done_standing"], totals["total"])
    return Page(
        title=month.say("summary_title", campaign=month.campaign.name),
        name=month.say("summary_sheet"),
        columns=_summary_columns(month),
        rows=[_summary_row(at, row) for at, row in enumerate(rows, 1)],
        totals=_summary_row(None, {"unit": month.say("total"), **totals}),
        above=month.above(),
        below=month.below(),
        notes=[
            month.say("rate", part=filled.part, whole=filled.whole, percent=filled.percent or "—"),
            month.say("rate_wide", part=wide.part, whole=wide.whole, percent=wide.percent or "—"),
            month.say("counted"),
        ],
        freeze=2,
    )


def _summary_columns(month: Month) -> list[PageColumn]:
    group = month.say("items")
    return [
        PageColumn(month.say("no"), 6, "number"),
        PageColumn(month.say("unit"), 26, "text"),
        PageColumn(month.say("voices"), 10, "number"),
        *(PageColumn(month.say(name), 9, "number", group=group) for name in _COUNTS),
        PageColumn(month.say("percent"), 11, "words", group=group),
    ]


def _summary_row(at: int | None, row: Row) -> list[object]:
    rate = figures.Rate(row["done"], row["total"]).percent
    counts = [row[name] for name in _COUNTS]
    return [at, row["unit"], row["voices"], *counts, f"{rate}%" if rate else "/"]


def _rows_by_unit(month: Month) -> list[Row]:
    """Count for each unit of the highest level that has several, with everything below it.

    What is about a unit above them stands under that unit's own name.
    """
    connection, campaign = month.ledger.connection, month.campaign.id
    names = UnitNames(connection)
    rows: dict[int, Row] = {}
    for unit in _highest_level(connection, campaign):
        rows[unit] = {"unit": names.names[unit], **dict.fromkeys((*_COUNTS, "voices"), 0)}
    items = figures.items_by_unit(connection, campaign, month.today, reading.ItemFilter())
    for found in items:
        top = _top(names, found["unit_id"], rows)
        for name in _COUNTS:
            rows[top][name] += found[name]
    voices = figures.opinions_by_unit(connection, campaign, reading.OpinionFilter())
    for unit_id, count in voices.items():
        rows[_top(names, unit_id, rows)]["voices"] += count
    return [row for row in rows.values() if row["total"] or row["voices"]]


def _highest_level(connection: sqlite3.Connection, campaign: int) -> list[int]:
    """Return the units that stand alone above the others, then the first that have peers."""
    below: dict[int | None, list[int]] = {}
    for unit in reading.units_with_ids(connection, campaign, reading.UnitFilter(whole=True)):
        below.setdefault(unit["parent_id"], []).append(unit["id"])
    level, alone = below.get(None, []), []
    while len(level) == 1:
        alone += level
        level = below.get(level[0], [])
    return alone + level


def _top(names: UnitNames, unit: int, rows: dict[int, Row]) -> int:
    for above in (unit, *names.ancestors(unit)):
        if above in rows:
            return above
    rows[unit] = {"unit": names.names[unit], **dict.fromkeys((*_COUNTS, "voices"), 0)}
    return unit


def _opinions_page(month: Month) -> Page:
    connection = month.ledger.connection
    by_channel = figures.opinions(connection, month.campaign.id, reading.OpinionFilter(), "channel")
    total = sum(by_channel.values())
    return Page(
        title=month.say("channels_title", campaign=month.campaign.name),
        name=month.say("channels_sheet"),
        columns=[
            PageColumn(month.say("no"), 6, "number"),
            PageColumn(month.say("channel"), 30, "text"),
            PageColumn(month.say("voices"), 14, "number"),
            PageColumn(month.say("share"), 14, "words"),
        ],
        rows=[
            [at, channel or month.say("not_said"), count, _share(count, total)]
            for at, (channel, count) in enumerate(by_channel.items(), 1)
        ],
        totals=[None, month.say("total"), total, _share(total, total)],
        above=month.above(),
        below=month.below(),
        notes=[month.say("opinions_counted"), month.say("rounding")],
    )


def _share(part: int, whole: int) -> str:
    percent = figures.Rate(part, whole).percent
    return f"{percent}%" if percent else "/"


def overdue(month: Month) -> Page:
    """Return the list of overdue items, the longest overdue first."""
    fields = ("no", "unit", "problem", "lead", "owner", "due_text", "days_overdue", "status")
    widths = (11, 18, 40, 12, 12, 16, 10, 12)
    found = reading.items(
        month.ledger.connection,
        month.campaign.id,
        month.today,
        reading.ItemFilter(overdue=True),
    )
    return Page(
        title=month.say("overdue_title"),
        name=month.say("overdue_sheet"),
        columns=_columns(month, record.ITEM, fields, widths),
        rows=[_printed(month, record.ITEM, fields, row) for row in found],
        above=month.above(),
        below=month.below(),
        freeze=1,
        filtered=True,
    )


def chase(month: Month, owed: Sequence[Row]) -> Page:
    """Return the list of units to chase: what they owe, since when, whom to call."""
    fields = ("unit", "sheet", "due_on", "status")
    headings = [PageColumn(month.say("no"), 6, "number")]
    headings += _columns(month, record.SUBMISSION, fields, (24, 22, 14, 12))
    headings += _columns(month, record.UNIT, ("liaison", "phone"), (14, 16))
    rows = [row for row in owed if row["status"] in TO_CHASE]
    return Page(
        title=month.say("chase_title"),
        name=month.say("chase_sheet"),
        columns=headings,
        rows=[
            [
                at,
                row["unit"],
                row["title"],
                row["due_on"],
                SUBMISSION.word(row["status"], month.lang),
                row["liaison"],
                row["phone"],
            ]
            for at, row in enumerate(rows, 1)
        ],
        above=month.above(),
        below=month.below(),
        freeze=2,
        filtered=True,
    )


def _columns(
    month: Month, kind: record.Record, fields: Sequence[str], widths: Sequence[int]
) -> list[PageColumn]:
    kinds = {"number": "number", "day": "day"}
    return [
        PageColumn(
            kind.field(name).heading(month.lang),
            width,
            kinds.get(kind.field(name).type, "text"),  # type: ignore[arg-type]
        )
        for name, width in zip(fields, widths, strict=True)
    ]


def _printed(month: Month, kind: record.Record, fields: Sequence[str], row: Row) -> list[object]:
    printed = []
    for name in fields:
        codes = month.campaign.status_codes if name == "status" else kind.field(name).codes
        value = row[name]
        said = codes.word(value, month.lang) if codes and value else value
        # A paper of the outbox is passed on: no number of a person goes with it.
        printed.append(mask(said) if isinstance(said, str) else said)
    return printed
