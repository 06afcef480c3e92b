"""Progress sheets that stand on their side: actions down, and units or words across.

They are turned into what every progress sheet is, a unit in each row and an action in each
column; the cells keep the addresses that they have in the sender's own sheet.
"""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING
from typing import Final

from ledger.exchange.headings import Head
from ledger.exchange.note import Note
from ledger.exchange.plain import as_text
from ledger.exchange.plain import bare_heading
from ledger.exchange.plain import heading
from ledger.exchange.plain import plain
from ledger.exchange.read import Cell
from ledger.exchange.read import Grid
from ledger.exchange.recognise import Table
from ledger.exchange.titles import read_titles
from schemas.fault import Fault
from schemas.plan import Action
from schemas.plan import Plan
from schemas.progress_cell import undone
from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.sheet_words import BRACKETED
from schemas.sheet_words import FOOTER
from schemas.sheet_words import IGNORED_HEADINGS
from schemas.sheet_words import NUMBERED
from schemas.sheet_words import TOTAL
from schemas.sheets import progress

if TYPE_CHECKING:
    from ledger.exchange.interpret import CellFault
    from ledger.exchange.interpret import Interpreted

#: No plan has more actions than this, and no county more units side by side.
_MOST_ROWS: Final = 2_000
_MOST_COLUMNS: Final = 2_000
_NARROW: Final = 12
_TITLES: Final = 16
#: The least actions that tell a list of actions from one that only happens to name one.
_LEAST: Final = 2
_FIRST: Final = 2
#: Where a value stands in the sender's sheet: row and column.
Spot = tuple[int, int]
#: Finds a unit by its name.
Find = Callable[[str], int | Fault]

_IGNORED: Final = frozenset(map(heading, (*IGNORED_HEADINGS, *progress.OTHER_HEADINGS)))


@dataclass
class Line:
    """One cell of the turned sheet: an action of a unit, and where it is said.

    ``day`` is where a day stands that was put together with what stands at ``spot``.
    """

    action: Action | None
    words: str
    unit: str | None
    value: Cell
    spot: Spot
    named: Spot
    whose: Spot
    day: Spot | None = None


@dataclass
class Turned:
    """How a sheet was turned: its lines in order, and its own header and last column."""

    grid: Grid
    header: int
    last: int
    lines: list[Line] = field(default_factory=list)
    names: tuple[str, ...] = ()

    @property
    def numbers(self) -> list[int]:
        """Return the sender's rows that were taken."""
        return sorted({line.spot[0] for line in self.lines})

    def back(self, read: "Interpreted") -> "Interpreted":
        """Return what was read with the sender's own rows, and faults where they are said."""
        from ledger.exchange.interpret import CellFault

        lines = [self.lines[number - _FIRST] for number in read.rows]
        spots = [
            {
                "unit": line.whose,
                "action": line.named,
                **({progress.ACTION + line.action.code: line.spot} if line.action else {}),
            }
            for line in lines
        ]
        for at, faults in read.faults.items():
            for fault in faults:
                day = lines[at].day
                if day is not None and _about_a_day(fault):
                    spots[at][fault.field] = day
        for at, line in enumerate(lines):
            if line.action is None:
                near = get_close_matches(plain(line.words), self.names, n=1, cutoff=0.5)
                said = {"text": line.words}
                unknown = Fault("faults_sheets.action_unknown", said, near[0] if near else None)
                read.fault(at, CellFault(0, "action", unknown))
        return replace(read, rows=[line.spot[0] for line in lines], spots=spots, set_aside=[])


def _about_a_day(fault: "CellFault") -> bool:
    return fault.fault.key.startswith("faults.") or fault.fault.key.endswith("_ahead")


def turned(grid: Grid, sheet: Sheet, plan: Plan, find: Find) -> Table | None:
    """Return a sheet of actions down as a table of units down, or None where it is none."""
    if grid.mark is not None or not plan.actions:
        return None
    found = _Turning(grid, plan, find).found()
    return None if found is None else _table(found, sheet.under(plan))


def _table(found: Turned, sheet: Sheet) -> Table:
    """Return the turned sheet as a table with a row for each line."""
    grid = found.grid
    header = found.header - grid.first_row
    titles = read_titles(grid.rows[max(0, header - _TITLES) : header])
    own = [column for column in sheet.columns if column.field.startswith(progress.ACTION)]
    place = {column.field: at for at, column in enumerate(own, 1)}
    with_units = any(line.unit is not None for line in found.lines)
    unit = sheet.column("unit")
    columns: dict[int, Column] = {1: unit} if unit is not None and with_units else {}
    columns |= {place[column.field] + 1: column for column in own}
    rows: list[list[Cell]] = [[None] * (len(own) + 1) for _ in range(len(found.lines) + 1)]
    rows[0] = [sheet.title, *(column.headings[0] for column in own)]
    for row, line in zip(rows[1:], found.lines, strict=True):
        row[0] = line.unit
        if line.action is not None:
            row[place[progress.ACTION + line.action.code]] = line.value
    return Table(
        replace(grid, rows=rows, first_row=1, first_column=1, merges=[]),
        sheet,
        columns,
        {},
        (1,),
        _FIRST,
        titles.texts,
        titles.sender,
        titles.period,
        titles.month,
        titles.year,
        titles.written_on,
        titles.nothing_changed,
        [Note("notes_sheets.turned")],
        {number: Head((column.headings[0],)) for number, column in columns.items()},
        periods=titles.periods,
        turned=found,
    )


class _Turning:
    """Looks for the column of actions in a grid, and for what stands beside it."""

    def __init__(self, grid: Grid, plan: Plan, find: Find) -> None:
        self.grid = grid
        self.find = find
        self.actions: dict[str, Action] = {}
        for action in plan.actions:
            for name in (action.name, *action.aliases):
                self.actions.setdefault(plain(name), action)
        self.names = tuple(action.name for action in plan.actions)
        self.rows = range(grid.first_row, min(grid.last_row, grid.first_row + _MOST_ROWS) + 1)
        width = min(max(map(len, grid.rows), default=0), _MOST_COLUMNS)
        self.columns = range(grid.first_column, grid.first_column + width)

    def found(self) -> Turned | None:
        """Return the turned sheet, or None."""
        column = max(self.columns[:_NARROW], key=self._named, default=None)
        if column is None or self._named(column) < _LEAST:
            return None
        rows = [row for row in self.rows if self._action(row, column) is not None]
        header = self._header(rows[0], column)
        if header is None:
            return None
        found = Turned(self.grid, header, self.columns[-1], names=self.names)
        lines = self._lines(header, column)
        found.lines = list(lines)
        return found if any(line.action is not None for line in found.lines) else None

    def _text(self, row: int, column: int) -> str:
        return as_text(self.grid.cell(row, column))

    def _action(self, row: int, column: int) -> Action | None:
        """Return the plan's action that a cell names."""
        text = plain(NUMBERED.sub("", self._text(row, column)))
        return self.actions.get(text) or self.actions.get(BRACKETED.sub("", text))

    def _named(self, column: int) -> int:
        """Return how many actions a column names, none where it names more of other things."""
        texts = [row for row in self.rows if self._text(row, column)]
        named = [action for row in texts if (action := self._action(row, column)) is not None]
        codes = len({action.code for action in named})
        first = next((at for at, row in enumerate(texts) if self._action(row, column)), 0)
        return codes if 2 * len(named) > len(texts) - first else 0

    def _header(self, first: int, column: int) -> int | None:
        """Return the nearest row above the first action that has headings."""
        for row in range(first - 1, self.grid.first_row - 1, -1):
            beside = sum(bool(self._text(row, other)) for other in self.columns if other != column)
            if self._text(row, column) and beside:
                return row
        return None

    def _lines(self, header: int, column: int) -> Iterator[Line]:
        heads = {
            number: self._text(header, number)
            for number in self.columns
            if number != column and self._text(header, number)
        }
        status, day, count = (
            self._headed(heads, words)
            for words in (
                progress.STATUS_HEADINGS,
                progress.DAY_HEADINGS,
                progress.COUNT_HEADINGS,
            )
        )
        if status or day or count:
            beside = [number for number in (status, count, day) if number]
            unit = self._headed(heads, progress.UNIT_HEADINGS)
            yield from self._of_words(header, column, beside, unit if self._units(unit) else None)
        else:
            yield from self._of_units(header, column, heads)

    def _headed(self, heads: dict[int, str], words: tuple[str, ...]) -> int | None:
        known = [heading(word) for word in words]
        ranked = [
            (known.index(bare_heading(text)), number)
            for number, text in heads.items()
            if bare_heading(text) in known
        ]
        return min(ranked)[1] if ranked else None

    def _units(self, column: int | None) -> bool:
        """Tell whether a column names units of the ledger; offices of a unit are none."""
        if column is None:
            return False
        names = {text for row in self.rows if (text := self._text(row, column))}
        return any(isinstance(self.find(name), int) for name in names)

    def _below(self, header: int, column: int, beside: list[int]) -> Iterator[int]:
        """Yield the rows that are about an action: no totals, feet or names of parts."""
        for row in self.rows:
            text = plain(self._text(row, column))
            if row <= header or not text or TOTAL.match(text) or FOOTER.match(text):
                continue
            if any(self._text(row, number) for number in beside):
                yield row

    def _of_words(
        self, header: int, column: int, beside: list[int], unit: int | None
    ) -> Iterator[Line]:
        """Yield the lines of a sheet with a word, a count and a day beside each action."""
        told = [*beside, *([unit] if unit else [])]
        for row in self._below(header, column, told):
            said = [(number, self.grid.cell(row, number)) for number in beside]
            said = [(number, value) for number, value in said if value not in (None, "")]
            value, place, day = together(said) if said else (None, beside[0], None)
            yield Line(
                self._action(row, column),
                self._text(row, column),
                self._text(row, unit) if unit else None,
                value,
                (row, place),
                (row, column),
                (row, unit or column),
                None if day is None else (row, day),
            )

    def _of_units(self, header: int, column: int, heads: dict[int, str]) -> Iterator[Line]:
        """Yield the lines of a sheet with a unit in each column."""
        units = {
            number: text
            for number, text in heads.items()
            if number > column and bare_heading(text) not in _IGNORED
        }
        if not any(isinstance(self.find(name), int) for name in units.values()):
            return
        for row in self._below(header, column, list(units)):
            action = self._action(row, column)
            for number, name in units.items():
                value = self.grid.cell(row, number)
                if value in (None, ""):
                    continue
                line = Line(
                    action,
                    self._text(row, column),
                    name,
                    value,
                    (row, number),
                    (row, column),
                    (header, number),
                )
                yield line
                if action is None:
                    break


def together(said: list[tuple[int, Cell]]) -> tuple[Cell, int, int | None]:
    """Return what the cells beside an action say as one, where that is, and where its day is.

    A day beside work that is not done is when it is meant to be: it says nothing.
    """
    place, value = said[0]
    if len(said) == 1:
        return value, place, None
    if undone(plain(as_text(value))):
        return value, place, None
    *words, (last, day) = said
    # A count says more than a word of done that stands before it.
    told, first = words[-1][1], words[-1][0]
    return f"{as_text(told)}，{as_text(day)}", first, last
