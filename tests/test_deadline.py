"""Deadlines as offices write them: the corpus of field guide 2.1, and what else they type.

As there: written on 2014-05-16, in a campaign that ends on 2014-09-30.
"""

import subprocess
import sys
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from schemas.day import FIRST
from schemas.day import LAST
from schemas.day import Frame
from schemas.deadline import Deadline
from schemas.deadline import read_deadline
from schemas.fault import Fault
from schemas.locale import LANGUAGES
from schemas.locale import say

FRAME = Frame(date(2014, 5, 16), start=date(2014, 2, 20), end=date(2014, 9, 30))
RAISED_ON = date(2014, 5, 1)


def read(raw, frame=FRAME, raised_on=None):
    found = read_deadline(raw, frame, raised_on=raised_on)
    assert isinstance(found, Deadline)
    return found


def fault_of(raw, frame=FRAME):
    found = read_deadline(raw, frame)
    assert isinstance(found, Fault)
    for lang in LANGUAGES:
        assert say(found.key, lang, **found.values)
    return found


DATED = [
    # the corpus
    ("2014年3月15日", "2014-03-15"),
    ("2014.3.15", "2014-03-15"),
    ("２０１４年３月１５日", "2014-03-15"),
    ("20140315", "2014-03-15"),
    ("3月15日前", "2014-03-15"),
    ("3月15日之前", "2014-03-15"),
    ("6月底前", "2014-06-30"),
    ("6月底之前", "2014-06-30"),
    ("6月底", "2014-06-30"),
    ("6月末", "2014-06-30"),
    ("6月30日前", "2014-06-30"),
    ("5月末", "2014-05-31"),
    ("6月上旬", "2014-06-10"),
    ("6月中旬", "2014-06-20"),
    ("6月下旬", "2014-06-30"),
    ("11月初", "2014-11-10"),
    ("6月", "2014-06-30"),
    ("6月份", "2014-06-30"),
    ("2014年6月", "2014-06-30"),
    ("1-8月", "2014-08-31"),
    ("1—8月", "2014-08-31"),
    ("7、8月", "2014-08-31"),
    ("7-8月", "2014-08-31"),
    ("2014年上半年", "2014-06-30"),
    ("上半年", "2014-06-30"),
    ("二季度", "2014-06-30"),
    ("三季度末", "2014-09-30"),
    ("9月底前", "2014-09-30"),
    ("下半年", "2014-12-31"),
    ("年底前", "2014-12-31"),
    ("年内", "2014-12-31"),
    ("2014年底", "2014-12-31"),
    ("明年上半年", "2015-06-30"),
    ("本月底之前", "2014-05-31"),
    ("9月份基本结束", "2014-09-30"),
    # days
    ("2014-06-30", "2014-06-30"),
    ("2014/6/30", "2014-06-30"),
    ("2014.6.30前", "2014-06-30"),
    ("2014.9.30日前", "2014-09-30"),
    ("2014-9-30日", "2014-09-30"),
    ("2014年9.30前", "2014-09-30"),
    ("2014、6、30", "2014-06-30"),
    ("2014 6 30", "2014-06-30"),
    ("14.6.30前", "2014-06-30"),
    ("14年6月底前", "2014-06-30"),
    ("6.30前", "2014-06-30"),
    ("6.30", "2014-06-30"),
    ("6.3前", "2014-06-03"),
    ("6/30前", "2014-06-30"),
    ("6-30前", "2014-06-30"),
    ("6月30号", "2014-06-30"),
    ("8月10", "2014-08-10"),
    ("8月10日上午", "2014-08-10"),
    ("2014 年 6 月 30 日 前", "2014-06-30"),
    ("2014年6月30日17:00前", "2014-06-30"),
    ("2014年6月30日 17:00前", "2014-06-30"),
    ("2014年6月30日24时前", "2014-06-30"),
    ("6月30日下午下班前", "2014-06-30"),
    ("2014年6月30日（周一）前", "2014-06-30"),
    ("6月30日（含）前", "2014-06-30"),
    ("2014年6月30日前（含6月30日）", "2014-06-30"),
    ("2014-6-30前", "2014-06-30"),
    ("5/31/2014", "2014-05-31"),
    ("二〇一四年六月底前", "2014-06-30"),
    ("六月三十日前", "2014-06-30"),
    ("十二月三十一日前", "2014-12-31"),
    ("五月二十前", "2014-05-20"),
    ("玖月底前", "2014-09-30"),
    ("2O14年6月底", "2014-06-30"),
    ("by 2014-06-30", "2014-06-30"),
    # months and their parts
    ("七月底", "2014-07-31"),
    ("十一月底", "2014-11-30"),
    ("元月底", "2014-01-31"),
    ("2月底", "2014-02-28"),
    ("8月底之前", "2014-08-31"),
    ("6月底以前", "2014-06-30"),
    ("2014-6月底", "2014-06-30"),
    ("2014.6月底前", "2014-06-30"),
    ("2014年8月", "2014-08-31"),
    ("2014.6", "2014-06-30"),
    ("2014.10", "2014-10-31"),
    ("2014-06", "2014-06-30"),
    ("201406", "2014-06-30"),
    ("6月中", "2014-06-20"),
    ("6月上旬前", "2014-06-10"),
    ("6月内", "2014-06-30"),
    ("2014年3月内", "2014-03-31"),
    ("6月初步完成", "2014-06-30"),
    ("2015年6月底前", "2015-06-30"),
    ("2016年2月底", "2016-02-29"),
    # ranges and lists: the end counts
    ("2014年7-9月", "2014-09-30"),
    ("2014.7-9月", "2014-09-30"),
    ("2014年6-8月底", "2014-08-31"),
    ("6月-8月", "2014-08-31"),
    ("6月～8月", "2014-08-31"),
    ("3至5月", "2014-05-31"),
    ("七至九月", "2014-09-30"),
    ("5、6月份", "2014-06-30"),
    ("5月、6月", "2014-06-30"),
    ("七、八月份", "2014-08-31"),
    ("七八月", "2014-08-31"),
    ("九十月", "2014-10-31"),
    ("7一9月", "2014-09-30"),
    ("7，8月", "2014-08-31"),
    ("6月、9月、12月", "2014-12-31"),
    ("6月底、12月底前", "2014-12-31"),
    ("5月下旬至6月上旬", "2014-06-10"),
    ("5月中旬—9月底", "2014-09-30"),
    ("6月底至7月初", "2014-07-10"),
    ("6月20日-30日", "2014-06-30"),
    ("6月25-30日", "2014-06-30"),
    ("6月1日至30日前", "2014-06-30"),
    ("6月20-7月10日", "2014-07-10"),
    ("6月10日、20日、30日", "2014-06-30"),
    ("2014.6.1-2014.6.30", "2014-06-30"),
    ("2014.6.1-6.30", "2014-06-30"),
    ("6.1-6.30", "2014-06-30"),
    ("6.1-30", "2014-06-30"),
    ("2014-06-30~2014-09-30", "2014-09-30"),
    ("2014年12月至2015年3月", "2015-03-31"),
    ("2014年11月-1月", "2015-01-31"),
    ("11-1月", "2015-01-31"),
    ("12、1月", "2015-01-31"),
    ("12月、1月", "2015-01-31"),
    ("12月至次年1月", "2015-01-31"),
    ("12月25日-1月5日", "2015-01-05"),
    ("自2014年6月1日起至2014年9月30日止", "2014-09-30"),
    ("从6月开始到9月底结束", "2014-09-30"),
    ("5月起至9月底", "2014-09-30"),
    ("即日起至6月底", "2014-06-30"),
    ("2014-2016年", "2016-12-31"),
    # quarters, halves, years
    ("一季度", "2014-03-31"),
    ("2014年第三季度", "2014-09-30"),
    ("第四季度", "2014-12-31"),
    ("2014年二、三季度", "2014-09-30"),
    ("第二、第三季度", "2014-09-30"),
    ("1-3季度", "2014-09-30"),
    ("2014年前三季度", "2014-09-30"),
    ("三季度末前", "2014-09-30"),
    ("上半年内", "2014-06-30"),
    ("下半年完成", "2014-12-31"),
    ("年中", "2014-06-30"),
    ("年底", "2014-12-31"),
    ("年终", "2014-12-31"),
    ("今年内", "2014-12-31"),
    ("今年年底", "2014-12-31"),
    ("本年度内", "2014-12-31"),
    ("2014年度", "2014-12-31"),
    ("2014年", "2014-12-31"),
    ("全年", "2014-12-31"),
    ("2014年底前", "2014-12-31"),
    ("2014年年底", "2014-12-31"),
    ("明年底", "2015-12-31"),
    ("来年3月底", "2015-03-31"),
    ("次年3月底前", "2015-03-31"),
    # from the document's own day
    ("月底前", "2014-05-31"),
    ("下月10日前", "2014-06-10"),
    ("下个月底前", "2014-06-30"),
    ("本周五前", "2014-05-16"),
    ("本周内", "2014-05-18"),
    ("下周内", "2014-05-25"),
    ("本季度内", "2014-06-30"),
    ("下季度末", "2014-09-30"),
    # days with a name
    ("五一前", "2014-05-01"),
    ("“七一”前", "2014-07-01"),
    ("七·一前", "2014-07-01"),
    ("十一前", "2014-10-01"),
    ("国庆节前", "2014-10-01"),
    ("国庆前", "2014-10-01"),
    ("教师节前", "2014-09-10"),
    ("2015年元旦前", "2015-01-01"),
    # words around the day
    ("10月1日前完成", "2014-10-01"),
    ("于6月底前完成", "2014-06-30"),
    ("不迟于6月底", "2014-06-30"),
    ("最迟9月30日", "2014-09-30"),
    ("6月30日止", "2014-06-30"),
    ("截至6月30日", "2014-06-30"),
    ("截止到9月底", "2014-09-30"),
    ("力争6月底前", "2014-06-30"),
    ("争取年内", "2014-12-31"),
    ("确保在6月30日前完成", "2014-06-30"),
    ("按要求6月底前完成", "2014-06-30"),
    ("整改时限：6月底", "2014-06-30"),
    ("持续到6月底", "2014-06-30"),
    ("持续整改到6月底", "2014-06-30"),
    ("限期整改（6月底前）", "2014-06-30"),
    ("6月底之前必须完成", "2014-06-30"),
    ("2014年6月底前整改完毕", "2014-06-30"),
    ("2014年底前基本完成", "2014-12-31"),
    ("6月底前。", "2014-06-30"),
    ("（6月底前）", "2014-06-30"),
    ("6月底前（第一批）", "2014-06-30"),
    ("6月底前完成(局长负责)", "2014-06-30"),
    ("6月底前，由财政局牵头落实", "2014-06-30"),
    ("6月底前，力争提前", "2014-06-30"),
    ("6月底前完成；联系电话0511-8888888", "2014-06-30"),
    ("6月底前完成任务的50%", "2014-06-30"),
    ("6月底前完成第1、2项", "2014-06-30"),
    ("6月底前20项全部完成", "2014-06-30"),
    ("6月底前完成公务接待制度", "2014-06-30"),
    ("6月底前建立长效机制", "2014-06-30"),
    ("6月底前解决长期拖欠问题", "2014-06-30"),
    ("六月底前完成三项制度", "2014-06-30"),
    ("公务接待制度6月底前出台", "2014-06-30"),
    ("市级机关在本月底之前完成动员部署", "2014-05-31"),
    ("从现在开始,到9月份基本结束", "2014-09-30"),
    ("6月底前，每月上报进展", "2014-06-30"),
    ("6月底前完成；如有困难另行报告", "2014-06-30"),
    ("6月底前（已于5月20日完成）", "2014-06-30"),
    ("6月底前（5月20日已完成）", "2014-06-30"),
    ("原定6月底前，延期至7月底", "2014-07-31"),
    ("原定9月底前，提前至6月底前", "2014-06-30"),
    ("延期至2014年12月底前", "2014-12-31"),
    ("3月底前（原为4月底前）", "2014-03-31"),
    ("根据5月20日会议精神，6月底前完成", "2014-06-30"),
    ("6月底前完成7月份任务", "2014-06-30"),
    ("2014年6月底前完成2013年遗留问题", "2014-06-30"),
    ("八一建军节前", "2014-08-01"),
    ("立行立改，6月底前完成", "2014-06-30"),
    ("1.6月底前", "2014-06-30"),
    ("（1）6月底前", "2014-06-30"),
    ("一、6月底前", "2014-06-30"),
    ("①6月底前", "2014-06-30"),
    ("第一阶段6月底前", "2014-06-30"),
    ("6月起，8月底前完成", "2014-08-31"),
    # written in Korean
    ("2014년 6월 30일까지", "2014-06-30"),
    ("6월말", "2014-06-30"),
    ("6월말까지", "2014-06-30"),
    ("6월 중순", "2014-06-20"),
    ("2014년말까지", "2014-12-31"),
    # broken by the cell's width
    ("2014年\n6月底前", "2014-06-30"),
    ("2014年6月\n底前", "2014-06-30"),
    ("6月\n30日前", "2014-06-30"),
    ("6月30日\n前", "2014-06-30"),
]


@pytest.mark.parametrize(("words", "day"), DATED)
def test_dated(words, day):
    on = date.fromisoformat(day)
    assert read(words) == Deadline(words, on, on, "dated")


@pytest.mark.parametrize(
    "raw",
    [
        41713,
        41713.0,
        41713.5,
        "41713",
        20140315,
        date(2014, 3, 15),
        datetime(2014, 3, 15, 17, tzinfo=UTC),
        "2014-03-15 00:00:00",
        "2014/3/15 0:00:00",
        Decimal(41713),
    ],
)
def test_the_words_of_a_date_cell_are_its_day(raw):
    day = date(2014, 3, 15)
    assert read(raw) == Deadline("2014-03-15", day, day, "dated")


def test_the_words_are_kept_as_typed():
    assert read(" ６月底前，\n长期坚持 ").text == "６月底前，\n长期坚持"


@pytest.mark.parametrize("raw", [None, "", " ", "　", "\n", "\u200b", "_x000D_"])
def test_an_empty_cell_is_nothing(raw):
    assert read_deadline(raw, FRAME) is None


@pytest.mark.parametrize(
    ("words", "on", "late_after"),
    [
        ("3月15日左右", date(2014, 3, 15), date(2014, 3, 20)),
        ("3月15日前后", date(2014, 3, 15), date(2014, 3, 20)),
        ("6月底左右", date(2014, 6, 30), date(2014, 7, 5)),
        ("6月中旬左右", date(2014, 6, 20), date(2014, 6, 25)),
        ("6月份左右", date(2014, 6, 30), date(2014, 7, 5)),
        ("约6月底", date(2014, 6, 30), date(2014, 7, 5)),
        ("大约在6月底", date(2014, 6, 30), date(2014, 7, 5)),
        ("五一前后", date(2014, 5, 1), date(2014, 5, 6)),
        ("镇街机关在3月15日左右完成动员部署", date(2014, 3, 15), date(2014, 3, 20)),
    ],
)
def test_about_has_grace(words, on, late_after):
    assert read(words) == Deadline(words, on, late_after, "dated", about=True)


def test_the_grace_is_the_plans():
    frame = Frame(date(2014, 5, 16), about_days=0)
    assert read("3月15日左右", frame).late_after == date(2014, 3, 15)


IMMEDIATE = [
    "立行立改",
    "即知即改",
    "立知立改",
    "立查立改",
    "立整立改",
    "边查边改",
    "边学边查边改",
    "立即整改",
    "立即整改到位",
    "立即办",
    "立即",
    "马上办",
    "当场整改",
    "即日",
    "即日起",
    "即刻",
    "当天",
    "立行立改。",
    "即知即改，立行立改",
    "立行立改，由办公室负责",
    "immediate",
]


@pytest.mark.parametrize("words", IMMEDIATE)
def test_immediate(words):
    assert read(words) == Deadline(words, None, None, "immediate")
    late = date(2014, 5, 16)
    assert read(words, raised_on=RAISED_ON) == Deadline(words, None, late, "immediate")


def test_how_long_immediate_work_may_take_is_the_plans():
    frame = Frame(date(2014, 5, 16), immediate_days=7)
    assert read("立行立改", frame, RAISED_ON).late_after == date(2014, 5, 8)


@pytest.mark.parametrize(
    "words",
    [
        "长期坚持",
        "长期",
        "长期整改",
        "长期办",
        "持续整改",
        "持续推进",
        "常态化",
        "常态化坚持",
        "常抓不懈",
        "贯穿始终",
        "全程",
        "长期坚持。",
        "6月起长期坚持",
        "即日起长期坚持",
        "自2014年6月起长期坚持",
        "2014年3月—长期",
        "5月至长期坚持",
        "阶段性完成并长期坚持",
        "长期坚持，每月5日前报送",
        "ongoing",
    ],
)
def test_standing_work_has_no_day(words):
    assert read(words, raised_on=RAISED_ON) == Deadline(words, None, None, "standing", True)


@pytest.mark.parametrize(
    ("words", "klass", "on"),
    [
        ("2014年6月底前，长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前,长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前 长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前/长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前、长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前\n长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前（长期坚持）", "dated", date(2014, 6, 30)),
        ("6月底前完成，长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前完成整改并长期坚持", "dated", date(2014, 6, 30)),
        ("6月底前完成制度修订，并长期坚持", "dated", date(2014, 6, 30)),
        ("9月底；长期", "dated", date(2014, 9, 30)),
        ("9月底并长期", "dated", date(2014, 9, 30)),
        ("长期坚持，2014年6月底前取得阶段性成效", "dated", date(2014, 6, 30)),
        ("长期坚持（2014年12月底前取得明显成效）", "dated", date(2014, 12, 31)),
        ("立行立改，长期坚持", "immediate", None),
        ("立行立改、长期坚持", "immediate", None),
        ("立行立改并长期坚持", "immediate", None),
        ("活动结束前，长期坚持", "anchored", date(2014, 9, 30)),
    ],
)
def test_compound(words, klass, on):
    found = read(words, raised_on=RAISED_ON)
    late_after = date(2014, 5, 16) if klass == "immediate" else on
    assert (found.klass, found.on, found.standing) == (klass, on, True)
    assert found.late_after == late_after


@pytest.mark.parametrize(
    "words",
    [
        "活动结束前",
        "活动结束",
        "活动基本结束前",
        "教育实践活动结束前",
        "党的群众路线教育实践活动结束前完成",
        "整个活动结束之前",
        "主题教育结束前",
        "活动期间",
    ],
)
def test_the_campaigns_end(words):
    found = read(words)
    assert (found.klass, found.on, found.late_after) == ("anchored", FRAME.end, FRAME.end)
    unknown = read(words, Frame(date(2014, 5, 16)))
    assert (unknown.klass, unknown.on, unknown.late_after) == ("anchored", None, None)
    assert unknown.anchor


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("第二环节结束前", "第二环节结束"),
        ("第二环节结束前完成", "第二环节结束"),
        ("第3环节结束前", "第3环节结束"),
        ("第二环节", "第二环节"),
        ("第三环节期间", "第三环节"),
        ("整改落实环节结束前", "整改落实环节结束"),
        ("民主生活会前", "民主生活会"),
        ("专题民主生活会召开之前", "专题民主生活会召开"),
        ("2014年民主生活会前", "2014年民主生活会"),
        ("6月份民主生活会前", "6月份民主生活会"),
        ("年底考核前", "年底考核"),
        ("力争年底考核前", "年底考核"),
        ("总结大会前", "总结大会"),
        ("转段前", "转段"),
        ("汛期前", "汛期"),
        ("走访活动结束前", "走访活动结束"),
    ],
)
def test_an_event_to_be_looked_up(words, anchor):
    assert read(words) == Deadline(words, None, None, "anchored", anchor=anchor)


@pytest.mark.parametrize(
    ("words", "nodes"),
    [
        ("3月：摸底；6月底前：完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("3月:摸底\n6月底前:整改", [("2014-03-31", "摸底"), ("2014-06-30", "整改")]),
        ("2014年3月：摸底；6月底前：完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("摸底：3月；整改：4-6月", [("2014-03-31", "摸底"), ("2014-06-30", "整改")]),
        ("3月摸底，6月完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("3月摸底6月底前完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("①3月摸底②6月底前完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("（1）3月摸底（2）6月底前完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("1.3月摸底；2.6月底前完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("1、3月摸底；2、6月底前完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        ("一是3月底前摸底，二是6月底前完成", [("2014-03-31", "摸底"), ("2014-06-30", "完成")]),
        (
            "第一阶段：3月底前；第二阶段：6月底前",
            [("2014-03-31", "第一阶段"), ("2014-06-30", "第二阶段")],
        ),
        (
            "6月底前完成90%，9月底前全部完成",
            [("2014-06-30", "完成90%"), ("2014-09-30", "全部完成")],
        ),
        ("6月底前、9月底前分别完成", [("2014-06-30", ""), ("2014-09-30", "分别完成")]),
        ("6月底（第一批），9月底（第二批）", [("2014-06-30", ""), ("2014-09-30", "")]),
        ("2014.6.30\n2014.9.30", [("2014-06-30", ""), ("2014-09-30", "")]),
    ],
)
def test_the_last_of_several_stages_counts(words, nodes):
    steps = tuple((date.fromisoformat(day), label) for day, label in nodes)
    assert read(words) == Deadline(words, steps[-1][0], steps[-1][0], "dated", nodes=steps)


def test_stages_may_end_in_standing_work():
    found = read("3月:摸底\n6月底前:整改\n长期坚持")
    assert (found.on, found.standing, len(found.nodes)) == (date(2014, 6, 30), True, 2)


def test_the_latest_stage_counts_where_it_is_written_first():
    found = read("12月底前完成，其中6月底前完成第一批")
    assert found.on == date(2014, 12, 31)


@pytest.mark.parametrize(
    "words",
    [
        # the corpus
        "近期",
        "中期",
        "中长期",
        "待定",
        "按要求",
        "尽快",
        # said in a blank's stead
        "/",
        "—",
        "——",
        "无",
        "-",
        "同上",
        "。",
        # no day
        "适时",
        "随时",
        "短期",
        "另行通知",
        "视情况而定",
        "按进度",
        "按上级要求",
        "不定期",
        "目前",
        "年初",
        "明年初",
        "近两年",
        "3年",
        "任期内",
        "“十二五”期间",
        "已完成",
        "已于5月20日完成",
        "限期整改",
        "整改到位",
        "与教育实践活动同步",
        "建立长效机制",
        "6月中央督导组检查",
        "6月内部自查",
        "6月30个单位",
        "学年末",
        # a start and no end
        "6月起",
        "7月1日起施行",
        "6月开始",
        "国庆节后",
        "民主生活会后",
        # recurring
        "每月5日前",
        "每季度末",
        "每年年底前",
        # two meanings
        "6月前",
        "2014年6月份之前",
        "四季度前",
        "上半年前",
        "2014年前",
        "年前",
        "元旦前",
        "春节前",
        "中秋节前",
        "节前",
        "3月内",
        "两月内",
        "几月内",
        "十年内",
        "6月底前或7月底前",
        "原定6月底前",
        "根据5月20日会议精神",
        "1.5年内",
        "3-15天内完成",
        "2-15日",
        "2014年  月底前",
        "某月底前",
        "9月低前",
        "6月-",
        "2014.3—",
        "国庆期间",
        "2014年  月  日",
        "7-8前",
        "2014.5—6",
        "15日前",
        "30",
        "2014",
        "201010",
        "6-8",
        # counted from a day that is not known here
        "10日内",
        "十日内",
        "3个月内",
        "15个工作日内",
        "收到后7日内",
    ],
)
def test_what_means_no_day_keeps_its_words(words):
    assert read(words) == Deadline(words, None, None, "unclear")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("10日内", "2014-05-11"),
        ("十日内", "2014-05-11"),
        ("限7日内", "2014-05-08"),
        ("一周内", "2014-05-08"),
        ("两周", "2014-05-15"),
        ("半个月内", "2014-05-16"),
        ("一个月内", "2014-06-01"),
        ("3个月内", "2014-08-01"),
        ("两个月内完成", "2014-07-01"),
        ("半年内", "2014-11-01"),
        ("一年内", "2015-05-01"),
        ("48小时内", "2014-05-03"),
        # 1 to 3 May 2014 are a holiday, and Sunday the 4th is worked.
        ("1个工作日内", "2014-05-04"),
        ("7个工作日内办结", "2014-05-12"),
    ],
)
def test_days_counted_from_when_the_work_was_raised(words, day):
    on = date.fromisoformat(day)
    assert read(words, raised_on=RAISED_ON) == Deadline(words, on, on, "dated")


def test_the_end_of_a_month_stops_counted_months():
    assert read("1个月内", raised_on=date(2014, 1, 31)).on == date(2014, 2, 28)


def test_working_days_of_a_year_that_the_calendar_does_not_know_are_not_guessed():
    found = read_deadline("5个工作日内", FRAME, raised_on=date(2099, 7, 1))
    assert found == Fault("faults.calendar_unknown", {"year": 2099})


@pytest.mark.parametrize(
    ("raw", "key", "offer"),
    [
        (2014.1, "day_decimal", None),
        (2014.6, "day_decimal", "2014年6月"),
        (2014.12, "day_decimal", "2014年12月"),
        (6.3, "day_decimal", None),
        (3.15, "day_decimal", "2014-03-15"),
        (0.5, "day_decimal", None),
        ("2014.1", "day_decimal", None),
        ("6.3", "day_decimal", None),
        ("85.36", "day_decimal", None),
        ("2月30日", "day_impossible", "2014-02-28"),
        ("2014年2月29日前", "day_impossible", "2014-02-28"),
        ("二月三十日", "day_impossible", "2014-02-28"),
        ("6月31日前", "day_impossible", "2014-06-30"),
        ("6月31日前完成", "day_impossible", "2014-06-30"),
        ("6.31前", "day_impossible", "2014-06-30"),
        ("20140631", "day_impossible", "2014-06-30"),
        ("4月31", "day_impossible", "2014-04-30"),
        ("6月1日-31日", "day_impossible", "2014-06-30"),
        ("6月31日左右", "day_impossible", "2014-06-30左右"),
        ("6月31日前，长期坚持", "day_impossible", "2014-06-30前，长期坚持"),
        ("3月摸底；6月31日前完成", "day_impossible", "3月摸底；2014-06-30前完成"),
        ("2014.13.1", "month_impossible", None),
        ("2014年13月", "month_impossible", None),
        ("2014-13-01 00:00:00", "month_impossible", None),
        ("0月", "month_impossible", None),
        ("2999年6月底", "day_far", None),
        (date(2999, 6, 30), "day_far", None),
    ],
)
def test_impossible_days_and_typed_decimals_are_asked_about(raw, key, offer):
    found = fault_of(raw)
    assert (found.key, found.offer) == (f"faults.{key}", offer)
    assert offer is None or read(offer).on is not None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (6, "6"),
        (2014, "2014"),
        (True, "True"),
        (time(17, 30), "17:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (float("nan"), "nan"),
        (10**400, "…"),
        (Decimal("sNaN"), "sNaN"),
        (-41713, "-41713"),
        ([], "list"),
    ],
)
def test_other_cells_mean_no_day(raw, words):
    assert read(raw) == Deadline(words, None, None, "unclear")


def test_a_month_in_figures_may_be_a_number():
    assert read(201406).on == date(2014, 6, 30)


def test_prose_is_not_searched_for_days():
    words = "6月底前" + "完成整改，" * 200
    assert read(words) == Deadline(words, None, None, "unclear")


@pytest.mark.parametrize(
    ("frame", "on"),
    [
        (Frame(date(2014, 5, 16), year=2012), date(2012, 6, 30)),
        (Frame(date(2015, 1, 5), start=FRAME.start, end=FRAME.end), date(2014, 6, 30)),
        (Frame(date(2014, 5, 16), start=date(2013, 6, 1), end=FRAME.end), date(2014, 6, 30)),
        (Frame(date(2014, 12, 1)), date(2014, 6, 30)),
    ],
)
def test_a_year_not_said_is_never_moved_forward(frame, on):
    assert read("6月底前", frame).on == on


def test_relative_words_are_counted_from_the_documents_own_day():
    frame = Frame(date(2014, 5, 16), reference=date(2013, 11, 20))
    assert read("明年上半年", frame).on == date(2014, 6, 30)
    assert read("本月底之前", frame).on == date(2013, 11, 30)


def test_a_day_after_the_campaigns_end_is_taken():
    assert read("2015年3月底前").on == date(2015, 3, 31)


anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.text(),
    st.text(
        "0123456789一二三六七十年月日号.-/、至到前底末旬初内季度半上下本明左右约；，：\n长期坚持 "
    ),
    st.lists(
        st.sampled_from([words for words, _ in DATED] + IMMEDIATE + ["，", "；", "、", "至", "\n"]),
        max_size=6,
    ).map("".join),
    st.binary(),
    st.lists(st.integers()),
)
frames = st.builds(
    Frame,
    st.dates(),
    st.none() | st.integers(-10, 10_000),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.none() | st.dates(),
)


@settings(deadline=None)
@given(anything, frames, st.none() | st.dates())
def test_no_input_raises(raw, frame, raised_on):
    found = read_deadline(raw, frame, raised_on=raised_on)
    if isinstance(found, Fault):
        for lang in LANGUAGES:
            assert say(found.key, lang, **found.values)
    elif found is not None:
        assert found.klass in {"dated", "immediate", "standing", "anchored", "unclear"}
        assert (found.on is None) <= (found.klass != "dated")
        assert all(FIRST <= day <= LAST for day, _ in found.nodes)
        if found.klass == "dated":
            assert FIRST <= found.on <= LAST
            assert found.on <= found.late_after


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), LAST), frames)
def test_the_printed_day_of_a_deadline_is_read_back(day, frame):
    for written in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month}月{day.day}日前",
        f"{day.year}.{day.month}.{day.day}前",
        day,
    ):
        found = read(written, frame)
        assert (found.klass, found.on, found.late_after) == ("dated", day, day)
        assert read(found.on.isoformat(), frame).on == day


@pytest.mark.parametrize(
    "piece",
    ["6月", "1-", "6月底前", "一", "2014", "2014年", "6月1日、", "长期", "共计", "前", "（", "1、"],
)
def test_a_hostile_cell_ends_soon(piece):
    # Unbounded backtracking would not come back from any of these.
    for size in (80, 490, 100_000):
        read_deadline(piece * (size // len(piece)), FRAME)


def test_nothing_heavy_is_loaded():
    code = "import sys, schemas.deadline; print('chinese_calendar' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
