"""How reported numbers are told, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import Final

from cli import columns
from cli.columns import FieldColumn
from cli.screen import Column
from cli.screen import Row
from schemas import record
from schemas.locale import say
from schemas.vocabulary import COVERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from cli.opening import Writing
    from ledger.figure_totals import Total


@dataclass(frozen=True)
class Basis(FieldColumn):
    """The column that says whether a number is counted from the campaign's beginning."""

    def title(self, lang: str) -> str:
        """Return the heading: both of the words."""
        return say("figures.basis", lang)

    def shown(self, value: object, lang: str) -> str:
        """Return a truth as the two words that offices have for it."""
        return basis(value, lang)


def basis(cumulative: object, lang: str) -> str:
    """Return the word for what a number counts."""
    return say("figures.cumulative" if cumulative else "figures.this_period", lang)


def _column(column: FieldColumn) -> FieldColumn:
    if column.key == "cumulative":
        return Basis(key="cumulative", is_whole=True, in_table=column.in_table)
    # A number that is cut, or a month, is of no use.
    return replace(column, is_whole=column.is_whole or column.key in {"period", "words"})


def _of(*names: str) -> tuple[FieldColumn, ...]:
    return tuple(_column(columns.column(record.FIGURE.field(name))) for name in names)


#: The columns of a listing, and of one number.
LISTED: Final = tuple(map(_column, columns.listed(record.FIGURE)))
WHOLE: Final = tuple(map(_column, columns.whole(record.FIGURE)))
#: What numbers come to: what they have in common, their sum, or why there is none.
TOTALS: Final = (
    *_of("period", "indicator", "cumulative"),
    *(replace(column, in_table=False) for column in _of("batch", "value", "up_to", "qualifier")),
    Column("words", "figures.sum", justify="right", is_whole=True),
    Column("count", "figures.count", justify="right", is_whole=True),
    Column("within", "figures.below", justify="right", in_table=False),
    Column("why", "figures.why_code", in_table=False),
    Column("remark", "figures.remark", is_long=True),
)


def total_rows(totals: Iterable[Total], lang: str) -> Iterator[Row]:
    """Yield what numbers come to as rows of ``TOTALS``."""
    from ledger.figures import columns_of

    for one in totals:
        number = {} if one.sum is None else columns_of(one.sum)
        yield {
            **{name: getattr(one, name) for name in ("period", "indicator", "cumulative")},
            **number,
            "batch": one.batch,
            "words": one.words,
            "count": one.count if one.why is None else None,
            "within": one.within,
            "why": one.why,
            "remark": _remark(one, lang),
        }


def _remark(one: Total, lang: str) -> str:
    if one.why is not None:
        return say(f"figures.no_{one.why}", lang, **one.values)
    said = []
    if one.within:
        said.append(say("figures.within", lang, n=one.within))
    if one.sum is not None and not (one.sum.qualifier is None and one.sum.up_to is None):
        said.append(say("figures.about", lang))
    return say("screen.between", lang).join(said)


def tell(work: Writing, key: str, number: str, beside: list[tuple[str, str]]) -> None:
    """Tell what a number is by now, and which others say the same by another source."""
    from ledger import figures

    lang = work.screen.lang
    row = figures.figure(work.connection, number)
    covers = COVERS.word(row["covers"], lang)
    said = {name: row[name] for name in ("unit", "indicator", "period", "words")}
    work.tell(key, number=number, covers=covers, basis=basis(row["cumulative"], lang), **said)
    if beside:
        others = say("screen.between", lang).join(f"{no} {words}" for no, words in beside)
        work.note("figures.beside", others=others)
