"""Take an entry back while later work stays.

Each touched row ends as *restored*, *kept* (changed since by an entry that is named) or
*cannot* (something else in the ledger needs it). Values are compared, not touches: a
later change that was itself taken back stands in nobody's way.
"""

import sqlite3
from dataclasses import dataclass
from dataclasses import field
from typing import Final
from typing import Literal

from ledger import journal
from ledger.errors import AlreadyUndone
from ledger.errors import CannotUndo
from ledger.errors import NothingToUndo
from ledger.errors import UnknownEntry
from ledger.errors import UnknownRun
from ledger.journal import Past
from ledger.journal import Row
from ledger.store import Author
from ledger.store import Entry
from ledger.store import Ledger

Key = tuple[str, int]
#: Kinds of entry that no undo takes back: a ledger begun, a giver changed or forgotten.
_LASTING: Final = ("init", "final")

Verdict = Literal["restored", "kept", "gone", "needed", "taken"]

#: Where a value came from says nothing of the record; it goes back with the values.
SOURCE: Final = frozenset({"source_sheet", "source_row"})

#: Columns that mean something only together: where one was changed since, all are kept.
TOGETHER: Final = {
    "item": (
        ("due_text", "due_on", "due_class", "due_standing", "late_after"),
        ("status", "status_text", "done_on", "closing", "closed_on", "dropped_on", "reopened"),
        ("campaign_id", "carried_from_id"),
    ),
    "activity": (("made_up", "made_up_on"), ("group_all", "group_reached")),
    "visit": (("due_text", "due_on", "due_class", "due_standing", "late_after"),),
    "weak_organisation": (
        ("due_text", "due_on", "due_class", "due_standing", "late_after"),
        ("turned", "done_on"),
    ),
    "figure": (("value", "up_to", "qualifier", "measure", "words", "reason"),),
    "milestone": (
        ("waived_by", "waived_why", "waived_until"),
        ("done_on", "count"),
        ("kept_required", "kept_due_on", "kept_late_after"),
    ),
}


#: Rows that say more of a record: whose they are, and the column that tells.
OWNERS: Final = {
    "unit_alias": ("unit", "unit_id"),
    "participation": ("unit", "unit_id"),
    "item_co_unit": ("item", "item_id"),
    "item_opinion": ("item", "item_id"),
    "progress_note": ("item", "item_id"),
    "item_step": ("item", "item_id"),
    "heading_meaning": ("unit", "sender_id"),
}


@dataclass(frozen=True)
class Outcome:
    """What became of one row: the verdict, and the entry or row that stands in the way.

    ``restored``: as it was before the entry; ``kept``: ``fields`` were changed since by
    entry ``by``; ``gone``: deleted since by entry ``by``; ``needed``: row ``other``, made by
    entry ``by``, refers to it; ``taken``: row ``other`` has the same unique value by now.
    """

    record: str
    row_id: int
    verdict: Verdict
    fields: tuple[str, ...] = ()
    by: int | None = None
    other: Key | None = None


@dataclass
class _Wish:
    """What a row should become: None to delete it; else the columns to set."""

    before: Row | None
    now: Row | None
    columns: Row = field(default_factory=dict)


def undo(
    ledger: Ledger,
    author: Author,
    number: int | None = None,
    *,
    run: int | None = None,
) -> list[tuple[int, int | None, list[Outcome]]]:
    """Undo one entry, the newest that can be, or all of a run, newest first.

    Returns (entry undone, the undo's own number or None where nothing was left to do,
    outcomes) for each, each in a transaction of its own. To see what would become of it,
    do it while the ledger is rehearsing.
    Raises NothingToUndo, UnknownEntry, UnknownRun, AlreadyUndone or CannotUndo.
    """
    with ledger.booking() as connection:
        journal.fold_outside(connection, author.now, author.today)
    wanted = _wanted(ledger.connection, number, run)
    results: list[tuple[int, int | None, list[Outcome]]] = []
    own_run: int | None = None
    for entry_number in wanted:
        with ledger.writing(author, kind="undo", run=own_run) as entry:
            own_run = entry.run
            outcomes = take_back(entry, entry_number)
            entry.keep = True
            _name_what_it_undoes(entry, entry_number)
            results.append((entry_number, entry.id, outcomes))
    return results


def _name_what_it_undoes(entry: Entry, number: int) -> None:
    entry.connection.execute(
        "update entry set undoes = ?1, campaign_id = (select campaign_id from entry where id = ?1)"
        " where id = ?2",
        (number, entry.id),
    )


def _wanted(connection: sqlite3.Connection, number: int | None, run: int | None) -> list[int]:
    undone = journal.undone(connection)
    if run is not None:
        rows = connection.execute(
            "select id, kind from entry where run_id = ? order by id desc", (run,)
        ).fetchall()
        if not rows:
            raise UnknownRun(run=run)
        wanted = [entry for entry, kind in rows if entry not in undone and kind not in _LASTING]
        if not wanted:
            raise NothingToUndo
        return wanted
    if number is None:
        for entry, kind in connection.execute("select id, kind from entry order by id desc"):
            if kind == "undo" or kind in _LASTING or entry in undone:
                continue
            return [entry]
        raise NothingToUndo
    found = connection.execute("select kind from entry where id = ?", (number,)).fetchone()
    if found is None:
        raise UnknownEntry(entry=number, newest=journal.newest(connection))
    if found[0] in _LASTING:
        raise CannotUndo(entry=number)
    if number in undone:
        raise AlreadyUndone(entry=number, by=undone[number])
    return [number]


def take_back(entry: Entry, number: int) -> list[Outcome]:
    """Take one entry back inside another; return what became of each row it touched."""
    connection = entry.connection
    past = Past(connection, number - 1)
    outcomes: dict[Key, Outcome] = {}
    wishes: dict[Key, _Wish] = {}
    for key in _touched(connection, number):
        outcome, wish = _judge(connection, past, number, key)
        if outcome is not None:
            outcomes[key] = outcome
        if wish is not None:
            wishes[key] = wish
    outcomes |= _stay_with(wishes, outcomes)
    left = {key: wish for key, wish in wishes.items() if key not in outcomes or wish.before}
    entry.connection.execute("pragma defer_foreign_keys = on")
    refused = _apply(connection, left)
    for key in left:
        kept = outcomes.get(key)
        outcomes[key] = refused.get(key) or kept or Outcome(*key, "restored")
    return sorted(outcomes.values(), key=lambda outcome: (outcome.record, outcome.row_id))


def _touched(connection: sqlite3.Connection, number: int) -> list[Key]:
    keys: dict[Key, None] = {}
    for record, low, high in connection.execute(
        "select record, low, high from entry_mark where entry_id = ? order by id", (number,)
    ):
        keys |= dict.fromkeys((record, row_id) for row_id in range(low + 1, high + 1))
    for record, row_id in connection.execute(
        "select distinct record, row_id from journal where entry_id = ?", (number,)
    ):
        keys[record, row_id] = None
    return list(keys)


def _judge(
    connection: sqlite3.Connection, past: Past, number: int, key: Key
) -> tuple[Outcome | None, _Wish | None]:
    now = past.now(*key)
    changes = past.changes(*key)
    after = now
    for change in reversed([c for c in changes if c.entry > number]):
        after = journal.before(after, change)
    earlier = after
    for change in reversed([c for c in changes if c.entry == number]):
        earlier = journal.before(earlier, change)
    if journal.born(connection, *key) == number:
        earlier = None
    if earlier == after:
        return None, None
    if earlier == now:
        gone = now is None and after is not None
        return (Outcome(*key, "gone", by=_last_entry(changes, number)) if gone else None), None
    if earlier is None or after is None:
        return _judge_whole(key, number, changes, earlier, after, now)
    return _judge_fields(key, number, changes, earlier, after, now)


def _judge_whole(
    key: Key,
    number: int,
    changes: list[journal.Change],
    earlier: Row | None,
    after: Row | None,
    now: Row | None,
) -> tuple[Outcome | None, _Wish | None]:
    """Judge a row that the entry made or deleted."""
    if _without_source(now) == _without_source(after):
        return None, _Wish(earlier, now, earlier or {})
    if now is None:
        return Outcome(*key, "gone", by=_last_entry(changes, number)), None
    since = {name for name in now if after is not None and after.get(name) != now.get(name)}
    fields = tuple(name for name in now if name in since - SOURCE)
    return Outcome(*key, "kept", fields, by=_who_changed(changes, number, fields)), None


def _without_source(row: Row | None) -> Row | None:
    return row and {name: value for name, value in row.items() if name not in SOURCE}


def _judge_fields(
    key: Key,
    number: int,
    changes: list[journal.Change],
    earlier: Row,
    after: Row,
    now: Row | None,
) -> tuple[Outcome | None, _Wish | None]:
    """Judge a row that the entry changed, field by field."""
    if now is None:
        return Outcome(*key, "gone", by=_last_entry(changes, number)), None
    wanted = {name for name, value in earlier.items() if after.get(name) != value}
    wanted -= {name for name in SOURCE if now.get(name) != after.get(name)}
    kept = {
        name
        for name in wanted
        if now.get(name) != after.get(name) and now.get(name) != earlier[name]
    }
    for group in TOGETHER.get(key[0], ()):
        moved = any(now.get(name) != after.get(name) for name in group)
        if moved and any(now.get(n) != earlier.get(n) for n in group if n in wanted):
            kept |= wanted & set(group)
    restore = {name: earlier[name] for name in wanted - kept if now.get(name) != earlier[name]}
    wish = _Wish(earlier, now, restore) if restore else None
    if not kept:
        return None, wish
    fields = tuple(name for name in earlier if name in kept)
    return Outcome(*key, "kept", fields, by=_who_changed(changes, number, fields)), wish


def _last_entry(changes: list[journal.Change], number: int) -> int | None:
    later = [change.entry for change in changes if change.entry > number]
    return later[-1] if later else None


def _who_changed(changes: list[journal.Change], number: int, fields: tuple[str, ...]) -> int | None:
    for change in reversed(changes):
        if change.entry > number and (change.op != "U" or set(change.old) & set(fields)):
            return change.entry
    return _last_entry(changes, number)


# Doing it -------------------------------------------------------------------------------


def _apply(connection: sqlite3.Connection, wishes: dict[Key, _Wish]) -> dict[Key, Outcome]:
    """Carry out the wishes; leave out those that would break the ledger, and say why."""
    refused: dict[Key, Outcome] = {}
    while True:
        connection.execute("savepoint taking_back")
        left = {key: wish for key, wish in wishes.items() if key not in refused}
        trouble = _carry_out(connection, left) or _broken(connection, left)
        if not trouble:
            connection.execute("release taking_back")
            return refused
        connection.execute("rollback to taking_back")
        connection.execute("release taking_back")
        refused |= trouble
        refused |= _stay_with(left, refused)


def _stay_with(wishes: dict[Key, _Wish], stuck: dict[Key, Outcome]) -> dict[Key, Outcome]:
    """Keep what belongs to a new record that stays: its aliases, its notes, its steps."""
    found = {}
    for key, wish in wishes.items():
        owner = _owner(key, wish)
        if wish.before is None and owner is not None and owner in stuck:
            verdict, by, other = stuck[owner].verdict, stuck[owner].by, stuck[owner].other
            found[key] = Outcome(*key, verdict, by=by, other=other)
    return found


def _owner(key: Key, wish: _Wish) -> Key | None:
    owner = OWNERS.get(key[0])
    if owner is None or wish.now is None:
        return None
    table, column = owner
    return None if wish.now[column] is None else (table, int(str(wish.now[column])))


def _carry_out(connection: sqlite3.Connection, wishes: dict[Key, _Wish]) -> dict[Key, Outcome]:
    """Delete, then write. Unique values that swap places are freed before they are set."""
    for (record, row_id), wish in wishes.items():
        if wish.before is None:
            connection.execute(f'delete from "{record}" where id = ?', (row_id,))
    kept = {key: wish for key, wish in wishes.items() if wish.before is not None}
    if all(_written(connection, key, wish) for key, wish in kept.items()):
        return {}
    whole = {key: wish for key, wish in kept.items() if wish.columns}
    for record, row_id in whole:
        connection.execute(f'delete from "{record}" where id = ?', (row_id,))
    rows = {key: {**(wish.now or {}), **wish.columns} for key, wish in whole.items()}
    return {
        key: Outcome(*key, "taken", other=_holder(connection, key, row))
        for key, row in rows.items()
        if not _written(connection, key, _Wish(whole[key].before, None, row))
    }


def _written(connection: sqlite3.Connection, key: Key, wish: _Wish) -> bool:
    record, row_id = key
    names = list(wish.columns)
    if wish.now is None:
        listed = "".join(f', "{name}"' for name in names)
        marks = ", ?" * len(names)
        statement = f'insert into "{record}"(id{listed}) values (?{marks})'
        values = [row_id, *wish.columns.values()]
    else:
        listed = ", ".join(f'"{name}" = ?' for name in names)
        statement = f'update "{record}" set {listed} where id = ?'
        values = [*wish.columns.values(), row_id]
    try:
        connection.execute(statement, values)
    except sqlite3.IntegrityError:
        return False
    return True


def _holder(connection: sqlite3.Connection, key: Key, row: Row) -> Key | None:
    """Find the row that has the unique value which another one wants back."""
    record, row_id = key
    for index in connection.execute(f'pragma index_list("{record}")').fetchall():
        if not index[2]:
            continue
        names = [r[2] for r in connection.execute(f'pragma index_info("{index[1]}")')]
        where = " and ".join(f'"{name}" = ?' for name in names)
        found = connection.execute(
            f'select id from "{record}" where {where} and id <> ?',
            [*(row.get(name) for name in names), row_id],
        ).fetchone()
        if found:
            return record, found[0]
    return None


def _broken(connection: sqlite3.Connection, wishes: dict[Key, _Wish]) -> dict[Key, Outcome]:
    """Return the wishes that would leave a reference to nothing."""
    trouble: dict[Key, Outcome] = {}
    for child, child_id, parent, number in connection.execute(
        "pragma foreign_key_check"
    ).fetchall():
        if (child, child_id) in wishes:
            trouble[child, child_id] = _missing(connection, child, child_id, parent, number)
            continue
        column = _reference(connection, child, number)
        parent_id = connection.execute(
            f'select "{column}" from "{child}" where id = ?', (child_id,)
        ).fetchone()[0]
        maker = _who_pointed(connection, child, child_id, column)
        trouble[parent, parent_id] = Outcome(
            parent, parent_id, "needed", by=maker, other=(child, child_id)
        )
    return {key: outcome for key, outcome in trouble.items() if key in wishes}


def _missing(
    connection: sqlite3.Connection, child: str, child_id: int, parent: str, number: int
) -> Outcome:
    column = _reference(connection, child, number)
    parent_id = connection.execute(
        f'select "{column}" from "{child}" where id = ?', (child_id,)
    ).fetchone()[0]
    found = connection.execute(
        "select max(entry_id) from journal where record = ? and row_id = ? and op = 'D'",
        (parent, parent_id),
    ).fetchone()
    return Outcome(child, child_id, "needed", by=found[0], other=(parent, parent_id))


def _reference(connection: sqlite3.Connection, table: str, number: int) -> str:
    for row in connection.execute(f'pragma foreign_key_list("{table}")'):
        if row[0] == number:
            return str(row[3])
    raise LookupError(table)


def _who_pointed(
    connection: sqlite3.Connection, record: str, row_id: int, column: str
) -> int | None:
    found = connection.execute(
        "select max(entry_id) from journal where record = ? and row_id = ? and op = 'U'"
        f" and json_type(old, '$.{column}') is not null",
        (record, row_id),
    ).fetchone()
    return found[0] or journal.born(connection, record, row_id)
