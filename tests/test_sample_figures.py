"""The samples hold their sources' figures, and the tool counts rather than knows them."""

import json
import os
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from samples import build
from samples.city import start as city

Status = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    kept = os.environ.get("CAMPAIGN_TODAY")
    monkeypatch.setenv("CAMPAIGN_LANG", "zh")
    yield
    os.environ.pop("CAMPAIGN_TODAY", None)
    if kept is not None:
        os.environ["CAMPAIGN_TODAY"] = kept


@pytest.fixture
def status(capsys: pytest.CaptureFixture[str]) -> Status:
    def ask(ledger: Path, *words: str) -> dict[str, Any]:
        capsys.readouterr()
        assert main(["--ledger", str(ledger), "status", "--format", "json", *words]) == 0
        return json.loads(capsys.readouterr().out)

    return ask


def test_the_city_heard_9045_opinions_in_six_ways(tmp_path: Path, status: Status) -> None:
    opinions = status(build.build("city", tmp_path))["opinions"]
    assert opinions["total"] == 9045
    assert opinions["by_channel"] == {
        "走访察意见": 3108,
        "定期收意见": 2316,
        "测评找意见": 1487,
        "电话听意见": 905,
        "来信看意见": 642,
        "网络晒意见": 587,
    }


def test_a_changed_city_gives_the_changed_figures(tmp_path: Path, status: Status) -> None:
    sheets = city.write(tmp_path / "start")
    mutated = [_without_some_rows(sheet) for sheet in sheets]
    ledger = build.make_ledger(city, tmp_path, mutated)
    opinions = status(ledger)["opinions"]
    assert opinions["total"] == 9045 - 7
    assert opinions["by_channel"]["来信看意见"] == 642 - 7


def _without_some_rows(sheet: Path) -> Path:
    """Take seven letters out of the opinions, as somebody could."""
    if not sheet.name.endswith("意见汇总表-活动办.xlsx"):
        return sheet
    from openpyxl import load_workbook

    book = load_workbook(sheet)
    page = book.worksheets[0]
    letters = [
        row[0].row for row in page.iter_rows() if "来信看意见" in [cell.value for cell in row]
    ]
    for row in reversed(letters[:7]):
        page.delete_rows(row)
    book.save(sheet)
    return sheet


def test_the_province_has_done_3142_of_4395(
    tmp_path: Path, status: Status, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = build.build("province", tmp_path)
    items = status(ledger)["items"]
    assert items["total"] == 4395
    assert items["by_status"] == {"done": 3142, "doing": 1253}
    assert items["done"] == {"part": 3142, "whole": 4395, "percent": "71.49"}
    assert main(["--ledger", str(ledger), "status"]) == 0
    said = capsys.readouterr().out
    assert "3142 ÷ 4395 = 71.49%" in said
    assert "口径：全部单位；已撤销的事项不计" in said


def test_what_was_counted_follows_the_filter(tmp_path: Path, status: Status) -> None:
    ledger = build.build("province", tmp_path)
    narrowed = status(ledger, "--batch", "第一批", "--scope", "班子", "--theme", "形式主义")
    assert narrowed["counted"] == "全部单位；第一批；班子；形式主义；已撤销的事项不计"
    assert narrowed["items"]["total"] < 4395
    of_one = status(ledger, "--unit", "岚江省")
    assert of_one["counted"] == "岚江省及其下属单位；已撤销的事项不计"
