"""Items of an earlier campaign that are gone on with in a later one (结转).

Such an item keeps its number, its steps, its notes and the opinions behind it, and the
campaign in which it was found. It stands in one campaign at a time, so that it counts once.
"""

import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Final

from ledger import keys
from ledger.campaigns import CampaignInUse
from ledger.errors import CarriedOntoItself
from ledger.errors import ItemClosed
from ledger.errors import ItemDropped
from ledger.errors import ItemElsewhere
from schemas.vocabulary import OPEN_STATUSES

if TYPE_CHECKING:
    from ledger.store import Entry

#: Work that goes on: what is still to be done, and what is kept up without end.
GOES_ON: Final = (*OPEN_STATUSES, "deferred", "standing", "done_standing")


@dataclass(frozen=True)
class Carried:
    """What became of the items: the numbers carried over, and those that stand there already.

    ``known`` maps a number to that of the later campaign's item with the same problem.
    """

    numbers: Sequence[str]
    known: dict[str, str]


def carry_over(
    entry: "Entry",
    source: CampaignInUse,
    target: CampaignInUse,
    numbers: Iterable[str] = (),
) -> Carried:
    """Carry items over from one campaign to another; without numbers, all whose work goes on.

    Raises CarriedOntoItself; ItemClosed, ItemDropped or ItemElsewhere where a number is that
    of an item which cannot be gone on with.
    """
    if source.id == target.id:
        raise CarriedOntoItself(campaign=target.name)
    asked = [keys.record_id(entry.connection, number, "item") for number in numbers]
    wanted = list(dict.fromkeys(asked)) or _going_on(entry.connection, source.id)
    known = dict(_known(entry.connection, target.id, wanted))
    carried = [item for item in wanted if item not in known]
    moved = [_move(entry, item, source, target) for item in carried]
    said = {_number(entry.connection, item): no for item, no in known.items()}
    return Carried([number for number in moved if number], said)


def _going_on(connection: sqlite3.Connection, campaign: int) -> list[int]:
    """Return the items of a campaign whose work goes on and which nobody closed."""
    listed = ", ".join(f"'{status}'" for status in GOES_ON)
    found = connection.execute(
        f"select id from item where campaign_id = ? and status in ({listed})"
        " and closing <> 'closed' and dropped_on is null order by id",
        (campaign,),
    )
    return [number for (number,) in found]


def _known(
    connection: sqlite3.Connection, campaign: int, items: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield items that the campaign has already, recognised by unit and problem."""
    text = (
        "select there.no from item as here join item as there"
        " on there.unit_id = here.unit_id and there.natural_key = here.natural_key"
        " where here.id = ? and here.campaign_id <> there.campaign_id"
        " and there.campaign_id = ? and there.dropped_on is null limit 1"
    )
    for item in items:
        found = connection.execute(text, (item, campaign)).fetchone()
        if found is not None:
            yield item, found[0]


def _number(connection: sqlite3.Connection, item: int) -> str:
    return str(connection.execute("select no from item where id = ?", (item,)).fetchone()[0])


def _move(entry: "Entry", number: int, source: CampaignInUse, target: CampaignInUse) -> str | None:
    """Move one item and return its number; None where it was carried over before."""
    from ledger.models import Item
    from ledger.models import ItemStep

    item = entry.session.get_one(Item, number)
    if item.campaign_id == target.id and item.carried_from_id is not None:
        return None
    if item.campaign_id != source.id:
        raise ItemElsewhere(number=item.no, campaign=source.name)
    if item.dropped_on is not None:
        raise ItemDropped(number=item.no, day=item.dropped_on)
    if item.closing == "closed":
        raise ItemClosed(number=item.no)
    item.campaign_id = target.id
    item.carried_from_id = item.carried_from_id or source.id
    entry.add(ItemStep(item_id=number, step="carry", day=entry.today, reason=source.name))
    return item.no
