"""Progress sheets whose actions stand below one another: taken, and answered where they say it."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from office import Office
from office import open_office
from sheet_making import plan

from ledger.exchange import reply
from ledger.exchange.file_result import FileResult
from ledger.exchange.outbox import Outbox
from ledger.units import UnitNames

ACROSS = """
规定动作完成情况一览表
规定动作 | 盐窝镇 | 胜坨镇
动员大会 | √ | 3月6日
集中学习 | 3天 | 2
谈心谈话 | 未开展 |
"""
DOWN = """
填报单位：盐窝镇
规定动作 | 完成情况 | 完成时间
动员大会 | 已完成 | 2014-03-05
集中学习 | 3天 | 2014-04-12
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path, plan())
    with made.ledger:
        yield made


def milestones(office: Office) -> dict[tuple[str, str], tuple[object, object]]:
    found = office.ledger.connection.execute(
        "select u.name, m.action, m.done_on, m.count from milestone m join unit u"
        " on u.id = m.unit_id"
    )
    return {(unit, action): (done_on, count) for unit, action, done_on, count in found}


def test_units_across_are_each_their_own(office: Office) -> None:
    taken = office.take_text(ACROSS)
    assert milestones(office) == {
        ("盐窝镇", "meeting"): (None, 1),
        ("盐窝镇", "study"): (None, 3),
        ("胜坨镇", "meeting"): ("2014-03-06", None),
        ("胜坨镇", "study"): (None, 2),
    }
    assert (taken.count("queried"), taken.count("changed")) == (0, 4)
    again = office.take_text(ACROSS)
    assert (again.count("changed"), again.entry) == (0, None)


def test_it_is_the_report_of_a_progress_sheet_that_is_owed(office: Office) -> None:
    office.take_text(DOWN, period="2014-04")
    found = office.ledger.connection.execute("select sheet, period, taken, queried from receipt")
    assert found.fetchall() == [("progress", "2014-04", 2, 0)]


def test_a_day_beside_what_is_not_done_is_a_plan(office: Office) -> None:
    office.take_text(DOWN + "谈心谈话 | 未开展 | 6月底前\n")
    assert ("盐窝镇", "talks") not in milestones(office)


def test_a_row_in_question_holds_up_no_other_row(office: Office) -> None:
    taken = office.take_text(DOWN.replace("3天", "差不多") + "谈心谈话 | √ |\n")
    assert (taken.count("queried"), taken.count("changed")) == (1, 2)
    assert ("盐窝镇", "talks") in milestones(office)
    assert answered(office, taken)["B4"].comment is not None


def test_an_action_that_stands_there_twice_is_asked_about(office: Office) -> None:
    taken = office.take_text(DOWN + "动员大会 | 已完成 | 2014-03-07\n")
    assert taken.count("queried") == 1
    assert milestones(office)["盐窝镇", "meeting"] == ("2014-03-05", None)


def test_an_office_within_the_unit_is_no_unit(office: Office) -> None:
    office.take_text(
        """
        填报单位：盐窝镇 | | |
        规定动作 | 责任单位 | 完成情况 | 完成时间
        动员大会 | 党政办 | 已完成 | 2014-03-05
        集中学习 | 组织科 | 3 |
        """
    )
    assert set(milestones(office)) == {("盐窝镇", "meeting"), ("盐窝镇", "study")}


def test_a_unit_speaks_of_no_other_one(office: Office) -> None:
    taken = office.take_text(ACROSS, sender="盐窝镇")
    assert {unit for unit, _ in milestones(office)} == {"盐窝镇"}
    page = answered(office, taken)
    assert [page[cell].comment is not None for cell in ("B3", "C3", "C4")] == [False, True, True]


def test_both_sides_of_a_cell_are_shown_where_it_stands(office: Office) -> None:
    office.take_text(DOWN)
    taken = office.take_text(ACROSS.replace("√", "3月9日"))
    assert taken.count("conflict") == 1
    assert answered(office, taken)["B3"].comment is not None
    assert milestones(office)["盐窝镇", "meeting"] == ("2014-03-05", None)


def test_undo_takes_all_of_it_back(office: Office) -> None:
    before = office.snapshot()
    taken = office.take_text(ACROSS)
    assert taken.entry is not None
    with office.ledger.writing(office.author, campaign=1, kind="undo") as entry:
        from ledger import undo

        undo.take_back(entry, taken.entry)
    assert office.snapshot() == before


@pytest.mark.parametrize(
    "text",
    [
        # A list that only names one action, one of other matters, one that nobody filled in.
        "规定动作 | 完成情况\n动员大会 | √\n",
        "事项 | 完成情况\n买桌子 | √\n买椅子 | √\n动员大会 | √\n买灯 | √\n集中学习 | √\n",
        "规定动作 | 要求\n动员大会 | 一次\n集中学习 | 三天\n",
    ],
)
def test_what_only_names_actions_is_no_progress_sheet(office: Office, text: str) -> None:
    assert office.take_text(text).state == "nothing"


def answered(office: Office, taken: FileResult) -> "openpyxl.worksheet.worksheet.Worksheet":
    names = UnitNames(office.ledger.connection)
    outbox = Outbox(office.ledger, office.folder / "out")
    path = reply.answer(taken, office.campaign, names, outbox, "2014-05-16T09:00:00+08:00")
    return openpyxl.load_workbook(path).worksheets[0]
