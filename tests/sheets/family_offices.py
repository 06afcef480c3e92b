"""Sheets as the offices of one county send them, each in its own words."""

from pathlib import Path

from book import book
from book import openpyxl_book
from book import rows_of
from book import xls_book


@book("taken/headings-with-words-that-add-nothing.xlsx")
def long_headings(path: Path) -> None:
    rows = rows_of("""
        盐窝镇征求意见建议汇总表
        序号 | 征求意见方式 | 意见建议内容 | 提出人数 | 提意见人 | 归纳 | 征求意见时间
        1 | 座谈会 | 村村通道路破损 | 3人 | 李老根 | 道路养护差 | 5月12日
        2 | 来信 | 会议太多 | 2 | 匿名 | | 2014.5.15
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:G1")


@book("taken/problems-in-many-words.xls")
def many_words(path: Path) -> None:
    rows = rows_of("""
        县教育局整改推进表
        序 号 | 目前存在的突出问题 | 具体整改措施 | 牵头县领导 | 整改完成时限 | 整 改 进 度
        1 | 开学检查过多 | 合并检查 | 林海 | 6月底前 | 已合并三项
        2 | 校长会议多 | 无会周 | 林海 | 5月底前 | 每月一周
    """)
    xls_book(path, {"5月": rows}, "A1:F1")


@book("taken/parts-of-a-unit-beside-its-items.xlsx")
def parts_of_a_unit(path: Path) -> None:
    rows = rows_of("""
        县财政局整改台账
        序号 | 存在问题 | 整改措施 | 责任科室 | 完成时限
        1 | 资金拨付慢 | 限时办结 | 国库科 | 6月底前
        2 | 票据管理乱 | 专人负责 | 办公室、综合科 | 7月底前
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:E1")


@book("taken/parts-of-a-unit-under-the-heading-of-units.xlsx")
def parts_as_units(path: Path) -> None:
    rows = rows_of("""
        县教育局整改台账
        序号 | 存在问题 | 责任单位 | 完成时限
        1 | 文件转发多 | 办公室 | 6月底前
        2 | 调研不深 | 教研室 | 7月底前
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("queried/sender-that-the-ledger-does-not-have.xlsx")
def strange_sender(path: Path) -> None:
    rows = rows_of("""
        整改台账
        填报单位：县妇联
        序号 | 存在问题 | 责任人 | 完成时限
        1 | 维权渠道不畅 | 张三 | 6月底前
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:D1")


@book("queried/numbers-of-units-that-are-no-roster.xlsx")
def no_roster(path: Path) -> None:
    rows = rows_of("""
        各单位整改情况统计表
        序号 | 单位 | 问题数 | 已整改 | 整改率
        1 | 盐窝镇 | 12 | 8 | 66.7%
        2 | 县妇联 | 5 | 5 | 100%
        合计 | | 17 | 13 |
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:E1")


@book("taken/villages-of-a-roster.xls")
def villages(path: Path) -> None:
    rows = rows_of("""
        农村（社区）党组织名册
        所属乡镇 | 村（社区）名称 | 党员人数 | 书记姓名 | 手机号码 | 备注
        永安镇 | 东王村 | 45 | 王大 | 13905460001 |
        _ | 西王村 | 38 | 王二 | 13905460002 |
        胜坨镇 | 前崔村 | 29 | 崔三 | 13905460003 |
        合 计 | | 112 | | |
    """)
    xls_book(path, {"Sheet1": rows}, "A1:F1 A3:A4")


@book("taken/petitions-with-those-who-brought-them.xlsx")
def petitions(path: Path) -> None:
    rows = rows_of("""
        信访积案化解台账
        序号 | 信访人 | 联系电话 | 信访事项 | 责任单位 | 包案领导 | 化解时限 | 化解措施 | 化解情况
        1 | 柳老根 | 13600001111 | 征地补偿不到位 | 县财政局 | 韩冰 | 6月底前 | 核算补偿 | 正在核算
        2 | 石小花 | 13600002222 | 宅基地纠纷 | 盐窝镇 | 陶然 | 2014年5月20日 | 调解 | 双方已签协议
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:I1")


@book("taken/standing-ticked-in-one-of-three-columns.xlsx")
def ticked_standing(path: Path) -> None:
    rows = rows_of("""
        盐窝镇整改事项进展情况表（5月）
        序号 | 整改事项 | 责任领导 | 完成时限 | 完成情况（打√） | | | 目前进展
        _ | | | | 已完成 | 正在整改 | 未启动 |
        1 | 低保审核不严 | 王伟 | 6月底 | √ | | | 清退23户
        2 | 敬老院管理差 | 王伟 | 7月底 | | √ | | 正在装修
        3 | 殡葬收费不规范 | 王伟 | 8月底 | | | √ |
        4 | 路灯不亮 | 王伟 | 8月底 | | | | 招标
        合计 | | | | 1 | 1 | 1 |
    """)
    openpyxl_book(path, {"5月": rows}, "A1:H1 A2:A3 B2:B3 C2:C3 D2:D3 E2:G2 H2:H3")


@book("taken/themes-ticked-under-the-four-winds.xls")
def ticked_themes(path: Path) -> None:
    rows = rows_of("""
        盐窝镇征求意见汇总表
        序号 | 意见建议 | 形式主义 | 官僚主义 | 享乐主义 | 奢靡之风 | 征求方式
        1 | 会议太多 | √ | | | | 座谈会
        2 | 接待超标，作风漂浮 | | √ | | √ | 来信
    """)
    xls_book(path, {"Sheet1": rows}, "A1:G1")


@book("queried/standing-ticked-twice.xlsx")
def ticked_twice(path: Path) -> None:
    rows = rows_of("""
        盐窝镇整改台账
        序号 | 存在问题 | 已完成 | 正在整改 | 责任人
        1 | 低保审核不严 | √ | | 王伟
        2 | 敬老院管理差 | √ | √ | 王伟
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:E1")


@book("taken/progress-with-a-column-for-each-month.xlsx")
def progress_by_month(path: Path) -> None:
    rows = rows_of("""
        盐窝镇整改台账（按月更新）
        序号 | 问题 | 责任人 | 时限 | 整改进展 | | | 是否完成
        _ | | | | 3月 | 4月 | 5月 |
        1 | 道路破损 | 华强 | 6月底 | 制定方案 | 招标 | 已修3公里 | ×
        2 | 值班空岗 | 华强 | 5月底 | 整改 | 完善制度 | | √
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:H1 A2:A3 B2:B3 C2:C3 D2:D3 E2:G2 H2:H3")


@book("taken/standing-within-the-progress.xlsx")
def standing_in_progress(path: Path) -> None:
    rows = rows_of("""
        盐窝镇整改台账
        序号 | 存在问题 | 责任人 | 完成时限 | 进展情况
        1 | 停车位不足 | 戚继 | 9月底 | 选址两处
        2 | 办事程序繁琐 | 谢天 | 5月底 | 已完成
        3 | 会议太多 | 谢天 | 6月底 | 正在整改
        4 | 食堂浪费 | 谢天 | 6月底 | 已完成两项，其余三项下月完成
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:E1")


@book("taken/days-of-completion-without-a-standing.xls")
def done_by_day(path: Path) -> None:
    rows = rows_of("""
        盐窝镇整改台账
        序号 | 存在问题 | 责任人 | 整改时限 | 整改进展 | 完成时间
        1 | 厕所脏 | 魏蓝 | 5月10日 | 已改造 | 5月8日
        2 | 食堂浪费 | 魏蓝 | 五月底 | 光盘行动 |
    """)
    xls_book(path, {"整改": rows}, "A1:F1")
