"""Comments of a worksheet: their words in one part, the boxes they stand in in another.

A comment that was there keeps its box, whatever its size and colour. The boxes' part is
changed in its text, since what spreadsheet programs write there is not always XML.
"""

import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from copy import deepcopy
from html import escape
from typing import Final

from lxml import etree

from ledger.exchange.markup import lines_of
from ledger.exchange.markup import storable
from ledger.exchange.package.parts import Package
from ledger.exchange.package.parts import UnpatchableError
from ledger.exchange.package.worksheet import Worksheet
from ledger.exchange.package.worksheet import area_of
from ledger.exchange.read import address

_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_VML: Final = "urn:schemas-microsoft-com:vml"
_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
_EXCEL: Final = "urn:schemas-microsoft-com:office:excel"
_SPACES: Final = f'xmlns:v="{_VML}" xmlns:o="{_OFFICE}" xmlns:x="{_EXCEL}"'
_NUMBER: Final = re.compile(rb"_x0000_s(\d+)")
_SHAPE: Final = re.compile(rb"<((?:\w+:)?)shape[\s>].*?</\1shape>", re.DOTALL)
_NOTE: Final = re.compile(rb"""ObjectType\s*=\s*["']Note["']""")
_ROW: Final = re.compile(rb"<(?:\w+:)?Row>\s*(\d+)\s*</")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?Column>\s*(\d+)\s*</")
_BOX_TYPE: Final = (
    f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
).encode()
_BOX: Final = (
    '<v:shape {spaces} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    "margin-left:{left:.2f}pt;margin-top:{top:.2f}pt;width:{width:.2f}pt;height:{height:.2f}pt;"
    'z-index:{order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
#: How wide a box is, how many half-width signs a line of it holds, how high a line is: pixels.
_WIDTH: Final = 260.0
_HOLDS: Final = 38
_LINE: Final = 17.0
_EDGES: Final = 20.0
#: How far a box stands from its cell, in pixels.
_BESIDE: Final = 15.0
_ABOVE: Final = 10.0
_POINTS: Final = 0.75
#: How many columns or rows a box may reach over; hidden ones have no extent.
_MOST_LINES: Final = 2_000


class Comments:
    """The comments of a worksheet, being changed."""

    def __init__(self, package: Package, worksheet: Worksheet) -> None:
        self._package = package
        self._worksheet = worksheet
        self._space = f"{{{package.main}}}"
        self._part = package.related(worksheet.part, "comments")
        self._root = package.tree(self._part) if self._part else self._new_part()
        self._list = self._child("commentList")
        self._by_place = {one.get("ref", "").upper(): one for one in self._list}
        self._removed: set[tuple[int, int]] = set()
        self._added: list[tuple[int, int, str]] = []
        self._changed = False

    def places(self, signs: Iterable[str]) -> list[tuple[int, int]]:
        """Return the cells whose comment has one of some signs in it."""
        wanted = tuple(signs)
        found = (
            area_of(place)
            for place, one in self._by_place.items()
            if any(sign in self._words(one) for sign in wanted)
        )
        return [area[:2] for area in found if area is not None]

    def add(self, row: int, column: int, words: str, author: str, font: str) -> None:
        """Say something of a cell, below what its comment says already."""
        self._changed = True
        place = address(row, column)
        comment = self._by_place.get(place)
        if comment is None:
            comment = etree.SubElement(self._list, f"{self._space}comment")
            comment.set("ref", place)
            comment.set("authorId", str(self._author(author)))
            etree.SubElement(comment, f"{self._space}text")
            self._by_place[place] = comment
            self._added.append((row, column, words))
        else:
            self._lengthen(row, column, words)
            words = f"\n{words}"
        text = comment.find(f"{self._space}text")
        if text is None:
            raise UnpatchableError(place)
        self._as_runs(text)
        self._put_run(text, words, font)

    def cut(self, row: int, column: int, signs: Iterable[str]) -> None:
        """Take out of a comment what begins with one of some signs, and all behind it."""
        self._changed = True
        comment = self._by_place[address(row, column)]
        text = comment.find(f"{self._space}text")
        if text is None:
            return
        words = self._words(comment)
        kept = words[: min(words.find(sign) % (1 << 31) for sign in signs)].rstrip()
        if not kept:
            self._list.remove(comment)
            del self._by_place[address(row, column)]
            self._removed.add((row, column))
            return
        room = len(kept)
        for part in list(text.iter(f"{self._space}t")):
            part.text = (part.text or "")[:room]
            room -= len(part.text)
            run = part.getparent()
            if not part.text and run is not None and run.tag == f"{self._space}r":
                text.remove(run)

    def save(self) -> bool:
        """Put both parts into the package, let the worksheet refer to them; tell if changed."""
        if not self._changed:
            return False
        if self._part is None:
            self._part = self._package.free_name("xl/comments{}.xml")
            self._package.put_tree(self._part, self._root, _COMMENTS)
            self._package.relate(self._worksheet.part, self._part, "comments")
        self._package.changing(self._part)
        if self._added or self._removed:
            self._save_boxes()
        return True

    # Words ------------------------------------------------------------------------------

    def _new_part(self) -> etree._Element:
        root = etree.Element(f"{self._space}comments", nsmap=self._package.nsmap)
        etree.SubElement(root, f"{self._space}authors")
        etree.SubElement(root, f"{self._space}commentList")
        return root

    def _child(self, name: str) -> etree._Element:
        found = self._root.find(f"{self._space}{name}")
        if found is None:
            raise UnpatchableError(name)
        return found

    def _words(self, comment: etree._Element) -> str:
        parts = comment.iterfind(f"{self._space}text//{self._space}t")
        return "".join(part.text or "" for part in parts)

    def _author(self, name: str) -> int:
        authors = self._child("authors")
        known = [one.text for one in authors]
        if name not in known:
            etree.SubElement(authors, f"{self._space}author").text = name
            known.append(name)
        return known.index(name)

    def _as_runs(self, text: etree._Element) -> None:
        """Turn a plain text into a run, for no program shows both."""
        plain = text.find(f"{self._space}t")
        if plain is not None:
            run = text.makeelement(f"{self._space}r", {})
            plain.addprevious(run)
            run.append(deepcopy(plain))
            text.remove(plain)

    def _put_run(self, text: etree._Element, words: str, font: str) -> None:
        run = text.makeelement(f"{self._space}r", {})
        runs = text.findall(f"{self._space}r")
        if runs:
            runs[-1].addnext(run)
        else:
            text.insert(0, run)
        looks = etree.SubElement(run, f"{self._space}rPr")
        for name, key, value in (
            ("sz", "val", "9"),
            ("color", "indexed", "81"),
            ("rFont", "val", font),
        ):
            etree.SubElement(looks, f"{self._space}{name}").set(key, value)
        shown = etree.SubElement(run, f"{self._space}t")
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        shown.text = storable(words)

    def _lengthen(self, row: int, column: int, words: str) -> None:
        """Let a new box hold what is said in it further on."""
        self._added = [
            (top, left, f"{said}\n{words}" if (top, left) == (row, column) else said)
            for top, left, said in self._added
        ]

    # Boxes ------------------------------------------------------------------------------

    def _save_boxes(self) -> None:
        package, sheet = self._package, self._worksheet
        number = sheet.legacy_drawing()
        relations = package.relations(sheet.part)
        part = next((one.target for one in relations if one.number == number), None)
        if part is not None and package.has(part):
            package.put(part, self._with_boxes(package.read(part)))
        elif self._added:
            part = package.free_name("xl/drawings/vmlDrawing{}.vml")
            package.put(part, self._with_boxes(self._no_boxes()))
            package.declare_ending("vml", _BOXES)
            sheet.put_drawing(package.relate(sheet.part, part, "vmlDrawing"))

    def _no_boxes(self) -> bytes:
        first = 1 + len(list(self._package.sheets()))
        last = first + len(self._added) // 1_000
        numbers = ",".join(map(str, range(first, last + 1)))
        return (
            f'<xml {_SPACES}><o:shapelayout v:ext="edit">'
            f'<o:idmap v:ext="edit" data="{numbers}"/></o:shapelayout></xml>'
        ).encode()

    def _with_boxes(self, text: bytes) -> bytes:
        if text.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnpatchableError("boxes")
        text = _SHAPE.sub(self._without_removed, text)
        end = text.rfind(b"</")
        if end < 0:
            raise UnpatchableError("boxes")
        known = [int(found) for found in _NUMBER.findall(text)]
        said = re.search(rb"""idmap[^>]*\bdata\s*=\s*["'](\d+)""", text)
        number = max([*known, int(said[1]) * 1_024 if said else 1_024])
        boxes = [] if b"_x0000_t202" in text else [_BOX_TYPE]
        for order, (row, column, words) in enumerate(self._added, 1):
            boxes.append(self._box(number + order, order, row, column, words))
        return text[:end] + b"".join(boxes) + text[end:]

    def _without_removed(self, shape: re.Match[bytes]) -> bytes:
        row, column = _ROW.search(shape[0]), _COLUMN.search(shape[0])
        if row is None or column is None or not _NOTE.search(shape[0]):
            return shape[0]
        place = int(row[1]) + 1, int(column[1]) + 1
        return b"" if place in self._removed else shape[0]

    def _box(self, number: int, order: int, row: int, column: int, words: str) -> bytes:
        sheet = self._worksheet
        height = _LINE * lines_of(words, _HOLDS) + _EDGES
        left = _reached(sheet.width_of, column + 1, _BESIDE)
        right = _reached(sheet.width_of, left[0], left[1] + _WIDTH)
        top = _reached(sheet.height_of, max(1, row - 1), _ABOVE)
        bottom = _reached(sheet.height_of, top[0], top[1] + height)
        # Lines are counted from 1 here and from 0 in an anchor.
        ends = ((line - 1, round(offset)) for line, offset in (left, top, right, bottom))
        box = _BOX.format(
            spaces=_SPACES,
            number=number,
            order=order,
            left=sum(map(sheet.width_of, range(1, min(left[0], 256)))) * _POINTS,
            top=15.0 * (top[0] - 1),
            width=_WIDTH * _POINTS,
            height=height * _POINTS,
            anchor=escape(", ".join(f"{line}, {offset}" for line, offset in ends)),
            row=row - 1,
            column=column - 1,
        )
        return box.encode()


def _reached(extent: Callable[[int], float], line: int, pixels: float) -> tuple[int, float]:
    """Return the column or row that lies so many pixels further, and how far into it."""
    for at in range(line, line + _MOST_LINES):
        own = extent(at)
        if pixels < own:
            return at, pixels
        pixels -= own
    return line, 0.0


def threaded(package: Package, worksheet: Worksheet) -> set[tuple[int, int]]:
    """Return the cells whose comment is a conversation, which a word of ours would break."""
    return set(_threaded(package, worksheet))


def _threaded(package: Package, worksheet: Worksheet) -> Iterator[tuple[int, int]]:
    for one in package.relations(worksheet.part):
        if one.kind == "threadedComment" and package.has(one.target):
            for comment in package.tree(one.target):
                area = area_of(comment.get("ref", ""))
                if area is not None:
                    yield area[:2]
