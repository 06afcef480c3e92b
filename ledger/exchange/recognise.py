"""Step 2: which kind of sheet a grid is, where its header is, which column is which."""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from typing import Final

from ledger.exchange.free_columns import free_columns
from ledger.exchange.headings import Head
from ledger.exchange.headings import Lexicon
from ledger.exchange.headings import Meaning
from ledger.exchange.headings import head_of
from ledger.exchange.headings import means_something
from ledger.exchange.note import Note
from ledger.exchange.plain import as_text
from ledger.exchange.plain import bare_heading
from ledger.exchange.plain import heading
from ledger.exchange.plain import plain
from ledger.exchange.read import Cell
from ledger.exchange.read import Grid
from ledger.exchange.read import column_letters
from ledger.exchange.spread import Spread
from ledger.exchange.spread import spread_over
from ledger.exchange.titles import Titles
from ledger.exchange.titles import read_titles
from ledger.keys import PREFIXES
from schemas import record
from schemas.plan import Plan
from schemas.plan import Words
from schemas.quantity import is_measure
from schemas.quantity import read_chinese_number
from schemas.sheet import Column
from schemas.sheet import Reading
from schemas.sheet import Sheet
from schemas.sheet_words import AHEAD
from schemas.sheet_words import NO_HEADING
from schemas.sheet_words import ORDINAL
from schemas.sheet_words import OWN_SHEETS
from schemas.sheet_words import UNFINISHED

if TYPE_CHECKING:
    from ledger.exchange.rows import Records
    from ledger.exchange.turned import Turned

#: How far down a header is looked for, how many rows it may have, how many columns.
_DEEPEST: Final = 24
_MOST_TITLES: Final = 8
_HEADER_ROWS: Final = 3
_WIDEST: Final = 300
#: How many of a column's values are looked at to settle what its heading means.
_SAMPLE: Final = 200
#: A longer text is no word of a list, although it may name one.
_LONGEST: Final = 30
#: A longer text is no heading of a form.
_LONGEST_HEADING: Final = 12
#: What somebody said comes before any word that is declared.
_SAID: Final = -1
#: A column that somebody said is not to be read.
IGNORED: Final = "ignore"
#: What headings were said to mean, for each kind of sheet: a heading, and the field.
Said = Mapping[str, Mapping[str, str]]
#: How many of the steps between numbers are those of counting, where they only count.
_RUNNING: Final = 0.75
_UNKNOWN: Final = "notes_sheets.unknown_columns"
#: How many columns that are known, or of no matter, a table has at least.
_FEWEST: Final = 2
#: A title of its own kind weighs as much as so many columns.
_TITLE_WEIGHT: Final = 3


@dataclass
class Table:
    """A grid that is known to be a kind of sheet.

    ``columns`` are the known columns and ``unknown`` the headings of the others, both by
    the column's number in the worksheet, counted from 1. ``first_row`` is the first row
    below the header. ``heads`` are the headings as they stand in the header's last row.
    ``records`` are kept by ``rows.records_of``, which is asked more than once.
    ``said`` are the columns of which a person has said what they mean, with the field.
    ``spread`` are the values that stand spread over several columns, by the first of them.
    ``said_of`` is the day or month of which the sheet says itself to be.
    ``periods`` are all months that the titles name, ``title_words`` the titles of every
    kind. ``whole``: nothing beside the table was passed over.
    """

    grid: Grid
    sheet: Sheet
    columns: dict[int, Column]
    unknown: dict[int, str]
    header_rows: tuple[int, ...]
    first_row: int
    titles: tuple[str, ...] = ()
    sender: str | None = None
    period: str | None = None
    month: int | None = None
    year: int | None = None
    written_on: date | None = None
    nothing_changed: bool = False
    notes: list[Note] = field(default_factory=list)
    heads: dict[int, Head] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    said: dict[int, str] = field(default_factory=dict)
    periods: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    whole: bool = True
    records: "Records | None" = None
    said_of: str | None = None
    #: How a sheet that stood on its side was turned; the grid is then the turned one.
    turned: "Turned | None" = None
    spread: dict[int, Spread] = field(default_factory=dict)

    def column_of(self, field_name: str) -> int | None:
        """Return the number of the column of a field, or None."""
        return next((n for n, column in self.columns.items() if column.field == field_name), None)

    def heading_of(self, column: int) -> str:
        """Return the heading of a column as the sender wrote it."""
        head = self.heads.get(column)
        return head.text if head is not None else column_letters(column)


@dataclass(frozen=True)
class Nearest:
    """The kind that a grid comes nearest to: what it lacks, and what it has that is not known.

    ``lacking`` are the fields with their headings, ``left`` the headings of the grid.
    ``form``: its headings stand one below another, each beside its value. ``across`` are
    words of one list that head a column each, with what is said of them below.
    """

    sheet: Sheet
    lacking: tuple[tuple[str, str], ...]
    left: tuple[str, ...] = ()
    form: bool = False
    across: tuple[str, ...] = ()


@dataclass
class _Settled:
    """What the columns below a header were settled to mean for one kind of sheet."""

    lexicon: Lexicon
    columns: dict[int, Column] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    left: set[int] = field(default_factory=set)
    said: dict[int, str] = field(default_factory=dict)

    @property
    def fields(self) -> set[str]:
        return {column.field for column in self.columns.values()}

    def tells(self) -> bool:
        """Tell whether the sheet has the columns without which it is not of its kind."""
        return not self.lacking()

    def lacking(self) -> list[str]:
        """Return the fields that it would have to have columns for, in its nearest shape."""
        sheet = self.lexicon.sheet
        return min(map(self._lacking, (sheet.tells, *sheet.tells_too)), key=len)

    def _lacking(self, tells: Sequence[str]) -> list[str]:
        fields = self.fields
        return [
            tell
            for tell in tells
            if not any(
                name.startswith(tell) if tell.endswith(":") else name == tell for name in fields
            )
        ]

    def titled(self, texts: Sequence[str]) -> bool:
        """Tell whether titles of its own kind say what it has no column for."""
        columns = map(self.lexicon.sheet.column, self.lacking())
        return bool(self.lexicon.title_length(texts)) and all(
            column is not None and in_title(column, texts) is not None for column in columns
        )

    def take(self, columns: Mapping[int, Column]) -> None:
        """Let columns mean something that meant nothing so far."""
        self.columns |= columns
        self.left -= columns.keys()

    def lone(self) -> bool:
        """Tell whether one column alone is known among several that are not."""
        return len(self.columns) == 1 and len(self.left) > 1 and not self.said


@dataclass
class _Header:
    """A place where a header may stand: its rows and the headings of its columns."""

    first: int
    last: int
    heads: dict[int, Head]

    @cached_property
    def ignored(self) -> int:
        return sum(head.ignored for head in self.heads.values())


class Recogniser:
    """Recognises many grids against the same sheets and plan."""

    def __init__(self, sheets: Iterable[Sheet], plan: Plan) -> None:
        self.plan = plan
        self.lexicons = [Lexicon(sheet, plan) for sheet in sheets]
        self._words = frozenset[str]().union(*(lexicon.words for lexicon in self.lexicons))
        self._fixed_words = frozenset(
            heading(word)
            for lexicon in self.lexicons
            for column in lexicon.declared.columns
            for word in column.headings
        )
        self._titles = tuple({title for lexicon in self.lexicons for title in lexicon.titles})
        self._kinds: dict[str, list[str]] = {}
        for lexicon in self.lexicons:
            for word in lexicon.words:
                self._kinds.setdefault(word, []).append(lexicon.sheet.code)

    def recognise(
        self, grid: Grid, *, only: str | None = None, said: Said | None = None
    ) -> Table | None:
        """Return the table of a grid, or None where it is no sheet that is declared."""
        if not grid.rows or any(plain(grid.name).startswith(own) for own in OWN_SHEETS):
            return None
        for lexicons in self._in_question(grid, only):
            found = self._best(grid, lexicons, said or {})
            if found is not None:
                return self._table(grid, *found)
        return None

    def _is_form(self, grid: Grid, header: _Header, settled: _Settled) -> bool:
        """Tell whether further headings stand below those that tell the kind, as in a form."""
        if grid.mark is not None:
            return False
        tells = settled.lexicon.sheet.tells
        numbers = [number for number, column in settled.columns.items() if column.field in tells]
        said = [as_text(value) for number in numbers for value in _below(grid, header, number)]
        said = [text for text in said if text][:_SAMPLE]
        short = (text for text in said if len(text) < _LONGEST_HEADING)
        headed = sum(bare_heading(text) in self._fixed_words for text in short)
        return headed > 1 and headed * 2 > len(said)

    def nearest(self, grid: Grid, only: str | None) -> "Nearest | None":
        """Return the kind that a grid comes nearest to, where it is none; None: it has nothing.

        Of what it lacks, a person may say which column it is.
        """
        best: tuple[tuple[int, int, int], Nearest] | None = None
        [lexicons] = self._in_question(grid, only)[-1:]
        for header in _headers(grid, self._words) if grid.rows else ():
            titles = read_titles(_above(grid, header))
            for lexicon in lexicons:
                settled = self._settle(grid, header, lexicon, {})
                length = lexicon.title_length((*titles.texts, grid.name))
                weight = len(settled.columns) + (_TITLE_WEIGHT if length else 0)
                score = weight, -len(settled.lacking()), header.first - header.last
                known = len(settled.columns) + bool(header.ignored)
                if known > 1 and settled.columns and (best is None or score > best[0]):
                    best = score, self._nearest(grid, header, settled)
        if best is None and only is not None and lexicons:
            return Nearest(lexicons[0].sheet, self._lacking(_Settled(lexicons[0])))
        return best[1] if best else None

    def _nearest(self, grid: Grid, header: _Header, settled: _Settled) -> "Nearest":
        heads = [header.heads[number] for number in sorted(settled.left)]
        themes = [head.leaf for head in heads if self.plan.vocabulary.theme.meaning(head.leaf)]
        headed = sum(
            any(bare_heading(text) in self._words for text in map(as_text, row) if text)
            for row in grid.rows[:_DEEPEST]
        )
        return Nearest(
            settled.lexicon.sheet,
            self._lacking(settled),
            tuple(head.text for head in heads),
            form=headed > _HEADER_ROWS,
            across=tuple(themes) if len(themes) > 1 else (),
        )

    def _lacking(self, settled: _Settled) -> tuple[tuple[str, str], ...]:
        columns = filter(None, map(settled.lexicon.sheet.column, settled.lacking()))
        return tuple((column.field, column.heading(self.plan.language)) for column in columns)

    def _in_question(self, grid: Grid, only: str | None) -> list[list[Lexicon]]:
        """Return the kinds to be tried: the one that is said or marked, then all."""
        if only is not None:
            return [[lexicon for lexicon in self.lexicons if lexicon.sheet.code == only]]
        marked = grid.mark.sheet if grid.mark else None
        first = [lexicon for lexicon in self.lexicons if lexicon.sheet.code == marked]
        return [first, self.lexicons] if first else [self.lexicons]

    def _best(
        self, grid: Grid, lexicons: Sequence[Lexicon], said: Said
    ) -> tuple[_Header, _Settled, Titles] | None:
        """Return the header and the kind that know the most columns; a title counts, too.

        Of two tables that stand one below the other, the first one is meant.
        """
        known: list[_Candidate] = []
        words = self._words.union(*said.values())
        for header in _headers(grid, words):
            titles = None
            for lexicon in self._with_columns(header, lexicons, said):
                settled = self._settle(grid, header, lexicon, said)
                sparse = len(settled.columns) + header.ignored < _FEWEST
                if sparse and not (settled.columns and lexicon.sheet.free):
                    continue
                titles = titles or read_titles(_above(grid, header))
                told = settled.tells() or _has_our_numbers(grid, header, settled)
                told = told or settled.titled(titles.texts)
                if not told and not (
                    lexicon.title_length(titles.texts) and _free(grid, header, settled)
                ):
                    continue
                length = lexicon.title_length((*titles.texts, grid.name))
                if settled.lone() and not length and len(lexicons) > 1:
                    continue
                if self._is_form(grid, header, settled):
                    continue
                weight = len(settled.columns) + (_TITLE_WEIGHT if length else 0)
                # What fits a kind with something fixed fits the kind that leaves it open.
                plainer = not lexicon.sheet.fixed
                score = (weight, length, plainer, header.first - header.last)
                known.append((score, header, settled, titles))
        best = max(known, key=_score, default=None)
        while best is not None:
            earlier = [one for one in known if _stands_above(grid, one, best)]
            if not earlier:
                return best[1:]
            best = max(earlier, key=_score)
        return None

    def _with_columns(
        self, header: _Header, lexicons: Sequence[Lexicon], said: Said
    ) -> Iterator[Lexicon]:
        """Yield the kinds that know as many of a header's headings as a table needs."""
        known = Counter[str]()
        for head in header.heads.values():
            known.update(self._kinds_of(head))
        for lexicon in lexicons:
            code = lexicon.sheet.code
            enough = 1 if lexicon.sheet.free else _FEWEST - header.ignored
            if known[code] >= enough or said.get(code):
                yield lexicon

    def _kinds_of(self, head: Head) -> set[str]:
        """Return the kinds on whose sheets a heading means something, or may."""
        return {code for word in head.forms for code in self._kinds.get(word, ())}

    def _settle(self, grid: Grid, header: _Header, lexicon: Lexicon, said: Said) -> _Settled:
        settled = _Settled(lexicon)
        columns = _columns_said(header.heads, lexicon, said.get(lexicon.sheet.code) or {})
        unclear: dict[int, list[Reading]] = {}
        claims: dict[str, tuple[int, int]] = {}
        for number, head in header.heads.items():
            if head.ignored and number not in columns:
                continue
            meaning = columns.get(number) or lexicon.meaning(head)
            readings = [] if meaning else lexicon.readings(head)
            if readings:
                unclear[number] = readings
            if meaning is None:
                settled.left.add(number)
                continue
            claim = claims.get(meaning.column.field)
            if claim is None or meaning.rank < claim[1]:
                if claim is not None:
                    settled.columns.pop(claim[0])
                    settled.left.add(claim[0])
                claims[meaning.column.field] = number, meaning.rank
                settled.columns[number] = meaning.column
            else:
                settled.left.add(number)
        settled.said = {
            number: settled.columns[number].field for number in columns if number in settled.columns
        }
        self._settle_unclear(grid, header, settled, unclear)
        return settled

    def _take_spread(self, table: Table, header: _Header, settled: _Settled) -> None:
        """Take the values that the header spreads over several columns."""
        left = {n: header.heads[n] for n in sorted(settled.left) if n in header.heads}
        if len(left) < 2:
            return
        below = {number: _below(table.grid, header, number) for number in left}
        found = spread_over(left, below, settled.fields, settled.lexicon, self.plan)
        for column, spread in found:
            table.columns[spread.columns[0]] = column
            table.spread[spread.columns[0]] = spread
            settled.left -= set(spread.columns)
            heads = [header.heads[number] for number in spread.columns]
            said = {
                "headings": "、".join(head.leaf for head in heads),
                "meaning": settled.lexicon.clear_heading(column, self.plan.language),
            }
            key = "ticked_columns" if spread.words else "months_of_column"
            table.notes.append(Note(f"notes_sheets.{key}", said))
        table.columns = dict(sorted(table.columns.items()))

    def _settle_unclear(
        self, grid: Grid, header: _Header, settled: _Settled, unclear: dict[int, list[Reading]]
    ) -> None:
        for number, readings in unclear.items():
            head = header.heads[number]
            taken = settled.fields
            chosen = next(
                (
                    reading
                    for reading in readings
                    if not head.supporting
                    and reading.field not in taken
                    and (not reading.beside or taken.intersection(reading.beside))
                    and not taken.intersection(reading.without)
                    and self._values_agree(grid, header, number, reading, settled.lexicon)
                    and (not reading.ahead or _lies_ahead(grid, header, number, settled))
                ),
                None,
            )
            column = settled.lexicon.sheet.column(chosen.field) if chosen else None
            if column is None:
                continue
            settled.columns[number] = column
            settled.left.discard(number)
            unclear_here = len({reading.field for reading in readings}) > 1
            if unclear_here and grid.mark is None and chosen is not None and not chosen.quiet:
                said = {
                    "heading": head.text,
                    "column": column_letters(number),
                    "meaning": settled.lexicon.clear_heading(column, self.plan.language),
                }
                settled.notes.append(Note("notes_sheets.ambiguous_heading", said))

    def _values_agree(
        self, grid: Grid, header: _Header, number: int, reading: Reading, lexicon: Lexicon
    ) -> bool:
        """Tell whether most values below a heading are words of the list that is named."""
        if reading.values is None:
            return True
        values = [plain(as_text(value)) for value in _below(grid, header, number)]
        said = [value for value in values if value][:_SAMPLE]
        listed: Words | None = getattr(self.plan.vocabulary, reading.values, None)
        if listed is not None:
            hits = _naming(said, listed)
        elif reading.values == "measure":
            hits = sum(map(is_measure, said))
        else:
            column = lexicon.sheet.column(reading.field)
            known = column.codes.by_word if column and column.codes else {}
            # Prose may begin with a status and say more; what only names one is short.
            hits = sum(value in known for value in said)
        return hits * 2 > len(said)

    def _table(self, grid: Grid, header: _Header, settled: _Settled, titles: Titles) -> Table:
        settled.take(_free(grid, header, settled))
        table = Table(
            grid,
            settled.lexicon.sheet,
            dict(sorted(settled.columns.items())),
            {},
            tuple(range(header.first, header.last + 1)),
            header.last + 1,
            titles.texts,
            titles.sender,
            titles.period,
            titles.month,
            titles.year,
            titles.written_on,
            titles.nothing_changed,
            settled.notes,
            header.heads,
            self._words,
            settled.said,
            titles.periods,
            self._titles,
        )
        _numbers(table, settled)
        self._take_spread(table, header, settled)
        table.unknown = _unknown(grid, header, settled.left)
        _say_the_rest(table)
        return table


def _free(grid: Grid, header: _Header, settled: _Settled) -> dict[int, Column]:
    """Return the columns of numbers that a kind of sheet takes whatever they are called."""
    sheet = settled.lexicon.sheet
    if sheet.free is None:
        return {}
    left = settled.left - settled.said.keys()
    below = {number: _below(grid, header, number) for number in left}
    heads = {number: head for number, head in header.heads.items() if number not in settled.said}
    return free_columns(sheet, heads, below, settled.columns, left)


def in_title(column: Column, texts: Sequence[str]) -> str | None:
    """Return what titles say in the place of a column, or None."""
    if column.titled is None:
        return None
    found = {one.group() for text in texts for one in column.titled.finditer(plain(text))}
    return found.pop() if len(found) == 1 else None


def _columns_said(
    heads: Mapping[int, Head], lexicon: Lexicon, said: Mapping[str, str]
) -> dict[int, Meaning]:
    """Return the columns of which somebody said what they mean, as far as that may be said.

    A column that tells who spoke does so whatever it is called; one to be ignored is
    treated as one, so that nothing of it is kept.
    """
    numbers = columns_headed(heads, said) if said else {}
    if not numbers:
        return {}
    private = lexicon.telling_who_spoke(heads)
    found = {}
    for word, number in numbers.items():
        name = heads[number].text
        column = lexicon.sheet.column(said[word])
        if said[word] == IGNORED:
            column = Column(f"hidden:{number}", (name,), name, "private")
        if column is not None and (column.private or number not in private):
            found[number] = Meaning(column, _SAID)
    return found


def columns_headed(heads: Mapping[int, Head], words: Iterable[str]) -> dict[str, int]:
    """Map headings, in the form in which they are compared, to the one column of each."""
    whole = {heading(head.text): number for number, head in heads.items()}
    own: dict[str, list[int]] = {}
    for number, head in heads.items():
        own.setdefault(heading(head.leaf), []).append(number)
    found = {}
    for word in words:
        numbers = [whole[word]] if word in whole else own.get(word, [])
        if len(numbers) == 1:
            found[word] = numbers[0]
    return found


#: How well a kind fits below a header, and what it then is.
_Candidate = tuple[tuple[int, int, bool, int], _Header, _Settled, Titles]


def _has_our_numbers(grid: Grid, header: _Header, settled: _Settled) -> bool:
    """Tell whether numbers of ours stand in a sheet: what they are of need not be said again."""
    number = next((n for n, column in settled.columns.items() if column.field == "no"), None)
    said = [as_text(value) for value in _below(grid, header, number)] if number else []
    prefix = record.of(settled.lexicon.sheet.record).prefix
    return prefix is not None and any(
        is_number(one) and plain(one).upper().startswith(prefix) for one in said
    )


def _score(candidate: _Candidate) -> tuple[int, int, bool, int]:
    return candidate[0]


def _stands_above(grid: Grid, one: _Candidate, other: _Candidate) -> bool:
    """Tell whether a table with rows of its own ends above another's header."""
    _, header, settled, _ = one
    _, below, found, _ = other
    if header.last >= below.first:
        return False
    if settled.lexicon is not found.lexicon and not _all_headings(header, settled):
        return False
    tells = [
        n for n, column in settled.columns.items() if column.field in settled.lexicon.sheet.tells
    ]
    rows = range(header.last + 1, below.first)
    return any(
        _is_row(grid, row) and any(as_text(grid.cell(row, n)) for n in tells) for row in rows
    )


def _all_headings(header: _Header, settled: _Settled) -> bool:
    """Tell whether most of a row's cells are headings; between labels and names stand others."""
    return (len(settled.columns) + header.ignored) * 5 >= 3 * len(header.heads)


def _is_row(grid: Grid, row: int) -> bool:
    """Tell whether more than a title stands in a row."""
    return sum(bool(as_text(cell)) for cell in grid.rows[row - grid.first_row]) > 1


def _lies_ahead(grid: Grid, header: _Header, number: int, settled: _Settled) -> bool:
    """Tell whether any value of a column is yet to come: by its words, or by the work's status."""
    status = next(((n, c) for n, c in settled.columns.items() if c.field == "status"), None)
    words = status[1].codes.by_word if status and status[1].codes else {}
    unfinished = {plain(word) for word, code in words.items() if code in UNFINISHED}
    standings = _below(grid, header, status[0]) if status else []
    for place, value in enumerate(_below(grid, header, number)):
        text = plain(as_text(value))
        if isinstance(value, str) and len(text) < _LONGEST and AHEAD.search(text):
            return True
        standing = plain(as_text(standings[place])) if place < len(standings) else ""
        if standing in unfinished and any(map(str.isdecimal, text)):
            return True
    return False


def recognise(
    grid: Grid,
    sheets: Sequence[Sheet],
    plan: Plan,
    *,
    only: str | None = None,
    said: Said | None = None,
) -> Table | None:
    """Return the table of a grid, or None where it is no sheet that is declared."""
    return _recogniser(sheets, plan).recognise(grid, only=only, said=said)


def nearest(
    grids: Iterable[Grid], sheets: Sequence[Sheet], plan: Plan, only: str | None
) -> Nearest | None:
    """Return the kind that the first of some grids comes nearest to that is near to any."""
    recogniser = _recogniser(sheets, plan)
    found = (recogniser.nearest(grid, only) for grid in grids)
    return next((one for one in found if one is not None), None)


def _recogniser(sheets: Sequence[Sheet], plan: Plan) -> Recogniser:
    latest = _latest.get("latest")
    if latest is None or latest[0] is not sheets or latest[1] is not plan:
        latest = _latest["latest"] = (sheets, plan, Recogniser(sheets, plan))
    return latest[2]


#: A run reads many grids against the same sheets and plan; their words are gathered once.
_latest: dict[str, tuple[Sequence[Sheet], Plan, Recogniser]] = {}


def _naming(said: list[str], listed: Words) -> int:
    """Return how many texts name a word of a list."""
    others = (word for aliases in listed.aliases.values() for word in aliases)
    words = {plain(word) for word in (*listed.words, *others)}
    return sum(
        count
        for value, count in Counter(said).items()
        if len(value) < _LONGEST and any(word in value for word in words)
    )


# Where the header is ------------------------------------------------------------------------


def _headers(grid: Grid, words: frozenset[str]) -> Iterable[_Header]:
    """Yield the places where a header may stand."""
    top = _Top(grid)
    titles = 0
    hits = _Hits(top, words)
    for first in top.numbers:
        if titles > _MOST_TITLES:
            return
        titles += top.filled(first)
        if top.distinct(first) < 2 or top.hangs_from_above(first):
            continue
        least = top.tallest(first)
        for depth in range(least, max(least, _HEADER_ROWS) + 1):
            rows = range(first, first + depth)
            heads = top.heads(rows) if sum(map(hits.__getitem__, rows)) > 1 else None
            if heads:
                yield _Header(first, first + depth - 1, heads)


class _Hits(dict[int, int]):
    """How many cells of a row may be headings, counted where a header may begin above it."""

    def __init__(self, top: "_Top", words: frozenset[str]) -> None:
        super().__init__()
        self._top = top
        self._words = words

    def __missing__(self, row: int) -> int:
        found = self[row] = self._top.hits(row, self._words)
        return found


class _Top:
    """The first rows of a grid with their merged cells filled."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        deepest = min(grid.last_row, grid.first_row + _DEEPEST)
        self.numbers = range(grid.first_row, deepest + 1)
        width = min(max(map(len, grid.rows[: _DEEPEST + 1])), _WIDEST)
        self.columns = range(grid.first_column, grid.first_column + width)
        self.texts = {
            (row, column): text
            for row, cells in zip(self.numbers, grid.rows, strict=False)
            for column, cell in zip(self.columns, cells, strict=False)
            if (text := as_text(cell))
        }
        self.areas = [area for area in grid.merges or () if area[0] <= deepest]
        self.across = {area[0] for area in self.areas if area[1] < area[3]}
        self._fill()

    def _fill(self) -> None:
        for top, left, bottom, right in self.areas:
            text = self.texts.get((top, left))
            for row in range(top, min(bottom, self.numbers[-1]) + 1) if text else ():
                for column in range(left, min(right, self.columns[-1]) + 1):
                    self.texts[row, column] = text or ""

    def filled(self, row: int) -> bool:
        """Tell whether anything stands in a row."""
        return any((row, column) in self.texts for column in self.columns)

    def distinct(self, row: int) -> int:
        """Return how many different texts stand in a row."""
        return len({self.texts[row, c] for c in self.columns if (row, c) in self.texts})

    def hangs_from_above(self, row: int) -> bool:
        """Tell whether a merged cell of the row began in one above it."""
        return any(top < row <= bottom for top, left, bottom, _ in self.areas)

    def tallest(self, row: int) -> int:
        """Return how many rows the tallest merged cell that begins in a row covers."""
        tall = [bottom - row + 1 for top, _, bottom, _ in self.areas if top == row]
        return min(max(tall, default=1), _HEADER_ROWS + 1)

    def hits(self, row: int, words: frozenset[str]) -> int:
        """Return how many cells of a row may be headings."""
        texts = (self.texts.get((row, column)) for column in self.columns)
        return sum(text is not None and means_something(text, words) for text in texts)

    def heads(self, rows: range) -> dict[int, Head]:
        """Return the headings of the columns for a header of some rows."""
        heads = {}
        groups: dict[int, str] = {}
        for column in self.columns:
            parts: list[str] = []
            for row in rows:
                text = self.texts.get((row, column))
                if text:
                    groups[row] = text
                elif self._grouped(row, rows[-1], column):
                    text = groups.get(row)
                if text and (not parts or parts[-1] != text):
                    parts.append(text)
            if parts:
                heads[column] = head_of(tuple(parts))
        return heads

    def _grouped(self, row: int, last: int, column: int) -> bool:
        """Tell whether an empty cell above a heading belongs to the group on its left."""
        below = any((lower, column) in self.texts for lower in range(row + 1, last + 1))
        return below and row not in self.across


def _above(grid: Grid, header: _Header) -> Sequence[list[Cell]]:
    return grid.rows[max(0, header.first - grid.first_row - 16) : header.first - grid.first_row]


def _below(grid: Grid, header: _Header, number: int) -> list[Cell]:
    start = header.last + 1 - grid.first_row
    place = number - grid.first_column
    return [row[place] for row in grid.rows[start : start + 5 * _SAMPLE] if place < len(row)]


# What is left over --------------------------------------------------------------------------


def _numbers(table: Table, settled: _Settled) -> None:
    """Tell our own numbers from the sender's, and both from numbers of rows."""
    number = table.column_of("no")
    theirs = table.sheet.column("ext_no")
    if number is None or theirs is None:
        return
    start = table.first_row - table.grid.first_row
    place = number - table.grid.first_column
    said = [text for row in table.grid.rows[start:] if (text := plain(as_text(row[place])))]
    if not said or any(map(is_number, said)):
        return
    heading = table.heading_of(number)
    del table.columns[number]
    if _runs(said):
        table.notes.append(Note("notes_sheets.row_numbers", {"heading": heading}))
    elif table.column_of("ext_no") is None and len(set(said)) == len(said):
        table.columns[number] = theirs
        table.columns = dict(sorted(table.columns.items()))
        table.notes.append(Note("notes_sheets.senders_numbers", {"heading": heading}))
    else:
        settled.left.add(number)


def is_number(text: str) -> bool:
    """Tell whether a text has the form of our own numbers."""
    head = text.lstrip()[:2]
    return (head if head.isascii() else plain(text)[:2]).upper() in PREFIXES


def _runs(said: list[str]) -> bool:
    """Tell whether numbers only count the rows, in whatever form.

    They may begin again with each part, go one deeper, and leave one out where a row was
    taken away: to take those for a sender's own numbers would match the wrong rows later.
    """
    numbers = list(map(_ordinal, said))
    if not all(numbers) or set(numbers[0]) != {1}:
        return False
    steps = sum(_follows(a, b) for a, b in pairwise(numbers))
    return steps >= _RUNNING * (len(numbers) - 1)


def _ordinal(text: str) -> tuple[int, ...]:
    """Return the levels of a number that counts rows; none where it is no such number."""
    found = ORDINAL.match(text)
    if found is None:
        return ()
    said = found["number"]
    first = int(said) if said.isdecimal() else read_chinese_number(said)
    if first is None:
        return ()
    return (first, *(int(level) for level in re.findall(r"\d+", found["rest"])))


def _follows(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Tell whether a number comes right after another, or begins a row of its own."""
    deep = len(other) - 1
    return other[-1] == 1 or (len(one) > deep and other == (*one[:deep], one[deep] + 1))


def _unknown(grid: Grid, header: _Header, left: set[int]) -> dict[int, str]:
    """Return the headings of the columns that nothing is known of, each one once."""
    found: dict[int, str] = {}
    width = min(len(grid.rows[0]), _WIDEST)
    for number in range(grid.first_column, grid.first_column + width):
        head = header.heads.get(number)
        if head is None and not any(_below(grid, header, number)):
            continue
        if head is None:
            found[number] = NO_HEADING.format(letters=column_letters(number))
        elif number in left:
            found[number] = head.text
    return _told_apart(found)


def _told_apart(headings: dict[int, str]) -> dict[int, str]:
    seen: dict[str, int] = {}
    apart = {}
    for number, said in headings.items():
        seen[said] = seen.get(said, 0) + 1
        apart[number] = said if seen[said] == 1 else f"{said} ({seen[said]})"
    return apart


def say_unknown(table: Table) -> None:
    """Note which columns nothing is known of, in the place of what was said of them before."""
    table.notes = [note for note in table.notes if note.key != _UNKNOWN]
    if table.unknown:
        headings = ", ".join(table.unknown.values())
        table.notes.append(Note(_UNKNOWN, {"headings": headings}))


def _say_the_rest(table: Table) -> None:
    """Note what the receipt has to name: columns nothing is known of, and what is hidden."""
    grid = table.grid
    say_unknown(table)
    rows = [row for row in grid.hidden_rows if table.first_row <= row <= grid.last_row]
    if rows:
        table.notes.append(Note("notes_sheets.hidden_rows", {"count": len(rows)}))
    columns = sorted(grid.hidden_columns & {*table.columns, *table.unknown})
    if columns:
        letters = ", ".join(map(column_letters, columns))
        table.notes.append(Note("notes_sheets.hidden_columns", {"columns": letters}))
    if not grid.visible:
        table.notes.append(Note("notes_sheets.hidden_sheet", {"sheet": grid.name}))
    if grid.merges is None:
        table.notes.append(Note("notes_sheets.merges_unknown", {}))
