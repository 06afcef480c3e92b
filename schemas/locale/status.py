"""What ``campaign status`` says."""

WORDS = {
    "title": ("{campaign}（截至{day}）", "{campaign} (as of {day})"),
    "opinions": ("征求意见 {n} 条", "{n} opinion{n:|s}"),
    "items": ("整改事项 {n} 件", "{n} rectification item{n:|s}"),
    "overdue": ("其中：逾期", "of these overdue"),
    "word": ("项目", "what"),
    "n": ("数量", "number"),
    "came": (
        "其中从 {campaign} 结转来 {n} 件",
        "{n} of them carried over from {campaign}",
    ),
    "went": (
        "另有 {n} 件已结转到 {campaign}，在那里计数",
        "{n} more carried over to {campaign}, and counted there",
    ),
    "rate": ("{word}：{part} ÷ {whole} = {percent}%", "{word}: {part} of {whole} = {percent} %"),
    "no_rate": ("{word}：—", "{word}: —"),
    "rate_done": ("整改完成率（只计已完成）", "Done"),
    "rate_done_or_standing": (
        "整改完成率（计入阶段性完成并长期坚持）",
        "Done, “done, kept up” counted",
    ),
    "rate_closed": ("销号率", "Closed"),
    "counted": ("口径：{counted}", "Counted: {counted}"),
    "all_units": ("全部单位", "all units"),
    "unit": ("{unit}及其下属单位", "{unit} with all below it"),
    "dropped_left_out": ("已撤销的事项不计", "dropped items left out"),
    "between": ("；", "; "),
}
