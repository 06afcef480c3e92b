"""Weak and lax organisations (软弱涣散基层党组织), and how they are turned round."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger import numbered
from ledger import reading
from ledger.errors import WeakKnown
from schemas import record

if TYPE_CHECKING:
    from ledger.store import Entry

KIND: Final = "weak_organisation"
_LATE: Final = "turned = 'turning' and late_after < :today"

Row = dict[str, Any]


@dataclass(frozen=True)
class WeakFilter:
    """What ``weak-organisations`` is asked for."""

    unit: int | None = None
    level: str | None = None
    turned: str | None = None
    overdue: bool = False
    without_secretary: bool = False


@dataclass(frozen=True)
class Rates:
    """Of how many organisations: those with a first secretary, those turned round."""

    total: int
    secretaries: int
    turned: int

    def share(self, part: int) -> str:
        """Return how many per cent of all a part is, to a tenth, halves rounded up."""
        tenths = (part * 2000 + self.total) // (2 * self.total)
        return f"{tenths // 10}.{tenths % 10}"


def query(
    connection: sqlite3.Connection, campaign: int, today: date, asked: WeakFilter
) -> reading.Query:
    """Return the query for organisations."""
    found = reading.Query("weak_organisations")
    found.where("campaign_id = :campaign", campaign=campaign).below(connection, asked.unit)
    if asked.level:
        found.where("level = :level", level=asked.level)
    if asked.turned:
        found.where("turned = :turned", turned=asked.turned)
    if asked.overdue:
        found.where(_LATE, today=today.isoformat())
    if asked.without_secretary:
        found.where("coalesce(first_secretary, '') = ''")
    return found


def organisations(
    connection: sqlite3.Connection, campaign: int, today: date, asked: WeakFilter
) -> Iterator[Row]:
    """Yield organisations with the fields of the contract, and the ids of record and unit."""
    for row in reading.rows(connection, query(connection, campaign, today, asked)):
        row["days_overdue"] = _days_overdue(row, today)
        ids = {"id": row["id"], "unit_id": row["unit_id"]}
        yield reading.fields(record.WEAK_ORGANISATION, row) | ids


def _days_overdue(row: Mapping[str, Any], today: date) -> int | None:
    if row["turned"] != "turning" or not row["late_after"]:
        return None
    days = (today - date.fromisoformat(row["late_after"])).days
    return days if days > 0 else None


def rates(connection: sqlite3.Connection, campaign: int, today: date, asked: WeakFilter) -> Rates:
    """Return how many organisations a listing has, and how many have a first secretary."""
    wanted = query(connection, campaign, today, asked)
    counted = wanted.text(
        "count(*), count(nullif(first_secretary, '')), coalesce(sum(turned = 'turned'), 0)"
    )
    return Rates(*connection.execute(counted, wanted.values).fetchone())


# Writing --------------------------------------------------------------------------------


def add(entry: "Entry", campaign: int, name: str, fields: Mapping[str, Any]) -> str:
    """Record an organisation; one that was turned round without a day was so today.

    Raises WeakKnown where the unit has one of that name.
    """
    there = entry.connection.execute(
        "select no from weak_organisation where campaign_id = ? and unit_id = ?"
        " and natural_key = ?",
        (campaign, fields["unit_id"], keys.record_key(name)),
    ).fetchone()
    if there is not None:
        raise WeakKnown(name=name, number=there[0])
    return numbered.add(entry, KIND, campaign, {"name": name, **_settled(entry, fields)}, _key)


def edit(entry: "Entry", number: str, fields: Mapping[str, Any]) -> str:
    """Change the given fields of an organisation."""
    return numbered.edit(entry, KIND, number, _settled(entry, fields), _key)


def drop(entry: "Entry", number: str) -> str:
    """Take an organisation away."""
    return numbered.drop(entry, KIND, number)


def _settled(entry: "Entry", fields: Mapping[str, Any]) -> dict[str, Any]:
    said = dict(fields)
    if said.get("turned") == "turned":
        said.setdefault("done_on", entry.today)
    elif said.get("done_on"):
        said["turned"] = "turned"
    elif said.get("turned") == "turning":
        said["done_on"] = None
    return said


def _key(_: "Entry", row: Any) -> int:
    return keys.record_key(row.name)
