"""Units: their names and how a name is understood, adding, changing and merging them."""

import re
import sqlite3
import unicodedata
from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger.errors import CodeTaken
from ledger.errors import FaultyValue
from ledger.errors import ParentWithin
from ledger.errors import SameUnit
from ledger.errors import UnitExists
from schemas.fault import Fault
from schemas.unit_names import PARTY_ENDINGS
from schemas.unit_names import TIER_WORDS

if TYPE_CHECKING:
    from ledger.store import Entry

#: Fields of a unit that are kept for each campaign.
PER_CAMPAIGN: Final = ("batch", "supervision_group", "contact_leader", "started_on", "active")

_BLANK: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


def normal(name: str) -> str:
    """Return a name as it is compared: plain widths, no blanks, one kind of bracket."""
    plain = unicodedata.normalize("NFKC", name)
    return _BLANK.sub("", plain).translate(_BRACKETS).strip("·.,:;、，。：；\"'“”‘’")


_BRACKETS: Final = str.maketrans("〔〕[]【】{}（）", "()()()()()")


def _without_ending(name: str) -> str:
    for ending in PARTY_ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name.removesuffix(ending)
    return name


def _without_front(name: str, ancestor: str) -> str:
    """Take the ancestor's name, or that and its tier word, off the front of a name."""
    stem = ancestor[:-1] if ancestor[-1:] in TIER_WORDS else ancestor
    tier = ancestor[-1:] if ancestor[-1:] in TIER_WORDS else ""
    rest = name
    for front in (ancestor, stem, tier):
        if front and rest.startswith(front) and len(rest) - len(front) >= 2:
            rest = rest.removeprefix(front)
            if front != stem:
                break
    return rest


def _place_of(name: str) -> str | None:
    """Return the place that an office's name begins with: 垦东县 of 垦东县委活动办."""
    for at, sign in enumerate(name[:-1]):
        if sign in TIER_WORDS and at:
            return name[: at + 1]
    return None


@dataclass(frozen=True)
class Match:
    """A unit that a name was found to mean, and the rule that found it."""

    unit: int
    rule: str


class UnitNames:
    """Every name of every unit, and what a name that somebody wrote means.

    In order: the code; the name, short name or an alias; the same without the front of
    those above it; the same without 党委, 党组, 党工委, 办公室 at the end. Each is tried
    within the sender's own part of the tree first, then anywhere, and counts only where
    exactly one unit is left.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.names: dict[int, str] = {}
        self.parents: dict[int, int | None] = {}
        self._codes: dict[str, int] = {}
        self._said: dict[int, list[str]] = defaultdict(list)
        self._target: dict[int, int] = {}
        rows = connection.execute(
            "select id, name, short_name, code, parent_id, merged_into_id from unit"
        ).fetchall()
        for number, name, short, code, parent, merged in rows:
            self._take(number, name, short, code, parent, merged)
        for number, name in connection.execute("select unit_id, name from unit_alias"):
            self._said[number].append(name)
        self._levels: list[dict[str, set[int]]] | None = None
        self._doubled: set[str] | None = None
        self._answers: dict[tuple[str, int | None], Match | Fault] = {}

    def _take(
        self,
        number: int,
        name: str,
        short: str | None,
        code: str | None,
        parent: int | None,
        merged: int | None,
    ) -> None:
        self.names[number] = name
        self.parents[number] = parent
        self._said[number].append(name)
        if short:
            self._said[number].append(short)
        if code:
            self._codes[normal(code)] = number
        if merged is not None:
            self._target[number] = merged

    def add(self, number: int, name: str, parent: int | None) -> None:
        """Learn of a unit that was added after the names were read."""
        self._take(number, name, None, None, parent, None)
        self._levels = self._doubled = None
        self._answers.clear()

    def said(self, unit: int) -> list[str]:
        """Return every name of a unit: its own, its short one, its aliases."""
        return self._said[unit]

    def ancestors(self, unit: int) -> Iterator[int]:
        """Yield the units above one, the nearest first."""
        seen = {unit}
        above = self.parents.get(unit)
        while above is not None and above not in seen:
            yield above
            seen.add(above)
            above = self.parents.get(above)

    def lies_within(self, unit: int, top: int) -> bool:
        """Tell whether a unit is another one or lies below it."""
        return unit == top or top in self.ancestors(unit)

    def find(self, name: str, within: int | None = None) -> int | Fault:
        """Return the unit that a name means to a sender, or why there is none."""
        found = self.match(name, within)
        return found if isinstance(found, Fault) else found.unit

    def match(self, name: str, within: int | None = None) -> Match | Fault:
        """Return the unit that a name means, with the rule that made the match."""
        key = (name, within)
        if key not in self._answers:
            self._answers[key] = self._match(name, within)
        return self._answers[key]

    def required(self, name: str, within: int | None = None) -> int:
        """Return the unit that a name means; raises FaultyValue."""
        found = self.match(name, within)
        if isinstance(found, Fault):
            raise FaultyValue(found)
        return found.unit

    def full(self, unit: int) -> str:
        """Return a unit's name with its parent's before it."""
        parent = self.parents.get(unit)
        above = f"{self.names[parent]}／" if parent is not None else ""
        return above + self.names[unit]

    def doubled(self) -> set[str]:
        """Return the names that several units have."""
        if self._doubled is None:
            counts = Counter(name for u, name in self.names.items() if u not in self._target)
            self._doubled = {name for name, count in counts.items() if count > 1}
        return self._doubled

    def telling(self, unit: int) -> str:
        """Return a name that means this unit alone: with its parent's where others share it."""
        name, parent = self.names[unit], self.parents.get(unit)
        if parent is None or name not in self.doubled():
            return name
        return self.names[parent] + name

    def _match(self, name: str, within: int | None) -> Match | Fault:
        asked = normal(name).replace("/", "")
        if not asked:
            return Fault("ledger.unit_empty", {})
        if asked in self._codes:
            return Match(self._final(self._codes[asked]), "code")
        several: set[int] = set()
        for rule, candidates in self._candidates(asked):
            found = {self._final(unit) for unit in candidates}
            if within is not None:
                found = {u for u in found if self.lies_within(u, within)} or found
            if len(found) == 1:
                return Match(found.pop(), rule)
            several = several or found
        if several:
            listed = "、".join(sorted(self.full(unit) for unit in several))
            return Fault("ledger.unit_ambiguous", {"name": name, "units": listed})
        together = "、".join(self._together(asked) or ())
        if together:
            return Fault("ledger.unit_together", {"name": name, "units": together}, together)
        near_names = self.nearest(asked)
        if near_names:
            return Fault(
                "ledger.unit_unknown_near",
                {"name": name, "near": "、".join(near_names)},
                near_names[0],
            )
        return Fault("ledger.unit_unknown", {"name": name})

    def _final(self, unit: int) -> int:
        seen = set()
        while unit in self._target and unit not in seen:
            seen.add(unit)
            unit = self._target[unit]
        return unit

    def _candidates(self, asked: str) -> Iterator[tuple[str, set[int]]]:
        exact, based, bare = self._indexes()
        yield "name", exact.get(asked, set())
        yield "front", self._fronted(asked, based)
        short = _without_ending(asked)
        yield "ending", bare.get(short, set()) | self._fronted(short, bare)

    def _fronted(self, asked: str, index: dict[str, set[int]]) -> set[int]:
        found = set(index.get(asked, set()))
        for top in self._fronts(asked):
            name = normal(self.names[top])
            for front in filter(None, (name, _place_of(name))):
                rest = _without_front(asked, front)
                if rest != asked:
                    found |= {u for u in index.get(rest, ()) if self.lies_within(u, top)}
        return found

    def _fronts(self, asked: str) -> list[int]:
        """Return the units with others below them whose name may stand in front."""
        self._indexes()
        return [u for stem, tops in self._tops.items() if asked.startswith(stem) for u in tops]

    def _indexes(self) -> list[dict[str, set[int]]]:
        if self._levels is None:
            exact: dict[str, set[int]] = defaultdict(set)
            based: dict[str, set[int]] = defaultdict(set)
            bare: dict[str, set[int]] = defaultdict(set)
            for unit, said in self._said.items():
                above = [normal(self.names[top]) for top in self.ancestors(unit)]
                above += [place for top in above if (place := _place_of(top))]
                for name in map(normal, said):
                    exact[name].add(unit)
                    for form in _forms(name, above):
                        based[form].add(unit)
                        bare[_without_ending(form)].add(unit)
            self._levels = [exact, based, bare]
            self._tops = self._with_children()
        return self._levels

    def _with_children(self) -> dict[str, list[int]]:
        tops: dict[str, list[int]] = defaultdict(list)
        for top in {parent for parent in self.parents.values() if parent is not None}:
            name = normal(self.names[top])
            stem = name[:-1] if name[-1:] in TIER_WORDS else name
            tops[stem].append(top)
            place = _place_of(name)
            if place:
                tops[place[:-1]].append(top)
            if (place or name)[-1:] in TIER_WORDS:
                tops[(place or name)[-1:]].append(top)
        return tops

    def longest_within(self, text: str, shortest: int = 3) -> tuple[str, int] | None:
        """Return the longest name that stands in a text with its unit, where it is one's alone."""
        exact = self._indexes()[0]
        plain = normal(text)
        found = [name for name in exact if len(name) >= shortest and name in plain]
        for name in sorted(found, key=len, reverse=True):
            units = {self._final(unit) for unit in exact[name]}
            return (name, units.pop()) if len(units) == 1 else None
        return None

    def _together(self, text: str) -> list[str] | None:
        """Return the names that a text is made of, where their separators were lost."""
        exact = self._indexes()[0]
        ends: dict[int, list[str]] = {0: []}
        for stop in range(2, min(len(text), _LONGEST_TOGETHER) + 1):
            for start in sorted(ends):
                if text[start:stop] in exact and (start or stop < len(text)):
                    ends.setdefault(stop, [*ends[start], text[start:stop]])
        return ends.get(len(text))

    def nearest(self, name: str, most: int = 3) -> list[str]:
        """Return the known names most like one; likeness suggests and never decides."""
        from difflib import get_close_matches

        known = {normal(said): said for names in self._said.values() for said in names}
        whose = {said: unit for unit, names in self._said.items() for said in names}
        close = get_close_matches(name, known, n=most, cutoff=0.5)
        within = [key for key in known if name in key or key in name]
        short = [key for key in known if shortens(name, key)]
        ordered = dict.fromkeys([*within[:most], *short[:most], *close])
        # A unit is suggested once: by its own name where that is like it, else by the nearest.
        near: dict[int, str] = {}
        for said in (known[key] for key in ordered):
            unit = whose[said]
            if unit not in near or said == self.names[unit]:
                near[unit] = said
        return list(near.values())[:most]


#: More characters than the names of a few units have.
_LONGEST_TOGETHER: Final = 60


def shortens(name: str, whole: str) -> bool:
    """Tell whether a name is made of characters of another one in their order: 人社局."""
    rest = iter(whole)
    return 2 <= len(name) < len(whole) and name[-1] == whole[-1] and all(c in rest for c in name)


def _forms(name: str, above: Iterable[str]) -> set[str]:
    forms = {name}
    rest = name
    for ancestor in above:
        rest = _without_front(rest, ancestor)
        forms.add(rest)
        stem = ancestor[:-1] if ancestor[-1:] in TIER_WORDS else ancestor
        forms |= {ancestor + rest, stem + rest}
    return forms


# Writing --------------------------------------------------------------------------------


def add(entry: "Entry", campaign: int, names: UnitNames, fields: Mapping[str, Any]) -> int:
    """Add a unit and return its id.

    ``fields`` has the contract's fields, with ``parent_id`` for the parent and aliases as
    a list. Raises UnitExists or CodeTaken.
    """
    from ledger.models import Unit

    own = {k: v for k, v in fields.items() if k not in (*PER_CAMPAIGN, "aliases")}
    _check_free(names, own.get("name"), own.get("parent_id"), None)
    _check_code(entry, own.get("code"), None)
    unit = Unit(**own)
    entry.add(unit)
    assert unit.id is not None
    _write_aliases(entry, unit.id, fields.get("aliases") or [])
    _write_participation(entry, campaign, unit.id, fields)
    names.add(unit.id, unit.name, unit.parent_id)
    return unit.id


def edit(
    entry: "Entry", campaign: int, names: UnitNames, unit_id: int, fields: Mapping[str, Any]
) -> None:
    """Change the given fields of a unit. Aliases are added to, never taken away.

    Raises UnitExists, CodeTaken or ParentWithin.
    """
    from ledger.models import Unit

    unit = entry.session.get_one(Unit, unit_id)
    own = {k: v for k, v in fields.items() if k not in (*PER_CAMPAIGN, "aliases")}
    if "name" in own or "parent_id" in own:
        name, parent = own.get("name", unit.name), own.get("parent_id", unit.parent_id)
        _check_free(names, name, parent, unit_id)
        if parent is not None and names.lies_within(parent, unit_id):
            raise ParentWithin(unit=unit.name, parent=names.names[parent])
    if "code" in own:
        _check_code(entry, own["code"], unit_id)
    former = unit.name
    if own.get("parent_id", unit.parent_id) != unit.parent_id:
        keep_former_parent(entry, unit_id)
    for key, value in own.items():
        setattr(unit, key, value)
    entry.session.flush()
    _write_aliases(entry, unit_id, [former, *(fields.get("aliases") or [])])
    _write_participation(entry, campaign, unit_id, fields)


def keep_former_parent(entry: "Entry", unit_id: int) -> None:
    """A roster that still says where a unit lay before has to find it again."""
    name, parent = entry.connection.execute(
        "select name, parent_id from unit where id = ?", (unit_id,)
    ).fetchone()
    if parent is not None:
        entry.connection.execute(
            "insert into former_key(record, row_id, unit_id, natural_key) values ('unit', ?, ?, ?)",
            (unit_id, parent, keys.record_key(name)),
        )


def keep_former_name(entry: "Entry", unit_id: int) -> None:
    """Keep the name that a unit is about to lose as an alias."""
    entry.connection.execute(
        "insert into unit_alias(unit_id, name) select id, name from unit where id = ?1 and not"
        " exists (select 1 from unit_alias a where a.unit_id = ?1 and a.name = unit.name)",
        (unit_id,),
    )


def remember(entry: "Entry", unit_id: int, name: str) -> None:
    """Keep a name that a clerk settled as an alias of a unit."""
    _write_aliases(entry, unit_id, [name])


def _check_free(names: UnitNames, name: Any, parent: Any, but: int | None) -> None:
    for unit, known in names.names.items():
        same = normal(known) == normal(str(name)) and names.parents[unit] == parent
        if same and unit != but:
            raise UnitExists(name=name, full=names.full(unit))


def _check_code(entry: "Entry", code: Any, but: int | None) -> None:
    if not code:
        return
    found = entry.connection.execute(
        "select name from unit where code = ? and id is not ?", (code, but)
    ).fetchone()
    if found:
        raise CodeTaken(code=code, name=found[0])


def _write_aliases(entry: "Entry", unit_id: int, aliases: Iterable[str]) -> None:
    from ledger.models import UnitAlias

    known = {
        normal(row[0])
        for row in entry.connection.execute(
            "select name from unit_alias where unit_id = ?1"
            " union select name from unit where id = ?1",
            (unit_id,),
        )
    }
    for alias in aliases:
        if normal(alias) not in known:
            known.add(normal(alias))
            entry.add(UnitAlias(unit_id=unit_id, name=alias))


def _write_participation(
    entry: "Entry", campaign: int, unit_id: int, fields: Mapping[str, Any]
) -> None:
    from sqlmodel import select

    from ledger.models import Participation

    given = {key: fields[key] for key in PER_CAMPAIGN if key in fields}
    if not given:
        return
    part = entry.session.exec(
        select(Participation).where(
            Participation.campaign_id == campaign, Participation.unit_id == unit_id
        )
    ).first() or Participation(campaign_id=campaign, unit_id=unit_id)
    for key, value in given.items():
        setattr(part, key, value)
    entry.add(part)


def merge(entry: "Entry", names: UnitNames, unit_id: int, into_id: int, day: date) -> None:
    """Merge a unit into another on a day: its records and its names go over.

    Raises SameUnit, or ParentWithin where the other lies below it.
    """
    from ledger.models import Unit

    if unit_id == into_id:
        raise SameUnit(unit=names.names[unit_id])
    if names.lies_within(into_id, unit_id):
        raise ParentWithin(unit=names.names[unit_id], parent=names.names[into_id])
    execute = entry.connection.execute
    for table, column in _POINTERS:
        execute(f"update {table} set {column} = ? where {column} = ?", (into_id, unit_id))
    execute(
        "delete from item_co_unit where unit_id = ?1 and item_id in"
        " (select item_id from item_co_unit where unit_id = ?2)",
        (unit_id, into_id),
    )
    execute("update item_co_unit set unit_id = ? where unit_id = ?", (into_id, unit_id))
    execute(
        "update milestone set unit_id = ?2 where unit_id = ?1 and not exists (select 1 from"
        " milestone o where o.unit_id = ?2 and o.action = milestone.action"
        " and o.campaign_id = milestone.campaign_id)",
        (unit_id, into_id),
    )
    unit = entry.session.get_one(Unit, unit_id)
    unit.merged_into_id, unit.merged_on = into_id, day
    entry.session.flush()


#: What points to a unit and follows it when it is merged.
_POINTERS: Final = (
    ("unit", "parent_id"),
    ("opinion", "unit_id"),
    ("opinion", "sender_id"),
    ("item", "unit_id"),
    ("item", "lead_unit_id"),
    ("item", "sender_id"),
    ("activity", "unit_id"),
    ("activity", "sender_id"),
    ("former_key", "unit_id"),
    ("extra", "sender_id"),
    ("heading_meaning", "sender_id"),
    ("visit", "unit_id"),
    ("visit", "sender_id"),
    ("contact_point", "unit_id"),
    ("contact_point", "sender_id"),
    ("contact_point", "body_id"),
    ("weak_organisation", "unit_id"),
    ("weak_organisation", "sender_id"),
    ("figure", "unit_id"),
    ("figure", "sender_id"),
    ("review", "unit_id"),
)


def subtree(connection: sqlite3.Connection, unit_id: int) -> list[int]:
    """Return a unit and everything below it."""
    return [
        row[0]
        for row in connection.execute(
            "with recursive below(id) as (select ? union select unit.id from unit"
            " join below on unit.parent_id = below.id) select id from below",
            (unit_id,),
        )
    ]
