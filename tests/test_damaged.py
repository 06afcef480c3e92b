"""Any bytes offered as a workbook end in grids or in one clear line; no cell stops a sheet.

Each test tries the same files every time; what once slipped through has a test of its own.
"""

import struct
import zipfile
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
import xlwt
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from old_books import contained
from old_books import excel_95
from sheet_making import context
from sheet_making import plan
from sheet_making import sheets
from sheet_making import workbook

from ledger.exchange import mistakes
from ledger.exchange.interpret import interpret
from ledger.exchange.kinds import delimited
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.read import ERROR
from ledger.exchange.read import UNCALCULATED
from ledger.exchange.read import Grid
from ledger.exchange.read import read_bytes
from ledger.exchange.reader import Reader
from ledger.exchange.recognise import recognise
from schemas.locale import known

TRIED = settings(
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SHEET = "xl/worksheets/sheet1.xml"


def zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def old_book() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("a").write_merge(0, 1, 0, 1, "窗口")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


XLSX = workbook([["序号", "问题"], [1, "窗口"], [2, "=A2"]], merge="A1:A2")
XML = b"""<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>
 <Row ss:Index="2" ss:Hidden="1"><Cell ss:MergeDown="2"><Data ss:Type="Number">1</Data></Cell>
 <Cell ss:Index="4"><Data ss:Type="DateTime">2014-06-30T00:00:00.000</Data></Cell></Row>
 </Table></Worksheet></Workbook>"""
ODS = zipped(
    {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": b"<manifest/>",
        "content.xml": b"""<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell
 table:number-columns-spanned="2" office:value-type="string"><text:p>x</text:p>
 </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>
</office:document-content>""",
    }
)
GOOD = {
    "csv": "序号,问题\n1,窗口\n".encode("gb18030"),
    "html": b"<html><table><tr><td rowspan=2>a</td><td>b&lt;</td></tr><tr><td>c</table>",
    "ods": ODS,
    "xls": old_book(),
    "xlsx": XLSX,
    "xml": XML,
}
#: What a number is damaged to: what programs count with ends there.
NUMBERS = (b"0", b"-1", b"16385", b"65536", b"1048577", b"4294967296", b"9" * 30)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


def outcome(reader: Reader, folder: Path, name: str, data: bytes) -> type[FileUnreadable] | None:
    path = folder / name
    path.write_bytes(data)
    try:
        reader.read(path)
    except FileUnreadable as mistake:
        return type(mistake)
    return None


def ends(reader: Reader, folder: Path, name: str, data: bytes) -> None:
    """Read bytes that may also be the end of the process that reads."""
    mistake = outcome(reader, folder, name, data)
    assert mistake is None or known(mistake().key())


def damaged(data: bytes, chance: Random) -> bytes:
    """Return bytes with a few flipped, cut out, doubled or put in, or a number changed."""
    harmed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(harmed) or 1)
        few = chance.choice((1, 2, 8, 64))
        what = chance.randrange(6)
        if what == 0:
            harmed[at : at + 1] = chance.randbytes(1)
        elif what == 1:
            del harmed[at : at + few]
        elif what == 2:
            harmed[at:at] = chance.randbytes(few)
        elif what == 3:
            harmed[at : at + few] = harmed[: at + few][-few:]
        elif what == 4:
            harmed[at : at + 4] = chance.choice(
                (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f")
            )
        else:
            digit = next((i for i in range(at, len(harmed)) if 48 <= harmed[i] < 58), at)
            harmed[digit : digit + 1] = chance.choice(NUMBERS)
    return bytes(harmed[: at or None] if chance.random() < 0.05 else harmed)


# Bytes -------------------------------------------------------------------------------------


@given(
    st.sampled_from((b"", *(data[:8] for data in GOOD.values()), b"\xff\xfe", b"\xef\xbb\xbf")),
    st.binary(max_size=400),
)
@settings(TRIED, max_examples=200)
def test_any_bytes_end_in_grids_or_a_mistake(
    reader: Reader, tmp_path: Path, start: bytes, rest: bytes
) -> None:
    ends(reader, tmp_path, "a.xls", start + rest)


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_damaged_files_end_in_grids_or_a_mistake(reader: Reader, tmp_path: Path, kind: str) -> None:
    chance = Random(f"files {kind}")
    for _ in range(150):
        ends(reader, tmp_path, f"a.{kind}", damaged(GOOD[kind], chance))


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_damaged_parts_end_in_grids_or_a_mistake(reader: Reader, tmp_path: Path, kind: str) -> None:
    chance = Random(f"parts {kind}")
    whole = parts_of(GOOD[kind])
    for _ in range(250):
        part = chance.choice(sorted(whole))
        harm = whole[chance.choice(sorted(whole))] if chance.random() < 0.1 else whole[part]
        ends(reader, tmp_path, f"a.{kind}", zipped({**whole, part: damaged(harm, chance)}))


@pytest.mark.parametrize("part", sorted(parts_of(XLSX)))
def test_a_workbook_without_one_of_its_parts(reader: Reader, tmp_path: Path, part: str) -> None:
    rest = parts_of(XLSX)
    del rest[part]
    ends(reader, tmp_path, "a.xlsx", zipped(rest))


# What once slipped through -------------------------------------------------------------------


def sheet_with(rows: bytes) -> bytes:
    whole = parts_of(XLSX)
    start, end = whole[SHEET].index(b"<sheetData>"), whole[SHEET].index(b"</sheetData>")
    return zipped({**whole, SHEET: whole[SHEET][: start + 11] + rows + whole[SHEET][end:]})


def test_cells_that_do_not_say_where_they_stand(reader: Reader, tmp_path: Path) -> None:
    """They fill a block of 17 thousand million cells, and the library asks for all of them."""
    row = b'<row r="1">' + b"<c><v>1</v></c>" * 16384 + b"</row>"
    last = b'<row r="1048576"><c><v>1</v></c></row>'
    found = outcome(reader, tmp_path, "a.xlsx", sheet_with(row + last))
    assert found is mistakes.FileBrokeReading
    assert outcome(reader, tmp_path, "b.xlsx", XLSX) is None


def test_shared_texts_that_say_how_many_they_are(reader: Reader, tmp_path: Path) -> None:
    texts = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        b' count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>'
    )
    harm = zipped({**parts_of(XLSX), "xl/sharedStrings.xml": texts})
    assert outcome(reader, tmp_path, "a.xlsx", harm) is mistakes.FileBrokeReading
    assert outcome(reader, tmp_path, "b.xlsx", XLSX) is None


def test_an_old_book_whose_short_stream_runs_in_a_circle() -> None:
    good = contained(excel_95("窗口", codepage=936).ljust(200, b"\0"))
    assert read_bytes("a.xls", good).grids[0].rows == [["窗口"]]
    links = 512 * 3
    assert good[links : links + 8] == struct.pack("<II", 1, 2)
    with pytest.raises(mistakes.FileDamaged):
        read_bytes("a.xls", good[:links] + struct.pack("<I", 0) + good[links + 4 :])


@pytest.mark.parametrize("end", [b"", b"</a>"])
def test_elements_in_elements(reader: Reader, tmp_path: Path, end: bytes) -> None:
    """However deep: nothing that reads them calls itself."""
    deep = b"<is>" + b"<r>" * 100_000 + b"<t>x</t>" + b"</r>" * 100_000 + b"</is>"
    cell = b'<row r="1"><c r="A1" t="inlineStr">' + deep + b"</c></row>" + end
    ends(reader, tmp_path, "a.xlsx", sheet_with(cell))
    ends(reader, tmp_path, "a.xml", XML[: XML.index(b"<Worksheet")] + b"<a>" * 100_000)
    ends(reader, tmp_path, "a.html", b"<table><tr><td>" * 10_000)


TEXTS = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>窗口</t></si>'
    "</sst>"
).encode()
LAUGH = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(98, 107))
    + b'<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("entity", [b"&j;", b"&x;"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/sharedStrings.xml"])
def test_entities_in_any_part_stay_what_they_are(part: str, entity: bytes) -> None:
    whole = parts_of(XLSX)
    text = whole.get(part, TEXTS).removeprefix(b"<?xml version='1.0' encoding='UTF-8'?>\n")
    harm = LAUGH + text.replace("窗口".encode(), entity)
    try:
        said = str(read_bytes("a.xlsx", zipped({**whole, part: harm})).grids)
    except FileUnreadable:
        said = ""
    assert "haha" not in said
    assert "root:" not in said


@pytest.mark.parametrize("kind", ["xml", "ods"])
def test_a_file_that_brings_its_own_entities_is_refused(kind: str) -> None:
    harm = XML.replace(b'<?xml version="1.0"?>', LAUGH)
    if kind == "ods":
        whole = parts_of(ODS)
        harm = zipped({**whole, "content.xml": LAUGH + whole["content.xml"]})
    else:
        harm = b'<?xml version="1.0"?>' + harm
    with pytest.raises(mistakes.FileDamaged):
        read_bytes(f"a.{kind}", harm)


def test_parts_and_worksheets_beyond_number() -> None:
    whole = parts_of(XLSX)
    with pytest.raises(mistakes.TooManyParts):
        read_bytes("a.xlsx", zipped({**whole, **{f"x/{n}": b"" for n in range(6000)}}))
    tables = b"".join(
        b'<Worksheet ss:Name="s%d"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row>'
        b"</Table></Worksheet>" % n
        for n in range(1001)
    )
    many = XML[: XML.index(b"<Worksheet")] + tables + b"</Workbook>"
    with pytest.raises(mistakes.TooManySheets):
        read_bytes("a.xml", many)


def test_delimited_text_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_CELLS", 1000)
    monkeypatch.setattr(delimited, "MOST_ROWS", 100)
    with pytest.raises(mistakes.SheetTooLarge):
        read_bytes("a.csv", b"," * 1000)
    with pytest.raises(mistakes.TooManyRows):
        read_bytes("a.csv", b"\n" * 200 + b"a,b")


def test_a_row_far_below_is_refused() -> None:
    with pytest.raises(mistakes.TooManyRows):
        read_bytes("a.xml", XML.replace(b'Row ss:Index="2"', b'Row ss:Index="1048577"'))


# Cells ---------------------------------------------------------------------------------------


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(max_size=12),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(
        [UNCALCULATED, ERROR, "同上", "〃", "6月底前", "长期坚持", "2月30日", "①", "75.6万余"]
    ),
    st.sampled_from([date(9999, 12, 31), datetime(1, 1, 1), time(0), timedelta.max, 1e308, -0.0]),
)


def headings() -> list[list[str]]:
    """The headings of every kind of sheet, as its blank sheet has them."""
    return [[column.headings[0] for column in sheet.columns] for sheet in sheets()]


@pytest.mark.parametrize("number", range(len(headings())))
@given(data=st.data())
@settings(TRIED, max_examples=12)
def test_no_cell_stops_a_sheet(number: int, data: st.DataObject) -> None:
    """Whatever stands under the headings of a kind of sheet is a value or a fault."""
    heads = headings()[number]
    line = st.lists(CELLS, min_size=len(heads), max_size=len(heads))
    rows = data.draw(st.lists(line, min_size=1, max_size=5))
    grid = Grid("a", [list(heads), *rows])
    table = recognise(grid, sheets(), plan(), only=sheets()[number].code)
    if table is not None:
        found = interpret(table, context())
        assert len(found.rows) <= len(rows)


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<!--",
        "</",
        "&",
        "<![",
        "<table ",
        "<td",
        "<a '",
        "<td rowspan='",
        "<script>",
        "<font>",
    ],
)
def test_tags_without_an_end_do_not_keep_a_page_from_being_read(unit: str) -> None:
    """With a parser that looks for each end through all that follows, this would take hours."""
    page = "<table><tr><td>会议太多</td></tr>" + unit * (1_000_000 // len(unit))
    [grid, *_] = read_bytes("a.xls", page.encode()).grids
    assert grid.rows[0][0] == "会议太多"
