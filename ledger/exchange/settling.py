"""The workbook of conflicts comes back: what a clerk chose is taken, the rest is said.

A choice counts only against the value that the clerk saw: where the ledger has another one
by now, nothing is changed. What is settled is kept for the sheets that were in conflict, so
that they settle nothing anew when they come again.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from typing import Final

from ledger import campaigns
from ledger import journal
from ledger.exchange import apply
from ledger.exchange.cells import MatrixComparison
from ledger.exchange.cells import Ours
from ledger.exchange.cells import milestone_of
from ledger.exchange.cells import ours_of
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Sender
from ledger.exchange.conflicts import Booked
from ledger.exchange.conflicts import Telling
from ledger.exchange.conflicts import booked
from ledger.exchange.conflicts import place_in
from ledger.exchange.conflicts import settled_by
from ledger.exchange.interpret import Context
from ledger.exchange.interpret import Interpreted
from ledger.exchange.interpret import read_one
from ledger.exchange.note import Note
from ledger.exchange.noun import noun_of
from ledger.exchange.plain import as_text
from ledger.exchange.plain import clean
from ledger.exchange.plain import heading
from ledger.exchange.plain import plain
from ledger.exchange.read import Book
from ledger.exchange.read import Cell
from ledger.exchange.read import Grid
from ledger.exchange.recognise import Table
from ledger.exchange.shape import Stored
from ledger.store import Entry
from schemas import conflict_sheet
from schemas.fault import Fault
from schemas.sheet import Column
from schemas.sheets.progress import ACTION

#: How far down the headings are looked for.
_DEEPEST: Final = 12
#: What a heading means, in every form in which it stands.
_MEANT: Final = {
    heading(word): name for name, words in conflict_sheet.HEADINGS.items() for word in words
}
#: More signs than the number of any conflict has.
_LONGEST: Final = 12


@dataclass
class Choices:
    """A worksheet of conflicts: where its columns are, and its rows below the headings."""

    grid: Grid
    header: int
    columns: dict[str, int]

    def rows(self) -> Iterator[tuple[int, dict[str, Cell]]]:
        """Yield each row that has a number, with its cells."""
        for number in range(self.header + 1, self.grid.last_row + 1):
            cells = {name: self.grid.cell(number, at) for name, at in self.columns.items()}
            said = plain(as_text(cells["number"]))
            if said.isdecimal() and len(said) <= _LONGEST:
                yield number, cells


@dataclass
class Settlement:
    """What became of a workbook of conflicts: settled, left open, settled before, refused."""

    done: int = 0
    left: int = 0
    before: int = 0
    refused: list[tuple[int, Note]] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Tell whether nothing is left to be settled."""
        return not (self.left or self.refused)


def _forms(*words: tuple[str, ...]) -> set[str]:
    return {plain(word).casefold() for some in words for word in some}


def choices_in(book: Book) -> list[Choices]:
    """Return the worksheets of conflicts in a file: by their mark, or by their headings."""
    return [found for grid in book.grids if (found := _choices(grid)) is not None]


def _choices(grid: Grid) -> Choices | None:
    if grid.mark is not None and grid.mark.sheet != conflict_sheet.CODE:
        return None
    for at, row in enumerate(grid.rows[:_DEEPEST]):
        columns = {
            _MEANT[said]: number
            for number, cell in enumerate(row, grid.first_column)
            if isinstance(cell, str) and (said := heading(clean(cell))) in _MEANT
        }
        if all(name in columns for name in conflict_sheet.TELLS):
            return Choices(grid, grid.first_row + at, columns)
    return None


@dataclass
class Settling:
    """Settles conflicts inside an entry, as the ledger's own office."""

    entry: Entry
    ground: Ground
    sheet_id: int
    context: Context
    found: Settlement

    def __post_init__(self) -> None:
        """Prepare what says a conflict in words."""
        self.connection: sqlite3.Connection = self.entry.connection
        self.telling = Telling(self.connection, self.ground.campaign)
        self._undone = journal.undone(self.connection)

    @cached_property
    def _milestones(self) -> dict[tuple[int, str], Ours]:
        """What the ledger says of every action, before anything is settled here."""
        return ours_of(self.ground)

    def settle(self, choices: Choices) -> None:
        """Settle what was chosen in a worksheet; note what could not be."""
        mark = choices.grid.mark
        own = campaigns.setting(self.connection, campaigns.IDENTITY)
        rows = list(choices.rows())
        if mark is not None and mark.ledger != own:
            self.found.refused += [(row, Note("conflicts.of_other_ledger")) for row, _ in rows]
            return
        numbers = [int(plain(as_text(cells["number"]))) for _, cells in rows]
        known = {one.number: one for one in booked(self.connection, numbers)}
        for (row, cells), number in zip(rows, numbers, strict=True):
            self._row(choices, row, cells, known.get(number))

    def _row(self, choices: Choices, row: int, cells: dict[str, Cell], one: Booked | None) -> None:
        if one is None or one.campaign != self.ground.campaign.id or not self._is(one, cells):
            self._refuse(row, "conflicts.unknown")
        elif settled_by(self.connection, one.number) is not None:
            self.found.before += 1
        elif not plain(as_text(cells["choice"])):
            self.found.left += 1
        elif one.entry in self._undone:
            self._refuse(row, "conflicts.undone")
        else:
            self._choose(choices, row, cells["choice"], one)

    def _is(self, one: Booked, cells: dict[str, Cell]) -> bool:
        """Tell whether a row still is the conflict whose number it has."""
        said = {name: plain(as_text(cells[name])) for name in ("record", "field", "theirs")}
        own = {
            "record": self.telling.record(one),
            "field": self.telling.field(one),
            "theirs": self.telling.value(one, one.theirs),
        }
        return all(said[name] == plain(as_text(words)) for name, words in own.items())

    def _choose(self, choices: Choices, row: int, choice: Cell, one: Booked) -> None:
        now = self._now(one)
        if now is None:
            self._refuse(row, "conflicts.record_gone")
            return
        wanted = self._wanted(row, choice, one, now)
        if wanted is None:
            return
        place = place_in(one).under(self.telling.plan)
        same = place.same(now, wanted)
        if not place.same(now, one.ours) and not same:
            self._refuse(row, "conflicts.moved", now=self.telling.value(one, now))
            return
        changes = {} if same else dict(zip(place.columns, wanted, strict=True))
        if wanted == one.theirs:
            noun = noun_of(one.record)
            for name, stored in one.along.items():
                changes |= zip(noun.place(name).columns, stored, strict=True)
        if changes and not self._write(choices, row, one, changes):
            return
        self._keep(one)
        self.found.done += 1

    def _wanted(self, row: int, choice: Cell, one: Booked, now: Stored) -> Stored | None:
        """Return what the field becomes, or None where the choice cannot be read."""
        words = plain(as_text(choice)).casefold()
        if words in _forms(conflict_sheet.OURS, conflict_sheet.OURS_TOO):
            return one.ours
        if words in _forms(conflict_sheet.THEIRS, conflict_sheet.THEIRS_TOO):
            return one.theirs
        column = self.telling.column(one)
        if column is None:
            self._refuse(row, "conflicts.unknown")
            return None
        value = read_one(column, choice, self.context, column.heading(self.telling.lang))
        if isinstance(value, Fault):
            self._refuse(row, value.key, **value.values, offer=value.offer or "")
            return None
        if one.record == "milestone":
            known = self._milestones.get((one.row_id, one.name.removeprefix(ACTION)))
            return milestone_of(value, now, known.required if known else 1)
        return place_in(one).store(value)

    def _now(self, one: Booked) -> Stored | None:
        """Return what the ledger says by now, or None where the record is gone."""
        place, table, where = place_in(one), one.record, "id = ?"
        values: list[object] = [one.row_id]
        if one.record == "milestone":
            milestone = self._milestones.get((one.row_id, one.name.removeprefix(ACTION)))
            return milestone.stored if milestone else (None,) * len(place.columns)
        if place.table is not None:
            table, where = place.table, "unit_id = ? and campaign_id = ?"
            values.append(one.campaign)
        found: Stored | None = self.connection.execute(
            f"select {', '.join(place.columns)} from {table} where {where}", values
        ).fetchone()
        return found

    def _write(self, choices: Choices, row: int, one: Booked, changes: dict[str, object]) -> bool:
        """Write a choice the way a sheet's row is written; note why it cannot be."""
        found = self._comparison(choices, row, one)
        if isinstance(found, MatrixComparison):
            found.cells = {(0, one.name.removeprefix(ACTION)): tuple(changes.values())}
        elif place_in(one).table is not None:
            found.beside[place_in(one).table or ""] = {0: changes}
        else:
            found.changes[0] = changes
        noun_of(one.record).compared(found, [(0, one.row_id)], self.ground)
        if found.verdicts[0] == "queried":
            for remark in found.remarks[0]:
                self._refuse(row, remark.key, **remark.values)
            return False
        apply.apply(self.entry, found, self.ground, self.sheet_id)
        return True

    def _comparison(self, choices: Choices, row: int, one: Booked) -> Comparison:
        """Return the comparison of a sheet that has this row alone and changes what was chosen."""
        sheet, column = self.telling.sheets[one.sheet], self.telling.column(one)
        columns: dict[int, Column] = {choices.columns["choice"]: column} if column else {}
        header = choices.header
        table = Table(choices.grid, sheet, columns, {}, (header,), header + 1)
        kind = MatrixComparison if one.record == "milestone" else Comparison
        found = kind(table, Interpreted([row], {}), Sender(self.ground.office, office=True))
        found.verdicts, found.ids, found.natural_keys = ["changed"], [one.row_id], [None]
        return found

    def _keep(self, one: Booked) -> None:
        """Have the sender's sheets that were in conflict over a field say nothing new by it."""
        sheets = self.connection.execute(
            "select distinct d.sheet_id from deviation d join source_sheet s on s.id = d.sheet_id"
            " where s.campaign_id = ? and s.sheet = ? and s.sender_id is ? and d.record = ?"
            " and d.row_id = ? and d.field = ? and d.entry_id is null",
            (one.campaign, one.sheet, one.sender, one.record, one.row_id, one.name),
        ).fetchall()
        said = {one.name: one.theirs, **one.along}
        self.connection.executemany(
            "insert into deviation(sheet_id, record, row_id, field, value, entry_id)"
            " values (?, ?, ?, ?, ?, ?)",
            [
                (sheet, one.record, one.row_id, name, json.dumps(stored), self.entry.id)
                for (sheet,) in sheets
                for name, stored in said.items()
            ],
        )
        self.entry.keep = True

    def _refuse(self, row: int, key: str, **values: object) -> None:
        self.found.refused.append((row, Note(key, values)))
