"""Where every value came from: the file, worksheet, row and cell, or the command."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Campaign
from openpyxl import Workbook
from openpyxl import load_workbook
from test_dry_run import sheet

HEADINGS = ["序号", "存在问题", "责任人", "完成情况", "完成时限", "配合单位"]
ROWS = [
    ["1", "会多", "张三", "整改中", "6月底前", "财政局"],
    ["2", "路灯不亮", "李四", "整改中", "长期坚持", None],
]


def book(path: Path, rows: list[list[Any]], headings: list[str] = HEADINGS, **others: Any) -> Path:
    """Write a workbook whose table begins in B4, under a title and the sender."""
    made = Workbook()
    worksheet = made.active
    assert worksheet is not None
    worksheet.title = others.get("name", "台账")
    worksheet["B1"] = others.get("title", "整改台账")
    worksheet["B2"] = "填报单位：盐窝镇"
    for at, row in enumerate([headings, *rows], 4):
        for column, value in enumerate(row, 2):
            worksheet.cell(at, column, value)
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(path)
    return path


def sources(campaign: Campaign, of: str) -> dict[str, dict[str, Any]]:
    return {one["field"]: one for one in campaign.json("history", of, "--source")}


def place(one: dict[str, Any]) -> tuple[Any, ...]:
    return one["file"], one["sheet"], one["row"], one["cell"]


@pytest.fixture
def taken(started: Campaign, tmp_path: Path) -> Campaign:
    """Run the tool on a ledger with a taken workbook of two items."""
    assert started("import", book(tmp_path / "5月.xlsx", ROWS)).status == 0
    return started


def test_each_value_of_a_new_record_names_its_cell(taken: Campaign) -> None:
    found = sources(taken, "ZG-0002")
    assert place(found["problem"]) == ("5月.xlsx", "台账", 6, "C6")
    assert place(found["owner"]) == ("5月.xlsx", "台账", 6, "D6")
    assert place(found["status"]) == place(found["status_text"]) == ("5月.xlsx", "台账", 6, "E6")
    assert place(found["due_text"]) == place(found["due_class"]) == ("5月.xlsx", "台账", 6, "F6")
    assert place(sources(taken, "ZG-0001")["co_units"]) == ("5月.xlsx", "台账", 5, "G5")
    assert found["owner"]["value"] == "李四"
    assert (found["owner"]["day"], found["owner"]["by"]) == ("2014-05-16", "王干事")


def test_a_value_that_no_cell_said_names_the_row_alone(taken: Campaign) -> None:
    kind = sources(taken, "ZG-0002")["kind"]
    assert place(kind) == ("5月.xlsx", "台账", 6, None)


def test_a_value_that_was_typed_names_the_command(taken: Campaign) -> None:
    taken("rectify", "edit", "ZG-0001", "--owner", "王五")
    found = sources(taken, "ZG-0001")
    assert found["owner"]["command"] == "campaign rectify edit ZG-0001 --owner 王五"
    assert place(found["owner"]) == (None, None, None, None)
    assert place(found["problem"]) == ("5月.xlsx", "台账", 5, "C5")


def test_a_later_sheet_names_its_own_cell_for_what_it_changed(
    taken: Campaign, tmp_path: Path
) -> None:
    rows = [[None, "会多", "赵六", "整改中", "6月底前", "财政局"]]
    other = ["序号", "存在问题", "责任人", "完成情况", "完成时限", "配合单位"]
    taken(
        "import", book(tmp_path / "6月.xlsx", [["", "", "", "", "", ""], *rows], other, name="六月")
    )
    found = sources(taken, "ZG-0001")
    assert place(found["owner"]) == ("6月.xlsx", "六月", 6, "D6")
    assert place(found["problem"]) == ("5月.xlsx", "台账", 5, "C5")


def test_what_an_undo_put_back_came_from_where_it_had_come_from(
    taken: Campaign, tmp_path: Path
) -> None:
    rows = [["1", "会多", "赵六", "整改中", "6月底前", "财政局"]]
    taken("import", book(tmp_path / "6月.xlsx", rows))
    entry = taken.json("history")[0]["no"]
    taken("undo", entry)
    assert place(sources(taken, "ZG-0001")["owner"]) == ("5月.xlsx", "台账", 5, "D5")
    taken("undo", entry + 1)
    assert place(sources(taken, "ZG-0001")["owner"]) == ("6月.xlsx", "台账", 5, "D5")
    # A record that was taken away and brought back says the same of itself.
    before = sources(taken, "ZG-0002")
    taken("undo", entry - 1)
    taken("undo", taken.json("history")[0]["no"])
    assert sources(taken, "ZG-0002") == before


def test_an_older_import_is_undone_beside_a_later_one_without_a_word_on_sources(
    taken: Campaign, tmp_path: Path
) -> None:
    one = [["1", "会多", "赵六", "整改中", "6月底前", "财政局"]]
    two = [["1", "会多", "赵六", "整改中", "7月底前", "财政局"]]
    taken("import", book(tmp_path / "6月.xlsx", one))
    first = taken.json("history")[0]["no"]
    taken("import", book(tmp_path / "7月.xlsx", two))
    done = taken("undo", first)
    assert (done.status, "source" in done.out) == (0, False)
    found = sources(taken, "ZG-0001")
    assert (found["owner"]["value"], found["due_text"]["value"]) == ("张三", "7月底前")
    assert place(found["owner"]) == ("5月.xlsx", "台账", 5, "D5")
    assert place(found["due_text"]) == ("7月.xlsx", "台账", 5, "F5")


def test_what_belongs_to_a_record_names_the_row_that_brought_it(
    taken: Campaign, tmp_path: Path
) -> None:
    headings = ["单位名称", "别名", "督导组"]
    roster = book(
        tmp_path / "名册.xlsx",
        [["盐窝镇", "盐镇", "第3督导组"]],
        headings,
        title="单位名册",
        name="名册",
    )
    taken("import", roster, "--unit", "垦东县活动办")
    found = sources(taken, "盐窝镇")
    assert place(found["supervision_group"]) == ("名册.xlsx", "名册", 5, "D5")
    assert place(found["aliases"]) == ("名册.xlsx", "名册", 5, "C5")
    assert found["tier"]["command"].startswith("campaign add-unit 盐窝镇")


def test_a_senders_own_column_names_its_cell(taken: Campaign, tmp_path: Path) -> None:
    headings = [*HEADINGS, "联系点"]
    rows = [[*row, said] for row, said in zip(ROWS, ("甲", "乙"), strict=True)]
    taken("import", book(tmp_path / "6月.xlsx", rows, headings))
    found = sources(taken, "ZG-0002")
    assert found["联系点"]["value"] == "乙"
    assert place(found["联系点"]) == ("6月.xlsx", "台账", 6, "H6")
    assert place(found["owner"]) == ("5月.xlsx", "台账", 6, "D6")


def test_what_was_settled_names_the_cell_of_the_choice(taken: Campaign, tmp_path: Path) -> None:
    taken("rectify", "edit", "ZG-0001", "--owner", "赵六")
    rows = [["1", "会多", "王五", "整改中", "6月底前", "财政局"], ROWS[1]]
    taken("import", book(tmp_path / "6月.xlsx", rows))
    [made] = tmp_path.glob("*冲突核对*")
    settled = load_workbook(made)
    [cell] = [c for row in settled.worksheets[0].iter_rows() for c in row if c.value == "采用"]
    cell.offset(1, 0).value = "按报表"
    settled.save(made)
    taken("import", made)
    owner = sources(taken, "ZG-0001")["owner"]
    assert owner["value"] == "王五"
    assert (owner["file"], owner["cell"]) == (made.name, cell.offset(1, 0).coordinate)


def test_a_person_reads_it_in_words_and_others_as_csv(taken: Campaign) -> None:
    shown = taken("history", "zg1", "--source").out
    assert "来源" in shown
    assert "5月.xlsx 台账 D5" in shown
    lines = taken("history", "zg1", "--source", "--format", "csv").out.splitlines()
    assert lines[0].endswith("栏目,内容,文件,校验码,工作表,行,单元格,日期,记账,经办人,命令")
    assert any(line.startswith("责任人,张三,5月.xlsx,") and ",台账,5,D5," in line for line in lines)


def test_it_is_asked_of_a_record(taken: Campaign) -> None:
    for line in (("history", "--source"), ("history", "4", "--source")):
        assert taken(*line).status == 2


VOICES = ["意见内容", "渠道", "提出人"]
SAID = [["会多得开不完", "座谈会", "周志强"]]


def test_a_file_is_given_back_as_it_came(taken: Campaign, tmp_path: Path) -> None:
    [file] = taken.json("history", "--files")
    assert (file["file"], file["kept"]) == ("5月.xlsx", "whole")
    assert taken("history", "--file", file["digest"][:8], "-o", "原件.xlsx").status == 0
    assert (tmp_path / "原件.xlsx").read_bytes() == (tmp_path / "5月.xlsx").read_bytes()
    assert taken("history", "--file", file["digest"], "-o", "原件.xlsx").status == 2
    assert taken("history", "--file", file["digest"], "-o", "原件.xlsx", "--force").status == 0


def test_a_file_with_givers_is_given_back_without_them_at_its_addresses(
    started: Campaign, tmp_path: Path
) -> None:
    started("import", book(tmp_path / "意见.xlsx", SAID, VOICES, title="征求意见汇总表"))
    [file] = started.json("history", "--files")
    assert file["kept"] == "values"
    assert started("history", "--file", file["digest"], "-o", "留存.xlsx").status == 0
    worksheet = load_workbook(tmp_path / "留存.xlsx").worksheets[0]
    assert (worksheet["B5"].value, worksheet["D5"].value) == ("会多得开不完", None)
    assert "周志强" not in str([[c.value for c in row] for row in worksheet.iter_rows()])
    [opinion] = started.json("opinions")
    found = started.json("history", opinion["no"], "--source")
    assert next(one["cell"] for one in found if one["field"] == "content") == "B5"
    assert "周志强" not in str(found)


def test_no_keep_leaves_it_out_and_a_later_import_keeps_it(
    started: Campaign, tmp_path: Path
) -> None:
    path = book(tmp_path / "5月.xlsx", ROWS)
    started("import", path, "--no-keep")
    [file] = started.json("history", "--files")
    assert file["kept"] == "none"
    refused = started("history", "--file", file["digest"], "-o", "原件.xlsx")
    assert refused.status == 2
    assert "没有留存" in refused.err
    with closing(sqlite3.connect(started.ledger)) as ledger:
        assert ledger.execute("select kept from source_file").fetchall() == [(None,)]
    assert place(sources(started, "ZG-0002")["owner"])[3] == "D6"
    started("import", path)
    assert [one["kept"] for one in started.json("history", "--files")] == ["whole"]


@pytest.mark.parametrize("said", ["000000", "ab"])
def test_an_unknown_digest_is_told_with_where_to_look(taken: Campaign, said: str) -> None:
    done = taken("history", "--file", said, "-o", "x.xlsx")
    assert (done.status, "history --files" in done.err) == (2, True)
    assert taken("history", "--file", "0123456").status == 2


def test_a_value_spread_over_columns_comes_from_its_row(started: Campaign, tmp_path: Path) -> None:
    text = "盐窝镇整改台账\n序号|存在问题|已完成|正在整改\n1|会多||√\n2|灯暗|√|"
    assert started("import", sheet(tmp_path / "盐窝镇.csv", text)).status == 0
    said = {one["field"]: one for one in started.json("history", "ZG-0001", "--source")}
    assert said["problem"]["cell"] == "B3"
    assert said["status"]["cell"] is None
    assert said["status"]["row"] == 3
