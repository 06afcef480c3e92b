"""Contact points of leaders: kept, listed, held to the plan's rule, in and out by a sheet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import Office
from office import open_office

from ledger import contacts
from ledger import units
from ledger.campaigns import load_plan
from ledger.errors import DirectionClosed
from ledger.exchange import sending
from schemas import record

KEYS = [field.name for field in record.CONTACT_POINT.fields]
BODY, POINT, MEETING = "联系镇（街道）或部门", "基层联系点", "专题民主生活会／专题组织生活会"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path, load_plan("qzlx-county"))
    with made.ledger:
        with made.ledger.writing(made.author, campaign=1) as entry:
            names = units.UnitNames(made.ledger.connection)
            for unit, kind in (("盐窝镇", "镇、街道"), ("后崔村", "村"), ("垦东县", "县级班子")):
                units.edit(entry, 1, names, made.unit(unit), {"kind": kind})
        yield made


def missing(office: Office):
    asked = contacts.ContactFilter()
    rows = contacts.missing(office.ledger.connection, office.campaign, asked)
    return {row["leader"]: row["missing"] for row in rows}


def add(office: Office, leader: str, **said) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        contacts.add(entry, 1, leader, {"unit_id": 1, **said})


def test_the_rule_of_the_plan_says_who_lacks_what(office):
    body = office.unit("盐窝镇")
    add(office, "王一", body_id=body, point="前崔村", attended_on=office.today)
    add(office, "李二", body_id=body)
    add(office, "赵三", point="后崔村", attended_on=office.today)
    add(office, "孙四", body_id=office.unit("垦东县"), point="盐窝镇")
    found = missing(office)
    meeting = found["李二"][-1]
    assert meeting in (MEETING, found["孙四"][-1])
    assert found == {
        "李二": [POINT, meeting],
        "赵三": [BODY],
        # Neither the county itself nor a town is of a kind that the plan means.
        "孙四": [BODY, POINT, meeting],
    }


def test_the_contact_leaders_of_the_roster_count_and_are_asked_for(office):
    with office.ledger.writing(office.author, campaign=1) as entry:
        names = units.UnitNames(office.ledger.connection)
        units.edit(entry, 1, names, office.unit("盐窝镇"), {"contact_leader": "钱五、周六"})
    found = missing(office)
    assert list(found) == ["钱五", "周六"]
    assert BODY not in found["钱五"]
    assert POINT in found["钱五"]


def test_a_second_point_makes_a_leaders_contacts_whole(office):
    add(office, "王一", body_id=office.unit("盐窝镇"), attended_on=office.today)
    assert missing(office) == {"王一": [POINT]}
    add(office, "王一", point="后崔村")
    assert missing(office) == {}


def test_a_plan_without_a_rule_says_so(started):
    result = started("contact-points", "--missing")
    assert result.status == 0
    assert "没有规定" in result.err


def test_points_are_added_changed_listed_and_taken_away(started):
    added = started(
        *("contact-points", "add", "王建国", "--body", "盐窝镇", "--point", "前崔村"),
        *("--post", "副书记"),
    )
    assert added.out == "已登记联系点 LX-0001。撤销：campaign undo 5\n"
    started("contact-points", "edit", "LX-0001", "--attended-on", "5月10日")
    (found,) = started.json("contact-points")
    assert found == dict.fromkeys(KEYS) | {
        "no": "LX-0001",
        "campaign": "standard",
        "unit": "垦东县活动办",
        "leader": "王建国",
        "post": "副书记",
        "body": "盐窝镇",
        "point": "前崔村",
        "attended_on": "2014-05-10",
    }
    assert started.json("contact-points", "--leader", "李") == []
    assert len(started.json("contact-points", "--unit", "盐窝镇")) == 1
    assert started("contact-points", "edit", "LX-0001", "--leader", " ").status == 2
    assert started("contact-points", "edit", "LX-0001", "--attended-on", "2015-01-01").status == 2
    started("contact-points", "drop", "LX-0001")
    assert started.json("contact-points") == []


SHEET = """
垦东县领导干部联系点安排表
联系领导 | 职务 | 联系单位 | 基层联系点 | 参加组织生活会时间
王建国 | 县委副书记 | 盐窝镇 | 前崔村 | 5月6日
 | | | 新村 |
李 明 | 副县长 | 财政局 | |
"""


def test_a_sheet_with_merged_leaders_comes_in_and_says_nothing_new_again(office):
    result = office.take_text(SHEET)
    assert result.sheets[0].sheet.code == "contact-points"
    assert result.count("new") == 3
    connection = office.ledger.connection
    rows = list(contacts.points(connection, 1, contacts.ContactFilter()))
    assert [(row["leader"], row["body"], row["point"]) for row in rows] == [
        ("李明", "县财政局", None),
        ("王建国", "盐窝镇", "前崔村"),
        ("王建国", "盐窝镇", "新村"),
    ]
    assert office.take_text(SHEET).count("unchanged") == 3
    filled = office.take_text(SHEET.replace("财政局 | |", "财政局 | 城北社区 |"))
    assert (filled.count("new"), filled.count("changed")) == (0, 1)


def test_it_goes_up_and_not_to_those_it_is_about(office):
    office.take_text(SHEET)
    up = office.export("contact-points", "up.csv", sending.Parcel(direction="up"))
    assert "前崔村" in up.read_text(encoding="utf-8-sig")
    parcel = sending.Parcel(direction="down", unit=office.unit("盐窝镇"))
    with pytest.raises(DirectionClosed):
        office.export("contact-points", "no.csv", parcel)


def test_of_one_kind_of_contact_point_the_column_does_not_matter(campaign, tmp_path):
    plan = 'name = "甲"\ncode = "a"\n[[contacts]]\nleaders = "常委"\n'
    plan += '[[contacts.points]]\nname = "联系乡镇"\nto = { tier = ["乡镇"] }\n'
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    campaign("init", "--plan", "plan.toml", "--office", "垦东县")
    campaign("add-unit", "盐窝镇", "--tier", "乡镇")
    campaign("add-unit", "财政局", "--tier", "县级")
    campaign("contact-points", "add", "王建国", "--body", "财政局")
    assert [one["leader"] for one in campaign.json("contact-points", "--missing")] == ["王建国"]
    campaign("contact-points", "add", "王建国", "--point", "盐窝镇")
    assert campaign.json("contact-points", "--missing") == []
