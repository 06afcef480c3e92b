"""Compare a sheet with the ledger: which record each row is, and what it changes.

With a base, a field changes only where the sender changed it. With none, an empty field
is filled and one that differs is a conflict. Nothing is written here.
"""

import sqlite3
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from typing import Final

from ledger.exchange.base import Base
from ledger.exchange.base import Known
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Matched
from ledger.exchange.comparison import Sender
from ledger.exchange.interpret import Interpreted
from ledger.exchange.matching import match
from ledger.exchange.noun import Noun
from ledger.exchange.noun import noun_of
from ledger.exchange.recognise import Table
from ledger.exchange.shape import Place
from ledger.exchange.shape import Stored
from ledger.exchange.walk import Walk

#: What was referred to the discipline body is nobody's to report on.
_REFERRED: Final = 2
_CHUNK: Final = 400


def compare(
    table: Table, read: Interpreted, sender: Sender, known: Known | None, ground: Ground
) -> Comparison:
    """Compare a sheet with the ledger, as its kind of record asks for."""
    noun = noun_of(table.sheet.record)
    if noun.compare is not None:
        return noun.compare(table, read, sender, known, ground)
    found = Comparison(table, read, sender, known)
    size = len(read.rows)
    found.verdicts = ["new"] * size
    found.ids = [None] * size
    found.natural_keys = [None] * size
    for row, faults in read.faults.items():
        for cell in faults:
            found.query(row, cell)
    noun.prepare(found, ground)
    _check_days(found, ground)
    match(found, noun, ground)
    _compare_known(found, noun, ground)
    noun.check_new(found)
    _find_missing(found, known)
    return found


def _check_days(found: Comparison, ground: Ground) -> None:
    """What is said to have happened cannot lie ahead."""
    today = ground.today.isoformat()
    for name, column in found.read.values.items():
        declared = found.sheet.column(name)
        if declared is None or not declared.happened:
            continue
        for row, day in enumerate(column):
            if day is not None and day > today:
                found.remark(row, name, "queries.day_ahead", day=day, today=today)


def _compare_known(found: Comparison, noun: Noun, ground: Ground) -> None:
    matched = [
        (row, record)
        for row, record in enumerate(found.ids)
        if record is not None and found.verdicts[row] != "queried"
    ]
    if matched:
        plan = ground.campaign.plan
        places = [place.under(plan) for place in noun.of(found.read.values)]
        _compare_fields(found, places, noun, matched, ground)
    noun.compared(found, matched, ground)
    for row, _ in matched:
        _settle_verdict(found, row)


def _settle_verdict(found: Comparison, row: int) -> None:
    if found.verdicts[row] != "unchanged":
        return
    if row in found.changes or any(row in changed for changed in found.beside.values()):
        found.verdicts[row] = "changed"


def _compare_fields(
    found: Comparison,
    places: list[Place],
    noun: Noun,
    matched: Sequence[Matched],
    ground: Ground,
) -> None:
    """Compare rows with their records: whole ones first, field by field where they differ."""
    base = Base(ground.connection, noun.record, found.known)
    theirs = dict(
        zip([row for row, _ in matched], _stored_rows(found, places, matched), strict=True)
    )
    names = [column for place in places for column in place.columns]
    for start in range(0, len(matched), _CHUNK):
        chunk = matched[start : start + _CHUNK]
        ours = _load(ground.connection, noun, names, [number for _, number in chunk])
        for row, number in chunk:
            found.verdicts[row] = "unchanged"
            sender, unit, dropped, hidden, *stored = ours[number]
            if theirs[row] == tuple(stored):
                continue
            if dropped:
                found.remark(row, None, "queries.dropped", stops=False, day=dropped)
                continue
            mine = found.sender.office or sender == found.sender.unit
            if not mine and not _concerns(found.sender, noun, number, unit, ground):
                found.remark(row, "unit", "queries.unit_of_other", unit=ground.names.names[unit])
                continue
            walk = Walk(found, ground, row, number, number, base, mine, found.changes)
            walk.told = found.sender.office or not hidden
            if hidden == _REFERRED and not found.sender.office:
                continue
            walk.fields(places, dict(zip(names, stored, strict=True)))


def _stored_rows(
    found: Comparison, places: list[Place], matched: Sequence[Matched]
) -> Iterator[Stored]:
    """Yield what each row would store, made column by column."""
    columns: list[Sequence[Any]] = []
    for place in places:
        values = found.read.values[place.field]
        said = [values[row] for row, _ in matched]
        if place.plain:
            columns.append(said)
        else:
            columns += zip(*map(place.store, said), strict=True)
    return zip(*columns, strict=True)


def _load(
    connection: sqlite3.Connection, noun: Noun, names: list[str], ids: list[int]
) -> dict[int, Stored]:
    """Return records by their ids: sender, unit, day dropped, whether hidden, the columns."""
    listed = "".join(f", {name}" for name in names)
    marks = ", ".join(map(str, ids))
    whose = "sender_id, unit_id" if noun.owned else "null, id"
    text = (
        f"select id, {whose}, {noun.dropped}, {noun.hidden}{listed}"
        f" from {noun.record} where id in ({marks})"
    )
    return {row[0]: row[1:] for row in connection.execute(text)}


def _concerns(sender: Sender, noun: Noun, number: int, unit: int, ground: Ground) -> bool:
    """Tell whether a record is the business of a sender: its own unit's, or one it works on."""
    if sender.unit is None or ground.names.lies_within(unit, sender.unit):
        return True
    return noun.concerns(ground.connection, number, sender.unit)


def _find_missing(found: Comparison, known: Known | None) -> None:
    """Records of the sender's earlier list that this one no longer has; none is deleted.

    A list in several files is looked at file by file: one that shares no record with this
    sheet is another list, and nothing is missing from it.
    """
    if known is None or known.records is None:
        return
    present = {record for record in found.ids if record is not None}
    for earlier in (known, *known.before):
        then = earlier.records.ids() if earlier.records is not None else []
        if not present.isdisjoint(then):
            found.missing += [number for number in then if number not in present]
