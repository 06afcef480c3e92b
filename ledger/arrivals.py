"""What came for each sheet that is owed: which file stands, what is still to be put right."""

import sqlite3
from dataclasses import dataclass

from ledger import journal
from ledger.ranges import Ranges


@dataclass(frozen=True)
class Came:
    """What came of a sheet from a unit and stands: the newest, or what is still to be put right."""

    received_on: str
    nil: bool
    file: str | None
    taken: int
    queried: int


@dataclass
class _Arrival:
    """A file that came for a sheet that is owed; read again, it keeps its place."""

    digest: str
    nil: bool
    file: str | None
    taken: int
    queried: int


def came(connection: sqlite3.Connection, campaign: int, period: str) -> dict[tuple[int, str], Came]:
    """Return what came for a period and stands, by unit and sheet."""
    undone = journal.undone(connection)
    arrived: dict[tuple[int, str], dict[str, _Arrival]] = {}
    answered: dict[tuple[int, str], set[str]] = {}
    first: dict[tuple[int, str], str] = {}
    for number, unit, sheet, entry, day, digest, answers, *rest in connection.execute(
        "select r.id, r.unit_id, r.sheet, r.entry_id, r.received_on, f.digest, r.answers,"
        " r.nil, f.name, r.taken, r.queried"
        " from receipt r left join source_file f on f.id = r.file_id"
        " where r.campaign_id = ? and r.period = ? order by r.id",
        (campaign, period),
    ):
        if entry in undone:
            continue
        key = unit, sheet
        first.setdefault(key, day)
        if answers:
            answered.setdefault(key, set()).add(answers)
        # A nil report has no file, and is an arrival of its own.
        arrived.setdefault(key, {})[digest or str(number)] = _Arrival(digest or "", *rest)
    return {
        key: _standing(connection, key, first[key], list(files.values()), answered.get(key, set()))
        for key, files in arrived.items()
    }


def _standing(
    connection: sqlite3.Connection,
    key: tuple[int, str],
    day: str,
    files: list[_Arrival],
    answered: set[str],
) -> Came:
    """Return what stands of the files that came for a sheet, in their order.

    Rows that are in question stay so until the corrected answer comes back, or a later file
    with the same records: another list of the same unit settles nothing.
    """
    back = tuple(answered)
    kept = [file for file in files if not (back and file.digest.startswith(back))] or files[-1:]
    asked = [
        file
        for at, file in enumerate(kept)
        if file.queried and not _replaced(connection, key, file, kept[at + 1 :])
    ]
    told = asked[-1] if asked else kept[-1]
    queried = sum(file.queried for file in asked)
    return Came(day, bool(told.nil), told.file, told.taken, queried)


def _replaced(
    connection: sqlite3.Connection, key: tuple[int, str], file: _Arrival, later: list[_Arrival]
) -> bool:
    """Tell whether a later file has come in the place of one."""
    own = _records(connection, key, file) if later else set()
    return bool(later) and (
        not own or any(one.nil or own & _records(connection, key, one) for one in later)
    )


def _records(connection: sqlite3.Connection, key: tuple[int, str], file: _Arrival) -> set[int]:
    """Return the records that a file had of a sheet from a unit."""
    found = connection.execute(
        "select s.records from source_sheet s join source_file f on f.id = s.file_id"
        " where f.digest = ? and s.sender_id = ? and s.sheet = ?",
        (file.digest, *key),
    )
    return {number for (said,) in found for number in Ranges.read(said).ids()}
