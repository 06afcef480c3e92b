"""Step 2: which kind of sheet it is, where its header is, which column is which."""

from datetime import date
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from sheet_making import grid_of
from sheet_making import notes
from sheet_making import plan
from sheet_making import sheet
from sheet_making import sheets
from sheet_making import workbook

from ledger.exchange.headings import Head
from ledger.exchange.headings import Lexicon
from ledger.exchange.plain import bare_heading
from ledger.exchange.plain import heading
from ledger.exchange.read import Grid
from ledger.exchange.read import Mark
from ledger.exchange.read import read_bytes
from ledger.exchange.recognise import Table
from ledger.exchange.recognise import recognise
from ledger.exchange.titles import Titles
from ledger.exchange.titles import read_titles
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.locale.notes_sheets import WORDS


def fields(table: Table) -> list[str]:
    return [column.field for column in table.columns.values()]


# Headings ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("责 任 单 位", "责任单位"),
        ("整改\n措施", "整改措施"),
        ("责任单位：", "责任单位"),
        ("*责任单位＊", "*责任单位"),
        ("责任\u200b人", "责任人"),
        ("问题金额（万元）", "问题金额(万元)"),
        ("Ｎｏ．", "no."),
    ],
)
def test_headings_are_compared_in_a_plain_form(written: str, compared: str) -> None:
    assert heading(written) == compared


def test_heading_without_its_qualifier() -> None:
    assert bare_heading("问题金额（万元）") == "问题金额"


@pytest.mark.parametrize("kind", sheets(), ids=lambda kind: kind.code)
def test_every_declared_heading_is_understood(kind: object) -> None:
    """In both languages; those that are ambiguous have readings."""
    lexicon = Lexicon(kind, plan())  # type: ignore[arg-type]
    for column in lexicon.sheet.columns:
        for word in (*column.headings, column.english):
            head = Head((word,))
            meaning = lexicon.meaning(head)
            assert meaning is not None or lexicon.readings(head), word
            if meaning is not None and column.group is None:
                assert (
                    meaning.column.headings[meaning.rank : meaning.rank + 1] != ()
                    or word == column.english
                )


# Where the header is ----------------------------------------------------------------------


def test_header_in_the_first_row() -> None:
    table = sheet("""
        序号 | 存在问题 | 整改措施 | 责任单位 | 整改时限
        1    | 窗口     | 轮班     | 盐窝镇   | 6月底前
    """)
    assert (table.sheet.code, table.header_rows, table.first_row) == ("rectification", (1,), 2)
    assert fields(table) == ["problem", "measures", "unit", "due"]


def test_header_under_attachment_title_and_unit_rows() -> None:
    table = sheet(
        """
        附件3
        盐窝镇整改台账
        填报单位：盐窝镇 | | | 截至2014年5月31日
        序号 | 存在问题 | 责任单位 | 完成时限
        1    | 窗口     | 盐窝镇   | 6月底前
        """,
        merge="A2:D2",
    )
    assert table.header_rows == (4,)
    assert (table.sender, table.period) == ("盐窝镇", "2014-05")


def test_header_of_two_rows() -> None:
    """责任 over 单位 and 人 makes 责任单位 and 责任人."""
    table = sheet(
        """
        序号 | 存在问题 | 责任 |    | 完成情况
        _    |          | 单位 | 人 |
        1    | 窗口     | 盐窝镇 | 张三 | 整改中
        """,
        merge="A1:A2 B1:B2 C1:D1 E1:E2",
    )
    assert table.header_rows == (1, 2)
    assert fields(table) == ["problem", "unit", "owner", "status"]


def test_header_of_three_rows() -> None:
    table = sheet(
        """
        问题清单 |        | 整改清单 |      |      |
        序号 | 存在问题   | 措施与责任 |    |      | 完成时限
        _    |            | 整改措施 | 责任单位 | 责任人 |
        1    | 窗口       | 轮班   | 盐窝镇   | 张三   | 6月底前
        """,
        merge="A1:B1 C1:F1 C2:E2 A2:A3 B2:B3 F2:F3",
    )
    assert table.header_rows[-1] == 3
    assert fields(table) == ["problem", "measures", "unit", "owner", "due"]


def test_header_of_two_rows_without_merged_cells() -> None:
    """As a CSV has it: the heading above stands over the first of its columns alone."""
    text = "序号,存在问题,责任,,完成情况\n,,单位,人,\n1,窗口,盐窝镇,张三,整改中\n"
    found = recognise(read_bytes("a.csv", text.encode()).grids[0], sheets(), plan())
    assert found is not None
    assert fields(found) == ["problem", "unit", "owner", "status"]


def test_table_that_begins_to_the_right() -> None:
    rows = [[], [None, None, "序号", "存在问题", "责任单位"], [None, None, 1, "窗口", "盐窝镇"]]
    found = recognise(grid_of(rows), sheets(), plan())
    assert found is not None
    assert list(found.columns) == [4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "关于做好整改工作的通知 | |\n请各单位 | 认真 | 填写",
        "姓名 | 年龄\n张三 | 30",
        "1 | 2 | 3\n4 | 5 | 6",
        "填报说明\n1.问题要具体\n2.时限到日",
    ],
)
def test_what_is_no_sheet(text: str) -> None:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    assert recognise(grid_of(rows), sheets(), plan()) is None


@pytest.mark.parametrize("title", ["核对回执", "填报说明", "Receipt"])
def test_own_worksheets_are_passed_over(title: str) -> None:
    rows = [["序号", "存在问题", "责任单位"], [1, "窗口", "盐窝镇"]]
    assert recognise(grid_of(rows, title=title), sheets(), plan()) is None


# Which kind -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("单位名称 | 层级 | 上级单位 | 党员数", "roster"),
        ("征求意见单位 | 征求方式 | 意见建议 | 条数", "opinions"),
        ("问题 | 整改措施 | 责任单位 | 整改时限", "rectification"),
        ("单位 | 动员大会 | 集中学习", "progress"),
        ("Unit | Channel | Opinion | Voices", "opinions"),
        ("Problem | Measures | Responsible unit | Deadline", "rectification"),
    ],
)
def test_kind_is_told_by_its_columns(headings: str, kind: str) -> None:
    assert sheet(f"{headings}\na | b | c | d").sheet.code == kind


def test_kind_is_told_by_its_title() -> None:
    """主要问题 and 类别 are headings of both kinds."""
    text = "{}\n序号 | 类别 | 主要问题 | 单位名称\n1 | 形式主义 | 窗口 | 盐窝镇"
    assert sheet(text.format("征求意见汇总表")).sheet.code == "opinions"
    assert sheet(text.format("整改台账")).sheet.code == "rectification"
    assert sheet(text.format("附件"), title="意见台账").sheet.code == "opinions"


def test_kind_is_told_by_the_mark() -> None:
    grid = grid_of([["主要问题", "单位名称", "类别"], ["a", "b", "c"]])
    for kind in ("opinions", "rectification"):
        grid.mark = Mark("L", 1, kind)
        found = recognise(grid, sheets(), plan())
        assert found is not None
        assert found.sheet.code == kind


def test_only_one_kind_is_looked_for() -> None:
    grid = grid_of([["主要问题", "单位名称"], ["a", "b"]])
    found = recognise(grid, sheets(), plan(), only="opinions")
    assert found is not None
    assert found.sheet.code == "opinions"
    assert recognise(grid, sheets(), plan(), only="roster") is None


def test_matrix_of_units_and_actions_under_their_phases() -> None:
    table = sheet(
        """
        进展情况统计表
        单位 | 第一环节 |          | 第二环节
        _    | 动员大会 | 集中学习 | 谈心交心
        盐窝镇 | √      | 3        | 未开展
        """,
        merge="A1:D1 A2:A3 B2:C2",
    )
    assert table.sheet.code == "progress"
    assert fields(table) == ["unit", "action:meeting", "action:study", "action:talks"]


# Ambiguous headings -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "meaning"),
    [
        ("存在问题 | 责任单位 | 完成时限 | 完成时间", "done_on"),
        ("存在问题 | 责任单位 | 整改措施 | 完成时间", "due"),
        ("存在问题 | 责任单位 | 完成情况 | 完成时间", "done_on"),
    ],
)
def test_time_of_completion_is_settled_by_its_neighbours(headings: str, meaning: str) -> None:
    table = sheet(f"{headings}\n窗口 | 盐窝镇 | x | 2014-06-30")
    assert table.columns[4].field == meaning
    assert "ambiguous_heading" in notes(table)


@pytest.mark.parametrize(
    ("lines", "meaning"),
    [
        ("整改中 | 2014年9月30日", "due"),
        ("已完成 | 6月底前", "due"),
        ("已完成 | 2014-05-09", "done_on"),
        ("整改中 |", "done_on"),
    ],
)
def test_time_of_completion_is_settled_by_its_values(lines: str, meaning: str) -> None:
    table = sheet(f"存在问题 | 完成情况 | 完成时间\n窗口 | {lines}\n路灯 | 已完成 | 2014-03-04")
    assert table.columns[3].field == meaning
    assert "ambiguous_heading" in notes(table)


def test_first_of_two_tables_is_the_one_that_is_read() -> None:
    table = sheet(
        """
        序号 | 存在问题 | 完成时限 | 完成情况 |
        1 | 窗口 | 6月底前 | 整改中 |
        序号 | 存在问题 | 责任人 | 完成时限 | 完成情况
        1 | 路灯 | 张三 | 6月底前 | 整改中
        """
    )
    assert table.header_rows == (1,)


def test_person_with_a_telephone_is_the_owner() -> None:
    table = sheet("存在问题 | 责任单位 | 责任人及联系电话\n窗口 | 盐窝镇 | 王五13800000000")
    assert table.columns[3].field == "owner"


def test_class_is_settled_by_its_values() -> None:
    themes = sheet("存在问题 | 责任单位 | 类别\na | 盐窝镇 | 形式主义\nb | 盐窝镇 | 享乐主义")
    special = sheet("存在问题 | 责任单位 | 类别\na | 盐窝镇 | 文山会海\nb | 盐窝镇 | 公款吃喝")
    assert themes.columns[3].field == "theme"
    assert special.columns[3].field == "category"


def test_settled_headings_of_our_own_exports_are_not_told() -> None:
    grid = grid_of([["存在问题", "责任单位", "完成时限", "完成时间"], ["a", "b", "c", "d"]])
    grid.mark = Mark("L", 1, "rectification")
    found = recognise(grid, sheets(), plan())
    assert found is not None
    assert notes(found) == []


# Columns that come twice, or are not known ------------------------------------------------


def test_same_heading_under_two_groups() -> None:
    """责任人 under 牵头单位 is the owner; under 配合单位 it is kept as it is."""
    table = sheet(
        """
        存在问题 | 牵头单位 |        | 配合单位 |        | 责任单位
        _        | 名称     | 责任人 | 名称     | 责任人 |
        窗口     | 县财政局 | 张三   | 县审计局 | 李四   | 盐窝镇
        """,
        merge="A1:A2 B1:C1 D1:E1 F1:F2",
    )
    assert table.columns[3].field == "owner"
    assert table.unknown[5] == "配合单位/责任人"


def test_lead_and_supporting_units_in_brackets() -> None:
    table = sheet("存在问题 | 责任单位（牵头） | 责任单位（配合） | 责任单位\na | b | c | d")
    assert {n: c.field for n, c in table.columns.items()} == {
        1: "problem",
        2: "lead_unit",
        4: "unit",
    }
    assert table.unknown == {3: "责任单位（配合）"}


def test_heading_that_comes_twice() -> None:
    table = sheet("存在问题 | 责任单位 | 数量 | 占比 | 数量 | 占比\na | b | 1 | 2 | 3 | 4")
    assert table.unknown == {3: "数量", 4: "占比", 5: "数量 (2)", 6: "占比 (2)"}


def test_nearer_words_win_over_an_earlier_column() -> None:
    table = sheet("整改任务 | 存在问题 | 责任单位\na | b | c")
    assert table.columns[2].field == "problem"
    assert table.unknown == {1: "整改任务"}


def test_unknown_columns_keep_their_headings() -> None:
    table = sheet("存在问题 | 责任单位 | 自用备注 | 受益~群众\na | b | c | d")
    assert table.unknown == {3: "自用备注", 4: "受益 群众"}
    assert "unknown_columns" in notes(table)


def test_column_without_a_heading_is_kept() -> None:
    table = sheet("存在问题 | 责任单位 | | 完成情况\na | b | 涂改 | 整改中")
    assert table.unknown == {3: "（无标题列C）"}


def test_row_numbers_and_marks_of_our_answers_are_ignored() -> None:
    table = sheet("序号 | 存在问题 | 责任单位 | 核对结果\n1 | a | b | 已收")
    assert (fields(table), table.unknown) == (["problem", "unit"], {})


# Numbers ----------------------------------------------------------------------------------


def numbers(*values: object) -> Table:
    rows = [["编号", "存在问题", "责任单位"], *([value, "a", "b"] for value in values)]
    found = recognise(grid_of(rows), sheets(), plan())
    assert found is not None
    return found


def test_our_own_numbers() -> None:
    assert numbers("ZG-0001", "ZG-0007", None).columns[1].field == "no"


def test_numbers_that_only_count_the_rows() -> None:
    table = numbers(1, 2, 3, 1, 2)
    assert 1 not in table.columns
    assert table.unknown == {}
    assert "row_numbers" in notes(table)


def test_senders_own_numbers() -> None:
    table = numbers("财-07", "财-12", "财-09")
    assert table.columns[1].field == "ext_no"
    assert "senders_numbers" in notes(table)


def test_numbers_that_repeat_are_nobodys() -> None:
    assert numbers("甲", "甲", "乙").unknown == {1: "编号"}


# Title rows -------------------------------------------------------------------------------


def titles(*rows: str) -> Titles:
    return read_titles([row.split("|") for row in rows])


@pytest.mark.parametrize(
    ("row", "sender"),
    [
        ("填报单位：盐窝镇", "盐窝镇"),
        ("填报单位（盖章）：盐窝镇　　填报日期：2014年6月3日", "盐窝镇"),
        ("填报单位:盐窝镇（盖章）", "盐窝镇"),
        ("填报单位：XX局　2016年　表号：A307表(续) 批准文号：国统〔2016〕8号", "XX局"),
        ("填 报 单 位：盐窝镇|2014年5月", "盐窝镇"),
        ("填报单位|盐窝镇|填报日期", "盐窝镇"),
        ("报送单位：|盐窝镇", "盐窝镇"),
        ("填报单位（盖章）：　　　　填报日期：　年　月　日", None),
        ("Reporting unit: Yanwo Town", "Yanwo Town"),
        ("单位：万元", None),
    ],
)
def test_sender_in_the_title_rows(row: str, sender: str | None) -> None:
    assert titles(row).sender == sender


@pytest.mark.parametrize(
    ("row", "period", "month", "year"),
    [
        ("截至2014年5月31日", "2014-05", 5, 2014),
        ("（2014年5月）", "2014-05", 5, 2014),
        ("二〇一四年五月", "2014-05", 5, 2014),
        ("期别：2014-05", "2014-05", 5, 2014),
        ("２０１４年５月份报表", "2014-05", 5, 2014),
        ("整改台账（5月）", None, 5, None),
        ("2014年整改台账|5月", "2014-05", 5, 2014),
        ("填报日期：2014年6月3日", None, None, 2014),
        ("填报日期：|2014-06-03|截至2014年5月31日", "2014-05", 5, 2014),
        ("2014年1-5月", "2014-05", 5, 2014),
        ("2014年2月至5月", "2014-05", 5, 2014),
        ("2014.5.31", "2014-05", 5, 2014),
        ("5月底前报送", None, None, None),
        ("2013年12月至2014年5月", None, None, None),
        ("6月底前完成", None, None, None),
    ],
)
def test_period_in_the_title_rows(
    row: str, period: str | None, month: int | None, year: int | None
) -> None:
    found = titles(row)
    assert (found.period, found.month, found.year) == (period, month, year)


def test_day_on_which_a_sheet_was_filled_in() -> None:
    assert titles("填报单位：x|填报日期：2014年5月29日").written_on == date(2014, 5, 29)
    assert titles("填报日期：2014年2月30日").written_on is None


# What the receipt says --------------------------------------------------------------------


def test_hidden_parts_are_told() -> None:
    grid = grid_of([["存在问题", "责任单位"], ["a", "b"], ["c", "d"]])
    grid.hidden_rows, grid.hidden_columns = frozenset({3}), frozenset({2})
    grid.visible, grid.merges = False, None
    found = recognise(grid, sheets(), plan())
    assert found is not None
    assert notes(found) == ["hidden_rows", "hidden_columns", "hidden_sheet", "merges_unknown"]


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_note_can_be_said(name: str) -> None:
    fields = {part for text in WORDS[name] for part in _named(text)}
    values: dict[str, object] = dict.fromkeys(fields, 2)
    for language in LANGUAGES:
        assert say(f"notes_sheets.{name}", language, **values)


def _named(text: str) -> list[str]:
    return [field for _, field, _, _ in Formatter().parse(text) if field]


# Properties -------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    [
        "序号",
        "存在问题",
        "责任单位",
        "完成时间",
        "类别",
        "单位",
        "意见建议",
        "合计",
        "",
        "注：",
        "动员大会",
        "5月",
    ]
)
_CELLS = st.one_of(
    _WORDS,
    st.text(max_size=6),
    st.none(),
    st.integers(),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width = draw(st.integers(1, 6))
    line = st.lists(_CELLS, min_size=width, max_size=width)
    corner = st.integers(1, 9)
    areas = st.lists(st.tuples(corner, corner, corner, corner), max_size=4)
    merges = [
        (min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in draw(st.none() | areas) or ()
    ]
    return Grid(
        draw(st.text(max_size=5)),
        draw(st.lists(line, max_size=12)),
        first_row=draw(st.integers(1, 3)),
        first_column=draw(st.integers(1, 3)),
        merges=merges,
    )


@given(grids())
@settings(max_examples=300, deadline=None)
def test_no_grid_stops_recognition(grid: Grid) -> None:
    found = recognise(grid, sheets(), plan())
    if found is not None:
        assert found.first_row > found.header_rows[-1]
        assert not set(found.columns) & set(found.unknown)


def test_workbook_helper_makes_workbooks() -> None:
    assert read_bytes("a.xlsx", workbook([["a"]])).grids[0].cell(1, 1) == "a"
