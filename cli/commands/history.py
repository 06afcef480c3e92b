"""Lists what has been done to the ledger: all of it, one entry, or one record's life."""

from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import options
from cli.opening import author
from cli.opening import opened
from cli.screen import Column
from cli.screen import Listing
from cli.screen import Row
from schemas import record
from schemas.locale import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cli.opening import Opened

_FIELDS = (
    Column("field", "entries.field"),
    Column("old", "entries.old", is_long=True),
    Column("new", "entries.new", is_long=True),
)
OF_ENTRY = (Column("name", "entries.name"), *_FIELDS)
OF_RECORD = (
    Column("entry", "entries.entry", justify="right"),
    Column("day", "entries.day"),
    Column("by", "entries.by"),
    *_FIELDS,
)


def run(
    ctx: typer.Context,
    of: Annotated[str | None, typer.Argument()] = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the entries, the newest first; or what one changed; or a record's life."""
    from ledger import history
    from ledger import reading

    with opened(ctx) as work:
        history.take_in_outside(work.ledger, author(ctx, None))
        if of is None:
            entries = reading.entries(work.connection)
            rows: Iterable[Row] = (_entry(work, row) for row in entries)
            listing = Listing(columns.listed(record.ENTRY), rows)
        else:
            is_json = shape == "json" or (output is not None and output.suffix == ".json")
            told = [vars(line) for line in history.told(work.connection, of, work.names)]
            rows = told if is_json else [_in_words(work, line) for line in told]
            listing = Listing(OF_ENTRY if of.isdigit() else OF_RECORD, rows)
        work.screen.show(listing, shape, limit, output, force=force)


def _entry(work: "Opened", row: Row) -> Row:
    """Return an entry as it is shown: what another program did has no command."""
    if row["kind"] != "outside":
        return row
    return {**row, "command": say("entries.outside", work.screen.lang)}


def _in_words(work: "Opened", line: Row) -> Row:
    kind, field, lang = str(line["record"]), str(line["field"]), work.screen.lang
    return {
        **line,
        "field": columns.word(kind, field, lang),
        "old": columns.value_in_words(kind, field, line["old"], lang),
        "new": columns.value_in_words(kind, field, line["new"], lang),
    }
