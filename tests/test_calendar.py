"""Days that are worked, times that come again, deadlines that hang on something else."""

from datetime import date

import pytest

from schemas.anchor import read_anchor
from schemas.calendar import after_working_days
from schemas.calendar import is_holiday
from schemas.calendar import is_worked
from schemas.fault import Fault
from schemas.recurrence import Occurrence
from schemas.recurrence import Recurrence
from schemas.recurrence import read_recurrence


def test_moved_days_are_worked_and_holidays_are_not():
    assert is_worked(date(2014, 5, 4))
    assert [is_worked(date(2014, 10, day)) for day in range(1, 9)] == [False] * 7 + [True]
    assert is_holiday(date(2014, 10, 6))
    assert not is_holiday(date(2014, 10, 5))


def test_a_year_that_the_calendar_does_not_know_is_said():
    assert is_worked(date(2099, 5, 4)) is None
    assert after_working_days(date(2099, 5, 4), 1) == Fault(
        "faults.calendar_unknown", {"year": 2099}
    )
    assert not is_holiday(date(2099, 10, 1))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("每周一", Recurrence("week", 0)),
        ("每个星期三", Recurrence("week", 2)),
        ("每周日", Recurrence("week", 6)),
        ("每周", Recurrence("week")),
        ("每月", Recurrence("month")),
        ("每月定期", Recurrence("month")),
        ("每月31日", Recurrence("month", 31)),
        ("每季度", Recurrence("quarter")),
        ("每天", Recurrence("day")),
        ("每月32日", None),
        ("有空时", None),
        ("6月底前", None),
    ],
)
def test_how_often_something_is_owed(words, found):
    assert read_recurrence(words) == found


def test_times_come_within_their_bounds_only():
    mondays = Recurrence("week", 0).between(date(2014, 5, 6), date(2014, 5, 19))
    assert [one.due for one in mondays] == [date(2014, 5, 12), date(2014, 5, 19)]
    (april,) = Recurrence("month", 31).between(date(2014, 4, 10), date(2014, 5, 30))
    assert april == Occurrence(date(2014, 4, 10), date(2014, 4, 30), date(2014, 4, 30))
    quarters = Recurrence("quarter").between(date(2014, 1, 1), date(2014, 12, 31))
    assert [one.due.month for one in quarters] == [3, 6, 9, 12]


@pytest.mark.parametrize(
    ("words", "event", "day"),
    [
        ("民主生活会前", "民主生活会", date(2014, 9, 26)),
        ("转段之前", "转段", date(2014, 9, 26)),
        ("生活会后15日内", "生活会", date(2014, 10, 11)),
        ("生活会后十五日", "生活会", date(2014, 10, 11)),
        ("动员后 10 个工作日", "动员", date(2014, 10, 15)),
        ("民主生活会前3天", "民主生活会", date(2014, 9, 23)),
        ("民主生活会前5个工作日", "民主生活会", date(2014, 9, 19)),
        ("启动后3个月内", "启动", date(2014, 12, 26)),
    ],
)
def test_what_hangs_on_an_event_is_counted_from_its_day(words, event, day):
    found = read_anchor(words)
    assert found is not None
    assert (found.event, found.day(date(2014, 9, 26))) == (event, day)


@pytest.mark.parametrize("words", ["3月15日左右", "6月底前", "长期坚持", "会后", "依次推进"])
def test_other_words_hang_on_nothing(words):
    assert read_anchor(words) is None
