"""Register what came: the file by its digest, its sheets, and the reports that it settles."""

import json
import sqlite3
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.exchange import conflicts
from ledger.exchange.apply import write_deviations
from ledger.exchange.base import content_of
from ledger.exchange.comparison import Comparison
from ledger.exchange.keep import worksheet_name
from ledger.exchange.settling import Choices
from ledger.ranges import Ranges
from ledger.store import Entry
from schemas import conflict_sheet


@dataclass(frozen=True)
class Incoming:
    """A file that is being taken; ``kept`` makes the copy that is kept of it, or None."""

    name: str
    digest: str
    size: int
    now: str
    kept: Callable[[], bytes | None]


def register_file(connection: sqlite3.Connection, incoming: Incoming) -> int:
    """Register a file and return its id. A file that came before is not kept twice."""
    before = connection.execute(
        "select id, kept is null from source_file where digest = ? and name = ?",
        (incoming.digest, incoming.name),
    ).fetchone()
    if before is not None:
        number, lacks_copy = before
        if lacks_copy:
            connection.execute(
                "update source_file set kept = ? where id = ?", (incoming.kept(), number)
            )
        return int(number)
    number = connection.execute(
        "insert into source_file(digest, name, size, recorded_at, kept) values (?, ?, ?, ?, ?)",
        (incoming.digest, incoming.name, incoming.size, incoming.now, incoming.kept()),
    ).lastrowid
    assert number is not None
    return number


def register_sheet(
    connection: sqlite3.Connection,
    file_id: int,
    found: Comparison,
    *,
    campaign: int,
    period: str | None,
    entry: int | None,
    newest: int,
) -> int:
    """Register a taken sheet and return its id; its records are added when they have ids."""
    table = found.table
    columns = {str(at): heading for at, heading in table.unknown.items()}
    # What stands spread over several columns comes from the row, and from no one cell of it.
    single = {at: column for at, column in table.columns.items() if at not in table.spread}
    columns |= {str(at): column.field for at, column in single.items()}
    if table.turned is not None:
        columns = {}
    number = connection.execute(
        "insert into source_sheet(file_id, entry_id, newest_entry, campaign_id, name, sheet,"
        " sender_id, period, columns, records, content, said_of)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)",
        (
            file_id,
            entry,
            newest,
            campaign,
            worksheet_name(table),
            table.sheet.code,
            found.sender.unit,
            period,
            json.dumps(columns, ensure_ascii=False),
            content_of(found.read),
            table.said_of,
        ),
    ).lastrowid
    assert number is not None
    return number


def register_choices(
    connection: sqlite3.Connection,
    file_id: int,
    choices: Choices,
    *,
    campaign: int,
    office: int | None,
    entry: int,
) -> int:
    """Register a worksheet of conflicts and return its id: the choices are of any field."""
    number = connection.execute(
        "insert into source_sheet(file_id, entry_id, newest_entry, campaign_id, name, sheet,"
        " sender_id, columns, records, content) values (?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        (
            file_id,
            entry,
            entry,
            campaign,
            choices.grid.name,
            conflict_sheet.CODE,
            office,
            json.dumps({str(choices.columns["choice"]): conflict_sheet.ANY_FIELD}),
        ),
    ).lastrowid
    assert number is not None
    return number


def finish_sheet(
    connection: sqlite3.Connection, number: int, found: Comparison, entry: Entry | None
) -> None:
    """Write down which records a sheet holds, and what it said that was not taken."""
    taken = [
        record
        for record, verdict in zip(found.ids, found.verdicts, strict=True)
        if record is not None and verdict != "queried"
    ]
    connection.execute(
        "update source_sheet set records = ? where id = ?", (str(Ranges.of(taken)), number)
    )
    conflicts.book(connection, number, found)
    if entry is not None:
        write_deviations(entry, found, number)


def receive(
    connection: sqlite3.Connection,
    founds: Sequence[Comparison],
    *,
    campaign: int,
    period: str | None,
    file_id: int,
    entry: int | None,
    today: date,
    refused: bool = False,
    answers: str | None = None,
) -> None:
    """Note that a unit's sheets came for a period; once for each sheet kind.

    Of a file that was ``refused`` as a whole, no row has been taken. ``answers`` is how the
    digest of the file begins whose answer has come back.
    One that ticks that nothing has changed, and whose rows say so, is a nil report.
    """
    if period is None:
        return
    counts: dict[tuple[int, str], list[int]] = {}
    changed: set[tuple[int, str]] = set()
    for found in founds:
        if found.sender.unit is None:
            continue
        size = len(found.verdicts)
        queried = size if refused else found.count("queried") + found.count("conflict")
        key = found.sender.unit, found.sheet.code
        one = counts.setdefault(key, [0, 0])
        one[0] += size - queried
        one[1] += queried
        if not found.table.nothing_changed or found.count("unchanged") < len(found.verdicts):
            changed.add(key)
    connection.executemany(
        "insert into receipt(campaign_id, unit_id, sheet, period, received_on, nil, file_id,"
        " entry_id, taken, queried, answers) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                campaign,
                *key,
                period,
                today.isoformat(),
                key not in changed,
                file_id,
                entry,
                *counted,
                answers,
            )
            for key, counted in counts.items()
        ],
    )
