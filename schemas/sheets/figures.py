"""统计月报: reported numbers, indicators down or units down and indicators across.

Every cell that holds a number is a record. With indicators down a row says which one it is
and has a column for the month and one for the sum so far; with units down the headings say
it. Of headings that are none of the plan's indicators those above numbers are taken, too.
"""

import re
from collections.abc import Iterator
from typing import Final
from typing import Literal

from schemas import vocabulary
from schemas.plan import Indicator
from schemas.plan import Plan
from schemas.quantity import is_measure
from schemas.quantity import plain
from schemas.sheet import OFFICES
from schemas.sheet import UP
from schemas.sheet import Column
from schemas.sheet import Reading
from schemas.sheet import Sheet

#: Before the indicator in the field of a column: its code, or behind the sign its name.
FIGURE: Final = "figure:"
NAMED: Final = "="
#: Behind it: what the number counts, where the heading says so.
Basis = Literal["this_period", "total"]
WORDS: Final[dict[Basis, tuple[str, ...]]] = {
    "this_period": (
        "本月",
        "本期",
        "本月数",
        "本期数",
        "当月",
        "当月数",
        "本月完成",
        "本月新增",
        "本月发生",
        "本月实际",
    ),
    "total": (
        "累计",
        "累计数",
        "累计完成",
        "累计完成数",
        "累计总数",
        "截至目前",
        "截至本月",
        "截至目前累计",
        "开展以来累计",
        "活动开展以来",
    ),
}
_ENGLISH: Final[dict[Basis, str]] = {"this_period": "This month", "total": "Cumulative"}
#: A title with one of these is of numbers from the campaign's beginning; so is a number.
SO_FAR: Final = re.compile("截至|截止|累计")
CUMULATIVE: Final = "累计"
#: A heading above shares, which no total adds.
SHARE: Final = re.compile("[率％%]|占比|比例")
#: In front of an indicator: 一、, （二）, 3.
NUMBERED: Final = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）][、.．]?"
    r"|\d{1,2}[、．.](?!\d)|[①-⑳])\s*"
)
#: The columns of a sheet with indicators down that hold a number.
AMOUNTS: Final = ("this_period", "total", "amount")
_BRACKETED: Final = re.compile(r"[（(\[【]([^（）()\[\]【】]*)[）)\]】]")


def field_of(indicator: str, basis: Basis | None) -> str:
    """Return the field of an indicator's column: of a code, or of a name behind the sign."""
    return f"{FIGURE}{indicator}" if basis is None else f"{FIGURE}{indicator}:{basis}"


def parted(field: str) -> tuple[str, Basis | None]:
    """Return the indicator of a column's field, and what the numbers below it count."""
    said = field.removeprefix(FIGURE)
    for basis in WORDS:
        if said.endswith(f":{basis}"):
            return said.removesuffix(f":{basis}"), basis
    return said, None


def of_plan(indicator: Indicator, basis: Basis | None = None) -> Column:
    """Return the column of one of the plan's indicators."""
    names = (indicator.name, *indicator.aliases)
    if basis is None:
        return _column(field_of(indicator.code, None), names, indicator.name)
    headings = tuple(word for name in names for word in _with(name, basis))
    english = f"{indicator.name} {_ENGLISH[basis]}"
    return _column(field_of(indicator.code, basis), headings, english)


def of_name(name: str, basis: Basis | None = None) -> Column:
    """Return the column of an indicator that no plan has."""
    field = field_of(NAMED + name, basis)
    if basis is None:
        return _column(field, (name,), name)
    return _column(field, tuple(_with(name, basis)), f"{name} {_ENGLISH[basis]}")


def _with(name: str, basis: Basis) -> Iterator[str]:
    """Yield the headings that name an indicator and say what its numbers count."""
    for word in WORDS[basis]:
        yield from (f"{name}{word}", f"{word}{name}", f"{name}（{word}）")


def _column(field: str, headings: tuple[str, ...], english: str) -> Column:
    return Column(
        field,
        headings,
        english,
        "quantity",
        whose="unit",
        leaves=OFFICES,
        width=11,
        blank=False,
    )


def _of_plan(plan: Plan) -> tuple[Column, ...]:
    return tuple(of_plan(one, basis) for one in plan.indicators for basis in (None, *WORDS))


def free(parts: tuple[str, ...], fields: frozenset[str]) -> Column | None:
    """Return the column of a heading that stands above numbers and is nobody's indicator.

    Where a row says which indicator it is, no heading does.
    """
    if "indicator" in fields or "unit" not in fields:
        return None
    *above, leaf = ("".join(part.split()) for part in parts)
    basis = basis_in(leaf)
    name = _bare(above[-1]) if basis is not None and above else _bare(leaf)
    if basis is None or not above:
        basis, name = _basis_around(leaf, name)
    return of_name(name, basis) if name else None


def basis_in(heading: str) -> Basis | None:
    """Return what a heading says that its numbers count, where it says nothing else."""
    said = plain(heading)
    return next((basis for basis, words in WORDS.items() if said in words), None)


def _basis_around(leaf: str, name: str) -> tuple[Basis | None, str]:
    """Return what stands in brackets behind a name, or before or behind it, and the name."""
    for found in _BRACKETED.findall(leaf):
        basis = basis_in(found)
        if basis is not None:
            return basis, name
    for basis, words in WORDS.items():
        for word in (*words, _ENGLISH[basis]):
            if name.startswith(word) and name != word:
                return basis, name.removeprefix(word)
            if name.endswith(word) and name != word:
                return basis, name.removesuffix(word)
    return None, name


def _bare(leaf: str) -> str:
    """Return a heading without brackets that only say what is counted, or since when."""
    return _BRACKETED.sub(
        lambda found: "" if is_measure(found[1]) or basis_in(found[1]) else found[0], leaf
    )


def measure_in(heading: str) -> str | None:
    """Return the measure word that a heading has in brackets: 征求意见数（条）."""
    return next((word for word in _BRACKETED.findall(heading) if is_measure(word)), None)


SHEET = Sheet(
    code="figures",
    title="统计月报",
    english="Figures",
    record="figure",
    tells=("indicator", "this_period"),
    tells_too=(("indicator", "total"), ("indicator", "amount"), ("unit", FIGURE)),
    titles=(
        "情况统计月报表",
        "统计月报表",
        "情况统计（月）报表",
        "情况统计报表",
        "统计报表",
        "情况统计表",
        "情况统计月报",
        "情况月报表",
        "统计汇总表",
    ),
    after=("roster",),
    per_plan=_of_plan,
    free=free,
    among="indicator",
    readings=(
        Reading("单位", "measure", beside=("indicator",), values="measure"),
        Reading("单位", "unit", quiet=True),
        Reading("项目", "indicator", beside=("this_period", "total")),
    ),
    columns=(
        Column(
            "unit",
            (
                "单位",
                "单位名称",
                "填报单位",
                "报送单位",
                "参加单位",
                "县市区",
                "乡镇（街道）",
            ),
            "Unit",
            "unit",
            leaves=OFFICES,
            carried=True,
            required=True,
            width=18,
            blank=False,
        ),
        Column(
            "period",
            ("报表期", "期别", "统计时间", "统计月份", "所属月份", "月份"),
            "Period",
            "month",
            leaves=OFFICES,
            carried=True,
            width=10,
            blank=False,
        ),
        Column(
            "covers",
            ("统计范围", "统计口径", "口径", "数据范围"),
            "Covers",
            "code",
            codes=vocabulary.COVERS,
            leaves=OFFICES,
            whose="unit",
            width=9,
            blank=False,
        ),
        Column("batch", ("批次",), "Batch", "word", words="batch", leaves=OFFICES, blank=False),
        Column(
            "indicator",
            ("指标名称", "指标", "统计指标", "统计项目", "指标项目"),
            "Indicator",
            leaves=OFFICES,
            width=30,
            example="征求意见数",
        ),
        Column(
            "measure",
            ("计量单位", "计量"),
            "Measure",
            leaves=OFFICES,
            whose="unit",
            width=9,
            example="条",
        ),
        Column(
            "this_period",
            WORDS["this_period"],
            _ENGLISH["this_period"],
            "quantity",
            whose="unit",
            leaves=OFFICES,
            width=12,
            example="260余条",
        ),
        Column(
            "total",
            WORDS["total"],
            _ENGLISH["total"],
            "quantity",
            whose="unit",
            leaves=OFFICES,
            width=12,
            example="1.2万余条",
        ),
        Column(
            "amount",
            ("数量", "数值", "统计数", "数据", "完成数"),
            "Number",
            "quantity",
            whose="unit",
            leaves=OFFICES,
            width=12,
            blank=False,
        ),
        Column(
            "reason",
            ("减少原因", "累计减少原因", "变动原因", "变动说明", "情况说明"),
            "Why it fell",
            whose="unit",
            leaves=OFFICES,
            width=20,
            example="剔除重复的20条",
        ),
        Column("source", ("数据来源", "来源"), "Source", leaves=UP, width=16, blank=False),
        Column(
            "as_of",
            ("截至日期", "截至时间", "统计截止时间"),
            "As of",
            "day",
            leaves=OFFICES,
            happened=True,
            blank=False,
        ),
    ),
)
