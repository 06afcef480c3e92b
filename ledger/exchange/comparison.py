"""What a comparison stands on, and what it finds: a verdict, changes and remarks a row."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Any
from typing import Literal

from ledger.campaigns import CampaignInUse
from ledger.exchange.base import Known
from ledger.exchange.interpret import CellFault
from ledger.exchange.interpret import Interpreted
from ledger.exchange.recognise import Table
from ledger.exchange.shape import Stored
from ledger.units import UnitNames
from schemas.sheet import Sheet

Verdict = Literal["new", "changed", "unchanged", "conflict", "queried"]
Settle = Literal["theirs", "ours"]
#: A row of a sheet, and the id of the record that it is.
Matched = tuple[int, int]


@dataclass(frozen=True)
class Sender:
    """Whose sheet it is. The ledger's own office may change every column."""

    unit: int | None
    office: bool


@dataclass(frozen=True)
class Remark:
    """Something to tell the sender about a row or one of its fields."""

    field: str | None
    key: str
    values: dict[str, object]
    stops: bool = True


@dataclass
class Conflict:
    """A field that both sides changed, or hold differently: what it was, ours and theirs.

    ``name`` is the field's. ``along`` are fields of the sheet that wait with it, since they
    mean something only together; ``number`` is the one under which it is booked.
    """

    row: int
    name: str
    base: Stored | None
    ours: Stored
    theirs: Stored
    along: dict[str, Stored] = field(default_factory=dict)
    number: int | None = None


@dataclass(frozen=True)
class Ground:
    """What a comparison stands on."""

    connection: sqlite3.Connection
    campaign: CampaignInUse
    names: UnitNames
    office: int | None
    today: date
    settle: Settle | None = None
    #: The period at whose beginning new records were there already, or None.
    opening: str | None = None


@dataclass
class Comparison:
    """What a sheet means for the ledger, row by row (by position in ``read.rows``).

    ``changes`` are of the record's own table; ``beside`` are those of what belongs to a
    record, each under a name that the record's file gives it.
    """

    table: Table
    read: Interpreted
    sender: Sender
    known: Known | None = None
    verdicts: list[Verdict] = field(default_factory=list)
    ids: list[int | None] = field(default_factory=list)
    changes: dict[int, dict[str, Any]] = field(default_factory=dict)
    beside: dict[str, dict[int, Any]] = field(default_factory=dict)
    natural_keys: list[int | None] = field(default_factory=list)
    remarks: dict[int, list[Remark]] = field(default_factory=dict)
    deviations: list[tuple[int, str, Stored | None]] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    #: How many conflicts were settled for the ledger on the way.
    kept_ours: int = 0

    @property
    def sheet(self) -> Sheet:
        """The kind of sheet."""
        return self.table.sheet

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields with a column of their own: an empty cell of another says nothing."""
        return frozenset(column.field for column in self.table.columns.values())

    def column(self, name: str) -> Sequence[Any]:
        """Return what each row says of a field."""
        return self.read.values.get(name) or [None] * len(self.read.rows)

    def spot(self, row: int, name: str | None) -> tuple[int, int | None]:
        """Return the row and the column of the sender's sheet in which a field stands."""
        if self.read.spots is not None:
            return self.read.spots[row].get(name or "", (self.read.rows[row], None))
        return self.read.rows[row], self._places.get(name or "")

    @cached_property
    def _places(self) -> dict[str, int]:
        return {column.field: number for number, column in self.table.columns.items()}

    def open_rows(self) -> Iterator[int]:
        """Yield the rows that are neither queried nor matched yet."""
        for row, verdict in enumerate(self.verdicts):
            if verdict == "new" and self.ids[row] is None:
                yield row

    def new_rows(self) -> list[int]:
        """Return the positions of the rows that become records."""
        return [row for row, verdict in enumerate(self.verdicts) if verdict == "new"]

    def taken(self, said: dict[int, Any]) -> Iterator[tuple[int, Any]]:
        """Yield (record, what is said of it) for those rows of ``said`` that are taken."""
        for row, value in said.items():
            number = self.ids[row]
            if number is not None and self.verdicts[row] != "queried":
                yield number, value

    def count(self, verdict: Verdict) -> int:
        """Return how many rows ended in a verdict."""
        return self.verdicts.count(verdict)

    def remark(
        self,
        row: int,
        field_name: str | None,
        key: str,
        /,
        *,
        stops: bool = True,
        **values: object,
    ) -> None:
        """Note something about a row; one that stops has the row queried."""
        self.remarks.setdefault(row, []).append(Remark(field_name, key, values, stops))
        if stops:
            self.verdicts[row] = "queried"

    def query(self, row: int, cell: CellFault) -> None:
        """Note what is wrong with a cell, with what would be right."""
        values = {**cell.fault.values, "offer": cell.fault.offer or ""}
        self.remarks.setdefault(row, []).append(Remark(cell.field, cell.fault.key, values))
        self.verdicts[row] = "queried"
