"""单位名册 as two units send it when something in it has changed."""

# A row of a sheet is one line here, however long.
# ruff: noqa: E501
# fmt: off

from samples.city.mail.base import two_rows
from samples.city.mail.base import workbook
from samples.city.mail.page import HEAD
from samples.city.mail.page import LINE
from samples.city.mail.page import MIDDLE
from samples.city.mail.page import Page
from samples.city.mail.page import Span
from samples.city.mail.page import by_openpyxl
from samples.city.mail.page import by_xlsxwriter


@workbook("青沐镇/参加单位名册.xlsx", by_openpyxl)
def one_more_branch() -> Page:
    """Show a new branch, gaps filled, a padded name, members with a measure word, one head that differs."""
    page = Page("名册", (6, 28, 12, 18, 12, 10, 10, 12, 14, 16))
    page.title(1, "青沐镇参加单位名册")
    page.title(2, "填报单位：青沐镇　　　填报日期：2014年5月28日", LINE)
    two_rows(page, 3, (("序号",), ("单位名称",), ("所属乡镇",), ("类型",), ("层级",), ("规模", "党员人数", "支部数"), ("负责人员", "书记", "联络员", "办公电话")))
    page.rows(
        5,
        [
            [1, "长鼓村", None, None, None, "56名", 1, "尚凤花", "朴雪峰", 13800005090],
            [2, "稻香川村", None, None, None, 74, 3, "翟哲国", "元　洙", "13800008010"],
            [3, "葵花甸村", None, None, None, "46", "2", "方美植", "方美植", "13800005384"],
            [4, "梨花坞村", None, None, None, 45, 2, "佟正洋", "邢永田", "13800003146"],
            [5, "长鼓民俗合作社党支部", None, "社会组织", "其他基层", 6, 1, "沈一子", "朴雪峰", "13800005091"],
        ],
    )
    page.span(Span(5, 3, 9, 3), "青沐镇")
    page.span(Span(5, 4, 8, 4), "村")
    page.span(Span(5, 5, 8, 5), "村级")
    page.row(10, ["合计", "5个", None, None, None, 227, 9, None, None, None], MIDDLE)
    return page


@workbook("社工委/参学单位一览表.xlsx", by_xlsxwriter)
def filling_gaps() -> Page:
    """Show short names, telephones that were missing, a column of its own, the rows in the sender's order."""
    page = Page("一览表", (6, 20, 18, 12, 12, 16, 16))
    page.title(1, "参学单位一览表")
    page.title(2, "填报单位：社工委", LINE)
    page.row(3, ("序号", "参学单位", "上级党组织", "一把手", "联系人", "联系电话", "网格数"), HEAD)
    page.rows(
        4,
        [
            [1, "砚秋社区", "市社区党工委", "南宫志岩", "朴春福", "0430-3066013", 7],
            [2, "银铃社区", "市社区党工委", "方德淑", "都永河", "0430-3066012", 9],
            [3, "听溪社区", "社工委", "蔺仁范", "许维松", "13800004930", 11],
        ],
    )
    return page
