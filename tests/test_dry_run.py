"""A dry run of several steps: each sees the ones before it, and nothing of it stays."""

import csv
from pathlib import Path

import pytest
from conftest import Campaign
from conftest import Result

ROSTER = """单位名册
单位名称|上级单位|层级
利津街道|盐窝镇|乡镇
东关村|利津街道|村级"""
LIST = """整改台账
序号|责任单位|存在问题|完成时限
1|东关村|路灯不亮|6月底前
2|不在册的村|会多|6月底前"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return a list that names units, and the roster that brings them, in that order."""
    return [sheet(tmp_path / "台账.csv", LIST), sheet(tmp_path / "名册.csv", ROSTER)]


def sheet(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(line.split("|") for line in text.splitlines())
    return path


def same_but_for_one_line(rehearsed: Result, done: Result) -> None:
    assert rehearsed.status == done.status
    assert rehearsed.out == done.out
    assert len(rehearsed.err.splitlines()) == len(done.err.splitlines()) + 1


def test_rows_that_need_an_earlier_files_units_are_not_queried(
    started: Campaign, files: list[Path], tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir()), started.entries()
    rehearsed = started("import", *files, "--dry-run")
    assert (sorted(tmp_path.iterdir()), started.entries()) == before
    assert started.json("rectify") == []
    done = started("import", *files)
    same_but_for_one_line(rehearsed, done)
    assert done.status == 1
    assert [item["unit"] for item in started.json("rectify")] == ["东关村"]


def test_an_unreadable_file_among_them_ends_the_same_way(
    started: Campaign, files: list[Path], tmp_path: Path
) -> None:
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    rehearsed = started("import", broken, *files, "--dry-run")
    same_but_for_one_line(rehearsed, started("import", broken, *files))


def test_a_month_end_is_rehearsed_whole(started: Campaign, tmp_path: Path) -> None:
    sheet(tmp_path / "inbox" / "盐窝镇" / "名册.csv", ROSTER)
    sheet(tmp_path / "inbox" / "盐窝镇" / "台账.csv", LIST)
    line = ("month-end", "2014-05", "--inbox", "inbox", "--outbox", "outbox")
    rehearsed = started(*line, "--dry-run")
    assert not (tmp_path / "outbox").exists()
    assert started.json("rectify") == []
    same_but_for_one_line(rehearsed, started(*line))
    assert (tmp_path / "outbox").exists()


def test_the_undo_of_a_run_is_rehearsed_whole(started: Campaign, files: list[Path]) -> None:
    started("import", *files)
    run = started.json("history")[0]["run"]
    items, units = started.json("rectify"), started.json("units")
    rehearsed = started("undo", "--run", run, "--dry-run")
    assert (started.json("rectify"), started.json("units")) == (items, units)
    done = started("undo", "--run", run)
    same_but_for_one_line(rehearsed, done)
    # The roster's units can only go since the items have gone before them.
    assert done.status == 0
    assert started.json("rectify") == []


def test_a_mistake_in_a_rehearsal_leaves_the_ledger_open_for_the_next(started: Campaign) -> None:
    assert started("undo", "99", "--dry-run").status == 2
    assert started("add-unit", "胜坨镇").status == 0
