"""Options that several commands share, and how typed values are read.

A parameter is read by the type in its annotation: ``str`` as typed, ``int`` a whole
number, ``date`` a day that has happened, ``Path`` a path. Where a type does not say
enough there is an option here: a code, a month, a day still to come. All help texts
stand in ``schemas.locale.help``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated
from typing import Any
from typing import Final
from typing import Literal
from typing import get_args

import typer

from cli import help as pages
from cli.mistakes import BadAmount
from cli.mistakes import BadChoice
from cli.mistakes import BadDay
from cli.mistakes import BadMap
from cli.mistakes import BadNumber
from cli.mistakes import BadPeriod
from cli.mistakes import TooLarge
from cli.mistakes import TooSmall
from cli.setting import Setting
from cli.setting import setting_of
from schemas import vocabulary
from schemas.fault import Fault
from schemas.vocabulary import Codes

#: What an export can be divided by.
EACH: Final = Codes("each", {"unit": ("单位",)}, {"unit": "unit"})

#: More digits than any number of an office has.
MOST_DIGITS: Final = 9

#: Reads one value as typed; gets also the option's name, and the setting.
Reader = Callable[[str, str, Setting], object]

MONTHS: Final = range(1, 13)
FORMAT_CODES: Final = Codes(
    "format",
    {"table": ("表格", "表"), "json": ("JSON",), "csv": ("CSV",)},
    {"table": "table", "json": "json", "csv": "csv"},
)


def text(value: str, _name: str, _setting: Setting) -> str:
    """Return a text as it was typed."""
    return value


def path(value: str, _name: str, _setting: Setting) -> Path:
    """Return a path as it was typed."""
    return Path(value)


def whole(value: str, name: str, _setting: Setting) -> int:
    """Return a whole number, which cannot be below nought."""
    digits = _normal(value).replace(",", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise BadNumber(option=name, value=value)
    return int(digits)


def positive(value: str, name: str, setting: Setting) -> int:
    """Return a whole number from one up."""
    number = whole(value, name, setting)
    if number < 1:
        raise TooSmall(option=name, value=value, least=1)
    return number


def percent(value: str, name: str, setting: Setting) -> int:
    """Return a whole number up to 100; a percent sign may stand behind it."""
    number = whole(_normal(value).removesuffix("%"), name, setting)
    if number > 100:
        raise TooLarge(option=name, value=value, most=100)
    return number


def days(value: str, name: str, _setting: Setting) -> int:
    """Return tenths of a day, of 2, 1.5 or 半天."""
    return _amount(value, name, "days")


def hours(value: str, name: str, _setting: Setting) -> int:
    """Return tenths of an hour, of 4 or 1.5."""
    return _amount(value, name, "hours")


def _amount(value: str, name: str, of: Literal["days", "hours"]) -> int:
    from schemas.amount import read_amount

    found = read_amount(_normal(value), of)
    if found is None or isinstance(found, Fault):
        raise BadAmount(option=name, value=value)
    if found == 0:
        raise TooSmall(option=name, value=value, least="0.1")
    return found


def day_happened(value: str, name: str, setting: Setting) -> date | None:
    """Return a day that has happened: one without a year is never ahead of today."""
    return _day(value, name, setting, happened=True)


def day_ahead(value: str, name: str, setting: Setting) -> date | None:
    """Return a day that may still be to come."""
    return _day(value, name, setting, happened=False)


def month(value: str, name: str, _setting: Setting) -> str:
    """Return a period as ``2014-05``, from that or from 2014年5月."""
    found = re.fullmatch(r"(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?份?", _normal(value))
    if not found or int(found[2]) not in MONTHS:
        raise BadPeriod(option=name, value=value)
    return f"{found[1]}-{int(found[2]):02}"


def meaning(value: str, name: str, _setting: Setting) -> str:
    """Return HEADING=FIELD as it was typed; nothing behind the sign forgets what was said."""
    heading, sign, _ = value.replace("＝", "=").partition("=")
    if not (heading.strip() and sign):
        raise BadMap(option=name, value=value)
    return value.replace("＝", "=")


def code_of(codes: Codes) -> Reader:
    """Return the reader of a closed list: a code, or any word that means it."""

    def read(value: str, name: str, setting: Setting) -> str:
        return chosen(name, value, codes, setting.lang)

    return read


def chosen(name: str, value: str, codes: Codes, lang: str) -> str:
    """Return the code that a value of an option means; raises BadChoice."""
    word = _normal(value)
    found = codes.by_word.get(word) or codes.by_word.get(word.lower())
    if found is None:
        raise BadChoice(option=name, value=value, choices=pages.words_of(codes, lang))
    return found


def reader(annotation: Any) -> Reader | None:
    """Return how a parameter of a type is read, where we read that type."""
    parts = get_args(annotation)
    return _READERS.get(parts[0] if parts else annotation)


def option(*names: str, read: Reader) -> Any:
    """Return the declaration of an option whose values have a reader of their own."""
    return typer.Option(*names, callback=_callback(read))


def argument(*, read: Reader) -> Any:
    """Return the declaration of an argument whose values have a reader of their own."""
    return typer.Argument(callback=_callback(read))


def coded(name: str, codes: Codes) -> Any:
    """Return the declaration of an option that takes a code or one of its words."""
    callback = _callback(code_of(codes))
    # The help page lists them: see cli.help.
    callback.codes = codes  # type: ignore[attr-defined]
    return typer.Option(name, callback=callback)


def _callback(read: Reader) -> Callable[..., object]:
    def callback(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> object:
        setting = setting_of(ctx)
        name = pages.name_of(param, setting.lang)
        if isinstance(value, list | tuple):
            return [read(part, name, setting) for part in value]
        return read(value, name, setting) if isinstance(value, str) else value

    return callback


def _day(value: str, name: str, setting: Setting, *, happened: bool) -> date | None:
    from schemas.day import Frame
    from schemas.day import read_day

    found = read_day(_normal(value), Frame(today=setting.today), happened=happened)
    if isinstance(found, Fault):
        raise BadDay(option=name, value=value, fault=found)
    return found


def _normal(value: str) -> str:
    return unicodedata.normalize("NFKC", value).strip()


_READERS: Final[dict[Any, Reader]] = {
    str: text,
    int: whole,
    date: day_happened,
    Path: path,
}


def _in_words(name: str, codes: Codes) -> Any:
    """Return the declaration of an option whose words a plan may have of its own.

    What they mean is asked of the open ledger: ``Opened.status``.
    """

    def callback(value: Any) -> Any:
        return value

    callback.codes = codes  # type: ignore[attr-defined]
    return typer.Option(name, callback=callback)


# One word for one thing: the same option means the same in every command. Those in
# capitals go behind the command's own type: ``Annotated[str | None, options.UNIT]``.

UNIT: Final = typer.Option("--unit")
STATUS: Final = _in_words("--status", vocabulary.STATUS)
CLOSING: Final = coded("--closing", vocabulary.CLOSING)
KIND: Final = coded("--kind", vocabulary.KIND)
SCOPE: Final = coded("--scope", vocabulary.SCOPE)
HANDLING: Final = coded("--handling", vocabulary.HANDLING)
ON: Final = typer.Option("--on")
MAP: Final = option("--map", read=meaning)
OPENING: Final = option("--opening", read=month)
PERIOD: Final = option("--period", read=month)
PERIOD_ARGUMENT: Final = argument(read=month)

#: Every command that writes has these two.
By = Annotated[str | None, typer.Option("--by")]
DryRun = Annotated[bool, typer.Option("--dry-run")]

#: Every listing has these four, and hands them to ``Screen.show``.
Format = Annotated[str | None, coded("--format", FORMAT_CODES)]
Limit = Annotated[int | None, option("--limit", read=positive)]
Output = Annotated[Path | None, typer.Option("--output", "-o")]
Force = Annotated[bool, typer.Option("--force")]

#: A listing that leaves out what no longer stands has this one.
All = Annotated[bool, typer.Option("--all")]
