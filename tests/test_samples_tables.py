"""The samples' own tables: what they claim to hold, they hold. No command is run here."""

import csv
import re
import sys
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest
from python_calamine import CalamineWorkbook

SAMPLES: Final = Path(__file__).resolve().parent.parent / "samples"
sys.path.insert(0, str(SAMPLES.parent))

from samples import office  # noqa: E402
from samples.city import start as city  # noqa: E402
from samples.province import start as province  # noqa: E402

INBOX: Final = city.HERE / "inbox"

#: People and places that the figures were published of: none may stand in a sample.
REAL: Final = re.compile(
    "曹瑞兴|安明植|苏庆良|唐振生|金桂英|郑哲|张春福|刘云山|张宝顺|王学军|王明方|李锦斌|黄永礼|梁海燕|"
    "韩利学|申长友|李伟|姜异康|雷建国|刘士合|庞微|焦裕禄|沈浩|习近平|龙井|东盛涌|老头沟|石井村|永胜村|"
    "延边|吉林|安徽|合肥|芜湖|马鞍山|淮南|庐江|来安|垦利|东营|山东"
)


@cache
def expected() -> tuple[dict[str, str], ...]:
    return tuple(office.read_table(city.HERE / "expected.csv"))


@cache
def expected_rows() -> tuple[dict[str, str], ...]:
    return tuple(office.read_table(city.HERE / "expected_rows.csv"))


@cache
def cells(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the first worksheet of an inbox file as text."""
    path = INBOX / name
    if path.suffix == ".csv":
        rows = csv.reader(decoded(path.read_bytes()).splitlines(keepends=True))
        return tuple(tuple(row) for row in rows)
    return book_rows(path)


def book_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return tuple(tuple(map(str, row)) for row in sheet.to_python(skip_empty_area=False))


def decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def sheets() -> list[str]:
    """Return the inbox files that hold a sheet."""
    return [row["file"] for row in expected() if row["sheet"]]


def mailed() -> set[str]:
    return {str(path.relative_to(INBOX).as_posix()) for path in INBOX.rglob("*") if path.is_file()}


def writer(name: str) -> str:
    """Tell from a file's own bytes what wrote it."""
    path = INBOX / name
    if path.suffix == ".csv":
        return "csv"
    if path.read_bytes().startswith(b"\xd0\xcf\x11\xe0"):
        return "xlwt"
    with zipfile.ZipFile(path) as archive:
        said = archive.read("docProps/app.xml").decode()
    return next(name for mark, name in WRITERS.items() if mark in said)


WRITERS: Final = {"Openpyxl": "openpyxl", "LibreOffice": "LibreOffice", "12.0000": "XlsxWriter"}


def row_numbers(text: str) -> range:
    """Return the rows that 4 or 4-33 means."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def texts() -> Iterator[tuple[str, str]]:
    """Yield everything that the samples hold, file by file."""
    for path in sorted(SAMPLES.rglob("*")):
        if path.suffix in {".csv", ".toml", ".md", ".py"} and INBOX not in path.parents:
            yield path.name, path.read_text(encoding="utf-8-sig")
    for name in sheets():
        yield name, name + "\n".join("\t".join(row) for row in cells(name))


# The city ------------------------------------------------------------------------------


def test_city_has_9045_opinions_by_six_channels() -> None:
    counted = Counter(opinion.channel for opinion in city.opinions())
    assert counted == {
        "定期收意见": 2316,
        "测评找意见": 1487,
        "来信看意见": 642,
        "走访察意见": 3108,
        "电话听意见": 905,
        "网络晒意见": 587,
    }
    assert counted.total() == 9045


def test_city_opinions_are_of_units_and_words_that_exist() -> None:
    units = {city.full_name(unit) for unit in city.units()}
    words = tomllib.loads(city.PLAN.read_text(encoding="utf-8"))["vocabulary"]
    for opinion in city.opinions():
        assert opinion.unit in units
        assert opinion.channel in words["channel"]["words"]
        assert set(opinion.theme.split(";")) <= set(words["theme"]["words"])
        assert opinion.target in words["target"]["words"]
        assert opinion.group in words["from_group"]["words"]
        assert date(2014, 3, 3) <= opinion.day <= city.TODAY
        assert "{" not in opinion.content


def test_city_starting_sheets_hold_all_9045(tmp_path: Path) -> None:
    sheets = [path for path in city.write(tmp_path) if path.name.startswith("征求意见汇总表")]
    rows = [len(book_rows(path)) for path in sheets]
    assert sum(rows) - len(rows) == 9045
    assert rows[1] - 1 == 13


def test_city_has_words_in_korean_and_words_said_many_times() -> None:
    said = Counter((opinion.unit, opinion.day, opinion.content) for opinion in city.opinions())
    assert sum(bool(re.search("[가-힣]", content)) for _, _, content in said) > 100
    assert max(said.values()) >= 30


def test_city_has_7_towns_and_81_villages_and_communities() -> None:
    kinds = Counter(unit["kind"] for unit in city.units())
    assert kinds["乡镇"] == 7
    assert kinds["村"] + kinds["社区"] == 81
    assert [unit["parent"] for unit in city.units() if unit["name"] == "新村"] == [
        "雾泉镇",
        "苇甸乡",
    ]


def test_city_has_20_prompt_items() -> None:
    items = office.read_table(city.HERE / "items.csv")
    assert Counter(item["kind"] for item in items) == {"立行立改": 20, "专项整治": 3, "整改": 27}
    units = {unit["name"] for unit in city.units()}
    assert {item["unit"] for item in items} <= units
    assert {item["ledger"] for item in items} <= units | {""}


def test_city_starts_phase_two_on_four_dates() -> None:
    rules = tomllib.loads(city.PLAN.read_text(encoding="utf-8"))["rules"]
    starts = {rule["due"] for rule in rules if rule["action"] == "second-phase"}
    assert starts == {"5月16日", "5月末", "6月中旬", "6月末"}
    assert starts == {rule["due"] for rule in rules if rule["action"] == "look-back"}


def test_what_the_inbox_sends_again_is_among_the_opinions() -> None:
    reported = office.read_table(city.HERE / "reported.csv")
    drawn = Counter((opinion.unit, opinion.channel, opinion.content) for opinion in city.opinions())
    for row, times in Counter(
        (row["unit"], row["channel"], row["content"]) for row in reported
    ).items():
        assert drawn[row] == times


# The province --------------------------------------------------------------------------


def test_province_has_3142_of_4395_done() -> None:
    problems = province.problems()
    assert Counter(each.status for each in problems) == {"整改完毕": 3142, "正积极整改中": 1253}
    assert len(problems) == 4395
    assert round(3142 / 4395 * 100, 2) == 71.49
    assert len({(each.unit, each.scope, each.problem) for each in problems}) == 4395
    assert {each.done_on is None for each in problems if each.status == "整改完毕"} == {False}


def test_province_has_16_cities_105_counties_and_19_leaders() -> None:
    tiers = Counter(unit["tier"] for unit in province.units())
    assert (tiers["市级"], tiers["县级"]) == (16, 105)
    points = Counter(unit["contact_leader"] for unit in province.units() if unit["contact_leader"])
    assert len(points) == 19
    assert set(points.values()) == {2}
    groups = {unit["supervision_group"] for unit in province.units()} - {""}
    assert len(groups) == 16


# Both ----------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", [city, province], ids=["city", "province"])
def test_starting_sheets_are_the_same_bytes_each_time(sample: ModuleType, tmp_path: Path) -> None:
    first = sample.write(tmp_path / "a")
    second = sample.write(tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("sample", [city, province], ids=["city", "province"])
def test_names_of_units_are_unique_within_their_parent(sample: ModuleType) -> None:
    units = sample.units()
    seen = Counter((unit["parent"], unit["name"]) for unit in units)
    assert max(seen.values()) == 1
    names = {unit["name"] for unit in units}
    assert {unit["parent"] for unit in units} <= names | {""}
    codes = [unit["code"] for unit in units]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("sample", [city, province], ids=["city", "province"])
def test_plans_hold_together(sample: ModuleType) -> None:
    from ledger.campaigns import load_plan

    plan = load_plan(str(sample.PLAN))
    kinds = {unit["kind"] for unit in sample.units()} - {""}
    assert kinds <= set(plan.vocabulary.kind.words)
    groups = {unit["supervision_group"] for unit in sample.units()} - {""}
    assert groups <= set(plan.vocabulary.supervision_group.words)


def test_nobody_and_nothing_real_is_named() -> None:
    for file, text in texts():
        assert REAL.findall(text) == [], file


# The inbox -----------------------------------------------------------------------------


def test_every_file_is_expected_and_every_expected_file_is_there() -> None:
    assert {row["file"] for row in expected()} == mailed()
    assert {row["file"] for row in expected_rows()} | {"附件1.xlsx"} == set(sheets())


def test_inbox_is_large_and_mixed_enough() -> None:
    workbooks = [name for name in sheets() if not name.endswith(".csv")]
    assert len(workbooks) >= 25
    assert sum(name.endswith(".xls") for name in workbooks) == 2
    assert {row["sheet"] for row in expected()} == {
        "",
        "roster",
        "opinions",
        "rectification",
        "progress",
    }
    assert {row["file"]: writer(row["file"]) for row in expected() if row["sheet"]} == {
        row["file"]: row["writer"] for row in expected() if row["sheet"]
    }
    assert len({writer(name) for name in workbooks}) >= 4


def test_one_workbook_has_no_clear_sender_and_one_is_to_be_queried() -> None:
    assert [row["file"] for row in expected() if row["sheet"] and not row["sender"]] == [
        "附件1.xlsx"
    ]
    (most,) = [row for row in expected() if int(row["queried"]) > 3]
    assert (most["file"], most["taken"], most["queried"]) == ("鸢尾镇-整改台账.xlsx", "4", "8")


def test_three_units_that_owe_sheets_are_silent() -> None:
    reports = tomllib.loads(city.PLAN.read_text(encoding="utf-8"))["reports"]
    owed = {
        (unit["name"], report["sheet"])
        for report in reports
        for unit in city.units()
        if unit["kind"] in report["to"]["kind"]
    }
    sent = {(row["sender"], row["sheet"]) for row in expected()}
    silent = {name for name, _ in owed} - {name for name, _ in sent}
    assert silent == {"雪瓮乡", "市卫生和计划生育局", "市交通运输局"}
    assert (len(owed), len(owed & sent)) == (34, 27)
    missing = {each for each in owed - sent if each[0] not in silent}
    assert missing == {("白桦岔镇", "opinions"), ("苇甸乡", "progress")}


def test_counts_of_a_file_are_those_of_its_rows() -> None:
    outcomes: dict[str, dict[int, str]] = {}
    for row in expected_rows():
        for number in row_numbers(row["row"]):
            outcomes.setdefault(row["file"], {})[number] = row["outcome"]
    for row in expected():
        counted = Counter(outcomes.get(row["file"], {}).values())
        for outcome in ("new", "changed", "unchanged", "conflict", "queried"):
            assert int(row[outcome]) == counted[outcome], row["file"]
        assert int(row["taken"]) == counted["new"] + counted["changed"]
        assert row["file"] == "附件1.xlsx" or int(row["rows"]) == counted.total()
        assert bool(row["reasons"]) == bool(counted["queried"] + counted["conflict"])


def test_every_expected_text_stands_in_its_row() -> None:
    for row in expected_rows():
        for number in row_numbers(row["row"]):
            line = cells(row["file"])[number - 1]
            assert not row["text"] or row["text"].strip() in line, (row["file"], number)


def test_expected_units_exist() -> None:
    units = {city.full_name(unit) for unit in city.units()} | {"长鼓民俗合作社党支部"}
    for row in expected_rows():
        assert row["outcome"] == "queried" or row["unit"] in units
        assert set(filter(None, row["co_units"].split("；"))) <= units


def test_unchanged_items_are_as_they_were_in_april() -> None:
    items = {item["problem"]: item for item in office.read_table(city.HERE / "items.csv")}
    known = [row for row in expected_rows() if row["text"] in items]
    outcomes = Counter(row["outcome"] for row in known)
    assert outcomes == {"changed": 17, "unchanged": 10, "conflict": 1}
    for row in known:
        item = items[row["text"]]
        for field in ("unit", "theme", "lead", "owner", "raised_on"):
            assert row[field] == item[field], row["text"]
        assert row["due_text"] == item["due"]
        assert row["outcome"] != "unchanged" or row["done_on"] == item["done_on"]


def test_no_workbook_names_its_author() -> None:
    for name in sheets():
        if not name.endswith(".xlsx"):
            continue
        with zipfile.ZipFile(INBOX / name) as archive:
            said = archive.read("docProps/core.xml") + archive.read("docProps/app.xml")
            times = {member.date_time for member in archive.infolist()}
        assert not re.search(rb"creator|lastModifiedBy|Manager|<Company>[^<]", said), name
        assert times == {(1980, 1, 1, 0, 0, 0)}, name


def test_inbox_files_are_small() -> None:
    assert max((INBOX / name).stat().st_size for name in mailed()) < 20_000


def test_readme_tells_of_every_file() -> None:
    text = (city.HERE / "README.md").read_text(encoding="utf-8")
    assert [name for name in mailed() if f"`{name}`" not in text] == []
