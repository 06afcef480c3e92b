"""What stands in cells: several values, values for many, texts of every length."""

from pathlib import Path

from book import book
from book import rows_of
from book import xlsxwriter_book


@book("queried/units-named-together.xlsx")
def units_named_together(path: Path) -> None:
    rows = rows_of("""
        整改任务分解表
        序号 | 存在问题 | 责任单位 | 整改时限
        1 | 会议太多 | 各乡镇 | 6月底前
        2 | 报表太多 | 县财政局 | 5月底前
    """)
    xlsxwriter_book(path, {"分解表": rows}, "A1:D1")
