"""Sheets out: records become the rows of a page, and a blank page asks for them."""

import re
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from itertools import chain
from itertools import islice
from math import ceil
from typing import Final

from ledger.exchange.markup import width_of
from ledger.exchange.paper import LONGEST_LIST
from ledger.exchange.paper import Box
from ledger.exchange.paper import ExportMark
from ledger.exchange.paper import Kind
from ledger.exchange.paper import Line
from ledger.exchange.paper import Page
from ledger.exchange.paper import PageColumn
from ledger.exchange.paper import signatures
from ledger.exchange.shape import LISTED
from ledger.privacy import mask
from schemas.locale import say
from schemas.plan import Plan
from schemas.plan import Words
from schemas.sheet import Column
from schemas.sheet import Direction
from schemas.sheet import Sheet
from schemas.sheet_words import TICK_BOX
from schemas.vocabulary import YES
from schemas.vocabulary import Codes

Record = Mapping[str, object]
Value = Callable[[Record], object]

#: How many rows a blank sheet has at least and at most: as many as its paper has room for.
_FEWEST_BLANK: Final = 12
_MOST_BLANK: Final = 40
#: A page in points: what the table and what stands around it take, and its characters across.
_PAGE_HEIGHT: Final = 495
_AROUND_TABLE: Final = 170
_PAGE_WIDTH: Final = 138
_BLANK_HEIGHT: Final = 24
#: So many rows tell how wide a column needs to be.
_MEASURED: Final = 200
#: Words in the middle are at most so wide, running text too long for a row's height wider.
_WIDEST_WORDS: Final = 20
_WIDEST_TEXT: Final = 80
_MOST_LINES: Final = 24
#: Letters of headings are so much larger than those of the table.
_HEADING_LETTERS: Final = 1.2
_HEADING_LINE: Final = 12
#: A comment with more words than this is no help.
_LONGEST_NOTE: Final = 1000
#: Text columns at least so wide hold running text, narrower ones a few words.
_RUNNING: Final = 20
_KINDS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("count", "amount", "days", "hours", "percent"), "number"),
    **dict.fromkeys(("day", "span"), "day"),
}
#: Kinds of column in which somebody writes freely, and may have written a telephone.
_FREE: Final = frozenset({"text", "person", "word", "words", "deadline", "status", "milestone"})
#: A liaison's telephone is what its column is for.
_TELEPHONES: Final = frozenset({"phone"})
#: The width from which a page is narrowed, in characters, and what each kind needs.
_WIDEST: Final = 220
_NARROWEST: Final[Mapping[Kind, int]] = {"text": 12, "words": 8, "day": 11, "number": 7}
#: Leading columns stay in sight, up to this width and number.
_IN_SIGHT: Final = 36
_MOST_IN_SIGHT: Final = 2


@dataclass(frozen=True)
class Extra:
    """A sender's own columns: their headings, and what a record has under each."""

    headings: tuple[str, ...]
    values: Callable[[Record], Sequence[object]]


def export_page(
    sheet: Sheet,
    records: Iterable[Record],
    *,
    lang: str,
    direction: Direction,
    verbatim: bool = False,
    plan: Plan,
    title: str,
    above: Sequence[Line] = (),
    below: Sequence[str] = (),
    mark: ExportMark | None = None,
    extra: Extra | None = None,
) -> Page:
    """Return records as a page of their sheet, with the columns that go in a direction.

    ``sheet`` has its plan's columns. Whatever leaves the office has telephone and
    identity numbers masked in its texts. A sheet that goes down has a cell to be ticked
    where nothing has changed.
    """
    columns = sheet.leaving(direction, verbatim=verbatim)
    outside = direction != "inside"
    values = tuple(_value(column, lang, outside=outside) for column in columns)
    rows = iter(_rows(records, values, extra, outside=outside))
    first = list(islice(rows, _MEASURED))
    declared = [_page_column(c, plan, lang) for c in columns] + _own(extra)
    to_fill = {c.heading(lang) for c in columns if direction == "down" and c.whose == "unit"}
    return Page(
        title=title,
        columns=_narrowed(_measured(declared, first, to_fill)),
        rows=chain(first, rows),
        name=sheet.name(lang),
        above=above,
        box=_unchanged_box(lang) if direction == "down" else None,
        below=below,
        mark=mark,
        freeze=_in_sight(columns),
        filtered=True,
    )


def template_page(sheet: Sheet, plan: Plan, lang: str) -> Page:
    """Return a sheet to be filled in: its examples stand in the headings' comments.

    The record's number is the ledger's to give, and nobody is asked who spoke.
    """
    columns = _asked(sheet)
    asked = _narrowed([_with_help(_page_column(c, plan, lang), c, plan, lang) for c in columns])
    return Page(
        title=sheet.name(lang),
        columns=asked,
        name=sheet.name(lang),
        above=[(say("workbook.reporting_unit", lang), say("workbook.reported_on", lang))],
        box=_unchanged_box(lang),
        below=signatures(lang),
        freeze=_in_sight(columns),
        blank_rows=_blank_rows(asked),
    )


def _unchanged_box(lang: str) -> Box:
    return Box(say("workbook.nothing_changed", lang), TICK_BOX)


def _blank_rows(columns: Sequence[PageColumn]) -> int:
    """Return how many rows fill the rest of a page, printed as small as its width needs."""
    across = sum(column.width for column in columns)
    room = _PAGE_HEIGHT * max(1.0, across / _PAGE_WIDTH) - _AROUND_TABLE
    return min(_MOST_BLANK, max(_FEWEST_BLANK, int(room / _BLANK_HEIGHT)))


def fill_note_page(sheet: Sheet, plan: Plan, lang: str) -> Page:
    """Return the worksheet beside a template that says how each column is filled in."""
    headings = ("note_column", "note_how", "note_words", "note_example")
    widths = (20, 44, 44, 34)
    return Page(
        title=say("workbook.fill_note_title", lang, sheet=sheet.name(lang)),
        columns=[
            PageColumn(say(f"workbook.{heading}", lang), width, "text")
            for heading, width in zip(headings, widths, strict=True)
        ],
        rows=[_explained(column, plan, lang) for column in _asked(sheet)],
        name=say("workbook.fill_note_sheet", lang),
        notes=[say(f"workbook.{note}", lang) for note in ("note_tick", "note_rows", "note_answer")],
    )


# Columns ----------------------------------------------------------------------------------


def _asked(sheet: Sheet) -> list[Column]:
    return [
        column
        for column in sheet.columns
        if column.blank and column.field != "no" and not column.private
    ]


def _page_column(column: Column, plan: Plan, lang: str) -> PageColumn:
    choices = _choices(column, plan, lang)
    return PageColumn(
        column.heading(lang),
        max(column.width, _heading_width(column.heading(lang))),
        _kind(column),
        group=column.group,
        choices=choices,
        note=_listed(choices, lang) if len(",".join(choices)) + 2 > LONGEST_LIST else None,
    )


def _with_help(page: PageColumn, column: Column, plan: Plan, lang: str) -> PageColumn:
    note = _note(column, plan, lang)
    wide = max(map(width_of, page.choices), default=0) + 2
    width = page.width if page.kind == "text" else max(page.width, min(_WIDEST_WORDS, ceil(wide)))
    short = len(note) <= LONGEST_LIST
    return replace(
        page, width=width, note=note, prompt=note if short else _explained(column, plan, lang)[1]
    )


def _listed(choices: Sequence[str], lang: str) -> str:
    """Return a heading's comment that has the words of a list too long for its cells.

    Its drop-down is lost with the hidden worksheet in programs that drop what is hidden.
    """
    words = say("workbook.words_are", lang, words=LISTED.join(choices))
    return words if len(words) <= _LONGEST_NOTE else words[: _LONGEST_NOTE - 1] + "…"


def _kind(column: Column) -> Kind:
    if column.kind == "text" and column.width >= _RUNNING:
        return "text"
    return _KINDS.get(column.kind, "words")


def _choices(column: Column, plan: Plan, lang: str) -> tuple[str, ...]:
    if column.kind == "yes":
        return _words_of(YES, lang)
    if column.kind in ("action", "phase"):
        return tuple(one.name for one in (plan.actions if column.kind == "action" else plan.phases))
    if column.codes is not None:
        return _words_of(column.codes, lang)
    words = _plan_words(column, plan)
    return () if words is None else words.words


def _words_of(codes: Codes, lang: str) -> tuple[str, ...]:
    return tuple(codes.word(code, lang) for code in codes.words)


def _plan_words(column: Column, plan: Plan) -> Words | None:
    return None if column.words is None else plan.words(column.words)


def _own(extra: Extra | None) -> list[PageColumn]:
    if extra is None:
        return []
    return [PageColumn(heading, 14, "words") for heading in extra.headings]


def _measured(
    columns: Sequence[PageColumn], rows: Sequence[Sequence[object]], to_fill: Collection[str]
) -> list[PageColumn]:
    """Give columns the width that their first rows need; those to be filled in keep theirs."""
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    needed = [_needed(column, values) for column, values in zip(columns, cells, strict=True)]
    return [
        replace(column, width=max(width, column.width if column.heading in to_fill else 0))
        for column, width in zip(columns, needed, strict=True)
    ]


def _needed(column: PageColumn, values: Sequence[object]) -> int:
    if not values:
        return column.width
    widest = max(map(_shown_width, values))
    if not widest:
        return max(_heading_width(column.heading, lines=2), _NARROWEST[column.kind])
    least = _heading_width(column.heading)
    if column.kind == "text":
        most = max(column.width, min(_WIDEST_TEXT, ceil(widest / _MOST_LINES) + 2))
    else:
        most = max(column.width, _WIDEST_WORDS)
    return max(least, min(most, ceil(widest) + 2))


def _shown_width(value: object) -> float:
    if value is None:
        return 0.0
    return max(map(width_of, str(value).split("\n")))


def _heading_width(heading: str, lines: int = 1) -> int:
    """Return the width in which a heading stands in one short line, or in two of one length."""
    wide = width_of(heading) * _HEADING_LETTERS
    if wide > _HEADING_LINE or lines > 1:
        longest = max(map(width_of, heading.split(" "))) if heading.isascii() else 0.0
        wide = max(wide / 2 + _HEADING_LETTERS, longest * _HEADING_LETTERS)
    return ceil(wide) + 2


def _narrowed(columns: list[PageColumn]) -> list[PageColumn]:
    """Take width off a page so wide that its print could not be read."""
    share = _WIDEST / max(_WIDEST, sum(column.width for column in columns))
    return [replace(column, width=_width(column, share)) for column in columns]


def _width(column: PageColumn, share: float) -> int:
    needed = max(_NARROWEST[column.kind], round(column.width * share))
    return min(column.width, needed)


def _in_sight(columns: Sequence[Column]) -> int:
    wide = count = 0
    for column in columns[:_MOST_IN_SIGHT]:
        wide += column.width
        if wide > _IN_SIGHT or column.kind == "milestone":
            break
        count += 1
    return count


# Rows -------------------------------------------------------------------------------------


def _rows(
    records: Iterable[Record], values: Sequence[Value], extra: Extra | None, *, outside: bool
) -> Iterable[Sequence[object]]:
    if extra is None:
        return ([value(record) for value in values] for record in records)
    return (
        [value(record) for value in values]
        + [_masked(own) if outside else own for own in extra.values(record)]
        for record in records
    )


def _value(column: Column, lang: str, *, outside: bool) -> Value:
    """Return what takes a column's value out of a record."""
    value = _inside(column, lang)
    if outside and column.kind in _FREE and column.field not in _TELEPHONES:
        return lambda record: _masked(value(record))
    return value


def _inside(column: Column, lang: str) -> Value:
    field = column.field
    match column.kind:
        case "status":
            return _status(column, lang)
        case "code":
            return _coded(field, column.codes, lang)
        case "yes":
            return lambda record: _yes(record.get(field), lang)
        case "deadline":
            return lambda record: record.get(f"{field}_text") or record.get(f"{field}_on")
        case "milestone":
            return lambda record: _milestone(record.get(field))
        case _:
            return lambda record: _joined(record.get(field))


def _masked(value: object) -> object:
    return mask(value) if isinstance(value, str) else value


def _joined(value: object) -> object:
    if isinstance(value, list | tuple):
        return LISTED.join(str(one) for one in value)
    return value


def _status(column: Column, lang: str) -> Value:
    """Print the office's own word for a status where it still means it."""
    codes = column.codes
    coded = _coded(column.field, codes, lang)

    def value(record: Record) -> object:
        said = record.get(f"{column.field}_text")
        if codes and isinstance(said, str) and codes.by_word.get(said) == record.get(column.field):
            return said
        return coded(record)

    return value


def _coded(field: str, codes: Codes | None, lang: str) -> Value:
    words = {} if codes is None else {code: codes.word(code, lang) for code in codes.words}

    def value(record: Record) -> object:
        code = record.get(field)
        return words.get(code, code) if isinstance(code, str) else code

    return value


def _yes(value: object, lang: str) -> object:
    return YES.word("yes" if value else "no", lang) if isinstance(value, bool) else value


def _milestone(value: object) -> object:
    """Return a day as a day: beside it, under the same heading, stand counts and ticks."""
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return _joined(value)


_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


# How to fill in ---------------------------------------------------------------------------


def _note(column: Column, plan: Plan, lang: str) -> str:
    _, how, words, example = _explained(column, plan, lang)
    lines = [how]
    if words:
        lines.append(say("workbook.words_are", lang, words=words))
    if example:
        lines.append(say("workbook.example_is", lang, example=example))
    return "\n".join(lines)


def _explained(column: Column, plan: Plan, lang: str) -> tuple[str, str, str, str]:
    how = say(f"workbook.how_{column.kind}", lang)
    if column.required:
        how = say("workbook.required", lang, how=how)
    listed = _plan_words(column, plan)
    if listed is not None and listed.words and not listed.closed:
        how += say("workbook.open_list", lang)
    words = LISTED.join(_choices(column, plan, lang))
    return column.heading(lang), how, words, str(column.example)


# File names -------------------------------------------------------------------------------

_MOST_BYTES: Final = 200
_WIDE: Final = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in '<>:"/\\|?*'})
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_UNPRINTED: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def file_name(
    title: str, unit: str | None = None, period: str | None = None, suffix: str = ".xlsx"
) -> str:
    """Return the name of a file that no file system refuses: title, unit and period.

    Signs that Windows forbids become their full-width likeness.
    """
    parts = (_UNPRINTED.sub("", part).strip() for part in (title, unit, period) if part)
    stem = "-".join(part for part in parts if part).translate(_WIDE)
    stem = stem.encode()[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    return (f"_{stem}" if not stem or _DEVICE.match(stem) else stem) + suffix
