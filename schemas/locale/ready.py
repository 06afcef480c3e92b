"""What is said of whether units may go on to the next phase."""

from typing import Final

WORDS: Final = {
    "yes": (
        "{unit}可以转入“{phase}”：该有的都有了。",
        "{unit} may go on to “{phase}”: all is there.",
    ),
    "yes_end": ("{unit}可以结束活动：该有的都有了。", "{unit} may end the campaign: all is there."),
    "no": (
        "{unit}还不能转入“{phase}”，缺 {n} 项：",
        "{unit} may not go on to “{phase}” yet; {n} {n:thing is|things are} missing:",
    ),
    "no_end": (
        "{unit}还不能结束活动，缺 {n} 项：",
        "{unit} may not end the campaign yet; {n} {n:thing is|things are} missing:",
    ),
    "first": (
        "“{phase}”是第一个环节，前面没有要完成的。",
        "“{phase}” is the first phase: nothing comes before it.",
    ),
    "no_phases": (
        "这个方案没有环节，不用转段。",
        "This plan has no phases: there is none to go on to.",
    ),
    "end": ("结束", "the end"),
    # What is missing.
    "publication": ("公示“{phase}”的问题和结果", "“{phase}” made public"),
    "material": ("对照检查材料", "self-examination material"),
    "contacts": ("领导联系点", "contact points of leaders"),
    "amount": ("{what}（{count}/{required}）", "{what} ({count}/{required})"),
    "unclear": (
        "层级、类别或批次没有填，不知道要不要做",
        "tier, kind or batch is not said: whether it is owed is not known",
    ),
    "waiting_first": ("等“{next}”审核", "waits for “{next}”"),
    "waiting": ("等“{next}”审核，退回过{n}次", "waits for “{next}”; returned {n} time{n:|s}"),
    "waiting_of": ("没有通过的：{who}", "not passed: {who}"),
    "leaders_lack": ("{who}", "{who}"),
    "no_leaders": ("一个联系点也没有登记", "no contact point is recorded"),
    # What to do about it.
    "todo": ("补上以后这样登记：", "To record what is made up:"),
    "do_tier": ("层级", "TIER"),
    "do_kind": ("类别", "KIND"),
    "do_batch": ("批次", "BATCH"),
    "do_day": ("日期", "DAY"),
    "do_days": ("天数", "DAYS"),
    "do_present": ("人数", "HOW_MANY"),
    "do_person": ("姓名", "NAME"),
    # What is to be known beside.
    "remark": ("提示：{text}", "Note: {text}"),
    "entered": ("已于 {day} 转入“{phase}”", "“{phase}” was entered on {day}"),
    "unsupervised": (
        "{action}没有登记督导组参加：{days}",
        "{action}: no supervisor is recorded as present on {days}",
    ),
    "unreviewed_meeting": (
        "{action} {day} 已经开了，{material}还没有通过审核",
        "{action} was held on {day}, and {material} has not passed its review",
    ),
    "early_meeting": (
        "{action} {day} 开得早了，{material}到 {passed} 才通过审核",
        "{action} was held on {day}, before {material} had passed its review on {passed}",
    ),
    "sheets": (
        "{n} 个单位的回头看缺项清单已写好：{place}。补课时间填上以后收进来：campaign import 文件",
        "Look-back sheets of {n} unit{n:|s} written: {place}. Filled in, they come back with "
        "campaign import FILE",
    ),
    "no_sheets": (
        "没有缺项，不用写清单。",
        "Nothing is missing: there is no sheet to write.",
    ),
    # By tier.
    "by_tier": ("各层级：", "By tier:"),
    "units": ("单位数", "units"),
    "ready": ("可以转段", "ready"),
    "waiting_units": ("还不能转段", "not ready"),
    "ready_names": ("可以转段的单位", "units that are ready"),
    "waiting_names": ("还不能转段的单位", "units that are not ready"),
}
