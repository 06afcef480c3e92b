"""An inbox: the files in it and below it, archives opened, our own answers passed over."""

import hashlib
import sqlite3
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from shutil import copyfileobj
from typing import Final
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo
from zipfile import is_zipfile

#: Limits that stop a hostile archive before it fills the disk.
MOST_FILES: Final = 5_000
MOST_BYTES: Final = 1 << 30
MOST_BYTES_EACH: Final = 200 << 20
#: How much of a name is kept.
_LONGEST: Final = 60
#: What marks a zip as a workbook and no archive of files.
_WORKBOOK: Final = ("[Content_Types].xml", "mimetype")
#: An archive's names are in the sender's own encoding unless it says that they are not.
_UTF8_FLAG: Final = 0x800


@dataclass
class Inbox:
    """What was found in an inbox."""

    files: list[Path] = field(default_factory=list)
    #: Temporary files of a spreadsheet program (``~$``), hidden ones.
    passed_over: list[Path] = field(default_factory=list)
    #: Answers of ours that nobody has changed.
    own_answers: list[Path] = field(default_factory=list)
    #: Archives that could not be opened, or hold too much.
    bad_archives: list[Path] = field(default_factory=list)


def search(folder: Path, unpacked: Path, connection: sqlite3.Connection) -> Inbox:
    """Find the files of an inbox, in the order of their names.

    Archives are opened into ``unpacked``, under the same folders, so that a folder's name
    still tells the sender.
    """
    found = Inbox()
    own = {row[0] for row in connection.execute("select digest from written")}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.name.startswith(("~$", ".")):
            found.passed_over.append(path)
        elif _digest(path) in own:
            found.own_answers.append(path)
        elif _is_archive(path):
            target = unpacked / path.relative_to(folder).with_suffix("")
            try:
                found.files += _unpack(path, target)
            except (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
                found.bad_archives.append(path)
        else:
            found.files.append(path)
    return found


def _digest(path: Path) -> str | None:
    """Return a file's digest, None where it cannot be opened: reading it will say why."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _is_archive(path: Path) -> bool:
    try:
        if not is_zipfile(path):
            return False
        with ZipFile(path) as archive:
            names = set(archive.namelist())
    except (BadZipFile, OSError):
        return False
    return not names.intersection(_WORKBOOK)


def _unpack(path: Path, target: Path) -> list[Path]:
    """Unpack an archive and return its files; raises ValueError where it holds too much."""
    with ZipFile(path) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        total = sum(one.file_size for one in members)
        large = any(one.file_size > MOST_BYTES_EACH for one in members)
        if len(members) > MOST_FILES or total > MOST_BYTES or large:
            raise ValueError(path)
        found = []
        for member in members:
            place = target.joinpath(*_safe_parts(member))
            if place.name.startswith(("~$", ".")):
                continue
            place = _free(place)
            place.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, place.open("wb") as unpacked:
                copyfileobj(source, unpacked)
            found.append(place)
    return found


def _free(place: Path) -> Path:
    """Return a place that no other member of the archive has taken."""
    free = place
    number = 2
    while free.exists():
        free = place.with_stem(f"{place.stem}-{number}")
        number += 1
    return free


def _safe_parts(member: ZipInfo) -> list[str]:
    name = member.filename
    if not member.flag_bits & _UTF8_FLAG:
        name = name.encode("cp437", "replace").decode("gb18030", "replace")
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return [_short(part.replace(":", "_")) for part in parts] or ["file"]


def _short(name: str) -> str:
    """Return a name that every file system takes, with its ending."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{ending[:_LONGEST]}" if dot else name[:_LONGEST]
