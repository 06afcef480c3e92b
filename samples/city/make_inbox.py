"""Write ``inbox/`` anew: the workbooks that units mail at the end of May 2014.

    python samples/city/make_inbox.py

needs xlsxwriter, xlwt and LibreOffice (``soffice``). Nobody who uses the sample runs it: the
workbooks lie in the repository as a clerk would get them. ``expected.csv`` says what each
should give, and was written beside them by hand.
"""

import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from samples import office
from samples.city.mail.base import WORKBOOKS
from samples.city.start import HERE

INBOX: Final = HERE / "inbox"
#: What Excel leaves beside an open workbook; it holds nothing.
LOCK: Final = "雾泉镇/~$整改清单.xlsx"


def main() -> None:
    """Write every workbook, and the lock file."""
    for subject in ("rectification", "opinions", "progress", "roster"):
        import_module(f"samples.city.mail.{subject}")
    shutil.rmtree(INBOX, ignore_errors=True)
    for name, (writer, draw) in WORKBOOKS.items():
        path = INBOX / name
        path.parent.mkdir(parents=True, exist_ok=True)
        writer(draw(), path)
        if path.suffix == ".xlsx":
            office.settle(path)
    (INBOX / LOCK).write_bytes(bytes(165))


if __name__ == "__main__":
    main()
