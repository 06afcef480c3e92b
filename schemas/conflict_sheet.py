"""The workbook in which a clerk settles conflicts: its headings and the words of a choice.

It is the office's own and no kind of sheet that is reported. Each text stands in Chinese
and English; both are recognised.
"""

from typing import Final

#: What the sheet is called in a mark and in the books.
CODE: Final = "conflicts"
#: A column of a taken sheet that speaks of whatever field its row is about.
ANY_FIELD: Final = "*"
TITLE: Final = ("冲突核对", "Conflicts")
#: The columns in their order.
HEADINGS: Final = {
    "number": ("冲突号", "Conflict"),
    "file": ("文件", "File"),
    "sheet": ("工作表", "Worksheet"),
    "row": ("行", "Row"),
    "record": ("编号", "No."),
    "unit": ("单位", "Unit"),
    "about": ("内容", "About"),
    "field": ("栏目", "Field"),
    "base": ("原来", "Before"),
    "ours": ("台账现在", "Ledger"),
    "theirs": ("报表", "Sheet says"),
    "choice": ("采用", "Settle as"),
}
#: The columns without which a worksheet is not this one.
TELLS: Final = ("number", "record", "field", "ours", "theirs", "choice")
OURS: Final = ("按台账", "as the ledger")
THEIRS: Final = ("按报表", "as the sheet")
#: What people type in their place.
OURS_TOO: Final = (
    *("台账", "台账的", "台账现在", "按台账的", "用台账", "用台账的", "以台账为准", "保留台账"),
    *("ledger", "the ledger", "ours"),
)
THEIRS_TOO: Final = (
    *("报表", "报表的", "按报表的", "用报表", "用报表的", "以报表为准", "按表", "用表", "表"),
    *("sheet", "the sheet", "theirs"),
)
