"""The parts of an .xlsx: which there are, how they refer to each other, written again.

A part that nobody changes is copied as it is. What the format allows and no program
writes is not handled here: such a file is Unpatchable.
"""

import posixpath
import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO
from typing import Final
from typing import cast
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo

from lxml import etree

_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = f"{{{_PACKAGE}/content-types}}"
_RELATION: Final = f"{{{_PACKAGE}/relationships}}Relationship"
_LOOSE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT_MAIN: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_PIECE: Final = 1 << 18
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)

#: What a part is written from: its bytes, or the pieces of a large one.
Content = bytes | Callable[[], Iterable[bytes]]


class UnpatchableError(Exception):
    """The package holds something that cannot be changed in place."""


@dataclass(frozen=True)
class Relation:
    """One part referring to another: under which number, as what, and where it lies."""

    number: str
    kind: str
    target: str
    external: bool


class Package:
    """An .xlsx whose parts can be read, changed, added and left out."""

    def __init__(self, source: Path | IO[bytes]) -> None:
        self._zip = ZipFile(source)
        self._real: dict[str, str] = {}
        for name in self._zip.namelist():
            if "\\" in name or name.startswith("/") or name.lower() in self._real:
                raise UnpatchableError(name)
            self._real[name.lower()] = name
        self._trees: dict[str, etree._Element] = {}
        self._changed: set[str] = set()
        self._written: dict[str, Content] = {}
        self._dropped: set[str] = set()

    def close(self) -> None:
        """Close the file that the parts are read from."""
        self._zip.close()

    def names(self) -> list[str]:
        """Return the names of all parts, in the package's order."""
        old = [name for name in self._real.values() if name not in self._dropped]
        return [*old, *(name for name in self._written if name.lower() not in self._real)]

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        real = self._named(part)
        return real not in self._dropped and (real.lower() in self._real or real in self._written)

    def read(self, part: str) -> bytes:
        """Return a part as it is in the file."""
        return self._zip.read(self._named(part))

    def changing(self, part: str) -> etree._Element:
        """Return a part as a tree that is to be changed, and will be written."""
        self._changed.add(self._named(part))
        return self.tree(part)

    def tree(self, part: str) -> etree._Element:
        """Return a part as a tree, to be read."""
        real = self._named(part)
        if real not in self._trees:
            self._trees[real] = parsed(self.read(real))
        return self._trees[real]

    def put(self, part: str, content: Content, kind: str = "") -> None:
        """Write a part anew, with its content type where it has none yet."""
        real = self._named(part)
        self._dropped.discard(real)
        self._trees.pop(real, None)
        self._changed.discard(real)
        self._written[real] = content
        if kind:
            self.declare(real, kind)

    def put_tree(self, part: str, root: etree._Element, kind: str = "") -> None:
        """Write a part that is a tree, which may still be changed."""
        self.put(part, b"", kind)
        self._trees[self._named(part)] = root
        self._changed.add(self._named(part))

    def drop(self, part: str) -> None:
        """Leave a part out, with what it refers to by relations."""
        real = self._named(part)
        self._dropped.add(real)
        self._dropped.add(self._named(relations_of(real)))
        self._written.pop(real, None)
        for entry in self._declared(real):
            self.changing(_CONTENT_TYPES).remove(entry)

    def free_name(self, pattern: str) -> str:
        """Return the first name that no part has: ``xl/comments{}.xml``."""
        number = 1
        while self._named(pattern.format(number)).lower() in {n.lower() for n in self._known()}:
            number += 1
        return pattern.format(number)

    @cached_property
    def workbook(self) -> str:
        """The part that lists the worksheets."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument":
                return self._named(relation.target)
        raise UnpatchableError(_CONTENT_TYPES)

    @cached_property
    def strict(self) -> bool:
        """Whether the package keeps to the strict form of the format."""
        return self.main == _STRICT_MAIN

    @cached_property
    def main(self) -> str:
        """The namespace of worksheets."""
        return str(etree.QName(self.tree(self.workbook)).namespace)

    @property
    def nsmap(self) -> dict[str, str]:
        """The namespaces of a new part of the workbook."""
        return _unprefixed(self.main)

    @cached_property
    def reference(self) -> str:
        """The namespace of references to relations, which their types begin with, too."""
        return _STRICT if self.strict else _LOOSE

    def sheets(self) -> dict[str, str]:
        """Return the parts of the sheets by their names, in the workbook's order."""
        targets = {one.number: one.target for one in self.relations(self.workbook)}
        found = {}
        for sheet in self.tree(self.workbook).iterfind(f"{{{self.main}}}sheets/*"):
            number = sheet.get(f"{{{_LOOSE}}}id") or sheet.get(f"{{{_STRICT}}}id") or ""
            if number in targets:
                found[sheet.get("name", "")] = self._named(targets[number])
        return found

    # How parts refer to each other ------------------------------------------------------

    def relations(self, part: str) -> list[Relation]:
        """Return what a part refers to; the package itself is the part without a name."""
        place = relations_of(part)
        if not self.has(place):
            return []
        return [
            Relation(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                _resolved(part, one.get("Target", "")),
                one.get("TargetMode") == "External",
            )
            for one in self.tree(place).iterfind(_RELATION)
        ]

    def related(self, part: str, kind: str) -> str | None:
        """Return the part of a kind that a part refers to, None where there is none."""
        found = (one.target for one in self.relations(part) if one.kind == kind)
        return next((self._named(target) for target in found if self.has(target)), None)

    def relate(self, part: str, target: str, kind: str) -> str:
        """Let a part refer to another, and return the number of the relation."""
        place = self._named(relations_of(part))
        if not self.has(place):
            space = f"{_PACKAGE}/relationships"
            self.put_tree(
                place, etree.Element(f"{{{space}}}Relationships", nsmap=_unprefixed(space))
            )
        root = self.changing(place)
        used = {one.get("Id") for one in root}
        number = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        entry = etree.SubElement(root, _RELATION)
        entry.set("Id", number)
        entry.set("Type", f"{self.reference}/{kind}")
        entry.set("Target", posixpath.relpath(target, posixpath.dirname(part) or "."))
        return number

    def unrelate(self, part: str, target: str) -> None:
        """Take out the relations of a part to another one."""
        place = relations_of(part)
        if not self.has(place):
            return
        root = self.changing(place)
        for one in list(root.iterfind(_RELATION)):
            if _resolved(part, one.get("Target", "")).lower() == target.lower():
                root.remove(one)

    # Content types ----------------------------------------------------------------------

    def declare(self, part: str, kind: str) -> None:
        """Say of what content type a part is."""
        entries = self._declared(part)
        types = self.changing(_CONTENT_TYPES)
        entry = entries[0] if entries else etree.SubElement(types, f"{_TYPES}Override")
        entry.set("PartName", f"/{part}")
        entry.set("ContentType", kind)

    def declare_ending(self, ending: str, kind: str) -> None:
        """Say of what content type parts are whose names end in a certain way."""
        for entry in self._types.iterfind(f"{_TYPES}Default"):
            if entry.get("Extension", "").lower() == ending:
                return
        types = self.changing(_CONTENT_TYPES)
        types.insert(0, types.makeelement(f"{_TYPES}Default", {}))
        types[0].set("Extension", ending)
        types[0].set("ContentType", kind)

    def kind_of(self, part: str) -> str:
        """Return the content type that is said of a part by its name."""
        return next((entry.get("ContentType", "") for entry in self._declared(part)), "")

    @property
    def _types(self) -> etree._Element:
        return self.tree(_CONTENT_TYPES)

    def _declared(self, part: str) -> list[etree._Element]:
        wanted = f"/{part}".lower()
        entries = self._types.iterfind(f"{_TYPES}Override")
        return [entry for entry in entries if entry.get("PartName", "").lower() == wanted]

    # Writing ----------------------------------------------------------------------------

    def save(self, target: Path | IO[bytes]) -> None:
        """Write the package, what is made while it is written before what it may change."""
        with ZipFile(target, "w", ZIP_DEFLATED) as out:
            for info in sorted(self._zip.infolist(), key=self._turn):
                if info.filename not in self._dropped:
                    self._copy(out, info)
            for part in self._written:
                if part.lower() not in self._real:
                    _write(out, ZipInfo(part, _NO_TIME), self._content(part))

    def _turn(self, info: ZipInfo) -> int:
        """Return when a part is written: content types first, as all programs have them."""
        if info.filename == _CONTENT_TYPES:
            return 0
        return 2 if isinstance(self._written.get(info.filename, b""), bytes) else 1

    def _copy(self, out: ZipFile, info: ZipInfo) -> None:
        copy = ZipInfo(info.filename, info.date_time)
        copy.external_attr = info.external_attr
        if info.filename in self._changed or info.filename in self._written:
            _write(out, copy, self._content(info.filename))
        else:
            _write(out, copy, lambda: self._pieces(info))

    def _pieces(self, info: ZipInfo) -> Iterator[bytes]:
        with self._zip.open(info) as part:
            while piece := part.read(_PIECE):
                yield piece

    def _content(self, part: str) -> Content:
        changed = part in self._changed
        return serialised(self._trees[part]) if changed else self._written[part]

    def _known(self) -> list[str]:
        return [*self._real.values(), *self._written]

    def _named(self, part: str) -> str:
        """Return a part's name as the package spells it."""
        return self._real.get(part.lower(), part)


def parsed(text: bytes) -> etree._Element:
    """Return the tree of a part. Raises UnpatchableError where it is none, or declares more."""
    try:
        root = etree.fromstring(text, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnpatchableError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnpatchableError("doctype")
    return root


def serialised(root: etree._Element) -> bytes:
    """Return the text of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _unprefixed(space: str) -> dict[str, str]:
    # The type checker's picture of lxml does not know that a prefix may be None.
    return cast("dict[str, str]", {None: space})


def relations_of(part: str) -> str:
    """Return the name of the part that holds the relations of another."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return re.sub(r"^\{.*\}", "", str(element.tag))


def _resolved(part: str, target: str) -> str:
    """Return the name of the part that a relation leads to."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _write(out: ZipFile, info: ZipInfo, content: Content) -> None:
    info.compress_type = ZIP_DEFLATED
    if isinstance(content, bytes):
        out.writestr(info, content)
        return
    with out.open(info, "w", force_zip64=False) as part:
        for piece in _joined(content()):
            part.write(piece)


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces that are worth a call each."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield b"".join(waiting)
            waiting.clear()
            size = 0
    yield b"".join(waiting)
