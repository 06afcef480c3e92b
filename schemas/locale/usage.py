"""What is said of a command line that cannot be understood, and of the machine."""

from typing import Final

WORDS: Final = {
    "no_such_command": (
        "没有“{name}”这个命令。",
        "There is no command “{name}”.",
    ),
    "no_such_command.remedy": ("请试：{see}", "Try: {see}"),
    "not_a_verb": (
        "“{noun}”后面不能是“{name}”。",
        "“{name}” cannot follow “{noun}”.",
    ),
    "not_a_verb.remedy": ("请试：{see}", "Try: {see}"),
    "options_before_verb": (
        "“{verb}”前面不能有选项：列表的选项和“{verb}”不能一起用。",
        "No options may stand before “{verb}”: those of the listing do not go with it.",
    ),
    "options_before_verb.remedy": (
        "请把“{verb}”紧接着写在“{noun}”后面，用法见：{see}",
        "Type “{verb}” right after “{noun}”; see: {see}",
    ),
    "no_such_option": (
        "没有 {option} 这个选项。",
        "There is no option {option}.",
    ),
    "no_such_option.remedy": ("全部选项见：{see}", "All options: {see}"),
    "near_option": (
        "没有 {option} 这个选项，最接近的是 {near}。",
        "There is no option {option}; the nearest is {near}.",
    ),
    "near_option.remedy": ("全部选项见：{see}", "All options: {see}"),
    "needs_value": (
        "选项 {option} 后面要有内容。",
        "Option {option} needs a value.",
    ),
    "needs_value.remedy": ("用法见：{see}", "See: {see}"),
    "takes_no_value": (
        "选项 {option} 后面不带内容。",
        "Option {option} takes no value.",
    ),
    "takes_no_value.remedy": ("用法见：{see}", "See: {see}"),
    "missing_argument": (
        "还缺少：{name}。",
        "Missing: {name}.",
    ),
    "missing_argument.remedy": ("用法见：{see}", "See: {see}"),
    "missing_option": (
        "还缺少选项 {option}。",
        "Option {option} is missing.",
    ),
    "missing_option.remedy": ("用法见：{see}", "See: {see}"),
    "extra_argument": (
        "多出了：{text}",
        "Too much: {text}",
    ),
    "extra_argument.remedy": (
        "内容里有空格时，请用英文双引号括起来；用法见：{see}",
        "Put text that has spaces between double quotes; see: {see}",
    ),
    "bad_usage": ("命令写得不对：{text}", "The command line is wrong: {text}"),
    "bad_usage.remedy": ("用法见：{see}", "See: {see}"),
    "bad_language": (
        "没有“{value}”这种语言，只有 zh（中文）和 en（英文）。",
        "There is no language “{value}”, only zh (Chinese) and en (English).",
    ),
    "bad_today": (
        "环境变量 CAMPAIGN_TODAY 的值“{value}”不是日期。",
        "“{value}” in the environment variable CAMPAIGN_TODAY is no day.",
    ),
    "bad_today.remedy": (
        "请写成 2014-05-31 这样，或者取消这个变量。",
        "Write it like 2014-05-31, or remove the variable.",
    ),
    "bad_number": (
        "{option} 要的是整数，“{value}”不是。",
        "{option} takes a whole number; “{value}” is none.",
    ),
    "bad_amount": (
        "{option} 要的是最多一位小数的数，如 2、1.5、半天，“{value}”不是。",
        "{option} takes a number with at most one decimal, such as 2 or 1.5; “{value}” is none.",
    ),
    "too_small": (
        "{option} 至少是 {least}，不能是“{value}”。",
        "{option} is at least {least}; it cannot be “{value}”.",
    ),
    "too_large": (
        "{option} 至多是 {most}，不能是“{value}”。",
        "{option} is at most {most}; it cannot be “{value}”.",
    ),
    "bad_day": (
        "{option} 要的是日期，“{value}”看不出是哪一天：{fault}",
        "{option} takes a day; “{value}” does not say which: {fault}",
    ),
    "bad_day.remedy": (
        "请写成 2014-05-31 或 2014年5月31日 这样。",
        "Write it like 2014-05-31.",
    ),
    "bad_period": (
        "{option} 要的是月份，“{value}”不是。",
        "{option} takes a month; “{value}” is none.",
    ),
    "bad_period.remedy": (
        "请写成 2014-05 或 2014年5月 这样。",
        "Write it like 2014-05.",
    ),
    "bad_map": (
        "{option} 要写成“表头=栏目”，“{value}”不是。",
        "{option} takes HEADING=FIELD; “{value}” is none.",
    ),
    "bad_map.remedy": (
        "例如：--map 完成时间=done_on；不再这样收：--map 完成时间=",
        "For example: --map 完成时间=done_on; to forget it: --map 完成时间=",
    ),
    "needs_beside": (
        "{option} 要和 {other} 一起用。",
        "{option} is used with {other}.",
    ),
    "needs_beside.remedy": ("请加上 {other}。", "Add {other}."),
    "needs_record": (
        "{option} 要写明是哪一条记录。",
        "{option} is about one record.",
    ),
    "needs_record.remedy": (
        "例如：campaign history ZG-0001 {option}",
        "For example: campaign history ZG-0001 {option}",
    ),
    "bad_choice": (
        "{option} 没有“{value}”这一项。",
        "{option} cannot be “{value}”.",
    ),
    "bad_choice.remedy": ("可以是：{choices}", "It can be: {choices}"),
    "not_together": (
        "{one} 和 {other} 不能一起用。",
        "{one} and {other} do not go together.",
    ),
    "input_refused": (
        "文件“{file}”读不出来：{reason}",
        "The file “{file}” cannot be read: {reason}",
    ),
    "output_exists": (
        "文件“{file}”已经存在，没有覆盖它。",
        "The file “{file}” exists and has not been replaced.",
    ),
    "output_exists.remedy": (
        "请换一个文件名；确实要覆盖，请加 --force。",
        "Choose another name, or add --force to replace it.",
    ),
    "output_format": (
        "列表不能写成“{file}”这种文件，只能写成 .csv、.json 或 .txt。",
        "A listing is written as .csv, .json or .txt, not as “{file}”.",
    ),
    "output_format.remedy": (
        "需要 Excel 表格，请用 campaign export。",
        "For an Excel workbook, use campaign export.",
    ),
    "plan_alone": (
        "活动方案是一份完整的文件，要单独导出，不能和别的表一起，也不能只导出一部分或发给外面。",
        "A plan is exported whole and by itself, for inside the office.",
    ),
    "plan_alone.remedy": (
        "例如：campaign export plan -o 方案.xlsx",
        "For example: campaign export plan -o plan.xlsx",
    ),
    "plan_format": (
        "方案不能写成“{file}”这种文件，只能写成 .xlsx 或 .toml。",
        "A plan is written as .xlsx or .toml, not as “{file}”.",
    ),
    "plan_format.remedy": (
        "例如：campaign plan show -o 方案.xlsx",
        "For example: campaign plan show -o plan.xlsx",
    ),
    "output_refused": (
        "文件“{file}”写不进去：{reason}",
        "The file “{file}” cannot be written: {reason}",
    ),
    "output_refused.remedy": (
        "请看看文件夹在不在、文件是不是正打开着、有没有写入权限。",
        "See whether its folder exists, whether it is open, and whether you may write.",
    ),
    "offer": ("可以写成：{offer}", "Write it like: {offer}"),
    "disk_full": (
        "磁盘满了，没有写完的都不算数。",
        "The disk is full. What was not finished has not been kept.",
    ),
    "disk_full.remedy": (
        "请腾出一些空间，再执行一次。",
        "Make some room, then run the command again.",
    ),
    "ledger_readonly": (
        "台账文件是只读的，什么也没有改动。",
        "The ledger may not be written to. Nothing has been changed.",
    ),
    "ledger_readonly.remedy": (
        "请检查文件和文件夹的写入权限，或U盘的写保护开关。",
        "Check the rights of the file and of its folder, or the lock of the stick.",
    ),
    "ledger_busy": (
        "台账一直有人在写，等不到空当，什么也没有改动。",
        "Somebody else kept writing in the ledger. Nothing has been changed.",
    ),
    "ledger_busy.remedy": (
        "请过一会儿再执行；如果没有别人在用，请关掉打开着台账的其他程序。",
        "Try again in a while, and close other programs that have the ledger open.",
    ),
    "ledger_unreadable": (
        "台账文件读不了：{reason}",
        "The ledger cannot be read: {reason}",
    ),
    "ledger_unreadable.remedy": (
        "请检查文件是否完好：campaign verify；有备份时用 campaign restore。",
        "Check the file with campaign verify; campaign restore brings back a backup.",
    ),
}
