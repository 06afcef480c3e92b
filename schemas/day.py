"""A calendar day as offices type it: 2014年3月15日, 14.3.15, 41713, 二〇一四年三月十五日.

What is not said is taken from what surrounds the value, never guessed; what may mean two
days, or none, is a fault that says so.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from typing import Final

from schemas.fault import Fault
from schemas.quantity import LONGEST
from schemas.quantity import blank
from schemas.quantity import plain
from schemas.quantity import read_chinese_number
from schemas.quantity import shown

#: The days that a ledger believes; what lies outside is a slip of the keyboard.
FIRST: Final = date(1900, 1, 1)
LAST: Final = date(2100, 12, 31)
#: How many days a workbook counts less that begins with 1904.
SINCE_1904: Final = 1462
#: The numbers that spreadsheets keep for the days of 2000 to 2049.
SERIALS: Final = range(36526, 54789)

_SERIAL_ZERO: Final = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a value, and fills in what it does not say.

    ``year`` is the sheet's (its title, its period, the other days of its column),
    ``start`` and ``end`` are the campaign's, ``reference`` is the document's own day
    (``today`` where it is not known): 本月底 and 明年 are counted from it. A workbook that
    counts its days from 1904 keeps them as numbers smaller by ``serial_shift``.
    """

    today: date
    year: int | None = None
    start: date | None = None
    end: date | None = None
    reference: date | None = None
    about_days: int = 5
    immediate_days: int = 15
    serial_shift: int = 0

    @property
    def written_on(self) -> date:
        """The day from which 本月底 and 明年 are counted."""
        return self.reference or self.today

    @property
    def usual_year(self) -> int:
        """The year of a day that does not say its own."""
        if self.year is not None:
            return self.year
        if self.start and self.end and self.start.year == self.end.year:
            return self.start.year
        return self.today.year


def read_day(raw: object, frame: Frame, *, happened: bool = False) -> date | Fault | None:
    """Return the day in a cell, None where it is blank.

    ``happened``: the day is past, so that one which does not say its year and would lie
    ahead is last year's.
    """
    if blank(raw):
        return None
    if isinstance(raw, str):
        return _day_of_words(raw, frame, happened=happened)
    return day_of_cell(raw, frame)


def day_of_cell(raw: object, frame: Frame) -> date | Fault:
    """Return the day in a cell that is not text: a date, or the number kept for one."""
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        return raw if FIRST <= raw <= LAST else Fault("faults.day_far", {"value": shown(raw)})
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        return Fault("faults.day_not_read", {"value": shown(raw)})
    # Comparing a Decimal that is no number raises; a float that is none compares false.
    finite = not isinstance(raw, Decimal) or raw.is_finite()
    if not finite or not 0 <= raw < 10**8:
        return Fault("faults.day_not_read", {"value": shown(raw)})
    return _day_of_number(raw, frame)


def _day_of_number(number: float | Decimal, frame: Frame) -> date | Fault:
    whole = int(number)
    if is_serial(whole, frame):
        return day_of_serial(whole, frame)
    if whole != number:
        only = _only_day(str(number), frame.usual_year)
        return Fault("faults.day_decimal", {"value": shown(number)}, only)
    return _day_of_digits(str(whole), frame)


def read_month(raw: object, frame: Frame) -> str | Fault | None:
    """Return the month in a cell as 2014-05, None where it is blank.

    A month without a year is of the frame's; 2014.1 may have lost the 0 of October.
    """
    if blank(raw):
        return None
    if isinstance(raw, date):
        return f"{raw:%Y-%m}"
    if isinstance(raw, int) and not isinstance(raw, bool) and is_serial(raw, frame):
        return f"{day_of_serial(raw, frame):%Y-%m}"
    text = plain(str(raw)) if isinstance(raw, str | int | float) else ""
    lost = isinstance(raw, float) and text.endswith(".1")
    found = None if lost else _MONTH_OF_YEAR.fullmatch(text.replace(" ", ""))
    if found is None:
        return Fault("faults.month_not_read", {"value": shown(raw)})
    month = read_chinese_number(found["word"]) if found["word"] else int(found["month"])
    if month is None or not 1 <= month <= _MONTHS:
        return Fault("faults.month_not_read", {"value": shown(raw)})
    return f"{int(found['year'] or frame.usual_year):04d}-{month:02d}"


_MONTHS: Final = 12
_MONTH_OF_YEAR: Final = re.compile(
    r"(?:(?P<year>20\d\d)[-./年]?)?(?:(?P<month>0?[1-9]|1[0-2])|(?P<word>[一二三四五六七八九十]{1,2}))"
    r"月?份?"
)


def is_serial(number: int, frame: Frame) -> bool:
    """Tell whether a workbook keeps a day of 2000 to 2049 as this number."""
    return number + frame.serial_shift in SERIALS


def day_of_serial(serial: int, frame: Frame) -> date:
    """Return the day that a workbook keeps as this number."""
    return _SERIAL_ZERO + timedelta(days=serial + frame.serial_shift)


def _day_of_digits(digits: str, frame: Frame) -> date | Fault:
    """Return the day in digits without a sign between them."""
    if len(digits) == 8:
        return calendar_day(digits, int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if len(digits) == 5 and is_serial(int(digits), frame):
        return day_of_serial(int(digits), frame)
    key = "faults.day_missing" if _YEAR_AND_MONTH.fullmatch(digits) else "faults.day_not_read"
    return Fault(key, {"value": digits})


_YEAR_AND_MONTH: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])?")
_MONTH_AND_DAY: Final = re.compile(r"(\d{1,2})\.(\d\d)")


def _only_day(number: str, year: int) -> str | None:
    """Return the day that a decimal can only have been: 3.15, but not 6.3 or 6.30.

    A spreadsheet drops the last 0, so that one digit behind the point tells nothing.
    """
    match = _MONTH_AND_DAY.fullmatch(number)
    if match is None:
        return None
    day = calendar_day(number, year, int(match[1]), int(match[2]))
    return None if isinstance(day, Fault) else day.isoformat()


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def calendar_day(value: str, year: int, month: int, day: int) -> date | Fault:
    """Return a day of the calendar; where there is none, say why and offer the month's last."""
    if not FIRST.year <= year <= LAST.year:
        return Fault("faults.day_far", {"value": shown(value)})
    if not 1 <= month <= 12:
        return Fault("faults.month_impossible", {"value": shown(value), "month": month})
    last = last_day(year, month)
    if 1 <= day <= last.day:
        return last.replace(day=day)
    values = {"value": shown(value), "month": month, "last": last.day}
    return Fault("faults.day_impossible", values, last.isoformat() if day > last.day else None)


def end_of_month(value: str, year: int, month: int) -> date | Fault:
    """Return the last day of a month; where there is no such month, say why."""
    first = calendar_day(value, year, month, 1)
    return first if isinstance(first, Fault) else last_day(year, month)


def full_year(digits: str, today: date) -> int:
    """Return the year that two digits mean: at most 20 years ahead."""
    if len(digits) > 2:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= today.year + 20 else year - 100


_NUMERALS: Final = "〇零○◯一二两三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾"
_LISTED: Final = r"[-~至到、和与及,/]"
_PAIR: Final = re.compile(
    "(?<![十廿卅一二三四五六七八九])(?:一二|二三|三四|四五|五六|六七|七八|八九|九十)(?=月)"
)
_COUNTED: Final = re.compile(
    rf"(?!两月)[{_NUMERALS}]+(?=[年月日号天周季]|个?(?:半?月|工作日|小时|星期|礼拜|季度)|"
    rf"{_LISTED}+第?[{_NUMERALS}\d]+(?:[月日号]|季度))|"
    rf"(?<=月)[{_NUMERALS}]{{1,3}}(?=$|之?前|以前|左右|{_LISTED})"
)
_YEAR_DIGITS: Final = re.compile(r"(?<!\d)[\d〇零○◯OoОΟ一二三四五六七八九]{4}(?=年|[-./]\d)")
_YEAR_DIGIT: Final = str.maketrans("〇零○◯OoОΟ一二三四五六七八九", "00000000123456789")
_UNSAID: Final = str.maketrans(dict.fromkeys("\"'‘’“”`´′《》「」『』"))
_SPACE: Final = re.compile(r"(?<!\d) +| +(?!\d)")
#: Dates of offices that write Korean: 2014년 6월 30일까지, 6월말.
_HANGUL: Final = re.compile(
    r"(?<=\d)([년월일])|(?<=[월년])\s*(말|초|중순|상순|하순)|(?<=[일말초순])\s*(까지)"
)
_HANGUL_MEANS: Final = {
    "년": "年",
    "월": "月",
    "일": "日",
    "말": "底",
    "초": "初",
    "중순": "中旬",
    "상순": "上旬",
    "하순": "下旬",
    "까지": "前",
    "전": "前",
}
_POINT: Final = re.compile(r"(?<=\d)[。·・•](?=\d)")
_DASH_OF_ONE: Final = re.compile(r"(?<=\d)一(?=\d)")


def tidy(text: str) -> str:
    """Return a text ready for reading days: Arabic digits, no blanks but between digits."""
    text = (
        _HANGUL.sub(_in_chinese, plain(text))
        .translate(_UNSAID)
        .replace("元月", "1月")
        .replace("號", "号")
    )
    text = _SPACE.sub("", text)
    text = _POINT.sub(".", _DASH_OF_ONE.sub("-", text))
    if text.isascii():
        return text
    text = _YEAR_DIGITS.sub(lambda match: match[0].translate(_YEAR_DIGIT), text)
    text = _PAIR.sub(lambda match: f"{match[0][0]}、{match[0][1]}", text)
    return _COUNTED.sub(_arabic, text)


def _in_chinese(match: re.Match[str]) -> str:
    return _HANGUL_MEANS[match[match.lastindex or 0].strip()]


def _arabic(match: re.Match[str]) -> str:
    numeral = match[0]
    value = read_chinese_number(numeral)
    if value is not None:
        return str(value)
    # 一四年: two digits are a year and nothing else.
    if match.string.startswith("年", match.end()) and len(numeral) == 2:
        return numeral.translate(_YEAR_DIGIT)
    return numeral


#: A year before a month, as ``y`` (its digits) or ``word``; may be missing.
YEAR: Final = (
    r"(?:(?P<y>\d{4})(?:年度?|[-./](?=[\d\-~至到、和与及,/]*\d月))|(?<!\d)(?P<yy>\d{2})年|"
    r"(?P<word>今年|本年度?|当年|明年|来年|次年|翌年|后年|去年|上年度?|前年))?"
)
#: What stands behind a day and changes nothing: an hour, a day of the week.
CLOCK: Final = (
    r"(?:\(?(?:周|星期|礼拜)[1-7一二三四五六日天]\)?)?"
    r"(?:[ T]?(?:凌晨|早上|[上中下]午|晚上?)?\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?"
    r"(?:Z|[-+]\d\d:?\d\d)?|"
    r"[ T]?(?:凌晨|早上|[上中下]午|晚上?)?\d{1,2}[时点](?:\d{1,2}分?|半|整)?|"
    r"凌晨|早上|上午|中午|下午(?:下班)?|晚上|晚|下班)?"
)
_YEARS_AWAY: Final = {"明": 1, "来": 1, "次": 1, "翌": 1, "后": 2, "去": -1, "上": -1, "前": -2}
_MONTHS_AWAY: Final = {"本": 0, "当": 0, "这": 0, "下": 1, "次": 1, "上": -1}


def year_of_word(word: str, written_on: date) -> int:
    """Return the year that 明年 and its like mean in a document of that day."""
    return written_on.year + _YEARS_AWAY.get(word[0], 0)


def month_of_word(word: str, written_on: date) -> tuple[int, int]:
    """Return year and month that 下月 and its like mean in a document of that day."""
    months = written_on.year * 12 + written_on.month - 1 + _MONTHS_AWAY[word[0]]
    return months // 12, months % 12 + 1


_SPELLED: Final = re.compile(rf"{YEAR}(?P<m>\d{{1,2}})月份?(?P<d>\d{{1,2}})[日号]?{CLOCK}")
_ORDERED: Final = re.compile(
    rf"(?P<y>\d{{4}})(?P<s>[-./\\、, ])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})[日号]?{CLOCK}"
)
_SHORT: Final = re.compile(
    rf"(?P<y>\d\d)(?P<s>[-./])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})[日号]?{CLOCK}"
)
_BARE: Final = re.compile(
    r"(?P<m>\d{1,2})(?:/(?P<d>\d{1,2})|\.(?P<d2>\d\d)|"
    rf"(?:-(?P<d3>1[3-9]|2\d|3\d|0\d)|(?<=0\d)-(?P<d4>\d{{1,2}}))(?![日号]))[日号]?{CLOCK}"
)
_BACKWARD: Final = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<s>[-./])(?P<b>\d{{1,2}})(?P=s)(?P<y>\d{{4}}){CLOCK}"
)
_OF_MONTH: Final = re.compile(
    rf"(?P<month>本|当|这个?|下个?|次|上个?)月份?(?P<d>\d{{1,2}})[日号]{CLOCK}"
)
_DIGITS: Final = re.compile(r"(\d{5,8})(?:\.\d+)?")
#: Digits of a day with an hour behind them, set apart or not.
_DIGITS_AND_HOUR: Final = re.compile(
    rf"(\d{{8}})(?=[^\d.]){CLOCK}|((?:19|20)\d{{6}})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?"
)
_MONTH_ALONE: Final = re.compile(
    r"(?:\d\d){1,2}年(?:\d{1,2}月份?)?|\d{4}(?:[-/]\d{1,2}月?)?|(?:\d{4}\.)?\d{1,2}月份?"
)
_DECIMAL: Final = re.compile(r"\d{1,4}\.\d+")
_DAY_ALONE: Final = re.compile(r"\d{1,2}[日号]")
_SEVERAL: Final = re.compile(r"\d[日号]?[-~至到、和与及,;/\n ]+(?:\d|本月|次日)")
_DEADLINE: Final = re.compile(r"前|左右|底|末|旬|初|内|季度|半年|长期|立行立改|即知即改|截止|期间")
_ENDING: Final = " \n,.;:、。;:!"


def _day_of_words(raw: str, frame: Frame, *, happened: bool) -> date | Fault:
    if len(raw) > LONGEST:
        return Fault("faults.day_not_read", {"value": shown(raw)})
    text = tidy(raw).strip(_ENDING)
    found = _spelled_out(text, frame, happened=happened)
    if found is None:
        return Fault(_why_not(text), {"value": shown(raw)})
    if isinstance(found, Fault):
        return replace(found, values={**found.values, "value": shown(raw)})
    return found


def _spelled_out(text: str, frame: Frame, *, happened: bool) -> date | Fault | None:
    if match := _DIGITS.fullmatch(text):
        return _day_of_digits(match[1], frame)
    if match := _DIGITS_AND_HOUR.fullmatch(text):
        return _day_of_digits(match[1] or match[2], frame)
    if match := _ORDERED.fullmatch(text) or _SHORT.fullmatch(text):
        return calendar_day(
            text, full_year(match["y"], frame.today), int(match["m"]), int(match["d"])
        )
    if match := _OF_MONTH.fullmatch(text):
        return calendar_day(text, *month_of_word(match["month"], frame.written_on), int(match["d"]))
    if match := _BACKWARD.fullmatch(text):
        return _either_way(text, match)
    if match := _SPELLED.fullmatch(text):
        year = said_year(match, frame)
        return _of_year(text, year, int(match["m"]), int(match["d"]), frame, happened=happened)
    if match := _BARE.fullmatch(text):
        day = match["d"] or match["d2"] or match["d3"] or match["d4"]
        return _of_year(text, None, int(match["m"]), int(day), frame, happened=happened)
    return None


def said_year(match: re.Match[str], frame: Frame, written_on: date | None = None) -> int | None:
    """Return the year that a match of ``YEAR`` says, or None."""
    if digits := match["y"] or match["yy"]:
        return full_year(digits, frame.today)
    return year_of_word(match["word"], written_on or frame.written_on) if match["word"] else None


def _of_year(
    text: str, year: int | None, month: int, day: int, frame: Frame, *, happened: bool
) -> date | Fault:
    if year is not None:
        return calendar_day(text, year, month, day)
    found = calendar_day(text, frame.usual_year, month, day)
    near = found.offer if isinstance(found, Fault) else found.isoformat()
    if happened and near and near > frame.today.isoformat():
        return calendar_day(text, frame.usual_year - 1, month, day)
    return found


def _either_way(text: str, match: re.Match[str]) -> date | Fault | None:
    """Return the day of 3/15/2014 or 15/3/2014, None where both orders make a day."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        return calendar_day(text, year, second, first)
    return calendar_day(text, year, first, second) if second > 12 or first == second else None


def _why_not(text: str) -> str:
    if _DECIMAL.fullmatch(text):
        return "faults.day_decimal"
    if _MONTH_ALONE.fullmatch(text):
        return "faults.day_missing"
    if _DAY_ALONE.fullmatch(text):
        return "faults.month_missing"
    if _BACKWARD.fullmatch(text):
        return "faults.day_order"
    if _SEVERAL.search(text):
        return "faults.day_several"
    return "faults.day_is_deadline" if _DEADLINE.search(text) else "faults.day_not_read"
