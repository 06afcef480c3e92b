"""Reported numbers go out: of one unit with indicators down, of several with units down."""

import re
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from typing import Final

from ledger import figures
from ledger.exchange import listing
from ledger.exchange.paper import Page
from ledger.exchange.write import template_page
from ledger.figures import indicator_of
from ledger.units import UnitNames
from schemas.locale import say
from schemas.plan import Plan
from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.sheets.figures import FIGURE
from schemas.sheets.figures import Basis
from schemas.sheets.figures import free
from schemas.sheets.figures import of_name
from schemas.sheets.figures import of_plan

Row = dict[str, Any]

#: A name without signs that a heading would be read differently for.
_PLAIN_NAME: Final = re.compile(r"[^\W\d_][\w·：:“”、，\-]*")
#: What the rows of a page have in common, for each of the two shapes.
_UNITS_DOWN: Final = ("unit_id", "period", "covers", "batch")
_INDICATORS_DOWN: Final = (*_UNITS_DOWN, "indicator", "measure", "source", "as_of", "reason")
#: The columns of both that are left out where nothing stands in them.
_IF_SAID: Final = frozenset({"batch", "this_period", "total", "reason", "source", "as_of"})
#: So many rows of a blank sheet are left for indicators that the plan does not have.
_MORE_ROWS: Final = 6


# Which numbers, in which shape ----------------------------------------------------------


def laid(asked: listing.Asked) -> Sheet:
    """Return the sheet with the columns of the shape that suits what goes out."""
    rows = _numbers(asked)
    if not _has_units_down(rows, asked.sheet, asked.campaign.plan):
        made = _by_indicator(rows, asked.campaign.plan)
        said = _said(made, asked.campaign.plan)
        return _with(asked.sheet, said | (set() if made else {"this_period", "total"}))
    kept = {"unit", *_said(rows, asked.campaign.plan).intersection(_UNITS_DOWN)}
    columns = [column for column in asked.sheet.columns if column.field in kept]
    return replace(asked.sheet, columns=(*columns, *_across(rows, asked.campaign.plan)))


def listed(asked: listing.Asked) -> Iterator[Row]:
    """Yield the rows of a sheet in the shape that its columns have."""
    names = UnitNames(asked.connection)
    plan = asked.campaign.plan
    across = asked.sheet.column("indicator") is None
    rows = _numbers(asked)
    for row in _by_unit(rows, plan) if across else _by_indicator(rows, plan):
        yield {**row, "unit": names.telling(row["unit_id"])}


def _said(rows: Iterable[Row], plan: Plan) -> set[str]:
    """Return the fields of which some row says something; not the batch that all are of."""
    usual = {"batch": plan.batch}
    return {
        name
        for row in rows
        for name, value in row.items()
        if value is not None and value != usual.get(name)
    }


def _with(sheet: Sheet, said: Collection[str]) -> Sheet:
    """Return a sheet with indicators down; ``said`` are the fields with something to say."""
    left_out = {"amount", *(_IF_SAID - set(said))}
    columns = (
        column
        for column in sheet.columns
        if not column.field.startswith(FIGURE) and column.field not in left_out
    )
    return replace(sheet, columns=tuple(columns))


def _numbers(asked: listing.Asked) -> list[Row]:
    """Return the numbers of an export, month by month and unit by unit, as the plan orders them."""
    wanted = replace(asked.parcel.figures, unit=asked.parcel.unit, period=asked.parcel.period)
    order = {one.name: at for at, one in enumerate(asked.campaign.plan.indicators)}
    rows = figures.figures(asked.connection, asked.campaign.id, wanted)
    return sorted(
        rows,
        key=lambda row: (
            row["period"],
            row["unit_id"],
            order.get(row["indicator"], len(order)),
            row["indicator"],
            row["id"],
        ),
    )


def _has_units_down(rows: Sequence[Row], sheet: Sheet, plan: Plan) -> bool:
    """Tell whether numbers are of several units, none is there twice, and headings can say them."""
    keys = [tuple(row[name] for name in ("unit_id", *figures.SAME)) for row in rows]
    several = len({row["unit_id"] for row in rows}) > 1 and len(set(keys)) == len(keys)
    others = {row["indicator"] for row in rows if indicator_of(plan, row["indicator"]) is None}
    known = {word for column in sheet.columns for word in (*column.headings, column.english)}
    return several and all(name not in known and _may_head(name) for name in others)


def _may_head(name: str) -> bool:
    """Tell whether a heading with a name is read as that name again."""
    return _PLAIN_NAME.fullmatch(name) is not None and all(
        free(column.headings[:1], frozenset({"unit"})) == column
        for column in (of_name(name, "this_period"), of_name(name, "total"))
    )


# Indicators down ------------------------------------------------------------------------


def _by_indicator(rows: Iterable[Row], plan: Plan) -> list[Row]:
    del plan
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        basis: Basis = "total" if row["cumulative"] else "this_period"
        key = tuple(row[name] for name in _INDICATORS_DOWN)
        made = found.get(key)
        # A second number under the same heading of the same source stands in a row of its own.
        if made is not None and basis in made:
            key = (*key, row["id"])
            made = None
        if made is None:
            made = found[key] = {name: row[name] for name in ("id", "no", *_INDICATORS_DOWN)}
        made[basis] = _cell(row)
    return list(found.values())


def _cell(row: Row) -> object:
    """Return a number as a cell has it: one in plain figures can be added up."""
    words = row["words"]
    return int(words) if words.isascii() and words.isdecimal() and words == row["value"] else words


# Units down -----------------------------------------------------------------------------


def _field(row: Row, plan: Plan, both: frozenset[str]) -> Column:
    """Return the column of a number; what it counts is said where the plan does not say it."""
    basis: Basis = "total" if row["cumulative"] else "this_period"
    planned = indicator_of(plan, row["indicator"])
    if planned is None:
        return of_name(row["indicator"], basis)
    usual = planned.cumulative == row["cumulative"] and planned.name not in both
    return of_plan(planned, None if usual else basis)


def _both(rows: Iterable[Row]) -> frozenset[str]:
    """Return the indicators with numbers of both kinds."""
    said = {(row["indicator"], row["cumulative"]) for row in rows}
    return frozenset(name for name, cumulative in said if (name, not cumulative) in said)


def _across(rows: Sequence[Row], plan: Plan) -> list[Column]:
    """Return the columns of numbers, in the plan's order, with what they count in brackets."""
    order = {one.name: at for at, one in enumerate(plan.indicators)}
    both = _both(rows)
    measures: dict[str, set[str | None]] = {}
    columns: dict[str, tuple[Row, Column]] = {}
    for row in rows:
        measures.setdefault(row["indicator"], set()).add(row["measure"])
        column = _field(row, plan, both)
        columns.setdefault(column.field, (row, column))
    ranked = sorted(
        columns.values(),
        key=lambda one: (
            order.get(one[0]["indicator"], len(order)),
            one[0]["indicator"],
            one[0]["cumulative"],
        ),
    )
    return [_measured(column, measures[row["indicator"]]) for row, column in ranked]


def _measured(column: Column, measures: set[str | None]) -> Column:
    """Put what is counted behind the name of the indicator, where it is one thing."""
    measure = next(iter(measures)) if len(measures) == 1 else None
    if measure is None:
        return column
    name = column.headings[0]
    headings = (f"{name}（{measure}）", *column.headings)
    return replace(column, headings=headings, english=f"{column.english} ({measure})")


def _by_unit(rows: Sequence[Row], plan: Plan) -> list[Row]:
    both = _both(rows)
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        key = tuple(row[name] for name in _UNITS_DOWN)
        made = found.setdefault(key, {name: row[name] for name in ("id", "no", *_UNITS_DOWN)})
        made[_field(row, plan, both).field] = _cell(row)
    return list(found.values())


# Blank sheets ---------------------------------------------------------------------------


def blank(sheet: Sheet, plan: Plan, lang: str) -> list[Page]:
    """Return a page with the plan's indicators down, and one to be filled in unit by unit."""
    down = _with(sheet, frozenset(column.field for column in sheet.columns))
    page = template_page(down, plan, lang)
    asked = [column.field for column in down.columns if column.blank]
    rows = [
        _asking({"indicator": one.name, "measure": one.measure}, asked) for one in plan.indicators
    ]
    line = (*page.above[:1][0], say("workbook.period_open", lang))
    room = _MORE_ROWS if rows else page.blank_rows
    pages = [replace(page, above=[line], rows=rows, blank_rows=room)]
    if rows:
        pages.append(_by_unit_blank(sheet, plan, lang, line))
    return pages


def _asking(said: Row, fields: Sequence[str]) -> list[object]:
    return [said.get(field) for field in fields]


def _by_unit_blank(sheet: Sheet, plan: Plan, lang: str, line: tuple[str, ...]) -> Page:
    unit = sheet.column("unit")
    assert unit is not None
    columns = [
        replace(_measured(of_plan(one), {one.measure}), blank=True) for one in plan.indicators
    ]
    across = replace(sheet, columns=(replace(unit, blank=True), *columns))
    page = template_page(across, plan, lang)
    return replace(page, name=say("workbook.by_unit_sheet", lang), above=[line])
