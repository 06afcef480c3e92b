"""Which units a selector of a plan means, asked of the database."""

import sqlite3
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Final
from typing import Protocol

from ledger.units import UnitNames
from schemas.fault import Fault
from schemas.plan import Selector

_BELOW: Final = (
    "id in (with recursive below(id) as (select id from unit where parent_id in ({tops})"
    " union select unit.id from unit join below on unit.parent_id = below.id)"
    " select id from below)"
)
_NAMED: Final = (
    "select id from unit where merged_into_id is null and (name = :name or short_name = :name)"
    " union select unit_id from unit_alias join unit on unit.id = unit_id"
    " where unit_alias.name = :name and merged_into_id is null"
)


class Selecting(Protocol):
    """What is for the units of a selector: a rule, a report, a gate."""

    @property
    def to(self) -> Selector:
        """Whom it is for."""


class Chooser:
    """What selectors mean in one campaign; each is worked out once.

    ``values`` are bound to the conditions that it gives.
    """

    def __init__(self, connection: sqlite3.Connection, campaign: int) -> None:
        self.values: dict[str, object] = {}
        self._connection = connection
        self._campaign = campaign
        self._named: dict[str, int | Fault] = {}
        self._units: dict[Selector, frozenset[int]] = {}
        self._bound: dict[str, str] = {}

    def condition(self, selector: Selector) -> str:
        """Return the condition on the view ``units`` that holds for those who are meant."""
        parts = [
            f"{part} in ({self._bind(getattr(selector, part))})"
            for part in ("tier", "kind", "batch")
            if getattr(selector, part)
        ]
        if selector.units:
            parts.append(f"id in ({self._numbers(selector.units)})")
        if selector.parent:
            parts.append(_BELOW.format(tops=self._numbers(selector.parent)))
        return " and ".join(parts) or "1 = 1"

    def place(self, rules: Sequence[Selecting]) -> str:
        """Return the SQL that gives the place of the rule that counts for a unit, or null.

        The most exact one counts; of several that are equally exact, the first.
        """
        order = sorted(range(len(rules)), key=lambda at: rules[at].to.exactness(), reverse=True)
        whens = " ".join(f"when {self.condition(rules[at].to)} then {at}" for at in order)
        return f"case {whens} end" if whens else "null"

    def units(self, selector: Selector) -> frozenset[int]:
        """Return the units that a selector means."""
        if selector not in self._units:
            text = "select id from units where campaign_id = :campaign and active = 1 and "
            found = self._connection.execute(
                text + self.condition(selector), {**self.values, "campaign": self._campaign}
            )
            self._units[selector] = frozenset(row[0] for row in found)
        return self._units[selector]

    def means(self, selector: Selector, unit: Mapping[str, Any]) -> bool:
        """Tell whether a unit is among those that a selector means."""
        return unit["id"] in self.units(selector)

    def may_mean(self, selector: Selector, unit: Mapping[str, Any]) -> bool:
        """Tell whether a selector may mean a unit of which too little is known to tell."""
        said = [name for name in ("tier", "kind", "batch") if getattr(selector, name)]
        unknown = [name for name in said if unit[name] is None]
        if not unknown or any(
            unit[name] not in getattr(selector, name) for name in said if name not in unknown
        ):
            return False
        return self.means(Selector(parent=selector.parent, units=selector.units), unit)

    def unit(self, name: str) -> int | Fault:
        """Return the unit that a plan names, or why there is none."""
        if name not in self._named:
            found = self._connection.execute(_NAMED, {"name": name}).fetchall()
            # Reading every name of every unit is for names that are written otherwise.
            self._named[name] = (
                found[0][0] if len(found) == 1 else UnitNames(self._connection).find(name)
            )
        return self._named[name]

    def _numbers(self, names: Sequence[str]) -> str:
        found = (self.unit(name) for name in names)
        return ", ".join(str(number) for number in found if isinstance(number, int))

    def _bind(self, words: Sequence[str]) -> str:
        for word in words:
            if word not in self._bound:
                self._bound[word] = f"word_{len(self._bound)}"
                self.values[self._bound[word]] = word
        return ", ".join(f":{self._bound[word]}" for word in words)
