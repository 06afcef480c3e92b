"""Why a choice in the workbook of conflicts cannot be taken."""

from typing import Final

WORDS: Final = {
    "unknown": (
        "冲突号与这一行对不上。请不要改前面几列，或重新生成冲突核对表",
        "Its number does not fit the row. Leave the first columns as they are, or write the "
        "workbook anew",
    ),
    "of_other_ledger": (
        "这是另一个台账的冲突核对表",
        "This is the workbook of another ledger",
    ),
    "undone": (
        "引起冲突的那张表已经撤销，不用再定",
        "The sheet in conflict has been undone: there is nothing to settle",
    ),
    "moved": (
        "台账后来变成了“{now}”，没有改。请重新收那张表，再定一次",
        "The ledger says “{now}” by now, and was not changed. Import the sheet again and settle "
        "it anew",
    ),
    "record_gone": (
        "台账里已经没有这条记录",
        "The ledger no longer has the record",
    ),
}
