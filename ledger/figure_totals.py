"""Sums of reported numbers: given only where they are right, and why one is not given."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from itertools import groupby
from typing import Any
from typing import Final
from typing import Literal

from ledger.figures import FigureFilter
from ledger.figures import Row
from ledger.figures import figures
from ledger.figures import quantity_of
from ledger.units import UnitNames
from schemas.quantity import Quantity
from schemas.quantity import print_quantity
from schemas.rounding import SHARES
from schemas.rounding import same_measure
from schemas.rounding import total

#: What numbers have to have in common, so that a sum of them means something.
_ALIKE: Final = ("period", "indicator", "cumulative", "batch")

Why = Literal["covers", "shares", "measures", "twice"]


@dataclass(frozen=True)
class Total:
    """What numbers come to together: their sum, or why there is none.

    ``count`` numbers were added; ``within`` are not, since the number of a unit above
    theirs holds them already.
    """

    period: str
    indicator: str
    cumulative: bool
    batch: str | None
    count: int
    within: int = 0
    sum: Quantity | None = None
    why: Why | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def words(self) -> str | None:
        """The sum as it is printed."""
        return None if self.sum is None else print_quantity(self.sum)


def totals(connection: sqlite3.Connection, campaign: int, asked: FigureFilter) -> Iterator[Total]:
    """Yield what the numbers of a listing come to, where there is more than one of a kind."""
    names = UnitNames(connection)
    rows = sorted(figures(connection, campaign, asked), key=_alike)
    for _, alike in groupby(rows, key=_alike):
        found = list(alike)
        if len(found) > 1:
            yield _total(found, names)


def _alike(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row[name] or "") for name in _ALIKE)


def _total(rows: Sequence[Row], names: UnitNames) -> Total:
    said = {name: rows[0][name] for name in _ALIKE}
    why, values = _why_none(rows, names)
    if why is not None:
        return Total(**said, count=len(rows), why=why, values=values)
    top = outermost(rows, names) if rows[0]["covers"] == "all" else list(rows)
    added = total([quantity_of(row) for row in top])
    return Total(**said, count=len(top), within=len(rows) - len(top), sum=added)


def _why_none(rows: Sequence[Row], names: UnitNames) -> tuple[Why | None, dict[str, object]]:
    """Return why numbers are not added, with what is to be said of it."""
    if len({row["covers"] for row in rows}) > 1:
        return "covers", {}
    measures = list(dict.fromkeys(row["measure"] for row in rows if row["measure"]))
    if not SHARES.isdisjoint(measures):
        return "shares", {}
    if not all(same_measure(measures[0], one) for one in measures[1:]):
        return "measures", {"measures": "、".join(measures)}
    first: dict[int, str] = {}
    for row in rows:
        other = first.setdefault(row["unit_id"], row["no"])
        if other != row["no"]:
            unit = names.telling(row["unit_id"])
            return "twice", {"unit": unit, "one": other, "other": row["no"]}
    return None, {}


def outermost(rows: Sequence[Row], names: UnitNames) -> list[Row]:
    """Return the rows of those units above which no other of them stands."""
    units = {row["unit_id"] for row in rows}
    return [row for row in rows if units.isdisjoint(names.ancestors(row["unit_id"]))]
