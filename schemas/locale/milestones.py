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
    # why an activity counts or does not ---------------------------------------------------
    "counts": ("计入", "counts"),
    "counts_unsupervised": (
        "计入，但没有督导组参加",
        "counts, but no supervisor was present",
    ),
    "not_excluded": ("不计入：{form}——{why}", "does not count: {form}: {why}"),
    "not_form": (
        "不计入：“{form}”不在计入的形式里（{forms}）",
        "does not count: “{form}” is none of the forms that do ({forms})",
    ),
    "not_formless": (
        "不计入：没有写形式，也没有写明是哪项动作",
        "does not count: neither its form nor the action is said",
    ),
    "not_unsupervised": (
        "不计入：要有督导组参加，这次没有",
        "does not count: a supervisor has to be present, and none was",
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
