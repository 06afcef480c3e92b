"""What came of a sheet that is owed: read again it keeps its place, mended it is asked no more."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from office import Office
from office import open_office
from openpyxl import Workbook
from openpyxl import load_workbook

from ledger import periods
from ledger import undo
from ledger.campaigns import load_plan
from ledger.month_end import MonthEnd
from ledger.month_end import month_end
from schemas.plan import Report
from schemas.plan import Selector

TOWN = "盐窝镇"
MONTH = "2014-05"
HEADINGS = ("序号", "存在问题", "责任单位", "完成时限", "完成情况")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    owed = Report(sheet="rectification", to=Selector(units=(TOWN,)), due_after=3)
    plan = load_plan("standard").model_copy(update={"reports": (owed,)})
    made = open_office(tmp_path, plan)
    with made.ledger:
        yield made


def _sheet(office: Office, name: str, *rows: tuple[str, str]) -> Path:
    path = office.folder / "in" / TOWN / name
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook()
    assert book.active is not None
    book.active.append(HEADINGS)
    for number, (problem, due) in enumerate(rows, 1):
        book.active.append((number, problem, TOWN, due, "整改中"))
    book.save(path)
    return path


def _month(office: Office) -> MonthEnd:
    folder = office.folder
    return month_end(
        office.ledger, office.author, office.campaign, MONTH, folder / "in", folder / "out"
    )


def _stands(office: Office) -> dict[str, Any]:
    [row] = periods.submissions(office.ledger.connection, office.campaign, MONTH, office.today)
    return row


def _mend(office: Office, name: str) -> Path:
    """Correct the deadline in the answer, and put it beside the sheet that it answers."""
    book = load_workbook(office.folder / "out" / f"{TOWN}-整改台账-请核对.xlsx")
    book.worksheets[0]["D2"] = "6月30日前"
    path = office.folder / "in" / TOWN / name
    book.save(path)
    return path


def test_rows_in_question_are_not_hidden_by_another_list(office: Office) -> None:
    _sheet(office, "1个人台账.xlsx", ("走读", "6月31日前"), ("公车私用", "6月底前"))
    _sheet(office, "2班子台账.xlsx", ("会议多", "6月底前"))
    _month(office)
    stands = _stands(office)
    assert (stands["status"], stands["queried"], stands["file"]) == ("queried", 1, "1个人台账.xlsx")


def test_a_second_run_changes_nothing_of_what_stands(office: Office) -> None:
    _sheet(office, "1个人台账.xlsx", ("走读", "6月31日前"), ("公车私用", "6月底前"))
    _sheet(office, "2班子台账.xlsx", ("会议多", "6月底前"))
    _month(office)
    before = _stands(office)
    again = _month(office)
    assert (_stands(office), again.outbox.written) == (before, [])


def test_a_mended_answer_settles_the_sheet_that_lies_beside_it(office: Office) -> None:
    _sheet(office, "整改台账.xlsx", ("走读", "6月31日前"), ("公车私用", "6月底前"))
    _month(office)
    _mend(office, "整改台账（改好）.xlsx")
    done = _month(office)
    assert (_stands(office)["status"], list(done.answers)) == ("on_time", [])
    again = _month(office)
    assert [file.state for file in again.files] == ["known", "known"]


def test_an_undone_mended_answer_leaves_the_rows_in_question(office: Office) -> None:
    _sheet(office, "整改台账.xlsx", ("走读", "6月31日前"), ("公车私用", "6月底前"))
    _month(office)
    mended = _mend(office, "改好.xlsx")
    entry = next(file.entry for file in _month(office).files if file.path == mended)
    mended.unlink()
    undo.undo(office.ledger, office.author, entry)
    assert _stands(office)["status"] == "queried"
    assert len(_month(office).answers) == 1


def test_a_later_file_with_the_same_records_takes_the_place_of_one(office: Office) -> None:
    _sheet(office, "整改台账.xlsx", ("走读", "6月31日前"), ("公车私用", "6月底前"))
    _month(office)
    _sheet(office, "整改台账2.xlsx", ("走读", "6月30日前"), ("公车私用", "6月底前"))
    _month(office)
    assert _stands(office)["status"] == "on_time"


def test_a_sheet_that_has_not_been_mended_is_asked_about_again(office: Office) -> None:
    _sheet(office, "整改台账.xlsx", ("走读", "6月31日前"), ("公车私用", "6月底前"))
    _month(office)
    done = _month(office)
    assert ([file.state for file in done.files], len(done.answers)) == (["taken"], 1)


ANSWER = f"{TOWN}-整改台账-请核对.xlsx"


def _outbox(office: Office) -> list[str]:
    """The answers that lie in the outbox, and those that were put away."""
    folder = office.folder / "out"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*请核对*"))


def test_an_answer_to_what_was_mended_is_put_away(office: Office) -> None:
    _sheet(office, "台账.xlsx", ("走读", "6月31日前"), ("会议多", "6月底前"))
    _month(office)
    assert _outbox(office) == [ANSWER]
    _mend(office, "改好.xlsx")
    done = _month(office)
    assert _outbox(office) == [f"已了结/{ANSWER}"]
    assert [path.name for path in done.outbox.put_away] == [ANSWER]
    assert _month(office).outbox.put_away == []


def test_an_answer_to_what_came_anew_is_put_away(office: Office) -> None:
    path = _sheet(office, "台账.xlsx", ("走读", "6月31日前"), ("会议多", "6月底前"))
    _month(office)
    path.unlink()
    _sheet(office, "台账（改）.xlsx", ("走读", "6月30日前"), ("会议多", "6月底前"))
    _month(office)
    assert _outbox(office) == [f"已了结/{ANSWER}"]


def test_an_answer_of_which_something_is_still_asked_stays(office: Office) -> None:
    _sheet(office, "台账.xlsx", ("走读", "6月31日前"), ("会议多", "6月31日前"))
    _month(office)
    _mend(office, "改了一半.xlsx")
    done = _month(office)
    assert (_outbox(office), done.outbox.put_away) == ([ANSWER], [])


def test_an_answer_that_was_changed_or_moved_is_nobodys_to_put_away(office: Office) -> None:
    _sheet(office, "台账.xlsx", ("走读", "6月31日前"))
    _month(office)
    _mend(office, "改好.xlsx")
    own = office.folder / "out" / ANSWER
    book = load_workbook(own)
    book.worksheets[0]["A2"] = "自己记的"
    book.save(own)
    _month(office)
    assert _outbox(office) == [ANSWER]


def test_what_is_undone_is_answered_anew(office: Office) -> None:
    _sheet(office, "台账.xlsx", ("走读", "6月31日前"))
    _month(office)
    path = _mend(office, "改好.xlsx")
    done = _month(office)
    [entry] = [file.entry for file in done.files if file.entry is not None]
    undo.undo(office.ledger, office.author, entry)
    path.unlink()
    _month(office)
    assert _outbox(office) == [f"已了结/{ANSWER}", ANSWER]


def test_a_dry_run_moves_nothing(office: Office) -> None:
    _sheet(office, "台账.xlsx", ("走读", "6月31日前"))
    _month(office)
    _mend(office, "改好.xlsx")
    folder = office.folder
    with office.ledger.rehearsing(wanted=True):
        where = folder / "in", folder / "out"
        done = month_end(office.ledger, office.author, office.campaign, MONTH, *where, dry_run=True)
    assert [path.name for path in done.outbox.put_away] == [ANSWER]
    assert _outbox(office) == [ANSWER]
