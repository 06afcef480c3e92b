"""Whether a ledger's file is sound: SQLite's own word, the tables, the journal, the numbers.

Nothing is changed. What is found is data; a file that is none of ours is a mistake.
"""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ledger import journal
from ledger import keys
from ledger import store
from ledger.errors import LedgerMissing
from ledger.errors import LedgerNewer
from ledger.errors import NotALedger
from schemas.fault import Fault

#: Not more of one kind is named than this.
MOST: Final = 20


def verify(path: Path) -> Iterator[Fault]:
    """Yield what is wrong with a ledger, each as a fault of the area ``verify``.

    Raises LedgerMissing, NotALedger or LedgerNewer.
    """
    if not path.is_file():
        raise LedgerMissing(path=path)
    with store.translated(path):
        connection = store.connect_bare(path)
        try:
            its_shape = shape(connection, path)
            sound = True
            for fault in _file(connection):
                sound = False
                yield fault
            if sound:
                if its_shape < store.SHAPE:
                    yield Fault("verify.older", {"shape": its_shape, "known": store.SHAPE})
                else:
                    yield from _tables(connection)
                yield from _journal(connection)
                yield from _numbers(connection)
                yield from _units(connection)
            yield from _protection(path)
        finally:
            connection.close()


def shape(connection: sqlite3.Connection, path: Path) -> int:
    """Return the shape of a ledger's tables; raises NotALedger or LedgerNewer."""
    if connection.execute("pragma application_id").fetchone()[0] != store.APPLICATION_ID:
        raise NotALedger(path=path)
    found = int(connection.execute("pragma user_version").fetchone()[0])
    if found > store.SHAPE:
        raise LedgerNewer(path=path, shape=found, known=store.SHAPE)
    return found


def _file(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Ask SQLite whether the file is whole, and every reference leads somewhere."""
    for (said,) in connection.execute(f"pragma integrity_check({MOST})"):
        if said != "ok":
            yield Fault("verify.file", {"what": said})
    for table, row_id, parent, _ in connection.execute("pragma foreign_key_check").fetchmany(MOST):
        yield Fault("verify.reference", {"table": table, "row": row_id, "parent": parent})


def _tables(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Compare tables, indexes, views and triggers with those of a ledger made anew."""
    with TemporaryDirectory() as folder:
        fresh, _ = store.create(Path(folder) / "fresh.db")
        with fresh:
            should = _parts(fresh.connection)
    ours = _parts(connection)
    for kind, name in sorted(should.keys() - ours.keys()):
        yield Fault("verify.absent", {"kind": kind, "part": name})
    for kind, name in sorted(should.keys() & ours.keys()):
        if ours[kind, name] != should[kind, name]:
            yield Fault("verify.different", {"kind": kind, "part": name})
    # Somebody's own views and tables do no harm; a trigger may.
    for kind, name in sorted(ours.keys() - should.keys()):
        if kind == "trigger":
            yield Fault("verify.foreign", {"part": name})


def _parts(connection: sqlite3.Connection) -> dict[tuple[str, str], object]:
    """Return what a database consists of: a table by its columns, the rest by its text."""
    found: dict[tuple[str, str], object] = {}
    for kind, name, text in connection.execute(
        "select type, name, sql from sqlite_master where name not like 'sqlite_%'"
    ).fetchall():
        if kind == "table":
            columns = connection.execute(f'pragma table_info("{name}")').fetchall()
            found[kind, name] = {column[1:] for column in columns}
        else:
            found[kind, name] = " ".join(str(text).split())
    return found


def _journal(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Ask whether every line of the journal has its entry, and fits the rows there are."""
    for key, question in _QUESTIONS.items():
        for row in connection.execute(question).fetchmany(MOST):
            yield Fault(f"verify.{key}", {"entry": row[0]})
    for table in journal.journalled(connection):
        for row_id, op in connection.execute(
            f'select line.row_id, line.op from journal line left join "{table}" it'
            " on it.id = line.row_id where line.id in"
            " (select max(id) from journal where record = ?1 group by row_id)"
            " and (line.op = 'D') = (it.id is not null)",
            (table,),
        ).fetchmany(MOST):
            key = "verify.still_there" if op == "D" else "verify.lost"
            yield Fault(key, {"table": table, "row": row_id})


#: What no sound journal has; each question returns the numbers of entries.
_QUESTIONS: Final = {
    "open_entry": "select entry_id from current where entry_id is not null",
    "no_entry": (
        "select distinct entry_id from journal where entry_id > 0"
        " and entry_id not in (select id from entry)"
        " union select entry_id from entry_mark where entry_id not in (select id from entry)"
    ),
    "not_json": "select entry_id from journal where old is not null and not json_valid(old)",
    "no_undone": (
        "select id from entry where undoes is not null and undoes not in (select id from entry)"
    ),
    "overlapping": (
        "select a.entry_id from entry_mark a join entry_mark b on a.record = b.record"
        " and a.id < b.id and b.low < a.high"
    ),
}


def _numbers(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Look for items out of their order, and opinions' numbers that do not check."""
    for row_id, number in connection.execute("select id, no from item"):
        if number != keys.item_number(row_id):
            yield Fault("verify.number", {"number": number})
    for (number,) in connection.execute("select no from opinion"):
        letters = number.removeprefix("YJ-")
        if not _checks(letters):
            yield Fault("verify.number", {"number": number})


def _checks(letters: str) -> bool:
    well_formed = len(letters) > 1 and set(letters) <= set(keys.ALPHABET)
    return well_formed and keys.check_letter(letters[:-1]) == letters[-1]


def _units(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Look for units that lie below themselves."""
    rows = connection.execute("select id, parent_id, name from unit").fetchall()
    parents = {row_id: parent for row_id, parent, _ in rows}
    for row_id, _, name in rows:
        seen: set[int] = set()
        above = parents[row_id]
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if row_id in seen:
            yield Fault("verify.circle", {"unit": name})


def _protection(path: Path) -> Iterator[Fault]:
    """Look whether others on this machine may read what people said."""
    if os.name != "nt" and path.stat().st_mode & 0o077:
        yield Fault("verify.permissions", {"path": path})
