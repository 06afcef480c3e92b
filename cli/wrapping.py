"""Texts laid out in cells, of which a Chinese character takes two."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

MORE: Final = "…"
#: What may not begin a line, and what may not end one.
_NO_START: Final = "，。、；：！？）》〉」』】〕”’…—％,.;:!?)]}"
_NO_END: Final = "（《〈「『【〔“‘([{"
#: Holds words together: a code and what it means.
TIE: Final = "\xa0"
_PIECE: Final = re.compile(r"[^ \n、，：]*\xa0[^ \n、，：]*|[!-~]+|\s+|.", re.DOTALL)
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def width(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() else _measure()(text)


def pad(text: str, room: int, *, right: bool = False) -> str:
    """Return a text filled up to so many cells."""
    blank = " " * (room - width(text))
    return blank + text if right else text + blank


def visible(text: str) -> str:
    """Return a text without the characters that would command a terminal."""
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(visible(text).split())


def wrap(text: str, room: int) -> list[str]:
    """Return the lines of a text: no word is broken, no line starts with a comma."""
    lines = [""]
    for piece in _pieces(text):
        if piece.isspace():
            lines[-1] += " " if lines[-1] else ""
        elif width(lines[-1]) + width(piece) <= room or not lines[-1]:
            lines[-1] += piece
        else:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece)
    whole = (line.replace(TIE, " ").rstrip() for line in lines)
    return [part for line in whole for part in _broken(line, room)]


def wrap_hanging(text: str, room: int, indent: int) -> list[str]:
    """Return the lines of a text, all but the first moved in."""
    first, *rest = wrap(text.lstrip(), room - indent)
    before = " " * (len(text) - len(text.lstrip()))
    return [before + first, *(" " * indent + line for line in rest)]


def cut(text: str, room: int, lines: int = 1) -> list[str]:
    """Return at most so many lines of a text, the last one ending with … where cut."""
    found = wrap(text, room)
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while last and width(last) + width(MORE) > room:
        last = last[:-1]
    return [*found[: lines - 1], last + MORE]


def _pieces(text: str) -> list[str]:
    """Split a text where a line may end."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        held = pieces and not piece.isspace() and not pieces[-1].isspace()
        if held and (piece[0] in _NO_START or pieces[-1][-1] in _NO_END):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _broken(line: str, room: int) -> list[str]:
    """Break a line that is one overlong word."""
    found = []
    while width(line) > room:
        end = 1
        while width(line[: end + 1]) <= room:
            end += 1
        found.append(line[:end])
        line = line[end:]
    return [*found, line]


@cache
def _measure() -> Callable[[str], int]:
    from rich.cells import cell_len

    return cell_len


def longest_word(text: str) -> int:
    """Return the width of the longest word that no line break may part."""
    return max((len(word) for word in re.findall(r"[!-~]+", text)), default=0)
