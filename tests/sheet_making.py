"""Sheets for tests: a few lines of text become a workbook, and what is read of it."""

import tomllib
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from ledger.exchange.interpret import Context
from ledger.exchange.interpret import Interpreted
from ledger.exchange.interpret import interpret
from ledger.exchange.read import Grid
from ledger.exchange.read import read_bytes
from ledger.exchange.recognise import Table
from ledger.exchange.recognise import recognise
from schemas.fault import Fault
from schemas.locale import say
from schemas.plan import Plan
from schemas.sheet import Sheet
from schemas.sheet import all_sheets

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2014, 6, 3)


@cache
def plan() -> Plan:
    """The plan that ships, with a few actions."""
    text = (ROOT / "schemas/plans/standard.toml").read_text(encoding="utf-8")
    said: dict[str, Any] = tomllib.loads(text)
    said["start"], said["end"] = date(2014, 2, 28), date(2014, 9, 30)
    said["actions"] = [
        {"code": "meeting", "name": "动员大会", "phase": "1"},
        {"code": "study", "name": "集中学习", "phase": "1", "measure": "days", "required": 3},
        {"code": "talks", "name": "谈心谈话", "phase": "2", "aliases": ["谈心交心"]},
    ]
    return Plan.model_validate(said)


def closed_plan() -> Plan:
    """The same plan, with closed channels."""
    whole = plan()
    channel = whole.vocabulary.channel.model_copy(update={"closed": True})
    words = whole.vocabulary.model_copy(update={"channel": channel})
    return whole.model_copy(update={"vocabulary": words})


@cache
def sheets() -> tuple[Sheet, ...]:
    return tuple(all_sheets())


class Names:
    """A county of a few units; a name that it does not have is a fault."""

    UNITS = (
        "盐窝镇",
        "县财政局",
        "县审计局",
        "人力资源和社会保障局",
        "董集镇",
        "大赵村",
        "镇、街道办",
        "扶贫办",
    )

    def find(self, name: str, within: int | None = None) -> int | Fault:  # noqa: ARG002
        plain = name.removesuffix("党委")
        if plain in self.UNITS:
            return self.UNITS.index(plain) + 1
        return Fault("ledger.unit_unknown", {"name": name})


def named(ids: object) -> list[str]:
    """The names of units that were read."""
    assert isinstance(ids, tuple)
    return [Names.UNITS[number - 1] for number in ids]


def workbook(
    rows: Iterable[Sequence[Any]],
    *,
    merge: str = "",
    title: str = "Sheet1",
) -> bytes:
    """Make an .xlsx of rows; ``merge`` names areas to be merged: 'A1:C1 A3:A5'."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            if value is not None:
                sheet.cell(row, column, value)
    for area in merge.split():
        sheet.merge_cells(area)
    return saved(book)


def saved(book: "openpyxl.Workbook") -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def grid_of(rows: Iterable[Sequence[Any]], *, merge: str = "", title: str = "Sheet1") -> Grid:
    return read_bytes("a.xlsx", workbook(rows, merge=merge, title=title)).grids[0]


def written(text: str) -> list[list[str]]:
    """Rows of a text: cells parted by |, blanks around them taken off; _ is a blank line."""
    lines = text.strip("\n").splitlines()
    return [[cell.strip() for cell in line.replace("_", "").split("|")] for line in lines]


def sheet(text: str, *, merge: str = "", title: str = "Sheet1", only: str | None = None) -> Table:
    """What is recognised in a sheet that is written as text; ~ is a line break in a cell."""
    rows = [[cell.replace("~", "\n") or None for cell in row] for row in written(text)]
    found = recognise(grid_of(rows, merge=merge, title=title), sheets(), plan(), only=only)
    assert found is not None, "no sheet"
    return found


def context(
    *, sender: int | None = None, period: str | None = None, of: Plan | None = None
) -> Context:
    used = of or plan()
    return Context(used, used.frame(TODAY), Names(), sender, period)


def read(text: str, *, merge: str = "", sender: int | None = None) -> Interpreted:
    """What a sheet that is written as text comes to."""
    return interpret(sheet(text, merge=merge), context(sender=sender))


def read_rows(
    rows: Iterable[Sequence[Any]], *, merge: str = "", of: Plan | None = None
) -> Interpreted:
    found = recognise(grid_of(rows, merge=merge), sheets(), of or plan())
    assert found is not None, "no sheet"
    return interpret(found, context(of=of))


def complaints(found: Interpreted) -> list[str]:
    """What is wrong, one line a fault: row, field, sentence."""
    return [
        f"{found.rows[at]} {one.field}: {say(one.fault.key, 'zh', **one.fault.values)}"
        for at, faults in sorted(found.faults.items())
        for one in faults
    ]


def keys(found: Interpreted) -> list[str]:
    """Which faults there are."""
    return [one.fault.key for faults in found.faults.values() for one in faults]


def notes(found: Table | Interpreted) -> list[str]:
    return [note.key.partition(".")[2] for note in found.notes]
