"""Meanings of headings, conflicts, opening stock; what was asked when something was done."""

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
