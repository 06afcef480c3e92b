"""Reads the first worksheet of a workbook with python-calamine, and nothing else."""

import sys

from python_calamine import CalamineWorkbook

for _ in CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows():
    pass
