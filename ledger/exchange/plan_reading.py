"""A plan's workbook comes in: its worksheets become a plan, or faults with their cells."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Any
from typing import Final
from typing import Literal

from ledger.campaigns import broken_place
from ledger.campaigns import broken_rule
from ledger.exchange.plain import as_text
from ledger.exchange.plain import heading
from ledger.exchange.plain import plain
from ledger.exchange.plan_cells import lines_of
from ledger.exchange.plan_cells import parts_of
from ledger.exchange.plan_cells import value_of
from ledger.exchange.read import MARK
from ledger.exchange.read import Book
from ledger.exchange.read import Cell
from ledger.exchange.read import Grid
from ledger.exchange.read import address
from schemas.day import Frame
from schemas.fault import Fault
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.locale.workbook import FILL_NOTE_SHEET
from schemas.locale.workbook import RECEIPT_SHEET
from schemas.locale.workbook import RESULT_COLUMN
from schemas.plan import Plan
from schemas.plan import Vocabulary
from schemas.plan_sheet import WORKSHEETS
from schemas.plan_sheet import Field
from schemas.plan_sheet import Worksheet
from schemas.plan_sheet import list_name
from schemas.sheet import all_sheets
from schemas.sheet_words import DITTO

#: Where something stands in a plan: names of tables and keys, and places in lists.
Place = tuple[int | str, ...]
_Row = dict[str, Cell]

#: How far down the headings are looked for, and how many words a fault names.
_DEEPEST: Final = 12
_NAMED: Final = 12
#: So many of a worksheet's headings tell it where it is not called as it should be.
_TELLING: Final = 3
#: No plan's worksheet has more rows, and the basics have far fewer; or more cells merged down.
_MOST_ROWS: Final = 5_000
_MOST_LINES: Final = 300
_MOST_MERGES: Final = 2_000
_OURS: Final = frozenset({*FILL_NOTE_SHEET, *RECEIPT_SHEET})


@dataclass(frozen=True)
class At:
    """A cell of the workbook."""

    grid: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.grid}!{address(self.row, self.column)}"


@dataclass
class PlanBook:
    """What a workbook came to: a plan, or what is wrong and where; where each thing stands."""

    book: Book
    path: Path
    lang: Literal["zh", "en"] = "zh"
    plan: Plan | None = None
    faults: list[tuple[At, Fault]] = field(default_factory=list)
    places: dict[Place, At] = field(default_factory=dict)

    def at(self, place: Place) -> At:
        """Return the cell of a place in the plan, else of what it lies in."""
        while place and place not in self.places:
            place = place[:-1]
        return self.places[place]


def is_plan(book: Book) -> bool:
    """Tell whether a workbook is a plan: what it is about stands in it as in no other."""
    return any(_about(grid) is not None for grid in book.grids)


def _about(grid: Grid) -> "_Lines | None":
    """Return the worksheet with the basics, where a grid is that."""
    if len(grid.rows) > _MOST_LINES:
        return None
    first = WORKSHEETS[0]
    if _label_column(grid, first) is None:
        return None
    found = _lines(grid, first)
    named = {one.path for one in found.fields.values()}
    needed = {one.path for one in first.fields if one.required}
    is_called = _called(grid) == first.code
    return found if needed <= named and (is_called or len(named) > _TELLING) else None


def read_plan(book: Book, path: Path, today: date) -> PlanBook:
    """Read a workbook into a plan; what cannot be taken is kept with its cell."""
    return _Reading(book, path, today).read()


# Worksheets -------------------------------------------------------------------------------


@dataclass
class _Table:
    """A table of a worksheet: the row of its headings, its columns, the strange headings."""

    grid: Grid
    header: int
    columns: dict[int, Field]
    strange: dict[int, str]


@dataclass
class _Lines:
    """Lines with a label and a value: the field of each row, and where the values stand."""

    grid: Grid
    column: int
    fields: dict[int, Field]
    strange: dict[int, str]


def _called(grid: Grid) -> str | None:
    said = heading(grid.name)
    for worksheet in WORKSHEETS:
        if said in {heading(worksheet.name(lang)) for lang in LANGUAGES}:
            return worksheet.code
    return None


def _headings(worksheet: Worksheet) -> dict[str, Field]:
    return {heading(one.heading(lang)): one for one in worksheet.fields for lang in LANGUAGES}


def _table(grid: Grid, worksheet: Worksheet) -> _Table | None:
    """Return the table of a worksheet: below the row that has most of its headings."""
    meant = _headings(worksheet)
    ours = {heading(word) for word in RESULT_COLUMN}
    best: _Table | None = None
    for at, row in enumerate(grid.rows[:_DEEPEST]):
        columns: dict[int, Field] = {}
        strange: dict[int, str] = {}
        for number, cell in enumerate(row, grid.first_column):
            said = heading(as_text(cell))
            if said in meant and meant[said] not in columns.values():
                columns[number] = meant[said]
            elif said and said not in ours:
                strange[number] = as_text(cell)
        if columns and (best is None or len(columns) > len(best.columns)):
            best = _Table(grid, grid.first_row + at, columns, strange)
    return best


def _label_column(grid: Grid, worksheet: Worksheet) -> int | None:
    """Return the column that has most of the labels of a worksheet's lines, or None."""
    meant = _headings(worksheet)
    counts: dict[int, int] = {}
    for row in grid.rows:
        for number, cell in enumerate(row, grid.first_column):
            if isinstance(cell, str) and heading(as_text(cell)) in meant:
                counts[number] = counts.get(number, 0) + 1
    return max(counts, key=lambda number: (counts[number], -number), default=None)


def _lines(grid: Grid, worksheet: Worksheet) -> _Lines:
    """Return the lines of a worksheet: labels in the column that has most of them."""
    meant = _headings(worksheet)
    column = _label_column(grid, worksheet) or 1
    found = _Lines(grid, column + 1, {}, {})
    header = {heading(say("plan_sheet.line", lang)) for lang in LANGUAGES}
    for number in range(grid.first_row, grid.last_row + 1):
        label = as_text(grid.cell(number, column))
        said = heading(label)
        if said in meant:
            found.fields[number] = meant[said]
        elif said and said not in header and as_text(grid.cell(number, column + 1)):
            found.strange[number] = label
    return found


# Reading ------------------------------------------------------------------------------------


class _Reading:
    def __init__(self, book: Book, path: Path, today: date) -> None:
        self.found = PlanBook(book, path)
        self.today = today
        self.data: dict[str, Any] = {}
        self.grids: dict[str, Grid] = {}
        self.codes: dict[str, dict[str, set[str]]] = {}

    def read(self) -> PlanBook:
        """Read all worksheets: the words first, then what is named elsewhere, then the rest."""
        self._claim()
        tables = {one.code: self._table_of(one) for one in WORKSHEETS if one.shape != "lines"}
        for worksheet in WORKSHEETS:
            if worksheet.shape == "lists":
                self._read_lists(worksheet, tables[worksheet.code])
        for code in ("phases", "actions"):
            self.codes[code] = self._names(tables[code])
        for worksheet in WORKSHEETS:
            if worksheet.shape == "lines":
                self._read_lines(worksheet)
            elif worksheet.shape == "rows":
                self._read_rows(worksheet, tables[worksheet.code])
        for worksheet in WORKSHEETS:
            if worksheet.shape == "excluded":
                self._read_excluded(worksheet, tables[worksheet.code])
        self._check_codes()
        self._validate()
        self.found.faults.sort(key=lambda one: (self._turn(one[0].grid), one[0].row, one[0].column))
        return self.found

    def _turn(self, name: str) -> int:
        return [grid.name for grid in self.found.book.grids].index(name)

    def _fault(self, at: At, fault: Fault) -> None:
        if all(place != at for place, _ in self.found.faults):
            self.found.faults.append((at, fault))

    def _claim(self) -> None:
        """Find out which worksheet is which: by its name, else by its headings."""
        others: list[Grid] = []
        for grid in self.found.book.grids:
            code = _called(grid)
            if len(grid.rows) > _MOST_ROWS:
                self._fault(_corner(grid), Fault("plan_sheet.too_long", {"most": _MOST_ROWS}))
            elif code is None:
                others.append(grid)
            elif code in self.grids:
                other = self.grids[code].name
                self._fault(_corner(grid), Fault("plan_sheet.sheet_twice", {"other": other}))
            else:
                self.grids[code] = grid
        for grid in others:
            code = self._by_headings(grid)
            if code is not None:
                self.grids[code] = grid
            elif grid.name not in _OURS and not grid.name.startswith(MARK[0]) and _filled(grid):
                self._fault(_corner(grid), Fault("plan_sheet.sheet_unknown"))
        about = self.grids.get("plan")
        if about is not None and about.name == WORKSHEETS[0].name("en"):
            self.found.lang = "en"

    def _by_headings(self, grid: Grid) -> str | None:
        if grid.name in _OURS:
            return None
        if "plan" not in self.grids and _about(grid) is not None:
            return "plan"
        counts = {
            one.code: len(table.columns)
            for one in WORKSHEETS
            if one.shape != "lines" and one.code not in self.grids
            if (table := _table(grid, one)) is not None and not table.strange
        }
        best = max(counts, key=counts.__getitem__, default=None)
        return best if best is not None and counts[best] > _TELLING else None

    # Lines ------------------------------------------------------------------------------

    def _read_lines(self, worksheet: Worksheet) -> None:
        grid = self.grids.get(worksheet.code)
        if grid is None:
            return
        lines = _lines(grid, worksheet)
        if worksheet.code == "plan":
            self.found.places[()] = At(grid.name, grid.first_row, grid.first_column)
        for row, said in lines.strange.items():
            self._strange(At(grid.name, row, lines.column - 1), said, worksheet)
        seen: set[str] = set()
        for row, one in lines.fields.items():
            at = At(grid.name, row, lines.column)
            if one.path in seen:
                twice = Fault("plan_sheet.heading_twice", {"heading": one.heading(self.found.lang)})
                self._fault(At(grid.name, row, lines.column - 1), twice)
                continue
            seen.add(one.path)
            self._take(one, grid.cell(row, lines.column), at, one.steps)
        lacking = [one for one in worksheet.fields if one.required and one.path not in seen]
        for one in lacking:
            self._fault(_corner(grid), self._lacks(one))

    def _lacks(self, one: Field) -> Fault:
        return Fault("faults_sheets.required", {"heading": one.heading(self.found.lang)})

    def _strange(self, at: At, said: str, worksheet: Worksheet) -> None:
        known = [one.heading(self.found.lang) for one in worksheet.fields]
        near = get_close_matches(said, known, n=1, cutoff=0.5)
        values = {"heading": said, "known": near[0] if near else self._listed(known)}
        self._fault(at, Fault("plan_sheet.heading_unknown", values, near[0] if near else None))

    # Tables -----------------------------------------------------------------------------

    def _table_of(self, worksheet: Worksheet) -> _Table | None:
        grid = self.grids.get(worksheet.code)
        if grid is None:
            return None
        table = _table(grid, worksheet)
        if table is None:
            if len([row for row in grid.rows if any(map(as_text, row))]) > 1:
                self._fault(_corner(grid), Fault("plan_sheet.no_header"))
            return None
        for number, said in table.strange.items():
            self._strange(At(grid.name, table.header, number), said, worksheet)
        return table

    def _rows(self, table: _Table, *, apart: Iterable[str] = ()) -> Iterator[tuple[int, _Row]]:
        """Yield the rows that say something; what is merged down, or ditto, is said in each.

        The fields ``apart`` are not filled from above.
        """
        grid, above = table.grid, dict[str, Cell]()
        merged = _merged_down(table)
        for row in range(table.header + 1, grid.last_row + 1):
            cells = {
                one.path: grid.cell(
                    *(row, number)
                    if one.path in apart
                    else merged.get((row, number), (row, number))
                )
                for number, one in table.columns.items()
            }
            for path, cell in cells.items():
                if isinstance(cell, str) and plain(cell) in DITTO:
                    cells[path] = above.get(path)
            if any(as_text(cell) or not isinstance(cell, str | None) for cell in cells.values()):
                above = cells
                yield row, cells

    def _read_rows(self, worksheet: Worksheet, table: _Table | None) -> None:
        if table is None:
            return
        inner = worksheet.inner
        outer = [one for one in worksheet.fields if not _inside(one, inner)]
        at_columns = {one.path: number for number, one in table.columns.items()}
        apart = [one.path for one in outer] if inner else []
        count = within = 0
        for row, cells in self._rows(table, apart=apart):
            goes_on = inner is not None and not any(as_text(cells.get(o.path)) for o in outer)
            if goes_on and not count:
                at = At(table.grid.name, row, min(at_columns.values()))
                self._fault(at, Fault("plan_sheet.nothing_above"))
                continue
            if not goes_on:
                count, within = count + 1, 0
            place: Place = (*worksheet.into, count - 1)
            self._at(place)
            self.found.places.setdefault(place, At(table.grid.name, row, min(at_columns.values())))
            inside = [one for one in worksheet.fields if _inside(one, inner)]
            has_inner = any(as_text(cells.get(one.path)) for one in inside)
            for one in worksheet.fields:
                if _inside(one, inner):
                    if not has_inner:
                        continue
                    path: Place = (*place, one.steps[0], within, *one.steps[1:])
                elif goes_on:
                    continue
                else:
                    path = (*place, *one.steps)
                column = at_columns.get(one.path)
                at = At(table.grid.name, row, column or min(at_columns.values()))
                self._take(one, cells.get(one.path), at, path)
            within += has_inner

    def _read_lists(self, worksheet: Worksheet, table: _Table | None) -> None:
        if table is None:
            return
        at_columns = {one.path: number for number, one in table.columns.items()}
        for name in dict.fromkeys(one.steps[0] for one in worksheet.fields):
            column, beside = at_columns.get(f"{name}.words"), at_columns.get(f"{name}.aliases")
            self._read_list(table, name, column, beside)

    def _read_list(self, table: _Table, name: str, column: int | None, beside: int | None) -> None:
        grid = table.grid
        top = At(grid.name, table.header, column or beside or 1)
        self.found.places["vocabulary", name] = top
        words: list[str] = []
        aliases: dict[str, list[str]] = {}
        for row in range(table.header + 1, grid.last_row + 1):
            word = self._plain(grid, row, column)
            others = self._plain(grid, row, beside)
            if others and not word and beside:
                self._fault(At(grid.name, row, beside), Fault("plan_sheet.alias_of_nothing"))
            if not word:
                continue
            self.found.places["vocabulary", name, "words", len(words)] = At(
                grid.name, row, column or 1
            )
            words.append(word)
            if others:
                aliases.setdefault(word, []).extend(parts_of(others))
        if words:
            self._at(("vocabulary", name)).update(words=words, aliases=aliases)

    def _plain(self, grid: Grid, row: int, column: int | None) -> str:
        """Return the text of a cell; where it tells no value, say so and take none."""
        if column is None:
            return ""
        found = value_of(Field(""), grid.cell(row, column), "", self.found.lang, Frame(self.today))
        if isinstance(found, Fault):
            self._fault(At(grid.name, row, column), found)
        return found if isinstance(found, str) else ""

    def _read_excluded(self, worksheet: Worksheet, table: _Table | None) -> None:
        if table is None:
            return
        at_columns = {one.path: number for number, one in table.columns.items()}
        grid = table.grid
        for row, cells in self._rows(table):
            said: dict[str, Any] = {}
            for one in worksheet.fields:
                at = At(grid.name, row, at_columns.get(one.path, min(at_columns.values())))
                value = self._value(one, cells.get(one.path), at)
                if value in (None, "", ()) and not self._is_faulty(at):
                    self._fault(at, self._lacks(one))
                said[one.path] = value
            if not all(said.values()):
                continue
            self._exclude(said, At(grid.name, row, at_columns["form"]))

    def _exclude(self, said: Mapping[str, Any], at: At) -> None:
        """Put a form that does not count into its action."""
        for number, action in enumerate(self.data.get("actions", ())):
            if action.get("code") != said["action"]:
                continue
            excluded = action.setdefault("excluded", {})
            if said["form"] in excluded:
                self._fault(at, Fault("plan_sheet.form_twice", {"form": said["form"]}))
            excluded[said["form"]] = said["reason"]
            self.found.places["actions", number, "excluded", said["form"]] = at

    # Cells ------------------------------------------------------------------------------

    def _take(self, one: Field, cell: Cell, at: At, path: Place) -> None:
        """Put what a cell says into the plan."""
        if one.kind == "lists":
            self._close(cell, at)
            return
        self.found.places[path] = at
        value = self._value(one, cell, at)
        if value in (None, "", ()):
            if one.path == "code" and isinstance(path[-2] if len(path) > 1 else None, int):
                value = self._at(path[:-1]).get("name")
                self.found.places[path] = self.found.at((*path[:-1], "name"))
            elif one.required and not self._is_faulty(at):
                self._fault(at, self._lacks(one))
        if value not in (None, "", ()):
            self._at(path[:-1])[str(path[-1])] = value

    def _is_faulty(self, at: At) -> bool:
        return any(place == at for place, _ in self.found.faults)

    def _value(self, one: Field, cell: Cell, at: At) -> object:
        """Return what a cell means; where it means nothing that can be taken, say so."""
        frame = Frame(self.today, start=self.data.get("start"), end=self.data.get("end"))
        found = value_of(one, cell, one.heading(self.found.lang), self.found.lang, frame)
        if isinstance(found, str) and one.kind not in ("code", "text"):
            found = self._named(one, found)
        elif isinstance(found, str) and one.path == "category":
            found = self._category(found)
        if isinstance(found, Fault):
            self._fault(at, found)
            return None
        return found

    def _named(self, one: Field, said: str) -> object:
        """Return the words, names or codes that a text means."""
        if one.kind == "lines":
            return lines_of(said)
        if one.kind == "words":
            return parts_of(said, self._known(one.words))
        if one.kind == "sheet":
            return next((s.code for s in all_sheets() if said in _titles(s)), said)
        kind = "phases" if one.kind == "phase" else "actions"
        if not one.several:
            return self._meant(kind, said)
        codes = [self._meant(kind, part) for part in parts_of(said, self._all_names(kind))]
        fault = next((code for code in codes if isinstance(code, Fault)), None)
        return fault or codes

    def _known(self, name: str | None) -> list[str]:
        listed: list[str] = self.data.get("vocabulary", {}).get(name, {}).get("words", [])
        return listed

    def _category(self, said: str) -> str | Fault:
        known = self._known("category")
        if said in known:
            return said
        near = get_close_matches(said, known, n=1, cutoff=0.5)
        values = {"name": said, "known": self._listed(known)}
        return Fault("plan_sheet.category_unknown", values, near[0] if near else None)

    def _close(self, cell: Cell, at: At) -> None:
        """Close the word lists that a cell names."""
        known = {
            plain(list_name(name, lang)): name
            for name in Vocabulary.model_fields
            for lang in LANGUAGES
        }
        said = value_of(Field(""), cell, "", self.found.lang, Frame(self.today))
        if isinstance(said, Fault):
            self._fault(at, said)
            return
        for part in parts_of(said) if isinstance(said, str) else ():
            name = known.get(plain(part))
            if name is None:
                names = [list_name(one, self.found.lang) for one in Vocabulary.model_fields]
                values = {"name": part, "known": self._listed(names)}
                self._fault(at, Fault("plan_sheet.list_unknown", values))
            else:
                self._at(("vocabulary", name))["closed"] = True
                self.found.places["vocabulary", name, "closed"] = at

    def _listed(self, words: list[str]) -> str:
        if not words:
            return say("plan_sheet.none_declared", self.found.lang)
        return say("screen.between", self.found.lang).join(words[:_NAMED]) + (
            "…" if len(words) > _NAMED else ""
        )

    # Names of actions and phases ------------------------------------------------------------

    def _names(self, table: _Table | None) -> dict[str, set[str]]:
        """Map codes, names and aliases to the codes that they may mean."""
        found: dict[str, set[str]] = {}
        if table is None:
            return found
        aliases: dict[str, set[str]] = {}
        names: dict[str, set[str]] = {}
        codes: list[str] = []
        columns = {one.path: number for number, one in table.columns.items()}
        for row, _ in self._rows(table):
            said = {path: self._quiet(table.grid, row, at) for path, at in columns.items()}
            name, code = said.get("name", ""), said.get("code") or said.get("name", "")
            codes.append(code)
            names.setdefault(name, set()).add(code)
            for alias in parts_of(said.get("aliases", "")):
                aliases.setdefault(alias, set()).add(code)
        # A code means itself alone; a name goes before what others are called besides.
        return aliases | names | {code: {code} for code in codes if code}

    def _quiet(self, grid: Grid, row: int, column: int) -> str:
        found = value_of(Field(""), grid.cell(row, column), "", self.found.lang, Frame(self.today))
        return found if isinstance(found, str) else ""

    def _all_names(self, kind: str) -> dict[str, set[str]]:
        return self.codes[kind]

    def _meant(self, kind: str, said: str) -> str | Fault:
        """Return the code of the action or phase that is named."""
        names = self.codes[kind]
        meant = names.get(said) or {
            code for name, codes in names.items() if plain(name) == plain(said) for code in codes
        }
        if len(meant) == 1:
            return next(iter(meant))
        noun = kind.removesuffix("s")
        if meant:
            return Fault(f"plan_sheet.{noun}_ambiguous", {"name": said})
        listed = [one["name"] for one in self._raw(kind)]
        near = get_close_matches(said, names, n=1, cutoff=0.5)
        known = near[0] if near else self._listed(listed)
        values = {"name": said, "known": known}
        return Fault(f"plan_sheet.{noun}_unknown", values, near[0] if near else None)

    def _raw(self, kind: str) -> list[dict[str, str]]:
        return [{"name": name} for name, codes in self.codes[kind].items() if name]

    # The whole --------------------------------------------------------------------------

    def _at(self, place: Place) -> dict[str, Any]:
        """Return the table at a place of the plan, made where there is none yet."""
        here: Any = self.data
        for step, following in zip(place, (*place, "")[1:], strict=True):
            if isinstance(step, int):
                while len(here) <= step:
                    here.append({})
                here = here[step]
            else:
                here = here.setdefault(step, [] if isinstance(following, int) else {})
        found: dict[str, Any] = here
        return found

    def _check_codes(self) -> None:
        """Query codes that stand twice, each at the later one."""
        for into in (("phases",), ("actions",), ("indicators",), ("talks", "pairs")):
            listed: Any = self.data
            for step in into:
                listed = listed.get(step, {}) if isinstance(listed, dict) else {}
            seen: set[str] = set()
            for number, part in enumerate(listed or ()):
                code = part.get("code")
                if code in seen:
                    at = self.found.at((*into, number, "code"))
                    self._fault(at, Fault("plan_sheet.code_twice", {"code": code}))
                seen |= {code} if code else set()

    def _validate(self) -> None:
        """Make the plan, and keep what its rules say against it."""
        from pydantic import ValidationError

        try:
            plan = Plan.model_validate(self.data)
        except ValidationError as error:
            had = bool(self.found.faults)
            for one in error.errors():
                if not (had and not one["loc"]):
                    self._fault(self.found.at(broken_place(one)), broken_rule(one))
            return
        self.found.plan = plan if not self.found.faults else None


def _merged_down(table: _Table) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell that is merged with those above it where its value stands."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    down = (area for area in table.grid.merges or () if area[0] < area[2])
    for top, left, bottom, right in islice(down, _MOST_MERGES):
        columns = [column for column in table.columns if left <= column <= right]
        for row in range(top, min(bottom, table.grid.last_row) + 1):
            found |= {(row, column): (top, left) for column in columns}
    return found


def _inside(one: Field, inner: str | None) -> bool:
    return inner is not None and one.steps[0] == inner


def _titles(sheet: Any) -> tuple[str, ...]:
    return (sheet.code, sheet.title, sheet.english, *sheet.titles)


def _corner(grid: Grid) -> At:
    return At(grid.name, grid.first_row, grid.first_column)


def _filled(grid: Grid) -> bool:
    return any(as_text(cell) for row in grid.rows for cell in row)
