"""What became of an undo, record by record, as a person is told of it."""

import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ledger.history import field_of
from ledger.naming import Key
from ledger.naming import Namer
from ledger.undo import Outcome

Verdict = Literal["restored", "kept", "gone", "needed", "missing", "taken"]


@dataclass(frozen=True)
class Told:
    """What became of a record, with the entry and the record that stand in the way.

    ``missing`` is a row that cannot come back, since ``other``, which it needs, is gone.
    """

    record: str
    name: str
    verdict: Verdict
    fields: tuple[str, ...] = ()
    by: int | None = None
    other: str | None = None


def told(connection: sqlite3.Connection, outcomes: Iterable[Outcome]) -> list[Told]:
    """Return what became of each record: restored ones first, each told once.

    A row that belongs to a record is told as that record; where all of a record's rows
    were restored, so was the record.
    """
    namer = Namer(connection)
    by_record: dict[Key, dict[Told, None]] = {}
    for outcome in outcomes:
        troubles = by_record.setdefault(namer.owner(outcome.record, outcome.row_id), {})
        if outcome.verdict != "restored":
            troubles[_trouble(namer, outcome)] = None
    return sorted(_all(namer, by_record), key=lambda one: one.verdict != "restored")


def _all(namer: Namer, by_record: dict[Key, dict[Told, None]]) -> Iterator[Told]:
    for key, troubles in by_record.items():
        yield from troubles or [Told(key[0], namer.name(*key), "restored")]


def _trouble(namer: Namer, outcome: Outcome) -> Told:
    record, _ = namer.owner(outcome.record, outcome.row_id)
    verdict: Verdict = outcome.verdict
    if verdict == "needed" and outcome.other and not namer.exists(*outcome.other):
        verdict = "missing"
    fields = tuple(field_of(column) for column in outcome.fields)
    return Told(
        record,
        namer.name(outcome.record, outcome.row_id),
        verdict,
        tuple(field for field in dict.fromkeys(fields) if field) or outcome.fields,
        outcome.by,
        namer.name(*outcome.other) if outcome.other else None,
    )


def touches_giver(connection: sqlite3.Connection, entry: int) -> bool:
    """Tell whether an entry changed what is kept of a giver, which no undo takes back."""
    found = connection.execute(
        "select exists(select 1 from giver_note where entry_id = ? and what <> 'recorded')",
        (entry,),
    ).fetchone()
    return bool(found[0])
