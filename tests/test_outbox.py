"""What is written into an outbox is there whole, is booked, and is never there twice."""

import errno
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import open_office

from ledger.exchange import outbox as outboxes
from ledger.exchange.outbox import Outbox
from ledger.store import Ledger


class Killed(BaseException):
    """The process dies here."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    office = open_office(tmp_path)
    yield office.ledger
    office.ledger.close()


def writing(words: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(words, encoding="utf-8")


def there(folder: Path) -> dict[str, str]:
    """The files that a person sees in a folder."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if not path.name.startswith("~$")
    }


@pytest.mark.parametrize("earlier", ["", "old"], ids=["first", "again"])
@pytest.mark.parametrize("moment", ["written", "booked", "named"])
def test_a_process_that_dies_leaves_no_second_answer(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, earlier: str
) -> None:
    """Whenever it dies: the next one finds its own file and writes it once."""
    folder = tmp_path / "out"
    if earlier:
        Outbox(ledger, folder).put("a.xlsx", "1", writing(earlier))
    calls = []
    remember = outboxes.remember

    def dying(*args: object) -> None:
        calls.append(args)
        if moment == "written" or len(calls) == 2:
            raise Killed
        remember(*args)  # type: ignore[arg-type]

    def unnamed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(outboxes, "remember", dying)
        if moment == "booked":
            patched.setattr(Path, "replace", unnamed)
        with pytest.raises(Killed):
            Outbox(ledger, folder).put("a.xlsx", "2", writing("new"))
    assert there(folder).get("a.xlsx", "") in (earlier, "new")

    box = Outbox(ledger, folder)
    box.put("a.xlsx", "2", writing("new"))

    assert there(folder) == {"a.xlsx": "new"}
    assert len(box.written) + len(box.unchanged) == 1
    again = Outbox(ledger, folder)
    again.put("a.xlsx", "2", writing("not written"))
    assert (again.unchanged, there(folder)) == ([folder / "a.xlsx"], {"a.xlsx": "new"})


def test_a_file_of_somebody_else_is_never_replaced(ledger: Ledger, tmp_path: Path) -> None:
    """Also one of ours that somebody changed since."""
    folder = tmp_path / "out"
    Outbox(ledger, folder).put("a.xlsx", "1", writing("ours"))
    (folder / "a.xlsx").write_text("changed")
    (folder / "a-2.xlsx").write_text("foreign")

    Outbox(ledger, folder).put("a.xlsx", "2", writing("new"))

    assert there(folder) == {"a.xlsx": "changed", "a-2.xlsx": "foreign", "a-3.xlsx": "new"}


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_disk_that_refuses_leaves_nothing_half_written(
    ledger: Ledger, tmp_path: Path, error: int
) -> None:
    """What stood there stays, it is said, and the next file is tried."""
    folder = tmp_path / "out"
    Outbox(ledger, folder).put("a.xlsx", "1", writing("old"))

    def refused(path: Path) -> None:
        path.write_text("half")
        raise OSError(error, "no")

    box = Outbox(ledger, folder)
    box.put("a.xlsx", "2", refused)
    box.put("b.xlsx", "1", writing("b"))

    assert (box.failed, box.written) == ([folder / "a.xlsx"], [folder / "b.xlsx"])
    assert there(folder) == {"a.xlsx": "old", "b.xlsx": "b"}
    assert len(list(folder.iterdir())) == 2


def test_an_outbox_that_cannot_be_made_is_said(ledger: Ledger, tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "out").write_text("")

    box = Outbox(ledger, tmp_path / "out")
    box.put("a.xlsx", "1", writing("a"))

    assert (box.failed, box.written) == ([tmp_path / "out" / "a.xlsx"], [])
