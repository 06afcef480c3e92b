"""The ledger's file: open, create, migrate, back up. Nothing else opens a database."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any
from typing import Final
from typing import Self

from ledger import journal
from ledger.errors import ControlCharacters
from ledger.errors import LedgerDamaged
from ledger.errors import LedgerExists
from ledger.errors import LedgerLocked
from ledger.errors import LedgerMissing
from ledger.errors import LedgerNewer
from ledger.errors import MachineFailed
from ledger.errors import NotALedger

if TYPE_CHECKING:
    from sqlmodel import Session

#: Marks a SQLite file as one of ours ("CMPN").
APPLICATION_ID: Final = 0x434D504E
#: The shape of the tables that this release writes; each migration raises it by one.
SHAPE: Final = 3
#: NUL ends a text in SQLite's JSON; a lone surrogate can be written nowhere.
_UNKEEPABLE: Final = re.compile("[\x00\ud800-\udfff]")
#: What begins a transaction, keeps it and drops it: a whole one, a step of a rehearsal.
_WHOLE: Final = ("begin immediate", "commit", "rollback")
_STEP: Final = ("savepoint step", "release step", "rollback to step")
#: How long a writer waits for another one, in milliseconds.
PATIENCE: Final = 30_000


@dataclass(frozen=True)
class Author:
    """Who does something, on which day, at what real time, and what was typed to do it."""

    by: str
    today: date
    now: str
    typed: str


class Ledger:
    """An open ledger file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._rehearses = False

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(
        self,
        author: Author,
        *,
        campaign: int | None = None,
        kind: str = "command",
        run: int | None = None,
        dry_run: bool = False,
    ) -> Iterator["Entry"]:
        """Write one entry: all of it, or nothing when the block is left by an exception.

        An entry that changes no record is taken back as if it had never been opened,
        unless it says ``keep``. With ``dry_run`` everything happens and is rolled back.
        """
        connection = self.connection
        entry: Entry | None = None
        try:
            with self.rehearsing(wanted=dry_run), self._transaction():
                journal.fold_outside(connection, author.now, author.today)
                connection.execute("savepoint entry")
                entry = Entry(self, author, *self._open(author, campaign, kind, run))
                yield entry
                entry.flush()
                if not journal.close_entry(connection, entry.id) and not entry.keep:
                    connection.execute("rollback to entry")
                    entry.empty = True
                connection.execute("release entry")
        finally:
            if entry is not None:
                entry.leave()

    @contextmanager
    def rehearsing(self, *, wanted: bool = True) -> Iterator[None]:
        """Let all that is written within happen, and take it back at the end.

        Several entries of a rehearsal see one another, as they would in earnest.
        """
        if not wanted or self._rehearses:
            yield
            return
        with translated(self.path):
            self.connection.execute("begin immediate")
        self._rehearses = True
        try:
            yield
        finally:
            self._rehearses = False
            if self.connection.in_transaction:
                self.connection.execute("rollback")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Keep all of a block, or nothing of it; within a rehearsal for as long as that lasts."""
        begin, keep, drop = _STEP if self._rehearses else _WHOLE
        with translated(self.path):
            self.connection.execute(begin)
        try:
            yield
            with translated(self.path):
                self.connection.execute(keep)
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute(drop)
            raise

    def _open(
        self, author: Author, campaign: int | None, kind: str, run: int | None
    ) -> tuple[int, int]:
        execute = self.connection.execute
        now = author.now
        if run is None:
            run = _inserted(execute("insert into run(recorded_at) values (?)", (now,)))
        entry = _inserted(
            execute(
                "insert into entry(run_id, campaign_id, day, recorded_at, by, command, kind,"
                " records) values (?, ?, ?, ?, ?, ?, ?, 0)",
                (run, campaign, author.today.isoformat(), now, author.by, author.typed, kind),
            )
        )
        execute("update current set entry_id = ?", (entry,))
        return entry, run

    @contextmanager
    def booking(self) -> Iterator[sqlite3.Connection]:
        """Write to the books that no undo touches (exports, files), without an entry."""
        with self._transaction():
            yield self.connection


class Entry:
    """The entry that is being written: its number, its run, and how to write rows."""

    def __init__(self, ledger: Ledger, author: Author, number: int, run: int) -> None:
        self.ledger = ledger
        self.author = author
        self.id = number
        self.run = run
        #: Keep the entry although it changes no record (a nil report, a giver forgotten).
        self.keep = False
        #: Set when the block has been left and nothing had changed.
        self.empty = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The driver's own connection, inside the entry's transaction."""
        return self.ledger.connection

    @property
    def today(self) -> date:
        """The day on which the entry is made."""
        return self.author.today

    @cached_property
    def session(self) -> "Session":
        """A SQLModel session on the same connection, loaded when it is first asked for."""
        from sqlalchemy import create_engine
        from sqlalchemy import event
        from sqlalchemy.pool import StaticPool
        from sqlmodel import Session

        engine = create_engine(
            "sqlite://",
            creator=lambda: self.connection,
            poolclass=StaticPool,
            # The transaction is ours: a pool that resets would roll it back.
            pool_reset_on_return=None,
        )
        session = Session(engine, expire_on_commit=False)
        event.listen(session, "before_flush", _refuse_unkeepable)
        return session

    def add(self, *rows: Any) -> None:
        """Add rows of the models and give them their ids."""
        self.session.add_all(rows)
        self.session.flush()

    def leave(self) -> None:
        """Let go of the session; called when the transaction is over."""
        if "session" in self.__dict__:
            self.session.close()

    def flush(self) -> None:
        """Send what the session holds to the database."""
        if "session" in self.__dict__:
            self.session.flush()


def _refuse_unkeepable(session: "Session", *_: object) -> None:
    """Refuse a text that the journal would cut short, or that is no text at all."""
    for row in (*session.new, *session.dirty):
        for name, value in vars(row).items():
            if isinstance(value, str) and _UNKEEPABLE.search(value):
                raise ControlCharacters(field=name)


def open_ledger(path: Path) -> Ledger:
    """Open a ledger, and bring an older one to the present shape after a backup.

    Raises LedgerMissing, NotALedger, LedgerNewer, LedgerDamaged or LedgerLocked.
    """
    if not path.is_file():
        raise LedgerMissing(path=path)
    with translated(path):
        connection = _connect(path)
        ours = connection.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
        shape = connection.execute("pragma user_version").fetchone()[0]
    if not ours or shape > SHAPE or shape < SHAPE:
        connection.close()
        if not ours:
            raise NotALedger(path=path)
        if shape > SHAPE:
            raise LedgerNewer(path=path, shape=shape, known=SHAPE)
        from ledger.migrations import upgrade

        upgrade(path)
        connection = _connect(path)
    return Ledger(path, connection)


def create(path: Path) -> tuple[Ledger, list[str]]:
    """Make an empty ledger; return it with the names of protections that were not to be had.

    The names are ``permissions`` (the file system keeps no owners) and ``wal`` (it bears
    no write-ahead log). Raises LedgerExists where something is there already.
    """
    if path.exists():
        raise LedgerExists(path=path)
    from ledger.migrations import build

    missing: list[str] = []
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        if os.name == "nt" or path.stat().st_mode & 0o077:
            missing.append("permissions")
        try:
            build(path)
            connection = _connect(path)
            if connection.execute("pragma journal_mode = wal").fetchone()[0] != "wal":
                missing.append("wal")
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    return Ledger(path, connection), missing


def backup(path: Path, target: Path) -> None:
    """Copy a ledger, also while others write to it, beside its place and then there."""
    beside = target.with_name(f".{target.name}.part")
    with translated(target):
        beside.unlink(missing_ok=True)
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        source = _connect(path)
        try:
            copy = sqlite3.connect(beside)
            try:
                source.backup(copy)
                copy.execute("pragma journal_mode = delete")
            finally:
                copy.close()
            beside.replace(target)
        finally:
            source.close()
            beside.unlink(missing_ok=True)


def install(connection: sqlite3.Connection) -> None:
    """Put the views and the journal's triggers into a ledger, in place of older ones."""
    for kind in ("view", "trigger"):
        names = connection.execute(
            "select name from sqlite_master where type = ?", (kind,)
        ).fetchall()
        for (name,) in names:
            connection.execute(f'drop {kind} "{name}"')
    views = files("ledger").joinpath("views.sql").read_text(encoding="utf-8")
    for statement in views.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    journal.install(connection)


def connect_bare(path: Path) -> sqlite3.Connection:
    """Open a file as it is, without looking whether it is a ledger (to build or verify)."""
    return _connect(path)


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a file to look into it, without writing anything beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


class _Connection(sqlite3.Connection):
    """A connection whose transactions begin and end by our own statements alone.

    SQLAlchemy rolls back when it first meets a connection and when it lets go of one;
    both would end an entry that is half written.
    """

    def commit(self) -> None:
        """Do nothing."""

    def rollback(self) -> None:
        """Do nothing."""


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, isolation_level=None, timeout=PATIENCE / 1000, factory=_Connection
    )
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma secure_delete = on")
    connection.execute("pragma recursive_triggers = on")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma temp_store = memory")
    connection.execute("pragma cache_size = -65536")
    return connection


def _inserted(cursor: sqlite3.Cursor) -> int:
    number = cursor.lastrowid
    assert number is not None
    return number


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the machine say into mistakes with a sentence and a remedy."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise LedgerLocked(path=path, seconds=PATIENCE // 1000) from error
        raise MachineFailed(path=path, what=str(error)) from error
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise NotALedger(path=path) from error
        raise LedgerDamaged(path=path, what=str(error)) from error
    except OSError as error:
        what = error.strerror or str(error)
        raise MachineFailed(path=error.filename or path, what=what) from error


def replace_contents(source: Path, target: Path) -> None:
    """Copy one ledger over another in a single step, also while others read it."""
    with translated(target):
        copy = sqlite3.connect(source)
        connection = _connect(target)
        try:
            copy.backup(connection)
        finally:
            connection.close()
            copy.close()
