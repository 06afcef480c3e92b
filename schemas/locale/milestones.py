"""What the commands about milestones and activities say."""

from typing import Final

WORDS: Final = {
    "logged": (
        "已记下“{title}”，计入：{actions}。",
        "Recorded “{title}”; it counts towards {actions}.",
    ),
    "logged_uncounted": (
        "已记下“{title}”，不计入任何规定动作。",
        "Recorded “{title}”; it counts towards no action of the plan.",
    ),
    "waived": (
        "已免去“{unit}”的“{action}”。",
        "Freed “{unit}” from “{action}”.",
    ),
    "nothing_owed": (
        "方案没有规定动作。换一个有规定动作的方案：campaign plan use 方案文件",
        "The plan asks for no actions. To take one that does: campaign plan use FILE",
    ),
}
