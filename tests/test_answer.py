"""The answer in the sender's own file."""

import hashlib
import re
from collections.abc import Callable
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange import sendercopy
from ledger.exchange.answer import Marks
from ledger.exchange.answer import Place
from ledger.exchange.answer import Receipt
from ledger.exchange.answer import Remark
from ledger.exchange.answer import write_answer
from ledger.exchange.read import read_book
from schemas.locale import say

RED = "FFFFC7CE"
YELLOW = "FFFFEB9C"
GRID = "整改台账"
RECEIPT = Receipt(
    "报表核对回执",
    (("来文", "盐窝镇整改台账.xlsx"), ("报送单位", "盐窝镇"), ("报表期", "2014-05")),
    "盐窝镇：你单位报来的整改台账有2行需要核对。",
)
HEADINGS = ("序号", "存在问题", "责任单位", "完成时限", "完成情况", "件数")


def _sender(path: Path, decorate: Callable[..., None] | None = None) -> Path:
    """A town's sheet, as Excel would write it."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(GRID)
    boxed = book.add_format({"border": 1, "text_wrap": True})
    heading = book.add_format({"bold": True, "border": 1, "bg_color": "#D9E1F2"})
    sheet.merge_range("A1:F1", "盐窝镇整改台账", book.add_format({"bold": True}))
    sheet.write("A2", "填报单位：盐窝镇")
    sheet.write_row("A3", HEADINGS, heading)
    for row in range(3, 7):
        sheet.write_row(row, 0, [row - 2, f"问题{row}", None, "6月31日前", "整改中"], boxed)
        sheet.write_formula(row, 5, f"=1+{row}", boxed, row + 1)
    sheet.merge_range("C4:C5", "盐窝镇1", boxed)
    sheet.merge_range("C6:C7", "永安镇", boxed)
    sheet.write_comment("D4", "请按月填写", {"author": "张三"})
    sheet.data_validation("E4:E7", {"validate": "list", "source": ["整改中", "已完成"]})
    sheet.set_column("B:B", 30)
    sheet.set_column("G:XFD", 3)
    if decorate is not None:
        decorate(book, sheet)
    book.close()
    return path


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
    lost = write_answer(source, read_book(source), marks, RECEIPT, target, lang="zh")
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
    sheet = _sheet(_answer(_sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))[0])

    assert _cell(sheet, "D4").fill.fgColor.rgb == RED
    assert _said(sheet, "D4") == "请按月填写\n【核对】6月没有31日，是否为6月30日前？"
    assert _cell(sheet, "C4").fill.fgColor.rgb == RED
    assert _said(sheet, "C4") == "【核对】没有“盐窝镇1”这个单位，最接近的是“盐窝镇”。"
    assert _cell(sheet, "D5").fill.fgColor.rgb != RED


def test_the_column_of_results_can_be_filtered(tmp_path: Path) -> None:
    """Beside the table, dressed like it."""
    sheet = _sheet(_answer(_sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))[0])

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

    sheet = _sheet(_answer(_sender(tmp_path / "a.xlsx"), _marks(remark))[0])

    assert _said(sheet, "G6") == "【核对】与第4行说的是同一条记录。"
    assert _cell(sheet, "G6").fill.fgColor.rgb == YELLOW


def test_several_remarks_on_one_cell(tmp_path: Path) -> None:
    """Each is said."""
    remarks = [Remark(GRID, 5, 4, words) for words in ("一", "二")]

    assert _said(_sheet(_answer(_sender(tmp_path / "a.xlsx"), _marks(*remarks))[0]), "D5") == (
        "【核对】一\n【核对】二"
    )


def test_what_stands_beside_the_table_is_left_alone(tmp_path: Path) -> None:
    """The column of results goes further to the right."""

    def notes(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write("G5", "自用备注")
        sheet.merge_range("H6:I6", "又一条", None)

    sheet = _sheet(_answer(_sender(tmp_path / "a.xlsx", notes), _marks(*_REMARKS))[0])

    assert _cell(sheet, "G5").value == "自用备注"
    assert _cell(sheet, "J3").value == "核对结果"


def test_a_filter_of_the_sender_s_is_widened(tmp_path: Path) -> None:
    """Its own columns keep theirs."""

    def filtered(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.autofilter("A3:F7")

    sheet = _sheet(_answer(_sender(tmp_path / "a.xlsx", filtered), _marks(*_REMARKS))[0])

    assert sheet.auto_filter.ref == "A3:G7"


def test_the_place_of_a_table_can_be_guessed(tmp_path: Path) -> None:
    """Above the first row with a result, as far as its headings go."""
    target, _ = _answer(_sender(tmp_path / "a.xlsx"), _marks(*_REMARKS, place=False))

    assert _cell(_sheet(target), "G3").value == "核对结果"


# The receipt ----------------------------------------------------------------------------


def test_the_receipt_says_what_became_of_the_file(tmp_path: Path) -> None:
    """With every remark, and the way to its cell."""
    target, lost = _answer(_sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))

    receipt = openpyxl.load_workbook(target)["核对回执"]
    rows = [tuple(value for value in row if value) for row in receipt.values]
    assert rows[0] == ("报表核对回执",)
    assert ("报送单位", "盐窝镇") in rows
    assert ("请办", RECEIPT.message) in rows
    assert (GRID, "C4", _REMARKS[1].words) in rows
    assert {("未能保留", sentence) for sentence in lost} <= set(rows)
    link = next(cell.hyperlink for row in receipt for cell in row if cell.value == "C4")
    assert link is not None
    assert link.location == "'整改台账'!C4"


def test_an_answer_that_comes_back_is_marked_anew(tmp_path: Path) -> None:
    """What we put in is taken out again: one receipt, one column, no word of the last time."""
    first, _ = _answer(_sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))

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
    source = _sender(tmp_path / "a.xlsx")
    before = hashlib.sha256(source.read_bytes()).hexdigest(), source.stat().st_mtime_ns

    _answer(source, _marks(*_REMARKS))

    assert (hashlib.sha256(source.read_bytes()).hexdigest(), source.stat().st_mtime_ns) == before


def test_layout_is_kept(tmp_path: Path) -> None:
    """Merges, widths, drop-downs, colours, the mark of an export."""

    def marked(book: xlsxwriter.Workbook, _: object) -> None:
        book.define_name(f"'{GRID}'!_campaign", '="L1:3:rectification"')

    source = _sender(tmp_path / "a.xlsx", marked)
    sheet = _sheet(_answer(source, _marks(*_REMARKS))[0])

    assert {"A1:F1", "C4:C5", "C6:C7"} <= {str(area) for area in sheet.merged_cells.ranges}
    assert sheet.column_dimensions["B"].width == pytest.approx(30.7, abs=0.1)
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["E4:E7"]
    assert _cell(sheet, "A3").fill.fgColor.rgb == "FFD9E1F2"
    mark = read_book(source.with_name("a-请核对.xlsx")).grids[0].mark
    assert mark is not None
    assert (mark.ledger, mark.export, mark.sheet) == ("L1", 3, "rectification")


def test_formulas_come_back_as_the_values_stored_with_them(tmp_path: Path) -> None:
    """One that was never calculated stays a formula. Text that begins with = stays text."""

    def more(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_string("B4", "=问题")
        sheet.write_formula("B5", '="="&"x"', None, "=x")

    target, lost = _answer(_sender(tmp_path / "a.xlsx", more), _marks(*_REMARKS))

    sheet = _sheet(target)
    assert [_cell(sheet, f"F{row}").value for row in range(4, 8)] == [4, 5, 6, 7]
    texts = [_cell(sheet, address) for address in ("B4", "B5")]
    assert [(cell.value, cell.data_type) for cell in texts] == [("=问题", "s"), ("=x", "s")]
    assert "5个公式换成了报来时的数值。" in lost


def test_a_formula_that_was_never_calculated_stays(tmp_path: Path) -> None:
    """There is no value to put in its place."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = GRID
    for row in (["单位", "件数"], ["盐窝镇", "=1+1"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")

    marks = Marks((), {(GRID, 2): "待核"}, {GRID: Place(1, 2)})
    target, lost = _answer(tmp_path / "a.xlsx", marks)

    assert (_cell(_sheet(target), "B2").value, lost) == ("=1+1", ())


# What is lost ---------------------------------------------------------------------------


def _with_parts(path: Path, *parts: str) -> Path:
    """Add parts that a real Excel writes, and that no library at hand does."""
    with ZipFile(path, "a") as package:
        for part in parts:
            package.writestr(part, "<x/>")
    return path


def _replaced(path: Path, part: str, old: str, new: str) -> Path:
    package = ZipFile(BytesIO(path.read_bytes()))
    with ZipFile(path, "w") as changed:
        for name in package.namelist():
            text = package.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            changed.writestr(name, text)
    return path


def test_shapes_sparklines_and_new_formats_are_named(tmp_path: Path) -> None:
    """Each in its own sentence."""

    def decorate(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.insert_textbox("I3", "盖章处")
        sheet.add_sparkline("H4", {"range": "A4:A7"})
        sheet.conditional_format("F4:F7", {"type": "data_bar", "data_bar_2010": True})

    _, lost = _answer(_sender(tmp_path / "a.xlsx", decorate), _marks(*_REMARKS))

    for name in ("shapes", "sparklines", "formats", "comment_boxes"):
        assert say(f"workbook.lost_{name}", "zh") in lost


def test_a_plain_file_loses_nothing(tmp_path: Path) -> None:
    """And nothing is said."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = GRID
    book.worksheets[0].append(["单位"])
    book.worksheets[0].append(["盐窝镇"])
    book.save(tmp_path / "a.xlsx")

    assert _answer(tmp_path / "a.xlsx", Marks((), {(GRID, 2): "已收"}))[1] == ()


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
    source = _with_parts(_sender(tmp_path / "a.xlsx"), part)

    assert say(f"workbook.lost_{name}", "zh") in _answer(source, _marks(*_REMARKS))[1]


def test_drop_downs_that_lead_to_another_worksheet_are_named(tmp_path: Path) -> None:
    """As Excel 2010 and later write them."""
    source = _replaced(
        _sender(tmp_path / "a.xlsx"),
        "xl/worksheets/sheet1.xml",
        "</worksheet>",
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>',
    )

    assert say("workbook.lost_drop_downs", "zh") in _answer(source, _marks(*_REMARKS))[1]


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
    grid = read_book(source).grids[0].name

    target, lost = _answer(
        source, Marks([Remark(grid, 3, 3, "没有这个单位。")], {(grid, 3): "待核"})
    )

    rows = read_book(target).grids[0].rows
    assert rows[1] == ["序号", "存在问题", "责任单位", "核对结果"]
    assert rows[2] == ["1", "=1+1\x0b_x0041_", "盐窝镇1", "待核"]
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert _cell(sheet, "B3").data_type == "s"
    assert _said(sheet, "C3") == "【核对】没有这个单位。"
    assert lost == (say("workbook.lost_layout", "zh"),)


def test_where_openpyxl_gives_up_the_cells_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sender gets an answer whatever the file holds."""

    def fail(_: Path) -> None:
        raise KeyError("a part that is not there")

    monkeypatch.setattr(sendercopy, "open_copy", fail)

    target, lost = _answer(_sender(tmp_path / "a.xlsx"), _marks(*_REMARKS))

    sheet = _sheet(target)
    assert _cell(sheet, "C4").value == "盐窝镇1"
    assert "C4:C5" in {str(area) for area in sheet.merged_cells.ranges}
    assert _cell(sheet, "G4").value == "待核"
    assert lost == (say("workbook.lost_layout", "zh"),)


def test_comments_are_boxes_in_which_they_can_be_read(tmp_path: Path) -> None:
    """Ours and the sender's."""
    book = openpyxl.load_workbook(_sender(tmp_path / "a.xlsx"))
    long = "请写清楚：" + "一二三四五六七八九十" * 20
    _cell(book[GRID], "B5").comment = Comment(long, "张三")
    book.save(tmp_path / "b.xlsx")

    target, _ = _answer(tmp_path / "b.xlsx", _marks(*_REMARKS))

    with ZipFile(target) as package:
        boxes = package.read("xl/drawings/commentsDrawing1.vml").decode()
    heights = [float(height) for height in re.findall(r"height:\s*([\d.]+)", boxes)]
    assert max(heights) > 12 * 15
    assert min(heights) >= 30
