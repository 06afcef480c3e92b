"""Apply what a comparison found, inside one entry: new records, changes, notes, givers.

Rows go in by the driver's own executemany; the statements name columns that a test holds
to the models, so that an import loads no ORM.
"""

import json
from collections.abc import Iterator
from typing import Any
from typing import Final

from ledger import journal
from ledger import keys
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.note import Note
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.noun import noun_of
from ledger.exchange.recognise import in_title
from ledger.privacy import mask
from ledger.store import Entry

#: From so many rows on, it pays to tell the journal beforehand that all of them are new.
_MANY: Final = 1_000


def apply(entry: Entry, found: Comparison, ground: Ground, sheet_id: int) -> None:
    """Write a comparison; fills ``found.ids`` of new rows."""
    noun = noun_of(found.sheet.record)
    if noun.apply is not None:
        noun.apply(entry, found, ground, sheet_id)
        return
    new = found.new_rows()
    if new:
        _insert(entry, found, ground, noun, new, sheet_id)
    _update(entry, found, noun, sheet_id)
    noun.applied(entry, found, ground, new)
    _write_extras(entry, found, noun, sheet_id)


# New records ----------------------------------------------------------------------------


def _insert(
    entry: Entry, found: Comparison, ground: Ground, noun: Noun, new: list[int], sheet_id: int
) -> None:
    size = len(new)
    columns = dict(_stored_columns(found, noun, new))
    first = keys.next_id(entry.connection, noun.record)
    columns["id"] = list(range(first, first + size))
    if noun.declared.prefix:
        columns["no"] = keys.numbers(entry.connection, noun.declared, columns["id"])
    if noun.owned:
        columns["campaign_id"] = [ground.campaign.id] * size
        columns["sender_id"] = [found.sender.unit] * size
        columns["natural_key"] = [found.natural_keys[row] for row in new]
    columns["source_sheet"] = [sheet_id] * size
    columns["source_row"] = [found.read.rows[row] for row in new]
    if noun.stock and ground.opening is not None:
        columns["opening"] = [ground.opening] * size
    fixed = noun.fixed(found.sheet, ground.campaign.plan)
    unsaid = {**noun.defaults, **_titled(found, ground.campaign.plan.language), **fixed}
    for name, value in unsaid.items():
        given = columns.get(name, [None] * size)
        columns[name] = [value if one is None else one for one in given]
    noun.settle_new(columns, found, new, ground)
    _insert_columns(entry, noun.record, columns)
    for row, number in zip(new, columns["id"], strict=True):
        found.ids[row] = number


def _titled(found: Comparison, language: str) -> dict[str, str]:
    """Return the codes that new records have by the sheet's title."""
    said = {}
    for column in found.sheet.columns:
        word = None if column.codes is None else in_title(column, found.table.titles)
        if column.codes is not None and word and found.table.column_of(column.field) is None:
            code = said[column.field] = column.codes.by_word[word]
            shown = {"word": column.codes.word(code, language)}
            found.read.notes.append(Note("notes_sheets.kind_of_title", shown))
    return said


def _stored_columns(
    found: Comparison, noun: Noun, rows: list[int]
) -> Iterator[tuple[str, list[Any]]]:
    for place in noun.of(found.read.values):
        values = found.read.values[place.field]
        if place.plain:
            yield place.columns[0], [values[row] for row in rows]
        elif len(place.columns) == 1:
            store = place.store
            yield place.columns[0], [store(values[row])[0] for row in rows]
        else:
            stored = [place.store(values[row]) for row in rows]
            for at, column in enumerate(place.columns):
                yield column, [one[at] for one in stored]


def _insert_columns(entry: Entry, table: str, columns: dict[str, list[Any]]) -> None:
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    rows = zip(*columns.values(), strict=True)
    text = f"insert into {table}({names}) values ({marks})"
    if len(columns["id"]) < _MANY:
        entry.connection.executemany(text, rows)
        return
    with journal.all_rows_new(entry.connection, table):
        entry.connection.executemany(text, rows)


# Changes --------------------------------------------------------------------------------


def _update(entry: Entry, found: Comparison, noun: Noun, sheet_id: int) -> None:
    groups: dict[tuple[str, ...], list[list[Any]]] = {}
    beside = (row for changed in found.beside.values() for row in changed)
    changes: dict[int, dict[str, Any]] = {row: {} for row in beside}
    for row, changed in (changes | found.changes).items():
        if found.verdicts[row] == "queried":
            continue
        number = found.ids[row]
        assert number is not None
        values = dict(changed)
        if changed:
            noun.follow(entry, found, number, values)
        if noun.key is not None and noun.kept & values.keys():
            _rekey(entry, noun, noun.key, number, values)
        values |= {"source_sheet": sheet_id, "source_row": found.read.rows[row]}
        groups.setdefault(tuple(values), []).append([*values.values(), number])
    for names, rows in groups.items():
        listed = ", ".join(f"{name} = ?" for name in names)
        entry.connection.executemany(f"update {noun.record} set {listed} where id = ?", rows)


def _rekey(entry: Entry, noun: Noun, key: Key, number: int, values: dict[str, Any]) -> None:
    """Give a record the key of what it says now; sheets that say what it said find it, too."""
    columns = [noun.place(name).columns[0] for name in key.fields]
    unit, former, *old = entry.connection.execute(
        f"select unit_id, natural_key, {', '.join(columns)} from {noun.record} where id = ?",
        (number,),
    ).fetchone()
    said = [values.get(name, before) for name, before in zip(columns, old, strict=True)]
    unit_now = values.get("unit_id", unit)
    if key.counted:
        values["natural_key"] = keys.free_key(
            entry.connection, noun.record, unit_now, lambda nth: key.of(*said, nth), but=number
        )
    else:
        values["natural_key"] = key.of(*said)
    if former is not None and (unit, former) != (unit_now, values["natural_key"]):
        entry.connection.execute(
            "insert into former_key(record, row_id, unit_id, natural_key) values (?, ?, ?, ?)",
            (noun.record, number, unit, former),
        )


def _write_extras(entry: Entry, found: Comparison, noun: Noun, sheet_id: int) -> None:
    """Keep the sender's own columns with the records, for that sender alone."""
    record = noun.record
    rows = [
        (record, found.ids[row], found.sender.unit, heading, value)
        for heading, values in found.read.extra.items()
        for row, value in enumerate(values)
        if value
        and found.ids[row] is not None
        and found.verdicts[row] != "queried"
        # A number of a person under a heading of its own would be kept with the opinion.
        and not (noun.spoken and mask(value) != value)
    ]
    known = {
        tuple(one[:4]): one[4]
        for one in entry.connection.execute(
            "select record, row_id, sender_id, heading, value from extra"
            " where record = ? and sender_id is ?",
            (record, found.sender.unit),
        )
    }
    fresh = [one for one in rows if one[4] not in _as_sent(known.get(one[:4]))]
    entry.connection.executemany(
        "delete from extra where record = ? and row_id = ? and sender_id is ? and heading = ?",
        [one[:4] for one in fresh],
    )
    entry.connection.executemany(
        "insert into extra(record, row_id, sender_id, heading, value) values (?, ?, ?, ?, ?)",
        fresh,
    )
    # A record that says nothing new but under such a column has that sheet as its source, too.
    touched = {one[1] for one in fresh}
    entry.connection.executemany(
        f"update {record} set source_sheet = ?, source_row = ? where id = ?",
        [
            (sheet_id, found.read.rows[row], number)
            for row, (number, verdict) in enumerate(zip(found.ids, found.verdicts, strict=True))
            if number in touched and verdict != "new"
        ],
    )


def _as_sent(value: str | None) -> tuple[str, ...]:
    """Return a value in the forms in which it comes back unchanged: as it is, and masked."""
    return () if value is None else (value, mask(value))


def write_deviations(entry: Entry, found: Comparison, sheet_id: int) -> None:
    """Keep what the sheet said and the ledger did not take, as the base of the next one."""
    entry.connection.executemany(
        "insert into deviation(sheet_id, record, row_id, field, value) values (?, ?, ?, ?, ?)",
        [
            (
                sheet_id,
                noun_of(found.sheet.record).changes,
                found.ids[row],
                name,
                None if stored is None else json.dumps(stored),
            )
            for row, name, stored in found.deviations
            if found.ids[row] is not None and found.verdicts[row] != "queried"
        ],
    )
