"""活动登记表 and 谈心谈话登记表: what comes in counts at once, and what leaves of talks is counts."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from office import Office
from office import open_office

from ledger import activities
from ledger import phases
from ledger import undo
from ledger.campaigns import load_plan
from ledger.errors import DirectionClosed
from ledger.exchange import sending

STUDIES = """
集中学习讨论登记表
学习时间 | 学习内容 | 学习形式 | 应到 | 实到 | 缺席人员 | 补课时间 | 天数 | 督导组参加
3月3日-4日 | 学习党章 | 集中学习讨论 | 20 | 18 | 张三、李四 | 3月8日 | 2天 | 第3督导组
3月10日 | 听报告 | 辅导报告 | 20 | 20 | | | 1 |
3月12日 | 讨论 | 逐人发言 | 20 | 20 | | | 半天 | 无
"""
TALKS = """
谈心谈话登记表
谈话人 | 谈话对象 | 谈话时间 | 谈话类型 | 谈话内容 | 意见条数 | 我的想法
李书记 | 王镇长 | 5月8日 | 主要负责同志与班子成员 | 联系群众不够 | 2 | 甲
李书记 | 孙副镇长 | 5月9日 | 主要负责同志与班子成员 | 会议偏多 | 1 | 乙
王镇长 | 孙副镇长 | 5月9日 | 班子成员相互之间 | 没有 | | 丙
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(
        tmp_path,
        load_plan("qzlx-county"),
    )
    with made.ledger:
        made.ledger.connection.execute("update unit set kind = '镇、街道' where name like '%镇'")
        yield made


def count(office: Office, code: str, unit: str = "盐窝镇") -> object:
    asked = phases.MilestoneFilter(unit=office.unit(unit), action=code)
    rows = phases.milestones(office.ledger.connection, office.campaign, office.today, asked)
    return next(row["count"] for row in rows if row["unit"] == unit)


def numbers(office: Office, **asked: object) -> list[str]:
    return [row["no"] for row in office.activities(**asked)]


# In -------------------------------------------------------------------------------------


def test_what_a_sheet_brings_counts_at_once_and_an_undo_takes_it_back(office):
    result = office.take_text(STUDIES, "盐窝镇")
    assert result.count("new") == 3
    assert count(office, "study") == 2.5
    first, lecture, _ = office.activities()
    assert (first["day"], first["ends_on"], first["days"]) == ("2014-03-03", "2014-03-04", 2)
    assert (lecture["form"], lecture["counts_for"]) == ("辅导报告", [])
    assert office.take_text(STUDIES, "盐窝镇").entry is None
    undo.undo(office.ledger, office.author, result.entry)
    assert (count(office, "study"), office.activities()) == (0, [])


def test_what_was_typed_is_known_when_a_sheet_says_it_too(office):
    with office.ledger.writing(office.author, campaign=1) as entry:
        said = {"unit_id": office.unit("盐窝镇"), "day": office.today, "title": "学习党章"}
        activities.log_activity(entry, office.campaign, {**said, "form": "集中学习讨论"})
    day = office.today.isoformat()
    text = f"活动登记表\n开展日期 | 活动内容 | 形式 | 地点\n{day} | 学习党章 | 集中学习讨论 | 礼堂"
    result = office.take_text(text, "盐窝镇")
    assert (result.count("new"), result.count("changed")) == (0, 1)
    assert [(row["no"], row["place"]) for row in office.activities()] == [("HD-0001", "礼堂")]


def test_the_same_twice_on_a_day_is_two_and_stays_two(office):
    line = "2014-03-05 | 讨论 | 逐人发言 | 0.5"
    text = f"活动登记表\n开展日期 | 活动内容 | 形式 | 天数\n{line}\n{line}"
    assert office.take_text(text, "盐窝镇").count("new") == 2
    assert office.take_text(text, "盐窝镇").entry is None
    assert count(office, "study") == 1


def test_a_form_that_only_the_title_names_is_that_of_every_row(office):
    text = "盐窝镇座谈会登记表\n时间 | 座谈内容 | 参加人数\n4月2日 | 听取意见 | 12"
    office.take_text(text, "盐窝镇")
    assert [(row["form"], row["present"]) for row in office.activities()] == [("座谈会", 12)]


def test_a_row_that_is_called_as_a_form_or_action_is_of_it(office):
    lines = "4月2日 | 座谈会\n4月3日 | 动员大会\n4月4日 | 随便走走"
    office.take_text(f"活动登记表\n时间 | 活动内容\n{lines}", "盐窝镇")
    said = [(row["form"], row["action"]) for row in office.activities()]
    assert said == [("座谈会", None), (None, "动员大会"), (None, None)]
    assert count(office, "mobilise") == 1


def test_a_progress_sheet_and_an_activity_sheet_are_not_added(office):
    office.take_text(STUDIES, "盐窝镇")
    office.take_text("进度表\n单位 | 集中学习讨论\n盐窝镇 | 2", "盐窝镇")
    assert count(office, "study") == 2.5
    assert office.take_text("进度表\n单位 | 集中学习讨论\n盐窝镇 | √", "盐窝镇").entry
    assert count(office, "study") == 3
    again = STUDIES.replace("讨论 | 逐人发言", "再讨论 | 逐人发言")
    office.take_text(again, "盐窝镇")
    assert count(office, "study") == 3


def test_what_activities_come_to_goes_out_in_a_progress_sheet_and_comes_back(office):
    office.take_text(STUDIES, "盐窝镇")
    path = office.export("progress", "进度.xlsx")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert 2.5 in [cell.value for row in sheet.iter_rows() for cell in row]
    [back] = office.take(path)
    assert (back.entry, back.count("queried"), back.count("conflict")) == (None, 0, 0)
    result = office.take_text("进度表\n单位 | 集中学习讨论\n盐窝镇 | 2.5\n胜坨镇 | 1.5")
    assert (result.count("unchanged"), result.count("queried")) == (1, 1)


def test_a_unit_corrects_its_own_activity_and_not_that_of_another(office):
    office.take_text(STUDIES, "盐窝镇")
    path = office.export(
        "activities", "down.xlsx", sending.Parcel(direction="down").only(office.unit("盐窝镇"))
    )
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row}
    row = next(c.row for line in sheet.iter_rows() for c in line if c.value == "HD-0001")
    sheet.cell(row, heads["天数"]).value = "1天半"
    book.save(path)
    [result] = office.take(path, sender="盐窝镇")
    assert (result.count("changed"), result.count("unchanged")) == (1, 2)
    assert office.activities()[0]["days"] == 1.5
    other = office.take_text(
        "活动登记表\n编号 | 开展日期 | 活动内容\nHD-0001 | 3月3日 | 别的", "胜坨镇"
    )
    assert other.count("queried") == 1
    assert office.activities()[0]["title"] == "学习党章"


def test_a_conflict_over_an_action_names_it_as_the_plan_does(office):
    with office.ledger.writing(office.author, campaign=1) as entry:
        said = {"unit_id": office.unit("盐窝镇"), "day": office.today, "title": "讨论"}
        activities.log_activity(entry, office.campaign, {**said, "action": "study"})
    day = office.today.isoformat()
    text = (
        f"活动登记表\n开展单位 | 开展日期 | 活动内容 | 登记为\n盐窝镇 | {day} | 讨论 | 书记讲党课"
    )
    result = office.take_text(text)
    assert result.count("conflict") == 1
    [[remark]] = [found for sheet in result.sheets for found in sheet.remarks.values()]
    assert (remark.values["ours"], remark.values["theirs"]) == ("集中学习讨论", "书记讲党课")


def test_talks_come_in_with_their_form_and_count_by_unit_and_pair(office):
    assert office.take_text(TALKS, "盐窝镇").count("new") == 3
    assert {row["form"] for row in office.activities()} == {"谈心谈话"}
    assert count(office, "talks") == 3
    asked = activities.ActivityFilter(unit=office.unit("盐窝镇"))
    here = (office.ledger.connection, office.campaign, office.today, asked)
    assert [row["pair"] for row in activities.pairs_missing(*here)] == [
        "班子成员与分管部门主要负责同志"
    ]


# Out ------------------------------------------------------------------------------------


def words(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return "\n".join(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    )


def parcel(office: Office, direction: str) -> sending.Parcel:
    return sending.Parcel(direction=direction).only(office.unit("盐窝镇"))


def test_of_talks_only_counts_go_up_and_nothing_goes_down_or_to_the_public(office):
    office.take_text(TALKS, "盐窝镇")
    path = office.export("talks", "up.xlsx", parcel(office, "up"))
    said = words(path)
    for told in ("李书记", "王镇长", "联系群众不够", "2014-05-08", "HD-0001", "我的想法"):
        assert told not in said
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert ("盐窝镇", "主要负责同志与班子成员", 2, 3) in rows
    assert ("盐窝镇", "班子成员相互之间", 1, 0) in rows
    for direction in ("down", "public"):
        with pytest.raises(DirectionClosed):
            office.export("talks", "no.xlsx", parcel(office, direction))


@pytest.mark.parametrize("direction", ["down", "up"])
def test_a_talk_is_in_no_sheet_of_activities_that_leaves(office, direction):
    office.take_text(TALKS, "盐窝镇")
    office.take_text(STUDIES, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        said = {"unit_id": office.unit("盐窝镇"), "day": office.today, "title": "和王镇长谈"}
        activities.log_activity(entry, office.campaign, {**said, "form": "谈心谈话"})
        said |= {"title": "约谈", "with_whom": "王镇长"}
        activities.log_activity(entry, office.campaign, {**said, "form": "座谈会"})
    said = words(office.export("activities", "out.xlsx", parcel(office, direction)))
    assert "学习党章" in said
    for told in ("王镇长", "谈心谈话", "联系群众不够", "约谈", "我的想法", "张三", "第3督导组"):
        assert told not in said
    inside = words(office.export("activities", "in.xlsx"))
    assert "和王镇长谈" in inside


def test_a_unit_that_has_only_talks_gets_no_sheet_of_activities(office):
    office.take_text(TALKS, "盐窝镇")
    sheets = [sending.sheet_of(office.campaign, "activities")]
    here = (office.ledger.connection, office.today, office.campaign, sheets)
    asked = sending.Parcel(direction="down")
    assert sending.units_with_records(*here, asked) == []
    office.take_text(STUDIES, "胜坨镇")
    assert sending.units_with_records(*here, asked) == [office.unit("胜坨镇")]


def test_an_answer_to_a_unit_does_not_tell_what_the_office_has_of_a_talk(office):
    with office.ledger.writing(office.author, campaign=1) as entry:
        said = {"unit_id": office.unit("盐窝镇"), "day": office.today, "with_whom": "王镇长"}
        said |= {"led_by": "李书记", "form": "谈心谈话", "note": "作风漂浮"}
        activities.log_activity(entry, office.campaign, said)
    day = office.today.isoformat()
    text = (
        f"谈心谈话登记表\n谈话人 | 谈话对象 | 谈话时间 | 谈话内容\n李书记 | 王镇长 | {day} | 工作"
    )
    result = office.take_text(text, "盐窝镇")
    said = [str(one.values) for sheet in result.sheets for r in sheet.remarks.values() for one in r]
    assert len(said) == 1
    assert "作风漂浮" not in said[0]
    assert office.activities()[0]["note"] == "作风漂浮"


def test_an_export_takes_the_filters_of_the_listing(started, tmp_path):
    for day in ("3月3日", "4月3日"):
        started("log-activity", "集中学习", "--unit", "盐窝镇", "--on", day)
    started("log-activity", "座谈会", "--unit", "盐窝镇", "--on", "4月4日")
    asked = ("--from", "4月1日", "--until", "4月30日", "--form", "集中学习")
    assert started("export", "activities", *asked, "-o", "四月.csv").status == 0
    text = (tmp_path / "四月.csv").read_text(encoding="utf-8-sig")
    assert "HD-0002" in text
    assert "HD-0001" not in text
    assert "HD-0003" not in text
