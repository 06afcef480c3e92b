"""Milestones as a matrix: units down, actions across, as many side by side as there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from cli import wrapping
from schemas.locale import say
from schemas.vocabulary import MILESTONE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

_GAP: Final = " "
#: Four signs of a heading stand side by side; a unit's name takes at most a third of a line.
_ROOM: Final = 8
_NARROWEST: Final = 8


@dataclass(frozen=True)
class Action:
    """A column: the action, the phase that it stands under, whether it counts how many."""

    code: str
    name: str
    phase: str | None
    counts: bool


@dataclass(frozen=True)
class Matrix:
    """What is drawn: the columns, and for each unit its cells by the action's code."""

    actions: Sequence[Action]
    units: Sequence[tuple[str, dict[str, Any]]]


def sign(status: str, lang: str) -> str:
    """Return the sign of a status."""
    return say(f"milestones.sign.{status}", lang)


def cell(found: Any, action: Action, lang: str) -> str:
    """Return a cell: the sign, and how many of how many where that is counted."""
    if found is None:
        return ""
    mark = sign(found["status"], lang)
    if not action.counts or found["status"] == "waived":
        return mark
    unit = "%" if found["measure"] == "percent" else ""
    return f"{mark} {found['count']}{unit}/{found['required']}{unit}"


def lines(matrix: Matrix, room: int, lang: str) -> Iterator[str]:
    """Yield the lines: page after page of columns, then what the signs mean."""
    names = [name for name, _ in matrix.units]
    widest = max([_NARROWEST, *map(wrapping.width, names)])
    first = min(widest, max(room // 3, _NARROWEST))
    pages = list(_pages(matrix, room - first, lang))
    for number, page in enumerate(pages):
        if number:
            yield ""
        yield from _page(matrix, page, first, lang)
    yield ""
    legend = say("milestones.legend", lang, signs=say("screen.between", lang).join(_legend(lang)))
    yield from wrapping.wrap(legend, room)


def _legend(lang: str) -> Iterator[str]:
    for status in MILESTONE.words:
        yield f"{sign(status, lang)}{wrapping.TIE}{MILESTONE.word(status, lang)}"


def _pages(matrix: Matrix, room: int, lang: str) -> Iterator[list[tuple[Action, int]]]:
    """Yield the columns that stand side by side, each with its width."""
    page: list[tuple[Action, int]] = []
    taken = 0
    for action in matrix.actions:
        cells = (cell(found.get(action.code), action, lang) for _, found in matrix.units)
        least = wrapping.longest_word(action.name) if action.name.isascii() else 0
        width = max([_ROOM, least, *map(wrapping.width, cells)])
        if page and taken + len(_GAP) + width > room:
            yield page
            page, taken = [], 0
        page.append((action, width))
        taken += len(_GAP) + width
    if page:
        yield page


def _page(
    matrix: Matrix, page: Sequence[tuple[Action, int]], first: int, lang: str
) -> Iterator[str]:
    if any(action.phase for action, _ in page):
        yield from _headings(first, _phases(page))
    yield from _headings(first, [(action.name, width) for action, width in page])
    yield _line(first, "-" * first, [("-" * width, width) for _, width in page])
    for name, found in matrix.units:
        cells = [(cell(found.get(one.code), one, lang), width) for one, width in page]
        yield _line(first, wrapping.cut(name, first)[0], cells)


def _phases(page: Sequence[tuple[Action, int]]) -> list[tuple[str, int]]:
    """Return the phases above the columns, each once over those that belong to it."""
    spans: list[tuple[str, int]] = []
    before: object = ...
    for action, width in page:
        if action.phase == before:
            name, taken = spans[-1]
            spans[-1] = (name, taken + len(_GAP) + width)
        else:
            spans.append((action.phase or "", width))
        before = action.phase
    return spans


def _headings(first: int, cells: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Yield the lines of headings, each broken to its width."""
    headings = [wrapping.wrap(name, width) for name, width in cells]
    for at in range(max(map(len, headings))):
        parts = [heading[at] if at < len(heading) else "" for heading in headings]
        line = [(part, width) for part, (_, width) in zip(parts, cells, strict=True)]
        yield _line(first, "", line)


def _line(first: int, name: str, cells: Iterable[tuple[str, int]]) -> str:
    padded = (wrapping.pad(text, width) for text, width in cells)
    return _GAP.join([wrapping.pad(name, first), *padded]).rstrip()
