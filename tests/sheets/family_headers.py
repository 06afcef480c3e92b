"""Headers of one to three rows, and headings in every form."""

from pathlib import Path

from book import book
from book import by_libreoffice
from book import csv_book
from book import html_book
from book import openpyxl_book
from book import rows_of
from book import xls_book
from book import xlsxwriter_book


@book("taken/header-of-three-rows.xlsx")
def three_rows(path: Path) -> None:
    rows = rows_of("""
        盐窝镇整改台账
        序号 | 问题清单 | | 整改清单 | | | | 销号情况
        _ | 存在问题 | 问题来源 | 整改措施 | 责任 | | 整改时限 |
        _ | | | | 责任单位 | 责任人 | |
        1 | 便民大厅中午没人 | 群众提 | 轮班 | 盐窝镇 | 张三 | 6月底前 | 未销号
        2 | 路灯不亮 | 自己找 | 换灯 | 新村 | 李四 | 5月底前 | 未销号
    """)
    merge = "A1:H1 A2:A4 B2:C2 D2:G2 H2:H4 B3:B4 C3:C4 D3:D4 E3:F3 G3:G4"
    xlsxwriter_book(path, {"清单": rows}, merge)


@book("taken/header-of-three-rows-over-actions.xls")
def three_rows_progress(path: Path) -> None:
    rows = rows_of("""
        进展情况统计表
        单位 | 规定动作 | |
        _ | 第一环节 | | 第二环节
        _ | 动员大会 | 集中学习 | 谈心谈话
        盐窝镇 | 2014年3月5日 | 3 | √
        胜坨镇 | √ | 4 | 未开展
    """)
    xls_book(path, {"进展": rows}, "A1:D1 A2:A4 B2:D2 B3:C3")


@book("taken/header-of-two-rows-of-a-roster.ods")
def two_rows_roster(path: Path) -> None:
    rows = rows_of("""
        参加单位名册
        序号 | 单位 | | 党员 | | 联络员 |
        _ | 单位名称 | 所属乡镇 | 党员数 | 其中:流动党员 | 姓名 | 联系电话
        1 | 新村 | 盐窝镇 | 41 | 3 | 张三 | 13800000001
        2 | 后崔村 | 胜坨镇 | 37 | 1 | 李四 | 13800000002
    """)
    by_libreoffice(path, {"名册": rows}, "A1:G1 A2:A3 B2:C2 D2:E2 F2:G2")


@book("taken/header-of-two-rows-without-merges.in.csv")
def two_rows_csv(path: Path) -> None:
    rows = rows_of("""
        意见台账
        序号 | 意见 | | 来源 |
        _ | 被征求意见单位 | 意见内容 | 征求渠道 | 征求时间
        1 | 盐窝镇 | 便民大厅中午没人 | 意见箱 | 2014.3.15
        2 | 县教育局 | 补课收费没人管 | 热线 | 2014.3.16
    """)
    csv_book(path, rows, "utf-16", "\t")


@book("taken/row-that-numbers-the-columns.xls")
def column_numbers(path: Path) -> None:
    rows = rows_of("""
        征求意见建议汇总表
        序号 | 被征求意见单位 | 征求渠道 | 意见建议 | 条数 | 备注
        甲 | 乙 | 丙 | 1 | 2 | 3
        1 | 盐窝镇 | 座谈会 | 便民大厅中午没人 | 2 |
        2 | 胜坨镇 | 来信 | 路灯不亮 | 1 |
    """)
    xls_book(path, {"汇总": rows}, "A1:F1")


@book("taken/row-that-numbers-the-columns-of-a-roster.xlsx")
def column_numbers_roster(path: Path) -> None:
    rows = rows_of("""
        单位基本情况统计表
        单位名称 | 党组织数 | 党员数 | 领导班子成员数
        栏次 | 1 | 2 | 3
        盐窝镇 | 12 | 312 | 9
        胜坨镇 | 10 | 287 | 8
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("taken/headings-with-units-breaks-and-brackets.xls")
def headings(path: Path) -> None:
    rows = rows_of("""
        序号 | 存 在 问 题 | 整改要求~（措施） | 责 任 单 位 | 责任~领导 | 完成~时限（年月日） | 问题金额（万元）
        1 | 超标接待 | 退缴费用 | 县财政局 | 周局长 | 2014年6月30日 | 1.2
    """)
    html_book(path, rows)


@book("taken/same-heading-under-two-groups.xlsx")
def two_groups(path: Path) -> None:
    rows = rows_of("""
        整改任务分解表
        序号 | 存在问题 | 牵头 | | 配合 | | 整改时限
        _ | | 单位 | 责任人 | 单位 | 责任人 |
        1 | 会议太多 | 县财政局 | 张三 | 县审计局 | 李四 | 6月底前
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:G1 A2:A3 B2:B3 C2:D2 E2:F2 G2:G3")


@book("taken/header-on-every-page.in.csv")
def every_page(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 单位名称 | 意见建议 | 征求方式
        1 | 盐窝镇 | 便民大厅中午没人 | 座谈会
        2 | 盐窝镇 | 路灯不亮 | 座谈会
        征求意见汇总表 | | |
        序号 | 单位名称 | 意见建议 | 征求方式
        3 | 胜坨镇 | 修路太慢 | 来信
        序 号 | 单位名称： | 意见 建议 | 征求方式
        4 | 胜坨镇 | 报销太慢 | 来访
    """)
    csv_book(path, rows, "gb18030")


@book("taken/header-of-two-rows-on-every-page.xlsx")
def every_page_two_rows(path: Path) -> None:
    head = """
        序号 | 存在问题 | 责任 | | 整改时限
        _ | | 单位 | 人 |
    """
    rows = rows_of(f"""
        {head}
        1 | 便民大厅中午没人 | 盐窝镇 | 张三 | 6月底前
        2 | 路灯不亮 | 新村 | 李四 | 6月底前
        {head}
        3 | 修路太慢 | 胜坨镇 | 王五 | 7月底前
    """)
    merge = "A1:A2 B1:B2 C1:D1 E1:E2 A5:A6 B5:B6 C5:D5 E5:E6"
    xlsxwriter_book(path, {"Sheet1": rows}, merge)


@book("taken/columns-added-and-moved.xlsx")
def columns_moved(path: Path) -> None:
    rows = rows_of("""
        整改台账
        责任单位 | 自用备注 | 整改时限 | 存在问题 | 受益群众 | 完成情况 | 序号
        盐窝镇 | 先办 | 6月底前 | 便民大厅中午没人 | 约300人 | 整改中 | 1
        新村 | | 5月底前 | 路灯不亮 | | 已完成 | 2
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:G1")


@book("taken/column-of-units-taken-out.xlsx")
def no_unit_column(path: Path) -> None:
    rows = rows_of("""
        整改台账
        填报单位：胜坨镇
        序号 | 存在问题 | 整改时限 | 完成情况
        1 | 修路太慢 | 7月底前 | 整改中
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("queried/column-of-units-taken-out-and-no-sender.xlsx")
def no_unit_no_sender(path: Path) -> None:
    rows = rows_of("""
        整改台账
        序号 | 存在问题 | 整改时限 | 完成情况
        1 | 修路太慢 | 7月底前 | 整改中
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


# Headings that may mean two things ----------------------------------------------------------


@book("taken/time-of-completion-beside-a-deadline.xlsx")
def completion_beside_deadline(path: Path) -> None:
    rows = rows_of("""
        序号 | 存在问题 | 责任单位 | 整改时限 | 完成情况 | 完成时间
        1 | 便民大厅中午没人 | 盐窝镇 | 6月底前 | 已完成 | 2014年5月9日
        2 | 路灯不亮 | 新村 | 6月底前 | 整改中 |
    """)
    openpyxl_book(path, {"Sheet1": rows})


@book("taken/time-of-completion-that-is-the-deadline.xls")
def completion_is_deadline(path: Path) -> None:
    rows = rows_of("""
        序号 | 存在问题 | 责任单位 | 整改情况 | 完成时间
        1 | 便民大厅中午没人 | 盐窝镇 | 正在整改 | 6月底前
        2 | 路灯不亮 | 新村 | 已完成 | 4月底前
    """)
    xls_book(path, {"Sheet1": rows})


@book("taken/time-class-source-and-object-of-opinions.xlsx")
def ambiguous_opinions(path: Path) -> None:
    rows = rows_of("""
        意见建议登记表
        序号 | 时间 | 单位 | 来源 | 类别 | 对象 | 问题
        1 | 2014年3月8日 | 盐窝镇 | 座谈会 | 形式主义 | 领导班子 | 会议太多
        2 | 2014年3月9日 | 胜坨镇 | 意见箱 | 官僚主义 | 班子成员 | 办事拖拉
    """)
    xlsxwriter_book(path, {"登记表": rows}, "A1:G1")


@book("taken/class-that-is-a-group-of-people.xlsx")
def class_is_group(path: Path) -> None:
    rows = rows_of("""
        原始意见汇总表
        序号 | 征求渠道 | 来源 | 对象 | 被征求意见单位 | 意见建议
        1 | 座谈会 | 村干部 | 领导班子 | 盐窝镇 | 会议太多
        2 | 座谈会 | 企业 | 领导班子 | 盐窝镇 | 办证太慢
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:F1")


@book("taken/object-that-is-who-was-asked.xlsx")
def object_is_group(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 被征求意见单位 | 征求方式 | 对象 | 意见建议
        1 | 盐窝镇 | 座谈会 | 老干部 | 会议太多
        2 | 盐窝镇 | 入户走访 | 基层群众 | 办证太慢
        3 | 盐窝镇 | 入户走访 | 企业 | 收费不明
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:E1")


@book("taken/time-class-source-and-state-of-items.xlsx")
def ambiguous_items(path: Path) -> None:
    rows = rows_of("""
        整改清单
        序号 | 类别 | 来源 | 存在问题 | 责任单位 | 时间 | 整改情况
        1 | 形式主义 | 群众提 | 会议太多 | 盐窝镇 | 6月底前 | 已完成
        2 | 享乐主义 | 自己找 | 超标用车 | 县财政局 | 8月底前 | 正在整改
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:G1")


@book("taken/class-that-is-a-special-rectification.xlsx")
def class_is_category(path: Path) -> None:
    rows = rows_of("""
        专项整治台账
        序号 | 类别 | 问题 | 责任单位 | 完成时限 | 整改情况
        1 | 文山会海 | 会议太多 | 盐窝镇 | 6月底前 | 今年会议减少三成，文件减少两成。
        2 | 公款吃喝 | 超标接待 | 县财政局 | 5月底前 | 已退缴1.2万元，修订接待制度。
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:F1")


@book("taken/time-and-class-of-a-roster.xlsx")
def ambiguous_roster(path: Path) -> None:
    rows = rows_of("""
        参学单位一览表
        序号 | 单位 | 类别 | 级别 | 负责人 | 启动时间 | 电话
        1 | 盐窝镇 | 镇、街道 | 乡镇 | 王书记 | 2014年3月1日 | 0546-2881001
        2 | 县财政局 | 机关及直属单位 | 县级 | 周局长 | 2014年3月3日 | 0546-2881002
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:G1")
