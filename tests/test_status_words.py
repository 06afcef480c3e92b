"""A plan's own words for how far work is: taken, printed, and the same when they come back."""

import pytest

PLAN = """\
name = "甲"
code = "a"
start = 2014-02-01
end = 2014-09-30
[[statuses]]
status = "done"
words = ["整改完毕", "基本完成"]
[[statuses]]
status = "doing"
words = ["正在攻坚", "按期推进"]
"""
SHEET = "存在问题,责任单位,完成情况\n窗口慢,盐窝镇,{0}\n文件多,盐窝镇,{1}\n会议多,盐窝镇,\n"


@pytest.fixture
def office(campaign, tmp_path):
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    assert campaign("init", "--plan", "plan.toml", "--office", "垦东县").status == 0
    campaign("add-unit", "盐窝镇")
    return campaign


def take(office, tmp_path, *words):
    (tmp_path / "整改台账.csv").write_text(SHEET.format(*words), encoding="utf-8-sig")
    result = office("import", "整改台账.csv", "--unit", "盐窝镇")
    assert result.status == 0, result.out + result.err
    return {i["problem"]: (i["status"], i["status_text"]) for i in office.json("rectify")}


def test_a_sheet_may_say_them_whatever_they_mean_elsewhere(office, tmp_path):
    assert take(office, tmp_path, "基本完成", "按期推进") == {
        "窗口慢": ("done", "基本完成"),
        "文件多": ("doing", "按期推进"),
        "会议多": ("planned", None),
    }


def test_the_usual_words_are_understood_still(office, tmp_path):
    found = take(office, tmp_path, "已完成", "正在整改")
    assert [found[problem][0] for problem in ("窗口慢", "文件多")] == ["done", "doing"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_of_them_is_printed_in_every_listing(office, tmp_path, lang):
    take(office, tmp_path, "基本完成", "按期推进")
    listing = office("rectify", lang=lang).out
    assert "整改完毕" in listing
    assert "正在攻坚" in listing
    standing = office("status", lang=lang).out
    assert "整改完毕" in standing
    assert "正在攻坚" in standing
    assert "整改完毕" in office("rectify", "show", "ZG-0001", lang=lang).out
    assert {one["status"] for one in office.json("rectify")} == {"done", "doing", "planned"}


@pytest.mark.parametrize("word", ["正在攻坚", "按期推进", "整改中", "doing", "under way"])
def test_options_take_the_code_or_any_of_the_words(office, tmp_path, word):
    take(office, tmp_path, "", "")
    office("rectify", "progress", "ZG-0002", "--status", word)
    (found,) = office.json("rectify", "--status", word)
    assert (found["no"], found["status"]) == ("ZG-0002", "doing")


def test_a_word_of_none_of_them_is_refused_with_the_plans_own(office, tmp_path):
    take(office, tmp_path, "", "")
    for words in (
        ("rectify", "--status", "差不多"),
        ("rectify", "progress", "ZG-0001", "--status"),
    ):
        result = office(*words, *(["差不多"] if words[-1] == "--status" else []))
        assert result.status == 2
        assert "正在攻坚" in result.err
    (tmp_path / "坏.csv").write_text(SHEET.format("差不多", ""), encoding="utf-8-sig")
    result = office("import", "坏.csv", "--unit", "盐窝镇")
    assert result.status == 1
    assert "正在攻坚" in result.out + result.err


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_what_goes_out_has_them_and_comes_back_unchanged(office, tmp_path, suffix):
    take(office, tmp_path, "基本完成", "")
    office("rectify", "progress", "ZG-0002", "--status", "doing")
    office("rectify", "progress", "ZG-0003", "--status", "done")
    assert office("export", "rectification", "-o", f"出.{suffix}").status == 0
    if suffix == "csv":
        text = (tmp_path / "出.csv").read_text(encoding="utf-8-sig")
        for word in ("基本完成", "正在攻坚", "整改完毕"):
            assert word in text
    before = office.json("rectify")
    assert office("import", f"出.{suffix}").status == 0
    assert office.json("rectify") == before


def test_a_word_cannot_mean_two_standings(campaign, tmp_path):
    text = PLAN.replace("正在攻坚", "整改完毕")
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    result = campaign("plan", "check", "plan.toml")
    assert result.status == 1
    assert "整改完毕" in result.out


def test_a_change_of_them_moves_no_work_and_is_told(office, tmp_path):
    take(office, tmp_path, "基本完成", "按期推进")
    text = PLAN.replace("整改完毕", "已到位")
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    assert "已到位" in office("plan", "diff", "plan.toml").out
    office("plan", "use", "plan.toml")
    assert "已到位" in office("rectify").out
    assert "已完成" not in office("rectify").out
