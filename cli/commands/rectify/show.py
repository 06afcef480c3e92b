"""Shows all of an item, and what became of it."""

from collections.abc import Iterable
from collections.abc import Sequence

import typer

from cli import columns
from cli import options
from cli.opening import opened
from cli.screen import Column
from cli.screen import Row
from schemas import record
from schemas.locale import say
from schemas.vocabulary import STEP

STEPS = (
    Column("day", "rectify.day"),
    columns.FieldColumn("step", "rectify.step", codes=STEP),
    Column("done_by", "rectify.done_by"),
    Column("reason", "rectify.reason", is_long=True),
)
NOTES = (
    Column("day", "rectify.day"),
    Column("percent", "rectify.percent", justify="right"),
    Column("words", "rectify.words", is_long=True),
)


def run(ctx: typer.Context, number: str, shape: options.Format = None) -> None:
    """Show an item with its steps and with what was noted of its progress."""
    from ledger import campaigns
    from ledger import looking
    from ledger import rectification
    from ledger.keys import record_id

    with opened(ctx) as work:
        item = looking.item(work.connection, number, work.setting.today)
        row_id = record_id(work.connection, number, "item")
        opening = looking.opening(work.connection, "item", number)
        found = rectification.life(work.connection, row_id)
        words = campaigns.in_use(work.connection, item["campaign"]).status_codes
    screen = work.screen
    steps, notes = _rows(STEPS, found[0]), _rows(NOTES, found[1])
    if shape == "json":
        screen.json({**item, "opening": opening, "steps": steps, "notes": notes})
        return
    told = columns.with_codes(columns.whole(record.ITEM), "status", words)
    screen.record((*told, columns.OPENING), {**item, "opening": opening})
    for key, table, rows in (("steps", STEPS, steps), ("notes", NOTES, notes)):
        if rows:
            screen.heading(say(f"rectify.{key}", screen.lang))
            screen.table(table, rows)


def _rows(table: tuple[Column, ...], found: Iterable[Sequence[object]]) -> list[Row]:
    return [dict(zip((c.key for c in table), row, strict=True)) for row in found]
