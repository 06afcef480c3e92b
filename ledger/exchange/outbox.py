"""An outbox: files of ours are replaced where nobody has changed them, others never."""

import hashlib
import sqlite3
from collections.abc import Callable
from collections.abc import Collection
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ledger.errors import MachineFailed
from ledger.exchange.place import placed
from ledger.store import Ledger

_MOST_NAMES: Final = 1_000

Put = Callable[[Path], object]
#: Tells which files are in question no more, by how their digests begin.
Settled = Callable[[Collection[str]], set[str]]


@dataclass
class Outbox:
    """A folder that files are written into, and what became of them."""

    ledger: Ledger
    folder: Path
    dry_run: bool = False
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    failed: list[Path] = field(default_factory=list)
    #: Answers to what is in question no more, where they lie now.
    put_away: list[Path] = field(default_factory=list)
    _used: set[Path] = field(default_factory=set)

    def put(self, name: str, content: str, write: Put) -> Path:
        """Write a file under a name, unless the one that stands there says the same.

        ``content`` is a digest of what the file says, its time apart. Where a file that is
        not ours, or was changed since, has the name, a number is put behind it.
        """
        target = self._place(name)
        self._used.add(target)
        if self._known(target) == content:
            self.unchanged.append(target)
        elif self.dry_run:
            self.written.append(target)
        else:
            try:
                self._write(target, content, write)
            except (MachineFailed, OSError):
                # Open in a spreadsheet program, most likely; the others are written all the same.
                self.failed.append(target)
                return target
            self.written.append(target)
        return target

    def put_settled_away(self, settled: Settled, folder: str) -> None:
        """Move answers of ours to files that are settled into a folder within this one.

        Only what nobody has changed since; it can be looked at there, and what is undone is
        answered anew. One that is open in another program stays until the next time.
        """
        lying = {}
        text = "select path, digest, content from written where content like '%:%'"
        for name, booked, content in self.ledger.connection.execute(text).fetchall():
            path = self.folder / Path(name).name
            ours = str(path.resolve()) == name and path not in self._used and path.is_file()
            if ours and digest(path.read_bytes()) == booked:
                lying[path] = content.partition(":")[0]
        done = settled(set(lying.values())) if lying else set()
        for path, answered in lying.items():
            if answered in done:
                self._put_away(path, _free(path.parent / folder / path.name))

    def _put_away(self, path: Path, target: Path) -> None:
        if not self.dry_run:
            try:
                target.parent.mkdir(exist_ok=True)
                path.rename(target)
            except OSError:
                return
            with self.ledger.booking() as connection:
                connection.execute("delete from written where path = ?", (str(target.resolve()),))
                connection.execute(
                    "update written set path = ? where path = ?",
                    (str(target.resolve()), str(path.resolve())),
                )
        self.put_away.append(target)

    def _write(self, target: Path, content: str, write: Put) -> None:
        """Write a file, and book it before it gets its name.

        Whenever the process dies, what stands under the name is known as ours: as what it
        was before, or as what was booked while it lay beside.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        with placed(target) as beside:
            write(beside)
            with self.ledger.booking() as connection:
                remember(connection, beside, content)
        with self.ledger.booking() as connection:
            remember(connection, target, content)
            connection.execute("delete from written where path = ?", (str(beside.resolve()),))

    def _place(self, name: str) -> Path:
        path = self.folder / name
        for at in range(2, _MOST_NAMES):
            free = not path.exists() or self._known(path) is not None
            if free and path not in self._used:
                return path
            path = (self.folder / name).with_stem(f"{Path(name).stem}-{at}")
        return path

    def _known(self, path: Path) -> str | None:
        """Return what a file of ours says, None where it is not ours as it stands."""
        if not path.is_file():
            return None
        found = self.ledger.connection.execute(
            "select content from written where digest = ?", (digest(path.read_bytes()),)
        ).fetchone()
        return None if found is None else str(found[0])


def _free(path: Path) -> Path:
    """Return a place that no file has yet: this one, or with a number behind it."""
    names = (path.with_stem(f"{path.stem}-{at}") for at in range(2, _MOST_NAMES))
    return next((one for one in (path, *names) if not one.exists()), path)


@dataclass
class Beside:
    """A folder that files are written into where there is no ledger yet to book them."""

    folder: Path
    failed: list[Path] = field(default_factory=list)

    def put(self, name: str, content: str, write: Put) -> Path:
        """Write a file under a name, unless one that is the same stands there.

        Nothing is replaced: where another file has the name, a number is put behind it.
        """
        del content
        path = self.folder / name
        try:
            with TemporaryDirectory() as folder:
                made = Path(folder) / name
                write(made)
                data = made.read_bytes()
            for at in range(2, _MOST_NAMES):
                if not path.exists():
                    with placed(path) as beside:
                        beside.write_bytes(data)
                    break
                if path.read_bytes() == data:
                    break
                path = (self.folder / name).with_stem(f"{Path(name).stem}-{at}")
        except (MachineFailed, OSError):
            self.failed.append(path)
        return path


def remember(connection: sqlite3.Connection, path: Path, content: str) -> None:
    """Book that a file is ours as it stands."""
    connection.execute(
        "insert into written(path, digest, content) values (?, ?, ?) on conflict(path)"
        " do update set digest = excluded.digest, content = excluded.content",
        (str(path.resolve()), digest(path.read_bytes()), content),
    )


def digest(data: bytes) -> str:
    """Return the digest by which files are told apart."""
    return hashlib.sha256(data).hexdigest()
