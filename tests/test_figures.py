"""Reported numbers: kept exactly and in their words, added only where that is right."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import record
from schemas.quantity import Quantity
from schemas.quantity import print_quantity
from schemas.quantity import read_quantity
from schemas.rounding import least
from schemas.rounding import most
from schemas.rounding import smaller
from schemas.rounding import total

KEYS = [field.name for field in record.FIGURE.fields]

#: What offices reported: the words, the exact value, the qualifier, what was counted.
CORPUS = [
    ("2.18万", "21800", None, None),
    ("28.5万", "285000", None, None),
    ("5万余份", "50000", "余", "份"),
    ("75.6万余条", "756000", "余", "条"),
    ("12400余人次", "12400", "余", "人次"),
    ("12,400余人次", "12400", "余", "人次"),
    ("900多个", "900", "多", "个"),
    ("16000余名", "16000", "余", "名"),
    ("近万条", "10000", "近", "条"),
    ("9045条", "9045", None, "条"),
    ("9,045条", "9045", None, "条"),
    ("800余份", "800", "余", "份"),
    ("50余件", "50", "余", "件"),
    ("3561个", "3561", None, "个"),
    ("1-2个", "1", None, "个"),
    ("不少于3天", "3", "不少于", "天"),
    ("5天以上", "5", "以上", "天"),
    ("3次以上", "3", "以上", "次"),
    ("两场", "2", None, "场"),
    ("820次", "820", None, "次"),
    ("462场", "462", None, "场"),
    ("20,800多条", "20800", "多", "条"),
    ("17.3万余份", "173000", "余", "份"),
    ("30.4万余人次", "304000", "余", "人次"),
    ("2,855场", "2855", None, "场"),
    ("639期", "639", None, "期"),
    ("44,900多人", "44900", "多", "人"),
    ("103,800多次", "103800", "多", "次"),
    ("3.3万余条", "33000", "余", "条"),
    ("38,500余人次", "38500", "余", "人次"),
    ("232.4万余户", "2324000", "余", "户"),
    ("92,400多个", "92400", "多", "个"),
    ("1个多月", "1", "多", "个月"),
    ("18,969条", "18969", None, "条"),
    ("20多个村", "20", "多", "个"),
    ("100余份", "100", "余", "份"),
    ("96.5%", "96.5", None, "%"),
    ("71.49%", "71.49", None, "%"),
    ("268.9万㎡", "2689000", None, "m2"),
]


@pytest.mark.parametrize(("words", "value", "qualifier", "measure"), CORPUS)
def test_what_was_reported_is_kept_exactly_and_printed_back(
    started, words, value, qualifier, measure
):
    logged = started("log-figure", "某项指标", words, "--unit", "财政局", "--period", "2014-03")
    assert logged.status == 0, logged.err
    assert words in logged.out
    result = started("figures", "--format", "json")
    (found,) = json.loads(result.out, parse_float=lambda said: pytest.fail(f"a float: {said}"))
    assert list(found) == KEYS
    assert (found["value"], found["qualifier"], found["measure"]) == (value, qualifier, measure)
    assert found["words"] == words
    assert words in started("figures").lines[2].split()
    assert words in started("figures", lang="en").lines[2].split()


def test_a_range_has_both_ends(started):
    started("log-figure", "剖析事例", "1-2个", "--unit", "财政局")
    (found,) = started.json("figures")
    assert (found["value"], found["up_to"], found["words"]) == ("1", "2", "1-2个")


def test_what_is_not_said_is_as_the_plan_has_it(campaign):
    campaign("init", "--office", "安徽省活动办", "--plan", "qzlx-province")
    campaign("add-unit", "芜湖市")
    result = campaign("log-figure", "meetings", "5", "--unit", "安徽省活动办")
    assert result.err == ""
    campaign("log-figure", "活动方案", "9个", "--unit", "安徽省活动办", "--this-period")
    result = campaign(
        "log-figure", "督导个别谈话", "12400余", "--unit", "芜湖市", "--covers", "本级"
    )
    assert "相近的是" in result.err
    one, other, free = sorted(campaign.json("figures"), key=lambda row: row["no"])
    assert (one["indicator"], one["measure"], one["cumulative"]) == (
        "省委常委会专题研究",
        "次",
        True,
    )
    assert (one["period"], one["covers"]) == ("2014-05", "all")
    assert (other["indicator"], other["cumulative"]) == ("活动方案", False)
    assert (free["indicator"], free["cumulative"], free["covers"]) == (
        "督导个别谈话",
        False,
        "own",
    )


def test_a_plan_without_indicators_takes_any_and_says_nothing(started):
    assert started("log-figure", "任意", "3次", "--unit", "财政局").err == ""


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("指标", "数十次"), "数十次"),
        (("指标", " "), "数字是空的"),
        ((" ", "3次"), "指标是空的"),
        (("同上", "3次"), "指标是空的"),
        (("—", "3次"), "指标是空的"),
        (("指标", "3次", "--period", "2014-06"), "2014-06 还没有到"),
        (("指标", "3次", "--on", "2014-06-01"), "2014"),
        (("指标", "3次", "--covers", "一半"), "一半"),
    ],
)
def test_what_cannot_be_a_number_is_refused(started, argv, words):
    entries = started.entries()
    result = started("log-figure", *argv, "--unit", "财政局")
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert started.entries() == entries


# A cumulative number does not fall ---------------------------------------------------------


def log(started, words, period, *rest, unit="财政局", indicator="征求意见数"):
    argv = ("log-figure", indicator, words, "--unit", unit, "--period", period)
    return started(*argv, *rest)


def test_a_later_number_may_not_be_smaller(started):
    log(started, "1000条", "2014-03", "--cumulative")
    result = log(started, "980条", "2014-04", "--cumulative")
    assert result.status == 2
    assert "TJ-0001 2014-03 是 1000条，2014-04 却是 980条" in result.err
    result = log(started, "980条", "2014-04", "--cumulative", "--because", "剔除重复")
    assert result.status == 0
    assert started.json("figures", "--period", "2014-04")[0]["reason"] == "剔除重复"


def test_an_earlier_number_entered_later_may_not_be_larger(started):
    log(started, "1000条", "2014-04", "--cumulative")
    result = log(started, "1001条", "2014-02", "--cumulative")
    assert result.status == 2
    assert "后来的 2014-04 只有 1000条" in result.err
    assert log(started, "1000条", "2014-02", "--cumulative").status == 0
    assert log(started, "990条", "2014-03", "--cumulative").status == 2


def test_where_it_was_said_why_a_later_number_fell_nothing_is_asked_again(started):
    log(started, "1000条", "2014-03", "--cumulative")
    log(started, "900条", "2014-04", "--cumulative", "--because", "剔除重复")
    assert started("figures", "edit", "TJ-0001", "--value", "1010条").status == 0
    assert log(started, "800条", "2014-05", "--cumulative").status == 2


def test_a_correction_is_held_to_the_same_rule(started):
    log(started, "1000条", "2014-03", "--cumulative")
    log(started, "1200条", "2014-04", "--cumulative")
    for edit in (
        ("TJ-0001", "--value", "1300条"),
        ("TJ-0002", "--value", "900条"),
        ("TJ-0002", "--period", "2014-02"),
    ):
        result = started("figures", "edit", *edit)
        assert (result.status, result.out) == (2, ""), edit
        assert "--because" in result.err
    assert started("figures", "edit", "TJ-0002", "--source", "简报").status == 0
    lower = ("figures", "edit", "TJ-0002", "--value", "900条", "--because")
    assert started(*lower, "/").status == 2
    assert started(*lower, "x").status == 0
    assert started("figures", "edit", "TJ-0002", "--indicator", "/").status == 2


@pytest.mark.parametrize(
    ("earlier", "later", "falls"),
    [
        ("近万条", "9045条", False),
        ("75.6万余条", "75.6万条", False),
        ("12400余人次", "12450人次", False),
        ("12400余人次", "12300余人次", True),
        ("75.6万条", "755900条", False),
        ("75.6万条", "755400条", True),
        ("5天以上", "6天", False),
        ("3个", "1-3个", False),
        ("96.5%", "90%", False),
        ("100条", "90件", False),
        ("100人", "90名", True),
    ],
)
def test_only_what_is_certain_is_a_fall(started, earlier, later, falls):
    log(started, earlier, "2014-03", "--cumulative")
    assert log(started, later, "2014-04", "--cumulative").status == (2 if falls else 0)


def test_the_number_of_a_month_may_fall_and_so_may_another_kind(started):
    log(started, "1000条", "2014-03")
    assert log(started, "10条", "2014-04").status == 0
    log(started, "1000条", "2014-03", "--cumulative")
    assert log(started, "10条", "2014-04", "--cumulative", "--covers", "本级").status == 0
    assert log(started, "10条", "2014-04", "--cumulative", "--batch", "第一批").status == 0
    assert log(started, "10条", "2014-04", "--cumulative", unit="盐窝镇").status == 0


# The same number twice ---------------------------------------------------------------------


def test_the_same_number_is_recorded_once_and_a_second_source_is_kept_beside(started):
    log(started, "近万条", "2014-04", "--source", "标题")
    result = log(started, "9045条", "2014-04", "--source", "标题")
    assert result.status == 2
    assert "TJ-0001，近万条" in result.err
    result = log(started, "9045条", "2014-04", "--source", "正文")
    assert result.status == 0
    assert "TJ-0001 近万条" in result.err
    log(started, "3条", "2014-04", unit="盐窝镇")
    (found,) = started.json("figures", "--sums")
    assert (found["words"], found["why"]) == (None, "twice")
    assert found["remark"] == "不合计：财政局有两个数（TJ-0001、TJ-0002）"


# Totals ------------------------------------------------------------------------------------


def sums(started, *asked):
    return {row["indicator"]: row for row in started.json("figures", "--sums", *asked)}


def test_a_sum_of_rounded_numbers_says_so(started):
    for unit, words in (("财政局", "5,600多人"), ("盐窝镇", "3,800多人"), ("垦东县活动办", "1人")):
        log(started, words, "2014-04", "--covers", "本级", unit=unit, indicator="帮学送学")
    found = sums(started)["帮学送学"]
    assert (found["words"], found["value"], found["count"]) == ("不少于9401人", "9401", 3)
    assert found["remark"] == "含约数"


def test_own_and_all_are_never_added(started):
    log(started, "5条", "2014-04", "--covers", "本级", unit="盐窝镇")
    log(started, "7条", "2014-04", "--covers", "含下级")
    found = sums(started)["征求意见数"]
    assert (found["words"], found["why"], found["count"]) == (None, "covers", None)
    assert found["remark"] in started("figures").out
    assert "none: some own, some with all below" in started("figures", lang="en").out
    assert sums(started, "--covers", "own") == {}


def test_nothing_is_added_twice_across_nested_levels(started):
    log(started, "100条", "2014-04", unit="盐窝镇")
    log(started, "30条", "2014-04", unit="南岭村")
    log(started, "50条", "2014-04", unit="财政局")
    found = sums(started)["征求意见数"]
    assert (found["words"], found["count"], found["within"]) == ("150条", 2, 1)
    assert found["remark"] == "1 个下级的数已含在内"
    # The village's own and the town's own are of different people.
    for unit in ("盐窝镇", "南岭村", "财政局"):
        log(started, "2场", "2014-04", "--covers", "本级", unit=unit, indicator="座谈会")
    assert (sums(started)["座谈会"]["words"], sums(started)["座谈会"]["within"]) == ("6场", 0)


def test_the_office_above_all_holds_everything(started):
    log(started, "18,969条", "2014-04", unit="垦东县活动办")
    log(started, "100条", "2014-04", unit="盐窝镇")
    assert sums(started)["征求意见数"]["words"] == "18969条"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [("96.5%", "85.36%", "shares"), ("5条", "3件", "measures"), ("5条", "3%", "shares")],
)
def test_what_does_not_add_up_is_not_added(started, one, other, why):
    log(started, one, "2014-04")
    log(started, other, "2014-04", unit="盐窝镇")
    assert sums(started)["征求意见数"]["why"] == why


def test_months_batches_and_cumulative_numbers_keep_apart(started):
    log(started, "5条", "2014-03")
    log(started, "5条", "2014-04", "--cumulative")
    log(started, "5条", "2014-04", "--batch", "第一批")
    log(started, "5条", "2014-04", "--batch", "第二批", unit="盐窝镇")
    assert started.json("figures", "--sums") == []


# Listing, changing, taking back ------------------------------------------------------------


def test_the_listing_is_filtered(started):
    log(started, "100条", "2014-04", unit="盐窝镇")
    log(started, "30条", "2014-05", "--covers", "本级", "--batch", "第一批", unit="南岭村")
    log(started, "3场", "2014-05", "--cumulative", indicator="座谈会")

    def numbers(*asked):
        return [row["no"] for row in started.json("figures", *asked)]

    assert numbers("--unit", "盐窝镇") == ["TJ-0001", "TJ-0002"]
    assert numbers("--period", "2014年5月") == ["TJ-0003", "TJ-0002"]
    assert numbers("--indicator", "座谈会") == ["TJ-0003"]
    assert numbers("--covers", "own") == ["TJ-0002"]
    assert numbers("--batch", "第一批") == ["TJ-0002"]
    assert numbers("--cumulative") == ["TJ-0003"]
    assert numbers("--this-period") == ["TJ-0001", "TJ-0002"]
    result = started("figures", "-o", "统计.csv")
    assert result.status == 0


def test_a_number_is_shown_changed_dropped_and_all_of_it_is_undone(started):
    log(started, "100条", "2014-04", "--on", "4月20日")
    assert started("figures", "show", "tj1").out.startswith("统计编号   TJ-0001\n")
    before = started.json("figures")
    started(
        "figures", "edit", "TJ-0001", "--value", "近万条", "--covers", "本级", "--on", "4月25日"
    )
    (found,) = started.json("figures")
    assert (found["words"], found["value"], found["covers"], found["as_of"]) == (
        "近万条",
        "10000",
        "own",
        "2014-04-25",
    )
    told = started("history", "TJ-0001").out
    assert "近万条" in told
    assert "本级" in told
    started("undo")
    assert started.json("figures") == before
    started("figures", "drop", "TJ-0001")
    assert started.json("figures") == []
    started("undo")
    assert started.json("figures") == before
    assert started("verify").status == 0


def test_an_edit_that_says_nothing_is_refused(started):
    log(started, "100条", "2014-04")
    assert started("figures", "edit", "TJ-0001").status == 2
    assert "没有改动" in started("figures", "edit", "TJ-0001", "--value", "100条").out


def test_the_numbers_of_a_merged_unit_go_over(started):
    log(started, "100条", "2014-04", unit="南岭村")
    assert started("units", "merge", "南岭村", "--into", "盐窝镇").status == 0
    assert started.json("figures")[0]["unit"] == "盐窝镇"
    started("undo")
    assert started.json("figures")[0]["unit"] == "南岭村"


def test_a_dry_run_records_nothing(started):
    assert log(started, "100条", "2014-04", "--dry-run").status == 0
    assert started.json("figures") == []


# Rounding ----------------------------------------------------------------------------------

numbers = st.builds(
    lambda value, tail: f"{value}{tail}",
    st.integers(1, 10**6),
    st.sampled_from(["", "余", "条", "余条", "条以上", "万", "万余"]),
)


@given(words=numbers)
def test_no_number_is_smaller_than_itself_and_it_lies_between_its_ends(words):
    found = read_quantity(words)
    assert isinstance(found, Quantity)
    assert not smaller(found, found)
    high = most(found)
    assert least(found).value <= found.value
    assert high is None or found.value <= high.value


@given(one=numbers, other=numbers)
def test_of_two_numbers_at_most_one_is_smaller(one, other):
    a, b = read_quantity(one), read_quantity(other)
    assert isinstance(a, Quantity)
    assert isinstance(b, Quantity)
    assert not (smaller(a, b) and smaller(b, a))
    if smaller(a, b):
        assert a.value < b.value


@given(st.lists(numbers, min_size=1, max_size=8))
def test_a_sum_is_exact_in_its_value_and_marked_where_a_part_is_not(words):
    parts = [read_quantity(one) for one in words]
    found = total(parts)
    assert found.value == sum(part.value for part in parts)
    assert (found.qualifier is None) == all(part.exact for part in parts)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (["5,600多", "3,800多", "1,500多"], "不少于1.09万"),
        (["近万条", "9045条"], "不超过19045条"),
        (["2.18万", "1"], "约21801"),
        (["近万条", "5万余条"], "约6万条"),
        (["1-2个", "3个"], "4-5个"),
        (["1-2个", "3余个"], "约4个"),
        (["7乡镇", "81村"], "88"),
        (["0.1", "0.2"], "0.3"),
    ],
)
def test_a_sum_is_printed_with_what_it_claims(words, printed):
    assert print_quantity(total([read_quantity(one) for one in words])) == printed


def test_a_sum_has_no_rounding_of_its_own():
    assert total([read_quantity("0.1")] * 3).value == Decimal("0.3")
