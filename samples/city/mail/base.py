"""What every workbook of the inbox starts from."""

from collections.abc import Callable
from collections.abc import Sequence
from typing import Final

from samples import office
from samples.city.mail.page import HEAD
from samples.city.mail.page import Page
from samples.city.mail.page import Span
from samples.city.mail.page import Writer
from samples.city.start import HERE

Draw = Callable[[], Page]

#: Every workbook: its path in the inbox, what writes it, and what it looks like.
WORKBOOKS: Final[dict[str, tuple[Writer, Draw]]] = {}


def workbook(path: str, writer: Writer) -> Callable[[Draw], Draw]:
    """Put a workbook into the inbox under a path, saved by a writer."""

    def register(draw: Draw) -> Draw:
        WORKBOOKS[path] = writer, draw
        return draw

    return register


def april(ledger: str) -> list[dict[str, str]]:
    """Return the items that a unit sent in April, as the office's ledger has them."""
    return [item for item in office.read_table(HERE / "items.csv") if item["ledger"] == ledger]


def two_rows(page: Page, top: int, columns: Sequence[tuple[str, ...]]) -> None:
    """Write a header of two rows: a column alone over both, or a group over its columns."""
    column = page.left
    for group, *below in columns:
        if not below:
            page.span(Span(top, column, top + 1, column), group, HEAD)
            column += 1
            continue
        page.span(Span(top, column, top, column + len(below) - 1), group, HEAD)
        for heading in below:
            page.put(top + 1, column, heading, HEAD)
            column += 1
