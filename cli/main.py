"""The command line: finds the command, runs it, turns a mistake into its sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cli import help as pages
from cli import screen
from cli.arguments import HELP
from cli.arguments import plain
from cli.arguments import take_globals
from cli.mistakes import machine_mistake
from cli.mistakes import sentences
from cli.places import COMMANDS
from cli.places import Place
from cli.places import find
from cli.setting import computer_language
from cli.setting import language
from cli.setting import read_setting
from ledger.errors import Mistake
from schemas.locale import say

INTERRUPTED = 130
#: The word by which a frozen program, which has no Python beside it, reads for itself.
_SERVE_READING = "--serve-reading"


def main(argv: Sequence[str] | None = None, place: Place = COMMANDS) -> int:
    """Run one command line and return its exit status."""
    if argv is None and sys.argv[1:] == [_SERVE_READING]:
        from ledger.exchange.serving import serve

        serve()
        return 0
    screen.steady_streams()
    lang = computer_language(os.environ)
    try:
        args = plain(_given() if argv is None else argv, place.is_group)
        wanted, rest = take_globals(args)
        lang = language(wanted.get("lang"), os.environ)
        status = _run(rest, wanted, lang, place)
        screen.flush()
    except Mistake as mistake:
        return _tell(mistake, lang)
    except KeyboardInterrupt:
        screen.talk(say("screen.interrupted", lang))
        return INTERRUPTED
    except BrokenPipeError:
        screen.hush()
        return 0
    except Exception as problem:
        amounts_to = machine_mistake(problem)
        if amounts_to is None:
            raise
        return _tell(amounts_to, lang)
    return status


def _run(args: list[str], wanted: dict[str, str], lang: str, place: Place) -> int:
    if args[:1] == ["help"]:
        args = [*args[1:], "--help"]
    if args[:1] == ["--version"]:
        screen.answer(f"campaign {_version()}")
        return 0
    setting = read_setting(wanted, os.environ, lang)
    if not args or args[0] in HELP:
        screen.answer(pages.front_page(place, setting))
        return 0
    found = find(place, args)
    # Typer is needed from here on, and not by the front page.
    from cli.command import run

    return run(found, setting)


def _tell(mistake: Mistake, lang: str) -> int:
    for line in sentences(mistake, lang):
        screen.talk(line)
    return mistake.status


def _version() -> str:
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version

    try:
        return version("campaign")
    except PackageNotFoundError:
        return "(not installed)"


def _given() -> list[str]:
    given = sys.argv[1:]
    if os.name != "nt":
        return given
    return [name for arg in given for name in _matching(arg)]  # pragma: no cover


def _matching(arg: str) -> list[str]:  # pragma: no cover - other shells do this
    """Return the files that a pattern stands for, which Windows leaves to programs."""
    file = Path(arg)
    if "*" not in file.name or arg.startswith("-"):
        return [arg]
    return sorted(map(str, file.parent.glob(file.name))) or [arg]
