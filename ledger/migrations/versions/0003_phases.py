"""Supervision, contact points, weak organisations, reviews, reported numbers, carrying over.

An activity has a row of its own, whatever it counts for.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables and columns, and reshape activities."""
    _supervision()
    _answered()
    _reviews()
    _figures()
    op.add_column("source_sheet", sa.Column("said_of", sa.String(), nullable=True))
    _activities()
    _carried()
    _senders()


def _senders() -> None:
    """Find the last sheets of a sender, and of the units merged into it, among everybody's."""
    op.create_index("source_sheet_sender", "source_sheet", ["campaign_id", "sheet", "sender_id"])
    merged = sa.text("merged_into_id is not null")
    op.create_index("unit_merged", "unit", ["merged_into_id"], sqlite_where=merged)


def _supervision() -> None:
    _visits()
    _contact_points()
    _weak_organisations()
    # Alembic would rebuild the table for a reference; SQLite takes one that may be empty.
    op.execute("alter table item add column visit_id integer references visit(id)")
    op.create_index(op.f("ix_item_visit_id"), "item", ["visit_id"], unique=False)
    for table in ("visit", "contact_point", "weak_organisation"):
        op.create_index(f"{table}_key", table, ["unit_id", "natural_key"], unique=False)
        op.execute(f"insert into mark(record, high) values ('{table}', 0)")


def _numbered() -> tuple[sa.Column[Any], ...]:
    """Return the columns that every numbered record begins with."""
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("no", sa.String(), nullable=False, unique=True),
        sa.Column("campaign_id", sa.Integer(), sa.ForeignKey("campaign.id"), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("sender_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=True),
    )


def _due() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("due_text", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_class", sa.String(), nullable=True),
        sa.Column("due_standing", sa.Boolean(), nullable=False),
        sa.Column("late_after", sa.Date(), nullable=True),
    )


def _origin() -> tuple[Any, ...]:
    """Return the columns that every record ends with, and its key."""
    return (
        sa.Column("natural_key", sa.Integer(), nullable=True),
        sa.Column("source_sheet", sa.Integer(), nullable=True),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )


def _texts(*names: str) -> Iterator[sa.Column[Any]]:
    for name in names:
        yield sa.Column(name, sa.String(), nullable=True)


def _visits() -> None:
    counts = ("talks", "meetings", "opinions", "reviewed", "returned")
    op.create_table(
        "visit",
        *_numbered(),
        *_texts("sup_group", "level"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("ways", sa.Text(), nullable=True),
        *_texts("members"),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in counts),
        *_texts("found", "demands"),
        *_due(),
        sa.Column("fed_back_on", sa.Date(), nullable=True),
        *_texts("recheck", "outcome", "outcome_where"),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        *_texts("note"),
        *_origin(),
        sqlite_autoincrement=True,
    )


def _contact_points() -> None:
    op.create_table(
        "contact_point",
        *_numbered(),
        sa.Column("leader", sa.String(), nullable=False),
        *_texts("level", "post"),
        sa.Column("body_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=True),
        *_texts("point"),
        sa.Column("set_up_on", sa.Date(), nullable=True),
        sa.Column("attended_on", sa.Date(), nullable=True),
        *_texts("note"),
        *_origin(),
        sqlite_autoincrement=True,
    )


def _weak_organisations() -> None:
    op.create_table(
        "weak_organisation",
        *_numbered(),
        sa.Column("name", sa.String(), nullable=False),
        *_texts("level", "kind", "problem", "contact_leader", "first_secretary", "measures"),
        *_texts("owner"),
        *_due(),
        sa.Column("turned", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        *_texts("outcome", "note"),
        *_origin(),
        sqlite_autoincrement=True,
    )


def _answered() -> None:
    op.add_column("receipt", sa.Column("answers", sa.String(), nullable=True))


def _reviews() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("no", sa.String(), nullable=False, unique=True),
        sa.Column("campaign_id", sa.Integer(), sa.ForeignKey("campaign.id"), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("material", sa.String(), nullable=False),
        *_texts("person"),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *_texts("checked_by"),
        *(sa.Column(name, sa.Text(), nullable=True) for name in _REVIEW_LISTS),
        *_texts("note"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("review_unit", "review", ["unit_id", "material"], unique=False)
    op.execute("insert into mark(record, high) values ('review', 0)")


_REVIEW_LISTS = ("reasons", "opinions", "drafts_to")


def _figures() -> None:
    op.create_table(
        "figure",
        *_numbered(),
        *_texts("batch"),
        *(sa.Column(name, sa.String(), nullable=False) for name in _FIGURE_IS),
        *_texts("up_to", "qualifier", "measure"),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("cumulative", sa.Boolean(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        *_texts("source", "reason"),
        *_origin(),
        sqlite_autoincrement=True,
    )
    op.create_index("figure_key", "figure", ["unit_id", "natural_key"], unique=False)
    op.execute("insert into mark(record, high) values ('figure', 0)")


_FIGURE_IS = ("covers", "period", "indicator", "value")


def _activities() -> None:
    """Reshape the table: there was a row for each action that an activity counted for."""
    doubled = [*_doubled_rows(), *_doubled_lines()]
    for kept, others in doubled:
        _one_activity(kept, others)
    op.create_table("activity_new", *_activity_columns(), sqlite_autoincrement=True)
    op.execute(
        "insert into activity_new(id, no, campaign_id, unit_id, day, form, action, title,"
        " day_tenths, times, present, led_by, supervisor, note, opening)"
        " select id, printf('HD-%04d', id), campaign_id, unit_id, day, form, action, title,"
        " days * 10, times, present, led_by, supervisor, note, opening from activity"
    )
    # A number that was given once is not given again.
    op.execute("delete from sqlite_sequence where name = 'activity_new'")
    op.execute(
        "insert into sqlite_sequence(name, seq) select 'activity_new', seq from sqlite_sequence"
        " where name = 'activity'"
    )
    op.drop_table("activity")
    op.rename_table("activity_new", "activity")
    op.create_index("activity_unit", "activity", ["unit_id", "day"], unique=False)
    op.create_index("activity_key", "activity", ["unit_id", "natural_key"], unique=False)
    _activity_keys()
    _activity_journal()
    # What was done by an earlier plan is done, whichever forms count by the present one.
    op.execute(
        "update milestone set count = kept_required"
        " where kept_required is not null and count is null and done_on is null"
    )


def _activity_columns() -> Iterator[Any]:
    yield from _numbered()
    yield sa.Column("day", sa.Date(), nullable=False)
    yield sa.Column("ends_on", sa.Date(), nullable=True)
    yield from _texts("form", "action", "phase", "title", "place")
    for name in ("day_tenths", "hour_tenths"):
        yield sa.Column(name, sa.Integer(), nullable=True)
    yield sa.Column("times", sa.Integer(), nullable=False)
    for name in ("due", "present"):
        yield sa.Column(name, sa.Integer(), nullable=True)
    yield from _texts("absent")
    yield sa.Column("made_up", sa.Integer(), nullable=True)
    yield sa.Column("made_up_on", sa.Date(), nullable=True)
    yield from _texts("led_by", "speaker", "supervisor", "with_whom", "pair")
    yield sa.Column("topics", sa.Text(), nullable=True)
    yield sa.Column("opinions", sa.Integer(), nullable=True)
    yield from _texts("member_group")
    for name in ("group_all", "group_reached"):
        yield sa.Column(name, sa.Integer(), nullable=True)
    yield from _texts("reached_how", "note", "opening")
    yield from _origin()


#: What of an activity is the same in all its rows.
_SAME = (
    *("campaign_id", "unit_id", "day", "form", "title", "days", "times", "present", "led_by"),
    *("supervisor", "note"),
)


def _doubled_rows() -> Iterator[tuple[int, list[int]]]:
    """Yield the rows that one command made for one activity: the first, and the others."""
    columns = ", ".join(f"activity.{name}" for name in _SAME)
    rows = op.get_bind().execute(
        sa.text(
            f"select activity.id, entry_mark.entry_id, {columns} from activity join entry_mark"
            " on record = 'activity' and low < activity.id and high >= activity.id"
            " where action is not null order by activity.id"
        )
    )
    yield from _together((row[0], tuple(row[1:])) for row in rows)


def _doubled_lines() -> Iterator[tuple[int, list[int]]]:
    """Yield the same of rows that an undo took back."""
    rows = op.get_bind().execute(
        sa.text(
            "select row_id, journal.entry_id, old from journal where record = 'activity'"
            " and op = 'D' and not exists (select 1 from activity where activity.id = row_id)"
            " and json_extract(old, '$.action') is not null order by journal.entry_id, row_id"
        )
    ).fetchall()
    said = ((row_id, entry, json.loads(old)) for row_id, entry, old in rows)
    yield from _together((one, (entry, *(old[n] for n in _SAME))) for one, entry, old in said)


def _together(rows: Iterable[tuple[int, tuple[Any, ...]]]) -> Iterator[tuple[int, list[int]]]:
    for _, same in groupby(rows, key=lambda row: row[1]):
        first, *others = (row_id for row_id, _ in same)
        if others:
            yield first, others


def _one_activity(kept: int, others: list[int]) -> None:
    """Keep one row of several; what it counts for follows from its form."""
    listed = ", ".join(map(str, others))
    op.execute(f"delete from activity where id in ({listed})")
    op.execute(f"delete from journal where record = 'activity' and row_id in ({listed})")
    op.execute(f"update activity set action = null where id = {kept}")
    op.execute(
        "update journal set old = json_set(old, '$.action', null)"
        f" where record = 'activity' and row_id = {kept} and op = 'D'"
    )


def _activity_keys() -> None:
    bind = op.get_bind()
    given: dict[tuple[Any, ...], int] = {}
    for row_id, unit, title, form, day in bind.execute(
        sa.text("select id, unit_id, title, form, day from activity order by id")
    ).fetchall():
        said = (unit, title, form, day)
        nth = given[said] = given.get(said, 0) + 1
        key = _key("", "", title, form, day, nth)
        bind.execute(
            sa.text("update activity set natural_key = :key where id = :id"),
            {"key": key, "id": row_id},
        )


def _key(*said: object) -> int:
    """Return a record's key, as this shape makes it."""
    texts = (unicodedata.normalize("NFKC", str("" if one is None else one)) for one in said)
    text = "\x1f".join(re.sub(r"\s+", "", one) for one in texts)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _activity_journal() -> None:
    """Call things in the journal as they are called now, so that its entries can be undone."""
    op.execute(
        "update journal set old = json_set(json_remove(old, '$.days'), '$.day_tenths',"
        " json_extract(old, '$.days') * 10)"
        " where record = 'activity' and json_type(old, '$.days') is not null"
    )
    op.execute(
        "update journal set old = json_set(old, '$.no', printf('HD-%04d', row_id))"
        " where record = 'activity' and op = 'D'"
    )


def _carried() -> None:
    op.execute("alter table item add column carried_from_id integer references campaign(id)")
    op.create_index(op.f("ix_item_carried_from_id"), "item", ["carried_from_id"], unique=False)
