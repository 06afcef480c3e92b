"""The parts inside an .xlsx: what calamine does not tell, read without unpacking to disk.

Every part is unpacked once, in pieces, before anything else touches the file: a part
larger than it says, or one that would cost too much memory, stops there.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from html import unescape
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from ledger.exchange.mistakes import FileDamaged
from ledger.exchange.mistakes import FileUnpacksTooLarge
from ledger.exchange.mistakes import SheetTooLarge
from ledger.exchange.mistakes import TooManyParts
from ledger.exchange.read import ERROR
from ledger.exchange.read import MARK
from ledger.exchange.read import MOST_CELLS
from ledger.exchange.read import UNCALCULATED
from ledger.exchange.read import Mark
from ledger.exchange.read import Unreadable
from ledger.exchange.read import column_number
from ledger.exchange.read import read_mark
from ledger.exchange.shown import Look
from ledger.exchange.shown import Looks
from ledger.exchange.shown import look_of
from schemas.locale.workbook import COMMENT_MARK

_MOST_PARTS: Final = 5_000
_MOST_UNPACKED: Final = 1 << 30
_RATIO: Final = 250
#: What may unpack to any multiple of its size without being taken for a bomb.
_HARMLESS: Final = 64 << 20
_PIECE: Final = 1 << 20
_FIRST_ROWS: Final = 1 << 16
_LONGEST_ROW: Final = 8 << 20
#: A worksheet's text is looked through cell by cell only where that is cheap.
_SMALL: Final = 2 << 20

#: The part that lists the worksheets and names is never large.
_MOST_WORKBOOK: Final = 8 << 20
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass
class Facts:
    """What a worksheet's part says beside its values."""

    mark: Mark | None = None
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck_rows: set[int] = field(default_factory=set)
    unreadable: dict[tuple[int, int], Unreadable] = field(default_factory=dict)
    looks: Looks = field(default_factory=dict)
    since_1904: bool = False


def has_comments(name: str, data: bytes) -> bool:
    """Tell whether somebody but an answer of ours wrote comments into a workbook."""
    marks = tuple(mark.encode() for mark in COMMENT_MARK)
    with check_archive(name, data) as archive:
        for part in archive.infolist():
            if _COMMENTS.fullmatch(part.filename.lower()) and part.file_size <= _MOST_WORKBOOK:
                texts = archive.read(part).split(b"</comment>")[:-1]
                if any(not any(mark in text for mark in marks) for text in texts):
                    return True
    return False


def check_archive(name: str, data: bytes) -> zipfile.ZipFile:
    """Open a zip whose directory promises no bomb. Raises FileUnreadable."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except Exception as error:
        raise FileDamaged(file=name, why=type(error).__name__) from error
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > max(_HARMLESS, _RATIO * len(data))
    if len(parts) > _MOST_PARTS:
        raise TooManyParts(file=name, parts=len(parts), most=_MOST_PARTS)
    if bomb or unpacked > _MOST_UNPACKED:
        raise FileUnpacksTooLarge(file=name, size=unpacked >> 20)
    return archive


def pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part in pieces; a part that is longer than it says fails its checksum."""
    with archive.open(part) as opened:
        while piece := opened.read(_PIECE):
            yield piece


def facts_of(name: str, data: bytes) -> dict[str, Facts]:
    """Return what each worksheet of an .xlsx says beside its values, by its name."""
    with check_archive(name, data) as archive:
        try:
            return _facts(name, archive)
        except (zipfile.BadZipFile, KeyError, ET.ParseError, ValueError, OSError) as error:
            raise FileDamaged(file=name, why=type(error).__name__) from error
        except Exception as error:  # zlib.error and what compression modules raise
            if isinstance(error, (SheetTooLarge, MemoryError)):
                raise
            raise FileDamaged(file=name, why=type(error).__name__) from error


def _facts(name: str, archive: zipfile.ZipFile) -> dict[str, Facts]:
    real = {part.lower(): part for part in archive.namelist()}
    marks, places, since_1904 = _workbook(archive, real)
    found: dict[str, Facts] = {}
    dresses = _dresses(archive, real)
    for sheet, part in places.items():
        facts = _worksheet(name, sheet, archive, part, dresses)
        facts.mark, facts.since_1904 = marks.get(sheet), since_1904
        found[sheet] = facts
    for part in real.values():
        if part not in places.values() and not part.startswith("xl/media/"):
            for _ in pieces(archive, part):
                pass
    return found


def _workbook(
    archive: zipfile.ZipFile, real: dict[str, str]
) -> tuple[dict[str, Mark], dict[str, str], bool]:
    """Return marks and parts by the worksheets' names, and whether days count from 1904."""
    root = _small(archive, real["xl/workbook.xml"])
    relations = _relations(archive, real)
    sheets = [element for element in root.iter() if _local(element) == "sheet"]
    names = [element.get("name", "") for element in sheets]
    places = {}
    for element in sheets:
        relation = element.get(_RELATION) or element.get(_STRICT) or ""
        part = real.get(relations.get(relation, ""))
        if part is not None:
            places[element.get("name", "")] = part
    return _marks(root, names), places, _since_1904(root)


def _since_1904(root: ET.Element) -> bool:
    said = (e.get("date1904") for e in root.iter() if _local(e) == "workbookPr")
    return any(word in {"1", "true"} for word in said)


def _marks(root: ET.Element, names: list[str]) -> dict[str, Mark]:
    marks = {}
    for element in root.iter():
        if _local(element) != "definedName" or element.get("name") != MARK:
            continue
        place = element.get("localSheetId", "")
        mark = read_mark(element.text)
        if mark is not None and place.isascii() and place.isdigit() and int(place) < len(names):
            marks[names[int(place)]] = mark
    return marks


def _relations(archive: zipfile.ZipFile, real: dict[str, str]) -> dict[str, str]:
    root = _small(archive, real["xl/_rels/workbook.xml.rels"])
    found = {}
    for element in root.iter():
        if _local(element) == "Relationship" and element.get("TargetMode") != "External":
            target = element.get("Target", "").lower().replace("\\", "/")
            place = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            found[element.get("Id", "")] = place.replace("xl/./", "xl/")
    return found


def _small(archive: zipfile.ZipFile, part: str) -> ET.Element:
    text = archive.read(part)
    if len(text) > _MOST_WORKBOOK or b"<!DOCTYPE" in text[:4096]:
        raise ValueError(part)
    return ET.fromstring(text)  # noqa: S314 - entities are refused above


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


@dataclass(frozen=True)
class _Dresses:
    """The dresses of cells that matter: whose text is struck through, who show a code."""

    struck: frozenset[bytes] = frozenset()
    looks: dict[bytes, Look] = field(default_factory=dict)


def _dresses(archive: zipfile.ZipFile, real: dict[str, str]) -> _Dresses:
    part = real.get("xl/styles.xml")
    if part is None or archive.getinfo(part).file_size > _MOST_WORKBOOK:
        return _Dresses()
    text = archive.read(part)
    found = _STYLE_CELLS.search(text)
    if found is None or b"<!DOCTYPE" in text[:4096]:
        return _Dresses()
    cells = _STYLE_OF.findall(found[0])
    return _Dresses(frozenset(_struck(text, cells)), dict(_shown(text, cells)))


def _struck(text: bytes, cells: list[bytes]) -> Iterator[bytes]:
    fonts = _STYLE_FONTS.search(text) if _STRIKE.search(text) else None
    listed = _STYLE_FONT.findall(fonts[0]) if fonts else []
    struck = {str(at).encode() for at, font in enumerate(listed) if _STRIKE.search(font)}
    for at, cell in enumerate(cells if struck else ()):
        font = _FONT_OF.search(cell)
        if font is not None and font[1] in struck:
            yield str(at).encode()


def _shown(text: bytes, cells: list[bytes]) -> Iterator[tuple[bytes, Look]]:
    formats: dict[bytes, Look] = {}
    for said in _FORMAT.findall(text):
        number, code = _FORMAT_NUMBER.search(said), _FORMAT_CODE.search(said)
        words = unescape(code[2].decode("utf-8", "replace")) if code else ""
        look = look_of(words)
        if number is not None and look is not None:
            formats[number[1]] = look
    for at, cell in enumerate(cells if formats else ()):
        number = _FORMAT_NUMBER.search(cell)
        if number is not None and number[1] in formats:
            yield str(at).encode(), formats[number[1]]


def _worksheet(
    name: str, sheet: str, archive: zipfile.ZipFile, part: str, dresses: _Dresses
) -> Facts:
    facts = Facts()
    look = _Look(facts, exact=archive.getinfo(part).file_size <= _SMALL, dresses=dresses)
    rest = b""
    for piece in pieces(archive, part):
        text = rest + piece
        cut = text.rfind(look.row_end(text))
        if cut < 0 and len(text) < _LONGEST_ROW:
            rest = text
            continue
        look.at(text, cut if cut >= 0 else len(text))
        rest = text[cut:] if cut >= 0 else b""
    look.at(rest, len(rest))
    if look.cells > MOST_CELLS:
        raise SheetTooLarge(file=name, sheet=sheet, cells=look.cells, most=MOST_CELLS)
    return facts


_CELL: Final = re.compile(
    rb"<(?:\w+:)?c\s(?P<head>[^>]*?)(?:/>|>(?P<body>.*?)</(?:\w+:)?c>)", re.DOTALL
)
_PLACE: Final = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""", re.IGNORECASE)
_FILLED: Final = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["'][^>]*(?<!/)>(?!</)"""
)
_WIDE: Final = re.compile(rb'r="([A-Z]{2,3})\d')
_ROW: Final = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d{1,7})"')
_HIDDEN_ROW: Final = re.compile(
    rb'<(?:\w+:)?row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d{1,7})"'
)
_HIDDEN_COLUMN: Final = re.compile(rb'<(?:\w+:)?col\s(?=[^>]*\bhidden="(?:1|true)")([^>]*)>')
_COMMENTS: Final = re.compile(r"xl/(?:\w+/)?comments?\d*\.xml")
_STRIKE: Final = re.compile(rb"""<(?:\w+:)?strike(?:\s+val\s*=\s*["'](?:1|true)["'])?\s*/?>""")
_STYLE_FONTS: Final = re.compile(rb"<(?:\w+:)?fonts[\s>].*?</(?:\w+:)?fonts>", re.DOTALL)
_STYLE_FONT: Final = re.compile(
    rb"<(?:\w+:)?font\s*/>|<(?:\w+:)?font(?:\s[^>]*)?>.*?</(?:\w+:)?font>", re.DOTALL
)
_STYLE_CELLS: Final = re.compile(rb"<(?:\w+:)?cellXfs[\s>].*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE_OF: Final = re.compile(rb"<(?:\w+:)?xf[\s/>][^>]*")
_FONT_OF: Final = re.compile(rb"""fontId\s*=\s*["'](\d+)["']""")
_FORMAT: Final = re.compile(rb"<(?:\w+:)?numFmt\s[^>]*")
_FORMAT_NUMBER: Final = re.compile(rb"""numFmtId\s*=\s*["'](\d+)["']""")
_FORMAT_CODE: Final = re.compile(rb"""formatCode\s*=\s*(["'])(.*?)\1""", re.DOTALL)
_DRESS: Final = re.compile(rb"""\bs\s*=\s*["'](\d+)["']""")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_STORED: Final = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>[^<]")
_EMPTY_TEXT: Final = re.compile(rb't="str".*<(?:\w+:)?v', re.DOTALL)


class _Look:
    """Looks through a worksheet's text, piece by piece, for what is out of the ordinary."""

    def __init__(self, facts: Facts, *, exact: bool, dresses: _Dresses) -> None:
        self.dresses = dresses
        self.facts = facts
        self.exact = exact
        self.rows = 0
        self.columns = 0
        self.formulas = False
        self._prefix: bytes | None = None

    def row_end(self, text: bytes) -> bytes:
        """Return the tag that ends a row; some programs prefix every tag."""
        if self._prefix is None:
            found = re.search(rb"<(\w+:)?worksheet", text[:4096])
            self._prefix = (found.group(1) or b"") if found else b""
        return b"</" + self._prefix + b"row>"

    @property
    def cells(self) -> int:
        """Return how many cells the smallest block around all cells has."""
        return self.rows * self.columns

    def at(self, text: bytes, end: int) -> None:
        """Look through one piece up to where its last row ends."""
        if not end:
            return
        self._measure(text, end)
        if text.find(b"hidden=", 0, end) >= 0:
            self._hidden(text[:end])
        if self.dresses.struck or self.dresses.looks:
            self._dressed(text[:end])
        # The end of a formula is sooner found than its beginning.
        formula = b"</" + (self._prefix or b"") + b"f"
        self.formulas = self.formulas or text.find(formula, 0, end) >= 0
        if self.formulas or (self.exact and text.find(b">#", 0, end) >= 0):
            self._formulas(text[:end])

    def _measure(self, text: bytes, end: int) -> None:
        """Keep how far the cells with a value reach; formats alone may reach to the edge."""
        if self.exact or _WIDE.search(text, 0, end):
            self._measure_cells(text, end)
            return
        if not self.columns:
            self._measure_cells(text, min(end, _FIRST_ROWS))
        value = text.rfind(b"<v>", 0, end)
        last = text.rfind(b"<row ", 0, max(value, 0))
        found = _ROW.match(text, last) if last >= 0 else None
        self.rows = max(self.rows, int(found[1]) if found else 0)

    def _measure_cells(self, text: bytes, end: int) -> None:
        for letters, row in set(_FILLED.findall(text, 0, end)):
            self.rows = max(self.rows, int(row))
            self.columns = max(self.columns, column_number(letters.decode().upper()))

    def _hidden(self, text: bytes) -> None:
        self.facts.hidden_rows |= {int(row) for row in _HIDDEN_ROW.findall(text)}
        for columns in _HIDDEN_COLUMN.findall(text):
            ends = dict(re.findall(rb'\b(min|max)="(\d{1,5})"', columns))
            first, last = int(ends.get(b"min", b"1")), int(ends.get(b"max", b"0"))
            self.facts.hidden_columns |= set(range(first, min(last, 16384) + 1))

    def _dressed(self, text: bytes) -> None:
        """Keep the rows whose every filled cell is struck through, and what shows as a code."""
        whole: dict[int, bool] = {}
        for cell in _CELL.finditer(text):
            place, dress = _PLACE.search(cell["head"]), _DRESS.search(cell["head"])
            if place is None or not cell["body"]:
                continue
            row, said = int(place[2]), dress[1] if dress is not None else b""
            whole[row] = whole.get(row, True) and said in self.dresses.struck
            look = self.dresses.looks.get(said)
            if look is not None:
                column = column_number(place[1].decode().upper())
                self.facts.looks.setdefault(column, {})[row] = look
        self.facts.struck_rows |= {row for row, struck in whole.items() if struck}

    def _formulas(self, text: bytes) -> None:
        for cell in _CELL.finditer(text):
            head, body = cell["head"], cell["body"] or b""
            error = b't="e"' in head
            if not error and (not _FORMULA.search(body) or _calculated(head, body)):
                continue
            place = _PLACE.search(head)
            if place is not None:
                column, row = column_number(place[1].decode().upper()), int(place[2])
                self.facts.unreadable[row, column] = ERROR if error else UNCALCULATED


def _calculated(head: bytes, body: bytes) -> bool:
    """Tell whether a formula's value is stored; an empty text is one, too."""
    return bool(_STORED.search(body) or _EMPTY_TEXT.search(head + body))


def check_binary(name: str, data: bytes) -> None:
    """Walk through the worksheets of an .xlsb and refuse one that would grow too large."""
    with check_archive(name, data) as archive:
        for part in archive.namelist():
            if not re.fullmatch(r"xl/worksheets/\w+\.bin", part, re.IGNORECASE):
                continue
            try:
                rows, columns = _binary_extent(b"".join(pieces(archive, part)))
            except Exception as error:
                raise FileDamaged(file=name, why=type(error).__name__) from error
            if rows * columns > MOST_CELLS:
                raise SheetTooLarge(file=name, sheet=part, cells=rows * columns, most=MOST_CELLS)


#: Records of an .xlsb: the head of a row, and the first and last kind of cell in it.
_ROW_HEAD: Final = 0
_CELL_KINDS: Final = range(2, 12)


def _binary_extent(text: bytes) -> tuple[int, int]:
    """Return how many rows and columns the records of a binary worksheet reach."""
    at = rows = columns = 0
    while at < len(text):
        kind, at = _variable(text, at, 2)
        size, at = _variable(text, at, 4)
        if kind == _ROW_HEAD:
            rows = max(rows, int.from_bytes(text[at : at + 4], "little") + 1)
        elif kind in _CELL_KINDS:
            columns = max(columns, int.from_bytes(text[at : at + 4], "little") + 1)
        at += size
    return rows, columns


def _variable(text: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, lowest first, and where it ends."""
    number = 0
    for place in range(most):
        byte = text[at]
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            break
    return number, at
