"""One worksheet's part: its rows, and what stands around them in the order of the format."""

import re
from collections.abc import Iterator
from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from typing import Final

from lxml import etree

from ledger.exchange.package.parts import Package
from ledger.exchange.package.parts import UnpatchableError
from ledger.exchange.package.parts import local
from ledger.exchange.package.parts import parsed
from ledger.exchange.package.parts import serialised
from ledger.exchange.package.rows import Edit
from ledger.exchange.package.rows import Rows
from ledger.exchange.read import Area
from ledger.exchange.read import address
from ledger.exchange.read import column_number

#: What may stand in a worksheet, in this order; a program that is strict repairs any other.
ORDER: Final = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"),
    *("headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches"),
    *("ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF"),
    *("picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"),
)
_ROOT: Final = re.compile(rb"<((?:[\w.-]+:)?)worksheet[\s>]")
_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']""")
_AREA: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$")
_FILTER_NAME: Final = "_xlnm._FilterDatabase"
#: Pixels of a column and a row of which nothing is said.
_COLUMN: Final = 64.0
_ROW: Final = 20.0


class Worksheet:
    """A worksheet's part, being changed."""

    def __init__(self, package: Package, part: str) -> None:
        self.part = part
        self._package = package
        text = _plain(package.read(part))
        root = _ROOT.search(text[:65_536])
        if root is None:
            raise UnpatchableError(part)
        self._prefix = root[1]
        head, rows, tail = self._split(text)
        self._frame = parsed(head + self._empty + tail)
        if str(etree.QName(self._frame).namespace) != package.main:
            raise UnpatchableError(part)
        self.rows = Rows(rows, self._prefix)

    @property
    def _empty(self) -> bytes:
        return b"<" + self._prefix + b"sheetData/>"

    def _split(self, text: bytes) -> tuple[bytes, bytes, bytes]:
        """Return what stands before, in and after the rows."""
        start = re.search(rb"<%bsheetData(?:\s[^>]*?)?(/?)>" % self._prefix, text)
        if start is None:
            raise UnpatchableError("no rows")
        if start[1]:
            return text[: start.start()], b"", text[start.end() :]
        closing = b"</" + self._prefix + b"sheetData>"
        end = text.rfind(closing)
        if end < 0:
            raise UnpatchableError("rows without end")
        return (
            text[: start.start()],
            text[start.end() : end],
            text[end + len(closing) :],
        )

    # What stands there ------------------------------------------------------------------

    @cached_property
    def merges(self) -> list[Area]:
        """The merged cells."""
        found = (area_of(one.get("ref", "")) for one in self._all("mergeCells/{0}mergeCell"))
        return [area for area in found if area is not None]

    @cached_property
    def tables(self) -> list[Area]:
        """Where the tables stand that are objects of their own."""
        targets = [one.target for one in self._package.relations(self.part) if one.kind == "table"]
        found = (
            area_of(self._package.tree(target).get("ref", ""))
            for target in targets
            if self._package.has(target)
        )
        return [area for area in found if area is not None]

    def first_of(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell that speaks for one, which is another where cells are merged."""
        for top, left, bottom, right in self.merges:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return row, column

    def width_of(self, column: int) -> float:
        """Return how many pixels a column is wide."""
        for run in self._all("cols/{0}col"):
            if int(run.get("min", 0)) <= column <= int(run.get("max", 0)):
                if run.get("hidden") in ("1", "true"):
                    return 0.0
                return float(run.get("width") or 8.43) * 7 + 5
        return _COLUMN

    def height_of(self, row: int) -> float:
        """Return how many pixels a row is high."""
        own = self.rows.heights.get(row)
        if own is None:
            shape = self._child("sheetFormatPr")
            said = shape.get("defaultRowHeight") if shape is not None else None
            return float(said) * 4 / 3 if said else _ROW
        return own * 4 / 3

    # What is put there ------------------------------------------------------------------

    def set_width(self, column: int, width: float) -> None:
        """Give one column a width, out of the run of equal columns that it may stand in."""
        columns = self._child("cols")
        if columns is None:
            columns = self._put("cols")
        own = self._made("col")
        own.attrib.update(
            {"min": str(column), "max": str(column), "width": f"{width:g}", "customWidth": "1"}
        )
        for run in list(columns):
            first, last = int(run.get("min", 0)), int(run.get("max", 0))
            if last < column:
                continue
            if first > column:
                run.addprevious(own)
                break
            parts = [(first, column - 1), (column, column), (column + 1, last)]
            for least, most in parts:
                piece = own if least == column == most else deepcopy(run)
                if least == column == most and run.get("style"):
                    own.set("style", run.get("style", ""))
                if least <= most:
                    piece.attrib.update({"min": str(least), "max": str(most)})
                    run.addprevious(piece)
            columns.remove(run)
            break
        else:
            columns.append(own)

    def widen(self, row: int, column: int, last: int) -> None:
        """Let the worksheet's dimension hold what was put there."""
        dimension = self._child("dimension")
        area = area_of(dimension.get("ref", "")) if dimension is not None else None
        if dimension is not None and area is not None:
            top, left = min(area[0], row), min(area[1], column)
            bottom, right = max(area[2], last), max(area[3], column)
            dimension.set("ref", f"{address(top, left)}:{address(bottom, right)}")

    def put_filter(self, header: int, column: int, last: int) -> str | None:
        """Let the rows be filtered by a column; return the filter's area where it changed.

        A filter of the table is widened; where another table has the only one that a
        worksheet may have, there is none.
        """
        there = self._child("autoFilter")
        area = area_of(there.get("ref", "")) if there is not None else None
        if there is None or area is None:
            left = column if self.tables else 1
            there = self._put("autoFilter") if there is None else there
            area = header, left, max(last, header + 1), column
        elif area[0] > last or area[2] < header or area[1] > column:
            return None
        area = area[0], area[1], area[2], max(area[3], column)
        shown = f"{address(area[0], area[1])}:{address(area[2], area[3])}"
        there.set("ref", shown)
        return shown

    def put_drawing(self, number: str) -> None:
        """Refer to the drawing with the boxes of comments."""
        drawing = self._child("legacyDrawing")
        if drawing is None:
            drawing = self._put("legacyDrawing")
        drawing.set(f"{{{self._package.reference}}}id", number)

    def legacy_drawing(self) -> str | None:
        """Return the number of the relation to the drawing with the boxes of comments."""
        found = self._child("legacyDrawing")
        return None if found is None else found.get(f"{{{self._package.reference}}}id")

    def save(self, edits: Mapping[int, Mapping[int, Edit]]) -> None:
        """Put the worksheet into the package, its rows with the edits."""
        text = serialised(self._frame)
        head, found, tail = text.partition(self._empty)
        if not found:
            raise UnpatchableError("rows lost")
        name = self._prefix + b"sheetData"

        def pieces() -> Iterator[bytes]:
            yield head
            yield b"<" + name + b">"
            yield from self.rows.edited(edits)
            yield b"</" + name + b">"
            yield tail

        self._package.put(self.part, pieces)

    def _all(self, path: str) -> list[etree._Element]:
        space = f"{{{self._package.main}}}"
        return self._frame.findall(space + path.format(space))

    def _child(self, name: str) -> etree._Element | None:
        return self._frame.find(f"{{{self._package.main}}}{name}")

    def _made(self, name: str) -> etree._Element:
        return self._frame.makeelement(f"{{{self._package.main}}}{name}", {})

    def _put(self, name: str) -> etree._Element:
        """Put an element where the format wants it."""
        return put_in_order(self._frame, self._made(name), ORDER)


def put_in_order(
    parent: etree._Element, element: etree._Element, order: tuple[str, ...]
) -> etree._Element:
    """Put an element before the first one that has to stand after it."""
    place = order.index(local(element))
    for child in parent:
        if _rank(child, order) > place:
            child.addprevious(element)
            return element
    parent.append(element)
    return element


def _rank(element: etree._Element, order: tuple[str, ...]) -> int:
    """Return an element's place in the order; a choice between two stands for what is in it."""
    inside = (local(one) for one in element.iter(etree.Element))
    return next((order.index(name) for name in inside if name in order), len(order))


def area_of(ref: str) -> Area | None:
    """Return the area that a reference such as ``A1:C3`` or ``$B$2`` means."""
    found = _AREA.match(ref.rpartition("!")[2])
    if found is None:
        return None
    left, top = column_number(found[1]), int(found[2])
    right = column_number(found[3]) if found[3] else left
    return top, left, int(found[4] or top), right


def put_filter_name(package: Package, sheet: str, area: str) -> None:
    """Keep the name under which a workbook remembers a worksheet's filter."""
    sheets = package.changing(package.workbook)
    names = [one.get("name") for one in sheets.iterfind(f"{{{package.main}}}sheets/*")]
    place = str(names.index(sheet))
    top, left, bottom, right = area_of(area) or (1, 1, 1, 1)
    quoted = sheet.replace("'", "''")
    first, last = address(top, left), address(bottom, right)
    text = f"'{quoted}'!{_fixed(first)}:{_fixed(last)}"
    space = f"{{{package.main}}}"
    for one in sheets.iterfind(f"{space}definedNames/{space}definedName"):
        if one.get("name") == _FILTER_NAME and one.get("localSheetId") == place:
            one.text = text
            return
    book_names = sheets.find(f"{space}definedNames")
    if book_names is None:
        book_names = put_in_order(
            sheets, sheets.makeelement(f"{space}definedNames", {}), WORKBOOK_ORDER
        )
    own = etree.SubElement(book_names, f"{space}definedName")
    own.attrib.update({"name": _FILTER_NAME, "localSheetId": place, "hidden": "1"})
    own.text = text


#: What may stand in the part that lists the worksheets, in this order.
WORKBOOK_ORDER: Final = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize"),
    *("customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing"),
    *("fileRecoveryPr", "webPublishObjects", "extLst"),
)


def _fixed(place: str) -> str:
    return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", place)


def _plain(text: bytes) -> bytes:
    """Return a part's text in UTF-8, without comments and CDATA, which hide what is a tag."""
    said = _ENCODING.match(text[:200])
    known = said is None or said[1].lower() in (b"utf-8", b"utf8", b"us-ascii")
    if known and not text.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<!" not in text:
        return text.removeprefix(b"\xef\xbb\xbf")
    return serialised(parsed(text))
