"""Which records of a kind an export lists, in which order: what most kinds have in common."""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from typing import Any

from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.units import UnitNames
from schemas import record
from schemas.sheet import Sheet

if TYPE_CHECKING:
    from ledger.exchange.sending import Parcel

Row = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """An export of one sheet: its filters and direction stand in the parcel."""

    connection: sqlite3.Connection
    today: date
    campaign: CampaignInUse
    sheet: Sheet
    parcel: "Parcel"

    def about(self, unit: int) -> "Asked":
        """Return the same for one unit and what lies below it."""
        return replace(self, parcel=self.parcel.only(unit))


def of_sheet(asked: Asked, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the records that a sheet is for, where its kind fixes what each of them is."""
    fixed = asked.sheet.fixed_in(asked.campaign.plan)
    for row in rows:
        if all(_is(row.get(name), value) for name, value in fixed.items()):
            yield row


def _is(said: Any, wanted: object) -> bool:
    if not isinstance(wanted, tuple):
        return bool(said == wanted)
    words = json.loads(said) if isinstance(said, str) else said or []
    return set(wanted) <= set(words)


def by_view(asked: Asked) -> reading.Query:
    """Return the query for the records of a kind that has no filters of its own."""
    from ledger.exchange.noun import noun_of

    query = reading.Query(noun_of(asked.sheet.record).view)
    query.where("campaign_id = :campaign", campaign=asked.campaign.id)
    return query.below(asked.connection, asked.parcel.unit)


def listed(asked: Asked) -> Iterator[Row]:
    """Yield the records of a kind by its view."""
    kind = record.of(asked.sheet.record)
    rows = reading.rows(asked.connection, by_view(asked))
    ids = ("id", "unit_id")
    found = ({**reading.fields(kind, row), **{name: row[name] for name in ids}} for row in rows)
    yield from leaving(asked, found)


def leaving(asked: Asked, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield records with names that tell their units apart; what leaves is sorted.

    No order of arrival shows then.
    """
    names = UnitNames(asked.connection)
    found = ({**row, "unit": names.telling(row["unit_id"])} for row in rows)
    if asked.parcel.direction == "inside":
        yield from found
        return
    columns = [c.field for c in asked.sheet.leaving(asked.parcel.direction)]
    yield from sorted(found, key=lambda row: [str(row.get(name) or "") for name in columns])


def has_own(asked: Asked, unit: Mapping[str, Any]) -> bool:
    """Tell whether a unit itself, not only one below it, has a record in an export."""
    return any_own(asked.about(unit["id"]), by_view(asked.about(unit["id"])), unit)


def any_own(asked: Asked, query: reading.Query, unit: Mapping[str, Any]) -> bool:
    """Tell whether a query has a record of a unit itself that the sheet is for."""
    query.where("unit_id = :own", own=unit["id"])
    return any(True for _ in of_sheet(asked, reading.rows(asked.connection, query)))


def telling_units(
    connection: sqlite3.Connection, record_name: str, rows: Iterator[Row]
) -> Iterator[Row]:
    """Name a unit with the one above it where others have the same name."""
    names = UnitNames(connection)
    doubled = names.doubled()
    if not doubled:
        yield from rows
        return
    for row in rows:
        if row["unit"] in doubled:
            [unit] = connection.execute(
                f"select unit_id from {record_name} where no = ?", (row["no"],)
            ).fetchone()
            row["unit"] = names.telling(unit)
        yield row
