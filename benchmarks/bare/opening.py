"""Opens every workbook of a folder with openpyxl, and nothing else."""

import sys
from pathlib import Path

from openpyxl import load_workbook

for path in sorted(Path(sys.argv[1]).rglob("*.xlsx")):
    load_workbook(path)
