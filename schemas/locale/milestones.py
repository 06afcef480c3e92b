"""What the commands about milestones and activities say."""

from typing import Final

WORDS: Final = {
    # why an activity counts or does not ---------------------------------------------------
    "counts": ("计入", "counts"),
    "between": ("；", "; "),
    "unsupervised": ("没有督导组参加", "no supervisor was present"),
    "supervisor_unsaid": (
        "没有写督导组谁参加",
        "it is not said which supervisor was present",
    ),
    "made_up": ("缺席的 {n} 人已补课", "{n} absent made it up"),
    "not_made_up": ("还有 {n} 人缺席没有补课", "{n} absent have not made it up"),
    "not_named": ("不计入：登记的是别的动作", "does not count: logged for another action"),
    "not_excluded": ("不计入：{form}——{why}", "does not count: {form}: {why}"),
    "not_form": (
        "不计入：“{form}”不在计入的形式里（{forms}）",
        "does not count: “{form}” is none of the forms that do ({forms})",
    ),
    "not_formless": (
        "不计入：没有写形式，也没有写明是哪项动作",
        "does not count: neither its form nor the action is said",
    ),
    "not_unsupervised": (
        "不计入：要有督导组参加，这次没有",
        "does not count: a supervisor has to be present, and none was",
    ),
    "not_supervisor_unsaid": (
        "不计入：要有督导组参加，没有写谁参加",
        "does not count: a supervisor has to be present, and none is named",
    ),
    # the matrix ---------------------------------------------------------------------------
    "sign.pending": ("－", "."),
    "sign.due_soon": ("近", "~"),
    "sign.overdue": ("逾", "!"),
    "sign.done": ("完", "x"),
    "sign.done_late": ("迟", "L"),
    "sign.waived": ("免", "w"),
    "legend": ("图例：{signs}；空白是不要求。", "Legend: {signs}; blank is not owed."),
    # why ----------------------------------------------------------------------------------
    "why": (
        "{unit}的“{action}”：{status}，{count}/{required}。",
        "“{action}” of {unit}: {status}, {count}/{required}.",
    ),
    "why_not_owed": (
        "方案不要求{unit}做“{action}”。",
        "The plan does not have {unit} owe “{action}”.",
    ),
    "why_unclear": (
        "{unit}的层级、类别或批次没有登记，说不清方案要不要求做“{action}”。补上：campaign units edit {unit} --kind 类别",
        "Tier, kind or batch of {unit} is not said: whether the plan has it owe “{action}” is not"
        " known. To say it: campaign units edit {unit} --kind KIND",
    ),
    "by_rule": ("按这一条：{whom}，{due}。", "By the rule for {whom}: {due}."),
    "because": ("依据：{because}", "It stands for: {because}"),
    "no_due": ("没有时限", "no deadline"),
    "started": ("本单位启动", "the unit's start"),
    "hangs_done": ("时限看“{name}”：{day} 完成。", "It hangs on “{name}”, done on {day}."),
    "hangs_open": (
        "时限看“{name}”：还没有做，应于 {day} 完成。",
        "It hangs on “{name}”, which is not done and due on {day}.",
    ),
    "hangs_undated": (
        "时限看“{name}”：还没有做，也没有定日子。",
        "It hangs on “{name}”, which is neither done nor due on a day.",
    ),
    "late_after": (
        "应于 {on} 完成，过了 {day} 算逾期。",
        "Due on {on}, late after {day}.",
    ),
    "other_rule": (
        "也说到它、但没有这么具体的：{whom}，{due}。",
        "Another rule means it, less exactly: for {whom}, {due}.",
    ),
    "other_equal": (
        "也说到它、而且同样具体的：{whom}，{due}。定不了用哪一条：campaign plan check",
        "Another rule means it just as exactly: for {whom}, {due}. Neither wins: campaign plan check",
    ),
    "no_calendar": (
        "日历里没有 {year} 年的放假调休安排，工作日和节假日算不准，要由活动办定日期。",
        "The calendar does not know the holidays of {year}: the office has to set the day itself.",
    ),
    "other_choice": (
        "还有一种说法，要由办公室选定：{whom}，{due}。",
        "It is also said otherwise, and the office has to choose: for {whom}, {due}.",
    ),
    "said": (
        "台账记着：完成时间 {done_on}，数量 {count}。",
        "The ledger has: done on {done_on}, count {count}.",
    ),
    "said_by_sheet": (
        "报表里写着：完成时间 {done_on}，数量 {count}（{file} 第 {row} 行）。",
        "A sheet says: done on {done_on}, count {count} ({file}, row {row}).",
    ),
    "waived_why": (
        "已由{by}免去，原因：{why}；到：{until}。",
        "Waived by {by}: {why}; until {until}.",
    ),
    "waived_over": (
        "曾由{by}免去，原因：{why}；只免到 {until}，已经过了。",
        "Was waived by {by}: {why}; but only until {until}, which is over.",
    ),
    "waived_for_good": (
        "已由{by}免去，原因：{why}；一直免。",
        "Waived by {by}, for good: {why}.",
    ),
    "kept": (
        "完成时按原方案：至少 {required}，过了 {day} 算逾期；方案后来改了，完成照旧。",
        "Done by an earlier plan: at least {required}, late after {day}. It stays done.",
    ),
    "activities": ("活动：", "Activities:"),
    "number": ("编号", "number"),
    "held_on": ("日期", "day"),
    "held": ("活动", "activity"),
    "amount": ("数量", "amount"),
    "verdict": ("算不算", "does it count"),
    "times": ("每一次：", "Each time:"),
    "status": ("状态", "status"),
    "waived_before": (
        "只免到 {until}，已经过了，现在仍要做。",
        "It is waived until {until} only, which is over: it is still asked for.",
    ),
    "waived": (
        "已免去“{unit}”的“{action}”。",
        "Freed “{unit}” from “{action}”.",
    ),
    "nothing_owed": (
        "方案没有规定动作。换一个有规定动作的方案：campaign plan use 方案文件",
        "The plan asks for no actions. To take one that does: campaign plan use FILE",
    ),
}
