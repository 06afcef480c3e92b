"""The tables of the ledger.

Every table has one integer id that only grows, so that the journal can tell the rows of
an entry by their range. No table holds a float or a blob that the journal would have to
carry, and no reference cascades: a row goes only by a statement that says so.
"""

import json
from datetime import date
from typing import Any
from typing import Final

from sqlalchemy import Column
from sqlalchemy import ForeignKey
from sqlalchemy import Index
from sqlalchemy import LargeBinary
from sqlalchemy import Text
from sqlalchemy import UniqueConstraint
from sqlalchemy import text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field
from sqlmodel import SQLModel


class WordList(TypeDecorator[list[str]]):
    """Several words in one column, as JSON text; none is null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> str | None:
        """Return the JSON text that is stored."""
        del dialect
        return json.dumps(value, ensure_ascii=False) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[str]:
        """Return the words."""
        del dialect
        return json.loads(value) if value else []


def _words() -> Any:
    return Field(default=None, sa_column=Column(WordList, nullable=True))


def _to(table: str, *, optional: bool = True, index: bool = False) -> Any:
    column: Column[Any] = Column(ForeignKey(f"{table}.id"), nullable=optional, index=index)
    return Field(default=None, sa_column=column)


class _Row(SQLModel):
    __table_args__: Any = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)


def _args(*parts: object) -> tuple[object, ...]:
    return (*parts, {"sqlite_autoincrement": True})


# What the ledger is about -------------------------------------------------------------


class Campaign(_Row, table=True):
    """A campaign in this ledger with its whole plan as JSON."""

    code: str = Field(unique=True)
    name: str
    plan: str


class Setting(_Row, table=True):
    """What the ledger remembers about itself: its office, the campaign in use."""

    key: str = Field(unique=True)
    value: str | None = None


class Unit(_Row, table=True):
    """A body that takes part; shared by all campaigns of the ledger."""

    __table_args__ = _args(
        Index("unit_merged", "merged_into_id", sqlite_where=text("merged_into_id is not null"))
    )
    code: str | None = Field(default=None, unique=True)
    name: str = Field(index=True)
    short_name: str | None = None
    parent_id: int | None = _to("unit", index=True)
    tier: str | None = None
    kind: str | None = None
    key_body: bool | None = None
    members: int | None = None
    branches: int | None = None
    leaders: int | None = None
    head: str | None = None
    liaison: str | None = None
    phone: str | None = None
    merged_into_id: int | None = _to("unit")
    merged_on: date | None = None
    source_sheet: int | None = None
    source_row: int | None = None


class UnitAlias(_Row, table=True):
    """Another name of a unit: said by a sheet or a clerk, or its former one."""

    __tablename__ = "unit_alias"
    __table_args__ = _args(UniqueConstraint("unit_id", "name"))
    unit_id: int = _to("unit", optional=False, index=True)
    name: str


class Participation(_Row, table=True):
    """What is true of a unit in one campaign only."""

    __table_args__ = _args(UniqueConstraint("campaign_id", "unit_id"))
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False, index=True)
    batch: str | None = None
    supervision_group: str | None = None
    contact_leader: str | None = None
    started_on: date | None = None
    active: bool = True


class Opinion(_Row, table=True):
    """One thing somebody said. Who said it stands nowhere in this table."""

    __table_args__ = _args(
        Index("opinion_key", "unit_id", "natural_key"),
        # A deleted opinion is looked for among those that others were joined to.
        Index("opinion_joined", "joined_to_id", sqlite_where=text("joined_to_id is not null")),
    )
    no: str = Field(unique=True)
    ext_no: str | None = None
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False)
    sender_id: int | None = _to("unit")
    collected_by: str | None = None
    channel: str | None = None
    theme: list[str] | None = _words()
    target: str | None = None
    from_group: str | None = None
    content: str
    wording: str | None = None
    voices: int = 1
    raised_on: date | None = None
    joined_to_id: int | None = _to("opinion")
    status: str = "new"
    answer: str | None = None
    natural_key: int | None = None
    source_sheet: int | None = None
    source_row: int | None = None
    opening: str | None = None


class Item(_Row, table=True):
    """A rectification item with its two standings, of the work and of the closing."""

    __table_args__ = _args(
        Index(
            "item_open_due",
            "campaign_id",
            "late_after",
            "id",
            sqlite_where=text("status in ('planned', 'doing') and dropped_on is null"),
        ),
        Index(
            "item_at_once",
            "campaign_id",
            "raised_on",
            "id",
            sqlite_where=text(
                "status in ('planned', 'doing') and dropped_on is null"
                " and due_class = 'immediate' and late_after is null"
            ),
        ),
        Index("item_key", "unit_id", "natural_key"),
    )
    no: str = Field(unique=True)
    ext_no: str | None = None
    campaign_id: int = _to("campaign", optional=False)
    batch: str | None = None
    kind: str = "rectification"
    scope: str = "body"
    handling: str | None = None
    unit_id: int = _to("unit", optional=False)
    lead_unit_id: int | None = _to("unit")
    sender_id: int | None = _to("unit")
    lead: str | None = None
    owner: str | None = None
    source: str | None = None
    category: list[str] | None = _words()
    theme: list[str] | None = _words()
    problem: str
    goal: str | None = None
    standard: str | None = None
    measures: str | None = None
    raised_on: date | None = None
    due_text: str | None = None
    due_on: date | None = None
    due_class: str | None = None
    due_standing: bool = False
    late_after: date | None = None
    first_due_text: str | None = None
    first_due_on: date | None = None
    status: str = "planned"
    status_text: str | None = None
    closing: str = "open"
    progress: str | None = None
    done_on: date | None = None
    first_done_on: date | None = None
    closed_on: date | None = None
    dropped_on: date | None = None
    published_on: date | None = None
    satisfaction: str | None = None
    reopened: int = 0
    natural_key: int | None = None
    source_sheet: int | None = None
    source_row: int | None = None
    opening: str | None = None
    visit_id: int | None = _to("visit", index=True)
    #: The campaign in which it was found, where it was carried over from there.
    carried_from_id: int | None = _to("campaign", index=True)


class ItemCoUnit(_Row, table=True):
    """A unit that works on an item beside the responsible one."""

    __tablename__ = "item_co_unit"
    __table_args__ = _args(UniqueConstraint("item_id", "unit_id"))
    item_id: int = _to("item", optional=False)
    unit_id: int = _to("unit", optional=False, index=True)


class ItemOpinion(_Row, table=True):
    """An opinion that stands behind an item."""

    __tablename__ = "item_opinion"
    __table_args__ = _args(UniqueConstraint("item_id", "opinion_id"))
    item_id: int = _to("item", optional=False)
    opinion_id: int = _to("opinion", optional=False, index=True)


class FormerKey(_Row, table=True):
    """What a record was once recognised by: an earlier unit or wording of it."""

    __tablename__ = "former_key"
    __table_args__ = _args(Index("former_key_key", "unit_id", "natural_key"))
    record: str
    row_id: int
    unit_id: int = _to("unit", optional=False)
    natural_key: int


class ProgressNote(_Row, table=True):
    """What was said of an item's progress on a day; notes are added, never replaced."""

    __tablename__ = "progress_note"
    item_id: int = _to("item", optional=False, index=True)
    day: date | None = None
    percent: int | None = None
    words: str


class ItemStep(_Row, table=True):
    """A step of an item: who did it, when, and why. Who typed it stands in the entry."""

    __tablename__ = "item_step"
    item_id: int = _to("item", optional=False, index=True)
    step: str
    day: date
    done_by: str | None = None
    reason: str | None = None
    until: date | None = None


class Milestone(_Row, table=True):
    """What was done or waived of an action by a unit; what is due is derived."""

    __table_args__ = _args(UniqueConstraint("campaign_id", "unit_id", "action"))
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False, index=True)
    action: str
    done_on: date | None = None
    count: int | None = None
    note: str | None = None
    waived_by: str | None = None
    waived_why: str | None = None
    waived_until: date | None = None
    #: What was asked when it was done, kept where the plan asks for something else since.
    kept_required: int | None = None
    kept_due_on: date | None = None
    kept_late_after: date | None = None
    source_sheet: int | None = None
    source_row: int | None = None


class Activity(_Row, table=True):
    """Something that happened in a unit on a day; what it counts for is derived.

    Days and hours are whole tenths. ``action`` is the one that it was logged for.
    """

    __table_args__ = _args(
        Index("activity_unit", "unit_id", "day"),
        Index("activity_key", "unit_id", "natural_key"),
    )
    no: str = Field(unique=True)
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False)
    sender_id: int | None = _to("unit")
    day: date
    ends_on: date | None = None
    form: str | None = None
    action: str | None = None
    phase: str | None = None
    title: str | None = None
    place: str | None = None
    day_tenths: int | None = None
    hour_tenths: int | None = None
    times: int = 1
    due: int | None = None
    present: int | None = None
    absent: str | None = None
    made_up: int | None = None
    made_up_on: date | None = None
    led_by: str | None = None
    speaker: str | None = None
    supervisor: str | None = None
    with_whom: str | None = None
    pair: str | None = None
    topics: list[str] | None = _words()
    opinions: int | None = None
    member_group: str | None = None
    group_all: int | None = None
    group_reached: int | None = None
    reached_how: str | None = None
    note: str | None = None
    opening: str | None = None
    natural_key: int | None = None
    source_sheet: int | None = None
    source_row: int | None = None


class Visit(_Row, table=True):
    """A supervision group's visit to a unit, and what it found there."""

    __table_args__ = _args(Index("visit_key", "unit_id", "natural_key"))
    no: str = Field(unique=True)
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False)
    sender_id: int | None = _to("unit")
    sup_group: str | None = None
    level: str | None = None
    day: date
    ways: list[str] | None = _words()
    members: str | None = None
    talks: int | None = None
    meetings: int | None = None
    opinions: int | None = None
    reviewed: int | None = None
    returned: int | None = None
    found: str | None = None
    demands: str | None = None
    due_text: str | None = None
    due_on: date | None = None
    due_class: str | None = None
    due_standing: bool = False
    late_after: date | None = None
    fed_back_on: date | None = None
    recheck: str | None = None
    outcome: str | None = None
    outcome_where: str | None = None
    outcome_on: date | None = None
    note: str | None = None
    natural_key: int | None = None
    source_sheet: int | None = None
    source_row: int | None = None


class ContactPoint(_Row, table=True):
    """The body and the grass-roots point that a leader keeps contact with."""

    __tablename__ = "contact_point"
    __table_args__ = _args(Index("contact_point_key", "unit_id", "natural_key"))
    no: str = Field(unique=True)
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False)
    sender_id: int | None = _to("unit")
    leader: str
    level: str | None = None
    post: str | None = None
    body_id: int | None = _to("unit")
    point: str | None = None
    set_up_on: date | None = None
    attended_on: date | None = None
    note: str | None = None
    natural_key: int | None = None
    source_sheet: int | None = None
    source_row: int | None = None


class WeakOrganisation(_Row, table=True):
    """A grass-roots party organisation that is weak and lax, and how it is turned round."""

    __tablename__ = "weak_organisation"
    __table_args__ = _args(Index("weak_organisation_key", "unit_id", "natural_key"))
    no: str = Field(unique=True)
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False)
    sender_id: int | None = _to("unit")
    name: str
    level: str | None = None
    kind: str | None = None
    problem: str | None = None
    contact_leader: str | None = None
    first_secretary: str | None = None
    measures: str | None = None
    owner: str | None = None
    due_text: str | None = None
    due_on: date | None = None
    due_class: str | None = None
    due_standing: bool = False
    late_after: date | None = None
    turned: str = "turning"
    done_on: date | None = None
    outcome: str | None = None
    note: str | None = None
    natural_key: int | None = None
    source_sheet: int | None = None
    source_row: int | None = None


class Figure(_Row, table=True):
    """A reported number. ``value`` and ``up_to`` are decimal text, exact as they were said."""

    __table_args__ = _args(Index("figure_key", "unit_id", "natural_key"))
    no: str = Field(unique=True)
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False)
    sender_id: int | None = _to("unit")
    batch: str | None = None
    covers: str
    period: str
    indicator: str
    value: str
    up_to: str | None = None
    qualifier: str | None = None
    measure: str | None = None
    words: str
    cumulative: bool = False
    as_of: date | None = None
    source: str | None = None
    reason: str | None = None
    natural_key: int | None = None
    source_sheet: int | None = None
    source_row: int | None = None


class Review(_Row, table=True):
    """One step of the review of a material: who let it pass or returned it, and why."""

    __table_args__ = _args(Index("review_unit", "unit_id", "material"))
    no: str = Field(unique=True)
    campaign_id: int = _to("campaign", optional=False)
    unit_id: int = _to("unit", optional=False)
    material: str
    person: str | None = None
    round: int = 1
    step: str
    result: str
    day: date
    checked_by: str | None = None
    reasons: list[str] | None = _words()
    opinions: list[str] | None = _words()
    drafts_to: list[str] | None = _words()
    note: str | None = None


class Extra(_Row, table=True):
    """What a sender's own column said of a record; it goes back to that sender alone."""

    __table_args__ = _args(UniqueConstraint("record", "row_id", "sender_id", "heading"))
    record: str
    row_id: int
    sender_id: int | None = _to("unit")
    heading: str
    value: str | None = None


class HeadingMeaning(_Row, table=True):
    """Which field a clerk said that a heading means on one sender's sheets of a kind."""

    __tablename__ = "heading_meaning"
    __table_args__ = _args(Index("heading_meaning_sender", "campaign_id", "sender_id"))
    campaign_id: int = _to("campaign", optional=False)
    sender_id: int | None = _to("unit")
    sheet: str
    heading: str
    field: str


# The books kept about it, which no undo touches ----------------------------------------


class Run(_Row, table=True):
    """All entries that one command made."""

    recorded_at: str


class Entry(_Row, table=True):
    """One step that happened wholly, can be shown and undone."""

    run_id: int = _to("run", optional=False, index=True)
    campaign_id: int | None = None
    day: date
    recorded_at: str
    by: str
    command: str
    kind: str
    records: int = 0
    undoes: int | None = Field(default=None, index=True)
    file_id: int | None = None


class EntryMark(_Row, table=True):
    """Which rows are new in an entry: those with an id above low, up to high."""

    __tablename__ = "entry_mark"
    entry_id: int = Field(index=True)
    record: str
    low: int
    high: int


class Journal(_Row, table=True):
    """The old values of a row that an entry changed (U), deleted (D) or put back (I)."""

    __table_args__ = _args(Index("journal_row", "record", "row_id"))
    entry_id: int = Field(index=True)
    record: str
    row_id: int
    op: str
    old: str | None = None


class Current(_Row, table=True):
    """The entry that is being written, null between entries; one row."""

    entry_id: int | None = None


class Mark(_Row, table=True):
    """The highest id of each table when the newest entry was closed."""

    record: str = Field(unique=True)
    high: int = 0


class Giver(_Row, table=True):
    """Who gave an opinion: in no view, index, search, journal or history."""

    opinion_no: str = Field(unique=True)
    name: str | None = None
    phone: str | None = None
    address: str | None = None
    identity: str | None = None


class GiverNote(_Row, table=True):
    """That a giver was recorded, changed or forgotten, and by which entry."""

    __tablename__ = "giver_note"
    entry_id: int = Field(index=True)
    opinion_no: str
    what: str


class SourceFile(_Row, table=True):
    """A file that came in, by its digest; what is kept of it has no private columns."""

    __tablename__ = "source_file"
    digest: str = Field(index=True)
    name: str
    size: int
    recorded_at: str
    kept: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))


class SourceSheet(_Row, table=True):
    """One taken sheet of a file: kind, sender, period, and which column was which."""

    __tablename__ = "source_sheet"
    __table_args__ = _args(Index("source_sheet_sender", "campaign_id", "sheet", "sender_id"))
    file_id: int = Field(index=True)
    entry_id: int | None = Field(default=None, index=True)
    newest_entry: int = 0
    campaign_id: int | None = None
    name: str
    sheet: str
    sender_id: int | None = None
    period: str | None = None
    columns: str = "{}"
    records: str = ""
    content: str = ""
    #: The day or month of which it says itself to be: 2014-05-30, 2014-05.
    said_of: str | None = None


class Deviation(_Row, table=True):
    """A value that a taken sheet said and the ledger did not take."""

    sheet_id: int = Field(index=True)
    record: str
    row_id: int
    field: str
    value: str | None = None
    #: The entry that settled it: undone with it. None: it was so when the sheet was taken.
    entry_id: int | None = None


class Conflict(_Row, table=True):
    """A field that a taken sheet and the ledger held differently, with all three values.

    ``along`` are fields that wait with it, since they mean something only together.
    """

    __table_args__ = _args(Index("conflict_field", "record", "row_id", "field"))
    sheet_id: int = Field(index=True)
    sheet_row: int
    record: str
    row_id: int
    field: str
    base: str | None = None
    ours: str
    theirs: str
    along: str = "{}"


class Receipt(_Row, table=True):
    """That a sheet of a unit came for a period, or that it reported nothing new."""

    __table_args__ = _args(Index("receipt_period", "campaign_id", "period"))
    campaign_id: int
    unit_id: int
    sheet: str
    period: str
    received_on: date
    nil: bool = False
    file_id: int | None = None
    entry_id: int | None = None
    taken: int = 0
    queried: int = 0
    #: How the digest of the file begins of which this one is the corrected answer.
    answers: str | None = None


class Export(_Row, table=True):
    """A sheet that went out: what it held, for whom, and what it was based on."""

    recorded_at: str
    day: date
    campaign_id: int | None = None
    sheets: str
    filters: str = "{}"
    direction: str
    unit_id: int | None = None
    digest: str
    newest_entry: int


class Written(_Row, table=True):
    """A file that we wrote: only one that is unchanged since may be replaced.

    ``content`` tells what it says apart from the time, so that it is left alone where
    nothing new is to be said.
    """

    path: str = Field(unique=True)
    digest: str = Field(index=True)
    content: str


#: The tables whose every change the journal keeps.
JOURNALLED: Final = (
    "campaign",
    "setting",
    "unit",
    "unit_alias",
    "participation",
    "opinion",
    "item",
    "item_co_unit",
    "item_opinion",
    "former_key",
    "progress_note",
    "item_step",
    "milestone",
    "activity",
    "extra",
    "heading_meaning",
    "visit",
    "contact_point",
    "weak_organisation",
    "review",
    "figure",
)
