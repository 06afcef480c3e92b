"""What is wrong with the rows of a sheet, each reason once with all the rows that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cli.screen import Screen

#: Reasons of one sheet that are told in the terminal, and stretches of rows of one reason;
#: the answer has all of them.
MOST_REASONS = 5
MOST_STRETCHES = 12


def tell_rows(screen: Screen, said: Iterable[tuple[int, str]]) -> None:
    """Tell what is wrong with rows: the reasons that most of them share come first."""
    rows: dict[str, set[int]] = {}
    for number, words in said:
        rows.setdefault(words, set()).add(number)
    ranked = sorted(rows, key=lambda words: (-len(rows[words]), min(rows[words])))
    told = ranked[:MOST_REASONS]
    for words in sorted(told, key=lambda words: min(rows[words])):
        numbers = sorted(rows[words])
        listed = stretches(numbers, screen.lang)
        key = "sheets.row" if len(numbers) == 1 else "sheets.rows"
        screen.reply(key, rows=listed, words=_closed(words, screen.lang))
    left = ranked[MOST_REASONS:]
    if left:
        untold = set().union(*map(rows.__getitem__, left))
        screen.reply("sheets.more_rows", n=len(untold), reasons=len(left))


def stretches(numbers: Iterable[int], lang: str) -> str:
    """Return numbers of rows as people list them: 5、7、9–12."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    listed = [
        f"{one[0]}–{one[-1]}" if len(one) > 2 else _between(lang).join(map(str, one))
        for one in found[:MOST_STRETCHES]
    ]
    if len(found) > MOST_STRETCHES:
        listed.append("…")
    return _between(lang).join(listed)


def _between(lang: str) -> str:
    return "、" if lang == "zh" else ", "


def _closed(words: str, lang: str) -> str:
    """Return a sentence with its full stop."""
    stop = "。" if lang == "zh" else "."
    return words if words.endswith(stop) else words + stop
