"""The life of a record, and what an entry changed, field by field, out of the journal.

A field is called as the contract calls it, a unit by its name. What only the tool needs
is left out. Who gave an opinion is never told, only that it was recorded.
"""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from typing import Final

from ledger import journal
from ledger import keys
from ledger.errors import NotANumber
from ledger.errors import UnknownEntry
from ledger.journal import Change
from ledger.journal import Row
from ledger.naming import Namer
from ledger.store import Author
from ledger.store import Ledger
from ledger.units import UnitNames
from schemas import record as records
from schemas.amount import of_tenths
from schemas.fault import Fault

#: Columns that are not called as their field: its name, and the table that is referred to.
REFERENCES: Final[dict[str, tuple[str, str | None]]] = {
    "unit_id": ("unit", "unit"),
    "parent_id": ("parent", "unit"),
    "lead_unit_id": ("lead_unit", "unit"),
    "sender_id": ("raised_by", "unit"),
    "merged_into_id": ("merged_into", "unit"),
    "joined_to_id": ("joined_to", "opinion"),
    "visit_id": ("visit", "visit"),
    "carried_from_id": ("carried_from", "campaign"),
    "body_id": ("body", "unit"),
    "sup_group": ("group", None),
    "member_group": ("group", None),
    "day_tenths": ("days", None),
    "hour_tenths": ("hours", None),
}
#: Rows that are one value of a record's list: the list, the column, what it refers to.
ITEMS_OF_LISTS: Final = {
    "unit_alias": ("aliases", "name", None),
    "item_co_unit": ("co_units", "unit_id", "unit"),
    "item_opinion": ("opinions", "opinion_id", "opinion"),
}
#: The tables whose rows belong to a record, with the column that says to which.
_BELONGING: Final = {
    "unit": (
        ("unit_alias", "unit_id"),
        ("participation", "unit_id"),
        ("heading_meaning", "sender_id"),
    ),
    "item": (
        ("item_co_unit", "item_id"),
        ("item_opinion", "item_id"),
        ("item_step", "item_id"),
    ),
    "opinion": (("item_opinion", "opinion_id"),),
}
#: Columns with the code of a part of the plan.
_BY_CODE: Final = {"activity": {"action": "actions", "phase": "phases"}}
#: What a new record has anyway, so that it tells nothing.
BEGINNING: Final = {"reopened": 0, "active": True, "times": 1}
_STEP: Final = ("step", "day", "done_by", "reason")
#: Said of every record anyway, or kept for the tool's own use.
_UNTOLD: Final = frozenset({"no", "campaign", "campaign_id", "plan"})
_KINDS: Final = {kind.name: kind for kind in records.RECORDS}
_TOLD: Final = (
    frozenset(
        {field.name for kind in records.RECORDS for field in kind.fields}
        | {"merged_into", "merged_on", "waived_by", "waived_why", "waived_until"}
        | {"opening"}
    )
    - _UNTOLD
)


@dataclass(frozen=True)
class Line:
    """One field that an entry changed: whose, from what to what, when and by whom."""

    entry: int
    record: str
    name: str
    field: str
    old: object
    new: object
    day: str = ""
    by: str = ""


def take_in_outside(ledger: Ledger, author: Author) -> None:
    """Give what another program did an entry, so that it is among those that are told."""
    outside = ledger.connection.execute(
        "select exists(select 1 from journal where entry_id = 0) or exists(select 1 from mark"
        " join sqlite_sequence on name = record where seq > high)"
    ).fetchone()
    if outside[0]:
        with ledger.booking() as connection:
            journal.fold_outside(connection, author.now, author.today)


def told(connection: sqlite3.Connection, of: str, names: UnitNames) -> list[Line]:
    """Return what entry 12 changed, or the life of ZG-0012, of YJ-… or of a unit.

    Raises UnknownEntry, UnknownRecord, NotANumber, or FaultyValue for a unit's name.
    """
    if of.isdigit():
        return of_entry(connection, int(of))
    return life(connection, *meant(connection, of, names))


def meant(connection: sqlite3.Connection, of: str, names: UnitNames) -> tuple[str, int]:
    """Return the record that a number or a unit's name means: its kind and its id.

    Raises UnknownRecord, NotANumber, or FaultyValue for a unit's name.
    """
    try:
        kind, _ = keys.read_number(of)
    except NotANumber:
        if of.upper().startswith(tuple(keys.PREFIXES)) and isinstance(names.find(of), Fault):
            raise
        return "unit", names.required(of)
    return kind, keys.record_id(connection, of)


def life(connection: sqlite3.Connection, record: str, row_id: int) -> list[Line]:
    """Return every change of a record and of what belongs to it, the oldest first."""
    namer = Namer(connection)
    name = namer.name(record, row_id)
    found: list[Line] = []
    for table, number in [(record, row_id), *belonging(connection, record, row_id)]:
        changes = changes_of(connection, table, number)
        now = now_of(namer, table, number)
        born = journal.born(connection, table, number)
        for entry, old, new in _told_apart(changes, now, born):
            found += _lines(entry, record, name, _fields(namer, table, old, new, record))
    found += _givers(connection, "opinion_no = ?", name)
    return _dated(connection, sorted(found, key=lambda line: line.entry))


def of_entry(connection: sqlite3.Connection, number: int) -> list[Line]:
    """Return what an entry changed, record by record. Raises UnknownEntry."""
    newest = journal.newest(connection)
    if not 0 < number <= newest:
        raise UnknownEntry(entry=number, newest=newest)
    namer = Namer(connection)
    found: list[Line] = []
    for table, row_id in _touched(connection, number):
        now = now_of(namer, table, row_id)
        born = journal.born(connection, table, row_id)
        changes = changes_of(connection, table, row_id)
        for entry, old, new in _told_apart(changes, now, born):
            if entry == number:
                record, _ = namer.owner(table, row_id)
                name = namer.name(table, row_id)
                found += _lines(entry, record, name, _fields(namer, table, old, new, record))
    return _dated(connection, found + _givers(connection, "entry_id = ?", number))


def field_of(column: str) -> str | None:
    """Return the field that a column holds, None for what only the tool needs."""
    field, _ = REFERENCES.get(column, (column, None))
    return field if field in _TOLD else None


def _dated(connection: sqlite3.Connection, lines: list[Line]) -> list[Line]:
    """Add to each line the day of its entry, and who made it."""
    made = {
        entry: connection.execute("select day, by from entry where id = ?", (entry,)).fetchone()
        for entry in {line.entry for line in lines}
    }
    return [replace(line, day=made[line.entry][0], by=made[line.entry][1]) for line in lines]


def _told_apart(
    changes: list[Change], now: Row | None, born: int | None
) -> Iterator[tuple[int, Row | None, Row | None]]:
    """Yield each entry that touched a row, with the row before and after it."""
    after: Row | None = now
    steps: list[tuple[int, Row | None, Row | None]] = []
    for change in reversed(changes):
        earlier = journal.before(after, change)
        if steps and steps[-1][0] == change.entry:
            steps[-1] = (change.entry, earlier, steps[-1][2])
        else:
            steps.append((change.entry, earlier, after))
        after = earlier
    if born is not None:
        if steps and steps[-1][0] == born:
            steps[-1] = (born, None, steps[-1][2])
        else:
            steps.append((born, None, after))
    return reversed(steps)


def _lines(
    entry: int, record: str, name: str, fields: Iterable[tuple[str, object, object]]
) -> Iterator[Line]:
    for field, old, new in fields:
        if old != new and not (old is None and new == BEGINNING.get(field)):
            yield Line(entry, record, name, field, old, new)


def _fields(
    namer: Namer, table: str, old: Row | None, new: Row | None, seen_from: str
) -> Iterator[tuple[str, object, object]]:
    if table == "item_opinion" and seen_from == "opinion":
        before, after = (referred(namer, "item", "item_id", row) for row in (old, new))
        yield "items", before, after
    elif table in ITEMS_OF_LISTS:
        field, column, target = ITEMS_OF_LISTS[table]
        yield field, referred(namer, target, column, old), referred(namer, target, column, new)
    elif table == "item_step":
        yield "step", _step(old), _step(new)
    elif table == "heading_meaning":
        row = new or old or {}
        heading = f"{row.get('sheet')}: {row.get('heading')}"
        yield heading, (old or {}).get("field"), (new or {}).get("field")
    elif table == "extra":
        heading = str((new or old or {}).get("heading"))
        yield heading, (old or {}).get("value"), (new or {}).get("value")
    else:
        yield from _columns(namer, table, old or {}, new or {})


def _columns(namer: Namer, table: str, old: Row, new: Row) -> Iterator[tuple[str, object, object]]:
    for column in new or old:
        if table == "participation" and column == "unit_id":
            continue
        field, _ = REFERENCES.get(column, (column, None))
        if field in _TOLD:
            yield (
                field,
                value_told(namer, table, column, old),
                value_told(namer, table, column, new),
            )


def value_told(namer: Namer, table: str, column: str, row: Row) -> object:
    """Return what is stored in a column as it is told: a unit by its name, a list as one."""
    value = row.get(column)
    if value is None:
        return None
    field, target = REFERENCES.get(column, (column, None))
    if table in _BY_CODE and column in _BY_CODE[table]:
        return namer.part(row, _BY_CODE[table][column], str(value))
    if target is not None:
        return namer.name(target, int(str(value)))
    kind = _KINDS.get("unit" if table == "participation" else table)
    declared = next((f for f in kind.fields if f.name == field), None) if kind else None
    if declared is not None and declared.type == "yes":
        return bool(value)
    if declared is not None and declared.type == "words":
        return json.loads(str(value))
    if declared is not None and declared.type == "amount":
        return of_tenths(int(str(value)))
    return value


def referred(namer: Namer, target: str | None, column: str, row: Row | None) -> object:
    """Return what a row that is one value of a list stands for."""
    if row is None:
        return None
    value = row[column]
    return value if target is None else namer.name(target, int(str(value)))


def _step(row: Row | None) -> list[object] | None:
    return None if row is None else [row[part] for part in _STEP if row[part]]


def now_of(namer: Namer, table: str, row_id: int) -> Row | None:
    """Return a row as it stands, or None where it is gone."""
    return namer.row(table, row_id) if namer.exists(table, row_id) else None


def changes_of(connection: sqlite3.Connection, table: str, row_id: int) -> list[Change]:
    """Return what the journal has of a row, the oldest first."""
    return [
        Change(entry, op, json.loads(old) if old else {})
        for entry, op, old in connection.execute(
            "select entry_id, op, old from journal where record = ? and row_id = ? order by id",
            (table, row_id),
        )
    ]


def belonging(
    connection: sqlite3.Connection, record: str, row_id: int
) -> Iterable[tuple[str, int]]:
    """Return the rows that belong to a record, or did before they were deleted."""
    for table, column in _BELONGING.get(record, ()):
        found = connection.execute(
            f'select id from "{table}" where "{column}" = ?1 union'
            " select row_id from journal where record = ?2 and op = 'D'"
            f" and json_extract(old, '$.{column}') = ?1 order by 1",
            (row_id, table),
        )
        for (number,) in found.fetchall():
            yield table, number


def _touched(connection: sqlite3.Connection, number: int) -> list[tuple[str, int]]:
    keys = [
        (table, row_id)
        for table, low, high in connection.execute(
            "select record, low, high from entry_mark where entry_id = ? order by id", (number,)
        )
        for row_id in range(low + 1, high + 1)
    ]
    keys += connection.execute(
        "select distinct record, row_id from journal where entry_id = ?", (number,)
    ).fetchall()
    return list(dict.fromkeys(keys))


def _givers(connection: sqlite3.Connection, where: str, value: object) -> list[Line]:
    found = connection.execute(
        f"select entry_id, opinion_no, what from giver_note where {where} order by id", (value,)
    )
    return [Line(entry, "opinion", number, "giver", None, what) for entry, number, what in found]
