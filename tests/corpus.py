"""Real workbooks of ``tests/sheets``, each with the table of what it has to come to.

A table ``NAME.csv`` stands beside the workbook ``NAME.*`` and was written by hand. The first
cell of each line says what the line tells:

``mess``       the kinds of ``sheets/mess.csv`` that the workbook shows
``file``       the name under which the workbook came, where the name itself is part of it
``--unit``, ``--period``    an option that the clerk types
``sender``, ``period``      what is understood; nothing is looked at where the line is missing
``note``       words of one note of the receipt; each further cell is more of the same note
``sheet``      a worksheet and the kind that it is taken as; the lines below belong to it
``row``        the fields that the records below it have to have, see ``value``
a number       a row of the worksheet that is taken, with the values of those fields; one that
               ends in ``…`` only begins so
``mark``       a cell that is marked (or a row), what the mark says, and what would be right
``records``    how many items and opinions the ledger then has
``refused``    nothing is taken: the state of the file, and words of the sentence

What no table line names may not be taken, and may not be marked.
"""

import csv
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Any

from office import Office
from office import open_office
from sheet_making import plan

from ledger import figures
from ledger.exchange.compare import Comparison
from ledger.exchange.read import column_letters

SHEETS = Path(__file__).parent / "sheets"
#: The county of the corpus: each unit with what it lies below and its tier.
COUNTY = {
    "盐窝镇": ("垦东县", "乡镇"),
    "胜坨镇": ("垦东县", "乡镇"),
    "永安镇": ("垦东县", "乡镇"),
    "县财政局": ("垦东县", "县级"),
    "县审计局": ("垦东县", "县级"),
    "县教育局": ("垦东县", "县级"),
    "县人力资源和社会保障局": ("垦东县", "县级"),
    "县住房和城乡建设局": ("垦东县", "县级"),
    "新村": ("盐窝镇", "村级"),
    "大赵村": ("盐窝镇", "村级"),
    "前王村": ("盐窝镇", "村级"),
    "后崔村": ("胜坨镇", "村级"),
}


@dataclass
class Mark:
    """A cell (or, by its number alone, a row) that is marked."""

    where: str
    says: str
    right: str


@dataclass
class Worksheet:
    """What one table of a workbook has to come to."""

    name: str
    kind: str
    fields: list[str] = field(default_factory=list)
    records: dict[int, dict[str, str]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)


@dataclass
class Expected:
    """What a workbook has to come to."""

    workbook: Path
    mess: set[int] = field(default_factory=set)
    said: dict[str, str] = field(default_factory=dict)
    notes: list[list[str]] = field(default_factory=list)
    sheets: list[Worksheet] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The name under which the workbook came."""
        return self.said.get("file", self.workbook.name)


def workbooks(folder: str) -> list[Path]:
    """Every workbook of a folder."""
    return sorted(path for path in (SHEETS / folder).iterdir() if not _is_table(path))


def _is_table(path: Path) -> bool:
    return path.suffix == ".csv" and path.with_suffix("").suffix != ".in"


def table_of(workbook: Path) -> Path:
    """The place of a workbook's table. A workbook that is a CSV itself is ``NAME.in.csv``."""
    return workbook.with_name(workbook.name.partition(".")[0] + ".csv")


def expected(workbook: Path) -> Expected:
    """Read a workbook's table."""
    found = Expected(workbook)
    with table_of(workbook).open(encoding="utf-8", newline="") as file:
        for line in csv.reader(file):
            if line and line[0]:
                _understand(found, line)
    return found


def _understand(found: Expected, line: list[str]) -> None:
    word, *rest = line
    while rest and not rest[-1]:
        rest.pop()
    if word == "mess":
        found.mess |= set(map(int, rest))
    elif word == "note":
        found.notes.append(rest)
    elif word == "sheet":
        found.sheets.append(Worksheet(*rest))
    elif word == "row":
        found.sheets[-1].fields = rest
    elif word == "mark":
        found.sheets[-1].marks.append(Mark(*[*rest, "", ""][:3]))
    elif word == "refused":
        found.refused = rest
    elif word.isdecimal():
        sheet = found.sheets[-1]
        rest += [""] * (len(sheet.fields) - len(rest))
        sheet.records[int(word)] = dict(zip(sheet.fields, rest, strict=True))
    else:
        assert word in ("file", "--unit", "--period", "sender", "period", "records"), word
        found.said[word] = rest[0]


@cache
def mess() -> dict[int, tuple[str, str]]:
    """Every kind of mess by its number: what it is, and an example."""
    with (SHEETS / "mess.csv").open(encoding="utf-8", newline="") as file:
        return {int(number): (what, example) for number, what, example in csv.reader(file)}


# What came of it ----------------------------------------------------------------------------


def open_county(folder: Path) -> Office:
    """The ledger of the county, empty but for its units."""
    below = {name: parent for name, (parent, _) in COUNTY.items()}
    tiers = {name: tier for name, (_, tier) in COUNTY.items()}
    return open_office(folder, plan(), below, tiers)


def taken(office: Office, found: Comparison, fields: Iterable[str]) -> dict[int, dict[str, str]]:
    """What was taken of a sheet, by row: the values of some fields as the ledger has them."""
    wanted = tuple(fields)
    if found.sheet.record == "figure":
        return _numbers(office, found, wanted)
    records = dict(_records(office, found))
    return {
        number: {name: _value(office, found, at, record, name) for name in wanted}
        for at, (number, verdict) in enumerate(zip(found.read.rows, found.verdicts, strict=True))
        if verdict not in ("queried", "conflict")
        for record in [records[found.ids[at]]]
    }


def _numbers(office: Office, found: Comparison, wanted: Iterable[str]) -> dict[int, dict[str, str]]:
    """What was taken of numbers, of which a row has several: each by its indicator's name."""
    campaign = office.campaign.id
    rows = figures.figures(office.ledger.connection, campaign, figures.FigureFilter())
    records = {row["id"]: row for row in rows}
    said: dict[int, dict[str, str]] = {}
    for number, record, verdict in zip(found.read.rows, found.ids, found.verdicts, strict=True):
        if record is not None and verdict not in ("queried", "conflict"):
            row = records[record]
            name = row["indicator"] + ("（累计）" if row["cumulative"] else "")
            told = {**{key: str(row[key] or "") for key in ("unit", "period")}, name: row["words"]}
            line = said.setdefault(number, dict.fromkeys(wanted, ""))
            assert {name} <= line.keys(), name
            line |= {key: value for key, value in told.items() if key in line}
    return said


def _records(office: Office, found: Comparison) -> Iterator[tuple[int | None, dict[str, Any]]]:
    connection = office.ledger.connection
    kind = found.sheet.record
    if kind == "milestone":
        yield from _cells(office)
        return
    ids = {
        "unit": "select name, id from unit",
        "opinion": "select no, id from opinion",
        "item": "select printf('ZG-%04d', id), id from item",
        "activity": "select no, id from activity",
    }[kind]
    by_key: dict[Any, list[int]] = {}
    for key, number in connection.execute(ids):
        by_key.setdefault(key, []).append(number)
    rows = {
        "unit": office.units,
        "opinion": office.opinions,
        "item": office.items,
        "activity": office.activities,
    }[kind]()
    for row in rows:
        for number in by_key[row["name" if kind == "unit" else "no"]]:
            yield number, row


def _cells(office: Office) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each unit with what is stored of its milestones: a day, a count, a note."""
    connection = office.ledger.connection
    units: dict[int, dict[str, Any]] = {
        number: {"unit": name} for number, name in connection.execute("select id, name from unit")
    }
    for unit, action, *stored in connection.execute(
        "select unit_id, action, done_on, count, note from milestone"
    ):
        units[unit][action] = " ".join(str(part) for part in stored if part is not None)
    yield from units.items()


def _value(office: Office, found: Comparison, at: int, record: dict[str, Any], name: str) -> str:
    """A field as text. ``+HEADING`` is a column nobody knows, ``giver.name`` who spoke."""
    if name.startswith("+"):
        return found.read.extra[name[1:]][at] or ""
    if name.startswith("giver."):
        row = office.ledger.connection.execute(
            f"select {name[6:]} from giver where opinion_no = ?", (record["no"],)
        ).fetchone()
        return (row and row[0]) or ""
    value = record.get(name)
    if isinstance(value, (list, tuple)):
        return "、".join(map(str, value))
    return "" if value is None else str(value)


def agree(said: dict[int, dict[str, str]], wanted: dict[int, dict[str, str]]) -> None:
    """Hold what was taken to what a table says."""
    for row, values in wanted.items():
        for name, value in values.items():
            whole = said.get(row, {}).get(name, "")
            if value.endswith("…") and whole.startswith(value.removesuffix("…")):
                values[name] = whole
    assert said == wanted


def marked(found: Comparison) -> Iterator[tuple[str, str, str]]:
    """Each mark: its cell or row, its field, its sentence."""
    from ledger.exchange import reply

    for row, remarks in sorted(found.remarks.items()):
        for remark in remarks:
            number, column = found.spot(row, remark.field)
            where = f"{column_letters(column)}{number}" if column else str(number)
            yield where, remark.field or "", reply.sentence(remark, "zh")
