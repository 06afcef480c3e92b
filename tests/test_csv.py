"""Sheets as CSV: out by `-o NAME.csv`, and back; texts that begin like a formula are guarded."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Campaign
from hypothesis import given
from hypothesis import strategies as st
from office import Office
from office import open_office

from ledger import rectification
from ledger.exchange import sending
from schemas.formula import guarded
from schemas.formula import unguarded

#: What some spreadsheet takes for the beginning of a formula or a command.
SIGNS = "=+-@\t\r＝＋－＠"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        yield made


def add(office: Office, problem: str, **fields: object) -> None:
    with office.ledger.writing(office.author, campaign=1) as entry:
        values = {"unit_id": office.unit("盐窝镇"), **fields}
        rectification.add(entry, 1, problem, values)


def lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@given(text=st.text(st.sampled_from(SIGNS + "'1甲 "), max_size=6))
def test_guarded_text_runs_nowhere_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(tuple(SIGNS))
    assert unguarded(guarded(text)) == text


def test_excel_knows_its_encoding(office: Office) -> None:
    path = office.export("roster", "名册.csv")

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert lines(path)[0] == ["单位名册"]


@pytest.mark.parametrize("sign", list("=+-@"))
def test_a_sheet_comes_back_with_texts_like_formulas(office: Office, sign: str) -> None:
    add(office, f'{sign}SUM(1,2)\n第二行，“引号”"', measures=f"'{sign}1")
    before = office.snapshot()
    path = office.export("rectification", "台账.csv")
    assert not [cell for row in lines(path) for cell in row if cell.startswith(sign)]

    [result] = office.take(path)

    assert result.count("unchanged") == 1
    assert office.snapshot() == before


def test_a_stale_copy_is_known_by_the_number_of_its_export(office: Office) -> None:
    """What was worked on meanwhile is not set back by a copy that did not touch it."""
    add(office, "大厅中午没人", measures="排班", progress="未办")
    path = office.export("rectification", "台账.csv")
    with office.ledger.writing(office.author, campaign=1) as entry:
        rectification.edit(entry, office.items()[0]["no"], {"measures": "轮班"})
    path.write_text(path.read_text("utf-8-sig").replace("未办", "已办"), "utf-8-sig")

    [result] = office.take(path)

    [item] = office.items()
    assert (item["measures"], item["progress"]) == ("轮班", "已办")
    assert result.count("conflict") == 0


def test_a_sheet_for_a_unit_is_known_as_its(office: Office) -> None:
    add(office, "大厅中午没人")
    unit = office.unit("盐窝镇")
    path = office.export("rectification", "出.csv", sending.Parcel(direction="down").only(unit))

    [result] = office.take(path)

    assert result.sender is not None
    assert result.sender.unit == unit


def test_several_sheets_do_not_fit_into_one_file(started: Campaign, tmp_path: Path) -> None:
    refused = started("export", "roster", "rectification", "-o", "出.csv")

    assert refused.status == 2
    assert refused.err.startswith("CSV 文件只能放一种表，这里要导出 2 种。\n")
    assert not (tmp_path / "出.csv").exists()


def test_a_listing_in_csv_comes_back_unchanged(started: Campaign, tmp_path: Path) -> None:
    started("rectify", "add", "=1+1的问题", "--unit", "盐窝镇", "--measures", "-排班")
    listing = started("rectify", "--format", "csv").out
    assert ",'=1+1的问题," in listing
    (tmp_path / "清单.csv").write_text(listing, encoding="utf-8")

    told = started("import", "清单.csv")

    assert told.status == 0
    assert "新增 0，更新 0，未变 1，冲突 0，待核 0" in told.out
