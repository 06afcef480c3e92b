"""Senders' files for the tests of answers, and what makes a package sound."""

import posixpath
import re
from collections.abc import Callable
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import xlsxwriter
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

GRID = "整改台账"
HEADINGS = ("序号", "存在问题", "责任单位", "完成时限", "完成情况", "件数")
FIXTURES = Path(__file__).resolve().parent / "packages"

_DROP_DOWN = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>选项!$A$1:$A$2</xm:f>'
    "</x14:formula1><xm:sqref>C4:C7</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
)
#: A picture of one dot.
_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

Decorate = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]


def sender(path: Path, decorate: Decorate | None = None) -> Path:
    """A town's sheet, as Excel would write it."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(GRID)
    boxed = book.add_format({"border": 1, "text_wrap": True})
    heading = book.add_format({"bold": True, "border": 1, "bg_color": "#D9E1F2"})
    sheet.merge_range("A1:F1", "盐窝镇整改台账", book.add_format({"bold": True}))
    sheet.write("A2", "填报单位：盐窝镇")
    sheet.write_row("A3", HEADINGS, heading)
    for row in range(3, 7):
        sheet.write_row(row, 0, [row - 2, f"问题{row}", None, "6月31日前", "整改中"], boxed)
        sheet.write_formula(row, 5, f"=1+{row}", boxed, row + 1)
    sheet.merge_range("C4:C5", "盐窝镇1", boxed)
    sheet.merge_range("C6:C7", "永安镇", boxed)
    sheet.write_comment("D4", "请按月填写", {"author": "张三"})
    sheet.data_validation("E4:E7", {"validate": "list", "source": ["整改中", "已完成"]})
    sheet.set_column("B:B", 30)
    sheet.set_column("G:XFD", 3)
    if decorate is not None:
        decorate(book, sheet)
    book.close()
    return path


def everything(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """All that offices put into a sheet."""
    sheet.insert_textbox("I3", "盖章处")
    sheet.insert_image("K3", "a.png", {"image_data": BytesIO(_PICTURE)})
    sheet.add_sparkline("H4", {"range": f"{GRID}!A4:A7"})
    sheet.conditional_format("F4:F7", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("A4:A7", {"type": "cell", "criteria": ">", "value": 9})
    sheet.write_comment("B6", "长" * 80, {"x_scale": 3, "color": "#CCFFCC", "visible": True})
    sheet.autofilter("A3:F7")
    sheet.freeze_panes(3, 1)
    sheet.write_url("B10", f"internal:{GRID}!A1", string="回到表头")
    sheet.repeat_rows(2)
    sheet.print_area("A1:F7")
    sheet.set_header("&C&G", {"image_center": "a.png", "image_data_center": BytesIO(_PICTURE)})
    sheet.protect("", {"autofilter": True})
    sheet.ignore_errors({"number_stored_as_text": "A1:F7"})
    sheet.write_rich_string("B7", "问", book.add_format({"color": "red"}), "题6", " 续")
    other = book.add_worksheet("选项")
    other.write_column("A1", ["盐窝镇", "永安镇"])
    other.write_comment("A1", "别处的批注")
    other.hide()
    listed = book.add_worksheet("名单")
    listed.add_table("A1:B3", {"columns": [{"header": "单位"}, {"header": "件数"}]})
    book.define_name(f"'{GRID}'!_campaign", '="L1:3:rectification"')


def by_xlsxwriter(folder: Path) -> Path:
    path = sender(folder / "xlsxwriter.xlsx", everything)
    return replaced(path, "xl/worksheets/sheet1.xml", "<extLst>", _DROP_DOWN)


def by_openpyxl(folder: Path) -> Path:
    book = openpyxl.load_workbook(sender(folder / "plain.xlsx"))
    sheet = book[GRID]
    sheet["B5"].comment = Comment("长" * 50, "李四", width=300, height=200)
    rule = DataValidation(type="list", formula1='"整改中,已完成"')
    rule.add("E4:E7")
    sheet.add_data_validation(rule)
    red = PatternFill(bgColor="FFFF0000")
    sheet.conditional_formatting.add("F4:F7", CellIsRule("greaterThan", ["3"], fill=red))
    sheet.freeze_panes = "B4"
    sheet.print_title_rows = "3:3"
    sheet["B9"].hyperlink = "https://example.org/"
    other = book.create_sheet("名单")
    for row in (["单位", "件数"], ["盐窝镇", 1]):
        other.append(row)
    other.add_table(Table(displayName="名单表", ref="A1:B2"))
    other.sheet_state = "hidden"
    book.save(folder / "openpyxl.xlsx")
    return folder / "openpyxl.xlsx"


def by_libreoffice(folder: Path) -> Path:
    """The file of ``by_xlsxwriter``, opened in LibreOffice 7.4 and saved there."""
    path = folder / "libreoffice.xlsx"
    path.write_bytes((FIXTURES / "libreoffice.xlsx").read_bytes())
    return path


def with_prefixes(folder: Path) -> Path:
    """As some programs write it: every tag of the format with a prefix."""

    def prefixed(name: str, text: bytes) -> bytes:
        if not re.match(r"xl/(worksheets/sheet|styles|workbook|comments)[\w]*\.xml$", name):
            return text
        root = etree.fromstring(text)
        spaces = {("x" if key is None else key): space for key, space in root.nsmap.items()}
        top = etree.Element(root.tag, root.attrib, nsmap=spaces)
        top.extend(list(root))
        text = etree.tostring(top, xml_declaration=True, encoding="UTF-8")
        return re.sub(rb' xmlns="[^"]*main"', b"", text)

    return rewritten(by_xlsxwriter(folder), folder / "prefixes.xlsx", prefixed)


def strictly(folder: Path) -> Path:
    """As Excel saves what it calls strict."""
    spaces = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/": b"officeDocument/",
        b"http://schemas.openxmlformats.org/drawingml/2006/": b"drawingml/",
    }

    def strict(_: str, text: bytes) -> bytes:
        for old, new in spaces.items():
            text = text.replace(old, b"http://purl.oclc.org/ooxml/" + new)
        return text.replace(b"/extended-properties", b"/extendedProperties")

    return rewritten(by_xlsxwriter(folder), folder / "strict.xlsx", strict)


MAKERS = (by_xlsxwriter, by_openpyxl, by_libreoffice, with_prefixes, strictly)


def rewritten(path: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A package with every part changed."""
    with ZipFile(path) as package, ZipFile(target, "w") as changed:
        for name in package.namelist():
            changed.writestr(name, change(name, package.read(name)))
    return target


def replaced(path: Path, part: str, old: str, new: str) -> Path:
    """A package in one part of which a text is another."""

    def change(name: str, text: bytes) -> bytes:
        if name != part:
            return text
        assert old.encode() in text
        return text.replace(old.encode(), new.encode(), 1)

    done = rewritten(path, path.with_suffix(".part"), change)
    return done.replace(path)


def with_parts(path: Path, **parts: str) -> Path:
    """Add parts to a package that no library at hand writes."""
    with ZipFile(path, "a") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


# What makes a package sound -----------------------------------------------------------------

#: The order of the elements as the format's schema has it.
_ORDERS = {
    "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr "
    "sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate "
    "customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks "
    "printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties "
    "cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture "
    "oleObjects controls webPublishItems tableParts extLst",
    "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets "
    "functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews "
    "pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles "
    "colors extLst",
    "comments": "authors commentList extLst",
    "xf": "alignment protection extLst",
}
_COUNTED = {"fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "mergeCells", "dxfs"}


def faults(path: Path) -> list[str]:
    """What would make a spreadsheet program offer to repair a package."""
    with ZipFile(path) as package:
        assert package.testzip() is None
        return [*_part_faults(package), *_sheet_faults(package)]


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _part_faults(package: ZipFile) -> Iterator[str]:
    names = package.namelist()
    if len(names) != len({name.lower() for name in names}):
        yield "a part twice"
    types = etree.fromstring(package.read("[Content_Types].xml"))
    endings = {one.get("Extension", "").lower() for one in types if _local(one) == "Default"}
    own = [one.get("PartName", "") for one in types if _local(one) == "Override"]
    yield from (f"type of nothing: {one}" for one in own if one.lstrip("/") not in names)
    yield from (f"type twice: {one}" for one in own if own.count(one) > 1)
    for name in names:
        if f"/{name}" not in own and name.rpartition(".")[2].lower() not in endings:
            yield f"no type: {name}"
        if name.endswith(".rels"):
            yield from _relation_faults(package, name)


def _relation_faults(package: ZipFile, name: str) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    numbers = []
    for one in etree.fromstring(package.read(name)):
        numbers.append(one.get("Id"))
        if one.get("TargetMode") == "External":
            continue
        target = one.get("Target", "")
        place = posixpath.normpath(posixpath.join(folder, target))
        if (target.lstrip("/") if target.startswith("/") else place) not in package.namelist():
            yield f"{name} leads nowhere: {target}"
    if len(numbers) != len(set(numbers)):
        yield f"{name}: a number twice"


def _sheet_faults(package: ZipFile) -> Iterator[str]:
    styles = etree.fromstring(package.read("xl/styles.xml"))
    known = len(styles.find("{*}cellXfs"))
    for name in package.namelist():
        if re.match(r"xl/([\w/]*(sheet|comments?)\d+|styles|workbook)\.xml$", name):
            root = etree.fromstring(package.read(name))
            yield from (f"{name}: {fault}" for fault in _order_faults(root))
            yield from (f"{name}: {fault}" for fault in _cell_faults(root, known))
            yield from (f"{name}: {fault}" for fault in _reference_faults(package, name, root))
        elif name.endswith(".vml"):
            numbers = re.findall(rb'<\w+:shape\s[^>]*?id="([^"]+)"', package.read(name))
            if len(numbers) != len(set(numbers)):
                yield f"{name}: a box twice"
    for sheet in (fill for fill in styles.iter("{*}xf") if fill.get("fillId")):
        if int(sheet.get("fillId")) >= len(styles.find("{*}fills")):
            yield "a style without its fill"


def _order_faults(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        order = _ORDERS.get(_local(element), "").split()
        places = [order.index(_local(one)) for one in element if _local(one) in order]
        if places != sorted(places):
            yield f"order in {_local(element)}: {[_local(one) for one in element]}"
        if _local(element) in _COUNTED and element.get("count", str(len(element))) != str(
            len(element)
        ):
            yield f"count of {_local(element)}"


def _cell_faults(root: etree._Element, known: int) -> Iterator[str]:
    rows = [int(row.get("r")) for row in root.iterfind("{*}sheetData/{*}row")]
    if rows != sorted(set(rows)):
        yield "rows out of order"
    for row in root.iterfind("{*}sheetData/{*}row"):
        cells = [cell.get("r", "") for cell in row.iterfind("{*}c")]
        if cells != sorted(set(cells), key=lambda place: (len(place), place)):
            yield f"cells out of order: {cells}"
        if any(not place.endswith(row.get("r")) for place in cells):
            yield f"cells of another row: {cells}"
        yield from (f"style of {cell.get('r')}" for cell in row if int(cell.get("s", "0")) >= known)
    runs = [(int(run.get("min")), int(run.get("max"))) for run in root.iterfind("{*}cols/{*}col")]
    if any(first[1] >= second[0] for first, second in pairwise(runs)):
        yield f"columns overlap: {runs}"
    for filtered in root.iterfind("{*}autoFilter"):
        for table in root.iterfind("{*}tableParts/*"):
            assert filtered.get("ref") != table.get("ref")


def _reference_faults(package: ZipFile, name: str, root: etree._Element) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    place = f"{folder}/_rels/{file}.rels"
    numbers = set()
    if place in package.namelist():
        numbers = {one.get("Id") for one in etree.fromstring(package.read(place))}
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if _REFERENCE.search(key) and value not in numbers:
                yield f"refers to nothing: {value}"


_REFERENCE = re.compile(r"officeDocument/(2006/)?relationships}id$")


# An .ods ------------------------------------------------------------------------------------

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "style": "style",
        "table": "table",
        "text": "text",
        "fo": "xsl-fo-compatible",
        "config": "config",
    }.items()
)
_OPEN_STYLES = """
<style:style style:name="wide" style:family="table-column"><style:table-column-properties
 style:column-width="10cm"/></style:style>
<style:style style:name="high" style:family="table-row"><style:table-row-properties
 style:row-height="40pt"/></style:style>
<style:style style:name="boxed" style:family="table-cell"><style:table-cell-properties
 fo:border="0.06pt solid #000000" fo:border-right="1.5pt double #FF0000" fo:wrap-option="wrap"
 style:vertical-align="middle"/></style:style>
<style:style style:name="heading" style:family="table-cell" style:parent-style-name="boxed">
<style:table-cell-properties fo:background-color="#D9E1F2"/><style:paragraph-properties
 fo:text-align="center"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"
 style:font-name-asian="SimHei" fo:color="#112233"/></style:style>
"""
_OPEN_VIEW = """<config:config-item-map-entry config:name="整改台账">
<config:config-item config:name="HorizontalSplitMode" config:type="short">2</config:config-item>
<config:config-item config:name="HorizontalSplitPosition" config:type="int">1</config:config-item>
<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>
<config:config-item config:name="VerticalSplitPosition" config:type="int">3</config:config-item>
</config:config-item-map-entry>"""


def _open_row(style: str, cells: str, row: str = "") -> str:
    shown = "".join(
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"<text:p>{cell}</text:p></table:table-cell>"
        for cell in cells.split()
    )
    return f"<table:table-row {row}>{shown}</table:table-row>"


def opened_document(path: Path) -> Path:
    """A sheet as an .ods: a title, a gap, headings, two rows that follow their column's style."""
    note = "<office:annotation><text:p>请按月填写</text:p></office:annotation>"
    rate = (
        f'<table:table-row><table:table-cell office:value-type="string">{note}<text:p>问题4</text:p>'
        '</table:table-cell><table:table-cell office:value-type="percentage" office:value="0.5">'
        "<text:p>50%</text:p></table:table-cell></table:table-row>"
    )
    rows = (
        _open_row("", "盐窝镇整改台账"),
        "<table:table-row/>",
        "<table:table-header-rows>",
        _open_row("heading", "存在问题 完成时限", 'table:style-name="high"'),
        "</table:table-header-rows>",
        rate,
        _open_row("heading", "问题5 6月底"),
    )
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{_OPEN_STYLES}"
        f'</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="{GRID}">'
        '<table:table-column table:style-name="wide" table:default-cell-style-name="boxed"/>'
        '<table:table-column table:default-cell-style-name="boxed"'
        ' table:number-columns-repeated="16383"/>'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr(
            "settings.xml",
            f"<office:document-settings {_SPACES}>{_OPEN_VIEW}</office:document-settings>",
        )
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    return path
