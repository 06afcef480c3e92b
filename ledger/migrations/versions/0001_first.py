"""The first shape of the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

#: The tables under the journal, as of this shape.
JOURNALLED = (
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
)


def upgrade() -> None:
    """Make the tables, and the one-row and one-a-table books of the journal."""
    op.create_table('campaign',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('plan', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code'),
    sqlite_autoincrement=True
    )
    op.create_table('current',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('entry_id', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_table('deviation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sheet_id', sa.Integer(), nullable=False),
    sa.Column('record', sa.String(), nullable=False),
    sa.Column('row_id', sa.Integer(), nullable=False),
    sa.Column('field', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_deviation_sheet_id'), 'deviation', ['sheet_id'], unique=False)
    op.create_table('entry_mark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('record', sa.String(), nullable=False),
    sa.Column('low', sa.Integer(), nullable=False),
    sa.Column('high', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_entry_mark_entry_id'), 'entry_mark', ['entry_id'], unique=False)
    op.create_table('export',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('recorded_at', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.Column('sheets', sa.String(), nullable=False),
    sa.Column('filters', sa.String(), nullable=False),
    sa.Column('direction', sa.String(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=True),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('newest_entry', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_table('giver',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('opinion_no', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=True),
    sa.Column('phone', sa.String(), nullable=True),
    sa.Column('address', sa.String(), nullable=True),
    sa.Column('identity', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('opinion_no'),
    sqlite_autoincrement=True
    )
    op.create_table('giver_note',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('opinion_no', sa.String(), nullable=False),
    sa.Column('what', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_giver_note_entry_id'), 'giver_note', ['entry_id'], unique=False)
    op.create_table('journal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('record', sa.String(), nullable=False),
    sa.Column('row_id', sa.Integer(), nullable=False),
    sa.Column('op', sa.String(), nullable=False),
    sa.Column('old', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_journal_entry_id'), 'journal', ['entry_id'], unique=False)
    op.create_index('journal_row', 'journal', ['record', 'row_id'], unique=False)
    op.create_table('mark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('record', sa.String(), nullable=False),
    sa.Column('high', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('record'),
    sqlite_autoincrement=True
    )
    op.create_table('receipt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('sheet', sa.String(), nullable=False),
    sa.Column('period', sa.String(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('nil', sa.Boolean(), nullable=False),
    sa.Column('file_id', sa.Integer(), nullable=True),
    sa.Column('entry_id', sa.Integer(), nullable=True),
    sa.Column('taken', sa.Integer(), nullable=False),
    sa.Column('queried', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index('receipt_period', 'receipt', ['campaign_id', 'period'], unique=False)
    op.create_table('run',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('recorded_at', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_table('setting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('key'),
    sqlite_autoincrement=True
    )
    op.create_table('source_file',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('recorded_at', sa.String(), nullable=False),
    sa.Column('kept', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_source_file_digest'), 'source_file', ['digest'], unique=False)
    op.create_table('source_sheet',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('file_id', sa.Integer(), nullable=False),
    sa.Column('entry_id', sa.Integer(), nullable=True),
    sa.Column('newest_entry', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('sheet', sa.String(), nullable=False),
    sa.Column('sender_id', sa.Integer(), nullable=True),
    sa.Column('period', sa.String(), nullable=True),
    sa.Column('columns', sa.String(), nullable=False),
    sa.Column('records', sa.String(), nullable=False),
    sa.Column('content', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_source_sheet_entry_id'), 'source_sheet', ['entry_id'], unique=False)
    op.create_index(op.f('ix_source_sheet_file_id'), 'source_sheet', ['file_id'], unique=False)
    op.create_table('unit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('short_name', sa.String(), nullable=True),
    sa.Column('parent_id', sa.Integer(), nullable=True),
    sa.Column('tier', sa.String(), nullable=True),
    sa.Column('kind', sa.String(), nullable=True),
    sa.Column('key_body', sa.Boolean(), nullable=True),
    sa.Column('members', sa.Integer(), nullable=True),
    sa.Column('branches', sa.Integer(), nullable=True),
    sa.Column('leaders', sa.Integer(), nullable=True),
    sa.Column('head', sa.String(), nullable=True),
    sa.Column('liaison', sa.String(), nullable=True),
    sa.Column('phone', sa.String(), nullable=True),
    sa.Column('merged_into_id', sa.Integer(), nullable=True),
    sa.Column('merged_on', sa.Date(), nullable=True),
    sa.Column('source_sheet', sa.Integer(), nullable=True),
    sa.Column('source_row', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['merged_into_id'], ['unit.id'], ),
    sa.ForeignKeyConstraint(['parent_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_unit_name'), 'unit', ['name'], unique=False)
    op.create_index(op.f('ix_unit_parent_id'), 'unit', ['parent_id'], unique=False)
    op.create_table('written',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('path', sa.String(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('content', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('path'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_written_digest'), 'written', ['digest'], unique=False)
    op.create_table('activity',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('form', sa.String(), nullable=True),
    sa.Column('action', sa.String(), nullable=True),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.Column('present', sa.Integer(), nullable=True),
    sa.Column('led_by', sa.String(), nullable=True),
    sa.Column('supervisor', sa.String(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], ),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index('activity_unit', 'activity', ['unit_id', 'day'], unique=False)
    op.create_table('entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('run_id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('recorded_at', sa.String(), nullable=False),
    sa.Column('by', sa.String(), nullable=False),
    sa.Column('command', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('records', sa.Integer(), nullable=False),
    sa.Column('undoes', sa.Integer(), nullable=True),
    sa.Column('file_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['run_id'], ['run.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_entry_run_id'), 'entry', ['run_id'], unique=False)
    op.create_index(op.f('ix_entry_undoes'), 'entry', ['undoes'], unique=False)
    op.create_table('extra',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('record', sa.String(), nullable=False),
    sa.Column('row_id', sa.Integer(), nullable=False),
    sa.Column('sender_id', sa.Integer(), nullable=True),
    sa.Column('heading', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['sender_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('record', 'row_id', 'sender_id', 'heading'),
    sqlite_autoincrement=True
    )
    op.create_table('former_key',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('record', sa.String(), nullable=False),
    sa.Column('row_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('natural_key', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index('former_key_key', 'former_key', ['unit_id', 'natural_key'], unique=False)
    op.create_table('item',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('no', sa.String(), nullable=False),
    sa.Column('ext_no', sa.String(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('batch', sa.String(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('scope', sa.String(), nullable=False),
    sa.Column('handling', sa.String(), nullable=True),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('lead_unit_id', sa.Integer(), nullable=True),
    sa.Column('sender_id', sa.Integer(), nullable=True),
    sa.Column('lead', sa.String(), nullable=True),
    sa.Column('owner', sa.String(), nullable=True),
    sa.Column('source', sa.String(), nullable=True),
    sa.Column('category', sa.Text(), nullable=True),
    sa.Column('theme', sa.Text(), nullable=True),
    sa.Column('problem', sa.String(), nullable=False),
    sa.Column('goal', sa.String(), nullable=True),
    sa.Column('standard', sa.String(), nullable=True),
    sa.Column('measures', sa.String(), nullable=True),
    sa.Column('raised_on', sa.Date(), nullable=True),
    sa.Column('due_text', sa.String(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('due_class', sa.String(), nullable=True),
    sa.Column('due_standing', sa.Boolean(), nullable=False),
    sa.Column('late_after', sa.Date(), nullable=True),
    sa.Column('first_due_text', sa.String(), nullable=True),
    sa.Column('first_due_on', sa.Date(), nullable=True),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('status_text', sa.String(), nullable=True),
    sa.Column('closing', sa.String(), nullable=False),
    sa.Column('progress', sa.String(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('first_done_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('dropped_on', sa.Date(), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('satisfaction', sa.String(), nullable=True),
    sa.Column('reopened', sa.Integer(), nullable=False),
    sa.Column('natural_key', sa.Integer(), nullable=True),
    sa.Column('source_sheet', sa.Integer(), nullable=True),
    sa.Column('source_row', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], ),
    sa.ForeignKeyConstraint(['lead_unit_id'], ['unit.id'], ),
    sa.ForeignKeyConstraint(['sender_id'], ['unit.id'], ),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('no'),
    sqlite_autoincrement=True
    )
    op.create_index('item_at_once', 'item', ['campaign_id', 'raised_on', 'id'], unique=False, sqlite_where=sa.text("status in ('planned', 'doing') and dropped_on is null and due_class = 'immediate' and late_after is null"))
    op.create_index('item_key', 'item', ['unit_id', 'natural_key'], unique=False)
    op.create_index('item_open_due', 'item', ['campaign_id', 'late_after', 'id'], unique=False, sqlite_where=sa.text("status in ('planned', 'doing') and dropped_on is null"))
    op.create_table('milestone',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('action', sa.String(), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('count', sa.Integer(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('waived_by', sa.String(), nullable=True),
    sa.Column('waived_why', sa.String(), nullable=True),
    sa.Column('waived_until', sa.Date(), nullable=True),
    sa.Column('source_sheet', sa.Integer(), nullable=True),
    sa.Column('source_row', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], ),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('campaign_id', 'unit_id', 'action'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_milestone_unit_id'), 'milestone', ['unit_id'], unique=False)
    op.create_table('opinion',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('no', sa.String(), nullable=False),
    sa.Column('ext_no', sa.String(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('sender_id', sa.Integer(), nullable=True),
    sa.Column('collected_by', sa.String(), nullable=True),
    sa.Column('channel', sa.String(), nullable=True),
    sa.Column('theme', sa.Text(), nullable=True),
    sa.Column('target', sa.String(), nullable=True),
    sa.Column('from_group', sa.String(), nullable=True),
    sa.Column('content', sa.String(), nullable=False),
    sa.Column('wording', sa.String(), nullable=True),
    sa.Column('voices', sa.Integer(), nullable=False),
    sa.Column('raised_on', sa.Date(), nullable=True),
    sa.Column('joined_to_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('answer', sa.String(), nullable=True),
    sa.Column('natural_key', sa.Integer(), nullable=True),
    sa.Column('source_sheet', sa.Integer(), nullable=True),
    sa.Column('source_row', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], ),
    sa.ForeignKeyConstraint(['joined_to_id'], ['opinion.id'], ),
    sa.ForeignKeyConstraint(['sender_id'], ['unit.id'], ),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('no'),
    sqlite_autoincrement=True
    )
    op.create_index('opinion_joined', 'opinion', ['joined_to_id'], unique=False, sqlite_where=sa.text('joined_to_id is not null'))
    op.create_index('opinion_key', 'opinion', ['unit_id', 'natural_key'], unique=False)
    op.create_table('participation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('batch', sa.String(), nullable=True),
    sa.Column('supervision_group', sa.String(), nullable=True),
    sa.Column('contact_leader', sa.String(), nullable=True),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], ),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('campaign_id', 'unit_id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_participation_unit_id'), 'participation', ['unit_id'], unique=False)
    op.create_table('unit_alias',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('unit_id', 'name'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_unit_alias_unit_id'), 'unit_alias', ['unit_id'], unique=False)
    op.create_table('item_co_unit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], ),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('item_id', 'unit_id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_item_co_unit_unit_id'), 'item_co_unit', ['unit_id'], unique=False)
    op.create_table('item_opinion',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('opinion_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], ),
    sa.ForeignKeyConstraint(['opinion_id'], ['opinion.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('item_id', 'opinion_id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_item_opinion_opinion_id'), 'item_opinion', ['opinion_id'], unique=False)
    op.create_table('item_step',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('done_by', sa.String(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_item_step_item_id'), 'item_step', ['item_id'], unique=False)
    op.create_table('progress_note',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=True),
    sa.Column('percent', sa.Integer(), nullable=True),
    sa.Column('words', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_progress_note_item_id'), 'progress_note', ['item_id'], unique=False)

    op.execute("insert into current(entry_id) values (null)")
    for table in JOURNALLED:
        op.execute(f"insert into mark(record, high) values ('{table}', 0)")
