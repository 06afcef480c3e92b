"""One cell of a progress sheet: done, how often, when, not begun, not owed, or asked about."""

from datetime import date
from datetime import datetime

import pytest

from ledger.exchange.plain import as_text
from ledger.exchange.plain import plain
from schemas.day import Frame
from schemas.fault import Fault
from schemas.progress_cell import Asked
from schemas.progress_cell import MilestoneCell
from schemas.progress_cell import read_progress

FRAME = Frame(date(2014, 6, 3), start=date(2014, 2, 28), end=date(2014, 9, 30))


def read(value, measure="days", frame=FRAME, required=1, recurs=False):
    said = as_text(value)
    asked = Asked("集中学习", measure, required, recurs)
    return read_progress(value, said, plain(said), frame, asked)


@pytest.mark.parametrize(
    "value",
    [
        True,
        "√",
        "✓",
        "✔",
        "☑",
        "✅",
        "是",
        "有",
        "●",
        "Y",
        "已完成",
        "已开展",
        "已召开",
        "完成",
        "已成立",
        "已组织",
        "已集中学习",
        "全部完成",
        "完成√",
        "√已完成",
        "已召开。",
    ],
)
def test_done(value):
    assert read(value) == MilestoneCell(True, words=as_text(value))


@pytest.mark.parametrize(
    "value",
    [
        False,
        "×",
        "✗",
        "x",
        "X",
        "否",
        "无",
        "未",
        "—",
        "-",
        "N",
        "未开展",
        "未完成",
        "未召开",
        "尚未召开",
        "暂未开展",
        "没有召开",
        "尚未启动",
        "进行中",
        "正在进行",
        "正在筹备",
        "待召开",
    ],
)
def test_not_done(value):
    assert read(value) == MilestoneCell(False, words=as_text(value))


@pytest.mark.parametrize("value", ["/", "不涉及", "不适用", "免于开展"])
def test_not_owed(value):
    assert read(value) == MilestoneCell(False, words=value, waived=True)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("5月8日", "2014-05-08"),
        ("5.18", "2014-05-18"),
        ("2014.5.8", "2014-05-08"),
        ("２０１４年５月８日", "2014-05-08"),
        ("二〇一四年五月八日", "2014-05-08"),
        ("5月8日召开", "2014-05-08"),
        ("已于5月8日召开", "2014-05-08"),
        ("于2014年5月8日召开大会", "2014-05-08"),
        ("已召开（5月8日）", "2014-05-08"),
        ("已完成，5月8日", "2014-05-08"),
        ("√（5月8日）", "2014-05-08"),
        ("√5月8日", "2014-05-08"),
        ("是(5.18)", "2014-05-18"),
        ("5月8日-10日", "2014-05-10"),
        ("5月8日至10日", "2014-05-10"),
        ("5月8日、5月9日", "2014-05-09"),
        ("4月28日—5月2日", "2014-05-02"),
        ("12月20日", "2013-12-20"),
    ],
)
def test_done_on_a_day_the_last_of_several(value, day):
    frame = Frame(date(2014, 6, 3), start=date(2013, 7, 1), end=date(2014, 9, 30), year=2014)
    assert read(value, frame=frame) == MilestoneCell(True, day, words=value)


@pytest.mark.parametrize("value", [date(2014, 5, 8), datetime(2014, 5, 8, 9, 30), 41767, 41767.5])
def test_a_day_that_the_workbook_keeps(value):
    assert read(value) == MilestoneCell(True, "2014-05-08")


def test_a_day_of_a_workbook_that_counts_from_1904():
    frame = Frame(date(2014, 6, 3), start=date(2014, 2, 28), serial_shift=1462)
    assert read(41767 - 1462, frame=frame) == MilestoneCell(True, "2014-05-08")


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (3, 3),
        (0, 0),
        ("0", 0),
        ("0天", 0),
        ("3", 3),
        ("3天", 3),
        ("三天", 3),
        ("完成3天", 3),
        ("已完成3天", 3),
        ("已学习3天", 3),
        ("共3天", 3),
        ("3天（5月8日-10日）", 3),
        ("5月8日，3天", 3),
        ("√（2天）", 2),
        ("已完成（2天）", 2),
        ("已开3天", 3),
    ],
)
def test_how_many_is_for_the_rule_to_judge(value, count):
    found = read(value)
    assert (found.done, found.done_on, found.count) == (False, None, count)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("6月10日", "faults_sheets.milestone_ahead"),
        ("2014年6月10日", "faults_sheets.milestone_ahead"),
        (date(2014, 6, 10), "faults_sheets.milestone_ahead"),
        ("6月10日召开", "faults_sheets.milestone_ahead"),
        ("15人", "faults_sheets.milestone_measure"),
        ("3场", "faults_sheets.milestone_measure"),
        ("已完成3场", "faults_sheets.milestone_measure"),
        (5.18, "faults.day_decimal"),
        ("2月30日", "faults.day_impossible"),
        ("○", "faults_sheets.milestone_unknown"),
        ("◎", "faults_sheets.milestone_unknown"),
        ("拟6月10日召开", "faults_sheets.milestone_unknown"),
        ("计划6月上旬", "faults_sheets.milestone_unknown"),
        ("6月底前", "faults_sheets.milestone_unknown"),
        ("5月", "faults_sheets.milestone_unknown"),
        ("基本完成", "faults_sheets.milestone_unknown"),
        ("已完成80%", "faults_sheets.milestone_unknown"),
        ("不少于3天", "faults_sheets.milestone_unknown"),
        ("看情况", "faults_sheets.milestone_unknown"),
        ("长期坚持", "faults_sheets.milestone_unknown"),
        ("是/否", "faults_sheets.milestone_unknown"),
    ],
)
def test_asked_about(value, key):
    found = read(value)
    assert isinstance(found, Fault)
    assert found.key == key


@pytest.mark.parametrize("value", [2.5, "2.5", 5.8])
def test_tenths_are_what_activities_come_to_or_are_asked_about(value):
    assert read(value) == MilestoneCell(False, count=float(value), words=read(value).words)
    found = read(value, measure="times")
    assert isinstance(found, Fault)


@pytest.mark.parametrize(
    ("value", "measure", "last", "count"),
    [
        ("3月1日、3月5日、3月9日", "times", "2014-03-09", 3),
        ("3月1日、5日", "times", "2014-03-05", 2),
        ("3月1日，3月1日", "times", "2014-03-01", 1),
        ("3月1日-2日、3月5日", "times", "2014-03-05", 2),
        ("3月1日-2日、3月5日", "days", "2014-03-05", 3),
        ("4月28日—5月2日", "days", "2014-05-02", 5),
        ("已学习（3月1日、3月2日）", "days", "2014-03-02", 2),
    ],
)
def test_days_that_are_named_are_counted_where_one_is_not_enough(value, measure, last, count):
    found = read(value, measure, required=3)
    assert (found.done, found.done_on, found.count) == (False, last, count)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("1/3", "faults_sheets.milestone_of"),
        ("2／3", "faults_sheets.milestone_of"),
        ("3月1日、6月9日", "faults_sheets.milestone_ahead"),
    ],
)
def test_what_may_be_less_than_enough_is_asked_about(value, key):
    found = read(value, "days", required=3)
    assert isinstance(found, Fault)
    assert found.key == key


@pytest.mark.parametrize(
    ("value", "count"), [("两天半", 2.5), ("2天半", 2.5), ("已学习1.5天", 1.5)]
)
def test_half_a_day_is_not_lost(value, count):
    assert read(value, required=3).count == count


def test_a_span_does_not_say_how_many_times():
    found = read("3月1日-9日", "times", required=3)
    assert isinstance(found, Fault)
    assert found.key == "faults_sheets.milestone_times"


def test_a_day_alone_is_the_one_on_which_it_was_enough():
    assert read("3月9日", "times", required=3) == MilestoneCell(True, "2014-03-09", words="3月9日")


@pytest.mark.parametrize("value", ["5月8日", "5月8日、5月15日", date(2014, 5, 8), "5/8"])
def test_of_what_recurs_a_day_does_not_say_how_often(value):
    found = read(value, "done", recurs=True)
    assert isinstance(found, Fault)
    assert found.key in ("faults_sheets.milestone_recurs", "faults_sheets.milestone_of")
    assert read("3次", "times", recurs=True).count == 3


@pytest.mark.parametrize(
    ("value", "count"),
    [("95%", 95), (0.95, 95), (95, 95), ("已完成80%", 80), ("96.67%", 96.67), ("九成", 90)],
)
def test_per_cents_are_read_as_such(value, count):
    found = read(value, "percent", required=90)
    assert (found.done, found.done_on, found.count) == (False, None, count)


@pytest.mark.parametrize("value", [1, 120, "120%", "约95%"])
def test_per_cents_that_cannot_be_are_asked_about(value):
    assert isinstance(read(value, "percent", required=90), Fault)
