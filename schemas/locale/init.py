"""What ``campaign init`` says."""

from typing import Final

WORDS: Final = {
    "created": (
        "已新建台账 {path}，方案：{plan}。",
        "Created the ledger {path}. Its plan: {plan}.",
    ),
    "next": (
        "接下来登记参加单位：campaign add-unit 单位名称；"
        "单位多的，填一张名册收进来更快：campaign template roster",
        "Next, record the units: campaign add-unit NAME. For many, fill in a roster: "
        "campaign template roster",
    ),
    "next_without_office": (
        "接下来登记参加单位：campaign add-unit 单位名称",
        "Next, record the units: campaign add-unit NAME",
    ),
    "without_permissions": (
        "这个磁盘不能限定只有本人可以打开台账，请把它放在别人打不开的地方。",
        "This disk cannot keep others from opening the ledger. Keep it where nobody "
        "else gets at it.",
    ),
    "without_wal": (
        "这个磁盘不支持边读边写，几个人同时用会慢一些。",
        "This disk does not bear reading while somebody writes; with several people it is slower.",
    ),
}
