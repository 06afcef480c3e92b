"""The promise of three ways: no edit of either side is lost without being named.

For every kind of sheet that is declared: it goes out, some of its cells are edited in the
sheet, some in the ledger, some in both, and it comes in again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from typing import Literal

import pytest
from filling import filled
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from office import Office
from office import open_office
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_round_trip import plan

from ledger import opinions
from ledger import rectification
from ledger.exchange.comparison import Comparison
from ledger.exchange.noun import noun_of
from ledger.exchange.sending import Parcel
from schemas.sheet import Column
from schemas.sheet import Direction
from schemas.sheet import Sheet
from schemas.sheet import all_sheets

UNIT = "盐窝镇"
#: Who edited a field after the sheet went out.
Edit = Literal["nobody", "ledger", "sheet", "both", "both alike"]
EDITS: tuple[Edit, ...] = ("nobody", "ledger", "sheet", "both", "both alike")
BEFORE, OURS, THEIRS = "原来的话", "台账后改", "报表后改"

#: (id of the record, field of the sheet).
Place = tuple[int, str]


def _fields(sheet: Sheet, direction: Direction) -> dict[str, Column]:
    """Return the columns of running text that leave in a direction and lie in the ledger."""
    plain = {
        place.field
        for place in noun_of(sheet.record).places
        if place.plain and place.table is None and place.columns == (place.field,)
    }
    told = ("no", "name", "ext_no")
    return {
        column.field: column
        for column in sheet.leaving(direction)
        if column.kind in ("text", "person") and column.field in plain and column.field not in told
    }


#: A paper that is filled in is no list of records: it has tests of its own.
SHEETS = [
    sheet
    for sheet in all_sheets()
    if sheet.per_plan is None and not noun_of(sheet.record).stands_for
]
#: Kinds of which a direction has no running text are about numbers and days alone.
WALKED = [
    (sheet, direction)
    for sheet in SHEETS
    for direction in ("inside", "down")
    if _fields(sheet, direction)
]


def test_every_kind_of_sheet_is_walked() -> None:
    assert {sheet.code for sheet, _ in WALKED} == {sheet.code for sheet in SHEETS}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@pytest.mark.parametrize("settle", [None, "theirs", "ours"])
@pytest.mark.parametrize(
    ("sheet", "direction"), WALKED, ids=[f"{sheet.code}-{way}" for sheet, way in WALKED]
)
def test_no_edit_is_lost_without_being_named(
    sheet: Sheet,
    direction: Direction,
    settle: Literal["theirs", "ours"] | None,
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = open_office(tmp_path_factory.mktemp("ways"), plan())
    with made.ledger:
        _fill(made, sheet)
        fields = _fields(sheet, direction)
        _say(made, sheet, fields)
        path = _export(made, sheet, direction)
        ids = _ids(made, sheet)
        rows = {row: ids[name] for row, name in _rows(path, sheet)}
        assert rows
        edits = {
            (record, name): data.draw(st.sampled_from(EDITS), f"{record} {name}")
            for record in rows.values()
            for name in fields
        }
        _edit_sheet(path, sheet, rows, edits)
        _edit_ledger(made, sheet, edits)

        [result] = made.take(path, sender=UNIT if direction == "down" else None, settle=settle)

        assert result.state == "taken"
        [found] = result.sheets
        for (record, name), edit in edits.items():
            may = direction == "inside" or fields[name].whose == "unit"
            now = _value(made, sheet, record, name)
            said = _named(found, record, name)
            assert (now, said) == _meant(edit, settle, may=may), (record, name, edit)


def _meant(edit: Edit, settle: str | None, *, may: bool) -> tuple[str, bool]:
    """Return what a field has to say in the end, and whether the sender is told of it."""
    if edit == "nobody":
        return BEFORE, False
    if edit == "ledger":
        return OURS, False
    if edit == "both alike":
        return THEIRS, False
    ours = OURS if edit == "both" else BEFORE
    if not may:
        # What only the office may settle is told to a unit whatever was asked for.
        return ours, True
    if edit == "sheet":
        return THEIRS, False
    return {None: (OURS, True), "theirs": (THEIRS, False), "ours": (OURS, False)}[settle]


def _named(found: Comparison, record: int, name: str) -> bool:
    row = found.ids.index(record)
    return any(remark.field == name for remark in found.remarks.get(row, ()))


# A ledger and a sheet ---------------------------------------------------------------------


def _fill(made: Office, sheet: Sheet) -> None:
    fixed = noun_of(sheet.record).fixed(sheet, made.campaign.plan)
    unit = made.unit(UNIT)
    if sheet.record not in ("unit", "item", "opinion"):
        made.take(filled(made, sheet.code, ["话"] * 3))
        made.ledger.connection.execute(f"update {sheet.record} set unit_id = {unit}")
    with made.ledger.writing(made.author, campaign=1) as entry:
        for at in range(3):
            if sheet.record == "item":
                rectification.add(entry, 1, f"问题{at}", {"unit_id": unit, **fixed}, [])
            elif sheet.record == "opinion":
                opinions.log(entry, 1, f"意见{at}", {"unit_id": unit, **fixed})


def _say(made: Office, sheet: Sheet, fields: dict[str, Column]) -> None:
    """Let every field say something else in each record that the sheet is about."""
    listed = ", ".join(f"{name} = ?" for name in fields)
    with made.ledger.writing(made.author, campaign=1) as entry:
        for record in _ids(made, sheet).values():
            values = [_words(BEFORE, record, name) for name in fields]
            text = f"update {sheet.record} set {listed} where id = ?"
            entry.connection.execute(text, [*values, record])


def _words(said: str, record: int, name: str) -> str:
    # A problem that two rows share would be a question of its own.
    return f"{said}{record}" if name in ("problem", "content") else said


def _export(made: Office, sheet: Sheet, direction: Direction) -> Path:
    parcel = Parcel(direction=direction)
    if direction == "down":
        parcel = parcel.only(made.unit(UNIT))
    return made.export(sheet.code, "sheet.xlsx", parcel)


def _ids(made: Office, sheet: Sheet) -> dict[str, int]:
    name = _told_by(sheet)
    return dict(made.ledger.connection.execute(f"select {name}, id from {sheet.record}"))


def _told_by(sheet: Sheet) -> str:
    """Return the field by which the rows of a sheet are told apart."""
    return next(name for name in ("no", "name") if sheet.column(name) is not None)


def _rows(path: Path, sheet: Sheet) -> Iterator[tuple[int, str]]:
    """Yield the rows of an export that are records, with what tells each from the others."""
    page = load_workbook(path).worksheets[0]
    header, places = _header(page, sheet)
    place = places[_told_by(sheet)]
    for row in range(header + 1, page.max_row + 1):
        told = page.cell(row, place).value
        if isinstance(told, str) and any(page.cell(row, p).value for p in places.values()):
            if "：" in told:
                return
            yield row, told


def _header(page: Worksheet, sheet: Sheet) -> tuple[int, dict[str, int]]:
    headings = {column.headings[0]: column.field for column in sheet.columns}
    told = _told_by(sheet)
    for row in page.iter_rows():
        places = {headings[c.value]: c.column for c in row if c.value in headings}
        if told in places and len(places) > 1:
            return row[0].row, places
    raise AssertionError(sheet.code)


# Edits ------------------------------------------------------------------------------------


def _edit_sheet(path: Path, sheet: Sheet, rows: dict[int, int], edits: dict[Place, Edit]) -> None:
    book = load_workbook(path)
    page = book.worksheets[0]
    _, places = _header(page, sheet)
    for row, record in rows.items():
        for name, place in places.items():
            if edits.get((record, name)) in ("sheet", "both", "both alike"):
                page.cell(row, place).value = _words(THEIRS, record, name)
    book.save(path)


def _edit_ledger(made: Office, sheet: Sheet, edits: dict[Place, Edit]) -> None:
    said = {"ledger": OURS, "both": OURS, "both alike": THEIRS}
    with made.ledger.writing(made.author, campaign=1) as entry:
        for (record, name), edit in edits.items():
            if edit in said:
                entry.connection.execute(
                    f"update {sheet.record} set {name} = ? where id = ?",
                    (_words(said[edit], record, name), record),
                )


def _value(made: Office, sheet: Sheet, record: int, name: str) -> Any:
    [value] = made.ledger.connection.execute(
        f"select {name} from {sheet.record} where id = ?", (record,)
    ).fetchone()
    return str(value).removesuffix(str(record)) if name in ("problem", "content") else value
