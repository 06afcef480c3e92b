"""Records that are numbered in order: to add, change and take away one of any such kind."""

from collections.abc import Callable
from collections.abc import Mapping
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger.errors import DayInFuture
from ledger.errors import EmptyText
from schemas import record as records

if TYPE_CHECKING:
    from ledger.store import Entry

#: The model of each kind, and the text that a record cannot be without, with what it is called.
_KINDS: Final = {
    "activity": ("Activity", {}),
    "visit": ("Visit", {}),
    "contact_point": ("ContactPoint", {"leader": "leader"}),
    "weak_organisation": ("WeakOrganisation", {"name": "organisation"}),
    "figure": ("Figure", {"indicator": "indicator"}),
}
#: Returns what a record without a number is recognised by, beside its unit.
KeyOf = Callable[["Entry", Any], int]


def add(entry: "Entry", kind: str, campaign: int, fields: Mapping[str, Any], key: KeyOf) -> str:
    """Add a record and return its number. Raises EmptyText or DayInFuture."""
    number = keys.next_id(entry.connection, kind)
    [no] = keys.numbers(entry.connection, records.of(kind), [number])
    row = _model(kind)(no=no, campaign_id=campaign, **fields)
    _check(entry, kind, row)
    row.natural_key = key(entry, row)
    entry.add(row)
    return no


def edit(entry: "Entry", kind: str, number: str, fields: Mapping[str, Any], key: KeyOf) -> str:
    """Change the given fields of a record; sheets that say what it said find it all the same."""
    row = entry.session.get_one(_model(kind), keys.record_id(entry.connection, number, kind))
    unit, former = row.unit_id, row.natural_key
    for name, value in fields.items():
        setattr(row, name, value)
    _check(entry, kind, row)
    now = key(entry, row)
    if former is not None and (row.unit_id, now) != (unit, former):
        _keep_former_key(entry, kind, row, unit, former)
    row.natural_key = now
    entry.session.flush()
    return str(row.no)


def drop(entry: "Entry", kind: str, number: str) -> str:
    """Take a record away; undo brings it back."""
    row = entry.session.get_one(_model(kind), keys.record_id(entry.connection, number, kind))
    entry.session.delete(row)
    entry.session.flush()
    return str(row.no)


def _model(kind: str) -> Any:
    from ledger import models

    return getattr(models, _KINDS[kind][0])


def _check(entry: "Entry", kind: str, row: Any) -> None:
    """A text that is needed is said, and nothing has happened on a day that lies ahead."""
    for name, called in _KINDS[kind][1].items():
        if not (getattr(row, name) or "").strip():
            raise EmptyText(field=called)
    for field in records.of(kind).fields:
        day = getattr(row, field.name, None) if field.type == "day" else None
        ahead = field.name in ("due_on", "late_after", "ends_on")
        if day is not None and not ahead and day > entry.today:
            raise DayInFuture(day=day, today=entry.today)


def _keep_former_key(entry: "Entry", kind: str, row: Any, unit: int, former: int) -> None:
    from ledger.models import FormerKey

    entry.add(FormerKey(record=kind, row_id=row.id, unit_id=unit, natural_key=former))
