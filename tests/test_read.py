"""Step 1: any file that an office sends becomes grids, or one clear mistake."""

import re
import struct
import zipfile
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from old_books import excel_95
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from sheet_making import saved
from sheet_making import workbook

from ledger.exchange import mistakes
from ledger.exchange.kinds import parts
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.read import ERROR
from ledger.exchange.read import UNCALCULATED
from ledger.exchange.read import Grid
from ledger.exchange.read import Mark
from ledger.exchange.read import address
from ledger.exchange.read import column_letters
from ledger.exchange.read import column_number
from ledger.exchange.read import read_bytes
from ledger.exchange.read import read_mark
from schemas.locale import LANGUAGES
from schemas.locale import known
from schemas.locale import say


def first(data: bytes, name: str = "a.xlsx") -> Grid:
    return read_bytes(name, data).grids[0]


def filled(grid: Grid) -> list[list[object]]:
    """The rows without those that are wholly empty."""
    return [list(row) for row in grid.rows if any(cell not in (None, "") for cell in row)]


_GOOD = {
    "xlsx": workbook([["序号", "问题"], [1, "窗口"], [2, "=A2"]], merge="A1:A2"),
    "csv": "序号,问题\n1,窗口\n".encode("gb18030"),
}


def _old() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("a").write_merge(0, 1, 0, 1, "x")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


_GOOD["xls"] = _old()


# Addresses --------------------------------------------------------------------------------


def test_letters_of_columns() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 702, 703, 16384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert column_number("XFD") == 16384
    assert address(12, 28) == "AB12"


def test_cells_keep_their_address() -> None:
    """A table that begins in C4 is read as beginning there."""
    rows = [[], [], [], [None, None, "序号", "问题"], [None, None, 1, "窗口"]]
    grid = first(workbook(rows))
    assert grid.cell(4, 3) == "序号"
    assert grid.cell(5, 4) == "窗口"
    assert grid.cell(99, 99) is None
    assert grid.last_row == 5


def test_merged_cells_are_told_by_address() -> None:
    grid = first(workbook([["表"], [], [None, "a"], [None, None]], merge="A1:D1 B3:B4"))
    assert sorted(grid.merges or []) == [(1, 1, 1, 4), (3, 2, 4, 2)]


# Kinds of files ---------------------------------------------------------------------------


def test_book_knows_digest_and_size(tmp_path: Path) -> None:
    path = tmp_path / "整改台账.xlsx"
    path.write_bytes(data := workbook([["a", 1]]))
    book = read_bytes(path.name, path.read_bytes())
    assert (book.name, book.size, book.kind) == ("整改台账.xlsx", len(data), "xlsx")
    assert len(book.digest) == 64


def test_xls_with_merged_cells() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("整改台账")
    sheet.write_merge(0, 0, 0, 2, "整改台账")
    sheet.write(1, 0, "序号")
    sheet.write(2, 0, 41820)
    out = BytesIO()
    book.save(out)
    found = read_bytes("a.xls", out.getvalue())
    assert found.kind == "xls"
    assert found.grids[0].merges == [(1, 1, 1, 3)]
    assert found.grids[0].cell(3, 1) == 41820


def test_xls_with_hidden_rows_and_columns() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    for title in ("说明", "整改台账"):
        sheet = book.add_sheet(title)
        sheet.write(0, 0, "序号")
    for row in range(1, 900):
        sheet.write(row, 0, f"第{row}条")
        sheet.write(row, 1, row)
    sheet.write(3, 2, xlwt.Formula("1/0"))
    sheet.row(5).hidden = True
    sheet.col(1).hidden = True
    out = BytesIO()
    book.save(out)
    found = read_bytes("a.xls", out.getvalue())
    assert found.notes == []
    assert found.grids[0].hidden_rows == frozenset()
    assert found.grids[1].hidden_rows == {6}
    assert found.grids[1].hidden_columns == {2}


def test_xls_with_days_times_and_truth() -> None:
    """What shows as a day is one, in Chinese formats as well; formats alone are no rows."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    looks = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "yyyy-mm-dd hh:mm", "hh:mm", "[h]:mm", "0.00"]
    values = [41820, 41820, 41820.25, 0.25, 1.5, 41820]
    for column, (look, value) in enumerate(zip(looks, values, strict=True)):
        sheet.write(0, column, value, xlwt.easyxf(num_format_str=look))
    sheet.write(1, 0, True)
    sheet.write(60000, 200, "", xlwt.easyxf("font: bold on"))
    out = BytesIO()
    book.save(out)
    day = date(2014, 6, 30)
    assert first(out.getvalue(), "a.xls").rows == [
        [day, day, datetime(2014, 6, 30, 6, 0), time(6, 0), timedelta(days=1.5), 41820],
        [True, None, None, None, None, None],
    ]


def test_xls_of_excel_95() -> None:
    """Records of Excel 5 and 95, whose text is in the encoding of the computer they ran on."""
    found = read_bytes("a.xls", excel_95("窗口", codepage=936))
    assert (found.kind, found.grids[0].rows) == ("xls", [["窗口"]])
    assert first(excel_95("窗口", codepage=None), "a.xls").rows == [["窗口"]]


def test_xls_with_a_password() -> None:
    """The second record of the workbook says so."""
    good = _GOOD["xls"]
    at = good.index(b"\xe1\x00\x02\x00", 512)
    with pytest.raises(mistakes.FileEncrypted):
        read_bytes("a.xls", good[:at] + b"\x2f\x00" + good[at + 2 :])


def test_xls_whose_sectors_run_in_a_circle() -> None:
    """A reader that follows them fills the memory."""
    good = _GOOD["xls"]
    table = 512 * (1 + struct.unpack_from("<I", good, 76)[0])
    with pytest.raises(mistakes.FileDamaged):
        read_bytes("a.xls", good[:table] + struct.pack("<I", 0) + good[table + 4 :])


@pytest.mark.parametrize("extent", [(0, 2**31, 0, 4), (9, 3, 0, 4), (0, 4, 0, 9999)])
def test_xls_that_promises_too_much(extent: tuple[int, int, int, int]) -> None:
    """What stands in its cells counts, not what it says of its size."""
    good = _GOOD["xls"]
    at = good.index(b"\x00\x02\x0e\x00", 512) + 4
    wrong = good[:at] + struct.pack("<IIHH", *extent) + good[at + 12 :]
    assert filled(first(wrong, "a.xls")) == [["x"]]


def test_kind_is_told_by_bytes_not_by_name() -> None:
    assert read_bytes("改名.xls", workbook([["a"]])).kind == "xlsx"
    assert read_bytes("改名.xlsx", "问题,措施\n窗口,轮班\n".encode()).kind == "csv"


def test_xls_that_is_xml() -> None:
    text = """<?xml version="1.0"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
     <Worksheet ss:Name="台账"><Table>
      <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">整改台账</Data></Cell></Row>
      <Row ss:Index="3"><Cell><Data ss:Type="Number">1</Data></Cell>
       <Cell ss:Index="3"><Data ss:Type="DateTime">2014-06-30T00:00:00.000</Data></Cell></Row>
      <Row><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
     </Table></Worksheet></Workbook>"""
    book = read_bytes("a.xls", text.encode())
    grid = book.grids[0]
    assert (book.kind, grid.name) == ("xml", "台账")
    assert grid.merges == [(1, 1, 1, 3)]
    assert (grid.cell(3, 1), grid.cell(3, 3)) == (1.0, date(2014, 6, 30))
    assert grid.cell(4, 1) is ERROR


def test_xls_that_is_xml_with_what_is_hidden_and_said_beside() -> None:
    text = """<?xml version="1.0"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
     <Worksheet ss:Name="台账"><Names>
       <NamedRange ss:Name="_campaign" ss:RefersTo="=&quot;L1:7:rectification&quot;"/></Names>
      <Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
      <Row ss:Span="2" ss:Hidden="1"/>
      <Row><Cell><ss:Data ss:Type="String"><B>粗</B>体</ss:Data><Comment><ss:Data>批注</ss:Data>
       </Comment></Cell></Row></Table>
      <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">
       <Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""
    grid = first(text.encode(), "a.xls")
    assert grid.cell(4, 1) == "粗体"
    assert (grid.hidden_rows, grid.hidden_columns) == ({1, 2, 3}, {2, 3})
    assert grid.mark == Mark("L1", 7, "rectification")
    assert not grid.visible


def test_html_with_a_row_that_is_not_shown() -> None:
    text = "<table><tr><td>a</td></tr><tr style='height:0;display: none'><td>b</td></tr></table>"
    assert first(text.encode(), "a.xls").hidden_rows == {2}


def test_xls_that_is_html() -> None:
    text = (
        "<html><head><meta charset='gb2312'></head><table>"
        "<tr><td colspan=2>整改台账</td></tr>"
        "<tr><td rowspan=2>盐窝镇</td><td>问题<br>一</td></tr>"
        "<tr><td>问题二</td></tr></table></html>"
    )
    book = read_bytes("a.xls", text.encode("gb18030"))
    grid = book.grids[0]
    assert book.kind == "html"
    assert grid.merges == [(1, 1, 1, 2), (2, 1, 3, 1)]
    assert grid.cell(2, 2) == "问题\n一"
    assert grid.cell(3, 2) == "问题二"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_csv_in_every_encoding_of_an_office(encoding: str) -> None:
    """Rare names (䶮, 𠮷) are in GB18030 and not in GBK."""
    book = read_bytes("a.csv", "问题,责任人\n窗口,䶮𠮷\n".encode(encoding))
    assert filled(book.grids[0]) == [["问题", "责任人"], ["窗口", "䶮𠮷"]]


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv_with_every_delimiter(mark: str) -> None:
    text = f'序号{mark}问题\n1{mark}"多行\n{mark}文字"\n2\n'
    rows = filled(first(text.encode(), "a.csv"))
    assert rows == [["序号", "问题"], ["1", f"多行\n{mark}文字"], ["2", None]]


def test_ods_with_merged_cells() -> None:
    content = """<?xml version="1.0"?><office:document-content
     xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
     xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
     xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
     xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
     <office:body><office:spreadsheet><table:table table:name="台账">
      <table:table-row><table:table-cell table:number-rows-spanned="2"
        table:number-columns-spanned="1" office:value-type="string"><text:p>盐窝镇</text:p>
       </table:table-cell><table:table-cell office:value-type="string"><text:p>a</text:p>
       </table:table-cell></table:table-row>
      <table:table-row table:visibility="collapse"><table:covered-table-cell/>
       <table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell>
       <table:table-cell office:value-type="string" calcext:value-type="error"/>
      </table:table-row>
      <table:named-expressions><table:named-expression table:name="_campaign"
        table:expression="of:=&quot;L1:7:rectification&quot;"/></table:named-expressions>
     </table:table></office:spreadsheet></office:body></office:document-content>"""
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    content = re.sub(r">\s+<", "><", content)
    data = zipped(
        {"mimetype": mime, "META-INF/manifest.xml": "<manifest/>", "content.xml": content}
    )
    book = read_bytes("a.ods", data)
    grid = book.grids[0]
    assert (book.kind, grid.name) == ("ods", "台账")
    assert grid.merges == [(1, 1, 2, 1)]
    assert grid.hidden_rows == {2}
    assert grid.cell(2, 3) is ERROR
    assert grid.mark == Mark("L1", 7, "rectification")


# What calamine does not tell --------------------------------------------------------------


def test_formula_never_calculated() -> None:
    grid = first(workbook([["合计", "=SUM(B2:B3)"], ["a", 1]]))
    assert grid.cell(1, 2) is UNCALCULATED


def test_formula_with_its_stored_value() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_formula(0, 0, "=1+1", None, 2)
    sheet.write_formula(0, 1, '=""', None, "x")
    sheet.write_formula(0, 2, "=A1/0", None, "#DIV/0!")
    book.close()
    name = "xl/worksheets/sheet1.xml"
    empty = rewritten(out.getvalue(), name, b"<v>x</v>", b"<v></v>")
    grid = first(empty)
    assert grid.cell(1, 1) == 2
    assert grid.cell(1, 2) in ("", None)
    assert grid.cell(1, 3) is ERROR


def test_hidden_rows_columns_and_worksheets() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in range(1, 6):
        sheet.append([row, "a", "b"])
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["B"].hidden = True
    hidden = book.create_sheet("草稿")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    grids = read_bytes("a.xlsx", saved(book)).grids
    assert grids[0].hidden_rows == {4}
    assert grids[0].hidden_columns == {2}
    assert [grid.visible for grid in grids] == [True, False]


def test_chinese_locale_date_format_and_1904() -> None:
    """numFmt 31 and 57 are dates; so are the days of a workbook that counts from 1904."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = 41820
    sheet["A1"].number_format = 'yyyy"年"m"月"d"日"'
    assert first(saved(book)).cell(1, 1) == date(2014, 6, 30)
    out = BytesIO()
    old = xlsxwriter.Workbook(out, {"date_1904": True})
    style = old.add_format({"num_format": "yyyy-mm-dd"})
    old.add_worksheet().write_datetime(0, 0, date(2014, 6, 30), style)
    old.close()
    assert first(out.getvalue()).cell(1, 1) == date(2014, 6, 30)


def test_wrong_dimension_of_wps() -> None:
    """WPS may write dimension A1 for a whole table."""
    data = workbook([["序号", "问题"], [1, "窗口"], [2, "路灯"]])
    wrong = rewritten(data, "xl/worksheets/sheet1.xml", b'ref="A1:B3"', b'ref="A1"')
    assert len(filled(first(wrong))) == 3


def test_tags_with_a_prefix() -> None:
    data = workbook([["a", "=1+1"]])
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(name).decode()
    prefixed = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    prefixed = prefixed.replace("xmlns=", "xmlns:x=").replace("<x:?", "<?")
    grid = first(rewritten(data, name, text.encode(), prefixed.encode()))
    assert grid.cell(1, 2) is UNCALCULATED


# The mark ---------------------------------------------------------------------------------


def test_mark_in_a_name_local_to_the_worksheet() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "整改台账"
    name = DefinedName("_campaign", attr_text='"a1b2:12:rectification"', hidden=True)
    sheet.defined_names["_campaign"] = name
    assert first(saved(book)).mark == Mark("a1b2", 12, "rectification")


def test_mark_on_the_very_hidden_worksheet() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "台账"
    book.worksheets[0]["A1"] = "x"
    hidden = book.create_sheet("_campaign")
    hidden.append(["台账", "a1b2:12:rectification"])
    hidden.sheet_state = "veryHidden"
    found = read_bytes("a.xlsx", saved(book)).grids
    assert [grid.name for grid in found] == ["台账"]
    assert found[0].mark == Mark("a1b2", 12, "rectification")


@pytest.mark.parametrize("text", ["", "a", "a:b:c", "a:1", ":1:x", 7, None])
def test_what_is_no_mark(text: object) -> None:
    assert read_mark(text) is None


# Mistakes ---------------------------------------------------------------------------------


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def rewritten(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    text = files[part]
    assert isinstance(text, bytes)
    assert old in text
    return zipped({**files, part: text.replace(old, new)})


def ole(*streams: str) -> bytes:
    """The bytes of an OLE file as far as its directory is looked at."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0")
    return head + b"".join(
        (name.encode("utf-16-le") + b"\0\0").ljust(128, b"\0") for name in streams
    )


@pytest.mark.parametrize(
    ("name", "data", "mistake"),
    [
        ("a.fods", b'<?xml version="1.0"?><office:document/>', mistakes.FileNotASheet),
        ("a.mht", b"MIME-Version: 1.0\r\n", mistakes.FileNotASheet),
        ("a.json", b'[{"a": 1}]', mistakes.FileNotASheet),
        ("a.csv", b'a,"' + b"x" * 1_000_001, mistakes.CellTooLong),
        ("a.xlsx", b"", mistakes.FileEmpty),
        ("a.xlsx", b"\0\0\0\n", mistakes.FileEmpty),
        ("a.xlsx", ole("EncryptionInfo", "EncryptedPackage"), mistakes.FileEncrypted),
        ("a.doc", ole("WordDocument"), mistakes.FileIsWord),
        ("a.et", ole("Contents"), mistakes.FileIsEt),
        ("a.ppt", ole("PowerPoint Document"), mistakes.FileNotASheet),
        ("a.xls", ole("Workbook"), mistakes.FileDamaged),
        ("a.et", ole("Workbook"), mistakes.FileIsEt),
        ("a.docx", zipped({"word/document.xml": "<a/>"}), mistakes.FileIsWord),
        ("a.zip", zipped({"整改台账.xlsx": b"x"}), mistakes.FileIsArchive),
        ("a.pdf", b"%PDF-1.4 ...", mistakes.FileIsPdf),
        ("a.jpg", b"\xff\xd8\xff\xe0....", mistakes.FileIsPicture),
        ("a.rar", b"Rar!\x1a\x07", mistakes.FileIsArchive),
        ("a.rtf", b"{\\rtf1 }", mistakes.FileIsWord),
        ("a.xlsx", b"PK\x03\x04 cut off", mistakes.FileDamaged),
        ("a.csv", b"\x80\x81\x00\x01\x02\xff\xfe\x00", mistakes.FileNotASheet),
    ],
)
def test_files_that_are_no_sheets(name: str, data: bytes, mistake: type[FileUnreadable]) -> None:
    with pytest.raises(FileUnreadable) as caught:
        read_bytes(name, data)
    assert type(caught.value) is mistake


def every_mistake() -> list[type[FileUnreadable]]:
    return [FileUnreadable, *FileUnreadable.__subclasses__()]


@pytest.mark.parametrize("mistake", every_mistake())
def test_every_mistake_has_its_sentence_and_remedy(mistake: type[FileUnreadable]) -> None:
    key = mistake(file="a.xlsx").key()
    values = {"file": "a.xlsx", "size": 1, "most": 2, "sheet": "s", "cells": 3, "why": "x"}
    values["seconds"] = 60
    values["parts"] = 9000
    for language in LANGUAGES:
        assert "a.xlsx" in say(key, language, **values)
        assert say(f"{key}.remedy", language)
    assert known(key)


def test_bomb_is_refused_before_it_is_unpacked() -> None:
    sheet = b"<worksheet><sheetData>" + b" " * (300 << 20) + b"</sheetData></worksheet>"
    data = zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(mistakes.FileUnpacksTooLarge):
        read_bytes("a.xlsx", data)


def test_cell_far_away_is_refused() -> None:
    """One cell in XFD1 and one in A1048576 would make a block of 17 thousand million."""
    book = openpyxl.Workbook()
    book.worksheets[0]["XFD1"] = "x"
    book.worksheets[0]["A1048576"] = "x"
    with pytest.raises(mistakes.SheetTooLarge):
        read_bytes("a.xlsx", saved(book))


def test_formats_may_reach_to_the_edge() -> None:
    """Whole rows and columns that are formatted and empty are no reason to refuse a sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "序号"
    for place in ("A1048576", "XFD1"):
        sheet[place].font = Font(bold=True)
    assert len(first(saved(book)).rows) == 1


def test_entities_of_a_file_are_not_followed() -> None:
    data = workbook([["a"]])
    name = "xl/workbook.xml"
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook '
    with pytest.raises(mistakes.FileDamaged):
        read_bytes("a.xlsx", rewritten(data, name, b"<workbook ", doctype))


def test_part_that_lies_about_its_size() -> None:
    data = workbook([["a" * 1000, i] for i in range(100)])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = data.replace(struct.pack("<I", size), struct.pack("<I", 10))
    with pytest.raises(FileUnreadable):
        read_bytes("a.xlsx", lying)


# A worksheet that is looked through in pieces ---------------------------------------------


def test_worksheet_in_many_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands across the edge of two pieces is found all the same."""
    data = workbook([[f"=A{i}", "x" * 50] for i in range(1, 200)])
    monkeypatch.setattr(parts, "_PIECE", 777)
    monkeypatch.setattr(parts, "_SMALL", 777)
    monkeypatch.setattr(parts, "_LONGEST_ROW", 777)
    grid = first(data)
    assert [grid.cell(row, 1) for row in range(1, 200)] == [UNCALCULATED] * 199
