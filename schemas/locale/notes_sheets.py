"""What was settled while a sheet was read: lines of the receipt."""

from typing import Final

WORDS: Final = {
    "ambiguous_heading": (
        "{column}列“{heading}”按“{meaning}”收",
        "Column {column} “{heading}” was taken as “{meaning}”",
    ),
    "ticked_with_rows": (
        "勾了“本月无变化”，但表里有变化，按表里的收，不算零报告",
        "It is ticked as unchanged, but its rows say otherwise: they were taken, and it is no "
        "nil report",
    ),
    "visit_taken": ("督导记为 {number}", "The visit is {number}"),
    "free_indicators": (
        "不是方案的统计指标，按表里的叫法登记：{names}",
        "No indicators of the plan, recorded as the sheet calls them: {names}",
    ),
    "total_twice": (
        "第 {row} 行“{label}”的“{heading}”写的是 {said}，把上级数里已含的下级数又加了一遍，不重复加是 {sum}；合计行不作记录，请核对",
        "Row {row} “{label}”: “{heading}” says {said}, which adds units below to the ones above that "
        "hold them; without that it is {sum}. Totals are not recorded: check them",
    ),
    "figure_sum": (
        "{unit}“{indicator}”：上月累计 {before} 加本月 {month} 是 {sum}，累计写的是 {said}，请核对",
        "{unit}, “{indicator}”: last month's {before} and this month's {month} make {sum}, the "
        "cumulative number is {said}",
    ),
    "opening": (
        "新增的 {count} 条记为 {period} 期初已有，不算当期新增",
        "{count} new record{count:|s} stood at the beginning of {period} and {count:is|are} not counted as new",
    ),
    "not_owed": (
        "填“/”（不涉及）的 {count} 格没有改台账，仍算应开展：{cells}。免于开展由活动办定：campaign milestones waive 单位 动作",
        "{count} cell{count:|s} say{count:s|} “/”, not owed; the ledger still asks for {count:it|them}: {cells}. To free a unit is the office's: campaign milestones waive UNIT ACTION",
    ),
    "not_owed_many": (
        "填“/”（不涉及）的 {count} 格没有改台账，仍算应开展，如：{cells}。免于开展由活动办定：campaign milestones waive 单位 动作",
        "{count} cells say “/”, not owed; the ledger still asks for them, among them: {cells}. To free a unit is the office's: campaign milestones waive UNIT ACTION",
    ),
    "turned": (
        "规定动作按行排列，已按单位转过来收",
        "Its actions stand below one another: it was turned, unit by unit",
    ),
    "fixed_taken": (
        "“{heading}”没有填的 {count} 行按“{word}”收",
        "{count} row{count:|s} without “{heading}” {count:was|were} taken as “{word}”",
    ),
    "heading_mapped": (
        "“{heading}”按您定的收作“{meaning}”",
        "“{heading}” was taken as “{meaning}”, as you settled",
    ),
    "heading_ignored": (
        "“{heading}”按您定的不收",
        "“{heading}” was left out, as you settled",
    ),
    "heading_forgotten": (
        "“{heading}”不再按以前定的收",
        "“{heading}” is no longer taken as you had settled",
    ),
    "name_remembered": (
        "“{word}”已记作报送单位的别名",
        "“{word}” is kept as another name of the sender",
    ),
    "duplicate_heading": (
        "{column}列“{heading}”与前面的列重复，按其他列保留",
        "Column {column} “{heading}” repeats an earlier column and was kept as a column of its own",
    ),
    "unknown_columns": (
        "以下各列不在本表范围内，原样保留：{headings}",
        "These columns are not part of the sheet and were kept as they are: {headings}",
    ),
    "hidden_rows": (
        "有 {count} 行是隐藏行，也已读取",
        "{count} hidden row{count:|s} {count:was|were} read, too",
    ),
    "hidden_columns": (
        "{columns} 列是隐藏列，也已读取",
        "Hidden columns were read, too: {columns}",
    ),
    "hidden_sheet": (
        "工作表“{sheet}”是隐藏的，也已读取",
        "The hidden worksheet “{sheet}” was read, too",
    ),
    "hidden_unknown": (
        "这种格式读不出哪些行、列是隐藏的，请留意",
        "This kind of file does not tell which rows and columns are hidden",
    ),
    "merges_unknown": (
        "这种格式读不出合并单元格，合并处请核对",
        "This kind of file does not tell which cells are merged: check those places",
    ),
    "row_numbers": (
        "“{heading}”只是行号，没有当作编号",
        "“{heading}” only counts the rows and was not taken as a number",
    ),
    "senders_numbers": (
        "“{heading}”按来文编号收",
        "“{heading}” was taken as the sender's own number",
    ),
    "unknown_word": (
        "“{heading}”中的“{word}”不在活动方案词表内，照原样收",
        "“{word}” under “{heading}” is not one of the plan's words and was taken as it stands",
    ),
    "unknown_word_near": (
        "“{heading}”中的“{word}”不在活动方案词表内，照原样收；相近的有“{near}”",
        "“{word}” under “{heading}” is none of the plan's words, taken as is; nearest: “{near}”",
    ),
    "carried_down": (
        "“{heading}”有 {count} 个空格按与上一行相同处理",
        "{count} empty cell{count:|s} under “{heading}” taken as the same as above",
    ),
    "merged_text": (
        "“{heading}”的合并单元格共 {count} 行，每行都按同样内容收",
        "Merged cells under “{heading}” cover {count} rows; each row has the same text",
    ),
    "part_gave": (
        "“{part}”以下各行没有填“{heading}”的，按该标题归类",
        "Rows below “{part}” without a “{heading}” have that of their part",
    ),
    "last_year": (
        "“{heading}”有 {count} 处没有写年份，按还没有到的日期推到 {year} 年收，请核对",
        "{count} day{count:|s} without a year under “{heading}” would lie ahead "
        "and {count:was|were} taken as of {year}: check",
    ),
    "total_disagrees": (
        "第 {row} 行“{label}”的“{heading}”写的是 {said}，各行相加是 {sum}；合计行不作记录，请核对",
        "Row {row} “{label}” says {said} under “{heading}”, its rows add up to {sum}; "
        "a total is no record: check it",
    ),
    "comments": (
        "文件里的批注没有读取，颜色也不当作内容；要报的内容请写进格子里",
        "Comments were not read and colours mean nothing: write what is reported into cells",
    ),
    "unit_is_worksheets": (
        "工作表“{sheet}”没有单位一列，各行都按“{unit}”收",
        "The worksheet “{sheet}” has no column for units: every row is that of {unit}",
    ),
    "passed_table": (
        "{column}列起是另一张表（{headings}），认不出是哪种报表，没有读取",
        "Another table ({headings}) begins in column {column}; its kind is not known: not read",
    ),
    "passed_worksheets": (
        "工作表“{sheets}”里没有认得的报表，没有读取",
        "Worksheets without a sheet of a known kind were not read: {sheets}",
    ),
    "empty_worksheets": (
        "工作表“{sheets}”是空的",
        "Empty worksheets: {sheets}",
    ),
    "repeats_worksheets": (
        "工作表“{sheet}”有 {count} 行与其他工作表相同，没有再收",
        "{count} row{count:|s} of “{sheet}” repeat{count:s|} other worksheets: not taken again",
    ),
    "months_disagree": (
        "报表期说法不一（{said}），没有取；请用 --period 写明是哪个月",
        "The month is told in different ways ({said}) and was not taken: say it with --period",
    ),
    "month_of_name": (
        "报表期 {period} 取自文件名",
        "The period {period} was taken from the file's name",
    ),
    "ticked_columns": (
        "“{headings}”各列打的勾，按“{meaning}”收",
        "Ticks under {headings} were taken as “{meaning}”",
    ),
    "months_of_column": (
        "“{headings}”各列按“{meaning}”收，以最后填了的一列为准",
        "{headings} were taken as “{meaning}”; of each row the last one that is filled in",
    ),
    "standing_in_progress": (
        "“{heading}”里写明了完成与否的 {count} 行，也按“{status}”收",
        "{count} row{count:|s} of “{heading}” say{count:s|} where the work stands: taken as “{status}”, too",
    ),
    "done_by_day": (
        "“{heading}”填了日期的 {count} 行，按“{status}”收",
        "{count} row{count:|s} with a day under “{heading}” {count:was|were} taken as “{status}”",
    ),
    "kind_of_title": (
        "新增的各行按标题记作“{word}”",
        "New rows were taken as “{word}”, as the title says",
    ),
    "not_done_with_progress": (
        "“{heading}”写的是没有完成、又写了进展的 {count} 行，按“{status}”收",
        "{count} row{count:|s} not done by “{heading}” and with progress {count:was|were} taken as “{status}”",
    ),
    "inner_parts": (
        "“{heading}”写的是单位内部的科室，不当作责任单位",
        "“{heading}” names parts within a unit, which were not taken as units",
    ),
    "older_copy": (
        "这份表写的是 {said}，比收过的（{newer}）旧，与台账不一样的没有自动改",
        "The sheet says it is of {said}, older than one taken before ({newer}): what it says "
        "otherwise was not taken",
    ),
    "unit_is_sender": (
        "表中没有单位一列，各行都按报送单位收",
        "The sheet has no column for units: every row is the sender's own",
    ),
    "form_of_title": (
        "{count} 行没有写活动形式，按标题算作“{form}”",
        "{count} row{count:|s} without a form {count:is|are} taken as {form}, by the title",
    ),
}
