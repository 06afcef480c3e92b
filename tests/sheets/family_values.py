"""What stands in cells as offices type it: days, deadlines, numbers, words, marks, names."""

import tempfile
import zipfile
from datetime import date
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
import xlwt
from book import Rows
from book import book
from book import by_libreoffice
from book import converted
from book import csv_book
from book import html_book
from book import openpyxl_book
from book import rows_of
from book import xls_book
from book import xlsxwriter_book
from book import xml_book


def items(heading: str, *cells: object) -> Rows:
    """A ledger of items of 盐窝镇 with one column that matters."""
    lines = [[f"问题{n}", "盐窝镇", cell] for n, cell in enumerate(cells, 1)]
    return [["整改台账"], ["存在问题", "责任单位", heading], *lines]


def bare_xlsx(path: Path, cells: Rows, formats: list[int]) -> None:
    """Write an .xlsx by hand: the cells of the third column have built-in number formats."""
    lines = []
    for row, line in enumerate(cells, 1):
        parts = []
        for letter, cell in zip("ABC", line, strict=False):
            style = f' s="{row - 2}"' if letter == "C" and row > 2 else ""
            if isinstance(cell, str):
                text = escape(cell)
                parts.append(f'<c r="{letter}{row}" t="inlineStr"><is><t>{text}</t></is></c>')
            else:
                parts.append(f'<c r="{letter}{row}"{style}><v>{cell}</v></c>')
        lines.append(f'<row r="{row}">{"".join(parts)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    styles = "".join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in [0, *formats])
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml"'
        f' ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml"'
        f' ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"'
        f' ContentType="{kind}.worksheet+xml"/><Override PartName="/xl/styles.xml"'
        f' ContentType="{kind}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts><font/></fonts><fills><fill/></fills>'
        f"<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs>"
        "</styleSheet>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}'
        "</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


# Days and deadlines -------------------------------------------------------------------------


@book("taken/days-in-every-spelling.xlsx")
def days(path: Path) -> None:
    said = (
        "2014年3月15日 2014.3.15 2014-03-15 20140315 2014/3/15 14.3.15 3月15日 ２０１４年３月１５日"
    )
    more = ["二〇一四年三月十五日", "2014 年 3 月 15 日", "2014年3月15日上午", 41713, "41713"]
    openpyxl_book(path, {"台账": items("发现时间", *said.split(), *more, date(2014, 3, 15))})


@book("taken/deadlines-of-every-class.xlsx")
def deadlines(path: Path) -> None:
    said = (
        "3月15日左右 6月底之前 6月中旬 11月初 1—8月 7、8月 2014年上半年 二季度 三季度末 年底前 明年上半年"
        " 9月份基本结束 第二环节结束前 活动结束前 立行立改 即知即改 长期坚持 常态化 近期 待定"
    )
    more = ["立行立改，长期坚持", "2014年6月底前，长期坚持", "本月底之前"]
    xlsxwriter_book(path, {"台账": items("整改时限", *said.split(), *more)})


@book("taken/deadlines-in-stages.xls")
def stages(path: Path) -> None:
    cells = (
        "3月：摸底；6月底前：完成",
        "3月:摸底\n6月底前:整改\n长期坚持",
        "第一步：4月底前完成摸底；第二步：8月底前整改到位",
    )
    xls_book(path, {"台账": items("完成时限", *cells)})


@book("taken/days-kept-as-numbers.xlsx")
def serials(path: Path) -> None:
    rows = rows_of("""
        整改台账
        存在问题 | 责任单位 | 完成时限 | 完成情况 | 完成时间
        问题1 | 盐窝镇 | 41820 | 已完成 | 41760
        问题2 | 盐窝镇 | 41852 | 整改中 |
    """)
    xlsxwriter_book(path, {"台账": rows})


@book("taken/days-of-a-book-that-counts-from-1904.xlsx")
def since_1904(path: Path) -> None:
    made = xlsxwriter.Workbook(str(path), {"date_1904": True})
    sheet = made.add_worksheet("台账")
    look = made.add_format({"num_format": "yyyy-mm-dd"})
    for row, line in enumerate(items("完成时限", 40358, None, "40358")):
        for column, cell in enumerate(line):
            sheet.write(row, column, cell)
    sheet.write_datetime(3, 2, datetime(2014, 6, 30), look)
    made.close()


@book("taken/chinese-formats-of-days.xlsx")
def chinese_formats(path: Path) -> None:
    bare_xlsx(path, items("完成时限", *[41820] * 6), [27, 31, 36, 50, 57, 58])


@book("taken/short-days-of-two-programs.xls")
def short_days(path: Path) -> None:
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("台账")
    for row, line in enumerate(items("完成时限", None, None, None)):
        for column, cell in enumerate(line[:2] if row > 1 else line):
            sheet.write(row, column, cell)
    for row, look in enumerate(("M/D/YY", "YYYY/M/D", 'yyyy"年"m"月"d"日"'), 2):
        sheet.write(row, 2, datetime(2014, 6, 30), xlwt.easyxf(num_format_str=look))
    made.save(str(path))


@book("queried/days-that-became-decimals.xlsx")
def decimals(path: Path) -> None:
    xlsxwriter_book(path, {"台账": items("完成时限", 2014.1, 6.3, 6.15, "2014.1", "6月底前")})


@book("queried/days-that-no-calendar-has.xls")
def impossible(path: Path) -> None:
    xls_book(path, {"台账": items("整改时限", "6月31日前", "2月30日", "2014.13.1", "6月30日前")})


@book("queried/deadline-where-a-day-belongs.in.csv")
def deadline_for_a_day(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        被征求意见单位 | 意见建议 | 征求时间
        盐窝镇 | 会议太多 | 3月底前
        盐窝镇 | 文件太多 | 3月8日、9日
        盐窝镇 | 办证太慢 | 3/4/2014
        盐窝镇 | 修路太慢 | 2014年3月
        盐窝镇 | 路灯不亮 | 3月9日
    """)
    csv_book(path, rows, "gb18030")


@book("taken/days-and-names-in-korean.ods")
def korean(path: Path) -> None:
    rows = rows_of("""
        整改台账
        存在问题 | 责任单位 | 责任人 | 完成时限
        会议太多 | 盐窝镇 | 김 철수 | 2014년 6월 30일까지
        文件太多 | 盐窝镇 | 김철수 이영희 | 6월말
    """)
    by_libreoffice(path, {"台账": rows})


# Numbers -------------------------------------------------------------------------------------


@book("taken/full-width-figures.in.csv")
def full_width(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        被征求意见单位 | 意见建议 | 条数 | 征求时间
        盐窝镇 | 会议太多，占８５％的时间 | １２ | ２０１４年３月１５日
        盐窝镇 | 文件太多 | ３条 | ３．１５
    """)
    csv_book(path, rows, "utf-16", "\t")


@book("taken/chinese-numerals.xls")
def numerals(path: Path) -> None:
    rows = rows_of("""
        意见台账
        被征求意见单位 | 意见建议 | 件数 | 征求时间
        盐窝镇 | 会议太多 | 十二件 | 二〇一四年三月十五日
        盐窝镇 | 文件太多 | 两条 | 三月八日
        盐窝镇 | 办证太慢 | 一百零五 | 二○一四年二月二十八日
    """)
    html_book(path, rows, "gbk")


@book("queried/figures-that-are-rounded.xls")
def rounded(path: Path) -> None:
    rows = rows_of("""
        单位基本情况统计表
        单位名称 | 层级 | 党员数 | 支部数
        县文化局 | 县级 | 1.6万 | 不少于3个
        县水利局 | 县级 | 近百名 | 12
        县农业局 | 县级 | 900多 | 5个以上
        县林业局 | 县级 | 312名 | 八个
    """)
    xml_book(path, "名册", rows)


@book("taken/blanks-noughts-and-strokes.xlsx")
def blanks(path: Path) -> None:
    rows = rows_of("""
        单位名册
        单位名称 | 层级 | 党员数 | 支部数 | 联络员
        县文化局 | 县级 | 0 | / | 无
        县水利局 | 县级 | | — | /
        县农业局 | 县级 | 无 | 0 | 张三
    """)
    openpyxl_book(path, {"名册": rows})


@book("taken/what-is-held-within-a-number.xlsx")
def within(path: Path) -> None:
    rows = rows_of("""
        单位名册
        单位名称 | 层级 | 党员数 | 支部数
        县文化局 | 县级 | 312（其中预备党员12名） | 1,203
        县水利局 | 县级 | 共45名 | 3 个
    """)
    xlsxwriter_book(path, {"名册": rows})


@book("taken/codes-with-their-noughts.in.csv")
def codes(path: Path) -> None:
    rows = [
        ["单位名册"],
        ["单位代码", "单位名称", "层级", "联系电话"],
        ["0007", "县文化局", "县级", "0546-2581234"],
        ["00546-12", "县水利局", "县级", "05462581235"],
    ]
    csv_book(path, rows)


@book("taken/telephones-kept-as-numbers.xls")
def telephones(path: Path) -> None:
    rows = [
        ["单位名册"],
        ["单位名称", "层级", "联络员", "联系电话"],
        ["县文化局", "县级", "张三", 13800000000],
        ["县水利局", "县级", "李四", 13900000001.0],
    ]
    xls_book(path, {"名册": rows})


@book("queried/long-numbers-cut-by-the-program.xlsx")
def long_numbers(path: Path) -> None:
    rows = [
        ["征求意见汇总表"],
        ["被征求意见单位", "意见建议", "姓名", "身份证号"],
        ["盐窝镇", "会议太多", "某先生", 370521197601011234],
        ["盐窝镇", "文件太多", "某女士", "370521197601011234"],
    ]
    xlsxwriter_book(path, {"意见": rows})


@book("queried/telephones-cut-in-a-csv.in.csv")
def cut_in_csv(path: Path) -> None:
    rows = [
        ["单位名册"],
        ["单位名称", "层级", "联系电话"],
        ["县文化局", "县级", "1.38E+10"],
        ["县水利局", "县级", "13800000000"],
    ]
    csv_book(path, rows, "gb18030")


@book("taken/total-that-disagrees.xlsx")
def total(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 被征求意见单位 | 意见建议 | 条数
        1 | 盐窝镇 | 四风方面 | 109
        2 | 胜坨镇 | 工作层面 | 25
        合计 | | | 155
    """)
    openpyxl_book(path, {"汇总": rows})


@book("taken/total-of-a-roster-that-disagrees.xls")
def roster_total(path: Path) -> None:
    rows = rows_of("""
        单位名册
        单位名称 | 层级 | 党员数 | 支部数
        县文化局 | 县级 | 30 | 2
        县水利局 | 县级 | 40 | 3
        合计 | | 71 | 5
    """)
    xls_book(path, {"名册": rows})


@book("taken/shares-that-do-not-add-up.xlsx")
def shares(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        被征求意见单位 | 意见建议 | 条数 | 占比
        盐窝镇 | 会议太多 | 9067 | 90.67%
        胜坨镇 | 文件太多 | 709 | 7.10%
        永安镇 | 办证太慢 | 224 | 2.24%
        合计 | | 10000 | 100.01%
    """)
    xlsxwriter_book(path, {"汇总": rows})


# Words and marks -----------------------------------------------------------------------------


@book("taken/words-for-how-far-the-work-is.xlsx")
def statuses(path: Path) -> None:
    words = (
        "已完成 整改完毕 √ ✓ 是 100% 全部整改到位 已办结 基本完成 阶段性完成 完成并长期坚持 正积极整改中"
        " 按序时进度推进 部分整改 正在落实 已启动 长期坚持 常态化 未启动 尚未整改 留作参考 已移交县纪委 反弹 已销号 待销号"
    )
    more = ["已完成，长期坚持", "未完成，正在整改", "已完成（5月8日）", "已 完 成", 1, None]
    xlsxwriter_book(path, {"台账": items("完成情况", *words.split(), *more)})


@book("queried/words-that-tell-no-status.xls")
def doubtful(path: Path) -> None:
    words = [
        "未完成",
        "否",
        "×",
        "/",
        "按期推进",
        "完成80%",
        "己整改",
        "已整改（部分）",
        "差不多",
        "未销号",
        "已完成",
    ]
    xls_book(path, {"台账": items("完成情况", *words)})


@book("queried/shares-in-the-place-of-a-status.xlsx")
def share_of_work(path: Path) -> None:
    made = openpyxl_book(path, {"台账": items("完成情况", 0.8, 1, "85％")})
    for row in (3, 4):
        made.worksheets[0].cell(row, 3).number_format = "0%"
    made.save(path)


@book("taken/marks-for-closed-and-not.xls")
def closed(path: Path) -> None:
    rows = rows_of("""
        销号台账
        存在问题 | 责任单位 | 完成情况 | 是否销号
        问题1 | 盐窝镇 | 已完成 | √
        问题2 | 盐窝镇 | 已完成 | 是
        问题3 | 盐窝镇 | 整改中 | ×
        问题4 | 盐窝镇 | 整改中 | 否
        问题5 | 盐窝镇 | 整改中 | /
    """)
    xml_book(path, "销号", rows)


@book("taken/yes-and-no-in-many-signs.ods")
def yes_no(path: Path) -> None:
    words = ("是", "√", "●", "有", "Y", "1", "否", "×", "无", "N", "0", "/")
    lines = [[f"单位{n}", "县级", word] for n, word in enumerate(words, 1)]
    by_libreoffice(path, {"名册": [["单位名册"], ["单位名称", "层级", "重点单位"], *lines]})


@book("taken/signs-of-a-progress-sheet.xlsx")
def progress(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        单位 | 动员大会 | 集中学习 | 谈心谈话
        盐窝镇 | √ | 3天 | 未开展
        胜坨镇 | 3月6日召开 | 已学习4天 | /
        永安镇 | 已召开（3月8日） | 三天 | —
        县财政局 | ✓ | 5月8日-10日 | ×
        县审计局 | 已于3月10日召开 | 5 | 尚未开展
        县教育局 | ● | 完成3天 |
    """)
    openpyxl_book(path, {"进度": rows})


@book("taken/days-as-numbers-in-a-progress-sheet.xls")
def progress_days(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        单位 | 动员大会 | 谈心谈话
        盐窝镇 | 41704 | 2014.3.20
        胜坨镇 | 3.16 |
    """)
    rows[3][1] = "3.16"
    xls_book(path, {"进度": rows})


@book("queried/plans-and-circles-in-a-progress-sheet.xls")
def progress_plans(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        单位 | 动员大会 | 集中学习
        盐窝镇 | 6月10日 | 3天
        胜坨镇 | ○ | 3天
        永安镇 | √ | 15人
        县财政局 | √ | 不少于3天
        县审计局 | √ | 3天
    """)
    html_book(path, rows)


@book("queried/days-that-became-decimals-in-a-progress-sheet.xlsx")
def progress_decimals(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        单位 | 动员大会 | 集中学习
        盐窝镇 | _ | 3
        胜坨镇 | √ | 4
    """)
    rows[2][1] = 3.15
    xlsxwriter_book(path, {"进度": rows})


@book("taken/opinions-that-are-answered-or-not.xls")
def answered(path: Path) -> None:
    rows = rows_of("""
        意见台账
        被征求意见单位 | 意见建议 | 是否办结 | 办理情况
        盐窝镇 | 会议太多 | 是 | 已减会
        盐窝镇 | 文件太多 | 否 |
        盐窝镇 | 办证太慢 | 正在办理 | 已派单
        盐窝镇 | 修路太慢 | √ | 已开工
    """)
    xls_book(path, {"意见": rows})


@book("taken/words-that-the-plan-does-not-have.xlsx")
def strange_words(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        被征求意见单位 | 意见建议 | 征求渠道 | 类别
        盐窝镇 | 会议太多 | 民情夜话 | 形式主义方面
        盐窝镇 | 文件太多 | 座谈 | 形式主义官僚主义
        盐窝镇 | 办证太慢 | 座谈会议 | 庸懒散
    """)
    openpyxl_book(path, {"意见": rows})


@book("taken/separators-lost-between-categories.xls")
def lost_separators(path: Path) -> None:
    rows = rows_of("""
        专项整治台账
        存在问题 | 责任单位 | 专项整治类别 | 完成时限
        送购物卡 | 盐窝镇 | 违反财经纪律公款送礼 | 6月底前
        三公超支 | 盐窝镇 | 三公经费开支过大 | 6月底前
        会议太多 | 盐窝镇 | 1.文山会海 2.检查评比泛滥 | 6月底前
    """)
    xls_book(path, {"整治": rows})


# Names ---------------------------------------------------------------------------------------


@book("taken/names-that-fill-their-cells.xlsx")
def padded(path: Path) -> None:
    rows = rows_of("""
        整改台账
        存在问题 | 责任单位 | 牵头领导 | 责任人
        问题1 | 盐窝镇 | 张　三 | 李 四
        问题2 | 盐窝镇 | 欧阳 锋 | 王 五明
        问题3 | 盐窝镇 | 张 三、李 四 | 张三　李四
        问题4 | 盐窝镇 | 1.张三~2.李四 | /
    """)
    openpyxl_book(path, {"台账": rows})


@book("taken/people-with-offices-and-telephones.xls")
def people(path: Path) -> None:
    rows = [
        ["整改台账"],
        ["存在问题", "责任单位", "责任人及联系电话"],
        ["问题1", "盐窝镇", "王五（副局长）13800000000"],
        ["问题2", "盐窝镇", "张三（局长）李四（副局长）"],
        ["问题3", "盐窝镇", "张三，13800000000；李四，13900000000"],
        ["问题4", "盐窝镇", "张三\n0546-2581234"],
        ["问题5", "盐窝镇", "副局长 王五"],
    ]
    xml_book(path, "台账", rows)


@book("taken/liaisons-of-a-roster.in.csv")
def liaisons(path: Path) -> None:
    rows = rows_of("""
        单位名册
        单位名称 | 层级 | 主要负责人 | 联络员
        县文化局 | 县级 | 张　三 | 李四/王五
        县水利局 | 县级 | 䶮 明 | 𠮷田；赵六
    """)
    csv_book(path, rows, "gb18030")


@book("taken/names-of-units-as-they-are-said.xlsx")
def unit_names(path: Path) -> None:
    names = ["盐窝镇党委", "财政局", "垦东县财政局党组", "县财政局（牵头）"]
    lines = [[f"问题{n}", name] for n, name in enumerate(names, 1)]
    more = [["问题5", "1.县财政局 2.县审计局"], ["问题6", "县财政局牵头，县审计局配合"]]
    openpyxl_book(path, {"台账": [["整改台账"], ["存在问题", "责任单位"], *lines, *more]})


@book("taken/separators-of-every-width.xls")
def separators(path: Path) -> None:
    rows = [
        ["整改台账"],
        ["存在问题", "责任单位", "四风类别", "责任人"],
        ["问题1", "县财政局，县审计局", "形式主义；官僚主义", "张三／李四"],
        ["问题2", "县财政局｜县审计局", "形式主义、官僚主义", "张三;李四"],
        ["问题3", "县财政局\\县审计局", "形式主义　官僚主义", "张三、、李四，"],
        ["问题4", "县财政局\n县审计局", "形式主义/官僚主义", "张三\n李四"],
    ]
    html_book(path, rows)


@book("queried/short-names-of-units.in.csv")
def short_names(path: Path) -> None:
    rows = rows_of("""
        整改台账
        存在问题 | 责任单位 | 完成时限
        问题1 | 人社局 | 6月底前
        问题2 | 住建局 | 6月底前
        问题3 | 县财政局 | 6月底前
    """)
    csv_book(path, rows, "gb18030")


@book("queried/units-whose-separators-were-lost.xls")
def run_together(path: Path) -> None:
    rows = rows_of("""
        整改台账
        存在问题 | 责任单位 | 完成时限
        问题1 | 县财政局县审计局 | 6月底前
        问题2 | 盐窝镇胜坨镇永安镇 | 6月底前
        问题3 | 县财政局、县审计局 | 6月底前
    """)
    xml_book(path, "台账", rows)


@book("taken/one-opinion-under-two-numbers.xlsx")
def twice(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 被征求意见单位 | 意见建议
        3 | 盐窝镇 | 会议太多
        7 | 盐窝镇 | 会议太多
        8 | 盐窝镇 | 会议还是太多
    """)
    openpyxl_book(path, {"意见": rows})


@book("taken/protected-worksheet.xlsx")
def protected(path: Path) -> None:
    made = openpyxl_book(path, {"总追踪表（勿动）": items("完成时限", "6月底前", "长期坚持")})
    made.worksheets[0].protection.sheet = True
    made.worksheets[0].protection.password = "1234"
    made.save(path)


@book("taken/old-book-under-a-new-name.xlsx")
def renamed(path: Path) -> None:
    rows = items("完成时限", "6月底前", "长期坚持")
    xls_book(path, {"台账": rows})


@book("taken/new-book-under-an-old-name.xls")
def renamed_back(path: Path) -> None:
    made = openpyxl.Workbook()
    for row in items("完成时限", "6月底前", "长期坚持"):
        made.worksheets[0].append(list(row))
    made.save(path)


# Petitions --------------------------------------------------------------------------------------


@book("taken/petitions-that-came-by-letter-and-in-person.xlsx")
def petitions(path: Path) -> None:
    rows = rows_of("""
        盐窝镇信访台账
        序号 | 来信编号 | 信访类型 | 接件时间 | 信访人姓名和相关信息 | 信访内容 | 承办单位 | 办理情况
        1 | XF-01 | 群众来访 | 2014-05-06 10时 | 某先生 | 补偿款迟迟不发 | 盐窝镇 | 现场处理
        2 | XF-02 | 群众来信 | 2014-05-07 | 匿名 | 村务不公开 | 盐窝镇 | 转办
        3 | XF-03 | 12345热线 | 2014-05-08 | 某女士 | 路灯不亮 | 盐窝镇 | 已修好
        4 | XF-04 | 电话来访 | 2014-05-08 | 某先生 | 水压太低 | 盐窝镇 | 回访
        5 | XF-05 | 部门转入 | 2014-05-09 | 匿名 | 低保名单不实 | 盐窝镇 | 转办
        6 | XF-06 | 部门转入 | 2014-05-09 | 匿名 | 宅基地有争议 | 盐窝镇 | 转办
        7 | XF-07 | | 2014-05-09 | 某先生 | 垃圾没人清 | 盐窝镇 | 已清运
    """)
    xlsxwriter_book(path, {"信访": rows}, "A1:H1")


# Codes that a format shows ----------------------------------------------------------------------

CODED: Rows = [
    ["单位名册"],
    ["单位代码", "单位名称", "党员数", "联系电话"],
    [7, "县文化局", 62, 5462581234],
    [12, "县水利局", 31, 5462581235],
    [3705210012, "县林业局", 8, 13800000000],
]
#: The format of each column of the rows above: what is counted may be shown so, too.
CODED_AS = ("0000", "General", "000", "00000000000")


def coded_xlsx(path: Path) -> None:
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("名册")
    looks = [made.add_format({"num_format": look, "border": 1}) for look in CODED_AS]
    for row, line in enumerate(CODED):
        for column, value in enumerate(line):
            sheet.write(row, column, value, looks[column] if row > 1 else None)
    made.close()


@book("taken/codes-shown-with-noughts.xlsx")
def coded_in_xlsx(path: Path) -> None:
    coded_xlsx(path)


@book("taken/codes-shown-with-noughts-in-an-old-book.xls")
def coded_in_xls(path: Path) -> None:
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("名册")
    looks = [xlwt.easyxf(num_format_str=look) for look in CODED_AS]
    for row, line in enumerate(CODED):
        for column, value in enumerate(line):
            sheet.write(row, column, value, looks[column if row > 1 else 1])
    made.save(str(path))


@book("taken/codes-shown-with-noughts-by-libreoffice.ods")
def coded_in_ods(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        coded_xlsx(Path(folder) / "source.xlsx")
        converted(Path(folder) / "source.xlsx", path)


@book("taken/codes-shown-with-noughts-by-a-system.xls")
def coded_in_xml(path: Path) -> None:
    xml_book(path, "名册", CODED)
    text = path.read_text(encoding="utf-8")
    styles = "".join(
        f'<Style ss:ID="s{at}"><NumberFormat ss:Format="{look}"/></Style>'
        for at, look in enumerate(CODED_AS, 1)
    )
    text = text.replace("<Worksheet", f"<Styles>{styles}</Styles><Worksheet", 1)
    for at in (1, 3, 4):
        text = text.replace(
            f'<Cell ss:Index="{at}"><Data ss:Type="Number">',
            f'<Cell ss:Index="{at}" ss:StyleID="s{at}"><Data ss:Type="Number">',
        )
    path.write_text(text, encoding="utf-8")


@book("taken/numbers-of-orders-in-two-formats.xlsx")
def numbers_of_orders(path: Path) -> None:
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("工单")
    plain = made.add_format({"num_format": "0"})
    scientific = made.add_format({"num_format": "0.00E+00"})
    named = made.add_format({"num_format": '"DH-"000000'})
    sheet.write_row(0, 0, ["12345热线工单"])
    sheet.write_row(1, 0, ["工单编号", "诉求内容", "承办单位", "派单时间", "联系电话"])
    for row, (number, look) in enumerate(
        [(20140508000123, plain), (20140508000124, scientific), (125, named)], 2
    ):
        sheet.write_number(row, 0, number, look)
        sheet.write_row(row, 1, [f"路灯不亮{row}", "盐窝镇", "2014-05-08"])
        sheet.write_number(row, 4, 13800000000 + row, scientific)
    made.close()


@book("taken/strokes-in-a-progress-sheet.xlsx")
def strokes_of_progress(path: Path) -> None:
    rows = rows_of("""
        进度表
        单位 | 动员大会 | 集中学习 | 谈心谈话
        盐窝镇 | √ | 3 | /
        胜坨镇 | √ | 不涉及 | ／
        县财政局 | 2014-03-08 | 2 | 未开展
    """)
    xlsxwriter_book(path, {"进度": rows})


@book("taken/days-of-an-old-book-that-counts-from-1904.xls")
def old_since_1904(path: Path) -> None:
    made = xlwt.Workbook(encoding="utf-8")
    made.dates_1904 = True
    sheet = made.add_sheet("台账")
    rows = [["整改台账"], ["存在问题", "责任单位", "实际完成时间"]]
    rows += [["问题1", "盐窝镇", 40313], ["问题2", "盐窝镇", "2014-05-16"]]
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            sheet.write(row, column, value)
    dated = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    sheet.write(4, 0, "问题3")
    sheet.write(4, 1, "盐窝镇")
    sheet.write(4, 2, 40312, dated)
    made.save(str(path))


@book("taken/days-with-the-hour-behind-them.in.csv")
def hours(path: Path) -> None:
    said = ("20140503 10时", "2014-05-03 10时", "20140504 10:30", "20140504上午", "20140505103000")
    rows = [["征求意见汇总表"], ["被征求意见单位", "意见建议", "收集时间"]]
    csv_book(path, [*rows, *(["盐窝镇", f"意见{at}", day] for at, day in enumerate(said, 1))])


@book("queried/sums-in-the-place-of-a-problem.xlsx")
def sums_as_text(path: Path) -> None:
    rows = rows_of("""
        整改台账
        责任单位 | 存在问题 | 整改措施
        盐窝镇 | 会议太多 | 合并会议
        盐窝镇 | 小计 | 共一条
        县财政局 | 文件太多 | 同上
        县财政局 | 合计 | _
    """)
    openpyxl_book(path, {"台账": rows})
