"""What can be wrong with a command line, and how any mistake becomes its sentences.

The sentences of this file's mistakes stand in ``schemas.locale.usage``.
"""

import errno
from collections.abc import Sequence
from pathlib import Path

from cli.quoting import quoted
from ledger.errors import FaultyValue
from ledger.errors import MachineMistake
from ledger.errors import Mistake
from schemas.fault import Fault
from schemas.locale import known
from schemas.locale import say


class UsageMistake(Mistake):
    """The command line cannot be understood: ``usage.no_such_command`` and the like."""


class NoSuchCommand(UsageMistake):
    """No command has this name: ``name``, ``see``."""


class NotAVerb(UsageMistake):
    """A noun is followed by what is none of its verbs: ``noun``, ``name``, ``see``."""


class OptionsBeforeVerb(UsageMistake):
    """A listing's options stand in front of a verb: ``noun``, ``verb``, ``see``."""


class NoSuchOption(UsageMistake):
    """The command has no such option: ``option``, ``see``."""


class NearOption(UsageMistake):
    """The command has no such option, but one like it: ``option``, ``near``, ``see``."""


class NeedsValue(UsageMistake):
    """Nothing follows an option that needs a value: ``option``, ``see``."""


class TakesNoValue(UsageMistake):
    """A value is given to an option that is a switch: ``option``, ``see``."""


class MissingArgument(UsageMistake):
    """What the command is about has not been said: ``name``, ``see``."""


class MissingOption(UsageMistake):
    """An option that the command cannot do without is missing: ``option``, ``see``."""


class ExtraArgument(UsageMistake):
    """There are more words than the command takes: ``text``, ``see``."""


class BadUsage(UsageMistake):
    """Anything else that Typer finds wrong: ``text``, ``see``."""


class BadLanguage(UsageMistake):
    """There is no such language: ``value``."""


class BadToday(UsageMistake):
    """``CAMPAIGN_TODAY`` is no day: ``value``."""


class BadNumber(UsageMistake):
    """An option's value is no whole number: ``option``, ``value``."""


class BadAmount(UsageMistake):
    """An option's value is no number with at most one decimal: ``option``, ``value``."""


class TooSmall(UsageMistake):
    """A whole number is too small: ``option``, ``value``, ``least``."""


class TooLarge(UsageMistake):
    """A number is above the most that makes sense: ``option``, ``value``, ``most``."""


class BadDay(UsageMistake):
    """An option's value is no day: ``option``, ``value``, ``fault``."""


class BadPeriod(UsageMistake):
    """An option's value is no month: ``option``, ``value``."""


class BadMap(UsageMistake):
    """An option's value is no HEADING=FIELD: ``option``, ``value``."""


class NeedsBeside(UsageMistake):
    """An option means nothing without another one: ``option``, ``other``."""


class NeedsRecord(UsageMistake):
    """An option asks about one record, and none was named: ``option``."""


class BadChoice(UsageMistake):
    """An option's value is none of its words: ``option``, ``value``, ``choices``."""


class NotTogether(UsageMistake):
    """Two options, or an argument and an option, exclude one another: ``one``, ``other``."""


class InputRefused(UsageMistake):
    """A file that was named cannot be read: ``file``, ``reason``."""


class OutputExists(UsageMistake):
    """A file would be replaced: ``file``."""


class OutputFormat(UsageMistake):
    """A listing is not written in this format: ``file``."""


class PlanFormat(UsageMistake):
    """A plan is not written in this format: ``file``."""


class PlanAlone(UsageMistake):
    """A plan is exported by itself, whole, for inside the office."""


class OutputRefused(MachineMistake, UsageMistake):
    """The machine will not let a file be written: ``file``, ``reason``."""


class DiskFull(MachineMistake, UsageMistake):
    """There is no room left on the disk."""


class LedgerReadonly(MachineMistake, UsageMistake):
    """The ledger's file may not be changed."""


class LedgerBusy(MachineMistake, UsageMistake):
    """Somebody else has been writing in the ledger for too long."""


class LedgerUnreadable(MachineMistake, UsageMistake):
    """The database cannot read the ledger's file: ``reason``."""


#: What SQLite says, in small letters, and the mistake it amounts to.
_DATABASE: dict[str, type[MachineMistake]] = {
    "full": DiskFull,
    "readonly": LedgerReadonly,
    "locked": LedgerBusy,
    "busy": LedgerBusy,
    "disk i/o error": LedgerUnreadable,
    "unable to open": LedgerUnreadable,
    "not a database": LedgerUnreadable,
    "malformed": LedgerUnreadable,
}


def sentences(mistake: Mistake, lang: str) -> list[str]:
    """Return the lines that tell a mistake: what is wrong, then what to do about it."""
    key = _key(mistake)
    offer = mistake.fault.offer if isinstance(mistake, FaultyValue) else None
    values = {name: _word(name, value, lang) for name, value in mistake.values.items()}
    lines = [say(key, lang, **values)]
    if known(f"{key}.remedy"):
        lines.append(say(f"{key}.remedy", lang, **values, offer=Said(offer or "")))
    elif offer:
        lines.append(say("usage.offer", lang, offer=offer))
    return lines


def machine_mistake(problem: Exception) -> Mistake | None:
    """Return the mistake that an escaped exception amounts to; none is a defect."""
    if isinstance(problem, OSError):
        full = problem.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", -1)}
        return DiskFull() if full else None
    # Told by name, so that no database driver has to be loaded to ask.
    if type(problem).__name__ not in {"OperationalError", "DatabaseError"}:
        return None
    text = str(getattr(problem, "orig", problem))
    for part, mistake in _DATABASE.items():
        if part in text.lower():
            return mistake(reason=text)
    return None


def _key(mistake: Mistake) -> str:
    key = mistake.key()
    if isinstance(mistake, UsageMistake):
        return key.replace("errors.", "usage.", 1)
    return key if "." in key else f"faults.{key}"


class Said(str):
    """A text in a sentence; ``{name:arg}`` is it as one word of a command line."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the text, between quotes where a shell asks for them."""
        return quoted(self) if spec == "arg" else str.__format__(self, spec)


def _word(name: str, value: object, lang: str) -> object:
    """Return what a mistake's value is called: a code by its word, a text as it is."""
    if isinstance(value, str) and known(f"errors.{name}.{value}"):
        return say(f"errors.{name}.{value}", lang)
    spoken = _spoken(value, lang)
    return Said(spoken) if isinstance(spoken, str | Path) else spoken


def _spoken(value: object, lang: str) -> object:
    if isinstance(value, Fault):
        said = {name: _spoken(part, lang) for name, part in value.values.items()}
        return say(value.key if "." in value.key else f"faults.{value.key}", lang, **said)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        between = "、" if lang == "zh" else ", "
        return between.join(str(_spoken(part, lang)) for part in value)
    return value
