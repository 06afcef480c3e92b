"""What the commands about rectification items say."""

from typing import Final

WORDS: Final = {
    "added": ("已登记整改事项 {number}。", "Recorded item {number}."),
    "unclear_due": (
        "看不出“{due}”是哪一天，已照原话记下，不会算逾期。",
        "“{due}” does not say which day; it is kept as it stands, and is never overdue.",
    ),
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
    "linked": ("已把意见连到 {number}。", "Put the opinions behind {number}."),
    "dropped": ("{number} 已撤销，不再计数。", "{number} has been dropped, and counts no more."),
    "carried": (
        "已从“{source}”结转 {n} 件，编号不变。",
        "Carried {n} item{n:|s} over from “{source}”; the numbers stay.",
    ),
    "carried_known": (
        "{number} 没有结转：本活动已有同一问题 {known}。确实是一件事的，撤销其中一件：campaign rectify drop {known} --reason 重复，再结转",
        "{number} was not carried over: this campaign has the same problem as {known}. If they are one, drop that: campaign rectify drop {known} --reason 重复, and carry over again",
    ),
    # The block under the overdue, and the parts of one item.
    "immediate": (
        "立行立改、没有写时限的（已过天数）：",
        "To be done at once, without a limit (days since):",
    ),
    "age": ("已过天数", "days since"),
    "steps": ("销号步骤", "Steps"),
    "notes": ("进展记录", "Progress"),
    "day": ("日期", "day"),
    "step": ("步骤", "step"),
    "done_by": ("由谁", "by whom"),
    "reason": ("原因", "reason"),
    "percent": ("进度％", "%"),
    "words": ("进展", "what was done"),
}
