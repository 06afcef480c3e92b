"""Milestones by the plans that ship: staggered starts, what recurs, what hangs on what."""

import csv
from pathlib import Path

import openpyxl
import pytest

from cli import matrix
from cli import wrapping

BODIES = (
    ("市委常委会", "市级班子", "县级"),
    ("市财政局", "市直机关及直属单位", "县级"),
    ("市社区党工委", "党工委", "县级"),
    ("东盛镇", "乡镇", "乡镇"),
    ("河西社区党委", "社区党委", "村级"),
    ("石井村", "村", "村级"),
    ("鸿达木业党支部", "非公有制企业和社会组织", "其他基层"),
)
START = "启动第二环节"


@pytest.fixture
def staggered(campaign):
    """Run the tool on a ledger whose units begin phase two on four dates."""
    campaign("init", "--plan", "qzlx-county-city", "--office", "桦泽市")
    for name, kind, tier in BODIES:
        campaign("add-unit", name, "--kind", kind, "--tier", tier)
    campaign("units", "edit", "市社区党工委", "--alias", "社工委")
    return campaign


def begun(campaign, unit, day):
    campaign("log-activity", "启动会", "--unit", unit, "--action", START, "--on", day, today=day)


def of(campaign, unit, action, **options):
    (found,) = [
        one
        for one in campaign.json("milestones", "--unit", unit, "--action", action, **options)
        if one["unit"] == unit
    ]
    return found


def test_four_starts_come_out_of_one_command(staggered):
    rows = staggered.json("milestones", "--action", START)
    assert [(row["unit"], row["due_on"]) for row in rows] == [
        ("市委常委会", "2014-05-16"),
        ("市财政局", "2014-05-31"),
        ("市社区党工委", "2014-05-31"),
        ("东盛镇", "2014-06-20"),
        ("河西社区党委", "2014-06-20"),
        ("石井村", "2014-06-30"),
        ("鸿达木业党支部", "2014-06-30"),
    ]
    table = staggered("milestones", "--action", START, lang="en").lines
    assert len(table) == 9
    assert table[4].split()[:3] == ["市社区党工委", START, "2014-05-31"]


@pytest.mark.parametrize(
    ("unit", "day", "status"),
    [
        ("社工委", "2014-05-31", "done"),
        ("社工委", "2014-06-01", "done_late"),
        ("河西社区党委", "2014-06-20", "done"),
        ("河西社区党委", "2014-06-21", "done_late"),
    ],
)
def test_a_start_is_in_time_until_its_own_day(staggered, unit, day, status):
    begun(staggered, unit, day)
    name = "市社区党工委" if unit == "社工委" else unit
    assert of(staggered, name, START, today="2014-07-01")["status"] == status


def test_the_late_list_of_a_day_names_whose_day_has_passed(staggered):
    def late(day):
        rows = staggered.json("milestones", "--overdue", "--action", START, today=day)
        return [row["unit"] for row in rows]

    assert late("2014-05-16") == []
    assert late("2014-05-17") == ["市委常委会"]
    assert late("2014-05-31") == ["市委常委会"]
    assert late("2014-06-01") == ["市委常委会", "市财政局", "市社区党工委"]
    assert late("2014-06-21")[3:] == ["东盛镇", "河西社区党委"]
    assert late("2014-07-01")[5:] == ["石井村", "鸿达木业党支部"]


def test_looking_back_comes_before_the_units_own_next_phase(staggered):
    """What is due 转段前 follows the day on which the unit goes on, planned or real."""
    before = of(staggered, "东盛镇", "第一环节回头看")
    assert (before["due_on"], before["due_text"]) == ("2014-06-20", "转段前")
    begun(staggered, "东盛镇", "2014-06-10")
    after = of(staggered, "东盛镇", "第一环节回头看", today="2014-06-11")
    assert (after["due_on"], after["status"]) == ("2014-06-10", "overdue")


def test_what_recurs_has_a_line_for_each_time_and_none_on_holidays(staggered):
    days = ("2014-03-03", "2014-03-11")
    for day in days:
        staggered("log-activity", "说事", "--unit", "东盛镇", "--form", "百姓说事日", "--on", day)
    rows = staggered.json("milestones", "--unit", "东盛镇", "--action", "百姓说事日")
    found = [(row["due_on"], row["done_on"], row["status"]) for row in rows]
    assert found[:3] == [
        ("2014-03-03", "2014-03-03", "done"),
        ("2014-03-10", "2014-03-11", "done_late"),
        ("2014-03-17", None, "overdue"),
    ]
    # 7 April was 清明; today is Friday, 16 May, and the next Monday is yet to come.
    assert "2014-04-07" not in {row["due_on"] for row in rows}
    assert found[-1] == ("2014-05-19", None, "due_soon")
    assert {row["required"] for row in rows} == {1}
    missed = staggered.json("milestones", "--overdue", "--action", "百姓说事日")
    assert len(missed) == len(rows) - 3


def test_what_recurs_begins_with_the_unit_and_ends_with_the_campaign(staggered):
    staggered("units", "edit", "东盛镇", "--started-on", "2014-05-06")
    rows = staggered.json("milestones", "--action", "百姓说事日", today="2014-12-31")
    assert (rows[0]["due_on"], rows[-1]["due_on"]) == ("2014-05-12", "2014-09-29")
    months = staggered.json("milestones", "--action", "每月定期包办", today="2014-12-31")
    assert [row["due_on"] for row in months] == [
        *("2014-06-30", "2014-07-31", "2014-08-31", "2014-09-30"),
    ]


@pytest.fixture
def county(campaign):
    """Run the tool on a ledger with a county's plan and one department."""
    campaign("init", "--plan", "qzlx-county")
    campaign("add-unit", "县财政局", "--kind", "县直部门单位", "--members", 83)
    return campaign


def study(campaign, form, day, *more):
    campaign("log-activity", form, "--unit", "县财政局", "--form", form, "--on", day, *more)


def test_why_tells_what_counted_what_did_not_and_by_which_rule(county):
    study(county, "集中学习讨论", "2014-03-03", "--days", 2)
    study(county, "辅导报告", "2014-03-10")
    assert of(county, "县财政局", "集中学习讨论")["count"] == 2
    said = county("milestones", "--why", "县财政局", "集中学习讨论").out
    assert said.startswith("县财政局的“集中学习讨论”：未到期，2/3。\n")
    assert (
        "按这一条：县级班子、县直部门单位、“执法监管部门和窗口单位、服务行业”、“镇、街道”，转段前。"
        in said
    )
    assert "时间不少于3天" in said
    assert "不计入：辅导报告——这3天不能用听辅导报告代替" in said
    told = county.json("milestones", "--why", "县财政局", "集中学习讨论")
    assert [(one["form"], one["counts"]) for one in told["activities"]] == [
        ("集中学习讨论", True),
        ("辅导报告", False),
    ]
    assert told["rule"]["due"] == "转段前"


def test_why_says_who_freed_a_unit_and_that_others_do_not_owe(county):
    county(
        *("milestones", "waive", "县财政局", "书记讲党课", "--waived-by", "活动办"),
        *("--why", "书记空缺", "--until", "2014-06-30"),
    )
    assert "已由活动办免去，原因：书记空缺；到：2014-06-30。" in (
        county("milestones", "--why", "县财政局", "书记讲党课").out
    )
    not_owed = county("milestones", "--why", "县财政局", "党员集中轮训")
    assert not_owed.out == "方案不要求县财政局做“党员集中轮训”。\n"
    assert county("milestones", "--why", "县财政局").err.startswith("还缺少：动作。")
    assert county("milestones", "县财政局").status == 2


def test_why_says_that_too_little_is_known_of_a_unit(county):
    county("add-unit", "县农机站", "--tier", "县级")
    said = county("milestones", "--why", "县农机站", "集中学习讨论").out
    assert "说不清方案要不要求" in said
    assert "campaign units edit 县农机站 --kind" in said
    why = county("milestones", "--why", "县财政局", "集中学习讨论").out
    assert "时限看“转入第二环节”：还没有做，也没有定日子。" in why


def test_a_per_cent_is_the_best_of_its_days_and_has_tenths(campaign, tmp_path):
    (tmp_path / "plan.toml").write_text(
        'name = "甲"\ncode = "a"\n[vocabulary.form]\nwords = ["党课"]\n[[actions]]\ncode = "x"\n'
        'name = "参学率"\nmeasure = "percent"\nrequired = 95\nforms = ["党课"]\n'
        '[[rules]]\naction = "x"\n',
        encoding="utf-8",
    )
    campaign("init", "--plan", "plan.toml")
    campaign("add-unit", "岚江县", "--members", 1660)
    for day, present in (("2014-03-03", 1602), ("2014-03-10", 800)):
        campaign(
            *("log-activity", "党课", "--unit", "岚江县", "--form", "党课", "--on", day),
            *("--present", present),
        )
    (found,) = campaign.json("milestones")
    assert (found["count"], found["status"], found["done_on"]) == (96.5, "done", "2014-03-03")
    assert "完 96.5%/95%" in campaign("milestones", "--matrix").out


def test_a_study_that_needs_a_supervisor_counts_with_one_and_why_tells_of_those_without(
    campaign, tmp_path
):
    (tmp_path / "plan.toml").write_text(
        'name = "甲"\ncode = "a"\n[vocabulary.form]\nwords = ["集中学习"]\n[[actions]]\n'
        'code = "x"\nname = "学习"\nrequired = 2\nforms = ["集中学习"]\nsupervisor = "needed"\n'
        '[[rules]]\naction = "x"\n',
        encoding="utf-8",
    )
    campaign("init", "--plan", "plan.toml")
    campaign("add-unit", "岚江县")
    log = ("--unit", "岚江县", "--form", "集中学习")
    alone = campaign("log-activity", "自学", *log, "--on", "2014-03-03", "--days", 2, lang="en")
    assert "it counts towards no action of the plan" in alone.out
    campaign("log-activity", "同学", *log, "--on", "2014-03-04", "--supervisor", "第3督导组")
    (found,) = campaign.json("milestones")
    assert (found["count"], found["required"], found["done_on"]) == (1, 2, None)
    told = campaign.json("milestones", "--why", "岚江县", "学习")
    assert [(one["title"], one["counts"]) for one in told["activities"]] == [
        ("自学", False),
        ("同学", True),
    ]
    said = campaign("milestones", "--why", "岚江县", "学习").out
    assert "不计入：要有督导组参加，没有写谁参加" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_matrix_fits_the_terminal_page_after_page(staggered, lang):
    result = staggered("milestones", "--matrix", lang=lang)
    assert result.status == 0
    assert max(map(wrapping.width, result.lines)) <= 80
    pages = "\n".join(result.lines).split("\n\n")
    assert len(pages) == 3
    # Required actions stand before elective ones, and each page names every unit.
    assert "动员大会" in pages[0]
    assert "百姓说事" in pages[1]
    for page in pages[:2]:
        assert [name for name, _, _ in BODIES if name in page] == [name for name, _, _ in BODIES]
    assert pages[2].startswith("图例" if lang == "zh" else "Legend")


def test_the_columns_of_the_matrix_stand_below_one_another(staggered):
    lines = staggered("milestones", "--matrix", "--phase", "1").lines
    rule = next(line for line in lines if line.startswith("---"))
    starts = [
        at for at, sign in enumerate(rule) if sign == "-" and (at == 0 or rule[at - 1] == " ")
    ]
    for line in lines[lines.index(rule) + 1 : -2]:
        cells = "".join(sign * wrapping.width(sign) for sign in line).ljust(len(rule))
        assert all(cells[at - 1] == " " for at in starts[1:])


def test_the_matrix_is_a_sheet_and_json_too(staggered, tmp_path):
    begun(staggered, "市委常委会", "2014-05-16")
    assert staggered("milestones", "--matrix", "-o", "m.csv").status == 0
    rows = (tmp_path / "m.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].split(",")[:3] == ["单位", "动员大会", "集中学习"]
    first = staggered.json("milestones", "--matrix")[0]
    assert first["unit"] == "市委常委会"
    assert first["second-phase"]["status"] == "done"


def test_units_stand_as_in_the_roster_unless_another_order_is_asked_for(staggered):
    begun(staggered, "石井村", "2014-05-16")
    usual = [row["unit"] for row in staggered.json("milestones", "--matrix")]
    assert usual == [name for name, _, _ in BODIES]
    asked = [row["unit"] for row in staggered.json("milestones", "--matrix", "--by-count")]
    assert asked[0] == "石井村"
    kinds = [row["kind"] for row in staggered.json("milestones", "--by-count")]
    assert kinds == sorted(kinds, key=lambda kind: kind != "required")


def test_a_unit_of_which_nothing_is_known_is_pending_not_done(staggered):
    statuses = {row["status"] for row in staggered.json("milestones", "--unit", "石井村")}
    assert not statuses & {"done", "done_late"}


def test_nothing_is_owed_where_units_arrange_themselves(campaign):
    campaign("init", "--plan", "zch-district", "--office", "某区")
    campaign("add-unit", "区财政局", "--kind", "区直机关")
    result = campaign("milestones")
    assert (result.status, result.out) == (0, "")
    assert campaign("milestones", "--overdue").out == ""
    logged = campaign(
        *("log-activity", "调研", "--unit", "区财政局", "--form", "专题调研"), lang="en"
    )
    assert "it counts towards 专题调研" in logged.out


def test_a_phase_above_one_column_is_named_whole():
    actions = [matrix.Action("x", "甲", "整改落实、建章立制", counts=False)]
    drawn = matrix.Matrix(actions, [("盐窝镇", {})])
    lines = list(matrix.lines(drawn, 80, "zh"))
    said = "".join(
        line.strip() for line in lines[: lines.index(next(x for x in lines if "--" in x))]
    )
    assert said == "整改落实、建章立制甲"


# The progress sheet --------------------------------------------------------------------------

OWN = """
name = "活动"
code = "own"
start = 2014-02-10
end = 2014-10-31

[[phases]]
code = "1"
name = "学习教育"
[[phases]]
code = "2"
name = "整改落实"

[[actions]]
code = "start"
name = "动员大会"
phase = "1"
[[actions]]
code = "extra"
name = "主题活动"
phase = "1"
kind = "elective"
[[actions]]
code = "study"
name = "集中学习"
phase = "1"
measure = "days"
required = 3
[[actions]]
code = "weekly"
name = "每周例会"
phase = "2"
every = "每周一"

[[rules]]
action = "start"
due = "2014-02-10"
[[rules]]
action = "study"
due = "2014-04-30"
[[rules]]
action = "weekly"
to = { units = ["财政局"] }
"""


@pytest.fixture
def own(campaign, tmp_path):
    """Run the tool on a ledger with a small plan and two units, on a day in March."""
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    assert campaign("init", "--plan", "own.toml", "--office", "云河市").status == 0
    campaign("add-unit", "财政局")
    campaign("add-unit", "审计局")
    return campaign


def taken(campaign, text):
    rows = [line.split() for line in text.strip().splitlines()]
    path = Path("进度表.csv")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return campaign("import", path)


def test_days_that_are_too_few_are_not_enough_and_enough_of_them_tell_when(own):
    taken(own, "单位 集中学习\n财政局 3月1日、3月2日\n审计局 3月1日、3月2日、5月6日")
    few, late = own.json("milestones", "--action", "集中学习")[1:]
    assert (few["status"], few["count"], few["done_on"]) == ("overdue", 2, None)
    assert (late["status"], late["count"], late["done_on"]) == ("done_late", 3, "2014-05-06")


def test_one_of_three_is_asked_about_and_no_day_of_january(own):
    result = taken(own, "单位 集中学习\n财政局 1/3")
    assert result.status == 1
    assert "“1/3”可能是日期，也可能是做了几次" in result.out
    assert of(own, "财政局", "集中学习")["count"] == 0


def test_a_stroke_neither_excuses_nor_takes_back_and_is_told(own):
    taken(own, "单位 动员大会\n财政局 2月9日")
    result = taken(own, "单位 动员大会 集中学习\n财政局 / /\n审计局 不涉及 /")
    assert result.status == 0
    assert "4 格没有改台账" in result.out
    assert of(own, "财政局", "动员大会")["done_on"] == "2014-02-09"
    assert of(own, "审计局", "动员大会")["status"] == "overdue"
    own("milestones", "waive", "审计局", "动员大会", "--waived-by", "领导小组", "--why", "撤并")
    assert "仍算应开展：审计局 集中学习。" in taken(own, "单位 动员大会 集中学习\n审计局 / /").out


def test_the_sheet_says_what_is_not_owed_and_has_the_required_actions_first(own):
    own("log-activity", "例会", "--unit", "财政局", "--action", "每周例会", "--on", "2014-02-10")
    own("milestones", "waive", "审计局", "动员大会", "--waived-by", "领导小组", "--why", "撤并")
    assert own("export", "progress", "-o", "进度表.xlsx").status == 0
    rows = list(openpyxl.load_workbook("进度表.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[3][1:] == ("动员大会", "集中学习", "主题活动", "每周例会")
    assert rows[5] == ("财政局", None, None, "/", 1)
    assert rows[6] == ("审计局", "/", None, "/", "/")
    result = own("import", "进度表.xlsx")
    assert "更新 0" in result.out
    assert "仍算应开展" not in result.out


def test_why_says_that_the_calendar_does_not_know_a_year(campaign, tmp_path):
    late = OWN.replace('2014-02-10"', '2031-09-29"').replace("2014-", "2031-")
    late = late.replace('due = "2031-04-30"', 'due = "动员大会后5个工作日内"')
    (tmp_path / "own.toml").write_text(late, encoding="utf-8")
    campaign("init", "--plan", "own.toml", "--office", "云河市", today="2031-10-10")
    campaign("add-unit", "财政局")
    said = ("--unit", "财政局", "--action", "动员大会", "--on", "2031-09-29")
    campaign("log-activity", "动员", *said, today="2031-10-10")
    for action in ("集中学习", "每周例会"):
        told = campaign("milestones", "--why", "财政局", action, today="2031-10-10").out
        assert "日历里没有 2031 年的放假调休安排" in told
    told = campaign("milestones", "--why", "财政局", "动员大会", today="2031-10-10").out
    assert "日历" not in told


def test_why_says_that_a_waiver_is_over(own):
    said = ("--waived-by", "领导小组", "--why", "撤并", "--until", "2014-05-16")
    own("milestones", "waive", "财政局", "动员大会", *said)
    assert of(own, "财政局", "动员大会")["status"] == "waived"
    later = {"today": "2014-05-17"}
    assert of(own, "财政局", "动员大会", **later)["status"] == "overdue"
    assert (
        "只免到 2014-05-16，已经过了"
        in own("milestones", "--why", "财政局", "动员大会", **later).out
    )


def test_a_waiver_until_a_day_that_is_past_is_said_to_be_over(own):
    said = ("--waived-by", "领导小组", "--why", "撤并", "--until")
    past = own("milestones", "waive", "财政局", "动员大会", *said, "2014-05-15")
    assert (past.status, "只免到 2014-05-15，已经过了" in past.err) == (0, True)
    assert own("milestones", "waive", "财政局", "动员大会", *said, "2014-05-16").err == ""
