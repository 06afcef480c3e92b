"""What headings mean on one sender's sheets, as a clerk settled it: said once, kept for later.

It is kept under the journal, so that undoing the entry in which it was said forgets it.
"""

import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from ledger.campaigns import CampaignInUse
from ledger.exchange.headings import Lexicon
from ledger.exchange.mistakes import MapsGiver
from ledger.exchange.mistakes import MapsTwice
from ledger.exchange.mistakes import NoSuchHeading
from ledger.exchange.mistakes import UnknownField
from ledger.exchange.note import Note
from ledger.exchange.plain import heading
from ledger.exchange.recognise import IGNORED
from ledger.exchange.recognise import Said
from ledger.exchange.recognise import Table
from ledger.exchange.recognise import columns_headed
from ledger.store import Entry
from schemas.plan import Plan
from schemas.sheet import Sheet

#: A heading as it was typed, and what it was said to mean; nothing forgets what was said.
Map = tuple[str, str]


def resolved(maps: Iterable[Map], sheets: Iterable[Sheet], plan: Plan) -> Said:
    """Return what is said for each kind of sheet that has the field that is named."""
    said: dict[str, dict[str, str]] = {}
    wanted = [(heading(name), word) for name, word in maps if word]
    for sheet in sheets if wanted else ():
        lexicon = Lexicon(sheet, plan)
        for name, word in wanted:
            field = _field(lexicon, word)
            if field is not None:
                said.setdefault(sheet.code, {})[name] = field
    return said


def _field(lexicon: Lexicon, word: str) -> str | None:
    if word == IGNORED:
        return IGNORED
    column = lexicon.named(word)
    return column.field if column else None


def check(maps: Sequence[Map], tables: Sequence[tuple[str, Table]], plan: Plan) -> None:
    """Raise a mistake where something that is said cannot be of any of the sheets.

    NoSuchHeading, UnknownField, MapsTwice, or MapsGiver: a column that tells who spoke
    may be said to hold another part of that, or to be ignored, and nothing else.
    """
    for name, word in maps:
        having = [(file, table) for file, table in tables if _number(table, name) is not None]
        if tables and not having:
            headings = "、".join(
                dict.fromkeys(head.text for _, table in tables for head in table.heads.values())
            )
            raise NoSuchHeading(heading=name, headings=headings)
        for file, table in having if word else ():
            _check_field(file, table, name, word, plan)
    for file, table in tables if maps else ():
        _check_twice(file, table, maps, plan)


def _number(table: Table, name: str) -> int | None:
    return columns_headed(table.heads, [heading(name)]).get(heading(name))


def _check_field(file: str, table: Table, name: str, word: str, plan: Plan) -> None:
    lexicon = Lexicon(table.sheet, plan)
    field = _field(lexicon, word)
    if field is None:
        fields = "、".join(
            f"{column.field} {column.heading(plan.language)}" for column in lexicon.sheet.columns
        )
        sheet = table.sheet.name(plan.language)
        raise UnknownField(file=file, field=word, sheet=sheet, fields=fields)
    column = lexicon.sheet.column(field)
    private = _number(table, name) in lexicon.telling_who_spoke(table.heads)
    if private and column is not None and not column.private:
        raise MapsGiver(file=file, heading=name)


def _check_twice(file: str, table: Table, maps: Sequence[Map], plan: Plan) -> None:
    lexicon = Lexicon(table.sheet, plan)
    names: dict[str, str] = {}
    for name, word in maps:
        field = _field(lexicon, word) if word and _number(table, name) is not None else None
        if field is None or field == IGNORED:
            continue
        if field in names:
            raise MapsTwice(file=file, one=names[field], other=name, field=field)
        names[field] = name


# What was said before -------------------------------------------------------------------


def remembered(
    connection: sqlite3.Connection, campaign: int, sender: int | None, but: Iterable[str] = ()
) -> dict[str, dict[str, str]]:
    """Return what was said of a sender's sheets, apart from headings to be forgotten."""
    gone = {heading(name) for name in but}
    said: dict[str, dict[str, str]] = {}
    for sheet, name, field in connection.execute(
        "select sheet, heading, field from heading_meaning"
        " where campaign_id = ? and sender_id is ? order by id",
        (campaign, sender),
    ):
        if heading(name) not in gone:
            said.setdefault(sheet, {})[heading(name)] = field
    return said


def senders(connection: sqlite3.Connection, campaign: int) -> list[int | None]:
    """Return the senders of whose sheets something was said."""
    rows = connection.execute(
        "select distinct sender_id from heading_meaning where campaign_id = ?", (campaign,)
    )
    return [sender for (sender,) in rows]


def together(earlier: Said, later: Said) -> Said:
    """Return what both say; where they speak of one heading or one field, the later counts."""
    both = {}
    for sheet in {*earlier, *later}:
        new = later.get(sheet, {})
        fields = set(new.values()) - {IGNORED}
        old = {name: field for name, field in earlier.get(sheet, {}).items() if field not in fields}
        both[sheet] = old | dict(new)
    return both


def remember(
    entry: Entry, campaign: int, sender: int | None, table: Table, maps: Sequence[Map]
) -> None:
    """Keep what is said of a table's headings for this sender's sheets of its kind."""
    connection, sheet = entry.connection, table.sheet.code
    for name, word in maps:
        number = _number(table, name)
        if number is None:
            continue
        field = table.said.get(number)
        kept = IGNORED if field and field.startswith("hidden:") else field
        known = _known(connection, campaign, sender, sheet, name)
        if word and kept in known.values():
            continue
        connection.executemany(
            "delete from heading_meaning where id = ?", [(number,) for number in known]
        )
        if word and kept is not None:
            connection.execute(
                "insert into heading_meaning(campaign_id, sender_id, sheet, heading, field)"
                " values (?, ?, ?, ?, ?)",
                (campaign, sender, sheet, name, kept),
            )
        elif not word and known:
            table.notes.append(Note("notes_sheets.heading_forgotten", {"heading": name}))


def _known(
    connection: sqlite3.Connection, campaign: int, sender: int | None, sheet: str, name: str
) -> dict[int, str]:
    return {
        number: field
        for number, said, field in connection.execute(
            "select id, heading, field from heading_meaning"
            " where campaign_id = ? and sender_id is ? and sheet = ?",
            (campaign, sender, sheet),
        )
        if heading(said) == heading(name)
    }


def notes(table: Table, plan: Plan) -> Iterator[Note]:
    """Yield what the receipt says of the columns whose meaning somebody settled."""
    for number, field in table.said.items():
        name = table.heading_of(number)
        if field.startswith("hidden:"):
            yield Note("notes_sheets.heading_ignored", {"heading": name})
            continue
        meaning = table.columns[number].heading(plan.language)
        yield Note("notes_sheets.heading_mapped", {"heading": name, "meaning": meaning})


def listed(
    connection: sqlite3.Connection, campaign: CampaignInUse, unit: int
) -> Iterator[dict[str, str]]:
    """Yield what was said of a unit's sheets: the kind, the heading, the field it means."""
    lexicons = {sheet.code: Lexicon(sheet, campaign.plan) for sheet in campaign.sheets}
    for sheet, name, field in connection.execute(
        "select sheet, heading, field from heading_meaning"
        " where campaign_id = ? and sender_id = ? order by sheet, id",
        (campaign.id, unit),
    ):
        lexicon = lexicons.get(sheet)
        column = lexicon.sheet.column(field) if lexicon else None
        yield {
            "sheet": sheet,
            "title": lexicon.sheet.name(campaign.lang) if lexicon else sheet,
            "heading": name,
            "field": field,
            "meaning": f"{column.heading(campaign.lang)} {field}" if column else field,
        }
