"""Numbers as offices write them: field guide 2.2, and rows 32 to 35 of section 2."""

from datetime import UTC
from datetime import date
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from schemas.fault import Fault
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.quantity import Quantity
from schemas.quantity import print_quantity
from schemas.quantity import read_chinese_number
from schemas.quantity import read_count
from schemas.quantity import read_percent
from schemas.quantity import read_quantity


def key_of(found):
    assert isinstance(found, Fault)
    for lang in LANGUAGES:
        assert say(found.key, lang, **found.values)
    return found.key.removeprefix("faults.")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("〇", 0),
        ("零", 0),
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("廿五", 25),
        ("卅一", 31),
        ("三十一", 31),
        ("一百零五", 105),
        ("一百五", 150),
        ("一百五十", 150),
        ("二〇一四", 2014),
        ("二○一四", 2014),
        ("二零一四", 2014),
        ("二〇", 20),
        ("两千三", 2300),
        ("一千零一", 1001),
        ("一万二千三百四十五", 12345),
        ("三万五", 35000),
        ("三万零五", 30005),
        ("十二万", 120000),
        ("一亿二千万", 120000000),
        ("百", 100),
        ("万", 10000),
        ("壹佰贰拾叁", 123),
        ("", None),
        ("三四", None),
        ("七八", None),
        ("十十", None),
        ("二百零", None),
        ("万万", None),
        ("12", None),
        ("三个", None),
        ("一" * 1000, None),
    ],
)
def test_chinese_numerals(text, number):
    assert read_chinese_number(text) == number


CORPUS = [
    ("2.18万", "21800", None, None),
    ("28.5万", "285000", None, None),
    ("5万余份", "50000", "余", "份"),
    ("75.6万余条", "756000", "余", "条"),
    ("12400余人次", "12400", "余", "人次"),
    ("900多个", "900", "多", "个"),
    ("16000余名", "16000", "余", "名"),
    ("近万条", "10000", "近", "条"),
    ("9045条", "9045", None, "条"),
    ("800余份", "800", "余", "份"),
    ("50余件", "50", "余", "件"),
    ("3561个", "3561", None, "个"),
    ("不少于3天", "3", "不少于", "天"),
    ("5天以上", "5", "以上", "天"),
    ("17.3万余份", "173000", "余", "份"),
    ("232.4万余户", "2324000", "余", "户"),
    ("30.4万余人次", "304000", "余", "人次"),
    ("103800多次", "103800", "多", "次"),
    ("3.3万余条", "33000", "余", "条"),
    ("639期", "639", None, "期"),
    ("近5个月", "5", "近", "个月"),
    ("1个多月", "1", "多", "个月"),
    ("约2个多小时", "2", "约…多", "个小时"),
    ("3年多", "3", "多", "年"),
    ("20多年", "20", "多", "年"),
    ("268.9万m2", "2689000", None, "m2"),
    ("3次以上", "3", "以上", "次"),
    ("30万+", "300000", "+", None),
    ("530.2亿元", "53020000000", None, "元"),
    ("约12400人", "12400", "约", "人"),
    ("2天左右", "2", "左右", "天"),
    ("至少1次", "1", "至少", "次"),
    ("≥3次", "3", "≥", "次"),
    ("上百个", "100", "上", "个"),
    ("百余次", "100", "余", "次"),
    ("近千", "1000", "近", None),
    ("约12400人左右", "12400", "约…左右", "人"),
    ("85.36%", "85.36", None, "%"),
]


@pytest.mark.parametrize(("words", "value", "qualifier", "measure"), CORPUS)
def test_the_corpus_is_read_and_printed_back(words, value, qualifier, measure):
    found = read_quantity(words)
    assert found == Quantity(Decimal(value), qualifier, measure, words)
    assert print_quantity(found) == words


@pytest.mark.parametrize(
    ("raw", "value", "qualifier", "measure", "printed"),
    [
        ("两场", 2, None, "场", "2场"),
        ("六种意见征求方式", 6, None, "种", "6种"),
        ("9个村", 9, None, "个", "9个"),
        ("200民警", 200, None, None, "200"),
        ("1,293", 1293, None, None, "1293"),
        ("1，293名", 1293, None, "名", "1293名"),
        ("２０个", 20, None, "个", "20个"),
        ("10余万条", 100000, "余", "条", "10万余条"),
        ("三万余人", 30000, "余", "人", "3万余人"),
        ("十几个", 10, "几", "个", "10几个"),
        ("30个以上的村", 30, "以上", "个", "30个以上"),
        ("30个村以上", 30, "以上", "个", "30个以上"),
        ("30余个村", 30, "余", "个", "30余个"),
        ("3万5千", 35000, None, None, "3.5万"),
        ("1亿2千万元", 120000000, None, "元", "1.2亿元"),
        ("1.2万亿元", 1200000000000, None, "元", "1.2万亿元"),
        ("共12条", 12, None, "条", "12条"),
        ("共计约50余件", 50, "约…余", "件", "约50余件"),
        (" 800余 份 ", 800, "余", "份", "800余份"),
        (12, 12, None, None, "12"),
        (12.0, 12, None, None, "12"),
        (3.5, Decimal("3.5"), None, None, "3.5"),
        (Decimal("12.50"), Decimal("12.5"), None, None, "12.5"),
        (80, 80, None, None, "80"),
        (0, 0, None, None, "0"),
        ("0", 0, None, None, "0"),
    ],
)
def test_other_ways_to_write_a_number(raw, value, qualifier, measure, printed):
    found = read_quantity(raw)
    assert (found.value, found.qualifier, found.measure) == (value, qualifier, measure)
    assert print_quantity(found) == printed


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("1-2个", 1, 2), ("3～5次", 3, 5), ("三至五次", 3, 5), ("1-2万条", 10000, 20000)],
)
def test_a_range_has_two_ends(words, low, high):
    found = read_quantity(words)
    assert (found.value, found.up_to, found.exact) == (low, high, False)


def test_a_range_is_printed_back():
    assert print_quantity(read_quantity("1-2个")) == "1-2个"
    assert print_quantity(read_quantity("1-2万条")) == "1-2万条"


def test_another_measure_or_none_is_printed_on_demand():
    found = read_quantity("75.6万余条")
    assert print_quantity(found, measure="件") == "75.6万余件"
    assert print_quantity(found, measure="") == "75.6万余"


@pytest.mark.parametrize(
    ("quantity", "printed"),
    [
        (Quantity(Decimal(756000), "余", "条", ""), "75.6万余条"),
        (Quantity(Decimal(756050), "余", "条", ""), "756050余条"),
        (Quantity(Decimal(756000), None, "条", ""), "756000条"),
        (Quantity(Decimal(9000), "余", "条", ""), "9000余条"),
    ],
)
def test_a_sum_without_words(quantity, printed):
    assert print_quantity(quantity) == printed


def test_what_was_rounded_is_not_exact():
    assert read_quantity("9045条").exact
    assert not read_quantity("近万条").exact
    assert not read_quantity("2.18万").exact
    assert not read_quantity("800余份").exact


@pytest.mark.parametrize("raw", [None, "", " ", "/", "—", "——", "无", "-", "N/A", "…"])
def test_nothing_is_nothing_and_not_zero(raw):
    assert read_quantity(raw) is None
    assert read_count(raw) is None
    assert read_percent(raw) is None


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("数十次", "quantity_vague"),
        ("若干", "quantity_vague"),
        ("几个", "quantity_vague"),
        ("三四个", "quantity_not_read"),
        ("12万3", "quantity_not_read"),
        ("12,40", "quantity_not_read"),
        ("12 40", "quantity_not_read"),
        ("5²", "quantity_not_read"),
        ("12½", "quantity_not_read"),
        ("①", "quantity_not_read"),
        ("5-3个", "quantity_not_read"),
        ("-5", "quantity_not_read"),
        (-5, "quantity_not_read"),
        ("6月底", "quantity_not_read"),
        ("3月15日", "quantity_not_read"),
        ("张三", "quantity_not_read"),
        ("12未完成", "quantity_not_read"),
        ("=SUM(A1)", "quantity_not_read"),
        ("1e5", "quantity_not_read"),
        (True, "quantity_not_read"),
        (float("nan"), "quantity_not_read"),
        (float("inf"), "quantity_not_read"),
        (10**400, "quantity_not_read"),
        (Decimal("sNaN"), "quantity_not_read"),
        ("9" * 100_000, "quantity_not_read"),
        (object(), "quantity_not_read"),
        (date(2014, 1, 12), "number_is_day"),
        (datetime(2014, 1, 12, tzinfo=UTC), "number_is_day"),
    ],
)
def test_what_is_no_number_says_why(raw, key):
    assert key_of(read_quantity(raw)) == key


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        (12, 12),
        ("12", 12),
        ("１２", 12),
        (12.0, 12),
        ("12.0", 12),
        ("十二", 12),
        ("12条", 12),
        ("12 条", 12),
        ("12条意见", 12),
        ("共12条", 12),
        ("1,293", 1293),
        ("两", 2),
        ("0", 0),
        ("零", 0),
        (0, 0),
        (Decimal(12), 12),
    ],
)
def test_counts(raw, count):
    found = read_count(raw)
    assert (found, type(found)) == (count, int)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("约12", "count_about"),
        ("12余条", "count_about"),
        ("1.2万", "count_about"),
        ("1-2个", "count_about"),
        ("12+", "count_about"),
        ("数十", "count_about"),
        ("12.5", "count_fraction"),
        (12.5, "count_fraction"),
        (-3, "count_negative"),
        ("-3", "count_negative"),
        ("－3", "count_negative"),
        ("abc", "count_not_read"),
        ("12%", "count_not_read"),
        ("2014年", "count_not_read"),
        ("6月底", "count_not_read"),
        ("①", "count_not_read"),
        ("第12", "count_not_read"),
        ("12、13", "count_not_read"),
        (True, "count_not_read"),
        (1e300, "count_not_read"),
        (date(1900, 1, 12), "number_is_day"),
    ],
)
def test_what_is_no_count_says_why(raw, key):
    assert key_of(read_count(raw)) == key


@pytest.mark.parametrize(
    ("raw", "per_cent"),
    [
        ("85.36%", "85.36"),
        ("85.36％", "85.36"),
        (0.8536, "85.36"),
        ("0.8536", "85.36"),
        (85.36, "85.36"),
        ("85.36", "85.36"),
        (85, "85"),
        ("完成80%", "80"),
        ("已完成80%", "80"),
        ("完成率：80%", "80"),
        ("80 %", "80"),
        ("100%", "100"),
        (100, "100"),
        ("1%", "1"),
        ("0.5%", "0.5"),
        (0.5, "50"),
        (0.1 + 0.2, "30"),
        (0.853612345, "85.3612"),
        (0, "0"),
        ("0%", "0"),
        ("八成", "80"),
        ("八成五", "85"),
        ("百分之八十五", "85"),
        ("百分之85.5", "85.5"),
    ],
)
def test_per_cent(raw, per_cent):
    found = read_percent(raw)
    assert found == Decimal(per_cent)
    assert format(found, "f") == per_cent


@pytest.mark.parametrize(
    ("raw", "key", "offer"),
    [
        (1, "percent_one", None),
        (1.0, "percent_one", None),
        ("1", "percent_one", None),
        (120, "percent_range", None),
        ("120%", "percent_range", None),
        (-1, "percent_range", None),
        ("约80%", "percent_about", "80%"),
        ("80%以上", "percent_about", "80%"),
        ("80%-90%", "percent_about", None),
        ("约120%", "percent_about", None),
        ("已完成", "percent_not_read", None),
        ("过半", "percent_not_read", None),
        ("3/4", "percent_not_read", None),
        (True, "percent_not_read", None),
        (float("nan"), "percent_not_read", None),
        (date(2014, 3, 4), "number_is_day", None),
        ("完成率" * 10_000, "percent_not_read", None),
    ],
)
def test_what_is_no_share_says_why(raw, key, offer):
    found = read_percent(raw)
    assert (key_of(found), found.offer) == (key, offer)


anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.text(),
    st.text("0123456789,.%十百千万亿余多近约以上-至条人次个两三完成率共 "),
    st.binary(),
)


@settings(deadline=None)
@given(anything)
def test_no_input_raises(raw):
    for read in (read_quantity, read_count, read_percent):
        found = read(raw)
        if isinstance(found, Fault):
            key_of(found)
        elif isinstance(found, Quantity):
            print_quantity(found)
            assert found.value >= 0


@settings(deadline=None)
@given(st.text())
def test_chinese_numerals_never_raise(text):
    found = read_chinese_number(text)
    assert found is None or found >= 0


@settings(deadline=None)
@given(
    st.integers(1, 10**7),
    st.sampled_from(["余", "多"]),
    st.sampled_from(["条", "份", "人次", ""]),
)
def test_a_printed_sum_is_read_back(value, qualifier, measure):
    printed = print_quantity(Quantity(Decimal(value), qualifier, measure or None, ""))
    found = read_quantity(printed)
    assert (found.value, found.qualifier) == (value, qualifier)
    assert print_quantity(found) == printed


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_a_written_count_is_read_back(count):
    for written in (count, float(count), str(count), f"{count:,}", f"{count}条"):
        assert read_count(written) == count


@settings(deadline=None)
@given(st.decimals(0, 100, places=2))
def test_a_written_share_is_read_back(share):
    assert read_percent(f"{share}%") == share


@pytest.mark.parametrize("words", ["312（其中预备党员12名）", "312(含预备12)", "312人。", "312,"])
def test_what_a_number_holds_and_a_stop_change_nothing(words):
    assert read_count(words) == 312
