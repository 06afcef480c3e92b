"""``plan check``: mistakes with their lines, choices to make, what to look at."""

import json

import pytest

from cli import setting

BASE = """\
name = "甲"
code = "a"
start = 2014-02-01
end = 2014-09-30
[vocabulary.tier]
words = ["县级", "乡镇"]
[vocabulary.kind]
words = ["机关", "镇"]
[[phases]]
code = "1"
name = "一"
[[actions]]
code = "x"
name = "学习"
phase = "1"
[[actions]]
code = "y"
name = "开会"
phase = "1"
"""
OWED = '[[rules]]\naction = "x"\ndue = "6月底前"\n[[rules]]\naction = "y"\ndue = "7月底前"\n'


@pytest.fixture
def checked(campaign, tmp_path):
    """Check a plan that lies in a file; return the findings as JSON has them."""

    def check(text):
        (tmp_path / "plan.toml").write_text(BASE + text, encoding="utf-8")
        result = campaign("plan", "check", "plan.toml", "--format", "json")
        found = json.loads(result.out)
        assert result.status == int(bool(found))
        return found

    return check


def test_a_sound_plan_is_said_to_be_so(campaign, tmp_path):
    (tmp_path / "plan.toml").write_text(BASE + OWED, encoding="utf-8")
    result = campaign("plan", "check", "plan.toml")
    assert (result.status, result.out) == (0, "方案检查过了，没有发现问题：甲。\n")


RULE = '[[rules]]\naction = "{action}"\ndue = "{due}"\nto = {{ {to} }}\n'


def rule(to, due="6月底前", action="x", more=""):
    return RULE.format(action=action, due=due, to=to) + more


SHARE = '[[actions]]\ncode = "z"\nname = "参学率"\nmeasure = "percent"\nrequired = 120\n'


@pytest.mark.parametrize(
    ("text", "kind", "place", "line", "said"),
    [
        (rule('tier = ["村"]'), "mistake", "rules[3].to.tier", "29", "村"),
        (rule('tier = ["乡镇"]') * 2, "mistake", "rules[3] rules[4]", "26 30", "乡镇"),
        (rule("", "联欢会前"), "mistake", "rules[3].due", "28", "看不出“联欢会"),
        (rule('tier = ["乡镇"]', "4月31日"), "mistake", "rules[3].due", "28", "4月31日"),
        (rule('tier = ["乡镇"]', "10月15日"), "warning", "rules[3].due", "28", "2014-10-15"),
        (rule('tier = ["乡镇"]', "1月15日"), "warning", "rules[3].due", "28", "2014-01-15"),
        (rule('tier = ["乡镇"]', "依次推进"), "warning", "rules[3].due", "28", "依次推进"),
        ('[[reports]]\nsheet = "weather"\n', "mistake", "reports[1].sheet", "27", "weather"),
        (SHARE, "mistake", "actions[3].required", "30", "120"),
        ('[[actions]]\ncode = "z"\nname = "没人做"\n', "warning", "actions[3]", "26", "没人做"),
        ('[[rules]]\naction = "x"\nonce = true\n', "mistake", "rules[3].once", "28", "没有这一项"),
    ],
)  # fmt: skip
def test_what_is_found_has_its_place_and_its_line(checked, text, kind, place, line, said):
    found = [one for one in checked(OWED + text) if said in one["what"]]
    assert [(one["kind"], one["place"], one["line"]) for one in found] == [(kind, place, line)]


def test_deadlines_that_hang_on_one_another_are_a_mistake(checked):
    text = rule("", "开会前") + rule("", "学习后5日内", action="y")
    (found,) = [one for one in checked(text) if "→" in one["what"]]
    assert found["what"].endswith("学习 → 开会 → 学习")


def test_a_year_that_the_calendar_does_not_know_is_told(campaign, tmp_path):
    text = (BASE + OWED).replace("2014-", "2099-")
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    (found,) = campaign("plan", "check", "plan.toml", "--format", "csv").out.splitlines()[1:]
    assert found.startswith("提醒,end,4,日历里没有 2099 年")


def test_the_double_mention_of_a_source_is_a_choice_to_make(campaign):
    result = campaign("plan", "check", "qzlx-city", lang="en")
    assert result.status == 1
    assert "rules[1] rules[2]" in result.out
    assert "3月15日左右 / 本月底之前" in result.out
    assert result.err == "1 in all: mistakes 0, choices 1, warnings 0.\n"
    for name in ("qzlx-county", "qzlx-county-city", "qzlx-province", "zch-district", "bwcx-2019"):
        assert campaign("plan", "check", name).status == 0


def test_a_choice_counts_by_its_first_line_until_it_is_made(campaign):
    campaign("init", "--plan", "qzlx-city")
    campaign("add-unit", "区财政局", "--kind", "辖市（区）机关")
    (found,) = campaign.json("milestones", "--action", "动员大会")
    assert (found["due_on"], found["late_after"]) == ("2014-03-15", "2014-03-20")
    why = campaign("milestones", "--why", "区财政局", "动员大会").out
    assert "还有一种说法，要由办公室选定：辖市（区）机关，本月底之前。" in why


def test_a_plan_in_use_is_held_against_the_units(campaign, tmp_path):
    text = BASE + OWED + rule('tier = ["乡镇"]') + rule('kind = ["镇"]', "8月底前")
    text += rule('units = ["县体育局"]', "5月底前")
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    campaign("init", "--plan", "plan.toml")
    campaign("add-unit", "盐窝镇", "--tier", "乡镇", "--kind", "镇")
    for source in ((), ("plan.toml",)):
        result = campaign("plan", "check", *source)
        assert result.status == 1
        assert "两条对同样的单位同样具体，定不了用哪一条：盐窝镇" in result.out
        assert "县体育局" in result.out
        assert "台账里没有一个单位符合这条要求的对象" in result.out
    alone = campaign("plan", "check", "qzlx-county")
    assert alone.err == "没有和台账里的单位核对：台账里没有代号为 qzlx-county 的活动。\n"


def test_what_is_no_plan_is_refused_with_its_remedy(campaign, tmp_path):
    (tmp_path / "bad.toml").write_text("name = ", encoding="utf-8")
    assert campaign("plan", "check", "bad.toml").status == 2
    assert campaign("plan", "check", "没有.toml").status == 2


def test_a_unit_that_cannot_have_its_months_is_told(campaign, tmp_path):
    text = (BASE + OWED).replace('name = "一"', 'name = "一"\nbegins = "x"')
    text = text.replace("6月底前", "7月5日前") + "[numbers]\nunit_months = 3\n"
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    campaign("init", "--plan", "plan.toml")
    campaign("add-unit", "早镇", "--started-on", "2014-03-01")
    campaign("add-unit", "迟镇", "--started-on", "2014-07-10", today="2014-08-01")
    said = [one for one in campaign("plan", "check").lines if "3 个月" in one]
    assert "“7月5日前”才启动，到 2014-09-30 不足 3 个月" in said[0]
    assert "：迟镇" in said[1]
    assert len(said) == 2


def test_a_spelling_of_two_words_is_a_mistake(checked):
    text = '[vocabulary.theme]\nwords = ["不严", "不实"]\n[vocabulary.theme.aliases]\n'
    (found,) = checked(text + '"不严" = ["松"]\n"不实" = ["松"]\n' + OWED)
    assert (found["kind"], found["place"]) == ("mistake", "vocabulary.theme.aliases.不实")
    assert "“松”既是“不严”，又是“不实”" in found["what"]


def test_two_rules_that_count_equally_are_quoted(campaign, tmp_path):
    text = BASE + OWED + rule('tier = ["乡镇"]', "3月3日") + rule('kind = ["镇"]', "4月4日")
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    result = campaign("init", "--plan", "plan.toml", "--office", "垦东县")
    assert (result.status, result.err) == (0, "")
    campaign("add-unit", "盐窝镇", "--tier", "乡镇", "--kind", "镇")
    (found,) = json.loads(campaign("plan", "check", "--format", "json").out)
    assert "“学习”有两条对同样的单位同样具体" in found["what"]
    assert "盐窝镇（“乡镇 3月3日”和“镇 4月4日”）" in found["what"]
    told = campaign("milestones", "--why", "盐窝镇", "学习").out
    assert "也说到它、而且同样具体的：镇，4月4日。定不了用哪一条：campaign plan check" in told


def test_a_plan_with_mistakes_is_taken_and_said_to_have_them(campaign, tmp_path):
    (tmp_path / "plan.toml").write_text(BASE + OWED + rule("", "4月31日"), encoding="utf-8")
    result = campaign("init", "--plan", "plan.toml", "--office", "垦东县")
    assert result.status == 0
    assert "方案里还有 2 处错误" in result.err
    used = campaign("plan", "use", "plan.toml", lang="en")
    assert "The plan has 2 mistakes that change what is owed." in used.err


def test_at_a_terminal_a_finding_is_told_whole(campaign, tmp_path, monkeypatch):
    monkeypatch.setattr(setting, "_is_terminal", lambda: True)
    (tmp_path / "plan.toml").write_text(BASE + OWED + rule('tier = ["村"]'), encoding="utf-8")
    result = campaign("plan", "check", "plan.toml")
    assert result.lines == [
        "错误 rules[3].to.tier 第 29 行",
        "    词表“层级”里没有：村。请改成词表里的词（县级、乡镇），或把它写进词表",
    ]
