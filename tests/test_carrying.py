"""Items of an earlier campaign are gone on with under their numbers, and count once."""

import pytest


@pytest.fixture
def two(campaign):
    """Run the tool on a ledger with items of a campaign before, and the next one in use."""
    campaign("init", "--plan", "zch-district", "--office", "兰亭区", today="2013-11-20")
    campaign("add-unit", "区民政局", today="2013-11-20")
    add = ("rectify", "add")
    for problem, more in (
        ("窗口办事慢", ("--due", "12月底前")),
        ("文件多", ("--due", "长期坚持")),
        ("用房超标", ()),
        ("重复登记的", ()),
    ):
        campaign(*add, problem, "--unit", "区民政局", *more, today="2013-11-20")
    campaign(*("rectify", "progress", "ZG-0001", "增开窗口"), today="2013-11-25")
    done = ("rectify", "progress", "ZG-0003", "--status", "已完成", "--done-on", "2013-11-28")
    campaign(*done, today="2013-11-28")
    campaign("rectify", "drop", "ZG-0004", "--reason", "重复", today="2013-11-28")
    campaign("plan", "use", "qzlx-county", today="2014-02-28")
    return campaign


def totals(campaign, code):
    found = campaign.json("status", "--campaign", code)["items"]
    return found["total"], found["carried_from"], found["carried_to"]


def test_what_goes_on_is_carried_over_with_number_and_campaign_and_counts_once(two):
    result = two("rectify", "carry-over", "--from", "zch-district", today="2014-03-01")
    said = "已从““转作风、促发展、惠民生”主题活动”结转 2 件，编号不变。"
    assert result.out.startswith(said)
    assert totals(two, "qzlx-county") == (2, {"zch-district": 2}, {})
    assert totals(two, "zch-district") == (1, {}, {"qzlx-county": 2})
    told = [(i["no"], i["campaign"], i["carried_from"]) for i in two.json("rectify")]
    assert told == [
        ("ZG-0001", "qzlx-county", "zch-district"),
        ("ZG-0002", "qzlx-county", "zch-district"),
    ]
    own = two("rectify", "add", "新的", "--unit", "区民政局").out
    assert "ZG-0005" in own
    listed = two.json("rectify", "--carried-from", "zch-district")
    assert [one["no"] for one in listed] == ["ZG-0001", "ZG-0002"]
    assert "其中从 zch-district 结转来 2 件" in two("status").out
    there = two("status", "--campaign", "zch-district", lang="en").out
    assert "2 more carried over to qzlx-county, and counted there" in there


def test_the_life_of_an_item_goes_on_where_it_was(two):
    two("rectify", "carry-over", "ZG-0001", "--from", "zch-district", today="2014-03-01")
    shown = two.json("rectify", "show", "ZG-0001")
    assert [note["words"] for note in shown["notes"]] == ["增开窗口"]
    (step,) = shown["steps"]
    assert (step["step"], step["day"]) == ("carry", "2014-03-01")
    assert shown["due_text"] == "12月底前"
    assert shown["due_on"] == "2013-12-31"
    assert "结转自" in two("rectify", "show", "ZG-0001").out
    assert "结转" in two("history", "ZG-0001").out


def test_it_can_be_undone_and_work_done_since_stays(two):
    two("rectify", "carry-over", "--from", "zch-district")
    entry = two.entries()
    two("rectify", "progress", "ZG-0001", "增开两个")
    assert two("undo", str(entry)).status == 0
    assert totals(two, "zch-district") == (3, {}, {})
    (kept,) = two.json("rectify", "show", "ZG-0001")["notes"][1:]
    assert kept["words"] == "增开两个"
    assert two("undo", str(entry + 2)).status == 0
    assert totals(two, "qzlx-county")[0] == 2


def test_a_second_time_and_a_dry_run_change_nothing(two):
    carry = ("rectify", "carry-over", "--from", "zch-district")
    two(*carry, "--dry-run")
    assert totals(two, "qzlx-county")[0] == 0
    two(*carry)
    before = two.entries()
    assert two(*carry).status == 0
    assert two("rectify", "carry-over", "ZG-0001", "--from", "zch-district").status == 0
    assert two.entries() == before


def test_the_same_problem_that_the_campaign_has_already_is_named_and_not_counted_twice(two):
    two("rectify", "add", "窗口办事慢", "--unit", "区民政局")
    result = two("rectify", "carry-over", "--from", "zch-district")
    assert "ZG-0001 没有结转：本活动已有同一问题 ZG-0005" in result.err
    assert totals(two, "qzlx-county") == (2, {"zch-district": 1}, {})
    two("rectify", "drop", "ZG-0005", "--reason", "重复")
    two("rectify", "carry-over", "--from", "zch-district")
    assert totals(two, "qzlx-county") == (2, {"zch-district": 2}, {})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "qzlx-county"), "不能从它自己结转"),
        (("--from", "nowhere"), "台账里没有活动“nowhere”"),
        (("ZG-0004", "--from", "zch-district"), "已经撤销"),
        (("ZG-0009", "--from", "zch-district"), "ZG-0009"),
        (("ZG-0001", "ZG-0005", "--from", "zch-district"), "不是“"),
    ],
)
def test_what_cannot_be_carried_over_is_refused_whole(two, words, said):
    two("rectify", "add", "新的", "--unit", "区民政局")
    result = two("rectify", "carry-over", *words)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert totals(two, "qzlx-county")[0] == 1


def test_a_closed_item_is_reopened_before_it_is_carried_over(two):
    for step in (("submit",), ("check", "--checked-by", "督导组"), ("close",)):
        two("rectify", step[0], "ZG-0003", *step[1:], "--campaign", "zch-district")
    result = two("rectify", "carry-over", "ZG-0003", "--from", "zch-district", lang="en")
    assert result.status == 2
    assert "campaign rectify reopen ZG-0003" in result.err


def test_a_sheet_of_the_later_campaign_finds_it_by_its_number(two, tmp_path):
    two("rectify", "carry-over", "--from", "zch-district")
    two("export", "rectification", "--for", "down", "--unit", "区民政局", "-o", "a.csv")
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert "ZG-0001" in text
    (tmp_path / "b.csv").write_text(text.replace("未启动", "整改中"), encoding="utf-8-sig")
    result = two("import", "b.csv", "--unit", "区民政局")
    assert result.status == 0, result.out + result.err
    doing = [one["no"] for one in two.json("rectify", "--status", "整改中")]
    assert doing == ["ZG-0001", "ZG-0002"]
    assert totals(two, "qzlx-county")[0] == 2
