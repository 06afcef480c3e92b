"""Sheets of any kind, filled in from their declarations alone."""

from datetime import timedelta
from pathlib import Path

from office import Office
from openpyxl import Workbook

from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.vocabulary import YES

UNITS = ("盐窝镇", "胜坨镇", "县财政局")
#: What a column of a kind may say in every row.
SAID = {
    "person": "欧阳修文",
    "deadline": "6月底前",
    "count": 7,
    "amount": 7,
    "days": "1天半",
    "hours": 4,
    "percent": 7,
    "yes": YES.word("yes", "zh"),
    "milestone": "√",
    "month": "2014-05",
    "quantity": 7,
}
#: Who talked with whom makes a talk of an activity, which is in no sheet that leaves; a row
#: has one number of an indicator, in the measure that the number says.
LEFT = {
    *(("activities", name) for name in ("with_whom", "pair", "topics")),
    *(("figures", name) for name in ("total", "amount", "measure")),
}


def filled(made: Office, code: str, texts: list[str]) -> Path:
    """Write a sheet of a kind, with one row for each text and something in every column."""
    sheet = next(one for one in made.campaign.sheets if one.code == code).under(made.campaign.plan)
    columns = [one for one in sheet.columns if one.field != "no" and not one.private]
    book = Workbook()
    page = book.worksheets[0]
    page.append([sheet.title])
    page.append([column.headings[0] for column in columns])
    for at, text in enumerate(texts):
        page.append([cell(made, sheet, column, at, text) for column in columns])
    path = made.folder / f"{code}.xlsx"
    book.save(path)
    return path


def cell(made: Office, sheet: Sheet, column: Column, at: int, text: str) -> object:
    """Return something that a column of its kind may say."""
    if (sheet.code, column.field) in LEFT or column.field in sheet.fixed_in(made.campaign.plan):
        return None
    if column.kind in SAID:
        return SAID[column.kind]
    if column.field == "action":
        actions = made.campaign.plan.actions
        return actions[at % len(actions)].name
    if column.kind == "phase":
        return made.campaign.plan.phases[0].name
    if column.kind == "text":
        return f"第{at}村" if column.field == "name" else f"话{at}{text}"
    if column.kind in ("unit", "units"):
        return UNITS[at % len(UNITS)]
    if column.kind in ("day", "span"):
        # A kind may have one record of a unit for each day.
        return str(made.today - timedelta(at))
    if column.codes is not None:
        return next(iter(column.codes.words.values()))[0]
    if column.kind in ("word", "words"):
        known = getattr(made.campaign.plan.vocabulary, column.words or "", None)
        return known.words[at % len(known.words)] if known is not None and known.words else None
    return f"DM{at}7"
