"""Takes a sheet of opinions into SQLite as a script with pandas does; row 2 has the headings."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pandas as pd

workbook, database = sys.argv[1:]
Path(database).unlink(missing_ok=True)
with closing(sqlite3.connect(database)) as connection:
    sheet = pd.read_excel(workbook, header=1, engine="openpyxl")
    sheet.to_sql("opinion", connection, index=False)
    connection.commit()
