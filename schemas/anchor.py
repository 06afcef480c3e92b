"""A deadline that hangs on something else: 民主生活会前, 生活会后15日内, 动员后10个工作日内.

Which day that something has is for those to say who know it; here stands only what is to be
counted from it.
"""

import re
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from typing import Final

from schemas.calendar import after_working_days
from schemas.day import tidy
from schemas.fault import Fault
from schemas.times import end_of_span
from schemas.times import span_at

#: A day on which offices work, in the words of a deadline.
WORKING_DAY: Final = "工作日"

_EVENT: Final = r"(?P<event>[^\d,;:、前后]{1,30}?)"
_BEFORE: Final = re.compile(rf"{_EVENT}(?:之|以)?前(?P<span>\d.*)?")
_AFTER: Final = re.compile(rf"{_EVENT}(?:之|以)?后(?P<span>\d.*)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a deadline hangs on, and how far before or behind it.

    ``span`` is the number of days, None for 会前 alone; the text tells it.
    """

    text: str
    event: str
    before: bool
    span: re.Match[str] | None = field(compare=False)

    def day(self, event: date) -> date | Fault | None:
        """Return the last day that is in time, by the day of the event."""
        if self.span is None:
            return event
        if not self.before:
            return end_of_span(self.span, event)
        number = self.span["n"] or self.span["days"]
        if number is None or self.span["unit"] == "小时":
            return None
        if self.span["unit"] == WORKING_DAY:
            return after_working_days(event, -int(number))
        weeks = self.span["unit"] in ("周", "星期", "礼拜")
        return event - timedelta(days=int(number) * (7 if weeks else 1))


def read_anchor(words: str) -> Anchor | None:
    """Return what words like 民主生活会前 say, None where they hang on nothing."""
    text = tidy(words).replace(" ", "")
    for pattern, before in ((_BEFORE, True), (_AFTER, False)):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        said = match["span"]
        span = span_at(_counted(said), 0) if said else None
        if not said or (span and not span["rest"]):
            return Anchor(words, match["event"], before, span)
    return None


def _counted(said: str) -> str:
    # 15日 alone is a day of the month elsewhere; behind an event it can only be counted.
    return re.sub(r"^(\d{1,3})日$", r"\1日内", said)
