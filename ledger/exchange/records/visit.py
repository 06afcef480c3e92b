"""Visits: a group is in a unit once a day."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ledger import supervision
from ledger.exchange import listing
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import deadline
from ledger.exchange.shape import direct
from ledger.exchange.shape import lists
from ledger.exchange.shape import persons
from ledger.exchange.shape import words


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    wanted = supervision.VisitFilter(unit=asked.parcel.unit, group=asked.parcel.units.group)
    rows = supervision.visits(asked.connection, asked.campaign.id, wanted)
    return listing.leaving(asked, rows)


NOUN: Final = Noun(
    supervision.KIND,
    (
        a_unit("unit", always=True),
        replace(words("group")[0], columns=("sup_group",)),
        *direct("day", always=True),
        *lists("ways"),
        *persons("members"),
        *direct("level", "talks", "meetings", "opinions", "reviewed", "returned"),
        *direct("found", "demands", "fed_back_on", "recheck", "outcome", "outcome_where"),
        *direct("outcome_on", "note"),
        deadline("due"),
    ),
    view="visits",
    key=Key(("group", "day")),
    defaults={"due_standing": 0},
    listed=_listed,
)
