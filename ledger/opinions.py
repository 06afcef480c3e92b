"""Opinions: what people said, word for word. Who said it is kept apart from all of it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger.errors import EmptyText
from ledger.errors import GiverUnreadable
from ledger.errors import NoGiver
from ledger.errors import OpinionWithdrawn

if TYPE_CHECKING:
    from ledger.models import Opinion
    from ledger.store import Entry

GIVER_FIELDS: Final = ("name", "phone", "address", "identity")

#: What each line of a giver's file may begin with.
_GIVER_WORDS: Final = {
    "name": ("姓名", "提出人", "name", "giver"),
    "phone": ("电话", "联系电话", "手机", "phone"),
    "address": ("住址", "地址", "address"),
    "identity": ("身份证", "身份证号", "身份证号码", "identity", "id"),
}


@dataclass(frozen=True)
class GiverDetails:
    """Who gave an opinion. At least one part is said."""

    name: str | None = None
    phone: str | None = None
    address: str | None = None
    identity: str | None = None

    def said(self) -> bool:
        """Tell whether anything identifies anybody."""
        return any((self.name, self.phone, self.address, self.identity))


def read_giver(text: str) -> GiverDetails:
    """Read a giver's file: lines such as ``姓名：…``, or the name alone on the first line.

    Raises GiverUnreadable where no line says anything.
    """
    found: dict[str, str] = {}
    for line in text.lstrip("\ufeff").splitlines():
        word, _, value = line.replace("：", ":").partition(":")
        field = next((f for f, w in _GIVER_WORDS.items() if word.strip().lower() in w), None)
        if field and value.strip():
            found[field] = value.strip()
        elif field is None and line.strip() and not value and not found:
            found["name"] = line.strip()
    giver = GiverDetails(**found)
    if not giver.said():
        raise GiverUnreadable
    return giver


def log(
    entry: "Entry",
    campaign: int,
    content: str,
    fields: Mapping[str, Any],
    giver: GiverDetails | None = None,
) -> str:
    """Keep one opinion, and return the number that was drawn for it. Raises EmptyText."""
    from ledger.models import Opinion

    if not content.strip():
        raise EmptyText(field="content")
    number = keys.opinion_numbers(entry.connection, 1)[0]
    opinion = Opinion(no=number, campaign_id=campaign, content=content, **fields)
    opinion.natural_key = _key_of(entry, opinion)
    entry.add(opinion)
    if giver is not None:
        record_giver(entry, number, giver)
    return number


def edit(
    entry: "Entry", number: str, fields: Mapping[str, Any], giver: GiverDetails | None = None
) -> str:
    """Change the given fields of an opinion, or its giver; return its number."""
    from ledger.models import Opinion

    opinion = entry.session.get_one(Opinion, _open(entry.connection, number))
    if "content" in fields and not str(fields["content"]).strip():
        raise EmptyText(field="content")
    before = _said(opinion)
    for name, value in fields.items():
        setattr(opinion, name, value)
    if _said(opinion) != before:
        _keep_former_key(entry, opinion, before[0])
        opinion.natural_key = _key_of(entry, opinion)
    entry.session.flush()
    if giver is not None:
        record_giver(entry, opinion.no, giver)
    return opinion.no


def _said(opinion: "Opinion") -> tuple[Any, ...]:
    """Return what a sheet recognises an opinion by."""
    return opinion.unit_id, opinion.channel, opinion.raised_on, opinion.content


def _key_of(entry: "Entry", opinion: "Opinion") -> int:
    unit, channel, raised_on, content = _said(opinion)
    day = raised_on and raised_on.isoformat()
    return keys.free_key(
        entry.connection,
        "opinion",
        unit,
        lambda nth: keys.opinion_key(channel, day, content, nth),
        but=opinion.id,
    )


def _keep_former_key(entry: "Entry", opinion: "Opinion", unit: int) -> None:
    """A sheet that still says what was said before has to find the opinion again."""
    from ledger.models import FormerKey

    if opinion.natural_key is not None:
        assert opinion.id is not None
        entry.add(
            FormerKey(
                record="opinion",
                row_id=opinion.id,
                unit_id=unit,
                natural_key=opinion.natural_key,
            )
        )


def withdraw(entry: "Entry", number: str) -> str:
    """Withdraw an opinion: it stays, and counts no more. Raises OpinionWithdrawn."""
    from ledger.models import Opinion

    opinion = entry.session.get_one(Opinion, _open(entry.connection, number))
    opinion.status = "withdrawn"
    entry.session.flush()
    return opinion.no


def _open(connection: sqlite3.Connection, number: str) -> int:
    found = keys.record_id(connection, number, "opinion")
    row = connection.execute("select status, no from opinion where id = ?", (found,)).fetchone()
    if row[0] == "withdrawn":
        raise OpinionWithdrawn(number=row[1])
    return found


# Who spoke ------------------------------------------------------------------------------


def record_giver(entry: "Entry", number: str, giver: GiverDetails) -> bool:
    """Keep who gave an opinion; the entry says only that this was done. Tell if it was new."""
    record_givers(entry, [(number, giver)])
    return True


def record_givers(entry: "Entry", givers: list[tuple[str, GiverDetails]]) -> int:
    """Keep who gave each of many opinions; return how many were recorded or changed."""
    notes: list[tuple[int, str, str]] = []
    for number, giver in givers:
        old = entry.connection.execute(
            "select name, phone, address, identity from giver where opinion_no = ?", (number,)
        ).fetchone()
        new = (giver.name, giver.phone, giver.address, giver.identity)
        merged = tuple(n or o for n, o in zip(new, old or (None,) * 4, strict=True))
        if merged == old:
            continue
        entry.connection.execute(
            "insert into giver(opinion_no, name, phone, address, identity)"
            " values (?, ?, ?, ?, ?) on conflict(opinion_no) do update set name ="
            " excluded.name, phone = excluded.phone, address = excluded.address,"
            " identity = excluded.identity",
            (number, *merged),
        )
        notes.append((entry.id, number, "recorded" if old is None else "changed"))
    _note(entry, notes)
    return len(notes)


def forget_giver(entry: "Entry", number: str) -> str:
    """Erase who gave an opinion. This cannot be undone. Raises NoGiver."""
    _, number = keys.read_number(number)
    gone = entry.connection.execute("delete from giver where opinion_no = ?", (number,))
    if not gone.rowcount:
        raise NoGiver(number=number)
    _note(entry, [(entry.id, number, "forgotten")])
    return number


def forgotten(connection: sqlite3.Connection) -> set[str]:
    """Return the opinions whose giver was erased: no sheet that comes later tells it again."""
    found = connection.execute(
        "select opinion_no from giver_note where what = 'forgotten'"
        " and opinion_no not in (select opinion_no from giver)"
    )
    return {number for (number,) in found}


def _note(entry: "Entry", notes: list[tuple[int, str, str]]) -> None:
    if notes:
        entry.connection.executemany(
            "insert into giver_note(entry_id, opinion_no, what) values (?, ?, ?)", notes
        )
        entry.keep = True


def giver_of(connection: sqlite3.Connection, number: str) -> GiverDetails | None:
    """Return who gave an opinion, for the office's own eyes."""
    found = connection.execute(
        "select name, phone, address, identity from giver where opinion_no = ?", (number,)
    ).fetchone()
    return None if found is None else GiverDetails(*found)
