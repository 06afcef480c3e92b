"""What stands above a table: labels of attachments, titles, unit and period."""

from pathlib import Path

from book import book
from book import csv_book
from book import openpyxl_book
from book import rows_of
from book import xls_book
from book import xlsxwriter_book


@book("taken/attachment-label-above-the-title.xlsx")
def attachment_label(path: Path) -> None:
    rows = rows_of("""
        附件3
        盐窝镇党的群众路线教育实践活动整改台账
        填报单位（盖章）：盐窝镇 | | | | 2014年4月
        序号 | 存在问题 | 责任单位 | 整改时限 | 整改情况
        1 | 便民大厅中午没人 | 盐窝镇 | 6月底前 | 整改中
        2 | 路灯不亮 | 新村 | 长期坚持 | 长期坚持
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A2:E2 A3:D3")


@book("taken/title-names-the-kind-of-items.xlsx")
def kind_in_title(path: Path) -> None:
    prompt = rows_of("""
        盐窝镇立行立改事项台账
        填报单位：盐窝镇 | | | | 2014年4月
        序号 | 存在问题 | 责任单位 | 整改时限 | 整改情况
        1 | 窗口中午没人 | 盐窝镇 | 立行立改 | 整改中
    """)
    several = rows_of("""
        盐窝镇整改落实、建章立制环节整改台账
        填报单位：盐窝镇 | | | | 2014年4月
        序号 | 存在问题 | 责任单位 | 整改时限 | 整改情况
        1 | 路灯不亮 | 新村 | 6月底前 | 整改中
    """)
    openpyxl_book(path, {"立改": prompt, "整改": several}, "A1:E1")


@book("taken/five-title-rows.xls")
def five_titles(path: Path) -> None:
    rows = rows_of("""
        附件2：
        垦东县第二批教育实践活动
        单位基本情况统计表
        （截至2014年4月30日）
        填报单位：盐窝镇 | | 填报日期：2014年5月4日
        单位名称 | 层级 | 联络员 | 党员数
        新村 | 村级 | 张三 | 41
        大赵村 | 村级 | 李四 | 56
    """)
    xls_book(path, {"名册": rows}, "A2:D2 A3:D3 A4:D4")


@book("taken/unit-period-and-form-number-in-one-row.xlsx")
def form_number(path: Path) -> None:
    rows = rows_of("""
        征求意见建议汇总表
        填报单位：县财政局　2014年4月　表号：A307表(续) 批准文号：垦群办〔2014〕8号
        序号 | 被征求意见单位 | 征求方式 | 意见建议 | 征求时间
        1 | 县财政局 | 座谈会 | 报销要跑三趟 | 2014年4月8日
    """)
    xlsxwriter_book(path, {"汇总表": rows}, "A1:E1 A2:E2")


@book("taken/title-in-the-middle-column.in.csv")
def title_in_the_middle(path: Path) -> None:
    rows = rows_of("""
        _ | | 规定动作完成情况一览表 | |
        _ | | | 截至2014年4月底 |
        单位 | 动员大会 | 集中学习 | 谈心谈话
        盐窝镇 | 3月5日 | 3 | √
        胜坨镇 | √ | 未开展 | /
    """)
    csv_book(path, rows, "gb18030")


@book("taken/unit-and-period-in-the-file-name.xls")
def in_the_file_name(path: Path) -> None:
    rows = rows_of("""
        序号 | 存在问题 | 责任人 | 整改时限
        1 | 报销要跑三趟 | 张三 | 6月底前
        2 | 窗口没有叫号机 | 李四 | 7月中旬
    """)
    xls_book(path, {"Sheet1": rows})


@book("taken/month-of-the-title-against-the-body.xlsx")
def title_against_body(path: Path) -> None:
    rows = rows_of("""
        盐窝镇2014年2月整改台账
        截至2014年3月31日
        序号 | 存在问题 | 责任单位 | 整改时限
        1 | 便民大厅中午没人 | 盐窝镇 | 6月底前
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1 A2:D2")


@book("taken/month-of-the-title-against-the-file-name.xlsx")
def title_against_file(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表（2014年3月）
        序号 | 被征求意见单位 | 意见建议
        1 | 盐窝镇 | 便民大厅中午没人
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:C1")


@book("taken/month-that-the-clerk-says.xlsx")
def month_said(path: Path) -> None:
    rows = rows_of("""
        单位名册（2014年2月）
        截至2014年3月31日
        单位名称 | 党员数 | 联系电话
        盐窝镇 | 312 | 0546-2881001
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:C1 A2:C2")
