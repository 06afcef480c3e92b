"""The tool as a clerk uses it: a command line goes in, a status and two texts come out."""

import io
import json
import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from ledger.exchange import reader

pytest.register_assert_rewrite("corpus")

OFFICE = "垦东县活动办"


@dataclass(frozen=True)
class Result:
    """What one command line came to."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def commands(self) -> list[list[str]]:
        """Return the command lines that a mistake's remedy offers, ready to be run."""
        found = re.findall(r"campaign (.+?)(?=[；，。;]|\. |\.?$)", self.err, re.MULTILINE)
        return [shlex.split(line) for line in found]


@dataclass
class Campaign:
    """Runs command lines in this process, on a ledger of the test's own."""

    ledger: Path
    patch: pytest.MonkeyPatch
    captured: Callable[[], Any]

    def __call__(
        self, *argv: object, today: str | None = None, lang: str = "zh", stdin: str = ""
    ) -> Result:
        with self.patch.context() as patch:
            if today is not None:
                patch.setenv("CAMPAIGN_TODAY", today)
            patch.setenv("CAMPAIGN_LANG", lang)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            status = main([str(part) for part in argv])
        text = self.captured()
        return Result(status, text.out, text.err)

    def json(self, *argv: object, **options: Any) -> Any:
        """Run a listing that has to succeed, and return what it printed as JSON."""
        result = self(*argv, "--format", "json", **options)
        assert result.status == 0, result.err
        return json.loads(result.out)

    def elsewhere(self, *statements: str) -> None:
        """Change the ledger with another SQLite program."""
        with closing(sqlite3.connect(self.ledger)) as other, other:
            for statement in statements:
                other.execute(statement)

    def entries(self) -> int:
        """Return how many entries the ledger has."""
        return len(self.json("history"))


@pytest.fixture(scope="session", autouse=True)
def one_reading_process() -> Iterator[None]:
    """Let all runs of this process share one that reads: each starts its own otherwise."""
    shared: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        if not shared or shared[0].poll() is not None:
            shared[:] = [reader_start()]
        return shared[0]

    def end(child: "subprocess.Popen[bytes]", *, at_once: bool) -> None:
        if at_once or child not in shared:
            reader_end(child, at_once=at_once)

    reader_start, reader_end = reader.start, reader.end
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "start", start)
        patch.setattr(reader, "end", end)
        yield
    if shared:
        reader_end(shared[0], at_once=False)


@pytest.fixture
def campaign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Campaign:
    """Run the tool; there is no ledger yet."""
    ledger = tmp_path / "campaign.db"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAMPAIGN_LEDGER", str(ledger))
    monkeypatch.setenv("CAMPAIGN_TODAY", "2014-05-16")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LOGNAME", "王干事")
    return Campaign(ledger, monkeypatch, capsys.readouterr)


@pytest.fixture
def started(campaign: Campaign) -> Campaign:
    """Run the tool on a ledger with an office and three units below it."""
    assert campaign("init", "--office", OFFICE).status == 0
    campaign("add-unit", "财政局", "--tier", "县级", "--alias", "财局")
    campaign("add-unit", "盐窝镇", "--tier", "乡镇")
    campaign("add-unit", "南岭村", "--parent", "盐窝镇", "--tier", "村级")
    return campaign
