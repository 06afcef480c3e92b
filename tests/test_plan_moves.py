"""``plan diff`` and ``plan use`` on a running ledger: what moves, and what stays done."""

import tomllib
from datetime import date

import pytest

from ledger import campaigns
from ledger import plan_diff
from ledger.store import open_ledger
from schemas.plan import Plan

PLAN = """\
name = "甲"
code = "a"
start = 2014-02-01
end = 2014-09-30
[vocabulary.form]
words = ["集中学习"]
[[actions]]
code = "study"
name = "集中学习"
measure = "days"
required = 3
forms = ["集中学习"]
[[actions]]
code = "meeting"
name = "民主生活会"
[[rules]]
action = "study"
due = "6月底前"
[[rules]]
action = "meeting"
due = "8月底前"
to = { units = ["财政局", "盐窝镇"] }
"""


@pytest.fixture
def running(started, tmp_path):
    """Run the tool on a ledger in which one of three units has done its study."""

    def write(*changed):
        text = PLAN
        for old, new in changed:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / "plan.toml").write_text(text, encoding="utf-8")

    write()
    started("plan", "use", "plan.toml")
    started(
        "log-activity",
        "学习",
        "--unit",
        "财政局",
        "--form",
        "集中学习",
        "--days",
        3,
        "--on",
        "3月5日",
    )
    started.write = write
    return started


def stands(campaign, unit, action="集中学习"):
    found = campaign.json("milestones", "--unit", unit, "--action", action)
    return next(
        (one["required"], one["late_after"], one["status"]) for one in found if one["unit"] == unit
    )


def test_what_two_plans_say_differently_is_told_by_action_and_whom_it_is_for(running):
    running.write(("required = 3", "required = 5"), ("8月底前", "7月底前"))
    result = running("plan", "diff", "plan.toml")
    assert [line.split() for line in result.lines[2:4]] == [
        ["动作", "集中学习", "至少", "3", "5"],
        ["要求", "民主生活会（财政局、盐窝镇）", "时限", "8月底前", "7月底前"],
    ]
    moved = {line.split()[0]: line.split()[1:] for line in result.lines[6:]}
    assert (moved["集中学习"], moved["民主生活会"]) == (["3", "1"], ["2"])
    by_unit = running.json("plan", "diff", "plan.toml", "--by-unit")
    assert {one["unit"]: one["move"] for one in by_unit if one["action"] == "集中学习"} == {
        "垦东县活动办": "moved",
        "盐窝镇": "moved",
        "南岭村": "moved",
        "财政局": "kept",
    }
    assert running("plan", "diff").out.startswith("这个方案收进台账后没有改过")


def test_another_plan_moves_what_is_not_done_and_keeps_what_is(running):
    running.write(("required = 3", "required = 5"), ('due = "6月底前"', 'due = "3月1日前"'))
    used = running("plan", "use", "plan.toml")
    assert "节点变动：" in used.out
    assert stands(running, "财政局") == (3, "2014-06-30", "done")
    assert stands(running, "盐窝镇") == (5, "2014-03-01", "overdue")
    assert "完成时按原方案：至少 3" in running("milestones", "--why", "财政局", "集中学习").out
    changed = running("plan", "diff")
    assert "6月底前" in changed.out
    entry = running.json("history")[0]["no"]
    running("undo", entry)
    assert stands(running, "财政局") == (3, "2014-06-30", "done")
    assert stands(running, "盐窝镇") == (3, "2014-06-30", "pending")
    assert "完成时按原方案" not in running("milestones", "--why", "财政局", "集中学习").out


def test_what_was_counted_in_another_measure_stays_done(running):
    running.write(('measure = "days"\nrequired = 3', 'measure = "times"\nrequired = 2'))
    running("plan", "use", "plan.toml")
    assert stands(running, "财政局") == (3, "2014-06-30", "done")
    assert stands(running, "盐窝镇") == (2, "2014-06-30", "pending")


def test_who_owes_more_or_less_is_told(running):
    running.write(('["财政局", "盐窝镇"]', '["财政局", "南岭村"]'))
    rows = running.json("plan", "diff", "plan.toml", "--by-unit")
    assert {(one["unit"], one["move"]) for one in rows} == {
        ("盐窝镇", "not_owed"),
        ("南岭村", "owed"),
    }


def test_a_dry_run_says_what_would_move_and_changes_nothing(running):
    before = running.entries()
    running.write(("8月底前", "7月底前"))
    dry = running("plan", "use", "plan.toml", "--dry-run")
    assert "民主生活会" in dry.out
    assert running.entries() == before
    assert stands(running, "财政局", "民主生活会")[1] == "2014-08-31"


def test_two_plans_are_compared_without_the_one_in_use(running):
    result = running("plan", "diff", "qzlx-county", "qzlx-city", lang="en")
    assert result.status == 0
    assert "code" in result.out
    assert running("plan", "diff", "standard", "standard").out == "两个方案一样。\n"
    assert running("plan", "diff", "没有").status == 2


def test_campaigns_of_one_ledger_are_never_added(running):
    """What was done in one campaign is not done in another."""
    running("plan", "use", "qzlx-county")
    running("log-activity", "学习", "--unit", "财政局", "--form", "集中学习讨论", "--days", 3)
    running("units", "edit", "财政局", "--kind", "县直部门单位")
    (here,) = running.json("milestones", "--action", "study", "--unit", "财政局")
    assert (here["campaign"], here["count"], here["status"]) == ("qzlx-county", 3, "done")
    running("plan", "use", "a")
    there = running.json("milestones", "--action", "study", "--unit", "财政局")
    assert [(one["campaign"], one["count"]) for one in there] == [("a", 3)]
    assert len(running.json("plan")) == 3


LARGE = (
    PLAN
    + """\
[[phases]]
code = "2"
name = "查摆问题"
begins = "meeting"
[[actions]]
code = "before"
name = "谈心谈话"
[[actions]]
code = "weekly"
name = "说事日"
measure = "times"
every = "每周一"
[[actions]]
code = "beside"
name = "公开承诺"
[[actions]]
code = "first"
name = "准备"
[[rules]]
action = "before"
due = "民主生活会前"
[[rules]]
action = "weekly"
[[rules]]
action = "beside"
due = "5月底前"
[[rules]]
action = "first"
due = "启动后3个月内"
"""
)


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        (('due = "8月底前"', 'due = "7月底前"'), {"meeting", "before"}),
        (('due = "6月底前"', 'due = "3月底前"'), {"study"}),
        (('due = "5月底前"', 'due = "5月底前"\nbecause = "承诺"'), {"beside"}),
        (("start = 2014-02-01", "start = 2014-03-01"), {"weekly", "first"}),
        (("end = 2014-09-30", "end = 2014-06-30"), {"weekly", "first"}),
        (("required = 3", "required = 2"), {"study"}),
        (('name = "民主生活会"', 'name = "生活会"'), {"meeting", "before"}),
        (('name = "甲"', 'name = "乙"'), set()),
        (("[vocabulary.form]", "[numbers]\ndue_soon_days = 3\n[vocabulary.form]"), None),
        (('name = "甲"', 'name = "甲"\nbatch = "第二批"'), None),
        (('code = "beside"', 'code = "aside"'), {"beside", "aside"}),
    ],
)
def test_only_what_a_change_can_move_is_worked_out_and_nothing_else_moves(
    running, change, asked, tmp_path
):
    old = Plan.model_validate(tomllib.loads(LARGE))
    text = LARGE.replace(*change)
    if "aside" in change[1]:
        text = text.replace('action = "beside"', 'action = "aside"')
    new = Plan.model_validate(tomllib.loads(text))
    (tmp_path / "plan.toml").write_text(LARGE, encoding="utf-8")
    running("plan", "use", "plan.toml")
    today = date(2014, 5, 16)
    only = plan_diff.in_question(old, new, today)
    assert only == ({action.code for action in old.actions} if asked is None else asked)
    with open_ledger(running.ledger) as ledger:
        here = (ledger.connection, campaigns.in_use(ledger.connection), today)
        narrow = [plan_diff.snapshot(*here, plan, only) for plan in (old, new)]
        whole = [plan_diff.snapshot(*here, plan) for plan in (old, new)]
    assert plan_diff.moves(*narrow) == plan_diff.moves(*whole)
