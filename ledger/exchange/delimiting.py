"""A page as CSV: the same title, lines, headings and rows, for programs that read no workbook."""

import csv
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ledger.exchange.paper import Page
from ledger.exchange.paper import Written
from ledger.exchange.place import placed
from schemas.formula import guarded
from schemas.locale import say

#: With a byte-order mark, without which Excel takes UTF-8 for something else.
_ENCODING: Final = "utf-8-sig"
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def write_csv(target: Path, page: Page, *, lang: str) -> tuple[Written, ...]:
    """Write a page as one CSV file; its mark stands in the open, in the lines above.

    Raises MachineFailed where the file cannot be written; what stood there is then as it was.
    """
    counter = _Counter(page.rows)
    with placed(target) as beside, beside.open("w", encoding=_ENCODING, newline="") as file:
        writer = csv.writer(file)
        writer.writerows(_head(page, lang))
        writer.writerows(map(_texts, counter))
    return (Written(page.title, "", counter.rows),)


class _Counter:
    """Counts the rows that pass."""

    def __init__(self, rows: Iterable[Sequence[object]]) -> None:
        self._waiting = rows
        self.rows = 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for row in self._waiting:
            self.rows += 1
            yield row


def _head(page: Page, lang: str) -> list[list[str]]:
    lines = [[line] if isinstance(line, str) else list(line) for line in page.above]
    if page.mark is not None:
        lines.append([say("workbook.export_number", lang, mark=page.mark)])
    if page.box is not None:
        lines.append([page.box.label, ""])
    return [[page.title], *lines, [column.heading for column in page.columns]]


def _texts(row: Sequence[object]) -> list[object]:
    return [_text(value) for value in row]


def _text(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    return guarded(_UNPRINTABLE.sub("", str(value)))
