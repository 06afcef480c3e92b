"""A record is known again by what it is, and by what it once was: no sheet doubles it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from office import Office
from office import open_office
from openpyxl import load_workbook

from ledger import journal
from ledger import opinions
from ledger import rectification
from ledger import undo
from ledger import units
from ledger.exchange.sending import Parcel

HEARD = "意见建议 | 被征求意见单位 | 征求方式 | 征求时间"
TWICE = f"{HEARD}\n路灯不亮 | 盐窝镇 | 意见箱 | 5月8日\n路灯不亮 | 盐窝镇 | 意见箱 | 5月8日"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        yield made


def edit_opinion(office: Office, number: str, **fields: Any) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        opinions.edit(entry, number, fields)


def edit_item(office: Office, number: str, **fields: Any) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, number, fields)


def edit_unit(office: Office, unit: str, **fields: Any) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        names = units.UnitNames(entry.connection)
        units.edit(entry, 1, names, names.required(unit), fields)


def verdicts(office: Office, text: str, sender: str | None = None) -> list[str]:
    return list(office.take_text(text, sender).sheets[0].verdicts)


@pytest.mark.parametrize(
    "fields",
    [
        {"content": "路灯全都不亮"},
        {"channel": "来信"},
        {"raised_on": date(2014, 5, 9)},
        {"unit_id": "县财政局"},
    ],
    ids=["words", "channel", "day", "unit"],
)
@pytest.mark.parametrize("sender", ["盐窝镇", None])
def test_an_opinion_that_was_edited_is_known_by_its_earlier_sheet(
    office: Office, sender: str | None, fields: dict[str, Any]
) -> None:
    office.take_text(TWICE, "盐窝镇")
    number = office.opinions()[0]["no"]
    if "unit_id" in fields:
        fields = {"unit_id": office.unit(fields["unit_id"])}
    edit_opinion(office, number, **fields)
    before = office.opinions()
    for _ in range(2):
        assert verdicts(office, TWICE, sender) == ["unchanged", "unchanged"]
        assert office.opinions() == before


def test_an_edited_opinion_is_known_by_what_it_says_now(office: Office) -> None:
    office.take_text(TWICE, "盐窝镇")
    edit_opinion(office, office.opinions()[0]["no"], channel="来信")
    now = f"{HEARD}\n路灯不亮 | 盐窝镇 | 来信 | 5月8日"
    assert verdicts(office, now) == ["unchanged"]


def test_an_opinion_that_was_typed_is_known_when_a_sheet_says_it(office: Office) -> None:
    said = {"unit_id": office.unit("盐窝镇"), "channel": "意见箱", "raised_on": date(2014, 5, 8)}
    with office.ledger.writing(office.author, campaign=1) as entry:
        for _ in range(2):
            opinions.log(entry, 1, "路灯不亮", said)
    assert verdicts(office, TWICE) == ["unchanged", "unchanged"]
    assert verdicts(office, TWICE + TWICE.removeprefix(HEARD)) == ["unchanged"] * 2 + ["new"] * 2


def test_words_that_another_opinion_once_had_are_not_given_to_a_new_one(office: Office) -> None:
    """The sheet of then means the edited one; what was said since is another voice."""
    once = "\n".join(TWICE.splitlines()[:2])
    office.take_text(once, "盐窝镇")
    [edited] = office.opinions()
    edit_opinion(office, edited["no"], content="路灯全都不亮")
    said = {"unit_id": office.unit("盐窝镇"), "channel": "意见箱", "raised_on": date(2014, 5, 8)}
    with office.ledger.writing(office.author, campaign=1) as entry:
        opinions.log(entry, 1, "路灯不亮", said)
    result = office.take_text(once, "盐窝镇")
    assert result.sheets[0].ids == [1]
    assert len(office.opinions()) == 2


def test_an_edit_that_is_undone_leaves_no_second_name(office: Office) -> None:
    office.take_text(TWICE, "盐窝镇")
    before = office.snapshot()
    edit_opinion(office, office.opinions()[0]["no"], content="路灯全都不亮")
    undo.undo(office.ledger, office.author, journal.newest(office.ledger.connection))
    assert office.snapshot() == before


@pytest.mark.parametrize("sender", ["盐窝镇", None])
def test_an_earlier_wording_is_no_conflict_however_often_it_comes(
    office: Office, sender: str | None
) -> None:
    sheet = "存在问题 | 责任单位 | 整改措施\n路灯不亮 | 盐窝镇 | 换灯泡"
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.add(entry, 1, "路灯不亮", {"unit_id": office.unit("盐窝镇")})
    edit_item(office, "ZG-0001", problem="主街路灯损坏")
    assert verdicts(office, sheet, sender) == ["changed"]
    assert verdicts(office, sheet, sender) == ["unchanged"]
    [item] = office.items()
    assert (item["problem"], item["measures"]) == ("主街路灯损坏", "换灯泡")


def test_a_sheet_that_has_to_win_wins_with_an_earlier_wording(office: Office) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.add(entry, 1, "路灯不亮", {"unit_id": office.unit("盐窝镇")})
    edit_item(office, "ZG-0001", problem="主街路灯损坏")
    office.take_text("存在问题 | 责任单位\n路灯不亮 | 盐窝镇", settle="theirs")
    assert [item["problem"] for item in office.items()] == ["路灯不亮"]


def test_a_persons_item_is_known_by_the_person_of_before(office: Office) -> None:
    unit = office.unit("盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        fields = {"unit_id": unit, "scope": "person", "owner": "张三丰"}
        rectification.add(entry, 1, "学习不深", fields)
    edit_item(office, "ZG-0001", owner="张三峰")
    sheet = "存在问题 | 责任单位 | 班子或个人 | 责任人\n学习不深 | 盐窝镇 | 个人 | 张三丰"
    assert office.take_text(sheet).count("new") == 0
    assert [item["owner"] for item in office.items()] == ["张三峰"]


ROSTER = "单位名称 | 上级单位 | 党员数\n新村 | 盐窝镇 | 30"


@pytest.mark.parametrize("edit", [{"name": "新建村"}, {"parent_id": "胜坨镇"}])
def test_a_unit_that_was_renamed_or_moved_is_known_by_its_earlier_roster(
    office: Office, edit: dict[str, Any]
) -> None:
    if "parent_id" in edit:
        edit = {"parent_id": office.unit(edit["parent_id"])}
    edit_unit(office, "新村", **edit)
    before = [(unit["name"], unit["parent"]) for unit in office.units()]
    assert verdicts(office, ROSTER) == ["changed"]
    assert verdicts(office, ROSTER) == ["unchanged"]
    assert [(unit["name"], unit["parent"]) for unit in office.units()] == before


def test_a_unit_that_a_roster_renamed_is_known_by_its_earlier_name(office: Office) -> None:
    edit_unit(office, "新村", code="XC01")
    office.take(office.export("roster", "名册.xlsx"))
    renamed = "单位编码 | 单位名称 | 上级单位\nXC01 | 新建村 | 盐窝镇"
    assert verdicts(office, renamed) == ["changed"]
    assert office.unit("新村") == office.unit("新建村")
    assert verdicts(office, "存在问题 | 责任单位\n路灯不亮 | 新村") == ["new"]


def test_a_new_unit_of_the_name_of_one_that_moved_away_is_another(office: Office) -> None:
    edit_unit(office, "新村", parent_id=office.unit("胜坨镇"))
    both = "单位名称 | 上级单位\n新村 | 胜坨镇\n新村 | 盐窝镇"
    assert verdicts(office, both) == ["unchanged", "new"]


# Two of one name --------------------------------------------------------------------------


@pytest.fixture
def doubled(office: Office) -> Office:
    with office.ledger.writing(office.author, campaign=1) as entry:
        names = units.UnitNames(entry.connection)
        units.add(entry, 1, names, {"name": "新村", "parent_id": office.unit("胜坨镇")})
    return office


def test_units_of_one_name_come_back_as_lead_and_supporting_units(doubled: Office) -> None:
    names = units.UnitNames(doubled.ledger.connection)
    one, other = names.required("盐窝镇新村"), names.required("胜坨镇新村")
    with doubled.ledger.writing(doubled.author, campaign=1) as entry:
        fields = {"unit_id": doubled.unit("县财政局"), "lead_unit_id": other}
        rectification.add(entry, 1, "路灯不亮", fields, [one, other])
    before = doubled.snapshot()
    [result] = doubled.take(doubled.export("rectification", "台账.xlsx"))
    assert (result.count("unchanged"), result.sheets[0].remarks) == (1, {})
    assert doubled.snapshot() == before


def test_units_of_one_name_do_not_share_what_a_sender_wrote_beside_one(doubled: Office) -> None:
    sheet = "单位名称 | 上级单位 | 自用备注\n新村 | 盐窝镇 | 水位高\n新村 | 胜坨镇 | 路窄"
    doubled.take_text(sheet, "垦东县")
    parcel = Parcel(direction="down").only(doubled.unit("垦东县"))
    page = load_workbook(doubled.export("roster", "名册.xlsx", parcel)).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    said = {
        (parent, note)
        for row in rows
        for parent in ("盐窝镇", "胜坨镇")
        for note in ("水位高", "路窄")
        if parent in row and note in row
    }
    assert said == {("盐窝镇", "水位高"), ("胜坨镇", "路窄")}


def test_blank_numbers_of_a_sender_are_no_numbers(office: Office) -> None:
    sheet = """
    本单位编号 | 存在问题 | 责任单位
    YW-7 | 大厅中午没人 | 盐窝镇
     | 路灯不亮 | 盐窝镇
     | 井盖破损 | 盐窝镇
    """
    assert verdicts(office, sheet, "盐窝镇") == ["new"] * 3
    assert verdicts(office, sheet, "盐窝镇") == ["unchanged"] * 3


def test_a_senders_number_that_is_given_twice_says_nothing(office: Office) -> None:
    sheet = """
    本单位编号 | 存在问题 | 责任单位
    YW-7 | 大厅中午没人 | 盐窝镇
    YW-7 | 路灯不亮 | 盐窝镇
    """
    first = verdicts(office, sheet, "盐窝镇")
    assert verdicts(office, sheet, "盐窝镇") == [
        "unchanged" if verdict == "new" else verdict for verdict in first
    ]
    assert [item["problem"] for item in office.items()] == ["大厅中午没人", "路灯不亮"][
        : first.count("new")
    ]
