"""Sheets that an office declares itself, as files beside its ledger."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Campaign
from office import Office
from office import open_office
from openpyxl import Workbook
from openpyxl import load_workbook

from ledger.errors import SheetInvalid
from ledger.errors import SheetUnreadable
from ledger.exchange import sending
from ledger.exchange.note import Note
from ledger.exchange.noun import nouns
from schemas.locale import say
from schemas.sheet import all_sheets

PROMISES = """
code = "pledges"
title = "承诺践诺表"
english = "Pledges"
record = "item"
tells = ["problem"]
titles = ["公开承诺一览表"]
fixed = { kind = "promise" }

[[columns]]
field = "no"

[[columns]]
field = "unit"
headings = ["承诺单位", "单位"]

[[columns]]
field = "problem"
headings = ["承诺事项", "承诺内容"]
example = "开通村村通公交"

[[columns]]
field = "due"
headings = ["兑现时限"]

[[columns]]
field = "status"
headings = ["兑现情况"]
"""
CALLS = """
code = "calls"
title = "来电登记表"
record = "opinion"
tells = ["content"]
fixed = { channel = "政风热线" }

[[columns]]
field = "unit"

[[columns]]
field = "content"
headings = ["来电内容"]

[[columns]]
field = "giver_name"
headings = ["来电人"]

[[columns]]
field = "answer"
headings = ["答复"]
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        yield made


def declare(office: Office, text: str, name: str = "own.toml") -> Path:
    path = office.folder / "sheets" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rows(path: Path) -> list[list[object]]:
    worksheet = load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in worksheet.iter_rows()]


def test_a_declared_sheet_has_a_blank_sheet(office: Office) -> None:
    declare(office, PROMISES)
    target = office.folder / "空表.xlsx"
    sending.write_template(office.campaign, sending.sheet_of(office.campaign, "pledges"), target)
    said = [cell for row in rows(target) for cell in row if cell]
    assert {"承诺单位", "承诺事项", "兑现时限", "兑现情况"} <= set(said)
    assert "整改编号" not in said


def test_a_declared_sheet_comes_in_goes_out_and_comes_back(office: Office) -> None:
    declare(office, PROMISES)
    taken = office.take_text(
        """
        垦东县公开承诺一览表 | | |
        单位 | 承诺内容 | 兑现时限 | 兑现情况
        盐窝镇 | 开通村村通公交 | 6月底前 | 整改中
        胜坨镇 | 修好村头桥 | 长期坚持 | 已完成
        """
    )
    assert [found.sheet.code for found in taken.sheets] == ["pledges"]
    assert [(i["problem"], i["kind"]) for i in office.items()] == [
        ("开通村村通公交", "promise"),
        ("修好村头桥", "promise"),
    ]
    [back] = office.take(office.export("pledges", "承诺.xlsx"))
    assert (back.count("unchanged"), back.entry) == (2, None)


def test_a_sheet_with_something_fixed_has_no_other_records(office: Office) -> None:
    declare(office, PROMISES)
    office.take_text(
        """
        存在问题 | 责任单位 | 整改措施
        开通村村通公交 | 盐窝镇 | 增加班次
        """
    )
    pledges = "单位 | 承诺事项 | 兑现时限\n盐窝镇 | 开通村村通公交 | 6月底前"
    assert office.take_text(pledges).count("new") == 1
    assert [item["kind"] for item in office.items()] == ["rectification", "promise"]
    exported = rows(office.export("pledges", "承诺.xlsx"))
    numbers = [cell for row in exported for cell in row if str(cell).startswith("ZG-")]
    assert numbers == ["ZG-0002"]
    again = office.take_text(pledges + "\n胜坨镇 | 修好村头桥 | 6月底前")
    assert (again.count("unchanged"), again.count("new")) == (1, 1)
    parcel = sending.Parcel(direction="down")
    asked = [sending.sheet_of(office.campaign, "pledges")]
    owing = sending.units_with_records(
        office.ledger.connection, office.today, office.campaign, asked, parcel
    )
    assert owing == [office.unit("盐窝镇"), office.unit("胜坨镇")]


def test_a_number_of_another_kind_is_asked_about(office: Office) -> None:
    declare(office, PROMISES)
    office.take_text("存在问题 | 责任单位\n门难进 | 盐窝镇")
    taken = office.take_text(
        "整改编号 | 单位 | 承诺事项 | 兑现时限\nZG-0001 | 盐窝镇 | 门难进 | 6月底前", only="pledges"
    )
    [remarks] = taken.sheets[0].remarks.values()
    assert [remark.key for remark in remarks] == ["queries.number_of_other_kind"]


def test_a_plain_sheet_is_no_kind_with_something_fixed(office: Office) -> None:
    declare(office, PROMISES.replace('headings = ["承诺事项", "承诺内容"]\n', ""))
    taken = office.take_text("责任单位 | 存在问题 | 完成情况\n盐窝镇 | 门难进 | 整改中")
    assert [found.sheet.code for found in taken.sheets] == ["rectification"]


def test_a_fixed_word_is_the_plans_own_and_persons_stay_private(office: Office) -> None:
    declare(office, CALLS)
    office.take_text(
        """
        来电登记表 | |
        被征求意见单位 | 来电内容 | 来电人
        盐窝镇 | 路灯不亮 | 李秀英
        """
    )
    [opinion] = office.opinions()
    assert opinion["channel"] == "热线电话"
    connection = office.ledger.connection
    assert connection.execute("select name from giver").fetchall() == [("李秀英",)]
    assert "李秀英" not in str(office.snapshot())
    said = str(rows(office.export("calls", "来电.xlsx")))
    assert "路灯不亮" in said
    assert "李秀英" not in said


def test_a_row_may_say_another_word_than_the_fixed_one(office: Office) -> None:
    declare(office, CALLS + '\n[[columns]]\nfield = "channel"\nheadings = ["怎样来的"]\n')
    taken = office.take_text(
        """
        来电登记表 | |
        被征求意见单位 | 来电内容 | 怎样来的
        盐窝镇 | 路灯不亮 |
        盐窝镇 | 会议太多 | 来访
        胜坨镇 | 文件太多 | 来访
        """
    )
    assert [opinion["channel"] for opinion in office.opinions()] == ["热线电话", "来访", "来访"]
    said = {"heading": "怎样来的", "count": 1, "word": "热线电话"}
    assert Note("notes_sheets.fixed_taken", said) in taken.sheets[0].read.notes
    exported = str(rows(office.export("calls", "来电.xlsx")))
    assert "路灯不亮" in exported
    assert not any(word in exported for word in ("会议太多", "怎样来的"))


@pytest.mark.parametrize(
    ("change", "place", "rule"),
    [
        (("code = ", 'strange = 1\ncode = "x1"\n#'), "strange", "plan.rule_unknown_key"),
        (('title = "承诺践诺表"', ""), "title", "plan.rule_missing"),
        (('code = "pledges"', 'code = "roster"'), "code", "own_sheets.taken"),
        (('title = "承诺践诺表"', 'title = "整改台账"'), "title", "own_sheets.taken"),
        (('titles = ["公开承诺一览表"]', 'titles = ["销号台账"]'), "titles.1", "own_sheets.taken"),
        (('record = "item"', 'record = "entry"'), "record", "own_sheets.one_of"),
        (('field = "due"', 'field = "dew"'), "columns.4.field", "own_sheets.one_of"),
        (('field = "due"', 'field = "unit"'), "columns.4.field", "own_sheets.twice"),
        (('["兑现时限"]', '["承诺单位"]'), "columns.4.headings", "own_sheets.twice"),
        (('field = "problem"', 'field = "goal"'), "columns", "own_sheets.lacks"),
        (('tells = ["problem"]', 'tells = ["goal"]'), "tells.1", "own_sheets.one_of"),
        (('field = "due"', 'field = "due"\nkind = "day"'), "columns.4.kind", "own_sheets.read_as"),
        (
            ('field = "status"', 'field = "closing"\nleaves = ["public"]'),
            "columns.5.leaves",
            "own_sheets.stays",
        ),
        (('kind = "promise"', 'kind = "pledge"'), "fixed.kind", "own_sheets.one_of"),
        (('kind = "promise"', 'status = "done"'), "fixed.status", "own_sheets.one_of"),
        (("fixed = ", 'after = ["later"]\nfixed = '), "after.1", "own_sheets.one_of"),
        (
            ("[[columns]]", '[[readings]]\nheading = "时间"\nfield = "done_on"\n[[columns]]'),
            "readings.1",
            "own_sheets.one_of",
        ),
    ],
)
def test_a_mistake_in_a_declaration_is_told_with_its_place(
    office: Office, change: tuple[str, str], place: str, rule: str
) -> None:
    path = declare(office, PROMISES.replace(*change, 1))
    with pytest.raises(SheetInvalid) as caught:
        _ = office.campaign.sheets
    assert (caught.value.values["file"], caught.value.values["place"]) == (path, place)
    fault = caught.value.values["what"]
    assert fault.key == rule  # type: ignore[attr-defined]
    for lang in ("zh", "en"):
        assert say(rule, lang, **fault.values)  # type: ignore[attr-defined]


def test_a_file_that_is_no_declaration_is_told(office: Office) -> None:
    declare(office, "code = ")
    with pytest.raises(SheetUnreadable):
        _ = office.campaign.sheets


def test_two_declarations_do_not_share_a_name(office: Office) -> None:
    declare(office, PROMISES, "1.toml")
    declare(office, PROMISES.replace('code = "pledges"', 'code = "pledges2"'), "2.toml")
    with pytest.raises(SheetInvalid) as caught:
        _ = office.campaign.sheets
    assert caught.value.values["place"] == "title"


@pytest.mark.parametrize("sheet", list(all_sheets()), ids=lambda sheet: sheet.code)
def test_what_ships_keeps_to_what_an_office_is_held_to(sheet) -> None:  # type: ignore[no-untyped-def]
    noun = next(noun for noun in nouns() if noun.record == sheet.record)
    for name, value in sheet.fixed.items():
        assert len(noun.place(name).columns) == 1
        codes = noun.declared.field(name).codes
        assert codes is None or value in codes.words


def test_a_sender_of_a_declared_sheet_is_answered(started: Campaign, tmp_path: Path) -> None:
    """The folder of declarations may lie anywhere; from then on it is a sheet like any other."""
    elsewhere = tmp_path / "declared"
    elsewhere.mkdir()
    (elsewhere / "own.toml").write_text(PROMISES, encoding="utf-8")
    started.patch.setenv("CAMPAIGN_SHEETS", str(elsewhere))
    sheet = Workbook()
    for row in (
        ["单位", "承诺内容", "兑现时限", "兑现情况"],
        ["盐窝镇", "开通村村通公交", "6月31日前", "整改中"],
        ["盐窝镇", "修好村头桥", "6月底前", "整改中"],
    ):
        sheet.active.append(row)
    sheet.save(tmp_path / "承诺.xlsx")

    assert started("import", "承诺.xlsx", "--unit", "盐窝镇").status == 1

    [answer] = tmp_path.glob("*请核对.xlsx")
    said = rows(answer)
    assert [row[4] for row in said[:3]] == ["核对结果", "待核", "已收"]
    wrong = load_workbook(answer).worksheets[0]["C2"].comment
    assert wrong is not None
    assert wrong.text.endswith("可以写成“2014-06-30”。")
    [item] = started.json("rectify")
    assert (item["problem"], item["kind"]) == ("修好村头桥", "promise")
    mended = load_workbook(answer)
    mended.worksheets[0]["C2"] = "6月30日前"
    mended.save(answer)
    assert started("import", answer).status == 0
    assert len(started.json("rectify")) == 2
