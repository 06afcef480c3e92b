"""What a receipt says of a file that was taken, and the sentence that goes with an answer."""

WORDS = {
    "title": ("报表接收回执", "Receipt"),
    "file": ("文件", "File"),
    "sender": ("报送单位", "Sender"),
    "period": ("报表期", "Period"),
    "time": ("接收时间", "Received"),
    "digest": ("文件校验码", "Digest"),
    "note": ("说明", "Note"),
    "counts": (
        "{sheet}：新增 {new}，更新 {changed}，未变 {unchanged}，冲突 {conflict}，待核 {queried}",
        "{sheet}: {new} new, {changed} changed, {unchanged} unchanged, {conflict} in conflict, {queried} queried",
    ),
    "hidden": (
        "“{heading}”一栏可能写有提意见的人，没有收，也没有留存。要登记提意见人，请用“提出人”“联系电话”等栏目。",
        "The column “{heading}” may tell who spoke: it was not taken and is kept nowhere.",
    ),
    "offer": ("可以写成“{offer}”。", "It can be written “{offer}”."),
    "to_check": ("请核对", "to check"),
    "blank": ("空表", "blank"),
    "message": (
        "{unit}：您报来的{sheet}有 {rows} 行需要核对，请打开“{file}”，按批注改好后发回，谢谢。",
        "{unit}: {rows} row{rows:|s} of your {sheet} need{rows:s|} checking. Please open “{file}”, mend it as its comments say and send it back.",
    ),
    "result_new": ("已收", "taken"),
    "result_changed": ("已收（有更新）", "taken (changed)"),
    "result_unchanged": ("未变", "unchanged"),
    "result_conflict": ("冲突，待定", "in conflict"),
    "result_queried": ("待核", "queried"),
}
