"""What an office brings along when it starts is opening stock: it is kept so, and never new."""

import sqlite3
from contextlib import closing
from pathlib import Path

from conftest import Campaign
from test_dry_run import sheet

ITEMS = "盐窝镇整改台账\n填报单位：盐窝镇\n存在问题|责任人\n会多|张三"
VOICES = "盐窝镇征求意见汇总表\n填报单位：盐窝镇\n意见内容|渠道\n会多|座谈会"


def openings(started: Campaign, table: str) -> list[str | None]:
    with closing(sqlite3.connect(started.ledger)) as ledger:
        return [one for (one,) in ledger.execute(f"select opening from {table} order by id")]


def test_new_records_of_the_run_are_stock_and_later_ones_are_not(
    started: Campaign, tmp_path: Path
) -> None:
    files = [sheet(tmp_path / "1.csv", ITEMS), sheet(tmp_path / "2.csv", VOICES)]
    done = started("import", *files, "--opening", "2014年5月")
    assert done.out.count("新增的 1 条记为 2014-05 期初已有") == 2
    started("import", sheet(tmp_path / "3.csv", ITEMS + "\n文多|李四"))
    assert openings(started, "item") == ["2014-05", None]
    assert openings(started, "opinion") == ["2014-05"]


def test_a_record_that_was_there_already_does_not_become_stock(
    started: Campaign, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "1.csv", ITEMS)
    started("import", path)
    started("import", path, "--opening", "2014-05")
    assert openings(started, "item") == [None]


def test_it_is_shown_and_told_by_the_history(started: Campaign, tmp_path: Path) -> None:
    started("import", sheet(tmp_path / "1.csv", ITEMS), "--opening", "2014-05")
    started("import", sheet(tmp_path / "2.csv", VOICES), "--opening", "2014-05")
    assert "期初已有" in started("rectify", "show", "zg1").out
    assert started.json("rectify", "show", "zg1")["opening"] == "2014-05"
    [opinion] = started.json("opinions")
    assert started.json("opinions", "show", opinion["no"])["opening"] == "2014-05"
    lines = started.json("history", "zg1")
    assert [line["new"] for line in lines if line["field"] == "opening"] == ["2014-05"]


def test_it_goes_and_comes_back_with_its_entry(started: Campaign, tmp_path: Path) -> None:
    started("import", sheet(tmp_path / "1.csv", ITEMS), "--opening", "2014-05")
    entry = started.json("history")[0]["no"]
    started("undo", entry)
    assert openings(started, "item") == []
    started("undo", entry + 1)
    assert openings(started, "item") == ["2014-05"]


def test_an_export_that_comes_back_leaves_it(started: Campaign, tmp_path: Path) -> None:
    started("import", sheet(tmp_path / "1.csv", ITEMS), "--opening", "2014-05")
    started("export", "rectification", "-o", "台账.xlsx")
    entries = started.entries()
    started("import", "台账.xlsx")
    assert openings(started, "item") == ["2014-05"]
    assert started.entries() == entries


def test_what_is_no_month_is_refused(started: Campaign, tmp_path: Path) -> None:
    done = started("import", sheet(tmp_path / "1.csv", ITEMS), "--opening", "年初")
    assert done.status == 2
    assert "--opening" in done.err
