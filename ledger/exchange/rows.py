"""Which rows below a header are records, and why the others are none."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from itertools import compress
from itertools import pairwise
from typing import Final

from ledger.exchange.headings import means_something
from ledger.exchange.plain import as_text
from ledger.exchange.plain import heading
from ledger.exchange.plain import plain
from ledger.exchange.read import Cell
from ledger.exchange.read import columns_of
from ledger.exchange.recognise import Table
from ledger.exchange.recognise import is_number
from schemas.sheet_words import AMONG
from schemas.sheet_words import COLUMN_NUMBERS
from schemas.sheet_words import COUNTED
from schemas.sheet_words import FOOTER
from schemas.sheet_words import INSTRUCTION
from schemas.sheet_words import LABELLED
from schemas.sheet_words import PART_NUMBER
from schemas.sheet_words import SECTION
from schemas.sheet_words import SENTENCE
from schemas.sheet_words import SPECIAL_ROW
from schemas.sheet_words import TOTAL

BLANK: Final = "blank"
TOTALS: Final = "total"
FOOT: Final = "footer"
PART: Final = "section"
HEADER: Final = "header"
NUMBERS: Final = "column_numbers"
OTHER: Final = "other_table"

_NOTHING: Final[frozenset[Cell]] = frozenset({None, ""})
#: Rows at the end that are always looked at: footers stand there.
_TAIL: Final = 40
#: How far right the label of a total, a footer or a part may begin.
_LABEL_COLUMNS: Final = 3
_LONGEST_LABEL: Final = 40
_LONGEST_HEADING: Final = 16
#: How many rows of titles may stand above a header that is repeated.
_MOST_TITLES: Final = 4
#: The name of a part has nothing beside it but a number: a row with so many cells says more.
#: With fewer headings, none begins another table.
_FEW: Final = 3
#: How many of our own headings repeat the header.
_REPEATED: Final = 2
#: A row with nothing but its own number, however that is written, is empty.
_ROW_NUMBER: Final = 5


@dataclass
class Records:
    """The rows that are records, and what the rows between them say.

    ``breaks`` are the indexes before which nothing is carried down; ``parts`` name the
    part of the table that each index lies in, where it has a name. ``strange`` are the
    indexes of rows below another table's header: they cannot be read under ours.
    ``below`` is where the first such table begins: the row of its titles, of its header.
    """

    numbers: list[int] = field(default_factory=list)
    columns: list[Sequence[Cell]] = field(default_factory=list)
    set_aside: list[tuple[int, str]] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    parts: dict[int, str] = field(default_factory=dict)
    strange: set[int] = field(default_factory=set)
    below: tuple[int, int] | None = None


def records_of(table: Table) -> Records:
    """Return the rows of a table that are records, the others set aside with a reason."""
    if table.records is None:
        table.records = _sorted_out(table)
    return table.records


def _sorted_out(table: Table) -> Records:
    lines = table.grid.rows[table.first_row - table.grid.first_row :]
    sorter = _Sorter(table, lines)
    reasons = sorter.reasons()
    numbers = range(table.first_row, table.first_row + len(lines))
    if not reasons:
        return Records(list(numbers), sorter.columns)
    taken = [index not in reasons for index in range(len(lines))]
    found = Records(
        list(compress(numbers, taken)),
        [list(compress(column, taken)) for column in sorter.columns],
    )
    _between(found, sorter, reasons, taken)
    if sorter.strange:
        strange = {table.first_row + index for index in sorter.strange}
        found.strange = {at for at, number in enumerate(found.numbers) if number in strange}
    if sorter.below is not None:
        start, header = sorter.below
        found.below = table.first_row + start, table.first_row + header
    return found


def _between(
    found: Records, sorter: "_Sorter", reasons: dict[int, str], taken: Sequence[bool]
) -> None:
    """Keep the rows that are no records, and what they say of the records below them."""
    last = max((index for index, take in enumerate(taken) if take), default=-1)
    part: tuple[int, str] | None = None
    for passed, index in enumerate(sorted(reasons)):
        reason = reasons[index]
        at = index - passed
        if reason != BLANK or index < last:
            found.set_aside.append((sorter.table.first_row + index, reason))
        if reason in (PART, TOTALS):
            found.breaks.add(at)
        if reason == PART:
            found.parts |= _lying_in(part, at)
            part = at, sorter.named[index]
    found.parts |= _lying_in(part, len(found.numbers))


def _lying_in(part: tuple[int, str] | None, end: int) -> dict[int, str]:
    """Return the name of a part for each record from its first to the one before ``end``."""
    return dict.fromkeys(range(part[0], end), part[1]) if part else {}


class _Sorter:
    """Tells records from the other rows; only rows that stand out are looked at closely."""

    def __init__(self, table: Table, lines: Sequence[list[Cell]]) -> None:
        self.table = table
        self.lines = lines
        width = len(table.grid.rows[0])
        self.columns: list[Sequence[Cell]] = columns_of(lines) if lines else [()] * width
        first = table.grid.first_column
        self.known = sorted(number - first for number in table.columns)
        self.meant = sorted({*self.known, *(number - first for number in table.unknown)})
        self.required = [
            number - first for number, column in table.columns.items() if column.required
        ]
        # Left empty in group after group: such rows stand out by another column, or not at all.
        self.carried = {number - first for number, c in table.columns.items() if c.carried}
        self.heads = {
            number - first: heading(head.leaf)
            for number, head in table.heads.items()
            if number in table.columns
        }
        self.raw_heads = {
            number - first: {table.grid.cell(row, number) for row in table.header_rows} - _NOTHING
            for number in table.columns
        }
        self.titles = frozenset(map(plain, table.titles))
        self.strange: set[int] = set()
        self.below: tuple[int, int] | None = None
        #: The names of the parts, by the row that names them.
        self.named: dict[int, str] = {}
        self.numbered = self._numbered()
        self.across: dict[tuple[int, int], int] = {}
        self.covered: set[tuple[int, int]] = set()
        self._areas()

    def _areas(self) -> None:
        """Keep how wide merged cells are, and which required cells lie in one from above."""
        first = self.table.grid.first_column
        required = {place + first for place in self.required}
        last = self.table.first_row + len(self.lines) - 1
        for top, left, bottom, right in self.table.grid.merges or ():
            if bottom < self.table.first_row:
                continue
            self.across[top - self.table.first_row, left - first] = right - left + 1
            if left in required and bottom > top:
                for row in range(top + 1, min(bottom, last) + 1):
                    self.covered.add((row - self.table.first_row, left - first))

    def reasons(self) -> dict[int, str]:
        """Return why rows are no records, by their index below the header."""
        reasons: dict[int, str] = {}
        state = None
        candidates = sorted(self._candidates())
        other_until = -1
        for index in candidates:
            if index <= other_until:
                continue
            reason = self._reason(index, after_footer=state == FOOT)
            if reason == HEADER:
                state = None
            elif reason == FOOT:
                state = FOOT
            if reason is not None:
                reasons[index] = reason
            if reason == OTHER:
                start = self._start_of_other(index, reasons)
                reasons = dict.fromkeys(range(start, index), OTHER) | reasons
                self.below = self.below or (start, index)
                other_until = self._end_of_other(index)
                reasons |= self._rows_of_other(range(index + 1, other_until + 1))
        return reasons

    def _start_of_other(self, header: int, reasons: dict[int, str]) -> int:
        """Return the first row of the titles above another table's header."""
        start = header
        while (
            start > max(0, header - _MOST_TITLES)
            and reasons.get(start - 1) != FOOT
            and self._titles_other(start - 1)
        ):
            start -= 1
        return start

    def _titles_other(self, index: int) -> bool:
        """Tell whether a row holds nothing, or but the title of the table that begins below it."""
        texts = self._texts(index) if index not in self.numbered else [(0, "")] * 2
        if len(texts) != 1:
            return not texts
        place, text = texts[0]
        said = any(title in text for title in self.table.title_words)
        return said or (place not in self.required and self._missing(index))

    def _rows_of_other(self, rows: range) -> dict[int, str]:
        """Return why rows of another table are no records; keep those that are its records."""
        reasons = {}
        for index in rows:
            reason = None if index in self.numbered else self._reason(index, after_footer=False)
            if reason is None:
                self.strange.add(index)
            else:
                reasons[index] = OTHER if reason == PART else reason
        return reasons

    def _end_of_other(self, index: int) -> int:
        """Return the last row of another table that begins at a row."""
        for later in range(index + 1, len(self.lines)):
            if self._repeats_header(self._texts(later)):
                return later - 1
        return len(self.lines) - 1

    def _candidates(self) -> set[int]:
        count = len(self.lines)
        found = {*range(min(3, count)), *range(max(0, count - _TAIL), count)}
        if len(found) == count:
            return found - self.numbered
        headed: set[int] = set()
        for place in self.required:
            column = self.columns[place]
            if place not in self.carried and (None in column or "" in column):
                found |= {i for i, value in enumerate(column) if value is None or value == ""}
            heads = _where(column, self.raw_heads[place])
            found |= {i - above for i in heads for above in range(_MOST_TITLES) if i >= above}
            headed |= _where(column, _headings(column, self.table.words))
        blank = {i for i in found if not any(self.lines[i])}
        found |= {i + 1 for i in blank if i + 1 < count}
        for place in {*range(min(_LABEL_COLUMNS, len(self.columns))), *self.known[:_LABEL_COLUMNS]}:
            column = self.columns[place]
            found |= _where(column, _special(column))
            headed |= _where(column, _headings(column, self.table.words))
        return (found | self._may_be_heads(headed)) - self.numbered

    def _may_be_heads(self, headed: set[int]) -> set[int]:
        """Return those of the rows with a heading that may be a header, or hardly say more.

        A word that is a heading elsewhere may be what record after record says here.
        """
        rows = sorted(headed)
        headings: set[Cell] = set().union(*self.raw_heads.values())
        for column in self.columns:
            headings |= _headings([column[i] for i in rows], self.table.words)
        ours = {value for value in headings if heading(as_text(value)) in self.heads.values()}
        return {i for i in rows if _may_be_head(self.lines[i], headings, ours)}

    def _numbered(self) -> set[int]:
        """Return the rows with a number of ours: whatever stands there, they are records."""
        number = self.table.column_of("no")
        if number is None:
            return set()
        column = self.columns[number - self.table.grid.first_column]
        return {i for i, value in enumerate(column) if isinstance(value, str) and is_number(value)}

    def _texts(self, index: int) -> list[tuple[int, str]]:
        return [
            (place, text)
            for place, value in enumerate(self.lines[index])
            if value not in (None, "") and (text := plain(as_text(value)))
        ]

    def _reason(self, index: int, *, after_footer: bool) -> str | None:
        line = self.lines[index]
        texts = self._texts(index)
        if not any(line[place] not in (None, "") for place in self.meant):
            only_numbered = all(len(text) <= _ROW_NUMBER for _, text in texts)
            if only_numbered and not (texts and SPECIAL_ROW.search(texts[0][1])):
                return BLANK
        if not texts:
            return None
        if self._repeats_header(texts) or self._repeats_title(index, texts):
            return HEADER
        if self._numbers_columns(index, texts):
            return NUMBERS
        if self._totals(index, texts):
            return TOTALS
        other = self._heads_other_table(texts)
        if self._foot(index, texts, after_footer=after_footer and not other):
            return FOOT
        if self._names_part(index, texts):
            return PART
        return OTHER if other else None

    def _missing(self, index: int, *, but: int | None = None) -> bool:
        """Tell whether something that every record has is missing, beside one cell."""
        line = self.lines[index]
        others = [place for place in self.required if place != but]
        missing = any(
            line[place] in _NOTHING and (index, place) not in self.covered for place in others
        )
        return missing or not others

    def _repeats_header(self, texts: Sequence[tuple[int, str]]) -> bool:
        same = sum(self.heads.get(place) == heading(text) for place, text in texts)
        enough = same >= _REPEATED and same * 2 >= sum(place in self.heads for place, _ in texts)
        return enough and not any(self._moved(place, text) for place, text in texts)

    def _repeats_title(self, index: int, texts: Sequence[tuple[int, str]]) -> bool:
        """Tell whether a row holds nothing but titles, above a header that is repeated."""
        if not all(text in self.titles for _, text in texts):
            return False
        below = range(index + 1, min(index + _MOST_TITLES, len(self.lines)))
        return any(self._repeats_header(self._texts(later)) for later in below)

    def _moved(self, place: int, text: str) -> bool:
        """Tell whether a heading stands over a column that means something else here."""
        word = heading(text)
        column = self.table.columns.get(place + self.table.grid.first_column)
        if column is None:
            return word in self.heads.values() and word not in self._heads_of(place)
        if word not in self.table.words or word in self._heads_of(place):
            return False
        return word not in {heading(known) for known in (*column.headings, column.english)}

    def _heads_of(self, place: int) -> set[str]:
        number = place + self.table.grid.first_column
        head = self.table.heads.get(number)
        return {heading(part) for part in head.parts} if head else set()

    def _numbers_columns(self, index: int, texts: Sequence[tuple[int, str]]) -> bool:
        """Tell whether a row right below a header numbers the columns."""
        numbers: list[int] = []
        letters = False
        for _, text in texts:
            if text.isdecimal() and len(text) < 4:
                numbers.append(int(text))
            elif text in COLUMN_NUMBERS:
                letters = True
            else:
                return False
        if len(texts) < 3 or not all(b == a + 1 for a, b in pairwise(numbers)):
            return False
        return letters or (index < 2 and len(numbers) * 2 > len(self.known) and numbers[0] < 3)

    def _totals(self, index: int, texts: Sequence[tuple[int, str]]) -> bool:
        for at, (place, text) in enumerate(texts[:_LABEL_COLUMNS]):
            if self._is_record(place, text):
                return False
            if AMONG.match(text) and self._breaks_down(texts[at + 1 :]):
                return self._missing(index, but=place)
            if TOTAL.match(text):
                label_alone = at == 0 and place not in self.meant
                others = texts[at + 1 :]
                counted = bool(others) and self._breaks_down(others)
                return label_alone or counted or self._missing(index, but=place)
        return False

    def _is_record(self, place: int, text: str) -> bool:
        """Tell whether a part of a whole stands where this kind of sheet has records."""
        column = self.table.columns.get(place + self.table.grid.first_column)
        among = self.table.sheet.among
        return (
            among is not None
            and column is not None
            and column.field == among
            and (AMONG.match(text) is not None)
        )

    def _breaks_down(self, others: Sequence[tuple[int, str]]) -> bool:
        """Tell whether nothing but numbers stands beside a label."""
        return all(COUNTED.match(text) for _, text in others)

    def _foot(self, index: int, texts: Sequence[tuple[int, str]], *, after_footer: bool) -> bool:
        feet = sum(FOOTER.match(text) is not None for _, text in texts)
        if feet >= 2 or (feet and len(texts) == 1):
            return True
        if after_footer and LABELLED.match(texts[0][1]):
            return True
        if not self._missing(index):
            return False
        instruction = INSTRUCTION.match(texts[0][1]) and len(texts) == 1
        tail = index >= len(self.lines) - _TAIL and not self._later_records(index)
        return feet > 0 or after_footer or bool(instruction and tail and self._wide(index, texts))

    def _later_records(self, index: int) -> bool:
        return any(not self._missing(later) for later in range(index + 1, len(self.lines)))

    def _wide(self, index: int, texts: Sequence[tuple[int, str]]) -> bool:
        """Tell whether a row's only text lies across columns or outside of the known ones."""
        place = texts[0][0]
        return self.across.get((index, place), 1) > 2 or place not in self.known

    def _names_part(self, index: int, texts: Sequence[tuple[int, str]]) -> bool:
        numbered = len(texts) == 2 and self._part_number(texts[0])
        if numbered:
            texts = texts[1:]
        if len(texts) != 1 or not self._missing(index, but=texts[0][0]):
            return False
        place, text = texts[0]
        self.named[index] = text
        if numbered:
            return True
        if any((index, required) in self.covered for required in self.required):
            return False
        if self.across.get((index, place), 1) > 2:
            return True
        # A sentence in the column of problems may begin with a number, too.
        longest = _LONGEST_LABEL if place not in self.required else _LONGEST_LABEL // 2
        sentence = place in self.required and SENTENCE.search(text)
        return len(text) <= longest and not sentence and SECTION.match(text) is not None

    def _part_number(self, first: tuple[int, str]) -> bool:
        """Tell whether a row begins with a part's number, where records are numbered otherwise."""
        place, text = first
        if place in self.known or not PART_NUMBER.match(text):
            return False
        numbers = [plain(as_text(value)) for value in self.columns[place] if value not in _NOTHING]
        return 2 * sum(PART_NUMBER.match(number) is not None for number in numbers) < len(numbers)

    def _heads_other_table(self, texts: Sequence[tuple[int, str]]) -> bool:
        known = [text for _, text in texts if means_something(text, self.table.words)]
        # A record may say one such word in several fields; a header has one for each column.
        return _all_headings(len(known), len(texts)) and len(set(known)) >= _FEW


def _special(column: Sequence[Cell]) -> set[Cell]:
    """Return the short texts of a column that some row that is no record has."""
    return {
        value
        for value in set(column)
        if isinstance(value, str) and len(value) <= _LONGEST_LABEL and SPECIAL_ROW.search(value)
    }


def _headings(column: Sequence[Cell], words: frozenset[str]) -> set[Cell]:
    """Return the short texts of a column that may be headings of another table."""
    return {
        value
        for value in set(column)
        if isinstance(value, str)
        and 1 < len(value) <= _LONGEST_HEADING
        and not value.isdecimal()
        and means_something(value, words)
    }


def _may_be_head(line: Sequence[Cell], headings: set[Cell], ours: set[Cell]) -> bool:
    filled = len(line) - line.count(None) - line.count("")
    if filled < _FEW or _all_headings(sum(map(headings.__contains__, line)), filled):
        return True
    return sum(map(ours.__contains__, line)) >= _REPEATED


def _all_headings(known: int, filled: int) -> bool:
    """Tell whether so many headings among the filled cells of a row make it a header."""
    return known >= _FEW and known * 5 >= 3 * filled


def _where(column: Sequence[Cell], values: set[Cell]) -> set[int]:
    """Return the indexes at which a column has one of some values."""
    if values.isdisjoint(column):
        return set()
    return {i for i, value in enumerate(column) if value in values}
