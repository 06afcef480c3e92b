"""A workbook in the office's style: openpyxl makes its frame, the rows are put into it.

Loaded only where a workbook is written.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from types import TracebackType
from typing import IO
from typing import Final
from typing import Self
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ledger.exchange.leaf import Leaf
from ledger.exchange.markup import height_of
from ledger.exchange.markup import storable
from ledger.exchange.paper import LISTS_NAME
from ledger.exchange.paper import LONGEST_LIST
from ledger.exchange.paper import MARK_NAME
from ledger.exchange.paper import Page
from ledger.exchange.paper import PageColumn
from ledger.exchange.paper import Written
from ledger.exchange.style import Style
from ledger.exchange.style import set_up_print
from schemas.locale import say

_LONGEST_NAME: Final = 31
_LONGEST_PROMPT_TITLE: Final = 32
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
#: Names of worksheets that Excel keeps for itself, and our own.
_RESERVED: Final = frozenset({"history", MARK_NAME, LISTS_NAME})
#: The same book has the same bytes, whenever and by whomever it is written.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_PROPERTIES: Final = "docProps/core.xml"
_NO_PERSON: Final = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>"
)


class Frame:
    """A workbook that is being written. Leaving its block lets go of the waiting rows."""

    def __init__(self, lang: str, most_rows: int) -> None:
        self._lang = lang
        self._most_rows = most_rows
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        self._style = Style(lang)
        self._leaves: list[Leaf] = []
        self._lists: dict[tuple[str, ...], str] = {}
        self._names: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for leaf in self._leaves:
            leaf.rows.close()

    def put(self, page: Page) -> Iterator[Written]:
        """Write a page, and tell of each worksheet that it takes."""
        rows = iter(page.rows)
        leaves = 0
        whole = False
        while not whole:
            leaf = self._leaf(page, continued=bool(leaves))
            leaves += 1
            leaf.fill(islice(rows, leaf.room(self._most_rows)))
            following = list(islice(rows, 1))
            rows = chain(following, rows)
            whole = not following
            leaf.finish(whole=whole)
            self._set_up(leaf)
            yield Written(page.title, leaf.worksheet.title, leaf.filled, tuple(leaf.shortened))

    def save(self, path: Path) -> None:
        """Write the workbook, putting the rows where they belong."""
        self._put_marks()
        self._put_lists()
        spools = {leaf.worksheet: leaf for leaf in self._leaves}
        leaves = {
            f"xl/worksheets/sheet{number}.xml": spools.get(worksheet)
            for number, worksheet in enumerate(self._book.worksheets, 1)
        }
        with ZipFile(self._frame()) as frame, ZipFile(path, "w", ZIP_DEFLATED) as book:
            for name in frame.namelist():
                _copy_part(book, name, frame.read(name), leaves.get(name))

    def _leaf(self, page: Page, *, continued: bool) -> Leaf:
        worksheet = self._book.create_sheet(
            worksheet_name(page.name or page.title, self._names, self._lang)
        )
        leaf = Leaf(worksheet, page, self._style, self._lang, continued=continued)
        self._leaves.append(leaf)
        return leaf

    def _set_up(self, leaf: Leaf) -> None:
        worksheet = leaf.worksheet
        worksheet.freeze_panes = f"{get_column_letter(leaf.page.freeze + 1)}{leaf.first}"
        if leaf.page.filtered and leaf.table_end >= leaf.first:
            last = get_column_letter(len(leaf.page.columns))
            worksheet.auto_filter.ref = f"A{leaf.heading_rows[1]}:{last}{leaf.table_end}"
        worksheet.sheet_format.defaultRowHeight = height_of(1)
        worksheet.sheet_view.tabSelected = leaf is self._leaves[0]
        set_up_print(worksheet, self._lang, leaf.heading_rows)
        self._drop_downs(leaf)
        if leaf.page.mark is not None:
            put_mark(worksheet, str(leaf.page.mark))

    def _drop_downs(self, leaf: Leaf) -> None:
        if leaf.box is not None and leaf.page.box is not None:
            self._rule(leaf, leaf.box, leaf.page.box.choices)
        if leaf.table_end < leaf.first:
            return
        for number, column in enumerate(leaf.page.columns, 1):
            if column.choices or column.prompt or column.offered:
                letter = get_column_letter(number)
                cells = f"{letter}{leaf.first}:{letter}{leaf.table_end}"
                self._rule(leaf, cells, column.choices, column, column.offered)
        for (row, number), (choices, offered) in leaf.page.offers.items():
            if choices or offered:
                cells = f"{get_column_letter(number + 1)}{leaf.first + row}"
                self._rule(leaf, cells, choices, offered=offered)

    def _rule(
        self,
        leaf: Leaf,
        cells: str,
        choices: tuple[str, ...],
        column: PageColumn | None = None,
        offered: str | None = None,
    ) -> None:
        """Let cells offer words and say what belongs in them; nothing is forbidden."""
        prompt = column.prompt if column else None
        rule = DataValidation(
            type="list" if choices or offered else None,
            formula1=self._choices(choices) if choices else offered,
            allow_blank=True,
            showErrorMessage=False,
            showInputMessage=True,
            promptTitle=_cut(column.heading, _LONGEST_PROMPT_TITLE) if column and prompt else None,
            prompt=_cut(prompt, LONGEST_LIST) if prompt else None,
        )
        rule.add(cells)
        leaf.worksheet.add_data_validation(rule)

    def _choices(self, choices: tuple[str, ...]) -> str:
        listed = _quoted(",".join(choices))
        if len(listed) <= LONGEST_LIST and not any("," in choice for choice in choices):
            return storable(listed)
        return self._lists.setdefault(choices, f"{LISTS_NAME}{len(self._lists) + 1}")

    # What is hidden ---------------------------------------------------------------------

    def _put_marks(self) -> None:
        marked = [leaf for leaf in self._leaves if leaf.page.mark is not None]
        if marked:
            hidden = self._hidden(MARK_NAME)
            for leaf in marked:
                hidden.append((leaf.worksheet.title, str(leaf.page.mark)))

    def _put_lists(self) -> None:
        if not self._lists:
            return
        hidden = self._hidden(LISTS_NAME)
        for number, (choices, name) in enumerate(self._lists.items(), 1):
            for row, choice in enumerate(choices, 1):
                hidden.cell(row, number, storable(choice)).data_type = "s"
            letter = get_column_letter(number)
            area = f"{quote_sheetname(LISTS_NAME)}!${letter}$1:${letter}${len(choices)}"
            self._book.defined_names[name] = DefinedName(name, attr_text=area)

    def _hidden(self, name: str) -> Worksheet:
        worksheet: Worksheet = self._book.create_sheet(name)
        worksheet.sheet_state = "veryHidden"
        return worksheet

    def _frame(self) -> IO[bytes]:
        frame = BytesIO()
        self._book.save(frame)
        return frame


def worksheet_name(wanted: str, taken: set[str], lang: str) -> str:
    """Return a name that a worksheet may have and no other has, and add it to those taken."""
    clean = _NOT_IN_NAMES.sub(" ", wanted).strip().strip("'") or say("workbook.worksheet", lang)
    number = 1
    name = _cut(clean, _LONGEST_NAME)
    while name.casefold() in taken | _RESERVED:
        number += 1
        behind = say("workbook.numbered", lang, number=number)
        name = _cut(clean, _LONGEST_NAME - len(behind)) + behind
    taken.add(name.casefold())
    return name


def put_mark(worksheet: Worksheet, mark: str) -> None:
    """Give a worksheet its mark, as a constant under a name of its own."""
    worksheet.defined_names[MARK_NAME] = DefinedName(MARK_NAME, attr_text=_quoted(mark))


def _cut(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore").strip("' ")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _copy_part(book: ZipFile, name: str, part: bytes, leaf: Leaf | None) -> None:
    info = ZipInfo(name, _NO_TIME)
    info.compress_type = ZIP_DEFLATED
    if leaf is None:
        book.writestr(info, _NO_PERSON if name == _PROPERTIES else part)
        return
    head, tail = _parted(part, leaf)
    info.file_size = len(head) + leaf.rows.tell() + len(tail)
    leaf.rows.seek(0)
    with book.open(info, "w") as target:
        target.write(head)
        copyfileobj(leaf.rows, target, 1 << 20)
        target.write(tail)


def _parted(part: bytes, leaf: Leaf) -> tuple[bytes, bytes]:
    """Divide a worksheet where its rows belong, telling the size that it will have."""
    below = re.search(rb'<row [^>]*?\br="%d"' % leaf.after_rows, part)
    at = below.start() if below else part.index(b"</sheetData>")
    last = get_column_letter(len(leaf.page.columns))
    size = b'<dimension ref="A1:%s%d"' % (last.encode(), leaf.last)
    return re.sub(rb'<dimension ref="[^"]*"', size, part[:at], count=1), part[at:]
