"""The answer in the sender's own file."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
import xlwt
from answer_files import GRID
from answer_files import by_xlsxwriter
from answer_files import faults
from answer_files import opened_document
from answer_files import replaced
from answer_files import sender
from answer_files import with_parts
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange import lost
from ledger.exchange import sendercopy
from ledger.exchange.answer import Marks
from ledger.exchange.answer import Place
from ledger.exchange.answer import Receipt
from ledger.exchange.answer import Remark
from ledger.exchange.answer import write_answer
from ledger.exchange.read import read_bytes
from schemas.locale import say

RED = "FFFFC7CE"
YELLOW = "FFFFEB9C"
RECEIPT = Receipt(
    "报表核对回执",
    (("来文", "盐窝镇整改台账.xlsx"), ("报送单位", "盐窝镇"), ("报表期", "2014-05")),
    "盐窝镇：你单位报来的整改台账有2行需要核对。",
)


def _marks(*remarks: Remark, place: bool = True, rows: Sequence[int] = (4, 5, 6, 7)) -> Marks:
    wrong = {remark.row for remark in remarks}
    return Marks(
        remarks,
        {(GRID, row): "待核" if row in wrong else "已收" for row in rows},
        {GRID: Place(3, 6)} if place else {},
    )


_REMARKS = (
    Remark(GRID, 4, 4, "6月没有31日，是否为6月30日前？"),
    Remark(GRID, 5, 3, "没有“盐窝镇1”这个单位，最接近的是“盐窝镇”。"),
)


def _answer(source: Path, marks: Marks) -> tuple[Path, tuple[str, ...]]:
    target = source.with_name(f"{source.stem}-请核对.xlsx")
    lost = write_answer(
        source, read_bytes(source.name, source.read_bytes()), marks, RECEIPT, target, lang="zh"
    )
    return target, lost


def _sheet(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path)[GRID]


def _cell(sheet: Worksheet, address: str) -> Cell:
    cell = sheet[address]
    assert isinstance(cell, Cell)
    return cell


def _said(sheet: Worksheet, address: str) -> str:
    comment = _cell(sheet, address).comment
    return comment.text if comment is not None else ""


# Marks ----------------------------------------------------------------------------------


def test_wrong_cells_are_marked_with_what_to_do(tmp_path: Path) -> None:
    """The sender's comment stays above ours; a merged cell speaks through its first."""
    sheet = _sheet(_answer(sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))[0])

    assert _cell(sheet, "D4").fill.fgColor.rgb == RED
    assert _said(sheet, "D4") == "请按月填写\n【核对】6月没有31日，是否为6月30日前？"
    assert _cell(sheet, "C4").fill.fgColor.rgb == RED
    assert _said(sheet, "C4") == "【核对】没有“盐窝镇1”这个单位，最接近的是“盐窝镇”。"
    assert _cell(sheet, "D5").fill.fgColor.rgb != RED


def test_the_column_of_results_can_be_filtered(tmp_path: Path) -> None:
    """Beside the table, dressed like it."""
    sheet = _sheet(_answer(sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))[0])

    assert [_cell(sheet, f"G{row}").value for row in range(3, 8)] == [
        "核对结果",
        "待核",
        "待核",
        "已收",
        "已收",
    ]
    assert _cell(sheet, "G4").fill.fgColor.rgb == YELLOW
    assert _cell(sheet, "G3").font.b
    assert _cell(sheet, "G7").border.left.style == "thin"
    assert sheet.auto_filter.ref == "A3:G7"
    assert sheet.column_dimensions["G"].width == 12
    assert (sheet.column_dimensions["H"].min, sheet.column_dimensions["H"].max) == (8, 16384)


def test_a_remark_on_a_row_stands_in_that_column(tmp_path: Path) -> None:
    """Which is the only cell that speaks of the whole row."""
    remark = Remark(GRID, 6, None, "与第4行说的是同一条记录。")

    sheet = _sheet(_answer(sender(tmp_path / "a.xlsx"), _marks(remark))[0])

    assert _said(sheet, "G6") == "【核对】与第4行说的是同一条记录。"
    assert _cell(sheet, "G6").fill.fgColor.rgb == YELLOW


def test_several_remarks_on_one_cell(tmp_path: Path) -> None:
    """Each is said."""
    remarks = [Remark(GRID, 5, 4, words) for words in ("一", "二")]

    assert _said(_sheet(_answer(sender(tmp_path / "a.xlsx"), _marks(*remarks))[0]), "D5") == (
        "【核对】一\n【核对】二"
    )


def test_what_stands_beside_the_table_is_left_alone(tmp_path: Path) -> None:
    """The column of results goes further to the right."""

    def notes(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write("G5", "自用备注")
        sheet.merge_range("H6:I6", "又一条", None)

    sheet = _sheet(_answer(sender(tmp_path / "a.xlsx", notes), _marks(*_REMARKS))[0])

    assert _cell(sheet, "G5").value == "自用备注"
    assert _cell(sheet, "J3").value == "核对结果"


def test_a_filter_of_the_sender_s_is_widened(tmp_path: Path) -> None:
    """Its own columns keep theirs."""

    def filtered(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.autofilter("A3:F7")

    sheet = _sheet(_answer(sender(tmp_path / "a.xlsx", filtered), _marks(*_REMARKS))[0])

    assert sheet.auto_filter.ref == "A3:G7"


def test_the_place_of_a_table_can_be_guessed(tmp_path: Path) -> None:
    """Above the first row with a result, as far as its headings go."""
    target, _ = _answer(sender(tmp_path / "a.xlsx"), _marks(*_REMARKS, place=False))

    assert _cell(_sheet(target), "G3").value == "核对结果"


# The receipt ----------------------------------------------------------------------------


def test_the_receipt_says_what_became_of_the_file(tmp_path: Path) -> None:
    """With every remark, and the way to its cell."""
    target, said = _answer(sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))

    receipt = openpyxl.load_workbook(target)["核对回执"]
    rows = [tuple(value for value in row if value) for row in receipt.values]
    assert rows[0] == ("报表核对回执",)
    assert ("报送单位", "盐窝镇") in rows
    assert ("请办", RECEIPT.message) in rows
    assert (GRID, "C4", _REMARKS[1].words) in rows
    assert {("未能保留", sentence) for sentence in said} <= set(rows)
    link = next(cell.hyperlink for row in receipt for cell in row if cell.value == "C4")
    assert link is not None
    assert link.location == "'整改台账'!C4"


def test_an_answer_that_comes_back_is_marked_anew(tmp_path: Path) -> None:
    """What we put in is taken out again: one receipt, one column, no word of the last time."""
    first, _ = _answer(sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))

    second, _ = _answer(first, _marks(Remark(GRID, 7, 4, "时限不明确。")))

    book = openpyxl.load_workbook(second)
    sheet = book[GRID]
    assert book.sheetnames == [GRID, "核对回执"]
    assert [_cell(sheet, f"G{row}").value for row in range(3, 8)] == [
        "核对结果",
        "已收",
        "已收",
        "已收",
        "待核",
    ]
    assert _cell(sheet, "H3").value is None
    assert (_said(sheet, "D4"), _said(sheet, "C4")) == ("请按月填写", "")
    assert _cell(sheet, "D4").fill.fgColor.rgb != RED
    assert _said(sheet, "D7") == "【核对】时限不明确。"


# What is kept ---------------------------------------------------------------------------


def test_the_sender_s_own_file_is_never_written_to(tmp_path: Path) -> None:
    """Not even its time."""
    source = sender(tmp_path / "a.xlsx")
    before = hashlib.sha256(source.read_bytes()).hexdigest(), source.stat().st_mtime_ns

    _answer(source, _marks(*_REMARKS))

    assert (hashlib.sha256(source.read_bytes()).hexdigest(), source.stat().st_mtime_ns) == before


def test_layout_is_kept(tmp_path: Path) -> None:
    """Merges, widths, drop-downs, colours, the mark of an export."""

    def marked(book: xlsxwriter.Workbook, _: object) -> None:
        book.define_name(f"'{GRID}'!_campaign", '="L1:3:rectification"')

    source = sender(tmp_path / "a.xlsx", marked)
    sheet = _sheet(_answer(source, _marks(*_REMARKS))[0])

    assert {"A1:F1", "C4:C5", "C6:C7"} <= {str(area) for area in sheet.merged_cells.ranges}
    assert sheet.column_dimensions["B"].width == pytest.approx(30.7, abs=0.1)
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["E4:E7"]
    assert _cell(sheet, "A3").fill.fgColor.rgb == "FFD9E1F2"
    mark = read_bytes("a.xlsx", source.with_name("a-请核对.xlsx").read_bytes()).grids[0].mark
    assert mark is not None
    assert (mark.ledger, mark.export, mark.sheet) == ("L1", 3, "rectification")


def test_formulas_stay_with_the_values_stored_with_them(tmp_path: Path) -> None:
    """Text that begins with = stays text."""

    def more(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_string("B4", "=问题")
        sheet.write_formula("B5", '="="&"x"', None, "=x")

    target, said = _answer(sender(tmp_path / "a.xlsx", more), _marks(*_REMARKS))

    sheet = _sheet(target)
    assert [_cell(sheet, f"F{row}").value for row in range(4, 8)] == [
        "=1+3",
        "=1+4",
        "=1+5",
        "=1+6",
    ]
    assert (_cell(sheet, "B4").value, _cell(sheet, "B4").data_type) == ("=问题", "s")
    grid = read_bytes(target.name, target.read_bytes()).grids[0]
    assert [grid.cell(row, 6) for row in range(4, 8)] == [4, 5, 6, 7]
    assert (grid.cell(5, 2), said) == ("=x", ())


# What openpyxl loses, where a file has to be saved anew ---------------------------------


def test_shapes_sparklines_and_new_formats_are_named(tmp_path: Path) -> None:
    """Each in its own sentence."""
    said = lost.parts(by_xlsxwriter(tmp_path), "zh")

    for name in ("shapes", "sparklines", "formats", "comment_boxes", "drop_downs", "ranges"):
        assert (say(f"workbook.lost_{name}", "zh") in said) == (name != "ranges")


def test_a_plain_file_loses_nothing(tmp_path: Path) -> None:
    """And nothing is said."""
    book = openpyxl.Workbook()
    book.save(tmp_path / "a.xlsx")

    assert lost.parts(tmp_path / "a.xlsx", "zh") == []


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("xl/threadedComments/threadedComment1.xml", "threads"),
        ("xl/vbaProject.bin", "macros"),
        ("xl/ctrlProps/ctrlProp1.xml", "controls"),
        ("xl/embeddings/oleObject1.bin", "objects"),
        ("xl/slicers/slicer1.xml", "slicers"),
        ("xl/connections.xml", "connections"),
        ("customXml/item1.xml", "custom"),
        ("_xmlsignatures/sig1.xml", "signature"),
    ],
)
def test_parts_that_are_lost_are_named(tmp_path: Path, part: str, name: str) -> None:
    """Found by looking into the package."""
    source = with_parts(sender(tmp_path / "a.xlsx"), **{part: "<x/>"})

    assert say(f"workbook.lost_{name}", "zh") in lost.parts(source, "zh")


def test_formulas_become_values_where_a_file_is_saved_anew(tmp_path: Path) -> None:
    """Or a sheet that nobody opens in Excel would come back empty."""
    source = replaced(
        sender(tmp_path / "a.xlsx"), "xl/worksheets/sheet1.xml", '<row r="2"', '<row r="9"'
    )

    target, said = _answer(source, _marks(*_REMARKS))

    assert [_cell(_sheet(target), f"F{row}").value for row in range(4, 8)] == [4, 5, 6, 7]
    assert "4个公式换成了报来时的数值。" in said


def test_comments_get_boxes_in_which_they_can_be_read(tmp_path: Path) -> None:
    """Those of the sender, whose sizes openpyxl forgets."""
    book = openpyxl.load_workbook(sender(tmp_path / "a.xlsx"))
    long = "请写清楚：" + "一二三四五六七八九十" * 20
    _cell(book[GRID], "B5").comment = Comment(long, "张三")
    book.save(tmp_path / "b.xlsx")
    source = replaced(tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", '<row r="2"', '<row r="9"')

    target, _ = _answer(source, _marks(*_REMARKS))

    with ZipFile(target) as package:
        boxes = package.read("xl/drawings/commentsDrawing1.vml").decode()
    heights = [float(height) for height in re.findall(r"height:\s*([\d.]+)", boxes)]
    assert max(heights) > 12 * 15
    assert min(heights) >= 30


# Other kinds of file --------------------------------------------------------------------


def test_a_csv_sender_gets_a_workbook_with_the_same_cells(tmp_path: Path) -> None:
    """Text stays text, also where it begins like a formula or holds control characters."""
    source = tmp_path / "a.csv"
    lines = [
        "盐窝镇整改台账",
        "序号,存在问题,责任单位",
        "1,=1+1\x0b_x0041_,盐窝镇1",
        "2,窗口,永安镇",
    ]
    source.write_text("\n".join(lines), "gb18030")
    grid = read_bytes(source.name, source.read_bytes()).grids[0].name

    target, said = _answer(
        source, Marks([Remark(grid, 3, 3, "没有这个单位。")], {(grid, 3): "待核"})
    )

    rows = read_bytes(target.name, target.read_bytes()).grids[0].rows
    assert rows[1] == ["序号", "存在问题", "责任单位", "核对结果"]
    assert rows[2] == ["1", "=1+1\x0b_x0041_", "盐窝镇1", "待核"]
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert _cell(sheet, "B3").data_type == "s"
    assert _said(sheet, "C3") == "【核对】没有这个单位。"
    assert said == (say("workbook.lost_layout", "zh"),)


def test_where_openpyxl_gives_up_the_cells_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sender gets an answer whatever the file holds."""

    def fail(_: Path) -> None:
        raise KeyError("a part that is not there")

    monkeypatch.setattr(sendercopy, "open_copy", fail)
    source = replaced(
        sender(tmp_path / "a.xlsx"), "xl/worksheets/sheet1.xml", '<row r="2"', '<row r="9"'
    )

    target, said = _answer(source, _marks(*_REMARKS))

    sheet = _sheet(target)
    assert _cell(sheet, "C4").value == "盐窝镇1"
    assert "C4:C5" in {str(area) for area in sheet.merged_cells.ranges}
    assert _cell(sheet, "G4").value == "待核"
    assert said == (say("workbook.lost_layout", "zh"),)


# An .xls --------------------------------------------------------------------------------


def _old(path: Path) -> Path:
    """A sheet of Excel 97, with what offices do to one."""
    book = xlwt.Workbook()
    sheet = book.add_sheet(GRID)
    boxed = "borders: left thin, right double, top thin, bottom thin; "
    title = xlwt.easyxf("font: name SimHei, height 360, bold on; align: horiz center")
    heading = xlwt.easyxf(boxed + "pattern: pattern solid, fore_colour light_green")
    cell = xlwt.easyxf(boxed + "align: wrap on, vert top; font: colour red, italic on")
    day = xlwt.easyxf(boxed, num_format_str="yyyy/m/d")
    sheet.write_merge(0, 0, 0, 2, "盐窝镇整改台账", title)
    for column, word in enumerate(("序号", "存在问题", "完成时限")):
        sheet.write(2, column, word, heading)
    for row in (3, 4):
        sheet.write(row, 0, row - 2, cell)
        sheet.write(row, 1, f"问题{row}", cell)
        sheet.write(row, 2, date(2014, 6, 30) if row == 3 else None, day)
    sheet.col(1).width = 256 * 40
    sheet.col(4).hidden = True
    sheet.row(2).height_mismatch = True
    sheet.row(2).height = 40 * 20
    sheet.row(9).hidden = True
    sheet.panes_frozen, sheet.horz_split_pos, sheet.vert_split_pos = True, 3, 1
    book.save(str(path))
    return path


def test_an_xls_sender_gets_a_workbook_that_looks_the_same(tmp_path: Path) -> None:
    """Fonts, fills, borders, alignment, formats, widths, heights, merges, panes."""
    marks = Marks(
        [Remark(GRID, 4, 2, "请写清楚。")],
        {(GRID, 4): "待核", (GRID, 5): "已收"},
        {GRID: Place(3, 3)},
    )

    target, said = _answer(_old(tmp_path / "a.xls"), marks)

    assert said == (say("workbook.made_anew", "zh", kind="xls"),)
    assert faults(target) == []
    sheet = _sheet(target)
    title, heading, cell, day = (_cell(sheet, place) for place in ("A1", "A3", "A4", "C4"))
    assert (title.font.name, title.font.sz, title.font.b) == ("SimHei", 18, True)
    assert title.alignment.horizontal == "center"
    assert (heading.fill.patternType, heading.fill.fgColor.rgb) == ("solid", "FFCCFFCC")
    assert (cell.border.left.style, cell.border.right.style) == ("thin", "double")
    assert (cell.font.color.rgb, cell.font.i) == ("FFFF0000", True)
    assert (cell.alignment.wrap_text, cell.alignment.vertical) == (True, "top")
    assert (day.number_format, day.value) == ("yyyy/m/d", datetime(2014, 6, 30))
    assert _cell(sheet, "C5").border.left.style == "thin"
    assert sheet.column_dimensions["B"].width == 40
    assert (sheet.column_dimensions["E"].hidden, sheet.row_dimensions[10].hidden) == (True, True)
    assert sheet.row_dimensions[3].height == 40
    assert (sheet.freeze_panes, str(sheet.merged_cells)) == ("B4", "A1:C1")
    assert _cell(sheet, "B4").fill.fgColor.rgb == RED
    assert (_cell(sheet, "D4").value, _cell(sheet, "D5").value) == ("待核", "已收")


def test_an_xls_that_xlrd_cannot_read_gets_the_office_s_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it is said that its own is not kept."""
    source = _old(tmp_path / "a.xls")
    monkeypatch.setattr("xlrd.open_workbook", lambda *_, **__: 1 / 0)

    target, said = _answer(source, Marks((), {(GRID, 4): "已收"}, {GRID: Place(3, 3)}))

    assert said == (say("workbook.lost_layout", "zh"),)
    assert _cell(_sheet(target), "A3").border.left.style == "thin"


# An .ods --------------------------------------------------------------------------------


def test_an_ods_sender_gets_a_workbook_that_looks_the_same(tmp_path: Path) -> None:
    """As far as its styles say it simply."""
    marks = Marks([Remark(GRID, 4, 1, "请写清楚。")], {(GRID, 4): "待核"}, {GRID: Place(3, 2)})

    target, said = _answer(opened_document(tmp_path / "a.ods"), marks)

    assert said == (say("workbook.made_anew", "zh", kind="ods"),)
    assert faults(target) == []
    sheet = _sheet(target)
    heading, cell, rate = (_cell(sheet, place) for place in ("A3", "A4", "B4"))
    assert (heading.font.name, heading.font.sz, heading.font.b) == ("SimHei", 14, True)
    assert (heading.fill.fgColor.rgb, heading.font.color.rgb) == ("FFD9E1F2", "FF112233")
    assert (heading.alignment.horizontal, heading.alignment.vertical) == ("center", "center")
    assert (cell.border.left.style, cell.border.right.style) == ("thin", "double")
    assert cell.border.right.color.rgb == "FFFF0000"
    assert (cell.alignment.wrap_text, cell.fill.fgColor.rgb) == (True, RED)
    assert _said(sheet, "A4") == "请按月填写\n【核对】请写清楚。"
    assert (rate.value, rate.number_format) == (0.5, "0.00%")
    assert sheet.column_dimensions["A"].width == pytest.approx(53.3, abs=0.1)
    assert (sheet.row_dimensions[3].height, sheet.freeze_panes) == (40, "B4")


def test_an_ods_whose_styles_cannot_be_read_gets_the_office_s_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it is said that its own is not kept."""
    source = opened_document(tmp_path / "a.ods")
    monkeypatch.setattr("ledger.exchange.openlook.parsed", lambda _: 1 / 0)

    target, said = _answer(source, Marks((), {(GRID, 4): "已收"}, {GRID: Place(3, 2)}))

    assert said == (say("workbook.lost_layout", "zh"),)
    assert _cell(_sheet(target), "A3").border.left.style == "thin"
