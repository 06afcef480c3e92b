"""Milestones from the command line: what the plan asks for, done, waived, overdue."""

import pytest

from schemas import record

KEYS = [field.name for field in record.MILESTONE.fields]
PLAN = """
name = "学习教育活动"
code = "study"

[vocabulary.form]
words = ["集中学习", "专题讨论", "党课"]

[[phases]]
code = "1"
name = "学习教育、听取意见"

[[phases]]
code = "2"
name = "查摆问题、开展批评"

[[actions]]
code = "study"
name = "集中学习"
phase = "1"
measure = "days"
required = 3
forms = ["集中学习", "专题讨论"]

[[actions]]
code = "meeting"
name = "专题民主生活会"
phase = "2"

[[rules]]
action = "study"
due = "5月15日前"

[[rules]]
action = "study"
due = "6月底前"
required = 2
to = { tier = ["村级"] }

[[rules]]
action = "meeting"
due = "5月20日"
to = { units = ["财政局"] }
"""


@pytest.fixture
def planned(started, tmp_path):
    """Run the tool on a ledger whose plan asks for study and, of one unit, a meeting."""
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    result = started("plan", "use", "plan.toml")
    assert result.out == "现在用的是“学习教育活动”（study）。撤销：campaign undo 5\n"
    return started


def of(campaign, unit, action="集中学习", **options):
    found = campaign.json("milestones", "--unit", unit, "--action", action, **options)
    return next(milestone for milestone in found if milestone["unit"] == unit)


def test_a_plan_that_owes_nothing_says_so(started):
    result = started("milestones")
    assert (result.status, result.out) == (0, "")
    assert "方案没有规定动作" in result.err


def test_the_json_has_the_contracts_keys_and_values(planned):
    (found,) = planned.json("milestones", "--phase", "查摆问题")
    assert list(found) == KEYS
    assert found == {
        "campaign": "study",
        "unit": "财政局",
        "phase": "查摆问题、开展批评",
        "action": "专题民主生活会",
        "kind": "required",
        "due_on": "2014-05-20",
        "due_text": "5月20日",
        "late_after": "2014-05-20",
        "done_on": None,
        "required": 1,
        "count": 0,
        "status": "due_soon",
        "note": None,
    }


def test_overdue_begins_the_day_after_the_deadline(planned):
    assert planned.json("milestones", "--overdue", today="2014-05-15") == []
    late = planned.json("milestones", "--overdue", today="2014-05-16")
    assert [row["unit"] for row in late] == ["垦东县活动办", "财政局", "盐窝镇"]
    assert {row["status"] for row in late} == {"overdue"}
    town = planned("milestones", "--overdue", "--tier", "乡镇", today="2014-05-16")
    assert town.out.splitlines()[2].split() == [
        *("盐窝镇", "集中学习", "2014-05-15", "3", "0", "逾期"),
    ]


def test_activities_count_towards_the_action_that_has_their_form(planned):
    log = ("log-activity", "--unit", "财政局")
    first = planned(*log, "第一次学习", "--form", "集中学习", "--days", "2", "--on", "5月6日")
    assert first.out == "已记下活动 HD-0001，计入：集中学习。撤销：campaign undo 6\n"
    lecture = planned(*log, "书记讲党课", "--form", "党课", lang="en")
    assert lecture.out == (
        "Recorded activity HD-0002; it counts towards no action of the plan. "
        "To undo: campaign undo 7\n"
    )
    assert (of(planned, "财政局")["count"], of(planned, "财政局")["status"]) == (2, "overdue")
    planned(*log, "讨论", "--action", "集中学习", "--on", "2014-05-14")
    done = of(planned, "财政局")
    assert (done["count"], done["done_on"], done["status"]) == (3, "2014-05-14", "done")
    planned("undo")
    assert of(planned, "财政局")["count"] == 2


def test_a_form_that_the_plan_does_not_have_is_named(planned):
    result = planned("log-activity", "爬山", "--unit", "财政局", "--form", "集中学")
    assert result.err == "注意：方案里没有“集中学”这个词，已照原样记下；最接近的是“集中学习”。\n"


def test_a_waived_action_is_neither_missing_nor_done(planned):
    waive = (
        "milestones",
        "waive",
        "财政局",
        "集中学习",
        "--waived-by",
        "第3督导组",
        "--why",
        "已学",
    )
    result = planned(*waive, "--until", "6月1日")
    assert result.out == "已免去“财政局”的“集中学习”。撤销：campaign undo 6\n"
    assert of(planned, "财政局")["status"] == "waived"
    assert of(planned, "财政局", today="2014-06-02")["status"] == "overdue"
    assert planned(*waive, "--until", "6月1日").out == "和台账里的一样，没有改动。\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["milestones", "--phase", "第九环节"], "方案里没有“第九环节”这个环节"),
        (["milestones", "--action", "集中学"], "方案里没有“集中学”这项动作，相近的有：集中学习"),
        (["milestones", "waive", "财政局", "爬山", "--waived-by", "甲", "--why", "乙"], "方案里没有“爬山”这项动作"),
        (["milestones", "waive", "财政局", "集中学习", "--why", "乙"], "还缺少选项 --waived-by。"),
        (["log-activity", "学习", "--unit", "财政局", "--on", "2014-05-17"], "2014-05-17 还没有到"),
        (["log-activity", "学习", "--unit", "财政局", "--days", "0"], "--days 至少是 0.1"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_changes_nothing(planned, argv, said):
    before = planned.entries()
    result = planned(*argv)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(said)
    for command in result.commands():
        assert planned(*command).status == 0
    assert planned(*argv, lang="en").status == 2
    assert planned.entries() == before


def test_units_of_one_name_are_told_apart(campaign):
    campaign("init", "--plan", "qzlx-county", "--office", "垦东县")
    for town in ("盐窝镇", "胜坨镇"):
        campaign("add-unit", town, "--parent", "垦东县", "--kind", "镇、街道")
        campaign("add-unit", "新村", "--parent", town, "--kind", "村")
    named = {one["unit"] for one in campaign.json("milestones")}
    assert named == {"垦东县", "盐窝镇", "盐窝镇新村", "胜坨镇", "胜坨镇新村"}
