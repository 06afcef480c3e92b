"""The sheets that the office of the invented 岚江省 starts its ledger with.

The first batch found 4,395 problems, of which 3,142 are put right. Each is drawn from
``problems.csv`` with the seed and the counts of ``problems.toml``, the same each time.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from typing import Final
from typing import NamedTuple

from samples import office

HERE: Final = Path(__file__).resolve().parent
PLAN: Final = "qzlx-province"
OFFICE: Final = "岚江省委教育实践活动领导小组办公室"
#: The day of the report that the figures are of.
TODAY: Final = date(2014, 5, 7)
FIRST_BATCH: Final = "第一批"
#: Problems were found from August to November of the first year, and put right since.
FOUND: Final = (date(2013, 8, 1), date(2013, 11, 30))
DONE_BY: Final = date(2014, 4, 30)

ROSTER: Final = {
    "code": "单位代码",
    "name": "单位名称",
    "short_name": "简称",
    "parent": "上级单位",
    "tier": "层级",
    "kind": "单位类别",
    "batch": "批次",
    "key_body": "重点对象",
    "leaders": "班子成员数",
    "head": "主要负责人",
    "supervision_group": "督导组",
    "contact_leader": "联系领导",
    "started_on": "启动时间",
}
ITEMS: Final = {
    "batch": "批次",
    "unit": "责任单位",
    "scope": "班子或个人",
    "theme": "四风类别",
    "category": "专项整治类别",
    "problem": "存在问题",
    "owner": "责任人",
    "raised_on": "提出时间",
    "due": "完成时限",
    "status": "完成情况",
    "done_on": "完成时间",
}


class Problem(NamedTuple):
    """One problem, its fields in the order of the sheet's columns."""

    batch: str
    unit: str
    scope: str
    theme: str
    category: str | None
    problem: str
    owner: str
    raised_on: date
    due: str
    status: str
    done_on: date | None


def write(folder: Path) -> list[Path]:
    """Write the starting sheets into a folder and return them in the order to import."""
    folder.mkdir(parents=True, exist_ok=True)
    roster, ledger = folder / "单位名册.csv", folder / "整改台账（第一批）.xlsx"
    rows = [[unit[field] for field in ROSTER] for unit in units()]
    office.write_csv(roster, [list(ROSTER.values()), *rows])
    widths = (7, 10, 26, 10, 12, 14, 60, 12, 13, 24, 16, 13)
    numbered = [[number, *problem] for number, problem in enumerate(problems(), 1)]
    office.write_sheet(ledger, "整改台账", widths, [["序号", *ITEMS.values()], *numbered])
    return [roster, ledger, _write_progress(folder), _write_contacts(folder), _write_weak(folder)]


def _bodies() -> list[dict[str, str]]:
    """Return the cities and counties of the second batch."""
    return [unit for unit in units() if unit["batch"] != FIRST_BATCH and unit["kind"]]


def _write_progress(folder: Path) -> Path:
    """Every city and county has its leading group, and has studied as it has to."""
    path = folder / "进度表.csv"
    head = ["单位名称", "成立领导小组", "集中学习", "专题研讨"]
    rows = [[_called(unit), unit["started_on"], 5, 3] for unit in _bodies()]
    office.write_csv(path, [head, *rows])
    return path


def _write_contacts(folder: Path) -> Path:
    """Write for each leader a city (or a county below the province) and a county."""
    path = folder / "联系点.csv"
    points: dict[str, dict[bool, str]] = {}
    for unit in units():
        if unit["contact_leader"]:
            county = unit["kind"] == "县（市、区）"
            points.setdefault(unit["contact_leader"], {})[county] = _called(unit)
    head = ["所在单位", "联系领导", "领导级别", "联系单位", "基层联系点"]
    rows = [["岚江省", who, "省领导", both[False], both[True]] for who, both in points.items()]
    office.write_csv(path, [head, *rows])
    return path


def _write_weak(folder: Path) -> Path:
    """Write the weak branches, each in a county; so many have a first secretary from the town."""
    path = folder / "软弱涣散基层党组织整顿台账.csv"
    said = settings()["weak"]
    counties = [unit for unit in _bodies() if unit["tier"] == "县级"]
    head = ["所属单位", "党组织名称", "第一书记", "整顿时限", "转化情况"]
    rows = [
        [
            _called(counties[number % len(counties)]),
            f"第{number // len(counties) + 1}号村党支部",
            "乡镇党委负责同志" if number < said["with_first_secretary"] else None,
            "2014年9月底前",
            "整顿中",
        ]
        for number in range(said["organisations"])
    ]
    office.write_csv(path, [head, *rows])
    return path


def _called(unit: dict[str, str]) -> str:
    """Return a unit's name, with its parent's in front where two have the same."""
    namesakes = sum(other["name"] == unit["name"] for other in units())
    return unit["parent"] + unit["name"] if namesakes > 1 else unit["name"]


def steps() -> Iterator[tuple[date, list[str]]]:
    """Yield what is typed once the sheets are in: two visits, and the numbers of the report."""
    for city in ("澜陵市", "栖川市"):
        said = ["--group", "省委暗访组", "--way", "暗访", "--on", "2014-03-15"]
        yield TODAY, ["log-visit", city, *said, "--outcome", "曝光", "--outcome-where", "省电视台"]
    commented = ["--group", "省委活动办", "--way", "点评", "--on", "2014-03-24"]
    yield TODAY, ["log-visit", "栖川市", *commented, "--fed-back-on", "2014-03-24"]
    for row in office.read_table(HERE / "figures.csv"):
        yield TODAY, ["log-figure", row["indicator"], row["words"], "--unit", row["unit"]]


@cache
def units() -> tuple[dict[str, str], ...]:
    """Return the roster: the province, its organs, sixteen cities, a hundred and five counties."""
    return tuple(office.read_table(HERE / "units.csv"))


@cache
def settings() -> dict[str, Any]:
    """Return how problems are to be drawn."""
    return tomllib.loads((HERE / "problems.toml").read_text(encoding="utf-8"))


def problems() -> list[Problem]:
    """Draw all problems, unit by unit."""
    chance = Random(settings()["seed"])
    bodies = [unit for unit in units() if unit["batch"] == FIRST_BATCH]
    states = [word for word, count in settings()["counts"].items() for _ in range(count)]
    chance.shuffle(states)
    shares = [len(states[number :: len(bodies)]) for number in range(len(bodies))]
    left = iter(states)
    return [
        _problem(chance, body, phrase, text, next(left))
        for body, share in zip(bodies, shares, strict=True)
        for phrase, text in _texts(chance, share)
    ]


def _texts(chance: Random, count: int) -> Iterator[tuple[dict[str, str], str]]:
    """Yield so many phrases with their slots filled, no text twice."""
    phrases = office.read_table(HERE / "problems.csv")
    seen: set[str] = set()
    while len(seen) < count:
        phrase = chance.choice(phrases)
        text = phrase["text"]
        for slot, words in settings()["slots"].items():
            text = text.replace(f"{{{slot}}}", chance.choice(words))
        if text not in seen:
            seen.add(text)
            yield phrase, text


def _problem(
    chance: Random, body: dict[str, str], phrase: dict[str, str], text: str, status: str
) -> Problem:
    raised = FOUND[0] + timedelta(days=chance.randrange((FOUND[1] - FOUND[0]).days + 1))
    done = raised + timedelta(days=chance.randrange(5, (DONE_BY - raised).days + 1))
    finished = status == "整改完毕"
    return Problem(
        FIRST_BATCH,
        body["name"],
        phrase["scope"],
        phrase["theme"],
        phrase["category"] or None,
        text,
        body["head"],
        raised,
        "2014年4月底前" if finished else _deadline(chance),
        status,
        done if finished else None,
    )


def _deadline(chance: Random) -> str:
    words = settings()["deadlines"]
    (deadline,) = chance.choices(list(words), list(words.values()))
    return str(deadline)
