"""Whose sheet it is, and what a sender may do: the cases that an office meets."""

from pathlib import Path

import pytest
from conftest import Campaign
from test_dry_run import sheet

HEAD = "序号|存在问题|责任人|完成情况|整改措施"
APRIL = f"盐窝镇整改台账\n填报单位：盐窝镇\n{HEAD}\n1|会多|张三|整改中|精简会议\n2|路灯不亮|李四|整改中|逐盏检修"
MAY = f"{APRIL}\n3|文多|王五|整改中|少发文件"


@pytest.fixture
def county(started: Campaign) -> Campaign:
    """Run the tool on a ledger with two villages of one name."""
    started("add-unit", "胜坨镇", "--tier", "乡镇")
    started("add-unit", "新村", "--parent", "盐窝镇", "--tier", "村级")
    started("add-unit", "新村", "--parent", "胜坨镇", "--tier", "村级")
    return started


def test_a_unit_that_never_uses_our_sheets_needs_nothing_from_us(
    started: Campaign, tmp_path: Path
) -> None:
    """Its own file, its own layout, month after month; its older copy overwrites nothing."""
    started("import", sheet(tmp_path / "4月.csv", APRIL))
    started("rectify", "edit", "ZG-0001", "--lead", "周县长")
    started(
        "rectify", "progress", "ZG-0002", "已修好", "--status", "已完成", "--done-on", "5月10日"
    )
    done = started("import", sheet(tmp_path / "5月.csv", MAY.replace("张三", "赵六")))
    assert "新增 1，更新 1" in done.out or "新增1行" in done.out
    items = started.json("rectify")
    assert [item["owner"] for item in items] == ["赵六", "李四", "王五"]
    assert (items[0]["lead"], items[1]["status"]) == ("周县长", "done")
    before = started.json("rectify")
    assert started("import", sheet(tmp_path / "4月-旧.csv", APRIL)).status == 0
    assert started.json("rectify") == before


def test_a_sheet_whose_sender_cannot_be_told_waits_with_the_command_that_settles_it(
    started: Campaign, tmp_path: Path
) -> None:
    text = f"整改台账\n{HEAD}\n1|会多|张三|整改中|精简会议"
    path = sheet(tmp_path / "inbox" / "台账1.csv", text)
    done = started("import", path)
    assert done.status == 2
    assert f'campaign import "{path}" --unit' in done.out
    done = started("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    assert "看不出是谁报的" in done.out
    assert started.json("rectify") == []
    assert started("import", path, "--unit", "盐窝镇").status == 0
    assert started.json("rectify")[0]["raised_by"] == "盐窝镇"


def test_two_units_of_one_name_are_both_named(county: Campaign, tmp_path: Path) -> None:
    text = APRIL.replace("盐窝镇整改", "整改").replace("盐窝镇", "新村")
    path = sheet(tmp_path / "台账.csv", text)
    done = county("import", path)
    assert done.status == 2
    assert "叫“新村”的单位不止一个（盐窝镇／新村、胜坨镇／新村）" in done.out.replace(
        "胜坨镇／新村、盐窝镇／新村", "盐窝镇／新村、胜坨镇／新村"
    )
    assert county("import", path, "--unit", "胜坨镇新村").status == 0
    assert [item["unit"] for item in county.json("rectify", "--unit", "胜坨镇")] == [
        "胜坨镇新村"
    ] * 2
    assert county.json("rectify", "--unit", "盐窝镇") == []


def test_a_list_of_the_offices_form_is_not_its_own_when_an_unclear_name_speaks(
    county: Campaign, tmp_path: Path
) -> None:
    text = "整改台账\n填报单位：新村\n责任单位|存在问题\n财政局|会多"
    assert county("import", sheet(tmp_path / "台账.csv", text)).status == 2
    assert county.json("rectify") == []


def test_the_folder_tells_units_of_one_name_apart(county: Campaign, tmp_path: Path) -> None:
    text = APRIL.replace("盐窝镇整改", "整改").replace("盐窝镇", "新村")
    sheet(tmp_path / "inbox" / "胜坨镇" / "台账.csv", text)
    sheet(tmp_path / "inbox" / "盐窝镇" / "新村" / "台账.csv", text.replace("会多", "文多"))
    county("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    assert [i["problem"] for i in county.json("rectify", "--unit", "胜坨镇")] == [
        "会多",
        "路灯不亮",
    ]
    assert [i["problem"] for i in county.json("rectify", "--unit", "盐窝镇")] == [
        "文多",
        "路灯不亮",
    ]


def test_a_return_that_changes_a_column_of_the_office_changes_the_rest(
    started: Campaign, tmp_path: Path
) -> None:
    started("rectify", "add", "会多", "--unit", "盐窝镇", "--lead", "周县长", "--owner", "张三")
    text = f"整改台账\n填报单位：盐窝镇\n编号|牵头领导|{HEAD}\nZG-0001|吴县长|1|会多|王五|整改中|精简会议"
    done = started("import", sheet(tmp_path / "回.csv", text), "--theirs")
    [item] = started.json("rectify")
    assert (item["lead"], item["owner"]) == ("周县长", "王五"), done.out
    assert done.status == 0


def test_a_renamed_unit_is_known_by_the_name_that_its_sheets_still_have(
    started: Campaign, tmp_path: Path
) -> None:
    started("import", sheet(tmp_path / "4月.csv", APRIL))
    started("units", "edit", "盐窝镇", "--name", "盐窝街道")
    done = started("import", sheet(tmp_path / "5月.csv", MAY))
    assert "盐窝街道" in done.out
    assert {item["unit"] for item in started.json("rectify")} == {"盐窝街道"}
    assert len(started.json("rectify")) == 3


def test_a_towns_workbook_with_its_villages_is_the_towns(county: Campaign, tmp_path: Path) -> None:
    """The rows are the villages', the town sends them; a village's own sheet is lower still."""
    text = f"整改台账\n填报单位：盐窝镇\n责任单位|{HEAD}\n新村|1|会多|张三|整改中|精简\n南岭村|2|文多|李四|整改中|少发"
    sheet(tmp_path / "inbox" / "盐窝镇" / "台账.csv", text)
    village = f"整改台账\n填报单位：南岭村\n{HEAD}\n1|路灯不亮|王五|整改中|检修"
    sheet(tmp_path / "inbox" / "盐窝镇" / "南岭村台账.csv", village)
    county("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    found = {item["problem"]: (item["unit"], item["raised_by"]) for item in county.json("rectify")}
    assert found == {
        "会多": ("盐窝镇新村", "盐窝镇"),
        "文多": ("南岭村", "盐窝镇"),
        "路灯不亮": ("南岭村", "南岭村"),
    }
    assert [i["problem"] for i in county.json("rectify", "--unit", "胜坨镇")] == []


def test_rows_of_another_part_of_the_tree_are_not_a_senders_to_change(
    county: Campaign, tmp_path: Path
) -> None:
    county("rectify", "add", "会多", "--unit", "财政局", "--owner", "张三")
    text = (
        f"整改台账\n填报单位：盐窝镇\n编号|责任单位|{HEAD}\nZG-0001|财政局|1|会多|王五|整改中|精简"
    )
    done = county("import", sheet(tmp_path / "台账.csv", text), "--theirs")
    assert done.status == 1
    assert county.json("rectify")[0]["owner"] == "张三"


@pytest.mark.parametrize("strict", [True, False])
def test_a_month_end_can_take_each_file_whole_or_not_at_all(
    started: Campaign, tmp_path: Path, strict: bool
) -> None:
    sheet(
        tmp_path / "inbox" / "盐窝镇" / "台账.csv",
        MAY.replace("3|文多|王五|整改中", "3|文多|王五|差不多"),
    )
    line = ("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    started(*line, *(["--strict"] if strict else []))
    assert len(started.json("rectify")) == (0 if strict else 2)
    # What was refused whole is no base for what comes next.
    started("import", sheet(tmp_path / "5月.csv", MAY))
    assert len(started.json("rectify")) == 3


def test_a_ticked_sheet_with_changes_is_no_nil_report_and_says_so(
    started: Campaign, tmp_path: Path
) -> None:
    text = APRIL.replace(HEAD, f"本月无变化|√\n{HEAD}")
    done = started("import", sheet(tmp_path / "5月.csv", text), "--period", "2014-05")
    assert "勾了“本月无变化”，但表里有变化" in done.out
    assert len(started.json("rectify")) == 2
    done = started("import", sheet(tmp_path / "6月.csv", text), "--period", "2014-06")
    assert "勾了“本月无变化”" not in done.out


@pytest.mark.parametrize(
    ("name", "title"), [("台账.csv", "垦东县信访局台账"), ("垦东县信访局台账.csv", "整改台账")]
)
def test_a_body_that_the_ledger_does_not_have_is_not_taken_for_the_county(
    campaign: Campaign, tmp_path: Path, name: str, title: str
) -> None:
    campaign("init", "--office", "垦东县")
    campaign("add-unit", "盐窝镇")
    text = f"{title}\n{HEAD}|责任单位\n1|会多|张三|整改中|精简会议|盐窝镇"
    sheet(tmp_path / "inbox" / name, text)
    done = campaign("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    assert "看不出是谁报的" in done.out
    assert campaign.json("rectify") == []


def test_listings_tell_units_of_one_name_apart(campaign: Campaign) -> None:
    campaign("init", "--office", "垦东县")
    for town in ("盐窝镇", "胜坨镇"):
        campaign("add-unit", town)
        campaign("add-unit", "新村", "--parent", town)
        campaign("rectify", "add", f"{town}新村的路", "--unit", f"{town}新村")
        campaign("log-opinion", "路不好走", "--unit", f"{town}新村")
    campaign("rectify", "add", "会多", "--unit", "盐窝镇")
    listed = [item["unit"] for item in campaign.json("rectify")]
    assert listed == ["盐窝镇新村", "胜坨镇新村", "盐窝镇"]
    assert {one["unit"] for one in campaign.json("opinions")} == {"盐窝镇新村", "胜坨镇新村"}
    assert "胜坨镇新村" in campaign("rectify", "show", "ZG-0002").out
    [item] = campaign.json("rectify", "--unit", "胜坨镇新村")
    assert item["unit"] == "胜坨镇新村"
