"""What is wrong with rows is told once, with all the rows that it is about."""

from pathlib import Path

import pytest
from conftest import Campaign
from openpyxl import load_workbook

from cli.reasons import stretches


@pytest.mark.parametrize(
    ("numbers", "zh", "en"),
    [
        ([5], "5", "5"),
        ([5, 7], "5、7", "5, 7"),
        ([5, 7, 8, 9, 10, 12, 13], "5、7–10、12、13", "5, 7–10, 12, 13"),
        (range(1, 41, 2), "1、3、5、7、9、11、13、15、17、19、21、23、…", "1, 3, 5, 7, 9, 11, 13, 15, "
         "17, 19, 21, 23, …"),
    ],
)  # fmt: skip
def test_rows_are_listed_as_people_list_them(numbers: list[int], zh: str, en: str) -> None:
    assert (stretches(numbers, "zh"), stretches(numbers, "en")) == (zh, en)


def sheet(path: Path, cells: list[tuple[str, str]]) -> None:
    rows = [f"问题{at},{unit},{due}" for at, (unit, due) in enumerate(cells)]
    text = "整改台账,,\n存在问题,责任单位,完成时限\n" + "\n".join(rows)
    path.write_text(text, encoding="utf-8-sig")


def test_one_reason_of_many_rows_is_one_line(started: Campaign, tmp_path: Path) -> None:
    cells = [("盐窝镇", "6月底前"), ("没有的局", "6月底前"), *[("盐窝镇", "6月31日前")] * 4]
    sheet(tmp_path / "a.csv", [*cells, ("没有的局", "6月31日前"), ("盐窝镇", "6月31日前")])

    told = started("import", "a.csv")

    assert told.status == 1
    lines = [line.strip() for line in told.lines if "行：" in line]
    assert lines == [
        "第4、9行：没有叫“没有的局”的单位。",
        "第5–10行：“6月31日”不对：6 月只有 30 天。请改成正确的日期。",
    ]
    [answer] = tmp_path.glob("*请核对.xlsx")
    said = [row[0].comment for row in load_workbook(answer).worksheets[0]["C5:C10"]]
    assert all(said)


def test_the_reasons_of_most_rows_are_told_and_the_others_counted(
    started: Campaign, tmp_path: Path
) -> None:
    cells = [(f"没有的局{at}", "6月底前") for at in range(7)]
    sheet(tmp_path / "a.csv", [*cells, *[("盐窝镇", "6月31日前")] * 3])

    told = started("import", "a.csv", lang="en")

    lines = [line.strip() for line in told.lines]
    assert any(line.startswith("rows 10–12: ") for line in lines)
    assert sum(line.startswith("row ") for line in lines) == 4
    assert "… 3 more reasons (3 rows), see the answer" in lines
