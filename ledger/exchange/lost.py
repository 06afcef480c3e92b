"""What a sender's workbook holds that openpyxl does not keep: told by looking into its parts.

Loaded only where an answer is written.
"""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from schemas.locale import say

_PIECE: Final = 1 << 20
#: Pieces overlap by more than the longest sign that is looked for.
_OVERLAP: Final = 200

_PARTS: Final = (
    ("macros", re.compile(r"vbaproject\.bin$")),
    ("comment_boxes", re.compile(r"^xl/(?:\w+/)?comments?\d*\.xml$")),
    ("threads", re.compile(r"^xl/(?:threadedcomments|persons)/")),
    ("controls", re.compile(r"^xl/(?:ctrlprops|activex)/")),
    ("objects", re.compile(r"^xl/embeddings/")),
    ("slicers", re.compile(r"^xl/(?:slicers|timelines)/")),
    ("charts", re.compile(r"^xl/charts/chartex")),
    ("shapes", re.compile(r"^xl/diagrams/")),
    ("connections", re.compile(r"^xl/(?:connections\.xml|querytables/|model/)")),
    ("custom", re.compile(r"^customxml/item\d*\.xml$")),
    ("signature", re.compile(r"^_xmlsignatures/")),
)
_WORKSHEET: Final = re.compile(r"^xl/worksheets/[^/]+\.xml$")
_DRAWING: Final = re.compile(r"^xl/drawings/[^/]+\.xml$")
_VML: Final = re.compile(r"^xl/drawings/[^/]+\.vml$")
_SIGNS: Final = {
    _WORKSHEET: (
        ("drop_downs", rb"\{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF\}"),
        ("formats", rb"\{78C0D931-6437-407D-A8EE-F0AAD7539E65\}"),
        ("sparklines", rb"\{05C60535-1F16-4FD2-B633-F4F36F0B64E0\}"),
        ("header_pictures", rb"<(?:\w+:)?legacyDrawingHF\b"),
        ("ranges", rb"<(?:\w+:)?protectedRange\b"),
        ("ignored_errors", rb"<(?:\w+:)?ignoredError\b"),
        ("outline", rb"\bsummaryRight=.(?:0|false)"),
    ),
    _DRAWING: (
        ("shapes", rb"<(?:\w+:)?(?:sp|cxnSp|grpSp|contentPart)\b"),
        *(() if find_spec("PIL") else (("pictures", rb"<(?:\w+:)?pic\b"),)),
    ),
    _VML: (("controls", rb"ObjectType=.(?!Note|Pict)\w"),),
}
_LOOKED_FOR: Final = {
    kind: re.compile(
        b"|".join(b"(?P<%s>%s)" % (name.encode(), sign) for name, sign in signs), re.IGNORECASE
    )
    for kind, signs in _SIGNS.items()
}


def parts(source: Path, lang: str) -> list[str]:
    """Return a sentence for each thing that the answer to a workbook will be without."""
    with ZipFile(source) as package:
        found = set(_found(package))
    return [say(f"workbook.lost_{name}", lang) for name in sorted(found)]


def _found(package: ZipFile) -> Iterator[str]:
    for part in package.namelist():
        name = part.lower().replace("\\", "/").lstrip("/")
        yield from (kind for kind, pattern in _PARTS if pattern.search(name))
        for kind, signs in _LOOKED_FOR.items():
            if kind.search(name):
                yield from _within(package, part, signs)


def _within(package: ZipFile, part: str, signs: re.Pattern[bytes]) -> Iterator[str]:
    kept = b""
    with package.open(part) as text:
        while piece := text.read(_PIECE):
            looked = kept + piece
            yield from (match.lastgroup for match in signs.finditer(looked) if match.lastgroup)
            kept = looked[-_OVERLAP:]
