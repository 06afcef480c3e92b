"""Putting a backup in the ledger's place, and keeping what it replaces."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ledger import store
from ledger import verify
from ledger.errors import LedgerDamaged
from ledger.errors import LedgerMissing
from ledger.errors import Mistake

#: Files that SQLite keeps beside a ledger.
_BESIDE = ("-wal", "-shm", "-journal")


class SameFile(Mistake):
    """A ledger would be put in its own place."""


def restore(path: Path, source: Path, now: datetime) -> Path | None:
    """Put a backup in a ledger's place; return where the replaced one is kept, if any.

    Raises LedgerMissing, NotALedger, LedgerNewer or LedgerDamaged for the backup; then
    nothing has been changed.
    """
    check(source)
    if path.exists() and path.samefile(source):
        raise SameFile(path=path)
    if not path.exists():
        store.backup(source, path)
        return None
    kept = free_name(path, now, "-replaced")
    if _is_sound(path):
        store.backup(path, kept)
        store.replace_contents(source, path)
    else:
        _put_aside(path, kept)
        store.backup(source, path)
    return kept


def check(path: Path) -> None:
    """Ask whether a file is a ledger that this release can open, and is whole."""
    if not path.is_file():
        raise LedgerMissing(path=path)
    with store.translated(path):
        connection = store.connect_bare(path)
        try:
            verify.shape(connection, path)
            said = connection.execute("pragma integrity_check(1)").fetchone()[0]
        finally:
            connection.close()
    if said != "ok":
        raise LedgerDamaged(path=path, what=said)


def free_name(path: Path, now: datetime, mark: str = "") -> Path:
    """Return a name beside a ledger, with day and time, that no file has yet."""
    stem = f"{path.stem}-{now:%Y%m%d-%H%M}{mark}"
    beside = path.with_name(stem + path.suffix)
    count = 1
    while beside.exists():
        count += 1
        beside = path.with_name(f"{stem}-{count}{path.suffix}")
    return beside


def _is_sound(path: Path) -> bool:
    try:
        check(path)
    except Mistake:
        return False
    return True


def _put_aside(path: Path, kept: Path) -> None:
    """Move a file that is no sound ledger away, with what SQLite keeps beside it."""
    with store.translated(path):
        path.replace(kept)
        for ending in _BESIDE:
            with suppress(FileNotFoundError):
                Path(f"{path}{ending}").replace(f"{kept}{ending}")
