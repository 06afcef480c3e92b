"""Weak and lax organisations: kept, turned round, counted, in and out by a sheet."""

import pytest

from schemas import record

KEYS = [field.name for field in record.WEAK_ORGANISATION.fields]


def test_the_rate_with_a_first_secretary_is_printed_as_the_province_prints_it(started, tmp_path):
    lines = ["软弱涣散基层党组织台账", "序号,所属乡镇,党组织名称,第一书记,转化情况"]
    for at in range(1, 1661):
        secretary = f"书记{at}" if at <= 1602 else ""
        lines.append(f"{at},盐窝镇,第{at}村党支部,{secretary},{'已转化' if at <= 83 else ''}")
    (tmp_path / "台账.csv").write_text("\n".join(lines), encoding="utf-8-sig")
    assert started("import", "台账.csv").status == 0
    result = started("weak-organisations", lang="en")
    assert "With a first secretary: 1,602 of 1,660 = 96.5 %\n" in result.out
    assert "Turned round: 83 of 1,660 = 5.0 %\n" in result.out
    result = started("weak-organisations", "--without-secretary")
    assert "已选派第一书记：58 个中有 0 个，占 0.0 %\n" in result.out
    assert len(started.json("weak-organisations", "--turned", "已转化")) == 83


def test_one_is_recorded_overdue_and_turned_round(started):
    added = started(
        *("weak-organisations", "add", "前崔村党支部", "--unit", "盐窝镇", "--due", "5月10日"),
        *("--level", "县级重点", "--problem", "班子不团结"),
    )
    assert added.out == "已登记软弱涣散党组织 RH-0001。撤销：campaign undo 5\n"
    (found,) = started.json("weak-organisations", "--overdue")
    assert list(found) == KEYS
    assert (found["days_overdue"], found["turned"], found["level"]) == (6, "turning", "县级重点")
    started("weak-organisations", "edit", "RH-0001", "--turned", "已转化", "--outcome", "班子配齐")
    (found,) = started.json("weak-organisations")
    assert (found["turned"], found["done_on"], found["days_overdue"]) == (
        "turned",
        "2014-05-16",
        None,
    )
    assert started.json("weak-organisations", "--overdue") == []
    started("weak-organisations", "edit", "RH-0001", "--turned", "未转化")
    assert started.json("weak-organisations")[0]["done_on"] is None
    started("weak-organisations", "drop", "RH-0001")
    assert started.json("weak-organisations") == []
    started("undo")
    assert len(started.json("weak-organisations")) == 1


def test_nothing_is_recorded_without_a_name_or_for_a_day_ahead(started):
    assert started("weak-organisations", "add", " ", "--unit", "盐窝镇").status == 2
    ahead = ("weak-organisations", "add", "前崔村党支部", "--unit", "盐窝镇", "--done-on")
    assert started(*ahead, "2015-01-01").status == 2
    assert started.json("weak-organisations") == []


@pytest.mark.parametrize("word", ["整顿到位", "√", "正在整顿"])
def test_the_town_fills_in_what_is_the_towns(started, tmp_path, word):
    started("weak-organisations", "add", "前崔村党支部", "--unit", "盐窝镇", "--level", "县级重点")
    sheet = tmp_path / "盐窝镇.csv"
    down = ("export", "weak-organisations", "--for", "down", "--unit", "盐窝镇")
    assert started(*down, "-o", sheet).status == 0
    said = sheet.read_text(encoding="utf-8-sig")
    assert "整顿中" in said
    said = said.replace("整顿中", word).replace("县级重点,,,,,", "市级重点,,,,张新民,")
    sheet.write_text(said, encoding="utf-8-sig")
    assert started("import", sheet).status == 0
    (found,) = started.json("weak-organisations")
    assert found["first_secretary"] == "张新民"
    assert found["turned"] == ("turning" if word == "正在整顿" else "turned")
    # Whose special care it is, is the office's to say.
    assert found["level"] == "县级重点"


def test_an_organisation_is_recorded_once(started):
    started("weak-organisations", "add", "前崔村党支部", "--unit", "盐窝镇")
    again = started("weak-organisations", "add", "前崔村党支部", "--unit", "盐窝镇")
    assert again.status == 2
    assert "“前崔村党支部”已经登记过了：RH-0001" in again.err
    assert started("weak-organisations", "add", "前崔村党支部", "--unit", "财政局").status == 0
    started("weak-organisations", "drop", "RH-0001")
    assert started("weak-organisations", "add", "前崔村党支部", "--unit", "盐窝镇").status == 0
