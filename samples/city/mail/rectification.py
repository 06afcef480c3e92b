"""整改台账 as sixteen units and a village send it."""

# A row of a sheet is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from samples.city.mail.base import april
from samples.city.mail.base import two_rows
from samples.city.mail.base import workbook
from samples.city.mail.page import BODY
from samples.city.mail.page import HEAD
from samples.city.mail.page import LINE
from samples.city.mail.page import MIDDLE
from samples.city.mail.page import Formula
from samples.city.mail.page import Page
from samples.city.mail.page import Span
from samples.city.mail.page import Style
from samples.city.mail.page import by_csv
from samples.city.mail.page import by_libreoffice
from samples.city.mail.page import by_openpyxl
from samples.city.mail.page import by_openpyxl_in_chinese
from samples.city.mail.page import by_xlsxwriter
from samples.city.mail.page import by_xlwt


@workbook("青沐镇/附件3：青沐镇整改台账（5月）.xlsx", by_openpyxl)
def attachment_label() -> Page:
    """Show 附件 label, title, unit line, two-row header, 小计 last, footer."""
    page = Page("整改台账", (6, 30, 13, 18, 34, 10, 12, 10, 16, 26, 10, 14))
    page.put(1, 1, "附件3", LINE)
    page.title(2, "青沐镇教育实践活动整改台账")
    page.title(3, "填报单位（盖章）：青沐镇　　　　　　填报日期：2014年5月30日", LINE)
    two_rows(
        page,
        4,
        (
            ("序号",),
            ("存在问题",),
            ("四风类别",),
            ("整改目标",),
            ("整改措施",),
            ("责任主体", "责任领导", "责任单位", "责任人"),
            ("整改时限",),
            ("落实情况", "整改进展", "完成情况", "完成时间"),
        ),
    )
    told = {
        "便民大厅": ("六部门集中办公，五月二十八日开门", "已完成", "2014年5月28日"),
        "桔梗岭村": ("滤料已更换，等化验单", "整改中", None),
        "葵花甸村": ("已列入维修计划", "整改中", None),
        "村级表格": ("表格由十四张并为六张", "已完成", "2014年4月25日"),
        "镇机关食堂": ("包间已改会议室", "已完成", "2014年4月18日"),
    }
    rows = []
    for number, item in enumerate(april("青沐镇"), 1):
        now = next((told[start] for start in told if item["problem"].startswith(start)), None)
        rows.append(
            [
                number,
                *(item[field] for field in ("problem", "theme", "goal", "measures", "lead", "unit", "owner", "due")),
                *(now or (item["progress"], item["status"], None)),
            ]
        )
    rows += [
        [7, "镇政府院内车位被公车占满，办事群众没处停。", "享乐主义", "办事有位", "1.公车停后院。\n2.划出群众车位十二个。", "滕国学", "青沐镇", "柯铁山", "立行立改", "车位已划", "已完成", "5月22日"],
        [8, "长鼓村文化活动室长期上锁。", "联系服务群众", "天天开门", "定专人管钥匙，中文、朝鲜文写明开放时间。", "全京学", "长鼓村", "朴雪峰", "6月底前，长期坚持", "已选管理员", "整改中", None],
    ]
    after = page.rows(6, rows)
    page.row(after, ["小计", "8项", *[None] * 8, "已完成4项", None], MIDDLE)
    page.foot(after + 1, "填报人：苗美国　　　审核人：滕国学　　　联系电话：0430-3021739　　　2014年5月30日")
    return page


@workbook("雾泉镇/整改清单.xlsx", by_xlsxwriter)
def section_rows() -> Page:
    """Show sections inside the table, people and unit merged down; only the folder says whose it is."""
    page = Page("Sheet1", (6, 32, 20, 30, 10, 10, 10, 14, 26, 10, 14))
    page.title(1, "领导班子“四风”问题整改清单")
    page.title(2, "（截至2014年5月31日）", LINE)
    page.row(3, ("序号", "突出问题", "目标要求", "整改举措", "牵头领导", "责任单位", "责任人", "整改期限", "工作进展", "整改状态", "实际完成时间"), HEAD)
    old = {item["problem"][:4]: item for item in april("雾泉镇")}
    page.title(4, "一、形式主义方面（2条）", Style(bold=True))
    page.rows(
        5,
        [
            _listed(1, old["调研走马"], "抽户办法已定，走访一百一十户", "已整改到位", "2014-05-20"),
            _listed(2, old["会议过多"], "周例会两个，周五下午不开会", "整改完毕", "2014-05-30"),
        ],
    )
    page.title(7, "二、官僚主义、不担当不落实方面（4条）", Style(bold=True))
    page.rows(
        8,
        [
            _listed(3, old["群众反映"], old["群众反映"]["progress"], "整改中", None),
            _listed(4, old["冷水泉大"], "图纸已审，工期已在桥头公布", "整改中", None),
            [5, "菖蒲泡村危房户改造指标分配不清。", "指标上墙", "逐户核对，名单张榜。", None, None, None, "6月底之前", "已核对十九户", "正在推进", None],
            [6, "镇干部下乡不带证件，群众不认识。", "亮明身份", "制作联系卡，一户一张。", None, None, None, "5月底", "发卡三千二百张", "完成", "2014-05-26"],
        ],
    )
    for top, bottom in ((5, 6), (8, 11)):
        for column in (5, 6, 7):
            value = page.cells[top, column][0]
            page.span(Span(top, column, bottom, column), value if isinstance(value, str) else None)
    return page


def _listed(number: int, item: dict[str, str], progress: str, status: str, done: str | None) -> list[str | int | None]:
    fields = ("problem", "goal", "measures", "lead", "unit", "owner", "due")
    return [number, *(item[field] for field in fields), progress, status, done]


@workbook("鹿鸣川镇整改台账2014年5月-最终版2.xlsx", by_libreoffice)
def ditto_and_dates() -> Page:
    """Show 小计 first with a formula, 同上 and 〃, a day spelled in seven ways; the file's name says whose."""
    page = Page("台账", (6, 32, 10, 18, 10, 18, 14, 12, 20, 26))
    page.title(1, "整改落实登记册")
    page.row(2, ("序号", "整改事项", "责任领导", "承办单位", "经办人", "发现时间", "办结时限", "办理状态", "办结时间", "目前进展"), HEAD)
    page.row(3, ["小计", Formula('=COUNTA(B4:B11)&"项"'), *[None] * 8], MIDDLE)
    page.rows(
        4,
        [
            [1, "政策宣传只发单子不讲解。", "南宫顺山", "鹿鸣川镇", "蔺英植", "2014.4.4", "5月底前", "已办结", "2014.5.20", "十四名宣讲员走完十个村"],
            [2, "部分干部“走读”。", "喻长福", "同上", "同上", "2014.4.11", "长期坚持", "整改中", None, "已公布值班表"],
            [3, "天麻沟村垃圾随意倾倒。", "南宫顺山", "天麻沟村", "殷明子", "2014/4/4", "5月31日前", "已办结", "2014/5/29", "收集点三个，日产日清"],
            [4, "天麻沟村河道两岸堆放柴草。", "〃", "〃", "〃", "20140512", "6月20日前", "整改中", None, "已清左岸"],
            [5, "镇里值班电话常无人接听。", "喻长福", "鹿鸣川镇", "蔺英植", "5月13日", "立行立改", "已办结", "２０１４年５月１４日", "值班表上墙，铃响三声内接"],
            [6, "养蜂户饮水点受污染，反映多次。", "喻长福", "〃", "〃", "二〇一四年五月十五日", "2014年6月", "正在办理", None, "已取样"],
            [7, "麂鹿台村公开栏三个月未更新。", "南宫顺山", "麂鹿台村", "卞泰敏", "14.5.16", "7、8月", "未启动", None, None],
            [8, "客车站点没有遮雨棚。", "南宫顺山", "鹿鸣川镇、市交通局", "蔺英植", "2014-05-18", "1-8月", "整改中", None, "已报计划"],
        ],
    )
    page.foot(12, "填报人：蔺英植　审核人：南宫顺山　联系电话：0430-3021813　日期：2014年5月31日")
    return page


@workbook("白桦岔镇/附件2：整改任务分解表.xlsx", by_openpyxl)
def three_row_header() -> Page:
    """Show a header of three rows, a row of column marks under it, deadlines by half-years and quarters."""
    page = Page("分解表", (6, 34, 10, 10, 20, 14, 28, 16, 14))
    page.put(1, 1, "附件2：", LINE)
    page.title(2, "教育实践活动整改任务分解表")
    page.title(3, "填报单位（盖章）：白桦岔镇党委　　　填报日期：2014年5月30日", LINE)
    for column, heading in ((1, "序号"), (2, "整改任务"), (6, "时限要求"), (7, "进展情况"), (8, "完成情况"), (9, "完成\n时间")):
        page.span(Span(4, column, 6, column), heading, HEAD)
    page.span(Span(4, 3, 4, 5), "责任分工", HEAD)
    page.span(Span(5, 3, 5, 4), "责任人员", HEAD)
    page.span(Span(5, 5, 6, 5), "责 任 单 位", HEAD)
    page.row(6, [None, None, "牵头领导", "责任人"], HEAD)
    page.row(7, ["甲", "乙", "丙", "丁", "戊", 1, 2, 3, 4], MIDDLE)
    after = page.rows(
        8,
        [
            [1, "木耳沟村低保评议不公开。", "卞永琴", "卞志根", "木耳沟村", "5月底前", "名单张榜七天，无异议", "已完成", "5月24日"],
            [2, "林区三个屯手机没有信号。", "卞永琴", "尚浩植", "白桦岔镇", "年底前", "基站地基已打", "整改中", None],
            [3, "椴岭村办公经费支出不公开。", "邵广林", "尹泰杰", "椴岭村", "二季度", "一季度支出已张榜", "有序推进", None],
            [4, "护林员补助发放不及时。", "邵广林", "尚浩植", "白桦岔镇", "上半年", "四月、五月已发", "已落实", "5月26日"],
            [5, "林区道路限高杆设置不合理，农机过不去。", "卞永琴", "尚浩植", "白桦岔镇；市林业局", "三季度末", "已现场查看", "整改中", None],
        ],
    )
    page.row(after, ["合计", "5", None, None, None, None, None, "完成2", None], MIDDLE)
    page.foot(after + 1, "注：1.“责任单位”第一个为主责单位。2.时限写到日，一时定不下的写到季度。")
    return page


@workbook("鸢尾镇-整改台账.xlsx", by_openpyxl)
def to_be_queried() -> Page:
    """Show eight rows that cannot be taken, each for another reason, among four that can."""
    page = Page("整改台账", (6, 34, 18, 10, 16, 16, 12, 14))
    page.title(1, "鸢尾镇整改台账")
    page.title(2, "填报单位：鸢尾镇　　　2014年5月", LINE)
    page.row(3, ("序号", "存在问题", "责任单位", "责任人", "完成时限", "完成情况", "实际完成时间", "备注"), HEAD)
    page.rows(
        4,
        [
            [1, "百合沟小学门前积水。", "百合沟村", "苗京福", "6月20日前", "整改中", None, None],
            [2, "果园道路坑洼，苹果梨运不出来。", "苹果犁坡村", "许泰月", "6月底前", "整改中", None, None],
            [3, "集市占道，消防车进不来。", "鸢尾镇", "闻永铁", "6月31日前", "整改中", None, None],
            [4, "木制品厂夜间噪声。", "鸢尾镇", "闻永铁", 2014.1, "整改中", None, "厂方写了保证"],
            [5, None, "沙参沟村", "玄成哲", "6月底前", "整改中", None, None],
            [6, "农家书屋不开门。", "各村", None, "6月底前", "整改中", None, None],
            [7, "杏花泉村文化广场灯坏。", "杏花泉村", "方浩莲", "5月底前", "未完成", None, None],
            [8, "低保户复核不入户。", "镇民政办", "闻永铁", "5月底前", "已完成", "2月30日", None],
            [9, "镇机关午间无人值班。", "鸢尾镇党委", "闻永铁", "立行立改", "已完成", "5月19日", None],
            [10, "便民车次少，老人赶集不便。", "鸢尾镇", Formula("=D12"), "8月底前", "整改中", None, None],
            [11, "干部下乡在村里吃派饭不交钱。", "鸢尾镇", "闻永铁", "长期坚持", "长期坚持", None, None],
            [12, "铃铛麦村水塔漏水。", "铃铛麦", "柯顺子", "6月15日前", "已完成", "5月30日", None],
        ],
    )
    page.foot(16, "填报人：闻永铁　　审核人：苗浩峰　　联系电话：0430-3021887")
    return page


@workbook("苇甸乡/苇甸乡整改台账.csv", by_csv("gb18030"))
def rare_characters() -> Page:
    """Show CSV in GB18030 with 䶮 and 𠮷, which GBK does not have; 新村 means this town's own."""
    page = Page(widths=(1,) * 8)
    page.put(1, 1, "苇甸乡整改台账")
    page.put(2, 1, "填报单位：苇甸乡")
    page.put(2, 5, "填报日期：2014年5月29日")
    page.row(3, ("序号", "主要问题", "整改措施", "责任单位", "责任人", "完成期限", "整改完成情况", "完成日期"))
    after = page.rows(
        4,
        [
            ["1", "新村自来水入户还差二十一户。", "月底前铺完支线。", "新村", "尹䶮", "6月末", "整改中", None],
            ["2", "苇塘泡村机耕道未整修。", "先修三组到渠首一段。", "苇塘泡村", "金𠮷顺", "6月中旬", "整改中", None],
            ["3", "乡机关公务用车下班不入库。", "钥匙统一保管。", "苇甸乡", "佟兴男", "即知即改", "已办结", "2014年5月12日"],
            ["4", "打糕合作社党员活动无场所。", "借用乡文化站二楼。", "打糕合作社", "佟兴男", "本月底之前", "已解决", "5月27日"],
            ["5", "香蒲甸村粮补公示只贴一天。", "重贴七天，照相留底。", "香蒲甸村", "玄淑宏", "7月初", "整改中", None],
        ],
    )
    page.put(after, 1, "填报人：佟兴男")
    page.put(after, 4, "审核人：颜文河")
    return page


@workbook("社工委/社工委整改台账（5月）.xls", by_xlwt)
def old_excel() -> Page:
    """Show an .xls of 1997's format, the sender's short name on the folder, blocks merged down."""
    page = Page("整改台账", (6, 30, 20, 12, 18, 10, 18, 26, 22, 14))
    page.title(1, "市社工委教育实践活动整改台账")
    page.title(2, "填报单位：社工委　　　　报送日期：2014年5月31日", LINE)
    page.row(3, ("序号", "问题", "整改措施", "责任领导", "责任部门", "责任人", "时限", "整改落实情况", "完成情况", "完成时间"), HEAD)
    page.rows(
        4,
        [
            [1, "社区窗口周末不办事。", "十六个社区轮流周六值班。", "邢文山", "市社区党工委", "明香波", "5月底前", "十六个社区全部开办", "已完成", "2014-05-31"],
            [2, "老旧楼院下水返味。", "清掏二十四栋，建巡查。", "明香波", None, "明广涛", "6月底前，长期坚持", "清掏二十栋", "整改中", None],
            [3, "社区挂牌过多。", "统一清理。", None, None, "明广涛", "4月底前", "十六个社区清理完", "已完成", "2014-04-29"],
            [4, "棋牌室深夜扰民。", "与派出所联合巡查。", "明香波", "听溪社区党委", "蔺仁范", "6月10日前", "已巡查六次", "整改中", None],
            [5, "独居老人无人照应。", "结对一百零六户。", None, "霁月社区", "元京敏", "长期坚持", "已结对八十户", "已阶段性完成并长期坚持", "2014-05-28"],
        ],
    )
    page.span(Span(4, 5, 6, 5), "市社区党工委")
    page.span(Span(5, 4, 6, 4), "明香波")
    page.span(Span(7, 4, 8, 4), "明香波")
    return page


@workbook("公安局5月整改情况.xlsx", by_xlsxwriter)
def other_headings() -> Page:
    """Show every heading a synonym, 是 √ 100% for done; the unit line names the bureau with the city's name."""
    page = Page("Sheet1", (6, 32, 30, 10, 16, 10, 14, 24, 14, 14))
    page.title(1, "“四风”突出问题整改清单")
    page.title(2, "填报单位（公章）：桦泽市公安局　　截至日期：2014年5月31日", LINE)
    page.row(3, ("№", "具体问题表述", "推进措施", "包抓领导", "落实单位", "直接责任人", "计划完成时间", "进展情况", "是否完成", "整改日期"), HEAD)
    page.rows(
        4,
        [
            ["①", "户籍窗口一次性告知不到位。", "印制双语告知单。", "太美松", "市公安局", "管敏梅", "5月15日前", "告知单发放六千份", "是", "5月14日"],
            ["②", "小微企业周边夜间巡逻少。", "两百名民警包保一百五十户企业。", "太美松", "公安局", "尹泰虎", "长期坚持", "夜巡四十六次", "正在推进", None],
            ["③", "噪声扰民举报无人答复。", "值班民警当日回访。", "闻永杰", "桦泽市公安局", "管敏梅", "6月15日前", "已回访二十三件", "整改中", None],
            ["④", "驾驶证换证排队时间长。", "增设自助机两台。", "闻永杰", "市公安局", "尹泰虎", "7月15日前", "自助机已到货", "正在办理", None],
            ["⑤", "信访窗口没有座椅。", "添置座椅二十把。", "太美松", "市公安局", "管敏梅", "即知即改", "已添置", "√", "2014年5月27日"],
            ["⑥", "老人补办身份证不便。", "每月下乡办证两天。", "太美松", "市公安局", "尹泰虎", "6月30日前", "已下乡四个镇", "100%", "5月29日"],
        ],
    )
    return page


@workbook("人力资源和社会保障局/5月报表.xlsx", by_openpyxl)
def spaced_headings() -> Page:
    """Show headings with spaces and line breaks, columns of the bureau's own, one of them hidden."""
    page = Page("5月", (6, 32, 30, 10, 14, 10, 14, 12, 16, 16, 14), hidden_columns=(11,))
    page.title(1, "整改台账")
    page.row(2, ("序　号", "存 在\n问 题", "整　改　措　施", "责任\n领导", "责 任 单 位", "责 任 人：", "完成\n时限", "受益群众（人）", "完成情况*", "实际完\n成时间", "自用备注"), HEAD)
    page.heights[2] = 36
    page.rows(
        3,
        [
            [1, "企业拖欠工资投诉办理慢。", "日常巡查、举报专查、专项普法。", "千玉姬", "人社局", "尚泰学", "6月底前", 62, "整改中", None, "二号工地老板又换了电话"],
            [2, "窗口工作人员态度生硬。", "亮牌上岗，每月群众评窗口。", "千玉姬", "人社局", "冉美今", "5月底前", "1200余", "已完成并长期坚持", "2014-05-30", None],
            [3, "灵活就业人员不知道补贴政策。", "进社区讲十六场。", "千玉姬", "市人社局", "冉美今", "6月底之前", 430, "进行中", None, "第十社区还没约上"],
            [4, "退休审批材料退件多。", "窗口预审，一次退全。", "尚泰学", "人力资源和社会保障局", "冉美今", "5月26日前", 88, "已办结", "5.26", None],
            [5, "办事指南只有汉文。", "印朝鲜文指南两千份。", "尚泰学", "市人力资源和社会保障局", "尚泰学", "6月15日左右", 2000, "整改中", None, None],
        ],
    )
    return page


@workbook("市民政局整改台账.csv", by_csv("utf-8-sig"))
def breaks_inside_cells() -> Page:
    """Show CSV in UTF-8 with a mark, title lines above, numbered lists with line breaks in a cell."""
    page = Page(widths=(1,) * 9)
    page.put(1, 1, "市民政局党的群众路线教育实践活动整改台账")
    page.put(2, 1, "报表期：2014年5月")
    page.row(3, ("序号", "存在问题", "整改措施", "责任领导", "责任单位", "责任人", "完成时限", "完成情况", "完成时间"))
    page.rows(
        4,
        [
            ["1", "救助申请材料反复补交。", "公布清单，缺一告一。", "卞浩淑", "市民政局", "邵虎洙", "5月底前", "已完成", "2014年5月23日"],
            ["2", "敬老院冬季取暖费标准不公开。", "标准上墙，家属签字。", "卞浩淑", "市民政局", "邵虎洙", "9月底前", "整改中", ""],
            ["3", "孤儿津贴发放周期长。", "1.每月十日前报表。\n2.十五日前到账。\n3.到账后短信告知。", "卞浩淑", "市民政局", "邵虎洙", "6月30日", "整改中", ""],
            ["4", "婚姻登记处中午不办。", "①午间轮岗；\n②节假日预约。", "卞浩淑", "民政局", "管广芳", "立即整改", "已整改", "2014年5月9日"],
        ],
    )
    page.row(8, ["合计", "4", "", "", "", "", "", "2", ""])
    return page


@workbook("市住房和城乡建设局/整改任务分工表.xlsx", by_xlsxwriter)
def people_and_units() -> Page:
    """Show several people and several units in a cell, roles and telephones with them; 班子 and 个人."""
    page = Page("分工表", (6, 12, 32, 26, 16, 30, 26, 16, 12, 14))
    page.title(1, "整改任务分工表")
    page.title(2, "填报单位：市住建局　　　填报日期：2014.5.30", LINE)
    page.row(3, ("序号", "班子或个人", "整改任务", "对策措施", "领办领导", "具体责任单位", "具体责任人", "办理时限", "办结情况", "办结时间"), HEAD)
    page.rows(
        4,
        [
            [1, "班子", "供热投诉多，退费没有说法。", "公布退费办法，逐户测温。", "池浩一\n金永波", "市住建局、市财政局；工商局", "金永波、崔景梅", "10月底前", "整改中", None],
            [2, "班子", "老楼改造一边做一边不做。", "公布批次和顺序。", "金永波", "住建局", "崔景梅（副局长）13800005151", "8月底之前", "整改中", None],
            [3, "个人", "到基层调研少，情况靠汇报。", "每月下工地四次。", "金永波", "住建局", "金永波", "长期坚持", "整改中", None],
            [4, "个人", "工作急躁，批评人不分场合。", "当面听取意见。", "崔景梅", "住建局", "崔 景 梅", "民主生活会前", "正在整改", None],
            [5, "班子", "物业投诉没人管。", "公开投诉电话，七日内答复。", "金永波", "物业支部", "崔景梅,方春国", "5月底前", "已解决", "2014.5.29"],
        ],
    )
    page.foot(9, "填报人：崔景梅　　审核人：金永波")
    return page


@workbook("整改台账（定稿）.xlsx", by_openpyxl_in_chinese)
def days_as_numbers() -> Page:
    """Show days as dates, as bare serial numbers, as text, and in Chinese formats; only the unit line says whose."""
    page = Page("Sheet1", (6, 34, 26, 14, 10, 16, 18, 16, 18, 24))
    page.title(1, "整改台账")
    page.title(2, "填报单位：市国土资源局", LINE)
    page.row(3, ("序号", "存在问题", "整改措施", "责任单位", "责任人", "提出时间", "完成时限", "完成情况", "完成时间", "整改进展"), HEAD)
    chinese = Style(across="center", number='yyyy"年"m"月"d"日"')
    page.rows(
        4,
        [
            [1, "宅基地审批超时限。", "倒排清单，逐件销号。", "市国土资源局", "喻正子", date(2014, 4, 17), "6月30日前", "整改中", None, "积压三十七件已办三十一件"],
            [2, "河边违建举报无结果。", "立案三起，公布结果。", "市国土资源局", "蔺志峰", date(2014, 4, 17), "8月底前", "整改中", None, "立案两起"],
            [3, "征地补偿标准不公开。", "标准上墙，存折签收。", "国土局", "喻正子", 41774, 41820, "整改中", None, "标准已印"],
            [4, "采矿塌陷地回填不到位。", "回填三处，复核再验收。", "国土局", "蔺志峰", date(2014, 5, 6), date(2014, 9, 20), "整改中", None, "回填两处"],
            [5, "窗口复印收费。", "免费复印。", "国土局", "喻正子", "2014-05-12", date(2014, 5, 20), "已完成", 41776, "复印机已放大厅"],
            [6, "测量预约要等一个月。", "十个工作日内到场。", "国土局", "蔺志峰", "41768", date(2014, 6, 15), "已完成", date(2014, 5, 28), "增加测量组一个"],
        ],
    )
    for row in (7, 9):
        page.put(row, 7, page.cells[row, 7][0], chinese)
    page.put(9, 9, page.cells[9, 9][0], chinese)
    return page


@workbook("教育局/教育局“四风”问题整改清单.xlsx", by_libreoffice)
def no_unit_column() -> Page:
    """Show a sheet without a column of units, 完成时间 its only deadline, the header again on the second page, notes below."""
    page = Page("清单", (6, 36, 36, 12, 12, 16, 20))
    page.title(1, "市教育局领导班子“四风”问题整改清单")
    header = ("序号", "问题", "整改措施", "责任领导", "责任人", "完成时间", "备注")
    page.row(2, header, HEAD)
    page.rows(
        3,
        [
            [1, "下校检查多，一学期二十七次。", "合并为八次，不打招呼。", "桂明一", "桂惠今", "6月底前", None],
            [2, "择校收费群众有意见。", "公布招生范围，不收一分。", "桂明一", "桂惠今", "2014年8月31日", None],
            [3, "校车不够坐，低年级站着。", "增加两台，分两批接送。", "桂惠今", "耿振兰", "9月1日前", "两台已订"],
        ],
    )
    page.row(6, header, HEAD)
    page.rows(
        7,
        [
            [4, "教师评职称名额分配不透明。", "评分表公开七天。", "桂惠今", "耿振兰", "12月底前", None],
            [5, "办公室订报刊重复。", "核减十一种。", "桂明一", "桂惠今", "立行立改", "已核减"],
        ],
    )
    page.foot(9, "注：1.本表由各单位负责如实填写。2.完成时间指计划完成的时间。")
    page.foot(10, "填表人：桂惠今　　联系电话：0430-3021554　　填报日期：2014年5月28日")
    return page


@workbook("工商局.xlsx", by_xlsxwriter)
def table_off_the_corner() -> Page:
    """Show a table that begins at C4; other worksheets follow the one that counts."""
    notes = Page("填报说明", (60,))
    notes.rows(1, [["一、本表每月末报送一次。"], ["二、责任单位写全称。"], ["三、没有变化的写“无变化”。"]])
    empty = Page("Sheet3", (10,))
    empty.put(1, 1, None)
    page = Page("整改台账", (6, 34, 26, 14, 10, 14, 14, 14), left=3, others=(notes, empty))
    page.title(4, "市工商局整改台账（2014年5月）")
    page.row(5, ("序号", "整改内容", "解决措施", "责任单位", "责任人", "完成时限", "完成情况", "完成时间"), HEAD)
    page.rows(
        6,
        [
            [1, "个体户年检跑两个窗口。", "并为一个窗口。", "市工商局", "蔡振宏", "5月底前", "已完成", "5月20日"],
            [2, "市场摊位费收据不规范。", "统一票据。", "工商局", "蔡振宏", "6月10日前", "整改中", None],
            [3, "消费投诉答复慢。", "三日内答复。", "市工商行政管理局", "尚国峰", "6月末", "整改中", None],
            [4, "协会代收会费群众不清楚。", "自愿入会，公示标准。", "个私协会", "蔡振宏", "二季度末", "未启动", None],
        ],
    )
    return page


@workbook("政务大厅/整改台账5月.csv", by_csv("utf-8"))
def text_like_formulas() -> Page:
    """Show CSV in UTF-8 without a mark; full-width digits; texts that begin with = + - @."""
    page = Page(widths=(1,) * 8)
    page.row(1, ("序号", "存在问题", "整改措施", "责任单位", "责任人", "完成时限", "完成情况", "整改进展"))
    page.rows(
        2,
        [
            ["１", "排队机常坏，叫号靠喊。", "=更换排队机两台，月底前到位", "政务服务中心", "岑淑哲", "６月１５日前", "整改中", "-合同已签"],
            ["２", "网上指南和窗口要求不一致。", "+逐项核对二百一十项", "政务服务中心", "岑淑哲", "2014年６月３０日前", "整改中", "@各窗口：已核对一百四十项"],
            ["３", "群众评议倒数的窗口没有说法。", "=SUM(好评)倒数第一的停岗学习", "市政务服务中心", "梅虎舟", "长期坚持", "长期坚持", None],
        ],
    )
    return page


@workbook("雾泉镇/磨坊沟村整改台账.xlsx", by_openpyxl)
def village_in_its_towns_folder() -> Page:
    """Show a village's own sheet in its town's folder: the lower of the two is the sender."""
    page = Page("Sheet1", (6, 34, 26, 14, 10, 14, 14, 14))
    page.title(1, "整改台账")
    page.title(2, "填报单位：磨坊沟村　　　2014年5月30日", LINE)
    page.row(3, ("序号", "存在问题", "整改措施", "责任单位", "责任人", "完成时限", "完成情况", "完成时间"), HEAD)
    page.rows(
        4,
        [
            [1, "村部总锁门，盖章找不着人。", "两委每天一人值班。", "磨坊沟村", "南宫振福", "长期坚持", "整改中", None],
            [2, "磨坊桥护栏断了一段。", "自筹钢管补上。", "磨坊沟", "祁泰舟", "5月20日前", "已完成", "5月18日"],
        ],
    )
    return page


@workbook("市水利局立行立改事项.xlsx", by_xlsxwriter)
def conflict_with_the_office() -> Page:
    """Show an item of the office's own list with another status and no sheet before it: a conflict."""
    page = Page("立行立改", (6, 36, 16, 14))
    page.title(1, "立行立改事项台账")
    page.title(2, "填报单位：市水利局　　　2014年5月31日", LINE)
    page.row(3, ("序号", "整改事项", "责任单位", "完成情况"), HEAD)
    page.rows(
        4,
        [
            [1, "白桦岔镇两个村饮水工程停工半年。", "市水利局", "已完成"],
            [2, "河道采砂许可公示不及时。", "市水利局", "整改中"],
        ],
    )
    return page


@workbook("附件1.xlsx", by_xlsxwriter)
def no_clear_sender() -> Page:
    """Show a file without folder and unit line, whose name says nothing, with items of three units."""
    page = Page("Sheet1", (6, 36, 30, 16, 10, 14, 12))
    page.title(1, "“四风”突出问题整改清单")
    page.title(2, "（2014年5月）", LINE)
    page.row(3, ("序号", "存在问题", "整改措施", "责任单位", "责任人", "完成时限", "完成情况"), HEAD)
    page.rows(
        4,
        [
            [1, "农家乐检查多头，一天来三家。", "联合检查，一次查完。", "市旅游局", "太永花", "6月底前", "整改中"],
            [2, "早市搬迁不听摊主意见。", "开恳谈会两次。", "市商务局", "滕文林", "6月底前", "整改中"],
            [3, "粮食收购点晚上不收粮。", "收购期延到八点。", "市农业局", "祁永子", "9月底前", "未启动"],
        ],
    )
    page.row(7, (None, "合计", "3项", None, None, None, None), BODY)
    return page
