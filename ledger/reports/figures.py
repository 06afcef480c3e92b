"""Counts from the records as they stand: opinions by channel, items by standing, rates.

A rate never stands alone: it has its numerator, its denominator and what was counted (口径),
which is built from the filter in use.
"""

import sqlite3
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Any

from ledger import reading
from ledger.rectification import FINISHED

Row = dict[str, Any]


@dataclass(frozen=True)
class Rate:
    """A share: how many of how many. The per cent is null where there is nothing to share."""

    part: int
    whole: int

    @property
    def percent(self) -> str | None:
        """Return the share in per cent with two decimals, half away from nought."""
        if not self.whole:
            return None
        hundredths = (self.part * 20000 + self.whole) // (2 * self.whole)
        return f"{hundredths // 100}.{hundredths % 100:02d}"


@dataclass(frozen=True)
class Standing:
    """How items stand: by status, by closing, overdue, and the rate of completion.

    ``done`` counts 已完成 alone; with ``done_standing`` 阶段性完成并长期坚持 is counted, too.
    Of what was carried over, ``came`` says how many items are in the total from each earlier
    campaign, ``went`` how many are in it no more, but in each later one.
    """

    total: int
    by_status: dict[str, int]
    by_closing: dict[str, int]
    overdue: int
    done: Rate
    done_or_standing: Rate
    closed: Rate
    came: dict[str, int]
    went: dict[str, int]


def items(
    connection: sqlite3.Connection, campaign: int, today: date, asked: reading.ItemFilter
) -> Standing:
    """Count the items of a filter."""
    query = reading.item_query(connection, campaign, today, asked)
    query.order = "1"
    by_status = _grouped(connection, query, "status")
    by_closing = _grouped(connection, query, "closing")
    total = sum(by_status.values())
    late = reading.item_query(connection, campaign, today, asked)
    late.where(
        "status in ('planned', 'doing') and dropped_on is null and late_after < :today",
        today=today.isoformat(),
    )
    finished = sum(by_status.get(status, 0) for status in FINISHED)
    return Standing(
        total,
        by_status,
        by_closing,
        reading.count(connection, late),
        Rate(by_status.get("done", 0), total),
        Rate(finished, total),
        Rate(by_closing.get("closed", 0), total),
        _grouped(connection, query.where("carried_from is not null"), "carried_from"),
        _went(connection, campaign, today, asked),
    )


def _went(
    connection: sqlite3.Connection, campaign: int, today: date, asked: reading.ItemFilter
) -> dict[str, int]:
    """Count the items of a filter that later campaigns go on with."""
    later = connection.execute(
        "select id, code from campaign where id <> ? order by id", (campaign,)
    )
    wanted = replace(asked, carried_from=campaign)
    found = {
        code: reading.count(connection, reading.item_query(connection, number, today, wanted))
        for number, code in later.fetchall()
    }
    return {code: count for code, count in found.items() if count}


def opinions(
    connection: sqlite3.Connection, campaign: int, asked: reading.OpinionFilter, by: str
) -> dict[str, int]:
    """Count the opinions of a filter by a field, each voice once; the most first."""
    query = _voices_query(connection, campaign, asked)
    query.order = "1"
    rows = connection.execute(
        f"select {by}, sum(voices) from ({query.text(f'{by}, voices')}) group by {by}",
        query.values,
    ).fetchall()
    return dict(sorted(rows, key=lambda row: (-row[1], row[0] or "")))


def _voices_query(
    connection: sqlite3.Connection, campaign: int, asked: reading.OpinionFilter
) -> reading.Query:
    """Joined opinions keep their voices; withdrawn ones count no more."""
    query = reading.opinion_query(connection, campaign, replace(asked, whole=True))
    return query.where("status <> 'withdrawn'")


def _grouped(connection: sqlite3.Connection, query: reading.Query, by: str) -> dict[str, int]:
    rows = connection.execute(
        f"select {by}, count(*) from ({query.text(by)}) group by {by}", query.values
    )
    return dict(rows.fetchall())


def items_by_unit(
    connection: sqlite3.Connection, campaign: int, today: date, asked: reading.ItemFilter
) -> list[Row]:
    """Count the items of a filter for each unit in the order of the roster."""
    query = reading.item_query(connection, campaign, today, asked)
    query.order = "1"
    late = "status in ('planned', 'doing') and late_after < :on"
    rows = connection.execute(
        "select unit_id, unit, count(*) as total,"
        " sum(status in ('done')) as done,"
        " sum(status = 'done_standing') as done_standing,"
        " sum(status = 'doing') as doing,"
        " sum(status = 'planned') as planned,"
        " sum(status in ('standing', 'deferred', 'referred')) as other,"
        f" coalesce(sum({late}), 0) as overdue,"
        " sum(closing = 'closed') as closed"
        f" from ({query.text()}) group by unit_id order by unit_id",
        query.values | {"on": today.isoformat()},
    )
    names = [column[0] for column in rows.description]
    return [dict(zip(names, row, strict=True)) for row in rows]


def opinions_by_unit(
    connection: sqlite3.Connection, campaign: int, asked: reading.OpinionFilter
) -> dict[int, int]:
    """Count the voices of a filter for each unit."""
    query = _voices_query(connection, campaign, asked)
    query.order = "1"
    rows = connection.execute(
        f"select unit_id, sum(voices) from ({query.text('unit_id, voices')}) group by unit_id",
        query.values,
    )
    return dict(rows.fetchall())
