"""An inbox: archives are opened, none of their files is lost, ours are passed over."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from office import Office
from office import open_office

from ledger.exchange import inbox
from ledger.exchange.outbox import remember


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        (tmp_path / "in").mkdir()
        yield made


def search(office: Office) -> inbox.Inbox:
    folder, unpacked = office.folder / "in", office.folder / "unpacked"
    return inbox.search(folder, unpacked, office.ledger.connection)


def archive(office: Office, *members: tuple[str, bytes]) -> None:
    with ZipFile(office.folder / "in" / "五月.zip", "w") as packed:
        for name, data in members:
            packed.writestr(name, data)


def test_files_of_an_archive_keep_their_folders(office: Office) -> None:
    archive(office, ("盐窝镇/台账.csv", b"a"), ("~$x.xlsx", b"b"))
    found = search(office)
    [file] = found.files
    assert file.relative_to(office.folder / "unpacked").parts == ("五月", "盐窝镇", "台账.csv")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_two_files(office: Office) -> None:
    archive(office, ("台账.csv", b"a"), ("台账.csv", b"b"))
    assert sorted(file.read_bytes() for file in search(office).files) == [b"a", b"b"]


def test_a_name_that_no_disk_takes_is_shortened(office: Office) -> None:
    archive(office, ("长" * 300 + ".csv", b"a"), ("短.csv", b"b"))
    assert len(search(office).files) == 2


def test_no_member_leaves_its_folder(office: Office) -> None:
    archive(office, ("../../逃.csv", b"a"), ("/etc/逃.csv", b"b"))
    assert all(file.is_relative_to(office.folder / "unpacked") for file in search(office).files)


def test_an_archive_that_holds_too_much_is_named(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST_BYTES_EACH", 10)
    archive(office, ("大.csv", b"x" * 11))
    found = search(office)
    assert (found.files, [one.name for one in found.bad_archives]) == ([], ["五月.zip"])


def test_an_answer_that_nobody_changed_is_passed_over(office: Office) -> None:
    answer = office.folder / "in" / "答.csv"
    answer.write_text("a", encoding="utf-8")
    with office.ledger.booking() as connection:
        remember(connection, answer, "x")
    assert (search(office).files, len(search(office).own_answers)) == ([], 1)
    answer.write_text("b", encoding="utf-8")
    assert search(office).files == [answer]
