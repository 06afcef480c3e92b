"""An inbox: the files in it and below it, archives opened, our own answers passed over."""

import hashlib
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from pathlib import Path
from shutil import copyfileobj
from typing import Final
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo
from zipfile import is_zipfile
from zlib import error as zlib_error

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
#: What Windows and macOS put into folders by themselves.
_OF_THE_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass
class Inbox:
    """What was found in an inbox."""

    files: list[Path] = field(default_factory=list)
    #: Temporary files of a spreadsheet program (``~$``), hidden ones, those of the system.
    passed_over: list[Path] = field(default_factory=list)
    #: Answers of ours that nobody has changed.
    own_answers: list[Path] = field(default_factory=list)
    #: Archives that could not be opened, or hold too much.
    bad_archives: list[Path] = field(default_factory=list)
    #: Files of an archive that cannot be unpacked: damaged, or behind a password.
    bad_members: list[str] = field(default_factory=list)
    #: Folders that could not be looked into.
    bad_folders: list[Path] = field(default_factory=list)
    #: What files are called whose names do not tell them apart: those of archives by the
    #: archive and the place in it, those of one name in several folders by their folders.
    labels: dict[Path, str] = field(default_factory=dict)
    #: The archive that a file came in.
    packed: dict[Path, Path] = field(default_factory=dict)

    def add(self, other: "Inbox") -> None:
        """Take in what was found elsewhere."""
        for one in fields(self):
            ours, theirs = getattr(self, one.name), getattr(other, one.name)
            if isinstance(ours, dict):
                ours.update(theirs)
            else:
                ours.extend(theirs)


def search(folder: Path, unpacked: Path, connection: sqlite3.Connection) -> Inbox:
    """Find the files of an inbox, in the order of their names.

    Archives are opened into ``unpacked``, under the same folders, so that a folder's name
    still tells the sender.
    """
    found = Inbox()
    own = {row[0] for row in connection.execute("select digest from written")}
    for path in sorted(_files(folder, found)):
        if _is_noise(path.name):
            found.passed_over.append(path)
        elif _digest(path) in own:
            found.own_answers.append(path)
        elif _is_archive(path):
            _open(path, unpacked / path.relative_to(folder).with_suffix(""), found)
        else:
            found.files.append(path)
    _tell_apart(found, folder)
    return found


def gather(paths: Sequence[Path], unpacked: Path, connection: sqlite3.Connection) -> Inbox:
    """Find the files that are meant by paths: files, folders and archives."""
    found = Inbox()
    for at, path in enumerate(paths):
        if path.is_dir():
            found.add(search(path, unpacked / str(at), connection))
        elif _is_archive(path):
            _open(path, unpacked / str(at), found)
        else:
            found.files.append(path)
    return found


def _is_noise(name: str) -> bool:
    return name.startswith(("~$", ".")) or name.lower() in _OF_THE_SYSTEM


def _open(path: Path, target: Path, found: Inbox) -> None:
    try:
        _unpack(path, target, found)
    except (BadZipFile, OSError, ValueError):
        found.bad_archives.append(path)


def _tell_apart(found: Inbox, folder: Path) -> None:
    """Call files of one name by their folders, too."""
    names = Counter(path.name for path in found.files)
    for path in found.files:
        if names[path.name] > 1 and path.is_relative_to(folder):
            found.labels[path] = path.relative_to(folder).as_posix()


def _files(folder: Path, found: Inbox) -> Iterator[Path]:
    """Yield the files below a folder; links to folders, which may run in a circle, are none."""

    def refused(error: OSError) -> None:
        found.bad_folders.append(Path(error.filename))

    for place, _, names in os.walk(folder, onerror=refused):
        for name in names:
            path = Path(place, name)
            if path.is_file():
                yield path


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


def _unpack(path: Path, target: Path, found: Inbox) -> None:
    """Unpack an archive; raises ValueError where it holds too much."""
    with ZipFile(path) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        total = sum(one.file_size for one in members)
        large = any(one.file_size > MOST_BYTES_EACH for one in members)
        if len(members) > MOST_FILES or total > MOST_BYTES or large:
            raise ValueError(path)
        for member in members:
            parts = _safe_parts(member)
            place = target.joinpath(*map(_short, parts))
            if any(map(_is_noise, parts)):
                continue
            place = _free(place)
            label = f"{path.name} › {'/'.join(parts)}"
            try:
                _unpack_one(archive, member, place)
            except (BadZipFile, zlib_error, EOFError, RuntimeError):
                # One file that is damaged or asks for a password takes no others with it.
                place.unlink(missing_ok=True)
                found.bad_members.append(label)
            else:
                found.files.append(place)
                found.labels[place] = label
                found.packed[place] = path


def _unpack_one(archive: ZipFile, member: ZipInfo, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, place.open("wb") as unpacked:
        copyfileobj(source, unpacked)


def _free(place: Path) -> Path:
    """Return a place that no other member of the archive has taken."""
    free = place
    number = 2
    while free.exists():
        free = place.with_stem(f"{place.stem}-{number}")
        number += 1
    return free


def _safe_parts(member: ZipInfo) -> list[str]:
    name = _name(member)
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return [part.replace(":", "_") for part in parts] or ["file"]


def _name(member: ZipInfo) -> str:
    """Return a member's name: in GBK from Windows, in UTF-8 from others that do not say so."""
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    packed = member.filename.encode("cp437", "replace")
    try:
        return packed.decode("utf-8")
    except UnicodeDecodeError:
        return packed.decode("gb18030", "replace")


def _short(name: str) -> str:
    """Return a name that every file system takes, with its ending."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{ending[:_LONGEST]}" if dot else name[:_LONGEST]
