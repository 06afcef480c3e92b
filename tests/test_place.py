"""Files are written whole or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from ledger.errors import MachineFailed
from ledger.exchange.place import placed

_DIES = """
import os, sys
from pathlib import Path
from ledger.exchange.paper import Page, PageColumn, write_book
from ledger.exchange.place import placed

def rows():
    for number in range(5000):
        yield [str(number)]
    os._exit(9)

def text(target):
    with placed(target) as beside:
        beside.write_text("half of the new")
        os._exit(9)

def book(target):
    write_book(target, [Page("t", [PageColumn("h", 10)], rows())], lang="zh")

{"text": text, "book": book}[sys.argv[1]](Path(sys.argv[2]))
"""


@pytest.mark.parametrize("old", ["the old file", None])
@pytest.mark.parametrize("what", ["text", "book"])
def test_a_process_that_dies_leaves_the_old_file_or_none(
    tmp_path: Path, what: str, old: str | None
) -> None:
    """Never half a file under the name."""
    target = tmp_path / "整改台账.xlsx"
    if old is not None:
        target.write_text(old)

    died = subprocess.run([sys.executable, "-c", _DIES, what, str(target)], check=False)

    assert died.returncode == 9
    assert (target.read_text() if target.exists() else None) == old


def test_what_is_left_beside_looks_like_a_lock_file(tmp_path: Path) -> None:
    """A search of an inbox passes over it."""
    target = tmp_path / "a.xlsx"

    subprocess.run([sys.executable, "-c", _DIES, "text", str(target)], check=False)

    assert [path.name[:2] for path in tmp_path.iterdir()] == ["~$"]


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """Its permissions stay those that somebody gave the old one."""
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o640)

    with placed(target) as beside:
        beside.write_text("new")
        assert target.read_text() == "old"

    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def _fail_inside(target: Path, failure: BaseException) -> None:
    with placed(target) as beside:
        beside.write_text("half")
        raise failure


@pytest.mark.parametrize("failure", [ValueError("a defect"), KeyboardInterrupt()])
def test_a_failure_leaves_nothing_behind(tmp_path: Path, failure: BaseException) -> None:
    """What went wrong is told as it was."""
    target = tmp_path / "a.txt"
    target.write_text("old")

    with pytest.raises(type(failure)):
        _fail_inside(target, failure)

    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_the_machine_s_mistake(tmp_path: Path) -> None:
    """It says which file, and what the system said."""
    target = tmp_path / "a.txt"

    with pytest.raises(MachineFailed) as refused, placed(target):
        raise OSError(28, "No space left on device")

    assert refused.value.values == {"path": str(target), "what": "No space left on device"}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A stick that was pulled out, for one."""
    with pytest.raises(MachineFailed), placed(tmp_path / "gone" / "a.txt"):
        pass


def test_a_folder_in_its_place_stays(tmp_path: Path) -> None:
    """A name that is a folder's cannot become a file's."""
    target = tmp_path / "a"
    target.mkdir()

    with pytest.raises(MachineFailed), placed(target) as beside:
        beside.write_text("new")

    assert list(tmp_path.iterdir()) == [target]


def test_a_name_as_long_as_a_name_may_be(tmp_path: Path) -> None:
    """The name that is written under first is short."""
    target = tmp_path / ("账" * 83 + ".xlsx")

    with placed(target) as beside:
        beside.write_text("new")

    assert target.read_text() == "new"
