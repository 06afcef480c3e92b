"""An inbox: archives are opened, none of their files is lost, ours are passed over."""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import Campaign
from office import Office
from office import open_office

from ledger.exchange import inbox
from ledger.exchange.mistakes import FileIsArchive
from ledger.exchange.outbox import remember
from ledger.exchange.read import read_bytes


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


def packed_on_windows(office: Office, name: str, data: bytes, encoding: str) -> None:
    """A zip that does not say in which encoding its names are."""
    said = name.encode(encoding)
    with ZipFile(office.folder / "in" / "五月.zip", "w") as packed:
        packed.writestr("x" * len(said), data)
    path = office.folder / "in" / "五月.zip"
    path.write_bytes(path.read_bytes().replace(b"x" * len(said), said))


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8"])
def test_names_of_a_zip_that_does_not_say_its_encoding(office: Office, encoding: str) -> None:
    packed_on_windows(office, "盐窝镇/整改台账.csv", b"a", encoding)
    [file] = search(office).files
    assert file.relative_to(office.folder / "unpacked").parts[1:] == ("盐窝镇", "整改台账.csv")


def test_files_of_an_archive_are_called_after_it(office: Office) -> None:
    archive(office, ("盐窝镇/台账.csv", b"a"))
    found = search(office)
    assert list(found.labels.values()) == ["五月.zip › 盐窝镇/台账.csv"]


def test_a_damaged_member_takes_no_others_with_it(office: Office) -> None:
    archive(office, ("坏.csv", b"damaged"), ("好.csv", b"whole"))
    path = office.folder / "in" / "五月.zip"
    path.write_bytes(path.read_bytes().replace(b"damaged", b"DAMAGED"))
    found = search(office)
    assert [file.name for file in found.files] == ["好.csv"]
    assert found.bad_members == ["五月.zip › 坏.csv"]


def test_a_member_behind_a_password_is_named(office: Office) -> None:
    archive(office, ("密.csv", b"a"), ("明.csv", b"b"))
    path = office.folder / "in" / "五月.zip"
    data = bytearray(path.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + flags] |= 1
    path.write_bytes(data)
    found = search(office)
    assert ([file.name for file in found.files], found.bad_members) == (
        ["明.csv"],
        ["五月.zip › 密.csv"],
    )


def test_too_many_members_are_not_unpacked(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MOST_FILES", 3)
    archive(office, *((f"{n}.csv", b"a") for n in range(4)))
    assert [one.name for one in search(office).bad_archives] == ["五月.zip"]


def test_an_archive_in_an_archive_is_a_file_that_reading_names(office: Office) -> None:
    inner = BytesIO()
    with ZipFile(inner, "w") as packed:
        packed.writestr("台账.csv", b"a")
    archive(office, ("内.zip", inner.getvalue()))
    [file] = search(office).files
    with pytest.raises(FileIsArchive):
        read_bytes(file.name, file.read_bytes())


def test_what_is_no_file_is_passed_by(office: Office) -> None:
    folder = office.folder / "in"
    (folder / "圈").symlink_to(folder)
    (folder / "断.csv").symlink_to(folder / "无.csv")
    os.mkfifo(folder / "管.csv")
    (folder / f"{'长' * 80}.csv").write_bytes(b"a")
    assert [file.name[:1] for file in search(office).files] == ["长"]


def test_a_folder_that_cannot_be_opened_is_named(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = office.folder / "in" / "锁"
    closed.mkdir()
    scan = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert search(office).bad_folders == [closed]


def test_a_month_end_says_in_which_archive_a_file_lies(started: Campaign, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with ZipFile(folder / "五月.zip", "w") as packed:
        packed.writestr("扫描.pdf", b"%PDF-1.4")
        packed.writestr("台账.csv", "序号,存在问题,完成时限\n1,窗口少,6月底前\n".encode())
    done = started("month-end", "2014-05", "--inbox", folder, "--outbox", tmp_path / "out")
    assert "五月.zip › 扫描.pdf" in done.out
    assert "五月.zip › 台账.csv" in done.out
    assert "unpacked" not in done.out
    assert "/tmp" not in done.out.replace(str(tmp_path), "")
