"""The journal that the database keeps of itself: entries, what they changed, their history.

Triggers record the old values of every changed column and every deleted row under the
current entry. New rows cost nothing: ids only grow, so an entry's new rows are those
between two marks. What another program changed is found by the same two means.
"""

import json
import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Final

Row = dict[str, object]

#: The tables that stand for what a person would call a record; the others belong to them.
RECORDS: Final = (
    "unit",
    "opinion",
    "item",
    "milestone",
    "activity",
    "visit",
    "contact_point",
    "weak_organisation",
    "review",
    "figure",
)


def journalled(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the tables under the journal, by their marks."""
    return tuple(name for (name,) in connection.execute("select record from mark order by id"))


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return a table's columns in their order."""
    rows = connection.execute(f'pragma table_info("{table}")').fetchall()
    return tuple(row[1] for row in rows)


def install(connection: sqlite3.Connection) -> None:
    """Write the triggers anew for every table under the journal."""
    for table in journalled(connection):
        names = [name for name in columns(connection, table) if name != "id"]
        for statement in _triggers(table, names):
            connection.execute(statement)


def _triggers(table: str, names: list[str]) -> Iterator[str]:
    entry = "coalesce((select entry_id from current), 0)"
    changed = " union all ".join(
        f'select \'{name}\' as name, old."{name}" as value where old."{name}" is not new."{name}"'
        for name in names
    )
    differs = " or ".join(f'old."{name}" is not new."{name}"' for name in names)
    whole = ", ".join(f"'{name}', old.\"{name}\"" for name in names)
    into = "insert into journal(entry_id, record, row_id, op, old) values"
    yield (
        f'create trigger "{table}_changed" after update on "{table}" when {differs} begin '
        f"{into} ({entry}, '{table}', old.id, 'U', "
        f"(select json_group_object(name, value) from ({changed}))); end"
    )
    yield (
        f'create trigger "{table}_deleted" after delete on "{table}" begin '
        f"{into} ({entry}, '{table}', old.id, 'D', json_object({whole})); end"
    )
    yield (
        f'create trigger "{table}_put_back" after insert on "{table}" '
        f"when new.id <= (select high from mark where record = '{table}') begin "
        f"{into} ({entry}, '{table}', new.id, 'I', null); end"
    )


@contextmanager
def all_rows_new(connection: sqlite3.Connection, table: str) -> Iterator[None]:
    """Insert many rows whose ids are new, without asking for each whether it was there.

    The trigger that asks makes SQLite keep a journal for every single row; it is put back
    in the same transaction.
    """
    name = f"{table}_put_back"
    [text] = connection.execute(
        "select sql from sqlite_master where type = 'trigger' and name = ?", (name,)
    ).fetchone()
    connection.execute(f'drop trigger "{name}"')
    yield
    connection.execute(text)


# Writing an entry -----------------------------------------------------------------------


def _grown(connection: sqlite3.Connection) -> list[tuple[str, int, int]]:
    return connection.execute(
        "select mark.record, mark.high, sqlite_sequence.seq from mark"
        " join sqlite_sequence on sqlite_sequence.name = mark.record"
        " where sqlite_sequence.seq > mark.high"
    ).fetchall()


def close_entry(connection: sqlite3.Connection, entry: int) -> bool:
    """Book which rows are new, count the records; tell whether anything was changed."""
    for table, low, high in _grown(connection):
        connection.execute(
            "insert into entry_mark(entry_id, record, low, high) values (?, ?, ?, ?)",
            (entry, table, low, high),
        )
        connection.execute("update mark set high = ? where record = ?", (high, table))
    connection.execute("update current set entry_id = null")
    records = _count_records(connection, entry)
    connection.execute("update entry set records = ? where id = ?", (records, entry))
    return _touched_anything(connection, entry)


def _touched_anything(connection: sqlite3.Connection, entry: int) -> bool:
    found = connection.execute(
        "select exists(select 1 from journal where entry_id = ?1)"
        " or exists(select 1 from entry_mark where entry_id = ?1)",
        (entry,),
    ).fetchone()
    return bool(found[0])


def _count_records(connection: sqlite3.Connection, entry: int) -> int:
    listed = ", ".join(f"'{name}'" for name in RECORDS)
    new = connection.execute(
        "select coalesce(sum(high - low), 0) from entry_mark"
        f" where entry_id = ? and record in ({listed})",
        (entry,),
    ).fetchone()[0]
    changed = connection.execute(
        "select count(*) from (select distinct record, row_id from journal j"
        f" where entry_id = ?1 and record in ({listed}) and not exists"
        " (select 1 from entry_mark m where m.entry_id = ?1 and m.record = j.record"
        " and j.row_id > m.low and j.row_id <= m.high))",
        (entry,),
    ).fetchone()[0]
    return int(new + changed)


def fold_outside(connection: sqlite3.Connection, now: str, today: date) -> int | None:
    """Give what another program changed an entry of its own; return its number."""
    grown = _grown(connection)
    loose = connection.execute("select exists(select 1 from journal where entry_id = 0)")
    if not grown and not loose.fetchone()[0]:
        return None
    run = connection.execute("insert into run(recorded_at) values (?)", (now,)).lastrowid
    entry = connection.execute(
        "insert into entry(run_id, day, recorded_at, by, command, kind, records)"
        " values (?, ?, ?, '', '', 'outside', 0)",
        (run, today.isoformat(), now),
    ).lastrowid
    assert entry is not None
    connection.execute("update journal set entry_id = ? where entry_id = 0", (entry,))
    close_entry(connection, entry)
    return entry


# Reading the past -----------------------------------------------------------------------


@dataclass(frozen=True)
class Change:
    """One journal line: what an entry did to a row, with the values before it."""

    entry: int
    op: str
    old: Mapping[str, object]


class Past:
    """What rows were at earlier entries, told backwards from what they are now.

    Loads the journal lines after ``since`` once; everything else is arithmetic on them.
    """

    def __init__(self, connection: sqlite3.Connection, since: int = -1) -> None:
        self.connection = connection
        self._columns: dict[str, tuple[str, ...]] = {}
        self._changes: dict[tuple[str, int], list[Change]] = {}
        for entry, record, row_id, op, old in connection.execute(
            "select entry_id, record, row_id, op, old from journal where entry_id > ? order by id",
            (since,),
        ):
            change = Change(entry, op, json.loads(old) if old else {})
            self._changes.setdefault((record, row_id), []).append(change)

    def changes(self, record: str, row_id: int) -> list[Change]:
        """Return a row's journal lines, oldest first."""
        return self._changes.get((record, row_id), [])

    def now(self, record: str, row_id: int) -> Row | None:
        """Return a row as it stands, without its id, or None."""
        names = self._columns.setdefault(
            record, tuple(name for name in columns(self.connection, record) if name != "id")
        )
        listed = ", ".join(f'"{name}"' for name in names)
        found = self.connection.execute(
            f'select {listed} from "{record}" where id = ?', (row_id,)
        ).fetchone()
        return None if found is None else dict(zip(names, found, strict=True))

    def as_of(self, entry: int, record: str, row_id: int) -> Row | None:
        """Return a row as it stood when an entry had been written, or None.

        A row that the entries after it made is still told, for its number is newer than
        any that the asker can hold; ask ``born`` where that matters.
        """
        state = self.now(record, row_id)
        for change in reversed(self.changes(record, row_id)):
            if change.entry <= entry:
                break
            state = before(state, change)
        return state


def before(state: Row | None, change: Change) -> Row | None:
    """Return a row as it was before a change, given what it was after."""
    if change.op == "I":
        return None
    if change.op == "D":
        return dict(change.old)
    return {**(state or {}), **change.old}


def born(connection: sqlite3.Connection, record: str, row_id: int) -> int | None:
    """Return the entry in which a row was new, or None where that was before any."""
    found = connection.execute(
        "select entry_id from entry_mark where record = ? and low < ? and high >= ?",
        (record, row_id, row_id),
    ).fetchone()
    return None if found is None else int(found[0])


def newest(connection: sqlite3.Connection) -> int:
    """Return the number of the newest entry, 0 where there is none."""
    return int(connection.execute("select coalesce(max(id), 0) from entry").fetchone()[0])


def run_of(connection: sqlite3.Connection, entry: int) -> int:
    """Return the run that an entry belongs to."""
    found = connection.execute("select run_id from entry where id = ?", (entry,)).fetchone()
    return int(found[0])


def undone(connection: sqlite3.Connection) -> dict[int, int]:
    """Map each entry that is undone to the undo that is in force.

    An undo that was itself undone counts for nothing, so the newest are looked at first.
    """
    found: dict[int, int] = {}
    for entry, undoes in connection.execute(
        "select id, undoes from entry where undoes is not null order by id desc"
    ):
        if entry not in found:
            found.setdefault(undoes, entry)
    return found
