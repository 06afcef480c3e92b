"""What ``campaign verify`` says."""

from typing import Final

WORDS: Final = {
    "sound": ("台账 {path} 完好。", "The ledger {path} is sound."),
    "found": (
        "台账 {path} 有 {n} 处问题。",
        "The ledger {path} has {n} problem{n:|s}.",
    ),
    "file": ("文件坏了：{what}", "The file is damaged: {what}"),
    "reference": (
        "{table} 表第 {row} 行指向的 {parent} 不存在。",
        "Row {row} of {table} refers to a {parent} that is not there.",
    ),
    "older": (
        "格式是 {shape}，现在是 {known}：下一次打开时会先备份，再升级。",
        "Its shape is {shape}, the present one {known}: it will be backed up and brought "
        "up to date when it is next opened.",
    ),
    "absent": ("缺少 {kind} {part}。", "The {kind} {part} is missing."),
    "different": (
        "{kind} {part} 和这个版本的不一样。",
        "The {kind} {part} is not that of this release.",
    ),
    "foreign": (
        "有外来的触发器 {part}，它可能改动记录。",
        "There is a trigger that is not ours, {part}; it may change records.",
    ),
    "open_entry": (
        "第 {entry} 笔没有记完。",
        "Entry {entry} has not been closed.",
    ),
    "no_entry": (
        "有记账内容属于不存在的第 {entry} 笔。",
        "The journal has lines of entry {entry}, which is not there.",
    ),
    "not_json": (
        "第 {entry} 笔里有读不出来的旧值。",
        "Entry {entry} has old values that cannot be read.",
    ),
    "no_undone": (
        "第 {entry} 笔撤销的那一笔不存在。",
        "The entry that {entry} undoes is not there.",
    ),
    "overlapping": (
        "第 {entry} 笔新增的行和别的账重叠。",
        "The new rows of entry {entry} are also those of another.",
    ),
    "still_there": (
        "{table} 表第 {row} 行按账已删除，却还在。",
        "Row {row} of {table} was deleted by the journal, and is there.",
    ),
    "lost": (
        "{table} 表第 {row} 行按账还在，却没有了。",
        "Row {row} of {table} is there by the journal, and is gone.",
    ),
    "number": (
        "编号 {number} 不对。",
        "The number {number} is wrong.",
    ),
    "circle": (
        "单位“{unit}”绕了一圈，成了自己的上级。",
        "The unit “{unit}” lies below itself.",
    ),
    "permissions": (
        "这台电脑上的其他人可以读 {path}。限定本人：chmod 600 {path}",
        "Others on this computer may read {path}. To keep them out: chmod 600 {path}",
    ),
}
