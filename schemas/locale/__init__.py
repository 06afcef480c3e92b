"""The words of the tool in Chinese and English: each message once, whole, under a key.

A key is ``area.name``. The area is a file of this folder that holds
``WORDS = {"name": ("中文", "English")}``, and is loaded when it is first asked for.
"""

from functools import cache
from importlib import import_module
from typing import Final

LANGUAGES: Final = ("zh", "en")


class _Count(int):
    """A whole number that can choose a word: ``{n} row{n:|s}``, ``{n:is|are}``."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return int.__format__(self, spec)
        one, many = spec.split("|", 1)
        return one if self == 1 else many


@cache
def words(area: str) -> dict[str, tuple[str, str]]:
    """Return all messages of an area, each as (zh, en)."""
    module = import_module(f"{__name__}.{area}")
    found: dict[str, tuple[str, str]] = module.WORDS
    return found


def say(key: str, lang: str, /, **values: object) -> str:
    """Return the sentence under ``area.name`` in a language, filled with the values.

    Raises KeyError where there is no such message: a defect, found by the tests.
    """
    area, name = key.split(".", 1)
    text = words(area)[name][LANGUAGES.index(lang)]
    if not values:
        return text
    return text.format(
        **{name: _Count(value) if type(value) is int else value for name, value in values.items()}
    )


def known(key: str) -> bool:
    """Tell whether there is a message under ``area.name``."""
    area, _, name = key.partition(".")
    return name in words(area)
