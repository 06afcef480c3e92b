"""Writes the rows of a file with openpyxl's write-only mode, and nothing else."""

import pickle
import sys
from pathlib import Path

from openpyxl import Workbook

book = Workbook(write_only=True)
sheet = book.create_sheet()
for row in pickle.loads(Path(sys.argv[1]).read_bytes()):  # noqa: S301 - our own file
    sheet.append(row)
book.save(sys.argv[2])
