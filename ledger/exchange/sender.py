"""Who sent a file: told by the office, the folder, the mark, the title rows, the name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ledger.units import UnitNames
from ledger.units import normal
from ledger.units import shortens
from schemas.fault import Fault
from schemas.sheet_words import INNER_PART

_PARTS: Final = re.compile(r"[-_—－·\s（）()：:、，,.〔〕\[\]]+")
_SHORTEST: Final = 2


@dataclass(frozen=True)
class Sign:
    """One thing that speaks of the sender: where it stands, what it says, whom it means."""

    where: str
    words: str
    unit: int


@dataclass(frozen=True)
class Told:
    """What all signs together say: a unit, nothing, or several that disagree.

    ``unclear`` tells why a name that speaks of the sender means none: several have it.
    ``stranger`` is a sender that the titles name and the ledger does not have, where only
    the file's name tells another one.
    """

    unit: int | None
    signs: tuple[Sign, ...]
    disagree: bool = False
    unclear: Fault | None = None
    stranger: str | None = None


def tell(
    path: Path,
    titles: Sequence[str],
    marked: int | None,
    names: UnitNames,
    roots: Sequence[Path],
    own_words: Sequence[str],
    headlines: Sequence[str] = (),
) -> Told:
    """Tell who sent a file.

    ``titles`` are the units that its title rows name, ``marked`` the unit that its export
    was made for, ``roots`` the inboxes whose folders may be named after senders. A unit
    below another is no disagreement: the lower one is the sender. Of units of one name,
    the one is meant that lies within what the folder and the mark say.
    """
    signs = [*_folders(path, names, roots)]
    if marked is not None:
        signs.append(Sign("mark", names.names[marked], marked))
    within = _agree(tuple(signs), names).unit
    faults, told, strangers = [], [], []
    for title in titles:
        found = names.find(title, within)
        if isinstance(found, Fault):
            faults.append(found)
            strangers += [] if INNER_PART.search(title) else [title]
        else:
            told.append(Sign("title", title, found))
    signs += _together(told, names)
    unclear = next((one for one in faults if one.key == "ledger.unit_ambiguous"), None)
    if unclear is not None:
        return Told(None, tuple(signs), unclear=unclear)
    if not signs:
        signs += _file_name(path, names, own_words)
        other = next((one for one in strangers if not _short_for(one, signs, names)), None)
        if signs and other is not None:
            return Told(None, tuple(signs), disagree=True, stranger=other)
    if not signs:
        named = filter(None, (_within(text, names) for text in headlines))
        signs += _together([Sign("title", words, unit) for words, unit in named], names)
    return _agree(tuple(signs), names)


def _folders(path: Path, names: UnitNames, roots: Sequence[Path]) -> list[Sign]:
    root = next((root for root in roots if path.is_relative_to(root)), None)
    if root is None:
        return []
    signs: list[Sign] = []
    for folder in path.relative_to(root).parts[:-1]:
        found = names.find(folder, signs[-1].unit if signs else None)
        if not isinstance(found, Fault):
            signs.append(Sign("folder", folder, found))
    return signs


def _file_name(path: Path, names: UnitNames, own_words: Sequence[str]) -> list[Sign]:
    """Return the unit that a file's name has between its marks, or somewhere within."""
    stem = path.stem
    for word in sorted(own_words, key=len, reverse=True):
        stem = stem.replace(word, "-")
    for part in _PARTS.split(stem):
        if len(part) < _SHORTEST or part.isdigit():
            continue
        found = names.find(part)
        if not isinstance(found, Fault):
            return [Sign("name", part, found)]
    within = _within(path.stem, names)
    return [] if within is None else [Sign("name", within[0], within[1])]


def _short_for(title: str, signs: Sequence[Sign], names: UnitNames) -> bool:
    """Tell whether a name is a shorter form of the unit that the signs tell."""
    return any(
        shortens(normal(title), normal(said)) for sign in signs for said in names.said(sign.unit)
    )


def _within(text: str, names: UnitNames) -> tuple[str, int] | None:
    """Return the unit whose name stands within a text.

    The top of the tree says nothing there: each office of a county begins with its name.
    """
    found = names.longest_within(text)
    return found if found is not None and any(names.ancestors(found[1])) else None


def _together(signs: list[Sign], names: UnitNames) -> list[Sign]:
    """Return what the titles of several worksheets say together.

    Where each names another unit, whoever collected them sent them: the lowest unit that
    all of them lie below, unless that is the root of the tree, which says nothing.
    """
    if not signs or not _agree(tuple(signs), names).disagree:
        return signs
    above = [[sign.unit, *names.ancestors(sign.unit)] for sign in signs]
    shared = [unit for unit in above[0] if all(unit in others for others in above)]
    if not shared or not list(names.ancestors(shared[0])):
        return []
    words = "、".join(dict.fromkeys(sign.words for sign in signs))
    return [Sign("title", words, shared[0])]


def _agree(signs: tuple[Sign, ...], names: UnitNames) -> Told:
    if not signs:
        return Told(None, signs)
    lowest = max((sign.unit for sign in signs), key=lambda unit: len(list(names.ancestors(unit))))
    if all(names.lies_within(lowest, sign.unit) for sign in signs):
        return Told(lowest, signs)
    return Told(None, signs, disagree=True)
