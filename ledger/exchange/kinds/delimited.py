"""Text with delimiters, in any encoding that a Chinese office saves."""

import codecs
import csv
import re
from io import StringIO
from typing import Final

from ledger.exchange.mistakes import CellTooLong
from ledger.exchange.mistakes import FileNotASheet
from ledger.exchange.mistakes import SheetTooLarge
from ledger.exchange.mistakes import TooManyRows
from ledger.exchange.note import Note
from ledger.exchange.read import MOST_CELLS
from ledger.exchange.read import MOST_ROWS
from ledger.exchange.read import Cell
from ledger.exchange.read import Flow
from ledger.exchange.read import Grid
from ledger.exchange.read import Mark
from ledger.exchange.read import even
from ledger.exchange.read import read_mark
from schemas.formula import unguarded
from schemas.sheet_words import EXPORT_NUMBER

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: How far down a mark is looked for.
_ABOVE: Final = 8
_DELIMITERS: Final = ",\t;"
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
#: A text pasted from elsewhere may hold a stray one; a file of another kind is full of them.
_MOST_STRAY: Final = 10
#: Longer than any cell of Excel, and short enough to stop a file with an open quote.
_LONGEST_CELL: Final = 1_000_000


def read_csv(name: str, data: bytes) -> tuple[list[Flow], str | None, list[Note]]:
    """Read delimited text as one grid of texts."""
    text, encoding = decoded(name, data)
    if len(_NOT_TEXT.findall(text)) * _MOST_STRAY > len(text):
        raise FileNotASheet(file=name)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = _rows(name, text)
    except csv.Error as error:
        if "field larger" in str(error):
            raise CellTooLong(file=name, most=_LONGEST_CELL) from error
        raise FileNotASheet(file=name) from error
    finally:
        csv.field_size_limit(before)
    return [Flow(Grid("", mark=_export_number(rows)), even(rows))], encoding, []


def _export_number(rows: list[list[Cell]]) -> Mark | None:
    """Return the mark of an export of ours, which stands above its table."""
    for row in rows[:_ABOVE]:
        for cell in row:
            label, colon, said = str(cell).replace("：", ":").partition(":")
            if colon and label.strip() in EXPORT_NUMBER:
                return read_mark(said)
    return None


def _rows(name: str, text: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    width = 0
    for line in csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)):
        rows.append([unguarded(cell) for cell in line])
        width = max(width, len(line))
        if len(rows) > MOST_ROWS:
            raise TooManyRows(file=name, most=MOST_ROWS)
        if width * len(rows) > MOST_CELLS:
            raise SheetTooLarge(file=name, sheet="", cells=width * len(rows), most=MOST_CELLS)
    return rows


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """Return the text with its encoding. Raises FileNotASheet where it is no text."""
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise FileNotASheet(file=name)


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    # No text has a NUL: every second byte of a delimiter or line break is one in UTF-16.
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if even or odd:
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return ("utf-8", "gb18030")


def _delimiter(text: str) -> str:
    """Return the delimiter that most of the first lines have, and most often."""
    sample = re.sub(r'"[^"]*"', "", text[:20_000]).splitlines()[:40]
    return max(_DELIMITERS, key=lambda mark: _frequency(sample, mark))


def _frequency(sample: list[str], mark: str) -> tuple[int, int]:
    counts = [line.count(mark) for line in sample]
    return sum(count > 0 for count in counts), sum(counts)
