"""One cell at a time: what is written there becomes a value of its column's kind, or a fault.

A reader is made once for each column and asked once for each different value in it.
"""

import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from difflib import get_close_matches
from math import isfinite
from typing import Final
from typing import Literal
from typing import NamedTuple
from typing import Protocol
from typing import cast

from ledger.errors import Mistake
from ledger.exchange.plain import MAYBE_ESCAPED
from ledger.exchange.plain import as_text
from ledger.exchange.plain import clean
from ledger.exchange.plain import plain
from ledger.exchange.plain import spaced
from ledger.exchange.read import ERROR
from ledger.exchange.read import Cell
from ledger.exchange.read import Unreadable
from ledger.keys import PREFIXES
from ledger.keys import read_number
from schemas.amount import read_amount
from schemas.day import Frame
from schemas.day import read_day
from schemas.day import read_month
from schemas.fault import Fault
from schemas.plan import Action
from schemas.plan import Phase
from schemas.plan import Plan
from schemas.plan import Words
from schemas.progress_cell import Asked
from schemas.progress_cell import read_progress
from schemas.quantity import read_count
from schemas.quantity import read_percent
from schemas.quantity import read_quantity
from schemas.sheet import Column
from schemas.sheet_words import BEHIND_BRACKET
from schemas.sheet_words import BRACKETED
from schemas.sheet_words import COLLECTIVE
from schemas.sheet_words import DOUBLE_SURNAMES
from schemas.sheet_words import JOINED_BY
from schemas.sheet_words import JOINERS
from schemas.sheet_words import NAME
from schemas.sheet_words import NOTHING
from schemas.sheet_words import NUMBER_OF_PERSON
from schemas.sheet_words import NUMBERED
from schemas.sheet_words import NUMBERED_WITHIN
from schemas.sheet_words import OFFICE
from schemas.sheet_words import PART_BEHIND
from schemas.sheet_words import PART_LABEL
from schemas.sheet_words import QUOTES
from schemas.sheet_words import SCIENTIFIC
from schemas.sheet_words import SEPARATORS
from schemas.sheet_words import STATUS_ENDS
from schemas.sheet_words import WITHOUT_NOUGHT
from schemas.sheet_words import WORD_TAIL
from schemas.span import read_span
from schemas.status import CROSS
from schemas.status import TICK
from schemas.status import alike
from schemas.status import half_done
from schemas.status import one_mark
from schemas.status import read_standing
from schemas.status import unfinished
from schemas.status import without_slips
from schemas.vocabulary import NOT_ANSWERED
from schemas.vocabulary import OPINION
from schemas.vocabulary import YES
from schemas.vocabulary import Codes

Read = Callable[[Cell], object]


class Status(NamedTuple):
    """The standing of the work, the office's own words for it, and what they say of closing."""

    code: str
    text: str
    closing: str | None = None


class Names(Protocol):
    """The names of the ledger's units."""

    def find(self, name: str, within: int | None = None) -> int | Fault:
        """Return the unit that a name means to a sender, or why there is none."""

    def ancestors(self, unit: int) -> Iterator[int]:
        """Yield the units above one."""


@dataclass
class Context:
    """What surrounds a sheet: its campaign's plan, its day, the units, sender and period.

    ``collective`` returns the names of the units that a phrase for several could mean.
    ``own`` is the unit of a worksheet that is one unit's: rows without a column for units
    are that unit's.
    """

    plan: Plan
    frame: Frame
    names: Names
    sender: int | None = None
    period: str | None = None
    collective: "Callable[[str], Sequence[str]] | None" = None
    own: int | None = None


@dataclass
class Strange:
    """The words of a sheet that the plan does not have, each with the nearest that it has."""

    words: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def add(self, heading: str, word: str, nearest: str | None) -> None:
        """Take a word once."""
        self.words.setdefault((heading, word), nearest)


class Readers:
    """Makes the readers of a sheet's columns."""

    def __init__(self, context: Context, strange: Strange) -> None:
        self.context = context
        self.strange = strange
        self.language = context.plan.language

    def reader(self, column: Column, frame: Frame, heading: str) -> Read:
        """Return what reads the cells of a column; blank cells are never given to it."""
        kind = column.kind
        if kind == "number":
            return _number if column.field == "no" else _code
        if kind in _SIMPLE:
            return _SIMPLE[kind]
        of_days = self._of_days(column, frame)
        if of_days is not None:
            return of_days
        if kind in ("action", "phase"):
            return PartReader(self.context.plan, kind, heading)
        if kind in ("word", "words"):
            return WordReader(self, column, heading, several=kind == "words")
        if kind in ("unit", "units"):
            return UnitReader(self.context)
        if kind == "yes":
            return CodeReader(YES, heading, self.language).yes
        codes = column.codes
        if codes is None:
            return as_text
        if kind == "status":
            own = {
                plain(word).casefold(): one.status
                for one in self.context.plan.statuses
                for word in one.words
            }
            return StatusReader(codes, heading, self.language, own)
        unsaid = NOT_ANSWERED if codes is OPINION else frozenset()
        return CodeReader(codes, heading, self.language, unsaid)

    def _of_days(self, column: Column, frame: Frame) -> Read | None:
        """Return what reads the cells of a column in which days stand, None for any other."""
        if column.kind == "day":
            return lambda value: _day(value, frame, happened=column.happened)
        if column.kind == "month":
            return lambda value: read_month(value, frame)
        if column.kind == "span":
            return lambda value: _span(value, frame)
        if column.kind == "milestone":
            asked = _asked(self.context.plan, column)
            return lambda value: _progress(value, frame, asked)
        return None


def _asked(plan: Plan, column: Column) -> Asked:
    """Return what the column of an action asks."""
    code = column.field.partition(":")[2]
    action = next((action for action in plan.actions if action.code == code), None)
    if action is None:
        return Asked(column.headings[0], None)
    recurs = action.every is not None
    return Asked(column.headings[0], action.measure, action.required, recurs)


def checked(read: Read) -> Read:
    """Return a reader that answers for cells whose value a workbook does not tell."""

    def read_checked(value: Cell) -> object:
        if isinstance(value, Unreadable):
            return Fault(f"faults_sheets.{'cell_error' if value is ERROR else 'uncalculated'}")
        return read(value)

    return read_checked


#: A spreadsheet keeps fifteen digits of a number.
_MOST_DIGITS: Final = 10**15


def _whole(value: Cell) -> object:
    """Return a cell as a text; of a long number that was kept as a figure some is lost."""
    if isinstance(value, (int, float)) and isfinite(value) and abs(value) >= _MOST_DIGITS:
        return Fault("faults_sheets.digits_lost")
    text = as_text(value)
    if isinstance(value, str) and SCIENTIFIC.fullmatch(text):
        return Fault("faults_sheets.digits_lost")
    return text or None


# Numbers and days -----------------------------------------------------------------------------


def _code(value: Cell) -> object:
    text = _whole(value)
    return plain(text).upper() or None if isinstance(text, str) else text


def _number(value: Cell) -> object:
    text = plain(as_text(value)).upper()
    if not text.startswith(tuple(PREFIXES)):
        return text or None
    try:
        return read_number(text)[1]
    except Mistake:
        return Fault("faults_sheets.number_misread", {"text": text})


def _day(value: Cell, frame: Frame, *, happened: bool) -> object:
    found = read_day(value, frame, happened=happened)
    if isinstance(found, Fault):
        if happened and isinstance(value, str) and unfinished(plain(value)):
            return None
        return day_meant(found, value, frame, happened=happened)
    return found.isoformat() if isinstance(found, date) else found


def _span(value: Cell, frame: Frame) -> object:
    """Return a day, or the first and the last of several."""
    found = read_span(value, frame)
    if isinstance(found, tuple):
        return tuple(day.isoformat() for day in found)
    return found.isoformat() if isinstance(found, date) else _day(value, frame, happened=True)


def _progress(value: Cell, frame: Frame, asked: Asked) -> object:
    said = as_text(value)
    found = read_progress(value, said, plain(said), frame, asked)
    return day_meant(found, value, frame, happened=True) if isinstance(found, Fault) else found


#: A month and a day behind a point; 1, 2 and 3 may have lost a 0 that followed.
_MONTH_AND_DAY: Final = re.compile(r"(1[0-2]|0?[1-9])\.(\d\d|0?[4-9])")
_MONTH_AND_LOST: Final = re.compile(r"(1[0-2]|0?[1-9])\.([123])")
_YEAR_AND_LOST: Final = re.compile(r"(20\d\d)\.1")


def day_meant(fault: Fault, value: Cell, frame: Frame, *, happened: bool = False) -> Fault:
    """Return what is wrong with a decimal with what it can mean: one day, or two."""
    text = plain(str(value))
    if fault.key != "faults.day_decimal":
        return fault
    if match := _YEAR_AND_LOST.fullmatch(text):
        return _either(fault, f"{match[1]}-01", f"{match[1]}-10")
    if match := _MONTH_AND_LOST.fullmatch(text):
        days = [
            read_day(f"{match[1]}/{match[2]}{lost}", frame, happened=happened) for lost in ("", "0")
        ]
        first, second = (day.isoformat() if isinstance(day, date) else None for day in days)
        return _either(fault, first, second) if first and second else _only(fault, first or second)
    match = _MONTH_AND_DAY.fullmatch(text)
    day = read_day(f"{match[1]}/{match[2]}", frame, happened=happened) if match else None
    return _only(fault, day.isoformat() if isinstance(day, date) else fault.offer)


def _either(fault: Fault, first: str, second: str) -> Fault:
    said = {"value": fault.values["value"], "first": first, "second": second}
    return Fault("faults_sheets.day_decimal_either", said)


def _only(fault: Fault, day: str | None) -> Fault:
    if day is None:
        return fault
    said = {"value": fault.values["value"], "day": day}
    return Fault("faults_sheets.day_decimal_only", said, day)


# Persons ----------------------------------------------------------------------------------------


def _person(value: Cell) -> object:
    text = as_text(value)
    return None if plain(text) in NOTHING else read_persons(text) or None


def read_persons(text: str) -> str:
    """Return one or several people as one text: the names whole, joined in one way.

    A number stays with the name that it stands behind, and so does an office.
    """
    names: list[str] = []
    for part in _outside_brackets(BEHIND_BRACKET.sub("\n", text), SEPARATORS):
        for name in _names(NUMBERED.sub("", part.strip(" \u3000"))):
            if names and NUMBER_OF_PERSON.fullmatch(name):
                names[-1] = f"{names[-1]} {name}" if name not in names[-1] else names[-1]
            else:
                names.append(name)
    return JOINED_BY.join(dict.fromkeys(name for name in names if name))


def _names(text: str) -> list[str]:
    """Return the names in a text between two separators: blanks pad a name or part two."""
    words = text.split()
    if len(words) < 2 or not all(NAME.match(word) for word in words):
        return [text]
    if any(OFFICE.search(word) for word in words):
        return [text]
    if all(len(word) == 1 for word in words) and len(words) < 4:
        return ["".join(words)]
    return _rejoined(words)


def _rejoined(words: list[str]) -> list[str]:
    """Put the parts of names together again: a surname and what was set apart from it."""
    names: list[str] = []
    waiting = ""
    for at, word in enumerate(words):
        later = words[at + 1 :]
        if waiting and (len(word) < 3 or waiting in DOUBLE_SURNAMES):
            names.append(waiting + word)
            waiting = ""
        elif len(word) == 1 or (word in DOUBLE_SURNAMES and later and len(later[0]) < 3):
            names += [waiting] if waiting else []
            waiting = word
        else:
            names += [name for name in (waiting, word) if name]
            waiting = ""
    return names + ([waiting] if waiting else [])


def _outside_brackets(text: str, separators: "re.Pattern[str]") -> list[str]:
    """Split a text where separators stand outside of brackets."""
    kept = BRACKETED.sub(lambda found: "\0" * len(found.group()), text)
    parts = []
    start = 0
    for found in separators.finditer(kept):
        parts.append(text[start : found.start()])
        start = found.end()
    return [*parts, text[start:]]


def _phone(value: Cell) -> object:
    """Return a telephone number; one kept as a figure has lost the 0 of its area code."""
    text = _whole(value)
    if isinstance(value, str) or not isinstance(text, str):
        return text
    return f"0{text}" if WITHOUT_NOUGHT.fullmatch(text) else text


_SIMPLE: Final[dict[str, Read]] = {
    "phone": _phone,
    "count": read_count,
    "amount": lambda value: read_amount(value, "any"),
    "days": lambda value: read_amount(value, "days"),
    "hours": lambda value: read_amount(value, "hours"),
    "percent": read_percent,
    "quantity": read_quantity,
    "person": _person,
}

# Words of the plan ------------------------------------------------------------------------------


class WordReader:
    """Reads one or several words of the plan."""

    def __init__(self, readers: Readers, column: Column, heading: str, *, several: bool) -> None:
        self.strange = readers.strange
        self.heading = heading
        self.several = several
        self.words = readers.context.plan.words(column.words or "") or Words()
        self.known = {_bare_word(word): word for word in self.words.words}
        for canonical, others in self.words.aliases.items():
            self.known |= {_bare_word(other): canonical for other in others}

    def __call__(self, value: Cell) -> object:
        """Return the plan's word or words, or a fault where its list is closed."""
        text = as_text(value)
        whole = self._meant(text)
        if whole is not None:
            return (whole,) if self.several else whole
        if not self.several:
            return self._other(" ".join(text.split())) if plain(text) else None
        return self._split(text)

    def _meant(self, text: str) -> str | None:
        word = NUMBERED.sub("", _bare_word(text))
        for form in (word, BRACKETED.sub("", word), WORD_TAIL.sub("", word)):
            if form in self.known:
                return self.known[form]
        return None

    def _split(self, text: str) -> object:
        found: list[str] = []
        text = NUMBERED_WITHIN.sub("\n", text)
        for part in re.split(rf"{SEPARATORS.pattern}|\s+", text):
            meant = self._meant(part)
            run_together = None if meant else self._run_together(_bare_word(part))
            for word in [meant] if meant else run_together or [part]:
                said = word if meant or run_together else self._other(word) if plain(word) else None
                if isinstance(said, Fault):
                    return said
                if isinstance(said, str):
                    found.append(said)
        return tuple(dict.fromkeys(found)) or None

    def _run_together(self, text: str) -> list[str] | None:
        """Return the words of a text that lost its separators, where it is made of them."""
        for word in sorted(self.known, key=len, reverse=True):
            if text == word:
                return [self.known[word]]
            if text.startswith(word):
                rest = self._run_together(text.removeprefix(word))
                if rest:
                    return [self.known[word], *rest]
        return None

    def _other(self, word: str) -> str | Fault:
        """Return a word that the plan does not have, or a fault where its list is closed."""
        near = get_close_matches(_bare_word(word), self.known, n=1, cutoff=0.5)
        nearest = self.known[near[0]] if near else None
        if self.words.closed:
            values = {"heading": self.heading, "text": word, "allowed": _listed(self.words.words)}
            return Fault("faults_sheets.word_closed", values, nearest)
        if self.known:
            self.strange.add(self.heading, word, nearest)
        return word


def _bare_word(text: str) -> str:
    """Return a word as it is compared: without quotation marks."""
    return QUOTES.sub("", plain(text))


def _listed(words: Iterable[str]) -> str:
    return JOINED_BY.join(words)


class PartReader:
    """Reads an action or a phase of the plan into its code."""

    def __init__(self, plan: Plan, kind: Literal["action", "phase"], heading: str) -> None:
        self.heading = heading
        parts: Sequence[Action | Phase] = plan.actions if kind == "action" else plan.phases
        self.names = [part.name for part in parts]
        self.known = {
            _bare_word(word): part.code
            for part in reversed(parts)
            for word in (part.code, *getattr(part, "aliases", ()), part.name)
        }

    def __call__(self, value: Cell) -> object:
        """Return the code, or a fault with the nearest name."""
        text = _bare_word(as_text(value))
        if not text or text in NOTHING:
            return None
        if text in self.known:
            return self.known[text]
        within = {code for word, code in self.known.items() if text in word}
        if len(within) == 1:
            return within.pop()
        near = get_close_matches(text, self.names, n=1, cutoff=0.5)
        values = {"heading": self.heading, "text": text, "allowed": _listed(self.names)}
        return Fault("faults_sheets.word_closed", values, near[0] if near else None)


# Codes ------------------------------------------------------------------------------------------


class CodeReader:
    """Reads a word of a closed list into its code."""

    def __init__(
        self, codes: Codes, heading: str, language: str, unsaid: frozenset[str] = frozenset()
    ) -> None:
        self.codes = codes
        self.heading = heading
        self.language = language
        self.unsaid = unsaid
        self.known = {plain(word).casefold(): code for word, code in codes.by_word.items()}

    def __call__(self, value: Cell) -> object:
        """Return the code, or a fault that names the words that are allowed."""
        text = one_mark(plain(as_text(value)).strip("。.;；,，"))
        if isinstance(value, bool):
            text = YES.words["yes" if value else "no"][0]
        if not text or text in NOTHING or text in self.unsaid:
            return self.known.get(text.casefold())
        code = self.known.get(text.casefold()) or self.known.get(BRACKETED.sub("", text).casefold())
        return code or self._unknown(text)

    def yes(self, value: Cell) -> object:
        """Return 1 or 0 for a word of yes or no."""
        found = self(value)
        return found if isinstance(found, Fault) or found is None else int(found == "yes")

    def _unknown(self, text: str) -> Fault:
        values = {"heading": self.heading, "text": text, "allowed": self.allowed}
        return Fault("faults_sheets.code_unknown", values, self.nearest(text))

    def nearest(self, text: str) -> str | None:
        """Return the word of the list that a text may be a slip for."""
        text = without_slips(text).casefold()
        if text in self.known:
            return self.codes.word(self.known[text], self.language)
        known = [word for word in self.known if alike(word, text)]
        near = get_close_matches(text, known, n=1, cutoff=0.6)
        return self.codes.word(self.known[near[0]], self.language) if near else None

    @property
    def allowed(self) -> str:
        """Return the words of the list, the first of each code."""
        return _listed(self.codes.word(code, self.language) for code in self.codes.words)


class StatusReader:
    """Reads the standing of the work; a word of closing says something of it, too.

    ``own`` are the plan's words in their plain form, each with what it means.
    """

    def __init__(
        self, codes: Codes, heading: str, language: str, own: Mapping[str, str] | None = None
    ) -> None:
        self.codes = CodeReader(codes, heading, language)
        self.heading = heading
        self.own = own or {}

    def __call__(self, value: Cell) -> object:
        """Return a Status, or a fault where the words tell none."""
        if isinstance(value, bool):
            value = TICK if value else CROSS
        elif isinstance(value, (int, float)):
            value = f"{float(value):.0%}" if 0 <= value <= 1 else as_text(value)
        said = as_text(value)
        text = plain(said)
        meant = self.own.get(text.casefold())
        if meant is not None:
            return Status(meant, said)
        found = read_standing(text)
        if found is not None and found.code is not None:
            return Status(found.code, said, found.closing)
        values = {"heading": self.heading, "text": said, "allowed": self.codes.allowed}
        if half_done(text):
            doing = self.codes.codes.word("doing", self.codes.language)
            return Fault("faults_sheets.status_ambiguous", values, doing)
        if found is not None or text in NOTHING:
            return Fault("faults_sheets.status_ambiguous", values)
        first = STATUS_ENDS.split(text, maxsplit=1)[0]
        return Fault("faults_sheets.status_unknown", values, self.codes.nearest(first))


# Units ------------------------------------------------------------------------------------------


_SET_APART: Final = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


def _name(text: str) -> str:
    """Return a name without the blanks that set its characters apart; its widths are kept."""
    return _SET_APART.sub("", clean(text))


class UnitReader:
    """Reads one or several units into their ids, the first one the responsible unit."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def __call__(self, value: Cell) -> object:
        """Return the ids in the order of the cell, or why one of them is not known."""
        text = as_text(value)
        if not plain(text) or plain(text) in NOTHING:
            return None
        whole = self._find(_name(text))
        if isinstance(whole, int):
            return (whole,)
        text = NUMBERED_WITHIN.sub("\n", text)
        parts = [part for part in _outside_brackets(text, SEPARATORS) if plain(part)]
        if len(parts) == 1:
            found = self._one(parts[0])
            return found if isinstance(found, Fault) else tuple(dict.fromkeys(found))
        units: list[int] = []
        for part in parts:
            found = self._one(part)
            if isinstance(found, Fault):
                return found
            units += found
        return tuple(dict.fromkeys(units))

    def _find(self, name: str) -> int | Fault:
        return self.context.names.find(name, self.context.sender)

    def _one(self, text: str) -> list[int] | Fault:
        """Return the units of a part: one, or several that words or blanks join."""
        name = PART_LABEL.sub("", _name(text))
        found = self._find(name)
        if isinstance(found, int):
            return [found]
        bare = BRACKETED.sub("", name)
        for form in dict.fromkeys((bare, PART_BEHIND.sub("", bare))):
            found_bare = self._find(form) if form and form != name else None
            if isinstance(found_bare, int):
                return [found_bare]
        if COLLECTIVE.search(plain(bare or name)):
            return self._collective(bare or name)
        for separators in (re.compile(r"\s+"), JOINERS):
            several = self._several(separators.split(PART_LABEL.sub("", spaced(text).strip())))
            if several:
                return several
        return found

    def _several(self, parts: list[str]) -> list[int] | None:
        """Return the units that all the parts name, or None where one of them names none."""
        if len(parts) < 2:
            return None
        found = [self._find(_name(part)) for part in parts if plain(part)]
        units = [unit for unit in found if isinstance(unit, int)]
        return units if len(units) == len(found) else None

    def _collective(self, text: str) -> Fault:
        meant = self.context.collective(text) if self.context.collective else ()
        if not meant:
            return Fault("faults_sheets.collective", {"text": text})
        values = {"text": text, "units": _listed(meant)}
        return Fault("faults_sheets.collective_of", values, _listed(meant))


# Texts ------------------------------------------------------------------------------------------


#: So many texts are looked at together: most of them are clean.
_TOGETHER: Final = 4_096


def texts(column: Sequence[Cell], *, prose: bool = False) -> list[object]:
    """Return a whole column of texts, cleaned; a cell that tells no value is a fault.

    In ``prose`` 1E+20 is what somebody wrote; where a number is due, it is what a program
    left of a long one.
    """
    if set(map(type, column)) != {str}:
        read = checked(_worded if prose else _whole)
        return [read(value) for value in column]
    said = cast("Sequence[str]", column)
    found: list[object] = []
    for start in range(0, len(said), _TOGETHER):
        found += _cleaned(said[start : start + _TOGETHER], prose=prose)
    return found


def _worded(value: Cell) -> object:
    return as_text(value) or None if isinstance(value, str) else _whole(value)


def _cleaned(part: Sequence[str], *, prose: bool) -> Iterable[object]:
    together = "".join(part)
    if not prose and ("E+" in together or "e+" in together):
        return map(_whole, part)
    dirty = not together.isprintable() or MAYBE_ESCAPED in together
    return [text or None for text in map(clean if dirty else str.strip, part)]
