"""Step 3: the cells of a table become values, column by column.

Nothing is stored here and nothing stops here: what cannot be taken is a fault of its cell,
and what was settled on the way is a note.
"""

import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from itertools import islice
from itertools import pairwise
from typing import Any
from typing import Final

from ledger.exchange.memory import not_collecting
from ledger.exchange.note import Note
from ledger.exchange.plain import as_text
from ledger.exchange.plain import clean
from ledger.exchange.plain import plain
from ledger.exchange.read import Cell
from ledger.exchange.recognise import Table
from ledger.exchange.recognise import in_title
from ledger.exchange.recognise import is_number
from ledger.exchange.rows import FOOT
from ledger.exchange.rows import HEADER
from ledger.exchange.rows import TOTALS
from ledger.exchange.rows import Records
from ledger.exchange.rows import records_of
from ledger.exchange.spread import several_are_meant
from ledger.exchange.titles import written_on
from ledger.exchange.totals import disagreeing
from ledger.exchange.values import Context
from ledger.exchange.values import Names
from ledger.exchange.values import Read
from ledger.exchange.values import Readers
from ledger.exchange.values import Status
from ledger.exchange.values import Strange
from ledger.exchange.values import checked
from ledger.exchange.values import day_meant
from ledger.exchange.values import texts
from schemas.day import SINCE_1904
from schemas.day import Frame
from schemas.day import read_day
from schemas.deadline import read_deadline
from schemas.fault import Fault
from schemas.plan import Words
from schemas.progress_cell import MilestoneCell
from schemas.sheet import Column
from schemas.sheet_words import ANY_YEAR
from schemas.sheet_words import BRACKETED
from schemas.sheet_words import DITTO
from schemas.sheet_words import DITTO_LEFT
from schemas.sheet_words import DITTO_UNCLEAR
from schemas.sheet_words import JOINED_BY
from schemas.sheet_words import NO_THEME
from schemas.sheet_words import NOT_DONE_SIGNS
from schemas.sheet_words import PART_ENDINGS
from schemas.sheet_words import SECTION
from schemas.sheet_words import SUMS
from schemas.sheet_words import YEAR_OF_DAY
from schemas.status import read_standing
from schemas.status import unfinished

__all__ = [
    "CellFault",
    "Context",
    "Interpreted",
    "MilestoneCell",
    "Names",
    "Status",
    "interpret",
]

#: Kinds that are texts as they stand; all others are read once for each different value.
_TEXTS: Final = frozenset({"text", "ext_no", "private"})
#: An empty column looks grouped when at least this share of its cells is left empty.
_GROUPED: Final = 0.15
_MOST_NOTED: Final = 50
_LONGEST_DITTO: Final = 8
#: A longer text of the progress may begin with a word of standing and mean more.
_LONGEST_STANDING: Final = 16
#: Ditto words in the forms that they are typed in: with blanks around or between.
_DITTOS: Final = frozenset(
    edge[0] + blank.join(word) + edge[1]
    for word in DITTO | DITTO_LEFT | DITTO_UNCLEAR
    for blank in ("", " ", "\u3000")
    for edge in (("", ""), (" ", ""), ("", " "), ("\u3000", ""), ("", "\u3000"), (" ", " "))
)


#: Words that stand in the place of a text where the rows above are summed up.
_SUMS: Final = frozenset(SUMS)


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with one cell: its column from 1 (0: there is none) and its field."""

    column: int
    field: str
    fault: Fault


@dataclass
class Interpreted:
    """The records of a table as values.

    ``rows`` are their row numbers in the worksheet; ``values`` hold for each field one
    value for each of them, None where nothing stands or what stands is faulty. ``faults``
    are by index into ``rows``, ``extra`` holds the columns that nothing is known of by
    their headings, ``set_aside`` the rows that are no records, with the reason. ``digest``
    is kept by ``base.content_of``.
    """

    rows: list[int]
    values: dict[str, list[Any]]
    faults: dict[int, list[CellFault]] = field(default_factory=dict)
    extra: dict[str, list[str | None]] = field(default_factory=dict)
    set_aside: list[tuple[int, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    digest: str | None = None
    #: Where each record's fields stand, by row and column, in a sheet that was turned.
    spots: list[dict[str, tuple[int, int]]] | None = None

    def fault(self, index: int, fault: CellFault) -> None:
        """Add what is wrong with a cell of a record."""
        self.faults.setdefault(index, []).append(fault)

    def without(self, gone: set[int]) -> "Interpreted":
        """Return the same without some records, by index."""
        kept = [at for at in range(len(self.rows)) if at not in gone]
        place = {old: new for new, old in enumerate(kept)}
        return replace(
            self,
            rows=[self.rows[at] for at in kept],
            values={name: [column[at] for at in kept] for name, column in self.values.items()},
            extra={name: [column[at] for at in kept] for name, column in self.extra.items()},
            faults={place[at]: faults for at, faults in self.faults.items() if at in place},
            digest=None,
        )


def interpret(table: Table, context: Context) -> Interpreted:
    """Read the records of a table into values."""
    with not_collecting():
        found = _Interpreter(table, context).interpreted()
    return found if table.turned is None else table.turned.back(found)


def read_one(column: Column, value: Cell, context: Context, heading: str) -> object:
    """Return what one value under a column means, or a fault."""
    if column.kind in _TEXTS:
        return texts([value], prose=column.kind == "text")[0]
    if column.kind == "deadline":
        return _deadline(value, context.frame, None)
    read = Readers(context, Strange()).reader(column, context.frame, heading)
    return checked(read)(value)


class _Once(dict[Cell, object]):
    """Reads each different value once."""

    def __init__(self, read: Read) -> None:
        super().__init__({None: None, "": None})
        self._read = checked(read)

    def __missing__(self, value: Cell) -> object:
        found = self[value] = self._read(value)
        return found

    def faulty(self) -> bool:
        """Tell whether any value could not be taken."""
        return any(isinstance(found, Fault) for found in self.values())


class _Interpreter:
    def __init__(self, table: Table, context: Context) -> None:
        self.table = table
        self.context = context
        self.records: Records = records_of(table)
        self.frame = _frame(context, table, self.records)
        self.strange = Strange()
        self.readers = Readers(context, self.strange)
        self.found = Interpreted(
            self.records.numbers, {}, set_aside=self.records.set_aside, notes=list(table.notes)
        )
        self.numbered = self._numbered()
        self._cells: dict[int, list[Cell]] = {}
        self._parts: dict[str, tuple[str, object] | None] = {}

    def interpreted(self) -> Interpreted:
        """Read every column, then what the rows between the records say."""
        spread = (number for one in self.table.spread.values() for number in one.columns)
        for number in {*self.table.columns, *self.table.unknown, *spread}:
            self._cells[number] = self._column(number)
        self._fill_merges()
        for number in self._cells:
            self._resolve_ditto(number)
        self._gather_spread()
        self._parts = {
            part: self._meaning_of_part(part) for part in set(self.records.parts.values())
        }
        given = {meaning[0] for meaning in self._parts.values() if meaning}
        for number, column in self.table.columns.items():
            if column.carried and column.field not in given:
                self._carry(number, column)
        for number, column in sorted(self.table.columns.items(), key=_deadlines_last):
            self._read(number, column)
        for number, heading in self.table.unknown.items():
            self.found.extra[heading] = [as_text(v) or None for v in self._cells[number]]
        self._take_standing()
        self._take_parts()
        self._take_titles()
        self._take_sender()
        self._query_other_tables()
        self._query_struck()
        self._take_fixed()
        self._require()
        self._note_strange_words()
        self._note_totals()
        return self.found

    def _numbered(self) -> set[int]:
        """Return the records with a number of ours: nothing in them is filled from others."""
        number = self.table.column_of("no")
        cells = self._column(number) if number is not None else []
        return {at for at, cell in enumerate(cells) if isinstance(cell, str) and is_number(cell)}

    # Cells ------------------------------------------------------------------------------

    def _column(self, number: int) -> list[Cell]:
        place = number - self.table.grid.first_column
        cells = list(self.records.columns[place]) if self.records.columns else []
        for at in self.records.strange if cells else ():
            cells[at] = None
        return cells

    def _fill_merges(self) -> None:
        """Give each record under a merged cell its value: a merged cell is one value."""
        areas = [
            area
            for area in self.table.grid.merges or ()
            if area[0] >= self.table.first_row and area[0] < area[2] and area[1] in self._cells
        ]
        if not areas:
            return
        index = {row: at for at, row in enumerate(self.found.rows)}
        last = self.table.grid.last_row
        shared: dict[int, int] = {}
        for top, left, bottom, _ in areas:
            value = self.table.grid.cell(top, left)
            rows = [index[row] for row in range(top, min(bottom, last) + 1) if row in index]
            for at in rows:
                self._cells[left][at] = None if at in self.records.strange else value
            if len(rows) > 1 and value not in (None, ""):
                shared[left] = shared.get(left, 0) + len(rows)
        self._note_shared(shared)

    def _note_shared(self, shared: dict[int, int]) -> None:
        for number, count in sorted(shared.items()):
            column = self.table.columns.get(number)
            if column is not None and column.kind == "text":
                said = {"heading": self.table.heading_of(number), "count": count}
                self.found.notes.append(Note("notes_sheets.merged_text", said))

    def _resolve_ditto(self, number: int) -> None:
        cells = self._cells[number]
        if _DITTOS.isdisjoint(cells):
            return
        said = {v for v in cells if isinstance(v, str) and len(v) <= _LONGEST_DITTO}
        above = {v for v in said if plain(v) in DITTO}
        left = {v for v in said if plain(v) in DITTO_LEFT}
        unclear = {v for v in said if plain(v) in DITTO_UNCLEAR}
        beside = self._cells.get(max((n for n in self._cells if n < number), default=0))
        for at, value in enumerate(cells):
            if at in self.numbered or at in self.records.strange:
                continue
            if value in above and at > 0 and cells[at - 1] not in (None, ""):
                cells[at] = cells[at - 1]
            elif value in left and beside is not None:
                cells[at] = beside[at]
            elif value in above or value in left or value in unclear:
                self._ditto_fault(at, number, str(value))
                cells[at] = None

    def _gather_spread(self) -> None:
        """Bring a value that stands spread over several columns together in the first one."""
        for number, spread in self.table.spread.items():
            column = self.table.columns[number]
            rows = list(zip(*(self._cells[n] for n in spread.columns), strict=True))
            for at, row in enumerate(rows):
                said = spread.said(row)
                if len(said) > 1 and not several_are_meant(column):
                    fault = Fault("faults_sheets.several_ticks", {"text": JOINED_BY.join(said)})
                    self.found.fault(at, CellFault(number, column.field, fault))
                    said = []
                self._cells[number][at] = JOINED_BY.join(said) or None

    def _take_standing(self) -> None:
        """Take from what was written of the progress where the work stands.

        That is where the sheet does not say it elsewhere; and of work that is not done, the
        progress tells that it was begun.
        """
        column = self.table.sheet.column("status")
        number = self.table.column_of("progress")
        progress = self.found.values.get("progress")
        if column is None or column.kind != "status":
            return
        stated = self.table.column_of("status") is not None
        if number is not None and progress:
            if stated:
                self._begun(progress, column)
            else:
                self._standing_of(progress, column, number)
        if not stated:
            self._done_by_day(column)

    def _standing_of(self, progress: Sequence[object], column: Column, number: int) -> None:
        told = 0
        values = self._values_of("status")
        for at, text in enumerate(progress):
            said = str(text or "")
            found = read_standing(plain(said)) if len(said) <= _LONGEST_STANDING else None
            if found is not None and found.code is not None and at not in self.numbered:
                values[at] = Status(found.code, said)
                told += 1
        if told:
            self._note_standing("standing_in_progress", number, told, column)
        else:
            del self.found.values["status"]

    def _done_by_day(self, column: Column) -> None:
        """Take what has a day on which it was done as done, where nothing says otherwise."""
        number = self.table.column_of("done_on")
        days = self.found.values.get("done_on")
        if number is None or not days or column.codes is None:
            return
        values = self._values_of("status")
        said = column.codes.word("done", self.context.plan.language)
        done = [
            at
            for at, day in enumerate(days)
            if day is not None and values[at] is None and at not in self.numbered
        ]
        for at in done:
            values[at] = Status("done", said)
        if done:
            self._note_standing("done_by_day", number, len(done), column)
        elif not any(values):
            del self.found.values["status"]

    def _begun(self, progress: Sequence[object], column: Column) -> None:
        number = self.table.column_of("status") or 0
        begun = 0
        for at, faults in list(self.found.faults.items()):
            left = [one for one in faults if not (progress[at] and _not_done(one))]
            if len(left) < len(faults):
                said = as_text(self._cells[number][at])
                self.found.values["status"][at] = Status("doing", said)
                self.found.faults[at] = left
                begun += 1
            if not left:
                del self.found.faults[at]
        if begun:
            self._note_standing("not_done_with_progress", number, begun, column)

    def _note_standing(self, key: str, number: int, count: int, column: Column) -> None:
        language = self.context.plan.language
        status = column.heading(language)
        code = {"not_done_with_progress": "doing", "done_by_day": "done"}.get(key)
        if code is not None and column.codes is not None:
            status = column.codes.word(code, language)
        said = {"heading": self.table.heading_of(number), "count": count, "status": status}
        self.found.notes.append(Note(f"notes_sheets.{key}", said))

    def _ditto_fault(self, at: int, number: int, text: str) -> None:
        column = self.table.columns.get(number)
        if column is not None:
            fault = Fault("faults_sheets.ditto_unclear", {"text": text})
            self.found.fault(at, CellFault(number, column.field, fault))

    def _carry(self, number: int, column: Column) -> None:
        """Fill empty cells under a filled one where the column looks grouped without merges."""
        cells = self._cells[number]
        ours = [cell for at, cell in enumerate(cells) if at not in self.records.strange]
        if self._merged(number):
            self._continue_pages(number)
            return
        if not ours or not _grouped(ours, column):
            return
        carried = 0
        value: Cell = None
        for at, cell in enumerate(cells):
            if at in self.records.breaks:
                value = None
            if cell not in (None, ""):
                value = cell
            elif value is not None and at not in self.numbered | self.records.strange:
                cells[at] = value
                carried += 1
        if carried:
            said = {"heading": self.table.heading_of(number), "count": carried}
            self.found.notes.append(Note("notes_sheets.carried_down", said))

    def _continue_pages(self, number: int) -> None:
        """Carry a merged cell over a header that is repeated: the page cut it in two."""
        headers = {row for row, reason in self.found.set_aside if reason == HEADER}
        cells, rows = self._cells[number], self.found.rows
        carrying = False
        for at, row in enumerate(rows):
            carrying = cells[at] in (None, "") and (carrying or row - 1 in headers)
            if carrying and at > 0 and at not in self.numbered | self.records.strange:
                cells[at] = cells[at - 1]

    def _merged(self, number: int) -> bool:
        """Tell whether the column has cells merged downwards: then an empty one is empty."""
        return any(
            left == number and top >= self.table.first_row and bottom > top
            for top, left, bottom, _ in self.table.grid.merges or ()
        )

    # Values -----------------------------------------------------------------------------

    def _read(self, number: int, column: Column) -> None:
        cells = self._cells[number]
        values: Sequence[object]
        if column.kind in _TEXTS:
            values = texts(cells, prose=column.kind == "text")
            if column.required and not _SUMS.isdisjoint(cells):
                values = self._without_sums(values)
            faulty = Fault in set(map(type, values))
        elif column.kind == "deadline":
            values, faulty = self._deadlines(cells)
        else:
            frame = self._frame_of(column, cells)
            once = _Once(self.readers.reader(column, frame, self.table.heading_of(number)))
            values = list(map(once.__getitem__, cells))
            faulty = once.faulty()
            if column.kind in ("day", "span") and column.happened:
                self._note_last_year(number, once, cells, frame)
        self.found.values[column.field] = (
            self._without_faults(number, column, values) if faulty else list(values)
        )

    def _without_sums(self, values: Sequence[object]) -> list[object]:
        """Query what stands for a sum of the rows: it is nothing that anybody said."""
        return [
            Fault("faults_sheets.text_is_sum", {"text": value})
            if isinstance(value, str) and value in _SUMS and at not in self.numbered
            else value
            for at, value in enumerate(values)
        ]

    def _note_last_year(
        self, number: int, once: _Once, cells: Sequence[Cell], frame: Frame
    ) -> None:
        """Say which days without a year were taken as last year's."""
        last = f"{frame.usual_year - 1}-"
        taken = {
            said
            for said, day in once.items()
            if isinstance(said, str) and isinstance(day, str) and day.startswith(last)
            if not ANY_YEAR.search(plain(said))
        }
        if taken:
            values = {
                "heading": self.table.heading_of(number),
                "count": sum(cell in taken for cell in cells),
                "year": last[:-1],
            }
            self.found.notes.append(Note("notes_sheets.last_year", values))

    def _without_faults(
        self, number: int, column: Column, values: Iterable[object]
    ) -> list[object]:
        kept: list[object] = []
        for at, value in enumerate(values):
            if isinstance(value, Fault):
                self.found.fault(at, CellFault(number, column.field, value))
            kept.append(None if isinstance(value, Fault) else value)
        return kept

    def _deadlines(self, cells: Sequence[Cell]) -> tuple[list[object], bool]:
        """Read deadlines, each with the day on which its problem was raised."""
        frame = self._frame_of(None, cells)
        raised = self.found.values.get("raised_on") or [None] * len(cells)
        once: dict[tuple[Cell, object], object] = {}
        values: list[object] = []
        for cell, day in zip(cells, raised, strict=True):
            key = (cell, day)
            if key not in once:
                once[key] = _deadline(cell, frame, day)
            values.append(once[key])
        return values, any(isinstance(value, Fault) for value in once.values())

    def _frame_of(self, column: Column | None, cells: Sequence[Cell]) -> Frame:
        """Return the frame with the year of the column's other days, where no other is said."""
        days = column is None or column.kind in ("day", "span", "milestone")
        if self.frame.year is not None or not days:
            return self.frame
        years = {year for value in set(cells) if (year := _year(value, self.frame))}
        return replace(self.frame, year=years.pop()) if len(years) == 1 else self.frame

    # What the rows between the records say ------------------------------------------------

    def _take_parts(self) -> None:
        """Give records the theme, category or unit that the part they lie in is named after."""
        for at, part in self.records.parts.items():
            meaning = self._parts[part]
            if meaning is not None:
                values = self._values_of(meaning[0])
                if values[at] is None and not self._queried(at, meaning[0]):
                    values[at] = meaning[1]
        for part, meaning in self._parts.items():
            if meaning is not None:
                column = self.table.sheet.column(meaning[0])
                heading = column.heading(self.context.plan.language) if column else meaning[0]
                said = {"part": part, "heading": heading}
                self.found.notes.append(Note("notes_sheets.part_gave", said))

    def _take_titles(self) -> None:
        """Give the records what the title says in the place of a column that is not there."""
        for column in self.table.sheet.columns:
            said = in_title(column, self.table.titles) if column.codes is None else None
            if said is None or column.field in self.found.values:
                continue
            value = read_one(column, said, self.context, column.heading("zh"))
            if not isinstance(value, Fault):
                self.found.values[column.field] = [value] * len(self.found.rows)

    def _values_of(self, name: str) -> list[object]:
        return self.found.values.setdefault(name, [None] * len(self.found.rows))

    def _queried(self, at: int, name: str) -> bool:
        return any(fault.field == name for fault in self.found.faults.get(at, ()))

    def _meaning_of_part(self, part: str) -> tuple[str, object] | None:
        """Return (field, value) of the name of a part of the table, or None."""
        for name in ("theme", "category"):
            column = self.table.sheet.column(name)
            if column is not None and column.kind == "words":
                words = _words_in(part, getattr(self.context.plan.vocabulary, name))
                if len(words) == 1:
                    return name, words
                if words:
                    return None
        name_of_part = BRACKETED.sub("", SECTION.sub("", part)).strip(":,.;")
        listed = self._listed(part, name_of_part)
        if listed is not None:
            return listed
        column = self.table.sheet.column("unit")
        if column is None or column.kind != "unit" or not name_of_part:
            return None
        unit = self.context.names.find(name_of_part, self.context.sender)
        return None if isinstance(unit, Fault) else ("unit", (unit,))

    def _listed(self, part: str, name: str) -> tuple[str, object] | None:
        """Return (field, word) where a part is named after a word of exactly one column's list."""
        said = {part, name, PART_ENDINGS.sub("", name)}
        found: list[tuple[str, object]] = []
        for column in self.table.sheet.columns:
            if column.kind != "word" or column.words is None:
                continue
            words = self.context.plan.words(column.words) or Words()
            meant = {word for form, word in _forms_of(words).items() if form in said}
            if len(meant) == 1:
                found.append((column.field, meant.pop()))
        return found[0] if len(found) == 1 else None

    def _take_sender(self) -> None:
        """Take a sheet that has no column for units as its sender's own."""
        column = self.table.sheet.column("unit")
        if column is None or column.kind != "unit" or self.table.column_of("unit") is not None:
            return
        whose = self.context.sender if self.context.own is None else self.context.own
        if whose is None or not self.found.rows:
            return
        values = self._values_of("unit")
        self.found.values["unit"] = [(whose,) if value is None else value for value in values]
        if self.context.own is None:
            self.found.notes.append(Note("notes_sheets.unit_is_sender"))

    def _query_other_tables(self) -> None:
        """Query each row below another table's header: nothing in it was read."""
        needed = (n for n, column in self.table.columns.items() if column.required)
        number = next(needed, min(self.table.columns))
        fault = Fault("faults_sheets.other_table")
        for at in sorted(self.records.strange):
            self.found.fault(at, CellFault(number, self.table.columns[number].field, fault))

    def _query_struck(self) -> None:
        """Query each record that is struck through: it may be taken back, or only done with."""
        struck = self.table.grid.struck_rows
        if not struck:
            return
        needed = (n for n, column in self.table.columns.items() if column.required)
        number = next(needed, min(self.table.columns))
        fault = CellFault(
            number, self.table.columns[number].field, Fault("faults_sheets.struck_through")
        )
        for at, row in enumerate(self.found.rows):
            if row in struck:
                self.found.fault(at, fault)

    def _require(self) -> None:
        """Query each record that lacks what it cannot be without.

        What a sheet has no column for is known of a record that has a number of ours.
        """
        for column in self.table.sheet.columns:
            if not column.required:
                continue
            values = self.found.values.get(column.field)
            if values is not None and None not in values:
                continue
            number = self.table.column_of(column.field) or 0
            said = {"heading": column.heading(self.context.plan.language)}
            key = "required" if number else "required_column"
            fault = CellFault(number, column.field, Fault(f"faults_sheets.{key}", said))
            for at in range(len(self.found.rows)):
                known = not number and at in self.numbered
                if known or at in self.records.strange or self._queried(at, column.field):
                    continue
                if values is None or values[at] is None:
                    self.found.fault(at, fault)

    def _take_fixed(self) -> None:
        """Give rows that say nothing themselves what the sheet says of all its rows."""
        for name, value in self.table.sheet.fixed_in(self.context.plan).items():
            number = self.table.column_of(name)
            if number is None:
                continue
            values = self.found.values[name]
            blank = [at for at, one in enumerate(values) if one is None]
            blank = [at for at in blank if not self._queried(at, name)]
            for at in blank:
                values[at] = value
            if blank:
                heading = self.table.heading_of(number)
                word = self._worded(self.table.columns[number], value)
                said = {"heading": heading, "count": len(blank), "word": word}
                self.found.notes.append(Note("notes_sheets.fixed_taken", said))

    def _worded(self, column: Column, value: str | tuple[str, ...]) -> str:
        words = (value,) if isinstance(value, str) else value
        if column.codes is not None:
            words = tuple(column.codes.word(code, self.context.plan.language) for code in words)
        return JOINED_BY.join(words)

    def _note_totals(self) -> None:
        """Say which totals disagree with the rows that they are about."""
        if all(reason != TOTALS for _, reason in self.found.set_aside):
            return
        faulty = {fault.column for faults in self.found.faults.values() for fault in faults}
        counts = {
            number: self.found.values[column.field]
            for number, column in self.table.columns.items()
            if column.kind == "count" and number not in faulty
        }
        notes = disagreeing(self.table, self.found.set_aside, self.found.rows, counts)
        self.found.notes += islice(notes, _MOST_NOTED)

    def _note_strange_words(self) -> None:
        for (heading, word), near in list(self.strange.words.items())[:_MOST_NOTED]:
            said = {"heading": heading, "word": word, "near": near or ""}
            key = "unknown_word_near" if near else "unknown_word"
            self.found.notes.append(Note(f"notes_sheets.{key}", said))


def _not_done(cell: CellFault) -> bool:
    """Tell whether a cell says that the work is not done, and not whether it was begun."""
    text = plain(str(cell.fault.values.get("text", "")))
    said = text in NOT_DONE_SIGNS or unfinished(text)
    return cell.field == "status" and cell.fault.key == "faults_sheets.status_ambiguous" and said


def _deadlines_last(entry: tuple[int, Column]) -> bool:
    """Sort the columns: a deadline may need the day on which its problem was raised."""
    return entry[1].kind == "deadline"


def _frame(context: Context, table: Table, records: Records) -> Frame:
    """Return the frame with the sheet's own year and day: of its period, titles, footers."""
    period = context.period or table.period
    frame = context.frame
    if frame.year is None:
        year = int(period[:4]) if period and period[:4].isdecimal() else table.year
        frame = replace(frame, year=year)
    if table.grid.since_1904:
        frame = replace(frame, serial_shift=SINCE_1904)
    if frame.reference is None:
        feet = (row for row, reason in records.set_aside if reason == FOOT)
        first = table.grid.first_row
        day = table.written_on or written_on(table.grid.rows[row - first] for row in feet)
        frame = replace(frame, reference=day or _end_of(period, frame.today))
    return frame


def _end_of(period: str | None, today: date) -> date | None:
    """Return the last day of a month that is over, or None."""
    if period is None or not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", period):
        return None
    year, month = int(period[:4]), int(period[5:])
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1) if first_of_next <= today else None


def _deadline(cell: Cell, frame: Frame, raised_on: object) -> object:
    if isinstance(cell, str):
        cell = clean(cell)
    if cell is None or cell == "":
        return None
    day = date.fromisoformat(raised_on) if isinstance(raised_on, str) else None
    found = checked(lambda value: read_deadline(value, frame, raised_on=day))(cell)
    return day_meant(found, cell, frame) if isinstance(found, Fault) else found


def _year(value: Cell, frame: Frame) -> int | None:
    """Return the year that a cell says itself, or None."""
    if isinstance(value, (date, datetime)):
        return value.year
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        day = read_day(value, frame)
        return day.year if isinstance(day, date) else None
    found = YEAR_OF_DAY.search(plain(value)) if isinstance(value, str) and len(value) < 40 else None
    return int(found[1]) if found else None


def _grouped(cells: Sequence[Cell], column: Column) -> bool:
    """Tell whether empty cells mean the filled one above: each value then stands but once.

    What a record can do without has to look so more than once.
    """
    empty = cells.count("") + cells.count(None)
    if not empty or empty < _GROUPED * len(cells) or cells[0] in (None, ""):
        return False
    if not column.required and len(cells) - empty < 2:
        return False
    return not any(a == b and a not in (None, "") for a, b in pairwise(cells))


def _words_in(text: str, words: Words) -> tuple[str, ...]:
    """Return the plan's words that a text names, the longest first."""
    found: dict[str, None] = {}
    forms = _forms_of(words)
    for form in sorted(forms, key=len, reverse=True):
        if form in text and form not in NO_THEME:
            found[forms[form]] = None
            text = text.replace(form, " ")
    return tuple(found)


def _forms_of(words: Words) -> dict[str, str]:
    """Return the plan's word for each form in which it may be written."""
    forms = {plain(word): word for word in words.words}
    for canonical, others in words.aliases.items():
        forms |= {plain(other): canonical for other in others}
    return forms
