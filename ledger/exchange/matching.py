"""Which record each row is: by our number, the sender's own, else by what it says."""

import sqlite3
from collections.abc import Iterable
from collections.abc import Sequence
from itertools import compress
from typing import Any
from typing import Final

from ledger import keys
from ledger.errors import NotANumber
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Matched
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun

_CHUNK: Final = 400
_NOTHING: Final = (None, "")


def match(found: Comparison, noun: Noun, ground: Ground) -> None:
    """Find the record of each row that is not queried."""
    if noun.match is not None:
        noun.match(found, ground)
    else:
        _match_numbers(found, noun, ground)
        _match_ext_numbers(found, noun, ground)
        if noun.key is not None:
            _match_keys(found, noun, noun.key, ground)
    _same_record_twice(found)
    if noun.key is not None and not noun.key.counted:
        _same_key_twice(found, noun.key)


def look_up(connection: sqlite3.Connection, text: str, values: Iterable[str]) -> dict[str, int]:
    """Return the ids that a question finds for many values; it ends with ``in``."""
    wanted = list(values)
    ids: dict[str, int] = {}
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        marks = ", ".join("?" * len(part))
        ids |= dict(connection.execute(f"{text} ({marks})", part).fetchall())
    return ids


# Numbers --------------------------------------------------------------------------------


def _match_numbers(found: Comparison, noun: Noun, ground: Ground) -> None:
    """Match our own numbers; numbers of another form are the sender's own."""
    said = found.column("no")
    if not any(said):
        return
    ours: dict[int, str] = {}
    theirs: dict[int, str] = {}
    for row in found.open_rows():
        if not said[row]:
            continue
        try:
            kind, number = keys.read_number(said[row])
        except NotANumber:
            theirs[row] = said[row]
            continue
        if kind == noun.record:
            ours[row] = number
        else:
            found.remark(row, "no", "queries.number_of_other_kind", number=number)
    _take_numbers(found, noun, ours, ground)
    _take_as_ext_no(found, theirs)


def _take_numbers(found: Comparison, noun: Noun, ours: dict[int, str], ground: Ground) -> None:
    text = f"select no, id from {noun.record} where no in"
    ids = look_up(ground.connection, text, ours.values())
    fixed = _only(found, noun, ground, ids.values())
    for row, number in ours.items():
        if number not in ids:
            found.remark(row, "no", "queries.number_unknown", number=number)
        elif ids[number] not in fixed:
            found.remark(row, "no", "queries.number_of_other_kind", number=number)
        else:
            found.ids[row] = ids[number]


def _only(found: Comparison, noun: Noun, ground: Ground, ids: Iterable[int]) -> set[int]:
    """Return those of some records that have what is the same in every row of the sheet."""
    always = noun.always(found.sheet, ground.campaign.plan)
    if not always:
        return set(ids)
    listed = ", ".join(map(str, ids))
    where = " and ".join(f"{name} is ?" for name in always)
    text = f"select id from {noun.record} where id in ({listed}) and {where}"
    return {number for (number,) in ground.connection.execute(text, [*always.values()])}


def _take_as_ext_no(found: Comparison, theirs: dict[int, str]) -> None:
    """Keep a sender's own numbers, unless they only count the rows or repeat."""
    values = list(theirs.values())
    counts_rows = all(v.isdigit() for v in values) and values == [
        str(at) for at in range(1, len(values) + 1)
    ]
    if not theirs or counts_rows or len(set(values)) < len(values):
        return
    if not any(found.column("ext_no")):
        column: list[object] = [None] * len(found.read.rows)
        for row, number in theirs.items():
            column[row] = number
        found.read.values["ext_no"] = column


def _match_ext_numbers(found: Comparison, noun: Noun, ground: Ground) -> None:
    said = found.column("ext_no")
    given = [number for number in said if number]
    if not given or len(set(given)) < len(given):
        return
    ids = look_up(
        ground.connection,
        f"select ext_no, id from {noun.record} where campaign_id = {ground.campaign.id}"
        f" and sender_id is {found.sender.unit or 'null'} and ext_no in",
        given,
    )
    fixed = _only(found, noun, ground, ids.values())
    for row in list(found.open_rows()):
        if ids.get(said[row]) in fixed:
            found.ids[row] = ids[said[row]]


# What a row says ------------------------------------------------------------------------


def _match_keys(found: Comparison, noun: Noun, key: Key, ground: Ground) -> None:
    units = found.column("unit")
    numbers = _keys(found, noun, key, ground)
    if "queried" in found.verdicts:
        verdicts = zip(numbers, found.verdicts, strict=True)
        numbers = [None if verdict == "queried" else number for number, verdict in verdicts]
    found.natural_keys = numbers
    if not _has_records(noun, ground):
        return
    wanted = [
        (row, units[row][0], number)
        for row, number in enumerate(numbers)
        if number is not None and found.ids[row] is None
    ]
    for row, record in _find_keys(found, noun, wanted, ground):
        if found.ids[row] is None:
            found.ids[row] = record


def _keys(found: Comparison, noun: Noun, key: Key, ground: Ground) -> list[int | None]:
    """Return the key of each row that has one.

    A queried row counts among those that say the same: it comes again, mended, and none
    of the others may then be taken for it.
    """
    units = found.column("unit")
    fixed = noun.fixed(found.sheet, ground.campaign.plan)
    said = [_said(found, noun, name, fixed) for name in key.fields]
    has_key = [unit and words not in _NOTHING for unit, words in zip(units, said[-1], strict=True)]
    with_key = [list(compress(values, has_key)) for values in said]
    if key.counted:
        first = [unit[0] for unit in compress(units, has_key)]
        with_key.append(_counted(zip(first, *with_key, strict=True)))
    numbers = map(key.of, *with_key)
    return [next(numbers) if has else None for has in has_key]


def _counted(said: Iterable[tuple[object, ...]]) -> list[int]:
    """Return the how-manieth of its kind each is, from 1."""
    kinds: dict[tuple[object, ...], int] = {}
    numbers = []
    for kind in said:
        nth = kinds[kind] = kinds.get(kind, 0) + 1
        numbers.append(nth)
    return numbers


def _said(found: Comparison, noun: Noun, name: str, fixed: dict[str, Any]) -> Sequence[Any]:
    """Return what rows say of a field of a key, as it is stored."""
    place = noun.place(name)
    [column] = place.columns
    said = found.column(name)
    if not place.plain:
        said = [place.store(value)[0] for value in said]
    default = fixed.get(column, noun.defaults.get(column))
    return said if default is None else [default if one is None else one for one in said]


def _has_records(noun: Noun, ground: Ground) -> bool:
    text = f"select exists(select 1 from {noun.record})"
    return bool(ground.connection.execute(text).fetchone()[0])


def _find_keys(
    found: Comparison, noun: Noun, wanted: list[tuple[int, int, int]], ground: Ground
) -> list[Matched]:
    """Return (row, record id) for the keys that the ledger knows, earlier ones included."""
    execute = ground.connection.execute
    table = noun.record
    execute("create temp table if not exists wanted(row integer, unit integer, key integer)")
    execute("delete from temp.wanted")
    ground.connection.executemany("insert into temp.wanted values (?, ?, ?)", wanted)
    always = noun.always(found.sheet, ground.campaign.plan)
    where = "r.campaign_id = :campaign" + "".join(f" and r.{name} is :{name}" for name in always)
    stands = "" if noun.dropped == "null" else f" order by r.{noun.dropped} is not null"
    values = {**always, "campaign": ground.campaign.id, "record": table}
    direct = execute(
        f"select w.row, r.id, r.sender_id from temp.wanted w join {table} r"
        f" on r.unit_id = w.unit and r.natural_key = w.key where {where}{stands}",
        values,
    ).fetchall()
    former = execute(
        "select w.row, r.id, r.sender_id from temp.wanted w join former_key f"
        " on f.unit_id = w.unit and f.natural_key = w.key and f.record = :record"
        f" join {table} r on r.id = f.row_id where {where}{stands}",
        values,
    ).fetchall()
    return noun.same(found, ground, [*direct, *former])


# Twice ----------------------------------------------------------------------------------


def _same_record_twice(found: Comparison) -> None:
    """A record that two rows of one sheet mean is asked about in both."""
    rows: dict[int, list[int]] = {}
    for row, record in enumerate(found.ids):
        if record is not None and found.verdicts[row] != "queried":
            rows.setdefault(record, []).append(row)
    for same in rows.values():
        for row in same[1:] and same:
            others = "、".join(str(found.read.rows[other]) for other in same if other != row)
            found.remark(row, None, "queries.same_record", rows=others)


def _same_key_twice(found: Comparison, key: Key) -> None:
    """Of two new rows that say the same, the second one is asked about."""
    units = found.column("unit")
    first: dict[tuple[int, int], int] = {}
    for row in list(found.open_rows()):
        number = found.natural_keys[row]
        if number is None:
            continue
        earlier = first.setdefault((units[row][0], number), row)
        if earlier != row:
            name = key.fields[-1]
            column = found.sheet.column(name)
            heading = column.headings[0] if column else name
            above = found.read.rows[earlier]
            found.remark(row, name, "queries.same_key", row=above, heading=heading)
