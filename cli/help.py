"""The help pages: plain text in the terminal's language, from ``schemas.locale.help``."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from cli import wrapping
from cli.arguments import GLOBALS
from schemas.locale import known
from schemas.locale import say
from schemas.locale.help import PANELS
from schemas.locale.help import VERBS

if TYPE_CHECKING:
    from cli.places import Found
    from cli.places import Place
    from cli.setting import Setting
    from schemas.vocabulary import Codes

#: A page is never wider than this, however wide the terminal.
WIDEST: Final = 80
INDENT: Final = "  "
#: A name longer than this has its explanation on the next line.
_LONGEST_NAME: Final = 24

Rows = Iterable[tuple[str, str]]


def front_page(place: Place, setting: Setting) -> str:
    """Return the help of the tool itself: its commands, panel by panel."""
    lang, room = setting.lang, min(setting.width, WIDEST)
    names = set(place.names())
    lines = _paragraph(say("help.campaign.usage", lang), room)
    lines += ["", *_paragraph(say("help.campaign", lang), room)]
    for panel, commands in _panels(names):
        rows = [(name, _said(f"help.{name}", lang)) for name in commands]
        lines += _section(f"help.panel.{panel}", rows, lang, room)
    rows = [(_global(name, lang), say(f"help.option.{name[2:]}", lang)) for name in GLOBALS]
    lines += _section("help.heading.globals", rows, lang, room)
    lines += ["", *_paragraph(say("help.campaign.long", lang), room)]
    return "\n".join(lines)


def command_page(found: Found, params: Sequence[Any], setting: Setting) -> str:
    """Return the help of a command: usage, what it does, arguments, options, examples."""
    lang, room = setting.lang, min(setting.width, WIDEST)
    words = " ".join(found.words)
    parts = [param for param in params if not param.hidden]
    given = [param for param in parts if param.param_type_name == "argument"]
    options = [param for param in parts if param.param_type_name == "option"]
    lines = _usage(found, given, lang, room)
    lines += ["", *_paragraph(_said(f"help.{words}", lang), room)]
    lines += _long(f"help.{words}.long", lang, room)
    verbs = _ordered(found.verbs, VERBS.get(words, ()))
    rows: Rows = [(verb, _said(f"help.{words} {verb}", lang)) for verb in verbs]
    lines += _section("help.heading.verbs", rows, lang, room)
    rows = [(name_of(param, lang), about(words, param, lang)) for param in given]
    lines += _section("help.heading.arguments", rows, lang, room)
    rows = [(_with_value(param, lang), about(words, param, lang)) for param in options]
    lines += _section("help.heading.options", rows, lang, room)
    lines += _examples(f"help.{words}.examples", lang)
    return "\n".join([*lines, "", *_paragraph(say("help.see_globals", lang), room)])


def name_of(param: Any, lang: str) -> str:
    """Return how a parameter is called: ``--unit``, or an argument's own word."""
    if param.param_type_name == "option":
        return str(next(filter(_is_long, param.opts)))
    return _value(param, lang)


def words_of(codes: Codes, lang: str) -> list[str]:
    """Return each code of a list with the word that is printed for it."""
    return [_code_and_word(code, codes.word(code, lang), lang) for code in codes.words]


def _code_and_word(code: str, word: str, lang: str) -> str:
    if word.lower() == code.replace("_", " "):
        return code
    return say("help.code", lang, code=code, word=word)


def _usage(found: Found, given: Sequence[Any], lang: str, room: int) -> list[str]:
    names = [_argument(param, lang) for param in given]
    line = " ".join([found.line, *names, say("help.some_options", lang)])
    lead = say("help.usage", lang)
    lines = [lead + line]
    if found.verbs:
        lines.append(" " * wrapping.width(lead) + say("help.verb_usage", lang, noun=found.line))
    return [
        part for line in lines for part in wrapping.wrap_hanging(line, room, wrapping.width(lead))
    ]


def _argument(param: Any, lang: str) -> str:
    name = name_of(param, lang) + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _value(param: Any, lang: str) -> str:
    return _said(f"help.value.{param.name}", lang) or str(param.name).upper()


def _with_value(param: Any, lang: str) -> str:
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=_is_long))
    return names if param.is_flag else f"{names} {_value(param, lang)}"


def _is_long(name: str) -> bool:
    return name.startswith("--")


def about(words: str, param: Any, lang: str) -> str:
    """Return what a parameter is for: in this command, else in every command."""
    kind = param.param_type_name
    own = name_of(param, lang) if kind == "option" else str(param.name).upper()
    shared = own.removeprefix("--") if kind == "option" else param.name
    text = _said(f"help.{words} {own}", lang) or _said(f"help.{kind}.{shared}", lang)
    codes = getattr(param.callback, "codes", None)
    if codes is not None:
        tied = (text.replace(" ", wrapping.TIE) for text in words_of(codes, lang))
        choices = say("screen.between", lang).join(tied)
        text += say("help.choices", lang, choices=choices)
    if param.required and kind == "option":
        text += say("help.required", lang)
    if param.multiple:
        text += say("help.repeatable", lang)
    return text


def _global(name: str, lang: str) -> str:
    return f"{name} {say(f'help.value.{name[2:]}', lang)}"


def _said(key: str, lang: str) -> str:
    return say(key, lang) if known(key) else ""


def _panels(names: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Return the commands of each panel that exist; a new one is in none at first."""
    for panel, commands in PANELS:
        yield panel, [name for name in commands if name in names]
    placed = {name for _, commands in PANELS for name in commands}
    yield "others", sorted(names - placed)


def _ordered(names: Iterable[str], order: Sequence[str]) -> list[str]:
    places = {name: place for place, name in enumerate(order)}
    return sorted(names, key=lambda name: (places.get(name, len(places)), name))


def _section(key: str, rows: Rows, lang: str, room: int) -> list[str]:
    rows = list(rows)
    if not rows:
        return []
    widths = [wrapping.width(name) for name, _ in rows]
    left = max([width for width in widths if width <= _LONGEST_NAME], default=_LONGEST_NAME) + 2
    lines = ["", say(key, lang)]
    for name, text in rows:
        found = wrapping.wrap(text, room - left - len(INDENT))
        if wrapping.width(name) + 2 > left:
            lines.append(INDENT + name)
        else:
            lines.append(f"{INDENT}{wrapping.pad(name, left)}{found.pop(0)}".rstrip())
        lines += [f"{INDENT}{' ' * left}{line}" for line in found]
    return lines


def _long(key: str, lang: str, room: int) -> list[str]:
    if not known(key):
        return []
    return ["", *_paragraph(say(key, lang), room)]


def _paragraph(text: str, room: int) -> list[str]:
    return [line for part in text.split("\n") for line in wrapping.wrap(part, room)]


def _examples(key: str, lang: str) -> list[str]:
    if not known(key):
        return []
    lines = say(key, lang).split("\n")
    return ["", say("help.heading.examples", lang), *(INDENT + line for line in lines)]
