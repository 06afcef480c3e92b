"""Invented units, opinions and items with texts as long as real ones, drawn by a seed."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from itertools import islice
from itertools import product
from random import Random
from typing import Final
from typing import NamedTuple

#: The day on which everything measured happens, as ``measuring.TODAY``.
TODAY: Final = date(2014, 5, 30)
#: Of a hundred items, so many are overdue, under way in time, and standing; the others are done.
OVERDUE: Final = 8
UNDER_WAY: Final = 26
STANDING: Final = 6

_FRONT: Final = tuple("青白鹿鸣雾桦苇鸢岚溪石柳松枫杏梨桃榆槐竹")
_BACK: Final = tuple("泉沟岭坪湾桥川岗塘洼店屯堡庄口")
_TIERS: Final = ("镇", "乡", "街道", "村", "社区")
_PEOPLE: Final = tuple(
    a + b for a, b in product("赵钱孙李周吴郑王冯陈", ("建国", "明", "秀英", "志强"))
)
CHANNELS: Final = ("座谈会", "征求意见表", "入户走访", "意见箱", "热线电话", "网络")
THEMES: Final = ("形式主义", "官僚主义", "享乐主义", "奢靡之风", "联系服务群众")
TARGETS: Final = ("领导班子", "班子成员", "部门单位")
GROUPS: Final = ("基层群众", "服务对象", "村干部", "企业", "人大代表")
_PLACES: Final = (
    "便民大厅",
    "村部门口",
    "卫生院",
    "国土所窗口",
    "学校东边的路",
    "农贸市场",
    "老粮库",
)
_WHEN: Final = ("去年秋天", "今年正月", "三月份", "上个月", "这半年", "每到雨天", "中午和周末")
_WHAT: Final = (
    "办低保手续要跑好几趟",
    "路灯坏了没人修",
    "垃圾箱满了没人拉",
    "文件照抄照转没有下文",
    "来检查的人多、解决问题的人少",
    "自来水一停就是大半天",
    "排队叫号靠喊",
    "补助公示看不到",
)
_WISH: Final = (
    "希望有个准话",
    "望尽快解决",
    "请班子亲自来看一看",
    "应当公开说明",
    "不要再推来推去",
)
_DUTY: Final = (
    "实行午间轮班",
    "公布值班电话",
    "每周通报进度",
    "精简报表三成",
    "落实一次性告知",
    "班子成员包片走访",
)


class Opinion(NamedTuple):
    """One opinion, its fields in the order of a sheet's columns."""

    unit: str
    collected_by: str
    channel: str
    theme: str
    target: str
    from_group: str
    content: str
    wording: str
    voices: int
    raised_on: date


class Item(NamedTuple):
    """One item; ``late_after`` is what the tool makes of ``due``."""

    unit: str
    theme: str
    problem: str
    goal: str
    measures: str
    lead: str
    owner: str
    raised_on: date
    due: str
    due_class: str
    late_after: date | None
    status: str
    progress: str
    done_on: date | None


def units(count: int) -> list[str]:
    """Return so many names, all different."""
    places = ["".join(parts) for parts in product(_FRONT, _BACK, _TIERS)]
    groups = ("", *(f"第{at}组" for at in range(1, count // len(places) + 1)))
    return [place + group for group, place in islice(product(groups, places), count)]


def opinions(count: int, names: list[str], seed: int = 1) -> Iterator[Opinion]:
    """Draw opinions; nearly all texts are different, of some forty characters."""
    chance = Random(seed)
    pick = chance.choice
    for number in range(count):
        place, what = pick(_PLACES), pick(_WHAT)
        yield Opinion(
            pick(names),
            pick(names),
            pick(CHANNELS),
            pick(THEMES),
            pick(TARGETS),
            pick(GROUPS),
            f"{pick(_WHEN)}{place}{what}，反映过{number % 977}回，{pick(_WISH)}，{pick(_WISH)}。",
            f"{place}{what}。",
            1,
            TODAY - timedelta(days=chance.randrange(90)),
        )


def items(count: int, names: list[str], seed: int = 2) -> Iterator[Item]:
    """Draw items; all texts are different."""
    chance = Random(seed)
    for number in range(count):
        yield _item(chance, number, names)


def _item(chance: Random, number: int, names: list[str]) -> Item:
    pick = chance.choice
    place, what = pick(_PLACES), pick(_WHAT)
    raised = TODAY - timedelta(days=chance.randrange(60, 200))
    due, due_class, late, status, done = _standing(chance, chance.randrange(100), raised)
    measures = "；".join(f"{at}.{one}" for at, one in enumerate(chance.sample(_DUTY, 4), 1))
    return Item(
        pick(names),
        pick(THEMES),
        f"{pick(_WHEN)}{place}{what}，群众反映{number % 977}次，仍未解决（第{number}件）。",
        f"做到{pick(_DUTY)}，群众满意。",
        f"{measures}。",
        pick(_PEOPLE),
        pick(_PEOPLE),
        raised,
        due,
        due_class,
        late,
        status,
        "" if status == "planned" else f"已{pick(_DUTY)}，正在{pick(_DUTY)}。",
        done,
    )


def _standing(
    chance: Random, part: int, raised: date
) -> tuple[str, str, date | None, str, date | None]:
    """Return an item's deadline with its class and last day, its status and the day done."""
    if part >= 100 - STANDING:
        return "长期坚持", "standing", None, "doing", None
    ahead = -chance.randrange(1, 60) if part < OVERDUE else chance.randrange(120)
    late = TODAY + timedelta(days=ahead)
    due = f"{late.month}月{late.day}日前"
    if part < OVERDUE + UNDER_WAY:
        return due, "dated", late, chance.choice(("planned", "doing")), None
    return due, "dated", late, "done", raised + timedelta(days=chance.randrange(5, 50))
