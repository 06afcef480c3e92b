"""Columns of numbers whose headings nobody declared, in a kind of sheet that takes them all."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Final

from ledger.exchange.headings import Head
from ledger.exchange.plain import as_text
from ledger.exchange.plain import plain
from ledger.exchange.read import Cell
from schemas.quantity import Quantity
from schemas.quantity import blank
from schemas.quantity import read_quantity
from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.sheet_words import FOOTER
from schemas.sheet_words import NO_FIGURES

#: At least this share of what stands below a heading has to be numbers.
_MOSTLY: Final = 0.6


def free_columns(
    sheet: Sheet,
    heads: Mapping[int, Head],
    below: Mapping[int, Sequence[Cell]],
    columns: Mapping[int, Column],
    left: Collection[int],
) -> dict[int, Column]:
    """Return the columns that a kind of sheet makes of headings above numbers.

    ``columns`` are those that are known, ``left`` the others. One that a heading of two
    rows leads to by its lower part alone is named by its upper part, too.
    """
    if sheet.free is None:
        return {}
    found: dict[int, Column] = {}
    fields = {column.field for column in columns.values()}
    for number in _in_question(heads, columns, left):
        if number in left and not _holds_numbers(heads[number], below[number]):
            continue
        column = _first_new(sheet, heads[number], fields)
        if column is not None:
            found[number] = column
            fields.add(column.field)
    return found


def _in_question(
    heads: Mapping[int, Head], columns: Mapping[int, Column], left: Collection[int]
) -> Iterator[int]:
    for number, head in sorted(heads.items()):
        column = columns.get(number)
        below_another = column is not None and column.kind == "quantity" and len(head.parts) > 1
        if number in left or (below_another and column is not None and column.group is None):
            yield number


def _first_new(sheet: Sheet, head: Head, fields: Collection[str]) -> Column | None:
    """Return the column of a heading, told apart from another by what stands above it."""
    if sheet.free is None:
        return None
    whole = "/".join(head.parts)
    for parts in (head.parts, (whole,)):
        column = sheet.free(parts, frozenset(fields))
        if column is None or column.field not in fields:
            return column
    return None


def _holds_numbers(head: Head, values: Sequence[Cell]) -> bool:
    if NO_FIGURES.search(plain(head.text)):
        return False
    texts = ((value, plain(as_text(value))) for value in values)
    said = [value for value, text in texts if not blank(text) and not FOOTER.match(text)]
    numbers = sum(isinstance(read_quantity(value), Quantity) for value in said)
    return bool(numbers) and numbers >= _MOSTLY * len(said)
