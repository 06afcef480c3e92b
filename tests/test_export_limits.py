"""What a worksheet or a cell cannot hold: rows go on in another, a text is cut and stays whole."""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from conftest import Campaign
from office import Office
from office import open_office
from python_calamine import load_workbook

from ledger import rectification
from ledger.exchange import sending
from ledger.exchange.paper import write_book
from schemas.sheet_words import CUT_MARK

LONG = "值班表要上墙，" * 6_000
ROWS = "\n".join(f"问题{n} | 盐窝镇 | 6月底前 | 未办" for n in range(20))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        yield made


def edit(path: Path, before: str, after: str) -> None:
    """Replace what begins with some words, in whichever worksheet it stands."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).startswith(before):
                    cell.value = after + str(cell.value).removeprefix(before)
    book.save(path)


# A text that is too long ------------------------------------------------------------------


def long_item(office: Office, text: str = LONG) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        fields = {"unit_id": office.unit("盐窝镇"), "measures": text}
        rectification.add(entry, 1, "大厅中午没人", fields)


def sent(office: Office, direction: sending.Direction) -> Path:
    parcel = sending.Parcel(direction=direction)
    if direction == "down":
        parcel = parcel.only(office.unit("盐窝镇"))
    return office.export("rectification", f"{direction}.xlsx", parcel)


@pytest.mark.parametrize("direction", ["inside", "down", "up"])
@pytest.mark.parametrize("beginning", ["", "电话13812345678。", "𠮷"])
def test_a_text_that_was_cut_comes_back_as_no_change(
    office: Office, direction: sending.Direction, beginning: str
) -> None:
    long_item(office, beginning + LONG)

    path = sent(office, direction)

    assert any(CUT_MARK in str(cell) for row in rows(path) for cell in row)
    [result] = office.take(path)
    assert [sheet.verdicts for sheet in result.sheets] == [["unchanged"]]
    assert office.items()[0]["measures"] == beginning + LONG


def test_what_is_changed_in_a_text_that_was_cut_is_queried(office: Office) -> None:
    """The ledger's own, longer text is not replaced by the beginning of it."""
    long_item(office)
    path = sent(office, "down")
    edit(path, "值班表", "排班表")

    [result] = office.take(path)

    assert [sheet.verdicts for sheet in result.sheets] == [["queried"]]
    assert [remark.key for remark in result.sheets[0].remarks[0]] == ["queries.text_cut"]
    assert office.items()[0]["measures"] == LONG


def through_excel(path: Path, before: str = "", after: str = "") -> Path:
    """Save a CSV as a spreadsheet program does that says nothing of what it cuts off."""
    book = openpyxl.Workbook()
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            book.worksheets[0].append([(cell.replace(before, after, 1))[:32_767] for cell in row])
    saved = path.with_suffix(".xlsx")
    book.save(saved)
    return saved


def test_a_text_that_a_program_cut_in_silence_replaces_no_longer_one(office: Office) -> None:
    long_item(office)
    path = through_excel(office.export("rectification", "内部.csv"))
    [result] = office.take(path)
    assert [sheet.verdicts for sheet in result.sheets] == [["unchanged"]]
    assert office.items()[0]["measures"] == LONG


def test_a_change_in_what_a_program_cut_in_silence_is_queried(office: Office) -> None:
    long_item(office)
    office.take(through_excel(office.export("rectification", "内部.csv")))
    path = through_excel(office.export("rectification", "又.csv"), "值班表", "排班表")
    [result] = office.take(path)
    remarks = [one.key for all_of in result.sheets[0].remarks.values() for one in all_of]
    assert (remarks, office.items()[0]["measures"]) == (["queries.text_cut"], LONG)


def test_a_text_that_was_cut_may_be_written_anew(office: Office) -> None:
    long_item(office)
    path = sent(office, "down")
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if CUT_MARK in str(cell.value):
                cell.value = "已排班"
    book.save(path)

    office.take(path)

    assert office.items()[0]["measures"] == "已排班"


def test_a_text_that_is_cut_is_told(started: Campaign, tmp_path: Path) -> None:
    text = tmp_path / "问题.csv"
    text.write_text("存在问题,责任单位,整改措施\n大厅,盐窝镇," + LONG, encoding="utf-8")
    assert started("import", text).status == 0

    told = started("export", "rectification", "-o", "出.xlsx")

    assert told.status == 0
    assert told.err.startswith("1 个单元格放不下全文，只写了前一部分（台账里是全的）：整改台账!")


# Too many rows ------------------------------------------------------------------------------


def rows(path: Path) -> list[list[object]]:
    book = load_workbook(path)
    return [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]


@pytest.fixture
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "write_book", partial(write_book, most_rows=12))


@pytest.mark.usefixtures("few_rows")
def test_a_sheet_with_too_many_rows_comes_back_as_one(office: Office) -> None:
    """No part is taken for a list from which the rows of the others are missing."""
    office.take_text("存在问题 | 责任单位 | 完成时限 | 整改进展\n" + ROWS, "盐窝镇")
    path = sent(office, "down")
    assert [name for name in load_workbook(path).sheet_names if "台账" in name] == [
        "整改台账",
        "整改台账（2）",
        "整改台账（3）",
    ]

    [result] = office.take(path)

    assert result.count("unchanged") == 20
    assert result.entry is None
    assert [sheet.missing for sheet in result.sheets] == [[], [], []]
    edit(path, "未办", "已办")
    [result] = office.take(path)
    assert (result.count("changed"), result.count("unchanged")) == (20, 0)
    assert [sheet.missing for sheet in result.sheets] == [[], [], []]


@pytest.mark.usefixtures("few_rows")
def test_that_a_sheet_goes_on_is_told(started: Campaign, tmp_path: Path) -> None:
    text = tmp_path / "问题.csv"
    text.write_text("存在问题,责任单位,完成时限,整改进展\n" + ROWS.replace(" | ", ","), "utf-8")
    assert started("import", text).status == 0

    told = started("export", "rectification", "-o", "出.xlsx")

    assert told.err == (
        "整改台账的行数超过一张工作表的上限，分写在：整改台账、整改台账（2）、整改台账（3）。"
        "报回时整个文件一起报。\n"
    )
    said = [str(row[0]) for row in rows(tmp_path / "出.xlsx") if "工作表" in str(row[0])]
    assert said == [
        "说明：本表未完，接下一张工作表。",
        "（接上一张工作表）",
        "说明：本表未完，接下一张工作表。",
        "（接上一张工作表）",
    ]
