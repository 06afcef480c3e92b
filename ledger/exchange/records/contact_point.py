"""Contact points: a leader may have several, in one body or in many."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ledger import contacts
from ledger.exchange import listing
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import direct
from ledger.exchange.shape import persons
from ledger.units import UnitNames


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    wanted = contacts.ContactFilter(unit=asked.parcel.unit)
    return listing.leaving(asked, _named(asked, wanted))


def _named(asked: listing.Asked, wanted: contacts.ContactFilter) -> Iterator[listing.Row]:
    """Yield the points, each body by a name that means no other."""
    names = UnitNames(asked.connection)
    for row in contacts.points(asked.connection, asked.campaign.id, wanted):
        body = row["body_id"]
        yield row | {"body": None if body is None else names.telling(body)}


NOUN: Final = Noun(
    contacts.KIND,
    (
        a_unit("unit", always=True),
        # A name is the same with whatever blanks it is written.
        replace(persons("leader")[0], always=True),
        a_unit("body"),
        *direct("level", "post", "point", "set_up_on", "attended_on", "note"),
    ),
    view="contact_points",
    # Which point of a body it is may be said later, and is then no other record.
    key=Key(("body", "leader"), counted=True),
    listed=_listed,
)
