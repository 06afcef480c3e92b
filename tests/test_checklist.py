"""督导检查单: taken along to a unit, and brought back ticked as a visit with its steps."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office import Office
from office import open_office

from ledger import plans
from ledger import rectification
from ledger import supervision
from ledger import undo
from ledger import units
from ledger.campaigns import load_plan
from ledger.errors import DirectionClosed
from ledger.errors import NothingToVisit
from ledger.errors import OneSheetAFile
from ledger.exchange import sending
from ledger.exchange.file_result import FileResult
from schemas.deadline import Deadline
from schemas.deadline import read_deadline
from schemas.plan import Plan

GROUP = "县委第三督导组"
FAULT = "整改措施不到位"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path, load_plan("qzlx-county"))
    with made.ledger:
        with made.ledger.writing(made.author, campaign=1) as entry:
            names = units.UnitNames(made.ledger.connection)
            for unit in ("盐窝镇", "胜坨镇"):
                said = {"supervision_group": GROUP}
                units.edit(entry, 1, names, made.unit(unit), said)
        yield made


def due(office: Office, text: str) -> dict[str, Any]:
    found = read_deadline(text, office.campaign.plan.frame(office.today))
    assert isinstance(found, Deadline)
    return rectification.due_columns(found)


def item(office: Office, problem: str, unit: str = "盐窝镇", text: str = "", **said: Any) -> str:
    """Record an item; one that is done is submitted."""
    fields = {"unit_id": office.unit(unit), **said, **(due(office, text) if text else {})}
    with office.ledger.writing(office.author, campaign=1) as entry:
        number = rectification.add(entry, 1, problem, fields)
        if said.get("status") == "done":
            rectification.step(entry, number, "submit")
    return number


def asked(office: Office, name: str, **said: Any) -> None:
    """Let the plan ask for an action of every unit that is late by now."""
    own = office.campaign.plan.model_dump()
    own["actions"] = [*own["actions"], {"code": name, "name": name, **said}]
    own["rules"] = [*own["rules"], {"action": name, "due": "2014-05-10"}]
    with office.ledger.writing(office.author, campaign=1) as entry:
        plans.take(entry, Plan.model_validate(own))


def written(office: Office, unit: str | None = "盐窝镇", group: str | None = None) -> Path:
    parcel = sending.Parcel()
    if unit:
        parcel = parcel.only(office.unit(unit))
    else:
        parcel = sending.Parcel(units=sending.reading.UnitFilter(group=group))
    return office.export("visit-checks", "检查单.xlsx", parcel)


def table(sheet: Any) -> tuple[dict[str, int], list[int]]:
    """Return the columns of a page by their headings, and its rows."""
    [top] = [row for row in range(1, 12) if sheet.cell(row, 1).value == "事项"]
    columns: dict[str, int] = {}
    for row in (top, top + 1):
        for cell in sheet[row]:
            if cell.value:
                columns[cell.value] = cell.column
    rows = [
        row
        for row in range(top + 2, sheet.max_row + 1)
        if sheet.cell(row, columns["目前情况"]).border
    ]
    return columns, [row for row in rows if sheet.cell(row, 1).value and row > top + 1]


def parts(path: Path) -> list[tuple[str, str | None]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    columns, rows = table(sheet)
    said = [
        (sheet.cell(row, 1).value, sheet.cell(row, columns["问题或任务"]).value) for row in rows
    ]
    return [(part, problem) for part, problem in said if problem]


def filled(
    path: Path,
    ticks: dict[str, dict[str, str]],
    found: tuple[str, ...] = (),
    above: tuple[str, ...] = ("督导时间：5月14日", "督导方式：查阅资料、暗访", "个别谈话人次：12"),
) -> Path:
    """Fill a page in as a group does: behind the labels, in its columns, in the empty rows."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns, rows = table(sheet)
    for row in sheet.iter_rows(max_row=6):
        for cell in row:
            for fact in above:
                if str(cell.value or "").startswith(fact.split("：")[0] + "："):
                    cell.value = fact
    waiting = list(found)
    for row in rows:
        for heading, value in ticks.get(
            str(sheet.cell(row, columns["整改编号"]).value), {}
        ).items():
            sheet.cell(row, columns[heading]).value = value
        if sheet.cell(row, 1).value == "新发现" and waiting:
            sheet.cell(row, columns["问题或任务"]).value = waiting.pop(0)
            sheet.cell(row, columns["完成时限"]).value = "6月底前"
    book.save(path)
    return path


def remarks(result: FileResult) -> list[str]:
    [sheet] = result.sheets
    return [remark.key for row in sheet.remarks.values() for remark in row]


def visits(office: Office) -> list[dict[str, Any]]:
    asked = supervision.VisitFilter()
    return list(supervision.visits(office.ledger.connection, office.campaign.id, asked))


def closing(office: Office) -> dict[str, str]:
    return {one["no"]: one["closing"] for one in office.items()}


# Out --------------------------------------------------------------------------------------


def test_a_page_has_what_waits_what_is_owed_and_what_the_last_visit_found(office):
    item(office, "远的事", text="9月底前")
    item(office, "逾期的事", text="5月10日")
    item(office, "等核查的事", status="done", text="5月底前")
    item(office, "个人的事", scope="person", text="5月10日")
    item(office, "移交的事", status="referred", text="5月10日")
    item(office, "村里的事", unit="新村", text="5月10日")
    returned = item(office, "退回过的事", status="done", text="9月底前")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.step(entry, returned, "return", reason="再看看")
        rectification.add(
            entry, 1, "做完没报的事", {"unit_id": office.unit("盐窝镇"), "status": "done"}
        )
        said = {"unit_id": office.unit("盐窝镇"), "day": date(2014, 4, 20), "sup_group": GROUP}
        supervision.log_visit(entry, office.campaign, said, ["上次的事"])
    path = written(office)
    assert parts(path) == [
        ("待核查", "等核查的事"),
        ("退回重办", "退回过的事"),
        ("应办未完", "逾期的事"),
        ("未申请销号", "做完没报的事"),
        ("上次发现", "上次的事"),
    ]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    above = [str(cell.value) for row in sheet.iter_rows(max_row=5) for cell in row if cell.value]
    assert "被督导单位：盐窝镇" in above
    assert f"督导组：{GROUP}" in above
    assert f"上次督导：4月20日，{GROUP}；发现：上次的事" in above
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.sheet_properties.pageSetUpPr.fitToPage) == (1, True)


def test_a_group_has_a_worksheet_for_each_of_its_units(started):
    for unit in ("财政局", "盐窝镇"):
        started("units", "edit", unit, "--supervision-group", "第三组")
    assert started("export", "visits", "--group", "第三组", "-o", "a.xlsx").status == 0
    book = openpyxl.load_workbook("a.xlsx")
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert visible == ["财政局", "盐窝镇"]
    assert started("export", "visits", "--unit", "南岭村", "-o", "b.xlsx").status == 0
    # What was written of a direction that is said is the list of visits.
    started("log-visit", "南岭村", "--group", "第三组")
    assert started(
        "export", "visits", "--for", "inside", "--unit", "南岭村", "-o", "c.csv"
    ).out == ("已导出 1 行：c.csv\n")
    assert started("export", "visits", "-o", "d.csv").out == "已导出 1 行：d.csv\n"


def test_a_group_without_units_and_a_csv_of_several_are_refused(office):
    with pytest.raises(NothingToVisit):
        written(office, None, "外县督导组")
    with pytest.raises(OneSheetAFile):
        office.export("visit-checks", "a.csv", sending.Parcel())
    parcel = sending.Parcel(direction="down").only(office.unit("盐窝镇"))
    with pytest.raises(DirectionClosed):
        office.export("visit-checks", "b.xlsx", parcel)


# Back -------------------------------------------------------------------------------------


def test_it_comes_back_as_a_visit_with_its_checks_returns_and_findings(office):
    good = item(office, "做好的事", status="done")
    bad = item(office, "没做好的事", status="done")
    path = filled(
        written(office),
        {
            good: {"合格": "√"},
            bad: {"退回": "√", FAULT: "√", "理由": "只开了会"},
        },
        ("公示栏空着",),
    )
    before = office.snapshot()
    [result] = office.take(path)
    assert (result.state, result.period) == ("taken", None)
    assert remarks(result) == []
    assert (result.count("changed"), result.count("new"), result.count("queried")) == (2, 1, 0)
    [visit] = visits(office)
    told = {name: visit[name] for name in ("group", "unit", "day", "ways", "talks", "found")}
    assert told == {
        "group": GROUP,
        "unit": "盐窝镇",
        "day": "2014-05-14",
        "ways": ["查资料", "暗访"],
        "talks": 12,
        "found": "公示栏空着",
    }
    *_, found = office.items()
    assert (visit["items"], found["problem"], found["source"]) == (
        [found["no"]],
        "公示栏空着",
        "暗访",
    )
    assert (found["due_on"], found["visit"]) == ("2014-06-30", visit["no"])
    assert closing(office) == {good: "checked", bad: "returned", found["no"]: "open"}
    steps = office.ledger.connection.execute(
        "select step, day, done_by, reason from item_step where step <> 'submit' order by id"
    ).fetchall()
    assert steps == [
        ("check", "2014-05-14", GROUP, None),
        ("return", "2014-05-14", GROUP, f"{FAULT}；只开了会"),
    ]
    [again] = office.take(path)
    assert (again.count("unchanged"), again.entry) == (len(again.sheets[0].verdicts), None)
    undo.undo(office.ledger, office.author, result.entry)
    assert office.snapshot() == before


@pytest.mark.parametrize(
    ("ticks", "why"),
    [
        ({"合格": "√", "退回": "√"}, "queries.both_ticked"),
        ({"合格": "√", FAULT: "√"}, "queries.passed_with_fault"),
        ({FAULT: "√"}, "queries.none_ticked"),
        ({"退回": "√"}, "queries.return_without_reason"),
        ({"合格": "×"}, "queries.crossed"),
        ({"理由": "还没有看"}, "queries.reason_without_tick"),
        ({"合格": "大概"}, "faults_sheets.code_unknown"),
    ],
)
def test_a_tick_that_does_not_make_sense_is_asked_about(office, ticks, why):
    number = item(office, "做好的事", status="done")
    [result] = office.take(filled(written(office), {number: ticks}))
    assert remarks(result) == [why]
    assert result.count("queried") == 1
    assert closing(office) == {number: "submitted"}


def test_a_step_that_is_refused_is_asked_about_with_its_reason(office):
    open_one = item(office, "没做完的事", text="5月10日")
    good = item(office, "做好的事", status="done")
    path = filled(written(office), {open_one: {"合格": "√"}, good: {"合格": "√"}})
    [result] = office.take(path)
    [remark] = [one for row in result.sheets[0].remarks.values() for one in row]
    assert (remark.key, remark.field) == ("queries.step_refused", "passed")
    assert remark.values == {"number": open_one, "step": "核查通过", "closing": "未销号"}
    assert closing(office) == {open_one: "open", good: "checked"}


@pytest.mark.parametrize(
    ("above", "why"),
    [
        (("督导方式：座谈",), "queries.visit_day_missing"),
        (("督导时间：2015年1月1日",), "queries.visit_day"),
        # Last year's, where it is to have happened; but then there was no campaign.
        (("督导时间：6月3日",), "queries.visit_day"),
        (("督导时间：5月14日", "被督导单位：某某镇"), "queries.visit_unit"),
        (("督导时间：5月14日", "督导组："), "queries.visit_group_missing"),
        (("督导时间：5月14日", "个别谈话人次：好几个"), "queries.visit_count"),
    ],
)
def test_nothing_is_taken_where_it_is_not_said_who_was_where_and_when(office, above, why):
    number = item(office, "做好的事", status="done")
    [result] = office.take(filled(written(office), {number: {"合格": "√"}}, above=above))
    assert remarks(result) == [why]
    assert (closing(office), visits(office)) == ({number: "submitted"}, [])


def test_an_item_of_another_unit_and_one_of_nobody_are_asked_about(office):
    own = item(office, "做好的事", status="done")
    other = item(office, "别处的事", unit="胜坨镇", status="done")
    path = filled(written(office), {own: {"整改编号": other, "合格": "√"}})
    assert remarks(office.take(path)[0]) == ["queries.item_of_other"]
    path = filled(written(office), {own: {"整改编号": "ZG-0099", "合格": "√"}})
    assert remarks(office.take(path)[0]) == ["queries.number_unknown"]
    assert set(closing(office).values()) == {"submitted"}


def test_a_unit_cannot_check_itself_by_sending_the_page(office):
    number = item(office, "做好的事", status="done")
    path = filled(written(office), {number: {"合格": "√"}})
    [result] = office.take(path, sender="盐窝镇")
    assert remarks(result) == ["queries.check_of_office"]
    assert (closing(office), visits(office)) == ({number: "submitted"}, [])


def test_a_visit_that_found_nothing_is_kept_and_a_second_page_of_the_day_adds_to_it(office):
    path = filled(written(office), {})
    [result] = office.take(path)
    assert result.entry is not None
    [visit] = visits(office)
    assert (visit["talks"], visit["found"], visit["items"]) == (12, None, [])
    [more] = office.take(filled(written(office), {}, ("公示栏空着",)))
    assert more.count("new") == 1
    [visit] = visits(office)
    assert (visit["no"], visit["found"]) == ("DD-0001", "公示栏空着")


def test_a_page_that_was_not_touched_is_no_visit(office):
    item(office, "做好的事", status="done")
    [result] = office.take(written(office))
    assert (result.entry, result.count("queried"), visits(office)) == (None, 0, [])


def test_a_blank_page_is_filled_in_by_hand(office, tmp_path):
    target = tmp_path / "空表.xlsx"
    sheet = sending.sheet_of(office.campaign, "visit-checks")
    sending.write_template(office.campaign, sheet, target)
    facts = ("被督导单位：胜坨镇", f"督导组：{GROUP}", "督导时间：5月14日")
    [result] = office.take(filled(target, {}, ("路灯不亮",), facts))
    assert (result.count("new"), remarks(result)) == (1, [])
    assert [one["unit"] for one in office.items()] == ["胜坨镇"]


def test_what_is_written_beside_a_row_without_a_tick_is_kept_with_the_visit(office):
    with office.ledger.writing(office.author, campaign=1) as entry:
        said = {"unit_id": office.unit("盐窝镇"), "day": date(2014, 4, 20), "sup_group": GROUP}
        supervision.log_visit(entry, office.campaign, said, ["窗口无人"])
    asked(office, "集中学习讨论")
    path = filled(written(office), {"ZG-0001": {"理由": "已经有人值守"}})
    book = openpyxl.load_workbook(path)
    columns, rows = table(book.worksheets[0])
    [task] = [
        row
        for row in rows
        if book.worksheets[0].cell(row, columns["问题或任务"]).value == "集中学习讨论"
    ]
    book.worksheets[0].cell(task, columns["理由"]).value = "没有记录"
    book.save(path)
    assert office.take(path)[0].count("changed") == 2
    visit = visits(office)[-1]
    assert (visit["recheck"], visit["note"]) == ("ZG-0001：已经有人值守", "集中学习讨论：没有记录")
    again = office.take(path)[0]
    assert (again.entry, again.count("changed")) == (None, 0)


def test_what_an_earlier_visit_found_stays_on_the_page_until_it_is_done(office):
    with office.ledger.writing(office.author, campaign=1) as entry:
        said = {"unit_id": office.unit("盐窝镇"), "sup_group": GROUP}
        for day, found in ((1, "早先的事"), (20, "上次的事")):
            supervision.log_visit(
                entry, office.campaign, said | {"day": date(2014, 4, day)}, [found]
            )
    assert parts(written(office))[-2:] == [("上次发现", "上次的事"), ("以前发现", "早先的事")]


def test_an_elective_action_is_not_called_a_required_one(office):
    asked(office, "主题活动", kind="elective")
    asked(office, "集中学习")
    assert parts(written(office)) == [("规定动作", "集中学习"), ("自选动作", "主题活动")]


# As a clerk does it --------------------------------------------------------------------------


def test_a_page_that_comes_back_to_the_command_line_is_the_offices_own(campaign, tmp_path):
    assert campaign("init", "--plan", "qzlx-county", "--office", "垦东县").status == 0
    campaign("add-unit", "盐窝镇", "--group", GROUP)
    campaign("rectify", "add", "便民大厅午间无人值守", "--unit", "盐窝镇")
    campaign("rectify", "progress", "ZG-0001", "实行轮班", "--status", "已完成")
    campaign("rectify", "submit", "ZG-0001")
    page = tmp_path / "检查单.xlsx"
    assert campaign("export", "visits", "--unit", "盐窝镇", "-o", page).status == 0
    day = ("督导时间：5月14日",)
    result = campaign("import", filled(page, {"ZG-0001": {"合格": "√"}}, above=day))
    assert (result.status, result.err) == (0, "")
    assert campaign.json("rectify")[0]["closing"] == "checked"
    assert [one["group"] for one in campaign.json("visits")] == [GROUP]
