"""Marks in the package of a sender's workbook: colours, comments, a column, a receipt.

Loaded only where an answer is written.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import IO
from typing import Final
from typing import Self

from lxml import etree

from ledger.exchange.answer import Marks
from ledger.exchange.answer import Place
from ledger.exchange.answer import Receipt
from ledger.exchange.answer import Remark
from ledger.exchange.markup import width_of
from ledger.exchange.package.boxes import Comments
from ledger.exchange.package.boxes import threaded
from ledger.exchange.package.parts import Package
from ledger.exchange.package.parts import UnpatchableError
from ledger.exchange.package.rows import Edit
from ledger.exchange.package.styles import Mark
from ledger.exchange.package.styles import Styles
from ledger.exchange.package.worksheet import Worksheet
from ledger.exchange.package.worksheet import area_of
from ledger.exchange.package.worksheet import put_filter_name
from ledger.exchange.read import Grid
from ledger.exchange.read import address
from ledger.exchange.receipt import LOOKS_COLUMN
from ledger.exchange.receipt import ReceiptSheet
from ledger.exchange.receipt import Said
from schemas.locale import say
from schemas.locale.workbook import COMMENT_MARK
from schemas.locale.workbook import RECEIPT_SHEET
from schemas.locale.workbook import RESULT_COLUMN

_WORKSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_LAST_COLUMN: Final = 16_384
_NARROWEST: Final = 12.0
_WIDEST: Final = 60.0
#: With more boxes than this a spreadsheet program takes minutes to open a worksheet.
_MOST_BOXES: Final = 5_000
_MACROS: Final = ("vbaProject", "wordVbaData", "vbaProjectSignature")

#: How a marked cell looked before, by worksheet and address.
Looks = Mapping[tuple[str, int, int], int]


class Marker:
    """Puts marks into a workbook, and takes those of an earlier answer out."""

    def __init__(
        self,
        source: Path | IO[bytes],
        grids: Iterable[Grid],
        lang: str,
        *,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Open a workbook; ``names`` are those of worksheets that are called unlike their grids."""
        self.said: list[Said] = []
        #: What has to be left out, by the names that sentences are kept under.
        self.lost: list[str] = []
        self._package = Package(source)
        self._grids = {grid.name: grid for grid in grids}
        self._sheets = self._package.sheets()
        self._names = names or {}
        self._lang = lang
        self._styles = Styles(self._package)
        self._looks = self._earlier_looks()
        self._leave_out()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._package.close()

    def mark(self, name: str, marks: Marks, place: Place | None) -> None:
        """Mark one worksheet; one that is not concerned keeps its part as it is."""
        sheet_name = self._names.get(name, name)
        part = self._sheets.get(sheet_name)
        grid = self._grids.get(name)
        if part is None or grid is None or name in RECEIPT_SHEET:
            return
        remarks = [remark for remark in marks.remarks if remark.grid == name]
        own = [key for key in self._looks if key[0] == sheet_name]
        if not remarks and place is None and not own and not self._has_comments(part):
            return
        sheet = _Sheet(self._package, sheet_name, grid, self._styles, self._looks, self._lang)
        sheet.clear()
        if place is not None:
            results = marks.results.items()
            sheet.put_results(place, {row: word for (at, row), word in results if at == name})
        self.said += sheet.put_remarks(remarks)
        sheet.save()

    def put_receipt(self, receipt: Receipt, lost: Sequence[str]) -> None:
        """Put the receipt as the last worksheet, or in the place of an earlier one."""
        package = self._package
        text = ReceiptSheet(package.main, self._styles, self._lang).text(receipt, self.said, lost)
        earlier = [name for name in self._sheets if name in RECEIPT_SHEET]
        if earlier:
            part = self._sheets[earlier[0]]
            for one in package.relations(part):
                if not one.external and one.kind in ("comments", "vmlDrawing", "drawing"):
                    package.drop(one.target)
            package.drop(part)
            package.put(part, text, _WORKSHEET)
        else:
            part = package.free_name("xl/worksheets/sheet{}.xml")
            package.put(part, text, _WORKSHEET)
            self._list_sheet(package.relate(package.workbook, part, "worksheet"))

    def save(self, target: Path) -> None:
        """Write the answer."""
        self._package.save(target)

    # The workbook -----------------------------------------------------------------------

    def _list_sheet(self, relation: str) -> None:
        package = self._package
        sheets = package.changing(package.workbook).find(f"{{{package.main}}}sheets")
        if sheets is None:
            raise UnpatchableError("sheets")
        numbers = [int(one.get("sheetId", "0")) for one in sheets]
        name = say("workbook.receipt_sheet", self._lang)
        own = etree.SubElement(sheets, f"{{{package.main}}}sheet")
        own.set("name", name)
        own.set("sheetId", str(max(numbers, default=0) + 1))
        own.set(f"{{{package.reference}}}id", relation)
        self._list_title(name)

    def _list_title(self, name: str) -> None:
        """Name the worksheet in the properties, where they list all of them."""
        part = self._package.related("", "extended-properties")
        if part is None:
            return
        root = self._package.tree(part)
        space = f"{{{etree.QName(root).namespace}}}"
        variants = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
        if self._package.strict:
            variants = "{http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes}"
        titles = root.find(f"{space}TitlesOfParts/{variants}vector")
        counts = root.findall(f"{space}HeadingPairs/{variants}vector//{variants}i4")
        if titles is None or not counts or not (counts[0].text or "").isdigit():
            return
        listed = int(counts[0].text or "0")
        if listed != len(self._sheets) or listed > len(titles):
            return
        self._package.changing(part)
        title = titles.makeelement(f"{variants}lpstr", {})
        title.text = name
        titles.insert(listed, title)
        titles.set("size", str(len(titles)))
        counts[0].text = str(listed + 1)

    def _leave_out(self) -> None:
        """Leave out what an .xlsx may not hold, and a signature that no longer holds."""
        package = self._package
        for name in package.names():
            if name.lower().startswith(("xl/macrosheets/", "xl/dialogsheets/")):
                raise UnpatchableError(name)
        for one in package.relations(package.workbook):
            if one.kind in _MACROS:
                self._drop(package.workbook, one.target, "macros")
        for one in package.relations(""):
            if one.kind == "origin":
                self._drop("", one.target, "signature")
        if package.kind_of(package.workbook) != _WORKBOOK:
            package.declare(package.workbook, _WORKBOOK)

    def _drop(self, part: str, target: str, name: str) -> None:
        package = self._package
        for one in package.relations(target):
            if not one.external:
                package.drop(one.target)
        package.drop(target)
        package.unrelate(part, target)
        if name not in self.lost:
            self.lost.append(name)

    # An earlier answer ------------------------------------------------------------------

    def _has_comments(self, part: str) -> bool:
        return self._package.related(part, "comments") is not None

    def _earlier_looks(self) -> dict[tuple[str, int, int], int]:
        """Return how cells looked before an earlier answer marked them, from its receipt."""
        found: dict[tuple[str, int, int], int] = {}
        for name in RECEIPT_SHEET:
            grid = self._grids.get(name)
            part = self._sheets.get(name)
            if grid is None or part is None:
                continue
            styles = Worksheet(self._package, part).rows.styles_of(LOOKS_COLUMN)
            for row in range(grid.first_row, grid.last_row + 1):
                sheet, place = grid.cell(row, 1), grid.cell(row, 2)
                area = area_of(place) if isinstance(place, str) else None
                if area is not None and row in styles and isinstance(sheet, str):
                    found.setdefault((sheet, *area[:2]), styles[row])
        return found


class _Sheet:
    """One worksheet that is being marked."""

    def __init__(
        self,
        package: Package,
        name: str,
        grid: Grid,
        styles: Styles,
        looks: Looks,
        lang: str,
    ) -> None:
        self._package = package
        self._name = name
        self._grid = grid
        self._styles = styles
        self._looks = looks
        self._lang = lang
        self._sheet = Worksheet(package, package.sheets()[name])
        self._comments = Comments(package, self._sheet)
        self._threads = threaded(package, self._sheet)
        self._own: dict[tuple[int, int], int | None] = {}
        self._colours: dict[tuple[int, int], Mark] = {}
        self._results: dict[int, str] = {}
        self._said: dict[int, list[str]] = defaultdict(list)
        self._place: Place | None = None
        self._column = 0
        self._boxes = 0

    def clear(self) -> None:
        """Take out what an earlier answer of ours put in."""
        for place in self._comments.places(COMMENT_MARK):
            self._comments.cut(*place, COMMENT_MARK)
            self._own[place] = None
        for (name, row, column), style in self._looks.items():
            if name == self._name:
                self._own[row, column] = style

    def put_results(self, place: Place, results: Mapping[int, str]) -> None:
        """Put the column of results beside a table, with a filter."""
        last = max(results, default=place.header)
        self._place = place
        earlier = self._earlier(place.header)
        self._column = earlier or self._free_column(place, last)
        if earlier:
            below = range(place.header + 1, self._grid.last_row + 1)
            self._results = dict.fromkeys(
                (row for row in below if self._grid.cell(row, earlier) not in (None, "")), ""
            )
        self._results |= {**results, place.header: say("workbook.result_column", self._lang)}
        area = self._sheet.put_filter(place.header, self._column, last)
        if area is not None:
            put_filter_name(self._package, self._name, area)

    def put_remarks(self, remarks: Iterable[Remark]) -> list[Said]:
        """Colour the cells that remarks are about, and say there what is wrong.

        A remark on a whole row stands in the column of results.
        """
        said = []
        for remark in remarks:
            column = remark.column or self._column or 1
            row, column = self._sheet.first_of(remark.row, column)
            whole = remark.column is None
            self._colour(row, column, "check" if whole else "wrong")
            if self._column:
                self._colour(remark.row, self._column, "check")
            self._say(remark, row, column)
            said.append((row, column, remark.words))
        styles = self._sheet.rows.styles_at({(row, column) for row, column, _ in said})
        return [
            Said(
                self._name,
                address(row, column),
                words,
                self._before(row, column, styles.get((row, column), 0)),
            )
            for row, column, words in said
        ]

    def save(self) -> None:
        """Put the worksheet and its comments into the package."""
        edits: dict[int, dict[int, Edit]] = defaultdict(dict)
        for row, column in {*self._own, *self._colours}:
            edits[row][column] = Edit(partial(self._dress, row, column))
        if self._place is not None:
            self._put_column(edits)
        if self._comments.save() or edits:
            self._sheet.save(edits)

    # The column of results --------------------------------------------------------------

    def _put_column(self, edits: dict[int, dict[int, Edit]]) -> None:
        assert self._place is not None
        like = self._place.last
        widths = {"": 0.0}
        for row, word in self._results.items():
            words = "\n".join([word, *self._said.get(row, ())]) if word else ""
            if row != self._place.header and words not in widths:
                widths[words] = max(map(width_of, words.split("\n")))
            dress = partial(self._dress_result, row, like)
            edits[row][self._column] = Edit(dress, words, like)
        self._sheet.set_width(self._column, min(_WIDEST, max(_NARROWEST, max(widths.values()) + 2)))
        self._sheet.widen(self._place.header, self._column, max(self._results))

    def _dress_result(self, row: int, like: int, _: int, neighbour: int) -> int:
        assert self._place is not None
        if not self._results[row]:
            return 0
        style = self._before(row, like, neighbour)
        if row != self._place.header:
            style = self._styles.result(style)
        colour = self._colours.get((row, self._column))
        return self._styles.marked(style, colour) if colour else style

    def _earlier(self, header: int) -> int | None:
        """Return the column of results of an earlier answer."""
        line = header - self._grid.first_row
        if not 0 <= line < len(self._grid.rows):
            return None
        cells = enumerate(self._grid.rows[line], self._grid.first_column)
        return next((column for column, value in cells if value in RESULT_COLUMN), None)

    def _free_column(self, place: Place, last: int) -> int:
        """Return the first column right of a table in which nothing stands beside its rows."""
        grid = self._grid
        right = place.last + 1 - grid.first_column
        taken: set[int] = set()
        for values in grid.rows[max(0, place.header - grid.first_row) : last - grid.first_row + 1]:
            for column, value in enumerate(values[max(0, right) :], max(0, right)):
                if value not in (None, ""):
                    taken.add(column + grid.first_column)
        for top, left, bottom, edge in (*self._sheet.merges, *self._sheet.tables):
            if top <= last and bottom >= place.header:
                taken |= set(range(max(left, place.last + 1), edge + 1))
        column = place.last + 1
        while column < _LAST_COLUMN and (column in taken or self._sheet.rows.has_formula(column)):
            column += 1
        return column

    # Cells ------------------------------------------------------------------------------

    def _colour(self, row: int, column: int, mark: Mark) -> None:
        self._colours.setdefault((row, column), mark)

    def _before(self, row: int, column: int, style: int) -> int:
        """Return how a cell looked before an earlier answer marked it."""
        if (row, column) not in self._own or not self._styles.is_marked(style):
            return style
        kept = self._own[row, column]
        if kept is not None and self._styles.holds(kept) and not self._styles.is_marked(kept):
            return kept
        return self._styles.unmarked(style)

    def _dress(self, row: int, column: int, style: int, _: int) -> int:
        style = self._before(row, column, style)
        colour = self._colours.get((row, column))
        return self._styles.marked(style, colour) if colour else style

    def _say(self, remark: Remark, row: int, column: int) -> None:
        """Say it in a comment; in the column of results where a comment would do harm."""
        beside = self._column and remark.row in self._results
        if beside and ((row, column) in self._threads or self._boxes >= _MOST_BOXES):
            self._said[remark.row].append(remark.words)
            return
        self._boxes += 1
        self._comments.add(
            row,
            column,
            say("workbook.comment_mark", self._lang) + remark.words,
            say("workbook.author", self._lang),
            say("workbook.font_comment", self._lang),
        )
