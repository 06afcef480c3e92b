"""A plan goes out as a workbook: filled in, or blank with what is asked in each cell."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.utils import quote_sheetname

from ledger.errors import PlanNoWorkbook
from ledger.exchange.paper import Kind as Shape
from ledger.exchange.paper import Page
from ledger.exchange.paper import PageColumn
from ledger.exchange.paper import write_book
from ledger.exchange.place import placed
from ledger.exchange.plan_cells import joined
from ledger.exchange.plan_reading import read_plan
from ledger.exchange.read import read_bytes
from schemas.locale import say
from schemas.plan import Plan
from schemas.plan import Vocabulary
from schemas.plan_sheet import WORKSHEETS
from schemas.plan_sheet import Field
from schemas.plan_sheet import Worksheet
from schemas.plan_sheet import list_name
from schemas.plan_sheet import title as called
from schemas.sheet import all_sheets
from schemas.vocabulary import Codes

#: The first row below the headings: under the title and one line.
_FIRST: Final = 4
#: Rows that are left to fill in: of a blank workbook, and below what a plan has.
_BLANK: Final = 14
_MORE: Final = 5
#: How far down words are looked for that a drop-down offers.
_DEEPEST: Final = 300
_WIDTHS: Final = (26, 56, 60)
_SHAPES: Final[Mapping[str, Shape]] = {
    "day": "day",
    "number": "number",
    "yes": "words",
    "code": "words",
}


def write_plan(plan: Plan, target: Path, today: date) -> None:
    """Write a plan as its workbook.

    Raises PlanNoWorkbook where cells cannot hold what it says, and nothing is written then.
    """
    with placed(target) as beside:
        write_book(beside, list(_pages(plan, plan.language)), lang=plan.language)
        found = read_plan(read_bytes(target.name, beside.read_bytes()), target, today)
        if found.plan is None or _said(found.plan) != _said(plan):
            raise PlanNoWorkbook(place=_differs(plan, found.plan))


def write_blank(target: Path, lang: str) -> None:
    """Write the blank workbook, with a worksheet on how it is filled in."""
    write_book(target, [*_pages(None, lang), _fill_note(lang)], lang=lang)


def _said(plan: Plan) -> dict[str, Any]:
    """Return what a plan says; that a word has no other spelling need not be said."""
    said = plan.model_dump(exclude_defaults=True)
    for words in said.get("vocabulary", {}).values():
        words["aliases"] = {word: said for word, said in words.get("aliases", {}).items() if said}
        words.setdefault("closed", False)
    said["vocabulary"] = {
        name: words for name, words in said.get("vocabulary", {}).items() if any(words.values())
    }
    return said


def _differs(plan: Plan, read: Plan | None) -> str:
    ours, theirs = _said(plan), _said(read) if read else {}
    return next((name for name, said in ours.items() if theirs.get(name) != said), "plan")


# Pages --------------------------------------------------------------------------------------


def _pages(plan: Plan | None, lang: str) -> Iterator[Page]:
    for worksheet in WORKSHEETS:
        title = say(
            "plan_sheet.title",
            lang,
            plan=plan.name if plan else called(lang),
            sheet=worksheet.name(lang),
        )
        if worksheet.shape == "lines":
            yield _lines_page(worksheet, plan, title, lang)
        else:
            yield _table_page(worksheet, plan, title, lang)


def _lines_page(worksheet: Worksheet, plan: Plan | None, title: str, lang: str) -> Page:
    headings = [say(f"plan_sheet.{name}", lang) for name in ("line", "value", "asked")]
    rows = [
        (one.heading(lang), _written(plan, one, plan, lang) if plan else _usual(one), how)
        for one in worksheet.fields
        for how in [_how(worksheet, one, lang)]
    ]
    return Page(
        title=title,
        columns=[
            PageColumn(headings[0], _WIDTHS[0], "text"),
            PageColumn(headings[1], _WIDTHS[1], "typed"),
            PageColumn(headings[2], _WIDTHS[2], "text"),
        ],
        rows=rows,
        name=worksheet.name(lang),
        above=[say(f"plan_sheet.above.{worksheet.code}", lang)],
        freeze=1,
        offers={
            (row, 1): (_choices(one, lang), _offered(one, lang))
            for row, one in enumerate(worksheet.fields)
        },
    )


def _table_page(worksheet: Worksheet, plan: Plan | None, title: str, lang: str) -> Page:
    rows = list(_rows(worksheet, plan, lang)) if plan else []
    return Page(
        title=title,
        columns=[_column(worksheet, one, lang) for one in worksheet.fields],
        rows=rows,
        name=worksheet.name(lang),
        above=[say(f"plan_sheet.above.{worksheet.code}", lang)],
        freeze=1,
        blank_rows=_MORE if rows else _BLANK,
    )


def _column(worksheet: Worksheet, one: Field, lang: str) -> PageColumn:
    how = _how(worksheet, one, lang)
    example = say("workbook.example_is", lang, example=one.example) if one.example else ""
    return PageColumn(
        one.heading(lang),
        one.width,
        _SHAPES.get(one.kind, "typed"),
        choices=_choices(one, lang),
        offered=_offered(one, lang),
        note="\n".join(filter(None, (how, example))),
        prompt=how,
    )


def _how(worksheet: Worksheet, one: Field, lang: str) -> str:
    how = worksheet.how(one, lang)
    return say("workbook.required", lang, how=how) if one.required else how


def _choices(one: Field, lang: str) -> tuple[str, ...]:
    if one.codes is not None:
        return _words_of(one.codes, lang)
    if one.kind == "sheet":
        return tuple(sheet.name(lang) for sheet in all_sheets())
    return ()


def _words_of(codes: Codes, lang: str) -> tuple[str, ...]:
    return tuple(codes.word(code, lang) for code in codes.words)


def _offered(one: Field, lang: str) -> str | None:
    """Return the cells whose words a drop-down offers: those of a list, names of actions."""
    wanted = {"action": ("actions", "name"), "phase": ("phases", "name")}.get(one.kind)
    if wanted is None and one.words is None:
        return None
    for worksheet in WORKSHEETS:
        for number, field in enumerate(worksheet.fields, 1):
            is_list = worksheet.shape == "lists" and field.path == f"{one.words}.words"
            if (worksheet.code, field.path) == wanted or is_list:
                letter = get_column_letter(number)
                name = quote_sheetname(worksheet.name(lang))
                return f"{name}!${letter}${_FIRST}:${letter}${_DEEPEST}"
    return None


def _usual(one: Field) -> object:
    """Return what a blank workbook says already: the numbers that offices usually have."""
    steps = one.steps
    return getattr(Plan(name="-", code="-").numbers, steps[1]) if steps[0] == "numbers" else None


# Values -------------------------------------------------------------------------------------


def _rows(worksheet: Worksheet, plan: Plan, lang: str) -> Iterator[Sequence[object]]:
    if worksheet.shape == "lists":
        yield from _list_rows(worksheet, plan)
    elif worksheet.shape == "excluded":
        for action in plan.actions:
            for form, reason in action.excluded.items():
                yield _name_of(plan, "actions", action.code), form, reason
    else:
        for part in _value(plan, worksheet.into):
            yield from _part_rows(worksheet, part, plan, lang)


def _part_rows(
    worksheet: Worksheet, part: Any, plan: Plan, lang: str
) -> Iterator[Sequence[object]]:
    """Yield the rows of a part: one, or one for each that is inside of it."""
    inner = worksheet.inner
    if inner is None:
        yield [_written(part, one, plan, lang) for one in worksheet.fields]
        return
    for number, inside in enumerate(getattr(part, inner) or (None,)):
        yield [
            _inner_cell(one, inner, inside, plan, lang)
            if one.steps[0] == inner
            else None
            if number
            else _written(part, one, plan, lang)
            for one in worksheet.fields
        ]


def _inner_cell(one: Field, inner: str, inside: Any, plan: Plan, lang: str) -> object:
    if inside is None:
        return None
    bare = Field(one.path.removeprefix(f"{inner}."), one.kind, codes=one.codes, words=one.words)
    return _written(inside, bare, plan, lang)


def _list_rows(worksheet: Worksheet, plan: Plan) -> Iterator[Sequence[object]]:
    names = list(dict.fromkeys(one.steps[0] for one in worksheet.fields))
    lists = [getattr(plan.vocabulary, name) for name in names]
    for row in range(max((len(one.words) for one in lists), default=0)):
        cells: list[object] = []
        for one in lists:
            word = one.words[row] if row < len(one.words) else None
            cells += [word, joined(one.aliases.get(word, ()))]
        yield cells


def _value(part: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        part = getattr(part, step)
    return part


def _written(part: Any, one: Field, plan: Plan | None, lang: str) -> object:
    """Return a value as its cell says it."""
    assert plan is not None
    if one.kind == "lists":
        closed = [n for n in Vocabulary.model_fields if getattr(plan.vocabulary, n).closed]
        return joined([list_name(name, lang) for name in closed])
    value = _value(part, one.steps)
    if value is None:
        return None
    if one.kind == "yes":
        return (one.codes or _NONE).word("yes" if value else "no", lang)
    if one.codes is not None:
        return one.codes.word(value, lang)
    if one.kind == "lines":
        return "\n".join(value)
    if one.kind == "words":
        known = getattr(plan.vocabulary, one.words).words if one.words else ()
        return joined(value, known)
    if one.kind in ("action", "phase"):
        return _names_of(plan, f"{one.kind}s", value)
    if one.kind == "sheet":
        return next((s.name(lang) for s in all_sheets() if s.code == value), value)
    return value


_NONE: Final = Codes("none", {}, {})


def _names_of(plan: Plan, kind: str, value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return _name_of(plan, kind, value)
    known = {name for part in getattr(plan, kind) for name in _called(part)}
    return joined([_name_of(plan, kind, code) for code in value], known)


def _name_of(plan: Plan, kind: str, code: str) -> str:
    """Return what an action or a phase is called, its code where others are called the same."""
    parts: Sequence[Any] = getattr(plan, kind)
    name = next(part.name for part in parts if part.code == code)
    others = (part for part in parts if part.code != code)
    return code if any(name in (part.name, part.code) for part in others) else str(name)


def _called(part: Any) -> tuple[str, ...]:
    return (part.code, part.name, *getattr(part, "aliases", ()))


# How to fill in -----------------------------------------------------------------------------


def _fill_note(lang: str) -> Page:
    names: Mapping[str, int] = {
        "plan_sheet.note_sheet": 20,
        "workbook.note_column": 24,
        "workbook.note_how": 60,
        "workbook.note_words": 34,
        "workbook.note_example": 34,
    }
    rows = [
        (
            worksheet.name(lang),
            one.heading(lang),
            _how(worksheet, one, lang),
            joined(_choices(one, lang)),
            one.example,
        )
        for worksheet in WORKSHEETS
        for one in worksheet.fields
    ]
    return Page(
        title=say("workbook.fill_note_title", lang, sheet=called(lang)),
        columns=[PageColumn(say(key, lang), width) for key, width in names.items()],
        rows=rows,
        name=say("workbook.fill_note_sheet", lang),
        notes=[say(f"plan_sheet.note_{name}", lang) for name in ("empty", "start", "take")]
        + [say("workbook.note_answer", lang)],
        freeze=2,
    )
