"""Reported numbers: a cell is a record, and a cumulative one is held to what stands around it."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from typing import Final

from ledger import figures
from ledger.exchange import figure_pages
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Matched
from ledger.exchange.figure_cells import AMOUNT
from ledger.exchange.figure_cells import unfold
from ledger.exchange.note import Note
from ledger.exchange.noun import Candidate
from ledger.exchange.noun import Key
from ledger.exchange.noun import Noun
from ledger.exchange.shape import Place
from ledger.exchange.shape import Stored
from ledger.exchange.shape import a_unit
from ledger.exchange.shape import direct
from ledger.exchange.shape import words
from schemas.quantity import Quantity
from schemas.rounding import least
from schemas.rounding import most
from schemas.rounding import same_measure
from schemas.rounding import smaller

#: What a number is, beside what it counts.
_COLUMNS: Final = ("value", "up_to", "qualifier", "words")
#: What numbers of several months have in common.
_KEY: Final = ("unit", "covers", "batch", "indicator")
_CHUNK: Final = 400
_MOST_NOTED: Final = 20
#: A unit and all that makes two of its numbers say the same, but the month.
_Course = tuple[object, ...]


def _number(value: Quantity | None) -> Stored:
    if value is None:
        return (None,) * len(_COLUMNS)
    said = figures.columns_of(value)
    return tuple(said[name] for name in _COLUMNS)


def _same_number(stored: Stored) -> Stored:
    """Numbers are the same in whatever words."""
    return tuple(stored[:3])


def _flag(value: Any) -> Stored:
    return (int(bool(value)),)


# Which record a cell is -----------------------------------------------------------------


def _same(found: Comparison, ground: Ground, candidates: Sequence[Candidate]) -> list[Matched]:
    """Of two numbers that say the same from two sources, take the one that is meant."""
    by_row: dict[int, dict[int, int | None]] = defaultdict(dict)
    for row, number, sender in candidates:
        by_row[row].setdefault(number, sender)
    matched = []
    for row, several in by_row.items():
        meant = next(iter(several)) if len(several) == 1 else _meant(found, ground, row, several)
        if meant is not None:
            matched.append((row, meant))
    return matched


def _meant(
    found: Comparison, ground: Ground, row: int, several: Mapping[int, int | None]
) -> int | None:
    """Return the number that has the row's source, or its very value, or that its sender sent."""
    listed = ", ".join(map(str, several))
    known = ground.connection.execute(
        f"select id, no, source, {', '.join(_COLUMNS)} from figure where id in ({listed})"
    ).fetchall()
    theirs = _number(found.column(AMOUNT)[row])
    source = found.column("source")[row]
    for tells in (
        [one[0] for one in known if source is not None and one[2] == source],
        [one[0] for one in known if _same_number(tuple(one[3:])) == _same_number(theirs)],
        [number for number, sender in several.items() if sender == found.sender.unit],
    ):
        if len(tells) == 1:
            return int(tells[0])
    numbers = "、".join(one[1] for one in known)
    found.remark(row, AMOUNT, "queries.figure_twice", numbers=numbers)
    return None


# What is asked about --------------------------------------------------------------------


def _compared(found: Comparison, matched: Sequence[Matched], ground: Ground) -> None:
    del matched
    _check_sender(found, ground)
    _check_parts(found, ground)
    _check_months(found)
    _check_courses(found, ground)


def _check_sender(found: Comparison, ground: Ground) -> None:
    """A unit reports of itself and of those below it."""
    sender = found.sender
    units = found.column("unit")
    for row in found.new_rows() if not sender.office else ():
        unit = units[row][0]
        if sender.unit is None or not ground.names.lies_within(unit, sender.unit):
            found.remark(row, "unit", "queries.unit_of_other", unit=ground.names.names[unit])


def _standing(found: Comparison) -> Iterator[int]:
    """Yield the rows that are not asked about."""
    return (row for row, verdict in enumerate(found.verdicts) if verdict != "queried")


def _grouped(found: Comparison, *names: str) -> Iterable[list[int]]:
    """Return the rows that have some fields in common."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    columns = [found.column(name) for name in names]
    for row in _standing(found):
        groups[tuple(column[row] for column in columns)].append(row)
    return groups.values()


def _check_parts(found: Comparison, ground: Ground) -> None:
    """A number that holds those of units below cannot be less than these make."""
    units, amounts, covers = (found.column(name) for name in ("unit", AMOUNT, "covers"))
    alike = ("period", "indicator", "cumulative", "batch", "measure")
    for group in _grouped(found, *alike):
        rows = [row for row in group if covers[row] == "all"]
        if not any(_says_something(found, row) for row in rows):
            continue
        by_unit = {units[row][0]: row for row in rows}
        below: dict[int, list[Quantity]] = defaultdict(list)
        for row in rows:
            over = ground.names.ancestors(units[row][0])
            above = next((by_unit[unit] for unit in over if unit in by_unit), None)
            if above is not None:
                below[above].append(amounts[row])
        for row, parts in below.items():
            high, needed = most(amounts[row]), sum((least(one).value for one in parts), Decimal(0))
            if high is not None and high.value < needed:
                said = {"said": amounts[row].words, "parts": format(needed, "f")}
                found.remark(row, AMOUNT, "queries.figure_less_than_parts", **said)


def _check_months(found: Comparison) -> None:
    """What has come together cannot be less than what came in the last of the months."""
    amounts, cumulative = found.column(AMOUNT), found.column("cumulative")
    for group in _grouped(found, "period", *_KEY):
        month = next((row for row in group if not cumulative[row]), None)
        for row in group:
            if month is None or not cumulative[row]:
                continue
            alike = same_measure(_counts(found, row), _counts(found, month))
            new = _says_something(found, row) or _says_something(found, month)
            if new and alike and smaller(amounts[row], amounts[month]):
                said = {"said": amounts[row].words, "month": amounts[month].words}
                found.remark(row, AMOUNT, "queries.figure_less_than_month", **said)


# Cumulative numbers ---------------------------------------------------------------------


def _check_courses(found: Comparison, ground: Ground) -> None:
    """No cumulative number is less than one before it, or more than one after it."""
    cumulative = found.column("cumulative")
    rows = [row for row in _standing(found) if cumulative[row] and _says_something(found, row)]
    if not rows:
        return
    periods = found.column("period")
    courses = _courses(found, ground, rows)
    months = _of_months(found)
    for row in sorted(rows, key=lambda row: str(periods[row])):
        course = courses[_course_of(found, row)]
        one = _said(found, row)
        others = [said for number, said in course if number is None or number != found.ids[row]]
        fall = None if one.reason else figures.fall(others, one)
        if fall is not None:
            _ask(found, row, fall, one)
            continue
        _note_sum(found, ground, row, others, months)
        course[:] = [(n, said) for n, said in course if n is None or n != found.ids[row]]
        course.append((found.ids[row], one))


def _says_something(found: Comparison, row: int) -> bool:
    return found.ids[row] is None or "value" in found.changes.get(row, {})


def _counts(found: Comparison, row: int) -> str | None:
    """Return what a number counts, as far as the sheet says it."""
    measure: str | None = found.column(AMOUNT)[row].measure or found.column("measure")[row]
    return measure


def _said(found: Comparison, row: int) -> figures.Said:
    amount = replace(found.column(AMOUNT)[row], measure=_counts(found, row))
    return figures.Said(None, found.column("period")[row], amount, found.column("reason")[row])


def _course_of(found: Comparison, row: int) -> _Course:
    names = ("batch", "covers", "indicator")
    return (found.column("unit")[row][0], *(found.column(name)[row] for name in names))


def _courses(
    found: Comparison, ground: Ground, rows: Iterable[int]
) -> dict[_Course, list[tuple[int | None, figures.Said]]]:
    """Return what the ledger has of the cumulative numbers of the rows' units."""
    units = sorted({found.column("unit")[row][0] for row in rows})
    courses: dict[_Course, list[tuple[int | None, figures.Said]]] = defaultdict(list)
    for start in range(0, len(units), _CHUNK):
        listed = ", ".join(map(str, units[start : start + _CHUNK]))
        for (
            number,
            unit,
            batch,
            covers,
            indicator,
            no,
            period,
            reason,
            *said,
        ) in ground.connection.execute(
            "select id, unit_id, batch, covers, indicator, no, period, reason,"
            f" {', '.join(figures.NUMBER)} from figure where campaign_id = ?"
            f" and cumulative = 1 and unit_id in ({listed}) order by period, id",
            (ground.campaign.id,),
        ):
            quantity = figures.quantity_of(dict(zip(figures.NUMBER, said, strict=True)))
            one = figures.Said(no, period, quantity, reason)
            courses[unit, batch, covers, indicator].append((number, one))
    return courses


def _ask(found: Comparison, row: int, fall: figures.Fall, one: figures.Said) -> None:
    is_later = fall.later is one
    other = fall.earlier if is_later else fall.later
    found.remark(
        row,
        AMOUNT,
        "queries.figure_falls" if is_later else "queries.later_figure_falls",
        number=other.number or "",
        period=other.period,
        words=other.quantity.words,
        said=one.quantity.words,
    )


def _note_sum(
    found: Comparison,
    ground: Ground,
    row: int,
    course: Sequence[figures.Said],
    months: Mapping[tuple[object, ...], Quantity],
) -> None:
    """Say where last month's number and this month's do not make the cumulative one."""
    said = found.column(AMOUNT)[row]
    month = months.get(_key(found, row))
    period = found.column("period")[row]
    before = next((one.quantity for one in course if one.period == _month_before(period)), None)
    if month is None or before is None or not (said.exact and month.exact and before.exact):
        return
    made = before.value + month.value
    noted = sum(note.key == "notes_sheets.figure_sum" for note in found.read.notes)
    if made != said.value and noted < _MOST_NOTED:
        values = {
            "unit": ground.names.names[found.column("unit")[row][0]],
            "indicator": found.column("indicator")[row],
            "before": before.words,
            "month": month.words,
            "sum": format(made, "f"),
            "said": said.words,
        }
        found.read.notes.append(Note("notes_sheets.figure_sum", values))


def _of_months(found: Comparison) -> dict[tuple[object, ...], Quantity]:
    """Return the numbers of the months themselves."""
    cumulative, amounts = found.column("cumulative"), found.column(AMOUNT)
    return {_key(found, row): amounts[row] for row in _standing(found) if not cumulative[row]}


def _key(found: Comparison, row: int) -> tuple[object, ...]:
    return tuple(found.column(name)[row] for name in ("period", *_KEY))


def _month_before(period: str) -> str:
    year, month = int(period[:4]), int(period[5:])
    return f"{year - (month == 1):04d}-{(month - 2) % 12 + 1:02d}"


def _settle_new(
    columns: dict[str, list[Any]], found: Comparison, new: Sequence[int], ground: Ground
) -> None:
    """Give a number the measure word that the plan has for its indicator."""
    del found, new
    plan = ground.campaign.plan
    measures = {one.name: one.measure for one in plan.indicators}
    said = columns.get("measure") or [None] * len(columns["indicator"])
    columns["measure"] = [
        one or measures.get(indicator)
        for one, indicator in zip(said, columns["indicator"], strict=True)
    ]


def _shown(stored: Stored) -> str:
    return str(stored[3] or "")


NOUN: Final = Noun(
    figures.KIND,
    (
        a_unit("unit", always=True),
        *direct("period", "covers", always=True),
        replace(*words("indicator"), always=True),
        *words("batch"),
        Place("cumulative", ("cumulative",), _flag, always=True),
        Place(AMOUNT, _COLUMNS, _number, _same_number, _shown, always=True),
        *direct("measure", "source", "reason", "as_of"),
    ),
    view="figures",
    key=Key(figures.SAME, of=figures.key_of),
    extras_with="indicator",
    same=_same,
    unfold=unfold,
    compared=_compared,
    settle_new=_settle_new,
    listed=figure_pages.listed,
    laid=figure_pages.laid,
    blank=figure_pages.blank,
)
