"""Makes workbooks as Excel writes them, by XlsxWriter: shared strings, days as days.

Run as ``python benchmarks/workbooks.py PATH opinions COUNT``, or with
``PATH inbox SENDERS OPINIONS ITEMS``.
"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from texts import Item
from texts import Opinion
from texts import items
from texts import opinions
from texts import units
from xlsxwriter import Workbook

OPINIONS: Final = (
    *("序号", "被征求意见单位", "收集单位", "征求方式", "类别", "意见对象", "界别"),
    *("意见建议", "归纳意见", "条数", "征求时间"),
)
ITEMS: Final = (
    *("序号", "责任单位", "四风类别", "存在问题", "整改目标", "整改措施", "牵头领导", "责任人"),
    *("提出时间", "完成时限", "完成情况", "整改进展", "完成时间"),
)
#: Every tenth workbook has a row that goes back: a day that does not exist.
QUERIED: Final = 10
_NO_DAY: Final = "2014年2月30日"
_STATUS: Final = {"planned": "未启动", "doing": "整改中", "done": "已完成"}


def main(path: Path, kind: str, *counts: int) -> None:
    """Make what is asked for, beside its place and then there."""
    beside = path.with_name(f"{path.name}.part")
    if kind == "opinions":
        _write_opinions(beside, *counts)
    else:
        _write_inbox(beside, *counts)
    beside.replace(path)


def _write_opinions(path: Path, count: int) -> None:
    """Write one big workbook about the units of a ledger."""
    drawn = opinions(count, units(220))
    _write(path, "征求意见汇总表", OPINIONS, [_opinion(one) for one in drawn])


def _write_inbox(folder: Path, senders: int, opinion_count: int, item_count: int) -> None:
    """Write an inbox: a folder a sender, in half of them opinions, in the others items."""
    names = units(senders)
    for number, name in enumerate(names):
        (folder / name).mkdir(parents=True)
        share, place = number // 2, (senders + 1 - number % 2) // 2
        wrong = number % QUERIED == 0
        if number % 2:
            rows = _share(item_count, share, place)
            drawn = [_item(one) for one in items(rows, [name], seed=number)]
            _write(folder / name / f"{name}整改台账.xlsx", "整改台账", ITEMS, drawn, wrong=wrong)
        else:
            rows = _share(opinion_count, share, place)
            said = [_opinion(one) for one in opinions(rows, [name], seed=number)]
            path = folder / name / f"{name}征求意见汇总表.xlsx"
            _write(path, "征求意见汇总表", OPINIONS, said, wrong=wrong)


def _share(count: int, number: int, parts: int) -> int:
    """Return how many of so many fall to one of some equal parts."""
    return count * (number + 1) // parts - count * number // parts


def _opinion(one: Opinion) -> list[object]:
    return list(one)


def _item(one: Item) -> list[object]:
    return [
        *(one.unit, one.theme, one.problem, one.goal, one.measures, one.lead, one.owner),
        *(one.raised_on, one.due, _STATUS[one.status], one.progress, one.done_on),
    ]


def _write(
    path: Path,
    title: str,
    headings: Sequence[str],
    rows: Sequence[list[object]],
    *,
    wrong: bool = False,
) -> None:
    """Write a title over the whole width, the headings, and the rows in frames."""
    book = Workbook(path)
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "align": "center", "border": 1})
    cell = book.add_format({"border": 1, "text_wrap": True})
    day = book.add_format({"border": 1, "num_format": "yyyy-mm-dd"})
    sheet.merge_range(0, 0, 0, len(headings) - 1, title, bold)
    sheet.write_row(1, 0, headings, bold)
    for number, row in enumerate(rows, 1):
        sheet.write(number + 1, 0, number, cell)
        for place, value in enumerate(row, 1):
            sheet.write(number + 1, place, value, day if isinstance(value, date) else cell)
    if wrong:
        column = headings.index("提出时间" if "提出时间" in headings else "征求时间")
        sheet.write(len(rows) + 1, column, _NO_DAY, cell)
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
