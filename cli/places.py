"""Where commands are found: a folder of files, one a command; a folder is a noun."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from cli.mistakes import NoSuchCommand
from cli.mistakes import NoSuchOption
from cli.mistakes import NotAVerb
from cli.quoting import quoted


@dataclass(frozen=True)
class Place:
    """A package that holds command files."""

    package: str
    folder: Path

    def names(self) -> tuple[str, ...]:
        """Return the names of the commands here, as they are typed."""
        return _names(self.folder)

    def is_group(self, name: str) -> bool:
        """Tell whether a name is a noun with verbs of its own."""
        return name in self.names() and (self.folder / _file(name)).is_dir()

    def inside(self, noun: str) -> Place:
        """Return the place of a noun's verbs."""
        return Place(self.module(noun), self.folder / _file(noun))

    def module(self, name: str) -> str:
        """Return the dotted name of a command's module."""
        return f"{self.package}.{_file(name)}"


@dataclass(frozen=True)
class Found:
    """A command that has been found: its words, its module and what stands after it."""

    words: tuple[str, ...]
    module: str
    rest: list[str]
    verbs: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Return how the command is called."""
        return " ".join(("campaign", *self.words))


COMMANDS: Final = Place("cli.commands", Path(__file__).parent / "commands")


def find(place: Place, args: list[str]) -> Found:
    """Return the command that a command line calls, or raise what is wrong with it."""
    name, rest = args[0], args[1:]
    if name.startswith("-"):
        raise NoSuchOption(option=name.partition("=")[0], see="campaign --help")
    if name not in place.names():
        raise NoSuchCommand(name=name, see=_nearest(place, name))
    if not place.is_group(name):
        return Found((name,), place.module(name), rest)
    verbs = place.inside(name).names()
    if not rest or rest[0].startswith("-"):
        return Found((name,), place.module(name), rest, verbs)
    if rest[0] in verbs:
        return Found((name, rest[0]), place.inside(name).module(rest[0]), rest[1:])
    raise not_a_verb(name, rest[0], verbs)


def not_a_verb(noun: str, name: str, verbs: tuple[str, ...]) -> NotAVerb:
    """Return the mistake of a word after a noun that is none of its verbs."""
    near = get_close_matches(name, verbs, 1)
    if near:
        see = f"campaign {noun} {near[0]}"
    elif "show" in verbs:
        see = f"campaign {noun} show {quoted(name)}"
    else:
        see = f"campaign {noun} --help"
    return NotAVerb(noun=noun, name=name, see=see)


def _nearest(place: Place, name: str) -> str:
    near = get_close_matches(name, place.names(), 1)
    if near:
        return f"campaign {near[0]}"
    nouns = [noun for noun in place.names() if place.is_group(noun)]
    lines = {
        verb: f"campaign {noun} {verb}"
        for noun in reversed(nouns)
        for verb in place.inside(noun).names()
    }
    near = get_close_matches(name, lines, 1)
    return lines[near[0]] if near else "campaign --help"


@cache
def _names(folder: Path) -> tuple[str, ...]:
    found = []
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith(("_", ".")):
            continue
        if entry.suffix == ".py" or (entry / "__init__.py").exists():
            found.append(entry.stem.replace("_", "-"))
    return tuple(found)


def _file(name: str) -> str:
    return name.replace("-", "_")
