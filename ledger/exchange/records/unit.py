"""Units: a code or a name within the parent, many names, and what holds for one campaign."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Final

from ledger import reading
from ledger.exchange import listing
from ledger.exchange.base import Base
from ledger.exchange.base import everything
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Matched
from ledger.exchange.interpret import Interpreted
from ledger.exchange.matching import look_up
from ledger.exchange.noun import Noun
from ledger.exchange.shape import LISTED
from ledger.exchange.shape import Place
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import direct
from ledger.exchange.shape import persons
from ledger.exchange.shape import words
from ledger.exchange.walk import Walk
from ledger.store import Entry
from ledger.units import UnitNames
from ledger.units import keep_former_name
from ledger.units import keep_former_parent
from ledger.units import normal
from ledger.units import remember
from schemas.fault import Fault
from schemas.record import UNIT

#: What is true of a unit in one campaign only lies in a table of its own.
_PART: Final = "participation"
_ALIASES: Final = "aliases"


# In -------------------------------------------------------------------------------------


def _names_units(read: Interpreted, names: UnitNames) -> bool:
    """Learn the roster's own new units, so that its rows may lie below them; tell of any."""
    if "parent" not in read.values:
        return False
    own = [
        (row, name)
        for row, name in enumerate(read.values["name"])
        if name and not isinstance(names.find(str(name)), int)
    ]
    for row, name in own:
        names.add(_provisional(row), str(name), None)
    return bool(own)


def _provisional(row: int) -> int:
    """Return the number under which a roster's own row is known before it is a unit."""
    return -row - 1


def _match(found: Comparison, ground: Ground) -> None:
    """A unit is its code, else its name within its parent."""
    names, parents, codes = (found.column(name) for name in ("name", "parent", "code"))
    text = "select code, id from unit where code in"
    by_code = look_up(ground.connection, text, filter(None, codes))
    known = _children(ground)
    former = _former_children(ground)
    for row in list(found.open_rows()):
        if codes[row] in by_code:
            found.ids[row] = by_code[codes[row]]
        elif parents[row]:
            found.ids[row] = known.get((parents[row][0], normal(names[row])))
        else:
            match = ground.names.match(names[row], found.sender.unit)
            if not isinstance(match, Fault) and match.unit > 0:
                found.ids[row] = match.unit
    taken = set(found.ids)
    for row in list(found.open_rows()):
        moved = former.get((parents[row][0], normal(names[row]))) if parents[row] else None
        if moved not in taken:
            found.ids[row] = moved


def _children(ground: Ground) -> dict[tuple[int | None, str], int]:
    found: dict[tuple[int | None, str], int] = {}
    for unit, name, parent in ground.connection.execute(
        "select u.id, n.name, u.parent_id from unit u join (select id, name from unit union all"
        " select id, short_name from unit where short_name is not null union all"
        " select unit_id, name from unit_alias) n on n.id = u.id where u.merged_into_id is null"
    ):
        found.setdefault((parent, normal(name)), unit)
    return found


def _former_children(ground: Ground) -> dict[tuple[int | None, str], int]:
    """Return the units that lay elsewhere before, under the parents of then."""
    found: dict[tuple[int | None, str], int] = {}
    for unit, parent in ground.connection.execute(
        "select row_id, unit_id from former_key join unit on unit.id = former_key.row_id"
        " where record = 'unit' and merged_into_id is null order by former_key.id desc"
    ):
        for name in ground.names.said(unit):
            found.setdefault((parent, normal(name)), unit)
    return found


def _compared(found: Comparison, matched: Sequence[Matched], ground: Ground) -> None:
    places = NOUN.of(found.read.values, _PART)
    if places:
        _compare_parts(found, places, matched, ground)
    _compare_aliases(found, matched, ground)


def _compare_parts(
    found: Comparison, places: list[Place], matched: Sequence[Matched], ground: Ground
) -> None:
    """Compare what a unit's row says of it in this campaign."""
    names = [place.columns[0] for place in places]
    base = Base(ground.connection, _PART, everything(found.known))
    # What the plan says of every unit is printed for each, and is nobody's change.
    default = {"active": 1, "batch": ground.campaign.plan.batch}
    ours = {
        row[1]: (row[0], _with_default(dict(zip(names, row[2:], strict=True)), default))
        for row in ground.connection.execute(
            f"select id, unit_id, {', '.join(names)} from participation where campaign_id = ?",
            (ground.campaign.id,),
        )
    }
    nothing = {name: default.get(name) for name in names}
    changes = found.beside.setdefault(_PART, {})
    for row, record in matched:
        number, mine = ours.get(record, (0, nothing))
        walk = Walk(found, ground, row, record, number, base, found.sender.office, changes)
        walk.fields(places, mine)


def _with_default(values: dict[str, Any], default: dict[str, Any]) -> dict[str, Any]:
    return {name: default.get(name) if value is None else value for name, value in values.items()}


def _compare_aliases(found: Comparison, matched: Sequence[Matched], ground: Ground) -> None:
    """Names are only added, and only the office may say that a name means a unit."""
    said = found.read.values.get(_ALIASES)
    if not said:
        return
    for row, record in matched:
        known = set(map(normal, ground.names.said(record)))
        new = [
            one for one in str(said[row] or "").split(LISTED) if one and normal(one) not in known
        ]
        if new and found.sender.office:
            found.beside.setdefault(_ALIASES, {})[row] = new
        elif new:
            names = LISTED.join(new)
            found.remark(
                row, _ALIASES, "queries.column_of_office", stops=False, ours="", theirs=names
            )


def _settle_new(
    columns: dict[str, list[Any]], found: Comparison, new: Sequence[int], ground: Ground
) -> None:
    """Put new units below their parents, which the roster itself may bring.

    In a unit's own roster, and in the office's, a unit that names no parent lies below it.
    """
    top = found.sender.unit or ground.office
    parents = found.column("parent")
    ids = dict(zip(new, columns["id"], strict=True))
    known = ids | {row: number for row, number in enumerate(found.ids) if number is not None}
    columns["parent_id"] = [
        _parent(parents[row], known, top if ids[row] != top else None) for row in new
    ]
    for row in new:
        ground.names.add(ids[row], found.read.values["name"][row], None)
    if new:
        ground.connection.execute("pragma defer_foreign_keys = on")


def _parent(said: tuple[int, ...] | None, ids: dict[int, int], top: int | None) -> int | None:
    if not said:
        return top
    return ids.get(-said[0] - 1) if said[0] < 0 else said[0]


def _follow(entry: Entry, found: Comparison, number: int, values: dict[str, Any]) -> None:
    """A parent that the roster itself brought is a unit by now; what it was called is kept."""
    parent = values.get("parent_id") or 0
    if parent < 0:
        values["parent_id"] = found.ids[-parent - 1]
    if "parent_id" in values:
        keep_former_parent(entry, number)
    if "name" in values:
        keep_former_name(entry, number)


def _applied(entry: Entry, found: Comparison, ground: Ground, new: Sequence[int]) -> None:
    said = found.column(_ALIASES)
    aliases = {row: str(said[row]).split(LISTED) for row in new if said[row]}
    for number, names in found.taken(aliases | found.beside.get(_ALIASES, {})):
        for name in names:
            remember(entry, number, name)
    parts = {row: _part_of(found, row) for row in new}
    for number, part in found.taken(parts | found.beside.get(_PART, {})):
        if part:
            _write_part(entry, ground.campaign.id, number, part)


def _part_of(found: Comparison, row: int) -> dict[str, Any]:
    places = NOUN.of(found.read.values, _PART)
    said = {place.columns[0]: found.read.values[place.field][row] for place in places}
    return {name: value for name, value in said.items() if value is not None}


def _write_part(entry: Entry, campaign: int, unit: int, said: dict[str, Any]) -> None:
    names = list(said)
    inserted = ", ".join(["campaign_id", "unit_id", "active", *(n for n in names if n != "active")])
    values = [campaign, unit, said.get("active", 1), *(said[n] for n in names if n != "active")]
    marks = ", ".join("?" * len(values))
    changed = ", ".join(f"{name} = excluded.{name}" for name in names)
    entry.connection.execute(
        f"insert into participation({inserted}) values ({marks})"
        f" on conflict(campaign_id, unit_id) do update set {changed}",
        values,
    )


# Out ------------------------------------------------------------------------------------


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    for row in reading.units_with_ids(asked.connection, asked.campaign.id, asked.parcel.units):
        yield {**reading.fields(UNIT, row), "id": row["id"]}


def _has_own(_: listing.Asked, __: Mapping[str, Any]) -> bool:
    return True


NOUN: Final = Noun(
    "unit",
    (
        *direct("name", always=True),
        a_unit("parent", always=True),
        *direct("code", "short_name", "key_body", "members", "branches"),
        *direct("leaders", "phone"),
        *persons("head", "liaison"),
        *words("tier", "kind"),
        *words("batch", "supervision_group", table=_PART),
        *persons("contact_leader", table=_PART),
        Place("started_on", ("started_on",), table=_PART),
        Place("active", ("active",), always=True, table=_PART),
    ),
    view="units",
    owned=False,
    named="id",
    known_by=frozenset({"name", "parent"}),
    names_units=_names_units,
    match=_match,
    compared=_compared,
    settle_new=_settle_new,
    follow=_follow,
    applied=_applied,
    listed=_listed,
    has_own=_has_own,
)
