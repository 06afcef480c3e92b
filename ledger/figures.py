"""Reported numbers: kept exactly and in their own words; a cumulative one does not fall."""

import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger import numbered
from ledger import reading
from ledger.errors import EmptyText
from ledger.errors import FaultyValue
from ledger.errors import FigureFalls
from ledger.errors import FigureKnown
from ledger.errors import LaterFigureFalls
from ledger.errors import PeriodAhead
from ledger.exchange.plain import clean
from ledger.exchange.plain import says_nothing
from schemas import record
from schemas.fault import Fault
from schemas.plan import Indicator
from schemas.plan import Plan
from schemas.quantity import Quantity
from schemas.quantity import plain
from schemas.quantity import read_quantity
from schemas.rounding import SHARES
from schemas.rounding import same_measure
from schemas.rounding import smaller
from schemas.sheets.figures import CUMULATIVE

if TYPE_CHECKING:
    from ledger.campaigns import CampaignInUse
    from ledger.store import Entry

KIND: Final = "figure"
#: What makes two numbers say the same of a unit: only their source may then tell them apart.
SAME: Final = ("batch", "covers", "period", "cumulative", "indicator")
#: The columns of a number.
NUMBER: Final = ("value", "up_to", "qualifier", "measure", "words")

Row = dict[str, Any]


@dataclass(frozen=True)
class FigureFilter:
    """What ``figures`` is asked for; a unit stands for all below it, too."""

    unit: int | None = None
    indicator: str | None = None
    period: str | None = None
    covers: str | None = None
    batch: str | None = None
    cumulative: bool | None = None
    numbers: tuple[int, ...] = ()


def query(connection: sqlite3.Connection, campaign: int, asked: FigureFilter) -> reading.Query:
    """Return the query for numbers: month by month, indicator by indicator."""
    found = reading.Query("figures", order="period, indicator, cumulative, id")
    found.where("campaign_id = :campaign", campaign=campaign)
    found.below(connection, asked.unit).among("id", asked.numbers)
    for name in ("indicator", "period", "covers", "batch", "cumulative"):
        wanted = getattr(asked, name)
        if wanted is not None:
            found.where(f"{name} = :{name}", **{name: wanted})
    return found


def figures(connection: sqlite3.Connection, campaign: int, asked: FigureFilter) -> Iterator[Row]:
    """Yield numbers with the fields of the contract, and the ids of number and unit."""
    for row in reading.rows(connection, query(connection, campaign, asked)):
        ids = {"id": row["id"], "unit_id": row["unit_id"]}
        yield reading.fields(record.FIGURE, row) | ids


def figure(connection: sqlite3.Connection, number: str) -> Row:
    """Return one number, of whichever campaign; raises UnknownRecord."""
    found = keys.record_id(connection, number, KIND)
    [campaign] = connection.execute(
        "select campaign_id from figure where id = ?", (found,)
    ).fetchone()
    return next(figures(connection, campaign, FigureFilter(numbers=(found,))))


def quantity_of(row: Mapping[str, Any]) -> Quantity:
    """Return the number of a row."""
    up_to = row["up_to"]
    return Quantity(
        Decimal(row["value"]),
        row["qualifier"],
        row["measure"],
        row["words"],
        None if up_to is None else Decimal(up_to),
    )


def columns_of(quantity: Quantity, measure: str | None = None) -> Row:
    """Return the columns of a number; ``measure`` is what it counts where it does not say so."""
    return {
        "value": format(quantity.value, "f"),
        "up_to": None if quantity.up_to is None else format(quantity.up_to, "f"),
        "qualifier": quantity.qualifier,
        "measure": quantity.measure or measure,
        "words": quantity.words,
    }


# The plan's indicators ------------------------------------------------------------------


def indicator_of(plan: Plan, said: str) -> Indicator | None:
    """Return the plan's indicator that is called so, None where it has none."""
    name = _plain(said)
    for one in plan.indicators:
        if name in map(_plain, (one.name, one.code, *one.aliases)):
            return one
    return None


def _plain(said: str) -> str:
    return plain(said).replace(" ", "").lower()


def indicator_named(plan: Plan, said: str) -> str | None:
    """Return what an indicator is called in the ledger: as the plan does, else as it was said.

    It is None where nothing is named: by a stroke, or a sign that stands for another cell.
    """
    found = indicator_of(plan, said)
    if found is not None:
        return found.name
    name = " ".join(clean(said).split())
    return None if says_nothing(name) else name


def nearest_indicator(plan: Plan, said: str) -> str | None:
    """Return the plan's indicator most like one that it does not have."""
    names = [one.name for one in plan.indicators]
    within = [name for name in names if said in name or name in said]
    return next(iter(within or get_close_matches(said, names, n=1, cutoff=0.4)), None)


# Falling --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    """What a cumulative number came to in a period, and why it fell, if that was said."""

    number: str | None
    period: str
    quantity: Quantity
    reason: str | None = None


@dataclass(frozen=True)
class Fall:
    """Two numbers of which the later is certainly the smaller."""

    earlier: Said
    later: Said


def fall(course: Sequence[Said], one: Said) -> Fall | None:
    """Return how a number falls from the one before it, or the one after falls from it.

    Of a later one of which it was said why it fell nothing is asked again. Shares do not
    add up and may fall.
    """
    if one.quantity.measure in SHARES:
        return None
    before = [said for said in course if said.period < one.period]
    after = [said for said in course if said.period > one.period]
    last = max((said.period for said in before), default=None)
    first = min((said.period for said in after), default=None)
    pairs = chain(
        (Fall(said, one) for said in before if said.period == last),
        (Fall(one, said) for said in after if said.period == first and not said.reason),
    )
    return next((pair for pair in pairs if _falls(pair)), None)


def _falls(pair: Fall) -> bool:
    earlier, later = pair.earlier.quantity, pair.later.quantity
    return same_measure(earlier.measure, later.measure) and smaller(later, earlier)


def course_of(
    connection: sqlite3.Connection, campaign: int, figure: Mapping[str, Any], but: int | None = None
) -> list[Said]:
    """Return all that a cumulative number came to, period by period; ``but`` is left out."""
    found = connection.execute(
        f"select no, period, reason, {', '.join(NUMBER)} from figure where campaign_id = :campaign"
        " and unit_id = :unit_id and indicator = :indicator and covers = :covers"
        " and batch is :batch and cumulative = 1 and id is not :but order by period, id",
        {**_named(figure, "unit_id", *SAME), "campaign": campaign, "but": but},
    )
    return [
        Said(no, period, quantity_of(dict(zip(NUMBER, number, strict=True))), reason)
        for no, period, reason, *number in found
    ]


def _named(row: Mapping[str, Any], *names: str) -> Row:
    return {name: row[name] for name in names}


# Writing --------------------------------------------------------------------------------


def log(
    entry: "Entry", campaign: "CampaignInUse", indicator: str, words: str, fields: Mapping[str, Any]
) -> tuple[str, list[tuple[str, str]]]:
    """Keep a number; return its own with those that say the same of another source.

    What is not said is as the plan has it for the indicator. Raises EmptyText, FaultyValue,
    PeriodAhead, FigureKnown, FigureFalls or LaterFigureFalls.
    """
    named = _named_indicator(campaign.plan, indicator)
    quantity = _read(words)
    planned = indicator_of(campaign.plan, indicator)
    measure = fields.get("measure") or (None if planned is None else planned.measure)
    row: Row = {
        "batch": campaign.plan.batch,
        "covers": "all" if planned is None else planned.covers,
        "cumulative": CUMULATIVE in words or (planned is not None and planned.cumulative),
        "source": None,
        "reason": None,
        **fields,
        "indicator": named,
        **columns_of(quantity, measure),
    }
    row["reason"] = _reason(row["reason"])
    row.setdefault("period", _month(fields.get("as_of") or entry.today))
    beside = _check(entry, campaign.id, row, None, excused=bool(row["reason"]))
    return numbered.add(entry, KIND, campaign.id, row, _key), beside


def edit(
    entry: "Entry", campaign: "CampaignInUse", number: str, words: str | None, fields: Row
) -> tuple[str, list[tuple[str, str]]]:
    """Change what is said of a number; raises what ``log`` does."""
    found = keys.record_id(entry.connection, number, KIND)
    said = dict(fields)
    if "indicator" in said:
        said["indicator"] = _named_indicator(campaign.plan, said["indicator"])
    if "reason" in said:
        said["reason"] = _reason(said["reason"])
    [home, before] = _row(entry.connection, found)
    if words is not None:
        said |= columns_of(_read(words), said.get("measure") or before["measure"])
    beside = []
    if any(said[name] != before[name] for name in said if name not in ("reason", "as_of")):
        excused = bool(said.get("reason"))
        beside = _check(entry, home, before | said, found, excused=excused)
    return numbered.edit(entry, KIND, number, said, _key), beside


def _named_indicator(plan: Plan, said: str) -> str:
    name = indicator_named(plan, said)
    if name is None:
        raise EmptyText(field="indicator")
    return name


def _reason(said: str | None) -> str | None:
    """Return a reason that says something: a stroke is none."""
    return None if said is None or says_nothing(clean(said)) else said


def drop(entry: "Entry", number: str) -> str:
    """Take a number away."""
    return numbered.drop(entry, KIND, number)


def _read(words: str) -> Quantity:
    found = read_quantity(words)
    if isinstance(found, Fault):
        raise FaultyValue(found)
    if found is None:
        raise EmptyText(field="figure")
    return found


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _row(connection: sqlite3.Connection, number: int) -> tuple[int, Row]:
    """Return the campaign of a number, and its columns."""
    names = ("unit_id", *SAME, *NUMBER, "source", "reason", "as_of")
    campaign, *values = connection.execute(
        f"select campaign_id, {', '.join(names)} from figure where id = ?", (number,)
    ).fetchone()
    return int(campaign), dict(zip(names, values, strict=True))


def _check(
    entry: "Entry", campaign: int, row: Row, number: int | None, *, excused: bool
) -> list[tuple[str, str]]:
    """Return the numbers that say the same by another source, where a number may stand."""
    if row["period"] > _month(entry.today):
        raise PeriodAhead(period=row["period"], today=entry.today)
    beside = _same(entry.connection, campaign, row, number)
    for no, words, source in beside:
        if source == row["source"]:
            raise FigureKnown(number=no, words=words)
    if row["cumulative"] and not excused:
        one = Said(None, row["period"], quantity_of(row))
        found = fall(course_of(entry.connection, campaign, row, number), one)
        if found is not None:
            raise _mistake(found, one)
    return [(no, words) for no, words, _ in beside]


def _same(
    connection: sqlite3.Connection, campaign: int, row: Row, but: int | None
) -> Iterable[tuple[str, str, str | None]]:
    return connection.execute(
        "select no, words, source from figure where campaign_id = :campaign"
        " and unit_id = :unit_id and batch is :batch and covers = :covers and period = :period"
        " and indicator = :indicator and cumulative = :cumulative and id is not :but order by id",
        {**_named(row, "unit_id", *SAME), "campaign": campaign, "but": but},
    ).fetchall()


def _mistake(found: Fall, one: Said) -> FigureFalls | LaterFigureFalls:
    other = found.earlier if found.later is one else found.later
    kind = FigureFalls if found.later is one else LaterFigureFalls
    return kind(
        number=other.number,
        period=other.period,
        words=other.quantity.words,
        said=one.quantity.words,
        of=one.period,
    )


def _key(_: "Entry", row: Any) -> int:
    return key_of(*(getattr(row, name) for name in SAME))


def key_of(batch: object, covers: object, period: object, cumulative: object, said: object) -> int:
    """Return what a number is recognised by, beside its unit: all of ``SAME``."""
    return keys.record_key(batch, covers, period, int(bool(cumulative)), said)
