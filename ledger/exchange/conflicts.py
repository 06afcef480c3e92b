"""Conflicts as the office settles them: booked under numbers, and written as a workbook.

A conflict that comes again, with the sender's sheet unchanged, keeps its number, so that
a workbook that somebody is filling in stays good.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING
from typing import Final

from ledger import campaigns
from ledger import journal
from ledger.campaigns import CampaignInUse
from ledger.exchange.cells import place_of
from ledger.exchange.comparison import Comparison
from ledger.exchange.noun import noun_of
from ledger.exchange.outbox import Outbox
from ledger.exchange.paper import ExportMark
from ledger.exchange.paper import Page
from ledger.exchange.paper import PageColumn
from ledger.exchange.paper import write_book
from ledger.exchange.shape import Place
from ledger.exchange.shape import Stored
from ledger.exchange.write import file_name
from ledger.naming import Namer
from ledger.units import UnitNames
from schemas import conflict_sheet
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.sheet import all_sheets
from schemas.vocabulary import YES

if TYPE_CHECKING:
    from ledger.exchange.file_result import FileResult

_WIDTHS: Final = {"number": 8, "row": 6, "record": 14, "about": 30, "ours": 22, "theirs": 22}
_CHUNK: Final = 500


# In the books ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Booked:
    """A conflict as it stands in the books, with the sheet that it comes from."""

    number: int
    sheet_id: int
    row: int
    record: str
    row_id: int
    name: str
    base: Stored | None
    ours: Stored
    theirs: Stored
    along: Mapping[str, Stored]
    file: str
    worksheet: str
    sheet: str
    sender: int | None
    campaign: int
    entry: int | None


def book(connection: sqlite3.Connection, sheet_id: int, found: Comparison) -> None:
    """Book the conflicts of a taken sheet, and give each its number."""
    for one in found.conflicts:
        record_id = found.ids[one.row]
        if record_id is None or found.verdicts[one.row] == "queried":
            continue
        row = found.read.rows[one.row]
        said = (
            noun_of(found.sheet.record).changes,
            record_id,
            one.name,
            None if one.base is None else json.dumps(one.base),
            json.dumps(one.ours),
            json.dumps(one.theirs),
            json.dumps(one.along),
        )
        one.number = _open_already(connection, sheet_id, said)
        if one.number is None:
            one.number = connection.execute(
                "insert into conflict(sheet_id, sheet_row, record, row_id, field, base, ours,"
                " theirs, along) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (sheet_id, row, *said),
            ).lastrowid
        else:
            connection.execute(
                "update conflict set sheet_id = ?, sheet_row = ? where id = ?",
                (sheet_id, row, one.number),
            )


def _open_already(
    connection: sqlite3.Connection, sheet_id: int, said: tuple[object, ...]
) -> int | None:
    """Return the number of the same conflict of the same sender that nobody has settled."""
    rows = connection.execute(
        "select c.id from conflict c join source_sheet s on s.id = c.sheet_id"
        " join source_sheet n on n.id = ? and n.sheet = s.sheet"
        " and n.sender_id is s.sender_id and n.campaign_id is s.campaign_id"
        " where c.record = ? and c.row_id = ? and c.field = ? and c.base is ? and c.ours = ?"
        " and c.theirs = ? and c.along = ? order by c.id desc",
        (sheet_id, *said),
    ).fetchall()
    numbers = (number for (number,) in rows if settled_by(connection, number) is None)
    return next(numbers, None)


def settled_by(connection: sqlite3.Connection, number: int) -> int | None:
    """Return the entry that settled a conflict and stands, or None."""
    undone = journal.undone(connection)
    rows = connection.execute(
        "select d.entry_id from deviation d join conflict c on c.sheet_id = d.sheet_id"
        " and c.record = d.record and c.row_id = d.row_id and c.field = d.field"
        " where c.id = ? and d.entry_id is not null order by d.id desc",
        (number,),
    )
    return next((entry for (entry,) in rows if entry not in undone), None)


def booked(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[Booked]:
    """Yield conflicts by their numbers, those that there are."""
    wanted = list(numbers)
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        marks = ", ".join("?" * len(part))
        for number, sheet_id, row, record, row_id, name, *values in connection.execute(
            "select c.id, c.sheet_id, c.sheet_row, c.record, c.row_id, c.field, c.base, c.ours,"
            " c.theirs, c.along, f.name, s.name, s.sheet, s.sender_id, s.campaign_id, s.entry_id"
            " from conflict c join source_sheet s on s.id = c.sheet_id"
            f" join source_file f on f.id = s.file_id where c.id in ({marks}) order by c.id",
            part,
        ):
            base, ours, theirs, along, *source = values
            yield Booked(
                number,
                sheet_id,
                row,
                record,
                row_id,
                name,
                None if base is None else tuple(json.loads(base)),
                tuple(json.loads(ours)),
                tuple(json.loads(theirs)),
                {field: tuple(stored) for field, stored in json.loads(along).items()},
                *source,
            )


# As a person reads them -----------------------------------------------------------------


class Telling:
    """Says of conflicts what a person needs to know: the record, the field, the values."""

    def __init__(self, connection: sqlite3.Connection, campaign: CampaignInUse) -> None:
        self.connection = connection
        self.lang = campaign.lang
        self.plan = campaign.plan
        self.names = UnitNames(connection)
        self.sheets = {sheet.code: sheet.under(campaign.plan) for sheet in all_sheets()}
        self._namer = Namer(connection)

    def column(self, one: Booked) -> Column | None:
        """Return the column that a conflict is about."""
        sheet: Sheet | None = self.sheets.get(one.sheet)
        return sheet.column(one.name) if sheet else None

    def field(self, one: Booked) -> str:
        """Return what the field of a conflict is called."""
        column = self.column(one)
        return column.heading(self.lang) if column else one.name

    def value(self, one: Booked, stored: Stored | None) -> str:
        """Return a stored value as it is read: a unit by its name, a code by its word."""
        if stored is None:
            return ""
        place, column = place_in(one).under(self.plan), self.column(one)
        if place.units:
            return self.names.telling(stored[0]) if stored[0] else ""
        if column is not None and column.kind == "yes" and stored[0] is not None:
            return YES.word("yes" if stored[0] else "no", self.lang)
        if column is not None and column.kind == "code" and column.codes and stored[0]:
            return column.codes.word(str(stored[0]), self.lang)
        return place.show(stored)

    def record(self, one: Booked) -> str:
        """Return the number or name of the record."""
        record = "unit" if one.record == "milestone" else one.record
        return self._namer.name(record, one.row_id)

    def row(self, one: Booked) -> list[object]:
        """Return the row of the workbook for a conflict, the choice left open."""
        unit, about = self._about(one)
        cells: dict[str, object] = {
            "number": one.number,
            "file": one.file,
            "sheet": one.worksheet,
            "row": one.row,
            "record": self.record(one),
            "unit": unit,
            "about": about,
            "field": self.field(one),
            "base": self.value(one, one.base),
            "ours": self.value(one, one.ours),
            "theirs": self.value(one, one.theirs),
        }
        return [cells.get(name) for name in conflict_sheet.HEADINGS]

    def _about(self, one: Booked) -> tuple[str, str]:
        """Return the unit, and what the record is about: of an opinion the office's wording."""
        row = self._namer.row(one.record, one.row_id) or {}
        if one.record in ("unit", "milestone"):
            return self.names.telling(one.row_id), ""
        unit, noun = row.get("unit_id"), noun_of(one.record)
        own = "wording" if noun.spoken or noun.key is None else noun.key.fields[-1]
        words = row.get(noun.place(own).columns[0])
        return self.names.telling(int(str(unit))) if unit else "", str(words or "")


def place_in(one: Booked) -> Place:
    """Return where the field of a conflict lies."""
    return place_of(one.name) if one.record == "milestone" else noun_of(one.record).place(one.name)


# As a workbook --------------------------------------------------------------------------


def page(connection: sqlite3.Connection, campaign: CampaignInUse, numbers: Sequence[int]) -> Page:
    """Return the worksheet in which conflicts are settled."""
    lang, telling = campaign.lang, Telling(connection, campaign)
    at = LANGUAGES.index(lang)
    choices = (conflict_sheet.OURS[at], conflict_sheet.THEIRS[at])
    identity = campaigns.setting(connection, campaigns.IDENTITY) or ""
    return Page(
        conflict_sheet.TITLE[at],
        [
            PageColumn(
                heading[at],
                _WIDTHS.get(name, 16),
                "number" if name in ("number", "row") else "text",
                choices=choices if name == "choice" else (),
            )
            for name, heading in conflict_sheet.HEADINGS.items()
        ],
        [telling.row(one) for one in booked(connection, numbers)],
        above=[say("workbook.conflicts_how", lang, ours=choices[0], theirs=choices[1])],
        mark=ExportMark(identity, 0, conflict_sheet.CODE),
        freeze=1,
        filtered=True,
    )


def numbers_of(result: "FileResult") -> list[int]:
    """Return the numbers of a file's conflicts."""
    found = (one.number for sheet in result.sheets for one in sheet.conflicts)
    return [number for number in found if number is not None]


def write(
    results: Sequence["FileResult"],
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    names: UnitNames,
    box: Outbox,
    period: str | None = None,
) -> None:
    """Write one workbook for the conflicts of all files into an outbox, and tell each of it.

    ``period`` is the month of a month end, by which its workbook is called every time.
    """
    found = [result for result in results if numbers_of(result)]
    if not found:
        return
    made = page(connection, campaign, sorted(chain.from_iterable(map(numbers_of, found))))
    rows = [list(row) for row in made.rows]
    made.rows = rows
    content = hashlib.sha256(json.dumps(rows).encode()).hexdigest()
    put = partial(write_book, pages=[made], lang=campaign.lang)
    place = box.put(_name(found, names, campaign.lang, period), content, put)
    for result in found:
        result.to_settle = None if place in box.failed else place


def _name(results: Sequence["FileResult"], names: UnitNames, lang: str, period: str | None) -> str:
    """Return the name of the workbook: that conflicts are in it, of one file whose they are."""
    title = conflict_sheet.TITLE[LANGUAGES.index(lang)]
    if period is not None or len(results) > 1:
        return file_name(title, period)
    [result] = results
    if result.sender is None or result.sender.unit is None or result.sender.office:
        return file_name(result.path.stem, title)
    return file_name(names.telling(result.sender.unit), result.sheets[0].sheet.name(lang), title)
