"""Ledgers of what happened: studies, visits to members at home, talks."""

from pathlib import Path

from book import book
from book import by_libreoffice
from book import csv_book
from book import openpyxl_book
from book import rows_of
from book import xls_book
from book import xlsxwriter_book


@book("taken/studies-with-halves-and-those-who-made-them-up.xlsx")
def studies(path: Path) -> None:
    rows = rows_of("""
        盐窝镇党的群众路线教育实践活动集中学习情况统计表
        填报单位：盐窝镇党委 | | | | | | | | | | 2014年5月
        序号 | 学习时间 | 学习地点 | 学习内容 | 学习形式 | 主持人 | 人数 | | 缺席人员及原因 | 补课时间 | 天数 | 督导组参加人
        _ | | | | | | 应到 | 实到 | | | |
        1 | 3月5日 | 三楼会议室 | 党章、十八大报告 | 集中学习 | 王建国 | 20 | 18 | 张三（出差）、李四 | 3月8日 | 1天 | 第3督导组 王某
        2 | 3月10日-12日 | 三楼会议室 | 中央八项规定精神 | 集中学习 | 王建国 | 20 | 20 | | | 2天半 | 无
        3 | 2014.3.15 | 礼堂 | 听先进事迹报告 | 辅导讲座 | 王建国 | 20 | 20 | | | 半天 |
        合计 | | | | | | 60 | 58 | | | 4 |
        填表人：赵六 | | 联系电话：2881001
    """)
    areas = "A1:L1 A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:F4 G3:H3 I3:I4 J3:J4 K3:K4 L3:L4"
    xlsxwriter_book(path, {"学习": rows}, areas)


@book("taken/study-whose-title-alone-names-the-form.xls")
def form_of_title(path: Path) -> None:
    rows = rows_of("""
        县财政局中心组学习情况登记表
        填报单位：县财政局
        次数序号 | 时间 | 地点 | 学习专题 | 主持人 | 主讲人 | 参学人数 | 学时 | 记录人
        第一次 | 2014年3月6日上午 | 局会议室 | 焦裕禄精神 | 周局长 | 吴科长 | 12 | 4学时 | 郑某
        第二次 | 2014年3月20日 | 局会议室 | 党的群众路线 | 周局长 | | 11 | 3.5 | 郑某
    """)
    xls_book(path, {"Sheet1": rows}, "A1:I1")


@book("taken/members-who-are-taught-at-home.ods")
def at_home(path: Path) -> None:
    rows = rows_of("""
        送学上门登记表
        参学单位 | 送学时间 | 活动内容 | 送学对象 | 应送学人数 | 送学人数 | 送学方式 | 备注
        盐窝镇 | 4月2日 | 送学习资料上门 | 流动党员 | 12 | 9 | 送学上门 | 3人在外地
        _ | 4月9日、10日 | 送学习资料上门 | 年老体弱党员 | 40 | 40 | 送学上门 |
        新村 | 4月3日 | 电话讲学 | 流动党员 | 5 | 5 | 电话送学 |
    """)
    by_libreoffice(path, {"送学": rows}, "A1:H1 A3:A4")


@book("taken/talks-with-two-columns-of-posts.xlsx")
def talks(path: Path) -> None:
    rows = rows_of("""
        谈心谈话登记表
        填报单位：胜坨镇
        序号 | 谈话人 | 职务 | 谈话对象 | 职务 | 谈话时间 | 地点 | 谈话类型 | 谈话内容 | 意见条数 | 谈话人签字
        1 | 李书记 | 书记 | 王镇长 | 镇长 | 5月8日 | 办公室 | 主要负责同志与班子成员 | 联系群众不够，~会议偏多 | 2 |
        2 | 李书记 | 书记 | 孙副镇长、钱副镇长 | 副镇长 | 5月9日 | 办公室 | 同上 | 分管工作抓得不细 | 1 |
        3 | 王镇长 | 镇长 | 孙副镇长 | 副镇长 | 5月9日 | 办公室 | 班子成员相互之间 | 无 | |
    """)
    openpyxl_book(path, {"谈心": rows}, "A1:K1 A2:K2")


@book("queried/activities-that-cannot-have-been-so.xlsx")
def cannot_be(path: Path) -> None:
    rows = rows_of("""
        活动登记表
        开展单位 | 开展日期 | 结束日期 | 活动形式 | 活动内容 | 登记为 | 天数 | 学时 | 应到人数 | 实到人数
        盐窝镇 | 3月5日 | | 集中学习 | 党章 | | 1 | | 20 | 22
        盐窝镇 | 3月6日 | 3月4日 | 集中学习 | 八项规定 | | 1 | | 20 | 20
        盐窝镇 | 3月7日 | | 集中学习 | 焦裕禄精神 | | 约2天 | | 20 | 20
        盐窝镇 | 3月8日 | | 集中学习 | 群众路线 | | 4学时 | | 20 | 20
        盐窝镇 | 3月9日、12日 | | 集中学习 | 两次 | | 2 | | 20 | 20
        盐窝镇 | 3月13日 | | 集中学习 | 先锋 | 集中学 | 1 | | 20 | 20
        盐窝镇 | 3月14日 | | 集中学习 | 登山 | 登山比赛 | 1 | | 20 | 20
        盐窝镇 | 3月15日 | | | | | 1 | | 20 | 20
        盐窝镇 | 2014年6月15日 | | 集中学习 | 还没有到 | | 1 | | 20 | 20
        盐窝镇 | 3月16日 | | 集中学习 | 好好学 | | 0.5 | | 20 | 20
    """)
    openpyxl_book(path, {"活动": rows}, "A1:J1")


@book("queried/talk-without-whom-it-was-with.in.csv")
def without_whom(path: Path) -> None:
    rows = rows_of("""
        谈心谈话情况登记表
        所在单位 | 谈话人 | 谈话对象 | 谈话时间 | 谈话内容
        县审计局 | 冯局长 | 陈科长 | 5月6日 | 工作作风
        县审计局 | 冯局长 | | 5月7日 | 工作作风
        县审计局 | 冯局长 | 褚科长 | 5月中旬 | 工作作风
    """)
    csv_book(path, rows, "gb18030")
