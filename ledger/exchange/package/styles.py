"""The styles of a workbook: those of marked cells are made from the sender's own."""

from copy import deepcopy
from typing import Final
from typing import Literal

from lxml import etree

from ledger.exchange.package.parts import Package
from ledger.exchange.package.parts import local

Mark = Literal["wrong", "check"]

#: The colours of marks, as they stand in a file.
COLOURS: Final[dict[Mark, str]] = {"wrong": "FFFFC7CE", "check": "FFFFEB9C"}
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_ORDER: Final = (
    *("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"),
    *("dxfs", "tableStyles", "colors", "extLst"),
)
#: What a list has to begin with before anything of ours stands in it.
_FIRST: Final = {
    "fonts": '<font xmlns="{0}"><sz val="11"/><name val="Calibri"/></font>',
    "fills": '<fill xmlns="{0}"><patternFill patternType="none"/></fill>'
    '<fill xmlns="{0}"><patternFill patternType="gray125"/></fill>',
    "borders": '<border xmlns="{0}"><left/><right/><top/><bottom/><diagonal/></border>',
    "cellStyleXfs": '<xf xmlns="{0}" numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<xf xmlns="{0}" numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}
_THIN: Final = "<{0} style='thin'><color indexed='64'/></{0}>"


class Styles:
    """The styles part; styles are told by their numbers, as cells tell them."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.workbook, "styles")
        if part is None:
            part = package.free_name("xl/styles{}.xml")
            root = etree.Element(f"{{{package.main}}}styleSheet", nsmap=package.nsmap)
            package.put_tree(part, root, _KIND)
            package.relate(package.workbook, part, "styles")
        self._root = package.changing(part)
        self._main = package.main
        self._styles = self._list("cellXfs")
        for name in ("fonts", "fills", "borders", "cellStyleXfs"):
            self._list(name)
        self._made: dict[object, int] = {}
        self._known = len(self._styles)

    def marked(self, style: int, mark: Mark) -> int:
        """Return the style of a cell with the colour of a mark."""
        key = style, mark
        if key not in self._made:
            self._made[key] = self._add(style, fillId=self._fill(COLOURS[mark]))
        return self._made[key]

    def is_marked(self, style: int) -> bool:
        """Tell whether a cell's style has the colour of a mark."""
        fill = self._of(style).get("fillId", "0")
        fills = self._list("fills")
        if not fill.isdigit() or int(fill) >= len(fills):
            return False
        colours = fills[int(fill)].iter(f"{{{self._main}}}fgColor")
        return any(colour.get("rgb", "").upper() in COLOURS.values() for colour in colours)

    def unmarked(self, style: int) -> int:
        """Return a style without the colour of a mark, where nobody knows what was there."""
        if not self.is_marked(style):
            return style
        key = style, "unmarked"
        if key not in self._made:
            self._made[key] = self._add(style, fillId=0)
        return self._made[key]

    def result(self, style: int) -> int:
        """Return the style of a word in the column of results, like its neighbour's."""
        key = style, "result"
        if key not in self._made:
            number = self._add(style, numFmtId=0)
            self._align(self._styles[number], horizontal="center")
            self._made[key] = number
        return self._made[key]

    def plain(
        self,
        font: str,
        size: float,
        *,
        bold: bool = False,
        link: bool = False,
        boxed: bool = False,
        centred: bool = False,
    ) -> int:
        """Return a style of the office's own."""
        key = font, size, bold, link, boxed, centred
        if key not in self._made:
            border = self._border() if boxed else 0
            number = self._add(
                0,
                numFmtId=0,
                fontId=self._font(font, size, bold=bold, link=link),
                fillId=0,
                borderId=border,
                xfId=0,
            )
            self._align(self._styles[number], horizontal="center" if centred else "left")
            self._made[key] = number
        return self._made[key]

    def holds(self, style: int) -> bool:
        """Tell whether there is such a style."""
        return 0 <= style < self._known

    # The lists --------------------------------------------------------------------------

    def _list(self, name: str) -> etree._Element:
        found = self._root.find(f"{{{self._main}}}{name}")
        if found is None:
            found = self._root.makeelement(f"{{{self._main}}}{name}", {})
            after = _ORDER[_ORDER.index(name) + 1 :]
            later = [child for child in self._root if local(child) in after]
            if later:
                later[0].addprevious(found)
            else:
                self._root.append(found)
        if len(found) == 0 and name in _FIRST:
            for element in self._elements(_FIRST[name].format(self._main)):
                found.append(element)
            found.set("count", str(len(found)))
        return found

    def _elements(self, text: str) -> list[etree._Element]:
        return list(etree.fromstring(f"<x>{text}</x>"))

    def _append(self, name: str, element: etree._Element) -> int:
        rows = self._list(name)
        rows.append(element)
        rows.set("count", str(len(rows)))
        return len(rows) - 1

    def _of(self, style: int) -> etree._Element:
        return self._styles[style if 0 <= style < len(self._styles) else 0]

    def _add(self, like: int, **changed: int) -> int:
        style = deepcopy(self._of(like))
        for name, value in changed.items():
            style.set(name, str(value))
            if name in _APPLIED:
                style.set(_APPLIED[name], "1")
        return self._append("cellXfs", style)

    def _align(self, style: etree._Element, **how: str) -> None:
        alignment = style.find(f"{{{self._main}}}alignment")
        if alignment is None:
            alignment = style.makeelement(f"{{{self._main}}}alignment", {})
            style.insert(0, alignment)
        alignment.attrib.clear()
        for name, value in {**how, "vertical": "center", "wrapText": "1"}.items():
            alignment.set(name, value)
        style.set("applyAlignment", "1")

    def _fill(self, colour: str) -> int:
        key = "fill", colour
        if key not in self._made:
            pattern = (
                f'<fill xmlns="{self._main}"><patternFill patternType="solid">'
                f'<fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>'
            )
            self._made[key] = self._append("fills", self._elements(pattern)[0])
        return self._made[key]

    def _font(self, name: str, size: float, *, bold: bool, link: bool) -> int:
        key = "font", name, size, bold, link
        if key not in self._made:
            wide = not name.isascii()
            font = (
                f'<font xmlns="{self._main}">{"<b/>" if bold else ""}{"<u/>" if link else ""}'
                f'<sz val="{size:g}"/>{_LINK if link else ""}<name val="{name}"/>'
                f"{_CHARSET if wide else ''}</font>"
            )
            self._made[key] = self._append("fonts", self._elements(font)[0])
        return self._made[key]

    def _border(self) -> int:
        if "border" not in self._made:
            sides = "".join(_THIN.format(side) for side in ("left", "right", "top", "bottom"))
            border = f'<border xmlns="{self._main}">{sides}<diagonal/></border>'
            self._made["border"] = self._append("borders", self._elements(border)[0])
        return self._made["border"]


_APPLIED: Final = {
    "numFmtId": "applyNumberFormat",
    "fontId": "applyFont",
    "fillId": "applyFill",
    "borderId": "applyBorder",
}
_LINK: Final = '<color rgb="FF0563C1"/>'
#: The character set of fonts for Chinese, so that another such font takes a missing one's place.
_CHARSET: Final = '<charset val="134"/>'
