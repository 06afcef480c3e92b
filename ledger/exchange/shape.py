"""How the fields of a sheet lie in the ledger's tables, and what is the same value twice."""

import json
import re
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import cache
from functools import partial
from typing import TYPE_CHECKING
from typing import Any
from typing import Final
from typing import Literal

from ledger.exchange.plain import as_text
from ledger.exchange.plain import plain
from ledger.exchange.values import read_persons
from schemas.amount import of_tenths
from schemas.deadline import Deadline
from schemas.sheet_words import NOTHING
from schemas.sheet_words import SEPARATORS
from schemas.vocabulary import STATUS
from schemas.vocabulary import Codes

if TYPE_CHECKING:
    from schemas.plan import Plan

#: Between several values of one cell.
LISTED: Final = "、"

_SEPARATED: Final = re.compile(rf"{SEPARATORS.pattern}|\s+")

#: The values of a field's columns.
Stored = tuple[Any, ...]


def _plain(value: Any) -> Stored:
    return (value,)


def _first(value: Any) -> Stored:
    return (value[0] if value else None,)


@cache
def _words(value: tuple[str, ...] | None) -> Stored:
    return (json.dumps(list(value), ensure_ascii=False) if value else None,)


def _due(value: Deadline | None) -> Stored:
    if value is None:
        return (None, None, None, 0, None)
    return (
        value.text,
        value.on.isoformat() if value.on else None,
        value.klass,
        int(value.standing),
        value.late_after.isoformat() if value.late_after else None,
    )


def _status(value: Any) -> Stored:
    return (None, None) if value is None else (value.code, value.text)


def _meaning(stored: Stored) -> Stored:
    """Signs that nobody sees make no difference; nothing and an empty text are the same."""
    (value,) = stored
    said = as_text(value) if isinstance(value, str) else value
    return (None if said == "" else said,)


def _word_meaning(stored: Stored) -> Stored:
    """A word is the same in whatever width, and with whatever blanks, it is written."""
    return (plain(as_text(stored[0])) or None,) if isinstance(stored[0], str) else stored


def _person_meaning(stored: Stored) -> Stored:
    """People are the same however their names are parted; some words name nobody."""
    said = as_text(stored[0]) if isinstance(stored[0], str) else ""
    return (None if plain(said) in NOTHING else plain(read_persons(said)) or None,)


def _list_meaning(stored: Stored) -> Stored:
    """Words are told apart by what separates words in a cell."""
    said = json.loads(stored[0]) if stored[0] else []
    parts = (part for one in said for part in _SEPARATED.split(as_text(one)))
    return tuple(dict.fromkeys(word for part in parts if (word := plain(part))))


def _due_meaning(stored: Stored) -> Stored:
    """The end of June and 06-30 mean the same; words without a day mean what they say."""
    text, on, klass, standing, _ = stored
    return (on, klass, bool(standing)) if on else (text,)


def _status_meaning(stored: Stored, codes: Codes = STATUS) -> Stored:
    code, said = stored
    if code and said in (None, "", code, STATUS.word(code, "zh")):
        said = codes.word(code, "zh")
    return code, said


def _shown(stored: Stored) -> str:
    return "" if stored[0] is None else str(stored[0])


def _tenths_text(stored: Stored) -> str:
    return "" if stored[0] is None else str(of_tenths(stored[0]))


def _list_text(stored: Stored) -> str:
    return "、".join(json.loads(stored[0])) if stored[0] else ""


def _status_text(stored: Stored, codes: Codes = STATUS) -> str:
    return str(_status_meaning(stored, codes)[1] or "")


def _part_text(stored: Stored, names: Mapping[str, str]) -> str:
    return names.get(stored[0], _shown(stored))


@dataclass(frozen=True)
class Place:
    """Where a field lies: its columns, how a sheet's value fills them, what it means.

    ``always``: the columns cannot be empty, so an empty cell says nothing about them.
    ``units``: the stored value is a unit's id, to be shown by its name. ``table``: another
    than the record's own, which the record's file compares and writes itself. ``part``:
    the stored value is the code of a part of the plan, to be shown by its name.
    """

    field: str
    columns: tuple[str, ...]
    store: Callable[[Any], Stored] = _plain
    meaning: Callable[[Stored], Stored] = _meaning
    show: Callable[[Stored], str] = _shown
    always: bool = False
    units: bool = False
    table: str | None = None
    part: Literal["actions", "phases"] | None = None

    @property
    def plain(self) -> bool:
        """Tell whether a sheet's value is stored as it is."""
        return self.store is _plain

    def under(self, plan: "Plan") -> "Place":
        """Return this place where a plan has words of its own for what lies there."""
        if self.part is not None:
            names = {one.code: one.name for one in getattr(plan, self.part)}
            return replace(self, show=partial(_part_text, names=names))
        if self.store is not _status or not plan.statuses:
            return self
        codes = plan.status_codes
        return replace(
            self,
            meaning=partial(_status_meaning, codes=codes),
            show=partial(_status_text, codes=codes),
        )

    def same(self, one: Stored, other: Stored) -> bool:
        """Tell whether two stored values mean the same.

        A deadline in the same words is the same: the end of the month means no other day
        in a later copy of a sheet.
        """
        if one == other or self.meaning(one) == self.meaning(other):
            return True
        return self.store is _due and one[0] is not None and as_text(one[0]) == as_text(other[0])


def direct(*names: str, always: bool = False) -> tuple[Place, ...]:
    """Return places of values that are stored as they are, in columns of the fields' names."""
    return tuple(Place(name, (name,), always=always) for name in names)


def words(*names: str, table: str | None = None) -> tuple[Place, ...]:
    """Return places of one word of the plan each."""
    return tuple(Place(name, (name,), meaning=_word_meaning, table=table) for name in names)


def persons(*names: str, table: str | None = None) -> tuple[Place, ...]:
    """Return places of people, one or several each."""
    return tuple(Place(name, (name,), meaning=_person_meaning, table=table) for name in names)


def lists(*names: str) -> tuple[Place, ...]:
    """Return places of several words each."""
    return tuple(Place(name, (name,), _words, _list_meaning, _list_text) for name in names)


def a_part(field: str, part: Literal["actions", "phases"]) -> Place:
    """Return the place of an action or phase of the plan, which is stored by its code."""
    return Place(field, (field,), part=part)


def tenths(field: str, column: str) -> Place:
    """Return the place of an amount that is stored in tenths."""
    return Place(field, (column,), show=_tenths_text)


def a_unit(field: str, *, always: bool = False) -> Place:
    """Return the place of a unit: the first one that a cell names."""
    return Place(field, (f"{field}_id",), _first, always=always, units=True)


def deadline(field: str) -> Place:
    """Return the place of a deadline, which takes five columns."""
    columns = (f"{field}_text", f"{field}_on", f"{field}_class", f"{field}_standing", "late_after")
    return Place(field, columns, _due, _due_meaning)


def status(field: str) -> Place:
    """Return the place of a status: its code, and the office's own word for it."""
    return Place(
        field, (field, f"{field}_text"), _status, _status_meaning, _status_text, always=True
    )
