"""What came for each sheet that is owed: which file stands, what is still to be put right."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from dataclasses import field
from typing import Final

from ledger import journal
from ledger.ranges import Ranges

#: How much of a file's digest an answer to it carries.
_BEGINNING: Final = 16


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


@dataclass
class _Pile:
    """The files that came for a sheet from a unit, in their order."""

    first: str
    files: dict[str, _Arrival] = field(default_factory=dict)
    #: How the digests begin of those whose corrected answers have come back.
    answered: set[str] = field(default_factory=set)


def came(connection: sqlite3.Connection, campaign: int, period: str) -> dict[tuple[int, str], Came]:
    """Return what came for a period and stands, by unit and sheet."""
    piles = _piles(connection, campaign, period)
    return {key: _standing(connection, key, pile) for key, pile in piles.items()}


def settled(connection: sqlite3.Connection, campaign: int, beginnings: Collection[str]) -> set[str]:
    """Return which files are in question no more, by how their digests begin.

    What came for a month and was taken whole since, corrected or in a later list, is; what
    was undone, or never came for a month, is not.
    """
    came_for: dict[str, set[str]] = {}
    asked: set[str] = set()
    for (period,) in connection.execute(
        "select distinct period from receipt where campaign_id = ?", (campaign,)
    ).fetchall():
        for key, pile in _piles(connection, campaign, period).items():
            for digest in pile.files:
                came_for.setdefault(digest[:_BEGINNING], set()).add(digest)
            asked |= {file.digest for file in _asked(connection, key, pile)}
    return {one for one in beginnings if one in came_for and asked.isdisjoint(came_for[one])}


def _piles(
    connection: sqlite3.Connection, campaign: int, period: str
) -> dict[tuple[int, str], _Pile]:
    undone = journal.undone(connection)
    piles: dict[tuple[int, str], _Pile] = {}
    for number, unit, sheet, entry, day, digest, answers, *rest in connection.execute(
        "select r.id, r.unit_id, r.sheet, r.entry_id, r.received_on, f.digest, r.answers,"
        " r.nil, f.name, r.taken, r.queried"
        " from receipt r left join source_file f on f.id = r.file_id"
        " where r.campaign_id = ? and r.period = ? order by r.id",
        (campaign, period),
    ):
        if entry in undone:
            continue
        pile = piles.setdefault((unit, sheet), _Pile(day))
        if answers:
            pile.answered.add(answers)
        # A nil report has no file, and is an arrival of its own.
        pile.files[digest or str(number)] = _Arrival(digest or "", *rest)
    return piles


def _standing(connection: sqlite3.Connection, key: tuple[int, str], pile: _Pile) -> Came:
    """Return what stands of the files that came for a sheet."""
    asked = _asked(connection, key, pile)
    told = asked[-1] if asked else _kept(pile)[-1]
    queried = sum(file.queried for file in asked)
    return Came(pile.first, bool(told.nil), told.file, told.taken, queried)


def _kept(pile: _Pile) -> list[_Arrival]:
    files, back = list(pile.files.values()), tuple(pile.answered)
    return [file for file in files if not (back and file.digest.startswith(back))] or files[-1:]


def _asked(connection: sqlite3.Connection, key: tuple[int, str], pile: _Pile) -> list[_Arrival]:
    """Return the files with rows that are still in question.

    They stay so until the corrected answer comes back, or a later file with the same
    records: another list of the same unit settles nothing.
    """
    kept = _kept(pile)
    return [
        file
        for at, file in enumerate(kept)
        if file.queried and not _replaced(connection, key, file, kept[at + 1 :])
    ]


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
