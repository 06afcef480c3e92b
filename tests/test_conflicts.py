"""Conflicts come as a workbook; what a clerk chooses in it is taken, and stays settled."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Campaign
from openpyxl import load_workbook
from test_dry_run import sheet

LIST = """盐窝镇整改台账
填报单位：盐窝镇
序号|存在问题|责任人|完成情况|完成时间|整改措施
1|会多|张三|整改中||精简会议
2|路灯不亮|李四|整改中||逐盏检修"""
#: The sender changed the owner of one, and called the other done on a day.
LATER = """盐窝镇整改台账
填报单位：盐窝镇
序号|存在问题|责任人|完成情况|完成时间|整改措施
1|会多|王五|整改中||精简会议
2|路灯不亮|李四|已完成|2014年5月12日|逐盏检修"""
TO_SETTLE = "盐窝镇-整改台账-冲突核对.xlsx"


@pytest.fixture
def later(started: Campaign, tmp_path: Path) -> Path:
    """Return a sheet of a unit that is in conflict with what the office did since."""
    started("import", sheet(tmp_path / "1.csv", LIST))
    started("rectify", "edit", "ZG-0001", "--owner", "赵六")
    started("rectify", "progress", "ZG-0002", "正在招标", "--status", "暂不具备条件")
    return sheet(tmp_path / "2.csv", LATER)


def items(campaign: Campaign) -> list[dict[str, Any]]:
    return campaign.json("rectify")


def choose(path: Path, choices: dict[str, object], target: str | None = None) -> Path:
    """Fill in the last column by the fields' headings, as a person would, and save."""
    book = load_workbook(path)
    worksheet = book.worksheets[0]
    field, choice = heading(worksheet, "栏目"), heading(worksheet, "采用")
    for row in worksheet.iter_rows():
        said = choices.get(row[field].value)
        if said is not None:
            row[choice].value = said
    place = path.with_name(target or path.name)
    book.save(place)
    return place


def heading(worksheet: Any, name: str) -> int:
    [at] = [c.column - 1 for row in worksheet.iter_rows() for c in row if c.value == name]
    return int(at)


def rows(path: Path) -> list[list[Any]]:
    worksheet = load_workbook(path).worksheets[0]
    found = [[cell.value for cell in row] for row in worksheet.iter_rows()]
    top = next(at for at, row in enumerate(found) if "冲突号" in row)
    return found[top : top + 1 + sum(isinstance(row[0], int) for row in found)]


def test_a_row_says_all_that_is_needed_to_choose(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    done = started("import", later)
    assert f'有冲突 2 处，选定后收回来：campaign import "{tmp_path / TO_SETTLE}"' in done.out
    assert done.status == 1
    assert rows(tmp_path / TO_SETTLE) == [
        ["冲突号", "文件", "工作表", "行", "编号", "单位", "内容", "栏目", "原来", "台账现在", "报表", "采用"],
        [1, "2.csv", None, 4, "ZG-0001", "盐窝镇", "会多", "责任人", "张三", "赵六", "王五", None],
        [2, "2.csv", None, 5, "ZG-0002", "盐窝镇", "路灯不亮", "完成情况", "整改中", "暂不具备条件", "已完成", None],
    ]  # fmt: skip


def test_the_choices_are_a_drop_down_that_lets_a_third_value_be_typed(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    worksheet = load_workbook(tmp_path / TO_SETTLE).worksheets[0]
    [rule] = worksheet.data_validations.dataValidation
    assert rule.formula1 == '"按台账,按报表"'
    assert not rule.showErrorMessage


@pytest.mark.parametrize(
    ("choice", "owner"),
    [("按台账", "赵六"), ("按报表", "王五"), ("孙七", "孙七"), (" 按报表　", "王五")],
)
def test_a_choice_is_taken_and_stays_when_the_same_sheet_comes_again(
    started: Campaign, later: Path, tmp_path: Path, choice: str, owner: str
) -> None:
    started("import", later)
    done = started("import", choose(tmp_path / TO_SETTLE, {"责任人": choice}))
    assert "冲突定了 1 处，没选 1 处，以前定过 0 处，不能定 0 处" in done.out
    assert done.status == 1
    assert items(started)[0]["owner"] == owner
    again = started("import", later)
    assert "冲突 1" in again.out
    assert items(started)[0]["owner"] == owner


def test_what_waits_with_a_field_comes_with_it_or_not_at_all(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    assert items(started)[1]["done_on"] is None
    started("import", choose(tmp_path / TO_SETTLE, {"完成情况": "按报表"}))
    assert (items(started)[1]["status"], items(started)[1]["done_on"]) == ("done", "2014-05-12")
    started("undo")
    assert (items(started)[1]["status"], items(started)[1]["done_on"]) == ("deferred", None)
    started("import", choose(tmp_path / TO_SETTLE, {"完成情况": "按台账"}))
    again = started("import", later)
    assert (items(started)[1]["status"], items(started)[1]["done_on"]) == ("deferred", None)
    assert "冲突 1，" in again.out


def test_all_is_settled_in_one_entry_and_undone_with_it(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    before, entries = items(started), started.entries()
    chosen = choose(tmp_path / TO_SETTLE, {"责任人": "按报表", "完成情况": "按台账"})
    done = started("import", chosen)
    assert done.status == 0
    assert started.entries() == entries + 1
    assert started("import", later).status == 0
    assert started("undo", started.json("history")[0]["no"]).status == 0
    assert items(started) == before
    # The conflicts are there again, and the workbook settles them again.
    assert "冲突 2" in started("import", later).out
    assert started("import", chosen).status == 0
    assert items(started)[0]["owner"] == "王五"


def test_a_choice_for_the_ledger_alone_is_an_entry_that_can_be_undone(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    chosen = choose(tmp_path / TO_SETTLE, {"责任人": "按台账", "完成情况": "按台账"})
    done = started("import", chosen)
    assert "campaign undo" in done.out
    assert started("import", later).status == 0
    assert started("undo").status == 0
    assert "冲突 2" in started("import", later).out


def test_what_was_settled_before_is_said(started: Campaign, later: Path, tmp_path: Path) -> None:
    started("import", later)
    chosen = choose(tmp_path / TO_SETTLE, {"责任人": "按报表"})
    started("import", chosen)
    entries = started.entries()
    done = started("import", chosen)
    assert "冲突定了 0 处，没选 1 处，以前定过 1 处，不能定 0 处" in done.out
    assert started.entries() == entries


def test_a_choice_against_a_value_that_is_no_longer_there_is_said_and_not_taken(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    chosen = choose(tmp_path / TO_SETTLE, {"责任人": "按报表", "完成情况": "按报表"})
    started("rectify", "edit", "ZG-0001", "--owner", "周八")
    done = started("import", chosen)
    assert "台账后来变成了“周八”，没有改" in done.out
    assert done.status == 1
    assert [item["owner"] for item in items(started)] == ["周八", "李四"]
    assert items(started)[1]["status"] == "done"
    started("undo")
    assert started("import", chosen, "--strict").status == 1
    assert items(started)[1]["status"] == "deferred"


def test_a_sender_may_not_settle_by_it(started: Campaign, later: Path, tmp_path: Path) -> None:
    started("import", later)
    chosen = choose(tmp_path / TO_SETTLE, {"责任人": "按报表"})
    done = started("import", chosen, "--unit", "盐窝镇")
    assert done.status == 2
    assert "不能当作报送单位的表收" in done.out
    (tmp_path / "inbox" / "盐窝镇").mkdir(parents=True)
    chosen.rename(tmp_path / "inbox" / "盐窝镇" / chosen.name)
    done = started("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    assert "不能当作报送单位的表收" in done.out
    assert items(started)[0]["owner"] == "赵六"


def test_it_is_known_by_its_headings_when_the_mark_is_lost(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    chosen = choose(tmp_path / TO_SETTLE, {"责任人": "按报表"})
    plain = tmp_path / "另存.csv"
    with plain.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows(chosen))
    assert "冲突定了 1 处" in started("import", plain).out
    assert items(started)[0]["owner"] == "王五"


def test_a_row_whose_number_was_moved_settles_nothing(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    book = load_workbook(tmp_path / TO_SETTLE)
    worksheet = book.worksheets[0]
    for row in worksheet.iter_rows():
        if row[0].value in (1, 2):
            row[0].value = 3 - row[0].value
            row[11].value = "按报表"
    book.save(tmp_path / TO_SETTLE)
    done = started("import", tmp_path / TO_SETTLE)
    assert "第4、5行：冲突号与这一行对不上" in done.out
    assert (items(started)[0]["owner"], items(started)[1]["status"]) == ("赵六", "deferred")


def test_a_third_value_that_cannot_be_read_is_refused_with_its_row(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    done = started("import", choose(tmp_path / TO_SETTLE, {"完成情况": "差不多了"}))
    assert "不能定 1 处" in done.out
    assert "差不多了" in done.out
    assert items(started)[1]["status"] == "deferred"


def test_a_sheet_that_was_undone_has_nothing_to_settle(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    text = later.read_text(encoding="utf-8-sig").replace("精简会议", "一律精简")
    later.write_text(text, encoding="utf-8-sig")
    started("import", later)
    chosen = choose(tmp_path / TO_SETTLE, {"责任人": "按报表"})
    started("undo")
    done = started("import", chosen)
    assert "引起冲突的那张表已经撤销" in done.out


def test_a_month_end_writes_it_into_the_outbox_and_leaves_a_started_one_alone(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    later.rename(sheet(tmp_path / "inbox" / "盐窝镇" / "5月.csv", LATER))
    line = ("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    done = started(*line)
    place = tmp_path / "outbox" / "冲突核对-2014-05.xlsx"
    assert "等您定的" in done.out
    assert [row[0] for row in rows(place)] == ["冲突号", 1, 2]
    chosen = choose(place, {"责任人": "按报表"}, "我的.xlsx")
    # It says the same when it is run again, so that nothing is written anew.
    before = place.read_bytes()
    started(*line)
    assert place.read_bytes() == before
    assert started("import", chosen, "--dry-run").status == 1
    assert items(started)[0]["owner"] == "赵六"
    started("import", chosen)
    assert items(started)[0]["owner"] == "王五"


def test_without_a_conflict_there_is_no_workbook(started: Campaign, tmp_path: Path) -> None:
    started("import", sheet(tmp_path / "1.csv", LIST.replace("整改中", "差不多")))
    assert not list(tmp_path.glob("*冲突核对*"))


def test_a_conflict_in_a_roster_is_settled_in_both_its_tables(
    started: Campaign, tmp_path: Path
) -> None:
    roster = "单位名册\n单位名称|主要负责人|督导组\n盐窝镇|张三|第1督导组"
    started("import", sheet(tmp_path / "名册.csv", roster))
    started("units", "edit", "盐窝镇", "--head", "王五", "--supervision-group", "第3督导组")
    other = sheet(tmp_path / "名册2.csv", roster.replace("张三", "李四").replace("第1", "第2"))
    started("import", other)
    [made] = tmp_path.glob("*冲突核对*")
    chosen = choose(made, {"主要负责人": "按报表", "督导组": "第4督导组"})
    assert started("import", chosen).status == 0
    [unit] = [unit for unit in started.json("units") if unit["name"] == "盐窝镇"]
    assert (unit["head"], unit["supervision_group"]) == ("李四", "第4督导组")
    assert started("import", other).status == 0


@pytest.mark.parametrize(
    ("choice", "day"),
    [("按报表", "2014-03-12"), ("按台账", "2014-03-10"), ("3月14日", "2014-03-14")],
)
def test_a_conflict_in_a_matrix_is_settled_cell_by_cell(
    campaign: Campaign, tmp_path: Path, choice: str, day: str
) -> None:
    campaign("init", "--office", "垦东县", "--plan", "qzlx-city")
    campaign("add-unit", "盐窝镇", "--tier", "乡镇")
    matrix = "活动进展情况\n单位|动员大会|专题党课\n盐窝镇|2014-03-10|"
    campaign("import", sheet(tmp_path / "1.csv", matrix))
    other = sheet(tmp_path / "2.csv", matrix.replace("10", "12"))
    done = campaign("import", other, "--unit", "盐窝镇")
    [made] = tmp_path.glob("*冲突核对*")
    [_, row] = rows(made)
    assert (row[7], row[9], row[10]) == ("动员大会", "2014-03-10", "2014-03-12"), done.out
    assert campaign("import", choose(made, {"动员大会": choice})).status == 0
    with closing(sqlite3.connect(campaign.ledger)) as ledger:
        assert ledger.execute("select done_on from milestone").fetchall() == [(day,)]
    assert campaign("import", other, "--unit", "盐窝镇").status == 0


def test_no_giver_and_no_verbatim_words_beside_the_field_itself(
    started: Campaign, tmp_path: Path
) -> None:
    text = "征求意见汇总表\n填报单位：盐窝镇\n编号|意见内容|渠道|类别|提出人\n甲1|会多得开不完|座谈会|形式主义|周志强"
    started("import", sheet(tmp_path / "1.csv", text))
    [opinion] = started.json("opinions")
    started("opinions", "edit", opinion["no"], "--theme", "奢靡之风", "--wording", "会议过多")
    done = started("import", sheet(tmp_path / "2.csv", text.replace("形式主义", "官僚主义")))
    [made] = tmp_path.glob("*冲突核对*")
    said = [str(cell) for row in rows(made) for cell in row]
    assert "会议过多" in said, done.out
    assert not any("周志强" in cell or "开不完" in cell for cell in said)


def test_a_number_that_no_conflict_has_settles_nothing(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    top, one, _ = rows(tmp_path / TO_SETTLE)
    strange = [[number, *one[1:-1], "按报表"] for number in ("7", "9" * 40, "一", "1.5")]
    plain = tmp_path / "改.csv"
    with plain.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([top, *strange])
    done = started("import", plain)
    assert (done.status, done.out.count("冲突号与这一行对不上")) == (1, 1)
    assert items(started)[0]["owner"] == "赵六"


def test_one_conflict_in_two_rows_is_settled_once(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later)
    top, one, _ = rows(tmp_path / TO_SETTLE)
    plain = tmp_path / "改.csv"
    with plain.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([top, [*one[:-1], "按报表"], [*one[:-1], "按台账"]])
    assert "冲突定了 1 处，没选 0 处，以前定过 1 处" in started("import", plain).out
    assert items(started)[0]["owner"] == "王五"


def test_a_plan_in_english_has_its_workbook_in_english(campaign: Campaign, tmp_path: Path) -> None:
    campaign("init", "--office", "County")
    plan = tmp_path / "plan.toml"
    campaign("plan", "show", "-o", plan)
    text = plan.read_text(encoding="utf-8")
    language = 'language = "en"'
    text = (
        text.replace('language = "zh"', language) if "language" in text else language + "\n" + text
    )
    plan.write_text(text, encoding="utf-8")
    assert campaign("plan", "use", plan).status == 0
    campaign("add-unit", "Town")
    sheet_text = "Rectification\nResponsible unit|Problem|Owner\nTown|Meetings|Ann"
    campaign("import", sheet(tmp_path / "1.csv", sheet_text))
    campaign("rectify", "edit", "ZG-0001", "--owner", "Bob")
    campaign("import", sheet(tmp_path / "2.csv", sheet_text.replace("Ann", "Cat")))
    [made] = tmp_path.glob("*Conflicts*")
    book = load_workbook(made)
    [cell] = [c for row in book.worksheets[0].iter_rows() for c in row if c.value == "Settle as"]
    cell.offset(1, 0).value = "as the sheet"
    book.save(made)
    assert campaign("import", made).status == 0
    assert campaign.json("rectify")[0]["owner"] == "Cat"


@pytest.fixture
def two(started: Campaign, later: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return the sheets of two units, both in conflict with what the office did since."""
    started("add-unit", "胜坨镇")
    started("import", sheet(tmp_path / "3.csv", LIST.replace("盐窝镇", "胜坨镇")))
    started("rectify", "edit", "ZG-0003", "--owner", "赵六")
    return later, sheet(tmp_path / "4.csv", LATER.replace("盐窝镇", "胜坨镇"))


def test_the_conflicts_of_all_files_come_in_one_workbook(
    started: Campaign, two: tuple[Path, Path], tmp_path: Path
) -> None:
    done = started("import", *two)
    [made] = tmp_path.glob("*冲突核对*")
    assert made.name == "冲突核对.xlsx"
    told = [line for line in done.out.splitlines() if "选定后收回来" in line]
    assert told == [f'  2 个文件有冲突 3 处，选定后收回来：campaign import "{made}"']
    assert [(row[1], row[5]) for row in rows(made)[1:]] == [
        ("2.csv", "盐窝镇"),
        ("2.csv", "盐窝镇"),
        ("4.csv", "胜坨镇"),
    ]
    started("import", choose(made, {"责任人": "按报表"}))
    assert [items(started)[at]["owner"] for at in (0, 2)] == ["王五", "王五"]


def test_a_month_end_has_one_workbook_of_conflicts(
    started: Campaign, two: tuple[Path, Path], tmp_path: Path
) -> None:
    for file in two:
        file.rename(sheet(tmp_path / "inbox" / file.name, ""))
    done = started("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    assert [one.name for one in (tmp_path / "outbox").glob("*冲突*")] == ["冲突核对-2014-05.xlsx"]
    assert done.out.count("选定后收回来") == 1


def dated(path: Path, day: str, status: str, foot: str = "") -> Path:
    """Write a sheet that says of which day it is, above its table or below."""
    head = "盐窝镇整改台账" + (f"\n填报单位：盐窝镇|截至{day}" if day else "\n填报单位：盐窝镇")
    text = f"{head}\n序号|存在问题|完成情况|整改措施\n1|会多|{status}|精简会议"
    return sheet(path, f"{text}\n{foot}" if foot else text)


def test_a_copy_of_last_month_that_came_late_puts_nothing_back(
    started: Campaign, tmp_path: Path
) -> None:
    """What it says was never in the ledger, so that only its own day can tell."""
    started("import", dated(tmp_path / "1.csv", "2014年5月30日", "已完成"))
    done = started("import", dated(tmp_path / "2.csv", "2014年4月30日", "整改中"))
    assert done.status == 1
    assert "这份表写的是 2014-04-30，比收过的（2014-05-30）旧" in done.out
    assert "冲突 1" in done.out
    assert items(started)[0]["status"] == "done"


def test_the_day_below_a_table_and_the_month_of_a_files_name_tell_an_old_copy_too(
    started: Campaign, tmp_path: Path
) -> None:
    first = dated(tmp_path / "1.csv", "", "已完成", "填报日期：2014年5月30日")
    started("import", first, "--period", "2014-05")
    done = started("import", dated(tmp_path / "4月整改.csv", "", "整改中"), "--period", "2014-05")
    assert "这份表写的是 2014-04，比收过的（2014-05-30）旧" in done.out
    assert items(started)[0]["status"] == "done"


def test_a_sheet_of_the_same_day_or_a_later_one_still_changes_what_it_may(
    started: Campaign, tmp_path: Path
) -> None:
    started("import", dated(tmp_path / "1.csv", "2014年5月10日", "未启动"))
    started("import", dated(tmp_path / "2.csv", "2014年5月10日", "整改中"))
    assert items(started)[0]["status"] == "doing"
    done = started("import", dated(tmp_path / "3.csv", "2014年5月12日", "已完成"))
    assert done.status == 0
    assert items(started)[0]["status"] == "done"


@pytest.mark.parametrize(("word", "owner"), [("台账", "赵六"), ("用报表的", "王五")])
def test_a_choice_in_other_words_is_not_taken_for_the_right_value(
    started: Campaign, later: Path, tmp_path: Path, word: str, owner: str
) -> None:
    """台账 typed for 按台账 was kept as the person in charge."""
    started("import", later)
    done = started("import", choose(tmp_path / TO_SETTLE, {"责任人": word}))
    assert "冲突定了 1 处" in done.out
    assert items(started)[0]["owner"] == owner
