"""What the commands about plans say."""

from typing import Final

WORDS: Final = {
    "code": ("代号", "code"),
    "name": ("活动名称", "campaign"),
    "in_use": ("正在用", "in use"),
    "shipped": ("自带的方案：", "Plans that ship:"),
    "chosen": (
        "现在用的是“{name}”（{code}）。",
        "The campaign in use is now “{name}” ({code}).",
    ),
    # What is wrong with a plan ------------------------------------------------------------
    "plan_alias_of_nothing": (
        "别名对应的词不在词表里：{words}",
        "aliases for words that are not in the list: {words}",
    ),
    "plan_ends_before_start": ("结束日期早于开始日期", "the end lies before the start"),
    "plan_code_twice": ("{place} 里 {code} 写了两次", "{code} stands twice in {place}"),
    "plan_not_declared": (
        "{place} 用到的 {codes} 前面没有写",
        "{place} names what is not declared: {codes}",
    ),
    "event_unknown": (
        "看不出“{event}”指方案里的哪项动作，这条期限算不出日期",
        "“{event}” means no action of the plan, so that the deadline has no day",
    ),
    "due_unread": (
        "“{words}”算不出日期，这项动作永远不会逾期",
        "“{words}” means no day, so that the action is never late",
    ),
    "plan_recurrence_unread": (
        "“{words}”看不懂，请写成 每周一、每周、每月、每月15日、每季度、每天 的样子",
        "“{words}” is not understood; write it like 每周一, 每周, 每月, 每月15日, 每季度, 每天",
    ),
    "plan_form_twofold": (
        "{forms} 既计入又不计入",
        "{forms} both counts and does not",
    ),
    "rule_missing": ("缺这一项", "it is missing"),
    "rule_unknown_key": ("没有这一项", "there is no such key"),
    "rule_one_of": ("“{value}”不行，只能是 {expected}", "“{value}” is not {expected}"),
    "rule_value": ("“{value}”不是合适的值", "“{value}” is no fitting value"),
}
