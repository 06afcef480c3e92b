"""Plans as data: what ships, what a plan may declare, what of it is refused."""

import tomllib
from dataclasses import replace
from datetime import UTC
from datetime import date
from datetime import datetime

import pytest

from cli import wrapping
from cli.commands.plan import show
from cli.screen import Screen
from cli.setting import Setting
from ledger import campaigns
from ledger import plans
from ledger.counting import Happened
from ledger.counting import verdict
from ledger.errors import PlanInvalid
from schemas.locale import LANGUAGES
from schemas.plan import Plan

SHIPPED = sorted(campaigns.shipped())


@pytest.mark.parametrize("name", SHIPPED)
def test_a_plan_that_ships_survives_its_file_and_the_ledger(name):
    plan = campaigns.load_plan(name)
    assert Plan.model_validate(tomllib.loads(plans.as_toml(plan))) == plan
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    assert plan.code == name


def test_the_plans_of_the_five_sources_and_a_sixth_ship():
    assert [
        *("bwcx-2019", "qzlx-city", "qzlx-county", "qzlx-county-city", "qzlx-province"),
        *("standard", "zch-district"),
    ] == SHIPPED


def test_a_city_has_eight_months_and_each_unit_three():
    plan = campaigns.load_plan("qzlx-city")
    assert plan.start
    assert plan.end
    assert (plan.end.year, plan.end.month - plan.start.month) == (plan.start.year, 8)
    assert plan.numbers.unit_months == 3
    assert [phase.name for phase in plan.phases] == [
        *("学习教育、听取意见", "查摆问题、开展批评", "整改落实、建章立制"),
    ]
    least = {action.code: (action.required, action.measure) for action in plan.actions}
    for code in ("core-study", "branch-study", "exchange"):
        assert least[code] == (1, "times")
    first = [action.code for action in plan.actions if action.phase == "1"]
    assert [code for code in first if code not in ("core-study", "branch-study", "exchange")] == [
        *("prepare", "mobilise", "listen", "mend-at-once"),
    ]
    assert len(plan.vocabulary.category.words) == 12
    assert len([word for word in plan.principles if word.startswith(("不", "防止"))]) == 8


def test_a_province_asks_for_five_days_three_discussions_and_supervises_at_three_levels():
    plan = campaigns.load_plan("qzlx-province")
    assert (plan.action("study").measure, plan.action("study").required) == ("days", 5)
    assert (plan.action("discuss").measure, plan.action("discuss").required) == ("times", 3)
    assert [one.level for one in plan.supervision] == ["省级", "市、县级", "乡镇、街道"]
    assert "四解决四推动" in plan.vocabulary.tag.words


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        ("集中学习讨论", True),
        ("轮流领读", True),
        ("专家讲课", False),
        ("辅导报告", False),
        ("现场教学", False),
        ("专题教育片", False),
        ("走访调研", False),
    ],
)
def test_of_a_countys_three_days_lectures_and_films_are_none(form, counts):
    study = campaigns.load_plan("qzlx-county").action("study")
    assert (study.measure, study.required) == ("days", 3)
    for action in (None, "study"):
        held = Happened("2014-03-20", form=form, action=action)
        assert verdict(study, held).counts is counts


def test_a_study_without_a_supervisor_is_said_to_be_so():
    study = campaigns.load_plan("qzlx-county").action("study")
    held = Happened("2014-03-20", form="集中学习讨论", supervisor="无")
    alone = verdict(study, held)
    assert (alone.counts, alone.remarks) == (True, (("milestones.unsupervised", {}),))
    strict = study.model_copy(update={"supervisor": "needed"})
    assert not verdict(strict, held).counts
    assert verdict(strict, replace(held, supervisor="第3督导组")).counts


def test_a_county_has_its_talks_its_review_and_its_contact_points():
    plan = campaigns.load_plan("qzlx-county")
    assert len(plan.talks.pairs) == 3
    assert len(plan.talks.topics) == 5
    assert plan.review.chain == ("一把手", "督导组", "活动办")
    assert len(plan.review.verdicts) == 4
    mirrors = ("理论理想", "党章党纪", "民心民声", "先辈先进")
    assert plan.review.headings == (*mirrors, "“三个摆进去”")
    (rule,) = plan.contacts
    assert [point.at_least for point in rule.points] == [1, 1]
    assert rule.attends == ("life-meeting", "branch-meeting")
    assert len(plan.supervision[1].groups) == 13


def test_a_province_has_its_own_words_for_how_far_work_is():
    words = campaigns.load_plan("qzlx-province").status_codes
    assert [words.word(code, "zh") for code in ("done", "doing")] == ["整改完毕", "正积极整改中"]
    assert [words.by_word[word] for word in ("已完成", "整改中")] == ["done", "doing"]


def test_before_the_campaign_nothing_is_owed_and_three_organs_lead():
    plan = campaigns.load_plan("zch-district")
    assert (plan.phases, plan.rules, plan.reports) == ((), (), ())
    assert plan.lead_organs == ("区委组织部", "区委宣传部", "区纪委")


def test_a_later_campaign_needs_nothing_but_its_file():
    plan = campaigns.load_plan("bwcx-2019")
    assert plan.phases == ()
    measures = {action.name.partition("：")[0] for action in plan.actions if "：" in action.name}
    assert measures == {"学习教育", "调查研究", "检视问题", "整改落实"}
    assert len(plan.specials) == 8


BASE = 'name = "甲"\ncode = "a"\n[[actions]]\ncode = "x"\nname = "乙"\n'


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ('every = "有空时"', "actions.0"),
        ('forms = ["党课"]\nexcluded = { "党课" = "不算" }', "actions.0"),
        ('[[phases]]\ncode = "1"\nname = "一"\nbegins = "y"', "plan"),
        ('[[readiness]]\nphase = "1"', "plan"),
        ('[[specials]]\ncategory = "文山会海"', "plan"),
        ('[talks]\naction = "y"', "plan"),
        ('[[indicators]]\ncode = "i"\nname = "一"\nmeasure = "条"\n' * 2, "plan"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(tmp_path, more, place):
    (tmp_path / "plan.toml").write_text(BASE + more, encoding="utf-8")
    with pytest.raises(PlanInvalid) as refused:
        campaigns.load_plan(str(tmp_path / "plan.toml"))
    assert refused.value.values["place"] == place


@pytest.mark.parametrize("lang", LANGUAGES)
def test_at_a_terminal_nothing_of_a_plan_is_cut(lang, tmp_path, capsys):
    setting = Setting(
        ledger=tmp_path / "campaign.db",
        campaign=None,
        lang=lang,
        today=date(2014, 5, 16),
        now=datetime(2014, 5, 16, tzinfo=UTC),
        user="",
        interactive=True,
        width=80,
    )
    plan = campaigns.load_plan("qzlx-county")
    show._show(Screen(setting), plan)
    out = capsys.readouterr().out
    said = "".join(out.split())
    assert wrapping.MORE not in out.replace("……", "").replace("班子…开展", "")
    assert all(wrapping.width(line) <= 80 for line in out.splitlines())
    for action in plan.actions:
        assert "".join(action.name.split()) in said
        assert all("".join(reason.split()) in said for reason in action.excluded.values())
    for rule in plan.rules:
        assert "".join((rule.because or "").split()) in said
