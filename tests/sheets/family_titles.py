"""What stands above a table: labels of attachments, titles, unit and period."""

from pathlib import Path

from book import book
from book import openpyxl_book
from book import rows_of


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
