"""Meanings of headings, conflicts, opening stock; supervision; reviews; reported numbers."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables and columns."""
    _headings()
    _conflicts()
    _opening()
    _kept()
    _supervision()
    _answered()
    _reviews()
    _figures()
    op.add_column("source_sheet", sa.Column("said_of", sa.String(), nullable=True))


def _headings() -> None:
    op.create_table(
        "heading_meaning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("sender_id", sa.Integer(), nullable=True),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"]),
        sa.ForeignKeyConstraint(["sender_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("heading_meaning_sender", "heading_meaning", ["campaign_id", "sender_id"])
    op.execute("insert into mark(record, high) values ('heading_meaning', 0)")


def _conflicts() -> None:
    op.create_table(
        "conflict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("sheet_row", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("base", sa.String(), nullable=True),
        sa.Column("ours", sa.String(), nullable=False),
        sa.Column("theirs", sa.String(), nullable=False),
        sa.Column("along", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_conflict_sheet_id"), "conflict", ["sheet_id"], unique=False)
    op.create_index("conflict_field", "conflict", ["record", "row_id", "field"], unique=False)
    op.add_column("deviation", sa.Column("entry_id", sa.Integer(), nullable=True))


def _opening() -> None:
    for table in ("opinion", "item", "activity"):
        op.add_column(table, sa.Column("opening", sa.String(), nullable=True))


def _kept() -> None:
    for column, kind in (
        ("kept_required", sa.Integer()),
        ("kept_due_on", sa.Date()),
        ("kept_late_after", sa.Date()),
    ):
        op.add_column("milestone", sa.Column(column, kind, nullable=True))


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
