"""What each option of import does, as a clerk types it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Campaign
from openpyxl import Workbook
from test_conflicts import LATER
from test_conflicts import LIST
from test_dry_run import sheet


@pytest.fixture
def later(started: Campaign, tmp_path: Path) -> Path:
    started("import", sheet(tmp_path / "1.csv", LIST))
    started("rectify", "edit", "ZG-0001", "--owner", "赵六")
    started("rectify", "progress", "ZG-0002", "正在招标", "--status", "暂不具备条件")
    return sheet(tmp_path / "2.csv", LATER)


@pytest.mark.parametrize(
    ("option", "owner", "status"), [("--theirs", "王五", "done"), ("--ours", "赵六", "deferred")]
)
def test_conflicts_are_settled_for_one_side(
    started: Campaign, later: Path, tmp_path: Path, option: str, owner: str, status: str
) -> None:
    entries = started.entries()
    done = started("import", later, option)
    assert done.status == 0
    first, second = started.json("rectify")
    assert (first["owner"], second["status"]) == (owner, status)
    assert not list(tmp_path.glob("*核对*"))
    # It is settled: the same sheet asks nothing, and the decision is an entry to be undone.
    assert started.entries() == entries + 1
    assert started("import", later).status == 0
    assert started.entries() == entries + 1
    assert started("undo").status == 0
    assert started("import", later).status == 1


def test_conflicts_cannot_be_settled_for_both(started: Campaign, later: Path) -> None:
    done = started("import", later, "--theirs", "--ours")
    assert (done.status, "--theirs" in done.err) == (2, True)


def test_strict_takes_all_of_a_file_or_nothing(started: Campaign, tmp_path: Path) -> None:
    bad = sheet(tmp_path / "1.csv", LIST.replace("2|路灯不亮", "2|"))
    entries = started.entries()
    assert started("import", bad, "--strict").status == 1
    assert (started.json("rectify"), started.entries()) == ([], entries)
    assert started("import", bad).status == 1
    assert len(started.json("rectify")) == 1


def test_a_file_that_was_refused_whole_is_no_base(started: Campaign, tmp_path: Path) -> None:
    started("import", sheet(tmp_path / "1.csv", LIST))
    started("rectify", "edit", "ZG-0001", "--owner", "赵六")
    refused = LIST.replace("张三", "王五").replace("2|路灯不亮", "2|")
    started("import", sheet(tmp_path / "2.csv", refused), "--strict")
    # Based on the refused sheet, 王五 would be no change of the sender's.
    started("import", sheet(tmp_path / "3.csv", LIST.replace("张三", "王五")))
    [made] = tmp_path.glob("*冲突核对*")
    assert made.exists()


def test_units_that_are_not_known_are_added_below_the_sender(
    started: Campaign, tmp_path: Path
) -> None:
    text = "整改台账\n填报单位：盐窝镇\n责任单位|存在问题\n东关村|路灯不亮"
    path = sheet(tmp_path / "1.csv", text)
    assert started("import", path).status == 1
    assert started("import", path, "--add-units").status == 0
    [unit] = [unit for unit in started.json("units") if unit["name"] == "东关村"]
    assert unit["parent"] == "盐窝镇"
    assert started("undo").status == 0
    assert "东关村" not in [unit["name"] for unit in started.json("units")]


@pytest.mark.parametrize("said", ["rectification", "整改台账"])
def test_only_one_kind_of_sheet_is_taken(started: Campaign, tmp_path: Path, said: str) -> None:
    made = Workbook()
    items, voices = made.active, made.create_sheet("意见")
    assert items is not None
    for row in (["整改台账"], ["责任单位", "存在问题"], ["财政局", "会多"]):
        items.append(row)
    for row in (["征求意见汇总表"], ["责任单位", "意见内容"], ["财政局", "文多"]):
        voices.append(row)
    made.save(tmp_path / "两张.xlsx")
    started("import", "两张.xlsx", "--only", said)
    assert (len(started.json("rectify")), started.json("opinions")) == (1, [])
    assert started("import", "两张.xlsx", "--only", "没有的表").status == 2


def test_the_period_that_is_said_is_the_one_that_is_booked(
    campaign: Campaign, tmp_path: Path
) -> None:
    campaign("init", "--office", "垦东县")
    campaign("add-unit", "盐窝镇", "--tier", "乡镇")
    path = sheet(tmp_path / "1.csv", LIST)
    done = campaign("import", path, "--period", "2014年4月")
    assert "盐窝镇，2014-04" in done.out
    assert campaign("import", path, "--period", "四月").status == 2


def test_nothing_is_booked_for_a_month_that_is_not_certain(
    started: Campaign, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "2014年4月台账.csv", LIST.replace("整改台账", "2014年5月整改台账"))
    done = started("import", path)
    assert "请用 --period 写明是哪个月" in done.out
    assert receipts(started) == []
    assert len(started.json("rectify")) == 2
    started("import", path, "--period", "2014-05")
    assert receipts(started) == ["2014-05"]


def receipts(started: Campaign) -> list[str]:
    with closing(sqlite3.connect(started.ledger)) as ledger:
        return [period for (period,) in ledger.execute("select period from receipt")]


def test_the_unit_that_is_said_is_the_sender(started: Campaign, tmp_path: Path) -> None:
    started("import", sheet(tmp_path / "1.csv", LIST), "--unit", "财局")
    assert {item["raised_by"] for item in started.json("rectify")} == {"财政局"}
    assert started("import", tmp_path / "1.csv", "--unit", "没有的单位").status == 2


def test_answers_and_conflicts_go_to_the_outbox(
    started: Campaign, later: Path, tmp_path: Path
) -> None:
    started("import", later, "--outbox", "发件夹")
    names = sorted(path.name for path in (tmp_path / "发件夹").iterdir())
    assert names == ["盐窝镇-整改台账-冲突核对.xlsx", "盐窝镇-整改台账-请核对.xlsx"]
