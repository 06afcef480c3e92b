"""Several tables in a worksheet, several worksheets in a workbook, and what is hidden."""

import zipfile
from pathlib import Path

from book import book
from book import by_libreoffice
from book import csv_book
from book import openpyxl_book
from book import rows_of
from book import xls_book
from book import xlsxwriter_book


@book("taken/two-halves-of-a-roster-side-by-side.xlsx")
def side_by_side(path: Path) -> None:
    rows = rows_of("""
        参加单位名册
        序号 | 单位名称 | 联络员 | 党员数 | 序号 | 单位名称 | 联络员 | 党员数
        1 | 盐窝镇 | 王五 | 312 | 3 | 县财政局 | 张三 | 62
        2 | 胜坨镇 | 赵六 | 287 | 4 | 县审计局 | 李四 | 31
        _ | | | | 5 | 县教育局 | 孙七 | 88
    """)
    openpyxl_book(path, {"名册": rows}, "A1:H1")


@book("taken/opinions-with-a-table-of-channels-on-the-right.xlsx")
def statistics_on_the_right(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表 | | | | 按渠道统计 |
        序号 | 被征求意见单位 | 意见建议 | | 征求渠道 | 条数
        1 | 盐窝镇 | 会议太多 | | 座谈会 | 2
        2 | 盐窝镇 | 文件太多 | | 意见箱 | 1
        3 | 胜坨镇 | 办证太慢 | | 合计 | 3
        4 | 胜坨镇 | 修路太慢 | | |
    """)
    xlsxwriter_book(path, {"汇总": rows}, "A1:C1 E1:F1")


@book("taken/items-and-opinions-side-by-side.xls")
def two_kinds_side_by_side(path: Path) -> None:
    rows = rows_of("""
        整改台账 | | | | | 意见台账 | |
        序号 | 存在问题 | 责任单位 | 整改时限 | | 序号 | 意见建议 | 被征求意见单位
        1 | 会议太多 | 盐窝镇 | 6月底前 | | 1 | 开会占用农时 | 盐窝镇
        2 | 文件太多 | 县财政局 | 6月底前 | | 2 | 报销要跑三趟 | 县财政局
        _ | | | | | 3 | 窗口中午没人 | 盐窝镇
    """)
    xls_book(path, {"Sheet1": rows}, "A1:D1 F1:H1")


@book("taken/empty-column-within-a-table.xlsx")
def empty_column(path: Path) -> None:
    rows = rows_of("""
        整改台账
        序号 | 存在问题 | 责任单位 | | 整改时限 | 完成情况
        1 | 会议太多 | 盐窝镇 | | 6月底前 | 整改中
        2 | 文件太多 | 县财政局 | | 6月底前 | 未启动
        3 | 办证太慢 | 县审计局 | | |
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:F1")


@book("taken/opinions-above-and-items-below.xlsx")
def two_kinds_stacked(path: Path) -> None:
    rows = rows_of("""
        一、征求意见汇总表
        序号 | 被征求意见单位 | 意见建议 | 征求方式
        1 | 盐窝镇 | 开会占用农时 | 座谈会
        2 | 盐窝镇 | 窗口中午没人 | 意见箱
        _
        二、整改台账
        序号 | 存在问题 | 责任单位 | 责任人 | 整改措施 | 整改时限 | 完成情况
        1 | 会议太多 | 盐窝镇 | 张三 | 合并会议 | 6月底前 | 整改中
        2 | 中午无人值守 | 盐窝镇 | 李四 | 轮班 | 立行立改 | 已完成
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:G1 A6:G6")


@book("taken/items-of-the-body-above-those-of-persons.xls")
def same_kind_stacked(path: Path) -> None:
    rows = rows_of("""
        盐窝镇整改台账
        序号 | 存在问题 | 整改措施 | 责任单位 | 整改时限
        1 | 会议太多 | 合并会议 | 盐窝镇 | 6月底前
        2 | 中午无人值守 | 轮班 | 盐窝镇 | 立行立改
        个人整改事项
        序号 | 班子或个人 | 责任人 | 存在问题 | 责任单位 | 整改时限
        1 | 个人 | 张三 | 下村太少 | 盐窝镇 | 7月底前
    """)
    xls_book(path, {"Sheet1": rows}, "A1:F1 A5:F5")


@book("taken/statistics-above-the-opinions.xlsx")
def statistics_above(path: Path) -> None:
    rows = rows_of("""
        征求意见情况统计
        征求渠道 | 座谈会 | 意见箱 | 合计
        条数 | 1 | 1 | 2
        _
        征求意见汇总表
        序号 | 被征求意见单位 | 意见建议 | 征求渠道
        1 | 盐窝镇 | 开会占用农时 | 座谈会
        2 | 盐窝镇 | 窗口中午没人 | 意见箱
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1 A5:D5")


@book("queried/table-of-another-matter-below.xlsx")
def other_matter(path: Path) -> None:
    rows = rows_of("""
        整改台账
        序号 | 存在问题 | 责任单位 | 整改时限
        1 | 会议太多 | 盐窝镇 | 6月底前
        2 | 文件太多 | 县财政局 | 6月底前
        序号 | 责任单位 | 满意度 | 群众评价
        1 | 盐窝镇 | 96% | 满意
        2 | 县财政局 | 91% | 基本满意
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("queried/rows-to-mend-in-both-of-two-tables.xlsx")
def both_to_mend(path: Path) -> None:
    rows = rows_of("""
        盐窝镇征求意见汇总表
        序号 | 被征求意见单位 | 意见建议 | 征求方式
        1 | 盐窝镇 | 开会占用农时 | 座谈会
        2 | 有关单位 | 窗口中午没人 | 意见箱
        _
        盐窝镇整改台账
        序号 | 存在问题 | 责任单位 | 整改时限 | 完成情况
        1 | 会议太多 | 各村 | 6月底前 | 整改中
        2 | 中午无人值守 | 盐窝镇 | 立行立改 | 已完成
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:E1 A6:E6")


@book("queried/rows-to-mend-side-by-side.xlsx")
def side_to_mend(path: Path) -> None:
    rows = rows_of("""
        参加单位名册
        序号 | 单位名称 | 联络员 | 党员数 | 序号 | 单位名称 | 联络员 | 党员数
        1 | 盐窝镇 | 王五 | 三百多 | 3 | 县财政局 | 张三 | 62
        2 | 胜坨镇 | 赵六 | 287 | 4 | 县审计局 | 李四 | 若干
    """)
    xlsxwriter_book(path, {"名册": rows}, "A1:H1")


# Several worksheets -------------------------------------------------------------------------


@book("taken/worksheet-for-each-unit.xlsx")
def sheet_for_each_unit(path: Path) -> None:
    head = "整改台账\n序号 | 存在问题 | 整改时限 | 完成情况\n"
    fill = "填报说明\n1.每个问题填一行。\n2.时限要具体到日。"
    sheets = {
        "填报说明": rows_of(fill),
        "盐窝镇": rows_of(
            head + "1 | 会议太多 | 6月底前 | 整改中\n2 | 文件太多 | 6月底前 | 整改中"
        ),
        "胜坨镇": rows_of(head + "1 | 修路太慢 | 7月底前 | 整改中"),
        "财政局": rows_of(head + "1 | 报销太慢 | 立行立改 | 已完成"),
        "Sheet2": [],
        "Sheet3": [],
    }
    openpyxl_book(path, sheets)


@book("taken/town-with-worksheets-of-its-villages.xls")
def town_with_villages(path: Path) -> None:
    head = "{}征求意见台账\n序号 | 意见建议 | 征求方式 | 征求时间\n"
    sheets = {
        "新村": rows_of(
            head.format("新村")
            + "1 | 路灯不亮 | 入户走访 | 2014年4月2日\n2 | 修路太慢 | 座谈会 | 2014年4月3日"
        ),
        "大赵村": rows_of(head.format("大赵村") + "1 | 路灯不亮 | 入户走访 | 2014年4月2日"),
        "前王": rows_of(head.format("前王村") + "1 | 自来水浑 | 意见箱 | 2014年4月5日"),
    }
    xls_book(path, sheets)


@book("taken/town-with-villages-that-name-themselves.xlsx")
def villages_name_themselves(path: Path) -> None:
    head = "整改台账\n填报单位：{}\n序号 | 存在问题 | 整改时限\n"
    sheets = {
        "1": rows_of(head.format("新村") + "1 | 路灯不亮 | 6月底前"),
        "2": rows_of(head.format("大赵村") + "1 | 修路太慢 | 7月底前"),
    }
    xlsxwriter_book(path, sheets)


@book("taken/summary-that-repeats-the-units-worksheets.xlsx")
def summary_repeats(path: Path) -> None:
    head = "整改台账\n序号 | 存在问题 | 责任单位 | 整改时限\n"
    sheets = {
        "汇总": rows_of(head + "1 | 会议太多 | 盐窝镇 | 6月底前\n2 | 修路太慢 | 胜坨镇 | 7月底前"),
        "盐窝镇": rows_of(head + "1 | 会议太多 | 盐窝镇 | 6月底前"),
        "胜坨镇": rows_of(head + "1 | 修路太慢 | 胜坨镇 | 7月底前"),
    }
    openpyxl_book(path, sheets)


@book("taken/summary-of-opinions-with-fewer-columns.xls")
def summary_fewer(path: Path) -> None:
    head = "意见台账\n序号 | 意见建议 | 征求方式 | 征求时间\n"
    sheets = {
        "盐窝镇": rows_of(
            head + "1 | 会议太多 | 座谈会 | 2014年4月2日\n2 | 路灯不亮 | 来信 | 2014年4月3日"
        ),
        "胜坨镇": rows_of(head + "1 | 修路太慢 | 座谈会 | 2014年4月4日"),
        "汇总表": rows_of(
            "意见汇总\n序号 | 单位名称 | 意见建议\n1 | 盐窝镇 | 会议太多\n2 | 盐窝镇 | 路灯不亮\n3 | 胜坨镇 | 修路太慢"
        ),
    }
    xls_book(path, sheets)


@book("taken/summary-of-numbers-beside-the-units-worksheets.ods")
def summary_of_numbers(path: Path) -> None:
    head = "意见台账\n序号 | 意见建议 | 征求方式\n"
    sheets = {
        "盐窝镇": rows_of(head + "1 | 会议太多 | 座谈会"),
        "胜坨镇": rows_of(head + "1 | 修路太慢 | 来信"),
        "汇总": rows_of("意见数量汇总\n单位 | 条数\n盐窝镇 | 1\n胜坨镇 | 1\n合计 | 2"),
    }
    by_libreoffice(path, sheets)


@book("taken/worksheet-for-each-month.xlsx")
def sheet_for_each_month(path: Path) -> None:
    head = "盐窝镇整改台账\n序号 | 存在问题 | 责任单位 | 整改时限 | 完成情况\n"
    sheets = {
        "3月": rows_of(head + "1 | 会议太多 | 盐窝镇 | 6月底前 | 未启动"),
        "4月": rows_of(
            head
            + "1 | 会议太多 | 盐窝镇 | 6月底前 | 整改中\n2 | 路灯不亮 | 新村 | 5月底前 | 整改中"
        ),
    }
    openpyxl_book(path, sheets)


@book("taken/worksheet-for-each-phase.xlsx")
def sheet_for_each_phase(path: Path) -> None:
    sheets = {
        "第一环节": rows_of(
            "单位 | 动员大会 | 集中学习\n盐窝镇 | √ | 3\n胜坨镇 | 2014年3月5日 | 4"
        ),
        "第二环节": rows_of("单位 | 谈心谈话\n盐窝镇 | √\n胜坨镇 | 未开展"),
    }
    openpyxl_book(path, sheets)


@book("taken/hidden-rows-columns-and-worksheets.xlsx")
def hidden(path: Path) -> None:
    rows = rows_of("""
        整改台账
        序号 | 存在问题 | 责任单位 | 责任人 | 整改时限 | 完成情况
        1 | 会议太多 | 盐窝镇 | 张三 | 6月底前 | 整改中
        2 | 文件太多 | 县财政局 | 李四 | 6月底前 | 已完成
        3 | 办证太慢 | 县审计局 | 王五 | 7月底前 | 整改中
    """)
    more = rows_of("存在问题 | 责任单位 | 整改时限\n路灯不亮 | 新村 | 5月底前")
    made = openpyxl_book(path, {"台账": rows, "旧": more}, {"台账": "A1:F1"})
    sheet = made["台账"]
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions.group("D", "E", hidden=True)
    sheet.auto_filter.ref = "A2:F5"
    sheet.auto_filter.add_filter_column(5, ["整改中"])
    made["旧"].sheet_state = "hidden"
    made.save(path)


@book("taken/filter-left-on-in-an-old-book.xls")
def filter_left_on(path: Path) -> None:
    import xlwt

    rows = rows_of("""
        单位名称 | 党员数 | 联系人
        盐窝镇 | 312 | 王五
        胜坨镇 | 287 | 赵六
        县财政局 | 62 | 张三
    """)
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("名册")
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            sheet.write(row, column, value)
    sheet.row(2).hidden = True
    sheet.col(2).hidden = True
    made.save(str(path))


@book("taken/hidden-list-of-words-for-drop-downs.xlsx")
def hidden_words(path: Path) -> None:
    import xlsxwriter

    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("意见")
    words = made.add_worksheet("词表")
    words.write_column(0, 0, ["座谈会", "意见箱", "来信"])
    words.hide()
    for at, row in enumerate(
        rows_of(
            "被征求意见单位 | 意见建议 | 征求方式\n盐窝镇 | 会议太多 | 座谈会\n胜坨镇 | 修路太慢 | 来信"
        )
    ):
        sheet.write_row(at, 0, row)
    sheet.data_validation("C2:C99", {"validate": "list", "source": "=词表!$A$1:$A$3"})
    made.close()


@book("taken/extent-that-says-one-cell.xlsx")
def wrong_extent(path: Path) -> None:
    """As WPS writes it: the sheet says that it is A1 alone."""
    import openpyxl

    rows = rows_of("""
        单位 | 动员大会 | 集中学习
        盐窝镇 | √ | 3
        胜坨镇 | 2014年3月5日 | 4
    """)
    openpyxl_book(path, {"Sheet1": rows})
    parts = {}
    with zipfile.ZipFile(path) as book_:
        parts = {name: book_.read(name) for name in book_.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'<dimension ref="A1:C3"', b'<dimension ref="A1"')
    assert b'ref="A1"' in parts[name], openpyxl.__version__
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book_:
        for part, data in parts.items():
            book_.writestr(part, data)


@book("taken/two-tables-in-a-text-file.in.csv")
def two_tables_csv(path: Path) -> None:
    rows = rows_of("""
        单位名册
        单位名称 | 党员数 | 联系人
        盐窝镇 | 312 | 王五
        _
        进度表
        单位名称 | 动员大会 | 集中学习 | 谈心谈话
        盐窝镇 | √ | 3 | 2014年4月8日
    """)
    csv_book(path, rows, "gb18030")


@book("taken/actions-down-and-units-across.xlsx")
def units_across(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        填报单位：垦东县 | | | | | 2014年4月
        环节 | 规定动作 | 盐窝镇 | 胜坨镇 | 县财政局 | 备注
        第一环节 | 1.动员大会 | √ | 2014-03-06 | 已完成 |
        _ | 2.集中学习 | 3天 | 2 | 4 | 不含辅导报告
        第二环节 | 3.谈心谈话 | 未开展 | / | |
        _ | 合计 | 2 | 2 | 2 |
    """)
    openpyxl_book(path, {"进度": rows}, "A1:F1 A4:A5 A6:A7")


@book("taken/actions-down-of-one-unit.xls")
def one_unit_down(path: Path) -> None:
    rows = rows_of("""
        盐窝镇教育实践活动规定动作完成情况
        填报单位：盐窝镇 | | | |
        序号 | 规定动作 | 时间安排 | 完成情况 | 完成时间
        1 | 动员大会 | 3月上旬 | 已完成 | 2014年3月5日
        2 | 集中学习 | 3-4月 | 3天 | 4月12日
        3 | 谈心交心 | 6月 | 未开展 | 6月底前
        _ | 填表人：李四 | | |
    """)
    xls_book(path, {"进度": rows}, "A1:E1")


@book("taken/actions-down-with-the-unit-in-each-row.in.csv")
def units_in_rows(path: Path) -> None:
    rows = rows_of("""
        第一环节工作推进表
        工作任务 | 责任单位 | 完成时限 | 完成情况 | 次数 | 完成时间
        动员大会 | 盐窝镇 | 3月15日前 | 已完成 | | 2014-03-05
        动员大会 | 胜坨镇 | 3月15日前 | | | 2014-03-06
        集中学习 | 盐窝镇 | 4月底前 | 已完成 | 4 | 2014-04-20
        集中学习 | 胜坨镇 | 4月底前 | | 2 |
    """)
    csv_book(path, rows)


@book("queried/actions-down-and-units-across-to-mend.xlsx")
def units_across_to_mend(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        规定动作 | 盐窝镇 | 胜坨镇 | 没有的镇
        动员大会 | √ | ○ | √
        集中学习 | 3 | 2 | 3
        谈心谈心 | √ | √ |
    """)
    xlsxwriter_book(path, {"进度": rows}, "A1:D1")


@book("queried/actions-down-of-one-unit-to-mend.xlsx")
def one_unit_to_mend(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况
        填报单位：盐窝镇
        规定动作 | 完成情况 | 完成时间
        动员大会 | 已完成 | 2014-08-05
        集中学习 | 基本学完 |
        谈心谈话 | 已完成 | 2014-05-06
    """)
    openpyxl_book(path, {"进度": rows}, "A1:C1")


@book("queried/opinions-that-are-only-counted.xlsx")
def only_counted(path: Path) -> None:
    rows = rows_of("""
        征求意见情况统计表
        填报单位：盐窝镇
        征求渠道 | 领导班子 | | 班子成员 | | 合计
        _ | 原始 | 归并 | 原始 | 归并 |
        座谈会 | 199 | 106 | 9 | 9 | 208
        征求意见表 | 19 | 19 | 9 | 9 | 28
        意见箱 | 5 | 5 | 2 | 2 | 7
        合计 | 223 | 130 | 20 | 20 | 243
    """)
    openpyxl_book(path, {"统计": rows}, "A1:F1 A3:A4 B3:C3 D3:E3 F3:F4")


@book("queried/opinions-that-are-only-counted-across.xls")
def only_counted_across(path: Path) -> None:
    rows = rows_of("""
        征求意见情况统计表
        对象 | 座谈会 | 意见箱 | 热线 | 合计
        领导班子 | 252→155 | 5→5 | 29→25 | 286
        班子成员 | 23→23 | 2→2 | / | 25
    """)
    xls_book(path, {"统计": rows}, "A1:E1")
