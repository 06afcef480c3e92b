"""What a time in a phrase means: 6月底, 1-8月, 下周五, 国庆节, 十个工作日.

A time is read where it stands, under the year that was said before it. Of a range or a list
of times the end counts. What says two things that no rule can decide between is no time.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from math import ceil
from typing import Final

from schemas.calendar import after_working_days
from schemas.day import CLOCK
from schemas.day import FIRST
from schemas.day import LAST
from schemas.day import YEAR
from schemas.day import Frame
from schemas.day import calendar_day
from schemas.day import end_of_month
from schemas.day import full_year
from schemas.day import last_day
from schemas.day import month_of_word
from schemas.day import said_year
from schemas.fault import Fault


@dataclass(frozen=True, slots=True)
class Scope:
    """What a time is read under: the frame, and the year that stood before it."""

    frame: Frame
    raised_on: date | None
    year: int | None = None

    def year_of(self, match: re.Match[str]) -> int:
        """Return the year of a match of ``YEAR``: said, said before, or the usual one."""
        base = self.frame.written_on
        if self.year and match["word"] in {"次年", "翌年"} and FIRST.year <= self.year <= LAST.year:
            base = date(self.year, 1, 1)
        said = said_year(match, self.frame, base)
        return said if said is not None else self.year or self.frame.usual_year


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a phrase: its last day and where its words end.

    ``rough``: a span without its end being said (6月, 三季度), so that 前 is twofold.
    """

    on: date
    stop: int
    said: bool
    rough: bool = False
    a_day: bool = False
    a_year: bool = False


_LIST: Final = "[-~至到、和与及,/]+"
_HEADS: Final = rf"(?P<heads>(?:\d{{1,2}}{_LIST})*)"
_WITHIN: Final = "内(?![部容外])"
_EARLY: Final = r"初(?!步)|中(?=$|之?前|以前|左右|完成|[-~至到、,;:])"
_PART: Final = rf"(?P<part>上旬|上?中旬|中?下旬|上半月|下半月|月?底|末|{_WITHIN}|{_EARLY})?"
_PART_DAY: Final = {"上旬": 10, "初": 10, "上半月": 15, "上中旬": 20, "中旬": 20, "中": 20}
_NO_COUNTER: Final = r"(?:[日号]|(?![\d月个天条项名家件次%人户万千百余多年旬.]))"


def _found(match: re.Match[str], on: date | Fault, **more: bool) -> Time | Fault:
    said = any(match.groupdict().get(name) for name in ("y", "yy", "word", "month"))
    return on if isinstance(on, Fault) else Time(on, match.end(), said, **more)


def _on_day(match: re.Match[str], scope: Scope) -> Time | Fault:
    day = calendar_day(match[0], scope.year_of(match), int(match["m"]), int(match["d"]))
    return _found(match, day, a_day=True)


def _in_figures(match: re.Match[str], scope: Scope) -> Time | Fault:
    year = full_year(match["y"], scope.frame.today)
    return _found(match, calendar_day(match[0], year, int(match["m"]), int(match["d"])), a_day=True)


def _month_and_day(match: re.Match[str], scope: Scope) -> Time | Fault:
    year = scope.year or scope.frame.usual_year
    day = calendar_day(match[0], year, int(match["m"]), int(match["d"] or match["d2"]))
    return _found(match, day, a_day=True)


def _in_month(match: re.Match[str], scope: Scope) -> Time | Fault | None:
    heads = [int(head) for head in re.findall(r"\d+", match["heads"])]
    month, year = int(match["m"]), scope.year_of(match)
    if not all(1 <= head <= 12 for head in heads) or _may_be_months(match):
        return None
    if heads and heads[-1] > month and _goes_round(match["heads"], heads[-1], month):
        year += 1
    return _found(match, _part_of_month(match, year, month), rough=not match["part"])


def _may_be_months(match: re.Match[str]) -> bool:
    """Tell 3月内, which people also write for three months, from 6月内 and 2014年3月内."""
    said = match["y"] or match["yy"] or match["word"]
    return match["part"] == "内" and not said and int(match["m"]) <= 3


def _goes_round(heads: str, before: int, month: int) -> bool:
    """Tell 11-1月 and 12、1月, which end in the next year, from 7、3月底, a numbered line."""
    return heads[-1] in "-~至到" or (before, month) == (12, 1)


def _part_of_month(match: re.Match[str], year: int, month: int) -> date | Fault:
    end = end_of_month(match[0], year, month)
    day = _PART_DAY.get(match["part"] or "")
    return end if isinstance(end, Fault) or day is None else end.replace(day=day)


def _in_year_and_month(match: re.Match[str], scope: Scope) -> Time | Fault:
    year = full_year(match["y"], scope.frame.today)
    return _found(match, _part_of_month(match, year, int(match["m"])), rough=not match["part"])


def _near_month(match: re.Match[str], scope: Scope) -> Time | Fault:
    year, month = month_of_word(match["month"] or "本", scope.frame.written_on)
    if match["d"]:
        return _found(match, calendar_day(match[0], year, month, int(match["d"])), a_day=True)
    return _found(match, _part_of_month(match, year, month), rough=not match["part"])


def _in_quarter(match: re.Match[str], scope: Scope) -> Time | Fault:
    end = end_of_month(match[0], scope.year_of(match), int(match["q"]) * 3)
    return _found(match, end, rough=not match["end"])


def _near_quarter(match: re.Match[str], scope: Scope) -> Time | Fault:
    day = scope.frame.written_on
    quarter = day.year * 4 + (day.month - 1) // 3 + (match["near"][0] == "下")
    end = end_of_month(match[0], quarter // 4, (quarter % 4 + 1) * 3)
    return _found(match, end, rough=not match["end"])


def _in_half(match: re.Match[str], scope: Scope) -> Time | Fault:
    end = end_of_month(match[0], scope.year_of(match), 6 if match["half"] == "上" else 12)
    return _found(match, end, rough=not match["end"])


def _in_year(match: re.Match[str], scope: Scope) -> Time | Fault | None:
    # 10年内 is ten years as well as 2010.
    if match["yy"] and match["end"] == "内":
        return None
    end = end_of_month(match[0], scope.year_of(match), 6 if match["end"] == "中" else 12)
    return _found(match, end, rough=not match["end"], a_year=not match["end"])


def _in_week(match: re.Match[str], scope: Scope) -> Time | Fault:
    today = scope.frame.written_on
    at = "一二三四五六".find(match["at"]) if match["at"] not in {None, "日", "天"} else 6
    weeks = 7 if match["week"][0] == "下" else 0
    end = days_after(today, at - today.weekday() + weeks)
    found = calendar_day(match[0], end.year, end.month, end.day)
    return _found(match, found, rough=not (match["at"] or match["end"]))


_FEASTS: Final = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "妇女": (3, 8),
    "五一": (5, 1),
    "劳动": (5, 1),
    "五四": (5, 4),
    "青年": (5, 4),
    "六一": (6, 1),
    "儿童": (6, 1),
    "七一": (7, 1),
    "建党": (7, 1),
    "八一": (8, 1),
    "建军": (8, 1),
    "教师": (9, 10),
    "十一": (10, 1),
    "国庆": (10, 1),
}


def _at_feast(match: re.Match[str], scope: Scope) -> Time | Fault | None:
    name = re.sub("[·.]", "", match["feast"])
    # New Year's Day lies at both ends of a year; only one that is said tells which.
    if name == "元旦" and not (match["y"] or match["yy"] or match["word"]):
        return None
    return _found(match, calendar_day(match[0], scope.year_of(match), *_FEASTS[name]), a_day=True)


_Reading = Callable[[re.Match[str], Scope], Time | Fault | None]
_BEHIND_FEAST: Final = "节|之?前(?!夕)|以前|左右"
_TIMES: Final[tuple[tuple[re.Pattern[str], _Reading], ...]] = tuple(
    (re.compile(pattern), reading)
    for pattern, reading in (
        (
            rf"(?P<y>\d{{4}})(?P<s>[-./、\\])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\d月])[日号]?{CLOCK}",
            _in_figures,
        ),
        (
            rf"(?<!\d)(?P<y>\d\d)(?P<s>[-./])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\d月])[日号]?{CLOCK}",
            _in_figures,
        ),
        (r"(?<!\d)(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d)", _in_figures),
        (
            rf"{YEAR}(?P<m>\d{{1,2}})月份?(?:\d{{1,2}}[日号]?{_LIST})*(?P<d>\d{{1,2}}){_NO_COUNTER}{CLOCK}",
            _on_day,
        ),
        (rf"{YEAR}{_HEADS}(?P<m>\d{{1,2}})月份?的?{_PART}", _in_month),
        (rf"(?P<y>\d{{4}})[-./](?P<m>\d{{1,2}})(?![\d./]){_PART}", _in_year_and_month),
        (
            (
                r"(?<![\d.])(?P<m>0?[1-9]|1[0-2])(?:[./](?P<d>[12]\d|3\d|0?[1-9])|-(?P<d2>1[3-9]|2\d|3\d|0[1-9])(?![日号]))"
                rf"(?![\d./月%天个年周小倍万亿元项条件次人])[日号]?{CLOCK}"
            ),
            _month_and_day,
        ),
        (
            rf"(?P<month>本|当|这个?|下个?|上个?)月份?(?:(?P<d>\d{{1,2}})[日号]{CLOCK}|{_PART})",
            _near_month,
        ),
        (r"(?<![^于在到至、:取保迟])(?P<month>)(?P<d>)月(?P<part>底|末|内)", _near_month),
        (
            rf"{YEAR}前?第?(?:[1-4](?:季度?)?{_LIST}第?)*(?P<q>[1-4])季度?(?P<end>末|底|内)?",
            _in_quarter,
        ),
        (r"(?P<near>本|这个?|下一?个?)季度?(?P<end>末|底|内)?", _near_quarter),
        (rf"{YEAR}(?P<half>[上下])半年度?(?P<end>末|底|内)?", _in_half),
        (
            rf"{YEAR}(?<![半个几多学财近])(?:年度?)?(?<=[年度])(?P<end>底|末|内|终|中(?!央))",
            _in_year,
        ),
        (
            r"(?P<week>本|这个?|下个?)(?:周|星期)(?:(?P<at>[一二三四五六日天])|(?P<end>末|内|底))?",
            _in_week,
        ),
        (
            (
                rf"{YEAR}(?P<feast>(?<![一二三四五六七八九])(?:三八|五[·.]?一|五四|六一|七[·.]?一|八一|十[·.]?一)(?={_BEHIND_FEAST})|"
                r"(?:劳动|建党|建军|儿童|青年|妇女|教师)(?=节)|国庆|元旦)节?(?!期间)"
            ),
            _at_feast,
        ),
        (
            (
                r"(?:\d{4}年?[-~至到]+)?(?:(?P<y>\d{4})年度?(?![年月底])|(?P<yy>)"
                r"(?P<word>今年|本年度?|当年|明年|来年|次年|翌年|后年|去年)|全年度?)(?P<end>内)?"
            ),
            _in_year,
        ),
    )
)
#: The characters that a time can begin with.
_BEGINS: Final = frozenset(
    "0123456789今明来次翌后去本当这下上前年月全第国元劳建儿青妇教三五六七八十"
)


def _time_at(text: str, at: int, scope: Scope) -> Time | Fault | None:
    """Return the single time that begins at a place of the text."""
    if at >= len(text) or text[at] not in _BEGINS:
        return None
    for pattern, reading in _TIMES:
        match = pattern.match(text, at)
        found = reading(match, scope) if match else None
        if found is not None:
            return found
    return None


_JOINS: Final = re.compile(r"(?:开始|起)?([-~]+|至|到|、|和|与|及|,|/)")
_ONLY_DAY: Final = re.compile(r"(\d{1,2})(?:[日号]|(?=$|之?前|以前|左右|止|[,;:]))")


def times_at(text: str, at: int, scope: Scope) -> Time | Fault | None:
    """Return the time, range or list of times that begins at a place; its end counts."""
    found = _time_at(text, at, scope)
    while isinstance(found, Time):
        joint = _JOINS.match(text, found.stop)
        further = _further(text, joint, found, scope) if joint else None
        if further is None:
            return found
        if isinstance(further, Fault):
            return further
        found = further if further.on >= found.on else replace(found, stop=further.stop)
    return found


def _further(text: str, joint: re.Match[str], first: Time, scope: Scope) -> Time | Fault | None:
    day = _ONLY_DAY.match(text, joint.end()) if first.a_day else None
    if day:
        on = calendar_day(day[0], first.on.year, first.on.month, int(day[1]))
        return on if isinstance(on, Fault) else replace(first, on=on, stop=day.end())
    further = _time_at(text, joint.end(), replace(scope, year=first.on.year))
    if not isinstance(further, Time) or further.said or further.on.month >= first.on.month:
        return further
    if not _goes_round(joint[1], first.on.month, further.on.month):
        return further
    return _time_at(text, joint.end(), replace(scope, year=first.on.year + 1))


# A number of days


_SPAN: Final = re.compile(
    r"(?:(?P<n>\d{1,3})个?(?P<unit>工作日|天|周|星期|礼拜|小时)|(?P<months>\d{1,2})个月|(?P<half>半个?月|半年)|"
    r"(?P<days>\d{1,3})[日](?=之?内|以内)|(?P<years>[1-5])年(?=之?内|以内))(?:之内|以内|内)?(?P<rest>.*)"
)


def span_at(text: str, at: int) -> re.Match[str] | None:
    """Return the number of days that a text says from a place on, its ``rest`` behind it."""
    return _SPAN.fullmatch(text, at)


def end_of_span(span: re.Match[str], start: date) -> date | Fault | None:
    """Return the day on which a number of days from a day on ends, None where it is far off.

    Working days of a year that the calendar does not know are a fault.
    """
    on = _end_of(span, start)
    return on if isinstance(on, Fault) or FIRST <= on <= LAST else None


def _end_of(match: re.Match[str], start: date) -> date | Fault:
    if match["unit"] == "工作日":
        return after_working_days(start, int(match["n"]))
    if match["months"] or match["years"] or match["half"] == "半年":
        months = int(match["months"] or 0) + 12 * int(match["years"] or 0)
        return _after_months(start, months or 6)
    if match["half"]:
        return days_after(start, 15)
    number = int(match["n"] or match["days"])
    if match["unit"] == "小时":
        return days_after(start, ceil(number / 24))
    return days_after(start, number * (7 if match["unit"] in {"周", "星期", "礼拜"} else 1))


def days_after(day: date, days: int) -> date:
    """Return a day so many days later, the calendar's first or last where it ends."""
    ordinal = day.toordinal() + days
    return date.fromordinal(max(1, min(ordinal, date.max.toordinal())))


def _after_months(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    year = min(count // 12, date.max.year)
    end = last_day(year, count % 12 + 1)
    return end.replace(day=min(day.day, end.day))
