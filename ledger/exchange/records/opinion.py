"""Opinions: the same words said thirty times are thirty voices, and nobody's name is kept."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Final

from ledger import keys
from ledger import opinions
from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.exchange import listing
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Matched
from ledger.exchange.comparison import Sender
from ledger.exchange.noun import Candidate
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import direct
from ledger.exchange.shape import lists
from ledger.exchange.shape import words
from ledger.store import Entry
from schemas.vocabulary import PERSON_TARGETS

_GIVER: Final = ("giver_name", "giver_phone", "giver_address", "giver_identity")


# In -------------------------------------------------------------------------------------


def _prepare(found: Comparison, _: Ground) -> None:
    """A voice is at least one."""
    for row, voices in enumerate(found.read.values.get("voices") or []):
        if voices == 0:
            found.remark(row, "voices", "queries.no_voice")


def _same(found: Comparison, ground: Ground, candidates: Sequence[Candidate]) -> list[Matched]:
    """The same words of another sender or giver are another voice, if nobody reports both."""
    sender = found.sender
    givers = found.column("giver_name")
    own = [(row, number) for row, number, whose in candidates if whose == sender.unit]
    return own + [
        (row, number)
        for row, number, whose in candidates
        if whose != sender.unit
        and _told_by_both(whose, sender, ground)
        and not _somebody_elses(ground, number, givers[row])
    ]


def _somebody_elses(ground: Ground, opinion: int, name: str | None) -> bool:
    """Tell whether an opinion is known to be another giver's, although its words are the same."""
    known = ground.connection.execute(
        "select giver.name from giver join opinion on opinion.no = giver.opinion_no"
        " where opinion.id = ? and giver.name is not null",
        (opinion,),
    ).fetchone()
    return name is not None and known is not None and known[0] != name


def _told_by_both(whose: int | None, sender: Sender, ground: Ground) -> bool:
    """Tell whether two senders may have reported the same voice.

    An office's list holds what those below it heard. Two units beside one another that
    heard the same words heard two people.
    """
    if whose is None or sender.office or whose == ground.office or sender.unit is None:
        return True
    names = ground.names
    return names.lies_within(whose, sender.unit) or names.lies_within(sender.unit, whose)


def _applied(entry: Entry, found: Comparison, _: Ground, __: Sequence[int]) -> None:
    """Keep who spoke, in the table that is for it alone."""
    columns = [found.read.values.get(name) for name in _GIVER]
    if not any(columns):
        return
    rows = [
        row
        for row, verdict in enumerate(found.verdicts)
        if verdict != "queried" and any(column and column[row] for column in columns)
    ]
    numbers = {
        number: entry.connection.execute(
            "select no from opinion where id = ?", (number,)
        ).fetchone()[0]
        for row in rows
        if (number := found.ids[row]) is not None
    }
    forgotten = opinions.forgotten(entry.connection)
    givers = [
        (number, opinions.GiverDetails(*(column[row] if column else None for column in columns)))
        for row in rows
        if (number := numbers[found.ids[row] or 0]) not in forgotten
    ]
    opinions.record_givers(entry, givers)


# Out ------------------------------------------------------------------------------------


def _listed(asked: listing.Asked) -> Iterator[listing.Row]:
    connection, campaign, parcel = asked.connection, asked.campaign, asked.parcel
    rows = reading.opinions(connection, campaign.id, parcel.opinions)
    found = listing.telling_units(connection, "opinion", rows)
    if parcel.direction == "inside":
        yield from found
        return
    down = parcel.direction == "down"
    withheld = _behind_withheld(asked) if down else set()
    kept = [
        row
        for row in found
        if row["no"] not in withheld and not (down and _about_a_person(row["target"], campaign))
    ]
    # Where the words are the same, the number decides: it is drawn, and tells no order.
    yield from sorted(
        kept, key=lambda row: (row["unit"], row["theme"], row["wording"] or "", row["no"])
    )


def _about_a_person(target: str | None, campaign: CampaignInUse) -> bool:
    """Tell whether an opinion is about one person: by the word, or by none of the plan's."""
    if not target:
        return False
    meant = campaign.plan.vocabulary.target.meaning(target)
    return meant is None or meant in PERSON_TARGETS


def _behind_withheld(asked: listing.Asked) -> set[str]:
    """Return the opinions behind items that do not go to their own unit."""
    return {
        number
        for (number,) in asked.connection.execute(
            "select opinion.no from opinion join item_opinion on"
            " item_opinion.opinion_id = opinion.id join item on item.id = item_opinion.item_id"
            " where item.status = 'referred' or item.scope = 'person'"
        )
    }


def _has_own(asked: listing.Asked, unit: Mapping[str, Any]) -> bool:
    heard = asked.about(unit["id"]).parcel.opinions
    query = reading.opinion_query(asked.connection, asked.campaign.id, heard)
    return listing.any_own(asked, query, unit)


NOUN: Final = Noun(
    "opinion",
    (
        a_unit("unit", always=True),
        *direct("ext_no", "collected_by"),
        *words("channel", "target", "from_group"),
        *lists("theme"),
        *direct("content", "voices", "status", always=True),
        *direct("wording", "raised_on", "answer"),
    ),
    view="opinions",
    key=Key(("channel", "raised_on", "content"), keys.opinion_key, counted=True),
    defaults={"voices": 1, "status": "new"},
    spoken=True,
    stock=True,
    same=_same,
    prepare=_prepare,
    applied=_applied,
    listed=_listed,
    has_own=_has_own,
)
