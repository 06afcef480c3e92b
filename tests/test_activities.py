"""Activities: told once, whatever they count for; whom they reached; who has yet to talk."""

from datetime import date

import pytest

from schemas import record
from schemas.amount import read_amount
from schemas.day import Frame
from schemas.fault import Fault
from schemas.span import read_span

KEYS = [field.name for field in record.ACTIVITY.fields]
#: A plan of which one form counts for two actions, the elective one first.
TWICE = """\
name = "甲"
code = "a"
[vocabulary.form]
words = ["专题党课", "集中学习"]
[vocabulary.form.aliases]
"集中学习" = ["集体学习"]
[[phases]]
code = "1"
name = "学习教育"
[[phases]]
code = "2"
name = "查摆问题"
[[actions]]
code = "brand"
name = "党课品牌"
kind = "elective"
phase = "2"
forms = ["专题党课"]
[[actions]]
code = "lecture"
name = "书记讲党课"
phase = "1"
forms = ["专题党课"]
[[actions]]
code = "study"
name = "集中学习"
phase = "1"
measure = "days"
required = 3
forms = ["集中学习"]
[[rules]]
action = "brand"
[[rules]]
action = "lecture"
[[rules]]
action = "study"
"""


@pytest.fixture
def county(campaign):
    """Run the tool on a ledger with a county's plan and one department."""
    campaign("init", "--plan", "qzlx-county")
    campaign("add-unit", "县财政局", "--kind", "县直部门单位", "--members", 40)
    campaign("add-unit", "盐窝镇", "--kind", "镇、街道", "--members", 300)
    return campaign


@pytest.fixture
def twice(campaign, tmp_path):
    """Run the tool on a plan in which one form counts for two actions."""
    (tmp_path / "plan.toml").write_text(TWICE, encoding="utf-8")
    campaign("init", "--plan", "plan.toml")
    campaign("add-unit", "财政局")
    return campaign


def log(campaign, what, *more, unit="县财政局"):
    result = campaign("log-activity", what, "--unit", unit, *more)
    assert result.status == 0, result.err
    return result


def study(campaign, unit="县财政局", code="study"):
    (found,) = campaign.json("milestones", "--unit", unit, "--action", code)
    return found


def why(campaign, unit="县财政局", action="集中学习讨论"):
    return campaign("milestones", "--why", unit, action).out


# One activity, one row --------------------------------------------------------------------


def test_what_counts_for_two_actions_is_there_once_and_the_required_one_stands_first(twice):
    result = log(twice, "第一课", "--form", "专题党课", "--on", "3月5日", unit="财政局")
    assert result.out == "已记下活动 HD-0001，计入：书记讲党课、党课品牌。撤销：campaign undo 3\n"
    (found,) = twice.json("activities")
    assert list(found) == KEYS
    assert (found["no"], found["action"], found["phase"]) == ("HD-0001", None, "学习教育")
    assert found["counts_for"] == ["书记讲党课", "党课品牌"]
    assert [row["count"] for row in twice.json("milestones")] == [1, 0, 1]
    for action in ("书记讲党课", "党课品牌"):
        assert [one["no"] for one in twice.json("activities", "--action", action)] == ["HD-0001"]
    twice("undo")
    assert twice.json("activities") == []


def test_logged_for_one_action_it_counts_for_that_one_alone(twice):
    named = ("--form", "专题党课", "--action", "党课品牌")
    assert "计入：党课品牌。" in log(twice, "第一课", *named, unit="财政局").out
    assert [(one["action"], one["count"]) for one in twice.json("milestones")] == [
        ("书记讲党课", 0),
        ("集中学习", 0),
        ("党课品牌", 1),
    ]
    assert twice.json("activities", "--action", "书记讲党课") == []
    (found,) = twice.json("activities")
    assert (found["action"], found["phase"]) == ("党课品牌", "查摆问题")


def test_what_is_called_as_a_form_is_of_that_form(twice):
    log(twice, "集体学习", unit="财政局")
    assert [(one["title"], one["form"]) for one in twice.json("activities")] == [
        ("集体学习", "集中学习")
    ]


def test_what_is_called_as_an_action_without_forms_is_for_that_action(county):
    assert "计入：送学上门。" in log(county, "送学上门", "--present", 300, unit="盐窝镇").out
    assert study(county, "盐窝镇", "home-study")["count"] == 100
    assert "不计入任何规定动作" in log(county, "送学上门", "--form", "走访调研").out


def test_another_plan_counts_anew_and_what_was_done_stays_done(twice, tmp_path):
    log(twice, "集中学习", "--days", 3, "--on", "3月5日", unit="财政局")
    assert study(twice, "财政局")["status"] == "done"
    text = TWICE.replace('forms = ["集中学习"]', 'forms = ["读书班"]').replace(
        '"专题党课", "集中学习"]', '"专题党课", "集中学习", "读书班"]'
    )
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    twice("plan", "use", "plan.toml")
    assert twice.json("activities")[0]["counts_for"] == []
    kept = study(twice, "财政局")
    assert (kept["count"], kept["done_on"], kept["status"]) == (3, "2014-03-05", "done")
    twice("undo")
    assert twice.json("activities")[0]["counts_for"] == ["集中学习"]


# What counts ------------------------------------------------------------------------------


def test_a_lecture_does_not_count_towards_the_three_days_of_study(county):
    log(county, "集中学习讨论", "--days", 2, "--on", "3月3日", "--supervisor", "第3督导组")
    log(county, "听辅导报告", "--form", "辅导报告", "--days", 5, "--on", "3月10日")
    assert (study(county)["count"], study(county)["status"]) == (2, "pending")
    assert "不计入：辅导报告——这3天不能用听辅导报告代替" in why(county)


def test_an_absence_that_was_made_up_counts_and_one_that_was_not_is_said(county):
    study_of_20 = ("--due", 20, "--present", 17, "--supervisor", "第3督导组")
    log(county, "集中学习讨论", *study_of_20, "--on", "3月3日", "--made-up-on", "3月8日")
    assert "计入；缺席的 3 人已补课" in why(county)
    county("activities", "edit", "hd1", "--made-up", 1)
    assert "计入；缺席的 1 人已补课；还有 2 人缺席没有补课" in why(county)
    absent = ("--absent", "张三、李四", "--supervisor", "第3督导组")
    log(county, "逐人发言", *absent, "--on", "3月4日")
    assert "计入；还有 2 人缺席没有补课" in why(county)
    assert study(county)["count"] == 2


def test_absences_made_up_are_part_of_a_per_cent(county):
    at_home = ("--action", "送学上门", "--due", 40, "--present", 30)
    log(county, "送学", *at_home, "--on", "3月3日", unit="盐窝镇")
    assert study(county, "盐窝镇", "home-study")["count"] == 75
    county("activities", "edit", "hd1", "--made-up", 10, "--made-up-on", "3月9日")
    assert study(county, "盐窝镇", "home-study")["count"] == 100


def test_a_study_without_a_supervisor_is_said_to_be_so(county):
    log(county, "集中学习讨论", "--on", "3月3日")
    assert "计入；没有写督导组谁参加" in why(county)
    county("activities", "edit", "hd1", "--supervisor", "无")
    assert "计入；没有督导组参加" in why(county)
    english = county("milestones", "--why", "县财政局", "集中学习讨论", lang="en").out
    assert "counts; no supervisor was present" in english
    county("activities", "edit", "hd1", "--supervisor", "第3督导组 王某")
    assert "没有" not in why(county).split("活动：")[1]
    assert study(county)["count"] == 1


@pytest.mark.parametrize(
    ("said", "count"),
    [
        (("--days", "0.5"), 0.5),
        (("--days", "半天"), 0.5),
        (("--days", "1天半"), 1.5),
        (("--hours", "4"), 0.5),
        (("--hours", "12学时"), 1.5),
        (("--hours", "4", "--days", "1"), 1),
        (("--ends-on", "3月5日"), 3),
        ((), 1),
    ],
)
def test_days_are_as_many_as_are_said(county, said, count):
    log(county, "集中学习讨论", "--on", "3月3日", *said)
    assert study(county)["count"] == count


def test_tenths_of_days_add_up_exactly(county):
    for at in range(30):
        log(county, f"第{at}次", "--form", "集中学习讨论", "--on", "3月3日", "--days", "0.1")
    assert (study(county)["count"], study(county)["status"]) == (3, "done")
    assert county.json("activities")[0]["days"] == 0.1


def test_an_activity_and_a_progress_sheet_are_not_added(county, tmp_path):
    log(county, "集中学习讨论", "--days", 2, "--on", "3月3日")
    (tmp_path / "进度.csv").write_text(
        "进度表\n单位,集中学习讨论\n县财政局,2\n盐窝镇,√\n", encoding="utf-8"
    )
    assert county("import", "进度.csv").status == 0
    assert study(county)["count"] == 2
    assert study(county, "盐窝镇")["count"] == 3
    log(county, "集中学习讨论", "--on", "3月3日", unit="盐窝镇")
    assert study(county, "盐窝镇")["count"] == 3


# The listing ------------------------------------------------------------------------------


def test_activities_are_listed_by_their_days_and_narrowed_down(county):
    log(county, "集中学习讨论", "--on", "3月10日")
    log(county, "集中学习讨论", "--on", "3月3日", "--ends-on", "3月5日", unit="盐窝镇")
    log(county, "走访贫困户", "--form", "走访调研", "--on", "4月1日", unit="盐窝镇")

    def numbers(*options):
        return [one["no"] for one in county.json("activities", *options)]

    assert numbers() == ["HD-0002", "HD-0001", "HD-0003"]
    assert numbers("--unit", "盐窝镇") == ["HD-0002", "HD-0003"]
    assert numbers("--form", "走访调研") == ["HD-0003"]
    assert numbers("--action", "study") == ["HD-0002", "HD-0001"]
    assert numbers("--phase", "学习教育") == ["HD-0002", "HD-0001"]
    assert numbers("--from", "3月5日", "--until", "3月31日") == ["HD-0002", "HD-0001"]
    assert numbers("--group", "流动党员") == []
    assert len(county("activities", "--limit", 1).lines) == 3


def test_an_activity_is_changed_shown_and_taken_away_and_undo_brings_it_back(county):
    log(county, "集中学习讨论", "--on", "3月3日", "--days", 3)
    changed = county("activities", "edit", "HD-0001", "--days", "0.5", "--place", "三楼会议室")
    assert changed.out.startswith("已改好活动 HD-0001，计入：集中学习讨论。")
    assert "三楼会议室" in county("activities", "show", "hd1").out
    assert county.json("activities", "show", "hd1")["days"] == 0.5
    county("activities", "edit", "hd1", "--action", "study")
    lines = county.json("history", "HD-0001")
    assert [one["new"] for one in lines if one["field"] == "action"] == ["集中学习讨论"]
    assert [(one["old"], one["new"]) for one in lines if one["field"] == "days"] == [
        (None, 3),
        (3, 0.5),
    ]
    assert county("activities", "drop", "hd1").status == 0
    assert county.json("activities") == []
    assert study(county)["count"] == 0
    county("undo")
    assert study(county)["count"] == 0.5
    assert county("verify").status == 0


def test_a_unit_that_is_merged_brings_its_activities_along(county):
    log(county, "集中学习讨论", "--days", 1)
    county("add-unit", "县财政局（筹）", "--kind", "县直部门单位")
    log(county, "集中学习讨论", "--days", 2, unit="县财政局（筹）")
    county("units", "merge", "县财政局（筹）", "--into", "县财政局")
    assert {one["unit"] for one in county.json("activities")} == {"县财政局"}
    assert study(county)["count"] == 3


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--on", "3月5日", "--ends-on", "3月3日"), "结束日期 2014-03-03 在开始日期 2014-03-05 之前"),
        (("--group-all", 10, "--reached", 11), "覆盖的 11 人比该类党员总数 10 人还多"),
        (("--days", "1.25"), "--days 要的是最多一位小数的数"),
        (("--days", "4小时"), "--days 要的是最多一位小数的数"),
        (("--made-up-on", "2015-01-01"), "2015-01-01 还没有到"),
        (("--action", "爬山"), "方案里没有“爬山”这项动作"),
        (("--phase", "第九"), "方案里没有“第九”这个环节"),
    ],
)  # fmt: skip
def test_what_cannot_be_leaves_everything_as_it_was(county, more, said):
    before = county.entries()
    result = county("log-activity", "集中学习讨论", "--unit", "县财政局", *more)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(said)
    assert county.entries() == before
    assert county("activities", "--pairs", "--coverage").status == 2
    assert county("activities", "edit", "HD-0001").status == 2


# Talks ------------------------------------------------------------------------------------


def test_the_pairs_that_have_to_talk_and_have_not_are_listed(county):
    lacking = county.json("activities", "--pairs", "--unit", "县财政局")
    assert [one["pair"] for one in lacking] == [
        "主要负责同志与班子成员",
        "班子成员相互之间",
        "班子成员与分管部门主要负责同志",
    ]
    talk = ("--with", "李明", "--led-by", "王建国")
    log(county, "谈心谈话", *talk, "--pair", "主要负责同志和班子成员")
    log(county, "谈心谈话", *talk, "--pair", "班子成员相互之间", unit="盐窝镇")
    left = county.json("activities", "--pairs")
    assert [(one["unit"], one["pair"]) for one in left] == [
        ("县财政局", "班子成员相互之间"),
        ("县财政局", "班子成员与分管部门主要负责同志"),
        ("盐窝镇", "主要负责同志与班子成员"),
        ("盐窝镇", "班子成员与分管部门主要负责同志"),
    ]
    assert study(county, code="talks")["count"] == 1


def test_a_plan_without_pairs_says_that_none_can_be_missing(started):
    result = started("activities", "--pairs")
    assert result.status == 0
    assert "活动方案没有规定谁和谁必谈" in result.err


def test_what_was_said_in_a_talk_is_in_no_command_line_of_the_journal(county):
    said = ("--with", "李明", "--topic", "个人的问题", "--note", "作风漂浮")
    log(county, "谈心谈话", *said)
    (found,) = county.json("activities")
    assert (found["topics"], found["note"]) == (["个人的问题"], "作风漂浮")
    commands = " ".join(one["command"] for one in county.json("history"))
    assert "作风漂浮" not in commands
    assert "个人的问题" not in commands


# Coverage ---------------------------------------------------------------------------------


def reach(campaign, group, total, got, how, unit="盐窝镇", **more):
    at = ("--group", group, "--group-all", total, "--reached", got, "--reached-how", how)
    log(campaign, "送学", *at, *(f"{part}" for part in more.get("more", ())), unit=unit)


def test_coverage_is_by_group_with_the_ways_and_the_same_people_are_not_added(county):
    reach(county, "流动党员", 12, 6, "送学上门")
    reach(county, "流动党员", 12, 5, "送学上门")
    reach(county, "流动党员", 12, 3, "补课")
    reach(county, "离退休党员", 40, 40, "集中学习")
    reach(county, "流动党员", 8, 8, "集中学习", unit="县财政局")
    rows = county.json("activities", "--coverage")
    assert [
        (one["group"], one["units"], one["group_all"], one["group_reached"], one["percent"])
        for one in rows
    ] == [("离退休党员", 1, 40, 40, "100.0"), ("流动党员", 2, 20, 17, "85.0")]
    assert rows[1]["reached_how"] == ["送学上门6", "补课3", "集中学习8"]
    assert rows[1]["left"] == 3
    said = county("activities", "--coverage", lang="en").out
    assert "85.0" in said


def test_what_a_unit_says_of_a_group_is_not_added_to_those_above_it(county):
    county("add-unit", "南岭村", "--parent", "盐窝镇")
    reach(county, "流动党员", 12, 9, "送学上门")
    reach(county, "流动党员", 5, 5, "送学上门", unit="南岭村")
    (row,) = county.json("activities", "--coverage")
    assert (row["units"], row["group_all"], row["group_reached"]) == (1, 12, 9)


def test_a_per_cent_of_groups_is_of_all_of_them_together(county):
    named = ("--action", "送学上门")
    for group, total, got in (("离退休党员", 40, 40), ("流动党员", 10, 5)):
        log(
            county, "送学", *named, "--group", group, "--group-all", total, "--reached", got,
            unit="盐窝镇",
        )  # fmt: skip
    assert study(county, "盐窝镇", "home-study")["count"] == 90


# Days and amounts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "days", "hours"),
    [
        ("半天", 5, None),
        ("2天半", 25, None),
        ("两个半天", 10, None),
        ("2个工作日", 20, None),
        ("一个半小时", None, 15),
        ("4学时", None, 40),
        (0.5, 5, 5),
        ("1.5", 15, 15),
        ("1.25", None, None),
        ("90分钟", None, None),
        ("约2天", None, None),
        ("上午", None, None),
    ],
)
def test_an_amount_is_read_as_offices_write_it(said, days, hours):
    for of, tenths in (("days", days), ("hours", hours)):
        found = read_amount(said, of)
        assert found == tenths if tenths is not None else isinstance(found, Fault)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("3月5日-7日", date(2014, 3, 7)),
        ("3月5日至4月1日", date(2014, 4, 1)),
        ("2014.3.5-7", date(2014, 3, 7)),
        ("2014年3月5日—2014年3月7日", date(2014, 3, 7)),
        ("3月5日上午、6日", date(2014, 3, 6)),
        ("3月5日、8日", None),
        ("3月5日-2日", None),
        ("3月5日-32日", None),
        ("5月上旬", None),
    ],
)
def test_several_days_in_one_cell_are_a_span_where_they_follow_one_another(said, last):
    found = read_span(said, Frame(today=date(2014, 6, 3)))
    if last is None:
        assert isinstance(found, Fault)
    else:
        assert found == (date(2014, 3, 5), last)
