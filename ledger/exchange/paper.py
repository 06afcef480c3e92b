"""A printed page in the office's own style: exports, templates and reports alike.

What stands above a table, its headings in one or two rows, its rows, its totals and what is
signed below them become a worksheet that prints on A4 across, its headings on every page.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import Final
from typing import Literal

from schemas.locale import say

#: How many rows a worksheet may have.
MOST_ROWS: Final = 1_048_576
#: What the rule of a drop-down holds, with its quotes; longer lists stand elsewhere.
LONGEST_LIST: Final = 255
#: The name, local to a worksheet, and the very hidden worksheet that carry its mark.
MARK_NAME: Final = "_campaign"
#: The very hidden worksheet for drop-downs that are too long to stand in a cell's rule.
LISTS_NAME: Final = "_lists"

Kind = Literal["text", "number", "day", "words", "typed"]
#: A line of a page: one text over its whole width, or several, spread over it.
Line = str | tuple[str, ...]
#: What a drop-down offers: words, or the cells that they stand in.
Offer = tuple[tuple[str, ...], str | None]


@dataclass(frozen=True)
class PageColumn:
    """A column of a page.

    ``text`` is running text; ``words`` are few and stand in the middle, and what is typed
    under them stays as it is typed; ``typed`` is running text that does. ``group`` is the
    heading above the headings of neighbours. ``choices`` become a drop-down that suggests
    and does not forbid. ``note`` is the comment of the heading, ``prompt`` what is shown
    beside a cell that is chosen.
    ``offered`` are cells of the workbook whose words the drop-down offers.
    """

    heading: str
    width: int
    kind: Kind = "text"
    group: str | None = None
    choices: tuple[str, ...] = ()
    note: str | None = None
    prompt: str | None = None
    offered: str | None = None


@dataclass(frozen=True)
class Box:
    """A cell above the table to be filled in: the words before it, and what it offers."""

    label: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class ExportMark:
    """What an exported sheet carries, so that it is known when it comes back."""

    ledger: str
    export: int
    sheet: str

    def __str__(self) -> str:
        return f"{self.ledger}:{self.export}:{self.sheet}"


@dataclass
class Page:
    """A page: a worksheet, or several where the rows are more than one may have.

    ``name`` is the worksheet's (the title where there is none). ``totals`` is the last
    row of the table, computed by who made the page. ``box`` is a cell above the table to
    be ticked. ``below`` is one line of cells to be
    filled in and signed, ``notes`` are lines over the whole width. ``freeze`` columns stay
    in sight, ``filtered`` puts filters on the headings, ``blank_rows`` are left to fill in.
    ``offers`` are drop-downs of single cells, by row and column of the table from 0.
    """

    title: str
    columns: Sequence[PageColumn]
    rows: Iterable[Sequence[object]] = ()
    name: str = ""
    above: Sequence[Line] = ()
    box: Box | None = None
    totals: Sequence[object] | None = None
    below: Sequence[str] = ()
    notes: Sequence[str] = ()
    mark: ExportMark | None = None
    freeze: int = 0
    blank_rows: int = 0
    filtered: bool = False
    offers: Mapping[tuple[int, int], Offer] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A worksheet as it was written: a page has several where its rows were too many.

    ``shortened`` are the cells whose text was longer than a cell may hold.
    """

    title: str
    worksheet: str
    rows: int
    shortened: tuple[str, ...] = ()


def write_book(
    target: Path, pages: Sequence[Page], *, lang: str, most_rows: int = MOST_ROWS
) -> tuple[Written, ...]:
    """Write pages as a workbook, and return the worksheets that it has got.

    The same pages give the same bytes. Raises MachineFailed where the file cannot be
    written; what stood in its place is then as it was.
    """
    from ledger.exchange.frame import Frame
    from ledger.exchange.place import placed

    with placed(target) as beside, Frame(lang, most_rows) as frame:
        written = [worksheet for page in pages for worksheet in frame.put(page)]
        frame.save(beside)
    return tuple(written)


def signatures(lang: str) -> tuple[str, ...]:
    """Return the cells below a page that somebody fills in and signs."""
    return tuple(say(f"workbook.{name}", lang) for name in _SIGNED)


_SIGNED: Final = ("signed_by", "checked_by", "filled_by", "telephone", "signed_on")
