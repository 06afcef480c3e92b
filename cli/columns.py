"""The columns of a listing, as ``schemas.record`` declares the record's fields."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from cli.screen import Column
from schemas.locale import known
from schemas.locale import say
from schemas.record import RECORDS
from schemas.record import Field
from schemas.record import Record
from schemas.vocabulary import STEP

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

    from schemas.vocabulary import Codes

#: Texts that take the room which the other columns of a table leave.
LONG = frozenset({"problem", "content", "command", "action"})

#: Texts that say what is missing or why: not cut, however many lines they take.
UNCUT = frozenset({"reasons", "missing"})

#: Shown of one record that was there when the ledger was begun.
OPENING = Column("opening", "entries.field.opening")

#: Types whose values are of no use when they are cut.
WHOLE = frozenset({"number", "amount", "day", "code"})


@dataclass(frozen=True)
class FieldColumn(Column):
    """A column whose heading is its field's, or has a key; codes are shown by words."""

    zh: str = ""
    en: str = ""
    #: A table shows the words of a closed list; JSON and CSV have its codes.
    codes: Codes | None = None

    def title(self, lang: str) -> str:
        """Return the heading in a language."""
        if not self.zh:
            return super().title(lang)
        return self.zh if lang == "zh" else self.en

    def shown(self, value: object, lang: str) -> str:
        """Return a value as a table shows it: a code by its word."""
        if self.codes is not None and isinstance(value, str) and value in self.codes.words:
            return self.codes.word(value, lang)
        return super().shown(value, lang)


def column(field: Field, *, in_table: bool = True) -> FieldColumn:
    """Return the column of a field."""
    return FieldColumn(
        key=field.name,
        justify="right" if field.type in ("number", "amount") else "left",
        is_long=field.name in LONG,
        is_uncut=field.name in UNCUT,
        is_whole=field.name == "no" or field.type in WHOLE,
        in_table=in_table,
        zh=field.zh,
        en=field.en,
        codes=field.codes,
    )


def listed(record: Record, *, without: Iterable[str] = ()) -> tuple[FieldColumn, ...]:
    """Return the columns of a listing: all in JSON and CSV, those to be shown in a table.

    ``without`` names fields that this table has no room for.
    """
    hidden = set(without)
    return tuple(
        column(field, in_table=field.shown and field.name not in hidden) for field in record.fields
    )


def whole(record: Record) -> tuple[FieldColumn, ...]:
    """Return a column for every field of one record."""
    return tuple(column(field) for field in record.fields)


def with_codes(columns: Sequence[FieldColumn], key: str, codes: Codes) -> tuple[FieldColumn, ...]:
    """Return columns of which one shows the words of another list."""
    return tuple(replace(one, codes=codes) if one.key == key else one for one in columns)


def value_in_words(kind: str, field: str, value: object, lang: str) -> object:
    """Return a value of a field as people read it: codes by their words."""
    if field == "step" and isinstance(value, list):
        return " ".join([STEP.word(value[0], lang), *map(str, value[1:])])
    if field == "giver" and value is not None:
        return say(f"entries.giver.{value}", lang)
    declared = _declared(kind, field)
    return value if declared is None else column(declared).shown(value, lang)


def noun(kind: str, lang: str) -> str:
    """Return what a kind of record is called; what is none is something else."""
    found = next((record for record in RECORDS if record.name == kind), None)
    if found is None:
        return say("entries.other_kind", lang)
    return found.zh if lang == "zh" else found.en


def word(kind: str, field: str, lang: str) -> str:
    """Return what a field of a kind of record is called; a sender's own heading is it."""
    declared = _declared(kind, field)
    if declared is not None:
        return declared.heading(lang)
    key = f"entries.field.{field}"
    return say(key, lang) if known(key) else field


def _declared(kind: str, name: str) -> Field | None:
    fields = (field for record in RECORDS if record.name == kind for field in record.fields)
    return next((field for field in fields if field.name == name), None)
