"""A file that is no known kind of sheet is told of with what it lacks and what to do."""

from pathlib import Path

import openpyxl
from conftest import Campaign
from test_dry_run import sheet


def refused(campaign: Campaign, path: Path, *options: object, lang: str = "zh") -> str:
    done = campaign("import", path, *options, lang=lang)
    assert done.status == 2
    assert campaign.json("rectify") == campaign.json("opinions") == []
    return done.out


def test_the_column_that_is_lacking_is_named_with_the_ones_that_may_be_it(
    started: Campaign, tmp_path: Path
) -> None:
    text = "盐窝镇的事\n序号|毛病|责任人|完成时限\n1|会多|张三|6月底前"
    path = sheet(tmp_path / "盐窝镇.csv", text)
    said = refused(started, path)
    assert "最像“整改台账”，但没有“存在问题”一列；没有认出的列：毛病。" in said
    assert f'campaign import "{path}" --only 整改台账 --map 表头=problem' in said
    english = refused(started, path, lang="en")
    assert f'campaign import "{path}" --only rectification --map HEADING=problem' in english
    done = started("import", path, "--only", "整改台账", "--map", "毛病=problem")
    assert done.status == 0, done.out
    assert started.json("rectify")[0]["problem"] == "会多"


def test_a_kind_that_was_named_and_does_not_fit_is_not_asked_for_again(
    started: Campaign, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "统计.csv", "统计\n甲|乙\n12|8")
    said = refused(started, path, "--only", "整改台账")
    assert "按“整改台账”收不了，没有找到“存在问题”一列" in said
    assert "campaign template 整改台账" in said


def test_a_form_and_texts_under_the_four_winds_are_told_apart_from_lists(
    started: Campaign, tmp_path: Path
) -> None:
    form = (
        "登记卡\n存在问题|会多|编号|1\n整改措施|少开\n责任人|张三\n完成时限|6月底\n完成情况|整改中"
    )
    assert "一事一张的登记表" in refused(started, sheet(tmp_path / "盐窝镇.csv", form))
    across = "盐窝镇意见\n序号|征求方式|形式主义|官僚主义\n1|座谈会|会多|调研少"
    said = refused(started, sheet(tmp_path / "四风.csv", across))
    assert "“形式主义、官僚主义”各占一列" in said


def test_a_workbook_of_empty_worksheets_is_called_empty(started: Campaign, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Sheet2")
    book.save(tmp_path / "盐窝镇.xlsx")
    assert "每张工作表都是空的" in refused(started, tmp_path / "盐窝镇.xlsx")
