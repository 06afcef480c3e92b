"""What is wrong with a value, and what to do."""

from typing import Final

WORDS: Final = {
    # days and deadlines
    "calendar_unknown": (
        "{year} 年的放假调休安排不在日历里，工作日算不准。请写明具体日期。",
        (
            "The holidays of {year} are not in the calendar, so that working days cannot be "
            "counted. Please give the very day."
        ),
    ),
    "day_decimal": (
        "“{value}”是个小数，可能是日期丢了末尾的 0，认不准。请写成 2014-03-15 的样子。",
        (
            "“{value}” is a decimal; it may be a date that lost its last 0. "
            "Please write it like 2014-03-15."
        ),
    ),
    "day_far": (
        "“{value}”不在 1900 年到 2100 年之间，像是输错了。请核对年份。",
        "“{value}” does not lie between 1900 and 2100. Please check the year.",
    ),
    "day_impossible": (
        "“{value}”不对：{month} 月只有 {last} 天。请改成正确的日期。",
        "“{value}” cannot be: month {month} has only {last} days. Please give the right day.",
    ),
    "day_is_deadline": (
        "“{value}”是一个时限，不是某一天。这里请写具体日期，例如 2014年3月15日。",
        "“{value}” is a deadline, not a day. Please give the very day here, like 2014-03-15.",
    ),
    "day_missing": (
        "“{value}”没有写明是哪一天。请把年、月、日写全，例如 2014年3月15日。",
        "“{value}” does not say which day. Please give year, month and day, like 2014-03-15.",
    ),
    "month_not_read": (
        "看不出“{value}”是哪个月。请写成 2014-05 或 2014年5月 的样子。",
        "“{value}” is not a month that can be read. Please write it like 2014-05.",
    ),
    "day_not_read": (
        "看不出“{value}”是哪一天。请写成 2014-03-15 或 2014年3月15日 的样子。",
        "“{value}” is not a day that can be read. Please write it like 2014-03-15.",
    ),
    "day_order": (
        "“{value}”分不清哪个是月、哪个是日。请按年、月、日的顺序写，例如 2014-03-15。",
        (
            "“{value}” may be read in two ways: month first or day first. "
            "Please write it like 2014-03-15."
        ),
    ),
    "day_several": (
        "“{value}”写了不止一天。这里请只写一天，例如 2014年3月15日。",
        "“{value}” names more than one day. Please give a single one, like 2014-03-15.",
    ),
    "month_impossible": (
        "“{value}”不对：没有 {month} 月。请核对月份。",
        "“{value}” cannot be: there is no month {month}. Please check the month.",
    ),
    "month_missing": (
        "“{value}”没有写明是几月。请把年、月、日写全，例如 2014年3月15日。",
        "“{value}” does not say which month. Please give year, month and day, like 2014-03-15.",
    ),
    # numbers
    "amount_tenths": (
        "“{value}”最多只能有一位小数，如 1.5、半天。",
        "“{value}” may have one decimal at most, such as 1.5.",
    ),
    "amount_not_days": (
        "“{value}”不是天数；学时、小时请填在学时一栏。",
        "“{value}” is no number of days; hours belong into the column of hours.",
    ),
    "amount_not_hours": (
        "“{value}”不是学时；天数请填在天数一栏。",
        "“{value}” is no number of hours; days belong into the column of days.",
    ),
    "count_about": (
        "“{value}”不是准确的数。这里要登记实数，请填一个整数，例如 12。",
        "“{value}” is not exact. A real count is needed here: please give a whole number, like 12.",
    ),
    "count_fraction": (
        "“{value}”不是整数。这里登记的是个数，请填一个整数。",
        "“{value}” is not whole. Something is counted here: please give a whole number.",
    ),
    "count_negative": (
        "“{value}”小于 0。这里登记的是个数，请填 0 或更大的整数。",
        "“{value}” is below 0. Something is counted here: please give 0 or more.",
    ),
    "count_not_read": (
        "看不出“{value}”是多少。这里请只填一个整数，例如 12。",
        "“{value}” is not a number that can be read. Please give a whole number, like 12.",
    ),
    "number_is_day": (
        "“{value}”是一个日期，这里要填数。请把单元格格式改为“常规”，再填上数。",
        (
            "“{value}” is a date, and a number is needed here. "
            "Please set the cell's format to General and type the number."
        ),
    ),
    "percent_about": (
        "“{value}”只是个大概。请填一个确定的百分数，例如 80%。",
        "“{value}” is only a rough share. Please give one figure, like 80%.",
    ),
    "percent_not_read": (
        "看不出“{value}”是百分之几。请填 0% 到 100% 之间的数，例如 85.36%。",
        "“{value}” is not a share that can be read. Please give 0% to 100%, like 85.36%.",
    ),
    "percent_one": (
        "“{value}”分不清是 1% 还是 100%。请把百分号一起写上。",
        "“{value}” may be 1% or 100%. Please write the per cent sign as well.",
    ),
    "percent_range": (
        "“{value}”不在 0% 到 100% 之间。请核对。",
        "“{value}” does not lie between 0% and 100%. Please check it.",
    ),
    "quantity_not_read": (
        "看不出“{value}”是多少。请写成数，可以带量词，例如 12400余人次、75.6万余条。",
        (
            "“{value}” is not a number that can be read. "
            "Please write a number, with its measure word if there is one, like 12400余人次."
        ),
    ),
    "quantity_vague": (
        "“{value}”没有说出是多少。请写出数来，例如 30余次。",
        "“{value}” does not say how many. Please write a number, like 30余次.",
    ),
}
