"""What a heading can mean on a kind of sheet: its declared words in every form."""

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from functools import lru_cache

from ledger.exchange.plain import bare_heading
from ledger.exchange.plain import heading
from ledger.exchange.plain import plain
from schemas.plan import Plan
from schemas.sheet import Column
from schemas.sheet import Reading
from schemas.sheet import Sheet
from schemas.sheet_words import BRACKETED
from schemas.sheet_words import FILLERS
from schemas.sheet_words import GENERIC_HEADINGS
from schemas.sheet_words import GIVERS_HINT
from schemas.sheet_words import IGNORED_HEADINGS
from schemas.sheet_words import PERSONS_HINT
from schemas.sheet_words import ROW_NUMBER_HEADINGS
from schemas.sheet_words import SUPPORTING

_IGNORED = frozenset(heading(word) for word in IGNORED_HEADINGS)
#: Headings of columns that number the rows, as they are compared.
ROW_NUMBERS = frozenset(heading(word) for word in ROW_NUMBER_HEADINGS)


@dataclass(frozen=True)
class Head:
    """The heading of one column: its parts from the top row of the header to the last.

    Every kind of sheet asks it the same, in file after file: it works out but once what it
    is, and ``head_of`` gives the same one for the same parts.
    """

    parts: tuple[str, ...]

    @property
    def leaf(self) -> str:
        """Return the lowest part, the column's own."""
        return self.parts[-1]

    @cached_property
    def above(self) -> tuple[str, ...]:
        """Return the parts above the column's own, and the qualifier in its brackets."""
        qualifiers = tuple(found.group()[1:-1] for found in BRACKETED.finditer(plain(self.leaf)))
        return (*self.parts[:-1], *qualifiers)

    @cached_property
    def text(self) -> str:
        """Return the whole heading as a person would name it."""
        return "/".join(" ".join(part.split()) for part in self.parts)

    @cached_property
    def ignored(self) -> bool:
        """Tell whether the column is no data: row numbers, marks of our own answers."""
        return heading(self.leaf) in _IGNORED

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Return the forms in which the heading may be declared, the most exact first."""
        *above, own = self.parts
        leaf, bare = heading(own), bare_heading(own)
        forms = [heading(part) + leaf for part in reversed(above)]
        forms += [bare_heading(part) + bare for part in reversed(above)]
        if bare in GENERIC_HEADINGS:
            forms += [heading(part) for part in reversed(above)]
        loose = (form for word in (leaf, bare) for form in _loosely(word))
        return tuple(form for form in dict.fromkeys((*forms, leaf, bare, *loose)) if form)

    @cached_property
    def supporting(self) -> bool:
        """Tell whether the heading above makes the column one of the supporting units."""
        return any(SUPPORTING.search(heading(part)) for part in self.above)


@lru_cache(maxsize=16_384)
def head_of(parts: tuple[str, ...]) -> Head:
    """Return the heading that has some parts."""
    return Head(parts)


@dataclass(frozen=True)
class Meaning:
    """A column that a heading may mean, and how near its words are (0: the first one)."""

    column: Column
    rank: int


class Lexicon:
    """The headings of one kind of sheet under a plan."""

    def __init__(self, sheet: Sheet, plan: Plan) -> None:
        self.declared = sheet
        self.sheet = sheet.under(plan)
        self.titles = tuple(dict.fromkeys(plain(t) for t in (*sheet.titles, sheet.title)))
        self._meanings: dict[str, list[Meaning]] = defaultdict(list)
        self._readings: dict[str, list[Reading]] = defaultdict(list)
        for column in self.sheet.columns:
            for rank, word in enumerate((*column.headings, column.english)):
                self._meanings[heading(word)].append(Meaning(column, rank))
        for reading in sheet.readings:
            self._readings[heading(reading.heading)].append(reading)

    @property
    def words(self) -> frozenset[str]:
        """Return every heading that means something here."""
        return frozenset(self._meanings) | frozenset(self._readings)

    def title_length(self, texts: Sequence[str]) -> int:
        """Return the length of the longest of the sheet's titles that stands in the texts."""
        found = (len(t) for t in self.titles if any(t in plain(text) for text in texts))
        return max(found, default=0)

    def meaning(self, head: Head) -> Meaning | None:
        """Return the one column that a heading means, or None."""
        for word in head.forms:
            if word in self._readings:
                return None
            if word in self._meanings:
                return self._fitting(word, head)
        return None

    def readings(self, head: Head) -> list[Reading]:
        """Return what an ambiguous heading may mean, in the order to be tried."""
        for word in head.forms:
            if word in self._readings:
                return self._readings[word]
            if word in self._meanings:
                return []
        return []

    def named(self, word: str) -> Column | None:
        """Return the column that a clerk names, by its field or by any heading of it."""
        own = self.sheet.column(word)
        meanings = self._meanings.get(heading(word), ())
        return own or next((meaning.column for meaning in meanings), None)

    def telling_who_spoke(self, heads: Mapping[int, Head]) -> set[int]:
        """Return the columns that name a giver, or may: whatever is said of them, they do."""
        meanings = {number: self.meaning(head) for number, head in heads.items()}
        unknown = {n: head for n, head in heads.items() if meanings[n] is None}
        givers = {n for n, head in unknown.items() if GIVERS_HINT.search(head.text)}
        private = {n for n, meaning in meanings.items() if meaning and meaning.column.private}
        if givers or self.sheet.record == "opinion":
            givers |= {n for n, head in unknown.items() if PERSONS_HINT.search(head.text)}
        return givers | private

    def clear_heading(self, column: Column, language: str) -> str:
        """Return the first of a column's headings that can mean nothing else."""
        clear = (word for word in column.headings if heading(word) not in self._readings)
        exported = column.heading(language)
        return next(clear, exported) if language == "zh" else exported

    def _fitting(self, word: str, head: Head) -> Meaning | None:
        """Choose between columns of one heading by the heading above."""
        meanings = self._meanings[word]
        above = {heading(part) for part in head.above}
        for meaning in meanings:
            if meaning.column.group is not None and heading(meaning.column.group) in above:
                return meaning
        leaf, bare = heading(head.leaf), bare_heading(head.leaf)
        composed = word not in (leaf, bare, *_loosely(leaf), *_loosely(bare))
        return None if head.supporting and not composed and above else meanings[0]


@lru_cache(maxsize=8_192)
def _loosely(word: str) -> tuple[str, ...]:
    """Return a heading without words that it may lack, the nearest to what was written first."""
    forms = []
    for filler in FILLERS:
        shorter = filler.sub("", word)
        if shorter and shorter != word:
            forms.append(shorter)
            word = shorter
    return tuple(forms)


def means_something(text: str, words: frozenset[str]) -> bool:
    """Tell whether a cell may be a heading: one that is declared, or one that is ignored."""
    leaf = heading(text)
    if leaf in words or leaf in _IGNORED:
        return True
    bare = bare_heading(text)
    return bare in words or any(form in words for form in (*_loosely(leaf), *_loosely(bare)))
