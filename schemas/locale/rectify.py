"""What the commands about rectification items say."""

from typing import Final

WORDS: Final = {
    "added": ("已登记整改事项 {number}。", "Recorded item {number}."),
    "changed": ("已改好整改事项 {number}。", "Changed item {number}."),
    "progressed": ("已记下 {number} 的进展。", "Recorded how {number} goes."),
    "submitted": ("{number} 已申请销号。", "{number} has been submitted for closing."),
    "checked": ("{number} 已核查通过。", "{number} has been checked."),
    "noticed": ("{number} 已开始公示。", "{number} is on public notice."),
    "returned": (
        "{number} 已退回，工作回到“整改中”。",
        "{number} has been returned; the work is under way again.",
    ),
    "closed": ("{number} 已销号。", "{number} has been closed."),
    "reopened": (
        "{number} 已重新打开，工作回到“整改中”。",
        "{number} has been reopened; the work is under way again.",
    ),
    "linked": (
        "已给 {number} 连上 {n} 条意见。",
        "Put {n} opinion{n:|s} behind {number}.",
    ),
    "dropped": ("{number} 已撤销，不再计数。", "{number} has been dropped, and counts no more."),
    "immediate": (
        "立行立改、没有写时限的（按已过天数）：",
        "To be done at once, without a limit (by the days since):",
    ),
    "steps": ("办理经过：", "Steps:"),
    "notes": ("进展记录：", "Progress:"),
    "reason_of": ("{verdict}：{reason}", "{verdict}: {reason}"),
}
