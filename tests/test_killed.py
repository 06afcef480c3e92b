"""An import that is killed at any moment: each file is in the ledger whole or not at all."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest
from conftest import Campaign
from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parent.parent
FILES, ROWS = 6, 30
EVERY = [f"第{at}份" for at in range(FILES)]


@pytest.fixture
def mail(tmp_path: Path) -> list[Path]:
    """Sheets of which one row each is asked about, so that each has an answer."""
    made = []
    for at in range(FILES):
        path = tmp_path / f"盐窝镇第{at}份.csv"
        rows = [f"第{at}份问题{row},盐窝镇,6月底前" for row in range(ROWS)]
        text = "\n".join(["存在问题,责任单位,完成时限", *rows, f"第{at}份错行,盐窝镇,6月31日前"])
        path.write_text(text, encoding="utf-8-sig")
        made.append(path)
    return made


def command(mail: list[Path], outbox: Path) -> list[str]:
    line = [sys.executable, "-m", "cli", "import", *map(str, mail), "--unit", "盐窝镇"]
    return [*line, "--outbox", str(outbox)]


def kill_when(reached: Callable[[], bool], line: list[str]) -> int:
    """Start a command and kill it, and it alone, as soon as something is so."""
    child = subprocess.Popen(
        line,
        cwd=ROOT,
        env=os.environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while child.poll() is None and not reached():
        sleep(0.001)
    child.kill()
    return child.wait()


def taken(ledger: Path) -> list[int]:
    """Return how many items each file has in the ledger, read as another program reads it."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=30)) as connection:
        rows = dict(
            connection.execute("select substr(problem, 1, 3), count(*) from item group by 1")
        )
    return [rows.get(f"第{at}份", 0) for at in range(FILES)]


def whole(counts: list[int]) -> bool:
    """Tell whether the first files are there with all their rows, the others with none."""
    files = sum(map(bool, counts))
    return counts == [ROWS] * files + [0] * (FILES - files)


def errors_of(outbox: Path) -> list[str]:
    """Open every answer, which has to be whole, and return whose wrong row stands in it."""
    found = []
    for answer in outbox.glob("*请核对*.xlsx"):
        book = load_workbook(answer)
        said = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
        found += [said.removesuffix("错行") for said in said if said.endswith("错行")]
        book.close()
    return found


@pytest.mark.parametrize("moment", ["at the start", "1", "2", "4", "an answer"])
def test_a_killed_import_leaves_each_file_whole_or_untouched(
    started: Campaign, mail: list[Path], tmp_path: Path, moment: str
) -> None:
    outbox = tmp_path / "outbox"

    def reached() -> bool:
        if moment == "an answer":
            return outbox.is_dir() and any(outbox.iterdir())
        return sum(map(bool, taken(started.ledger))) >= int(moment if moment.isdigit() else 0)

    status = kill_when(reached, command(mail, outbox))

    assert status == -signal.SIGKILL
    assert whole(taken(started.ledger)), taken(started.ledger)
    assert started("verify").status == 0
    assert set(errors_of(outbox)) <= set(EVERY)

    # The same command once more ends as one that nobody disturbed.
    again = subprocess.run(command(mail, outbox), cwd=ROOT, check=False, capture_output=True)
    assert again.returncode == 1, again.stderr
    assert taken(started.ledger) == [ROWS] * FILES
    assert sorted(errors_of(outbox)) == EVERY
    assert started("verify").status == 0
