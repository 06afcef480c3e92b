"""The sheets that the office of the invented 桦泽市 starts its ledger with.

Everything comes from the tables beside this file; the 9,045 opinions are drawn from
``phrases.csv`` with the seed and the counts of ``opinions.toml``, the same each time.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any
from typing import Final
from typing import NamedTuple

from samples import office

HERE: Final = Path(__file__).resolve().parent
PLAN: Final = HERE / "plan.toml"
OFFICE: Final = "桦泽市委教育实践活动办公室"
#: The last working day before the month end.
TODAY: Final = date(2014, 5, 30)
#: The town that sent its opinions itself, and sends them once more in May.
REPORTER: Final = "鹿鸣川镇"

ROSTER: Final = {
    "code": "单位代码",
    "name": "单位名称",
    "short_name": "简称",
    "aliases": "别名",
    "parent": "上级单位",
    "tier": "层级",
    "kind": "单位类别",
    "key_body": "重点对象",
    "members": "党员数",
    "branches": "党组织数",
    "leaders": "班子成员数",
    "head": "主要负责人",
    "liaison": "联络员",
    "phone": "联系电话",
    "supervision_group": "督导组",
    "contact_leader": "联系领导",
    "started_on": "启动时间",
}
ITEMS: Final = {
    "kind": "事项类型",
    "theme": "四风类别",
    "category": "专项整治类别",
    "problem": "存在问题",
    "goal": "整改目标",
    "measures": "整改措施",
    "lead": "牵头领导",
    "unit": "责任单位",
    "owner": "责任人",
    "raised_on": "提出时间",
    "due": "完成时限",
    "status": "完成情况",
    "progress": "整改进展",
    "done_on": "完成时间",
}
OPINIONS: Final = ("被征求意见单位", "征求方式", "类别", "意见对象", "界别", "意见建议", "征求时间")
PROGRESS: Final = ("单位名称", "动员大会", "集中学习", "征求意见", "第一环节回头看", "启动第二环节")

#: The kinds of unit that a phrase's audience means.
AUDIENCES: Final = {
    "村": ("村",),
    "乡镇": ("乡镇",),
    "社区": ("社区", "党工委"),
    "市直": ("市直机关及直属单位", "市级班子"),
    "窗口": ("执法监管部门和窗口单位",),
}


class Opinion(NamedTuple):
    """One opinion, its fields in the order of the sheet's columns."""

    unit: str
    channel: str
    theme: str
    target: str
    group: str
    content: str
    day: date


def write(folder: Path) -> list[Path]:
    """Write the starting sheets into a folder and return them in the order to import."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _write_roster(folder / "单位名册.csv"),
        *_write_items(folder),
        *_write_opinions(folder),
        _write_progress(folder / "进度表.xlsx"),
    ]


def steps() -> Iterator[tuple[date, list[str]]]:
    """Yield what is typed once the sheets are in: nothing, they say it all."""
    yield from ()


@cache
def units() -> tuple[dict[str, str], ...]:
    """Return the roster."""
    return tuple(office.read_table(HERE / "units.csv"))


@cache
def settings() -> dict[str, Any]:
    """Return how opinions are to be drawn."""
    return tomllib.loads((HERE / "opinions.toml").read_text(encoding="utf-8"))


def full_name(unit: dict[str, str]) -> str:
    """Return a unit's name, with the parent's in front where two have the same."""
    namesakes = Counter(each["name"] for each in units())
    return unit["parent"] + unit["name"] if namesakes[unit["name"]] > 1 else unit["name"]


def opinions() -> list[Opinion]:
    """Draw all opinions, in the order of their days."""
    drawn = [*_boxes(), *_reported()]
    taken = Counter(opinion.channel for opinion in drawn)
    chance = Random(settings()["seed"])
    for channel, count in settings()["channels"].items():
        drawn += [_draw(chance, channel) for _ in range(count - taken[channel])]
    return sorted(drawn, key=lambda opinion: opinion.day)


def _write_roster(path: Path) -> Path:
    rows = [[unit[field] for field in ROSTER] for unit in units()]
    office.write_csv(path, [list(ROSTER.values()), *rows])
    return path


def _write_items(folder: Path) -> Iterator[Path]:
    """Write the office's own ledger, and the one that each unit sent in April."""
    items = office.read_table(HERE / "items.csv")
    for sender, group in groupby(items, key=lambda item: item["ledger"]):
        path = folder / f"整改台账-{sender or '活动办'}.xlsx"
        rows: list[office.Row] = [
            [number, *(_cell(item, field) for field in ITEMS)]
            for number, item in enumerate(group, 1)
        ]
        widths = (6, 10, 14, 12, 36, 20, 36, 10, 18, 10, 12, 16, 14, 28, 12)
        header: office.Row = ["序号", *ITEMS.values()]
        office.write_sheet(path, "整改台账", widths, [header, *rows])
        yield path


def _write_opinions(folder: Path) -> Iterator[Path]:
    """Write what the office gathered, and what a town sent in April."""
    sent = Counter(_reported())
    gathered = [opinion for opinion in opinions() if not sent[opinion]]
    yield _write_voices(folder / "征求意见汇总表-活动办.xlsx", gathered)
    yield _write_voices(folder / f"征求意见汇总表-{REPORTER}.xlsx", list(_reported()))


def _write_voices(path: Path, voices: list[Opinion]) -> Path:
    rows: list[office.Row] = [["序号", *OPINIONS]]
    rows += [[number, *opinion] for number, opinion in enumerate(voices, 1)]
    office.write_sheet(path, "征求意见汇总表", (7, 22, 14, 18, 12, 12, 60, 12), rows)
    return path


def _write_progress(path: Path) -> Path:
    told = tomllib.loads((HERE / "progress.toml").read_text(encoding="utf-8"))
    rows = [_progress(told, unit) for unit in units()[1:]]
    office.write_sheet(path, "进度表", (26, 14, 12, 12, 18, 16), [PROGRESS, *rows])
    return path


def _progress(told: dict[str, Any], unit: dict[str, str]) -> office.Row:
    name = unit["name"]
    days = told["study_days"].get(unit["kind"], told["study_days_of_others"])
    begun = {} if name in told["not_begun"] else told["begun"].get(unit["kind"], {})
    return [
        full_name(unit),
        _day(unit["started_on"]),
        None if name in told["not_studied"] else days,
        None if name in told["not_listened"] else "√",
        begun.get("looked_back"),
        begun.get("began"),
    ]


def _boxes() -> Iterator[Opinion]:
    """Yield what stood on slips of paper word for word the same."""
    for box in settings()["box"]:
        yield from [
            Opinion(
                box["unit"],
                box["channel"],
                box["theme"],
                "领导班子",
                box["from_group"],
                box["text"],
                box["day"],
            )
        ] * box["times"]


def _reported() -> Iterator[Opinion]:
    """Yield those that a town sent itself, and that its month-end sheet brings once more."""
    for row in office.read_table(HERE / "reported.csv"):
        day = date.fromisoformat(row.pop("day"))
        yield Opinion(**row, day=day)


def _draw(chance: Random, channel: str) -> Opinion:
    audiences = settings()["audiences"]
    (audience,) = chance.choices(list(audiences), list(audiences.values()))
    phrase = chance.choice(_phrases()[audience])
    text = phrase["text"]
    for slot, words in settings()["slots"].items():
        text = text.replace(f"{{{slot}}}", chance.choice(words))
    if text.endswith("。"):
        text += _ending(chance)
    return Opinion(
        full_name(chance.choice(_spoken_about()[audience])),
        channel,
        phrase["theme"],
        phrase["target"],
        chance.choice(settings()["groups"][channel]),
        text,
        settings()["first_day"] + timedelta(days=chance.randrange(_span())),
    )


def _ending(chance: Random) -> str:
    endings = settings()["endings"]
    silent = 100 - sum(endings.values())
    (ending,) = chance.choices(["", *endings], [silent, *endings.values()])
    return str(ending)


def _span() -> int:
    """Return how many days there were for speaking up."""
    return int((settings()["last_day"] - settings()["first_day"]).days) + 1


@cache
def _phrases() -> dict[str, list[dict[str, str]]]:
    rows = office.read_table(HERE / "phrases.csv")
    return {
        audience: [row for row in rows if row["audience"] == audience] for audience in AUDIENCES
    }


@cache
def _spoken_about() -> dict[str, list[dict[str, str]]]:
    return {
        audience: [unit for unit in units() if unit["kind"] in kinds]
        for audience, kinds in AUDIENCES.items()
    }


def _cell(item: dict[str, str], field: str) -> office.Cell:
    return _day(item[field]) if field in {"raised_on", "done_on"} else item[field] or None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
