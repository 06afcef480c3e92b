"""One value that a header spreads over several columns: ticks under words, a column a month."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger.exchange.headings import Head
from ledger.exchange.headings import Lexicon
from ledger.exchange.plain import as_text
from ledger.exchange.plain import bare_heading
from ledger.exchange.plain import plain
from ledger.exchange.read import Cell
from schemas.plan import Plan
from schemas.plan import Words
from schemas.sheet import Column
from schemas.sheet_words import DRAWN
from schemas.sheet_words import MONTH_HEADING
from schemas.sheet_words import NOTHING
from schemas.sheet_words import TICKS
from schemas.status import CROSSES
from schemas.status import TICKS as DRAWN_TICKS
from schemas.status import read_standing

_MARKS: Final = TICKS | DRAWN_TICKS
#: The share of a column's cells that are marks, where it is one to be ticked.
_MOSTLY: Final = 0.8
#: Kinds that are words of a list, and the kinds of which several may be ticked.
_LISTED: Final = frozenset({"status", "code", "word", "words"})
_SEVERAL: Final = "words"


@dataclass(frozen=True)
class Spread:
    """The columns that one value is spread over, by number.

    ``words`` are what a tick in each of them says; without any, the last filled one counts.
    """

    columns: tuple[int, ...]
    words: tuple[str, ...] = ()

    def said(self, row: Sequence[Cell]) -> list[str]:
        """Return what the cells of one row say together: several words may be ticked."""
        if not self.words:
            filled = [text for cell in row if plain(text := as_text(cell)) not in {"", *NOTHING}]
            return filled[-1:]
        return [
            word
            for word, cell in zip(self.words, row, strict=True)
            if plain(as_text(cell)) in _MARKS
        ]


def several_are_meant(column: Column) -> bool:
    """Tell whether more than one word may be ticked for a column."""
    return column.kind == _SEVERAL


def spread_over(
    left: dict[int, Head],
    below: dict[int, list[Cell]],
    taken: set[str],
    lexicon: Lexicon,
    plan: Plan,
) -> Iterator[tuple[Column, Spread]]:
    """Yield the columns of a kind of sheet that stand spread over some that are left."""
    for column in lexicon.sheet.columns:
        if column.field in taken or column.kind not in _LISTED:
            continue
        words = {number: leaf for number, head in left.items() if (leaf := _word(head))}
        meant = {n: word for n, word in words.items() if _is_of(word, column, plan)}
        if len(meant) > 1 and _ticked([cell for n in meant for cell in below[n]]):
            yield column, Spread(tuple(meant), tuple(meant.values()))
            left = {number: head for number, head in left.items() if number not in meant}
    progress = lexicon.sheet.column("progress")
    if progress is not None and progress.field not in taken:
        months = tuple(n for n, head in left.items() if _is_month(head, progress, lexicon))
        filled = [n for n in months if any(as_text(cell) for cell in below[n])]
        if filled:
            yield progress, Spread(months[: months.index(filled[-1]) + 1])


def _word(head: Head) -> str:
    return bare_heading(head.leaf)


def _is_of(word: str, column: Column, plan: Plan) -> bool:
    """Tell whether a word is one of those that a column is about."""
    if column.kind == "status":
        found = read_standing(word)
        return found is not None and found.code is not None
    if column.codes is not None:
        return word in column.codes.by_word
    listed: Words | None = getattr(plan.vocabulary, column.words or "", None)
    return listed is not None and listed.meaning(word) is not None


def _ticked(cells: Sequence[Cell]) -> bool:
    """Tell whether cells hold marks, and at least one that a person drew."""
    said = [text for cell in cells if (text := plain(as_text(cell)))]
    marks = sum(text in _MARKS or text in CROSSES or text in NOTHING for text in said)
    drawn = any(text in DRAWN_TICKS or text in DRAWN for text in said)
    return drawn and marks >= _MOSTLY * len(said)


def _is_month(head: Head, column: Column, lexicon: Lexicon) -> bool:
    """Tell whether a heading is a month of a column that the heading above names."""
    if MONTH_HEADING.fullmatch(plain(head.leaf)) is None:
        return False
    for part in head.above:
        alone = Head((part,))
        meaning = lexicon.meaning(alone)
        if meaning is not None and meaning.column.field == column.field:
            return True
        if any(reading.field == column.field for reading in lexicon.readings(alone)):
            return True
    return False
