"""Folders and archives as mail: each file is told apart, and whose it is is never guessed."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import Campaign
from openpyxl import load_workbook

from cli.screen import Screen

LIST = "序号,存在问题,责任单位,完成时限,完成情况\n1,{problem},盐窝镇,{due},整改中\n"


def _write(path: Path, problem: str, due: str = "6月底前") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LIST.format(problem=problem, due=due), encoding="utf-8-sig")
    return path


def _packed(path: Path, **members: str) -> Path:
    with ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".csv", text)
    return path


def test_a_folder_is_imported_with_all_that_lies_below(started: Campaign, tmp_path: Path) -> None:
    _write(tmp_path / "来件" / "盐窝镇" / "台账.csv", "会议多")
    _write(tmp_path / "来件" / "财政局" / "台账.csv", "文件多")
    (tmp_path / "来件" / "~$台账.csv").write_bytes(b"x")
    done = started("import", tmp_path / "来件")
    assert done.status == 0
    assert "盐窝镇/台账.csv（盐窝镇，—）" in done.out
    assert "财政局/台账.csv（财政局，—）" in done.out
    assert "跳过临时文件和自己的核对表 1 个。" in done.out
    assert len(started.json("rectify")) == 2


def test_what_nothing_tells_of_in_a_folder_is_not_the_offices_own(
    started: Campaign, tmp_path: Path
) -> None:
    file = _write(tmp_path / "来件" / "台账.csv", "会议多")
    done = started("import", tmp_path / "来件")
    assert done.status == 2
    assert f'campaign import "{file}" --unit 单位名称（本办自己的表不写 --unit）' in done.out
    assert started("import", file).status == 0
    assert len(started.json("rectify")) == 1


def test_an_archive_is_imported_and_answered_beside_itself(
    started: Campaign, tmp_path: Path
) -> None:
    text = LIST.format(problem="会议多", due="6月31日前")
    done = started("import", _packed(tmp_path / "五月.zip", 盐窝镇__台账=text))
    assert done.status == 1
    assert "五月.zip › 盐窝镇/台账.csv（盐窝镇，—）" in done.out
    assert [one.name for one in tmp_path.glob("*请核对*")] == ["盐窝镇-整改台账-请核对.xlsx"]


def test_a_file_of_an_archive_that_is_damaged_is_named(started: Campaign, tmp_path: Path) -> None:
    text = LIST.format(problem="会议多", due="6月底前")
    path = _packed(tmp_path / "五月.zip", 盐窝镇__台账=text, 盐窝镇__坏=text.replace("会", "文"))
    data = path.read_bytes()
    at = data.rindex(text.replace("会", "文").encode())
    path.write_bytes(data[:at] + b"?" + data[at + 1 :])
    done = started("import", path)
    assert done.status == 1
    assert "五月.zip › 盐窝镇/坏.csv" in done.out
    assert len(started.json("rectify")) == 1


def test_two_answers_to_one_sender_are_two_files(started: Campaign, tmp_path: Path) -> None:
    files = [_write(tmp_path / f"{n}.csv", f"问题{n}", "6月31日前") for n in (1, 2)]
    started("import", *files, "--unit", "盐窝镇")
    names = sorted(one.name for one in tmp_path.glob("*请核对*"))
    assert names == ["盐窝镇-整改台账-请核对-2.xlsx", "盐窝镇-整改台账-请核对.xlsx"]


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", ".DS_Store"])
def test_files_of_the_system_are_passed_over(started: Campaign, tmp_path: Path, name: str) -> None:
    _write(tmp_path / "in" / "盐窝镇" / "台账.csv", "会议多")
    (tmp_path / "in" / name).write_bytes(b"\xd0\xcf\x11\xe0")
    done = started("month-end", "2014-05", "--inbox", "in", "--outbox", "out")
    assert name not in done.out
    assert "跳过临时文件和自己的核对表 1 个" in done.out


def test_files_of_one_name_are_told_apart_by_their_folders(
    started: Campaign, tmp_path: Path
) -> None:
    for unit in ("盐窝镇", "财政局"):
        _write(tmp_path / "in" / unit / "台账.csv", f"{unit}会议多")
    _write(tmp_path / "in" / "盐窝镇" / "另一张.csv", "车辆超标")
    done = started("month-end", "2014-05", "--inbox", "in", "--outbox", "out")
    named = [line.split()[0] for line in done.out.splitlines() if ".csv" in line]
    assert sorted(named) == ["另一张.csv", "盐窝镇/台账.csv", "财政局/台账.csv"]


def test_a_file_that_cannot_be_read_is_named_once(started: Campaign, tmp_path: Path) -> None:
    (tmp_path / "空.xlsx").write_bytes(b"")
    done = started("import", tmp_path / "空.xlsx", _write(tmp_path / "1.csv", "会议多"))
    [line] = [line for line in done.out.splitlines() if "空.xlsx" in line]
    assert line == "空.xlsx：文件是空的。请让报送单位重新发送。"


def test_what_this_months_list_no_longer_has_is_named(started: Campaign, tmp_path: Path) -> None:
    text = "序号,存在问题,责任单位\n" + "\n".join(f"{n},问题{n},盐窝镇" for n in range(1, 7))
    place = tmp_path / "in" / "盐窝镇" / "4月.csv"
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8-sig")
    started("month-end", "2014-04", "--inbox", "in", "--outbox", "out")
    place.unlink()
    _write(place.with_name("5月.csv"), "问题2")
    done = started("month-end", "2014-05", "--inbox", "in", "--outbox", "out")
    lines = done.out.splitlines()
    at = lines.index("上次有、这次没有的记录（台账里不删）")
    assert lines[at + 1] == "  盐窝镇：ZG-0001、ZG-0003、ZG-0004 等 5 条"
    assert len(started.json("rectify")) == 6


def test_senders_of_one_name_are_told_apart(started: Campaign, tmp_path: Path) -> None:
    started("add-unit", "胜坨镇")
    for town in ("盐窝镇", "胜坨镇"):
        started("add-unit", "新村", "--parent", town)
        _write(tmp_path / "in" / town / "新村" / "台账.csv", f"{town}会议多")
    text = LIST.replace("盐窝镇", "新村")
    for town in ("盐窝镇", "胜坨镇"):
        place = tmp_path / "in" / town / "新村" / "台账.csv"
        place.write_text(text.format(problem="会议多", due="6月31日前"), encoding="utf-8-sig")
    done = started("month-end", "2014-05", "--inbox", "in", "--outbox", "out")
    assert "盐窝镇新村" in done.out
    assert "胜坨镇新村" in done.out
    assert len(list((tmp_path / "out").glob("*请核对*"))) == 2
    names = {one.name for one in (tmp_path / "out").glob("*请核对*")}
    assert names == {"盐窝镇新村-整改台账-请核对.xlsx", "胜坨镇新村-整改台账-请核对.xlsx"}


def test_nothing_is_told_while_the_bar_of_progress_stands(
    started: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path / "in" / "盐窝镇" / "台账.csv", "会议多")
    standing: list[bool] = []
    told: list[bool] = []

    @contextmanager
    def progress(*_: object) -> Iterator[Callable[[], None]]:
        standing.append(True)
        yield lambda: None
        standing.pop()

    def reply(*_: object, **_values: object) -> None:
        told.append(bool(standing))

    monkeypatch.setattr(Screen, "progress", progress)
    monkeypatch.setattr(Screen, "reply", reply)
    started("month-end", "2014-05", "--inbox", "in", "--outbox", "out")
    assert told
    assert not any(told)


def test_the_answer_to_one_of_two_units_of_one_name_comes_back_by_itself(
    started: Campaign, tmp_path: Path
) -> None:
    started("add-unit", "胜坨镇")
    for town in ("盐窝镇", "胜坨镇"):
        started("add-unit", "新村", "--parent", town)
    file = tmp_path / "台账.csv"
    file.write_text(
        LIST.replace("盐窝镇", "盐窝镇新村").format(problem="会", due="6月31日前"), "utf-8"
    )
    started("import", file, "--unit", "盐窝镇新村")
    answer = tmp_path / "盐窝镇新村-整改台账-请核对.xlsx"
    book = load_workbook(answer)
    book.worksheets[0]["D2"] = "6月30日前"
    book.save(tmp_path / "改好.xlsx")
    assert started("import", tmp_path / "改好.xlsx").status == 0
    [item] = started.json("rectify")
    assert (item["unit"], item["raised_by"]) == ("盐窝镇新村", "盐窝镇新村")
    assert item["due_on"] == "2014-06-30"
