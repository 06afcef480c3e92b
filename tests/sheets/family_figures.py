"""Monthly numbers as offices report them: by units, by indicators, under two rows of headings."""

from pathlib import Path

from book import book
from book import openpyxl_book
from book import rows_of
from book import xls_book


@book("taken/numbers-of-units-under-two-rows-of-headings.xlsx")
def two_rows(path: Path) -> None:
    rows = rows_of("""
        教育实践活动情况统计（月）报表
        填报单位：垦东县（盖章） | | | 报表期：2014年4月
        序号 | 单位 | 征求意见 | _ | 座谈会（场） | 备注
        _ | _ | 本月 | 累计 | _ | _
        1 | 盐窝镇 | 260余 | 1.2万余条 | 12 | 含网上
        2 | 县财政局 | 0 | 1,049 | / |
        3 | 县教育局 | — | 近万条 | 3 |
        合计 | | | | 15 |
        单位负责人：王建国 | | 填表人：李敏 | 联系电话：0546-2521234
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:F1 A3:A4 B3:B4 C3:D3 E3:E4 F3:F4")


@book("taken/numbers-of-a-town-with-indicators-down.xls")
def indicators_down(path: Path) -> None:
    rows = rows_of("""
        盐窝镇教育实践活动情况统计月报表
        填报单位：盐窝镇 | | | 截至2014年4月30日
        指标名称 | 计量单位 | 代码 | 本月 | 累计 | 备注
        甲 | 乙 | 丙 | 1 | 2 | 3
        一、学习教育 | | | | |
        1.集中学习 | 次 | 01 | 5 | 12 |
        其中：党委中心组 | 次 | 02 | 2 | 4 |
        二、听取意见 | | | | |
        2.征求意见 | 条 | 03 | 260余 | 75.6万余 | 含网上
        满意率 | % | 04 | 96.5% | / |
    """)
    xls_book(path, {"4月": rows}, "A1:F1")


@book("queried/cumulative-numbers-that-fall-or-say-none.xlsx")
def falling(path: Path) -> None:
    rows = rows_of("""
        情况统计表
        报表期 | 单位 | 征求意见累计（条） | 座谈会
        2014年3月 | 盐窝镇 | 1200余 | 数十场
        4月 | 盐窝镇 | 1100余 | 3
        2014年4月 | 县妇联 | 30 | 2
        2014年9月 | 县财政局 | 40 | 1
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")
