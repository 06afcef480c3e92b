"""Periods: which sheets each unit owes for a month, what came, who has to be chased."""

import calendar
import sqlite3
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import arrivals
from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.errors import NothingOwed
from ledger.selecting import Chooser
from ledger.units import UnitNames
from schemas import record
from schemas.plan import Plan
from schemas.plan import Report

if TYPE_CHECKING:
    from ledger.store import Entry

Row = dict[str, Any]

#: What has not come, or came and cannot stand as it is.
TO_CHASE: Final = ("awaited", "never", "queried")


def cut_off(period: str, report: Report) -> date:
    """Return the last day that counts in a period: the month's last unless the plan says so."""
    year, month = int(period[:4]), int(period[5:])
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(report.cut_off or last, last))


def submissions(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    period: str,
    today: date,
    unit: int | None = None,
) -> Iterator[Row]:
    """Yield every sheet that is owed for a period, with what became of it."""
    chooser = Chooser(connection, campaign.id)
    came = arrivals.came(connection, campaign.id, period)
    titles = {sheet.code: sheet.name(campaign.lang) for sheet in campaign.sheets}
    for one in reading.units_with_ids(connection, campaign.id, reading.UnitFilter(unit=unit)):
        for report in _owed(campaign.plan, chooser, one):
            due = cut_off(period, report) + timedelta(days=report.due_after)
            receipt = came.get((one["id"], report.sheet))
            row = {
                "campaign": campaign.code,
                "unit": one["name"],
                "sheet": report.sheet,
                "period": period,
                "due_on": due.isoformat(),
                "received_on": receipt.received_on if receipt else None,
                "status": status(receipt, due, today),
                "file": receipt.file if receipt else None,
                "taken": receipt.taken if receipt else None,
                "queried": receipt.queried if receipt else None,
            }
            fields = reading.fields(record.SUBMISSION, row)
            title = titles.get(report.sheet, report.sheet)
            contact = {"liaison": one["liaison"], "phone": one["phone"]}
            yield {**fields, **contact, "title": title, "unit_id": one["id"]}


def _owed(plan: Plan, chooser: Chooser, unit: Row) -> Iterator[Report]:
    """Yield the reports that a unit owes; of several for one sheet the most exact counts."""
    meant = [report for report in plan.reports if chooser.means(report.to, unit)]
    for sheet in dict.fromkeys(report.sheet for report in meant):
        same = (report for report in meant if report.sheet == sheet)
        yield max(same, key=lambda report: report.to.exactness())


def status(came: arrivals.Came | None, due: date, today: date) -> str:
    """Return how a sheet that is owed stands."""
    if came is None:
        return "never" if today > due else "awaited"
    if came.nil:
        return "nil"
    if came.queried:
        return "queried"
    return "on_time" if came.received_on <= due.isoformat() else "late"


def report_nil(
    entry: "Entry", campaign: CampaignInUse, unit: int, period: str, sheet: str | None
) -> list[str]:
    """Note that a unit has nothing new for a period; return the sheets that this settles.

    Raises NothingOwed where the plan has the unit owe no sheet (or not this one).
    """
    owed = [
        row["sheet"]
        for row in submissions(entry.connection, campaign, period, entry.today, unit)
        if row["unit_id"] == unit and sheet in (None, row["sheet"]) and row["received_on"] is None
    ]
    if not owed:
        raise NothingOwed(unit=UnitNames(entry.connection).names[unit], period=period)
    entry.connection.executemany(
        "insert into receipt(campaign_id, unit_id, sheet, period, received_on, nil, entry_id,"
        " taken, queried) values (?, ?, ?, ?, ?, 1, ?, 0, 0)",
        [(campaign.id, unit, code, period, entry.today.isoformat(), entry.id) for code in owed],
    )
    entry.keep = True
    return owed
