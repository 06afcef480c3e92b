"""A day, or the first and the last of several: 3月5日-7日, 2014.3.5至3.7, 3月5日、6日."""

import re
from datetime import date
from datetime import timedelta
from typing import Final

from schemas.day import Frame
from schemas.day import read_day
from schemas.fault import Fault
from schemas.quantity import plain

_PART: Final = "(?:上午|下午|晚上|全天)?"
_FIRST: Final = r"(?:(?P<year>\d{4})[年./])?(?P<month>\d{1,2})[月./](?P<day>\d{1,2})[日号]?"
_LAST: Final = r"(?:(?:(?P<year2>\d{4})[年./])?(?P<month2>\d{1,2})[月./])?(?P<day2>\d{1,2})[日号]?"
_SPAN: Final = re.compile(f"{_FIRST}{_PART}(?P<by>[-~至到、,和]){_LAST}{_PART}")
#: Between two days that are named one by one: they are a span where one follows the other.
_ONE_BY_ONE: Final = frozenset("、,和")


def read_span(raw: object, frame: Frame) -> date | tuple[date, date] | Fault | None:
    """Return the day of a cell that happened, or the first and the last of several."""
    found = read_day(raw, frame, happened=True)
    if not isinstance(found, Fault) or not isinstance(raw, str):
        return found
    match = _SPAN.fullmatch("".join(plain(raw).split()))
    return (match and _span(match, frame)) or found


def _span(match: "re.Match[str]", frame: Frame) -> tuple[date, date] | None:
    year = f"{match['year']}年" if match["year"] else ""
    first = read_day(f"{year}{match['month']}月{match['day']}日", frame, happened=True)
    if not isinstance(first, date):
        return None
    try:
        last = date(
            int(match["year2"] or first.year),
            int(match["month2"] or first.month),
            int(match["day2"]),
        )
    except ValueError:
        return None
    if match["by"] in _ONE_BY_ONE and last != first + timedelta(days=1):
        return None
    return (first, last) if first < last else None
