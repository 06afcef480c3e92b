"""On which line of a plan's file something stands, so that a mistake can be found there."""

import re
from typing import Final

#: What a value is reached by: names of tables and keys, and places in lists.
Place = tuple[int | str, ...]

_TABLE: Final = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY: Final = re.compile(r"""\s*(?P<key>"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*=""")
_NAME: Final = re.compile(r"""\s*("[^"]*"|'[^']*'|[^.\s]+)\s*(?:\.|$)""")


def lines_of(text: str) -> dict[Place, int]:
    """Return the lines on which tables begin and keys stand, by the place of each."""
    found: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.fullmatch(line):
            names = [name.strip("\"'") for name in _NAME.findall(match["name"])]
            table = _path(names, counts, new=match["open"] == "[[")
            found[table] = number
        elif match := _KEY.match(line):
            found.setdefault((*table, match["key"].strip("\"'")), number)
    return found


def _path(names: list[str], counts: dict[Place, int], *, new: bool) -> Place:
    """Return the place of a table: in lists of tables, it is in the newest one."""
    path: Place = ()
    for at, name in enumerate(names):
        path = (*path, name)
        is_last = at == len(names) - 1
        if is_last and new:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def line_of(lines: dict[Place, int], place: Place) -> int | None:
    """Return the line of a place, else of what it lies in."""
    while place:
        if place in lines:
            return lines[place]
        place = place[:-1]
    return None
