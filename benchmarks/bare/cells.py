"""Keeps the cells of a workbook's first worksheet for ``writing.py``."""

import pickle
import sys
from pathlib import Path

from python_calamine import CalamineWorkbook

rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows()
cells = [[None if value == "" else value for value in row] for row in rows]
Path(sys.argv[2]).write_bytes(pickle.dumps(cells))
