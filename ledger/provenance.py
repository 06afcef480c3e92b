"""Where every value of a record came from: the sheet, row and cell, or the command.

A value is traced by the journal to the entry that last gave it. What an undo put back came
from where it had come from before the entry that was undone.
"""

import json
import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from typing import Final

from ledger import history
from ledger import journal
from ledger.exchange.keep import SHOWN
from ledger.exchange.noun import noun_of
from ledger.exchange.read import column_letters
from ledger.journal import Change
from ledger.journal import Row
from ledger.naming import Namer
from ledger.units import UnitNames
from schemas import conflict_sheet
from schemas.sheets import figures as sheet_of_figures
from schemas.sheets.progress import ACTION

#: Rows that belong to a record and hold values of its own fields.
_PARTS: Final = ("participation", "unit_alias", "item_co_unit", "item_opinion")
#: What a milestone's cell says at once.
_OF_A_CELL: Final = ("done_on", "count", "note")


@dataclass(frozen=True)
class Origin:
    """Where a field's present value came from: a cell of a file, or what was typed."""

    record: str
    name: str
    field: str
    value: object
    file: str | None
    digest: str | None
    sheet: str | None
    row: int | None
    cell: str | None
    day: str
    entry: int
    by: str
    command: str


@dataclass(frozen=True)
class _Entry:
    kind: str
    undoes: int | None
    file: int | None
    day: str
    by: str
    command: str


@dataclass(frozen=True)
class _Sheet:
    entry: int | None
    file: str
    digest: str
    name: str
    columns: Mapping[str, str]


def origins(connection: sqlite3.Connection, of: str, names: UnitNames) -> list[Origin]:
    """Return where each value of ZG-0012, of YJ-… or of a unit came from.

    Raises UnknownRecord, NotANumber, or FaultyValue for a unit's name.
    """
    record, row_id = history.meant(connection, of, names)
    tracing = _Tracing(connection, record, row_id)
    return list(tracing.origins())


class _Life:
    """The states of one row, from its birth to what it is now."""

    def __init__(self, connection: sqlite3.Connection, table: str, row_id: int) -> None:
        namer = Namer(connection)
        self.table = table
        self.born = journal.born(connection, table, row_id)
        self.now = history.now_of(namer, table, row_id)
        self.lines: list[Change] = history.changes_of(connection, table, row_id)
        self.after: list[Row | None] = []
        state = self.now
        for line in reversed(self.lines):
            self.after.insert(0, state)
            state = journal.before(state, line)
        self.first = state

    def came(self, column: str, entries: "_Entries", upto: int | None = None) -> tuple[int, int]:
        """Return the entry that gave a column its value, and the line that did (-1: birth)."""
        for at in reversed(range(len(self.lines) if upto is None else upto)):
            line = self.lines[at]
            if line.op == "U" and column not in line.old:
                continue
            undone = entries[line.entry].undoes
            earlier = self._before(undone) if undone is not None else None
            if earlier is not None:
                return self.came(column, entries, earlier)
            return line.entry, at
        return self.born or 0, -1

    def _before(self, entry: int) -> int | None:
        """Return the place of an entry's first line: what stood there before is put back."""
        places = (at for at, line in enumerate(self.lines) if line.entry == entry)
        return next(places, None)

    def at(self, line: int) -> Row:
        """Return the row as a line left it; as it was born for -1."""
        return (self.first if line < 0 else self.after[line]) or {}

    def within(self, entry: int) -> Iterator[Row]:
        """Yield the states that an entry left the row in, the last one first."""
        for at in reversed(range(len(self.lines))):
            if self.lines[at].entry == entry:
                yield self.at(at)
        if self.born == entry:
            yield self.at(-1)


class _Entries(dict[int, _Entry]):
    """Entries by their numbers, read when they are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, number: int) -> _Entry:
        found = self._connection.execute(
            "select kind, undoes, file_id, day, by, command from entry where id = ?", (number,)
        ).fetchone()
        self[number] = _Entry(*found) if found else _Entry("", None, None, "", "", "")
        return self[number]


class _Tracing:
    """Traces the values of one record."""

    def __init__(self, connection: sqlite3.Connection, record: str, row_id: int) -> None:
        self.connection = connection
        self.record = record
        self.row_id = row_id
        self.namer = Namer(connection)
        self.name = self.namer.name(record, row_id)
        self.life = _Life(connection, record, row_id)
        self.entries = _Entries(connection)
        self._sheets: dict[int, _Sheet | None] = {}

    def origins(self) -> Iterator[Origin]:
        """Yield the record's own fields, what belongs to it, and what senders' own columns say."""
        yield from self._own(self.life, self.record)
        for table, row_id in history.belonging(self.connection, self.record, self.row_id):
            if table not in _PARTS:
                continue
            life = _Life(self.connection, table, row_id)
            if life.now is not None:
                yield from self._part(life)
        for row_id, heading in self.connection.execute(
            "select id, heading from extra where record = ? and row_id = ? order by id",
            (self.record, self.row_id),
        ).fetchall():
            life = _Life(self.connection, "extra", row_id)
            entry, line = life.came("value", self.entries)
            told = (life.now or {}).get("value")
            yield self._origin(life, heading, told, heading, entry, line)

    def _own(self, life: _Life, table: str) -> Iterator[Origin]:
        for column, value in (life.now or {}).items():
            field = history.field_of(column)
            if field is None or value is None or (column == "unit_id" and table != self.record):
                continue
            told = history.value_told(self.namer, table, column, life.now or {})
            entry, line = life.came(column, self.entries)
            if line < 0 and told == history.BEGINNING.get(field):
                continue
            yield self._origin(life, field, told, column, entry, line)

    def _part(self, life: _Life) -> Iterator[Origin]:
        if life.table == "participation":
            yield from self._own(life, life.table)
            return
        field, column, target = history.ITEMS_OF_LISTS[life.table]
        if life.table == "item_opinion" and self.record == "opinion":
            field, column, target = "items", "item_id", "item"
        told = history.referred(self.namer, target, column, life.now)
        entry, line = life.came(column, self.entries)
        yield self._origin(life, field, told, field, entry, line)

    def _origin(
        self, life: _Life, field: str, told: object, column: str, entry: int, line: int
    ) -> Origin:
        made = self.entries[entry]
        states = [life.at(line)] if life is self.life else list(self.life.within(entry))
        sheet, row = self._sheet_of(entry, states)
        letters = _letters(sheet, self._fields(column, life.at(line))) if sheet else None
        file, digest = (sheet.file, sheet.digest) if sheet else self._file(made.file)
        return Origin(
            self.record,
            self.name,
            field,
            told,
            file,
            digest and digest[:SHOWN],
            sheet.name if sheet else None,
            row,
            f"{letters}{row}" if letters else None,
            made.day,
            entry,
            made.by,
            made.command,
        )

    def _sheet_of(self, entry: int, states: Sequence[Row]) -> tuple[_Sheet | None, int | None]:
        """Return the sheet and row that one of the record's states names, if an entry took it."""
        for state in states:
            number = state.get("source_sheet")
            sheet = self._sheet(int(str(number))) if number is not None else None
            if sheet is not None and sheet.entry == entry:
                row = state.get("source_row")
                return sheet, None if row is None else int(str(row))
        return None, None

    def _sheet(self, number: int) -> _Sheet | None:
        if number not in self._sheets:
            found = self.connection.execute(
                "select s.entry_id, f.name, f.digest, s.name, s.columns from source_sheet s"
                " join source_file f on f.id = s.file_id where s.id = ?",
                (number,),
            ).fetchone()
            self._sheets[number] = None
            if found is not None:
                entry, file, digest, name, columns = found
                self._sheets[number] = _Sheet(entry, file, digest, name, json.loads(columns))
        return self._sheets[number]

    def _file(self, number: int | None) -> tuple[str | None, str | None]:
        found = self.connection.execute(
            "select name, digest from source_file where id = ?", (number,)
        ).fetchone()
        return (found[0], found[1]) if found else (None, None)

    @cached_property
    def _places(self) -> dict[str, str]:
        """The field of a sheet that fills each column of the ledger."""
        places = noun_of(self.record).places
        return {column: place.field for place in places for column in place.columns}

    def _fields(self, column: str, row: Row) -> tuple[str, ...]:
        """Return the fields of a sheet that may have filled a column, the likeliest first."""
        if self.record == "milestone" and column in _OF_A_CELL:
            return (f"{ACTION}{row.get('action')}",)
        field = self._places.get(column, column)
        if self.record == "figure" and field == "amount":
            return self._headings_of(row)
        return (field, "unit") if field == "co_units" else (field,)

    def _headings_of(self, row: Row) -> tuple[str, ...]:
        """Return what a column of numbers may say that it holds: by its code, by its name."""
        basis: sheet_of_figures.Basis = "total" if row.get("cumulative") else "this_period"
        name = str(row.get("indicator"))
        campaign = self.namer.row("campaign", int(str(row["campaign_id"])))
        listed = json.loads(str(campaign["plan"]))["indicators"] if campaign else []
        codes = [one["code"] for one in listed if one["name"] == name]
        said = [*codes, sheet_of_figures.NAMED + name]
        fields = [sheet_of_figures.field_of(one, by) for one in said for by in (basis, None)]
        return (basis, "amount", *fields)


def _letters(sheet: _Sheet, fields: Sequence[str]) -> str | None:
    """Return the letters of the column that filled a field, None where the sheet has none."""
    by_field: dict[str, Any] = {field: number for number, field in sheet.columns.items()}
    numbers = (by_field.get(field) for field in (*fields, conflict_sheet.ANY_FIELD))
    number = next((number for number in numbers if number is not None), None)
    return None if number is None else column_letters(int(number))
