"""A deadline as offices write it: 6月底前, 1-8月, 立行立改，长期坚持, 第二环节结束前.

A phrase is cut into clauses. A clause is understood when it is a time with the words
that may stand around it, an event to come first, or one of the words for work that is
due at once or never ends. A phrase that is understood only in part is unclear, and its
words are kept: a day is never guessed. What says two things that no rule can decide
between stays unclear as well: 6月前 (May's end or June's?), 2014年前, 元旦前.
"""

import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from decimal import Decimal
from math import ceil
from typing import Final

from schemas.day import CLOCK
from schemas.day import FIRST
from schemas.day import LAST
from schemas.day import SERIALS
from schemas.day import YEAR
from schemas.day import Frame
from schemas.day import calendar_day
from schemas.day import day_of_cell
from schemas.day import day_of_serial
from schemas.day import full_year
from schemas.day import last_day
from schemas.day import month_of_word
from schemas.day import said_year
from schemas.day import tidy
from schemas.fault import Fault
from schemas.quantity import LONGEST
from schemas.quantity import MARK
from schemas.quantity import plain
from schemas.quantity import shown


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: its words, the day that they mean, and when the work is late.

    ``klass`` is dated, immediate, standing, anchored or unclear; ``standing`` says that
    the work goes on for ever, be it beside a day (6月底前，长期坚持). ``anchor`` is the event
    that comes first (民主生活会), to be looked up by who knows its day. ``nodes`` are the
    steps of a deadline in stages, each with what is to be done. ``about``: 左右.
    """

    text: str
    on: date | None
    late_after: date | None
    klass: str
    standing: bool = False
    anchor: str | None = None
    nodes: tuple[tuple[date, str], ...] = ()
    about: bool = False


def read_deadline(
    raw: object, frame: Frame, *, raised_on: date | None = None
) -> Deadline | Fault | None:
    """Return the deadline in a cell, None where the cell is empty.

    ``raised_on`` is the day from which 立行立改 and 十日内 are counted; without it the one
    has no day, and the other is unclear. Only impossible days, days far off and typed
    decimals are faults; other words that mean no day make an unclear deadline.
    """
    if raw is None:
        return None
    if not isinstance(raw, str):
        return _of_cell(raw, frame)
    words = raw.strip()
    if not words:
        return None
    if len(words) > LONGEST:
        return _unclear(words)
    text = tidy(words)
    whole = _of_digits(words, text, frame)
    return whole or _of_phrase(words, text, frame, raised_on)


def _unclear(words: str) -> Deadline:
    return Deadline(words, None, None, "unclear")


def _dated(words: str, day: date) -> Deadline:
    return Deadline(words, day, day, "dated")


def _of_cell(raw: object, frame: Frame) -> Deadline | Fault:
    found = day_of_cell(raw, frame)
    if not isinstance(found, Fault):
        return _dated(found.isoformat(), found)
    if found.key == "faults.day_decimal":
        return replace(found, offer=found.offer or _only_month(str(raw)))
    if found.key in {"faults.day_not_read", "faults.day_missing"}:
        return _of_other_cell(raw, frame)
    return found


def _of_other_cell(raw: object, frame: Frame) -> Deadline | Fault:
    """Return the deadline in a cell that holds neither text nor a day."""
    words = str(raw) if isinstance(raw, bool | timedelta | time) else shown(raw)
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        words = words.removesuffix(".0")
        return _of_digits(words, words, frame) or _unclear(words)
    return _unclear(words)


_DECIMAL: Final = re.compile(r"(\d+)\.(\d+)")
_STAMP: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?")


def _of_digits(words: str, text: str, frame: Frame) -> Deadline | Fault | None:
    """Return the deadline in text that a spreadsheet wrote: digits, a decimal, a stamp."""
    if stamp := _STAMP.fullmatch(text):
        text = words = stamp[1]
    if match := _DECIMAL.fullmatch(text):
        return _of_decimal(words, match, frame)
    if not (text.isascii() and text.isdigit()):
        return None
    if len(text) == 5 and int(text) in SERIALS:
        day = day_of_serial(int(text))
        return _dated(day.isoformat(), day)
    if len(text) == 8:
        return _dated_or_fault(words, calendar_day(text, int(text[:4]), int(text[4:6]), int(text[6:])))
    if len(text) == 6:
        return _of_six_digits(words, int(text[:4]), int(text[4:]))
    return _unclear(words)


def _dated_or_fault(words: str, day: date | Fault) -> Deadline | Fault:
    return day if isinstance(day, Fault) else _dated(words, day)


def _of_six_digits(words: str, year: int, month: int) -> Deadline:
    # 201012 may be 2010-12 and 2020-10-12; no other year leaves both open.
    twofold = year // 100 == 20 and 1 <= year % 100 <= 12 and month > 12
    if twofold or not (FIRST.year <= year <= LAST.year and 1 <= month <= 12):
        return _unclear(words)
    if year // 100 == 20 and 1 <= year % 100 <= 12 and 1 <= month <= 31:
        return _unclear(words)
    return _dated(words, last_day(year, month))


def _of_decimal(words: str, match: re.Match[str], frame: Frame) -> Deadline | Fault:
    """Return the deadline in 6.30 or 2014.6; 6.3 may have been 6.30, and 2014.1 2014.10."""
    before, behind = match[1], match[2]
    if len(before) == 5 and int(before) in SERIALS:
        day = day_of_serial(int(before))
        return _dated(day.isoformat(), day)
    if len(before) <= 2 and len(behind) == 2 and 1 <= int(before) <= 12:
        return _dated_or_fault(words, calendar_day(words, frame.usual_year, int(before), int(behind)))
    if len(before) == 4 and behind != "1" and len(behind) <= 2 and 1 <= int(behind) <= 12:
        year = int(before)
        return _dated_or_fault(words, calendar_day(words, year, int(behind), 1)) if not (
            FIRST.year <= year <= LAST.year
        ) else _dated(words, last_day(year, int(behind)))
    return Fault("faults.day_decimal", {"value": shown(words)}, _only_month(match[0]))


_YEAR_POINT_MONTH: Final = re.compile(r"(20\d\d)\.([2-9]|1[12])")


def _only_month(number: str) -> str | None:
    """Return the month that a decimal can only have been: 2014.6, but not 2014.1 or 2014.10."""
    match = _YEAR_POINT_MONTH.fullmatch(number)
    return f"{match[1]}年{match[2]}月" if match else None
