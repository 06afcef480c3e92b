"""What headings mean on a sender's sheets: a clerk says it once, and it is remembered."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Campaign
from test_dry_run import sheet

#: 完成时间 is read as the deadline here, since a day of it lies ahead.
LIST = """盐窝镇整改台账
填报单位：盐窝镇
序号|存在问题|完成时间|主要负责同志
1|会多|2014年5月10日|张三
2|路灯不亮|2014年6月30日|李四"""
STRANGE = """盐窝镇情况表
填报单位：盐窝镇
序号|主要毛病|整改到位时间
1|会多|2014年5月10日"""
VOICES = """盐窝镇征求意见汇总表
填报单位：盐窝镇
序号|意见内容|受访者电话|渠道
1|会多|13800001111|座谈会"""


@pytest.fixture
def mail(started: Campaign, tmp_path: Path) -> Path:
    del started
    return sheet(tmp_path / "盐窝镇.csv", LIST)


def test_a_heading_means_what_was_said_and_the_receipt_says_so(
    started: Campaign, mail: Path
) -> None:
    done = started("import", mail, "--map", "主要负责同志=lead")
    assert "“主要负责同志”按您定的收作“牵头领导”" in done.out
    assert [item["lead"] for item in started.json("rectify")] == ["张三", "李四"]


@pytest.mark.parametrize("field", ["done_on", "完成日期", "销号时间"])
def test_a_field_is_named_by_its_code_or_any_of_its_headings(
    started: Campaign, tmp_path: Path, field: str
) -> None:
    text = LIST.replace("2014年6月30日", "2014年5月12日")
    done = started("import", sheet(tmp_path / "盐窝镇.csv", text), "--map", f"完成时间＝{field}")
    assert done.status == 0, done.err
    name = "closed_on" if field == "销号时间" else "done_on"
    days = [item[name] for item in started.json("rectify")]
    assert days == ["2014-05-10", "2014-05-12"]
    assert [item["due_text"] for item in started.json("rectify")] == [None, None]


def test_it_is_remembered_for_that_senders_sheets_alone(started: Campaign, tmp_path: Path) -> None:
    started("import", sheet(tmp_path / "1.csv", LIST), "--map", "主要负责同志=lead")
    later = LIST.replace("会多", "会议太多")
    done = started("import", sheet(tmp_path / "2.csv", later))
    assert "按您定的收作“牵头领导”" in done.out
    others = LIST.replace("盐窝镇", "财政局")
    done = started("import", sheet(tmp_path / "3.csv", others))
    assert "按您定的" not in done.out


def test_units_show_lists_it_and_the_history_tells_it(started: Campaign, mail: Path) -> None:
    started("import", mail, "--map", "主要负责同志=lead")
    shown = started("units", "show", "盐窝镇")
    assert "表头按这样收" in shown.out
    assert "主要负责同志" in shown.out
    said = {"sheet": "rectification", "heading": "主要负责同志", "field": "lead"}
    assert started.json("units", "show", "盐窝镇")["headings"] == [said]
    assert started.json("units", "show", "财政局")["headings"] == []
    lines = started.json("history", "盐窝镇")
    [line] = [line for line in lines if "主要负责同志" in line["field"]]
    assert (line["old"], line["new"]) == (None, "lead")


def test_what_was_settled_of_the_offices_own_sheets_stands_at_the_office(
    campaign: Campaign, tmp_path: Path
) -> None:
    campaign("init", "--office", "垦东县")
    campaign("add-unit", "盐窝镇")
    text = "整改台账\n责任单位|存在问题|主要负责同志\n盐窝镇|会多|张三"
    assert (
        campaign("import", sheet(tmp_path / "表.csv", text), "--map", "主要负责同志=lead").status
        == 0
    )
    [said] = campaign.json("units", "show", "垦东县")["headings"]
    assert said["field"] == "lead"


def test_undo_takes_it_back_and_an_empty_meaning_forgets_it(
    started: Campaign, tmp_path: Path
) -> None:
    one = sheet(tmp_path / "1.csv", LIST)
    started("import", one, "--map", "主要负责同志=lead")
    assert started("undo").status == 0
    assert started.json("units", "show", "盐窝镇")["headings"] == []
    started("import", one, "--map", "主要负责同志=lead")
    done = started("import", one, "--map", "主要负责同志=")
    assert "“主要负责同志”不再按以前定的收" in done.out
    assert started.json("units", "show", "盐窝镇")["headings"] == []
    assert started("undo").status == 0
    assert len(started.json("units", "show", "盐窝镇")["headings"]) == 1


def test_a_sheet_that_is_only_understood_by_it_is_understood_again(
    started: Campaign, tmp_path: Path
) -> None:
    first = sheet(tmp_path / "1.csv", STRANGE)
    assert started("import", first).status == 2
    maps = ("--map", "主要毛病=problem", "--map", "整改到位时间=done_on")
    assert started("import", first, *maps).status == 0
    again = sheet(tmp_path / "2.csv", STRANGE.replace("会多", "文多"))
    assert started("import", again).status == 0
    assert [item["problem"] for item in started.json("rectify")] == ["会多", "文多"]
    # Nobody said it of another unit's sheets.
    other = sheet(tmp_path / "3.csv", STRANGE.replace("盐窝镇", "财政局"))
    assert started("import", other).status == 2


def test_an_export_of_ours_keeps_the_meaning_of_its_own_headings(
    started: Campaign, tmp_path: Path
) -> None:
    text = (
        LIST.replace("完成时间", "完成情况")
        .replace("2014年5月10日", "")
        .replace("2014年6月30日", "")
    )
    started("import", sheet(tmp_path / "1.csv", text), "--map", "完成情况=progress")
    started("export", "rectification", "--for", "down", "--unit", "盐窝镇", "-o", "给.xlsx")
    done = started("import", "给.xlsx")
    assert "按您定的" not in done.out
    assert [item["progress"] for item in started.json("rectify")] == [None, None]


def test_a_column_can_be_left_out_and_nothing_of_it_is_kept(started: Campaign, mail: Path) -> None:
    done = started("import", mail, "--map", "主要负责同志=ignore")
    assert "“主要负责同志”按您定的不收" in done.out
    with closing(sqlite3.connect(started.ledger)) as ledger:
        assert "张三" not in "\n".join(ledger.iterdump())
    done = started("import", mail)
    assert "“主要负责同志”按您定的不收" in done.out


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("没有这列=done_on", "没有一张表有“没有这列”这一列"),
        ("完成时间=完工", "整改台账没有“完工”这一栏"),
        ("完成时间", "要写成“表头=栏目”"),
        ("=done_on", "要写成“表头=栏目”"),
    ],
)
def test_a_wrong_one_is_told_with_what_there_is(
    started: Campaign, mail: Path, said: str, told: str
) -> None:
    before = started.entries()
    done = started("import", mail, "--map", said)
    assert done.status == 2
    assert told in done.err
    assert started.entries() == before


def test_the_remedy_names_the_sheets_fields_and_headings(started: Campaign, mail: Path) -> None:
    assert "done_on 完成时间" in started("import", mail, "--map", "完成时间=完工").err
    assert "主要负责同志" in started("import", mail, "--map", "没有=done_on").err
    twice = started("import", mail, "--map", "完成时间=lead", "--map", "主要负责同志=lead")
    assert "“完成时间”和“主要负责同志”不能都当作 lead" in twice.err


@pytest.mark.parametrize("field", ["collected_by", "content", "from_group"])
def test_no_column_is_led_away_from_privacy(started: Campaign, tmp_path: Path, field: str) -> None:
    voices = sheet(tmp_path / "意见.csv", VOICES)
    done = started("import", voices, "--map", f"受访者电话={field}")
    assert done.status == 2
    assert "“受访者电话”可能写着是谁提的意见" in done.err
    assert started.json("opinions") == []


def test_a_column_may_be_said_to_tell_who_spoke(started: Campaign, tmp_path: Path) -> None:
    voices = sheet(tmp_path / "意见.csv", VOICES)
    assert started("import", voices, "--map", "受访者电话=giver_phone").status == 0
    with closing(sqlite3.connect(started.ledger)) as ledger:
        assert ledger.execute("select phone from giver").fetchall() == [("13800001111",)]
        kept = "\n".join(ledger.iterdump()).count("13800001111")
    assert kept == 1


def test_a_dry_run_remembers_nothing(started: Campaign, mail: Path) -> None:
    rehearsed = started("import", mail, "--map", "主要负责同志=lead", "--dry-run")
    assert "按您定的收作" in rehearsed.out
    assert started.json("units", "show", "盐窝镇")["headings"] == []


def test_the_name_by_which_a_sheet_calls_its_sender_is_remembered(
    started: Campaign, tmp_path: Path
) -> None:
    text = LIST.replace("填报单位：盐窝镇", "填报单位：盐镇").replace("盐窝镇整改", "整改")
    done = started("import", sheet(tmp_path / "1.csv", text), "--unit", "盐窝镇", "--remember")
    assert "“盐镇”已记作报送单位的别名" in done.out
    assert "盐镇" in started.json("units", "show", "盐窝镇")["aliases"]
    later = sheet(tmp_path / "2.csv", text.replace("会多", "文多"))
    assert "盐窝镇" in started("import", later).out
    assert started("import", later, "--remember").status == 2
