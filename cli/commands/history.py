"""Lists what has been done to the ledger: all of it, one entry, or one record's life."""

from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import options
from cli.mistakes import NeedsBeside
from cli.mistakes import NeedsRecord
from cli.mistakes import OutputExists
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


SOURCES = (
    Column("field", "entries.field"),
    Column("value", "entries.value", is_long=True),
    Column("source", "entries.source", is_long=True),
    Column("day", "entries.day"),
    Column("entry", "entries.entry", justify="right"),
)
#: The same for other programs: each part of the source by itself.
ORIGINS = (
    Column("field", "entries.field"),
    Column("value", "entries.value"),
    Column("file", "entries.file"),
    Column("digest", "entries.digest"),
    Column("sheet", "entries.worksheet"),
    Column("row", "entries.row"),
    Column("cell", "entries.cell"),
    Column("day", "entries.day"),
    Column("entry", "entries.entry"),
    Column("by", "entries.by"),
    Column("command", "entries.command"),
)
FILES = (
    Column("digest", "entries.digest", is_whole=True),
    Column("file", "entries.file", is_long=True),
    Column("recorded_at", "entries.day"),
    Column("kept", "entries.copy"),
)


def run(
    ctx: typer.Context,
    of: Annotated[str | None, typer.Argument()] = None,
    source: Annotated[bool, typer.Option("--source")] = False,
    files: Annotated[bool, typer.Option("--files")] = False,
    digest: Annotated[str | None, typer.Option("--file")] = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List the entries, the newest first; or what one changed; or a record's life.

    Also: where a record's values came from, and the files that were taken.
    """
    from ledger import history
    from ledger.exchange import keep

    if source and (of is None or of.isdigit()):
        raise NeedsRecord(option="--source")
    if digest is not None and output is None:
        raise NeedsBeside(option="--file", other="--output")
    with opened(ctx) as work:
        history.take_in_outside(work.ledger, author(ctx, None))
        if digest is not None and output is not None:
            if output.exists() and not force:
                raise OutputExists(file=output)
            found = keep.give_back(work.connection, digest, output)
            work.screen.say("entries.given_back", file=output, name=found)
            return
        is_json = shape == "json" or (output is not None and output.suffix == ".json")
        if files:
            listing = _files(work, is_json=is_json)
        elif of is None:
            listing = _entries(work)
        elif source:
            is_table = shape in (None, "table") and (output is None or output.suffix == ".txt")
            listing = _sources(work, of, is_json=is_json, is_table=is_table)
        else:
            listing = _told(work, of, is_json=is_json)
        work.screen.show(listing, shape, limit, output, force=force)


def _files(work: "Opened", *, is_json: bool) -> Listing:
    from ledger.exchange import keep

    lang = work.screen.lang
    rows = (
        file if is_json else {**file, "kept": say(f"entries.copy.{file['kept']}", lang)}
        for file in keep.files(work.connection)
    )
    return Listing(FILES, rows)


def _entries(work: "Opened") -> Listing:
    from ledger import reading

    entries = reading.entries(work.connection)
    rows: Iterable[Row] = (_entry(work, row) for row in entries)
    return Listing(columns.listed(record.ENTRY), rows)


def _told(work: "Opened", of: str, *, is_json: bool) -> Listing:
    from ledger import history

    told = [vars(line) for line in history.told(work.connection, of, work.names)]
    rows = told if is_json else [_in_words(work, line) for line in told]
    return Listing(OF_ENTRY if of.isdigit() else OF_RECORD, rows)


def _sources(work: "Opened", of: str, *, is_json: bool, is_table: bool) -> Listing:
    from ledger import provenance

    found = [vars(one) for one in provenance.origins(work.connection, of, work.names)]
    if is_json:
        return Listing(ORIGINS, found)
    rows = [_origin_in_words(work, one) for one in found]
    return Listing(SOURCES if is_table else ORIGINS, rows)


def _origin_in_words(work: "Opened", one: Row) -> Row:
    """Return where a value came from as a person reads it: the cell, or the command."""
    kind, field, lang = str(one["record"]), str(one["field"]), work.screen.lang
    row = say("entries.at_row", lang, row=one["row"]) if one["row"] else None
    place = [one["file"], one["sheet"], one["cell"] or row]
    typed = one["command"] or say("entries.outside", lang)
    return {
        **one,
        "field": columns.word(kind, field, lang),
        "value": columns.value_in_words(kind, field, one["value"], lang),
        "source": " ".join(str(part) for part in place if part) if one["file"] else typed,
    }


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
