"""Everything that the help pages say, and the order of the commands.

Keys: ``add-unit`` is the one line of a command, ``add-unit.long`` what it does and what
cannot be undone, ``add-unit.examples`` one command line a line; ``option.unit`` and
``argument.unit`` hold for every command, ``add-unit --kind`` and ``add-unit UNIT`` for
that one; ``value.unit`` is the word for what is typed there, ``panel.…`` the title of a
group of commands, ``heading.…`` of a part of a page.
"""

from typing import Final

#: The panels of ``campaign --help`` in order, and the commands of each.
PANELS: Final = (
    (
        "month-end",
        (
            "month-end",
            "import",
            "submissions",
            "export",
            "template",
        ),
    ),
    ("every-day", ("status", "add-unit", "log-opinion", "rectify")),
    ("opinions", ("opinions",)),
    (
        "units",
        (
            "units",
            "milestones",
            "log-activity",
            "activities",
            "log-figure",
            "figures",
            "reviews",
            "ready",
        ),
    ),
    ("supervision", ("log-visit", "visits", "contact-points", "weak-organisations")),
    (
        "ledger",
        ("init", "plan", "history", "undo", "backup", "restore", "verify"),
    ),
)

#: The verbs of each noun in the order in which they are done.
VERBS: Final = {
    "rectify": (
        "add",
        "edit",
        "progress",
        "submit",
        "check",
        "notice",
        "return",
        "close",
        "reopen",
        "link",
        "carry-over",
        "drop",
        "show",
    ),
    "opinions": (
        "show",
        "edit",
        "withdraw",
        "forget-giver",
    ),
    "units": ("show", "edit", "merge"),
    "milestones": ("waive",),
    "activities": ("show", "edit", "drop"),
    "reviews": ("pass", "return"),
    "plan": ("show", "check", "diff", "use"),
    "submissions": ("nil",),
    "visits": ("show", "edit", "drop"),
    "contact-points": ("add", "edit", "drop"),
    "weak-organisations": ("add", "edit", "drop"),
    "figures": ("show", "edit", "drop"),
}

WORDS: Final = {
    # The front page.
    "campaign": (
        "活动办的台账：哪些单位参加、走到哪一步，群众提了什么意见，正在整改什么、到什么时候。全部存在一个台账文件里，不用联网。",
        "The ledger of a campaign office: who takes part, how far each unit is, what "
        "people said, what is being put right and by when. All in one file, no network.",
    ),
    "campaign.usage": (
        "用法：campaign 命令 [内容] [选项]",
        "Usage: campaign COMMAND [WHAT] [OPTIONS]",
    ),
    "campaign.long": (
        "每个命令的详细用法：campaign 命令 --help，例如 campaign rectify --help。\n"
        "做错了可以撤销：campaign undo。",
        "More about a command: campaign COMMAND --help, as in campaign rectify --help.\n"
        "What was done by mistake is taken back with campaign undo.",
    ),
    "panel.month-end": ("月底报送", "Month end"),
    "panel.every-day": ("日常", "Every day"),
    "panel.opinions": ("征求意见", "Opinions"),
    "panel.units": ("单位与环节", "Units and phases"),
    "panel.supervision": ("督导", "Supervision"),
    "panel.ledger": ("台账", "The ledger"),
    "panel.others": ("其他", "Others"),
    "heading.arguments": ("内容", "What"),
    "heading.options": ("选项", "Options"),
    "heading.globals": (
        "全局选项（写在命令前后都可以）",
        "Options of every command, before or after it",
    ),
    "heading.verbs": ("后面可以跟", "Verbs"),
    "heading.examples": ("例子", "Examples"),
    "usage": ("用法：", "Usage: "),
    "some_options": ("[选项]", "[OPTIONS]"),
    "verb_usage": ("{noun} 动词 …", "{noun} VERB …"),
    "required": ("（必填）", " (required)"),
    "repeatable": ("（可以写多次）", " (may be given more than once)"),
    "code": ("{code} {word}", "{code} ({word})"),
    "choices": ("：{choices}", ": {choices}"),
    "see_globals": (
        "--ledger、--campaign、--lang 对所有命令都有效，见 campaign --help。",
        "For --ledger, --campaign and --lang see campaign --help.",
    ),
    # Month end.
    "month-end": (
        "月底一次办完：收表、核对、生成答复和汇总",
        "Take a month's sheets in, answer each, and make the summary",
    ),
    "month-end.long": (
        "读完收件夹里所有的表，能采用的采用，有问题的行标上原因，写进给报送单位的核对表；再列出谁按时、谁迟报、谁没报，写好催报名单、逾期清单和汇总表。一张表有错，不耽误别的表。汇总都是草稿，不结账。\n"
        "每个文件记一笔账，整批可以用 campaign undo --run 批次 撤销。同一个文件再收一次，什么也不会变。",
        "Reads every sheet in the inbox, takes what can be taken, marks the rows in "
        "question in an answer for the sender, says who has reported and who has not, and "
        "writes the list to chase, the overdue items and a summary, all as drafts: it closes "
        "nothing. One bad sheet does not hold up the others.\n"
        "Each file is one entry; campaign undo --run N takes back the whole run. The same "
        "file taken twice changes nothing.",
    ),
    "month-end.examples": (
        "campaign month-end 2014-05 --inbox 收件夹 --outbox 发件夹\n"
        "campaign month-end 2014-05 --inbox 收件夹 --outbox 发件夹 --dry-run",
        "campaign month-end 2014-05 --inbox inbox --outbox outbox\n"
        "campaign month-end 2014-05 --inbox inbox --outbox outbox --dry-run",
    ),
    "import": (
        "收一张或几张表进台账",
        "Take one or more sheets into the ledger",
    ),
    "import.long": (
        "表是什么样就收什么样：标题行、合并单元格、小计、“同上”、“6月底前”都认得。有问题的行不收，在旁边生成一份“请核对”，改好了直接再收。只有对方改过的栏才会变；两边都改过的，写成一份“冲突核对”，选好后再收一次就定了。\n"
        "同一个表头各单位意思不一样时，用 --map 说一次，以后都记得；units show 看得到。\n"
        "文件夹和压缩包里的表都收；看不出是谁报的，不当作本办自己的表，先列出来。\n"
        "活动方案的工作簿单独收，和 plan use 一样。\n"
        "整个文件可以用 campaign undo 撤销，撤销时保留后来的修改。",
        "Reads the sheets as they are: title rows, merged cells, totals, ditto marks, "
        "deadlines in words. Rows in question are not taken; an answer beside the file "
        "says why, and can be imported again once corrected. Only what the sender "
        "changed is changed; where both sides did, a workbook of conflicts beside the file asks "
        "which to take, and is imported again once filled in.\n"
        "What a heading means on one sender's sheets is said once with --map and kept; "
        "units show lists it.\n"
        "Of a folder or an archive all sheets are taken; one that nothing tells the sender of "
        "is not taken for the office's own, but named.\n"
        "The workbook of a plan is taken by itself, as plan use takes it.\n"
        "campaign undo takes a file back, and leaves later work as it is.",
    ),
    "import.examples": (
        "campaign import 整改台账.xlsx\n"
        "campaign import 盐窝镇5月.xlsx --unit 盐窝镇 --period 2014-05\n"
        "campaign import 以前的台账.xlsx --opening 2014-05\n"
        "campaign import 盐窝镇5月.xlsx --map 完成时间=done_on\n"
        "campaign import 整改台账.xls 意见.csv --dry-run",
        "campaign import ledger.xlsx\n"
        "campaign import may.xlsx --unit 盐窝镇 --period 2014-05\n"
        "campaign import earlier.xlsx --opening 2014-05\n"
        "campaign import may.xlsx --map 完成时间=done_on\n"
        "campaign import ledger.xls opinions.csv --dry-run",
    ),
    "submissions": (
        "谁报了、谁迟了、谁没报",
        "Who has reported, who was late, who has not",
    ),
    "submissions.long": (
        "列出每个单位应报的每张表：待报、按时、迟报、零报告、待核、未报。--chase 只列要催的，带联络员和电话。",
        "Lists each sheet that each unit owes, and what came. With --chase, only those "
        "to be chased, with liaison and telephone.",
    ),
    "submissions.examples": (
        "campaign submissions --period 2014-05\n"
        "campaign submissions --period 2014-05 --chase -o 催报名单.csv",
        "campaign submissions --period 2014-05\n"
        "campaign submissions --period 2014-05 --chase -o chase.csv",
    ),
    "submissions nil.examples": (
        "campaign submissions nil 盐窝镇 2014-05",
        "campaign submissions nil 盐窝镇 2014-05",
    ),
    "submissions nil": ("记零报告", "Record that a unit has nothing to report"),
    "export": (
        "导出报表，给内部、下级、上级或公开",
        "Write sheets: for inside, down, up or the public",
    ),
    "export.long": (
        "导出的是可以直接用的 Excel 表，改好了可以再收进来。--for 决定哪些栏可以出去：inside 内部（默认），down 发给下级，up 报上级，public 公开。提意见人的姓名和电话，在哪一种里都没有。活动方案（plan）单独导出，只限内部。\n"
        "campaign export visits 写明单位或督导组的，导出的是督导检查单：每个单位一张，打印带去，填好再收进来，就是一次督导和各事项的核查、退回。\n"
        "已有的文件不会被覆盖，除非加 --force。",
        "Writes Excel sheets that can be worked in and imported again. --for decides "
        "which columns may leave: inside (the default), down, up or public. Who gave an "
        "opinion is in none of them. The plan goes by itself, and inside only.\n"
        "campaign export visits of a unit or a group is a checklist: a page a unit to be "
        "printed and taken along. Filled in and imported, it is a visit with its checks "
        "and returns.\n"
        "A file that exists is not replaced without --force.",
    ),
    "export.examples": (
        "campaign export rectification -o 整改台账.xlsx\n"
        "campaign export visits --group 县委第三督导组 -o 检查单.xlsx\n"
        "campaign export rectification --for down --by unit -o 发件夹\n"
        "campaign export rectification opinions --for up --unit 财政局",
        "campaign export rectification -o ledger.xlsx\n"
        "campaign export visits --group 县委第三督导组 -o checklist.xlsx\n"
        "campaign export rectification --for down --by unit -o outbox\n"
        "campaign export rectification opinions --for up --unit 财政局",
    ),
    "template": (
        "生成一张空白报表",
        "Write a blank sheet to be filled in",
    ),
    "template.long": (
        "空白表带下拉选项和填写说明，发给单位填好后直接收进来。活动方案（plan）也有空表，没有台账时就可以生成，填好后用 campaign init --plan 建台账。",
        "The blank sheet has drop-downs and notes, and is imported as it is once filled in. A "
        "plan has one, too, before there is a ledger; campaign init --plan takes it.",
    ),
    "template.examples": (
        "campaign template rectification\ncampaign template 征求意见汇总表 -o 征求意见表.xlsx\n"
        "campaign template plan -o 方案.xlsx",
        "campaign template rectification\ncampaign template opinions -o opinions.xlsx\n"
        "campaign template plan -o plan.xlsx",
    ),
    # Every day.
    "status": (
        "眼下的情况：一页看完",
        "How things stand, on one page",
    ),
    "status.long": (
        "各渠道多少条意见，整改事项各是什么状态、多少逾期、多少销号，完成率的分子、分母和口径。只看，不改。",
        "Opinions by channel; items by status and closing, how many are overdue; the rates with "
        "numerator, denominator and what was counted. Changes nothing.",
    ),
    "status.examples": (
        "campaign status\ncampaign status --unit 盐窝镇",
        "campaign status\ncampaign status --unit 盐窝镇",
    ),
    "add-unit": ("登记一个参加单位", "Add a unit that takes part"),
    "add-unit.long": (
        "单位有上下级，--parent 写上级单位。同名单位（两个镇都有新村）靠上级来区分。单位很多时，收一张单位名册更快：campaign template roster。",
        "Units form a tree: --parent names the unit above. Two units of one name are told "
        "apart by it. For many units, import a roster: campaign template roster.",
    ),
    "add-unit.examples": (
        "campaign add-unit 盐窝镇 --tier 乡镇 --kind 乡镇街道\n"
        "campaign add-unit 南岭村 --parent 盐窝镇 --liaison 张三",
        "campaign add-unit 盐窝镇 --tier 乡镇 --kind 乡镇街道\n"
        "campaign add-unit 南岭村 --parent 盐窝镇 --liaison 张三",
    ),
    "log-visit": ("登记督导组的一次督导", "Record a supervision group's visit"),
    "log-visit.long": (
        "每个 --finding 列为被督导单位的一件整改事项，问题来源记“督导”，暗访发现的记“暗访”，时限就是 --due；台账里已有的问题不重复列。\n"
        "督导组自己听到的意见（--opinions）只记条数，和各单位征求到的分开算。",
        "Each --finding becomes an item of the unit, come from 督导, or from 暗访 where that "
        "was the way, with --due as its deadline; a problem that is there already is not "
        "put there again.\n"
        "What the group heard is a count, kept apart from what units collected.",
    ),
    "log-visit.examples": (
        "campaign log-visit 盐窝镇 --group 县委第三督导组 --way 座谈 --talks 12\n"
        'campaign log-visit 财政局 --group 第一督导组 --way 暗访 --finding "窗口无人"',
        "campaign log-visit 盐窝镇 --group 县委第三督导组 --way 座谈 --talks 12\n"
        'campaign log-visit 财政局 --group 第一督导组 --way 暗访 --finding "窗口无人"',
    ),
    "ready": ("转段检查：能不能转入下一环节，还缺什么", "Whether a unit may go on to a phase"),
    "ready.long": (
        "写单位和要转入的环节：该有的都有了，退出状态是 0；缺什么逐项列出，并写明补上以后怎样登记，退出状态是 1。缺不缺按方案里的转段条件看前面的各个环节；没有写转段条件的环节，要完成它的全部规定动作。环节写“结束”，检查能不能结束活动。\n"
        "--all 按层级列出全部单位，环节可写可不写：不写就看各单位的下一个环节。\n"
        "-o 写 .xlsx 或文件夹，就写出回头看缺项清单（文件夹是每个单位一份），单位填上补课时间后用 import 收回来，动作记作当天补课完成。",
        "With a unit and the phase that it is to enter: exit status 0 where all is there, "
        "else what is missing, how it is recorded, and exit status 1. The plan's conditions of "
        "all earlier phases count; a phase without any asks for all its required actions. "
        "Instead of a phase, end asks for the end of the campaign.\n"
        "--all lists all units by tier; without a phase, each for its own next one.\n"
        "-o with an .xlsx or a folder writes the look-back sheet, in a folder one for each unit. "
        "With the days on which it was made up it comes back through import: the actions are done "
        "on those days.",
    ),
    "ready.examples": (
        "campaign ready 盐窝镇 2\ncampaign ready --all 查摆问题\ncampaign ready --all 2 -o 回头看",
        "campaign ready 盐窝镇 2\ncampaign ready --all 查摆问题\ncampaign ready --all 2 -o look-back",
    ),
    "reviews": ("对照检查材料的审核：列出、通过、退回", "The review of self-examination materials"),
    "reviews.long": (
        "不带动词就是列表：每份材料走到哪一关、退回过几次。--steps 列出每一次审核和理由。审核的关口、材料、四个不放过都在方案里。",
        "Without a verb it lists where each material stands in the plan's chain, and how often "
        "it was returned. --steps lists every step with its reasons.",
    ),
    "reviews.examples": (
        "campaign reviews --unit 盐窝镇\n"
        "campaign reviews --status 退回\n"
        "campaign reviews --steps -o 审核.csv",
        "campaign reviews --unit 盐窝镇\n"
        "campaign reviews --status returned\n"
        "campaign reviews --steps -o reviews.csv",
    ),
    "reviews pass": ("记下一关审核通过", "Record that a step lets a material pass"),
    "reviews pass.long": (
        "前一关没通过的，后一关不能审。四个不放过每条都要写理由：--why 第几条=理由，或 --why 其中几个字=理由。\n"
        "--checked-by 写谁审的，--by 写谁录入的，不是一回事。可以撤销。",
        "A step waits for those before it. Each of the plan's verdicts needs a reason: "
        "--why PLACE=REASON, or a part of its words in the place of its number.\n"
        "--checked-by says who reviewed, --by who typed it. Can be undone.",
    ),
    "reviews pass.examples": (
        "campaign reviews pass 盐窝镇 班子 --why 1=… --why 2=… --why 3=… --why 4=…\n"
        "campaign reviews pass 盐窝镇 班子 --step 督导组 --checked-by 第3督导组",
        "campaign reviews pass 盐窝镇 班子 --why 1=… --why 2=… --why 3=… --why 4=…\n"
        "campaign reviews pass 盐窝镇 班子 --step 督导组 --checked-by 第3督导组",
    ),
    "reviews return": ("记下一关退回材料", "Record that a step returns a material"),
    "reviews return.long": (
        "写明因为哪一条不放过。改好的材料从第一关重新报起，退回几次都记着。可以撤销。",
        "Says which of the plan's verdicts it fails in. The new version goes through the "
        "whole chain again; how often it was returned is kept. Can be undone.",
    ),
    "reviews return.examples": (
        'campaign reviews return 盐窝镇 班子 --why "深刻=剖析停在面上"\n'
        'campaign reviews return 盐窝镇 个人 --person 李明 --why "1=没有举例"',
        'campaign reviews return 盐窝镇 班子 --why "深刻=剖析停在面上"\n'
        'campaign reviews return 盐窝镇 个人 --person 李明 --why "1=没有举例"',
    ),
    "visits": ("督导：列出、查看、改", "The visits of supervision groups"),
    "visits.long": (
        "不带动词就是列表，按日期排；下面是各督导组的合计：督导次数、谈话人次、座谈会、听到的意见。这些是督导组自己的，不加进各单位的数里。只要合计用 --sums。",
        "Without a verb it lists the visits by their days, and below them what each group "
        "did: visits, talks, meetings, opinions heard. These are the group's own, and are "
        "never added to the units'. --sums lists them alone.",
    ),
    "visits.examples": (
        "campaign visits --group 县委第三督导组\n"
        "campaign visits --way 暗访 --from 2014-05-01 --until 2014-05-31\n"
        "campaign visits --sums",
        "campaign visits --group 县委第三督导组\n"
        "campaign visits --way 暗访 --from 2014-05-01 --until 2014-05-31\n"
        "campaign visits --sums",
    ),
    "visits show": ("查看一次督导的全部内容", "Show all of a visit"),
    "visits show.long": (
        "包括由它列出的整改事项。",
        "With the items that came of it.",
    ),
    "visits show.examples": (
        "campaign visits show DD-0001\ncampaign visits show DD-0001 --format json",
        "campaign visits show DD-0001\ncampaign visits show DD-0001 --format json",
    ),
    "visits edit": ("改一次督导的内容", "Change what a visit says"),
    "visits edit.long": (
        '只改写明的几项；写空的（--recheck ""）清空。--finding 再列出新发现的问题。',
        'Only what is given changes; an empty text (--recheck "") clears. --finding adds '
        "what was found besides.",
    ),
    "visits edit.examples": (
        'campaign visits edit DD-0001 --recheck "已整改到位" --fed-back-on 6月10日\n'
        "campaign visits edit DD-0001 --outcome 通报 --outcome-where 活动简报第8期",
        'campaign visits edit DD-0001 --recheck "已整改到位" --fed-back-on 6月10日\n'
        "campaign visits edit DD-0001 --outcome exposed --outcome-where 活动简报第8期",
    ),
    "visits drop": ("删去一次登记错的督导", "Take a visit away"),
    "visits drop.long": (
        "由它列出的整改事项留着，要撤销另用 campaign rectify drop。可以撤销。",
        "The items that came of it stay: drop them with campaign rectify drop. Can be undone.",
    ),
    "visits drop.examples": (
        "campaign visits drop DD-0001\ncampaign visits drop DD-0001 --dry-run",
        "campaign visits drop DD-0001\ncampaign visits drop DD-0001 --dry-run",
    ),
    "log-figure": ("登记一个统计数", "Record a reported number"),
    "log-figure.long": (
        "数字照原文写：75.6万余条、近万条、1-2个、96.5%。数值、约数、计量单位和原话都保留，一位不差。\n"
        "没写明的按活动方案里这项指标：本级还是含下级，累计还是本期，计量单位。方案里没有的指标照收，并提醒一句。\n"
        "累计数不能比前面的月份少，也不能比后面的月份多；确实减少的用 --because 写明原因。"
        "约数拿不准是不是少了的（近万条之后是 9045 条），不算减少。",
        "The number is typed as it was reported: 75.6万余条, 近万条, 1-2个, 96.5%. Value, "
        "qualifier, measure word and words are kept, exact to the last digit.\n"
        "What is not said is as the plan has it for the indicator: own or with all below, "
        "cumulative or of this period, its measure word. An indicator that the plan does not "
        "have is taken, and said.\n"
        "A cumulative number may not be smaller than one of an earlier month, nor larger than "
        "one of a later month; where it did fall, --because says why. A rounded number that may "
        "not have fallen (9045 after nearly ten thousand) did not.",
    ),
    "log-figure.examples": (
        "campaign log-figure 征求意见数 75.6万余条 --unit 盐窝镇 --period 2014-03\n"
        "campaign log-figure 个别谈话 12400余人次 --unit 财政局 --covers 本级\n"
        "campaign log-figure 征求意见数 980条 --unit 盐窝镇 --because 剔除重复的20条",
        "campaign log-figure 征求意见数 75.6万余条 --unit 盐窝镇 --period 2014-03\n"
        "campaign log-figure 个别谈话 12400余人次 --unit 财政局 --covers own\n"
        "campaign log-figure 征求意见数 980条 --unit 盐窝镇 --because 剔除重复的20条",
    ),
    "figures": ("统计数：列出、查看、改", "The numbers that were reported"),
    "figures.long": (
        "不带动词就是列表，下面是合计：同一指标、同一月份、同一批次，累计和本期分开。本级数和含下级的数不相加；"
        "上级的数含了下级的，下级的不再加；比率、计量单位不一的、一个单位有两个数的都不加，并写明为什么。含约数的合计带“约”“不少于”“不超过”。\n"
        "整张统计表用 campaign import 收，用 campaign export figures 导出。",
        "Without a verb it lists them, and below what they come to: of one indicator, month and "
        "batch, cumulative ones apart from those of the period. Own numbers and those with all "
        "below are never added; one that the unit above holds already is not added again; nor "
        "are shares, numbers of different things, or two of one unit, and it says why. A sum of "
        "rounded numbers is marked 约, 不少于 or 不超过.\n"
        "Whole sheets come in by campaign import and go out by campaign export figures.",
    ),
    "figures.examples": (
        "campaign figures --period 2014-05 --indicator 征求意见数\n"
        "campaign figures --unit 盐窝镇 --cumulative\n"
        "campaign figures --sums --format csv -o 合计.csv",
        "campaign figures --period 2014-05 --indicator 征求意见数\n"
        "campaign figures --unit 盐窝镇 --cumulative\n"
        "campaign figures --sums --format csv -o totals.csv",
    ),
    "figures show": ("查看一个统计数的全部内容", "Show all of a number"),
    "figures show.long": (
        "包括精确数值、计量单位、来源、减少原因。改过几次用 campaign history 查。",
        "With its exact value, measure word, source, and why it fell. How it came about: "
        "campaign history.",
    ),
    "figures show.examples": (
        "campaign figures show TJ-0001\ncampaign figures show TJ-0001 --format json",
        "campaign figures show TJ-0001\ncampaign figures show TJ-0001 --format json",
    ),
    "figures edit": ("改一个统计数", "Change what is said of a number"),
    "figures edit.long": (
        "只改写明的几项。累计数改了以后同前后月份仍不能减少；确实减少的用 --because 写明原因。可以撤销。",
        "Only what is given changes. A cumulative number still may not fall from month to month; "
        "where it did, --because says why. Can be undone.",
    ),
    "figures edit.examples": (
        "campaign figures edit TJ-0001 --value 9045条\n"
        "campaign figures edit TJ-0001 --covers 本级 --source 活动简报第8期",
        "campaign figures edit TJ-0001 --value 9045条\n"
        "campaign figures edit TJ-0001 --covers own --source 活动简报第8期",
    ),
    "figures drop": ("删去一个登记错的统计数", "Take a number away"),
    "figures drop.long": ("可以撤销。", "Can be undone."),
    "figures drop.examples": (
        "campaign figures drop TJ-0001\ncampaign figures drop TJ-0001 --dry-run",
        "campaign figures drop TJ-0001\ncampaign figures drop TJ-0001 --dry-run",
    ),
    "contact-points": ("领导联系点：列出、登记、查缺", "The contact points of leaders"),
    "contact-points.long": (
        "不带动词就是列表。--missing 按活动方案查：每位领导是不是联系了一个单位、一个基层联系点，有没有以普通党员身份参加那里的组织生活会；单位名册里的“联系领导”也算。\n"
        "不是台账里单位的联系点照名字算数；类别不在方案范围内的单位不算。",
        "Without a verb it lists them. --missing holds them to the plan: whether each leader "
        "has a body and a grass-roots point, and was at its meeting as an ordinary member; "
        "the contact leaders of the roster count, too.\n"
        "A point that is no unit of the ledger counts by its name; a unit of a kind that "
        "the plan does not mean does not count.",
    ),
    "contact-points.examples": (
        "campaign contact-points --missing\n"
        "campaign contact-points add 王建国 --body 盐窝镇 --point 前崔村 --post 副书记",
        "campaign contact-points --missing\n"
        "campaign contact-points add 王建国 --body 盐窝镇 --point 前崔村 --post 副书记",
    ),
    "contact-points add": ("登记一个联系点", "Record a contact point"),
    "contact-points add.long": (
        "一位领导有几个联系点就登记几次。--unit 是领导所在单位，不写就是本办。",
        "One command for each point of a leader. --unit is the leader's own, this office by "
        "default.",
    ),
    "contact-points add.examples": (
        "campaign contact-points add 王建国 --body 盐窝镇 --point 前崔村 --post 副书记\n"
        "campaign contact-points add 王建国 --point 城北社区 --attended-on 5月20日",
        "campaign contact-points add 王建国 --body 盐窝镇 --point 前崔村 --post 副书记\n"
        "campaign contact-points add 王建国 --point 城北社区 --attended-on 5月20日",
    ),
    "contact-points edit": ("改一个联系点", "Change a contact point"),
    "contact-points edit.long": (
        "只改写明的几项；写空的清空。",
        "Only what is given changes; an empty text clears.",
    ),
    "contact-points edit.examples": (
        "campaign contact-points edit LX-0001 --attended-on 5月20日\n"
        "campaign contact-points edit LX-0001 --point 后崔村",
        "campaign contact-points edit LX-0001 --attended-on 5月20日\n"
        "campaign contact-points edit LX-0001 --point 后崔村",
    ),
    "contact-points drop": ("删去一个联系点", "Take a contact point away"),
    "contact-points drop.long": ("可以撤销。", "Can be undone."),
    "contact-points drop.examples": (
        "campaign contact-points drop LX-0001\ncampaign contact-points drop LX-0001 --dry-run",
        "campaign contact-points drop LX-0001\ncampaign contact-points drop LX-0001 --dry-run",
    ),
    "weak-organisations": (
        "软弱涣散党组织：列出、登记、整顿",
        "The weak and lax organisations, turned round",
    ),
    "weak-organisations.long": (
        "不带动词就是列表，有时限、第一书记、转化情况；下面写明选派了第一书记的和已转化的各占多少。逾期是指过了时限还没有转化。",
        "Without a verb it lists them with deadline, first secretary and how they stand, and "
        "says below which share has a first secretary and was turned round. Overdue is what "
        "has not been turned round after its last day.",
    ),
    "weak-organisations.examples": (
        "campaign weak-organisations --overdue\n"
        "campaign weak-organisations --without-secretary\n"
        "campaign weak-organisations add 前崔村党支部 --unit 盐窝镇 --due 6月底前",
        "campaign weak-organisations --overdue\n"
        "campaign weak-organisations --without-secretary\n"
        "campaign weak-organisations add 前崔村党支部 --unit 盐窝镇 --due 6月底前",
    ),
    "weak-organisations add": ("登记一个软弱涣散党组织", "Record a weak organisation"),
    "weak-organisations add.long": (
        "写明党组织名称和所属单位就行，别的以后再补。",
        "Its name and the unit above it are enough; the rest can follow.",
    ),
    "weak-organisations add.examples": (
        "campaign weak-organisations add 前崔村党支部 --unit 盐窝镇 --due 6月底前\n"
        "campaign weak-organisations add 城北社区党支部 --unit 盐窝镇 --level 县级重点",
        "campaign weak-organisations add 前崔村党支部 --unit 盐窝镇 --due 6月底前\n"
        "campaign weak-organisations add 城北社区党支部 --unit 盐窝镇 --level 县级重点",
    ),
    "weak-organisations edit": ("改一个软弱涣散党组织的情况", "Change a weak organisation"),
    "weak-organisations edit.long": (
        "只改写明的几项；写空的清空。写了转化时间就是已转化；写已转化而没写时间的，算今天。",
        "Only what is given changes; an empty text clears. A day makes it turned round, and "
        "one that was turned round without a day was so today.",
    ),
    "weak-organisations edit.examples": (
        "campaign weak-organisations edit RH-0001 --first-secretary 张新民\n"
        "campaign weak-organisations edit RH-0001 --turned 已转化 --outcome 班子配齐",
        "campaign weak-organisations edit RH-0001 --first-secretary 张新民\n"
        "campaign weak-organisations edit RH-0001 --turned turned --outcome 班子配齐",
    ),
    "weak-organisations drop": ("删去一个登记错的", "Take a weak organisation away"),
    "weak-organisations drop.long": ("可以撤销。", "Can be undone."),
    "weak-organisations drop.examples": (
        "campaign weak-organisations drop RH-0001\n"
        "campaign weak-organisations drop RH-0001 --dry-run",
        "campaign weak-organisations drop RH-0001\n"
        "campaign weak-organisations drop RH-0001 --dry-run",
    ),
    "log-opinion": ("记下一条意见，原话照录", "Record an opinion, word for word"),
    "log-opinion.long": (
        "原话一字不改地存着，编号随机给，看不出先后。提意见人的姓名和电话不写在命令里：放在文件里，用 --giver-from 读，或者用 --giver-from - 从键盘输入。\n"
        "记下的命令里没有原话。登记可以撤销；提意见人的信息撤销不了，只能用 campaign opinions forget-giver 抹去。",
        "The words are kept as they are, under a number drawn at random, which tells no "
        "order. Who said it is never typed on the command line: it is read from a file "
        "with --giver-from, or with --giver-from - from what you type.\n"
        "The journal does not keep the words of the command. Recording can be undone; "
        "what is kept of a giver cannot, only erased: campaign opinions forget-giver.",
    ),
    "log-opinion.examples": (
        'campaign log-opinion "窗口办事慢，跑了三趟" --unit 财政局 --channel 意见箱\n'
        'campaign log-opinion "文山会海" --unit 县委办 --theme 形式主义',
        'campaign log-opinion "窗口办事慢，跑了三趟" --unit 财政局 --channel 意见箱\n'
        'campaign log-opinion "文山会海" --unit 县委办 --theme 形式主义',
    ),
    "rectify": (
        "整改台账：列出、登记、推进、销号",
        "The rectification items, listed and worked on",
    ),
    "rectify.long": (
        "不带动词就是列表：不加条件列出全部在册事项，已完成、已销号的也在内；撤销的加 --all 才列。\n"
        "逾期是指过了宽限日还没完成；“长期坚持”不算逾期。",
        "Without a verb it lists all items that stand, done and closed ones too; dropped "
        "ones only with --all.\n"
        "Overdue is what is still to be done after its last day; standing work never is.",
    ),
    "rectify.examples": (
        "campaign rectify --overdue\n"
        "campaign rectify --due-within 7 --unit 财政局\n"
        "campaign rectify --status 整改中 --lead 王县长 -o 清单.csv\n"
        'campaign rectify add "窗口办事慢" --unit 财政局 --due 6月底前',
        "campaign rectify --overdue\n"
        "campaign rectify --due-within 7 --unit 财政局\n"
        "campaign rectify --status doing --lead 王县长 -o list.csv\n"
        'campaign rectify add "窗口办事慢" --unit 财政局 --due 6月底前',
    ),
    "rectify add": ("登记一件整改事项", "Record an item"),
    "rectify add.long": (
        "只有问题和责任单位非写不可，别的以后再补。时限照原话写：6月底前、立行立改、长期坚持。",
        "Only the problem and the responsible unit are needed; the rest can follow. Write "
        "the deadline in its own words: 6月底前, 立行立改, 长期坚持.",
    ),
    "rectify add.examples": (
        'campaign rectify add "窗口办事慢" --unit 财政局 --due 6月底前\n'
        'campaign rectify add "公车私用" --unit 县委办 --lead 王县长 --kind 立行立改\n'
        'campaign rectify add "文件多" --unit 县委办 --opinion YJ-4K7PM2XQ',
        'campaign rectify add "窗口办事慢" --unit 财政局 --due 6月底前\n'
        'campaign rectify add "公车私用" --unit 县委办 --lead 王县长 --kind prompt\n'
        'campaign rectify add "文件多" --unit 县委办 --opinion YJ-4K7PM2XQ',
    ),
    "rectify edit": ("改一件事项的内容", "Change what an item says"),
    "rectify edit.long": (
        '只改写出来的栏，别的不动；写空引号 "" 清空一栏。改之前的值记在账里，可以撤销。进展和完成情况用 rectify progress，销号用 submit、check、close。',
        'Changes only the fields that are given; an empty text, "", clears one. What they '
        "were before is kept and can be undone. For how the work goes use rectify progress; for closing, submit, "
        "check and close.",
    ),
    "rectify edit.examples": (
        "campaign rectify edit ZG-0001 --owner 李四 --lead 王县长\n"
        'campaign rectify edit ZG-0001 --measures "增开两个窗口" --due 7月底前',
        "campaign rectify edit ZG-0001 --owner 李四 --lead 王县长\n"
        'campaign rectify edit ZG-0001 --measures "增开两个窗口" --due 7月底前',
    ),
    "rectify progress": ("记进展和完成情况", "Record how the work goes"),
    "rectify progress.long": (
        "--status 写完成情况，代码或原话都行。写“已完成”又不写 --done-on，就算今天完成。过了时限才完成的，永远记为逾期完成。",
        "--status takes a code or any of its words. Done without --done-on means today. "
        "What is done after its deadline stays late.",
    ),
    "rectify progress.examples": (
        'campaign rectify progress ZG-0001 "增开了一个窗口" --status 整改中\n'
        "campaign rectify progress ZG-0001 --status 已完成 --done-on 2014-05-20",
        'campaign rectify progress ZG-0001 "增开了一个窗口" --status doing\n'
        "campaign rectify progress ZG-0001 --status done --done-on 2014-05-20",
    ),
    "rectify submit": ("申请销号", "Submit an item for closing"),
    "rectify submit.long": (
        "工作完成以后才能申请。之后的顺序是：核查、公示、销号。",
        "Only work that is done can be submitted. Then it is checked, put on notice and closed.",
    ),
    "rectify submit.examples": (
        "campaign rectify submit ZG-0001\ncampaign rectify submit ZG-0001 --on 5月20日",
        "campaign rectify submit ZG-0001\ncampaign rectify submit ZG-0001 --on 2014-05-20",
    ),
    "rectify check": ("记核查通过", "Record that an item has been checked"),
    "rectify check.long": (
        "--checked-by 写谁核查的，--by 写谁录入的，不是一回事。没通过的用 rectify return 退回。",
        "--checked-by says who checked, --by who typed it. What did not pass is sent back "
        "with rectify return.",
    ),
    "rectify check.examples": (
        "campaign rectify check ZG-0001 --checked-by 第3督导组",
        "campaign rectify check ZG-0001 --checked-by 第3督导组",
    ),
    "rectify notice": ("记开始公示", "Record that an item is on public notice"),
    "rectify notice.long": (
        "公示期满没有异议，再用 rectify close 销号。移交的事项不公示。",
        "When the time is over and nobody objected, close it with rectify close. Items "
        "that were referred are never put on notice.",
    ),
    "rectify notice.examples": (
        "campaign rectify notice ZG-0001 --on 2014-05-20",
        "campaign rectify notice ZG-0001 --on 2014-05-20",
    ),
    "rectify return": ("退回重新整改", "Send an item back to be done again"),
    "rectify return.long": (
        "退回以后工作回到“整改中”，第一次完成的日子留着。",
        "The work is under way again; the day it was first called done is kept.",
    ),
    "rectify return.examples": (
        'campaign rectify return ZG-0001 --reason "群众不满意" --checked-by 第3督导组',
        'campaign rectify return ZG-0001 --reason "群众不满意" --checked-by 第3督导组',
    ),
    "rectify close": ("销号", "Close an item"),
    "rectify close.long": (
        "按方案规定的步骤走完才能销号，缺哪一步会说明。销了号又反弹的，用 rectify reopen。",
        "Only after the steps that the plan asks for; a missing one is named. What comes "
        "back afterwards is opened again with rectify reopen.",
    ),
    "rectify close.examples": (
        "campaign rectify close ZG-0001\ncampaign rectify close ZG-0001 --on 2014-05-30",
        "campaign rectify close ZG-0001\ncampaign rectify close ZG-0001 --on 2014-05-30",
    ),
    "rectify reopen": ("反弹了，重新打开", "Open a closed item again"),
    "rectify reopen.long": (
        "要写清是谁认为没改好：提意见人、测评、督导组还是活动办。只写是哪一类，不写姓名。",
        "Says whose verdict it was: the giver's, a vote's, a supervision group's or the "
        "office's; never a name.",
    ),
    "rectify reopen.examples": (
        'campaign rectify reopen ZG-0001 --reason "又出现排长队" --verdict-of 督导组',
        'campaign rectify reopen ZG-0001 --reason "又排长队" --verdict-of supervision',
    ),
    "rectify link": ("把意见和事项连起来", "Tie opinions to an item"),
    "rectify link.long": (
        "连上以后，从事项看得到它背后的意见，从意见也看得到它变成了哪些事项。",
        "The item then shows the opinions behind it, and each opinion the items that it became.",
    ),
    "rectify link.examples": (
        "campaign rectify link ZG-0001 YJ-4K7PM2XQ YJ-9C3HT6WD",
        "campaign rectify link ZG-0001 YJ-4K7PM2XQ YJ-9C3HT6WD",
    ),
    "rectify carry-over": ("结转以前活动没改完的事项", "Go on with items of an earlier campaign"),
    "rectify carry-over.long": (
        "把以前那个活动里还要接着改的事项转到正在用的活动：编号、经过和背后的意见都不变，并记下是从哪个活动来的。一件事只在一个活动里计数。"
        "不写编号的，结转没销号、没撤销的未启动、整改中、长期坚持、阶段性完成和暂不具备条件的；写编号的只结转这几件。本活动里已经有的同一问题不重复结转，并列出来。",
        "Moves what is still to be put right from an earlier campaign into the one in use: number, steps and the opinions "
        "behind it stay, and the campaign that it came from is kept. It counts in one campaign at a time. Without numbers: "
        "all that are neither closed nor dropped, and not started, under way, standing, kept up or deferred. What this "
        "campaign has already is not carried over twice, and named.",
    ),
    "rectify carry-over.examples": (
        "campaign rectify carry-over --from zch-district\n"
        "campaign rectify carry-over ZG-0003 ZG-0007 --from zch-district\n"
        "campaign rectify --carried-from zch-district",
        "campaign rectify carry-over --from zch-district\n"
        "campaign rectify carry-over ZG-0003 ZG-0007 --from zch-district\n"
        "campaign rectify --carried-from zch-district",
    ),
    "rectify drop": ("撤销一件事项", "Drop an item"),
    "rectify drop.long": (
        "登记错了、重复了才撤销，并写明原因。撤销的事项不再列出，也不再计数，号码不再用。",
        "For what was recorded by mistake or twice; say why. A dropped item is neither "
        "listed nor counted, and its number is not used again.",
    ),
    "rectify drop.examples": (
        'campaign rectify drop ZG-0001 --reason "与 ZG-0003 重复"',
        'campaign rectify drop ZG-0001 --reason "与 ZG-0003 重复"',
    ),
    "rectify show": (
        "看一件事项的全部内容和经过",
        "Show all of an item, and its history",
    ),
    "rectify show.examples": (
        "campaign rectify show ZG-0001\ncampaign rectify show ZG-0001 --format json",
        "campaign rectify show ZG-0001\ncampaign rectify show ZG-0001 --format json",
    ),
    # Opinions.
    "opinions": ("意见：列出、查找、修改、撤回", "The opinions, listed and worked on"),
    "opinions.long": (
        "不带动词就是列表：不加条件列出全部意见；并入别条的、撤回的加 --all 才列。",
        "Without a verb it lists all opinions; joined and withdrawn ones only with --all.",
    ),
    "opinions.examples": (
        "campaign opinions --unit 财政局 --unanswered\n"
        "campaign opinions --search 排队\n"
        "campaign opinions --channel 意见箱 -o 意见.csv",
        "campaign opinions --unit 财政局 --unanswered\n"
        "campaign opinions --search 排队\n"
        "campaign opinions --channel 意见箱 -o opinions.csv",
    ),
    "opinions edit": ("改一条意见的归类、表述和原话", "Change an opinion"),
    "opinions edit.long": (
        "只改写出来的栏。归纳表述是活动办自己的话，也是唯一可以发出去的文字。原话只在当初录错时才改，改之前的留在账里。\n"
        "可以撤销；但提意见人的信息改了就撤销不了。",
        "Changes only the fields that are given. The wording is the office's own, and the "
        "only text that may leave. The words as said change only where they were typed "
        "wrong; what stood before is kept.\n"
        "It can be undone, but for a giver that was changed.",
    ),
    "opinions edit.examples": (
        'campaign opinions edit YJ-4K7PM2XQ --wording "窗口办事效率不高"\n'
        "campaign opinions edit YJ-4K7PM2XQ --theme 官僚主义 --unit 财政局",
        'campaign opinions edit YJ-4K7PM2XQ --wording "窗口办事效率不高"\n'
        "campaign opinions edit YJ-4K7PM2XQ --theme 官僚主义 --unit 财政局",
    ),
    "opinions withdraw": ("撤回一条意见", "Withdraw an opinion"),
    "opinions withdraw.long": (
        "撤回的意见不再列出，也不再计数，原话仍在台账里，可以撤销。要抹去提意见人的信息，用 opinions forget-giver。",
        "A withdrawn opinion is neither listed nor counted; its words stay in the ledger, "
        "and it can be undone. To erase who gave it, use opinions forget-giver.",
    ),
    "opinions withdraw.examples": (
        "campaign opinions withdraw YJ-4K7PM2XQ",
        "campaign opinions withdraw YJ-4K7PM2XQ",
    ),
    "opinions show": ("看一条意见的全部内容", "Show all of an opinion"),
    "opinions show.examples": (
        "campaign opinions show YJ-4K7PM2XQ\ncampaign opinions show YJ-4K7PM2XQ --format json",
        "campaign opinions show YJ-4K7PM2XQ\ncampaign opinions show YJ-4K7PM2XQ --format json",
    ),
    "opinions forget-giver": (
        "抹去提意见人的信息",
        "Erase who gave an opinion",
    ),
    "opinions forget-giver.long": (
        "姓名、电话、地址、证件号从台账文件里真正擦掉，意见本身不动。这一步不能撤销。做完会说明哪些备份和文件里可能还有。",
        "Name, telephone, address and identity number are wiped from the ledger's file; "
        "the opinion stays. This cannot be undone. It says which backups and files may "
        "still hold the name.",
    ),
    "opinions forget-giver.examples": (
        "campaign opinions forget-giver YJ-4K7PM2XQ",
        "campaign opinions forget-giver YJ-4K7PM2XQ",
    ),
    # Units and phases.
    "units": ("参加单位：列出、查看、修改、合并", "The units that take part"),
    "units.long": (
        "不带动词就是列表；不再参加的加 --all 才列。--tree 按上下级缩进。",
        "Without a verb it lists the units; those that no longer take part only with "
        "--all. --tree shows who is under whom.",
    ),
    "units.examples": (
        "campaign units --tree\n"
        "campaign units --unit 盐窝镇 --format csv -o 单位.csv\n"
        "campaign units show 财政局",
        "campaign units --tree\n"
        "campaign units --unit 盐窝镇 --format csv -o units.csv\n"
        "campaign units show 财政局",
    ),
    "units show": ("看一个单位的全部情况", "Show all about a unit"),
    "units show.examples": (
        "campaign units show 财政局\ncampaign units show 盐窝镇 --format json",
        "campaign units show 财政局\ncampaign units show 盐窝镇 --format json",
    ),
    "units edit": ("改一个单位的内容", "Change what is known of a unit"),
    "units edit.long": (
        '只改写出来的栏；写空引号 "" 清空一栏。单位改了名，旧名字自动留作别名，老表照样认得。',
        'Changes only the fields that are given; an empty text, "", clears one. A unit\'s old '
        "name is kept as an alias, so that older sheets are still understood.",
    ),
    "units edit.examples": (
        "campaign units edit 财政局 --liaison 张三 --phone 5621234\n"
        "campaign units edit 新村 --parent 盐窝镇",
        "campaign units edit 财政局 --liaison 张三 --phone 5621234\n"
        "campaign units edit 新村 --parent 盐窝镇",
    ),
    "units merge": ("把登记重了的单位并成一个", "Merge a unit that was recorded twice"),
    "units merge.long": (
        "前一个单位的记录全部转到 --into 的单位名下，名字留作别名。可以撤销。",
        "All records of the first unit go to the one after --into; its name becomes an "
        "alias. It can be undone.",
    ),
    "units merge.examples": (
        "campaign units merge 县财政局 --into 财政局",
        "campaign units merge 县财政局 --into 财政局",
    ),
    "milestones": ("各单位各环节的节点", "What each unit has to do in each phase"),
    "milestones.long": (
        "应做什么由方案推出来，台账里只记做了什么、免了什么。周期性动作每次一行。"
        "--matrix 画成单位×动作的一张图；--why 单位 动作，说清是按哪一条、什么算了什么没算。"
        "单位按名册排，不排名次。",
        "What is due follows from the plan; the ledger keeps what was done or waived. "
        "What recurs has a row each time. --matrix has a line for each unit and a column "
        "for each action; --why UNIT ACTION says by which rule, what counted and what did "
        "not. Units come as in the roster, in no order of merit.",
    ),
    "milestones.examples": (
        "campaign milestones --overdue\n"
        "campaign milestones --matrix --tier 乡镇\n"
        "campaign milestones --why 盐窝镇 集中学习\n"
        "campaign milestones --unit 盐窝镇 --phase 学习教育\n"
        "campaign milestones --tier 村级 -o 进度.csv",
        "campaign milestones --overdue\n"
        "campaign milestones --matrix --tier 乡镇\n"
        "campaign milestones --why 盐窝镇 集中学习\n"
        "campaign milestones --unit 盐窝镇 --phase 学习教育\n"
        "campaign milestones --tier 村级 -o progress.csv",
    ),
    "milestones waive": ("免去一个单位的一项动作", "Excuse a unit from an action"),
    "milestones waive.long": (
        "免去的不再算未完成，也不算完成。要写明原因，可以撤销。",
        "What is waived counts neither as missing nor as done. Say why; it can be undone.",
    ),
    "milestones waive.examples": (
        "campaign milestones waive 新村 民主生活会 --waived-by 督导组 --why 不设班子",
        "campaign milestones waive 新村 民主生活会 --waived-by 督导组 --why 不设班子",
    ),
    "log-activity": ("记一次活动", "Record an activity"),
    "log-activity.long": (
        "集中学习、研讨、谈心谈话、民主生活会、公示……开展一次记一次，编号 HD-0001。计入哪项动作由形式和方案算出来，一次活动可以计入几项，只记一次；听一次党课不算集中学习的天数。写了 --action 的只计入这一项。\n"
        "按天计的动作看 --days（可以是半天）；没写的，有学时按 8 学时一天，否则按起止日期。督导组没人参加写 --supervisor 无，不写就是没有说明。缺席的补了课，写 --made-up 或 --made-up-on。按百分比计的动作：写了党员类别的看各类覆盖人数，否则是实到加补课的占应到的。\n"
        "谈心谈话谈了什么（--topic、--note）只存在台账里，不进命令记录，也不出现在任何发出去的表里。",
        "A study, a discussion, a talk, a meeting, a publication: one record each, HD-0001. What "
        "it counts towards follows from its form and the plan; it may count for several actions "
        "and is there once. A lecture does not count towards days of study. With --action it "
        "counts for that one alone.\n"
        "Actions in days go by --days, which may have halves; without it 8 hours are a day, else "
        "the days from --on to --ends-on. --supervisor none says that nobody was there; without it "
        "nothing is said. Those absent who made it up: --made-up or --made-up-on. Actions in per "
        "cent go by the groups of members reached, else by those present and made up of those "
        "due.\n"
        "What was said in a talk (--topic, --note) stays in the ledger: it is in no command line "
        "of the journal, and in no sheet that leaves.",
    ),
    "log-activity.examples": (
        "campaign log-activity 集中学习 --unit 财政局 --days 1.5 --present 18\n"
        "campaign log-activity 谈心谈话 --unit 盐窝镇 --led-by 王建国 --with 李明",
        "campaign log-activity 集中学习 --unit 财政局 --days 1.5 --present 18\n"
        "campaign log-activity 谈心谈话 --unit 盐窝镇 --led-by 王建国 --with 李明",
    ),
    "activities": ("活动：列出、查看、改", "What happened in the units"),
    "activities.long": (
        "不带动词就是列表，按日期排，写明每次计入哪些动作。从不按次数给单位排名。\n"
        "--pairs 列出方案里必谈而还没有谈的，谁和谁；--coverage 按党员类别列出总数、覆盖人数和方式：同一种方式取最多的一次，几种方式相加，不超过总数；上级单位报过的，下级的不再加。",
        "Without a verb it lists the activities by their days, with what each counts towards. "
        "Units are never ranked by how many they have.\n"
        "--pairs lists who has to talk with whom by the plan and has not. --coverage lists the "
        "groups of members: of each way the most reached at once, the ways added up, never more "
        "than there are; where a unit speaks of a group, those below it are not added.",
    ),
    "activities.examples": (
        "campaign activities --action 集中学习 --from 2014-03-01 --until 2014-03-31\n"
        "campaign activities --pairs --unit 盐窝镇\n"
        "campaign activities --coverage",
        "campaign activities --action 集中学习 --from 2014-03-01 --until 2014-03-31\n"
        "campaign activities --pairs --unit 盐窝镇\n"
        "campaign activities --coverage",
    ),
    "activities show": ("查看一次活动的全部内容", "Show all of an activity"),
    "activities show.long": (
        "包括它计入哪些动作。",
        "With what it counts towards.",
    ),
    "activities show.examples": (
        "campaign activities show HD-0001\ncampaign activities show HD-0001 --format json",
        "campaign activities show HD-0001\ncampaign activities show HD-0001 --format json",
    ),
    "activities edit": ("改一次活动的内容", "Change what is kept of an activity"),
    "activities edit.long": (
        '只改写明的几项；写空的（--note ""）清空。计入哪些动作随着重算。',
        'Only what is given changes; an empty text (--note "") clears. What it counts towards '
        "is worked out anew.",
    ),
    "activities edit.examples": (
        "campaign activities edit HD-0001 --made-up 2 --made-up-on 3月8日\n"
        "campaign activities edit HD-0001 --group 流动党员 --group-all 12 --reached 9",
        "campaign activities edit HD-0001 --made-up 2 --made-up-on 3月8日\n"
        "campaign activities edit HD-0001 --group 流动党员 --group-all 12 --reached 9",
    ),
    "activities drop": ("删去一次登记错的活动", "Take an activity away"),
    "activities drop.long": (
        "它计入的动作随着重算。可以撤销。",
        "What it counted towards is worked out anew. Can be undone.",
    ),
    "activities drop.examples": (
        "campaign activities drop HD-0001\ncampaign activities drop HD-0001 --dry-run",
        "campaign activities drop HD-0001\ncampaign activities drop HD-0001 --dry-run",
    ),
    # The ledger.
    "init": ("新建台账", "Create a ledger"),
    "init.long": (
        "在当前文件夹新建 campaign.db，也可以用 --ledger 指定别的位置。台账是谁家的，要在这时写明。已有的台账不会被覆盖。",
        "Creates campaign.db in this folder, or the file that --ledger names. Whose "
        "ledger it is, is said now. A ledger that exists is never replaced.",
    ),
    "init.examples": (
        "campaign init --office 利津县活动办",
        "campaign init --office 利津县活动办",
    ),
    "plan": ("活动方案：列出、查看", "The plans of the campaigns"),
    "plan.long": (
        "方案规定环节、规定动作、时限、应报的表和用词。不带动词列出台账里的活动和随工具带来的方案。",
        "A plan declares phases, actions, deadlines, sheets owed and words. Without a "
        "verb it lists the campaigns of the ledger and the plans that ship.",
    ),
    "plan.examples": (
        "campaign plan\ncampaign plan show",
        "campaign plan\ncampaign plan show",
    ),
    "plan show": ("看一个方案的全部规定", "Show what a plan asks for"),
    "plan show.long": (
        "在屏幕上分部分列出；-o 写成可以修改、再用 plan use 收回来的方案文件：.xlsx 用 Excel 改，.toml 是文本。",
        "Part by part on the screen; -o writes the plan's file, to be changed and taken in "
        "again with plan use: .xlsx for Excel, or .toml.",
    ),
    "plan show.examples": (
        "campaign plan show\ncampaign plan show qzlx-county\ncampaign plan show -o 方案.xlsx",
        "campaign plan show\ncampaign plan show qzlx-county\ncampaign plan show -o plan.xlsx",
    ),
    "plan check": ("检查一个方案", "Look for what is wrong with a plan"),
    "plan check.long": (
        "列出错误（带行号或单元格）、要由办公室选定的、要留意的；有一条就以状态 1 结束。Excel 方案还在旁边写一份标好的副本“请核对”，改好后直接用。"
        "方案是台账里某个活动的，还和台账里的单位核对。",
        "Lists mistakes with their lines or cells, choices that the office has to make, and what "
        "it should look at; ends with status 1 where there is any. Of a workbook a copy beside "
        "it has the cells marked, and is taken once mended. A plan of a campaign of "
        "the ledger is held against its units, too.",
    ),
    "plan check.examples": (
        "campaign plan check\ncampaign plan check 方案.xlsx",
        "campaign plan check\ncampaign plan check plan.xlsx",
    ),
    "plan diff": ("比较两个方案，看节点怎么变", "Compare two plans, and see what moves"),
    "plan diff.long": (
        "只写一个，是正在用的和它比；一个也不写，是正在用的和它上一次改动之前比。"
        "节点变动按正在用的活动算，什么也不改。",
        "With one plan, the one in use is compared with it; with none, the one in use with "
        "what it was before its last change. What moves is told for the campaign in use; "
        "nothing is changed.",
    ),
    "plan diff.examples": (
        "campaign plan diff 方案.toml\ncampaign plan diff 方案.toml --by-unit\n"
        "campaign plan diff qzlx-city qzlx-county",
        "campaign plan diff plan.toml\ncampaign plan diff plan.toml --by-unit\n"
        "campaign plan diff qzlx-city qzlx-county",
    ),
    "plan use": ("换用一个活动，或收进一个方案", "Choose the campaign in use, or take in a plan"),
    "plan use.long": (
        "台账里有的活动，写代号或名称；没有的，写自带方案的名称或方案文件（.xlsx 或 .toml），收进台账并换用。代号相同的，新方案换掉旧方案，记录不动。可以撤销。",
        "A campaign of the ledger by its code or name; or a plan that ships, or a plan's "
        "file (.xlsx or .toml), which is taken in and chosen. A plan of the same code takes the earlier "
        "one's place, and the records stay. It can be undone.",
    ),
    "plan use.examples": (
        "campaign plan use standard\ncampaign plan use 方案.xlsx",
        "campaign plan use standard\ncampaign plan use plan.xlsx",
    ),
    "history": ("记过哪些账", "What has been done to the ledger"),
    "history.long": (
        "新的在前。给一笔账的号码，列出它改了哪些记录、哪些栏，改前改后是什么；给一条记录的编号，列出它的全部经过。\n"
        "加 --source，列出每一栏现在的内容来自哪个文件、哪张表、哪一格，或者哪条命令。--files 列出收过的文件；用 --file 和 -o 取出留存的一份。其中都没有提意见人。",
        "The latest first. With an entry's number: which records and fields it changed, "
        "from what to what. With a record's number: all that happened to it.\n"
        "With --source: where each of its values came from, by file, worksheet and cell, or by "
        "the command that gave it. --files lists the files that were taken; what is kept of one "
        "is written out with --file and -o. Who gave an opinion is in none of it.",
    ),
    "history.examples": (
        "campaign history --limit 20\ncampaign history 12\ncampaign history ZG-0001\n"
        "campaign history ZG-0001 --source\n"
        "campaign history --file 3f2a91c04b7d -o 原件.xlsx",
        "campaign history --limit 20\ncampaign history 12\ncampaign history ZG-0001\n"
        "campaign history ZG-0001 --source\n"
        "campaign history --file 3f2a91c04b7d -o original.xlsx",
    ),
    "undo": ("撤销一笔账，后来的修改保留", "Take an entry back, and keep later work"),
    "undo.long": (
        "不写号码，撤销最近一笔还没撤销的。后来又改过的栏不动。已还原的超过 10 条就按类数（--each 逐条列出），保留的和不能还原的逐条说明。撤销也是一笔账，可以再撤销。\n"
        "不能撤销的：新建台账、抹去提意见人、改提意见人、恢复备份。",
        "Without a number, the newest entry that has not been undone. What was changed "
        "since is kept. More than 10 restored records are counted by kind (--each names "
        "them); what is kept or cannot be restored is always named. An undo is an entry, "
        "and can be undone.\n"
        "Not undoable: init, forget-giver, a giver changed, restore.",
    ),
    "undo.examples": (
        "campaign undo\ncampaign undo 12 --dry-run\ncampaign undo --run 3",
        "campaign undo\ncampaign undo 12 --dry-run\ncampaign undo --run 3",
    ),
    "backup": ("备份台账", "Back the ledger up"),
    "backup.long": (
        "备份是完整的一份台账，别人正在写也可以备份。不写位置，就放在台账旁边，名字里带日期和时间。",
        "A backup is a whole ledger, and may be made while others write. Without a place "
        "it goes beside the ledger, with day and time in its name.",
    ),
    "backup.examples": (
        "campaign backup\ncampaign backup -o E:\\台账备份.db",
        "campaign backup\ncampaign backup -o /media/usb/ledger.db",
    ),
    "restore": ("用备份换回台账", "Put a backup in the ledger's place"),
    "restore.long": (
        "先检查备份是否完好，再换。换下来的台账留在旁边，不会丢。这一步不能用 undo 撤销。",
        "Checks the backup before it takes its place. The ledger that it replaces is kept "
        "beside it. This cannot be undone with undo.",
    ),
    "restore.examples": (
        "campaign restore E:\\台账备份.db",
        "campaign restore /media/usb/ledger.db",
    ),
    "verify": ("检查台账文件是否完好", "Check that the ledger is sound"),
    "verify.long": (
        "检查文件本身、记录之间的关系和记账是否连得上。只看，不改；有问题时退出状态是 1。",
        "Checks the file, the ties between records and the journal. Changes nothing; "
        "exit status 1 where something is found.",
    ),
    "verify.examples": (
        "campaign verify\ncampaign verify --ledger E:\\台账备份.db",
        "campaign verify\ncampaign verify --ledger backup.db",
    ),
    # Arguments: what a command is about.
    "argument.unit": (
        "单位的名称、简称、别名或代码",
        "The unit's name, short name, alias or code",
    ),
    "argument.name": ("单位的名称", "The unit's name"),
    "argument.material": (
        "哪种材料：方案里的名称，或者其中几个字",
        "Which material: its name in the plan, or a part of it",
    ),
    "argument.number": (
        "编号，如 ZG-0001、YJ-4K7PM2XQ",
        "Its number, such as ZG-0001 or YJ-4K7PM2XQ",
    ),
    "argument.leader": ("联系领导的姓名", "The leader's name"),
    "argument.problem": (
        "存在的问题；有空格时用英文双引号括起来",
        "The problem; between double quotes where it has spaces",
    ),
    "argument.content": (
        "原话，一字不改；有空格时用英文双引号括起来",
        "The words as they were said; between double quotes where they have spaces",
    ),
    "argument.words": ("进展情况，一两句话", "How the work goes, in a sentence or two"),
    "argument.activity": ("活动的名称", "What the activity is called"),
    "argument.opinion": ("意见编号，可以写几个", "Numbers of opinions, one or more"),
    "argument.files": (
        "文件、文件夹或 .zip，可以写几个",
        "Files, folders or .zip archives, one or more",
    ),
    "argument.file": ("文件的位置", "The file's place"),
    "argument.sheet": (
        "报表的代码或中文名，如 rectification、整改台账",
        "A sheet's code or its Chinese title, such as rectification or 整改台账",
    ),
    "argument.sheets": (
        "报表的代码或中文名，可以写几个",
        "Codes or Chinese titles of sheets, one or more",
    ),
    "argument.period": ("月份，如 2014-05、2014年5月", "The month, such as 2014-05"),
    "argument.action": ("规定动作的名称或代码", "The action's name or code"),
    "argument.plan": (
        "方案的名称，或方案文件（.xlsx、.toml）",
        "The plan's name, or its file (.xlsx or .toml)",
    ),
    "argument.of_unit": ("和 --why 一起用：单位的名称", "With --why: the unit's name"),
    "ready OF_UNIT": ("哪个单位；有 --all 时不写", "Which unit; not with --all"),
    "ready OF_PHASE": (
        "要转入的环节：编号、名称或其中几个字；结束",
        "The phase to enter: its code, its name or a part of it; or end",
    ),
    "ready --all": ("按层级列出全部单位", "List all units by tier"),
    "ready --sums": ("只列各层级的单位数", "Only the numbers of units by tier"),
    "ready --output": (
        "存成文件：.csv、.json、.txt；.xlsx 是回头看缺项清单，文件夹是每个单位一份",
        "Write a file: .csv, .json or .txt; an .xlsx is the look-back sheet, a folder has "
        "one for each unit",
    ),
    "ready --tier": ("只看这个层级的单位", "Only units of this tier"),
    "argument.of_action": ("和 --why 一起用：动作的名称", "With --why: the action's name"),
    "argument.other": ("另一个方案", "The other plan"),
    "argument.entry": (
        "记账的号码，见 campaign history",
        "The entry's number, see campaign history",
    ),
    "argument.of": (
        "记账的号码，或者一条记录的编号，如 12、ZG-0001",
        "An entry's number, or a record's, such as 12 or ZG-0001",
    ),
    # Options of every command.
    "option.ledger": (
        "台账文件，默认是当前文件夹的 campaign.db（或环境变量 CAMPAIGN_LEDGER）",
        "The ledger's file; campaign.db here unless CAMPAIGN_LEDGER says otherwise",
    ),
    "option.campaign": (
        "台账里有几个活动时，用哪一个；默认是上次选定的",
        "Which of the ledger's campaigns; the one chosen last by default",
    ),
    "option.lang": (
        "界面语言：zh 中文，en 英文；不影响报表",
        "The language of the terminal, zh or en; sheets are not affected",
    ),
    # Options of everything that writes.
    "option.by": (
        "谁录入的，默认是登录这台电脑的人",
        "Who typed it; by default whoever is logged in",
    ),
    "option.dry-run": (
        "试运行：照样检查、照样显示，但什么也不写入",
        "Do everything but write: the same checks, the same answer",
    ),
    "option.on": (
        "哪一天的事，默认今天；如 2014-05-20、5月20日",
        "The day it happened, such as 2014-05-20; today by default",
    ),
    "option.carried-from": (
        "只列从这个活动结转来的",
        "Only what was carried over from this campaign",
    ),
    "option.material": ("只列这种材料", "Only this material"),
    "option.person": ("谁的材料", "Whose material it is"),
    "option.steps": ("列出每一次审核和理由", "List every step with its reasons"),
    "option.step": (
        "哪一关，默认轮到的那一关",
        "Which step of the chain, by default the one whose turn it is",
    ),
    "reviews pass --why": (
        "不放过的第几条（或其中几个字）=不属于这一条的理由",
        "A verdict by its place or a part of it, =, and why it does not fail in that",
    ),
    "reviews return --why": (
        "不放过的第几条（或其中几个字）=退回的理由",
        "A verdict by its place or a part of it, =, and why it fails in that",
    ),
    "reviews --status": ("审核到哪一步", "How far the review is"),
    "reviews pass --checked-by": ("谁审的", "Who reviewed it"),
    "reviews return --checked-by": ("谁审的", "Who reviewed it"),
    "option.answers": ("材料回应了哪条意见", "An opinion that the material answers"),
    "option.draft-to": ("征求意见稿发给了谁", "To whom a draft went"),
    "option.note": ("备注", "A note"),
    "option.reason": ("原因", "Why"),
    "option.force": ("文件已经有了，也覆盖它", "Replace the file if it exists"),
    # Options of listings.
    "option.format": (
        "显示成什么样，默认表格",
        "How to show it, by default as a table",
    ),
    "option.limit": ("最多显示多少条", "Show at most so many"),
    "option.output": (
        "存成文件：.csv、.json 或 .txt",
        "Write a file: .csv, .json or .txt",
    ),
    "option.search": ("内容里有这几个字的", "Whose text has these words"),
    "option.overdue": ("只列逾期的", "Only what is overdue"),
    "option.due-within": ("只列几天之内到期的", "Only what is due within so many days"),
    "option.group": ("哪个督导组的单位", "The units of this supervision group"),
    "option.way": ("督导方式，用方案里的词", "The way, in the plan's words"),
    "option.level": ("级别", "The level"),
    "option.people": ("督导人员", "Who was there"),
    "option.talks": ("个别谈话多少人次", "How many were talked with"),
    "option.meetings": ("座谈会多少场", "How many meetings were held"),
    "option.opinions": (
        "督导组自己听到的意见多少条",
        "How many opinions the group heard itself",
    ),
    "option.reviewed": ("审核材料多少份", "How many materials were reviewed"),
    "option.returned": ("退回材料多少份", "How many materials were returned"),
    "option.finding": (
        "发现的一个问题，列为整改事项",
        "Something found; it becomes an item",
    ),
    "option.found": ("发现问题的文字", "What was found, in words"),
    "option.demands": ("整改要求", "What is demanded"),
    "option.fed-back-on": ("反馈时间", "When it was fed back"),
    "option.recheck": ("复查结果", "What a recheck found"),
    "option.outcome": ("曝光、表扬", "Whether it was exposed or praised"),
    "option.outcome-where": ("在哪里曝光、表扬", "Where it was exposed or praised"),
    "option.outcome-on": ("哪天曝光、表扬", "When it was exposed or praised"),
    "option.sums": ("只列各督导组的合计", "Only what each group did"),
    "option.from": ("从哪天起", "From this day on"),
    "option.missing": (
        "只列按方案还缺联系点的领导",
        "Only leaders who lack what the plan asks for",
    ),
    "option.leader": ("联系领导", "The leader"),
    "option.post": ("职务", "The post"),
    "option.body": ("联系单位", "The body kept contact with"),
    "option.point": ("基层联系点：单位，或者名字", "The grass-roots point: a unit, or a name"),
    "option.set-up-on": ("建立时间", "When it was set up"),
    "option.attended-on": (
        "以普通党员身份参加其组织生活会的时间",
        "When the leader was at its meeting as a member",
    ),
    "option.first-secretary": ("第一书记", "The first secretary"),
    "option.turned": ("转化情况", "Whether it was turned round"),
    "option.without-secretary": (
        "只列没有第一书记的",
        "Only those without a first secretary",
    ),
    "option.unanswered": ("只列还没答复的", "Only what has not been answered"),
    "option.tree": ("按上下级缩进", "Show who is under whom"),
    "option.chase": (
        "只列要催的，带联络员和电话",
        "Only those to be chased, with whom to call",
    ),
    "option.each": (
        "已还原的也逐条列出；不写，超过 10 条只按类数",
        "Name each restored record, too; otherwise more than 10 are counted by kind",
    ),
    "option.run": (
        "整批撤销：一次收的所有文件",
        "Take back a whole run: all files of it",
    ),
    "option.since": ("从哪天起", "From this day on"),
    "option.until": ("到哪天为止", "Up to this day"),
    # Options named after fields.
    "option.unit": ("单位，下级也算在内", "The unit, with those below it"),
    "option.name": ("名称", "Its name"),
    "option.code": ("代码，台账里不重复", "Its code, which no other unit has"),
    "option.short-name": ("简称", "Its short name"),
    "option.alias": ("别名，收表时也认得", "Another name that sheets use for it"),
    "option.parent": ("上级单位", "The unit above it"),
    "milestones --matrix": (
        "画成一张图：单位在左，动作在上",
        "Draw units down and actions across",
    ),
    "milestones --why": (
        "说清一个单位的一项动作为什么是这个状态",
        "Say why an action of a unit stands as it does",
    ),
    "milestones --by-count": (
        "完成多的排在前（平时不这样排）",
        "Those that did most first, which is not the usual order",
    ),
    "rectify carry-over --from": (
        "从哪个活动：代号或名称",
        "The earlier campaign: its code or name",
    ),
    "plan diff --by-unit": (
        "逐个单位列出变动的节点",
        "List the milestones that move, unit by unit",
    ),
    "option.tier": ("层级，用方案里的词", "The tier, in the plan's words"),
    "option.batch": ("批次，用方案里的词", "The batch, in the plan's words"),
    "option.key-body": ("是否重点单位", "Whether it is a key body"),
    "option.members": ("党员人数", "How many members it has"),
    "option.branches": ("支部个数", "How many branches it has"),
    "option.leaders": ("班子成员人数", "How many leaders it has"),
    "option.head": ("主要负责人", "Its head"),
    "option.liaison": ("联络员", "Its liaison"),
    "option.phone": ("联系电话", "The telephone number"),
    "option.supervision-group": ("督导组", "The supervision group"),
    "option.contact-leader": ("联系领导", "The leader who keeps in touch with it"),
    "option.started-on": ("启动日期", "The day on which it started"),
    "option.active": ("参加活动", "It takes part"),
    "option.into": ("并到哪个单位", "The unit that stays"),
    "option.channel": ("征求渠道，用方案里的词", "The channel, in the plan's words"),
    "option.theme": ("类别，用方案里的词", "The theme, in the plan's words"),
    "option.target": (
        "意见的对象，用方案里的词",
        "Whom it is about, in the plan's words",
    ),
    "option.from-group": (
        "提意见人的界别，用方案里的词",
        "The giver's group, in the plan's words",
    ),
    "option.collected-by": ("收集意见的单位", "The unit that collected it"),
    "option.content": (
        "原话，只在当初录错时才改",
        "The words as said, where they were typed wrong",
    ),
    "option.wording": (
        "归纳表述，唯一可以发出去的文字",
        "The office's own wording, the only text that may leave",
    ),
    "option.voices": ("多少人次提的，默认 1", "How many people said so, 1 by default"),
    "option.raised-on": (
        "哪天提出的，默认今天",
        "The day it was raised, today by default",
    ),
    "option.giver-from": (
        "从文件读提意见人的信息；- 是从键盘输入",
        "Read who gave it from a file, or with - from what you type",
    ),
    "option.problem": ("存在的问题", "The problem"),
    "option.kind": ("类型", "The kind"),
    "option.scope": ("范围", "The scope"),
    "option.handling": ("办理方式", "How it is handled"),
    "option.co-unit": ("配合单位", "Another unit that works on it"),
    "option.lead-unit": ("牵头单位", "The unit in the lead"),
    "option.lead": ("牵头领导", "The lead leader"),
    "option.owner": ("责任人", "Who is responsible for it"),
    "option.source": (
        "问题来源，用方案里的词",
        "Where it comes from, in the plan's words",
    ),
    "option.category": (
        "专项整治的类别，用方案里的词",
        "The special rectification, in the plan's words",
    ),
    "option.goal": ("整改目标", "The goal"),
    "option.standard": ("完成标准", "When it counts as done"),
    "option.measures": ("整改措施", "The measures"),
    "option.due": (
        "时限，照原话写：6月底前、立行立改、长期坚持",
        "The deadline in its own words: 6月底前, 立行立改, 长期坚持",
    ),
    "option.status": ("完成情况", "How far the work is"),
    "option.closing": ("销号到哪一步", "How far the closing is"),
    "option.percent": ("完成百分之几", "How many per cent are done"),
    "option.checked-by": ("谁核查的，如 第3督导组", "Who checked, such as 第3督导组"),
    "option.satisfaction": ("群众满意度，百分之几", "How many per cent are satisfied"),
    "option.verdict-of": (
        "是谁认为没改好：不写姓名",
        "Whose verdict it was; never a name",
    ),
    "option.opinion": ("根据哪条意见", "The opinion behind it"),
    "option.phase": ("环节", "The phase"),
    "option.action": ("动作的名称或代码", "The action's name or code"),
    "option.form": ("活动的形式，如 集中学习", "The form of the activity"),
    "option.title": ("活动内容", "What it was"),
    "option.ends-on": ("哪天结束，几天的活动才写", "Its last day, where it took several"),
    "option.place": ("地点", "Where it was"),
    "option.days": ("几天，可以是 0.5、1.5、半天", "How many days, such as 0.5 or 2"),
    "option.hours": ("多少学时", "How many hours"),
    "option.times": ("几次，默认 1", "How often, once by default"),
    "option.present": ("实到多少人", "How many were present"),
    "option.absent": ("缺席的是谁，或者多少人", "Who was absent, or how many"),
    "option.made-up": ("补课的多少人", "How many absent made it up"),
    "option.made-up-on": ("哪天补的课；不写人数就是全补了", "When; without a number, all of them"),
    "option.led-by": ("谁主持的；谈心谈话是谈话人", "Who led it; of a talk, who spoke"),
    "option.speaker": ("主讲人", "Who lectured"),
    "option.supervisor": ("督导组谁参加了；没人参加写 无", "Which supervisor was there, or none"),
    "option.with": ("谈话对象", "Whom the talk was with"),
    "option.pair": ("谈话类型，方案里必谈的哪一对", "Which pair of the plan talked"),
    "option.topic": ("谈透了哪些内容", "What was talked through"),
    "option.group-all": ("这类党员一共多少人", "How many the group has"),
    "option.reached": ("覆盖到多少人", "How many of the group were reached"),
    "option.reached-how": ("怎样覆盖的，如 送学上门", "In which way they were reached"),
    "option.pairs": ("只列必谈而还没有谈的", "Only who has to talk and has not"),
    "option.coverage": ("按党员类别列覆盖情况", "How far each group of members was reached"),
    # Options of sheets.
    "option.sheet": (
        "是哪种报表，默认自己认",
        "The kind of sheet; recognised by default",
    ),
    "option.period": ("月份，如 2014-05、2014年5月", "The month, such as 2014-05"),
    "option.only": (
        "文件里只收这一种报表",
        "Take only this kind of sheet from the files",
    ),
    "option.keep": (
        "把收到的文件留一份在台账里，默认留",
        "Keep a copy of each file in the ledger, as is usual",
    ),
    "option.from-stdin": (
        "从键盘或管道读，一行一条",
        "Read opinions from what is piped in or typed, one a line",
    ),
    "option.strict": (
        "有一行不对，整个文件都不收",
        "Take all of a file or nothing of it",
    ),
    "option.theirs": (
        "两边都改过的，用来表的",
        "Where both sides changed, take the sheet's",
    ),
    "option.ours": (
        "两边都改过的，留台账的",
        "Where both sides changed, keep the ledger's",
    ),
    "option.add-units": (
        "表里不认识的单位，直接登记",
        "Add the units that are not known",
    ),
    "option.map": (
        "这一列表头是什么：表头=栏目，如 完成时间=done_on；可以写几个。记住，这个单位以后的表也这样收；“表头=”不再这样收，“表头=ignore”不收这一列",
        "What a heading means, HEADING=FIELD, such as 完成时间=done_on; may be repeated. Kept for "
        "this sender's later sheets; HEADING= forgets it, HEADING=ignore leaves the column out",
    ),
    "history --source": (
        "每一栏的内容来自哪里",
        "Where each value came from",
    ),
    "history --files": ("收过的文件", "The files that were taken"),
    "history --file": (
        "取出留存的文件：写校验码，或它的开头几位；和 -o 一起用",
        "Write out what is kept of a file, by its digest or the beginning of it; with -o",
    ),
    "history --output": (
        "存成文件：.csv、.json 或 .txt；和 --file 一起时，写留存的文件",
        "Write a file: .csv, .json or .txt; with --file, what is kept of it",
    ),
    "option.opening": (
        "开始用台账时就有的：记作这个月期初已有，不算新增；如 2014-05",
        "What was there when the ledger was begun: stock at the beginning of this month, never new",
    ),
    "import --remember": (
        "表上的填报单位不认识时，记作 --unit 的别名，以后就认得",
        "Keep the name by which the sheet calls its sender as an alias of --unit",
    ),
    "option.inbox": ("收件夹", "The folder of what came in"),
    "option.outbox": ("发件夹，核对表写在这里", "The folder for the answers"),
    "option.for": (
        "给谁看，默认是内部；决定哪些栏可以出去",
        "For whom, inside by default; decides which columns may leave",
    ),
    "option.verbatim": (
        "连原话一起导出，会记在账上",
        "With the words as said; the journal keeps that",
    ),
    "option.office": ("台账是哪个单位的，如 利津县活动办", "Whose ledger it is"),
    "init --plan": (
        "用哪个活动方案，默认 standard；也可以是方案文件（.xlsx、.toml）",
        "The plan, by name or file (.xlsx, .toml); standard by default",
    ),
    "export --form": ("活动：只导出这种形式的", "Activities: only those of this form"),
    "export --action": ("活动：只导出计入这项动作的", "Activities: only what counts for it"),
    "export --phase": ("活动：只导出这个环节的", "Activities: only those of this phase"),
    "export --from": ("活动：从哪天起", "Activities: from this day on"),
    "export --until": ("活动：到哪天为止", "Activities: up to this day"),
    "export --by": ("每个单位一个文件", "A file for each unit"),
    "export --output": (
        "文件；加了 --by unit 时是文件夹",
        "The file, or with --by unit the folder",
    ),
    "template --output": ("存成哪个文件", "The file to write"),
    "export --unit": (
        "只导出这个单位和它的下级",
        "Only this unit, with those below it",
    ),
    "import --unit": ("是谁报来的，默认自己认", "Who sent it; recognised by default"),
    "add-unit --kind": ("类别，用方案里的词", "The kind of unit, in the plan's words"),
    "units --kind": ("类别，用方案里的词", "The kind of unit, in the plan's words"),
    "units edit --kind": (
        "类别，用方案里的词",
        "The kind of unit, in the plan's words",
    ),
    "units --unit": ("只列这个单位和它的下级", "Only this unit, with those below it"),
    "log-visit OF_UNIT": ("去了哪个单位", "The unit that was visited"),
    "weak-organisations add NAME": ("党组织的名称", "The organisation's name"),
    "log-visit --group": ("哪个督导组", "Which group"),
    "log-visit --level": (
        "派出层级，不写按方案",
        "The level that sent it; the plan's by default",
    ),
    "visits --group": ("只列这个督导组的", "Only this group's"),
    "visits --way": ("只列这种方式的", "Only visits in this way"),
    "visits edit --unit": ("去了哪个单位", "The unit that was visited"),
    "visits edit --group": ("哪个督导组", "Which group"),
    "visits edit --level": ("派出层级", "The level that sent it"),
    "contact-points --unit": (
        "领导所在单位或联系单位，下级也算",
        "The leader's unit or the body, with those below",
    ),
    "contact-points --leader": ("只列这位领导的", "Only this leader's"),
    "contact-points add --unit": (
        "领导所在单位，默认本办",
        "The leader's own unit; this office by default",
    ),
    "contact-points edit --unit": ("领导所在单位", "The leader's own unit"),
    "contact-points add --level": (
        "领导级别，方案里有几种时用",
        "The leader's level, where the plan has several",
    ),
    "contact-points edit --level": (
        "领导级别，方案里有几种时用",
        "The leader's level, where the plan has several",
    ),
    "argument.indicator": (
        "指标的名称，方案里的最好",
        "The indicator's name, best one of the plan's",
    ),
    "log-figure VALUE": ("数字，照原文写", "The number as it was reported"),
    "option.indicator": (
        "指标，方案里的叫法或原样",
        "The indicator, in the plan's words or as it is",
    ),
    "option.covers": ("统计范围", "What it covers"),
    "option.cumulative": ("累计，还是本期的数", "Cumulative, or of the period alone"),
    "option.measure": ("计量单位，数字里没有写时用", "The measure word, where the number has none"),
    "option.because": ("累计数为什么减少", "Why a cumulative number fell"),
    "option.value": ("数字，照原文写", "The number as it was reported"),
    "log-figure --unit": ("哪个单位的数", "Whose number it is"),
    "figures edit --unit": ("哪个单位的数", "Whose number it is"),
    "log-figure --period": (
        "哪个月的数，默认 --on 那个月或本月",
        "The month that it is of; without it that of --on, or this one",
    ),
    "log-figure --on": ("截至哪一天", "The day up to which it counts"),
    "figures edit --on": ("截至哪一天", "The day up to which it counts"),
    "log-figure --source": ("从哪里来：简报、汇报、报表", "Where it comes from: a brief, a report"),
    "figures edit --source": (
        "从哪里来：简报、汇报、报表",
        "Where it comes from: a brief, a report",
    ),
    "figures --indicator": ("只列这项指标的", "Only those of this indicator"),
    "export --indicator": ("只导出这项指标的统计数", "Of numbers only those of this indicator"),
    "export --covers": ("只导出这个范围的统计数", "Of numbers only those that cover this"),
    "figures --covers": ("只列这个范围的", "Only those that cover this"),
    "figures --cumulative": (
        "只列累计的，或只列本期的",
        "Only cumulative ones, or only the others",
    ),
    "figures --sums": ("只列合计", "Only what they come to"),
    "weak-organisations --level": ("只列这一级重点的", "Only those of this level"),
    "weak-organisations --turned": ("只列这种转化情况的", "Only those that stand so"),
    "weak-organisations add --unit": ("所属单位", "The unit above it"),
    "weak-organisations edit --unit": ("所属单位", "The unit above it"),
    "weak-organisations add --level": ("重点级别：市级重点……", "Whose special care it is"),
    "weak-organisations edit --level": ("重点级别：市级重点……", "Whose special care it is"),
    "weak-organisations add --outcome": ("整顿成效", "What came of it"),
    "weak-organisations edit --outcome": ("整顿成效", "What came of it"),
    "weak-organisations add --measures": ("整顿措施", "The measures"),
    "weak-organisations edit --measures": ("整顿措施", "The measures"),
    "weak-organisations add --done-on": ("转化时间", "When it was turned round"),
    "weak-organisations edit --done-on": ("转化时间", "When it was turned round"),
    "log-opinion --unit": ("意见说的是哪个单位", "The unit that it is about"),
    "milestones waive --waived-by": ("谁同意免的，如 第3督导组", "Who agreed to it"),
    "milestones waive --why": ("为什么免", "Why it is waived"),
    "milestones waive --until": ("免到哪天，默认一直免", "Until when; for good by default"),
    "opinions edit --unit": ("意见说的是哪个单位", "The unit that the opinion is about"),
    "opinions edit --voices": ("多少人次提的", "How many voices"),
    "opinions edit --raised-on": ("哪天提出的", "The day on which it was raised"),
    "rectify edit --raised-on": ("哪天提出的", "The day on which it was raised"),
    "backup --output": ("备份到哪个文件或文件夹", "The file or folder to back up to"),
    "log-activity --action": (
        "只计入这项动作，写名称或代码",
        "The one action that it counts for, by name or code",
    ),
    "activities edit --action": (
        "只计入这项动作，写名称或代码",
        "The one action that it counts for, by name or code",
    ),
    "activities --action": ("只列计入这项动作的", "Only what counts towards this action"),
    "activities --group": ("只列这类党员的", "Only this group of members"),
    "log-activity --group": ("党员类别，如 流动党员", "The group of members it was for"),
    "activities edit --group": ("党员类别，如 流动党员", "The group of members it was for"),
    "log-activity --due": ("应到多少人", "How many were due"),
    "activities edit --due": ("应到多少人", "How many were due"),
    "log-activity --opinions": ("听取意见多少条", "How many opinions were heard"),
    "activities edit --opinions": ("听取意见多少条", "How many opinions were heard"),
    "activities edit --on": ("哪天开展的", "The day it happened"),
    "activities edit --unit": ("在哪个单位办的", "The unit in which it happened"),
    "log-activity --unit": ("在哪个单位办的", "The unit in which it happened"),
    "rectify add --unit": ("责任单位", "The responsible unit"),
    "rectify edit --unit": ("责任单位", "The responsible unit"),
    "rectify --unit": (
        "责任单位，下级也算在内",
        "The responsible unit, with those below it",
    ),
    "rectify --all": ("撤销的也列出来", "Also dropped ones"),
    "opinions --all": ("并入别条的、撤回的也列出来", "Also joined and withdrawn ones"),
    "units --all": ("不再参加的也列出来", "Also those that no longer take part"),
    "rectify progress --done-on": (
        "哪天完成的；写了已完成又不写这个，就算今天",
        "The day it was done; done without it means today",
    ),
    "opinions --status": ("办到哪一步", "How far it has come"),
    # Words for what is typed: by the name of the parameter.
    "value.ledger": ("文件", "FILE"),
    "value.campaign": ("名称", "NAME"),
    "value.lang": ("zh|en", "zh|en"),
    "value.unit": ("单位", "UNIT"),
    "value.parent": ("单位", "UNIT"),
    "value.into": ("单位", "UNIT"),
    "value.co_unit": ("单位", "UNIT"),
    "value.lead_unit": ("单位", "UNIT"),
    "value.collected_by": ("单位", "UNIT"),
    "value.office": ("单位", "OFFICE"),
    "value.name": ("名称", "NAME"),
    "value.short_name": ("简称", "NAME"),
    "value.alias": ("别名", "NAME"),
    "value.code": ("代码", "CODE"),
    "value.tier": ("层级", "TIER"),
    "value.kind": ("类型", "KIND"),
    "value.batch": ("批次", "BATCH"),
    "value.members": ("人数", "N"),
    "value.branches": ("个数", "N"),
    "value.leaders": ("人数", "N"),
    "value.voices": ("人次", "N"),
    "value.percent": ("数", "N"),
    "value.days": ("天数", "N"),
    "value.times": ("次数", "N"),
    "value.present": ("人数", "N"),
    "value.title": ("内容", "TEXT"),
    "value.ends_on": ("日期", "DAY"),
    "value.place": ("地点", "PLACE"),
    "value.hours": ("学时", "N"),
    "value.due_count": ("人数", "N"),
    "value.absent": ("姓名", "WHO"),
    "value.made_up": ("人数", "N"),
    "value.made_up_on": ("日期", "DAY"),
    "value.speaker": ("姓名", "NAME"),
    "value.with_whom": ("姓名", "NAME"),
    "value.pair": ("类型", "PAIR"),
    "value.topic": ("内容", "TOPIC"),
    "value.member_group": ("类别", "GROUP"),
    "value.group_all": ("人数", "N"),
    "value.reached": ("人数", "N"),
    "value.reached_how": ("方式", "WAY"),
    "value.led_by": ("姓名", "NAME"),
    "value.supervisor": ("姓名", "NAME"),
    "value.waived_by": ("谁", "WHO"),
    "value.why": ("原因", "WHY"),
    "value.limit": ("条数", "N"),
    "value.due_within": ("天数", "DAYS"),
    "value.head": ("姓名", "NAME"),
    "value.liaison": ("姓名", "NAME"),
    "value.contact_leader": ("姓名", "NAME"),
    "value.lead": ("姓名", "NAME"),
    "value.owner": ("姓名", "NAME"),
    "value.by": ("姓名", "NAME"),
    "value.checked_by": ("谁", "WHO"),
    "value.verdict_of": ("谁", "WHO"),
    "value.phone": ("电话", "PHONE"),
    "value.supervision_group": ("督导组", "GROUP"),
    "value.group": ("督导组", "GROUP"),
    "value.way": ("方式", "WAY"),
    "value.level": ("级别", "LEVEL"),
    "value.people": ("姓名", "NAMES"),
    "value.talks": ("人次", "N"),
    "value.meetings": ("场次", "N"),
    "value.heard": ("条数", "N"),
    "value.reviewed": ("份数", "N"),
    "value.returned": ("份数", "N"),
    "value.finding": ("问题", "PROBLEM"),
    "value.found": ("问题", "WORDS"),
    "value.demands": ("要求", "WORDS"),
    "value.fed_back_on": ("日期", "DAY"),
    "value.recheck": ("结果", "WORDS"),
    "value.outcome": ("结果", "OUTCOME"),
    "value.outcome_where": ("哪里", "WHERE"),
    "value.outcome_on": ("日期", "DAY"),
    "value.leader": ("姓名", "NAME"),
    "value.post": ("职务", "POST"),
    "value.body": ("单位", "UNIT"),
    "value.point": ("联系点", "POINT"),
    "value.set_up_on": ("日期", "DAY"),
    "value.attended_on": ("日期", "DAY"),
    "value.first_secretary": ("姓名", "NAME"),
    "value.turned": ("情况", "TURNED"),
    "value.started_on": ("日期", "DAY"),
    "value.raised_on": ("日期", "DAY"),
    "value.done_on": ("日期", "DAY"),
    "value.on": ("日期", "DAY"),
    "value.since": ("日期", "DAY"),
    "value.until": ("日期", "DAY"),
    "value.due": ("时限", "DEADLINE"),
    "value.period": ("月份", "PERIOD"),
    "value.digest": ("校验码", "DIGEST"),
    "value.opening": ("月份", "PERIOD"),
    "value.maps": ("表头=栏目", "HEADING=FIELD"),
    "value.channel": ("渠道", "CHANNEL"),
    "value.theme": ("类别", "THEME"),
    "value.category": ("类别", "CATEGORY"),
    "value.target": ("对象", "TARGET"),
    "value.from_group": ("界别", "GROUP"),
    "value.earlier": ("活动", "CAMPAIGN"),
    "value.carried_from": ("活动", "CAMPAIGN"),
    "value.source": ("来源", "SOURCE"),
    "value.content": ("原话", "WORDS"),
    "value.wording": ("表述", "WORDING"),
    "value.problem": ("问题", "PROBLEM"),
    "value.goal": ("目标", "GOAL"),
    "value.standard": ("标准", "STANDARD"),
    "value.indicator": ("指标", "INDICATOR"),
    "value.value": ("数字", "NUMBER"),
    "value.covers": ("范围", "CODE"),
    "value.measure": ("计量单位", "MEASURE"),
    "value.because": ("原因", "REASON"),
    "value.measures": ("措施", "MEASURES"),
    "value.reason": ("原因", "REASON"),
    "value.reasons": ("条=理由", "VERDICT=WHY"),
    "value.material": ("材料", "MATERIAL"),
    "value.person": ("姓名", "NAME"),
    "value.step": ("关口", "STEP"),
    "value.answers": ("编号", "NUMBER"),
    "value.drafts_to": ("范围", "WHOM"),
    "value.note": ("备注", "NOTE"),
    "value.search": ("文字", "WORDS"),
    "value.scope": ("范围", "SCOPE"),
    "value.handling": ("方式", "HANDLING"),
    "value.status": ("状态", "STATUS"),
    "value.closing": ("步骤", "CLOSING"),
    "value.satisfaction": ("数", "N"),
    "value.activity": ("活动", "ACTIVITY"),
    "value.action": ("动作", "ACTION"),
    "value.phase": ("环节", "PHASE"),
    "value.form": ("形式", "FORM"),
    "value.plan": ("方案", "PLAN"),
    "value.of_unit": ("单位", "UNIT"),
    "value.of_phase": ("环节", "PHASE"),
    "value.of_action": ("动作", "ACTION"),
    "value.other": ("方案", "PLAN"),
    "value.sheet": ("报表", "SHEET"),
    "value.only": ("报表", "SHEET"),
    "value.sheets": ("报表", "SHEET"),
    "value.file": ("文件", "FILE"),
    "value.files": ("文件", "FILE"),
    "value.output": ("文件", "FILE"),
    "value.giver_from": ("文件", "FILE"),
    "value.inbox": ("文件夹", "DIR"),
    "value.outbox": ("文件夹", "DIR"),
    "value.shape": ("样式", "FORMAT"),
    "value.each": ("unit", "unit"),
    "value.words": ("进展", "PROGRESS"),
    "value.direction": ("谁", "WHOM"),
    "value.number": ("编号", "NO"),
    "value.opinion": ("意见编号", "NO"),
    "value.of": ("号码", "N"),
    "value.run": ("批号", "N"),
    "value.entry": ("号码", "N"),
}
