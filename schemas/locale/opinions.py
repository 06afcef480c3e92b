"""What the commands about opinions say."""

from typing import Final

WORDS: Final = {
    "logged": ("已登记意见 {number}。", "Recorded opinion {number}."),
    "logged_many": ("已登记 {n} 条意见。", "Recorded {n} opinion{n:|s}."),
    "no_lines": ("一行意见也没有读到。", "There was no line with an opinion."),
    "changed": ("已改好意见 {number}。", "Changed opinion {number}."),
    "withdrawn": ("意见 {number} 已撤回。", "Opinion {number} has been withdrawn."),
    "forgotten": (
        "{number} 的提意见人已从台账里抹去。",
        "Who gave {number} has been wiped from the ledger.",
    ),
    "may_still_hold": (
        "下面这些文件里可能还有，请自己处理：",
        "These files may still hold the name; that is yours to settle:",
    ),
    "may_still_hold_elsewhere": (
        "以前拷到别处的备份、发回给报送单位的核对表里，也可能还有。",
        "So may backups that were copied elsewhere, and answers that went back to a "
        "sender.",
    ),
}
