"""What a row is called when a person is told of it, also when it is no longer there.

A record has a number or a name. Every other row belongs to a record and is called by it:
an alias by its unit, a step by its item.
"""

import json
import sqlite3
from functools import cache
from typing import Final

from ledger import journal
from ledger.journal import Row

Key = tuple[str, int]

#: The column by which a row belongs to a record, and the table of that record.
_OWNERS: Final = {
    "unit_alias": ("unit", "unit_id"),
    "participation": ("unit", "unit_id"),
    "item_co_unit": ("item", "item_id"),
    "item_opinion": ("item", "item_id"),
    "progress_note": ("item", "item_id"),
    "item_step": ("item", "item_id"),
    "heading_meaning": ("unit", "sender_id"),
}
#: Tables whose rows say themselves which record they belong to.
_POINTING: Final = ("former_key", "extra")


class Namer:
    """Names of rows as they are, or as they were when they were last there."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns = cache(lambda table: journal.columns(connection, table))

    def owner(self, record: str, row_id: int) -> Key:
        """Return the record that a row belongs to: itself, where it is one."""
        row = self.row(record, row_id)
        if record in _OWNERS and row is not None:
            table, column = _OWNERS[record]
            # What was settled before the ledger had an office belongs to nobody.
            return (record, row_id) if row[column] is None else (table, int(str(row[column])))
        if record in _POINTING and row is not None:
            return str(row["record"]), int(str(row["row_id"]))
        return record, row_id

    def name(self, record: str, row_id: int) -> str:
        """Return what people call the record that a row belongs to."""
        record, row_id = self.owner(record, row_id)
        row = self.row(record, row_id)
        if row is None:
            return f"{record} {row_id}"
        if "no" in row:
            return str(row["no"])
        if record == "unit":
            return self._unit(row_id, row)
        if record == "milestone":
            return f"{self._unit_of(row)} {self._action(row)}"
        if record == "activity":
            return f"{self._unit_of(row)} {row['title'] or row['form'] or row['day']}"
        return str(row.get("name") or row.get("key") or row.get("heading"))

    def exists(self, record: str, row_id: int) -> bool:
        """Tell whether a row is there."""
        found = self._connection.execute(f'select 1 from "{record}" where id = ?', (row_id,))
        return found.fetchone() is not None

    def row(self, record: str, row_id: int) -> Row | None:
        """Return a row as it is, else as it was when it was last deleted."""
        found = self._connection.execute(
            f'select * from "{record}" where id = ?', (row_id,)
        ).fetchone()
        if found is not None:
            return dict(zip(self._columns(record), found, strict=True))
        gone = self._connection.execute(
            "select old from journal where record = ? and row_id = ? and op = 'D'"
            " order by id desc limit 1",
            (record, row_id),
        ).fetchone()
        return None if gone is None else json.loads(gone[0])

    def _unit(self, row_id: int, row: Row) -> str:
        """Return a unit's name, with its parent's before it where another has that name."""
        name = str(row["name"])
        twin = self._connection.execute(
            "select 1 from unit where name = ? and id <> ?", (name, row_id)
        ).fetchone()
        if twin is None or row["parent_id"] is None:
            return name
        above = self.row("unit", int(str(row["parent_id"])))
        return name if above is None else f"{above['name']}／{name}"

    def _unit_of(self, row: Row) -> str:
        unit = self.row("unit", int(str(row["unit_id"])))
        return "" if unit is None else str(unit["name"])

    def _action(self, row: Row) -> str:
        return self.part(row, "actions", str(row["action"]))

    def part(self, row: Row, of: str, code: str) -> str:
        """Return what the plan of a row's campaign calls one of its actions or phases."""
        campaign = self.row("campaign", int(str(row["campaign_id"])))
        parts = json.loads(str(campaign["plan"]))[of] if campaign else []
        return str({part["code"]: part["name"] for part in parts}.get(code, code))
