"""Several days in one text: 5月8日、5月9日, 5月8日-10日, 4月28日至5月2日、5月6日."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from schemas.day import Frame
from schemas.day import read_day
from schemas.day import tidy

_BETWEEN: Final = re.compile(r"[、,，;；\n]+|(?<=[日号])[和及与]")
_UNTIL: Final = re.compile(r"[-~—－～至到]+")
#: A day whose month stands before it: 5月8日、9日.
_ALONE: Final = re.compile(r"(\d{1,2})[日号]?")


@dataclass(frozen=True, slots=True)
class Span:
    """Days on end, from the first to the last; one day is a span, too."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def spans_named(text: str, frame: Frame) -> Sequence[Span]:
    """Return the spans that a plain text names and nothing beside; none where it says more."""
    spans: list[Span] = []
    before: date | None = None
    for part in filter(None, _BETWEEN.split(tidy(text))):
        ends: list[date] = []
        for end in _UNTIL.split(part, maxsplit=1):
            found = _day(end, before, frame)
            if found is None:
                return ()
            before = found
            ends.append(found)
        if ends[-1] < ends[0]:
            return ()
        spans.append(Span(ends[0], ends[-1]))
    return spans


def _day(text: str, before: date | None, frame: Frame) -> date | None:
    """Return a day; one that says no month is of the month of the day before it."""
    alone = _ALONE.fullmatch(text.strip())
    if alone and before is not None:
        try:
            return before.replace(day=int(alone[1]))
        except ValueError:
            return None
    found = read_day(text, frame, happened=True)
    return found if isinstance(found, date) else None
