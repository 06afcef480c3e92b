"""Whether a unit may go on to the next phase, and what it lacks: by the plans that ship."""

import json
from pathlib import Path

import openpyxl
import pytest

from schemas import record

FIRST, SECOND, THIRD = "学习教育、听取意见", "查摆问题、开展批评", "整改落实、建章立制"
REASONS = [part for at in range(1, 5) for part in ("--why", f"{at}=有具体内容")]


@pytest.fixture
def county(campaign):
    """Run the tool on the county where materials pass from one to the next."""
    campaign("init", "--office", "垦东县", "--plan", "qzlx-county")
    campaign("add-unit", "盐窝镇", "--kind", "镇、街道", "--tier", "镇街")
    campaign("add-unit", "前崔村", "--kind", "村", "--tier", "村级", "--parent", "盐窝镇")
    return campaign


@pytest.fixture
def city(campaign):
    """Run the tool on the county-level city whose units start on four days."""
    campaign("init", "--office", "龙泉市", "--plan", "qzlx-county-city")
    campaign("add-unit", "市社区党工委", "--kind", "党工委", "--alias", "社工委")
    campaign("add-unit", "河西社区党委", "--kind", "社区党委", "--parent", "市社区党工委")
    return campaign


def log(campaign, unit, action, day, *options):
    done = campaign(
        "log-activity", action, "--unit", unit, "--action", action, "--on", day, *options
    )
    assert done.status == 0, done.err


def publish(campaign, unit, title, day):
    done = campaign("log-activity", title, "--unit", unit, "--form", "公示", "--on", day)
    assert done.status == 0, done.err


def waive(campaign, unit, action):
    freed = ("--waived-by", "县委", "--why", "抗洪")
    done = campaign("milestones", "waive", unit, action, *freed)
    assert done.status == 0, done.err


def missing(campaign, unit, phase):
    """Return what a unit lacks, and whether the exit status says so."""
    result = campaign("ready", unit, phase, "--format", "csv")
    rows = [line.split(",") for line in result.out.splitlines()[1:]]
    assert result.status == (1 if rows else 0), result.err
    return [row[4] for row in rows]


def first_phase(campaign, unit="盐窝镇"):
    for action, *options in (
        ("动员大会",),
        ("集中学习讨论", "--days", 3, "--supervisor", "县委第三督导组"),
        ("书记讲党课",),
        ("征求意见",),
    ):
        log(campaign, unit, action, "3月10日", *options)
    waive(campaign, unit, "送学上门")
    publish(campaign, unit, "查摆出的问题", "3月28日")


def second_phase(campaign, unit="盐窝镇", meeting="5月12日"):
    for action, day in (
        ("转入第二环节", "4月1日"),
        ("谈心谈话", "4月20日"),
        ("撰写对照检查材料", "4月25日"),
        ("专题民主生活会", meeting),
    ):
        log(campaign, unit, action, day, "--supervisor", "县委第三督导组")
    publish(campaign, unit, "剖析的问题", "5月13日")


def let_pass(campaign, unit, material, day, *options):
    for _ in range(3):
        done = campaign("reviews", "pass", unit, material, *REASONS, "--on", day, *options)
        assert done.status == 0, done.err


# Yes, no, and what is missing ---------------------------------------------------------------


def test_a_unit_of_which_nothing_is_known_lacks_all_that_is_asked_of_it(county):
    assert missing(county, "盐窝镇", 2) == [
        *("动员大会", "集中学习讨论", "书记讲党课", "送学上门", "征求意见"),
        f"公示“{FIRST}”的问题和结果",
    ]
    assert missing(county, "盐窝镇", "整改落实")[6:] == [
        *("转入第二环节", "谈心谈话", "撰写对照检查材料", "专题民主生活会"),
        f"公示“{SECOND}”的问题和结果",
        *("领导班子对照检查材料", "个人对照检查材料"),
    ]


def test_a_unit_of_no_kind_is_asked_for_its_kind_and_nothing_is_taken_as_not_owed(county):
    county("add-unit", "新单位")
    found = county("ready", "新单位", 2)
    assert found.status == 1
    assert "待明确    党员集中轮训" in found.out
    assert "  campaign units edit 新单位 --tier 层级 --kind 类别" in found.out
    assert {"集中学习讨论", "党员集中轮训"} < {*missing(county, "新单位", 2)}
    county("units", "edit", "新单位", "--kind", "村")
    assert "集中学习讨论" not in missing(county, "新单位", 2)


def test_it_says_yes_where_all_is_there_and_no_with_what_to_do_where_it_is_not(county):
    first_phase(county)
    yes = county("ready", "盐窝镇", 2)
    assert (yes.status, yes.out) == (0, f"盐窝镇可以转入“{SECOND}”：该有的都有了。\n")
    county("undo")
    no = county("ready", "盐窝镇", 2)
    assert no.status == 1
    assert no.lines[0] == f"盐窝镇还不能转入“{SECOND}”，缺 1 项："
    assert no.lines[-1] == (
        f"  campaign log-activity 公示“{FIRST}”的问题和结果 --unit 盐窝镇 --form 公示 --on 日期"
    )
    english = county("ready", "盐窝镇", 2, lang="en")
    assert english.lines[0] == (f"盐窝镇 may not go on to “{SECOND}” yet; 1 thing is missing:")


def test_what_it_says_to_type_does_what_is_missing(county):
    lines = county("ready", "盐窝镇", 2).lines
    todo = [line.strip() for line in lines if line.startswith("  campaign ")]
    for line in todo:
        words = line.replace("日期", "5月12日").replace("天数", "3").replace("人数", "5").split()
        assert county(*words[1:]).status == 0, line
    # How many a per cent is of is the roster's to say.
    assert missing(county, "盐窝镇", 2) == ["送学上门"]
    county("units", "edit", "盐窝镇", "--members", 5)
    assert missing(county, "盐窝镇", 2) == []


def test_json_has_the_gaps_with_their_fields(county):
    first_phase(county)
    county("undo")
    result = county("ready", "盐窝镇", 2, "--format", "json")
    assert result.status == 1
    (gap,) = json.loads(result.out)["missing"]
    keys = [field.name for field in record.GAP.fields]
    assert list(gap) == [key for key in keys if key not in ("campaign", "unit")]
    said = {name: gap[name] for name in ("phase", "requirement", "required", "count")}
    assert said == {"phase": FIRST, "requirement": "publication", "required": 1, "count": 0}


def test_a_waived_action_is_no_gap_and_half_of_one_is(county):
    log(county, "盐窝镇", "集中学习讨论", "3月10日", "--days", 2)
    (study,) = [gap for gap in county.json("ready", "--all", "2") if gap["unit"] == "盐窝镇"]
    assert "集中学习讨论（2/3）" in study["missing"]
    waive(county, "盐窝镇", "集中学习讨论")
    assert "集中学习讨论" not in missing(county, "盐窝镇", 2)


def test_the_first_phase_asks_nothing_and_the_end_asks_for_all(county):
    first = county("ready", "盐窝镇", 1)
    assert (first.status, first.out) == (0, f"“{FIRST}”是第一个环节，前面没有要完成的。\n")
    last = county("ready", "盐窝镇", "结束")
    assert (last.status, last.lines[0]) == (1, "盐窝镇还不能结束活动，缺 19 项：")
    assert missing(county, "盐窝镇", "end")[-1] == f"公示“{THIRD}”的问题和结果"


def test_a_plan_without_phases_says_so(campaign):
    campaign("init", "--office", "城关区", "--plan", "zch-district")
    for words in (("ready", "城关区", "1"), ("ready", "--all")):
        said = campaign(*words)
        assert (said.status, said.out) == (0, "这个方案没有环节，不用转段。\n")


def test_a_phase_without_a_gate_asks_for_its_required_actions(campaign, tmp_path):
    (tmp_path / "plan.toml").write_text(
        """
name = "学习教育活动"
code = "study"
[[phases]]
code = "1"
name = "学习"
[[phases]]
code = "2"
name = "整改"
[[actions]]
code = "study"
name = "集中学习"
phase = "1"
[[actions]]
code = "visit"
name = "走访"
phase = "1"
kind = "elective"
[[rules]]
action = "study"
[[rules]]
action = "visit"
""",
        encoding="utf-8",
    )
    campaign("init", "--office", "垦东县", "--plan", "plan.toml")
    assert missing(campaign, "垦东县", "整改") == ["集中学习"]
    log(campaign, "垦东县", "集中学习", "5月6日")
    assert missing(campaign, "垦东县", "整改") == []


def test_mistakes_say_what_to_do(county):
    unknown = county("ready", "盐窝镇", "第九环节")
    assert (unknown.status, unknown.out) == (2, "")
    assert f"只有：{FIRST}、{SECOND}、{THIRD}" in unknown.err
    assert county("ready", "盐窝镇").status == 2
    assert county("ready").status == 2
    assert county("ready", "--all", "2", "盐窝镇").status == 2
    county("units", "edit", "盐窝镇", "--inactive")
    gone = county("ready", "盐窝镇", 2)
    assert (gone.status, gone.err.splitlines()[0]) == (2, "盐窝镇不参加这项活动，谈不上转段。")


# What is published -----------------------------------------------------------------------------


def test_a_publication_is_of_the_phase_that_it_names_else_of_the_one_on_that_day(county):
    first_phase(county)
    log(county, "盐窝镇", "转入第二环节", "4月1日")
    second = f"公示“{SECOND}”的问题和结果"
    assert second in missing(county, "盐窝镇", 3)
    publish(county, "盐窝镇", "第一环节查摆情况补登", "5月10日")
    assert second in missing(county, "盐窝镇", 3)
    publish(county, "盐窝镇", "剖析情况", "5月12日")
    assert second not in missing(county, "盐窝镇", 3)


# Materials before the meeting ------------------------------------------------------------------


def test_kenli_a_meeting_before_the_material_passed_is_said(county):
    """逐级把关: what has not passed all three is missing, and a meeting before that is told."""
    first_phase(county)
    second_phase(county, meeting="5月6日")
    early = county("ready", "盐窝镇", 3)
    assert early.status == 1
    assert early.err.splitlines() == [
        "提示：专题民主生活会 2014-05-06 已经开了，领导班子对照检查材料还没有通过审核"
    ]
    let_pass(county, "盐窝镇", "班子", "5月8日")
    let_pass(county, "盐窝镇", "个人", "5月5日", "--person", "李明")
    late = county("ready", "盐窝镇", 3)
    assert late.status == 0
    assert late.err.splitlines() == [
        "提示：专题民主生活会 2014-05-06 开得早了，领导班子对照检查材料到 2014-05-08 才通过审核"
    ]


def test_kenli_materials_in_order_are_no_remark(county):
    first_phase(county)
    second_phase(county)
    let_pass(county, "盐窝镇", "班子", "5月8日")
    let_pass(county, "盐窝镇", "个人", "5月9日", "--person", "李明")
    done = county("ready", "盐窝镇", 3)
    assert (done.status, done.err) == (0, "")


def test_each_leaders_material_is_asked_for_and_where_it_stands_is_told(county):
    county("units", "edit", "盐窝镇", "--leaders", 3)
    first_phase(county)
    second_phase(county)
    let_pass(county, "盐窝镇", "班子", "5月8日")
    let_pass(county, "盐窝镇", "个人", "5月8日", "--person", "李明")
    county("reviews", "pass", "盐窝镇", "个人", "--person", "王芳", *REASONS)
    (gap,) = json.loads(county("ready", "盐窝镇", 3, "--format", "json").out)["missing"]
    said = {name: gap[name] for name in ("requirement", "action", "required", "count", "why")}
    assert said == {
        "requirement": "review",
        "action": "个人对照检查材料",
        "required": 3,
        "count": 1,
        "why": "没有通过的：王芳",
    }
    county("add-unit", "胜坨镇", "--kind", "镇、街道", "--tier", "镇街")
    county("reviews", "pass", "胜坨镇", "班子", *REASONS)
    assert "等“督导组”审核\n" in county("ready", "胜坨镇", 3).out.replace(" ", "")
    county("reviews", "return", "盐窝镇", "班子", "--step", "活动办", "--why", "4=又有反映")
    table = county("ready", "盐窝镇", 3).out
    assert "等“一把手”审核，退回过1次" in table


def test_kenli_a_study_without_a_supervisor_is_said(county):
    first_phase(county)
    log(county, "盐窝镇", "集中学习讨论", "3月12日")
    said = county("ready", "盐窝镇", 2)
    assert said.status == 0
    assert said.err == "提示：集中学习讨论没有登记督导组参加：2014-03-12\n"


def test_kenli_county_leaders_need_their_contact_points(county):
    county("add-unit", "县委领导班子", "--kind", "县级班子", "--tier", "县级")
    assert missing(county, "县委领导班子", 3)[-1] == "领导联系点"
    assert "领导联系点" not in missing(county, "盐窝镇", 3)
    county("contact-points", "add", "王建国", "--body", "盐窝镇", "--unit", "县委领导班子")
    table = county("ready", "县委领导班子", 3).out
    assert "王建国：基层联系点、专题民主生活会／专题组织生活会" in table
    county("contact-points", "edit", "lx1", "--point", "前崔村", "--attended-on", "5月8日")
    assert "领导联系点" not in missing(county, "县委领导班子", 3)


# Looking back before the second phase ------------------------------------------------------------


def test_longjing_looking_back_comes_before_the_second_phase(city):
    for unit in ("社工委", "河西社区党委"):
        for action in ("动员部署", "集中学习", "征求意见"):
            log(city, unit, action, "4月20日")
        publish(city, unit, "第一环节情况", "4月28日")
        found = city("ready", unit, 2)
        assert (found.status, found.lines[0][-7:]) == (1, "，缺 1 项：")
        assert "回头看" in found.out
    log(city, "社工委", "第一环节“回头看”", "5月12日")
    assert city("ready", "社工委", 2).status == 0
    assert city("ready", "河西社区党委", 2).status == 1


def test_longjing_what_recurs_and_is_elective_holds_nobody_up(city):
    city("add-unit", "东盛涌镇", "--kind", "乡镇")
    assert "百姓说事日" not in missing(city, "东盛涌镇", "结束")


# Listings ----------------------------------------------------------------------------------------


def test_all_units_are_listed_by_tier_with_what_they_lack(county):
    first_phase(county)
    rows = county.json("ready", "--all", "查摆问题")
    assert list(rows[0]) == [field.name for field in record.READINESS.fields]
    assert [(row["tier"], row["unit"], row["ready"]) for row in rows] == [
        ("镇街", "盐窝镇", True),
        ("村级", "前崔村", False),
        (None, "垦东县", False),
    ]
    listed = county("ready", "--all", 2)
    assert listed.status == 0
    assert [line.split() for line in listed.lines[-3:]] == [
        ["镇街", "1", "1", "0"],
        ["村级", "1", "0", "1"],
        ["1", "0", "1"],
    ]
    (town,) = [one for one in county.json("ready", "--sums", "2") if one["tier"] == "镇街"]
    assert (town["units"], town["ready_units"], town["waiting_units"]) == (1, ["盐窝镇"], [])
    assert "环节" not in county("ready", "--sums").out


def test_without_a_phase_each_unit_is_asked_for_its_own_next_one(county):
    log(county, "盐窝镇", "转入第二环节", "4月1日")
    rows = county.json("ready", "--all")
    assert {row["unit"]: row["phase"] for row in rows} == {
        "盐窝镇": THIRD,
        "前崔村": SECOND,
        "垦东县": SECOND,
    }
    log(county, "盐窝镇", "转入第三环节", "5月2日")
    (town,) = county.json("ready", "--all", "--tier", "镇街")
    assert town["phase"] == "结束"
    entered = county("ready", "盐窝镇", 2)
    assert f"提示：已于 2014-04-01 转入“{SECOND}”" in entered.err


def test_no_listing_is_ordered_by_how_much_was_done(county):
    county("add-unit", "胜坨镇", "--kind", "镇、街道", "--tier", "镇街")
    first_phase(county, "胜坨镇")
    rows = county.json("ready", "--all", 2)
    assert [row["unit"] for row in rows] == ["盐窝镇", "胜坨镇", "前崔村", "垦东县"]


# The list of gaps, as a sheet for each unit ------------------------------------------------------


def filled(path, days, by="李敏"):
    """Fill in the days on which gaps were made up, by what is missing; return what it says."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(at for at, row in enumerate(rows) if "补课时间" in row)
    what, on, who = (rows[head].index(name) for name in ("缺项", "补课时间", "补课责任人"))
    for at, row in enumerate(rows[head + 1 :], head + 2):
        if row[what] in days:
            sheet.cell(at, on + 1).value = days[row[what]]
            sheet.cell(at, who + 1).value = by
    book.save(path)
    return [row for row in rows[head + 1 :] if isinstance(row[what + 1], int)]


def test_a_units_gaps_are_a_sheet_that_comes_back_with_what_was_made_up(county):
    log(county, "盐窝镇", "集中学习讨论", "3月10日", "--days", 2)
    written = county("ready", "盐窝镇", 2, "-o", "缺项.xlsx")
    assert (written.status, written.out) == (1, "")
    assert written.err.startswith("1 个单位的回头看缺项清单已写好：缺项.xlsx。")
    rows = filled("缺项.xlsx", {"集中学习讨论": "5月12日", "动员大会": "2014.5.13"})
    assert [row[0] for row in rows] == ["盐窝镇"] * 6
    assert [row[3:6] for row in rows if row[3] == "集中学习讨论"] == [["集中学习讨论", 3, 2]]
    taken = county("import", "缺项.xlsx")
    assert taken.status == 0, taken.out
    assert "更新 2，未变 4，冲突 0，待核 0" in taken.out
    (study,) = county.json("milestones", "--unit", "盐窝镇", "--action", "集中学习讨论")
    assert (study["done_on"], study["count"], study["note"]) == ("2014-05-12", 3, "补课：李敏")
    assert missing(county, "盐窝镇", 2)[0] == "书记讲党课"
    again = county("import", "缺项.xlsx")
    assert "更新 0，未变 6" in again.out
    county("undo")
    assert missing(county, "盐窝镇", 2)[:2] == ["动员大会", "集中学习讨论"]


def test_what_is_no_action_is_asked_about_and_the_rest_is_taken(county):
    county("ready", "盐窝镇", 2, "-o", "缺项.xlsx")
    title = f"公示“{FIRST}”的问题和结果"
    filled("缺项.xlsx", {title: "5月12日", "征求意见": "5月12日", "动员大会": "2014-06-12"})
    taken = county("import", "缺项.xlsx")
    assert taken.status == 1
    assert "更新 1，未变 3，冲突 0，待核 2" in taken.out
    assert f"“{title}”不是规定动作" in taken.out


def test_another_day_than_the_ledgers_is_a_conflict_that_neither_side_wins(county):
    county("ready", "盐窝镇", 2, "-o", "缺项.xlsx")
    filled("缺项.xlsx", {"征求意见": "5月12日"}, by=None)
    log(county, "盐窝镇", "征求意见", "5月8日")
    taken = county("import", "缺项.xlsx")
    assert (taken.status, "冲突 1" in taken.out) == (1, True)
    heard = county.json("milestones", "--unit", "盐窝镇", "--action", "征求意见")[0]
    assert heard["done_on"] == "2014-05-08"
    assert county("import", "缺项.xlsx", "--theirs").status == 0
    heard = county.json("milestones", "--unit", "盐窝镇", "--action", "征求意见")[0]
    assert (heard["done_on"], heard["note"]) == ("2014-05-12", "补课")


def test_all_units_get_a_sheet_of_their_own_and_name_nobody(county):
    first_phase(county)
    second_phase(county)
    county("reviews", "return", "盐窝镇", "个人", "--person", "李明", "--why", "1=空")
    written = county("ready", "--all", "整改", "-o", "回头看")
    assert written.status == 0
    assert "3 个单位" in written.err
    assert sorted(path.name for path in Path("回头看").iterdir()) == [
        *("回头看缺项清单-前崔村.xlsx", "回头看缺项清单-垦东县.xlsx", "回头看缺项清单-盐窝镇.xlsx"),
    ]
    rows = filled("回头看/回头看缺项清单-盐窝镇.xlsx", {})
    assert [row[3] for row in rows] == ["领导班子对照检查材料", "个人对照检查材料"]
    assert not any("李明" in str(cell) for row in rows for cell in row)
    assert county("import", "回头看/回头看缺项清单-盐窝镇.xlsx").status == 0


def test_one_workbook_has_the_gaps_of_all(county):
    county("ready", "--all", 2, "--tier", "镇街", "-o", "镇街.xlsx")
    county("ready", "--all", 2, "-o", "全部.xlsx")
    assert {row[0] for row in filled("镇街.xlsx", {})} == {"盐窝镇"}
    assert {row[0] for row in filled("全部.xlsx", {})} == {"盐窝镇", "前崔村", "垦东县"}
    assert county("ready", "--all", 2, "-o", "全部.xlsx").status == 2


def test_a_unit_that_lacks_nothing_gets_no_sheet(county):
    first_phase(county)
    done = county("ready", "盐窝镇", 2, "-o", "缺项.xlsx")
    assert (done.status, done.err) == (0, "没有缺项，不用写清单。\n")
    assert not Path("缺项.xlsx").exists()


def test_a_sheet_of_another_unit_is_not_taken_from_a_sender(county):
    county("add-unit", "胜坨镇", "--kind", "镇、街道", "--tier", "镇街")
    county("ready", "盐窝镇", 2, "-o", "缺项.xlsx")
    filled("缺项.xlsx", {"征求意见": "5月12日"})
    taken = county("import", "缺项.xlsx", "--unit", "胜坨镇")
    assert "盐窝镇不是本单位或下属单位" in taken.out
    assert "征求意见" in missing(county, "盐窝镇", 2)
