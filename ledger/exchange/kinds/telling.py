"""Which kind of file it is: told by its bytes, never by its name."""

import re
import zipfile
from collections.abc import Callable
from collections.abc import Iterable
from io import BytesIO
from typing import Final

from ledger.exchange.mistakes import FileDamaged
from ledger.exchange.mistakes import FileEncrypted
from ledger.exchange.mistakes import FileIsArchive
from ledger.exchange.mistakes import FileIsEt
from ledger.exchange.mistakes import FileIsPdf
from ledger.exchange.mistakes import FileIsPicture
from ledger.exchange.mistakes import FileIsWord
from ledger.exchange.mistakes import FileNotASheet
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.note import Note
from ledger.exchange.read import Flow

#: What reads a kind: the file's name and bytes in; worksheets, encoding and notes out.
Reader = Callable[[str, bytes], tuple[Iterable[Flow], str | None, list[Note]]]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The first record of a workbook of Excel 2 to 95 that stands in no container.
_BARE_XLS: Final = (b"\x09\0\4\0", b"\x09\2\6\0", b"\x09\4\6\0", b"\x09\x08\x08\0")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS: Final[tuple[tuple[bytes, type[FileUnreadable]], ...]] = (
    (b"%PDF", FileIsPdf),
    (b"{\\rtf", FileIsWord),
    (b"\xff\xd8\xff", FileIsPicture),
    (b"\x89PNG", FileIsPicture),
    (b"GIF8", FileIsPicture),
    (b"II*\0", FileIsPicture),
    (b"MM\0*", FileIsPicture),
    (b"Rar!", FileIsArchive),
    (b"7z\xbc\xaf", FileIsArchive),
    (b"\x1f\x8b", FileIsArchive),
)
#: XML of another kind (flat OpenDocument, say), a web page in one file, JSON: texts all of
#: them, and no table with delimiters.
_OTHER_TEXT: Final = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe\s]*(<\?xml|<!doctype|mime-version:|[{\[]\s*[\"{\[])"
)


def reader_of(name: str, data: bytes) -> tuple[str, Reader]:
    """Return the kind of a file with what reads it. Raises FileUnreadable."""
    from ledger.exchange.kinds import oldbook

    if data.startswith(_ZIP):
        return _zip(name, data)
    if data.startswith(_OLE):
        return _ole(name, data)
    if data.startswith(_BARE_XLS):
        return "xls", oldbook.read_xls
    for magic, mistake in _OTHERS:
        if data.startswith(magic):
            raise mistake(file=name)
    return _text(name, data)


def _zip(name: str, data: bytes) -> tuple[str, Reader]:
    from ledger.exchange.kinds import excel

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {part.lower() for part in archive.namelist()}
            mime = _mime(archive)
            manifest = archive.read("META-INF/manifest.xml") if mime else b""
    except Exception as error:
        raise FileDamaged(file=name, why=type(error).__name__) from error
    if "xl/workbook.xml" in parts:
        return "xlsx", excel.read_xlsx
    if "xl/workbook.bin" in parts:
        return "xlsb", excel.read_xlsb
    if b"encryption-data" in manifest:
        raise FileEncrypted(file=name)
    if b"spreadsheet" in mime:
        return "ods", excel.read_ods
    if "word/document.xml" in parts or b"opendocument.text" in mime:
        raise FileIsWord(file=name)
    raise FileIsArchive(file=name)


def _mime(archive: zipfile.ZipFile) -> bytes:
    try:
        if archive.getinfo("META-INF/manifest.xml").file_size > 1 << 20:
            return b""
        with archive.open("mimetype") as part:
            return part.read(200)
    except KeyError:
        return b""


def _ole(name: str, data: bytes) -> tuple[str, Reader]:
    from ledger.exchange.kinds import oldbook

    if _stream(data, "Workbook") or _stream(data, "Book"):
        return "xls", oldbook.read_xls
    if _stream(data, "EncryptedPackage") or _stream(data, "EncryptionInfo"):
        raise FileEncrypted(file=name)
    if _stream(data, "WordDocument"):
        raise FileIsWord(file=name)
    if name.lower().endswith((".et", ".ett")):
        raise FileIsEt(file=name)
    raise FileNotASheet(file=name)


def _stream(data: bytes, name: str) -> bool:
    """Tell whether an OLE file's directory, whose entries are 128 bytes each, names one."""
    entry = name.encode("utf-16-le") + b"\0\0"
    at = data.find(entry)
    while at >= 0:
        if at % 128 == 0:
            return True
        at = data.find(entry, at + 1)
    return False


def _text(name: str, data: bytes) -> tuple[str, Reader]:
    from ledger.exchange.kinds import delimited
    from ledger.exchange.kinds import markup

    head = data[:4096].replace(b"\0", b"").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<?xml" in head[:100]:
        return "xml", markup.read_xml
    if re.search(
        rb"^\W*<(!doctype html|html|table|head|meta|style)", head.lstrip(b"\xef\xbb\xbf\xff\xfe")
    ):
        return "html", markup.read_html
    if b"<w:worddocument" in head:
        raise FileIsWord(file=name)
    if name.lower().endswith((".et", ".ett")):
        raise FileIsEt(file=name)
    if _OTHER_TEXT.match(head):
        raise FileNotASheet(file=name)
    return "csv", delimited.read_csv
