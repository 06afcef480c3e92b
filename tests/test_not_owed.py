"""“/” in a progress sheet: it frees nobody, takes nothing back, and the receipt says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import Office
from office import open_office
from openpyxl import load_workbook
from sheet_making import plan

from ledger import phases
from ledger.exchange.file_result import FileResult
from schemas.plan import Plan

SAID = "notes_sheets.not_owed"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    said = plan().model_dump()
    said["rules"] = [{"action": action["code"], "due": "6月底前"} for action in said["actions"]]
    made = open_office(tmp_path, Plan.model_validate(said))
    with made.ledger:
        yield made


def cells(taken: FileResult) -> list[object]:
    return [n.values["cells"] for n in taken.sheets[0].read.notes if n.key.startswith(SAID)]


def waive(office: Office, unit: str) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        action = phases.action_of(office.campaign.plan, "talks")
        phases.waive(entry, office.campaign, office.unit(unit), action, by="活动办", why="不涉及")


def test_a_stroke_is_said_until_the_office_has_freed_the_unit(office: Office) -> None:
    sheet = "单位 | 动员大会 | 谈心谈话\n盐窝镇 | √ | /\n胜坨镇 | √ | √"
    assert cells(office.take_text(sheet)) == ["盐窝镇 谈心谈话"]
    waive(office, "盐窝镇")
    assert cells(office.take_text(sheet)) == []


def test_a_stroke_takes_nothing_back_that_was_done(office: Office) -> None:
    office.take_text("单位 | 动员大会 | 谈心谈话\n盐窝镇 | √ | 2014-05-06", sender="盐窝镇")
    taken = office.take_text("单位 | 动员大会 | 谈心谈话\n盐窝镇 | √ | /", sender="盐窝镇")
    assert (taken.count("unchanged"), cells(taken)) == (1, ["盐窝镇 谈心谈话"])
    done = "select done_on from milestone where action = 'talks'"
    assert office.ledger.connection.execute(done).fetchall() == [("2014-05-06",)]


def test_many_strokes_are_counted_and_some_named(office: Office) -> None:
    units = [row["name"] for row in office.units()]
    lines = "\n".join(f"{name} | / | / | / " for name in units)
    [said] = cells(office.take_text("单位 | 动员大会 | 集中学习 | 谈心谈话\n" + lines))
    assert str(said).count("、") == 19


def test_an_export_shows_who_is_free_and_comes_back(office: Office) -> None:
    waive(office, "盐窝镇")
    path = office.export("progress", "进度.xlsx")
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert [row for row in rows if row[0] == "盐窝镇"] == [("盐窝镇", None, None, "/")]
    before = office.snapshot()
    [back] = office.take(path)
    assert (cells(back), back.entry, office.snapshot()) == ([], None, before)
