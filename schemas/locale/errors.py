"""What is said of every mistake in ``ledger.errors``, and what can be done about it.

``{name:arg}`` is a value as one word of a command line.
"""

from typing import Final

from schemas.vocabulary import CLOSING
from schemas.vocabulary import STATUS

WORDS: Final = {
    # The ledger's file.
    "ledger_missing": (
        "没有找到台账文件：{path}",
        "There is no ledger at {path}",
    ),
    "ledger_missing.remedy": (
        "在别处的，用 --ledger 写明；还没有的，先新建：campaign init --ledger {path:arg}",
        "Name another place with --ledger, or create one: campaign init --ledger {path:arg}",
    ),
    "ledger_exists": (
        "{path} 已经有文件了，没有动它。",
        "There is a file at {path} already. It has been left alone.",
    ),
    "ledger_exists.remedy": (
        "新台账请换一个位置：campaign init --ledger 新台账.db",
        "Put the new ledger elsewhere: campaign init --ledger new.db",
    ),
    "not_a_ledger": (
        "{path} 不是本工具的台账文件。",
        "{path} is not a ledger of this tool.",
    ),
    "not_a_ledger.remedy": (
        "要收表格，用 campaign import；要用台账，请用 --ledger 写对位置。",
        "Sheets are taken with campaign import; a ledger is named with --ledger.",
    ),
    "ledger_newer": (
        "{path} 是较新版本的工具写的（格式 {shape}，这里只认到 {known}），没有动它。",
        "{path} was written by a newer release (shape {shape}; this one knows {known}). "
        "It has been left alone.",
    ),
    "ledger_newer.remedy": (
        "请升级后再打开：pipx upgrade campaign",
        "Upgrade, then open it again: pipx upgrade campaign",
    ),
    "ledger_damaged": (
        "台账文件 {path} 坏了：{what}",
        "The ledger {path} is damaged: {what}",
    ),
    "ledger_damaged.remedy": (
        "请用最近的备份换回：campaign restore 备份文件",
        "Put the latest backup in its place: campaign restore BACKUP",
    ),
    "ledger_locked": (
        "台账 {path} 一直有人在写，等了 {seconds} 秒，什么也没有改动。",
        "Somebody kept writing in {path} for {seconds} seconds. Nothing has been changed.",
    ),
    "ledger_locked.remedy": (
        "请过一会儿再执行；没有别人在用的话，请关掉打开着台账的其他程序。",
        "Try again in a while, and close other programs that have the ledger open.",
    ),
    "same_file": (
        "{path} 就是现在的台账，用不着换。",
        "{path} is the ledger itself. There is nothing to put in its place.",
    ),
    "machine_failed": (
        "{path} 读写不了：{what}",
        "{path} cannot be read or written: {what}",
    ),
    "machine_failed.remedy": (
        "请看看文件夹在不在、有没有写入权限、磁盘满没满。什么也没有改动。",
        "See whether the folder exists, whether you may write there, and whether the "
        "disk is full. Nothing has been changed.",
    ),
    # Campaigns and plans.
    "unknown_plan": (
        "没有叫“{plan}”的方案，也没有这个文件。",
        "No plan is called “{plan}”, and there is no such file.",
    ),
    "unknown_plan.remedy": (
        "自带的方案有：{shipped}。看一看：campaign plan show standard",
        "The plans that ship: {shipped}. To read one: campaign plan show standard",
    ),
    "plan_unreadable": (
        "方案文件“{plan}”读不懂：{what}",
        "The plan “{plan}” cannot be read: {what}",
    ),
    "plan_unreadable.remedy": (
        "方案是 UTF-8 编码的 TOML 文件，可以照着自带的改：campaign plan show standard",
        "A plan is a TOML file in UTF-8; start from one that ships: campaign plan show standard",
    ),
    "plan_invalid": (
        "方案“{plan}”的 {place} 写得不对：{what}",
        "The plan “{plan}” is wrong at {place}: {what}",
    ),
    "plan_invalid.remedy": (
        "可以对照自带的方案：campaign plan show standard",
        "Compare it with one that ships: campaign plan show standard",
    ),
    "plan_no_workbook": (
        "方案的 {place} 写不进 Excel 的格子（太长，或者有换行、看不见的字符）。",
        "Cells cannot hold what the plan says at {place}: it is too long, or has line breaks "
        "or signs that cannot be seen.",
    ),
    "plan_no_workbook.remedy": (
        "可以写成 .toml：campaign plan show -o 方案.toml",
        "Write it as .toml: campaign plan show -o plan.toml",
    ),
    "plan_faulty": (
        "方案“{plan}”有 {n} 个格子要改，没有收。",
        "{n} cell{n:|s} of the plan “{plan}” {n:has|have} to be mended; it was not taken.",
    ),
    "no_plan_book": (
        "“{plan}”里没有“基本情况”，不像是活动方案。",
        "“{plan}” has no worksheet “Basics”: it is no plan.",
    ),
    "no_plan_book.remedy": (
        "空表这样生成：campaign template plan",
        "To make a blank one: campaign template plan",
    ),
    "sheet_unreadable": (
        "自己定的表“{file}”读不懂：{what}",
        "The sheet of your own “{file}” cannot be read: {what}",
    ),
    "sheet_unreadable.remedy": (
        "它是 UTF-8 编码的 TOML 文件。改好它，或者把它移出这个文件夹。",
        "It is a TOML file in UTF-8. Mend it, or move it out of its folder.",
    ),
    "sheet_invalid": (
        "自己定的表“{file}”的 {place} 写得不对：{what}",
        "The sheet of your own “{file}” is wrong at {place}: {what}",
    ),
    "sheet_invalid.remedy": (
        "改好这个文件，或者把它移出这个文件夹。",
        "Mend the file, or move it out of its folder.",
    ),
    "unknown_campaign": (
        "台账里没有活动“{campaign}”，只有：{known}。",
        "The ledger has no campaign “{campaign}”, only: {known}.",
    ),
    "unknown_campaign.remedy": (
        "查看全部活动：campaign plan",
        "To list the campaigns: campaign plan",
    ),
    "unknown_action": (
        "方案里没有“{action}”这项动作，相近的有：{near}。",
        "The plan has no action “{action}”; the nearest: {near}.",
    ),
    "unknown_action.remedy": (
        "方案规定的全部动作：campaign plan show",
        "All actions of the plan: campaign plan show",
    ),
    "not_owed": (
        "方案没有要求{unit}做“{action}”，不用免。",
        "The plan does not have {unit} owe “{action}”: there is nothing to waive.",
    ),
    "not_owed.remedy": (
        "这个单位该做什么：campaign milestones --unit {unit:arg}",
        "What the unit owes: campaign milestones --unit {unit:arg}",
    ),
    "unknown_phase": (
        "方案里没有“{phase}”这个环节，只有：{known}。",
        "The plan has no phase “{phase}”, only: {known}.",
    ),
    "unknown_phase.remedy": (
        "方案规定的全部环节：campaign plan show",
        "All phases of the plan: campaign plan show",
    ),
    # Records.
    "unknown_record": ("没有编号是 {number} 的记录。", "No record has the number {number}."),
    "unknown_record.remedy": (
        "查编号：整改事项 campaign rectify --all，意见 campaign opinions --all",
        "To look it up: items with campaign rectify --all, opinions with campaign opinions --all",
    ),
    "not_a_number": (
        "“{text}”不是这里要的编号。整改事项像 ZG-0012，意见像 YJ-4K7PM2XQ。",
        "“{text}” is not the number that is wanted here. An item's is like ZG-0012, an "
        "opinion's like YJ-4K7PM2XQ.",
    ),
    "not_a_number.remedy": (
        "查编号：整改事项 campaign rectify --all，意见 campaign opinions --all",
        "To look it up: items with campaign rectify --all, opinions with campaign opinions --all",
    ),
    "unit_exists": (
        "已经有这个单位了：{full}",
        "There is such a unit already: {full}",
    ),
    "unit_exists.remedy": (
        "查看它：campaign units show {name:arg}；同名的另一个单位，请用 --parent 写明上级。",
        "To see it: campaign units show {name:arg}. For another unit of that name, say "
        "which one is above it with --parent.",
    ),
    "code_taken": (
        "单位代码 {code} 已经是“{name}”的。",
        "The code {code} is that of “{name}”.",
    ),
    "code_taken.remedy": (
        "查看那个单位：campaign units show {name:arg}",
        "To see that unit: campaign units show {name:arg}",
    ),
    "parent_within": (
        "“{parent}”在“{unit}”之下，不能反过来做它的上级。",
        "“{parent}” lies below “{unit}”, and cannot be above it.",
    ),
    "parent_within.remedy": (
        "看清上下级：campaign units --tree",
        "To see which lies below which: campaign units --tree",
    ),
    "same_unit": (
        "两个名字说的是同一个单位：{unit}，用不着合并。",
        "Both names mean the same unit, {unit}. There is nothing to merge.",
    ),
    "empty_text": ("{field}是空的。", "The {field} is empty."),
    "empty_text.remedy": (
        "请写上内容；有空格的，用英文双引号括起来。",
        "Say something; put text that has spaces between double quotes.",
    ),
    "control_characters": (
        "{field}里有看不见的控制符，台账存不了。",
        "The {field} holds invisible control characters, which no ledger can keep.",
    ),
    "control_characters.remedy": (
        "请重新录入那几个字，不要从网页或 PDF 上直接粘贴。",
        "Type that part anew instead of pasting it from a page or a PDF.",
    ),
    "nothing_to_change": ("没有写明要改什么。", "Nothing was said that should change."),
    "nothing_to_change.remedy": (
        "可以改的各栏，看命令的说明：{command} --help",
        "What can be changed stands in its help: {command} --help",
    ),
    "giver_unreadable": (
        "文件里看不出是谁提的意见。",
        "The file does not say who gave the opinion.",
    ),
    "giver_unreadable.remedy": (
        "第一行写姓名，或者一行一项：“姓名：…”“电话：…”“住址：…”“身份证号：…”。",
        "Write the name in the first line, or a line for each: “name: …”, “phone: …”, "
        "“address: …”, “identity: …”.",
    ),
    "no_giver": (
        "{number} 没有登记提意见人。",
        "Nobody is recorded as having given {number}.",
    ),
    "opinion_withdrawn": (
        "{number} 已经撤回，不能再改。",
        "{number} has been withdrawn, and cannot be changed.",
    ),
    "opinion_withdrawn.remedy": (
        "撤回错了的，先查出是哪一笔，再撤销那一笔：campaign history {number}",
        "If that was a mistake, find its entry and undo it: campaign history {number}",
    ),
    # Steps of an item.
    "step_refused": (
        "{number} 现在是“{closing}”，不能{step}。",
        "{number} is “{closing}”: {step} is not possible.",
    ),
    "step_refused.remedy": (
        "看它走到了哪一步：campaign rectify show {number}",
        "To see how far it is: campaign rectify show {number}",
    ),
    "checked_by_itself": (
        "“{who}”是 {number} 的责任单位或责任人，不能自己核查自己。",
        "“{who}” is responsible for {number}, and cannot check its own work.",
    ),
    "checked_by_itself.remedy": (
        "请由督导组或活动办核查，写在 --checked-by 后面。",
        "Have a supervision group or the office check it, and name it after --checked-by.",
    ),
    "item_dropped": (
        "{number} 在 {day} 已经撤销，不能再办。",
        "{number} was dropped on {day}. Nothing more can be done with it.",
    ),
    "item_dropped.remedy": (
        "撤销错了的，先查出是哪一笔，再用 undo 找回：campaign history {number}",
        "If that was a mistake, find its entry and undo it: campaign history {number}",
    ),
    "item_closed": (
        "{number} 已经销号，不用结转。",
        "{number} is closed: there is nothing to go on with.",
    ),
    "item_closed.remedy": (
        "反弹了的，先重新打开，再结转：campaign rectify reopen {number}",
        "If it came back, reopen it first: campaign rectify reopen {number}",
    ),
    "item_elsewhere": (
        "{number} 不是“{campaign}”的事项。",
        "{number} is no item of “{campaign}”.",
    ),
    "item_elsewhere.remedy": (
        "看看它在哪个活动：campaign rectify show {number}",
        "To see where it stands: campaign rectify show {number}",
    ),
    "carried_onto_itself": (
        "“{campaign}”就是正在用的活动，不能从它自己结转。",
        "“{campaign}” is the campaign in use: nothing is carried over from it to itself.",
    ),
    "carried_onto_itself.remedy": (
        "先选定要转入的活动：campaign plan use 代号",
        "Choose the one to carry over to first: campaign plan use CODE",
    ),
    "takes_no_part": (
        "{unit}不参加这项活动，谈不上转段。",
        "{unit} takes no part in this campaign: there is no phase for it to go on to.",
    ),
    "takes_no_part.remedy": (
        "哪些单位参加：campaign units",
        "The units that take part: campaign units",
    ),
    # The review of materials.
    "unknown_material": (
        "“{said}”对不上方案里的哪一种材料，方案里有：{known}。",
        "“{said}” is none of the plan's materials, or could be several: {known}.",
    ),
    "unknown_material.remedy": (
        "写材料的名称，或者其中只有它才有的几个字。",
        "Give the material's name, or a part that no other has.",
    ),
    "unknown_step": (
        "审核没有“{said}”这一关，只有：{known}。",
        "The review has no step “{said}”, only: {known}.",
    ),
    "unknown_step.remedy": (
        "--step 写其中一关；不写就是该轮到的那一关。",
        "Say one of them with --step; without it the step whose turn it is.",
    ),
    "unknown_verdict": (
        "“{said}”没有写明是哪一条，或者没有理由。方案里有：{known}",
        "“{said}” does not say which verdict, or gives no reason. The plan has: {known}",
    ),
    "unknown_verdict.remedy": (
        "先写第几条或其中几个字，等号后面写理由：--why 1=理由",
        "Give its place or a part of it, and the reason behind an equals sign: --why 1=REASON",
    ),
    "person_needed": (
        "{material}每人一份，没有写明是谁的。",
        "Each leader writes {material}; whose this is was not said.",
    ),
    "person_needed.remedy": ("用 --person 写上姓名。", "Say whose with --person."),
    "nobodys_material": (
        "{material}是整个班子的，不是哪个人的。",
        "{material} is that of the whole body, not of one person.",
    ),
    "nobodys_material.remedy": ("去掉 --person。", "Leave out --person."),
    "step_too_early": (
        "{material}还没有通过“{before}”，“{step}”还不能审。",
        "{material} has not passed “{before}”: it is not the turn of “{step}”.",
    ),
    "step_too_early.remedy": (
        "看它走到了哪一关：campaign reviews",
        "To see how far it is: campaign reviews",
    ),
    "step_passed": (
        "{material}这一稿已经通过“{step}”。",
        "“{step}” has let this version of {material} pass already.",
    ),
    "step_passed.remedy": (
        "看它走到了哪一关：campaign reviews；记错了可以撤销：campaign undo",
        "To see how far it is: campaign reviews. What was recorded by mistake: campaign undo",
    ),
    "reasons_missing": (
        "通过要逐条写明理由，还缺：{verdicts}。",
        "A pass gives a reason for each of the plan's verdicts; missing: {verdicts}.",
    ),
    "reasons_missing.remedy": (
        "一条一条补上：--why 1=理由 --why 2=理由",
        "Add them, one by one: --why 1=REASON --why 2=REASON",
    ),
    "verdict_missing": (
        "退回要写明因为哪一条不放过：{verdicts}。",
        "A return says which of the plan's verdicts the material fails in: {verdicts}.",
    ),
    "verdict_missing.remedy": (
        "写第几条或其中几个字，再写理由：--why 1=理由",
        "Give its place or a part of it, and the reason: --why 1=REASON",
    ),
    "before_last_step": (
        "{day} 比上一次审核（{step}，{last}）还早。",
        "{day} lies before the step that came last ({step}, {last}).",
    ),
    "before_last_step.remedy": (
        "核对日期：campaign reviews --steps",
        "To compare the days: campaign reviews --steps",
    ),
    "day_in_future": (
        "{day} 还没有到（今天是 {today}），不能记作已经发生。",
        "{day} lies ahead (today is {today}); nothing can have happened then.",
    ),
    "weak_known": (
        "“{name}”已经登记过了：{number}。",
        "“{name}” has been recorded already: {number}.",
    ),
    "weak_known.remedy": (
        "要改：campaign weak-organisations edit {number}",
        "To change it: campaign weak-organisations edit {number}",
    ),
    "figure_known": (
        "这个数已经登记过了：{number}，{words}。",
        "This figure has been recorded already: {number}, {words}.",
    ),
    "figure_known.remedy": (
        "要改：campaign figures edit {number} --value …；另有出处、两个数都要留的，"
        "写明 --source 出处",
        "To change it: campaign figures edit {number} --value …. To keep another one beside it, "
        "say where that comes from: --source …",
    ),
    "figure_falls": (
        "累计数不能减少：{number} {period} 是 {words}，{of} 却是 {said}。",
        "A cumulative figure cannot fall: {number} of {period} is {words}, and {of} would be "
        "{said}.",
    ),
    "figure_falls.remedy": (
        "确实减少的，写明原因：--because …；前一个数不对的：campaign figures edit {number} --value …",
        "If it did fall, say why: --because …. If the earlier one is wrong: "
        "campaign figures edit {number} --value …",
    ),
    "later_figure_falls": (
        "累计数不能减少：{number} 后来的 {period} 只有 {words}，{of} 却是 {said}。",
        "A cumulative figure cannot fall: {number} of the later {period} is only {words}, and "
        "{of} would be {said}.",
    ),
    "later_figure_falls.remedy": (
        "确实减少的，写明原因：--because …；后一个数不对的：campaign figures edit {number} --value …",
        "If it did fall, say why: --because …. If the later one is wrong: "
        "campaign figures edit {number} --value …",
    ),
    "period_ahead": (
        "{period} 还没有到（今天是 {today}）。",
        "{period} lies ahead (today is {today}).",
    ),
    "period_ahead.remedy": (
        "期别写已经开始的月份：--period 2014-05",
        "Name a month that has begun: --period 2014-05",
    ),
    "ends_before_it_begins": (
        "结束日期 {ends_on} 在开始日期 {day} 之前。",
        "It cannot end on {ends_on}, before it begins on {day}.",
    ),
    "nothing_happened": (
        "没有写是什么活动。",
        "It is not said what the activity was.",
    ),
    "nothing_happened.remedy": (
        "请写上活动内容，或者写形式（--form）、动作（--action）、谈话对象（--with）中的一项。",
        "Say what it was, or its form (--form), its action (--action) or whom it was --with.",
    ),
    "more_reached": (
        "覆盖的 {reached} 人比该类党员总数 {all} 人还多。",
        "{reached} cannot have been reached in a group of {all}.",
    ),
    "already_linked": (
        "这些意见都已经和 {number} 连着了。",
        "All of these opinions stand behind {number} already.",
    ),
    # Sheets and periods.
    "nothing_owed": (
        "“{unit}”{period} 没有欠报的表。",
        "“{unit}” owes no sheet for {period}.",
    ),
    "nothing_owed.remedy": (
        "看看本月应报的表：campaign submissions --period {period}",
        "To see what is owed: campaign submissions --period {period}",
    ),
    "unknown_sheet": (
        "没有“{sheet}”这种报表，有的是：{sheets}。",
        "There is no sheet “{sheet}”; there are: {sheets}.",
    ),
    "unknown_sheet.remedy": (
        "最接近的可以这样用：campaign template {near}",
        "To use the nearest: campaign template {near}",
    ),
    "direction_closed": (
        "{sheet}不能这样发：{direction}。",
        "{sheet} may not leave {direction}.",
    ),
    "direction_closed.remedy": (
        "能这样发的只有：{sheets}",
        "Only these may: {sheets}",
    ),
    "direction_needs_unit": (
        "发给下级的表要写明发给谁。",
        "What goes down needs the unit that it is for.",
    ),
    "direction_needs_unit.remedy": (
        "加 --unit 写明一个单位，或者用 --by unit 每个单位一份。",
        "Add --unit for one unit, or --by unit for a file each.",
    ),
    "no_readable_file": (
        "没有收下任何文件，台账没有变。",
        "None of the files was taken. The ledger has not changed.",
    ),
    "no_such_file": (
        "没有找到文件或文件夹：{file}",
        "There is no file or folder at {file}",
    ),
    "unknown_file": (
        "没有收过校验码是“{digest}”的文件，或者不止一个",
        "No file that was taken has the digest “{digest}”, or several begin like it",
    ),
    "unknown_file.remedy": (
        "收过的文件和校验码：campaign history --files",
        "The files with their digests: campaign history --files",
    ),
    "not_kept": (
        "“{file}”收的时候没有留存",
        "“{file}” was taken without keeping a copy",
    ),
    "not_kept.remedy": (
        "请向报送单位要；收表时不加 --no-keep 就会留存",
        "Ask its sender for it; without --no-keep a copy is kept",
    ),
    "file_exists": (
        "文件“{path}”已经存在，没有覆盖它。",
        "The file “{path}” exists and has not been replaced.",
    ),
    "file_exists.remedy": (
        "请换一个文件名；确实要覆盖，请加 --force。",
        "Choose another name, or add --force to replace it.",
    ),
    "nothing_to_visit": (
        "没有要督导的单位：这个督导组没有联系单位，或者单位不参加活动。",
        "There is no unit to visit: none is that group's, or it takes no part.",
    ),
    "nothing_to_visit.remedy": (
        "看看督导组联系哪些单位：campaign units；补上：campaign units edit 单位 --supervision-group 督导组",
        "See whose the units are: campaign units; set it: "
        "campaign units edit UNIT --supervision-group GROUP",
    ),
    "one_sheet_a_file": (
        "CSV 文件只能放一种表，这里要导出 {n} 种。",
        "A CSV file holds one sheet, and {n} are to be exported.",
    ),
    "one_sheet_a_file.remedy": (
        "请一种表导出一个文件，或把文件名改成 .xlsx 结尾。",
        "Export each into a file of its own, or let the file's name end in .xlsx.",
    ),
    # Entries.
    "unknown_entry": (
        "没有第 {entry} 笔账，最近的一笔是 {newest}。",
        "There is no entry {entry}; the newest is {newest}.",
    ),
    "unknown_entry.remedy": ("查看记过的账：campaign history", "To list them: campaign history"),
    "unknown_run": ("没有第 {run} 批。", "There is no run {run}."),
    "unknown_run.remedy": (
        "查看每笔账是哪一批：campaign history --format json",
        "To see the run of each entry: campaign history --format json",
    ),
    "nothing_to_undo": ("没有可以撤销的账。", "No entry is left that could be undone."),
    "nothing_to_undo.remedy": ("查看记过的账：campaign history", "To list them: campaign history"),
    "already_undone": (
        "第 {entry} 笔已经被第 {by} 笔撤销了。",
        "Entry {entry} has been undone by entry {by}.",
    ),
    "already_undone.remedy": (
        "要恢复它，撤销那次撤销：campaign undo {by}",
        "To bring it back, undo that undo: campaign undo {by}",
    ),
    "cannot_undo": (
        "第 {entry} 笔不能撤销：新建台账、抹去或更改提意见人，都撤销不了。",
        "Entry {entry} cannot be undone: nor can creating a ledger, or changing or "
        "forgetting who gave an opinion.",
    ),
    # What the values of a mistake are called.
    "field.problem": ("存在问题", "problem"),
    "field.content": ("意见内容", "opinion"),
    "field.finding": ("发现的问题", "finding"),
    "field.leader": ("联系领导", "leader"),
    "field.organisation": ("党组织名称", "name"),
    "field.reason": ("原因", "reason"),
    "field.indicator": ("指标", "indicator"),
    "field.figure": ("数字", "figure"),
    "field.name": ("单位名称", "name"),
    "direction.down": ("发给下级", "downwards"),
    "direction.up": ("报上级", "upwards"),
    "direction.public": ("公开", "for the public"),
    "step.progress": ("改回没做完", "putting the work back"),
    "step.submit": ("申请销号", "submitting it"),
    "step.submit_undone": ("申请销号：工作要先做完", "submitting it, before it is done,"),
    "step.check": ("核查", "checking it"),
    "step.notice": ("公示", "putting it on notice"),
    "step.close": ("销号", "closing it"),
    "step.return": ("退回", "returning it"),
    "step.reopen": ("重新打开", "reopening it"),
}
for _codes in (STATUS, CLOSING):
    for _code in _codes.words:
        WORDS[f"closing.{_code}"] = (_codes.word(_code, "zh"), _codes.word(_code, "en"))
