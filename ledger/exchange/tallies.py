"""Tables that only count opinions, by channel and object: there is no opinion in them to take."""

from collections.abc import Sequence
from typing import Final

from ledger.exchange.plain import as_text
from ledger.exchange.plain import plain
from ledger.exchange.read import Grid
from schemas.plan import Plan
from schemas.plan import Words
from schemas.sheet_words import TALLY

#: Such a table is small: nothing but words of a list and numbers.
_MOST_ROWS: Final = 200
_MOST_COLUMNS: Final = 60
_LEAST_WORDS: Final = 2


def tallies_opinions(grid: Grid, plan: Plan) -> bool:
    """Tell whether a worksheet counts opinions by channel, whichever way it is written."""
    rows = [row[:_MOST_COLUMNS] for row in grid.rows]
    if not rows or len(rows) > _MOST_ROWS:
        return False
    words = _words(plan.vocabulary.channel)
    texts = [[plain(as_text(cell)) for cell in row] for row in rows]
    across = list(zip(*texts, strict=True))
    return any(_tallies(column, texts, words) for column in across) or any(
        _tallies(row, across, words) for row in texts
    )


def _words(listed: Words) -> frozenset[str]:
    others = (word for aliases in listed.aliases.values() for word in aliases)
    return frozenset(map(plain, (*listed.words, *others)))


def _tallies(labels: Sequence[str], lines: Sequence[Sequence[str]], words: frozenset[str]) -> bool:
    """Tell whether some labels name channels, and their lines hold numbers and nothing else."""
    named = [at for at, label in enumerate(labels) if label in words]
    if len({labels[at] for at in named}) < _LEAST_WORDS:
        return False
    counted = 0
    for at in named:
        beside = [text for text in lines[at] if text and text != labels[at]]
        if not all(map(_is_tally, beside)):
            return False
        counted += len(beside)
    return counted >= len(named)


def _is_tally(text: str) -> bool:
    return TALLY.match(text) is not None
