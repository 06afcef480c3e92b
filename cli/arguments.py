"""The command line as it was meant: input methods forgiven, global options taken out."""

import re
import unicodedata
from collections import deque
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from typing import Final

from cli.mistakes import NeedsValue

GLOBALS: Final = ("--ledger", "--campaign", "--lang")
HELP: Final = ("--help", "-h")

WIDE_SPACE: Final = "\u3000"
#: Everything that an input method or a word processor makes of a hyphen.
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe58\ufe63\uff0d"
_TO_HYPHEN: Final = str.maketrans(dict.fromkeys(_HYPHENS, "-"))
_OPTION: Final = re.compile(
    rf"(?P<dashes>[{_HYPHENS}]+)"
    rf"(?P<name>[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9_Ａ-Ｚａ-ｚ０-９{_HYPHENS}]*)"
    r"(?:[=\uff1d](?P<value>.*))?",
    re.DOTALL,
)
#: What opens and what closes; “ and ” are mixed up by input methods themselves.
_QUOTES: Final = (
    ("\u201c\u201d", "\u201c\u201d"),
    ("\u2018\u2019", "\u2018\u2019"),
    ("「", "」"),
    ("『", "』"),
    ("\uff02", "\uff02"),
)


def plain(argv: Iterable[str], is_group: Callable[[str], bool]) -> list[str]:
    """Return a command line as if it had been typed without an input method.

    Option names and the words of the command become plain; values and arguments keep
    their text, but for typographic quotes around the whole of it.
    """
    waiting = deque(_rejoined([part for part in argv if part.strip(WIDE_SPACE) or not part]))
    found: list[str] = []
    noun, expects_word = None, True
    while waiting:
        part = waiting.popleft()
        if part == "--":
            return [*found, part, *waiting]
        head, *rest = _pieces(part, is_word=expects_word)
        waiting.extendleft(reversed(rest))
        option = _plain_option(head)
        if option is not None:
            found.append(option)
            name = option.partition("=")[0]
            if option in GLOBALS and waiting:
                found.append(unquoted(waiting.popleft()))
            elif noun is not None and name not in GLOBALS:
                expects_word = False
        elif expects_word:
            found.append(_plain_word(head))
            expects_word = noun is None and is_group(found[-1])
            noun = found[-1]
        else:
            found.append(unquoted(head))
    return found


def take_globals(args: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the global options by name, and the plain arguments without them."""
    taken: dict[str, str] = {}
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        name, equals, value = arg.partition("=")
        if arg == "--":
            rest += [arg, *waiting]
        elif name not in GLOBALS:
            rest.append(arg)
        else:
            given = value if equals else next(waiting, None)
            if given is None:
                raise NeedsValue(option=name, see="campaign --help")
            taken[name.removeprefix("--")] = given
    return taken, rest


def unquoted(text: str) -> str:
    """Return a text without the typographic quotes around the whole of it."""
    for openers, closers in _QUOTES:
        inner = text[1:-1]
        if (
            len(text) > 1
            and text[0] in openers
            and text[-1] in closers
            and not any(mark in inner for mark in openers + closers)
        ):
            return inner
    return text


def _rejoined(argv: list[str]) -> Iterator[str]:
    """Join what a shell tore apart between typographic quotes, which it does not know."""
    place = 0
    while place < len(argv):
        end = _closing(argv, place)
        yield " ".join(argv[place : end + 1])
        if argv[place] == "--":
            yield from argv[place + 1 :]
            return
        place = end + 1


def _closing(argv: list[str], start: int) -> int:
    match = _OPTION.fullmatch(argv[start])
    text = (match["value"] or "") if match else argv[start]
    for openers, closers in _QUOTES:
        if not text or text[0] not in openers or _has_any(text[1:], closers):
            continue
        for end in range(start + 1, len(argv)):
            if argv[end].startswith("--") or _OPTION.fullmatch(argv[end]):
                break
            if argv[end][-1:] and argv[end][-1] in closers:
                return end
    return start


def _has_any(text: str, marks: str) -> bool:
    return any(mark in text for mark in marks)


def _pieces(part: str, *, is_word: bool) -> list[str]:
    """Split a word of the command or an option from what a wide space glued to it."""
    parts = part.strip(WIDE_SPACE).split(WIDE_SPACE)
    if len(parts) == 1 and part == parts[0]:
        return parts
    if not is_word and not _OPTION.fullmatch(parts[0]):
        return [part]
    found = [parts[0]]
    previous_is_text = False
    for piece in filter(None, parts[1:]):
        is_option = _OPTION.fullmatch(piece) is not None
        if previous_is_text and not is_option:
            found[-1] += WIDE_SPACE + piece
        else:
            found.append(piece)
        previous_is_text = not is_option
    return found


def _plain_option(part: str) -> str | None:
    match = _OPTION.fullmatch(part)
    if match is None:
        return None
    name = _plain_word(match["name"]).rstrip("-")
    if match["dashes"] == "-" and match["name"] == name:
        # Plain already; -ofile may be a short option with its value.
        return part if part.isascii() else _with_value(f"-{name}", match["value"])
    option = f"-{name}" if len(name) == 1 else f"--{name.lower()}"
    return _with_value(option, match["value"])


def _with_value(option: str, value: str | None) -> str:
    return option if value is None else f"{option}={unquoted(value)}"


def _plain_word(part: str) -> str:
    return unicodedata.normalize("NFKC", part.translate(_TO_HYPHEN)).strip()
