"""What the commands about reported numbers say."""

from typing import Final

WORDS: Final = {
    "logged": (
        "已登记统计数 {number}：{unit} {indicator} {period} {words}（{covers}，{basis}）。",
        "Recorded figure {number}: {unit}, {indicator}, {period}: {words} ({covers}, {basis}).",
    ),
    "changed": (
        "已改好统计数 {number}：{unit} {indicator} {period} {words}（{covers}，{basis}）。",
        "Changed figure {number}: {unit}, {indicator}, {period}: {words} ({covers}, {basis}).",
    ),
    "dropped": ("已删去统计数 {number}。", "Took figure {number} away."),
    "cumulative": ("累计", "cumulative"),
    "this_period": ("本期", "this period"),
    "basis": ("累计/本期", "counts"),
    "free": (
        "方案的统计指标里没有“{word}”，按原样登记。",
        "“{word}” is no indicator of the plan; it was recorded as it stands.",
    ),
    "free_near": (
        "方案的统计指标里没有“{word}”，按原样登记；相近的是“{near}”。",
        "“{word}” is no indicator of the plan; it was recorded as it stands. The nearest: “{near}”.",
    ),
    "beside": (
        "同一个数另有出处：{others}。两个都留着，合计时不加。",
        "There is the same figure from another source: {others}. Both stand, and neither is added "
        "to a total.",
    ),
    # What the numbers of a listing come to.
    "totals": (
        "合计（本级与含下级的不相加，下级的不重复加）：",
        "Totals (own figures and those with all below are never added, and none is added twice):",
    ),
    "sum": ("合计", "total"),
    "count": ("加了几个", "added"),
    "below": ("已含的下级数", "within"),
    "why_code": ("不合计的代码", "why none"),
    "remark": ("说明", "remark"),
    "within": (
        "{n} 个下级的数已含在内",
        "holds {n} of units below",
    ),
    "about": ("含约数", "not exact"),
    "no_covers": (
        "不合计：有本级数，也有含下级数",
        "none: some own, some with all below",
    ),
    "no_shares": ("不合计：比率不能相加", "none: shares are not added"),
    "no_measures": (
        "不合计：计量单位不一（{measures}）",
        "none: they count different things ({measures})",
    ),
    "no_twice": (
        "不合计：{unit}有两个数（{one}、{other}）",
        "none: {unit} has two ({one}, {other})",
    ),
}
