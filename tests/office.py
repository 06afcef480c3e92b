"""A small office for tests: a ledger with some units, and sheets written as text."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ledger import activities
from ledger import campaigns
from ledger import journal
from ledger import reading
from ledger import units
from ledger.exchange import sending
from ledger.exchange.file_result import FileResult
from ledger.exchange.run import Wishes
from ledger.exchange.taking import Taking
from ledger.store import Author
from ledger.store import Ledger
from ledger.store import create
from ledger.store import open_ledger
from schemas.plan import Plan

TODAY = date(2014, 5, 16)
UNITS = {
    "盐窝镇": "垦东县",
    "胜坨镇": "垦东县",
    "县财政局": "垦东县",
    "县人力资源和社会保障局": "垦东县",
    "新村": "盐窝镇",
    "后崔村": "胜坨镇",
}


@dataclass
class Office:
    """An open ledger, and what a test wants to do with it."""

    ledger: Ledger
    folder: Path
    today: date = TODAY

    @property
    def author(self) -> Author:
        return Author("王干事", self.today, f"{self.today}T09:00:00+08:00", "campaign test")

    @property
    def campaign(self) -> campaigns.CampaignInUse:
        return campaigns.in_use(self.ledger.connection)

    def unit(self, name: str) -> int:
        return units.UnitNames(self.ledger.connection).required(name)

    def sheet(self, name: str, text: str) -> Path:
        """Write a sheet whose cells stand in a text, | between them."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    def take(self, *files: Path, sender: str | None = None, **wishes: Any) -> list[FileResult]:
        asked = Wishes(sender=self.unit(sender) if sender else None, **wishes)
        return Taking(self.ledger, self.author, self.campaign, asked).take(files)

    def take_text(self, text: str, sender: str | None = None, **wishes: Any) -> FileResult:
        path = self.sheet(f"{journal.newest(self.ledger.connection)}.csv", text)
        return self.take(path, sender=sender, **wishes)[0]

    def items(self, **asked: Any) -> list[dict[str, Any]]:
        wanted = reading.ItemFilter(**asked)
        return list(reading.items(self.ledger.connection, self.campaign.id, self.today, wanted))

    def opinions(self, **asked: Any) -> list[dict[str, Any]]:
        wanted = reading.OpinionFilter(**asked)
        return list(reading.opinions(self.ledger.connection, self.campaign.id, wanted))

    def activities(self, **asked: Any) -> list[dict[str, Any]]:
        wanted = activities.ActivityFilter(**asked)
        return list(activities.activities(self.ledger.connection, self.campaign, wanted))

    def units(self) -> list[dict[str, Any]]:
        wanted = reading.UnitFilter(whole=True)
        return list(reading.units(self.ledger.connection, self.campaign.id, wanted))

    def export(self, code: str, name: str, parcel: sending.Parcel | None = None) -> Path:
        target = self.folder / name
        sending.export(
            self.ledger,
            self.author,
            self.campaign,
            [sending.sheet_of(self.campaign, code)],
            parcel or sending.Parcel(),
            target,
            force=True,
        )
        return target

    def snapshot(self) -> dict[str, list[Any]]:
        connection = self.ledger.connection
        return {
            table: connection.execute(f"select * from {table} order by id").fetchall()
            for table in journal.journalled(connection)
        }


_MADE: dict[str, bytes] = {}


def open_office(
    folder: Path,
    plan: Plan | None = None,
    below: Mapping[str, str] = UNITS,
    tiers: Mapping[str, str] | None = None,
) -> Office:
    """Make a ledger of 垦东县 with a few units, and open it; made once for each plan."""
    plan = plan or campaigns.load_plan("standard")
    path = folder / "campaign.db"
    key = f"{plan.model_dump_json()}{dict(below)}{tiers}"
    if key not in _MADE:
        _make(path, plan, below, tiers or {})
        _MADE[key] = path.read_bytes()
    path.write_bytes(_MADE[key])
    return Office(open_ledger(path), folder)


def _make(path: Path, plan: Plan, below: Mapping[str, str], tiers: Mapping[str, str]) -> None:
    ledger, _ = create(path)
    with ledger:
        office = Office(ledger, path.parent)
        with ledger.writing(office.author, kind="init") as entry:
            campaigns.start(entry, plan, "垦东县", "test-ledger")
        with ledger.writing(office.author, campaign=1) as entry:
            names = units.UnitNames(ledger.connection)
            for name, parent in below.items():
                fields = {"name": name, "parent_id": names.required(parent)}
                if name in tiers:
                    fields["tier"] = tiers[name]
                units.add(entry, 1, names, fields)
        ledger.connection.execute("pragma journal_mode = delete")
