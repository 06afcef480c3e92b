"""Who spoke stands in one table: a giver who comes in by any way is found nowhere else.

Every file that is written is searched byte by byte, what is packed in it unpacked. Found
a giver may be in the ledger and its backups, there in no table but ``giver``, and in the
answer that goes back to the sender who wrote it.
"""

import csv
import io
import json
import shlex
import sqlite3
import struct
import tempfile
import traceback
import zlib
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import openpyxl
import pytest
import xlwt
from office import Office
from office import open_office
from openpyxl.comments import Comment

from cli.places import COMMANDS
from ledger import store
from ledger.exchange import sending
from ledger.exchange import taking
from schemas.sheet import all_sheets

ROOT = Path(__file__).resolve().parent.parent
NAME, PHONE, ADDRESS, IDENTITY = "闾丘䶮生", "13900001234", "崖畔街77号", "370521198001011234"
WHO = (NAME, PHONE, ADDRESS, IDENTITY)
GIVER_FILE = f"姓名：{NAME}\n电话：{PHONE}\n住址：{ADDRESS}\n身份证号：{IDENTITY}\n"
HEADINGS = ("被征求意见单位", "意见建议", "征求时间", "反映人", "联系电话", "住址", "身份证号")
SAID, NOT_TAKEN = "路灯不亮", "路面不平"
OWED = """
[[actions]]
code = "mobilise"
name = "动员大会"
phase = "1"

[[rules]]
action = "mobilise"

[[reports]]
sheet = "opinions"
to = { tier = ["乡镇"] }
"""


# Searching ------------------------------------------------------------------------------


def _forms(text: str) -> tuple[bytes, ...]:
    """A text in every way in which some file may spell it."""
    encodings = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
    escaped = (text.encode("ascii", "xmlcharrefreplace"), json.dumps(text)[1:-1].encode())
    numbers = ()
    if text == PHONE:
        numbers = (struct.pack("<d", int(text)), int(text).to_bytes(5, "big"))
    return (*map(text.encode, encodings), *escaped, quote(text).encode(), *numbers)


FORMS = {who: _forms(who) for who in WHO}


def told(data: bytes | Path) -> set[str]:
    """What some bytes tell of who spoke; files in them are opened."""
    if isinstance(data, Path):
        data = data.read_bytes()
    found = {who for who, forms in FORMS.items() if any(form in data for form in forms)}
    return found.union(*map(told, _packed(data)))


def _packed(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK\3\4"):
        with ZipFile(io.BytesIO(data)) as package:
            for part in package.infolist():
                yield package.read(part)
                yield part.filename.encode() + b"\n" + part.comment + part.extra
    elif data[:1] == b"\x78" and int.from_bytes(data[:2], "big") % 31 == 0:
        yield zlib.decompress(data)


def tables(ledger: Path) -> dict[str, set[str]]:
    """What each table of a ledger tells of who spoke, those that tell nothing left out."""
    found = {}
    with closing(sqlite3.connect(ledger)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'")
        for (name,) in names.fetchall():
            cells = [cell for row in connection.execute(f'select * from "{name}"') for cell in row]
            blobs = [cell for cell in cells if isinstance(cell, bytes)]
            texts = "\n".join(str(cell) for cell in cells if not isinstance(cell, bytes))
            found[name] = told(texts.encode()).union(*map(told, blobs))
    return {name: who for name, who in found.items() if who}


def givers(ledger: Path) -> list[tuple[str | None, ...]]:
    with closing(sqlite3.connect(ledger)) as connection:
        rows = connection.execute("select name, phone, address, identity from giver order by id")
        return rows.fetchall()


def is_ledger(file: Path) -> bool:
    return file.read_bytes()[:15] == b"SQLite format 3" or file.name.endswith(("-wal", "-shm"))


def telling(folder: Path) -> set[str]:
    """The files below a folder that tell who spoke; ledgers by the tables that they should not."""
    found = set()
    for file in (file for file in folder.rglob("*") if file.is_file()):
        if file.name.endswith(("-wal", "-shm")):
            continue
        if is_ledger(file):
            found |= {f"{file.name}: {table}" for table in tables(file) if table != "giver"}
        elif told(file) or told(file.name.encode()):
            found.add(str(file.relative_to(folder)))
    return found


# Sheets ---------------------------------------------------------------------------------


def _rows(headings: tuple[str, ...] = HEADINGS) -> list[list[str]]:
    """A sheet with one row that is taken and one that is queried."""
    return [
        list(headings),
        ["盐窝镇", SAID, "2014-05-02", *WHO],
        ["盐窝镇", NOT_TAKEN, "6月31日", *WHO],
    ]


def _workbook(
    path: Path,
    rows: list[list[Any]],
    merge: str = "",
    change: Callable[[Any], object] | None = None,
) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in merge.split():
        sheet.merge_cells(area)
    if change is not None:
        change(sheet)
    path = path.with_suffix(".xlsx")
    book.save(path)
    return path


def _plain(path: Path) -> Path:
    return _workbook(path, _rows())


def _two_rows_of_headings(path: Path) -> Path:
    above = ["被征求意见单位", "意见建议", "征求时间", "反映人", None, None, None]
    below = [None, None, None, "姓名", "电话", "住址", "身份证号码"]
    merge = "A1:A2 B1:B2 C1:C2 D1:G1"
    return _workbook(path, [above, below, *_rows()[1:]], merge)


def _under_a_title(path: Path) -> Path:
    title = ["盐窝镇征求意见汇总表"]
    return _workbook(path, [title, ["填报单位：盐窝镇"], *_rows()], "A1:G1 A2:G2")


def _hidden_columns(path: Path) -> Path:
    def hide(sheet: Any) -> None:
        for letter in "DEFG":
            sheet.column_dimensions[letter].hidden = True

    return _workbook(path, _rows(), change=hide)


def _hidden_sheet(path: Path) -> Path:
    def hide(sheet: Any) -> None:
        sheet.sheet_state = "hidden"
        sheet.parent.create_sheet("说明").append(["本表由各单位填报"])

    return _workbook(path, _rows(), change=hide)


def _numbers_as_numbers(path: Path) -> Path:
    rows = _rows()
    for row in rows[1:]:
        row[4] = int(row[4])  # type: ignore[call-overload]
    return _workbook(path, rows)


def _written_as(encoding: str) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path = path.with_suffix(".csv")
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(_rows())
        return path

    return write


def _old_workbook(path: Path) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("意见")
    for at, row in enumerate(_rows()):
        for place, value in enumerate(row):
            sheet.write(at, place, value)
    path = path.with_suffix(".xls")
    book.save(str(path))
    return path


def _page_called_xls(path: Path) -> Path:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in _rows())
    page = "".join(f"<tr>{line}</tr>" for line in lines)
    path = path.with_suffix(".xls")
    head = '<meta charset="utf-8">'
    path.write_text(f"<html><head>{head}</head><table>{page}</table></html>", encoding="utf-8")
    return path


SHEETS = {
    "xlsx": _plain,
    "two rows of headings": _two_rows_of_headings,
    "under a title": _under_a_title,
    "hidden columns": _hidden_columns,
    "hidden worksheet": _hidden_sheet,
    "telephone as a number": _numbers_as_numbers,
    "csv, UTF-8": _written_as("utf-8-sig"),
    "csv, GB18030": _written_as("gb18030"),
    "csv, UTF-16": _written_as("utf-16"),
    "xls": _old_workbook,
    "html called xls": _page_called_xls,
}
WAYS = ("import", "inbox", "zip")


# The office -----------------------------------------------------------------------------


@pytest.fixture
def clerk(campaign, tmp_path, monkeypatch):
    """Run the tool in a folder of its own; the mail lies beside it, temporary files, too."""
    for name in ("mail", "temporary", "office"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path / "office")
    campaign.ledger = tmp_path / "office" / "campaign.db"
    monkeypatch.setenv("CAMPAIGN_LEDGER", str(campaign.ledger))
    plan = ROOT / "schemas" / "plans" / "standard.toml"
    (tmp_path / "plan.toml").write_text(plan.read_text("utf-8") + OWED, encoding="utf-8")
    assert campaign("init", "--plan", tmp_path / "plan.toml", "--office", "垦东县").status == 0
    for unit in ("盐窝镇", "胜坨镇"):
        campaign("add-unit", unit, "--tier", "乡镇", "--parent", "垦东县")
    return campaign


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        yield made


def send(clerk, mail: Path, make: Callable[[Path], Path], way: str):
    """Send a sheet of 盐窝镇 in, and run what takes it."""
    if way == "import":
        file = make(mail / "盐窝镇-意见")
        return clerk("import", file, "--outbox", "outbox")
    folder = mail / "盐窝镇"
    folder.mkdir(exist_ok=True)
    file = make(folder / "意见")
    if way == "zip":
        with ZipFile(mail / "五月.zip", "w") as archive:
            archive.write(file, f"盐窝镇/{file.name}")
        file.unlink()
        folder.rmdir()
    return clerk("month-end", "2014-05", "--inbox", mail, "--outbox", "outbox")


# Ways in --------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["log-opinion", "edit"])
@pytest.mark.parametrize("way", ["utf-8", "utf-8-sig", "gb18030", "-"])
def test_by_hand(clerk, tmp_path, command, way):
    source = "-" if way == "-" else str(tmp_path / "mail" / "谁.txt")
    if way != "-":
        Path(source).write_text(GIVER_FILE, encoding=way)
    argv = ["log-opinion", SAID, "--unit", "盐窝镇"]
    if command == "edit":
        clerk(*argv)
        [opinion] = clerk.json("opinions")
        argv = ["opinions", "edit", opinion["no"], "--wording", "路灯"]
    result = clerk(*argv, "--giver-from", source, stdin=GIVER_FILE)
    assert result.status == 0, result.err
    assert told((result.out + result.err).encode()) == set()
    assert givers(clerk.ledger) == [WHO]
    assert telling(tmp_path / "office") == set()


def _private() -> Iterator[tuple[str, str]]:
    [sheet] = [sheet for sheet in all_sheets() if sheet.code == "opinions"]
    for column in sheet.columns:
        if column.private:
            for heading in (*column.headings, column.english):
                yield column.field.removeprefix("giver_"), heading


@pytest.mark.parametrize(("part", "heading"), list(_private()))
def test_by_a_column_of_any_heading(office: Office, part: str, heading: str) -> None:
    who = dict(zip(("name", "phone", "address", "identity"), WHO, strict=True))[part]
    office.take_text(f"被征求意见单位 | 意见建议 | {heading}\n盐窝镇 | {SAID} | {who}", "盐窝镇")
    assert [one for row in givers(office.ledger.path) for one in row if one] == [who]
    assert set(tables(office.ledger.path)) == {"giver"}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("make", SHEETS.values(), ids=SHEETS)
def test_by_a_sheet(clerk, tmp_path, make, way):
    result = send(clerk, tmp_path / "mail", make, way)
    assert [opinion["content"] for opinion in clerk.json("opinions")] == [SAID], result.out
    assert givers(clerk.ledger) == [WHO]
    assert told((result.out + result.err).encode()) == set()
    # The answer has the queried row as its sender wrote it.
    [answer] = (tmp_path / "office" / "outbox").glob("*请核对.xlsx")
    assert answer.name.startswith("盐窝镇-")
    assert told(answer) == set(WHO)
    assert telling(tmp_path) - _mail(tmp_path) == {f"office/outbox/{answer.name}"}
    assert list((tmp_path / "temporary").iterdir()) == []


def _mail(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in (folder / "mail").rglob("*")}


def test_a_dry_run_leaves_nothing_in_the_file(clerk, tmp_path):
    clerk("import", _plain(tmp_path / "mail" / "盐窝镇-意见"), "--dry-run")
    clerk(
        "log-opinion", SAID, "--unit", "盐窝镇", "--giver-from", "-", "--dry-run", stdin=GIVER_FILE
    )
    assert [told(file) for file in (tmp_path / "office").iterdir()] == [set()]


# Sheets that tell it otherwise ------------------------------------------------------------

ROW = ["盐窝镇", SAID]
ABOVE = ["被征求意见单位", "意见建议"]
ITEM = ["存在问题", "责任单位", "责任人", "完成时限"]
ITEM_ROW = [SAID, "盐窝镇", "王五", "6月底前"]
#: Rows, and which cells are merged.
OTHERWISE: dict[str, tuple[list[list[Any]], str]] = {
    "a second telephone": ([[*ABOVE, "姓名", "电话", "手机"], [*ROW, NAME, "8320123", PHONE]], ""),
    "the name twice": ([[*ABOVE, "反映人", "姓名"], [*ROW, NAME, NAME]], ""),
    "a heading over two columns": ([[*ABOVE, "反映人", None], [*ROW, NAME, PHONE]], "C1:D1"),
    "a column without a heading": ([[*ABOVE, "反映人", None], [*ROW, NAME, PHONE]], ""),
    "name and more": ([[*ABOVE, "信访人姓名和相关信息"], [*ROW, NAME + ADDRESS]], ""),
    "name and telephone": ([[*ABOVE, "反映人及联系电话"], [*ROW, NAME + PHONE]], ""),
    "whose telephone": ([[*ABOVE, "反映人电话", "来访人住址"], [*ROW, PHONE, ADDRESS]], ""),
    "who was talked to": ([[*ABOVE, "访谈对象"], [*ROW, NAME]], ""),
    "numbers under any heading": ([[*ABOVE, "其他情况"], [*ROW, PHONE], [*ROW, IDENTITY]], ""),
    "other words below a heading": (
        [
            [*ABOVE, "反映人", None, None, None],
            [None, None, "姓名", "固定电话", "户籍地", "证件"],
            [*ROW, *WHO],
        ],
        "A1:A2 B1:B2 C1:F1",
    ),
    "petitioners of items": (
        [[*ITEM, "信访人", "联系电话", "住址", "身份证号"], [*ITEM_ROW, *WHO]],
        "",
    ),
    "a table beside": (
        [[*ABOVE, "反映人", None, *ABOVE, "反映人"], [*ROW, "张三", None, *ROW, NAME]],
        "",
    ),
    "a table below": (
        [
            [*ABOVE, "反映人", "电话"],
            [*ROW, "张三", ""],
            [],
            ["反映人", "电话", *ABOVE],
            [NAME, PHONE, *ROW],
        ],
        "",
    ),
    "a line below": ([[*ABOVE, "反映人"], [*ROW, NAME], [f"注：{NAME}电话{PHONE}"]], ""),
    "a line above": (
        [[f"反映人：{NAME}　联系电话：{PHONE}"], [*ABOVE, "反映人"], [*ROW, "张三"]],
        "",
    ),
}


def _with_a_comment(sheet: Any) -> None:
    sheet["B2"].comment = Comment(f"{NAME}说的", "张三")


def assert_told_to_nobody(office: Office) -> None:
    """The sender's own exports are not told either: a unit may be the one that is criticised."""
    assert set(tables(office.ledger.path)) <= {"giver"}
    for code in ("opinions", "rectification"):
        down = sending.Parcel(direction="down", verbatim=True).only(office.unit("盐窝镇"))
        for parcel in (sending.Parcel(), sending.Parcel(direction="up"), down):
            assert told(office.export(code, "导出.xlsx", parcel)) == set()


@pytest.mark.parametrize(("rows", "merge"), OTHERWISE.values(), ids=OTHERWISE)
def test_by_a_sheet_that_tells_it_otherwise(office: Office, rows: Any, merge: str) -> None:
    [result] = office.take(_workbook(office.folder / "a", rows, merge), sender="盐窝镇")
    assert result.count("new") == len([row for row in rows if SAID in row[:2]])
    assert_told_to_nobody(office)


def _named_after_the_giver(sheet: Any) -> None:
    sheet.title = NAME


def test_by_the_name_of_a_worksheet(office: Office) -> None:
    rows = [[*ABOVE, "反映人"], [*ROW, NAME]]
    office.take(_workbook(office.folder / "a", rows, change=_named_after_the_giver))
    assert givers(office.ledger.path) == [(NAME, None, None, None)]
    assert_told_to_nobody(office)


def test_by_a_comment_beside_a_sheet(office: Office) -> None:
    rows = [[*ABOVE, "条数"], [*ROW, 1]]
    book = _workbook(office.folder / "a", rows, change=_with_a_comment)
    office.take(book, sender="盐窝镇")
    assert len(office.opinions()) == 1
    assert_told_to_nobody(office)


# Changed, undone, forgotten -----------------------------------------------------------------


def test_a_second_sheet_changes_a_giver(office: Office) -> None:
    sheet = f"被征求意见单位 | 意见建议 | 反映人 | 电话\n盐窝镇 | {SAID} | 张三 | 8320123"
    office.take_text(sheet, "盐窝镇")
    office.take_text(sheet.replace("张三", NAME).replace("8320123", ""), "盐窝镇")
    assert givers(office.ledger.path) == [(NAME, "8320123", None, None)]
    assert set(tables(office.ledger.path)) == {"giver"}
    notes = office.ledger.connection.execute("select what from giver_note order by id").fetchall()
    assert notes == [("recorded",), ("changed",)]


def test_the_same_words_of_somebody_else_are_another_voice(office: Office) -> None:
    """A unit's sheet may have what the office's own list has; who said it tells them apart."""
    sheet = f"被征求意见单位 | 意见建议 | 反映人\n盐窝镇 | {SAID} | 张三"
    office.take_text(sheet)
    office.take_text(sheet, "盐窝镇")
    assert len(office.opinions()) == 1, "one voice, told by both"
    office.take_text(sheet.replace("张三", NAME), "盐窝镇")
    assert len(office.opinions()) == 2
    assert [name for name, *_ in givers(office.ledger.path)] == ["张三", NAME]


def test_what_is_kept_of_a_sheet_is_the_same_whoever_spoke(office: Office) -> None:
    """A digest would let somebody who guesses a name find out that it is right."""
    for name in ("张三", NAME):
        office.take_text(f"被征求意见单位 | 意见建议 | 反映人\n盐窝镇 | {SAID} | {name}", "盐窝镇")
    kept = "select kept from source_file", "select content, columns from source_sheet"
    for question in kept:
        [first, second] = office.ledger.connection.execute(question).fetchall()
        assert first == second


def test_undo_leaves_a_giver_unseen_and_a_redo_finds_them(clerk, tmp_path):
    clerk("import", _plain(tmp_path / "mail" / "盐窝镇-意见"), "--outbox", tmp_path / "mail")
    [before] = clerk.json("opinions")
    undone = clerk("undo")
    assert clerk.json("opinions") == []
    redone = clerk("undo", str(max(entry["no"] for entry in clerk.json("history"))))
    assert clerk.json("opinions") == [before]
    assert givers(clerk.ledger) == [WHO]
    assert told((undone.out + undone.err + redone.out + redone.err).encode()) == set()
    assert telling(tmp_path / "office") == set()


def _crowd(size: int) -> list[list[str]]:
    """A sheet so long that the rows of the givers' table fill many pages of the file."""
    rows = [["盐窝镇", f"{SAID}{n}", "", f"张三{n}", f"8320{n:04}", "", ""] for n in range(size)]
    rows[size // 2][3:] = WHO
    return [list(HEADINGS), *rows]


def _of(clerk, giver: str) -> str:
    with closing(sqlite3.connect(clerk.ledger)) as connection:
        [[number]] = connection.execute("select opinion_no from giver where name = ?", (giver,))
    return number


def _bytes_of_the_ledger(ledger: Path) -> set[str]:
    beside = (
        ledger,
        *(ledger.with_name(ledger.name + end) for end in ("-wal", "-shm", "-journal")),
    )
    return set().union(*(told(file) for file in beside if file.exists()))


def test_forgetting_leaves_nothing_in_the_bytes_of_the_ledger(clerk, tmp_path):
    sheet = _workbook(tmp_path / "mail" / "盐窝镇-意见", _crowd(500))
    clerk("import", sheet)
    number = _of(clerk, NAME)
    clerk("opinions", "edit", number, "--giver-from", "-", stdin=f"住址：{ADDRESS}二楼")
    clerk("backup", "-o", "备份.db")
    assert _bytes_of_the_ledger(clerk.ledger) == set(WHO)
    result = clerk("opinions", "forget-giver", number)
    assert result.status == 0
    assert "备份.db" in result.err
    assert _bytes_of_the_ledger(clerk.ledger) == set()
    assert len(givers(clerk.ledger)) == 499
    assert told(Path("备份.db")) == set(WHO)


def test_a_ledger_that_is_in_use_is_wiped_by_the_next_try(clerk, monkeypatch):
    monkeypatch.setattr(store, "PATIENCE", 100)
    clerk("log-opinion", SAID, "--unit", "盐窝镇", "--giver-from", "-", stdin=GIVER_FILE)
    number = _of(clerk, NAME)
    with closing(sqlite3.connect(clerk.ledger)) as reader:
        reader.execute("begin")
        reader.execute("select * from opinion").fetchall()
        assert "再执行一次" in clerk("opinions", "forget-giver", number).err
        assert _bytes_of_the_ledger(clerk.ledger) == set(WHO)
    clerk("opinions", "forget-giver", number)
    assert _bytes_of_the_ledger(clerk.ledger) == set()


def test_who_was_forgotten_does_not_come_back_with_the_next_sheet(clerk, tmp_path):
    mail = tmp_path / "mail" / "盐窝镇-意见"
    clerk("import", _plain(mail), "--outbox", tmp_path / "mail")
    number = _of(clerk, NAME)
    clerk("opinions", "forget-giver", number)
    longer = [*_rows()[:2], ["盐窝镇", "又一条", "2014-05-03", "张三", "", "", ""]]
    clerk("import", _workbook(mail, longer), "--outbox", tmp_path / "mail")
    assert givers(clerk.ledger) == [("张三", None, None, None)]
    assert _bytes_of_the_ledger(clerk.ledger) == set()
    clerk("opinions", "edit", number, "--giver-from", "-", stdin=GIVER_FILE)
    assert WHO in givers(clerk.ledger), "told again by hand"


# Afterwards ---------------------------------------------------------------------------------

#: A command line for every command: NO is the opinion whose giver is known, OTHER another.
EVERYTHING = """
status
status --format json
units
units --tree
units show 盐窝镇
units edit 盐窝镇 --head 张建国
add-unit 南岭村 --parent 盐窝镇
add-unit 北岭村 --parent 盐窝镇
units merge 北岭村 --into 南岭村
opinions
opinions --format json
opinions --format csv
opinions -o 意见.csv
opinions -o 意见.json
opinions -o 意见.txt
opinions --search 闾丘
opinions --search 13900001234
opinions --all --limit 1
opinions show NO
opinions show NO --format json
opinions edit NO --wording 路灯 --theme 其他
opinions edit NO --content 路灯一盏不亮
history
history --format json -o 记账.json
history NO
history NO --format json
history NO --source
history NO --source --format json -o 来源.json
history --files --format json -o 文件.json
log-opinion 不相干 --unit 盐窝镇
log-activity 座谈会 --unit 盐窝镇 --on 5月2日
activities
activities --pairs
activities --coverage --format json
activities show HD-0001
activities edit HD-0001 --place 礼堂
activities drop HD-0001
rectify add 路灯 --unit 盐窝镇 --due 5月10日
rectify edit ZG-0001 --owner 张三
rectify link ZG-0001 NO
rectify --overdue -o 逾期.csv
rectify progress ZG-0001 修好了 --status done
rectify submit ZG-0001
rectify check ZG-0001 --checked-by 督导组
rectify notice ZG-0001
rectify close ZG-0001
rectify reopen ZG-0001 --verdict-of giver --reason 没有修好
rectify progress ZG-0001 修好了 --status done
rectify submit ZG-0001
rectify return ZG-0001 --reason 再看看
rectify show ZG-0001
rectify
rectify add 别的 --unit 盐窝镇
rectify drop ZG-0002 --reason 重复
log-visit 盐窝镇 --group 督导组 --opinions 3 --finding 路不平
visits
visits --sums --format json
visits show DD-0001
visits edit DD-0001 --recheck 已修好
visits drop DD-0001
contact-points
contact-points --missing
contact-points add 王建国 --body 盐窝镇
contact-points edit LX-0001 --point 南岭村
contact-points drop LX-0001
weak-organisations
weak-organisations add 南岭村党支部 --unit 盐窝镇
weak-organisations edit RH-0001 --turned 已转化
weak-organisations drop RH-0001
log-figure 征求意见数 980条 --unit 盐窝镇
figures
figures show TJ-0001
figures edit TJ-0001 --source 简报
figures drop TJ-0001
reviews pass 盐窝镇 对照检查材料 --draft-to 全体党员
reviews return 盐窝镇 对照检查材料 --why 没有举例
reviews
reviews --steps
ready --all
milestones
milestones --matrix
milestones --why 盐窝镇 动员大会
milestones waive 盐窝镇 动员大会 --waived-by 活动办 --why 不涉及
submissions --period 2014-05
submissions --chase --format json
submissions nil 胜坨镇 2014-04
plan
plan show
plan show -o 方案.toml
plan check
plan diff standard
plan use zch-district
rectify carry-over --from standard
undo
plan use standard
verify
template opinions
template rectification
export opinions -o 内部.xlsx
export opinions --for up
export opinions --for down --unit 盐窝镇
export opinions --for down --unit 盐窝镇 --verbatim -o 原话.xlsx
export opinions rectification roster --by unit -o 各单位
export opinions rectification roster progress -o 全部.xlsx
export rectification --for public -o 公示.xlsx
month-end 2014-05 --inbox ../mail --outbox outbox
import 全部.xlsx --outbox outbox2
import ../mail/盐窝镇/意见.xlsx --unit 盐窝镇 --outbox outbox2
opinions withdraw OTHER
opinions forget-giver OTHER
backup -o 备份.db
undo
undo
undo
restore 备份.db
history
"""
REFUSED = """
log-opinion 白说 --unit 没有的单位 --giver-from ../谁.txt
log-opinion 白说 --unit 盐窝镇 --on 2014-06-31 --giver-from ../谁.txt
opinions edit YJ-22222222 --giver-from ../谁.txt
"""


def test_no_command_tells(clerk, tmp_path):
    mail = tmp_path / "mail"
    (tmp_path / "谁.txt").write_text(GIVER_FILE, encoding="utf-8")
    send(clerk, mail, _plain, "inbox")
    other = mail / "胜坨镇" / "意见.csv"
    other.parent.mkdir()
    other.write_text(
        "被征求意见单位,意见建议,征求时间\n胜坨镇,慢,5月2日\n胜坨镇,远,6月31日", "utf-8"
    )
    clerk("log-opinion", "办事慢", "--unit", "盐窝镇", "--giver-from", "-", stdin=GIVER_FILE)
    numbers = {opinion["content"]: opinion["no"] for opinion in clerk.json("opinions")}

    for lines, status in ((EVERYTHING, 0), (REFUSED, 2)):
        for line in lines.strip().splitlines():
            typed = line.replace("NO", numbers[SAID]).replace("OTHER", numbers["办事慢"])
            result = clerk(*shlex.split(typed))
            queried = 1 if line.startswith("import ../mail") else status
            assert (line, result.status) == (line, queried), result.err
            assert told((result.out + result.err).encode()) <= told(line.encode()), line
    own = {f"{folder}/盐窝镇-征求意见汇总表-请核对.xlsx" for folder in ("outbox", "outbox2")}
    assert telling(tmp_path / "office") == own
    assert (tmp_path / "office/outbox/胜坨镇-征求意见汇总表-请核对.xlsx").exists()
    ledgers = list((tmp_path / "office").glob("*.db"))
    assert len(ledgers) == 3, "the ledger, its backup, and what the backup replaced"
    assert all(map(is_ledger, ledgers))
    assert list((tmp_path / "temporary").iterdir()) == []


def test_every_command_is_among_those_that_were_run():
    run = {tuple(line.split()[:2]) for line in EVERYTHING.strip().splitlines()}
    every = {(name,) for name in COMMANDS.names() if not COMMANDS.is_group(name)}
    nouns = [name for name in COMMANDS.names() if COMMANDS.is_group(name)]
    every |= {(noun, verb) for noun in nouns for verb in COMMANDS.inside(noun).names()}
    missed = {words for words in every if not any(line[: len(words)] == words for line in run)}
    assert missed == {("init",)}


# When something goes wrong ------------------------------------------------------------------


def test_a_month_end_that_is_stopped_leaves_no_unpacked_mail(clerk, tmp_path, monkeypatch):
    unpacked = []

    def stop(*_):
        unpacked.extend((tmp_path / "temporary").rglob("*.xlsx"))
        raise KeyboardInterrupt

    monkeypatch.setattr(taking.Taking, "take", stop)
    assert send(clerk, tmp_path / "mail", _plain, "zip").status == 130
    assert len(unpacked) == 1
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_traceback_does_not_tell(clerk):
    clerk.elsewhere("drop table giver_note")
    with pytest.raises(sqlite3.OperationalError) as defect:
        clerk("log-opinion", SAID, "--unit", "盐窝镇", "--giver-from", "-", stdin=GIVER_FILE)
    chain = traceback.format_exception(defect.type, defect.value, defect.tb)
    assert told("".join(chain).encode()) == set()
