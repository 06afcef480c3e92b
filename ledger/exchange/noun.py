"""What is said once of a kind of record, so that its sheets can come in and go out.

One file a kind in ``ledger/exchange/records`` holds its ``NOUN``. Nothing else in
``ledger/exchange`` knows one kind from another.
"""

import sqlite3
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import Any

from ledger import keys
from ledger.exchange import listing
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Matched
from ledger.exchange.interpret import Context
from ledger.exchange.interpret import Interpreted
from ledger.exchange.paper import ExportMark
from ledger.exchange.paper import Page
from ledger.exchange.recognise import Table
from ledger.exchange.shape import Place
from ledger.units import UnitNames
from schemas import record as records
from schemas.plan import Plan
from schemas.sheet import Sheet

if TYPE_CHECKING:
    from ledger.store import Entry

#: (row, id of a record with the row's key, its sender).
Candidate = tuple[int, int, int | None]


@dataclass(frozen=True)
class Key:
    """What a record without a number is recognised by, beside its unit.

    ``fields``, of which the last one is the record's own words: a row without them has no
    key. ``of`` makes the key of their values. ``counted``: the same said again in a sheet
    is another record, and ``of`` is also told the how-manieth of its kind a row is;
    otherwise two rows of one key are asked about.
    """

    fields: tuple[str, ...]
    of: Callable[..., int] = keys.record_key
    counted: bool = False


def _nothing(*_: object) -> None:
    return None


def _all_same(_: Comparison, __: Ground, found: Sequence[Candidate]) -> list[Matched]:
    return [(row, number) for row, number, _ in found]


def _as_declared(asked: listing.Asked) -> Sheet:
    return asked.sheet


def _nobody(_: sqlite3.Connection, __: int, ___: int) -> bool:
    return False


@dataclass(frozen=True)
class Noun:
    """A kind of record: how its rows lie in the ledger, and what they are to sheets.

    ``record`` is its name in ``schemas.record`` and its table, where it has one; ``view``
    is the view that a listing reads. ``owned``: the table has the columns ``campaign_id``,
    ``sender_id`` and ``natural_key``, as every record but a unit has.

    ``dropped`` and ``hidden`` are SQL over the table: the day on which a record was
    dropped, and how far it is kept from its unit (1: nothing is told of it; 2: nothing is
    taken of it, either). ``office_alone``: fields that no sender changes, not even on
    what it raised itself. ``public``: a sheet of these may go to the public. ``spoken``:
    a record is what somebody said, so that nothing undeclared is kept beside it.
    ``named``: the field by which a listing tells a record from all others. ``known_by``:
    the fields that a record is recognised by where it has no ``key``. ``stock``: what an
    office brings along when it starts is kept apart from what is new.

    ``stands_for``: the record that a row changes, where it is none itself, as a gap stands
    for a milestone.

    ``extras_with``: the field without whose column a row is several records, so that no
    sender's own columns go back beside it.

    ``pages``: the pages of an export, where they are not one table of its records; and
    ``blank`` the pages to be filled in, where they are not the table's columns alone.

    ``laid`` is the sheet with the columns that an export has, where those are not all.

    The rest is done at its place: ``names_units`` before rows are read, ``unfold`` where a
    row is several records, ``prepare`` and
    ``match`` before they are compared, ``compared`` after known ones were, ``check_new``
    on new ones; ``settle_new`` before new ones are written, ``follow`` before a changed
    one is, ``applied`` after all. ``compare`` and ``apply`` stand for the whole of both.
    """

    record: str
    places: tuple[Place, ...] = ()
    view: str = ""
    key: Key | None = None
    defaults: Mapping[str, Any] = field(default_factory=dict)
    owned: bool = True
    dropped: str = "null"
    hidden: str = "0"
    office_alone: frozenset[str] = frozenset()
    public: bool = False
    spoken: bool = False
    named: str = "no"
    known_by: frozenset[str] = frozenset()
    stock: bool = False
    stands_for: str = ""
    extras_with: str = ""
    concerns: Callable[[sqlite3.Connection, int, int], bool] = _nobody
    same: Callable[[Comparison, Ground, Sequence[Candidate]], list[Matched]] = _all_same
    names_units: Callable[[Interpreted, UnitNames], bool] | None = None
    unfold: Callable[[Table, Interpreted, Context, str | None], Interpreted] | None = None
    prepare: Callable[[Comparison, Ground], None] = _nothing
    match: Callable[[Comparison, Ground], None] | None = None
    compared: Callable[[Comparison, Sequence[Matched], Ground], None] = _nothing
    check_new: Callable[[Comparison], None] = _nothing
    settle_new: Callable[[dict[str, list[Any]], Comparison, Sequence[int], Ground], None] = _nothing
    follow: Callable[["Entry", Comparison, int, dict[str, Any]], None] = _nothing
    applied: Callable[["Entry", Comparison, Ground, Sequence[int]], None] = _nothing
    compare: Callable[..., Comparison] | None = None
    apply: Callable[["Entry", Any, Ground, int], None] | None = None
    listed: Callable[[listing.Asked], Iterable[listing.Row]] = listing.listed
    has_own: Callable[[listing.Asked, Mapping[str, Any]], bool] = listing.has_own
    laid: Callable[[listing.Asked], Sheet] = _as_declared
    pages: Callable[[listing.Asked, ExportMark], list[Page]] | None = None
    blank: Callable[[Sheet, Plan, str], list[Page]] | None = None

    @property
    def declared(self) -> records.Record:
        """The fields of a listing."""
        return records.of(self.record)

    @property
    def changes(self) -> str:
        """The record that rows of it change."""
        return self.stands_for or self.record

    @property
    def recognised(self) -> frozenset[str]:
        """The fields that a record without a number is recognised by."""
        return self.known_by if self.key is None else frozenset({"unit", *self.key.fields})

    @property
    def kept(self) -> frozenset[str]:
        """The columns whose change may leave a former key behind."""
        fields = () if self.key is None else self.key.fields
        columns = (column for name in fields for column in self.place(name).columns)
        return frozenset({"unit_id", *columns})

    def place(self, name: str) -> Place:
        """Return where a field lies."""
        return next(place for place in self.places if place.field == name)

    def of(self, fields: Iterable[str], table: str | None = None) -> list[Place]:
        """Return the places of those fields that have one in a table, else in its own."""
        said = frozenset(fields)
        return [place for place in self.places if place.field in said and place.table == table]

    def fixed(self, sheet: Sheet, plan: Plan) -> dict[str, Any]:
        """Return the columns of what a sheet says of every row that says nothing else."""
        return self._stored(sheet.fixed_in(plan))

    def always(self, sheet: Sheet, plan: Plan) -> dict[str, Any]:
        """Return the columns that are the same in every record of a sheet, with their values."""
        fixed = sheet.fixed_in(plan).items()
        return self._stored({name: value for name, value in fixed if sheet.column(name) is None})

    def _stored(self, said: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in said.items():
            place = self.place(name)
            found |= zip(place.columns, place.store(value), strict=True)
        return found


@cache
def noun_of(name: str) -> Noun:
    """Return what is said of a kind of record in its file."""
    noun: Noun = import_module(f"ledger.exchange.records.{name}").NOUN
    return noun


def nouns() -> Iterator[Noun]:
    """Yield every kind of record that sheets speak of."""
    folder = files("ledger.exchange").joinpath("records")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py") and not path.name.startswith("_"):
            yield noun_of(path.name.removesuffix(".py"))
