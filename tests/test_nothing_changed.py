"""本月无变化: a unit ticks it in the sheet, and the sheet comes back as a nil report."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from office import Office
from office import open_office
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import load_workbook

from ledger.exchange import sending
from ledger.exchange.file_result import FileResult
from ledger.exchange.titles import read_titles

LEDGER = "存在问题 | 责任单位 | 完成时限 | 整改进展\n大厅中午没人 | 盐窝镇 | 6月底前 | 已排班"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        made.take_text(LEDGER, "盐窝镇")
        yield made


def template(office: Office) -> Path:
    target = office.folder / "空表.xlsx"
    sending.write_template(
        office.campaign, sending.sheet_of(office.campaign, "rectification"), target
    )
    return target


def sent_down(office: Office) -> Path:
    unit = office.unit("盐窝镇")
    return office.export(
        "rectification", "盐窝镇.xlsx", sending.Parcel(direction="down").only(unit)
    )


def tick(path: Path, sign: str = "√") -> Worksheet:
    """Fill in the cell beside the label, as a clerk does, and return the worksheet."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    [rule] = [r for r in sheet.data_validations.dataValidation if r.formula1 == '"√"']
    [area] = rule.sqref.ranges
    sheet[area.coord] = sign
    book.save(path)
    return sheet


def as_csv(path: Path) -> Path:
    target = path.with_suffix(".csv")
    with target.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(load_workbook(path).get_sheet_by_index(0).to_python())
    return target


def take(office: Office, path: Path) -> FileResult:
    [result] = office.take(path, sender="盐窝镇", period="2014-05")
    return result


def is_nil(office: Office) -> bool:
    [nil] = office.ledger.connection.execute(
        "select nil from receipt where period = '2014-05' order by id desc limit 1"
    ).fetchone()
    return bool(nil)


@pytest.mark.parametrize("sign", ["√", "✔", "是", "v"])
def test_a_blank_sheet_that_is_ticked_is_a_nil_report(office: Office, sign: str) -> None:
    before = office.snapshot()
    path = template(office)
    tick(path, sign)

    result = take(office, path)

    assert [sheet.verdicts for sheet in result.sheets] == [[]]
    assert office.snapshot() == before
    assert is_nil(office)


def test_a_sheet_that_went_down_is_ticked(office: Office) -> None:
    path = sent_down(office)
    tick(path)

    result = take(office, path)

    assert [sheet.verdicts for sheet in result.sheets] == [["unchanged"]]
    assert is_nil(office)


def test_a_copy_as_csv_says_it_too(office: Office) -> None:
    path = sent_down(office)
    tick(path)

    assert take(office, as_csv(path)).count("unchanged") == 1
    assert is_nil(office)


def test_what_a_ticked_sheet_changes_is_taken(office: Office) -> None:
    """The rows speak where they and the tick disagree."""
    path = sent_down(office)
    tick(path)
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == "已排班":
                cell.value = "值班表已上墙"
    book.save(path)

    assert take(office, path).count("changed") == 1
    assert [item["progress"] for item in office.items()] == ["值班表已上墙"]
    assert not is_nil(office)


@pytest.mark.parametrize("make", [template, sent_down])
def test_without_a_tick_it_is_no_nil_report(office: Office, make: object) -> None:
    assert callable(make)
    take(office, make(office))

    assert not is_nil(office)


@pytest.mark.parametrize("direction", ["inside", "up", "public"])
def test_nothing_is_to_be_ticked_in_what_does_not_come_back(
    office: Office, direction: sending.Direction
) -> None:
    path = office.export("rectification", "出.xlsx", sending.Parcel(direction=direction))

    cells = [cell for row in load_workbook(path).get_sheet_by_index(0).to_python() for cell in row]
    assert not [cell for cell in cells if "无变化" in str(cell)]


@pytest.mark.parametrize(
    ("row", "ticked"),
    [
        (["本月无变化（无变化的，在右格选“√”，下表不用动）", "√"], True),
        (["本月无变化（无变化的，在右格选“√”，下表不用动）"], False),
        (["No change this month (choose √ at the right, leave the table as it is)", "√"], True),
        (["√本月无变化"], True),
        (["本月无变化：√"], True),
        (["本 月 无 变 化（√）"], True),
        (["较上月无变化", "是"], True),
        (["零报告", "✓"], True),
        (["本月无变化 □"], False),
        (["本月无变化", "□"], False),
        (["本月无变化", "填报日期：2014年6月3日"], False),
        (["本月变化情况", "√"], False),
    ],
)
def test_a_tick_is_read_beside_its_label_or_in_its_cell(row: list[str], ticked: bool) -> None:
    assert read_titles([row]).nothing_changed is ticked
