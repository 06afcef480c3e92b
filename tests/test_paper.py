"""Pages in the office's style: what stands on them, and that nothing of it is lost."""

import re
import time
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import load_workbook as calamine

from ledger.exchange.paper import MARK_NAME
from ledger.exchange.paper import ExportMark
from ledger.exchange.paper import Kind
from ledger.exchange.paper import Page
from ledger.exchange.paper import PageColumn
from ledger.exchange.paper import signatures
from ledger.exchange.paper import write_book
from schemas.sheet_words import CUT_MARK

_COLUMNS = (
    PageColumn("单位", 22, "words"),
    PageColumn("动员大会", 11, "words", group="学习教育、听取意见", choices=("√", "未开展")),
    PageColumn("学习天数", 11, "number", group="学习教育、听取意见"),
    PageColumn("民主生活会", 12, "day", note="填日期"),
    PageColumn("说明", 40, "text"),
)
_ROWS = (
    ["盐窝镇", "√", 3, "2014-05-08", "便民大厅中午没人"],
    ["永安镇", None, 5, date(2014, 6, 1), "=1+1"],
)


def _page(**changed: object) -> Page:
    values: dict[str, object] = {
        "title": "规定动作完成情况一览表",
        "columns": _COLUMNS,
        "rows": _ROWS,
        "name": "进度表",
        "above": [("填报单位：活动办", "截至2014年5月31日")],
        "totals": ["合计", None, 8, None, None],
        "below": signatures("zh"),
        "notes": ["口径：含下属单位。"],
        "mark": ExportMark("L1", 3, "progress"),
        "freeze": 1,
        "filtered": True,
    }
    return Page(**(values | changed))  # type: ignore[arg-type]


def _written(tmp_path: Path, *pages: Page, lang: str = "zh", most_rows: int = 1_048_576) -> Path:
    target = tmp_path / "book.xlsx"
    write_book(target, pages, lang=lang, most_rows=most_rows)
    return target


def _sheet(path: Path, at: int = 0) -> Worksheet:
    return openpyxl.load_workbook(path).worksheets[at]


def _cell(sheet: Worksheet, address: str) -> Cell:
    cell = sheet[address]
    assert isinstance(cell, Cell)
    return cell


def _texts(tmp_path: Path, kind: Kind, rows: Sequence[Sequence[object]]) -> Path:
    columns = [PageColumn(f"列{n}", 20, kind) for n in range(max(map(len, rows)))]
    return _written(tmp_path, Page("表", columns, rows))


# The layout -----------------------------------------------------------------------------


def test_everything_stands_where_an_office_expects_it(tmp_path: Path) -> None:
    """Title, unit line, two rows of headings, rows, totals, signatures, notes."""
    book = calamine(_written(tmp_path, _page()))

    assert book.get_sheet_by_name("进度表").to_python() == [
        ["规定动作完成情况一览表", "", "", "", ""],
        ["填报单位：活动办", "", "", "", "截至2014年5月31日"],
        ["单位", "学习教育、听取意见", "", "民主生活会", "说明"],
        ["", "动员大会", "学习天数", "", ""],
        ["盐窝镇", "√", 3, date(2014, 5, 8), "便民大厅中午没人"],
        ["永安镇", "", 5, date(2014, 6, 1), "=1+1"],
        ["合计", "", 8, "", ""],
        ["单位负责人：", "审核人：", "填表人：", "联系电话：", "填报日期："],
        ["口径：含下属单位。", "", "", "", ""],
    ]


def test_headings_are_merged_as_they_belong(tmp_path: Path) -> None:
    """A group over its columns, a heading without one down both rows."""
    merged = {str(area) for area in _sheet(_written(tmp_path, _page())).merged_cells.ranges}

    assert {"A1:E1", "B3:C3", "A3:A4", "D3:D4", "E3:E4"} <= merged


def test_it_prints_on_a4_across(tmp_path: Path) -> None:
    """As wide as the paper, headings on every page, pages numbered."""
    sheet = _sheet(_written(tmp_path, _page()))

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center is not None
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet.freeze_panes == "B5"
    assert sheet.auto_filter.ref == "A4:E6"


def test_its_letters_are_the_office_s(tmp_path: Path) -> None:
    """Title large, headings bold, bodies in 仿宋, every cell of the table with borders."""
    sheet = _sheet(_written(tmp_path, _page()))

    assert (_cell(sheet, "A1").font.name, _cell(sheet, "A1").font.sz) == ("方正小标宋简体", 16)
    assert (_cell(sheet, "B4").font.b, _cell(sheet, "B4").font.sz) == (True, 12)
    assert (_cell(sheet, "A5").font.name, _cell(sheet, "A5").font.sz) == ("仿宋_GB2312", 10)
    assert _cell(sheet, "B6").border.left.style == "thin"
    assert _cell(sheet, "A7").font.b
    assert _cell(sheet, "E5").alignment.wrap_text
    assert _cell(sheet, "D5").number_format == "yyyy-mm-dd"


def test_drop_downs_suggest(tmp_path: Path) -> None:
    """They cover the rows and those left blank, and forbid nothing."""
    (rule,) = _sheet(_written(tmp_path, _page(blank_rows=3))).data_validations.dataValidation

    assert (str(rule.sqref), rule.formula1) == ("B5:B9", '"√,未开展"')
    assert not rule.showErrorMessage


def test_long_drop_downs_stand_on_a_hidden_worksheet(tmp_path: Path) -> None:
    """A cell's rule holds 255 characters; a name leads to more."""
    choices = tuple(f"第{n}督导组，驻点" for n in range(60))
    column = PageColumn("督导组", 12, "words", choices=choices)

    book = openpyxl.load_workbook(_written(tmp_path, Page("表", [column], [["第1督导组，驻点"]])))

    (rule,) = book.worksheets[0].data_validations.dataValidation
    assert rule.formula1 == "_lists1"
    assert book.defined_names["_lists1"].attr_text == "'_lists'!$A$1:$A$60"
    assert book["_lists"].sheet_state == "veryHidden"
    assert [row[0] for row in book["_lists"].values] == list(choices)


def test_notes_are_comments_that_can_be_read(tmp_path: Path) -> None:
    """With a box of their size, and no person's name."""
    note = _cell(_sheet(_written(tmp_path, _page())), "D3").comment

    assert note is not None
    assert (note.text, note.author) == ("填日期", "活动办")


def test_the_mark_travels_twice(tmp_path: Path) -> None:
    """As a name of the worksheet, and on a very hidden one."""
    book = openpyxl.load_workbook(_written(tmp_path, _page()))

    assert book["进度表"].defined_names[MARK_NAME].attr_text == '"L1:3:progress"'
    assert book[MARK_NAME].sheet_state == "veryHidden"
    assert list(book[MARK_NAME].values) == [("进度表", "L1:3:progress")]


def test_no_person_s_name_is_in_the_file(tmp_path: Path) -> None:
    """Nor a time: the same pages give the same bytes."""
    first = _written(tmp_path, _page()).read_bytes()
    time.sleep(1.1)
    path = _written(tmp_path, _page())

    assert path.read_bytes() == first
    properties = openpyxl.load_workbook(path).properties
    assert (properties.creator, properties.lastModifiedBy) == (None, None)


def test_rows_stand_in_order(tmp_path: Path) -> None:
    """No row stands twice, and the worksheet knows its size."""
    path = _written(tmp_path, _page(blank_rows=2))

    with ZipFile(path) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    assert [int(n) for n in re.findall(r'<row [^>]*?\br="(\d+)"', xml)] == list(range(1, 12))
    assert '<dimension ref="A1:E11"' in xml


def test_a_page_without_rows(tmp_path: Path) -> None:
    """Its headings, totals and signatures are there."""
    sheet = calamine(_written(tmp_path, _page(rows=()))).get_sheet_by_index(0).to_python()

    assert [row[0] for row in sheet] == [
        "规定动作完成情况一览表",
        "填报单位：活动办",
        "单位",
        "",
        "合计",
        "单位负责人：",
        "口径：含下属单位。",
    ]


def test_a_narrow_page_keeps_all_that_is_signed(tmp_path: Path) -> None:
    """Where there are fewer columns than cells, the last ones share one."""
    columns = [PageColumn("单位", 22, "words"), PageColumn("件数", 11, "number")]
    page = _page(columns=columns, rows=(["盐窝镇", 3],), totals=None, freeze=0)

    words = "".join(str(cell) for row in _sheet(_written(tmp_path, page)).values for cell in row)

    assert all(cell in words for cell in signatures("zh"))


def test_english(tmp_path: Path) -> None:
    """The words around the table are the plan's language's."""
    path = _written(tmp_path, _page(below=signatures("en")), lang="en")

    assert "Checked by:" in [cell for row in _sheet(path).values for cell in row]


# Names of worksheets --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        ("整改/台账[1]:?*", "整改 台账 1"),
        ("'名'", "名"),
        ("账" * 40, "账" * 31),
        ("𠮷" * 20, "𠮷" * 15),
        ("History", "History（2）"),
        ("_campaign", "_campaign（2）"),
        ("///", "表"),
    ],
)
def test_a_worksheet_has_a_name_that_excel_takes(tmp_path: Path, wanted: str, got: str) -> None:
    """Cleaned, cut, and none that is taken."""
    assert _sheet(_written(tmp_path, _page(name=wanted, mark=None))).title == got


def test_two_worksheets_have_two_names(tmp_path: Path) -> None:
    """Names differ by more than the size of their letters."""
    pages = [_page(name=name, mark=None) for name in ("Sheet", "sheet", "账" * 31, "账" * 31)]

    names = openpyxl.load_workbook(_written(tmp_path, *pages)).sheetnames

    assert names == ["Sheet", "sheet（2）", "账" * 31, "账" * 28 + "（2）"]


# Many rows ------------------------------------------------------------------------------


def test_too_many_rows_go_on_in_further_worksheets(tmp_path: Path) -> None:
    """Each has its head and its mark; totals and signatures stand on the last."""
    target = tmp_path / "book.xlsx"
    rows = (["单位", None, n, None, None] for n in range(20))

    written = write_book(target, [_page(rows=rows)], lang="zh", most_rows=15)

    assert [(sheet.worksheet, sheet.rows) for sheet in written] == [
        ("进度表", 8),
        ("进度表（2）", 7),
        ("进度表（3）", 5),
    ]
    book = calamine(target)
    sheets = [book.get_sheet_by_name(sheet.worksheet).to_python() for sheet in written]
    numbers = [row[2] for sheet in sheets for row in sheet if row[0] == "单位"]
    assert [number for number in numbers if number != ""] == list(range(20))
    assert [sum(row[0] == "合计" for row in sheet) for sheet in sheets] == [0, 0, 1]
    told = [[row[0] for row in sheet if "工作表" in str(row[0])] for sheet in sheets]
    on, before = "说明：本表未完，接下一张工作表。", "（接上一张工作表）"
    assert told == [[on], [before, on], [before]]
    names = [openpyxl.load_workbook(target)[sheet.worksheet].defined_names for sheet in written]
    assert all(MARK_NAME in found for found in names)


def test_a_text_that_no_cell_holds_is_cut_and_named(tmp_path: Path) -> None:
    """Excel holds 32,767 units; a sign beyond the basic plane counts as two."""
    target = tmp_path / "book.xlsx"
    long = "𠮷" * 20_000

    page = Page("表", [PageColumn("列", 20)], [[long], ["短"]])
    (written,) = write_book(target, [page], lang="zh")

    assert written.shortened == ("A3",)
    [kept] = calamine(target).get_sheet_by_index(0).to_python()[2]
    assert kept == "𠮷" * ((32_767 - len(CUT_MARK)) // 2) + CUT_MARK


# Values ---------------------------------------------------------------------------------


def test_numbers_are_numbers_and_days_are_days(tmp_path: Path) -> None:
    """What a worksheet cannot keep exactly is kept as text."""
    values = [3, 2.5, Decimal("71.49"), 10**18, float("nan"), True, datetime(2014, 5, 8, 12)]
    days = ["2014-05-08", date(1900, 3, 1), date(1899, 1, 1), "6月底前", "2014-02-30", 7]

    numbers = calamine(_texts(tmp_path, "number", [values])).get_sheet_by_index(0).to_python()
    assert numbers[2] == [3, 2.5, 71.49, str(10**18), "nan", "True", datetime(2014, 5, 8, 12)]
    cells = calamine(_texts(tmp_path, "day", [days])).get_sheet_by_index(0).to_python()
    assert cells[2] == [
        date(2014, 5, 8),
        date(1900, 3, 1),
        "1899-01-01",
        "6月底前",
        "2014-02-30",
        7,
    ]


@pytest.mark.parametrize("kind", ["text", "words", "day", "number"])
@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "=HYPERLINK(A1)"])
def test_text_is_never_a_formula(tmp_path: Path, kind: Kind, text: str) -> None:
    """Its cell says that it is text, also where somebody opens and leaves it."""
    cell = _cell(_sheet(_texts(tmp_path, kind, [[text]])), "A3")

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_what_is_typed_under_words_stays_as_typed(tmp_path: Path) -> None:
    """Excel would make a day of this year of 6月30日, and 2014.1 of 2014.10."""
    sheet = _sheet(_written(tmp_path, _page(rows=(), totals=None, blank_rows=1)))

    assert (_cell(sheet, "A5").number_format, _cell(sheet, "D5").number_format) == (
        "@",
        "yyyy-mm-dd",
    )


_ANY = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("=+-@_x0041\x00\x0b\r\n\t\x1f￿䶮𠮷한√　 "),
    ),
    min_size=1,
    max_size=40,
)
_ESCAPES = st.sampled_from(["_x0041_", "_x000D_", "_x005F_", "_x004", "_", "x0041_", "\x01", "\r"])
_TEXTS = st.one_of(_ANY, st.lists(_ESCAPES, min_size=1, max_size=6).map("".join))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_TEXTS, min_size=1, max_size=8))
def test_any_text_comes_back(tmp_path: Path, texts: list[str]) -> None:
    """Control characters and what looks like their escapes, too; only half pairs cannot."""
    path = _texts(tmp_path, "text", [[text] for text in texts])

    kept = [re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", text) for text in texts]
    sheet = calamine(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert [row[0] for row in sheet[2:]] == kept
    types = {cell.data_type for (cell,) in _sheet(path).iter_rows(min_row=3, max_col=1)}
    assert types == {"s"}
