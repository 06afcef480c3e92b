"""Step 3: the cells become values; what cannot be taken is a fault that says how to mend it.

The numbers in the tests' names are those of the field guide's section 2.
"""

from datetime import date
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from sheet_making import TODAY
from sheet_making import Names
from sheet_making import closed_plan
from sheet_making import complaints
from sheet_making import context
from sheet_making import grid_of
from sheet_making import keys
from sheet_making import named
from sheet_making import notes
from sheet_making import plan
from sheet_making import read
from sheet_making import read_rows
from sheet_making import sheet
from sheet_making import sheets
from test_recognise import grids

from ledger.exchange import rows
from ledger.exchange.interpret import Context
from ledger.exchange.interpret import Interpreted
from ledger.exchange.interpret import MilestoneCell
from ledger.exchange.interpret import Status
from ledger.exchange.interpret import interpret
from ledger.exchange.plain import clean
from ledger.exchange.read import ERROR
from ledger.exchange.read import UNCALCULATED
from ledger.exchange.read import Cell
from ledger.exchange.read import Grid
from ledger.exchange.recognise import recognise
from ledger.exchange.values import read_persons
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.locale.faults_sheets import WORDS

HEAD = "序号 | 存在问题 | 责任单位 | 完成时限 | 完成情况\n"


def items(lines: str, *, merge: str = "") -> Interpreted:
    """Items of a sheet with the five usual columns."""
    return read(HEAD + "\n".join(line.strip() for line in lines.strip().splitlines()), merge=merge)


def one(field: str, heading: str, value: Cell) -> object:
    """What one cell under a heading comes to; a fault comes out as its key."""
    rows = [["存在问题", "责任单位", heading], ["窗口", "盐窝镇", value], ["路灯", "董集镇", None]]
    found = read_rows(rows)
    faults = found.faults.get(0)
    return faults[0].fault.key if faults else found.values[field][0]


# Which rows are records -------------------------------------------------------------------


def test_rows_know_where_they_stand() -> None:
    found = items("1 | 窗口 | 盐窝镇 | 6月底前 | 整改中\n2 | 路灯 | 董集镇 | 长期坚持 | 长期坚持")
    assert found.rows == [2, 3]
    assert found.values["problem"] == ["窗口", "路灯"]
    assert found.faults == {}


@pytest.mark.parametrize(
    "total",
    [
        "小计 | 20 | | |",
        "合计 | | | | 2",
        "| 合计 | | |",
        "总计（12条） | | 3 | |",
        "盐窝镇小计 | | | |",
        "平均 | | | | 1",
    ],
)
def test_13_totals_first_last_and_in_the_middle(total: str) -> None:
    found = items(f"{total}\n1 | 窗口 | 盐窝镇 | | \n{total}\n2 | 路灯 | 董集镇 | |\n{total}")
    assert found.rows == [3, 5]
    assert found.set_aside == [(2, "total"), (4, "total"), (6, "total")]


def test_13_total_with_a_formula_as_the_first_row() -> None:
    rows = [
        ["序号", "意见建议", "单位名称", "条数"],
        ["小计", None, None, "=SUM(D3:D4)"],
        [1, "窗口没人", "盐窝镇", 2],
        [2, "路灯不亮", "董集镇", 3],
    ]
    found = read_rows(rows)
    assert found.values["voices"] == [2, 3]
    assert found.faults == {}


COUNTED = "意见建议 | 单位名称 | 条数\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("a | 盐窝镇 | 2\nb | 董集镇 | 3\n合计 | | 5", []),
        ("合计 | | 5\na | 盐窝镇 | 2\nb | 董集镇 | 3", []),
        ("a | 盐窝镇 | 2\n小计 | | 2\nb | 董集镇 | 3\n小计 | | 3\n合计 | | 5", []),
        ("小计 | | 2\na | 盐窝镇 | 2\n小计 | | 3\nb | 董集镇 | 3", []),
        ("a | 盐窝镇 | 2\nb | 董集镇 | 3\n平均 | | 2.5", []),
        ("a | 盐窝镇 | 2\nb | 董集镇 | 近百条\n合计 | | 5", []),
        ("a | 盐窝镇 | 2\nb | 董集镇 | 3\n合计 | | 6", [(4, "合计", 6, 5)]),
        ("a | 盐窝镇 | 2\n小计 | | 4\nb | 董集镇 | 3\n合计 | | 5", [(3, "小计", 4, 2)]),
    ],
)
def test_38_totals_that_disagree_with_their_rows_are_said(
    lines: str, said: list[tuple[int, str, int, int]]
) -> None:
    found = read(COUNTED + lines)
    assert len(found.rows) == 2
    wrong = [note.values for note in found.notes if note.key.endswith("total_disagrees")]
    assert [(v["row"], v["label"], v["said"], v["sum"]) for v in wrong] == said


def test_problem_that_speaks_of_totals_is_a_record() -> None:
    found = items("1 | 合计数与明细不符 | 盐窝镇 | | \n2 | 年终累计报表多 | 董集镇 | |")
    assert found.values["problem"] == ["合计数与明细不符", "年终累计报表多"]


@pytest.mark.parametrize("problem", ["报表合计", "一、二楼没有电梯，老人不便", "注：窗口无人"])
def test_problem_that_looks_like_another_row_is_a_record(problem: str) -> None:
    found = items(f"1 | {problem} | 盐窝镇 | |\n2 | 路灯 | 董集镇 | |")
    assert found.values["problem"] == [problem, "路灯"]


def test_sentence_below_a_filled_unit_is_a_record() -> None:
    found = read("责任单位 | 存在问题\n盐窝镇 | 窗口\n_ | 一、二楼没有电梯，老人不便\n董集镇 | x")
    assert [named(units)[0] for units in found.values["unit"]] == ["盐窝镇", "盐窝镇", "董集镇"]


def test_rows_of_a_sheet_with_a_single_column_that_is_required() -> None:
    found = read(
        """
        单位 | 动员大会 | 集中学习
        一、乡镇 | |
        盐窝镇 | √ | 3
        二、县直部门 | |
        县财政局 | √ | 3
        合计 | 2 | 6
        注：√表示已经召开 | |
        """
    )
    assert [named(units)[0] for units in found.values["unit"]] == ["盐窝镇", "县财政局"]
    reasons = [reason for _, reason in found.set_aside]
    assert reasons == ["section", "section", "total", "footer"]


def test_word_that_is_a_heading_elsewhere_makes_no_row_stand_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = []
    reason = rows._Sorter._reason

    def counting(sorter: rows._Sorter, index: int, *, after_footer: bool) -> str | None:
        looked_at.append(index)
        return reason(sorter, index, after_footer=after_footer)

    monkeypatch.setattr(rows._Sorter, "_reason", counting)
    said = [["被征求意见单位", "征求方式", "意见对象", "意见建议"]]
    said += [["盐窝镇", "座谈会", "部门单位", f"{n}盏路灯不亮"] for n in range(100)]
    assert len(read_rows(said).rows) == 100
    assert 50 not in looked_at
    said[51:51] = [["座谈会", "意见建议", "征求方式", None]]
    assert read_rows(said).set_aside == [(52, "other_table")]


def test_rows_with_a_number_of_ours_are_records_whatever_they_say() -> None:
    """What an export holds comes back as it is."""
    found = read(
        """
        整改编号 | 存在问题 | 责任单位 | 责任人 | 备注
        ZG-0001 | 合计 | 盐窝镇 | 张三 | 同上
        ZG-0002 | 同上 | 盐窝镇 | |
        ZG-0003 | 注：说明 | 董集镇 | 李四 |
        """
    )
    assert found.values["problem"] == ["合计", "同上", "注：说明"]
    assert found.values["owner"] == ["张三", None, "李四"]


def test_12_section_rows_name_the_theme_of_what_follows() -> None:
    found = items(
        """
        一、形式主义方面（2条） | | | |
        1 | 文件多 | 盐窝镇 | |
        2 | 会议长 | 盐窝镇 | |
        （二）官僚主义方面 | | | |
        1 | 窗口   | 董集镇 | |
        """,
        merge="A2:E2 A5:E5",
    )
    assert found.values["theme"] == [("形式主义",), ("形式主义",), ("官僚主义",)]
    assert found.set_aside == [(2, "section"), (5, "section")]
    assert "part_gave" in notes(found)


def test_12_section_row_that_names_two_themes_gives_none() -> None:
    found = items("一、形式主义、官僚主义方面 | | | |\n1 | 文件多 | 盐窝镇 | |", merge="A2:E2")
    assert found.values.get("theme", [None]) == [None]


def test_12_section_row_that_names_a_unit() -> None:
    found = items("一、县财政局 | | | |\n1 | 文件多 | | |\n二、县审计局 | | | |\n2 | 会议长 | | |")
    assert [named(units) for units in found.values["unit"]] == [["县财政局"], ["县审计局"]]


def test_12_section_does_not_overrule_a_theme_that_is_said() -> None:
    found = read(
        """
        存在问题 | 责任单位 | 四风类别
        一、形式主义方面 | |
        文件多 | 盐窝镇 | 享乐主义
        会议长 | 盐窝镇 |
        """,
        merge="A2:C2",
    )
    assert found.values["theme"] == [("享乐主义",), ("形式主义",)]


def test_8_repeated_headers() -> None:
    found = items(f"1 | 窗口 | 盐窝镇 | | \n{HEAD.strip()}\n2 | 路灯 | 董集镇 | |")
    assert found.rows == [2, 4]
    assert found.set_aside == [(3, "header")]


@pytest.mark.parametrize(
    "row", ["甲 | 乙 | 丙 | 1 | 2", "栏次 | 1 | 2 | 3 | 4", "1 | 2 | 3 | 4 | 5"]
)
def test_5_row_that_numbers_the_columns(row: str) -> None:
    found = items(f"{row}\n1 | 窗口 | 盐窝镇 | |")
    assert found.rows == [3]
    assert found.set_aside == [(2, "column_numbers")]


@pytest.mark.parametrize(
    "foot",
    [
        "单位负责人： | 审核人：李四 | 填表人：张三 | 联系电话：13800000000 |",
        "填表人：张三 | | | |",
        "注：1.本表由各单位填写 | | | |",
        "说明：时限具体到日 | | | |",
        "*涉密不报 | | | |",
        "填报日期：2014年5月30日 | | | |",
    ],
)
def test_15_footers_end_the_table(foot: str) -> None:
    found = items(f"1 | 窗口 | 盐窝镇 | |\n{foot}\n2.由县级机构负责 | | | |")
    assert found.rows == [2]
    assert [reason for _, reason in found.set_aside] == ["footer", "footer"]


def test_16_numbered_notes_below_a_table() -> None:
    found = items(
        "1 | 窗口 | 盐窝镇 | |\n1.本表每月报一次。 | | | |\n2.时限要到日。 | | | |",
        merge="A3:E3 A4:E4",
    )
    assert found.rows == [2]


def test_8_footer_of_a_printed_page_does_not_end_the_table() -> None:
    found = items(
        f"1 | 窗口 | 盐窝镇 | |\n填表人：张三 | | | |\n{HEAD.strip()}\n2 | 路灯 | 董集镇 | |"
    )
    assert found.rows == [2, 5]


def test_14_row_numbers_of_any_kind_are_never_missed() -> None:
    found = items(
        "① | a | 盐窝镇 | |\n（二） | b | 盐窝镇 | |\n1.1 | c | 盐窝镇 | |\n | d | 盐窝镇 | |"
    )
    assert found.values["problem"] == ["a", "b", "c", "d"]


def test_blank_rows_and_rows_that_are_only_numbered() -> None:
    found = items("1 | 窗口 | 盐窝镇 | |\n2 | | | |\n3 | 路灯 | 董集镇 | |\n4 | | | |\n5 | | | |")
    assert found.rows == [2, 4]
    assert found.faults == {}
    assert found.set_aside == [(3, "blank")]


def test_17_rows_of_another_table_below_are_queried() -> None:
    found = items(
        """
        1 | 窗口 | 盐窝镇 | |
        | | | |
        单位名称 | | 党员数 | 支部数 | 联络员
        盐窝镇 | x | 3 | 4 | 张三
        """
    )
    assert found.rows == [2, 5]
    assert found.set_aside == [(3, "blank"), (4, "other_table")]
    assert keys(found) == ["faults_sheets.other_table"]
    assert found.values["problem"] == ["窗口", None]


@pytest.mark.parametrize(
    "second",
    [
        "序号 | 存在问题 | 责任人 | 完成时限 | 完成情况\n1 | 路灯 | 张三 | 6月底前 | 整改中",
        "序号 | 存在问题 | 完成情况 | 完成时限 |\n1 | 路灯 | 整改中 | 6月底前 |",
        "序号 | 姓名 | 存在问题 | 完成时限 | 完成情况\n1 | 李四 | 路灯 | 6月底前 | 整改中",
    ],
)
@pytest.mark.parametrize("between", [1, 100])
def test_second_table_under_other_headings_is_queried_row_by_row(second: str, between: int) -> None:
    above = "\n".join(f"{n} | 窗口{n} | 6月底前 | 整改中 |" for n in range(1, between + 1))
    below = "\n".join(f"{n} | 窗口 | x | 6月底前 | 整改中" for n in range(2, between + 1))
    found = read(
        f"序号 | 存在问题 | 完成时限 | 完成情况 |\n{above}\n"
        f"填表人：张三 | | | |\n个人整改台账 | | | |\n{second}\n{below}"
    )
    assert len(found.rows) == 2 * between
    assert found.values["problem"] == [f"窗口{n}" for n in range(1, between + 1)] + [None] * between
    strange = [at for at, faults in found.faults.items() if faults[0].fault.key.endswith("table")]
    assert [at for at in strange if at >= between] == list(range(between, 2 * between))


def test_rows_that_break_a_total_down_are_set_aside() -> None:
    found = items(
        "1 | 窗口 | 盐窝镇 | |\n合计 | 2 | | |\n | 其中：班子 | | 1 |\n其中：个人 | | | 1 |"
    )
    assert found.rows == [2]
    assert [reason for _, reason in found.set_aside] == ["total"] * 3


# Merged cells, ditto, carried -------------------------------------------------------------


def test_9_cells_merged_downwards() -> None:
    found = items(
        """
        1 | 窗口 | 盐窝镇 | 6月底前 |
        2 | 路灯 |        |         |
        3 | 水沟 | 董集镇 |         |
        """,
        merge="C2:C3 D2:D4",
    )
    assert [named(units) for units in found.values["unit"]] == [["盐窝镇"], ["盐窝镇"], ["董集镇"]]
    assert len({due.text for due in found.values["due"]}) == 1  # type: ignore[attr-defined]


def test_9_problem_merged_over_several_measures() -> None:
    found = read(
        """
        存在问题 | 整改措施 | 责任单位
        窗口     | 轮班     | 盐窝镇
        _        | 公布     |
        """,
        merge="A2:A3 C2:C3",
    )
    assert found.values["problem"] == ["窗口", "窗口"]
    assert found.values["measures"] == ["轮班", "公布"]
    assert "merged_text" in notes(found)


def test_9_record_of_two_rows_is_one_record() -> None:
    found = items("1 | 窗口 | 盐窝镇 | |\n | | | |", merge="A2:A3 B2:B3 C2:C3 D2:D3 E2:E3")
    assert found.rows == [2]


def test_10_empty_cells_below_a_filled_one_without_merging() -> None:
    found = items("1 | a | 盐窝镇 | |\n2 | b | | |\n3 | c | 董集镇 | |\n4 | d | | |")
    assert [named(units)[0] for units in found.values["unit"]] == [
        "盐窝镇",
        "盐窝镇",
        "董集镇",
        "董集镇",
    ]
    assert "carried_down" in notes(found)


def test_10_one_gap_in_a_column_that_repeats_itself_is_a_gap() -> None:
    found = items("1 | a | 盐窝镇 | |\n2 | b | 盐窝镇 | |\n3 | c | | |\n4 | d | 董集镇 | |")
    assert complaints(found) == ["4 unit: “责任单位”没有填写，请补填；整行不报的，请删去本行"]


def test_10_status_is_never_carried() -> None:
    found = items("1 | a | 盐窝镇 | | 已完成\n2 | b | | |\n3 | c | | | 整改中\n4 | d | | |")
    assert [status and status.code for status in found.values["status"]] == [  # type: ignore[attr-defined]
        "done",
        None,
        "doing",
        None,
    ]


def test_10_nothing_is_carried_past_a_total() -> None:
    found = items("1 | a | 盐窝镇 | |\n2 | b | | |\n小计 | | | |\n3 | c | | |\n4 | d | 董集镇 | |")
    assert keys(found) == ["faults_sheets.required"]


@pytest.mark.parametrize("ditto", ["同上", "〃", "″", '"', "同前", "同　上", "“”"])
def test_11_ditto(ditto: str) -> None:
    found = items(
        f"1 | a | 盐窝镇 | 6月底前 |\n2 | b | {ditto} | {ditto} |\n3 | c | {ditto} | 长期坚持 |"
    )
    assert [named(units) for units in found.values["unit"]] == [["盐窝镇"]] * 3
    assert [due.text for due in found.values["due"]] == ["6月底前", "6月底前", "长期坚持"]  # type: ignore[attr-defined]


def test_11_ditto_of_the_column_to_the_left() -> None:
    found = read("存在问题 | 责任单位 | 牵头领导 | 责任人\na | 盐窝镇 | 张三 | 同左")
    assert found.values["owner"] == ["张三"]


def test_11_ditto_with_nothing_above() -> None:
    found = items("1 | a | 同上 | |\n2 | b | 盐窝镇 | 以此类推 |")
    assert keys(found) == ["faults_sheets.ditto_unclear"] * 2


def test_11_ditto_reaches_over_rows_that_are_no_records() -> None:
    found = items(f"1 | a | 盐窝镇 | |\n{HEAD.strip()}\n2 | b | 同上 | |")
    assert named(found.values["unit"][1]) == ["盐窝镇"]


# Texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("　县财政局 窗口　", "县财政局 窗口"),
        ("a\xa0b", "a b"),
        ("零\u200b宽", "零宽"),
        ("a_x000D_\nb", "a\n\nb"),
        ("a\r\nb", "a\nb"),
        ("a\x0bb", "ab"),
        ("1.轮班；\n2.公布。", "1.轮班；\n2.公布。"),
        ("beplay官网app", "beplay官网app"),
        ("３０％的群众", "３０％的群众"),
        ("=1+1的说法", "=1+1的说法"),
    ],
)
def test_54_55_texts_are_cleaned_and_their_prose_is_not(written: str, kept: str) -> None:
    grid = grid_of([["存在问题", "责任单位"], ["x", "盐窝镇"]])
    grid.rows[1][0] = written
    found = recognise(grid, sheets(), plan())
    assert found is not None
    assert interpret(found, context()).values["problem"] == [kept]


def test_58_very_long_cells() -> None:
    long = "多行\n" * 2000
    assert one("problem", "整改措施", None) == "窗口"
    found = read_rows([["存在问题", "责任单位"], [long, "盐窝镇"]])
    assert found.values["problem"] == [long.strip()]


@pytest.mark.parametrize(
    ("value", "kept"), [(13800000000, "13800000000"), ("0546-2581", "0546-2581"), (1.5, "1.5")]
)
def test_22_numbers_in_columns_of_texts(value: Cell, kept: str) -> None:
    found = read_rows([["单位名称", "层级", "联系电话"], ["盐窝镇", "乡镇", value]])
    assert found.values["phone"] == [kept]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("张三", "张三"),
        ("张　三", "张三"),
        ("李 四", "李四"),
        ("张三\n李四", "张三、李四"),
        ("张三，李四；王五/赵六", "张三、李四、王五、赵六"),
        ("张三 李四", "张三、李四"),
        ("张 三 李 四", "张三、李四"),
        ("张 三、李四", "张三、李四"),
        ("胡春华、庹震同志", "胡春华、庹震同志"),
        ("王五（副局长、党组成员）13800000000", "王五（副局长、党组成员）13800000000"),
        ("张三（局长）李四（副局长）", "张三（局长）、李四（副局长）"),
        ("张三（局长） 李四（副局长）", "张三（局长）、李四（副局长）"),
        ("张三，13800000000", "张三 13800000000"),
        ("张三\n0546-2581234\n李四", "张三 0546-2581234、李四"),
        ("张三13800000000、李四13900000000", "张三13800000000、李四13900000000"),
        ("1.张三\n2.李四", "张三、李四"),
        ("局长 张三", "局长 张三"),
        ("张三 副局长 13800000000", "张三 副局长 13800000000"),
        ("王 五明", "王五明"),
        ("欧阳 锋", "欧阳锋"),
        ("欧阳 锋 张三", "欧阳锋、张三"),
        ("诸葛 孔明", "诸葛孔明"),
        ("김 철수", "김철수"),
        ("김철수 이영희", "김철수、이영희"),
        ("박 영 희", "박영희"),
        ("John Smith", "John Smith"),
        ("阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        ("张三、张三", "张三"),
        ("、", ""),
    ],
)
def test_20_21_22_60_persons(written: str, kept: str) -> None:
    assert read_persons(written) == kept


# Days, deadlines, numbers -----------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        date(2014, 5, 15),
        datetime(2014, 5, 15, 9, 30),
        41774,
        "2014年5月15日",
        "2014.5.15",
        "２０１４年５月１５日",
        "20140515",
        "5月15日",
        "二〇一四年五月十五日",
    ],
)
def test_25_28_29_days(value: Cell) -> None:
    assert one("raised_on", "发现时间", value) == "2014-05-15"


@pytest.mark.parametrize("value", ["2月30日", "2014.13.1", "近期"])
def test_30_days_that_cannot_be_read_are_asked_about(value: Cell) -> None:
    assert str(one("raised_on", "发现时间", value)).startswith("faults.")


def test_year_of_the_title_rows() -> None:
    found = read("2013年整改台账\n存在问题 | 责任单位 | 发现时间\na | 盐窝镇 | 5月15日")
    assert found.values["raised_on"] == ["2013-05-15"]


def test_year_of_the_other_days_of_the_column() -> None:
    found = read("存在问题 | 责任单位 | 完成时限\na | 盐窝镇 | 2013年3月1日\nb | 盐窝镇 | 6月底前")
    assert [due.on for due in found.values["due"]] == [date(2013, 3, 1), date(2013, 6, 30)]  # type: ignore[attr-defined]


def test_end_of_this_month_is_counted_from_the_day_of_the_sheet() -> None:
    """The day stands above the table, or below it, or is the end of the period."""
    table = "存在问题 | 责任单位 | 完成时限\na | 盐窝镇 | 本月底之前"
    for found in (
        read(f"填报日期：2014年5月29日\n{table}"),
        read(f"{table}\n填报日期：2014年5月29日"),
        read(f"截至2014年5月\n{table}"),
    ):
        assert [due.on for due in found.values["due"]] == [date(2014, 5, 31)]  # type: ignore[attr-defined]


def test_26_27_deadlines_keep_their_words() -> None:
    found = items("1 | a | 盐窝镇 | 2014年6月底前，长期坚持 |\n2 | b | 盐窝镇 | 立行立改 |")
    first, second = found.values["due"]
    assert (first.text, first.on, first.standing) == (  # type: ignore[attr-defined]
        "2014年6月底前，长期坚持",
        date(2014, 6, 30),
        True,
    )
    assert second.klass == "immediate"  # type: ignore[attr-defined]


def test_deadline_counts_from_the_day_of_its_own_row() -> None:
    found = read(
        """
        存在问题 | 责任单位 | 完成时限 | 发现时间
        a | 盐窝镇 | 立行立改 | 2014-05-01
        b | 盐窝镇 | 立行立改 | 2014-05-10
        """
    )
    first, second = found.values["due"]
    assert first.late_after < second.late_after  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("value", "count"), [(3, 3), (3.0, 3), ("12", 12), ("３条", 3), ("两条", 2), (0, 0)]
)
def test_33_counts(value: Cell, count: int) -> None:
    found = read_rows([["意见建议", "单位名称", "条数"], ["a", "盐窝镇", value]])
    assert found.values["voices"] == [count]


@pytest.mark.parametrize("value", ["近万条", "1-2条", "很多"])
def test_33_counts_that_are_none(value: str) -> None:
    found = read_rows([["意见建议", "单位名称", "条数"], ["a", "盐窝镇", value]])
    assert len(found.faults[0]) == 1


def test_35_nothing_and_nought_are_different() -> None:
    found = read_rows(
        [["单位名称", "层级", "党员数"], ["a", "乡镇", 0], ["b", "乡镇", None], ["c", "乡镇", "/"]]
    )
    assert found.values["members"] == [0, None, None]


def test_36_formulas_without_a_value_and_errors() -> None:
    assert one("problem", "整改措施", None) == "窗口"
    rows = [["存在问题", "责任单位", "整改措施"], ["a", "盐窝镇", "=A1"], ["b", "盐窝镇", "x"]]
    found = read_rows(rows)
    assert keys(found) == ["faults_sheets.uncalculated"]
    assert found.faults[0][0].column == 3
    grid = grid_of([["存在问题", "责任单位"], ["a", "b"]])
    grid.rows[1] = [ERROR, UNCALCULATED]
    table = recognise(grid, sheets(), plan())
    assert table is not None
    assert sorted(keys(interpret(table, context()))) == [
        "faults_sheets.cell_error",
        "faults_sheets.uncalculated",
    ]


# Words and codes --------------------------------------------------------------------------


def test_words_of_the_plan_and_their_other_spellings() -> None:
    found = read_rows(
        [["意见建议", "单位名称", "征求方式"], ["a", "盐窝镇", "问卷"], ["b", "盐窝镇", "民情夜话"]]
    )
    assert found.values["channel"] == ["调查问卷", "民情夜话"]
    assert notes(found).count("unknown_word") + notes(found).count("unknown_word_near") == 1


def test_words_of_a_closed_list() -> None:
    rows = [
        ["意见建议", "单位名称", "征求方式"],
        ["a", "盐窝镇", "座谈会议"],
        ["b", "盐窝镇", "座谈"],
    ]
    found = read_rows(rows, of=closed_plan())
    assert keys(found) == ["faults_sheets.word_closed"]
    assert found.faults[0][0].fault.offer == "座谈会"
    assert found.values["channel"] == [None, "座谈会"]


@pytest.mark.parametrize("nobody", ["/", "—", "无", "-"])
def test_35_nobody_is_no_name(nobody: str) -> None:
    assert one("owner", "责任人", nobody) is None


@pytest.mark.parametrize(
    "value", [370521197601011234, 3.70521197601011e17, 20140516000123456, "1.38E+10", "3.7e+17"]
)
@pytest.mark.parametrize(("heading", "name"), [("联系电话", "phone"), ("单位代码", "code")])
def test_22_long_number_that_lost_its_last_digits(value: Cell, heading: str, name: str) -> None:
    rows = [["单位名称", "层级", heading], ["盐窝镇", "乡镇", value], ["董集镇", "乡镇", "x"]]
    found = read_rows(rows)
    assert keys(found) == ["faults_sheets.digits_lost"]
    assert found.values[name][0] is None


@pytest.mark.parametrize("value", [3.70521197601011e17, 20140516000123456])
def test_22_long_number_is_no_text_either(value: Cell) -> None:
    rows = [["单位名称", "层级", "简称"], ["盐窝镇", "乡镇", value], ["董集镇", "乡镇", "x"]]
    assert keys(read_rows(rows)) == ["faults_sheets.digits_lost"]


@pytest.mark.parametrize("words", ["1E+20", "1.38E+10", "3.7e+17"])
def test_58_what_was_typed_as_a_text_is_one(words: str) -> None:
    rows = [["单位名称", "层级", "简称"], ["盐窝镇", "乡镇", words], ["董集镇", "乡镇", "x"]]
    found = read_rows(rows)
    assert (keys(found), found.values["short_name"][0]) == ([], words)


def test_13_a_sum_as_a_text_stands_beside_a_number_that_lost_its_end() -> None:
    rows = [["单位名称", "意见建议"], ["盐窝镇", 3.70521197601011e17], ["盐窝镇", "合计"]]
    assert keys(read_rows(rows)) == ["faults_sheets.digits_lost", "faults_sheets.text_is_sum"]


def test_22_a_private_number_is_not_told_in_its_fault() -> None:
    rows = [["意见建议", "单位名称", "身份证号"], ["a", "盐窝镇", 370521197601011234]]
    [[only]] = read_rows(rows).faults.values()
    assert only.fault.values == {}


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (5462581234, "05462581234"),
        (53187654321, "053187654321"),
        (13800000000, "13800000000"),
        (4008123123, "4008123123"),
        (1380000000, "1380000000"),
        (2581234, "2581234"),
        ("5462581234", "5462581234"),
    ],
)
def test_33_telephone_kept_as_a_figure_has_its_nought_again(value: Cell, kept: str) -> None:
    rows = [["单位名称", "层级", "联系电话"], ["盐窝镇", "乡镇", value]]
    assert read_rows(rows).values["phone"] == [kept]


@pytest.mark.parametrize("words", ["未完成", "整改中", "长期坚持", "尚未启动"])
def test_35_word_for_unfinished_work_is_no_day(words: str) -> None:
    assert one("done_on", "实际完成时间", words) is None


def test_35_done_without_a_day_is_asked_about() -> None:
    assert one("done_on", "实际完成时间", "已完成") == "faults.day_not_read"


def test_days_that_were_taken_as_last_years_are_told() -> None:
    found = read("存在问题 | 责任单位 | 发现时间\na | 盐窝镇 | 12月5日\nb | 盐窝镇 | 5月5日")
    assert found.values["raised_on"] == ["2013-12-05", "2014-05-05"]
    [note] = [note for note in found.notes if note.key.endswith("last_year")]
    assert (note.values["count"], note.values["year"]) == (1, "2013")
    found = read("存在问题 | 责任单位 | 发现时间\na | 盐窝镇 | 2013年12月5日")
    assert "last_year" not in notes(found)


@pytest.mark.parametrize("code", ["0007", "00546-1", "007"])
def test_33_codes_keep_their_noughts(code: str) -> None:
    rows = [["单位名称", "层级", "单位代码"], ["盐窝镇", "乡镇", code]]
    assert read_rows(rows).values["code"] == [code]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("三公经费开支过大", ("“三公”经费开支过大",)),
        ('"三公"经费开支过大', ("“三公”经费开支过大",)),
        ("违反财经纪律公款送礼", ("违反财经纪律", "公款送礼")),
        ("公款吃喝问题", ("公款吃喝",)),
        ("①文山会海②检查评比泛滥", ("文山会海", "检查评比泛滥")),
    ],
)
def test_62_special_categories(written: str, meant: tuple[str, ...]) -> None:
    assert one("category", "专项整治类别", written) == meant


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("已办结", "answered"),
        ("是", "answered"),
        ("√", "answered"),
        ("正在办理", "claimed"),
        ("已交办", "assigned"),
        ("否", None),
        ("未办结", None),
        ("退单", "turned_back"),
    ],
)
def test_59_whether_an_opinion_is_answered(written: str, status: str | None) -> None:
    rows = [["意见建议", "单位名称", "是否办结"], ["a", "盐窝镇", written]]
    found = read_rows(rows)
    assert (found.values["status"], found.faults) == ([status], {})


@pytest.mark.parametrize(
    ("written", "closing"),
    [
        ("是", "closed"),
        ("√", "closed"),
        ("✓", "closed"),
        (True, "closed"),
        ("否", "open"),
        ("×", "open"),
        ("✗", "open"),
        (False, "open"),
        ("/", None),
    ],
)
def test_59_whether_an_item_is_closed(written: Cell, closing: str | None) -> None:
    assert one("closing", "是否销号", written) == closing


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("形式主义、官僚主义", ("形式主义", "官僚主义")),
        ("形式主义方面", ("形式主义",)),
        ("形式主义方面的突出问题", ("形式主义",)),
        ("1.形式主义\n2.奢靡之风", ("形式主义", "奢靡之风")),
        ("形式主义 官僚主义", ("形式主义", "官僚主义")),
        ("形式主义\n奢靡", ("形式主义", "奢靡之风")),
        ("形式主义官僚主义", ("形式主义", "官僚主义")),
        ("形 式 主 义", ("形式主义",)),
        ("庸懒散", ("庸懒散",)),
    ],
)
def test_62_several_words_in_a_cell(written: str, words: tuple[str, ...]) -> None:
    assert one("theme", "四风类别", written) == words


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("班子", "body"),
        ("领导班子", "body"),
        ("个人整改", "person"),
        ("person", "person"),
        ("班 子", "body"),
    ],
)
def test_codes(written: str, code: str) -> None:
    assert one("scope", "班子或个人", written) == code


def test_code_that_is_not_known_names_what_is_allowed() -> None:
    found = read("存在问题 | 责任单位 | 班子或个人\na | 盐窝镇 | 集体")
    assert complaints(found) == ["2 scope: “班子或个人”一栏认不出“集体”，请改为：班子、个人"]


@pytest.mark.parametrize(
    ("written", "yes"),
    [
        *((word, 1) for word in ("是", "√", "✓", "●", "有", "已", "Y", True, 1, 1.0, "是的")),
        *((word, 0) for word in ("否", "×", "✗", "x", "无", "未", "N", False, 0, "FALSE", "不是")),
        ("/", None),
        ("—", None),
    ],
)
def test_59_yes_and_no(written: Cell, yes: int | None) -> None:
    found = read_rows([["单位名称", "层级", "重点对象"], ["盐窝镇", "乡镇", written]])
    assert found.values["key_body"] == [yes]


# Status -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("已完成", Status("done", "已完成")),
        ("√", Status("done", "√")),
        ("100%", Status("done", "100%")),
        (1.0, Status("done", "100%")),
        ("整改完毕", Status("done", "整改完毕")),
        ("正积极整改中", Status("doing", "正积极整改中")),
        ("基本完成", Status("done_standing", "基本完成")),
        ("已完成，长期坚持", Status("done_standing", "已完成，长期坚持")),
        ("已完成。制定了值班制度。", Status("done", "已完成。制定了值班制度。")),
        ("长期坚持", Status("standing", "长期坚持")),
        ("未启动", Status("planned", "未启动")),
        ("已移交", Status("referred", "已移交")),
        ("已销号", Status("done", "已销号", "closed")),
        ("待销号", Status("done", "待销号", "submitted")),
        ("反弹", Status("doing", "反弹", "returned")),
        (None, None),
    ],
)
def test_status(written: Cell, status: Status | None) -> None:
    assert one("status", "完成情况", written) == status


@pytest.mark.parametrize(
    "written", ["未完成", "否", "×", "/", "—", "按期推进", "完成80%", 0.8, "未销号"]
)
def test_status_that_may_mean_several_things(written: Cell) -> None:
    assert one("status", "完成情况", written) == "faults_sheets.status_ambiguous"


def test_status_that_is_not_known_offers_the_nearest() -> None:
    found = items("1 | a | 盐窝镇 | | 己完成")
    fault = found.faults[0][0].fault
    assert (fault.key, fault.offer) == ("faults_sheets.status_unknown", "已完成")
    assert "未启动" in complaints(found)[0]


# Units ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "units"),
    [
        ("盐窝镇", ["盐窝镇"]),
        ("　盐 窝 镇　", ["盐窝镇"]),
        ("盐窝镇党委", ["盐窝镇"]),
        ("县财政局、县审计局", ["县财政局", "县审计局"]),
        ("县财政局\n县审计局", ["县财政局", "县审计局"]),
        ("县财政局 县审计局", ["县财政局", "县审计局"]),
        ("县财政局和县审计局", ["县财政局", "县审计局"]),
        ("人力资源和社会保障局", ["人力资源和社会保障局"]),
        ("人力资源和\n社会保障局", ["人力资源和社会保障局"]),
        ("人力资源和社会保障局、县财政局", ["人力资源和社会保障局", "县财政局"]),
        ("镇、街道办", ["镇、街道办"]),
        ("县财政局（牵头）、县审计局（配合）", ["县财政局", "县审计局"]),
        ("牵头单位：扶贫办；配合单位：县财政局", ["扶贫办", "县财政局"]),
        ("县财政局、县财政局", ["县财政局"]),
        ("1.县财政局\n2.县审计局", ["县财政局", "县审计局"]),
        ("1.县财政局 2.县审计局", ["县财政局", "县审计局"]),
        ("①县财政局②县审计局", ["县财政局", "县审计局"]),
        ("县财政局牵头，县审计局配合", ["县财政局", "县审计局"]),
        ("县财政局负责", ["县财政局"]),
        ("县财政局｜县审计局", ["县财政局", "县审计局"]),
        ("县财政局\\县审计局", ["县财政局", "县审计局"]),
        ("县财政局，", ["县财政局"]),
    ],
)
def test_20_23_39_units(written: str, units: list[str]) -> None:
    rows = [["存在问题", "责任单位"], ["a", written]]
    found = read_rows(rows)
    assert complaints(found) == [] if "x" in keys(found) else found.faults == {}
    assert named(found.values["unit"][0]) == units


def test_name_of_an_unknown_unit_is_kept_as_it_was_written() -> None:
    found = read_rows([["存在问题", "责任单位"], ["a", "没有局（筹）"], ["b", "No Such Office"]])
    assert [fault.fault.values["name"] for (fault,) in found.faults.values()] == [
        "没有局（筹）",
        "No Such Office",
    ]


@pytest.mark.parametrize("written", ["县财政局、没有局", "没有局", "县财政局和没有局"])
def test_all_units_of_a_cell_must_be_known(written: str) -> None:
    rows = [["存在问题", "责任单位"], ["a", written]]
    assert keys(read_rows(rows)) == ["ledger.unit_unknown"]


@pytest.mark.parametrize(
    "written", ["各乡镇", "各责任单位", "各村支部", "全体班子成员", "有关单位", "县财政局等单位"]
)
def test_23_collective_phrases_are_asked_about(written: str) -> None:
    rows = [["存在问题", "责任单位"], ["a", written]]
    assert keys(read_rows(rows)) == ["faults_sheets.collective"]


def test_23_collective_phrase_names_the_units_that_it_could_mean() -> None:
    table = sheet("存在问题 | 责任单位\na | 各乡镇")
    around = Context(
        plan(), plan().frame(TODAY), Names(), collective=lambda _: ("盐窝镇", "董集镇")
    )
    fault = interpret(table, around).faults[0][0].fault
    assert (fault.key, fault.offer) == ("faults_sheets.collective_of", "盐窝镇、董集镇")


def test_sheet_without_units_is_its_senders() -> None:
    found = read("存在问题 | 整改措施\na | b", sender=5)
    assert found.values["unit"] == [(5,)]
    assert "unit_is_sender" in notes(found)


def test_sheet_without_units_of_nobody() -> None:
    found = read("存在问题 | 整改措施\na | b")
    assert keys(found) == ["faults_sheets.required_column"]
    assert found.faults[0][0].column == 0


# Milestones -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("√", MilestoneCell(True, words="√")),
        ("已完成", MilestoneCell(True, words="已完成")),
        ("5月8日", MilestoneCell(True, "2014-05-08", words="5月8日")),
        (date(2014, 5, 8), MilestoneCell(True, "2014-05-08")),
        (41767, MilestoneCell(True, "2014-05-08")),
        ("已召开（5月8日）", MilestoneCell(True, "2014-05-08", words="已召开（5月8日）")),
        (3, MilestoneCell(False, count=3)),
        ("3天", MilestoneCell(False, count=3, words="3天")),
        ("未开展", MilestoneCell(False, words="未开展")),
        ("×", MilestoneCell(False, words="×")),
        ("—", MilestoneCell(False, words="—")),
        ("/", MilestoneCell(False, words="/", waived=True)),
        ("不涉及", MilestoneCell(False, words="不涉及", waived=True)),
        (None, None),
    ],
)
def test_milestones(written: Cell, cell: MilestoneCell | None) -> None:
    rows = [["单位", "动员大会", "集中学习"], ["盐窝镇", "√", written], ["董集镇", "√", "√"]]
    assert read_rows(rows).values["action:study"][0] == cell


def test_milestone_that_says_neither() -> None:
    rows = [["单位", "动员大会", "集中学习"], ["盐窝镇", "√", "看情况"], ["董集镇", "√", "√"]]
    assert keys(read_rows(rows)) == ["faults_sheets.milestone_unknown"]


# The rest ---------------------------------------------------------------------------------


def test_56_unknown_columns_are_kept_under_their_headings() -> None:
    found = read("存在问题 | 责任单位 | 备注 | 受益人数\na | 盐窝镇 | 加急 | 30\nb | 盐窝镇 | |")
    assert found.extra == {"备注": ["加急", None], "受益人数": ["30", None]}


def test_private_columns() -> None:
    found = read_rows(
        [["意见建议", "单位名称", "提出人", "联系电话"], ["a", "盐窝镇", "某先生", 13800000000]]
    )
    assert found.values["giver_phone"] == ["13800000000"]


def test_required_cells() -> None:
    found = items("1 | 窗口 | 盐窝镇 | |\n2 | | 盐窝镇 | 6月底前 |")
    assert [(found.rows[at], f[0].field) for at, f in found.faults.items()] == [(3, "problem")]


def test_numbers_with_leading_noughts_and_misread_ones() -> None:
    found = read_rows(
        [
            ["编号", "存在问题", "责任单位"],
            ["zg-1", "a", "盐窝镇"],
            ["ZG-OO12", "b", "盐窝镇"],
            [None, "c", "盐窝镇"],
        ]
    )
    assert found.values["no"] == ["ZG-0001", None, None]
    assert keys(found) == ["faults_sheets.number_misread"]


def test_a_fault_does_not_hold_up_the_other_cells() -> None:
    found = items("1 | 窗口 | 没有局 | 6月31日前 | 差不多")
    assert [fault.field for fault in found.faults[0]] == ["unit", "status", "due"]
    assert found.values["problem"] == ["窗口"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5.9", "2014-05-09"),
        (5.9, "2014-05-09"),
        (3.15, "2014-03-15"),
        (2.3, "2014-02-03"),
        (2014.6, "2014年6月"),
        (6.31, None),
    ],
)
def test_decimal_offers_the_one_day_that_it_can_mean(written: Cell, day: str | None) -> None:
    rows = [["存在问题", "责任单位", "完成时限"], ["窗口", "盐窝镇", written]]
    fault = read_rows(rows).faults[0][0].fault
    assert fault.values.get("day") == fault.offer == day


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        (2014.1, "2014-01", "2014-10"),
        ("2014.1", "2014-01", "2014-10"),
        (3.1, "2014-03-01", "2014-03-10"),
        (6.3, "2014-06-03", "2014-06-30"),
    ],
)
def test_30_decimal_that_may_be_two_days_names_both(written: Cell, first: str, second: str) -> None:
    rows = [["存在问题", "责任单位", "完成时限"], ["窗口", "盐窝镇", written]]
    fault = read_rows(rows).faults[0][0].fault
    assert fault.key == "faults_sheets.day_decimal_either"
    assert (fault.values["first"], fault.values["second"]) == (first, second)
    assert fault.offer is None


@pytest.mark.parametrize("written", ["15人", "15名党员", "2场"])
def test_count_in_another_measure_than_the_action_is_queried(written: str) -> None:
    found = read(f"单位 | 集中学习\n盐窝镇 | {written}")
    assert keys(found) == ["faults_sheets.milestone_measure"]


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_fault_can_be_said(name: str) -> None:
    names = ("heading", "text", "allowed", "units", "value", "day", "first", "second")
    values: dict[str, object] = dict.fromkeys(names, "x")
    for language in LANGUAGES:
        assert say(f"faults_sheets.{name}", language, **values)


def test_no_chinese_word_stands_in_the_code() -> None:
    """Every word that a sheet may hold is declared in schemas."""
    folder = Path(__file__).resolve().parent.parent / "ledger/exchange"
    paths = sorted(folder.glob("kinds/*.py"))
    for name in ("read", "recognise", "interpret", "rows", "values", "titles", "plain", "headings"):
        paths.append(folder / f"{name}.py")
    for path in paths:
        han = [c for c in path.read_text(encoding="utf-8") if "\u4e00" <= c <= "\u9fff"]
        assert not han, f"{path.name}: {''.join(han)}"


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_what_was_cleaned_once_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert read_persons(read_persons(text)) == read_persons(text)


# Properties -------------------------------------------------------------------------------

_VALUES = st.one_of(
    st.text(max_size=12),
    st.none(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(
        [UNCALCULATED, ERROR, "同上", "合计", "6月底前", "盐窝镇", "各乡镇", "√", "一、形式主义"]
    ),
)
_HEADS = [
    [
        "编号",
        "存在问题",
        "责任单位",
        "完成时限",
        "完成情况",
        "发现时间",
        "四风类别",
        "责任人",
        "备注",
    ],
    ["单位名称", "意见建议", "征求方式", "条数", "征求时间", "提出人", "联系电话", "办理状态"],
    ["单位名称", "层级", "上级单位", "党员数", "重点对象", "启动时间", "别名"],
    ["单位", "动员大会", "集中学习", "谈心谈话"],
]


@st.composite
def tables(draw: st.DrawFn) -> Grid:
    head = draw(st.sampled_from(_HEADS))
    line = st.lists(_VALUES, min_size=len(head), max_size=len(head))
    corner = st.integers(1, 10)
    areas = draw(st.lists(st.tuples(corner, corner, corner, corner), max_size=4))
    merges = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in areas]
    return Grid("x", [[*head], *draw(st.lists(line, max_size=8))], merges=merges)


@given(tables())
@settings(max_examples=400, deadline=None)
def test_no_cell_stops_interpretation(grid: Grid) -> None:
    table = recognise(grid, sheets(), plan())
    if table is None:
        return
    found = interpret(table, context(sender=1))
    count = len(found.rows)
    assert all(len(values) == count for values in (*found.values.values(), *found.extra.values()))
    assert set(found.faults) <= set(range(count))
    assert not set(found.rows) & {row for row, _ in found.set_aside}


@given(grids())
@settings(max_examples=200, deadline=None)
def test_no_grid_stops_interpretation(grid: Grid) -> None:
    table = recognise(grid, sheets(), plan())
    if table is not None:
        interpret(table, context())
