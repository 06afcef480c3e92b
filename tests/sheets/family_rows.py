"""Rows that are no records, and records that lean on the row above."""

from pathlib import Path

from book import book
from book import by_libreoffice
from book import csv_book
from book import openpyxl_book
from book import rows_of
from book import xls_book
from book import xlsxwriter_book


@book("taken/units-and-classes-merged-down.xls")
def merged_down(path: Path) -> None:
    rows = rows_of("""
        整改台账
        序号 | 责任单位 | 四风类别 | 存在问题 | 整改时限
        1 | 盐窝镇 | 形式主义 | 会议太多 | 6月底前
        2 | | | 文件太多 | 6月底前
        3 | | 享乐主义 | 超标用车 | 7月底前
        4 | 县财政局 | | 超标接待 | 7月底前
    """)
    xls_book(path, {"台账": rows}, "A1:E1 B3:B5 C3:C4 C5:C6")


@book("taken/channels-merged-down-over-pages.ods")
def merged_opinions(path: Path) -> None:
    rows = rows_of("""
        意见台账
        征求渠道 | 被征求意见单位 | 意见建议 | 征求时间
        座谈会 | 盐窝镇 | 会议太多 | 2014年3月8日
        _ | | 文件太多 |
        征求渠道 | 被征求意见单位 | 意见建议 | 征求时间
        _ | | 办证太慢 |
        来信 | 胜坨镇 | 修路太慢 | 2014年3月9日
    """)
    by_libreoffice(path, {"台账": rows}, "A1:D1 A3:A4 B3:B4 D3:D4")


@book("taken/groups-without-merges.xlsx")
def groups(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        被征求意见单位 | 征求方式 | 意见建议 | 办理情况
        盐窝镇 | 座谈会 | 会议太多 | 已减少
        _ | | 文件太多 |
        _ | 意见箱 | 办证太慢 |
        胜坨镇 | 座谈会 | 修路太慢 | 已开工
        _ | | 路灯不亮 |
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("taken/parents-without-merges-in-a-roster.in.csv")
def roster_groups(path: Path) -> None:
    rows = rows_of("""
        上级单位 | 单位名称 | 层级 | 联系人 | 党员数
        盐窝镇 | 新村 | 村级 | 张三 | 41
        _ | 大赵村 | | 李四 | 56
        _ | 前王村 | | 王五 | 38
        胜坨镇 | 后崔村 | 村级 | 赵六 | 37
    """)
    csv_book(path, rows)


@book("taken/ditto-words.xlsx")
def ditto(path: Path) -> None:
    rows = rows_of("""
        整改台账
        序号 | 存在问题 | 牵头单位 | 责任单位 | 责任人 | 整改时限
        1 | 会议太多 | 县财政局 | 同左 | 张三 | 6月底前
        2 | 文件太多 | 同上 | 县审计局 | 〃 | 〃
        3 | 办证太慢 | ″ | 同 上 | “ ” | 同前
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:F1")


@book("queried/ditto-that-says-nothing.xlsx")
def ditto_unclear(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 单位名称 | 意见建议 | 征求方式
        1 | 盐窝镇 | 会议太多 | 座谈会
        2 | 以此类推 | 文件太多 | 座谈会
        3 | 胜坨镇 | 办证太慢 | 座谈会
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("taken/sections-that-name-the-theme.xlsx")
def sections(path: Path) -> None:
    rows = rows_of("""
        垦东县领导班子“四风”问题整改台账
        序号 | 存在问题 | 责任单位 | 整改时限
        一、形式主义方面（2条）
        1 | 会议太多 | 盐窝镇 | 6月底前
        2 | 文件太多 | 县财政局 | 6月底前
        二、官僚主义方面（1条）
        1 | 办证太慢 | 县审计局 | 7月底前
        （三）享乐主义方面
        1 | 超标用车 | 县教育局 | 立行立改
    """)
    xlsxwriter_book(path, {"台账": rows}, "A1:D1 A3:D3 A6:D6 A8:D8")


@book("taken/sections-without-merges-of-opinions.in.csv")
def sections_opinions(path: Path) -> None:
    rows = rows_of("""
        序号 | 被征求意见单位 | 意见建议
        （一）形式主义（2条） | |
        1 | 盐窝镇 | 会议太多
        2 | 盐窝镇 | 文件太多
        _ | 二、奢靡之风方面 |
        3 | 胜坨镇 | 超标接待
    """)
    csv_book(path, rows)


@book("taken/sections-of-a-roster.xlsx")
def sections_roster(path: Path) -> None:
    rows = rows_of("""
        参加单位名册
        序号 | 单位名称 | 联络员 | 党员数
        一、第一批
        1 | 县财政局 | 张三 | 62
        2 | 县审计局 | 李四 | 31
        二、第二批（2个）
        1 | 盐窝镇 | 王五 | 312
        2 | 胜坨镇 | 赵六 | 287
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1 A3:D3 A6:D6")


@book("taken/sections-of-a-progress-sheet.xlsx")
def sections_progress(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        序号 | 单位名称 | 动员大会 | 集中学习
        一 | 乡镇（2个） | |
        1 | 盐窝镇 | √ | 3
        2 | 胜坨镇 | 2014年3月6日 | 4
        二 | 县直部门（1个） | |
        1 | 县财政局 | √ | 5
        _ | 合计 | 3 | 12
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("taken/totals-first-last-and-between.xlsx")
def totals(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 被征求意见单位 | 意见建议 | 条数
        小计 | | |
        1 | 盐窝镇 | 会议太多 | 3
        2 | 盐窝镇 | 文件太多 | 2
        _ | 盐窝镇小计 | 2条 | 5
        3 | 胜坨镇 | 办证太慢 | 1
        _ | 胜坨镇小计 | 1条 | 1
        总计（3条） | | | 6
        其中：四风方面 | | | 5
    """)
    made = openpyxl_book(path, {"Sheet1": rows}, "A1:D1")
    made.worksheets[0]["D3"] = "=SUM(D4:D9)"
    made.save(path)


@book("taken/totals-of-a-roster.xls")
def totals_roster(path: Path) -> None:
    rows = rows_of("""
        单位基本情况统计表
        序号 | 单位名称 | 党组织数 | 党员数
        合 计 | | 22 | 599
        1 | 盐窝镇 | 12 | 312
        2 | 胜坨镇 | 10 | 287
        平均 | | 11 | 299.5
    """)
    xls_book(path, {"Sheet1": rows}, "A1:D1 A3:B3")


@book("taken/row-numbers-of-every-kind.xlsx")
def numbering(path: Path) -> None:
    rows = rows_of("""
        整改台账
        编号 | 存在问题 | 责任单位 | 整改时限
        ① | 会议太多 | 盐窝镇 | 6月底前
        ② | 文件太多 | 盐窝镇 | 6月底前
        （一） | 办证太慢 | 盐窝镇 | 6月底前
        1.1 | 超标用车 | 盐窝镇 | 6月底前
        1 | 路灯不亮 | 盐窝镇 | 6月底前
        1 | 修路太慢 | 胜坨镇 | 6月底前
        _ | 报销太慢 | 胜坨镇 | 6月底前
        5 | 门难进 | 胜坨镇 | 6月底前
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("taken/row-numbers-merged-and-with-gaps.xls")
def numbering_merged(path: Path) -> None:
    rows = rows_of("""
        意见台账
        编号 | 被征求意见单位 | 意见建议
        1 | 盐窝镇 | 会议太多
        _ | 盐窝镇 | 文件太多
        3 | 盐窝镇 | 办证太慢
        4 | 胜坨镇 | 超标用车
        1 | 县财政局 | 报销太慢
        2 | 县财政局 | 窗口没人
    """)
    xls_book(path, {"Sheet1": rows}, "A1:C1 A3:A4")


@book("taken/footers-and-notes.xlsx")
def footers(path: Path) -> None:
    rows = rows_of("""
        整改台账
        填报单位：盐窝镇
        序号 | 存在问题 | 责任单位 | 整改时限
        1 | 会议太多 | 盐窝镇 | 6月底前
        2 | 文件太多 | 新村 | 6月底前
        _
        单位负责人：王书记 | | 审核人：李四 | 填表人：张三
        联系电话：0546-2881001 | | 填报日期：2014年5月4日
        注：1.本表每月25日前报送。
        2.时限要具体到日。
        说明：本表由各单位如实填写，一式两份。
        ①问题要具体；②措施要可行。
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1 A9:D9 A10:D10 A11:D11 A12:D12")


@book("taken/notes-above-the-header.xls")
def notes_above(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        填表说明：
        1.每条意见填一行，原汁原味，不作归并。
        2.征求方式填座谈会、意见箱、热线电话等。
        3.由各单位活动办负责如实填写，每月25日前报送。
        序号 | 被征求意见单位 | 征求方式 | 意见建议
        1 | 盐窝镇 | 座谈会 | 会议太多
    """)
    xls_book(path, {"Sheet1": rows}, "A1:D1 A2:D2 A3:D3 A4:D4 A5:D5")


@book("taken/footers-of-a-progress-sheet.in.csv")
def footers_progress(path: Path) -> None:
    rows = rows_of("""
        单位,动员大会,集中学习,谈心谈话
        盐窝镇 | √ | 3 | 2014年4月8日
        县财政局 | 是 | 5天 | 未开展
        注：√表示已开展，集中学习填天数。 | | |
        填表人：张三 | 审核人：李四 | 联系电话：0546-2881001 |
    """)
    rows[0] = ["单位", "动员大会", "集中学习", "谈心谈话"]
    csv_book(path, rows)


@book("taken/footers-of-a-roster.xlsx")
def footers_roster(path: Path) -> None:
    rows = rows_of("""
        参学单位一览表
        单位名称 | 主要负责人 | 联系电话
        盐窝镇 | 王书记 | 0546-2881001
        胜坨镇 | 李书记 | 0546-2881002
        备注：电话为党政办电话
        活动办主任：周主任 | | 2014年5月4日
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:C1")
