"""What is said of entries: what was done, how it is taken back, what became of each row."""

from typing import Final

WORDS: Final = {
    # What every command says that writes.
    "booked": ("{done}撤销：campaign undo {entry}", "{done} To undo: campaign undo {entry}"),
    "final": ("{done}这一笔不能撤销。", "{done} This cannot be undone."),
    "unchanged": (
        "和台账里的一样，没有改动。",
        "The ledger says so already. Nothing has been changed.",
    ),
    "strange_word": (
        "方案里没有“{word}”这个词，已照原样记下。",
        "“{word}” is no word of the plan; it has been kept as it stands.",
    ),
    "near_word": (
        "方案里没有“{word}”这个词，已照原样记下；最接近的是“{near}”。",
        "“{word}” is no word of the plan; it has been kept as it stands. The nearest is “{near}”.",
    ),
    # What happened, field by field.
    "outside": ("（其他程序直接改动）", "(changed by another program)"),
    "entry": ("记账", "entry"),
    "day": ("日期", "day"),
    "by": ("经办人", "by"),
    "name": ("记录", "record"),
    "field": ("栏目", "field"),
    "old": ("改前", "before"),
    "new": ("改后", "after"),
    "value": ("内容", "value"),
    "source": ("来源", "source"),
    "file": ("文件", "file"),
    "digest": ("校验码", "digest"),
    "worksheet": ("工作表", "worksheet"),
    "row": ("行", "row"),
    "cell": ("单元格", "cell"),
    "at_row": ("第{row}行", "row {row}"),
    "command": ("命令", "command"),
    "copy": ("留存", "copy"),
    "copy.whole": ("原件", "whole"),
    "copy.values": ("内容（不含提意见人）", "values, no givers"),
    "copy.none": ("没有留", "not kept"),
    "given_back": ("已把留存的“{name}”写到 {file}。", "Wrote the kept “{name}” to {file}."),
    "field.giver": ("提意见人", "giver"),
    "giver.recorded": ("已登记", "recorded"),
    "giver.changed": ("已更改", "changed"),
    "giver.forgotten": ("已抹去", "forgotten"),
    "field.opening": ("期初已有", "in stock at"),
    "field.step": ("销号步骤", "step"),
    "field.merged_into": ("并入", "merged into"),
    "field.merged_on": ("并入时间", "merged on"),
    "field.waived_by": ("准予免于开展的", "waived by"),
    "field.waived_why": ("免于开展的原因", "waived because"),
    "field.waived_until": ("免到", "waived until"),
    # What became of each row of an entry that was undone.
    "undone": (
        "已撤销第 {entry} 笔：还原 {restored} 条，保留 {kept} 条，不能还原 {cannot} 条。"
        "恢复：campaign undo {own}",
        "Undid entry {entry}: {restored} restored, {kept} kept, {cannot} cannot be. "
        "To bring it back: campaign undo {own}",
    ),
    "not_undone": (
        "第 {entry} 笔一条也没能还原：保留 {kept} 条，不能还原 {cannot} 条。"
        "挡住它的处理好以后再试：先 campaign undo {own}，再 campaign undo {entry}",
        "Nothing of entry {entry} was restored: {kept} kept, {cannot} cannot be. Once nothing "
        "stands in the way: campaign undo {own}, then campaign undo {entry}",
    ),
    "undone_run": (
        "第 {run} 批撤销了 {n} 笔：还原 {restored} 条，保留 {kept} 条，不能还原 {cannot} 条。"
        "恢复：campaign undo --run {own}",
        "Undid {n} entries of run {run}: {restored} restored, {kept} kept, {cannot} cannot be. "
        "To bring them back: campaign undo --run {own}",
    ),
    "restored_by_kind": ("已还原：{counts}", "Restored: {counts}"),
    "of_kind": ("{noun} {n} 条", "{noun} {n}"),
    "other_kind": ("其他", "other"),
    "restored": ("已还原", "restored"),
    "kept": (
        "保留：{fields}后来被第 {by} 笔改过",
        "kept: {fields} changed since by entry {by}",
    ),
    "gone": ("不能还原：后来被第 {by} 笔删除了", "cannot: deleted since by entry {by}"),
    "needed": (
        "不能还原：第 {by} 笔的“{other}”要用到它",
        "cannot: “{other}” of entry {by} needs it",
    ),
    "missing": (
        "不能还原：它要用到的“{other}”被第 {by} 笔删除了",
        "cannot: “{other}”, which it needs, was deleted by entry {by}",
    ),
    "taken": (
        "不能还原：“{other}”已经用了同样的编号或名称",
        "cannot: “{other}” has its number or name by now",
    ),
    "giver_stays": (
        "提意见人的信息不随撤销变动。",
        "What is kept of a giver is not undone.",
    ),
}
