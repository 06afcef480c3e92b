"""What can be wrong with a cell of a sheet, and how to put it right."""

from typing import Final

WORDS: Final = {
    "required": (
        "“{heading}”没有填写，请补填；整行不报的，请删去本行",
        "“{heading}” is empty: fill it in, or delete the row if it is not reported",
    ),
    "required_column": (
        "表中没有“{heading}”一列，请加上这一列并逐行填写",
        "The sheet has no column “{heading}”: add it and fill it in for every row",
    ),
    "figure_period": (
        "看不出是哪个月的数。请在标题里写明月份，如“2014年5月”，或者加一列“报表期”",
        "It does not say which month the numbers are of: write it in the title, such as 2014年5月, "
        "or add a column 报表期",
    ),
    "figure_period_ahead": (
        "{value} 还没有到，请核对月份",
        "{value} lies ahead: check the month",
    ),
    "uncalculated": (
        "公式没有算过，读不到结果；请用 Excel 或 WPS 打开后保存一次，或直接填写数值",
        "The formula was never calculated: open and save the file in Excel or WPS, or type a value",
    ),
    "cell_error": (
        "单元格显示的是错误值（如 #REF!），请改填正确的内容",
        "The cell shows an error such as #REF!: type the right value in its place",
    ),
    "digits_lost": (
        "长号码按数字保存，末尾几位已经丢失；请先把单元格设为“文本”，再重新填写完整号码",
        "A long number was stored as a figure and has lost its last digits: "
        "set the cell to Text and type it again",
    ),
    "ditto_unclear": (
        "“{text}”看不出指的是哪一格，请写出完整内容",
        "It is not clear which cell “{text}” repeats: write the value out",
    ),
    "word_closed": (
        "“{text}”不在“{heading}”的可选范围内，请改为：{allowed}",
        "“{text}” is not one of the words for “{heading}”; use one of: {allowed}",
    ),
    "code_unknown": (
        "“{heading}”一栏认不出“{text}”，请改为：{allowed}",
        "“{text}” is not known under “{heading}”; use one of: {allowed}",
    ),
    "status_unknown": (
        "“{text}”看不出整改到了哪一步，请改为：{allowed}",
        "“{text}” does not say how far the work is; use one of: {allowed}",
    ),
    "several_ticks": (
        "“{text}”都打了勾，只能选一个",
        "{text} are all ticked; only one may be",
    ),
    "status_ambiguous": (
        "“{text}”可以有几种理解，请写明是哪一种：{allowed}",
        "“{text}” may mean several things; say which: {allowed}",
    ),
    "number_misread": (
        "没有“{text}”这样的编号，可能抄错了一位；请核对原表的编号，新增的行请留空",
        "“{text}” is no number of ours: check its characters, or leave it empty for a new row",
    ),
    "collective": (
        "“{text}”没有指明是哪些单位，请逐一写出单位名称，用顿号隔开",
        "“{text}” does not say which units are meant: name each of them",
    ),
    "collective_of": (
        "“{text}”没有指明是哪些单位，请逐一写出；可能是：{units}",
        "“{text}” does not say which units are meant: name each of them; it may be: {units}",
    ),
    "struck_through": (
        "整行加了删除线：不再报的，请删去这一行；照报的，请去掉删除线",
        "The whole row is struck through: delete it, or take the line out if it is meant",
    ),
    "other_table": (
        "从这里起是另一张表，本行没有读取；请移到单独的工作表，或按第一张表的表头逐列填写",
        "A second table stands here and was not read: move it to its own worksheet, "
        "or put it under the same headings",
    ),
    "day_decimal_only": (
        "“{value}”是个小数，不是日期；如果是 {day}，请写成 {day}",
        "“{value}” is a decimal and no day; if {day} is meant, please write {day}",
    ),
    "day_decimal_either": (
        "“{value}”是个小数，可能是 {first}，也可能是 {second}；请写明是哪一天",
        "“{value}” is a decimal: it may have been {first} or {second}; say which day is meant",
    ),
    "milestone_measure": (
        "“{heading}”不按“{text}”这样的单位计；请填√、日期、次数或天数、未开展，不涉及填 /",
        "“{heading}” is not counted like “{text}”: √, a day, times or days, 未开展; / if not owed",
    ),
    "milestone_ahead": (
        "“{heading}”写的“{text}”还没有到，不能算已开展；还没有开展的请填 未开展，年份不同的请写全",
        "“{heading}”: “{text}” lies ahead and is not done yet: 未开展, or write its year as well",
    ),
    "text_is_sum": (
        "“{text}”不是一条内容：合计行请留空单位，是一条的请写清内容",
        "“{text}” is not the text of a record: leave the unit of a total empty, or write what it is",
    ),
    "action_unknown": (
        "“{text}”不是本方案的规定动作或自选动作",
        "“{text}” is none of the plan's actions",
    ),
    "milestone_of": (
        "“{heading}”的“{text}”可能是日期，也可能是做了几次；请写成 2014-03-15 或 1次 的样子",
        "“{heading}”: “{text}” may be a day or how many of how many; write 2014-03-15, or the number",
    ),
    "milestone_times": (
        "“{heading}”的“{text}”看不出做了几次；请写次数，如 3次",
        "“{heading}”: “{text}” does not say how often; write the number of times",
    ),
    "milestone_recurs": (
        "“{heading}”要反复做，“{text}”看不出一共做了几次；请写次数，如 3次",
        "“{heading}” is owed again and again, and “{text}” does not say how often; write the number",
    ),
    "milestone_unknown": (
        "“{heading}”看不出“{text}”是否开展；请填√、日期、次数、未开展，不涉及填 /",
        "“{text}” does not say if “{heading}” was done: √, a day, a count, 未开展; / if not owed",
    ),
}
