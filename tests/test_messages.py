"""Every sentence exists once, whole, in both languages, and is found by those who say it."""

import ast
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from cli import mistakes
from ledger.errors import FaultyValue
from ledger.errors import Mistake
from schemas.fault import Fault
from schemas.locale import LANGUAGES
from schemas.locale import known
from schemas.locale import say

ROOT = Path(__file__).parent.parent
AREAS = sorted(
    file.stem for file in (ROOT / "schemas" / "locale").glob("*.py") if file.stem != "__init__"
)
#: What takes the key of a sentence as its first argument.
SAYERS = {"say", "reply", "warn", "tell", "note", "progress", "Fault", "Note"}


def _words(area: str) -> dict[str, tuple[str, str]]:
    return import_module(f"schemas.locale.{area}").WORDS


def _load_everything() -> None:
    """Import every module of the tool, so that all its mistakes are known."""
    for room in ("cli", "ledger", "schemas"):
        package = import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            if not module.name.endswith(("__main__", "migrations.env")):
                import_module(module.name)


def _kinds(kind: type[Mistake]) -> Iterator[type[Mistake]]:
    """Yield the mistakes that are raised: those of which there are no kinds."""
    below = kind.__subclasses__()
    if not below:
        yield kind
    for one in below:
        yield from _kinds(one)


def test_every_mistake_has_its_sentence_in_both_languages():
    _load_everything()
    silent = [
        kind.__name__
        for kind in _kinds(Mistake)
        if kind is not FaultyValue
        and not kind.__module__.startswith("test")
        and not known(mistakes._key(kind()))
    ]
    assert silent == []


def test_every_mistake_is_raised_with_the_values_of_its_sentence():
    _load_everything()
    kinds = {kind.__name__: kind for kind in _kinds(Mistake) if kind is not FaultyValue}
    lacking = []
    for call, place in _calls():
        kind = kinds.get(_name(call))
        if kind is None or any(keyword.arg is None for keyword in call.keywords):
            continue
        key = mistakes._key(kind())
        given = {keyword.arg for keyword in call.keywords} | {"offer"}
        for one in (key, f"{key}.remedy"):
            wanted = _placeholders(say(one, "zh")) if known(one) else set()
            lacking += [f"{place}: {one}: {name}" for name in wanted - given]
    assert lacking == []


def test_every_fault_is_made_with_the_values_of_its_sentence():
    lacking = []
    for call, place in _calls():
        if _name(call) != "Fault" or len(call.args) < 2 or not isinstance(call.args[1], ast.Dict):
            continue
        given = {part.value for part in call.args[1].keys if isinstance(part, ast.Constant)}
        for key in _keys(call.args[0]):
            whole = key if "." in key else f"faults.{key}"
            for one in (whole, f"{whole}.remedy"):
                wanted = _placeholders(say(one, "zh")) if "*" not in one and known(one) else set()
                lacking += [f"{place}: {one}: {name}" for name in wanted - given - {"offer"}]
    assert lacking == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fault_inside_a_mistake_is_said_whole(lang):
    inner = Fault("ledger.unit_unknown", {"name": "甲局"}, "乙局")
    (said, offer) = mistakes.sentences(FaultyValue(inner), lang)
    assert "甲局" in said
    assert offer.endswith("campaign add-unit 甲局")


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_says_the_same_in_both_languages(area):
    for name, both in _words(area).items():
        assert len(both) == len(LANGUAGES), name
        assert all(text.strip() for text in both), name
        chinese, english = map(_placeholders, both)
        assert chinese == english, name


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@cache
def _calls() -> list[tuple[ast.Call, str]]:
    """Return every call in the code with its place."""
    return [
        (node, f"{file.relative_to(ROOT)}:{node.lineno}")
        for room in ("cli", "ledger", "schemas")
        for file in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _keys(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)


def test_every_key_that_the_code_says_exists():
    silent = [
        f"{place}: {key}"
        for call, place in _calls()
        if _name(call) in SAYERS and call.args
        for key in _keys(call.args[0])
        if not _exists(key)
    ]
    assert silent == []


def _exists(key: str) -> bool:
    """Tell whether a key is one; without an area, a paper or a fault has its own."""
    area, dot, name = key.partition(".")
    areas = [area] if dot else AREAS
    pattern = re.compile(re.escape(name if dot else key).replace(r"\*", ".+"))
    return "*" in area or any(
        pattern.fullmatch(one) for area in areas if area in AREAS for one in _words(area)
    )


def test_counted_things_take_their_plural():
    assert say("opinions.logged_many", "en", n=1) == "Recorded 1 opinion."
    assert say("opinions.logged_many", "en", n=2) == "Recorded 2 opinions."
