"""The sample city's month end: every workbook gives what the table beside it says."""

import csv
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ledger import campaigns
from ledger import month_end
from ledger.store import Author
from ledger.store import open_ledger
from samples import build

ROOT = Path(__file__).resolve().parent.parent
INBOX = ROOT / "samples" / "city" / "inbox"
AUTHOR = Author("王干事", date(2014, 6, 3), "2014-06-03T18:00:00+08:00", "campaign month-end")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("city")
    old = os.environ.get("CAMPAIGN_TODAY")
    yield build.build("city", folder)
    if old is None:
        os.environ.pop("CAMPAIGN_TODAY", None)
    else:
        os.environ["CAMPAIGN_TODAY"] = old


def expected() -> dict[str, dict[str, str]]:
    with (ROOT / "samples/city/expected.csv").open(encoding="utf-8-sig", newline="") as table:
        return {row["file"]: row for row in csv.DictReader(table)}


@pytest.fixture(scope="module")
def done(city: Path) -> month_end.MonthEnd:
    with open_ledger(city) as ledger:
        campaign = campaigns.in_use(ledger.connection)
        return month_end.month_end(
            ledger, AUTHOR, campaign, "2014-05", INBOX, city.parent / "outbox"
        )


@pytest.mark.parametrize("file", sorted(expected()))
def test_a_workbook_gives_what_is_expected(file: str, done: month_end.MonthEnd) -> None:
    want = expected()[file]
    if not want["sheet"]:
        assert INBOX / file in done.inbox.passed_over
        return
    [got] = [one for one in done.files if one.path.relative_to(INBOX).as_posix() == file]
    if not want["sender"]:
        assert got.state in ("unsettled", "disagree")
        return
    assert got.state == "taken", got.mistake
    assert got.sender is not None
    assert done.names.names[got.sender.unit or 0] == want["sender"]
    verdicts = ("new", "changed", "unchanged", "conflict", "queried")
    said = {
        found.read.rows[row]: [(one.field, one.key, one.values) for one in remarks]
        for found in got.sheets
        for row, remarks in found.remarks.items()
    }
    assert {name: got.count(name) for name in verdicts} == {
        name: int(want[name]) for name in verdicts
    }, said
