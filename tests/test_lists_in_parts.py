"""A unit that sends its list in several files: each part is compared with what it was."""

from pathlib import Path

from office import Office
from office import open_office

from ledger.exchange.file_result import FileResult
from ledger.ranges import Ranges

TOWN = "盐窝镇"
HEADER = "序号 | 存在问题 | 责任单位 | 完成时限 | 完成情况 | 整改进展"


def _list(*rows: tuple[str, str, str]) -> str:
    lines = [
        f"{number} | {problem} | {TOWN} | 9月底前 | {status} | {progress}"
        for number, (problem, status, progress) in enumerate(rows, 1)
    ]
    return "\n".join([HEADER, *lines])


def _two_lists(office: Office) -> None:
    office.take_text(
        _list(("会议多", "未启动", "—"), ("文件多", "未启动", "—"), ("接待多", "未启动", "—")), TOWN
    )
    office.take_text(_list(("走读", "未启动", "—"), ("车辆超标", "未启动", "—")), TOWN)


def _ended(result: FileResult) -> tuple[int, int, int]:
    return result.count("new"), result.count("changed"), result.count("conflict")


def test_what_a_sender_edits_in_either_list_is_taken(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    _two_lists(office)
    first = office.take_text(
        _list(
            ("会议多", "整改中", "已压减"), ("文件多", "未启动", "—"), ("接待多", "已完成", "已停")
        ),
        TOWN,
    )
    other = office.take_text(_list(("走读", "整改中", "已约谈"), ("车辆超标", "未启动", "—")), TOWN)
    assert (_ended(first), _ended(other)) == ((0, 2, 0), (0, 1, 0))
    assert {item["progress"] for item in office.items()} == {"已压减", "—", "已停", "已约谈"}


def test_a_report_of_nothing_new_takes_no_list_away(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    office.take_text(_list(("会议多", "未启动", "—"), ("文件多", "未启动", "—")), TOWN)
    office.take_text(f"{HEADER}\n无", TOWN)
    later = office.take_text(_list(("会议多", "整改中", "已压减"), ("文件多", "未启动", "—")), TOWN)
    assert _ended(later) == (0, 1, 0)


def test_a_row_of_the_other_list_is_not_missing(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    _two_lists(office)
    first = office.take_text(_list(("会议多", "未启动", "—"), ("接待多", "未启动", "—")), TOWN)
    other = office.take_text(_list(("走读", "未启动", "—"), ("车辆超标", "未启动", "—")), TOWN)
    new = office.take_text(_list(("电费拖欠", "未启动", "—")), TOWN)
    missing = [[len(one.missing) for one in file.sheets] for file in (first, other, new)]
    assert missing == [[1], [0], [0]]


def test_what_the_office_changed_since_is_still_a_conflict(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    _two_lists(office)
    office.take_text(_list(("会议多", "未启动", "县里核实")), "垦东县", settle="theirs")
    later = office.take_text(_list(("会议多", "未启动", "已压减")), TOWN)
    assert _ended(later) == (0, 0, 1)
    assert office.items()[0]["progress"] == "县里核实"


def test_the_journal_is_read_once_a_sheet_and_not_once_a_row(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    rows = [(f"问题{n}", "未启动", "—") for n in range(30)]
    office.take_text(_list(*rows), TOWN)
    office.take_text(_list(*((said, "整改中", progress) for said, _, progress in rows)), TOWN)
    asked: list[str] = []
    office.ledger.connection.set_trace_callback(asked.append)
    done = office.take_text(
        _list(*((said, "已完成", progress) for said, _, progress in rows)), TOWN
    )
    office.ledger.connection.set_trace_callback(None)
    assert done.count("changed") == 30
    assert sum("from journal where entry_id >" in one for one in asked) < 5


def test_ids_that_another_set_has_are_taken_out() -> None:
    some = Ranges.of([1, 2, 3, 4, 7, 9, 10])
    for other in ([], [2], [1, 2, 3, 4], [3, 4, 5, 9], [0, 7, 11], range(20)):
        left = some.without(Ranges.of(other))
        assert left.ids() == sorted(set(some.ids()) - set(other))
