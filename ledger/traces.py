"""Where a giver may still be after the ledger has forgotten them: backups and answers."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ledger.store import APPLICATION_ID
from ledger.store import Ledger
from ledger.store import connect_reading


def wipe(ledger: Ledger) -> bool:
    """Rewrite the file without what was deleted; tell whether all of it could be.

    ``secure_delete`` blanks a deleted row where it stood, but not the copies that are left
    where pages were once reordered, nor those in the write-ahead log.
    """
    try:
        ledger.connection.execute("vacuum")
        busy = ledger.connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    except sqlite3.OperationalError:
        return False
    return not busy


def backups(path: Path, number: str) -> list[Path]:
    """Return the ledgers beside one that still tell who gave an opinion."""
    return [
        beside
        for beside in sorted(path.absolute().parent.iterdir())
        if beside.is_file() and not beside.samefile(path) and _tells(beside, number)
    ]


def answers(connection: sqlite3.Connection, number: str) -> list[Path]:
    """Return the answers of ours that hold what the opinion's sender wrote."""
    origin = connection.execute(
        "select source_file.name, unit.name from opinion"
        " join source_sheet on source_sheet.id = opinion.source_sheet"
        " join source_file on source_file.id = source_sheet.file_id"
        " left join unit on unit.id = source_sheet.sender_id where opinion.no = ?",
        (number,),
    ).fetchone()
    if origin is None:
        return []
    marks = [Path(origin[0]).stem, *filter(None, origin[1:])]
    written = connection.execute("select path from written order by path")
    paths = [Path(path) for (path,) in written]
    return [path for path in paths if path.exists() and any(m in path.name for m in marks)]


def _tells(path: Path, number: str) -> bool:
    try:
        with path.open("rb") as stream:
            header = stream.read(72)
    except OSError:
        return False
    if header[:15] != b"SQLite format 3" or header[68:] != APPLICATION_ID.to_bytes(4, "big"):
        return False
    return any(_rows(path, number))


def _rows(path: Path, number: str) -> Iterator[object]:
    """Yield the giver's row of another ledger; one that cannot be read may have it."""
    try:
        connection = connect_reading(path)
    except sqlite3.Error:
        yield path
        return
    try:
        yield from connection.execute("select 1 from giver where opinion_no = ?", (number,))
    except sqlite3.Error:
        yield path
    finally:
        connection.close()
