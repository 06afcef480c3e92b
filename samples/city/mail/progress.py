"""进度表 as six units send it: units down, actions across under their phases."""

# A row of a sheet is one line here, however long.
# ruff: noqa: E501
# fmt: off

from collections.abc import Sequence

from samples.city.mail.base import two_rows
from samples.city.mail.base import workbook
from samples.city.mail.page import HEAD
from samples.city.mail.page import LINE
from samples.city.mail.page import MIDDLE
from samples.city.mail.page import Page
from samples.city.mail.page import Value
from samples.city.mail.page import by_csv
from samples.city.mail.page import by_libreoffice
from samples.city.mail.page import by_openpyxl
from samples.city.mail.page import by_xlsxwriter


def _middle(page: Page, first: int, rows: Sequence[Sequence[Value]]) -> int:
    for number, values in enumerate(rows, start=first):
        page.row(number, values, MIDDLE)
    return first + len(rows)


@workbook("青沐镇/规定动作完成情况一览表.xlsx", by_openpyxl)
def phases_over_actions() -> Page:
    """Show the phases merged over their actions; √, days, / and 未开展 in the cells."""
    page = Page("一览表", (6, 16, 14, 12, 12, 14, 14, 16, 12))
    page.title(1, "规定动作完成情况一览表")
    page.title(2, "填报单位：青沐镇　　　填报日期：2014年5月31日", LINE)
    two_rows(
        page,
        3,
        (
            ("序号",),
            ("单位名称",),
            ("第一环节 学习教育、听取意见", "动员大会", "集中学习（天）", "征求意见", "第一环节“回头看”"),
            ("第二环节 查摆问题、开展批评", "启动第二环节", "专题民主生活会"),
            ("备注",),
        ),
    )
    villages = {"榛坡村": "√", "柞甸村": "√", "萤火沟村": "5月28日", "葵花甸村": "未开展", "莺歌岭村": None, "桔梗岭村": "2014.5.29", "稻香川村": "√", "梨花坞村": "未开展", "长鼓村": None}
    _middle(
        page,
        5,
        [
            [1, "青沐镇", "3月15日", 3, "√", "5月27日", None, None, None],
            *([n, name, "3月20日", 1, "√", seen, None, "/", None] for n, (name, seen) in enumerate(villages.items(), 2)),
        ],
    )
    page.put(9, 9, "5月24日补课", MIDDLE)
    page.foot(15, "填报人：苗美国　　审核人：滕国学")
    return page


@workbook("雾泉镇/进度.xlsx", by_xlsxwriter)
def words_in_cells() -> Page:
    """Show 已完成, 未开展 and counts with their measure words; one header row; blank rows between."""
    page = Page("进度", (18, 14, 14, 14, 16, 16))
    page.title(1, "雾泉镇教育实践活动进展情况统计表（2014年5月）")
    page.row(2, ("参学单位", "动员部署", "集中学习讨论", "征求意见", "“回头看”", "谈心谈话"), HEAD)
    _middle(
        page,
        3,
        [
            ["雾泉镇", "2014-03-15", "3天", "已完成", "已完成", "2次"],
            ["新村", "2014-03-20", "1天", "已完成", "已完成", None],
            ["冷水泉村", "2014-03-20", "1天", "已完成", "未开展", None],
            ["星星泉村", "2014-03-20", "1天", "已完成", "未开展", None],
            [None] * 6,
            ["月牙泡村", "2014-03-20", "1天", "已完成", "未开展", None],
            ["磨坊沟村", "2014-03-20", "1天", "已完成", "已完成", None],
            ["风车岭村", "2014-03-20", "1天", "已完成", None, None],
            [None] * 6,
            ["豆腐坊村", "2014-03-20", "未开展", "已完成", None, None],
        ],
    )
    return page


@workbook("鹿鸣川镇-进展情况统计表.xlsx", by_libreoffice)
def totals_below() -> Page:
    """Show days in many spellings, 合计 below, the unit's name with the city's in front."""
    page = Page("统计表", (8, 22, 16, 12, 14, 18))
    page.title(1, "进展情况统计表（截至5月31日）")
    two_rows(page, 2, (("序号",), ("参加单位",), ("第一环节", "动员大会", "集中学习", "征求意见", "回头看")))
    _middle(
        page,
        4,
        [
            ["（一）", "桦泽市鹿鸣川镇", "2014年3月15日", 3, "√", "2014年5月26日"],
            ["1", "麂鹿台村", "2014.3.20", 1, "√", "5.27"],
            ["2", "鹿鸣川镇狍子岭村", "2014.3.20", 1, "√", "20140528"],
            ["3", "龙胆坡", "3月20日", 1, "√", "2014/5/28"],
            ["4", "刺玫沟村", "3月20日", "1", "√", "—"],
            ["5", "松鼠沟村", "3月20日", 1, "√", "—"],
            ["合计", None, 6, 8, 6, 4],
        ],
    )
    page.foot(11, "注：“—”为尚未开展。")
    return page


@workbook("白桦岔镇/工作推进表.xlsx", by_openpyxl)
def party_names() -> Page:
    """Show units as their party organisations are called, padded with spaces; one village that is not there."""
    page = Page("Sheet1", (22, 16, 14, 16, 20))
    page.title(1, "教育实践活动工作推进表")
    page.title(2, "填报单位：白桦岔镇党委", LINE)
    page.row(3, ("单位", "动员大会", "集中学习", "回头看", "第二环节启动时间"), HEAD)
    _middle(
        page,
        4,
        [
            ["白桦岔镇党委", "3月15日", 3, "5月29日", None],
            ["　椴岭村", "3月20日", 1, "5月30日", None],
            ["红松背村 ", "3月20日", 1, "5月30日", None],
            ["木耳沟", "3月20日", 1, None, None],
            ["斑鸠岭", "3月20日", 1, None, None],
            ["石鸢岭村", "3月20日", 1, None, None],
        ],
    )
    return page


@workbook("鸢尾镇进度表.csv", by_csv("gb18030"))
def progress_as_csv() -> Page:
    """Show the two-row header of a merged sheet as CSV leaves it: the phase once, then blanks."""
    page = Page(widths=(1,) * 6)
    page.put(1, 1, "鸢尾镇规定动作进度表")
    page.row(2, ("单位名称", "第一环节", None, None, None, "第二环节"))
    page.row(3, (None, "动员大会", "集中学习", "征求意见", "第一环节回头看", "启动第二环节"))
    page.rows(
        4,
        [
            ["鸢尾镇", "2014年3月15日", "3", "√", "2014年5月29日", ""],
            ["百合沟村", "2014年3月20日", "1", "√", "√", ""],
            ["铃铛麦村", "2014年3月20日", "1", "√", "", ""],
            ["李子川村", "2014年3月20日", "1", "√", "", ""],
        ],
    )
    return page


@workbook("社工委/社区规定动作进度表.xlsx", by_xlsxwriter)
def phase_two_has_begun() -> Page:
    """Show 社工委, which has begun phase two in time; the communities by short names; a column of its own between."""
    page = Page("进度", (16, 14, 12, 12, 18, 14, 16))
    page.title(1, "社区规定动作进度表")
    page.title(2, "填报单位：市社区党工委　　　2014年5月31日", LINE)
    two_rows(page, 3, (("单位名称",), ("第一环节", "动员大会", "集中学习", "征求意见", "主题服务月", "回头看"), ("第二环节", "启动第二环节")))
    _middle(
        page,
        5,
        [
            ["社工委", "2014.2.28", 3, "√", "权益保障月", "5月28日", "5月30日"],
            ["榆影", "2014.3.15", 3, "√", "爱国卫生月", "√", None],
            ["霁月", "2014.3.15", 3, "√", "爱国卫生月", "√", None],
            ["听溪社区党委", "2014.3.15", 3, "√", None, None, None],
            ["拾穗", "2014.3.15", 3, "√", None, "未开展", None],
        ],
    )
    return page
