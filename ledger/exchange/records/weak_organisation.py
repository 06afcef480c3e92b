"""Weak and lax organisations: a unit has each of them once."""

from collections.abc import Iterator
from typing import Any
from typing import Final

from ledger import weak
from ledger.exchange import listing
from ledger.exchange.comparison import Comparison
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import deadline
from ledger.exchange.shape import direct
from ledger.exchange.shape import persons
from ledger.store import Entry


def _follow(_: Entry, __: Comparison, ___: int, values: dict[str, Any]) -> None:
    """One that is being turned round again has no day on which it was."""
    if values.get("turned") == "turning":
        values["done_on"] = None


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    wanted = weak.WeakFilter(unit=asked.parcel.unit)
    rows = weak.organisations(asked.connection, asked.campaign.id, asked.today, wanted)
    return listing.leaving(asked, rows)


NOUN: Final = Noun(
    weak.KIND,
    (
        a_unit("unit", always=True),
        *direct("name", "turned", always=True),
        *persons("contact_leader", "first_secretary", "owner"),
        *direct("level", "kind", "problem", "measures", "done_on", "outcome", "note"),
        deadline("due"),
    ),
    view="weak_organisations",
    key=Key(("name",)),
    defaults={"turned": "turning", "due_standing": 0},
    follow=_follow,
    listed=_listed,
)
