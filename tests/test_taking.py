"""Sheets in: whose record a row is, what it changes, and what is asked about."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from office import Office
from office import open_office
from openpyxl import Workbook

from ledger import campaigns
from ledger import journal
from ledger import rectification
from ledger import undo
from ledger import units
from ledger.exchange import reply
from ledger.exchange import sending
from ledger.exchange import waiting
from ledger.exchange.keep import give_back
from ledger.exchange.keep import kept_copy
from ledger.exchange.keep import packed
from ledger.exchange.outbox import Outbox
from ledger.exchange.read import read_bytes


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        yield made


LEDGER = """
整改台账
序号 | 存在问题 | 责任单位 | 责任人 | 完成时限 | 完成情况
1 | 大厅中午没人 | 盐窝镇 | 张三 | 6月底前 | 整改中
2 | 路灯不亮 | 盐窝镇 | 李四 | 5月10日 | 已整改到位
"""


def test_a_sheet_becomes_items(office: Office) -> None:
    result = office.take_text(LEDGER, "盐窝镇")
    assert (result.count("new"), result.count("queried")) == (2, 0)
    first, second = office.items()
    assert (first["due_on"], first["status"], first["raised_by"]) == (
        "2014-06-30",
        "doing",
        "盐窝镇",
    )
    assert (second["status"], second["status_text"]) == ("done", "已整改到位")
    assert second["done_on"] is None


def test_the_same_sheet_twice_changes_nothing_and_is_no_entry(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    before, newest = office.snapshot(), journal.newest(office.ledger.connection)
    again = office.take_text(LEDGER, "盐窝镇")
    assert (again.count("unchanged"), again.entry) == (2, None)
    assert (office.snapshot(), journal.newest(office.ledger.connection)) == (before, newest)


def test_a_file_is_copied_once_and_not_when_it_comes_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = []

    def counting(path: Path, *others: Any) -> bytes:
        copied.append(path.name)
        return kept_copy(path, *others)

    monkeypatch.setattr(waiting, "kept_copy", counting)
    first = office.sheet("5月.csv", LEDGER)
    for _ in range(2):
        office.take(first, sender="盐窝镇")
    same = office.sheet("又来.csv", LEDGER + "\n")
    office.take(same, sender="盐窝镇")
    assert copied == ["5月.csv", "又来.csv"]
    kept = office.ledger.connection.execute("select name, kept is null from source_file")
    assert kept.fetchall() == [("5月.csv", 0), ("又来.csv", 0)]


@pytest.mark.parametrize(
    "said", [{"cells": [["窗口", 1], ["路灯", None]]}, {"columns": [["窗口", "路灯"], [1, None]]}]
)
def test_what_is_kept_is_given_back_at_its_addresses(office: Office, said: dict[str, Any]) -> None:
    """By rows, as earlier ledgers have it, or by columns."""
    copy = packed({"台账": {"column": 2, "rows": [3, 5], **said}})
    office.ledger.connection.execute(
        "insert into source_file(digest, name, size, recorded_at, kept) values (?, ?, 1, '', ?)",
        ("ab" * 32, "台账.xlsx", copy),
    )
    target = office.folder / "kept.xlsx"
    give_back(office.ledger.connection, "ababababab", target)
    [grid] = read_bytes(target.name, target.read_bytes()).grids
    assert grid.cell(3, 2) == "窗口"
    assert grid.cell(5, 2) == "路灯"
    assert (grid.cell(3, 3), grid.cell(5, 3)) in [(1, None), (1, "")]


def test_import_then_undo_leaves_the_ledger_as_before(office: Office) -> None:
    before = office.snapshot()
    result = office.take_text(LEDGER, "盐窝镇")
    undo.undo(office.ledger, office.author, result.entry)
    assert office.snapshot() == before


def test_a_stale_sheet_changes_only_what_its_sender_changed(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.progress(entry, "ZG-0001", "已排班", status="done")
    stale = LEDGER.replace("李四", "王五")
    result = office.take_text(stale, "盐窝镇")
    first, second = office.items()
    assert (first["status"], second["owner"]) == ("done", "王五")
    assert (result.count("changed"), result.count("conflict")) == (1, 0)


def test_two_edits_of_one_field_are_a_conflict_until_it_is_settled(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, "ZG-0001", {"owner": "赵六"})
    changed = LEDGER.replace("张三", "王五")
    for _ in range(2):
        result = office.take_text(changed, "盐窝镇")
        assert result.count("conflict") == 1
        [remark] = result.sheets[0].remarks[0]
        assert remark.key == "queries.conflict_three_ways"
        assert remark.values == {"base": "张三", "ours": "赵六", "theirs": "王五"}
        assert office.items()[0]["owner"] == "赵六"
    office.take_text(changed, "盐窝镇", settle="theirs")
    assert office.items()[0]["owner"] == "王五"


def test_ours_settles_a_conflict_for_the_ledger(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, "ZG-0001", {"owner": "赵六"})
    changed = LEDGER.replace("张三", "王五")
    assert office.take_text(changed, "盐窝镇", settle="ours").count("conflict") == 0
    assert office.take_text(changed, "盐窝镇").count("conflict") == 0
    assert office.items()[0]["owner"] == "赵六"


def test_a_sender_may_not_change_a_column_of_the_office(office: Office) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.add(
            entry,
            1,
            "办事慢",
            {"unit_id": office.unit("盐窝镇"), "lead": "周县长", "owner": "张三"},
        )
    parcel = sending.Parcel(direction="down").only(office.unit("盐窝镇"))
    path = office.export("rectification", "盐窝镇.xlsx", parcel)
    edited = edit(path, {"周县长": "吴县长", "张三": "王五"})
    [result] = office.take(edited)
    assert result.sender is not None
    assert result.sender.unit == office.unit("盐窝镇")
    [item] = office.items()
    assert (item["lead"], item["owner"]) == ("周县长", "王五")
    assert [one.key for one in result.sheets[0].remarks[0]] == ["queries.column_of_office"]


def edit(path: Path, changes: dict[str, str]) -> Path:
    """Change cells of a workbook as a person would, and save it."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value in changes:
                cell.value = changes[cell.value]
    target = path.with_name("改-" + path.name)
    book.save(target)
    return target


def test_an_export_that_comes_back_late_changes_only_what_was_edited(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    path = office.export("rectification", "台账.xlsx")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, "ZG-0002", {"owner": "赵六"})
        rectification.progress(entry, "ZG-0001", "已排班", status="done")
    [result] = office.take(edit(path, {"大厅中午没人": "大厅午间无人值守"}))
    first, second = office.items()
    assert (first["problem"], first["status"]) == ("大厅午间无人值守", "done")
    assert second["owner"] == "赵六"
    assert result.count("conflict") == 0


def test_a_sheet_with_the_earlier_words_still_finds_its_item(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, "ZG-0001", {"problem": "大厅午间无人值守"})
    result = office.take_text(LEDGER, "盐窝镇")
    assert (result.count("new"), len(office.items())) == (0, 2)


def test_thirty_same_words_are_thirty_voices_also_when_the_sheet_comes_twice(
    office: Office,
) -> None:
    rows = "\n".join("路灯不亮 | 盐窝镇 | 意见箱 | 5月8日" for _ in range(30))
    sheet = f"意见建议 | 被征求意见单位 | 征求方式 | 征求时间\n{rows}"
    for _ in range(2):
        office.take_text(sheet, "盐窝镇")
        assert len(office.opinions()) == 30
    assert len({opinion["no"] for opinion in office.opinions()}) == 30


def test_the_same_words_stay_apart_when_a_queried_row_among_them_is_mended(
    office: Office,
) -> None:
    """Each row keeps its opinion: the mended one is new, none of the others takes its place."""
    sheet = """
    意见建议 | 被征求意见单位 | 征求方式 | 条数 | 答复意见
    路灯不亮 | 盐窝镇 | 意见箱 | 很多 | 甲
    路灯不亮 | 盐窝镇 | 意见箱 | 1 | 乙
    路灯不亮 | 盐窝镇 | 意见箱 | 1 | 丙
    """
    first = office.take_text(sheet)
    assert (first.count("queried"), first.count("new")) == (1, 2)
    mended = office.take_text(sheet.replace("很多", "1"))
    assert mended.sheets[0].verdicts == ["new", "unchanged", "unchanged"]
    assert [opinion["answer"] for opinion in office.opinions()] == ["乙", "丙", "甲"]


def test_sheets_of_a_merged_unit_are_a_base_for_the_one_that_it_went_into(
    office: Office,
) -> None:
    """What its last sheet said and another changed since is no edit of the next sheet."""
    sheet = "存在问题 | 责任单位 | 整改措施\n路灯不亮 | 新村 | 换灯泡"
    office.take_text(sheet, "新村")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, "ZG-0001", {"measures": "重新布线"})
        names = units.UnitNames(entry.connection)
        new, into = office.unit("新村"), office.unit("盐窝镇")
        units.merge(entry, names, new, into, office.today)
    again = office.take_text(sheet, "盐窝镇")
    assert (again.count("unchanged"), again.count("conflict")) == (1, 0)
    assert office.items()[0]["measures"] == "重新布线"


def test_what_an_office_lists_again_of_those_below_it_counts_once(office: Office) -> None:
    sheet = "意见建议 | 被征求意见单位 | 征求方式 | 征求时间\n路灯不亮 | 县财政局 | 来信 | 5月8日"
    office.take_text(sheet, "新村")
    office.take_text(sheet, "盐窝镇")
    office.take_text(sheet)
    assert len(office.opinions()) == 1


def test_two_units_beside_one_another_that_heard_the_same_heard_two_people(
    office: Office,
) -> None:
    sheet = "意见建议 | 被征求意见单位 | 征求方式 | 征求时间\n路灯不亮 | 县财政局 | 来信 | 5月8日"
    office.take_text(sheet, "盐窝镇")
    office.take_text(sheet, "胜坨镇")
    assert len(office.opinions()) == 2


def test_a_renumbered_first_column_is_no_key(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    turned = LEDGER.replace("\n1 |", "\n7 |").replace("\n2 |", "\n1 |")
    assert office.take_text(turned, "盐窝镇").count("unchanged") == 2


def test_a_senders_own_numbers_find_their_items(office: Office) -> None:
    sheet = """
    本单位编号 | 存在问题 | 责任单位 | 完成时限
    YW-7 | 大厅中午没人 | 盐窝镇 | 6月底前
    YW-9 | 路灯不亮 | 盐窝镇 | 6月底前
    """
    office.take_text(sheet, "盐窝镇")
    result = office.take_text(sheet.replace("路灯不亮", "路灯全部不亮"), "盐窝镇")
    assert (result.count("new"), result.count("changed")) == (0, 1)
    assert [item["ext_no"] for item in office.items()] == ["YW-7", "YW-9"]


def test_a_number_given_twice_is_asked_about_in_both_rows(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    sheet = """
    整改编号 | 存在问题 | 责任单位
    ZG-0001 | 大厅中午没人 | 盐窝镇
    ZG-0001 | 路灯不亮 | 盐窝镇
    """
    result = office.take_text(sheet, "盐窝镇")
    assert result.sheets[0].verdicts == ["queried", "queried"]
    keys = {one.key for remarks in result.sheets[0].remarks.values() for one in remarks}
    assert keys == {"queries.same_record"}


def test_a_bad_row_does_not_hold_up_the_others_unless_strict(office: Office) -> None:
    bad = LEDGER.replace("6月底前", "6月31日前")
    result = office.take_text(bad, "盐窝镇", strict=True)
    assert (len(office.items()), result.entry) == (0, None)
    result = office.take_text(bad, "盐窝镇")
    assert (result.count("queried"), len(office.items())) == (1, 1)


def test_units_that_are_not_known_query_their_row_or_are_added(office: Office) -> None:
    sheet = LEDGER.replace("路灯不亮 | 盐窝镇", "路灯不亮 | 县水利局")
    assert office.take_text(sheet).count("queried") == 1
    assert office.take_text(sheet, add_units=True).count("queried") == 0
    assert "县水利局" in [unit["name"] for unit in office.units()]


def test_a_closing_that_a_unit_claims_has_to_be_checked(office: Office) -> None:
    sheet = LEDGER.replace("已整改到位", "已销号")
    office.take_text(sheet, "盐窝镇")
    item = office.items()[1]
    assert (item["status"], item["closing"]) == ("done", "submitted")


def test_a_stale_sheet_does_not_put_closed_work_back(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.step(entry, "ZG-0002", "submit")
        rectification.step(entry, "ZG-0002", "check", done_by="第3督导组")
        rectification.step(entry, "ZG-0002", "close")
    result = office.take_text(LEDGER.replace("已整改到位", "整改中"), "盐窝镇")
    assert result.count("queried") == 1
    assert office.items()[1]["closing"] == "closed"


def test_a_roster_brings_parents_and_children_at_once(office: Office) -> None:
    sheet = """
    单位名称 | 上级单位 | 层级 | 党员数 | 批次
    永安镇 |  | 乡镇 | 312 | 第二批
    东村 | 永安镇 | 村级 | 41 | 第二批
    新村 | 永安镇 | 村级 | 22 |
    """
    result = office.take_text(sheet)
    assert result.count("new") == 3, result.sheets[0].remarks
    units = {(unit["name"], unit["parent"]): unit for unit in office.units()}
    assert units["东村", "永安镇"]["members"] == 41
    assert ("新村", "盐窝镇") in units
    assert ("新村", "永安镇") in units
    assert units["永安镇", "垦东县"]["batch"] == "第二批"
    assert office.take_text(sheet).count("unchanged") == 3


def test_a_senders_own_column_goes_back_to_that_sender_alone(office: Office) -> None:
    sheet = LEDGER.replace("| 完成情况", "| 完成情况 | 自用备注").replace(
        "整改中", "整改中 | 找老周"
    )
    office.take_text(sheet, "盐窝镇")
    own = office.export(
        "rectification", "own.xlsx", sending.Parcel(direction="down").only(office.unit("盐窝镇"))
    )
    up = office.export("rectification", "up.xlsx", sending.Parcel(direction="up"))
    inside = office.export("rectification", "inside.xlsx")
    assert "找老周" in texts(own)
    assert "找老周" not in texts(up) | texts(inside)


def texts(path: Path) -> set[object]:
    from openpyxl import load_workbook

    return {
        cell.value
        for worksheet in load_workbook(path).worksheets
        for row in worksheet.iter_rows()
        for cell in row
    }


def test_records_missing_since_last_time_are_named_and_stay(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    shorter = "\n".join(LEDGER.strip().splitlines()[:-1])
    result = office.take_text(shorter, "盐窝镇")
    assert result.sheets[0].missing == [2]
    assert len(office.items()) == 2


def test_what_comes_in_march_is_this_year_and_what_is_ahead_was_last_year(office: Office) -> None:
    office.today = date(2014, 1, 10)
    office.take_text("意见建议 | 被征求意见单位 | 征求时间\n路灯不亮 | 盐窝镇 | 12月20日")
    assert office.opinions()[0]["raised_on"] == "2013-12-20"


def test_bulk_and_daily_writing_keep_the_same_journal(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    office.take_text(LEDGER.replace("张三", "王五"), "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, "ZG-0002", {"owner": "王五"})
    past = journal.Past(office.ledger.connection)
    by_sheet, by_hand = (past.changes("item", number)[-1] for number in (1, 2))
    assert (by_sheet.op, by_sheet.old["owner"]) == ("U", "张三")
    assert (by_hand.op, by_hand.old) == ("U", {"owner": "李四"})
    assert journal.born(office.ledger.connection, "item", 1) == 3


def test_an_older_copy_of_a_senders_sheet_changes_nothing(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    june = LEDGER.replace("整改中", "已完成")
    office.take_text(june, "盐窝镇")
    result = office.take_text(LEDGER, "盐窝镇")
    assert (result.count("unchanged"), result.entry) == (2, None)
    assert office.items()[0]["status"] == "done"


def test_an_older_copy_with_an_edit_asks_before_anything_goes_back(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    office.take_text(LEDGER.replace("整改中", "已完成"), "盐窝镇")
    result = office.take_text(LEDGER.replace("李四", "王五"), "盐窝镇")
    first, second = office.items()
    assert (first["status"], second["owner"]) == ("done", "王五")
    assert [one.key for one in result.sheets[0].remarks[0]] == ["queries.goes_back"]


def test_a_sender_changes_no_other_units_record(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    sheet = "整改编号 | 存在问题 | 责任单位 | 完成情况\nZG-0001 | 大厅中午没人 | 盐窝镇 | 已完成"
    result = office.take_text(sheet, "胜坨镇")
    assert result.count("queried") == 1
    assert office.items()[0]["status"] == "doing"


def test_what_was_referred_is_taken_from_no_unit_and_told_to_none(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.progress(entry, "ZG-0001", "移交", status="referred")
    result = office.take_text(LEDGER.replace("整改中", "已完成"), "盐窝镇")
    assert (result.count("conflict"), result.sheets[0].remarks) == (0, {})
    assert office.items()[0]["status"] == "referred"


def test_a_dropped_item_does_not_come_back_with_the_next_sheet(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.drop(entry, "ZG-0002", "重复")
    result = office.take_text(LEDGER.replace("李四", "王五"), "盐窝镇")
    assert result.count("new") == 0
    assert [item["no"] for item in office.items()] == ["ZG-0001"]


def test_a_day_that_lies_ahead_has_not_happened(office: Office) -> None:
    sheet = "存在问题 | 责任单位 | 完成时限 | 完成情况 | 实际完成时间\n路灯不亮 | 盐窝镇 | 6月底前 | 已完成 | 2014-12-31"
    result = office.take_text(sheet)
    assert [one.key for one in result.sheets[0].remarks[0]] == ["queries.day_ahead"]


def test_a_conflict_over_the_status_leaves_its_companions_alone(office: Office) -> None:
    sheet = "存在问题 | 责任单位 | 完成时限 | 完成情况 | 实际完成时间\n路灯不亮 | 盐窝镇 | 6月底前 | 整改中 |"
    office.take_text(sheet, "盐窝镇")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.progress(entry, "ZG-0001", None, status="planned")
    done = sheet.replace("整改中 |", "已完成 | 2014-05-10")
    assert office.take_text(done, "盐窝镇").count("conflict") == 1
    [item] = office.items()
    assert (item["status"], item["done_on"]) == ("planned", None)


def test_a_conflict_in_a_roster_stays_one(office: Office) -> None:
    sheet = "单位名称 | 督导组\n盐窝镇 | 第1督导组"
    office.take_text(sheet)
    with office.ledger.writing(office.author, campaign=1) as entry:
        names = units.UnitNames(office.ledger.connection)
        units.edit(entry, 1, names, office.unit("盐窝镇"), {"supervision_group": "第9督导组"})
    for _ in range(2):
        assert office.take_text(sheet.replace("第1", "第5")).count("conflict") == 1


def test_an_unchanged_roster_of_a_plan_with_a_batch_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "batch"
    folder.mkdir()
    plan = campaigns.load_plan("standard").model_copy(update={"batch": "第二批"})
    made = open_office(folder, plan)
    with made.ledger:
        [result] = made.take(made.export("roster", "名册.xlsx"))
        assert (result.count("changed"), result.entry) == (0, None)


def test_units_of_one_name_come_back_from_an_export(office: Office) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        names = units.UnitNames(office.ledger.connection)
        other = units.add(entry, 1, names, {"name": "新村", "parent_id": office.unit("胜坨镇")})
        rectification.add(entry, 1, "甲", {"unit_id": other})
        rectification.add(entry, 1, "乙", {"unit_id": names.required("盐窝镇新村")})
    [result] = office.take(office.export("rectification", "台账.xlsx"))
    assert (result.count("unchanged"), result.entry) == (2, None)


def test_after_an_undo_the_same_sheet_is_taken_again(office: Office) -> None:
    office.take_text(LEDGER, "盐窝镇")
    june = LEDGER.replace("整改中", "已完成")
    entry = office.take_text(june, "盐窝镇").entry
    assert office.take_text(june, "盐窝镇").entry is None
    undo.undo(office.ledger, office.author, entry)
    assert office.items()[0]["status"] == "doing"
    assert office.take_text(june, "盐窝镇").count("changed") == 1
    assert office.items()[0]["status"] == "done"


def test_a_list_without_units_is_not_taken_for_the_offices_own(office: Office) -> None:
    result = office.take_text("存在问题 | 完成时限\n路灯不亮 | 6月底前")
    assert (result.state, office.items()) == ("unsettled", [])


def test_a_title_that_names_a_unit_tells_the_sender(office: Office) -> None:
    result = office.take_text("盐窝镇整改台账\n存在问题 | 完成时限\n路灯不亮 | 6月底前")
    assert result.sender is not None
    assert result.sender.unit == office.unit("盐窝镇")


def test_a_mended_answer_tells_its_sender_and_period_under_any_name(office: Office) -> None:
    path = office.folder / "表.xlsx"
    book = Workbook()
    for line in LEDGER.replace("6月底前", "6月31日前").strip().splitlines():
        book.active.append([cell.strip() for cell in line.split("|")])
    book.save(path)
    [result] = office.take(path, sender="盐窝镇", period="2014-05")
    assert result.count("queried") == 1
    names = units.UnitNames(office.ledger.connection)
    box = Outbox(office.ledger, office.folder / "out")
    answer = reply.answer(result, office.campaign, names, box, office.author.now)
    assert answer.name == "盐窝镇-整改台账-请核对.xlsx"
    [again] = office.take(edit(answer, {"6月31日前": "6月30日前"}).rename(path))
    assert again.sender is not None
    assert (again.sender.unit, again.period) == (office.unit("盐窝镇"), "2014-05")
    assert (again.count("queried"), len(office.items())) == (0, 2)


def test_a_column_of_status_words_under_another_heading_is_the_status(office: Office) -> None:
    sheet = "整改内容 | 责任单位 | 时限 | 落实情况\n会议多 | 盐窝镇 | 6月中旬 | 正在推进"
    office.take_text(sheet, "盐窝镇")
    assert office.items()[0]["status"] == "doing"


def test_a_sender_is_told_what_a_sender_can_do(office: Office) -> None:
    """A clerk is offered a command; a sender who reads the answer has none."""
    sheet = LEDGER.replace("盐窝镇", "盐窝镇党建办", 1)
    result = office.take_text(sheet, "盐窝镇")
    remarks = [one for rows in result.sheets[0].remarks.values() for one in rows]
    unknown = next(one for one in remarks if one.key.startswith("ledger.unit_unknown"))
    assert reply.asked(unknown, "zh").startswith(reply.sentence(unknown, "zh"))
    assert reply.asked(unknown, "zh").endswith("是新单位的，请告知活动办。")
    assert "tell the office" in reply.asked(unknown, "en")
    assert "campaign" not in reply.asked(unknown, "en")


def test_a_sheet_of_another_campaign_of_the_ledger_is_not_taken_into_this_one(started):
    started("rectify", "add", "会风不实", "--unit", "财政局")
    assert started("export", "rectification", "roster", "-o", "a.xlsx").status == 0
    assert started("plan", "use", "qzlx-county").status == 0
    entries = started.entries()
    result = started("import", "a.xlsx")
    assert result.status == 2
    assert 'campaign --campaign standard import "a.xlsx"' in result.out
    assert started.entries() == entries
    assert started.json("rectify") == []
    assert started("--campaign", "standard", "import", "a.xlsx").status == 0
    # Units are of all campaigns.
    assert started("--campaign", "standard", "export", "roster", "-o", "c.xlsx").status == 0
    assert started("import", "c.xlsx").status == 0
