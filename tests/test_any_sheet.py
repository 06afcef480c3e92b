"""Promises that hold for every kind of sheet, made from its declaration alone.

A kind that is declared tomorrow is filled in, imported, exported and undone here as well.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from filling import filled
from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from office import Office
from office import open_office
from test_round_trip import plan

from ledger import figures
from ledger import journal
from ledger import opinions
from ledger import rectification
from ledger import undo
from ledger import units
from ledger.exchange.noun import noun_of
from ledger.exchange.shape import persons
from ledger.exchange.shape import words
from ledger.store import Entry
from schemas.sheet import Sheet
from schemas.sheet import all_sheets

#: A paper of pages that is ticked on a visit has tests of its own.
SHEETS = [sheet.code for sheet in all_sheets() if noun_of(sheet.record).pages is None]
#: What spoils a text on its way through a workbook or a delimited file.
AWKWARD = {
    "rare blank": "界\u16800",
    "wide blank": "甲\u3000乙",
    "hard blank": "甲\u00a0乙",
    "thin blank": "甲\u2009乙",
    "line separator": "甲\u2028乙",
    "next line": "甲\x85乙",
    "bell": "甲\x07乙",
    "vertical tab": "甲\x0b乙",
    "tab": "甲\t乙",
    "return": "甲\r乙",
    "lines": "甲\r\n\n乙",
    "escape": "_x0041_",
    "escaped return": "甲_x000D_乙",
    "formula": "=1+1",
    "plus": "+1甲",
    "minus": "-1-2",
    "at": "@甲",
    "quote": "'=1",
    "Hangul": "김철수",
    "Hangul in parts": "\u1112\u1161\u11ab",
    "beyond the plane": "\U00020000\U0002a6df",
    "joiner": "甲\u200d乙",
    "order mark": "\ufeff甲",
    "indented": "\u3000\u3000段首",
    "soft hyphen": "甲\u00ad乙",
    "no character": "甲\uffff乙",
    "noughts": "007",
    "a day": "2014-05-08",
    "wide letters": "ＡＢ１",
    "two people": "王五 李四",
    "people and a comma": "张三,李四",
    "an office": "王五（副局长）13800000000",
    "nobody": "无",
    "a stroke": "/",
    "total": "合计",
    "subtotal": "小计",
    "part": "一、形式主义方面",
    "foot": "填表人：李四",
    "note": "注：下同",
    "heading": "存在问题",
    "row number": "序号",
    "nothing": "/",
    "none": "无",
    "scientific": "1E+20",
    "small scientific": "3e5",
    "error": "#REF!",
    "tick": "√",
    "apostrophe": "'007",
    "number of ours": "ZG-0001",
    "mark of an answer": "【核对】甲",
}
LONG = "长" * 33_000

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("=+-@\n一二三䶮𠮷同√"),
    min_size=1,
    max_size=20,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path, plan())
    with made.ledger:
        yield made


# Sheets from their declarations -----------------------------------------------------------


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
@pytest.mark.parametrize("code", SHEETS)
def test_import_twice_then_undo_among_later_work(
    code: str, texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = open_office(tmp_path_factory.mktemp("any"), plan())
    with made.ledger:
        before = made.snapshot()
        path = filled(made, code, texts)
        [first] = made.take(path)
        taken = made.snapshot()
        assert first.entry is not None, [found.remarks for found in first.sheets]
        assert first.count("new") + first.count("changed") > 0

        [again] = made.take(path)
        assert (again.entry, again.count("conflict"), again.count("new")) == (None, 0, 0)
        assert made.snapshot() == taken

        [back] = made.take(made.export(code, f"{code}-out.xlsx"))
        assert back.entry is None, [found.remarks for found in back.sheets]
        assert made.snapshot() == taken

        later = work_later(made)
        undo.undo(made.ledger, made.author, first.entry)
        assert [item["problem"] for item in made.items() if item["no"] == later] == ["后来的事"]
        undo.undo(made.ledger, made.author, first.entry + 1)
        assert made.snapshot() == before


def work_later(made: Office) -> str:
    with made.ledger.writing(made.author, campaign=1) as entry:
        unit = made.unit("县人力资源和社会保障局")
        return rectification.add(entry, 1, "后来的事", {"unit_id": unit})


# Texts as they were typed -----------------------------------------------------------------


def says_anything(made: Office, code: str, texts: list[str]) -> None:
    """Give a record for each text, which it has in every field that holds words."""
    sheet = next(one for one in made.campaign.sheets if one.code == code)
    fixed = noun_of(sheet.record).fixed(sheet, made.campaign.plan)
    names = units.UnitNames(made.ledger.connection)
    if sheet.record not in ("unit", "item", "opinion", "milestone", "figure"):
        made.take(filled(made, code, ["话"] * len(texts)))
        said_later(made, sheet, texts)
        return
    with made.ledger.writing(made.author, campaign=1) as entry:
        top = names.required("盐窝镇")
        for at, text in enumerate(texts):
            if sheet.record == "unit":
                fields = {"name": f"第{at}村", "parent_id": top}
                unit = units.add(entry, 1, names, fields)
                units.edit(entry, 1, names, unit, {"supervision_group": text})
            elif sheet.record == "item":
                rectification.add(entry, 1, f"问题{at}{text}", {"unit_id": top, **fixed})
            elif sheet.record == "opinion":
                opinions.log(entry, 1, f"意见{at}{text}", {"unit_id": top, **fixed})
            elif sheet.record == "figure":
                said = {"unit_id": top, "period": "2014-05", "reason": text}
                figures.log(entry, made.campaign, f"指标{at}{text[:200]}", "3", said)
                continue
            for table, columns in worded(sheet, fixed).items():
                newest = f"select max(id) from {table}"
                say_in(entry, table, columns, newest, text)


def said_later(made: Office, sheet: Sheet, texts: list[str]) -> None:
    """Have records that a sheet brought say something else, but what they are known by."""
    known = noun_of(sheet.record).recognised
    with made.ledger.writing(made.author, campaign=1) as entry:
        for table, columns in worded(sheet, {}).items():
            ids = [number for (number,) in entry.connection.execute(f"select id from {table}")]
            free = [name for name in columns if name not in known]
            for number, text in zip(ids, texts, strict=False):
                say_in(entry, table, free, str(number), text)


def say_in(entry: Entry, table: str, columns: list[str], record: str, text: str) -> None:
    listed = ", ".join(f"{name} = ?" for name in columns)
    if columns:
        entry.connection.execute(
            f"update {table} set {listed} where id = ({record})", [text] * len(columns)
        )


def worded(sheet: Sheet, fixed: dict[str, object]) -> dict[str, list[str]]:
    """Return the columns that hold words as somebody typed them, by table."""
    plain = {place.meaning for place in (*words("a"), *persons("a"))}
    found: dict[str, list[str]] = {}
    for place in noun_of(sheet.record).places:
        column = sheet.column(place.field)
        free = column is not None and column.kind in ("text", "person", "word")
        if free and (place.plain or place.meaning in plain) and not place.always:
            name = place.columns[0]
            if name not in fixed and name != "short_name":
                found.setdefault(place.table or sheet.record, []).append(name)
    return found


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@pytest.mark.parametrize("code", SHEETS)
def test_whatever_was_typed_comes_back_unchanged(code: str, suffix: str, office: Office) -> None:
    says_anything(office, code, [*AWKWARD.values(), LONG])
    before, newest = office.snapshot(), journal.newest(office.ledger.connection)
    [result] = office.take(office.export(code, f"{code}.{suffix}"))
    remarks = [found.remarks for found in result.sheets]
    assert result.count("queried") + result.count("conflict") + result.count("new") == 0, remarks
    assert result.count("unchanged") > 0
    assert office.snapshot() == before
    assert journal.newest(office.ledger.connection) == newest
