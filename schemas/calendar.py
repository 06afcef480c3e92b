"""Which days are worked: the State Council's holidays, with the days that are moved (调休).

A year whose holidays have not been announced is not guessed.
"""

from datetime import date
from datetime import timedelta
from importlib import import_module

from schemas.day import LAST
from schemas.day import last_day
from schemas.fault import Fault


def is_worked(day: date) -> bool | None:
    """Tell whether a day is a working day, None where the calendar does not know its year."""
    # Not at the top: few days are asked about, and every command would wait for it.
    calendar = import_module("chinese_calendar")
    try:
        return bool(calendar.is_workday(day))
    except NotImplementedError:
        return None


def is_holiday(day: date) -> bool:
    """Tell whether a day from Monday to Friday is known to be a holiday."""
    return day.weekday() < 5 and is_worked(day) is False


def months_before(day: date, count: int) -> date:
    """Return the day so many months before another: its month's last where there is none."""
    months = day.year * 12 + day.month - 1 - count
    end = last_day(months // 12, months % 12 + 1)
    return end.replace(day=min(day.day, end.day))


def after_working_days(day: date, count: int) -> date | Fault:
    """Return the day on which so many working days after a day end; negative ones before it."""
    step = timedelta(days=1 if count >= 0 else -1)
    left = abs(count)
    while left and day < LAST:
        day += step
        worked = is_worked(day)
        if worked is None:
            return Fault("faults.calendar_unknown", {"year": day.year})
        left -= worked
    return day
