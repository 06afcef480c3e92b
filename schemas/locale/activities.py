"""What the commands about activities say."""

from typing import Final

WORDS: Final = {
    "logged": (
        "已记下活动 {number}，计入：{actions}。",
        "Recorded activity {number}; it counts towards {actions}.",
    ),
    "logged_uncounted": (
        "已记下活动 {number}，不计入任何规定动作。",
        "Recorded activity {number}; it counts towards no action of the plan.",
    ),
    "changed": (
        "已改好活动 {number}，计入：{actions}。",
        "Changed activity {number}; it counts towards {actions}.",
    ),
    "changed_uncounted": (
        "已改好活动 {number}，不计入任何规定动作。",
        "Changed activity {number}; it counts towards no action of the plan.",
    ),
    "dropped": ("已删去活动 {number}。", "Took activity {number} away."),
    # Who has to talk with whom and has not.
    "pair": ("还没有谈的", "has not talked"),
    "first": ("谈话人", "who"),
    "second": ("谈话对象", "with whom"),
    "no_pairs": (
        "活动方案没有规定谁和谁必谈，谈不上缺。",
        "The plan says of no pair that it has to talk, so that none can be missing.",
    ),
    # The groups of members.
    "units": ("单位数", "units"),
    "all": ("总数", "all"),
    "reached": ("已覆盖", "reached"),
    "left": ("未覆盖", "left"),
    "percent": ("覆盖率%", "per cent"),
    "how": ("方式", "how"),
}
