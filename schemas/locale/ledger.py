"""What is said of a value that the ledger cannot take: a unit's name, a word of the plan."""

from typing import Final

WORDS: Final = {
    "unit_empty": ("单位名称是空的。", "The unit's name is empty."),
    "unit_unknown": (
        "没有叫“{name}”的单位。",
        "No unit is called “{name}”.",
    ),
    "unit_unknown.remedy": (
        "是新单位的，先登记：campaign add-unit {name:arg}",
        "If it is new, add it first: campaign add-unit {name:arg}",
    ),
    "unit_together": (
        "“{name}”像是几个单位连写在一起：{units}。",
        "“{name}” looks like several units in one word: {units}.",
    ),
    "unit_together.remedy": (
        "请用顿号隔开：{units}",
        "Put a separator between them: {units}",
    ),
    "unit_together.to_sender": (
        "请用顿号隔开。",
        "Please put a separator between them.",
    ),
    "unit_unknown.to_sender": (
        "请按单位名册写全称或简称；是新单位的，请告知活动办。",
        "Please write a name of the roster; tell the office where the unit is new.",
    ),
    "unit_unknown_near": (
        "没有叫“{name}”的单位，名字相近的有：{near}。",
        "No unit is called “{name}”; the nearest: {near}.",
    ),
    "unit_unknown_near.remedy": (
        "查看相近的：campaign units show {offer:arg}；"
        "是新单位的，先登记：campaign add-unit {name:arg}",
        "To see the nearest: campaign units show {offer:arg}. If it is new, add it "
        "first: campaign add-unit {name:arg}",
    ),
    "unit_unknown_near.to_sender": (
        "请改成正确的名称；是新单位的，请告知活动办。",
        "Please write the right one; tell the office where the unit is new.",
    ),
    "unit_ambiguous": (
        "叫“{name}”的单位不止一个：{units}。",
        "More than one unit is called “{name}”: {units}.",
    ),
    "unit_ambiguous.to_sender": (
        "请在名称前写明它的上级单位。",
        "Please write the unit above it in front of its name.",
    ),
    "unit_ambiguous.remedy": (
        "请连上级一起写，或者写单位代码；查看各是哪一个：campaign units --search {name:arg}",
        "Write the unit above before it, or use its code. To tell them apart: "
        "campaign units --search {name:arg}",
    ),
    "word_closed": (
        "没有“{word}”这个词，只能是：{words}。",
        "“{word}” is none of the words that the plan allows: {words}.",
    ),
    "due_empty": ("时限是空的。", "The deadline is empty."),
}
