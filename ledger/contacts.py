"""Contact points (联系点): which body and which point each leader keeps contact with.

The plan says what each leader has to have, and whose meetings each sits in on as an
ordinary member.
"""

import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger import numbered
from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.selecting import Chooser
from ledger.units import UnitNames
from schemas import record
from schemas.fault import Fault
from schemas.plan import Contacts
from schemas.sheet_words import SEPARATORS

if TYPE_CHECKING:
    from ledger.store import Entry

KIND: Final = "contact_point"
#: Between meetings of which one is enough.
_OR: Final = "／"

Row = dict[str, Any]


@dataclass(frozen=True)
class ContactFilter:
    """What ``contact-points`` is asked for."""

    unit: int | None = None
    leader: str | None = None


@dataclass
class Leader:
    """A leader with all contacts: units by their ids, points that are no unit by name."""

    name: str
    level: str | None = None
    post: str | None = None
    bodies: dict[int, None] = field(default_factory=dict)
    points: dict[str, int | None] = field(default_factory=dict)
    attended_on: str | None = None


def query(connection: sqlite3.Connection, campaign: int, asked: ContactFilter) -> reading.Query:
    """Return the query for contact points."""
    found = reading.Query("contact_points", order="leader, id")
    found.where("campaign_id = :campaign", campaign=campaign)
    if asked.unit is not None:
        below = reading.Query("").below(connection, asked.unit).conditions[0]
        found.where(f"({below} or {below.replace('unit_id', 'body_id')})")
    if asked.leader:
        found.where("instr(leader, :leader) > 0", leader=asked.leader)
    return found


def points(connection: sqlite3.Connection, campaign: int, asked: ContactFilter) -> Iterator[Row]:
    """Yield contact points with the fields of the contract, and the ids that they name."""
    for row in reading.rows(connection, query(connection, campaign, asked)):
        ids = {name: row[name] for name in ("id", "unit_id", "body_id")}
        yield reading.fields(record.CONTACT_POINT, row) | ids


# What is missing ------------------------------------------------------------------------


def missing(
    connection: sqlite3.Connection, campaign: CampaignInUse, asked: ContactFilter
) -> Iterator[Row]:
    """Yield the leaders who lack something that the plan asks for, with what they lack.

    A leader whom only the roster names, as the contact of a unit, is among them.
    """
    rules = campaign.plan.contacts
    chooser = Chooser(connection, campaign.id)
    names = UnitNames(connection)
    for leader in _leaders(connection, campaign.id, asked, names):
        rule = _rule(rules, leader)
        lacks = [] if rule is None else [*_lacks(rule, leader, chooser, campaign)]
        if lacks:
            yield {
                "leader": leader.name,
                "post": leader.post,
                "bodies": [names.names[body] for body in leader.bodies],
                "points": list(leader.points),
                "attended_on": leader.attended_on,
                "missing": lacks,
            }


def _leaders(
    connection: sqlite3.Connection, campaign: int, asked: ContactFilter, names: UnitNames
) -> list[Leader]:
    found: dict[str, Leader] = {}
    for row in points(connection, campaign, asked):
        for name in _people(row["leader"]):
            _add_point(found.setdefault(name, Leader(name)), row, names)
    for unit, said in _of_roster(connection, campaign, asked):
        for name in _people(said):
            if asked.leader is None or asked.leader in name:
                found.setdefault(name, Leader(name)).bodies[unit] = None
    return list(found.values())


def _add_point(leader: Leader, row: Mapping[str, Any], names: UnitNames) -> None:
    leader.level = leader.level or row["level"]
    leader.post = leader.post or row["post"]
    if row["body_id"] is not None:
        leader.bodies[row["body_id"]] = None
    if row["point"]:
        unit = names.find(row["point"], row["body_id"])
        leader.points[row["point"]] = None if isinstance(unit, Fault) else unit
    if row["attended_on"]:
        leader.attended_on = max(leader.attended_on or "", row["attended_on"])


def _of_roster(
    connection: sqlite3.Connection, campaign: int, asked: ContactFilter
) -> list[tuple[int, str]]:
    units = reading.Query("units").where("campaign_id = :campaign", campaign=campaign)
    units.where("active = 1 and coalesce(contact_leader, '') <> ''")
    below = reading.Query("").below(connection, asked.unit).conditions
    for condition in below:
        units.where(condition.replace("unit_id", "id"))
    return connection.execute(units.text("id, contact_leader"), units.values).fetchall()


def _people(said: str) -> list[str]:
    return [name for part in SEPARATORS.split(said) if (name := part.strip())]


def _rule(rules: Sequence[Contacts], leader: Leader) -> Contacts | None:
    """Return the rule for a leader: the one for the own level, else the plan's first."""
    own = (rule for rule in rules if rule.leaders == leader.level)
    return next(own, rules[0] if rules else None)


def _lacks(
    rule: Contacts, leader: Leader, chooser: Chooser, campaign: CampaignInUse
) -> Iterator[str]:
    """Yield what a leader lacks: the first of the rule's points are bodies, the others points.

    Where the rule has one kind alone, it does not matter in which column a unit stands.

    A point that is no unit of the ledger is taken at its word. A unit whose kind the plan
    does not mean is none.
    """
    for at, point in enumerate(rule.points):
        meant = chooser.units(point.to)
        bodies = [*leader.bodies] if at == 0 else []
        points = [*leader.points.values()] if at > 0 or len(rule.points) == 1 else []
        contacts = {*filter(None, bodies), *filter(None, points)}
        strangers = points.count(None)
        if len(contacts & set(meant)) + strangers < point.at_least:
            yield point.name
    if rule.attends and leader.attended_on is None:
        yield _OR.join(campaign.plan.action(code).name for code in rule.attends)


# Writing --------------------------------------------------------------------------------


def add(entry: "Entry", campaign: int, leader: str, fields: Mapping[str, Any]) -> str:
    """Record a contact point of a leader. Raises EmptyText or DayInFuture."""
    return numbered.add(entry, KIND, campaign, {"leader": leader, **fields}, _key)


def edit(entry: "Entry", number: str, fields: Mapping[str, Any]) -> str:
    """Change the given fields of a contact point."""
    return numbered.edit(entry, KIND, number, fields, _key)


def drop(entry: "Entry", number: str) -> str:
    """Take a contact point away."""
    return numbered.drop(entry, KIND, number)


def _key(entry: "Entry", row: Any) -> int:
    """Return the key of a leader's next point in a body; one that has its key keeps it."""
    return keys.free_key(
        entry.connection,
        KIND,
        row.unit_id,
        lambda nth: keys.record_key(row.body_id, row.leader, nth),
        but=row.id,
    )
