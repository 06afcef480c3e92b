"""Directions are walls: what goes down, up or out to the public, and what does not.

An export is searched in all its parts, hidden worksheets, comments and names included.
"""

import html
import json
import re
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from conftest import Campaign
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from office import Office
from office import open_office
from test_dry_run import sheet as csv_sheet

from ledger import activities
from ledger import campaigns
from ledger import contacts
from ledger import figures
from ledger import opinions
from ledger import rectification
from ledger import supervision
from ledger import units
from ledger import weak
from ledger.errors import DirectionClosed
from ledger.errors import DirectionNeedsUnit
from ledger.exchange import sending
from ledger.exchange.noun import noun_of
from ledger.rectification import due_columns
from schemas.deadline import Deadline
from schemas.deadline import read_deadline
from schemas.plan import Plan
from schemas.sheet import Column
from schemas.sheet import Direction
from schemas.sheet import Sheet
from schemas.sheet import all_sheets
from schemas.vocabulary import PERSON_TARGETS

PHONE, IDENTITY = "13900001234", "370521198001011234"
NUMBERS = f"电话{PHONE}，身份证{IDENTITY}"
MASKED = "电话***********，身份证******************"
DIRECTIONS: tuple[Direction, ...] = ("inside", "down", "up", "public")
OUTSIDE = DIRECTIONS[1:]

#: Section 8 once more, in its own words: what of an opinion and of a public item leaves.
OPINIONS_DOWN = {"no", "unit", "theme", "target", "wording", "voices", "status", "answer"}
OPINIONS_UP = OPINIONS_DOWN - {"no"} | {"channel", "from_group"}
ITEMS_PUBLIC = {
    *("theme", "category", "problem", "goal", "measures", "lead", "lead_unit", "unit"),
    *("co_units", "due", "status", "done_on", "satisfaction"),
}


def _plan() -> Plan:
    said = json.loads(campaigns.load_plan("standard").model_dump_json())
    actions = [
        {"code": "mobilise", "name": "动员大会", "phase": "1"},
        {"code": "study", "name": "动作庚", "phase": "1"},
    ]
    return Plan.model_validate({**said, "actions": actions, "rules": [{"action": "mobilise"}]})


PLAN = _plan()
SHEETS = {sheet.code: sheet.under(PLAN) for sheet in all_sheets()}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path, PLAN)
    with made.ledger:
        yield made


# What is written ------------------------------------------------------------------------


def parcel(office: Office, direction: Direction, unit: str | None = None, **more: Any):
    asked = sending.Parcel(direction=direction, **more)
    if unit or direction == "down":
        return asked.only(office.unit(unit or "盐窝镇"))
    return asked


def export(
    office: Office, code: str, direction: Direction, unit: str | None = None, **more: Any
) -> Path:
    wanted = parcel(office, direction, unit, **more)
    return office.export(code, f"{code}-{direction}.xlsx", wanted)


def words(path: Path) -> str:
    """All that stands in the parts of a workbook, as text."""
    with ZipFile(path) as package:
        parts = [package.read(name).decode("utf-8") for name in package.namelist()]
    return html.unescape("\n".join(parts))


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of an exported sheet by their headings."""
    [*_, sheet] = [s for s in openpyxl.load_workbook(path).worksheets if s.sheet_state == "visible"]
    # A title, a line, a cell to be ticked in what goes down, one or two rows of headings;
    # the first may be merged down.
    top = 4 if str(sheet["A3"].value).startswith("本月无变化") else 3
    if str(sheet["A1"].value).startswith("督导检查单"):
        top = 6
    table = list(sheet.iter_rows(min_row=top, values_only=True))
    if any(area.min_row == top for area in sheet.merged_cells.ranges):
        first, second, *table = table
        headings = [low or high for high, low in zip(first, second, strict=True)]
    else:
        headings, *table = table
    return [
        dict(zip(headings, row, strict=True))
        for row in table
        if not str(row[0]).startswith("单位负责人")
    ]


def headings(columns: Iterable[Column]) -> list[str]:
    return [column.heading("zh") for column in columns]


def opinion(office: Office, content: str = "话", unit: str = "盐窝镇", **fields: Any) -> str:
    with office.ledger.writing(office.author, campaign=1) as entry:
        return opinions.log(entry, 1, content, {"unit_id": office.unit(unit), **fields})


def item(office: Office, problem: str = "事", unit: str = "盐窝镇", **fields: Any) -> str:
    co_units = fields.pop("co_units", ())
    with office.ledger.writing(office.author, campaign=1) as entry:
        fields = {"unit_id": office.unit(unit), **fields}
        return rectification.add(entry, 1, problem, fields, co_units)


def talk(office: Office, **fields: Any) -> str:
    said = {"unit_id": office.unit("盐窝镇"), "day": date(2014, 5, 8), "with_whom": "李明"}
    with office.ledger.writing(office.author, campaign=1) as entry:
        return activities.log_activity(entry, office.campaign, said | fields)[0]


def record_as_fixed(office: Office, sheet: Sheet) -> None:
    """Give a sheet that fixes something a record of its own."""
    adders = {"opinion": opinion, "item": item, "activity": talk}
    if sheet.fixed:
        adders[sheet.record](office, **sheet.fixed_in(office.campaign.plan))


def link(office: Office, number: str, *behind: str) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.link(entry, number, behind)


def due(text: str) -> dict[str, Any]:
    found = read_deadline(text, PLAN.frame(date(2014, 5, 16)))
    assert isinstance(found, Deadline)
    return due_columns(found)


@pytest.mark.parametrize("verbatim", [False, True])
@pytest.mark.parametrize("marked", [False, True])
def test_what_a_unit_answers_in_a_sheet_that_went_down_finds_its_opinion(
    office: Office, marked: bool, verbatim: bool
) -> None:
    """By the number, also where the words are not in the sheet and the mark was lost."""
    opinion(office, "大厅没人", wording="窗口服务")
    second = opinion(office, "路灯不亮", wording="照明")
    path = export(office, "opinions", "down", verbatim=verbatim)
    [back] = office.take(path, sender="盐窝镇")
    assert (back.count("unchanged"), back.count("new"), back.count("queried")) == (2, 0, 0)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    [head] = [row for row in page.iter_rows() if "答复意见" in [cell.value for cell in row]]
    place = {cell.value: cell.column for cell in head}
    [line] = [row[0].row for row in page.iter_rows() if second in [cell.value for cell in row]]
    page.cell(line, place["答复意见"]).value = "已装路灯"
    if not marked:
        for sheet in book.worksheets[1:]:
            book.remove(sheet)
        page.defined_names.clear()
    book.save(path)
    [result] = office.take(path, sender="盐窝镇")
    assert (result.count("changed"), result.count("unchanged"), len(office.opinions())) == (1, 1, 2)
    assert [found["answer"] for found in office.opinions()] == [None, "已装路灯"]


# Columns --------------------------------------------------------------------------------


def test_what_leaves_of_opinions_and_public_items_is_what_the_design_says() -> None:
    def leaving(code: str, direction: Direction) -> set[str]:
        return {column.field for column in SHEETS[code].leaving(direction)}

    assert leaving("opinions", "down") == OPINIONS_DOWN
    assert leaving("opinions", "up") == OPINIONS_UP
    assert leaving("rectification", "public") == ITEMS_PUBLIC
    assert {code for code in SHEETS if leaving(code, "public")} - {"roster"} == {"rectification"}


def test_no_private_column_leaves_the_ledger_in_any_direction() -> None:
    columns = [column for sheet in SHEETS.values() for column in sheet.columns if column.private]
    assert {column.field for column in columns} == {
        f"giver_{part}" for part in opinions.GIVER_FIELDS
    }
    for column in columns:
        assert not any(column.may_leave(d, verbatim=True) for d in DIRECTIONS)


@pytest.mark.parametrize("verbatim", [False, True])
@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_an_export_has_the_columns_that_are_declared_as_leaving(
    office: Office, sheet: Sheet, direction: Direction, verbatim: bool
) -> None:
    fill(office)
    record_as_fixed(office, sheet)
    if not sheet.leaving(direction) or (direction == "public" and not noun_of(sheet.record).public):
        with pytest.raises(DirectionClosed):
            export(office, sheet.code, direction, verbatim=verbatim)
        return
    [first, *_] = rows(export(office, sheet.code, direction, verbatim=verbatim))
    declared = [c for c in sheet.columns if not c.private and c.field not in sheet.fixed]
    if direction != "inside":
        declared = [c for c in declared if direction in c.leaves or (c.verbatim and verbatim)]
        declared = [c for c in declared if not c.verbatim or direction == "down"]
    if sheet.code == "figures":
        # Its shape is that of what goes out; no column is in it that may not leave.
        assert {"单位", "报表期", "指标名称"} <= set(first) <= set(headings(declared))
        return
    assert list(first) == headings(declared)


#: What stands under each column, found nowhere else in a workbook.
SIGNS = {
    "opinions": {
        "ext_no": "来文甲7", "collected_by": "收集甲", "channel": "渠道甲", "theme": "类别甲",
        "from_group": "界别甲", "content": "原话甲", "wording": "归纳甲", "voices": "7391",
        "raised_on": "41605", "answer": "答复甲",
    },
    "rectification": {
        "ext_no": "来文乙7", "batch": "批次乙", "source": "来源乙", "theme": "类别乙",
        "category": "整治乙", "problem": "问题乙", "goal": "目标乙", "standard": "标准乙",
        "measures": "措施乙", "lead": "领导乙", "lead_unit": "县财政局",
        "co_units": "县人力资源和社会保障局", "owner": "责任乙", "raised_on": "41606",
        "due": "6月27日前", "progress": "进展乙", "done_on": "41607", "closed_on": "41608",
        "published_on": "41609", "satisfaction": "评价乙",
    },
    "roster": {
        "code": "DW7", "short_name": "简称丙", "aliases": "别名丙", "tier": "层级丙",
        "kind": "类别丙", "batch": "批次丙", "members": "7392", "branches": "7393",
        "leaders": "7394", "head": "书记丙", "liaison": "联络丙", "phone": "8320777",
        "supervision_group": "督导丙", "contact_leader": "领导丙", "started_on": "41610",
    },
    "visits": {
        "group": "督导丁", "level": "层级丁", "day": "41611", "ways": "方式丁", "members": "人员丁",
        "talks": "7395", "meetings": "7396", "opinions": "7397", "reviewed": "7398",
        "returned": "7399", "found": "发现丁", "demands": "要求丁", "due": "6月26日前",
        "fed_back_on": "41612", "recheck": "复查丁", "outcome_where": "载体丁",
        "outcome_on": "41613", "note": "备注丁",
    },
    "contact-points": {
        "leader": "领导戊", "level": "级别戊", "post": "职务戊", "body": "胜坨镇",
        "point": "联系点戊", "set_up_on": "41614", "attended_on": "41615", "note": "备注戊",
    },
    "weak-organisations": {
        "level": "级别己", "kind": "类型己", "problem": "问题己", "contact_leader": "领导己",
        "first_secretary": "书记己", "measures": "措施己", "owner": "责任己", "due": "6月25日前",
        "done_on": "41616", "outcome": "成效己", "note": "备注己",
    },
    "activities": {
        "day": "41617", "ends_on": "41618", "form": "形式庚", "title": "内容庚",
        "action": "动作庚", "phase": "学习教育、听取意见", "place": "地点庚", "days": "73.5",
        "hours": "74.5", "times": "7401", "due": "7402", "present": "7403", "absent": "缺席庚",
        "made_up": "7404", "made_up_on": "41619", "led_by": "主持庚", "speaker": "主讲庚",
        "supervisor": "督导庚", "with_whom": "对象辛", "pair": "类型辛", "topics": "谈透辛",
        "opinions": "7405", "group": "党员庚", "group_all": "7407", "group_reached": "7406",
        "reached_how": "送学庚", "note": "备注庚",
    },
    "talks": {
        "led_by": "谈话辛", "with_whom": "对象辛", "pair": "类型辛", "day": "41620",
        "times": "7408", "place": "地点辛", "topics": "谈透辛", "opinions": "7409",
        "note": "内容辛",
    },
}  # fmt: skip


def fill(office: Office) -> str:
    """Give one record of each kind something under every column; return the opinion's number."""
    signs = SIGNS["opinions"]
    texts = ("ext_no", "collected_by", "channel", "from_group", "wording", "answer")
    number = opinion(
        office, signs["content"], theme=[signs["theme"]], target="领导班子", voices=7391,
        raised_on=date(2013, 11, 27), **{name: signs[name] for name in texts},
    )  # fmt: skip
    signs = SIGNS["rectification"]
    texts = ("ext_no", "batch", "source", "goal", "standard", "measures", "lead", "owner")
    item(
        office, signs["problem"], theme=[signs["theme"]], category=[signs["category"]],
        lead_unit_id=office.unit(signs["lead_unit"]), co_units=[office.unit(signs["co_units"])],
        raised_on=date(2013, 11, 28), status="done", done_on=date(2013, 11, 29),
        closed_on=date(2013, 11, 30), published_on=date(2013, 12, 1), progress=signs["progress"],
        satisfaction=signs["satisfaction"], **due(signs["due"]),
        **{name: signs[name] for name in texts},
    )  # fmt: skip
    signs = SIGNS["roster"]
    texts = ("code", "short_name", "tier", "kind", "batch", "head", "liaison", "phone")
    with office.ledger.writing(office.author, campaign=1) as entry:
        fields: dict[str, Any] = {name: signs[name] for name in texts}
        fields |= {"supervision_group": "督导丙", "contact_leader": "领导丙", "aliases": ["别名丙"]}
        fields |= {"members": 7392, "branches": 7393, "leaders": 7394}
        fields["started_on"] = date(2013, 12, 2)
        names = units.UnitNames(entry.connection)
        units.edit(entry, 1, names, office.unit("盐窝镇"), fields)
    _fill_supervision(office)
    _fill_activities(office)
    return number


def _fill_supervision(office: Office) -> None:
    unit = {"unit_id": office.unit("盐窝镇")}
    signs = SIGNS["visits"]
    texts = ("level", "members", "found", "demands", "recheck", "outcome_where", "note")
    visit = {**unit, **{name: signs[name] for name in texts}, **due(signs["due"])}
    visit |= {"sup_group": signs["group"], "ways": [signs["ways"]], "day": date(2013, 12, 3)}
    visit |= {"talks": 7395, "meetings": 7396, "opinions": 7397, "reviewed": 7398}
    visit |= {"returned": 7399, "outcome": "exposed"}
    visit |= {"fed_back_on": date(2013, 12, 4), "outcome_on": date(2013, 12, 5)}
    point, weakness = SIGNS["contact-points"], SIGNS["weak-organisations"]
    with office.ledger.writing(office.author, campaign=1) as entry:
        supervision.log_visit(entry, office.campaign, visit)
        said = {name: point[name] for name in ("level", "post", "point", "note")}
        said |= {"body_id": office.unit(point["body"]), "set_up_on": date(2013, 12, 6)}
        said |= {"attended_on": date(2013, 12, 7), **unit}
        contacts.add(entry, 1, point["leader"], said)
        said = {name: weakness[name] for name in weakness if name not in ("due", "done_on")}
        said |= {**unit, **due(weakness["due"]), "done_on": date(2013, 12, 8)}
        weak.add(entry, 1, "党支部己", said)
        said = {**unit, "period": "2013-12", "source": "简报己"}
        figures.log(entry, office.campaign, "征求意见数", "75.6万余条", said)


def _fill_activities(office: Office) -> None:
    """A study, and a talk."""
    unit = {"unit_id": office.unit("盐窝镇")}
    signs = SIGNS["activities"]
    texts = ("form", "title", "place", "absent", "led_by", "speaker", "supervisor", "note")
    study = {**unit, **{name: signs[name] for name in (*texts, "reached_how")}}
    study |= {"action": "study", "phase": "1", "member_group": signs["group"]}
    study |= {"day": date(2013, 12, 9), "ends_on": date(2013, 12, 10), "day_tenths": 735}
    study |= {"hour_tenths": 745, "made_up_on": date(2013, 12, 11)}
    counts = ("times", "due", "present", "made_up", "opinions", "group_all", "group_reached")
    study |= {name: int(signs[name]) for name in counts}
    signs = SIGNS["talks"]
    talk = {**unit, **{name: signs[name] for name in ("led_by", "with_whom", "pair", "place")}}
    talk |= {"form": "谈心谈话", "day": date(2013, 12, 12), "topics": [signs["topics"]]}
    talk |= {"times": 7408, "opinions": 7409, "note": signs["note"]}
    with office.ledger.writing(office.author, campaign=1) as entry:
        activities.log_activity(entry, office.campaign, study)
        activities.log_activity(entry, office.campaign, talk)


def is_closed(code: str, direction: Direction) -> bool:
    """Tell whether nothing of a sheet goes in a direction."""
    sheet = SHEETS[code]
    return not sheet.leaving(direction) or (direction == "public" and code != "rectification")


@pytest.mark.parametrize("verbatim", [False, True])
@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("code", SIGNS)
def test_nothing_of_a_column_that_does_not_leave_is_in_any_part(
    office: Office, code: str, direction: Direction, verbatim: bool
) -> None:
    number = fill(office)
    if is_closed(code, direction):
        return
    said = words(export(office, code, direction, verbatim=verbatim))
    for field, sign in SIGNS[code].items():
        column = SHEETS[code].column(field)
        assert column is not None
        leaves = column.may_leave(direction, verbatim=verbatim)
        assert (re.search(rf"(?<!\d){sign}(?!\d)", said) is not None) == leaves, field
    assert (number in said) == (code == "opinions" and direction in ("inside", "down"))


def test_the_signs_cover_every_column_with_a_value_of_its_own() -> None:
    for code, signs in SIGNS.items():
        columns = [c for c in SHEETS[code].columns if not c.private and c.codes is None]
        known = {"no", "unit", "name", "parent", "target", "key_body", "active"}
        assert {column.field for column in columns} - known == set(signs)


# Records --------------------------------------------------------------------------------


def test_what_goes_down_goes_to_one_unit(office: Office) -> None:
    with pytest.raises(DirectionNeedsUnit):
        office.export("rectification", "a.xlsx", sending.Parcel(direction="down"))


@pytest.mark.parametrize(
    ("direction", "goes"), [("inside", True), ("down", False), ("up", True), ("public", False)]
)
@pytest.mark.parametrize("fields", [{"scope": "person", "owner": "张三"}, {"status": "referred"}])
def test_a_persons_item_and_a_referred_one(
    office: Office, fields: dict[str, Any], direction: Direction, goes: bool
) -> None:
    """They go up, not to the unit, and not to the public; nor do the opinions behind them."""
    behind = opinion(office, "话甲", wording="归纳甲")
    opinion(office, "话乙", wording="归纳乙")
    link(office, item(office, "事甲", **fields), behind)
    item(office, "事乙")
    said = words(export(office, "rectification", direction))
    assert ("事甲" in said, "事乙" in said) == (goes, True)
    if direction != "public":
        said = words(export(office, "opinions", direction))
        assert ("归纳甲" in said, "归纳乙" in said) == (goes, True)


@pytest.mark.parametrize("target", PERSON_TARGETS)
def test_an_opinion_about_a_person_goes_up_and_not_to_the_own_unit(
    office: Office, target: str
) -> None:
    opinion(office, "话", wording="归纳甲", target=target)
    opinion(office, "话", wording="归纳乙", target="领导班子")
    opinion(office, "话", wording="归纳丙")
    for direction in DIRECTIONS[:3]:
        said = words(export(office, "opinions", direction))
        goes = direction != "down"
        assert ["归纳" + one in said for one in "甲乙丙"] == [goes, True, True]


@pytest.mark.parametrize("target", ["班子成员张三", "张三", "党委书记"])
def test_a_target_that_the_plan_does_not_have_may_be_a_name(office: Office, target: str) -> None:
    opinion(office, "话", wording="归纳甲", target=target)
    assert "归纳甲" in words(export(office, "opinions", "up"))
    assert "归纳甲" not in words(export(office, "opinions", "down"))


@pytest.mark.parametrize("code", [code for code in SHEETS if code != "rectification"])
def test_public_lists_carry_items_only(office: Office, code: str) -> None:
    fill(office)
    for wanted in ([code], ["rectification", code]):
        sheets = [sending.sheet_of(office.campaign, one) for one in wanted]
        target = office.folder / "公示.xlsx"
        with pytest.raises(DirectionClosed):
            sending.export(
                office.ledger, office.author, office.campaign, sheets,
                parcel(office, "public"), target,
            )  # fmt: skip
        assert not target.exists()


def test_each_unit_gets_only_what_is_its_own(started, tmp_path: Path) -> None:
    """What lies below a unit is its own; of two units of one name each has a file."""
    started("add-unit", "胜坨镇", "--tier", "乡镇")
    started("add-unit", "南岭村", "--parent", "胜坨镇", "--tier", "村级")
    for code, parent in (("甲", "盐窝镇"), ("乙", "胜坨镇")):
        village = f"{parent}南岭村"
        assert started("rectify", "add", f"{code}镇的事", "--unit", parent).status == 0
        assert started("rectify", "add", f"{code}村的事", "--unit", village).status == 0
        started("log-opinion", "话", "--unit", village, "--wording", f"{code}村的话")
    result = started("export", "rectification", "opinions", "--by", "unit", "-o", "下发")
    assert result.status == 0, result.err
    found = {
        frozenset(re.findall(r"[甲乙].的[事话]", words(file)))
        for file in (tmp_path / "下发").iterdir()
    }
    assert found == {
        *(frozenset({f"{c}村的事", f"{c}村的话"}) for c in "甲乙"),
        *(frozenset({f"{c}镇的事", f"{c}村的事", f"{c}村的话"}) for c in "甲乙"),
    }
    [file, *_] = (tmp_path / "下发").iterdir()
    assert list(rows(file)[0]) == headings(SHEETS["opinions"].leaving("down"))


# Order ----------------------------------------------------------------------------------

#: Unit, theme, wording of some opinions; two of them are alike but for their count.
HEARD = [
    ("盐窝镇", "官僚主义", "丙"), ("盐窝镇", "官僚主义", "甲"), ("新村", "其他", "乙"),
    ("盐窝镇", "形式主义", "甲"), ("新村", "官僚主义", "甲"), ("盐窝镇", "官僚主义", None),
]  # fmt: skip


@settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
@given(arrival=st.permutations(HEARD))
def test_what_leaves_is_ordered_by_unit_theme_and_wording(tmp_path: Path, arrival: Any) -> None:
    office = open_office(tmp_path, PLAN)
    with office.ledger:
        for unit, theme, wording in arrival:
            opinion(office, unit=unit, theme=[theme], wording=wording)
            item(office, wording or "无", unit=unit, theme=[theme])
        order = sorted(HEARD, key=lambda heard: (heard[0], heard[1], heard[2] or ""))
        for direction in ("down", "up"):
            found = rows(export(office, "opinions", direction))
            said = [(r["被征求意见单位"], r["类别"], r["归纳意见"]) for r in found]
            assert said == order
        for direction in OUTSIDE:
            found = rows(export(office, "rectification", direction))
            said = [(r["责任单位"], r["四风类别"], r["存在问题"]) for r in found]
            assert said == sorted((u, t, w or "无") for u, t, w in HEARD)


@pytest.mark.parametrize("verbatim", [False, True])
def test_where_the_words_are_the_same_the_order_of_arrival_is_not_told(
    office: Office, verbatim: bool
) -> None:
    numbers = [opinion(office, f"话{n}", voices=n) for n in range(1, 9)]
    found = rows(export(office, "opinions", "down", verbatim=verbatim))
    drawn = sorted(range(1, 9), key=lambda n: numbers[n - 1])
    assert [row["条数"] for row in found] == drawn


# Numbers in texts -----------------------------------------------------------------------


def _with_numbers(office: Office) -> None:
    """Put numbers of people wherever somebody writes freely."""
    texts = ("channel", "from_group", "wording", "answer", "collected_by")
    opinion(
        office, f"话{NUMBERS}", theme=[f"类别{PHONE}"], target="领导班子",
        **dict.fromkeys(texts, NUMBERS),
    )  # fmt: skip
    texts = ("source", "goal", "standard", "measures", "lead", "owner", "progress", "batch")
    item(
        office, f"事{NUMBERS}", theme=[f"类别{PHONE}"], category=[f"整治{PHONE}"],
        satisfaction=NUMBERS, status="doing", status_text=None, **due(f"6月底前，找{PHONE}"),
        **dict.fromkeys(texts, NUMBERS),
    )  # fmt: skip
    with office.ledger.writing(office.author, campaign=1) as entry:
        names = units.UnitNames(entry.connection)
        fields = dict.fromkeys(("head", "liaison", "contact_leader", "kind", "tier"), NUMBERS)
        units.edit(entry, 1, names, office.unit("盐窝镇"), fields)
        unit = {"unit_id": office.unit("盐窝镇")}
        seen = {**unit, "day": office.today, "level": NUMBERS, "found": NUMBERS}
        supervision.log_visit(entry, office.campaign, seen)
        contacts.add(entry, 1, f"王一{PHONE}", {**unit, "point": NUMBERS})
        weak.add(entry, 1, "党支部", {**unit, "problem": NUMBERS})
        held = {**unit, "day": office.today}
        activities.log_activity(entry, office.campaign, {**held, "title": NUMBERS})
        talk = {**held, "form": "谈心谈话", "with_whom": "李明", "pair": NUMBERS}
        activities.log_activity(entry, office.campaign, talk)


@pytest.mark.parametrize("direction", OUTSIDE)
@pytest.mark.parametrize("code", SIGNS)
def test_numbers_of_people_are_masked_outside_and_kept_inside(
    office: Office, code: str, direction: Direction
) -> None:
    _with_numbers(office)
    assert PHONE in words(export(office, code, "inside"))
    if is_closed(code, direction):
        return
    said = words(export(office, code, direction, verbatim=True))
    assert (PHONE in said, IDENTITY in said) == (False, False)
    assert "***********" in said


def test_the_telephone_of_a_liaison_is_no_secret(office: Office) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        names = units.UnitNames(entry.connection)
        units.edit(entry, 1, names, office.unit("盐窝镇"), {"phone": PHONE})
    assert PHONE in words(export(office, "roster", "up"))


LEDGER = f"""
整改台账
存在问题 | 责任单位 | 责任人 | 完成时限 | 整改措施 | 自用备注
{NUMBERS} | 盐窝镇 | 张三{PHONE} | 6月底前 | {NUMBERS} | 找老周{PHONE}
"""


def _from_the_unit(office: Office) -> Path:
    office.take_text(LEDGER, "盐窝镇")
    return export(office, "rectification", "down")


def _changed(path: Path, said: dict[str, str], *, unmarked: bool = False) -> Path:
    book = openpyxl.load_workbook(path)
    for cell in (cell for row in book.worksheets[0].iter_rows() for cell in row):
        if cell.value in said:
            cell.value = said[cell.value]
    if unmarked:
        del book["_campaign"]
        del book.worksheets[0].defined_names["_campaign"]
    target = path.with_name("改.xlsx")
    book.save(target)
    return target


def test_a_masked_text_that_comes_back_changes_nothing(office: Office) -> None:
    path = _from_the_unit(office)
    assert (PHONE in words(path), "找老周***********" in words(path)) == (False, True)
    before = office.snapshot()
    [result] = office.take(path)
    assert result.sender is not None
    assert (result.sender.unit, result.count("unchanged")) == (office.unit("盐窝镇"), 1)
    assert office.snapshot() == before


def test_a_change_beside_a_masked_text_is_taken_alone(office: Office) -> None:
    path = _changed(_from_the_unit(office), {"6月底前": "7月底前"})
    [result] = office.take(path)
    assert result.count("changed") == 1
    [found] = office.items()
    assert (found["due_text"], found["problem"], found["measures"]) == ("7月底前", NUMBERS, NUMBERS)
    assert found["owner"] == f"张三{PHONE}"


def test_a_masked_text_is_known_also_where_its_mark_was_lost(office: Office) -> None:
    item(office, NUMBERS, measures=NUMBERS)
    path = _changed(export(office, "rectification", "down"), {}, unmarked=True)
    before = office.snapshot()
    [result] = office.take(path, sender="盐窝镇")
    assert (result.count("unchanged"), result.sheets[0].remarks) == (1, {})
    assert office.snapshot() == before


# What nobody looks at -------------------------------------------------------------------


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("code", SHEETS)
def test_properties_and_hidden_parts_tell_nothing(
    office: Office, code: str, direction: Direction
) -> None:
    fill(office)
    if is_closed(code, direction):
        return
    path = export(office, code, direction)
    with ZipFile(path) as package:
        core = package.read("docProps/core.xml").decode()
        assert {info.date_time[0] for info in package.infolist()} == {1980}
    assert re.sub(r"<[^>]*>", "", core) == ""
    assert office.author.by not in words(path)
    book = openpyxl.load_workbook(path)
    hidden = {sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"}
    assert hidden <= {"_campaign", "_lists"}
    names = {name for sheet in book.worksheets for name in sheet.defined_names}
    assert names <= {"_campaign", "Print_Titles", "Print_Area", "_xlnm._FilterDatabase"}
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.comment is not None] == []
    mark = book["_campaign"]["B1"].value
    assert re.fullmatch(rf"test-ledger:\d+:{code}", mark)


def test_that_words_went_down_is_kept(office: Office) -> None:
    opinion(office)
    export(office, "opinions", "down", verbatim=True)
    kept = office.ledger.connection.execute("select direction, unit_id, filters from export")
    [(direction, unit, filters)] = kept.fetchall()
    assert (direction, unit, json.loads(filters)["verbatim"]) == (
        "down",
        office.unit("盐窝镇"),
        True,
    )


# Answers --------------------------------------------------------------------------------


def answered(office: Office, sheet: str) -> str:
    """What an answer to a sheet of 盐窝镇 says; its last row is queried, so that there is one."""
    result = office.take_text(sheet, "盐窝镇")
    said = [one.values for remarks in result.sheets[0].remarks.values() for one in remarks]
    assert result.needs_answer
    return str(said)


def test_an_answer_does_not_tell_what_would_not_go_down(office: Office) -> None:
    """The number of an opinion is no key to its words, nor to its channel, day and collector."""
    number = opinion(
        office, "原话甲", channel="意见箱", raised_on=date(2014, 5, 2), collected_by="收集甲"
    )
    said = answered(
        office,
        f"""
    意见编号 | 被征求意见单位 | 意见建议 | 征求方式 | 征求时间 | 收集单位
    {number} | 盐窝镇 | 猜的话 | 座谈会 | 5月1日 | 盐窝镇
     | 盐窝镇 | 别的话 | 座谈会 | 6月31日 | 盐窝镇
    """,
    )
    assert "猜的话" in said
    for hidden in ("原话甲", "意见箱", "2014-05-02", "收集甲"):
        assert hidden not in said


def test_an_answer_masks_the_numbers_of_people(office: Office) -> None:
    number = item(office, f"事{NUMBERS}")
    said = answered(
        office,
        f"""
    整改编号 | 存在问题 | 责任单位 | 完成时限
    {number} | 别的事 | 盐窝镇 | 6月底前
     | 又一件事 | 盐窝镇 | 6月31日
    """,
    )
    assert (MASKED in said, PHONE in said) == (True, False)


def test_an_answer_does_not_tell_that_an_item_was_referred(office: Office) -> None:
    sheet = """
    存在问题 | 责任单位 | 完成时限 | 完成情况
    收受礼金 | 盐窝镇 | 6月底前 | 整改中
    路灯不亮 | 盐窝镇 | 6月31日 | 整改中
    """
    answered(office, sheet)
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.progress(entry, "ZG-0001", "移交纪委", status="referred")
    for status in ("整改中", "已完成"):
        said = answered(office, sheet.replace("整改中", status))
        assert "移交" not in said
    result = office.take_text(sheet.replace("整改中", "已完成").replace("31日", "30日"), "盐窝镇")
    assert (result.count("conflict"), office.items()[0]["status"]) == (0, "referred")


def test_what_is_about_a_person_named_in_a_column_of_leaders_does_not_go_down(
    started: Campaign, tmp_path: Path
) -> None:
    """Where that column was not known, each of the opinions went to the person's own unit."""
    text = (
        "盐窝镇征求意见\n序号|班子成员|意见建议|归纳\n1|张三|脾气急|作风简单\n2|领导班子|会多|会多"
    )
    assert started("import", csv_sheet(tmp_path / "盐窝镇.csv", text)).status == 0
    assert [one["target"] for one in started.json("opinions")].count("张三") == 1
    started("export", "opinions", "--for", "down", "--unit", "盐窝镇", "-o", tmp_path / "下.csv")
    said = (tmp_path / "下.csv").read_text("utf-8-sig")
    assert "会多" in said
    assert "作风简单" not in said
    assert "张三" not in said
