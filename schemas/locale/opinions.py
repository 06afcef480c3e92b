"""What the commands about opinions say."""

from typing import Final

WORDS: Final = {
    "logged": ("已登记意见 {number}。", "Recorded opinion {number}."),
    "logged_many": ("已登记 {n} 条意见。", "Recorded {n} opinion{n:|s}."),
    "changed": ("已改好意见 {number}。", "Changed opinion {number}."),
    "withdrawn": ("意见 {number} 已撤回。", "Opinion {number} has been withdrawn."),
    "forgotten": (
        "{number} 的提意见人已从台账里抹去。",
        "Who gave {number} has been wiped from the ledger.",
    ),
    "may_still_hold": (
        "这个文件里可能还有：{path}",
        "This file may still hold the name: {path}",
    ),
    "may_still_hold_elsewhere": (
        "拷到别处的备份、报送单位原来的表和发回给它的核对表里，也可能还有，请自己处理。",
        "Backups that were copied elsewhere, the sender's own sheet and an answer that "
        "went back may hold it, too; they are yours to settle.",
    ),
    "not_yet_wiped": (
        "别的程序正打开着台账，文件里还没有擦净。请关掉它，再执行一次这个命令。",
        "Another program has the ledger open, and the file is not wiped yet. Close it, "
        "then run this command again.",
    ),
    "giver_stays": (
        "提意见人已登记，这一部分不能撤销。",
        "The giver has been recorded; that part cannot be undone.",
    ),
}
