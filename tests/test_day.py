"""Days as offices type them: field guide 2, rows 25 and 28 to 32."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from schemas.day import FIRST
from schemas.day import LAST
from schemas.day import SERIALS
from schemas.day import SINCE_1904
from schemas.day import Frame
from schemas.day import read_day
from schemas.fault import Fault
from schemas.locale import LANGUAGES
from schemas.locale import say

FRAME = Frame(date(2014, 5, 16), start=date(2014, 2, 1), end=date(2014, 9, 30))
MARCH_15 = date(2014, 3, 15)


def fault_of(raw, frame=FRAME, **more):
    found = read_day(raw, frame, **more)
    assert isinstance(found, Fault)
    for lang in LANGUAGES:
        assert say(found.key, lang, **found.values)
    return found


@pytest.mark.parametrize(
    "raw",
    [
        "2014年3月15日",
        "2014年03月15日",
        "2014年3月15",
        "2014年3月15号",
        "2014 年 3 月 15 日",
        "2014.3.15",
        "2014.03.15",
        "2014.3.15.",
        "2014。3。15",
        "2014．3．15",
        "2014·3·15",
        "2014-03-15",
        "2014-3-15",
        "2014-03-15 10时",
        "2014/3/15 10点半",
        "2014.3.15 上午9时30分",
        "2014—3—15",
        "2014/3/15",
        "2014／3／15",
        "2014\\3\\15",
        "2014、3、15",
        "2014 3 15",
        "20140315",
        20140315,
        20140315.0,
        "14.3.15",
        "14/3/15",
        "14年3月15日",
        "3月15日",
        "3月15",
        "3月15号",
        "03-15",
        "3-15",
        "3/15",
        "3.15",
        "二〇一四年三月十五日",
        "二○一四年三月十五日",
        "二零一四年三月十五日",
        "二O一四年三月十五日",
        "一四年三月十五日",
        "三月十五日",
        "2O14年3月15日",
        "２０１４年３月１５日",
        "２０１４．３．１５",
        "2014-3月15日",
        "2014-03-15 00:00:00",
        "2014-03-15T08:30:00",
        "2014-03-15T08:30:00Z",
        "2014/3/15 8:30",
        "2014年3月15日上午9时30分",
        "2014年3月15日（星期六）",
        "2014年3月15日 周六 9:00",
        "今年3月15日",
        "“2014年3月15日”",
        " 2014年3月15日。\n",
        "2014年\u200b3月15日",
        "2014年3月15日_x000D_",
        "3/15/2014",
        "15/3/2014",
        41713,
        41713.0,
        41713.5,
        "41713",
        "41713.0",
        "41713.25",
        Decimal(41713),
        MARCH_15,
        datetime.fromisoformat("2014-03-15"),
        datetime(2014, 3, 15, 17, 30, tzinfo=UTC),
    ],
)
def test_every_spelling_is_the_same_day(raw):
    assert read_day(raw, FRAME) == MARCH_15


@pytest.mark.parametrize(
    "raw", [None, "", "  ", "　", "/", "\\", "-", "—", "——", "无", "暂无", "…"]
)
def test_nothing_is_nothing(raw):
    assert read_day(raw, FRAME) is None


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("二〇一四年十二月三十一日", date(2014, 12, 31)),
        ("三月廿五日", date(2014, 3, 25)),
        ("十月一日", date(2014, 10, 1)),
        ("元月5日", date(2014, 1, 5)),
        ("99.7.1", date(1999, 7, 1)),
        ("34.7.1", date(2034, 7, 1)),
        ("35.7.1", date(1935, 7, 1)),
        ("2月29日", None),
        ("2016年2月29日", date(2016, 2, 29)),
        ("去年12月5日", date(2013, 12, 5)),
        ("明年1月5日", date(2015, 1, 5)),
        ("本月20日", date(2014, 5, 20)),
        ("上月30日", date(2014, 4, 30)),
        (41820.5, date(2014, 6, 30)),
        (SERIALS.start, date(2000, 1, 1)),
        (SERIALS.stop - 1, date(2049, 12, 31)),
    ],
)
def test_single_days(raw, day):
    found = read_day(raw, FRAME)
    assert found == day if day else isinstance(found, Fault)


@pytest.mark.parametrize(
    ("raw", "key", "offer"),
    [
        (2014.1, "day_decimal", None),
        (3.1, "day_decimal", None),
        (6.3, "day_decimal", None),
        (3.15, "day_decimal", "2014-03-15"),
        (0.5, "day_decimal", None),
        ("2014.1", "day_decimal", None),
        ("6.3", "day_decimal", None),
        ("2月30日", "day_impossible", "2014-02-28"),
        ("2016年2月30日", "day_impossible", "2016-02-29"),
        ("2014.2.30", "day_impossible", "2014-02-28"),
        ("20140231", "day_impossible", "2014-02-28"),
        ("6月31日", "day_impossible", "2014-06-30"),
        ("6月0日", "day_impossible", None),
        ("2014.13.1", "month_impossible", None),
        ("13月1日", "month_impossible", None),
        ("2014年3月", "day_missing", None),
        ("2014-03", "day_missing", None),
        ("3月", "day_missing", None),
        ("3月份", "day_missing", None),
        (201403, "day_missing", None),
        (2014, "day_missing", None),
        ("15日", "month_missing", None),
        ("3/4/2014", "day_order", None),
        ("3月15日-20日", "day_several", None),
        ("3月15日至16日", "day_several", None),
        ("3月15日、4月2日", "day_several", None),
        ("2-15日", "day_several", None),
        ("2014.3.15-2014.3.20", "day_several", None),
        ("3月15日前", "day_is_deadline", None),
        ("3月15日之前", "day_is_deadline", None),
        ("3月15日左右", "day_is_deadline", None),
        ("6月底", "day_is_deadline", None),
        ("长期坚持", "day_is_deadline", None),
        ("0014-03-15", "day_far", None),
        ("2914年3月15日", "day_far", None),
        (date(914, 3, 15), "day_far", None),
        ("①2014年3月15日", "day_not_read", None),
        ("140315", "day_not_read", None),
        (140315, "day_not_read", None),
        (15, "day_not_read", None),
        (-41713, "day_not_read", None),
        (10**400, "day_not_read", None),
        (float("nan"), "day_not_read", None),
        (float("inf"), "day_not_read", None),
        (Decimal("sNaN"), "day_not_read", None),
        (True, "day_not_read", None),
        (time(9, 30), "day_not_read", None),
        ("张三", "day_not_read", None),
        ("已完成", "day_not_read", None),
        ("年" * 100_000, "day_not_read", None),
        (object(), "day_not_read", None),
    ],
)
def test_what_is_no_day_says_why(raw, key, offer):
    found = fault_of(raw)
    assert (found.key, found.offer) == (f"faults.{key}", offer)
    assert offer is None or read_day(offer, FRAME) == date.fromisoformat(offer)


def test_a_long_text_is_quoted_short():
    assert len(str(fault_of("整" * 400).values["value"])) == 30


@pytest.mark.parametrize(
    ("frame", "year"),
    [
        (Frame(date(2014, 5, 16), year=2012), 2012),
        (Frame(date(2015, 1, 5), start=date(2014, 2, 1), end=date(2014, 9, 30)), 2014),
        (Frame(date(2015, 1, 5), 2013, date(2014, 2, 1), date(2014, 9, 30)), 2013),
        (Frame(date(2014, 5, 16), start=date(2013, 6, 1), end=date(2014, 9, 30)), 2014),
        (Frame(date(2014, 5, 16), start=date(2013, 6, 1)), 2014),
        (Frame(date(2014, 5, 16)), 2014),
    ],
)
def test_a_year_not_said(frame, year):
    assert read_day("3月15日", frame) == date(year, 3, 15)


def test_a_day_is_never_moved_forward():
    assert read_day("3月15日", FRAME) == MARCH_15


def test_a_day_that_happened_does_not_lie_ahead():
    assert read_day("12月5日", FRAME) == date(2014, 12, 5)
    assert read_day("12月5日", FRAME, happened=True) == date(2013, 12, 5)
    assert read_day("12/5", FRAME, happened=True) == date(2013, 12, 5)
    assert read_day("5月16日", FRAME, happened=True) == date(2014, 5, 16)


def test_a_year_that_was_said_stands_though_the_day_lies_ahead():
    assert read_day("2014年12月5日", FRAME, happened=True) == date(2014, 12, 5)
    assert read_day("2014-12-05", FRAME, happened=True) == date(2014, 12, 5)
    assert read_day(date(2014, 12, 5), FRAME, happened=True) == date(2014, 12, 5)


def test_the_offer_for_a_day_that_happened_does_not_lie_ahead():
    assert fault_of("11月31日", happened=True).offer == "2013-11-30"


def test_the_documents_own_day_is_what_this_month_means():
    frame = Frame(date(2014, 5, 16), reference=date(2014, 2, 20))
    assert read_day("本月25日", frame) == date(2014, 2, 25)


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
    st.text("〇一二三四五六七八九十0123456789年月日号.-/、至前底 :"),
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
@given(anything, frames, st.booleans())
def test_no_input_raises(raw, frame, happened):
    found = read_day(raw, frame, happened=happened)
    if isinstance(found, Fault):
        for lang in LANGUAGES:
            assert say(found.key, lang, **found.values)
    elif found is not None:
        assert type(found) is date
        assert FIRST <= found <= LAST


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), LAST), st.booleans())
def test_a_written_day_is_read_back(day, happened):
    for written in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
        f"{day.isoformat()} 00:00:00",
    ):
        assert read_day(written, FRAME, happened=happened) == day


@pytest.mark.parametrize("words", ["2014년 3월 15일", "2014년3월15일", "3월 15일", "2014.3.15."])
def test_days_of_offices_that_write_korean(words):
    assert read_day(words, Frame(date(2014, 5, 16))) == date(2014, 3, 15)


def test_a_workbook_that_counts_from_1904():
    frame = Frame(date(2014, 5, 16), serial_shift=SINCE_1904)
    assert read_day(40358, frame) == date(2014, 6, 30)
    assert read_day("40358", frame) == date(2014, 6, 30)
    assert read_day(40358, Frame(date(2014, 5, 16))) == date(2010, 6, 29)
