"""What a record is recognised by: its own number, and what it says where it has none."""

import re
import secrets
import sqlite3
import unicodedata
from collections.abc import Callable
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from ledger.errors import NotANumber
from ledger.errors import UnknownRecord
from schemas.record import ITEM
from schemas.record import OPINION
from schemas.record import RECORDS
from schemas.record import Record

#: Letters and digits that are not misheard or misread for one another, 32 of them.
ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_VALUE: Final = {letter: value for value, letter in enumerate(ALPHABET)}
_LENGTH: Final = 7

#: The kind of record that each prefix of a number stands for.
PREFIXES: Final = {kind.prefix: kind.name for kind in RECORDS if kind.prefix}
_DRAWN: Final = frozenset(kind.name for kind in RECORDS if kind.drawn)
_NUMBER: Final = re.compile(rf"^({'|'.join(PREFIXES)})-?([0-9A-Z]+)$")


def numbers(connection: sqlite3.Connection, kind: Record, ids: Sequence[int]) -> list[str]:
    """Return the numbers of new records: in order, or drawn so that no order shows."""
    if kind.drawn:
        return _drawn(connection, kind, len(ids))
    return [f"{kind.prefix}-{number:04d}" for number in ids]


def item_number(item_id: int) -> str:
    """Return the number of an item: they are numbered in order."""
    return f"{ITEM.prefix}-{item_id:04d}"


def check_letter(letters: str) -> str:
    """Return the check digit of seven letters: any one mistyped letter changes it.

    Each position has its own odd weight, so two neighbours that swapped are found, too,
    unless they stand sixteen places apart in the alphabet.
    """
    total = sum(_VALUE[letter] * (2 * place + 1) for place, letter in enumerate(letters))
    return ALPHABET[total % len(ALPHABET)]


def opinion_numbers(connection: sqlite3.Connection, how_many: int) -> list[str]:
    """Draw numbers for many opinions, none of which was ever given before."""
    return _drawn(connection, OPINION, how_many)


def _drawn(connection: sqlite3.Connection, kind: Record, how_many: int) -> list[str]:
    drawn: dict[str, None] = {}
    gone = _deleted(connection, kind)
    while len(drawn) < how_many:
        fresh = [f"{kind.prefix}-{letters}" for letters in _draw(how_many - len(drawn))]
        taken = gone | {
            number
            for start in range(0, len(fresh), 500)
            for number in _given(connection, kind, fresh[start : start + 500])
        }
        drawn |= dict.fromkeys(number for number in fresh if number not in taken)
    return list(drawn)


def _draw(how_many: int) -> list[str]:
    """Draw the letters of many numbers at once, a place of all of them after the other."""
    random = [secrets.token_bytes(how_many) for _ in range(_LENGTH)]
    places = [part.translate(_AS_LETTER).decode("ascii") for part in random]
    weighed = [part.translate(_WEIGHED[place]) for place, part in enumerate(random)]
    checks = (ALPHABET[sum(one) % len(ALPHABET)] for one in zip(*weighed, strict=True))
    return ["".join(letters) for letters in zip(*places, checks, strict=True)]


#: For each byte, the letter that it draws, and what that adds to the check at each place.
_AS_LETTER: Final = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(256))
_WEIGHED: Final = [
    bytes(byte % len(ALPHABET) * (2 * place + 1) % len(ALPHABET) for byte in range(256))
    for place in range(_LENGTH)
]


def _given(connection: sqlite3.Connection, kind: Record, numbers: list[str]) -> list[str]:
    marks = ", ".join("?" * len(numbers))
    found = connection.execute(f"select no from {kind.name} where no in ({marks})", numbers)
    return [row[0] for row in found]


def _deleted(connection: sqlite3.Connection, kind: Record) -> set[str]:
    """Return the numbers of records that an undo took back: they are not given again."""
    found = connection.execute(
        "select json_extract(old, '$.no') from journal where record = ? and op = 'D'", (kind.name,)
    )
    return {row[0] for row in found}


def next_id(connection: sqlite3.Connection, table: str) -> int:
    """Return the id that the next new row of a table gets, inside an entry."""
    found = connection.execute(
        "select seq from sqlite_sequence where name = ?", (table,)
    ).fetchone()
    return 1 if found is None else int(found[0]) + 1


def read_number(text: str) -> tuple[str, str]:
    """Return (record, number) of a number as it was typed: 'zg12', 'YJ-4K7PM2XQ'.

    Raises NotANumber.
    """
    plain = unicodedata.normalize("NFKC", text).upper().strip().replace(" ", "")
    found = _NUMBER.match(re.sub(r"[—–―－]", "-", plain))
    if found is None:
        raise NotANumber(text=text)
    prefix, rest = found.groups()
    kind = PREFIXES[prefix]
    if kind not in _DRAWN:
        if not rest.isdigit():
            raise NotANumber(text=text)
        return kind, f"{prefix}-{int(rest):04d}"
    letters, check = rest[:-1], rest[-1:]
    well_formed = len(rest) == _LENGTH + 1 and set(rest) <= set(ALPHABET)
    if not well_formed or check_letter(letters) != check:
        raise NotANumber(text=text)
    return kind, f"{prefix}-{rest}"


def record_id(connection: sqlite3.Connection, text: str, record: str | None = None) -> int:
    """Return the id of the record with a number; raises NotANumber or UnknownRecord."""
    kind, number = read_number(text)
    if record is not None and kind != record:
        raise NotANumber(text=text)
    found = connection.execute(f"select id from {kind} where no = ?", (number,)).fetchone()
    if found is None:
        raise UnknownRecord(number=number)
    return int(found[0])


def opinion_key(channel: str | None, day: str | None, content: str, nth: int) -> int:
    """Return what an opinion without a number is recognised by, beside its unit.

    ``nth`` is the how-manieth of its kind in its sheet, from 1: the same words thirty
    times are thirty voices.
    """
    return _hash(channel or "", day or "", content, str(nth))


def free_key(
    connection: sqlite3.Connection,
    record: str,
    unit: int,
    make: Callable[[int], int],
    but: int | None = None,
) -> int:
    """Return the key of a record as the next one of its unit that says the same.

    ``make`` makes the key of the how-manieth. What another record was once recognised by
    is not free: a sheet that still says so means that one.
    """
    nth = 1
    while True:
        number = make(nth)
        [taken] = connection.execute(
            f"select exists(select 1 from {record} where unit_id = ?1 and natural_key = ?2"
            " and id is not ?3) or exists(select 1 from former_key where unit_id = ?1"
            " and natural_key = ?2 and record = ?4 and row_id is not ?3)",
            (unit, number, but, record),
        ).fetchone()
        if not taken:
            return number
        nth += 1


def item_key(scope: str, person: str | None, problem: str) -> int:
    """Return what an item without a number is recognised by, beside its unit."""
    said = re.sub(r"\s+", "", unicodedata.normalize("NFKC", problem)).rstrip("。.;；")
    return _hash(scope, (person or "") if scope == "person" else "", said)


def record_key(*said: object) -> int:
    """Return what any other record without a number is recognised by, beside its unit."""
    texts = (unicodedata.normalize("NFKC", str("" if one is None else one)) for one in said)
    return _hash(*(re.sub(r"\s+", "", text) for text in texts))


def _hash(*parts: str) -> int:
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)
