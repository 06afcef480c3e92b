"""What the commands about supervision, contact points and weak organisations say."""

from typing import Final

WORDS: Final = {
    "logged": ("已登记督导 {number}。", "Recorded visit {number}."),
    "logged_items": (
        "已登记督导 {number}，发现的问题列为整改事项：{items}。",
        "Recorded visit {number}; what it found became {items}.",
    ),
    "changed": ("已改好督导 {number}。", "Changed visit {number}."),
    "changed_items": (
        "已改好督导 {number}，新列整改事项：{items}。",
        "Changed visit {number}; what it found became {items}.",
    ),
    "dropped": (
        "已删去督导 {number}，由它列出的整改事项保留。",
        "Took visit {number} away; the items that came of it stay.",
    ),
    # The listing of visits, and what each group did.
    "of_groups": (
        "各督导组合计（督导组自己听到的，不计入各单位）：",
        "Each group's own (apart from what units collected themselves):",
    ),
    "visits": ("督导次数", "visits"),
    "units": ("单位数", "units"),
    # Contact points.
    "contact_added": ("已登记联系点 {number}。", "Recorded contact point {number}."),
    "contact_changed": ("已改好联系点 {number}。", "Changed contact point {number}."),
    "contact_dropped": ("已删去联系点 {number}。", "Took contact point {number} away."),
    "bodies": ("联系单位", "bodies"),
    "points": ("基层联系点", "points"),
    "missing": ("缺什么", "missing"),
    "no_rule": (
        "活动方案没有规定领导联系点，谈不上缺。",
        "The plan has no rule for contact points, so that nobody can lack one.",
    ),
    # Weak and lax organisations.
    "weak_added": ("已登记软弱涣散党组织 {number}。", "Recorded weak organisation {number}."),
    "weak_changed": ("已改好软弱涣散党组织 {number}。", "Changed weak organisation {number}."),
    "weak_dropped": ("已删去软弱涣散党组织 {number}。", "Took weak organisation {number} away."),
    "secretaries": (
        "已选派第一书记：{total} 个中有 {part} 个，占 {share} %",
        "With a first secretary: {part} of {total} = {share} %",
    ),
    "turned": (
        "已转化：{total} 个中有 {part} 个，占 {share} %",
        "Turned round: {part} of {total} = {share} %",
    ),
}
