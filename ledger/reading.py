"""A view, filters, an order and today → rows. What depends on today is computed here only."""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import timedelta
from typing import Any
from typing import Final

from ledger import journal
from ledger.units import subtree
from schemas import record
from schemas.vocabulary import OPEN_STATUSES

#: Written out, not bound: only so can the index of open work be used.
_OPEN: Final = "status in ('planned', 'doing') and dropped_on is null"
_AT_ONCE: Final = "due_class = 'immediate' and late_after is null"
_CHUNK: Final = 500
#: As many days ahead as anybody can mean.
_FAR: Final = 36_500

Row = dict[str, Any]


@dataclass
class Query:
    """Conditions on a view with their values, put together piece by piece."""

    view: str
    conditions: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    order: str = "id"

    def where(self, condition: str, **values: object) -> "Query":
        """Add a condition; the values are bound by name."""
        self.conditions.append(condition)
        self.values |= values
        return self

    def among(self, column: str, wanted: Sequence[object]) -> "Query":
        """Keep the rows whose column has one of the values; none given keeps all."""
        if wanted:
            names = [f"{column}_{at}" for at in range(len(wanted))]
            listed = ", ".join(f":{name}" for name in names)
            self.where(f"{column} in ({listed})", **dict(zip(names, wanted, strict=True)))
        return self

    def below(self, connection: sqlite3.Connection, unit: int | None) -> "Query":
        """Keep what is about a unit or one below it."""
        if unit is not None:
            listed = ", ".join(str(number) for number in subtree(connection, unit))
            self.where(f"unit_id in ({listed})")
        return self

    def text(self, columns: str = "*", limit: int | None = None) -> str:
        """Return the SQL."""
        conditions = " and ".join(self.conditions) or "1 = 1"
        most = "" if limit is None else f" limit {int(limit)}"
        return f"select {columns} from {self.view} where {conditions} order by {self.order}{most}"


def rows(connection: sqlite3.Connection, query: Query, limit: int | None = None) -> Iterator[Row]:
    """Yield the rows of a query as dicts by the view's columns.

    Of units that share a name, each is called by its parent's and its own.
    """
    told = told_apart(connection)
    cursor = connection.execute(query.text(limit=limit), query.values)
    names = [column[0] for column in cursor.description]
    for found in cursor:
        row = dict(zip(names, found, strict=True))
        for name, whose in _UNITS:
            if row.get(whose) in told and name in row:
                row[name] = told[row[whose]]
        yield row


def told_apart(connection: sqlite3.Connection) -> dict[int, str]:
    """Return what the units that share a name are called, by their ids."""
    return dict(connection.execute(_DOUBLED).fetchall())


#: The columns of views that name a unit, with those of its id.
_UNITS: Final = (("unit", "unit_id"), ("raised_by", "sender_id"))
_DOUBLED: Final = (
    "select unit.id, parent.name || unit.name from unit join unit as parent"
    " on parent.id = unit.parent_id where unit.merged_into_id is null and unit.name in"
    " (select name from unit where merged_into_id is null group by name having count(*) > 1)"
)


def count(connection: sqlite3.Connection, query: Query) -> int:
    """Return how many rows a query has, asked of the view's own table where it has one.

    The table has every column that is filtered by, and an index that the view's names of
    units would only be looked up beside.
    """
    conditions = " and ".join(query.conditions) or "1 = 1"
    table = {"items": "item", "opinions": "opinion"}.get(query.view, query.view)
    text = f"select count(*) from {table} where {conditions}"
    return int(connection.execute(text, query.values).fetchone()[0])


# Items ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class ItemFilter:
    """What ``rectify`` is asked for. Empty means all; dropped items only with ``dropped``."""

    unit: int | None = None
    overdue: bool = False
    due_within: int | None = None
    status: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    lead: str | None = None
    group: str | None = None
    batch: str | None = None
    theme: str | None = None
    category: str | None = None
    carried_from: int | None = None
    numbers: tuple[int, ...] = ()
    dropped: bool = False


def item_query(
    connection: sqlite3.Connection, campaign: int, today: date, asked: ItemFilter
) -> Query:
    """Return the query for items; overdue and due-soon ones by their day, others by number."""
    query = Query("items").where("campaign_id = :campaign", campaign=campaign)
    if asked.overdue:
        query.where(f"{_OPEN} and late_after < :today", today=today.isoformat())
        query.order = "late_after, id"
    elif asked.due_within is not None:
        last = today + timedelta(days=min(asked.due_within, _FAR))
        query.where(
            f"{_OPEN} and late_after >= :today and late_after <= :last",
            today=today.isoformat(),
            last=last.isoformat(),
        )
        query.order = "late_after, id"
    elif not asked.dropped:
        query.where("dropped_on is null")
    query.below(connection, asked.unit)
    for column in ("status", "closing", "kind", "scope"):
        query.among(column, getattr(asked, column))
    query.among("id", asked.numbers)
    _narrow(query, asked)
    return query


def _narrow(query: Query, asked: ItemFilter) -> None:
    if asked.lead:
        query.where("instr(coalesce(lead, ''), :lead) > 0", lead=asked.lead)
    if asked.batch:
        query.where("batch = :batch", batch=asked.batch)
    if asked.carried_from is not None:
        query.where("carried_from_id = :origin", origin=asked.carried_from)
    for name in ("theme", "category"):
        word = getattr(asked, name)
        if word:
            said = json.dumps(word, ensure_ascii=False)
            query.where(f"instr(coalesce({name}, ''), :{name}) > 0", **{name: said})
    if asked.group:
        query.where(
            "unit_id in (select unit_id from participation where supervision_group = :sup_group"
            " and participation.campaign_id = :campaign)",
            sup_group=asked.group,
        )


def items(
    connection: sqlite3.Connection,
    campaign: int,
    today: date,
    asked: ItemFilter,
    limit: int | None = None,
) -> Iterator[Row]:
    """Yield items with the fields of the contract."""
    query = item_query(connection, campaign, today, asked)
    for chunk in _chunks(rows(connection, query, limit)):
        ids = [row["id"] for row in chunk]
        co_units = _linked(connection, _CO_UNITS, ids)
        opinions = _linked(connection, _ITEM_OPINIONS, ids)
        for row in chunk:
            row["co_units"] = co_units.get(row["id"], [])
            row["opinions"] = opinions.get(row["id"], [])
            row["days_overdue"] = days_overdue(row, today)
            yield fields(record.ITEM, row)


def immediate(
    connection: sqlite3.Connection,
    campaign: int,
    today: date,
    asked: ItemFilter,
    limit: int | None = None,
) -> Iterator[Row]:
    """Yield open work that is to be done at once and has no limit, with its age in days.

    The oldest first; of the filter all counts but what is about overdue.
    """
    wide = replace(asked, overdue=False, due_within=None)
    query = item_query(connection, campaign, today, wide)
    query.where(f"{_OPEN} and {_AT_ONCE}")
    query.order = "raised_on, id"
    for row in rows(connection, query, limit):
        since = row["raised_on"] or _recorded_on(connection, row["id"])
        row["age"] = (today - date.fromisoformat(since)).days if since else None
        yield row


def _recorded_on(connection: sqlite3.Connection, item: int) -> str | None:
    """Return the day on which an item was recorded, for one that does not say its own."""
    found = connection.execute(
        "select entry.day from entry where id = ?", (journal.born(connection, "item", item),)
    ).fetchone()
    return None if found is None else found[0]


def days_overdue(row: Mapping[str, Any], today: date) -> int | None:
    """Return by how many days open work is past the day after which it is late, or None."""
    late = row["late_after"]
    if row["status"] not in OPEN_STATUSES or not late or row["dropped_on"]:
        return None
    days = (today - date.fromisoformat(late)).days
    return days if days > 0 else None


_CO_UNITS: Final = (
    "select item_co_unit.item_id, unit.name from item_co_unit"
    " join unit on unit.id = item_co_unit.unit_id where item_co_unit.item_id in ({ids})"
    " order by item_co_unit.id"
)
_ITEM_OPINIONS: Final = (
    "select item_opinion.item_id, opinion.no from item_opinion"
    " join opinion on opinion.id = item_opinion.opinion_id"
    " where item_opinion.item_id in ({ids}) order by opinion.no"
)
_OPINION_ITEMS: Final = (
    "select item_opinion.opinion_id, item.no from item_opinion"
    " join item on item.id = item_opinion.item_id"
    " where item_opinion.opinion_id in ({ids}) order by item.id"
)
_ALIASES: Final = "select unit_id, name from unit_alias where unit_id in ({ids}) order by id"


def _linked(connection: sqlite3.Connection, text: str, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    listed = ", ".join(str(number) for number in ids)
    for owner, value in connection.execute(text.format(ids=listed)):
        found.setdefault(owner, []).append(value)
    return found


def _chunks(found: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in found:
        chunk.append(row)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def fields(kind: record.Record, row: Mapping[str, Any]) -> Row:
    """Return a row with exactly the contract's fields, lists as lists, yes as true or false."""
    result: Row = {}
    for declared in kind.fields:
        value = row[declared.name]
        if declared.type == "words" and not isinstance(value, list):
            value = json.loads(value) if value else []
        elif declared.type == "yes" and value is not None:
            value = bool(value)
        result[declared.name] = value
    return result


# Opinions -------------------------------------------------------------------------------


@dataclass(frozen=True)
class OpinionFilter:
    """What ``opinions`` is asked for; withdrawn and joined ones only with ``whole``."""

    unit: int | None = None
    channel: tuple[str, ...] = ()
    theme: str | None = None
    status: tuple[str, ...] = ()
    target: str | None = None
    search: str | None = None
    since: date | None = None
    until: date | None = None
    unanswered: bool = False
    numbers: tuple[int, ...] = ()
    whole: bool = False


def opinion_query(connection: sqlite3.Connection, campaign: int, asked: OpinionFilter) -> Query:
    """Return the query for opinions."""
    query = Query("opinions").where("campaign_id = :campaign", campaign=campaign)
    query.below(connection, asked.unit)
    query.among("channel", asked.channel).among("status", asked.status)
    query.among("id", asked.numbers)
    if not asked.whole and not asked.status:
        query.where("status <> 'withdrawn'")
    if not asked.whole:
        query.where("joined_to_id is null")
    if asked.theme:
        word = json.dumps(asked.theme, ensure_ascii=False)
        query.where("instr(coalesce(theme, ''), :theme) > 0", theme=word)
    if asked.target:
        query.where("target = :target", target=asked.target)
    if asked.unanswered:
        query.where("status in ('new', 'assigned', 'claimed', 'turned_back')")
    if asked.since:
        query.where("raised_on >= :since", since=asked.since.isoformat())
    if asked.until:
        query.where("raised_on <= :until", until=asked.until.isoformat())
    if asked.search:
        query.where(
            "(instr(content, :said) > 0 or instr(coalesce(wording, ''), :said) > 0)",
            said=asked.search,
        )
    return query


def opinions(
    connection: sqlite3.Connection,
    campaign: int,
    asked: OpinionFilter,
    limit: int | None = None,
) -> Iterator[Row]:
    """Yield opinions with the fields of the contract."""
    query = opinion_query(connection, campaign, asked)
    for chunk in _chunks(rows(connection, query, limit)):
        linked = _linked(connection, _OPINION_ITEMS, [row["id"] for row in chunk])
        for row in chunk:
            row["items"] = linked.get(row["id"], [])
            yield fields(record.OPINION, row)


# Units ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class UnitFilter:
    """What ``units`` is asked for; inactive ones only with ``whole``."""

    unit: int | None = None
    tier: str | None = None
    kind: str | None = None
    batch: str | None = None
    group: str | None = None
    search: str | None = None
    numbers: tuple[int, ...] = ()
    whole: bool = False


def unit_query(connection: sqlite3.Connection, campaign: int, asked: UnitFilter) -> Query:
    """Return the query for units."""
    query = Query("units").where("campaign_id = :campaign", campaign=campaign)
    if asked.unit is not None:
        listed = ", ".join(str(number) for number in subtree(connection, asked.unit))
        query.where(f"id in ({listed})")
    query.among("id", asked.numbers)
    for name, column in (("tier", "tier"), ("kind", "kind"), ("batch", "batch")):
        if getattr(asked, name):
            query.where(f"{column} = :{name}", **{name: getattr(asked, name)})
    if asked.group:
        query.where("supervision_group = :sup_group", sup_group=asked.group)
    if asked.search:
        query.where(
            "(instr(name, :said) > 0 or instr(coalesce(short_name, ''), :said) > 0"
            " or id in (select unit_id from unit_alias where instr(unit_alias.name, :said) > 0))",
            said=asked.search,
        )
    if not asked.whole:
        query.where("active = 1")
    return query


def units(
    connection: sqlite3.Connection,
    campaign: int,
    asked: UnitFilter,
    limit: int | None = None,
) -> Iterator[Row]:
    """Yield units with the fields of the contract, those of the campaign in use."""
    for row in units_with_ids(connection, campaign, asked, limit):
        yield fields(record.UNIT, row)


def units_with_ids(
    connection: sqlite3.Connection,
    campaign: int,
    asked: UnitFilter,
    limit: int | None = None,
) -> Iterator[Row]:
    """Yield units as the view has them, with their aliases and ids."""
    query = unit_query(connection, campaign, asked)
    for chunk in _chunks(rows(connection, query, limit)):
        aliases = _linked(connection, _ALIASES, [row["id"] for row in chunk])
        for row in chunk:
            row["aliases"] = aliases.get(row["id"], [])
            yield row


# Entries --------------------------------------------------------------------------------


def entries(connection: sqlite3.Connection, limit: int | None = None) -> Iterator[Row]:
    """Yield entries, the newest first, with what undid them."""
    undone = journal.undone(connection)
    query = Query("entries", order="id desc")
    for row in rows(connection, query, limit):
        row["undone_by"] = undone.get(row["no"])
        row["files"] = [row["file"]] if row["file"] else []
        yield {**fields(record.ENTRY, row), "kind": row["kind"]}
