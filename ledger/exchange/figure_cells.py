"""A sheet of reported numbers becomes one record for each cell that holds a number.

With indicators down a row says which number it is, with units down the heading does.
What neither says is as the plan has it for the indicator.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from typing import Any
from typing import Final

from ledger.exchange.interpret import CellFault
from ledger.exchange.interpret import Interpreted
from ledger.exchange.note import Note
from ledger.exchange.plain import plain
from ledger.exchange.recognise import Table
from ledger.exchange.totals import disagreeing
from ledger.exchange.values import Context
from ledger.figures import indicator_named
from ledger.figures import indicator_of
from schemas.fault import Fault
from schemas.plan import Indicator
from schemas.quantity import Quantity
from schemas.rounding import SHARES
from schemas.sheet import Column
from schemas.sheet_words import AMONG
from schemas.sheets.figures import CUMULATIVE
from schemas.sheets.figures import FIGURE
from schemas.sheets.figures import NAMED
from schemas.sheets.figures import NUMBERED
from schemas.sheets.figures import SHARE
from schemas.sheets.figures import SO_FAR
from schemas.sheets.figures import WORDS
from schemas.sheets.figures import measure_in
from schemas.sheets.figures import parted
from schemas.vocabulary import COVERS

#: The field of a record's number.
AMOUNT: Final = "amount"
#: Fields of a row that each of its numbers has, where the sheet has a column for them.
_SHARED: Final = ("source", "as_of", "reason")
_MOST_NOTED: Final = 20


@dataclass(frozen=True)
class _Cell:
    """A number of a row: where it stands, under what, and what is wrong with it."""

    at: int
    number: int
    column: Column
    value: Quantity | None
    fault: CellFault | None


def unfold(table: Table, read: Interpreted, context: Context, period: str | None) -> Interpreted:
    """Return one record for each number of a sheet; ``period`` is the month of the sheet."""
    return _Unfolding(table, read, context, period).unfolded()


class _Unfolding:
    def __init__(
        self, table: Table, read: Interpreted, context: Context, period: str | None
    ) -> None:
        self.table = table
        self.read = read
        self.plan = context.plan
        self.names = context.names
        self.period = period
        self.today = f"{context.frame.today:%Y-%m}"
        self.amounts = [(n, c) for n, c in table.columns.items() if c.kind == "quantity"]
        self.first = min(table.columns)
        self.down = table.column_of("indicator") is not None
        self.titles = [plain(title) for title in table.titles]
        self.covers = _covers_in(self.titles)
        self.so_far = any(map(SO_FAR.search, self.titles[:1]))
        self.free: dict[str, None] = {}

    def unfolded(self) -> Interpreted:
        """Return the records, with faults and notes where they are to be told."""
        named = self._named()
        cells = list(self._cells())
        values: dict[str, list[Any]] = {}
        found = replace(
            self.read,
            rows=[self.read.rows[cell.at] for cell in cells],
            values=values,
            faults={},
            digest=None,
            spots=[self._spots(cell) for cell in cells],
        )
        for to, cell in enumerate(cells):
            for name, value in self._record(cell, named[cell.at]).items():
                values.setdefault(name, []).append(value)
            for fault in self._faults(cell, named[cell.at]):
                found.fault(to, fault)
        for name in ("unit", AMOUNT):
            values.setdefault(name, [])
        found.extra = self._extra(cells, values)
        self._note_free(found)
        if not self.down:
            found.notes += islice(self._disagreeing(), _MOST_NOTED)
        return found

    def _cells(self) -> Iterator[_Cell]:
        for at in range(len(self.read.rows)):
            faults = {fault.column: fault for fault in self.read.faults.get(at, ())}
            for number, column in self.amounts:
                value, fault = self.read.values[column.field][at], faults.get(number)
                if value is not None or fault is not None:
                    yield _Cell(at, number, column, value, fault)

    def _said(self, name: str, at: int) -> Any:
        column = self.read.values.get(name)
        return None if column is None else column[at]

    # Which indicator ----------------------------------------------------------------------

    def _named(self) -> list[str | None]:
        """Return the indicator that each row names, a part of one behind the whole."""
        said = self.read.values.get("indicator") or [None] * len(self.read.rows)
        if self.table.grid.mark is not None:
            # An export of ours has the names as they are.
            return list(said)
        names: list[str | None] = []
        above = ""
        for one in said:
            name = None if one is None else NUMBERED.sub("", str(one)).strip()
            if name and AMONG.match(plain(name)):
                name = f"{above}{name}"
            elif name:
                above = name
            names.append(name or None)
        return names

    def _indicator(self, cell: _Cell, named: str | None) -> str | None:
        if not cell.column.field.startswith(FIGURE):
            return None if named is None else indicator_named(self.plan, named)
        code, _ = parted(cell.column.field)
        if code.startswith(NAMED):
            return indicator_named(self.plan, code.removeprefix(NAMED))
        return next(one.name for one in self.plan.indicators if one.code == code)

    def _cumulative(self, cell: _Cell, planned: Indicator | None) -> bool:
        field = cell.column.field
        basis = field if field in WORDS else parted(field)[1]
        if basis is not None:
            return basis == "total"
        if cell.value is not None and CUMULATIVE in cell.value.words:
            return True
        return self.so_far if planned is None else planned.cumulative

    # What it says -------------------------------------------------------------------------

    def _record(self, cell: _Cell, named: str | None) -> dict[str, Any]:
        indicator = self._indicator(cell, named)
        planned = None if indicator is None else indicator_of(self.plan, indicator)
        if indicator is not None and planned is None:
            self.free[indicator] = None
        measure = self._measure(cell)
        said = {
            "unit": self._said("unit", cell.at),
            "period": self._said("period", cell.at) or self.period,
            "covers": self._said("covers", cell.at)
            or self.covers
            or ("all" if planned is None else planned.covers),
            "batch": self._said("batch", cell.at) or self.plan.batch,
            "indicator": indicator,
            "cumulative": self._cumulative(cell, planned),
            "measure": measure,
            AMOUNT: _as_share(
                cell.value, measure or (None if planned is None else planned.measure)
            ),
        }
        said |= {name: self._said(name, cell.at) for name in _SHARED if name in self.read.values}
        return said

    def _measure(self, cell: _Cell) -> str | None:
        own = None if cell.value is None else cell.value.measure
        said = self._said("measure", cell.at)
        if own or said or self.down:
            return own or said
        return measure_in(self.table.heading_of(cell.number))

    def _spots(self, cell: _Cell) -> dict[str, tuple[int, int]]:
        """Return where what is said of a number stands; what nobody says, where its row begins."""
        row = self.read.rows[cell.at]
        spots = {column.field: (row, number) for number, column in self.table.columns.items()}
        for name in ("unit", "period"):
            spots.setdefault(name, (row, self.first))
        for name in ("indicator", "", AMOUNT):
            if name == AMOUNT or name not in spots:
                spots[name] = (row, cell.number)
        return spots

    def _faults(self, cell: _Cell, named: str | None) -> Iterator[CellFault]:
        numbers = {number for number, _ in self.amounts}
        for fault in self.read.faults.get(cell.at, ()):
            if fault.column not in numbers:
                yield fault
        if cell.fault is not None:
            yield replace(cell.fault, field=AMOUNT)
        if self._indicator(cell, named) is None:
            column = self.table.sheet.column("indicator")
            heading = column.heading(self.plan.language) if column else ""
            missing = Fault("faults_sheets.required", {"heading": heading})
            yield CellFault(self.table.column_of("indicator") or 0, "indicator", missing)
        period = self._said("period", cell.at) or self.period
        if period is None:
            yield CellFault(0, "period", Fault("faults_sheets.figure_period"))
        elif period > self.today:
            ahead = Fault("faults_sheets.figure_period_ahead", {"value": period})
            yield CellFault(0, "period", ahead)

    # What is told of all of them ------------------------------------------------------------

    def _extra(
        self, cells: Sequence[_Cell], values: dict[str, list[Any]]
    ) -> dict[str, list[str | None]]:
        """Return a sender's own columns, kept with one of the records of a row."""
        first: dict[int, tuple[str, bool, int]] = {}
        for to, cell in enumerate(cells):
            one = (str(values["indicator"][to]), values["cumulative"][to], to)
            first[cell.at] = min(one, first.get(cell.at, one))
        kept = {to for _, _, to in first.values()}
        return {
            heading: [column[cell.at] if to in kept else None for to, cell in enumerate(cells)]
            for heading, column in self.read.extra.items()
        }

    def _note_free(self, found: Interpreted) -> None:
        if self.free and self.plan.indicators and self.table.grid.mark is None:
            names = "、".join(list(self.free)[:_MOST_NOTED])
            found.notes.append(Note("notes_sheets.free_indicators", {"names": names}))

    def _disagreeing(self) -> Iterator[Note]:
        """Yield a note for each total that is no sum of its column: nothing is added twice."""
        within = self._within()
        wholes = {number: self._whole(number, column) for number, column in self.amounts}
        every = {number: whole for number, whole in wholes.items() if whole is not None}
        outer = {
            number: [None if at in within else one for at, one in enumerate(whole)]
            for number, whole in every.items()
        }
        twice = {_place(note) for note in self._totals(outer)} - {
            _place(note) for note in self._totals(every)
        }
        for note in self._totals(outer):
            again = _place(note) in twice
            yield replace(note, key="notes_sheets.total_twice") if again else note

    def _totals(self, counts: dict[int, list[int | None]]) -> Iterator[Note]:
        return disagreeing(self.table, self.read.set_aside, self.read.rows, counts)

    def _whole(self, number: int, column: Column) -> list[int | None] | None:
        """Return the numbers of a column, None where they are not whole, exact or added."""
        values = self.read.values[column.field]
        said = [value for value in values if value is not None]
        faulty = any(
            fault.column == number for faults in self.read.faults.values() for fault in faults
        )
        if faulty or SHARE.search(self.table.heading_of(number)):
            return None
        if not all(one.exact and one.value == int(one.value) for one in said):
            return None
        if any(one.measure in SHARES for one in said):
            return None
        return [None if value is None else int(value.value) for value in values]

    def _within(self) -> set[int]:
        """Return the rows of units below another whose row holds theirs."""
        units = [one[0] if one else None for one in self.read.values.get("unit", ())]
        whole = {
            unit
            for at, unit in enumerate(units)
            if unit is not None and (self._said("covers", at) or self.covers) != "own"
        }
        return {
            at
            for at, unit in enumerate(units)
            if unit is not None and not whole.isdisjoint(self.names.ancestors(unit))
        }


def _place(note: Note) -> tuple[object, object]:
    """Return which total a note is about."""
    return note.values["row"], note.values["heading"]


def _covers_in(titles: Sequence[str]) -> str | None:
    """Return what titles say of what the numbers cover."""
    found = {
        code
        for code, words in COVERS.words.items()
        for word in words
        if len(word) > 1 and any(word in title for title in titles)
    }
    return found.pop() if len(found) == 1 else None


def _as_share(value: Quantity | None, measure: str | None) -> Quantity | None:
    """Return a number as a share where it is one: 0.965 measured in % is 96.5%."""
    if value is None or measure != "%" or value.measure is not None:
        return value
    share = value.value * 100 if 0 < value.value < 1 else value.value
    text = format(share.normalize() if share else Decimal(0), "f")
    return Quantity(Decimal(text), value.qualifier, "%", f"{text}%", value.up_to)
