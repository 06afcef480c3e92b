"""What a sheet kind and a column of it are.

From one declaration come a sheet's blank template, the recognition of its headings, its
checks, its export, its page in the documentation, and the directions it may leave in.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from importlib.resources import files
from re import Pattern
from typing import Final
from typing import Literal

from schemas import record
from schemas.plan import Plan
from schemas.vocabulary import Codes

Direction = Literal["inside", "down", "up", "public"]
#: Where a column may go beside inside the office.
OUTSIDE: Final = frozenset[Direction]({"down", "up", "public"})
OFFICES: Final = frozenset[Direction]({"down", "up"})
UP: Final = frozenset[Direction]({"up"})
DOWN: Final = frozenset[Direction]({"down"})

Kind = Literal[
    "number",  # the record's own number, ZG-0012
    "ext_no",  # the sender's own number
    "text",
    "words",  # several words of the plan, or one
    "word",  # one word of the plan
    "code",  # one of the closed lists
    "status",  # the work's status; the office's own word is kept beside it
    "unit",  # a unit; of several the first is meant, the others are co-units
    "units",
    "person",  # one or several people, as text
    "phone",  # a telephone number, as text
    "day",
    "deadline",
    "count",
    "amount",  # a number in tenths
    "days",  # days in tenths: 1.5, 半天
    "hours",  # hours in tenths: 4, 1.5学时
    "span",  # a day, or the first and the last of several: 3月5日-7日
    "action",  # an action of the plan
    "phase",  # a phase of the plan
    "percent",
    "quantity",  # a number in its own words: 75.6万余条
    "month",
    "yes",
    "milestone",  # √, a day, a count, 未开展, /
    "private",  # who gave an opinion: goes to the giver's table and nowhere else
]


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    ``field`` is the record's field that it speaks of. The first of ``headings`` is
    exported, all of them are recognised. ``whose`` says who may change it: the unit that
    sends the sheet, or the office alone. ``leaves`` are the directions in which it may go
    out; a private column goes nowhere. ``words`` names the plan's word list, ``codes``
    the closed one. ``group`` is the heading above it in a two-row header. ``carried``:
    an empty cell under a filled one means the same (unit and class columns only).
    ``blank``: a sheet to be filled in asks for it. ``titled`` finds in a title of the
    sheet what its rows have where there is no such column; a code, what new records have.
    """

    field: str
    headings: tuple[str, ...]
    english: str
    kind: Kind = "text"
    whose: Literal["unit", "office"] = "office"
    leaves: frozenset[Direction] = frozenset()
    required: bool = False
    words: str | None = None
    codes: Codes | None = None
    width: int = 12
    example: str | int = ""
    group: str | None = None
    carried: bool = False
    happened: bool = False
    verbatim: bool = False
    blank: bool = True
    titled: Pattern[str] | None = None

    @property
    def private(self) -> bool:
        """Tell whether the column identifies a person who spoke."""
        return self.kind == "private"

    def heading(self, lang: str) -> str:
        """Return the heading that is exported in the plan's language."""
        return self.headings[0] if lang == "zh" else self.english

    def may_leave(self, direction: Direction, *, verbatim: bool = False) -> bool:
        """Tell whether the column is in a sheet that goes in a direction."""
        if self.private:
            return False
        if direction == "inside" or direction in self.leaves:
            return True
        return self.verbatim and verbatim and direction == "down"


@dataclass(frozen=True)
class Reading:
    """What an ambiguous heading means: ``field``, where its neighbours are as said.

    ``beside``: one of these fields has a column of its own; ``without``: none of these
    has; ``values``: most values are words of the plan's list of this name, or measure words
    (``measure``); ``ahead``: a value is yet to come, be it by its words or because the work
    is not finished. The first reading of a heading whose conditions hold is taken, and the
    receipt says so, but for a ``quiet`` one: that is what the heading means as a rule.
    """

    heading: str
    field: str
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    values: str | None = None
    ahead: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet.

    ``record`` is the noun of ``schemas.record`` that a row speaks of. ``tells`` are the
    fields that a worksheet must have columns for to be taken as this kind; ``tells_too``
    are others that do as well, where a kind comes in more than one shape. ``after`` are
    the sheets that have to be taken before this one in a run. ``per_plan`` adds the
    columns that a plan brings (actions across). ``fixed`` are fields that are the same in
    every row: new records get them, and no record without them is in such a sheet. A code
    stands as it is; of a word the plan's own form is taken, where the plan has it. Where
    there is a column for such a field, a row that says something itself is taken at its
    word; an export, in which all are the same, has no such column.
    ``free`` makes a column of a heading (its parts) that nobody declared and that stands
    above numbers, by the fields that a sheet has columns for.
    ``among`` is the field in which a row that says 其中 is a record, and no part of a total.
    ``along`` is the sheet that an export of one unit's or group's writes instead, to be
    taken along. ``of_office``: a paper of the office's own, which nobody else sends.
    """

    code: str
    title: str
    english: str
    record: str
    columns: tuple[Column, ...]
    tells: tuple[str, ...]
    tells_too: tuple[tuple[str, ...], ...] = ()
    titles: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    after: tuple[str, ...] = ()
    per_plan: Callable[[Plan], tuple[Column, ...]] | None = None
    free: Callable[[tuple[str, ...], frozenset[str]], Column | None] | None = None
    fixed: Mapping[str, str] = field(default_factory=dict, hash=False)
    among: str | None = None
    along: str | None = None
    of_office: bool = False

    def name(self, lang: str) -> str:
        """Return the title in the plan's language."""
        return self.title if lang == "zh" else self.english

    def under(self, plan: Plan) -> "Sheet":
        """Return this sheet with the columns that a plan adds, and its words for standings."""
        more = self.per_plan(plan) if self.per_plan else ()
        if not more and not plan.statuses:
            return self
        columns = tuple(
            replace(one, codes=plan.status_codes) if one.kind == "status" else one
            for one in self.columns + more
        )
        return replace(self, columns=columns, per_plan=None)

    def fixed_in(self, plan: Plan) -> dict[str, str | tuple[str, ...]]:
        """Return what is the same in every row, in a plan's own words."""
        kind = record.of(self.record)
        found: dict[str, str | tuple[str, ...]] = {}
        for name, value in self.fixed.items():
            declared = kind.field(name)
            listed = None if declared.codes else getattr(plan.vocabulary, name, None)
            word = (listed.meaning(value) if listed is not None else None) or value
            found[name] = (word,) if declared.type == "words" else word
        return found

    def column(self, field: str) -> Column | None:
        """Return the column of a field, or None."""
        return self._by_field.get(field)

    @cached_property
    def _by_field(self) -> dict[str, Column]:
        return {column.field: column for column in self.columns}

    def leaving(self, direction: Direction, *, verbatim: bool = False) -> tuple[Column, ...]:
        """Return the columns of an export in a direction."""
        return tuple(
            column
            for column in self.columns
            if column.field not in self.fixed and column.may_leave(direction, verbatim=verbatim)
        )


def all_sheets() -> Iterator[Sheet]:
    """Yield the sheets that are declared, one file each in ``schemas/sheets``."""
    folder = files("schemas").joinpath("sheets")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py") and not path.name.startswith("_"):
            module = import_module(f"schemas.sheets.{path.name.removesuffix('.py')}")
            yield module.SHEET


def in_order(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return sheets in the order in which a run has to take them."""
    done: list[Sheet] = []
    left = list(sheets)
    while left:
        codes = {sheet.code for sheet in left}
        ready = [sheet for sheet in left if not codes & set(sheet.after)] or left[:1]
        done += ready
        left = [sheet for sheet in left if sheet not in ready]
    return tuple(done)
