"""The kinds of sheets that an office declares for itself: files in a folder, held to rules.

A sheet of an office's own says what a shipped one says, and no more: its columns speak of
fields that the ledger keeps, are read as these always are, and go nowhere where the
field does not go otherwise.
"""

import tomllib
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger.campaigns import broken_rule
from ledger.errors import SheetInvalid
from ledger.errors import SheetUnreadable
from ledger.exchange.noun import Noun
from ledger.exchange.noun import nouns
from schemas import record
from schemas.fault import Fault
from schemas.plan import Vocabulary
from schemas.sheet import Column
from schemas.sheet import Kind
from schemas.sheet import Reading
from schemas.sheet import Sheet

if TYPE_CHECKING:
    from schemas.own_sheet import OwnColumn
    from schemas.own_sheet import OwnSheet

#: How a field of each type is read where no sheet that ships has a column for it.
_KINDS: Final[dict[str, Kind]] = {
    "text": "text",
    "number": "count",
    "day": "day",
    "code": "code",
    "yes": "yes",
    "words": "words",
}
#: How a field is read that a row may say in a word of its own where the sheet has one for all.
_WORDS: Final[frozenset[Kind]] = frozenset({"word", "words", "code"})


def declared_in(folders: Iterable[Path], shipped: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets that are declared in some folders.

    Raises SheetUnreadable, or SheetInvalid with the file and the place in it.
    """
    found: list[Sheet] = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            found.append(_Declaration(path, _read(path), shipped, found).sheet())
    return tuple(found)


def _read(path: Path) -> "OwnSheet":
    from pydantic import ValidationError

    from schemas.own_sheet import OwnSheet

    try:
        return OwnSheet.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SheetUnreadable(file=path, what=str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(_place(part) for part in first["loc"])
        raise SheetInvalid(file=path, place=place, what=broken_rule(first)) from error


def _place(part: str | int) -> str:
    """Return a part of a place as people count: the first column is the first."""
    return str(part + 1) if isinstance(part, int) else part


class _Declaration:
    """One file, held to what ships and to the offices' sheets before it."""

    def __init__(
        self, path: Path, said: "OwnSheet", shipped: Sequence[Sheet], own: Sequence[Sheet]
    ) -> None:
        self.path = path
        self.said = said
        self.known = (*shipped, *own)
        self.noun = self._noun()
        self.usual = _usual_columns(shipped, self.noun)

    def sheet(self) -> Sheet:
        """Return the sheet; raises SheetInvalid."""
        said = self.said
        self._check_names()
        columns = tuple(self._columns())
        fields = {column.field for column in columns}
        self._check_fields(fields)
        self._check_fixed(columns)
        return Sheet(
            code=said.code,
            title=said.title,
            english=said.english or said.title,
            record=said.record,
            columns=columns,
            tells=said.tells,
            titles=said.titles,
            readings=tuple(self._readings(fields)),
            after=self._after(),
            fixed=dict(said.fixed),
        )

    def _broken(self, place: str, what: Fault) -> SheetInvalid:
        return SheetInvalid(file=self.path, place=place, what=what)

    def _among(self, place: str, value: str, known: Iterable[str]) -> None:
        """Ask that a value is one of those that are known."""
        listed = list(dict.fromkeys(known))
        if value not in listed:
            said = {"value": value, "known": ", ".join(listed) or "—"}
            raise self._broken(place, Fault("own_sheets.one_of", said))

    def _noun(self) -> Noun:
        known = {noun.record: noun for noun in nouns() if noun.places}
        self._among("record", self.said.record, known)
        return known[self.said.record]

    def _check_names(self) -> None:
        """A code or a title means one kind of sheet."""
        taken = {sheet.code for sheet in self.known}
        for sheet in self.known:
            taken |= {sheet.title, sheet.english, *sheet.titles}
        for place, name in self._names():
            if name in taken:
                raise self._broken(place, Fault("own_sheets.taken", {"value": name}))

    def _names(self) -> Iterator[tuple[str, str]]:
        yield "code", self.said.code
        yield "title", self.said.title
        if self.said.english:
            yield "english", self.said.english
        for at, title in enumerate(self.said.titles, 1):
            yield f"titles.{at}", title

    def _columns(self) -> Iterator[Column]:
        seen: dict[str, set[str]] = {"field": set(), "headings": set()}
        for at, said in enumerate(self.said.columns, 1):
            column = self._column(f"columns.{at}", said)
            for part, values in (("field", {column.field}), ("headings", set(column.headings))):
                twice = "、".join(sorted(seen[part] & values))
                if twice:
                    fault = Fault("own_sheets.twice", {"value": twice})
                    raise self._broken(f"columns.{at}.{part}", fault)
                seen[part] |= values
            yield column

    def _column(self, place: str, said: "OwnColumn") -> Column:
        self._among(f"{place}.field", said.field, self.usual)
        usual = self.usual[said.field]
        self._check_reading(place, said, usual)
        more = set(said.leaves or ()) - usual.leaves
        if more:
            fault = Fault("own_sheets.stays", {"value": ", ".join(sorted(more))})
            raise self._broken(f"{place}.leaves", fault)
        given = {
            name: value
            for name, value in said.model_dump(exclude={"field", "kind", "codes"}).items()
            if value is not None and (name == "leaves" or value != ())
        }
        if "leaves" in given:
            given["leaves"] = frozenset(given["leaves"])
        # What a record cannot be without, and whose words stay here, is no office's choice.
        given["required"] = usual.required or given.get("required", False)
        given["verbatim"] = usual.verbatim or given.get("verbatim", False)
        return replace(usual, **given)

    def _check_reading(self, place: str, said: "OwnColumn", usual: Column) -> None:
        """Ask that a column is read as its field always is."""
        if said.kind is not None and said.kind != usual.kind:
            fault = Fault("own_sheets.read_as", {"value": said.kind, "kind": usual.kind})
            raise self._broken(f"{place}.kind", fault)
        if said.codes is not None:
            self._among(f"{place}.codes", said.codes, [usual.codes.name] if usual.codes else [])
        if said.words is not None:
            self._among(f"{place}.words", said.words, Vocabulary.model_fields)

    def _check_fields(self, fields: set[str]) -> None:
        needed = {name for name, column in self.usual.items() if column.required}
        lacking = ", ".join(sorted(needed - fields))
        if lacking:
            raise self._broken("columns", Fault("own_sheets.lacks", {"fields": lacking}))
        for at, name in enumerate(self.said.tells, 1):
            self._among(f"tells.{at}", name, sorted(fields))

    def _check_fixed(self, columns: Iterable[Column]) -> None:
        """Ask that what is fixed is known, and that no row says it but in a word."""
        otherwise = {column.field for column in columns if column.kind not in _WORDS}
        places = {place.field for place in self.noun.places if len(place.columns) == 1}
        declared = {field.name: field for field in self.noun.declared.fields}
        for name, value in self.said.fixed.items():
            self._among(f"fixed.{name}", name, sorted(places & declared.keys() - otherwise))
            codes = declared[name].codes
            if codes is not None:
                self._among(f"fixed.{name}", value, codes.words)

    def _readings(self, fields: set[str]) -> Iterator[Reading]:
        for at, said in enumerate(self.said.readings, 1):
            for name in (said.field, *said.beside, *said.without):
                self._among(f"readings.{at}", name, sorted(fields))
            if said.values is not None:
                lists = (*Vocabulary.model_fields, *sorted(fields))
                self._among(f"readings.{at}.values", said.values, lists)
            yield Reading(**said.model_dump())

    def _after(self) -> tuple[str, ...]:
        for at, code in enumerate(self.said.after, 1):
            self._among(f"after.{at}", code, (sheet.code for sheet in self.known))
        return self.said.after


def _usual_columns(shipped: Sequence[Sheet], noun: Noun) -> dict[str, Column]:
    """Return how each field of a record is read: as in a sheet that ships, else by its type."""
    found: dict[str, Column] = {}
    for sheet in sorted(shipped, key=lambda sheet: bool(sheet.fixed)):
        if sheet.record == noun.record:
            for column in sheet.columns:
                found.setdefault(column.field, column)
    for place in noun.places:
        declared = next((f for f in noun.declared.fields if f.name == place.field), None)
        if declared is not None and place.field not in found:
            found[place.field] = _by_type(declared)
    return found


def _by_type(field: record.Field) -> Column:
    said: dict[str, Any] = {"codes": field.codes} if field.type == "code" else {}
    if field.name in Vocabulary.model_fields and field.codes is None:
        said["words"] = field.name
    return Column(field.name, (field.zh,), field.en, _KINDS[field.type], **said)
