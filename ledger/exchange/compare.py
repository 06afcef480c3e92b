"""Compare a sheet with the ledger: which record each row is, and what it changes.

With a base, a field changes only where the sender changed it. With none, an empty field
is filled and one that differs is a conflict. Nothing is written here.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Any
from typing import Final
from typing import Literal

from ledger import keys
from ledger.campaigns import CampaignInUse
from ledger.errors import NotANumber
from ledger.exchange.base import Base
from ledger.exchange.base import Known
from ledger.exchange.interpret import CellFault
from ledger.exchange.interpret import Interpreted
from ledger.exchange.recognise import Table
from ledger.exchange.shape import LISTED
from ledger.exchange.shape import SHAPES
from ledger.exchange.shape import Place
from ledger.exchange.shape import Shape
from ledger.exchange.shape import Stored
from ledger.privacy import mask
from ledger.undo import TOGETHER
from ledger.units import UnitNames
from ledger.units import normal
from schemas.fault import Fault
from schemas.sheet import Sheet
from schemas.vocabulary import OPEN_STATUSES

Verdict = Literal["new", "changed", "unchanged", "conflict", "queried"]
Settle = Literal["theirs", "ours"]

#: What was referred to the discipline body is nobody's to report on.
_REFERRED: Final = 2
#: Who may call a work closed: never the unit whose work it is.
_OFFICE_ALONE: Final = frozenset({"closing", "closed_on", "published_on"})
_CLAIMED: Final = frozenset({"checked", "noticed", "closed"})
_CHUNK: Final = 400


@dataclass(frozen=True)
class Sender:
    """Whose sheet it is. The ledger's own office may change every column."""

    unit: int | None
    office: bool


@dataclass(frozen=True)
class Remark:
    """Something to tell the sender about a row or one of its fields."""

    field: str | None
    key: str
    values: dict[str, object]
    stops: bool = True


@dataclass
class Comparison:
    """What a sheet means for the ledger, row by row (by position in ``read.rows``)."""

    table: Table
    read: Interpreted
    sender: Sender
    known: Known | None = None
    verdicts: list[Verdict] = field(default_factory=list)
    ids: list[int | None] = field(default_factory=list)
    changes: dict[int, dict[str, Any]] = field(default_factory=dict)
    part_changes: dict[int, dict[str, Any]] = field(default_factory=dict)
    co_units: dict[int, tuple[int, ...]] = field(default_factory=dict)
    aliases: dict[int, list[str]] = field(default_factory=dict)
    natural_keys: list[int | None] = field(default_factory=list)
    remarks: dict[int, list[Remark]] = field(default_factory=dict)
    deviations: list[tuple[int, str, Stored | None]] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)

    @property
    def sheet(self) -> Sheet:
        """The kind of sheet."""
        return self.table.sheet

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields with a column of their own: an empty cell of another says nothing."""
        return frozenset(column.field for column in self.table.columns.values())

    def count(self, verdict: Verdict) -> int:
        """Return how many rows ended in a verdict."""
        return self.verdicts.count(verdict)

    def remark(
        self,
        row: int,
        field_name: str | None,
        key: str,
        /,
        *,
        stops: bool = True,
        **values: object,
    ) -> None:
        """Note something about a row; one that stops has the row queried."""
        self.remarks.setdefault(row, []).append(Remark(field_name, key, values, stops))
        if stops:
            self.verdicts[row] = "queried"

    def query(self, row: int, cell: CellFault) -> None:
        """Note what is wrong with a cell, with what would be right."""
        values = {**cell.fault.values, "offer": cell.fault.offer or ""}
        self.remarks.setdefault(row, []).append(Remark(cell.field, cell.fault.key, values))
        self.verdicts[row] = "queried"

    def new_rows(self) -> list[int]:
        """Return the positions of the rows that become records."""
        return [row for row, verdict in enumerate(self.verdicts) if verdict == "new"]


@dataclass(frozen=True)
class Ground:
    """What a comparison stands on."""

    connection: sqlite3.Connection
    campaign: CampaignInUse
    names: UnitNames
    office: int | None
    today: date
    settle: Settle | None = None


def compare(
    table: Table, read: Interpreted, sender: Sender, known: Known | None, ground: Ground
) -> Comparison:
    """Compare a sheet of units, opinions or items with the ledger."""
    shape = SHAPES[table.sheet.record]
    found = Comparison(table, read, sender, known)
    size = len(read.rows)
    found.verdicts = ["new"] * size
    found.ids = [None] * size
    found.natural_keys = [None] * size
    for row, faults in read.faults.items():
        _query_faults(found, row, faults)
    _spread_closings(found)
    _check_days(found, ground)
    _match(found, shape, ground)
    _same_key_twice(found)
    _compare_known(found, shape, ground)
    _check_new(found)
    _find_missing(found, known)
    return found


def _query_faults(found: Comparison, row: int, faults: Iterable[CellFault]) -> None:
    for cell in faults:
        found.query(row, cell)


def _check_days(found: Comparison, ground: Ground) -> None:
    """What is said to have happened cannot lie ahead, and a voice is at least one."""
    today = ground.today.isoformat()
    for name, column in found.read.values.items():
        declared = found.sheet.column(name)
        if declared is None or not declared.happened:
            continue
        for row, day in enumerate(column):
            if day is not None and day > today:
                found.remark(row, name, "queries.day_ahead", day=day, today=today)
    for row, voices in enumerate(found.read.values.get("voices") or []):
        if voices == 0:
            found.remark(row, "voices", "queries.no_voice")


def _spread_closings(found: Comparison) -> None:
    """A status word that says closed or returned speaks of the closing, too."""
    statuses = found.read.values.get("status")
    if found.sheet.record != "item" or not statuses:
        return
    own = found.read.values.get("closing") or [None] * len(statuses)
    closings = [
        said or (status.closing if status else None)
        for said, status in zip(own, statuses, strict=True)
    ]
    if any(closings):
        found.read.values["closing"] = closings


# Which record is it? --------------------------------------------------------------------


def _match(found: Comparison, shape: Shape, ground: Ground) -> None:
    if shape.record == "unit":
        _match_units(found, ground)
        return
    _match_numbers(found, shape, ground)
    _match_ext_numbers(found, shape, ground)
    _match_natural(found, shape, ground)


def _column(found: Comparison, name: str) -> Sequence[Any]:
    return found.read.values.get(name) or [None] * len(found.read.rows)


def _open_rows(found: Comparison) -> Iterator[int]:
    """Yield the rows that are neither queried nor matched yet."""
    for row, verdict in enumerate(found.verdicts):
        if verdict == "new" and found.ids[row] is None:
            yield row


def _match_numbers(found: Comparison, shape: Shape, ground: Ground) -> None:
    """Match our own numbers; numbers of another form are the sender's own."""
    said = _column(found, "no")
    if not any(said):
        return
    ours: dict[int, str] = {}
    theirs: dict[int, str] = {}
    for row in _open_rows(found):
        if not said[row]:
            continue
        try:
            kind, number = keys.read_number(said[row])
        except NotANumber:
            theirs[row] = said[row]
            continue
        if kind == shape.record:
            ours[row] = number
        else:
            found.remark(row, "no", "queries.number_of_other_kind", number=number)
    text = f"select no, id from {shape.record} where no in"
    ids = _look_up(ground.connection, text, ours.values())
    for row, number in ours.items():
        if number in ids:
            found.ids[row] = ids[number]
        else:
            found.remark(row, "no", "queries.number_unknown", number=number)
    _take_as_ext_no(found, theirs)


def _take_as_ext_no(found: Comparison, theirs: dict[int, str]) -> None:
    """Keep a sender's own numbers, unless they only count the rows or repeat."""
    values = list(theirs.values())
    counts_rows = all(v.isdigit() for v in values) and values == [
        str(at) for at in range(1, len(values) + 1)
    ]
    if not theirs or counts_rows or len(set(values)) < len(values):
        return
    if not any(_column(found, "ext_no")):
        column: list[object] = [None] * len(found.read.rows)
        for row, number in theirs.items():
            column[row] = number
        found.read.values["ext_no"] = column


def _match_ext_numbers(found: Comparison, shape: Shape, ground: Ground) -> None:
    said = _column(found, "ext_no")
    given = [number for number in said if number]
    if not given or len(set(given)) < len(given):
        return
    ids = _look_up(
        ground.connection,
        f"select ext_no, id from {shape.record} where campaign_id = {ground.campaign.id}"
        f" and sender_id is {found.sender.unit or 'null'} and ext_no in",
        given,
    )
    for row in list(_open_rows(found)):
        if said[row] in ids:
            found.ids[row] = ids[said[row]]


def _look_up(connection: sqlite3.Connection, text: str, values: Iterable[str]) -> dict[str, int]:
    wanted = list(values)
    ids: dict[str, int] = {}
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        marks = ", ".join("?" * len(part))
        ids |= dict(connection.execute(f"{text} ({marks})", part).fetchall())
    return ids


def _match_natural(found: Comparison, shape: Shape, ground: Ground) -> None:
    natural = _opinion_keys if shape.record == "opinion" else _item_keys
    units = _column(found, "unit")
    wanted: list[tuple[int, int, int]] = []
    for row, key in natural(found):
        found.natural_keys[row] = key
        if found.ids[row] is None:
            wanted.append((row, units[row][0], key))
    givers = _column(found, "giver_name")
    for row, record in _find_keys(ground, shape.record, wanted, found.sender, givers):
        if found.ids[row] is None:
            found.ids[row] = record


def _opinion_keys(found: Comparison) -> Iterator[tuple[int, int]]:
    kinds: Counter[tuple[object, ...]] = Counter()
    units, contents = _column(found, "unit"), _column(found, "content")
    channels, days = _column(found, "channel"), _column(found, "raised_on")
    for row, verdict in enumerate(found.verdicts):
        if verdict == "queried" or not units[row] or not contents[row]:
            continue
        said = (channels[row], days[row], contents[row])
        kinds[units[row][0], *said] += 1
        yield row, keys.opinion_key(*said, kinds[units[row][0], *said])


def _item_keys(found: Comparison) -> Iterator[tuple[int, int]]:
    units, problems = _column(found, "unit"), _column(found, "problem")
    scopes, owners = _column(found, "scope"), _column(found, "owner")
    for row, verdict in enumerate(found.verdicts):
        if verdict != "queried" and units[row] and problems[row]:
            yield row, keys.item_key(scopes[row] or "body", owners[row], problems[row])


def _find_keys(
    ground: Ground,
    record: str,
    wanted: list[tuple[int, int, int]],
    sender: Sender,
    givers: Sequence[str | None],
) -> list[tuple[int, int]]:
    """Return (row, record id) for the keys that the ledger knows, earlier ones included."""
    execute = ground.connection.execute
    if not wanted or not execute(f"select exists(select 1 from {record})").fetchone()[0]:
        return []
    execute("create temp table if not exists wanted(row integer, unit integer, key integer)")
    execute("delete from temp.wanted")
    ground.connection.executemany("insert into temp.wanted values (?, ?, ?)", wanted)
    stands = "" if record == "opinion" else " order by r.dropped_on is not null"
    values = {"campaign": ground.campaign.id, "record": record}
    direct = execute(
        f"select w.row, r.id, r.sender_id from temp.wanted w join {record} r"
        f" on r.unit_id = w.unit and r.natural_key = w.key where r.campaign_id = :campaign{stands}",
        values,
    ).fetchall()
    former = execute(
        "select w.row, r.id, r.sender_id from temp.wanted w join former_key f"
        " on f.unit_id = w.unit and f.natural_key = w.key and f.record = :record"
        f" join {record} r on r.id = f.row_id where r.campaign_id = :campaign{stands}",
        values,
    ).fetchall()
    found = [*direct, *former]
    if record == "item":
        return [(row, number) for row, number, _ in found]
    own = [(row, number) for row, number, whose in found if whose == sender.unit]
    return own + [
        (row, number)
        for row, number, whose in found
        if whose != sender.unit
        and _told_by_both(whose, sender, ground)
        and not _somebody_elses(ground, number, givers[row])
    ]


def _somebody_elses(ground: Ground, opinion: int, name: str | None) -> bool:
    """Tell whether an opinion is known to be another giver's, although its words are the same."""
    known = ground.connection.execute(
        "select giver.name from giver join opinion on opinion.no = giver.opinion_no"
        " where opinion.id = ? and giver.name is not null",
        (opinion,),
    ).fetchone()
    return name is not None and known is not None and known[0] != name


def _told_by_both(whose: int | None, sender: Sender, ground: Ground) -> bool:
    """Tell whether two senders may have reported the same voice.

    An office's list holds what those below it heard. Two units beside one another that
    heard the same words heard two people.
    """
    if whose is None or sender.office or whose == ground.office or sender.unit is None:
        return True
    names = ground.names
    return names.lies_within(whose, sender.unit) or names.lies_within(sender.unit, whose)


def _match_units(found: Comparison, ground: Ground) -> None:
    """A unit is its code, else its name within its parent."""
    names, parents, codes = (_column(found, name) for name in ("name", "parent", "code"))
    text = "select code, id from unit where code in"
    by_code = _look_up(ground.connection, text, filter(None, codes))
    known = _children(ground)
    for row in list(_open_rows(found)):
        if codes[row] in by_code:
            found.ids[row] = by_code[codes[row]]
        elif parents[row]:
            found.ids[row] = known.get((parents[row][0], normal(names[row])))
        else:
            match = ground.names.match(names[row], found.sender.unit)
            if not isinstance(match, Fault) and match.unit > 0:
                found.ids[row] = match.unit


def _children(ground: Ground) -> dict[tuple[int | None, str], int]:
    found: dict[tuple[int | None, str], int] = {}
    for unit, name, parent in ground.connection.execute(
        "select u.id, n.name, u.parent_id from unit u join (select id, name from unit union all"
        " select id, short_name from unit where short_name is not null union all"
        " select unit_id, name from unit_alias) n on n.id = u.id where u.merged_into_id is null"
    ):
        found.setdefault((parent, normal(name)), unit)
    return found


def _same_key_twice(found: Comparison) -> None:
    """A record that two rows of one sheet mean is asked about in both."""
    rows: dict[int, list[int]] = {}
    for row, record in enumerate(found.ids):
        if record is not None and found.verdicts[row] != "queried":
            rows.setdefault(record, []).append(row)
    for same in rows.values():
        for row in same[1:] and same:
            others = "、".join(str(found.read.rows[other]) for other in same if other != row)
            found.remark(row, None, "queries.same_record", rows=others)
    if found.sheet.record == "item":
        _same_problem_twice(found)


def _same_problem_twice(found: Comparison) -> None:
    units = _column(found, "unit")
    first: dict[tuple[int, int], int] = {}
    for row in list(_open_rows(found)):
        key = found.natural_keys[row]
        if key is None:
            continue
        earlier = first.setdefault((units[row][0], key), row)
        if earlier != row:
            number = found.read.rows[earlier]
            found.remark(row, "problem", "queries.same_problem", row=number)


# What does it change? -------------------------------------------------------------------


def _compare_known(found: Comparison, shape: Shape, ground: Ground) -> None:
    places = shape.of(list(found.read.values))
    main = [place for place in places if place.table is None]
    part = [place for place in places if place.table is not None]
    matched = [
        (row, record)
        for row, record in enumerate(found.ids)
        if record is not None and found.verdicts[row] != "queried"
    ]
    if matched:
        _compare_fields(found, main, shape.record, matched, ground)
    if part:
        _compare_parts(found, part, matched, ground)
    if shape.record == "unit":
        _compare_aliases(found, matched, ground)
    if shape.record == "item":
        _compare_co_units(found, matched, ground)
        _guard_closings(found, matched, ground)
    for row, _ in matched:
        _settle_verdict(found, row)


def _settle_verdict(found: Comparison, row: int) -> None:
    if found.verdicts[row] != "unchanged":
        return
    kinds = (found.changes, found.part_changes, found.co_units, found.aliases)
    if any(row in changed for changed in kinds):
        found.verdicts[row] = "changed"


def _compare_fields(
    found: Comparison,
    places: list[Place],
    record: str,
    matched: list[tuple[int, int]],
    ground: Ground,
) -> None:
    """Compare rows with their records: whole ones first, field by field where they differ."""
    base = Base(ground.connection, record, found.known)
    theirs = dict(
        zip([row for row, _ in matched], _stored_rows(found, places, matched), strict=True)
    )
    names = [column for place in places for column in place.columns]
    for start in range(0, len(matched), _CHUNK):
        chunk = matched[start : start + _CHUNK]
        ours = _load(ground.connection, record, names, [number for _, number in chunk])
        for row, number in chunk:
            found.verdicts[row] = "unchanged"
            sender, unit, dropped, hidden, *stored = ours[number]
            if theirs[row] == tuple(stored):
                continue
            if dropped:
                found.remark(row, None, "queries.dropped", stops=False, day=dropped)
                continue
            mine = found.sender.office or sender == found.sender.unit
            if not mine and not _concerns(found.sender, record, number, unit, ground):
                found.remark(row, "unit", "queries.unit_of_other", unit=ground.names.names[unit])
                continue
            walk = _Walk(found, ground, row, number, number, base, mine, found.changes)
            walk.told = found.sender.office or not hidden
            if hidden == _REFERRED and not found.sender.office:
                continue
            walk.fields(places, dict(zip(names, stored, strict=True)))


def _stored_rows(
    found: Comparison, places: list[Place], matched: list[tuple[int, int]]
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
    connection: sqlite3.Connection, record: str, names: list[str], ids: list[int]
) -> dict[int, Stored]:
    """Return records by their ids: sender, unit, day dropped, whether hidden, the columns."""
    listed = "".join(f", {name}" for name in names)
    marks = ", ".join(map(str, ids))
    text = f"select id, {_META[record]}{listed} from {record} where id in ({marks})"
    return {row[0]: row[1:] for row in connection.execute(text)}


#: The sender, the unit, the day dropped, and how far the record is kept from its unit:
#: 1, nothing is told of it; 2, nothing is taken of it, either.
_META: Final = {
    "unit": "null, id, null, 0",
    "opinion": "sender_id, unit_id, null, 0",
    "item": "sender_id, unit_id, dropped_on, (status = 'referred') * 2 + (scope = 'person')",
}


def _concerns(sender: Sender, record: str, number: int, unit: int, ground: Ground) -> bool:
    """Tell whether a record is the business of a sender: its own unit's, or one it works on."""
    if sender.unit is None or ground.names.lies_within(unit, sender.unit):
        return True
    if record != "item":
        return False
    found = ground.connection.execute(
        "select 1 from item where id = ?1 and lead_unit_id = ?2"
        " union select 1 from item_co_unit where item_id = ?1 and unit_id = ?2",
        (number, sender.unit),
    ).fetchone()
    return found is not None


@dataclass
class _Walk:
    """The walk over one row's fields."""

    found: Comparison
    ground: Ground
    row: int
    record: int
    base_row: int
    base: Base
    mine: bool
    changes: dict[int, dict[str, Any]]
    told: bool = True
    stuck: set[str] = field(default_factory=set)

    def fields(self, places: list[Place], ours: dict[str, Any]) -> None:
        """Compare every field of the row that the sheet has a column for."""
        self._each(places, ours)
        changed = self.changes.get(self.row, {})
        for group in TOGETHER.get(self.found.sheet.record, ()):
            if self.stuck & set(group):
                for column in group:
                    changed.pop(column, None)
        if not changed:
            self.changes.pop(self.row, None)

    def _each(self, places: list[Place], ours: dict[str, Any]) -> None:
        for place in places:
            value = self.found.read.values[place.field][self.row]
            if value is None and (place.always or place.field not in self.found.fields):
                continue
            mine = tuple(ours[column] for column in place.columns)
            theirs = place.store(value)
            if not place.same(theirs, mine):
                self._differ(place, theirs, mine, blank=value is None)

    def _differ(self, place: Place, theirs: Stored, ours: Stored, *, blank: bool) -> None:
        base = self.base.value(self.base_row, place, ours, self.record)
        if base is None and blank:
            return
        if theirs == _masked(ours):
            self.found.deviations.append((self.row, place.field, theirs))
        elif base is None:
            if all(value is None for value in ours[:1]):
                self._take(place, theirs, ours)
            else:
                self._conflict(place, None, theirs, ours)
        elif place.same(theirs, base) or theirs == _masked(base):
            self.found.deviations.append((self.row, place.field, theirs))
        elif not place.same(ours, base):
            self._conflict(place, base, theirs, ours)
        elif not self.settled and self.base.goes_back(self.base_row, place, theirs):
            self._conflict(place, base, theirs, ours, key="queries.goes_back")
        else:
            self._take(place, theirs, ours)

    @property
    def settled(self) -> bool:
        """Tell whether a person has decided what becomes of conflicts."""
        return self.ground.settle is not None

    def _allowed(self, place: Place) -> bool:
        if self.found.sender.office:
            return True
        if place.field in _OFFICE_ALONE:
            return False
        column = self.found.sheet.column(place.field)
        return self.mine or (column is not None and column.whose == "unit")

    def _take(self, place: Place, theirs: Stored, ours: Stored) -> None:
        if not self._allowed(place):
            self.found.deviations.append((self.row, place.field, theirs))
            self.stuck |= set(place.columns)
            self._remark(place, "queries.column_of_office", None, theirs, ours)
            return
        changed = self.changes.setdefault(self.row, {})
        changed |= dict(zip(place.columns, theirs, strict=True))

    def _conflict(
        self,
        place: Place,
        base: Stored | None,
        theirs: Stored,
        ours: Stored,
        key: str = "queries.conflict_three_ways",
    ) -> None:
        if not self._allowed(place) or self.ground.settle == "theirs":
            self._take(place, theirs, ours)
            return
        if self.ground.settle == "ours":
            self.found.deviations.append((self.row, place.field, theirs))
            return
        # An open conflict stays one: the next sheet is still based on what this one was.
        self.found.deviations.append((self.row, place.field, base))
        self.found.verdicts[self.row] = "conflict"
        self.stuck |= set(place.columns)
        key = "queries.conflict" if base is None else key
        self._remark(place, key, base, theirs, ours)

    def _remark(
        self, place: Place, key: str, base: Stored | None, theirs: Stored, ours: Stored
    ) -> None:
        """Tell the sender of a difference; of what may not go down only that there is one."""
        column = self.found.sheet.column(place.field)
        open_to = column is not None and column.may_leave("down")
        if not self.found.sender.office and not (self.told and open_to):
            said = self._say(place, theirs)
            self.found.remark(
                self.row, place.field, "queries.office_keeps", stops=False, theirs=said
            )
            return
        self.found.remark(
            self.row,
            place.field,
            key,
            stops=False,
            base="" if base is None else self._say(place, base),
            ours=self._say(place, ours),
            theirs=self._say(place, theirs),
        )

    def _say(self, place: Place, stored: Stored) -> str:
        if place.units:
            return self.ground.names.names.get(stored[0], "") if stored[0] else ""
        said = place.show(stored)
        return said if self.found.sender.office else mask(said)


def _masked(stored: Stored) -> Stored:
    """Return stored texts as they leave the office: what comes back so was not changed."""
    return tuple(mask(value) if isinstance(value, str) else value for value in stored)


def _compare_parts(
    found: Comparison, places: list[Place], matched: list[tuple[int, int]], ground: Ground
) -> None:
    """Compare what a unit's row says of it in this campaign."""
    names = [place.columns[0] for place in places]
    base = Base(ground.connection, "participation", _everything(found.known))
    # What the plan says of every unit is printed for each, and is nobody's change.
    default = {"active": 1, "batch": ground.campaign.plan.batch}
    ours = {
        row[1]: (row[0], _with_default(dict(zip(names, row[2:], strict=True)), default))
        for row in ground.connection.execute(
            f"select id, unit_id, {', '.join(names)} from participation where campaign_id = ?",
            (ground.campaign.id,),
        )
    }
    nothing = {name: default.get(name) for name in names}
    for row, record in matched:
        number, mine = ours.get(record, (0, nothing))
        changes = found.part_changes
        walk = _Walk(found, ground, row, record, number, base, found.sender.office, changes)
        walk.fields(places, mine)


def _with_default(values: dict[str, Any], default: dict[str, Any]) -> dict[str, Any]:
    return {name: default.get(name) if value is None else value for name, value in values.items()}


def _everything(known: Known | None) -> Known | None:
    """Return a base that holds every record, with what the sheet of then said otherwise."""
    return None if known is None else Known(known.entry, None, known.deviations)


def _compare_aliases(found: Comparison, matched: list[tuple[int, int]], ground: Ground) -> None:
    """Names are only added, and only the office may say that a name means a unit."""
    said = found.read.values.get("aliases")
    if not said:
        return
    for row, record in matched:
        known = set(map(normal, ground.names.said(record)))
        new = [
            one for one in str(said[row] or "").split(LISTED) if one and normal(one) not in known
        ]
        if new and found.sender.office:
            found.aliases[row] = new
        elif new:
            names = LISTED.join(new)
            found.remark(
                row, "aliases", "queries.column_of_office", stops=False, ours="", theirs=names
            )


def _compare_co_units(found: Comparison, matched: list[tuple[int, int]], ground: Ground) -> None:
    said = [_co_units_said(found, row) for row, _ in matched]
    if not any(value is not None for value in said):
        return
    for (row, record), theirs in zip(matched, said, strict=True):
        if theirs is None:
            continue
        ours = {
            unit
            for (unit,) in ground.connection.execute(
                "select unit_id from item_co_unit where item_id = ?", (record,)
            )
        }
        if theirs and set(theirs) != ours and (found.sender.office or not ours):
            found.co_units[row] = theirs


def _co_units_said(found: Comparison, row: int) -> tuple[int, ...] | None:
    """Return the co-units of a row: those of their column, else the unit column's others."""
    own = _column(found, "co_units")[row]
    if own is not None:
        return tuple(own)
    units = _column(found, "unit")[row]
    return tuple(units[1:]) if units and len(units) > 1 else None


def _guard_closings(found: Comparison, matched: list[tuple[int, int]], ground: Ground) -> None:
    """Work whose closing is under way goes back by a return or a reopening alone."""
    for row, record in matched:
        status = found.changes.get(row, {}).get("status")
        if status not in OPEN_STATUSES:
            continue
        no, closing = ground.connection.execute(
            "select no, closing from item where id = ?", (record,)
        ).fetchone()
        if closing not in ("open", "returned"):
            del found.changes[row]
            found.remark(row, "status", "queries.closing_under_way", number=no)


def _check_new(found: Comparison) -> None:
    """A unit may claim that its work is closed; somebody else has to check it."""
    if found.sheet.record != "item" or found.sender.office:
        return
    closings = found.read.values.get("closing")
    if not closings:
        return
    for row in found.new_rows():
        if closings[row] in _CLAIMED:
            found.remark(row, "closing", "queries.closing_claimed", stops=False)
            closings[row] = "submitted"


def _find_missing(found: Comparison, known: Known | None) -> None:
    """Records of the sender's last sheet that this one no longer has; none is deleted."""
    if known is None or known.records is None:
        return
    present = {record for record in found.ids if record is not None}
    found.missing = [number for number in known.records.ids() if number not in present]
