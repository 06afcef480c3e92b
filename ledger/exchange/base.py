"""What a sheet was based on: the values that its sender had in hand when changing them."""

import json
import marshal
import sqlite3
from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from hashlib import blake2b
from itertools import groupby
from typing import Any
from typing import Final

from ledger import campaigns
from ledger import journal
from ledger.exchange.interpret import Interpreted
from ledger.exchange.read import Mark
from ledger.exchange.shape import Place
from ledger.exchange.shape import Stored
from ledger.ranges import Ranges

#: The form of marshal that knows no references: equal values are equal bytes.
_SAME_FOR_ALL: Final = 2
#: Whose sheets are asked for: also those of the units that were merged into the sender.
_OF_NOBODY: Final = "sender_id is ?3"
_OF_SENDER: Final = (
    "sender_id in (with recursive merged(id) as (select ?3 union"
    " select unit.id from unit join merged on unit.merged_into_id = merged.id)"
    " select id from merged)"
)


@dataclass(frozen=True)
class Known:
    """An earlier state of the ledger, and where the sheet of then said otherwise.

    ``present``: what the ledger holds now is what the sender had in hand. ``before`` are the
    sender's earlier sheets of the kind, newest first, each with the records that none after
    it had: a unit may send its list in several files. ``newer`` is the day or month of one
    of them, where the sheet in hand says itself to be of an earlier one.
    """

    entry: int
    records: Ranges | None
    deviations: dict[tuple[int, str], Stored | None]
    present: bool = False
    before: "tuple[Known, ...]" = ()
    newer: str | None = None

    def of(self, record: int) -> "Known | None":
        """Return the state from which the sender has a record, or None."""
        layers = (self, *self.before)
        return next((one for one in layers if one.records is None or record in one.records), None)


def content_of(read: Interpreted) -> str:
    """Return a digest of what a sheet says, whatever program saved it, and whoever spoke.

    It is asked for first before the comparison, which may settle values for the ledger.
    """
    if read.digest is None:
        digest = blake2b(digest_size=16)
        for name in sorted(name for name in read.values if not name.startswith("giver")):
            digest.update(name.encode())
            digest.update(_bytes_of(read.values[name]))
        read.digest = digest.hexdigest()
    return read.digest


def _bytes_of(values: list[Any]) -> bytes:
    try:
        return marshal.dumps(values, _SAME_FOR_ALL)
    except ValueError:
        return repr(values).encode("utf-8", "surrogatepass")


def base_of(
    connection: sqlite3.Connection,
    campaign: int,
    sheet: str,
    sender: int | None,
    mark: Mark | None,
    content: str,
    entry: int | None = None,
    said_of: str | None = None,
) -> Known | None:
    """Return what a sheet was based on, apart from its neighbours that ``entry`` takes.

    A copy of a sheet that was taken before was based on that sheet, so that it changes
    nothing, however old it is; an export of this ledger on the ledger at that export; any
    other sheet, record by record, on the last one of its kind with that record that was taken
    from the same sender and is not undone.
    """
    undone = journal.undone(connection)
    standing = _standing(connection, campaign, sheet, sender, entry, undone)
    same = [row for row in standing if row[4] == content]
    own = campaigns.setting(connection, campaigns.IDENTITY)
    if not same and mark is not None and mark.ledger == own:
        found = connection.execute(
            "select newest_entry from export where id = ?", (mark.export,)
        ).fetchone()
        if found is not None:
            return Known(found[0], None, {})
    if same:
        return _together(connection, [_first_of(content, standing)], undone)
    layers = list(_layers(connection, standing, undone))
    newer = max((row[6] for row in standing if is_earlier(said_of, row[6])), default=None)
    return replace(layers[0], before=tuple(layers[1:]), newer=newer) if layers else None


def is_earlier(one: str | None, other: str | None) -> bool:
    """Tell whether a day or month lies before another: where one is a month, by months."""
    if one is None or other is None:
        return False
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _layers(
    connection: sqlite3.Connection, standing: list[Any], undone: Collection[int]
) -> Iterator[Known]:
    """Yield a sender's sheets, the newest first, each with the records not yet met."""
    covered: list[tuple[int, int]] = []
    for _, together in groupby(standing, key=_file_and_entry):
        rows = [_first_of(row[4], standing) for row in together]
        pairs = [pair for row in rows for pair in Ranges.read(row[3]).pairs]
        new = Ranges(pairs).without(Ranges(covered))
        if new.pairs or not covered:
            yield replace(_together(connection, rows, undone), records=new)
        covered += new.pairs


def _file_and_entry(row: Any) -> tuple[Any, ...]:
    """Return what worksheets that were taken together share: a file may have one a unit."""
    return row[5], row[1], row[2]


def _together(connection: sqlite3.Connection, rows: list[Any], undone: Collection[int]) -> Known:
    """Return what worksheets that came together say of the ledger, the last one first."""
    deviations: dict[tuple[int, str], Stored | None] = {}
    for row in reversed(rows):
        deviations |= _deviations(connection, row[0], undone)
    pairs = [pair for row in rows for pair in Ranges.read(row[3]).pairs]
    return Known(rows[0][2], Ranges(pairs), deviations)


def _first_of(content: str, standing: list[Any]) -> Any:
    """Return the sheet to which those that said the same again added nothing.

    Where a settlement of its conflicts is undone, they are open again.
    """
    same = [row for row in standing if row[4] == content]
    return next((row for row in same if row[1] is not None), same[-1])


def _standing(
    connection: sqlite3.Connection,
    campaign: int,
    sheet: str,
    sender: int | None,
    entry: int | None,
    undone: Collection[int],
) -> list[Any]:
    """Return a sender's sheets of a kind, the newest first, that no undo has taken back.

    A unit that others were merged into goes on from their sheets, too. One that changed
    nothing stood on the one before it, and falls with it.
    """
    rows = connection.execute(
        "select id, entry_id, newest_entry, records, content, file_id, said_of from source_sheet"
        " where campaign_id = ?1 and sheet = ?2 and (entry_id is null or entry_id is not ?4)"
        f" and {_OF_NOBODY if sender is None else _OF_SENDER} order by id desc",
        (campaign, sheet, sender, entry),
    ).fetchall()
    standing = []
    for at, row in enumerate(rows):
        entries = (earlier[1] for earlier in rows[at:] if earlier[1] is not None)
        if next(entries, None) not in undone:
            standing.append(row)
    return standing


def _deviations(
    connection: sqlite3.Connection, number: int, undone: Collection[int]
) -> dict[tuple[int, str], Stored | None]:
    """Return where a sheet said otherwise than was taken; what was settled since comes last."""
    return {
        (row_id, field): None if value is None else tuple(json.loads(value))
        for row_id, field, value, entry in connection.execute(
            "select row_id, field, value, entry_id from deviation where sheet_id = ? order by id",
            (number,),
        )
        if entry not in undone
    }


def everything(known: Known | None) -> Known | None:
    """Return a base that holds every record, with what the sheet of then said otherwise."""
    return None if known is None else Known(known.entry, None, known.deviations)


class Base:
    """The base values of records, rebuilt from the journal only where they changed since."""

    def __init__(self, connection: sqlite3.Connection, record: str, known: Known | None) -> None:
        self._connection = connection
        self._known = known
        self._record = record
        self._past: dict[int, tuple[journal.Past, int]] = {}

    def _at(self, entry: int) -> tuple[journal.Past, int]:
        """Return the past from an entry on, and the newest record that there was then."""
        if entry not in self._past:
            past = journal.Past(self._connection, entry)
            self._past[entry] = past, _highest(self._connection, self._record, entry)
        return self._past[entry]

    def goes_back(self, row_id: int, place: Place, theirs: Stored) -> bool:
        """Tell whether a sheet without a mark would put an earlier value of a field back.

        So does one that says itself to be of an earlier day or month than one taken before.
        An older copy with a few edits looks like this; only a person can tell.
        """
        if self._known is None or self._known.records is None:
            return False
        if self._known.newer is not None:
            return True
        return self.once_said(row_id, place, theirs)

    def once_said(self, row_id: int, place: Place, theirs: Stored) -> bool:
        """Tell whether a field said something at an earlier entry."""
        present, _ = self._at(journal.newest(self._connection))
        then: dict[str, Any] | None = present.now(self._record, row_id)
        for old, kind in self._connection.execute(
            "select old, kind from journal left join entry on entry.id = journal.entry_id"
            " where record = ? and row_id = ? and op = 'U' order by journal.id desc",
            (self._record, row_id),
        ):
            then = {**(then or {}), **json.loads(old)}
            # What an undo took back was never meant to be kept out.
            if kind != "undo" and place.same(theirs, tuple(then[c] for c in place.columns)):
                return True
        return False

    def value(
        self, row_id: int, place: Place, ours: Stored, said_of: int | None = None
    ) -> Stored | None:
        """Return what the sender had in hand for a field, or None where there is no base.

        ``said_of`` is the record that deviations stand under, where the row is part of it.
        """
        said_of = row_id if said_of is None else said_of
        known = None if self._known is None else self._known.of(said_of)
        if known is None:
            return None
        if known.present:
            return ours
        past, newest = self._at(known.entry)
        if row_id > newest:
            return None
        if (said_of, place.field) in known.deviations:
            return known.deviations[said_of, place.field]
        if not past.changes(self._record, row_id):
            return ours
        then: dict[str, Any] | None = past.as_of(known.entry, self._record, row_id)
        if then is None:
            return None
        return tuple(then.get(column) for column in place.columns)


def _highest(connection: sqlite3.Connection, record: str, entry: int) -> int:
    found = connection.execute(
        "select coalesce(max(high), 0) from entry_mark where record = ? and entry_id <= ?",
        (record, entry),
    ).fetchone()
    return int(found[0])
