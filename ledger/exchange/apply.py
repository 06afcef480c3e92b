"""Apply what a comparison found, inside one entry: new records, changes, notes, givers.

Rows go in by the driver's own executemany; the statements name columns that a test holds
to the models, so that an import loads no ORM.
"""

import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from typing import Final

from ledger import journal
from ledger import keys
from ledger import opinions
from ledger.exchange.compare import Comparison
from ledger.exchange.compare import Ground
from ledger.exchange.shape import LISTED
from ledger.exchange.shape import SHAPES
from ledger.exchange.shape import Place
from ledger.privacy import mask
from ledger.rectification import FINISHED
from ledger.store import Entry

#: From so many rows on, it pays to tell the journal beforehand that all of them are new.
_MANY: Final = 1_000
_GIVER: Final = ("giver_name", "giver_phone", "giver_address", "giver_identity")

#: What a new record has where its sheet says nothing.
DEFAULTS: Final = {
    "opinion": {"voices": 1, "status": "new"},
    "item": {
        "kind": "rectification",
        "scope": "body",
        "status": "planned",
        "closing": "open",
        "due_standing": 0,
        "reopened": 0,
    },
    "unit": {},
}


def apply(entry: Entry, found: Comparison, ground: Ground, sheet_id: int) -> None:
    """Write a comparison of units, opinions or items; fills ``found.ids`` of new rows."""
    record = found.sheet.record
    new = found.new_rows()
    if record == "unit":
        _insert_units(entry, found, ground, new, sheet_id)
    else:
        _insert(entry, found, ground, new, sheet_id)
    _update(entry, found, sheet_id)
    if record == "item":
        _write_co_units(entry, found, new)
        _note_progress(entry, found)
    if record == "opinion":
        _record_givers(entry, found)
    _write_extras(entry, found)


# New records ----------------------------------------------------------------------------


def _insert(entry: Entry, found: Comparison, ground: Ground, new: list[int], sheet_id: int) -> None:
    if not new:
        return
    record = found.sheet.record
    columns = dict(_stored_columns(found, new))
    first = keys.next_id(entry.connection, record)
    ids = list(range(first, first + len(new)))
    columns["id"] = ids
    columns["no"] = (
        [keys.item_number(number) for number in ids]
        if record == "item"
        else keys.opinion_numbers(entry.connection, len(new))
    )
    columns["campaign_id"] = [ground.campaign.id] * len(new)
    columns["sender_id"] = [found.sender.unit] * len(new)
    columns["natural_key"] = [found.natural_keys[row] for row in new]
    columns |= _source_columns(found, new, sheet_id)
    for name, value in DEFAULTS[record].items():
        given = columns.get(name, [None] * len(new))
        columns[name] = [value if one is None else one for one in given]
    if record == "item":
        _settle_new_items(columns, ground, len(new))
        _note_given_batches(found, new)
    _insert_columns(entry, record, columns)
    for row, number in zip(new, ids, strict=True):
        found.ids[row] = number


def _settle_new_items(columns: dict[str, list[Any]], ground: Ground, size: int) -> None:
    empty = [None] * size
    columns["first_due_text"] = columns.get("due_text", empty)
    columns["first_due_on"] = columns.get("due_on", empty)
    columns["first_done_on"] = [
        day if status in FINISHED else None
        for day, status in zip(columns.get("done_on", empty), columns["status"], strict=True)
    ]
    batch = ground.campaign.plan.batch
    columns["batch"] = [one or batch for one in columns.get("batch", empty)]


def _note_given_batches(found: Comparison, new: list[int]) -> None:
    """An empty cell that got the plan's batch says the same when the sheet comes again."""
    said = found.read.values.get("batch")
    if said:
        found.deviations += [(row, "batch", (None,)) for row in new if said[row] is None]


def _stored_columns(found: Comparison, rows: list[int]) -> Iterator[tuple[str, list[Any]]]:
    for place in _main_places(found):
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


def _main_places(found: Comparison) -> list[Place]:
    shape = SHAPES[found.sheet.record]
    return [place for place in shape.of(list(found.read.values)) if place.table is None]


def _source_columns(found: Comparison, rows: list[int], sheet_id: int) -> dict[str, list[Any]]:
    return {
        "source_sheet": [sheet_id] * len(rows),
        "source_row": [found.read.rows[row] for row in rows],
    }


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


def _insert_units(
    entry: Entry, found: Comparison, ground: Ground, new: list[int], sheet_id: int
) -> None:
    """Add the roster's new units, those that others lie below first.

    In a unit's own roster, and in the office's, a unit that names no parent lies below it.
    """
    top = found.sender.unit or ground.office
    parents = found.read.values.get("parent") or [None] * len(found.read.rows)
    ids = _give_ids(entry, found, new)
    columns = dict(_stored_columns(found, new))
    columns["id"] = [ids[row] for row in new]
    columns["parent_id"] = [
        _parent(parents[row], ids, top if ids[row] != top else None) for row in new
    ]
    columns |= _source_columns(found, new, sheet_id)
    if new:
        entry.connection.execute("pragma defer_foreign_keys = on")
        _insert_columns(entry, "unit", columns)
    for row in new:
        found.ids[row] = ids[row]
        ground.names.add(ids[row], found.read.values["name"][row], None)
    _write_aliases(entry, found, new)
    _write_parts(entry, found, ground, new)


def _give_ids(entry: Entry, found: Comparison, new: list[int]) -> dict[int, int]:
    """Map each new row's position to its id; below nought stand the provisional ones."""
    first = keys.next_id(entry.connection, "unit")
    ids = {row: first + at for at, row in enumerate(new)}
    known = {row: number for row, number in enumerate(found.ids) if number is not None}
    return ids | known


def provisional(row: int) -> int:
    """Return the number under which a roster's own row is known before it is a unit."""
    return -row - 1


def _parent(said: tuple[int, ...] | None, ids: dict[int, int], top: int | None) -> int | None:
    if not said:
        return top
    return ids.get(-said[0] - 1) if said[0] < 0 else said[0]


def _write_aliases(entry: Entry, found: Comparison, new: list[int]) -> None:
    from ledger.units import remember

    said = found.read.values.get("aliases") or []
    own = {row: str(said[row]).split(LISTED) for row in new if said and said[row]}
    for row, aliases in (own | found.aliases).items():
        number = found.ids[row]
        if number is not None and found.verdicts[row] != "queried":
            for alias in aliases:
                remember(entry, number, alias)


def _write_parts(entry: Entry, found: Comparison, ground: Ground, new: list[int]) -> None:
    """Write what the rows say of the units in this campaign."""
    shape = SHAPES["unit"]
    places = [p for p in shape.of(list(found.read.values)) if p.table is not None]
    for row in new:
        said = {
            place.columns[0]: found.read.values[place.field][row]
            for place in places
            if found.read.values[place.field][row] is not None
        }
        if said:
            found.part_changes[row] = said
    for row, said in found.part_changes.items():
        if found.verdicts[row] == "queried":
            continue
        _write_part(entry, ground.campaign.id, found.ids[row], said)


def _write_part(entry: Entry, campaign: int, unit: int | None, said: dict[str, Any]) -> None:
    names = list(said)
    inserted = ", ".join(["campaign_id", "unit_id", "active", *(n for n in names if n != "active")])
    values = [campaign, unit, said.get("active", 1), *(said[n] for n in names if n != "active")]
    marks = ", ".join("?" * len(values))
    changed = ", ".join(f"{name} = excluded.{name}" for name in names)
    entry.connection.execute(
        f"insert into participation({inserted}) values ({marks})"
        f" on conflict(campaign_id, unit_id) do update set {changed}",
        values,
    )


# Changes --------------------------------------------------------------------------------


def _update(entry: Entry, found: Comparison, sheet_id: int) -> None:
    record = found.sheet.record
    groups: dict[tuple[str, ...], list[list[Any]]] = {}
    for row, changed in found.changes.items():
        if found.verdicts[row] == "queried":
            continue
        number = found.ids[row]
        assert number is not None
        values = dict(changed)
        if "parent_id" in values and (values["parent_id"] or 0) < 0:
            values["parent_id"] = _parent((values["parent_id"],), _give_ids(entry, found, []), None)
        if record == "item":
            _follow(entry, number, values)
        values |= {"source_sheet": sheet_id, "source_row": found.read.rows[row]}
        groups.setdefault(tuple(values), []).append([*values.values(), number])
    for names, rows in groups.items():
        listed = ", ".join(f"{name} = ?" for name in names)
        entry.connection.executemany(f"update {record} set {listed} where id = ?", rows)


def _follow(entry: Entry, number: int, values: dict[str, Any]) -> None:
    """Change what follows from an item's changes: the first day done, what it is known by."""
    old = entry.connection.execute(
        "select status, done_on, first_done_on, scope, owner, problem, natural_key, unit_id"
        " from item where id = ?",
        (number,),
    ).fetchone()
    status = values.get("status", old[0])
    if status in FINISHED and old[2] is None:
        values["first_done_on"] = values.get("done_on", old[1])
    if status not in FINISHED and "status" in values:
        values["done_on"] = None
    if {"unit_id", "scope", "problem"} & values.keys():
        entry.connection.execute(
            "insert into former_key(record, row_id, unit_id, natural_key)"
            " select 'item', ?, ?, ? where ? is not null",
            (number, old[7], old[6], old[6]),
        )
        scope, owner = values.get("scope", old[3]), values.get("owner", old[4])
        values["natural_key"] = keys.item_key(scope, owner, values.get("problem", old[5]))


def _write_co_units(entry: Entry, found: Comparison, new: Sequence[int]) -> None:
    from ledger.rectification import set_co_units

    said = dict(found.co_units)
    own = found.read.values.get("co_units") or [None] * len(found.read.rows)
    units = found.read.values.get("unit") or [None] * len(found.read.rows)
    for row in new:
        others = own[row] or (units[row][1:] if units[row] else None)
        if others:
            said[row] = tuple(others)
    for row, others in said.items():
        number = found.ids[row]
        if number is not None and found.verdicts[row] != "queried":
            set_co_units(entry, number, others)


def _note_progress(entry: Entry, found: Comparison) -> None:
    """What a sheet says of the progress is added to what earlier ones said."""
    said = found.read.values.get("progress")
    if not said:
        return
    day = entry.today.isoformat()
    notes = [
        (found.ids[row], day, said[row])
        for row, verdict in enumerate(found.verdicts)
        if said[row]
        and (verdict == "new" or "progress" in found.changes.get(row, {}))
        and verdict != "queried"
    ]
    entry.connection.executemany(
        "insert into progress_note(item_id, day, words) values (?, ?, ?)", notes
    )


def _record_givers(entry: Entry, found: Comparison) -> None:
    columns = [found.read.values.get(name) for name in _GIVER]
    if not any(columns):
        return
    rows = [
        row
        for row, verdict in enumerate(found.verdicts)
        if verdict != "queried" and any(column and column[row] for column in columns)
    ]
    numbers = _numbers(entry, [found.ids[row] for row in rows])
    forgotten = opinions.forgotten(entry.connection)
    givers = [
        (number, opinions.GiverDetails(*(column[row] if column else None for column in columns)))
        for row in rows
        if (number := numbers[found.ids[row] or 0]) not in forgotten
    ]
    opinions.record_givers(entry, givers)


def _numbers(entry: Entry, ids: Iterable[int | None]) -> dict[int, str]:
    return {
        number: entry.connection.execute(
            "select no from opinion where id = ?", (number,)
        ).fetchone()[0]
        for number in ids
        if number is not None
    }


def _write_extras(entry: Entry, found: Comparison) -> None:
    """Keep the sender's own columns with the records, for that sender alone."""
    record = found.sheet.record
    rows = [
        (record, found.ids[row], found.sender.unit, heading, value)
        for heading, values in found.read.extra.items()
        for row, value in enumerate(values)
        if value
        and found.ids[row] is not None
        and found.verdicts[row] != "queried"
        # A number of a person under a heading of its own would be kept with the opinion.
        and not (record == "opinion" and mask(value) != value)
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
                found.sheet.record,
                found.ids[row],
                name,
                None if stored is None else json.dumps(stored),
            )
            for row, name, stored in found.deviations
            if found.ids[row] is not None and found.verdicts[row] != "queried"
        ],
    )
