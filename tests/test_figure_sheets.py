"""统计月报: numbers come in by either shape of it, are asked about, and go out unchanged."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

MONTH = """垦东县教育实践活动情况统计月报表（2014年4月）
填报单位：垦东县活动办,,,
序号,单位,征求意见数（条）,座谈会（场）,群众满意率,联系电话
1,财政局,120,3,96.5%,0546-1234567
2,盐窝镇,"5,600多条",10,85.36%,
3,南岭村,1200余,2,/,
合计,,6920,13,,
"""
ONE = """教育实践活动情况统计报表
填报单位：盐窝镇,,,报表期：2014年4月
指标名称,计量单位,代码,本月,累计,备注
甲,乙,丙,1,2,
一、学习教育,,,,,
（一）集中学习,次,01,5,12,
其中：党委中心组,次,02,2,4,
2.征求意见,条,03,260余,1.2万余,含网上
满意率,%,04,0.965,,
"""


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8-sig")
    return path


def found(started, *asked):
    rows = started.json("figures", *asked)
    return {(r["unit"], r["indicator"], r["cumulative"]): r for r in rows}


def test_units_down_and_indicators_across(started):
    result = started("import", put("月报.csv", MONTH), lang="en")
    assert result.status == 0
    assert "Figures: 8 new, 0 changed, 0 unchanged, 0 in conflict, 0 queried" in result.out
    numbers = found(started)
    one = numbers["盐窝镇", "征求意见数", False]
    assert (one["words"], one["value"], one["qualifier"]) == ("5,600多条", "5600", "多")
    assert (one["period"], one["covers"], one["measure"]) == ("2014-04", "all", "条")
    assert numbers["南岭村", "征求意见数", False]["measure"] == "条"
    assert Decimal(numbers["财政局", "群众满意率", False]["value"]) == Decimal("96.5")
    assert ("南岭村", "群众满意率", False) not in numbers
    assert not any("电话" in indicator for _, indicator, _ in numbers)


def test_a_stroke_names_no_indicator(started):
    told = started("import", put("月报.csv", ONE.replace("2.征求意见,", "/,")))
    assert told.status == 1
    assert "“指标名称”" in told.out
    assert all(indicator for _, indicator, _ in found(started))


def test_the_unit_ends_where_another_label_begins(started):
    text = ONE.replace("盐窝镇,,,报表期：2014年4月", "盐窝镇　报告期：2014年4月")
    assert "月报.csv（盐窝镇，2014-04）" in started("import", put("月报.csv", text)).out


def test_a_total_is_checked_and_never_recorded(started):
    result = started("import", put("月报.csv", MONTH.replace("6920,13", "6920,14")))
    assert "“座谈会（场）”写的是 14，各行相加是 13" in result.out
    assert not any(unit == "合计" for unit, _, _ in found(started))


def test_a_total_that_adds_a_village_to_its_town_again_is_told(started):
    result = started("import", put("月报.csv", MONTH.replace("6920,13", "6920,15")))
    assert "把上级数里已含的下级数又加了一遍，不重复加是 13" in result.out


def test_indicators_down_with_the_month_and_the_sum_so_far(started):
    result = started("import", put("盐窝镇/月报.csv", ONE))
    assert result.status == 0, result.err
    numbers = found(started)
    assert [key[1:] for key in sorted(numbers)] == [
        ("征求意见", False),
        ("征求意见", True),
        ("满意率", False),
        ("集中学习", False),
        ("集中学习", True),
        ("集中学习其中：党委中心组", False),
        ("集中学习其中：党委中心组", True),
    ]
    assert numbers["盐窝镇", "征求意见", True]["words"] == "1.2万余"
    assert numbers["盐窝镇", "征求意见", True]["measure"] == "条"
    assert numbers["盐窝镇", "满意率", False]["value"] == "96.5"


def test_two_rows_of_headings(started):
    text = """情况统计表（2014年4月）
单位,征求意见数,,座谈会,
,本月,累计,本月,累计
财政局,20,120,1,3
盐窝镇,260余,1.2万余,2,10
"""
    assert started("import", put("表.csv", text)).status == 0
    numbers = found(started)
    assert len(numbers) == 8
    assert numbers["财政局", "征求意见数", True]["words"] == "120"
    assert numbers["盐窝镇", "座谈会", False]["words"] == "2"


def test_the_column_of_measures_may_be_called_as_that_of_units(started):
    text = "统计报表（2014年4月）\n指标,单位,本月,累计\n座谈会,场,2,10\n征求意见,条,5,60\n"
    assert started("import", put("盐窝镇.csv", text), "--unit", "盐窝镇").status == 0
    numbers = found(started)
    assert numbers["盐窝镇", "座谈会", True]["measure"] == "场"
    assert len(numbers) == 4


def test_the_plans_indicators_are_known_without_a_title(campaign):
    campaign("init", "--office", "垦东县活动办", "--plan", "qzlx-county")
    campaign("add-unit", "财政局")
    text = "2014年4月,,\n单位,党员（名）,征求意见建议\n财政局,16000余,18969\n"
    assert campaign("import", put("表.csv", text)).status == 0
    numbers = found(campaign)
    assert numbers["财政局", "党员", False]["words"] == "16000余"
    assert numbers["财政局", "征求意见建议", True]["measure"] == "条"


@pytest.mark.parametrize(
    ("column", "word", "covers"),
    [("统计范围", "本级", "own"), ("口径", "含下属", "all"), ("统计口径", "", "all")],
)
def test_a_column_says_what_the_numbers_cover(started, column, word, covers):
    text = f"统计报表（2014年4月）\n单位,{column},座谈会\n盐窝镇,{word},3\n"
    assert started("import", put("表.csv", text)).status == 0
    assert started.json("figures")[0]["covers"] == covers


def test_a_title_says_what_the_numbers_cover(started):
    text = "县直机关情况统计表（本级，2014年4月）\n单位,座谈会\n盐窝镇,3\n"
    assert started("import", put("表.csv", text)).status == 0
    assert started.json("figures")[0]["covers"] == "own"


# What is asked about -----------------------------------------------------------------------


def answer(name: str) -> str:
    """Return all words of an answer: cells and comments."""
    book = openpyxl.load_workbook(name)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    said = [str(cell.value) for cell in cells if cell.value is not None]
    return "\n".join(said + [cell.comment.text for cell in cells if cell.comment])


def marked(name: str) -> set[str]:
    book = openpyxl.load_workbook(name)
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.comment]
    return {cell.coordinate for cell in cells}


def test_a_number_that_says_none_is_asked_about_in_its_own_cell(started):
    text = MONTH.replace("1200余", "数十条")
    assert started("import", put("月报.csv", text)).status == 1
    assert marked("月报-请核对.xlsx") == {"C6"}
    assert ("南岭村", "座谈会", False) in found(started)
    assert ("南岭村", "征求意见数", False) not in found(started)


def test_a_sheet_that_says_no_month_is_asked_for_it_once_a_row(started):
    text = ONE.replace("报表期：2014年4月", "")
    assert started("import", put("盐窝镇/报表.csv", text)).status == 1
    assert "看不出是哪个月的数" in answer("盐窝镇/盐窝镇-统计月报-请核对.xlsx")
    assert found(started) == {}
    assert started("import", "盐窝镇/报表.csv", "--period", "2014-04").status == 0
    assert {row["period"] for row in started.json("figures")} == {"2014-04"}


def test_a_month_that_lies_ahead_is_asked_about(started):
    assert started("import", put("月报.csv", MONTH), "--period", "2014-06").status == 1
    assert "2014-06 还没有到" in answer("月报-请核对.xlsx")


def falling(total: str, more: str = "") -> str:
    return f"统计报表（2014年5月）\n指标,本月,累计,减少原因\n征求意见,5,{total},{more}\n"


def test_a_cumulative_number_that_falls_is_asked_about_and_its_reason_is_kept(started):
    begin = "统计报表（2014年4月）\n指标,本月,累计\n征求意见,60,1000\n"
    started("import", put("四月.csv", begin), "--unit", "盐窝镇")
    result = started("import", put("五月.csv", falling("980")), "--unit", "盐窝镇")
    assert result.status == 1
    said = answer("盐窝镇-统计月报-请核对.xlsx")
    assert "TJ-0002 2014-04 是 1000，这里是 980" in said
    assert marked("盐窝镇-统计月报-请核对.xlsx") == {"C3"}
    assert ("盐窝镇", "征求意见", True) not in found(started, "--period", "2014-05")
    result = started("import", put("五月.csv", falling("980", "剔除重复")), "--unit", "盐窝镇")
    assert result.status == 0
    one = found(started, "--period", "2014-05")["盐窝镇", "征求意见", True]
    assert (one["words"], one["reason"]) == ("980", "剔除重复")


def test_an_earlier_month_that_comes_later_may_not_be_larger(started):
    started("import", put("五月.csv", falling("980")), "--unit", "盐窝镇")
    text = "统计报表（2014年4月）\n指标,累计\n征求意见,1000\n"
    assert started("import", put("四月.csv", text), "--unit", "盐窝镇").status == 1
    assert "后来的 2014-05 只有 980" in answer("盐窝镇-统计月报-请核对.xlsx")


def test_months_of_one_sheet_are_held_to_one_another(started):
    text = "统计报表\n指标,报表期,累计\n征求意见,5月,900\n征求意见,2014年4月,1000\n"
    assert started("import", put("表.csv", text), "--unit", "盐窝镇", "--period", "2014-05").status
    assert [row["period"] for row in started.json("figures")] == ["2014-04"]


def test_a_sum_that_is_less_than_its_month_or_not_last_months_with_it(started):
    assert started("import", put("五月.csv", falling("3")), "--unit", "盐窝镇").status == 1
    assert "累计数 3 比本月的 5 还少" in answer("盐窝镇-统计月报-请核对.xlsx")
    begin = "统计报表（2014年4月）\n指标,累计\n征求意见,1000\n"
    started("import", put("四月.csv", begin), "--unit", "盐窝镇")
    result = started("import", put("五月.csv", falling("1010")), "--unit", "盐窝镇")
    assert result.status == 0
    assert "上月累计 1000 加本月 5 是 1005，累计写的是 1010" in result.out


def test_a_town_that_is_less_than_its_villages_may_be_the_towns_own(started):
    text = "情况统计表（2014年4月）\n单位,座谈会\n盐窝镇,1\n南岭村,5\n"
    assert started("import", put("表.csv", text)).status == 1
    assert "请在“统计范围”一栏写“本级”" in answer("表-请核对.xlsx")
    text = "情况统计表（2014年4月）\n单位,统计范围,座谈会\n盐窝镇,本级,1\n南岭村,,5\n"
    assert started("import", put("表.csv", text)).status == 0


def test_a_unit_reports_of_nobody_else(started):
    text = "情况统计表（2014年4月）\n单位,座谈会\n盐窝镇,1\n财政局,5\n"
    assert started("import", put("表.csv", text), "--unit", "盐窝镇").status == 1
    assert [unit for unit, _, _ in found(started)] == ["盐窝镇"]


def test_the_same_unit_twice_is_asked_about(started):
    text = "情况统计表（2014年4月）\n单位,座谈会\n盐窝镇,1\n盐窝镇,2\n"
    assert started("import", put("表.csv", text)).status == 1
    assert len(found(started)) == 1


# Again, corrected, undone ------------------------------------------------------------------


def test_the_same_sheet_again_changes_nothing_and_a_corrected_one_what_was_corrected(started):
    started("import", put("盐窝镇/月报.csv", ONE))
    entries = started.entries()
    result = started("import", "盐窝镇/月报.csv")
    assert result.status == 0
    assert started.entries() == entries
    started("import", put("盐窝镇/月报.csv", ONE.replace("1.2万余", "12300余条")))
    assert found(started)["盐窝镇", "征求意见", True]["words"] == "12300余条"
    assert len(found(started)) == 7
    told = started("history", "TJ-0006", "--source").out
    assert "E8" in told


def test_what_the_office_corrected_since_is_a_conflict_and_can_be_settled(started):
    started("import", put("盐窝镇/月报.csv", ONE))
    number = found(started)["盐窝镇", "征求意见", True]["no"]
    started("figures", "edit", number, "--value", "1.3万余条")
    changed = put("盐窝镇/月报.csv", ONE.replace("1.2万余", "1.25万余"))
    result = started("import", changed)
    assert result.status == 1
    assert found(started)["盐窝镇", "征求意见", True]["words"] == "1.3万余条"
    started("import", changed, "--theirs")
    assert found(started)["盐窝镇", "征求意见", True]["words"] == "1.25万余"


def test_an_import_is_undone(started):
    started("import", put("盐窝镇/月报.csv", ONE))
    started("undo")
    assert started.json("figures") == []
    assert started("verify").status == 0


# Out ---------------------------------------------------------------------------------------


def log(started, *argv):
    result = started("log-figure", *argv)
    assert result.status == 0, result.err


def many(started):
    log(started, "征求意见数", "75.6万余条", "--unit", "盐窝镇", "--period", "2014-04")
    log(
        started, "征求意见数", "80万余条", "--unit", "盐窝镇", "--period", "2014-04", "--cumulative"
    )
    log(started, "满意率", "96.5%", "--unit", "财政局", "--period", "2014-04")
    log(started, "座谈会", "3", "--unit", "财政局", "--period", "2014-05", "--covers", "本级")


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_numbers_of_several_units_go_out_with_units_down(started, suffix):
    many(started)
    before = started.json("figures")
    assert started("export", "figures", "-o", f"出.{suffix}").status == 0
    result = started("import", f"出.{suffix}", lang="en")
    assert "0 new, 0 changed, 4 unchanged, 0 in conflict, 0 queried" in result.out
    assert started.json("figures") == before


def test_headings_say_what_is_counted_and_since_when(started):
    many(started)
    started("export", "figures", "-o", "出.csv")
    lines = Path("出.csv").read_text(encoding="utf-8-sig").splitlines()
    (heading,) = [line for line in lines if line.startswith("单位,")]
    assert heading == (
        "单位,报表期,统计范围,座谈会本月,征求意见数本月（条）,征求意见数累计（条）,满意率本月（%）"
    )
    assert "盐窝镇,2014-04,含下级,,75.6万余条,80万余条," in lines


def test_numbers_of_one_unit_go_out_with_indicators_down(started):
    many(started)
    started("export", "figures", "--unit", "盐窝镇", "-o", "出.csv")
    lines = Path("出.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "单位,报表期,统计范围,指标名称,计量单位,本月,累计" in lines
    assert "盐窝镇,2014-04,含下级,征求意见数,条,75.6万余条,80万余条" in lines


def test_a_number_of_two_sources_goes_out_and_comes_back(started):
    for source, words in (("标题", "近万条"), ("正文", "9045条")):
        argv = ("征求意见数", words, "--unit", "盐窝镇", "--period", "2014-04", "--source", source)
        log(started, *argv)
    log(started, "座谈会", "3", "--unit", "财政局", "--period", "2014-04")
    started("export", "figures", "-o", "出.xlsx")
    result = started("import", "出.xlsx", lang="en")
    assert "0 new, 0 changed, 3 unchanged, 0 in conflict, 0 queried" in result.out


def test_a_unit_gets_its_own_numbers_and_corrects_them(started):
    many(started)
    assert started("export", "figures", "--by", "unit", "-o", "下").status == 0
    path = Path("下") / "统计月报-盐窝镇.xlsx"
    book = openpyxl.load_workbook(path)
    cells = {cell.value: cell for row in book.worksheets[0].iter_rows() for cell in row}
    assert "满意率" not in cells
    cells["80万余条"].value = "81万余条"
    book.save(path)
    result = started("import", path, lang="en")
    assert "0 new, 1 changed, 1 unchanged" in result.out
    assert found(started)["盐窝镇", "征求意见数", True]["words"] == "81万余条"


def test_numbers_go_up_and_never_to_the_public(started):
    many(started)
    assert started("export", "figures", "--for", "上报", "-o", "上.xlsx").status == 0
    assert started("export", "figures", "--for", "公开", "-o", "公.xlsx").status == 2


def test_an_export_takes_the_filters_of_the_listing(started):
    many(started)
    for asked, rows in (
        (("--period", "2014-05"), 1),
        (("--indicator", "征求意见数"), 1),
        (("--covers", "本级"), 1),
    ):
        result = started("export", "figures", *asked, "-o", "出.csv", "--force", lang="en")
        assert f"{rows} row written" in result.out, result.out


def test_the_blank_sheet_lists_the_plans_indicators_and_comes_back_filled_in(campaign):
    campaign("init", "--office", "垦东县活动办", "--plan", "qzlx-county")
    campaign("add-unit", "盐窝镇")
    assert campaign("template", "figures", "-o", "空表.xlsx").status == 0
    book = openpyxl.load_workbook("空表.xlsx")
    first, across = book.worksheets[:2]
    for row in first.iter_rows():
        for cell in row:
            if str(cell.value).startswith("填报单位"):
                cell.value = "填报单位：盐窝镇"
            elif str(cell.value).startswith("报表期"):
                cell.value = "报表期：2014年4月"
            elif cell.value == "征求意见建议":
                first.cell(cell.row, cell.column + 2).value = "260余"
                first.cell(cell.row, cell.column + 3).value = "1.2万余"
    assert any(cell.value == "党员（名）" for row in across.iter_rows() for cell in row)
    book.save("填好.xlsx")
    result = campaign("import", "填好.xlsx")
    assert result.status == 0, (result.out, result.err)
    numbers = found(campaign)
    assert numbers["盐窝镇", "征求意见建议", True]["words"] == "1.2万余"
    assert numbers["盐窝镇", "征求意见建议", False]["period"] == "2014-04"
    assert len(numbers) == 2
