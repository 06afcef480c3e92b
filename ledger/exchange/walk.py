"""The walk over one row's fields: for each, what the base was, ours and theirs."""

from dataclasses import dataclass
from dataclasses import field
from typing import Any

from ledger.exchange.base import Base
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Conflict
from ledger.exchange.comparison import Ground
from ledger.exchange.markup import as_programs_cut
from ledger.exchange.markup import fills_a_cell
from ledger.exchange.markup import is_too_long
from ledger.exchange.markup import shortened
from ledger.exchange.noun import noun_of
from ledger.exchange.plain import clean
from ledger.exchange.shape import Place
from ledger.exchange.shape import Stored
from ledger.privacy import mask
from ledger.undo import TOGETHER
from schemas.sheet_words import CUT_MARK


@dataclass
class Walk:
    """The walk over one row's fields."""

    found: Comparison
    ground: Ground
    row: int
    record: int
    base_row: int
    base: Base
    mine: bool
    changes: dict[int, dict[str, Any]]
    told: bool = True
    stuck: set[str] = field(default_factory=set)
    taken: dict[str, tuple[Place, Stored]] = field(default_factory=dict)

    def fields(self, places: list[Place], ours: dict[str, Any]) -> None:
        """Compare every field of the row that the sheet has a column for."""
        self._each(places, ours)
        changed = self.changes.get(self.row, {})
        for group in TOGETHER.get(self.found.sheet.record, ()):
            if self.stuck & set(group):
                self._wait(set(group))
                for column in group:
                    changed.pop(column, None)
        if not changed:
            self.changes.pop(self.row, None)

    def _wait(self, group: set[str]) -> None:
        """Have what the sheet says of a group's other fields wait for the first conflict in it."""
        waiting = {
            name: theirs
            for name, (place, theirs) in self.taken.items()
            if group.intersection(place.columns)
        }
        noun = noun_of(self.found.sheet.record)
        for conflict in self.found.conflicts:
            if conflict.row == self.row and group.intersection(noun.place(conflict.name).columns):
                conflict.along = waiting
                return

    def _each(self, places: list[Place], ours: dict[str, Any]) -> None:
        for place in places:
            value = self.found.read.values[place.field][self.row]
            if value is None and (place.always or place.field not in self.found.fields):
                continue
            mine = tuple(ours[column] for column in place.columns)
            theirs = place.store(value)
            if not place.same(theirs, mine):
                self._differ(place, theirs, mine, blank=value is None)

    def _differ(self, place: Place, theirs: Stored, ours: Stored, *, blank: bool) -> None:
        base = self.base.value(self.base_row, place, ours, self.record)
        if base is None and blank:
            return
        if theirs in _as_they_left(ours):
            self.found.deviations.append((self.row, place.field, theirs))
        elif base is None:
            if all(value is None for value in ours[:1]):
                self._take(place, theirs, ours)
            elif self._is_former(place, theirs):
                self.found.deviations.append((self.row, place.field, theirs))
            else:
                self._conflict(place, None, theirs, ours)
        elif place.same(theirs, base) or theirs in _as_they_left(base):
            self.found.deviations.append((self.row, place.field, theirs))
        elif _was_cut(theirs, ours):
            self.found.remark(self.row, place.field, "queries.text_cut")
        elif not place.same(ours, base):
            self._conflict(place, base, theirs, ours)
        elif not self.settled and self.base.goes_back(self.base_row, place, theirs):
            self._conflict(place, base, theirs, ours, key="queries.goes_back")
        else:
            self._take(place, theirs, ours)

    def _is_former(self, place: Place, theirs: Stored) -> bool:
        """Tell whether a sheet only calls the record what it was called before."""
        noun = noun_of(self.found.sheet.record)
        return (
            self.ground.settle != "theirs"
            and place.field in noun.recognised
            and self.base.once_said(self.base_row, place, theirs)
        )

    @property
    def settled(self) -> bool:
        """Tell whether a person has decided what becomes of conflicts."""
        return self.ground.settle is not None

    def _allowed(self, place: Place) -> bool:
        if self.found.sender.office:
            return True
        if place.field in noun_of(self.found.sheet.record).office_alone:
            return False
        column = self.found.sheet.column(place.field)
        return self.mine or (column is not None and column.whose == "unit")

    def _take(self, place: Place, theirs: Stored, ours: Stored) -> None:
        if not self._allowed(place):
            self.found.deviations.append((self.row, place.field, theirs))
            self.stuck |= set(place.columns)
            self._remark(place, "queries.column_of_office", None, theirs, ours)
            return
        self.taken[place.field] = place, theirs
        changed = self.changes.setdefault(self.row, {})
        changed |= dict(zip(place.columns, theirs, strict=True))

    def _conflict(
        self,
        place: Place,
        base: Stored | None,
        theirs: Stored,
        ours: Stored,
        key: str = "queries.conflict_three_ways",
    ) -> None:
        if not self._allowed(place) or self.ground.settle == "theirs":
            self._take(place, theirs, ours)
            return
        if self.ground.settle == "ours":
            self.found.kept_ours += 1
            self.found.deviations.append((self.row, place.field, theirs))
            return
        # An open conflict stays one: the next sheet is still based on what this one was.
        self.found.deviations.append((self.row, place.field, base))
        self.found.conflicts.append(Conflict(self.row, place.field, base, ours, theirs))
        self.found.verdicts[self.row] = "conflict"
        self.stuck |= set(place.columns)
        key = "queries.conflict" if base is None else key
        self._remark(place, key, base, theirs, ours)

    def _remark(
        self, place: Place, key: str, base: Stored | None, theirs: Stored, ours: Stored
    ) -> None:
        """Tell the sender of a difference; of what may not go down only that there is one."""
        column = self.found.sheet.column(place.field)
        open_to = column is not None and column.may_leave("down")
        if not self.found.sender.office and not (self.told and open_to):
            said = self._say(place, theirs)
            self.found.remark(
                self.row, place.field, "queries.office_keeps", stops=False, theirs=said
            )
            return
        self.found.remark(
            self.row,
            place.field,
            key,
            stops=False,
            base="" if base is None else self._say(place, base),
            ours=self._say(place, ours),
            theirs=self._say(place, theirs),
        )

    def _say(self, place: Place, stored: Stored) -> str:
        if place.units:
            return self.ground.names.names.get(stored[0], "") if stored[0] else ""
        said = place.show(stored)
        return said if self.found.sender.office else mask(said)


def _as_they_left(stored: Stored) -> tuple[Stored, ...]:
    """Return stored texts as sheets have them: what comes back so was not changed.

    A text is cut where a cell cannot hold it, and masked where it leaves the office. What
    went out whole, in a CSV, a spreadsheet program cuts, and says nothing.
    """
    shorter = tuple(shortened(v) if isinstance(v, str) else v for v in stored)
    masked = tuple(shortened(mask(v)) if isinstance(v, str) else v for v in stored)
    if shorter == stored and masked == stored:
        return shorter, masked
    whole = tuple(clean(as_programs_cut(v)) if isinstance(v, str) else v for v in stored)
    both = tuple(clean(as_programs_cut(mask(v))) if isinstance(v, str) else v for v in stored)
    return shorter, masked, whole, both


def _was_cut(theirs: Stored, ours: Stored) -> bool:
    """Tell whether a sheet has the beginning of a text that is longer than a cell holds."""
    return any(
        isinstance(said, str)
        and (
            said.endswith(CUT_MARK)
            or (isinstance(mine, str) and fills_a_cell(said) and is_too_long(mine))
        )
        for said, mine in zip(theirs, ours, strict=True)
    )
