"""How often something is owed anew: 每周一, 每周三, 每月, 每月15日, 每月定期, 每季度, 每天."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import Final
from typing import Literal

from schemas.day import last_day
from schemas.quantity import plain

_WEEKDAYS: Final = "一二三四五六日"
_WORDS: Final = re.compile(
    r"每个?(?:(?P<week>周|星期|礼拜)(?P<weekday>[一二三四五六日天1-7])?|(?P<month>月)(?:(?P<day>\d{1,2})[日号])?|"
    r"(?P<quarter>季度?)|(?P<daily>[日天]))(?:定期|一次|1次|至少一次|至少1次)?"
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which something is owed: its span, and the last day on which it is in time."""

    first: date
    last: date
    due: date


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every week, month, quarter or day; ``at`` is the weekday (0 is Monday) or the day."""

    unit: Literal["day", "week", "month", "quarter"]
    at: int | None = None

    def between(self, first: date, last: date) -> Iterator[Occurrence]:
        """Yield the times whose day lies between two days, both included.

        What falls on no day of its own (每周, 每月) is owed by the end of its span; one that
        had begun before the first day is not asked for.
        """
        start = self._span_start(first)
        while start <= last:
            after = self._next(start)
            end = after - timedelta(days=1)
            due = self._due(start, end)
            is_cut = self.at is None and start < first
            if first <= due <= last and not is_cut:
                yield Occurrence(max(start, first), end, due)
            start = after

    def _span_start(self, day: date) -> date:
        if self.unit == "day":
            return day
        if self.unit == "week":
            return day - timedelta(days=day.weekday())
        month = day.month if self.unit == "month" else (day.month - 1) // 3 * 3 + 1
        return day.replace(month=month, day=1)

    def _next(self, start: date) -> date:
        if self.unit in ("day", "week"):
            return start + timedelta(days=1 if self.unit == "day" else 7)
        months = start.year * 12 + start.month - 1 + (1 if self.unit == "month" else 3)
        return date(months // 12, months % 12 + 1, 1)

    def _due(self, start: date, end: date) -> date:
        if self.at is None:
            return end
        if self.unit == "week":
            return start + timedelta(days=self.at)
        return start.replace(day=min(self.at, last_day(start.year, start.month).day))


def read_recurrence(words: str) -> Recurrence | None:
    """Return what words like 每周一 say, or None where they say nothing of the kind."""
    match = _WORDS.fullmatch(plain(words).replace(" ", ""))
    if match is None:
        return None
    if match["week"]:
        return Recurrence("week", _weekday(match["weekday"]))
    if match["month"]:
        day = int(match["day"]) if match["day"] else None
        return None if day is not None and not 1 <= day <= 31 else Recurrence("month", day)
    return Recurrence("quarter" if match["quarter"] else "day")


def _weekday(said: str | None) -> int | None:
    if said is None:
        return None
    if said.isdigit():
        return int(said) - 1
    return _WEEKDAYS.index("日" if said == "天" else said)
