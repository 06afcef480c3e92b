"""An answer changes of the sender's package only what it has to, and stays sound."""

import re
import warnings
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import answer_files
import openpyxl
import pytest
import xlsxwriter
from answer_files import GRID
from answer_files import by_xlsxwriter
from answer_files import faults
from answer_files import replaced
from answer_files import rewritten
from answer_files import sender
from answer_files import with_parts
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ledger.errors import Mistake
from ledger.exchange import marking
from ledger.exchange.answer import Marks
from ledger.exchange.answer import Place
from ledger.exchange.answer import Receipt
from ledger.exchange.answer import Remark
from ledger.exchange.answer import write_answer
from ledger.exchange.package.rows import Edit
from ledger.exchange.package.rows import Rows
from ledger.exchange.read import Book
from ledger.exchange.read import address
from ledger.exchange.read import column_number
from ledger.exchange.read import read_bytes
from schemas.locale import say

RECEIPT = Receipt("报表核对回执", (("报送单位", "盐窝镇"),), "请核对。")
WRONG = (
    Remark(GRID, 4, 4, "6月没有31日，是否为6月30日前？"),
    Remark(GRID, 5, 3, "没有“盐窝镇1”这个单位。"),
    Remark(GRID, 7, None, "与第4行说的是同一条记录。"),
)
#: What an answer to that file has to change; the comments' boxes and content types with it.
CHANGED = re.compile(
    r"xl/worksheets/sheet1\.xml|xl/worksheets/_rels/sheet1\.xml\.rels|xl/(_rels/)?workbook\.xml.*"
    r"|xl/styles\.xml|xl/comments/?(comment)?1\.xml|xl/drawings/(vmlD|commentsD)rawing1\.vml"
    r"|\[Content_Types\]\.xml|docProps/app\.xml"
)


def marks(*remarks: Remark, rows: tuple[int, ...] = (4, 5, 6, 7), last: int = 6) -> Marks:
    wrong = {remark.row for remark in remarks}
    results = {(GRID, row): "待核" if row in wrong else "已收" for row in rows}
    return Marks(remarks, results, {GRID: Place(3, last)})


def answer(source: Path, *remarks: Remark) -> tuple[Path, tuple[str, ...]]:
    target = source.with_name(f"{source.stem}-请核对.xlsx")
    lost = write_answer(
        source, read_book(source), marks(*(remarks or WRONG)), RECEIPT, target, lang="zh"
    )
    assert set(faults(target)) <= set(faults(source))
    return target, lost


def read_book(path: Path) -> Book:
    return read_bytes(path.name, path.read_bytes())


def part(path: Path, name: str) -> str:
    with ZipFile(path) as package:
        return package.read(name).decode()


@pytest.mark.parametrize("make", answer_files.MAKERS, ids=lambda make: make.__name__)
def test_only_what_is_marked_changes(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    """Byte for byte: other worksheets, pictures, shapes, themes, texts. Nothing is lost."""
    source = make(tmp_path)

    target, lost = answer(source)

    assert lost == ()
    with ZipFile(source) as before, ZipFile(target) as after:
        assert set(before.namelist()) <= set(after.namelist())
        differ = {n for n in before.namelist() if before.read(n) != after.read(n)}
    assert not [name for name in differ if not CHANGED.fullmatch(name)]
    read = read_book(target)
    assert [grid.name for grid in read.grids][-1] == "核对回执"
    grid = read.grids[0]
    assert [grid.cell(row, 7) for row in range(3, 8)] == [
        "核对结果",
        "待核",
        "待核",
        "已收",
        "待核",
    ]
    assert [grid.cell(row, 6) for row in range(4, 8)] == [
        read_book(source).grids[0].cell(row, 6) for row in range(4, 8)
    ]


@pytest.mark.parametrize("make", answer_files.MAKERS, ids=lambda make: make.__name__)
def test_rows_of_the_sender_keep_their_cells(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    """All but the styles of what is marked, and the column beside."""
    source = make(tmp_path)
    target, _ = answer(source)

    def cells(path: Path) -> dict[str, bytes]:
        root = etree.fromstring(part(path, "xl/worksheets/sheet1.xml").encode())
        found = {}
        for cell in root.iter("{*}c"):
            place = cell.attrib["r"]
            if not place.startswith("G") and place not in ("C4", "D4"):
                found[place] = etree.tostring(cell, method="c14n", exclusive=True)
        return found

    assert cells(target) == cells(source)


@pytest.mark.parametrize(
    "make",
    [make for make in answer_files.MAKERS if make is not answer_files.strictly],
    ids=lambda make: make.__name__,
)
def test_openpyxl_finds_marks_and_comments(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    """It cannot read what Excel calls strict, which other programs can."""
    target, _ = answer(make(tmp_path))
    with warnings.catch_warnings(), target.open("rb") as file:
        warnings.simplefilter("ignore")  # of what openpyxl itself does not keep
        sheet = openpyxl.load_workbook(file)[GRID]

    assert sheet["D4"].comment.text.endswith("【核对】6月没有31日，是否为6月30日前？")
    assert sheet["D4"].comment.text.startswith("请按月填写") or "张三" in sheet["D4"].comment.text
    assert sheet["C4"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["G7"].comment.text == "【核对】与第4行说的是同一条记录。"


def test_a_box_that_was_there_keeps_its_size_and_colour(tmp_path: Path) -> None:
    """Also where a word of ours is added to its comment."""
    source = by_xlsxwriter(tmp_path)

    target, _ = answer(source, Remark(GRID, 6, 2, "请写清楚。"))

    def box(path: Path) -> str:
        boxes = part(path, "xl/drawings/vmlDrawing1.vml").split("<v:shape ")
        return next(one for one in boxes if "<x:Row>5</x:Row>" in one).partition("</v:shape>")[0]

    assert box(target) == box(source)
    assert "#ccffcc" in box(target).lower()
    assert "<x:Visible" in box(target)


def test_a_word_added_to_a_comment_is_all_that_changes_of_it(tmp_path: Path) -> None:
    """And going again is, too."""
    source = sender(tmp_path / "a.xlsx")

    target, _ = answer(source, WRONG[0])

    assert openpyxl.load_workbook(target)[GRID]["D4"].comment.text.count("【核对】") == 1
    for name in ("xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels"):
        assert part(target, name) == part(source, name)
    again, _ = answer(target, Remark(GRID, 5, 6, "不对"))
    assert openpyxl.load_workbook(again)[GRID]["D4"].comment.text == "请按月填写"


def test_a_new_box_stands_beside_its_cell_and_holds_its_words(tmp_path: Path) -> None:
    """Columns and rows that are hidden take no room."""

    def hidden(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.set_column("E:E", 9, None, {"hidden": True})

    long = Remark(GRID, 6, 4, "请写清楚。" * 60)
    target, _ = answer(sender(tmp_path / "a.xlsx", hidden), long)

    boxes = part(target, "xl/drawings/vmlDrawing1.vml").split("<v:shape ")
    own = next(one for one in boxes if "<x:Row>5</x:Row>" in one)
    anchor = re.search(r"<x:Anchor>([^<]*)<", own)
    assert anchor is not None
    left, _, top, _, right, _, bottom, _ = map(int, anchor[1].split(", "))
    assert (left, top) == (5, 4)
    assert right > left
    assert bottom - top > 12
    height = re.search(r"height:([\d.]+)pt", own)
    assert height is not None
    assert float(height[1]) > 200


def test_comments_are_made_where_there_were_none(tmp_path: Path) -> None:
    """Parts, relations, content types, and the reference in its place."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = GRID
    sheet["A3"], sheet["D4"] = "序号", "6月31日"
    sheet.page_setup.orientation = "landscape"
    book.save(tmp_path / "a.xlsx")

    target, _ = answer(tmp_path / "a.xlsx", WRONG[0])

    assert "legacyDrawing" in part(target, "xl/worksheets/sheet1.xml")
    assert openpyxl.load_workbook(target)[GRID]["D4"].comment.text == f"【核对】{WRONG[0].words}"


def test_rows_and_cells_that_are_not_there_are_made(tmp_path: Path) -> None:
    """In their order."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = GRID
    sheet["A3"], sheet["F3"], sheet["E5"], sheet["A9"] = "序号", "件数", "x", "y"
    book.save(tmp_path / "a.xlsx")

    target, _ = answer(tmp_path / "a.xlsx", Remark(GRID, 4, 2, "缺"), Remark(GRID, 5, 2, "缺"))

    found = openpyxl.load_workbook(target)[GRID]
    assert [found[place].comment.text for place in ("B4", "B5")] == ["【核对】缺"] * 2
    assert (found["E5"].value, found["A9"].value, found["G4"].value) == ("x", "y", "待核")


def test_a_column_beside_a_table_object_leaves_it_alone(tmp_path: Path) -> None:
    """Which keeps its own filter; ours stands over our column."""

    def table(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.add_table("G3:H7", {"columns": [{"header": "甲"}, {"header": "乙"}]})

    target, _ = answer(sender(tmp_path / "a.xlsx", table))

    sheet = openpyxl.load_workbook(target)[GRID]
    assert [table.ref for table in sheet.tables.values()] == ["G3:H7"]
    assert (sheet["I3"].value, sheet.auto_filter.ref) == ("核对结果", "I3:I7")


def test_a_filter_of_another_table_stays(tmp_path: Path) -> None:
    """A worksheet has but one."""

    def below(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.autofilter("A20:C30")

    target, _ = answer(sender(tmp_path / "a.xlsx", below))

    assert openpyxl.load_workbook(target)[GRID].auto_filter.ref == "A20:C30"


def test_the_name_of_the_filter_follows(tmp_path: Path) -> None:
    """A workbook remembers a filter's area twice."""
    target, _ = answer(by_xlsxwriter(tmp_path))

    assert f"'{GRID}'!$A$3:$G$7" in part(target, "xl/workbook.xml")
    assert part(target, "xl/workbook.xml").count("_FilterDatabase") == 1


def test_a_formula_without_text_takes_its_column(tmp_path: Path) -> None:
    """It shows nothing, and others may refer to it."""

    def formula(_: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_formula("G5", '=IF(A5>9,"x","")', None, "")

    sheet = openpyxl.load_workbook(answer(sender(tmp_path / "a.xlsx", formula))[0])[GRID]

    assert (sheet["G5"].value, sheet["H3"].value) == ('=IF(A5>9,"x","")', "核对结果")


def test_shared_formulas_stay_as_they_are(tmp_path: Path) -> None:
    """Also in cells that are marked."""
    source = replaced(
        sender(tmp_path / "a.xlsx"),
        "xl/worksheets/sheet1.xml",
        "<f>1+3</f>",
        '<f t="shared" ref="F4:F5" si="0">A4&gt;3</f>',
    )

    target, _ = answer(source, Remark(GRID, 4, 6, "不对"))

    text = part(target, "xl/worksheets/sheet1.xml")
    assert re.search(
        r'<c r="F4"[^>]* s="\d+"[^>]*><f t="shared" ref="F4:F5" si="0">A4&gt;3</f>', text
    )


def test_conversations_are_left_and_the_words_stand_beside(tmp_path: Path) -> None:
    """A comment of ours would break a thread of Excel's."""
    source = with_parts(
        sender(tmp_path / "a.xlsx"),
        **{
            "xl/threadedComments/threadedComment1.xml": '<ThreadedComments xmlns="http://schemas.'
            'microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="D4" '
            'id="{00000000-0000-0000-0000-000000000001}"><text>何时？</text></threadedComment>'
            "</ThreadedComments>"
        },
    )
    source = replaced(
        source,
        "xl/worksheets/_rels/sheet1.xml.rels",
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2017/10/relationships/'
        'threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
    )

    target, lost = answer(source)

    sheet = openpyxl.load_workbook(target)[GRID]
    assert sheet["D4"].comment.text == "请按月填写"
    assert sheet["G4"].value == f"待核\n{WRONG[0].words}"
    assert sheet["D4"].fill.fgColor.rgb == "FFFFC7CE"
    assert lost == ()


def _macros(path: Path) -> Path:
    source = with_parts(sender(path), **{"xl/vbaProject.bin": "\0"})
    source = replaced(
        source,
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    source = replaced(
        source,
        "[Content_Types].xml",
        "<Override",
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
    )
    return replaced(
        source,
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/'
        'vbaProject" Target="vbaProject.bin"/></Relationships>',
    )


def test_macros_are_left_out_and_it_is_said(tmp_path: Path) -> None:
    """An .xlsx with macros in it is not opened by Excel."""
    target, lost = answer(_macros(tmp_path / "a.xlsm"))

    assert lost == (say("workbook.lost_macros", "zh"),)
    assert "macroEnabled" not in part(target, "[Content_Types].xml")
    assert "vba" not in part(target, "xl/_rels/workbook.xml.rels")
    said = next(grid for grid in read_book(target).grids if grid.name == "核对回执")
    assert any(say("workbook.lost_macros", "zh") in row for row in said.rows)


def test_a_signature_that_no_longer_holds_is_left_out(tmp_path: Path) -> None:
    """Excel would warn of a forged file."""
    source = with_parts(
        sender(tmp_path / "a.xlsx"),
        **{
            "_xmlsignatures/origin.sigs": "",
            "_xmlsignatures/sig1.xml": "<x/>",
            "_xmlsignatures/_rels/origin.sigs.rels": '<Relationships xmlns="http://schemas.'
            'openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://'
            "schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature"
            '" Target="sig1.xml"/></Relationships>',
        },
    )
    source = replaced(
        source,
        "_rels/.rels",
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>'
        "</Relationships>",
    )
    source = replaced(
        source,
        "[Content_Types].xml",
        "<Override",
        '<Default Extension="sigs" ContentType="application/x"/><Override',
    )

    target, lost = answer(source)

    assert lost == (say("workbook.lost_signature", "zh"),)
    with ZipFile(target) as package:
        assert not [name for name in package.namelist() if "signature" in name]


@pytest.mark.parametrize("head", ['<?xml version="1.0" encoding="UTF-16"?>', "<!-- von Hand -->"])
def test_worksheets_in_other_codings_and_with_remarks(tmp_path: Path, head: str) -> None:
    """A comment of XML, or CDATA, might hold what looks like a row."""

    def change(name: str, text: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return text
        body = text.decode().partition("?>")[2]
        return (head + body).encode("utf-16" if "UTF-16" in head else "utf-8")

    source = rewritten(sender(tmp_path / "b.xlsx"), tmp_path / "a.xlsx", change)
    book = read_book(tmp_path / "b.xlsx")
    book.digest = sha256(source.read_bytes()).hexdigest()
    target = tmp_path / "a-请核对.xlsx"

    lost = write_answer(source, book, marks(*WRONG), RECEIPT, target, lang="zh")

    assert (lost, faults(target)) == ((), [])
    assert openpyxl.load_workbook(target)[GRID]["G4"].value == "待核"


def test_what_is_marked_twice_looks_as_before_when_it_is_mended(tmp_path: Path) -> None:
    """The sender's own colours come back, also after another program numbered styles anew."""

    def striped(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        for row, colour in ((4, "#DDEEFF"), (5, "#FFEEDD")):
            striped = book.add_format({"bg_color": colour, "border": 1, "bold": True})
            sheet.write(row, 3, "6月31日前", striped)
        sheet.write(3, 3, "6月31日前", book.add_format({"pattern": 4, "fg_color": "#112233"}))

    source = sender(tmp_path / "a.xlsx", striped)
    before = openpyxl.load_workbook(source)[GRID]
    first, _ = answer(source, *(Remark(GRID, row, 4, "没有这一天") for row in (4, 5, 6, 7)))
    book = openpyxl.load_workbook(first)
    assert book[GRID]["D5"].fill.fgColor.rgb == "FFFFC7CE"
    book.save(tmp_path / "mended.xlsx")

    again, _ = answer(tmp_path / "mended.xlsx", Remark(GRID, 7, 4, "没有这一天"))

    after = openpyxl.load_workbook(again)[GRID]
    for place in ("D4", "D5", "D6"):
        fill, own = after[place].fill, before[place].fill
        assert (fill.patternType, fill.fgColor.rgb) == (own.patternType, own.fgColor.rgb)
        assert after[place].font.b == before[place].font.b
        assert after[place].border.left.style == before[place].border.left.style
        assert after[place].comment is None or place == "D4"
    assert after["D4"].comment.text == "请按月填写"
    assert after["D7"].fill.fgColor.rgb == "FFFFC7CE"
    third, _ = answer(again, WRONG[0])
    assert openpyxl.load_workbook(third)[GRID]["D7"].fill.patternType is None


def test_an_answer_again_is_the_same_answer(tmp_path: Path) -> None:
    """Nothing is doubled: parts, boxes, names, rows of the receipt."""
    first, _ = answer(by_xlsxwriter(tmp_path))
    second, _ = answer(first)

    with ZipFile(first) as before, ZipFile(second) as after:
        assert sorted(after.namelist()) == sorted(before.namelist())
        for name in ("xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/workbook.xml"):
            assert len(after.read(name)) == len(before.read(name)), name
    assert [grid.rows for grid in read_book(second).grids] == [
        grid.rows for grid in read_book(first).grids
    ]


def test_what_cannot_be_changed_in_place_is_saved_anew(tmp_path: Path) -> None:
    """By openpyxl, and the receipt says what that loses."""
    source = replaced(
        by_xlsxwriter(tmp_path), "xl/worksheets/sheet1.xml", '<row r="5"', '<row r="2"'
    )

    target, lost = answer(source)

    assert say("workbook.lost_drop_downs", "zh") in lost
    assert say("workbook.lost_sparklines", "zh") in lost
    assert openpyxl.load_workbook(target)[GRID]["G4"].value == "待核"


@pytest.mark.parametrize(
    "damage", [None, b"", b"<x", b"<x/>"], ids=["gone", "empty", "cut", "other"]
)
def test_whatever_part_is_damaged_there_is_an_answer(tmp_path: Path, damage: bytes | None) -> None:
    """To each file that can be read: in place, saved anew, or with the cells that were read."""
    whole = by_xlsxwriter(tmp_path)
    answered = []
    with ZipFile(whole) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in parts:
        source, target = tmp_path / "damaged.xlsx", tmp_path / "answer.xlsx"
        with ZipFile(source, "w") as package:
            for other, text in parts.items():
                kept = text if other != name else damage
                if kept is not None:
                    package.writestr(other, kept)
        try:
            book = read_book(source)
        except Mistake:
            continue
        answered.append(name)

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl warns of
            write_answer(source, book, marks(*WRONG), RECEIPT, target, lang="zh")

        read = read_book(target)
        grid = next(grid for grid in read.grids if grid.name == GRID)
        assert [grid.cell(row, 7) for row in (3, 4, 6)] == ["核对结果", "待核", "已收"], name
    assert {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "docProps/app.xml"} <= set(answered)


def test_beyond_so_many_boxes_the_words_stand_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worksheet with a box in each of a hundred thousand rows takes minutes to open."""
    monkeypatch.setattr(marking, "_MOST_BOXES", 1)

    sheet = openpyxl.load_workbook(answer(sender(tmp_path / "a.xlsx"), *WRONG)[0])[GRID]

    assert sheet["D4"].comment.text.endswith(WRONG[0].words)
    assert (sheet["C4"].comment, sheet["G7"].comment) == (None, None)
    assert (sheet["G5"].value, sheet["G7"].value) == (
        f"待核\n{WRONG[1].words}",
        f"待核\n{WRONG[2].words}",
    )
    assert sheet.column_dimensions["G"].width > 20


def test_a_file_that_is_gone_or_changed_is_answered_from_what_was_read(tmp_path: Path) -> None:
    """Marks in another version would stand in the wrong cells."""
    source = sender(tmp_path / "a.xlsx")
    book = read_book(source)
    for change in (lambda: source.write_bytes(b"x"), source.unlink):
        change()
        target = tmp_path / "answer.xlsx"

        lost = write_answer(source, book, marks(*WRONG), RECEIPT, target, lang="zh")

        assert lost == (say("workbook.lost_layout", "zh"),)
        assert faults(target) == []
        sheet = openpyxl.load_workbook(target)[GRID]
        assert (sheet["C4"].value, sheet["G4"].value) == ("盐窝镇1", "待核")


def test_words_that_are_markup(tmp_path: Path) -> None:
    """In comments, in the receipt, in names of worksheets."""
    words = "<b>&\"'\x0b_x0041_"
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet("A&B's")
    sheet.write_column("A1", ["单位", "盐窝镇"])
    book.close()
    said = Marks([Remark("A&B's", 2, 1, words)], {("A&B's", 2): "<&>"}, {"A&B's": Place(1, 1)})
    target = tmp_path / "b.xlsx"

    source = tmp_path / "a.xlsx"
    write_answer(source, read_book(source), said, RECEIPT, target, lang="zh")

    assert faults(target) == []
    grids = read_book(target).grids
    assert grids[0].cell(2, 2) == "<&>"
    assert any(words in row for row in grids[1].rows)


INBOX = Path(__file__).resolve().parent.parent / "samples/city/inbox"
MAIL = sorted(path for ending in ("xls", "xlsx", "csv") for path in INBOX.rglob(f"[!~]*.{ending}"))


@pytest.mark.parametrize("source", MAIL, ids=lambda path: path.stem)
def test_every_file_of_a_city_s_mail_is_answered_soundly(tmp_path: Path, source: Path) -> None:
    """Twice: the answer, and the answer to it."""
    for number in (1, 2):
        book = read_book(source)
        grids = [grid for grid in book.grids if grid.name != "核对回执" and grid.rows]
        said = Marks(
            [Remark(grid.name, grid.last_row, grid.first_column, "请核对。") for grid in grids],
            {(grid.name, grid.last_row): "待核" for grid in grids},
        )
        target = tmp_path / f"{number}.xlsx"

        lost = write_answer(source, book, said, RECEIPT, target, lang="zh")

        before = faults(source) if source.suffix == ".xlsx" else []
        assert set(faults(target)) <= set(before)
        assert bool(lost) == (source.suffix in (".xls", ".csv"))
        for marked in read_book(target).grids[: len(grids)]:
            assert sum(row.count("核对结果") for row in marked.rows) == 1
        source = target


# Rows ---------------------------------------------------------------------------------------

_NUMBERS = st.sets(st.integers(1, 12), max_size=6)


@given(
    rows=st.dictionaries(st.integers(1, 12), _NUMBERS, max_size=6),
    edits=st.dictionaries(st.integers(1, 12), _NUMBERS.filter(bool), max_size=6),
    prefix=st.sampled_from(["", "x:"]),
    addressed=st.booleans(),
)
def test_rows_get_their_edits_and_nothing_else(
    rows: dict[int, set[int]], edits: dict[int, set[int]], prefix: str, addressed: bool
) -> None:
    """Whatever there is, in whatever order edits come."""
    text = BytesIO()
    for row in sorted(rows):
        cells = sorted(rows[row])
        gapless = not addressed and cells == list(range(1, len(cells) + 1))
        shown = "".join(
            f"<{prefix}c{'' if gapless else f' r={chr(34)}{address(row, column)}{chr(34)}'} s='7'>"
            f"<{prefix}v>{column}</{prefix}v></{prefix}c>"
            for column in cells
        )
        text.write(f'<{prefix}row r="{row}" spans="1:3">{shown}</{prefix}row>'.encode())
    own = Edit(lambda style, _: style + 1)
    wanted = {row: dict.fromkeys(columns, own) for row, columns in edits.items()}

    pieces = b"".join(Rows(text.getvalue(), prefix.encode()).edited(wanted))

    space = b"xmlns:x" if prefix else b"xmlns"
    root = etree.fromstring(
        b"<%bd %b='y'>%b</%bd>" % (prefix.encode(), space, pieces, prefix.encode())
    )
    found = {}
    last = 0
    for row in root:
        number = int(row.attrib["r"])
        assert number > last
        last, column = number, 0
        for cell in row:
            place = re.match(r"[A-Z]+", cell.get("r", ""))
            following = column_number(place[0]) if place else column + 1
            assert following > column
            column = following
            found[number, column] = cell.get("s"), "".join(cell.itertext())
    there = {(row, column) for row, columns in rows.items() for column in columns}
    marked = {(row, column) for row, columns in edits.items() for column in columns}
    wanted_cells = {}
    for row, column in there | marked:
        style = (7 if (row, column) in there else 0) + ((row, column) in marked)
        words = str(column) if (row, column) in there else ""
        wanted_cells[row, column] = str(style), words
    assert found == wanted_cells
