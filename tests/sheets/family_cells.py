"""What stands in cells: several values, values for many, texts of every length."""

import zipfile
from pathlib import Path

from book import book
from book import html_book
from book import openpyxl_book
from book import rows_of
from book import xls_book
from book import xlsxwriter_book
from book import xml_book


@book("queried/units-named-together.xlsx")
def units_named_together(path: Path) -> None:
    rows = rows_of("""
        整改任务分解表
        序号 | 存在问题 | 责任单位 | 整改时限
        1 | 会议太多 | 各乡镇 | 6月底前
        2 | 报表太多 | 县财政局 | 5月底前
    """)
    xlsxwriter_book(path, {"分解表": rows}, "A1:D1")


@book("queried/units-named-together-in-opinions.xls")
def together_opinions(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 被征求意见单位 | 意见建议
        1 | 县直各部门 | 办证太慢
        2 | 盐窝镇 | 会议太多
        3 | 有关单位 | 修路太慢
    """)
    xls_book(path, {"汇总": rows}, "A1:C1")


@book("taken/several-units-and-people-in-a-cell.xlsx")
def several(path: Path) -> None:
    rows = rows_of("""
        整改任务分解表
        序号 | 存在问题 | 整改措施 | 责任单位 | 责任领导 | 责任人 | 整改时限
        1 | 会议太多 | 1.合并会议~2.开短会~3.讲短话 | 县财政局、县审计局 | 周局长~吴局长 | 王五（副局长）13800000000 | 6月底前
        2 | 文件太多 | ①少发文②发短文 | 盐窝镇，胜坨镇；永安镇 | 胡春华、庹震同志 | 张三/李四 | 6月底前
        3 | 办证太慢 | 一窗受理 | 县教育局和县审计局 | 周局长 | 张三 | 6月底前
    """)
    xlsxwriter_book(path, {"分解表": rows}, "A1:G1")


@book("taken/blanks-and-marks-nobody-sees.xlsx")
def blanks(path: Path) -> None:
    rows = rows_of("""
        整改台账
        序号 | 存在问题 | 责任单位 | 整改时限 | 责任人
    """)
    rows.append([1, "\u3000会议太多 ", "\u3000县财政局 ", " 6月底前\u00a0", "张\u3000三"])
    rows.append([2, "文件太多\u200b", "县\u200b审计局\u00a0", "6月底前", "李 四"])
    rows.append([3, "办证太慢\r\n要跑三趟", "盐窝镇\n", "7月底前\ufeff", "王五"])
    openpyxl_book(path, {"Sheet1": rows}, "A1:E1")


@book("taken/escaped-line-ends.xlsx")
def escaped(path: Path) -> None:
    """As programs write them that escape carriage returns."""
    rows = [
        ["被征求意见单位", "意见建议"],
        ["盐窝镇", "会议太多CR，占用农时"],
        ["胜坨镇", "修路太慢CR"],
    ]
    openpyxl_book(path, {"Sheet1": rows})
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for part, data in parts.items():
            made.writestr(part, data.replace(b"CR", b"_x000D_\n"))


@book("taken/text-pasted-from-the-web.xls")
def pasted(path: Path) -> None:
    rows = [
        ["被征求意见单位", "意见建议", "征求方式"],
        ["盐窝镇", "会议太多beplay官网app，占用农时", "网络"],
        ["胜坨镇", "修路太慢\u200e\u200e，\u00ad三年没修", "网络"],
    ]
    xml_book(path, "汇总", rows)


@book("taken/signs-that-cannot-be-stored.in.csv")
def control_characters(path: Path) -> None:
    lines = [
        "单位名称,联系人,联系电话",
        "盐窝镇\x0b,王\x1f五,0546-2881001",
        "胜坨镇,赵六\x08,0546-2881002",
    ]
    path.write_bytes("\r\n".join(lines).encode("utf-8"))


@book("taken/long-texts-and-leading-signs.xlsx")
def long_texts(path: Path) -> None:
    rows = [
        ["序号", "存在问题", "整改措施", "责任单位", "整改时限"],
        [1, "-会议太多", "开短会。\n" * 600, "盐窝镇", "6月底前"],
        [2, "+文件太多", "@全体干部", "县财政局", "6月底前"],
    ]
    xlsxwriter_book(path, {"台账": [*rows, [3, "=1+1是虚数", "－少发文", "县审计局", "6月底前"]]})


@book("queried/formulas-that-were-never-calculated.xlsx")
def formulas(path: Path) -> None:
    rows = rows_of("""
        征求意见汇总表
        序号 | 被征求意见单位 | 意见建议 | 条数
        1 | 盐窝镇 | 会议太多 | 2
        2 | 盐窝镇 | 文件太多 | 1
        小计 | | |
    """)
    made = openpyxl_book(path, {"Sheet1": rows}, "A1:D1")
    sheet = made.worksheets[0]
    sheet["D4"] = "=1+2"
    sheet["D5"] = "=SUM(D3:D4)"
    made.save(path)


@book("queried/cell-that-refers-to-nothing.xls")
def reference_lost(path: Path) -> None:
    rows = [
        ["单位名称", "党员数", "联系人"],
        ["盐窝镇", 312, "王五"],
    ]
    lines = "".join(
        "<Row>"
        + "".join(f'<Cell><Data ss:Type="{kind}">{value}</Data></Cell>' for kind, value in row)
        + "</Row>"
        for row in [
            [("String", value) for value in rows[0]],
            [("String", "盐窝镇"), ("Number", 312), ("String", "王五")],
            [("String", "胜坨镇"), ("Error", "#REF!"), ("String", "赵六")],
        ]
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="名册"><Table>{lines}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )


@book("taken/numbered-lists-in-an-html-table.xls")
def numbered_lists(path: Path) -> None:
    rows = rows_of("""
        存在问题 | 整改措施 | 责任单位 | 整改时限
        办证太慢 | 1.一窗受理；2.限时办结；3.公开流程。 | 县审计局 | 6月底前
    """)
    html_book(path, rows, "gbk")


@book("queried/unit-that-nobody-knows.xlsx")
def unknown_unit(path: Path) -> None:
    rows = rows_of("""
        规定动作完成情况一览表
        单位 | 动员大会 | 集中学习
        盐窝镇 | √ | 3
        全体单位 | √ | 3
        盐窝镇政府办 | √ | 3
    """)
    openpyxl_book(path, {"Sheet1": rows}, "A1:C1")


@book("taken/drop-downs-and-coloured-cells.xlsx")
def drop_downs(path: Path) -> None:
    import xlsxwriter

    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("台账")
    red = made.add_format({"bg_color": "#FF0000"})
    rows = rows_of("""
        存在问题 | 责任单位 | 整改时限 | 完成情况
        会议太多 | 盐窝镇 | 4月底前 | 整改中
        文件太多 | 县财政局 | 6月底前 | 整改中
    """)
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row, red if at == 1 else None)
    sheet.data_validation("D2:D9", {"validate": "list", "source": ["未启动", "整改中", "已完成"]})
    sheet.write_comment("C2", "已经逾期，请督办")
    made.close()


@book("queried/rows-struck-through.xlsx")
def struck_through(path: Path) -> None:
    from openpyxl.styles import Font

    rows = rows_of("""
        整改台账
        序号 | 存在问题 | 责任单位 | 整改时限
        1 | 会议太多 | 盐窝镇 | 6月底前
        2 | 文件太多 | 县财政局 | 6月底前
        3 | 办证太慢 | 县审计局 | 7月底前
    """)
    made = openpyxl_book(path, {"Sheet1": rows}, "A1:D1")
    for cell in made.worksheets[0][4]:
        cell.font = Font(strike=True)
    made.worksheets[0]["D5"].font = Font(color="FFFF0000")
    made.save(path)


@book("queried/table-of-a-word-document.docx")
def word_table(path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "便民大厅中午没人（牵头单位：盐窝镇；责任单位：各村支部）"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"'
            ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        made.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body><w:tbl><w:tr><w:tc><w:p><w:r>'
            f"<w:t>{text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>",
        )
