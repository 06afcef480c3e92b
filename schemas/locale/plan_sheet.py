"""What stands in the workbook that a plan is, and what is said of its cells."""

from typing import Final

WORDS: Final = {
    # The worksheets -----------------------------------------------------------------------
    "name.plan": ("基本情况", "Basics"),
    "name.organs": ("机构", "Organs"),
    "name.phases": ("环节", "Phases"),
    "name.actions": ("动作", "Actions"),
    "name.excluded": ("不计入的形式", "Forms that do not count"),
    "name.rules": ("对象和时限", "Who and by when"),
    "name.readiness": ("转段条件", "Readiness"),
    "name.talks": ("谈话和审核", "Talks and review"),
    "name.pairs": ("谈话对子", "Pairs that talk"),
    "name.contacts": ("联系点", "Contact points"),
    "name.supervision": ("督导", "Supervision"),
    "name.specials": ("专项整治", "Special rectification"),
    "name.indicators": ("统计指标", "Indicators"),
    "name.reports": ("报送", "Reports owed"),
    "name.statuses": ("完成情况用词", "Words for standings"),
    "name.unit_words": ("单位和活动用词", "Words for units"),
    "name.opinion_words": ("意见和整改用词", "Words for opinions"),
    "title": ("{plan}　{sheet}", "{plan}: {sheet}"),
    "line": ("项目", "Item"),
    "value": ("内容", "Value"),
    "asked": ("填写要求", "How to fill in"),
    # Above the tables ---------------------------------------------------------------------
    "above.plan": (
        "只填“内容”一列；没有的留空。",
        "Fill in the column “Value” alone; leave empty what there is nothing to say of.",
    ),
    "above.organs": ("一行一个职务，没有可不填。", "A body a row; may stay empty."),
    "above.phases": (
        "按先后一行一个环节，不分环节的不填。",
        "A phase a row in their order; none where there are none.",
    ),
    "above.actions": (
        "一行一个动作。谁来做、什么时候做完，写在“对象和时限”里。",
        "An action a row. Who does it by when stands in “Who and by when”.",
    ),
    "above.excluded": (
        "容易误算的活动形式，一行一种，写明不算的理由。",
        "A row for each form that somebody might count and must not, with the reason.",
    ),
    "above.rules": (
        "一行一条要求。对象各栏都不填的，是所有单位；填了几栏的，要同时符合。几条都说到同一个单位的，最具体的一条算数。",
        "A rule a row. Without a word on whom it is for, all units; with several, all of them hold. The most exact rule wins.",
    ),
    "above.readiness": (
        "单位要具备哪些条件才能转入下一环节。",
        "What a unit needs before it leaves a phase.",
    ),
    "above.talks": (
        "有几项的，一项写一行（在单元格里换行按 Alt+Enter）。",
        "Where there are several, a line each (Alt+Enter begins a line in a cell).",
    ),
    "above.pairs": (
        "会前谁和谁必须谈，一对一行。",
        "Who has to talk with whom before the meeting, a pair a row.",
    ),
    "above.contacts": (
        "一行一种联系点。同一类领导有几种联系点的，下面几行的“联系人”留空。",
        "A kind of contact point a row. Where the same leaders have several, leave their column empty below the first.",
    ),
    "above.supervision": ("一行一级督导。", "A level of supervision a row."),
    "above.specials": (
        "一行一项，名称用“意见和整改用词”里“专项整治”的词。",
        "One a row, called as in the list of special rectification.",
    ),
    "above.indicators": ("一行一个数。", "A figure a row."),
    "above.reports": (
        "每个月要报的表，一行一种。没有写到的单位不用报。",
        "A sheet that is owed every month a row. Units that none means owe nothing.",
    ),
    "above.statuses": (
        "本单位对完成情况的叫法，一种情况一行；第一个词印在表上，其余的认得。没有自己叫法的不填。",
        "The office's own words for how far work is, a standing a row; the first is printed, the others are understood. None where the usual ones do.",
    ),
    "above.unit_words": (
        "一列一个词表，一行一个词；右边一列写这个词的其他写法，没有可不填。",
        "A list a column, a word a row; beside it other spellings of that word, if any.",
    ),
    "above.opinion_words": (
        "一列一个词表，一行一个词；右边一列写这个词的其他写法，没有可不填。",
        "A list a column, a word a row; beside it other spellings of that word, if any.",
    ),
    # Headings that are not the fields' own words --------------------------------------------
    "heading.name": ("名称", "name"),
    "heading.to.tier": ("对象：层级", "for: tier"),
    "heading.to.kind": ("对象：类别", "for: kind"),
    "heading.to.batch": ("对象：批次", "for: batch"),
    "heading.to.parent": ("对象：所属上级", "for: all below"),
    "heading.to.units": ("对象：单位", "for: units"),
    "heading.points.to.tier": ("对象：层级", "for: tier"),
    "heading.points.to.kind": ("对象：类别", "for: kind"),
    "heading.points.to.batch": ("对象：批次", "for: batch"),
    "heading.points.to.parent": ("对象：所属上级", "for: all below"),
    "heading.points.to.units": ("对象：单位", "for: units"),
    "heading.points.name": ("联系点", "contact point"),
    "heading.vocabulary.*.closed": ("不许另写的词表", "closed lists"),
    "heading.talks.action": ("谈话计入的动作", "talks count towards"),
    "heading.talks.topics": ("谈透的内容", "topics of talks"),
    "heading.review.chain": ("审核：逐级把关", "review: chain"),
    "heading.review.materials": ("审核：材料", "review: materials"),
    "heading.review.personal": ("审核：每人一份的材料", "review: written by each leader"),
    "heading.review.before": ("审核：通过后才能开的会", "review: the meeting after it"),
    "heading.review.verdicts": ("审核：不放过", "review: verdicts"),
    "heading.review.headings": ("审核：对照", "review: headings"),
    "heading.review.checklist": ("审核：重点", "review: checklist"),
    "heading.review.examples": ("审核：每个问题举例", "review: examples"),
    "heading.form": ("活动形式", "form"),
    "heading.reason": ("不计入的理由", "reason"),
    "heading.forms": ("计入的形式", "forms that count"),
    "aliases_of": ("{list}的其他写法", "other spellings of {list}"),
    # What is asked --------------------------------------------------------------------------
    "how.text": ("如实填写文字。", "In words."),
    "how.words": (
        "有几个的，用“、”隔开，或一行一个。",
        "Several are joined by 、, or stand a line each.",
    ),
    "how.lines": (
        "有几条的，一条一行（Alt+Enter 换行）。",
        "Several stand a line each (Alt+Enter).",
    ),
    "how.lists": ("写词表的名称，用“、”隔开。", "Names of word lists, joined by 、."),
    "how.day": ("填年月日，如 2014-05-08。", "Year, month and day, such as 2014-05-08."),
    "how.number": ("填整数。", "A whole number."),
    "how.yes": ("填“是”或“否”。", "Yes or no."),
    "how.code": ("从可选用词中选一个。", "One word of the list."),
    "how.action": ("写“动作”里的名称。", "The name of an action."),
    "how.phase": ("写“环节”里的名称。", "The name of a phase."),
    "how.sheet": ("写报表的名称。", "The title of a sheet."),
    "how.plan.name": (
        "活动全称，印在各种表的上方。",
        "The campaign's full name, as it stands above sheets.",
    ),
    "how.plan.code": (
        "给这次活动起的短名，定了不要再改：台账用它认出是哪次活动。",
        "Its short name, for good: the ledger knows the campaign by it.",
    ),
    "how.plan.language": (
        "报表、退回核对和材料用的文字，不填是中文。",
        "The language of sheets and papers; Chinese where nothing is said.",
    ),
    "how.plan.start": (
        "活动第一天。没有写年份的日期按它定年份。",
        "The first day; tells the year of days without one.",
    ),
    "how.plan.end": ("活动最后一天。", "The last day."),
    "how.plan.announced_on": (
        "动员会或通知的日期：“本月底”“即日”从这天算。",
        "The day of its meeting or notice: 本月底 is counted from it.",
    ),
    "how.plan.batch": (
        "没有写批次的单位和事项算哪一批。",
        "The batch of units and items that say none.",
    ),
    "how.plan.lead_organs": (
        "牵头的部门，几个的用“、”隔开。",
        "The organs in the lead, joined by 、.",
    ),
    "how.plan.office_title": (
        "活动办的全称，印在月底材料上。",
        "The office's title, on the papers of a month end.",
    ),
    "how.plan.phone": (
        "活动办的电话，印在月底材料上。",
        "The office's telephone, on the papers of a month end.",
    ),
    "how.plan.principles": (
        "活动的原则、提法，一条一行（Alt+Enter 换行）。",
        "What it holds to, a line each (Alt+Enter).",
    ),
    "how.plan.vocabulary.*.closed": (
        "这些词表里没有的词，收表时要对方改。一般不填：填了容易退很多表。写词表的名称，用“、”隔开。",
        "Lists whose words alone are taken; others are queried. Mostly empty. Names of lists, joined by 、.",
    ),
    "how.plan.numbers.about_days": (
        "“3月15日左右”往后宽限几天，不填是 5。",
        "Days of grace of 左右; 5 where nothing is said.",
    ),
    "how.plan.numbers.immediate_days": (
        "“立行立改”从提出之日起几天，不填是 15。",
        "Days that 立行立改 has; 15 where nothing is said.",
    ),
    "how.plan.numbers.due_soon_days": (
        "到期前几天开始提醒，不填是 10。",
        "Days before a deadline from which it is due soon; 10 where nothing is said.",
    ),
    "how.plan.numbers.unit_months": (
        "每个单位的活动至少几个月，没有规定的不填。",
        "The months that each unit's part lasts at least, if any.",
    ),
    "how.organs.name": ("机构或职务。", "The body or the office."),
    "how.organs.held_by": ("由谁担任。", "Who holds it."),
    "how.phases.code": (
        "短名，不填就用名称；定了不要再改。",
        "A short name, for good; the name where empty.",
    ),
    "how.phases.begins": (
        "做了哪个动作算进入本环节，写“动作”里的名称。",
        "The action with which a unit enters it.",
    ),
    "how.actions.name": (
        "动作的名称，也是进度表里的栏目。",
        "Its name, and its heading in the progress sheet.",
    ),
    "how.actions.code": (
        "短名，不填就用名称；定了不要再改，改了就成了另一个动作。",
        "A short name, for good; the name where empty.",
    ),
    "how.actions.phase": ("属于哪个环节，写“环节”里的名称。", "The phase that it belongs to."),
    "how.actions.kind": ("不填是规定动作。", "Required where nothing is said."),
    "how.actions.measure": (
        "按什么算够：做完即可、次、天、占本单位党员的百分比。不填是完成。",
        "What is counted: done, times, days, per cent of the members.",
    ),
    "how.actions.required": (
        "至少多少次、天或百分之几，不填是 1。",
        "How many make it done; 1 where nothing is said.",
    ),
    "how.actions.every": (
        "要反复做的写周期：每天、每周、每周一、每月、每月15日、每季度。",
        "How often it is owed anew: 每周一, 每周, 每月, 每月15日, 每季度.",
    ),
    "how.actions.forms": (
        "哪些形式的活动自动计入，用“、”隔开。不填的，只算登记时写明的。",
        "Forms of activity that count by themselves, joined by 、.",
    ),
    "how.actions.supervisor": (
        "督导组要不要参加，不填是不要求。",
        "Whether a supervisor has to be there.",
    ),
    "how.actions.aliases": ("这个动作的其他叫法，用“、”隔开。", "Other names of it, joined by 、."),
    "how.excluded.form": (
        "不算数的活动形式，一行一种。",
        "The form that does not count, one a row.",
    ),
    "how.excluded.reason": (
        "为什么不算，查询时会照着说。",
        "Why it does not; it is told as it stands.",
    ),
    "how.rules.action": ("哪个动作，写“动作”里的名称。", "The action, by its name."),
    "how.rules.to.tier": (
        "哪些层级的单位，几个的用“、”隔开。",
        "Units of these tiers, joined by 、.",
    ),
    "how.rules.to.kind": (
        "哪些类别的单位，几个的用“、”隔开。",
        "Units of these kinds, joined by 、.",
    ),
    "how.rules.to.batch": ("哪些批次的单位。", "Units of these batches."),
    "how.rules.to.parent": ("哪些单位的所有下级。", "All units below these."),
    "how.rules.to.units": (
        "单独点名的单位，几个的用“、”隔开。",
        "These units by name, joined by 、.",
    ),
    "how.rules.due": (
        "什么时候做完：2014年3月15日、3月底前、3月15日左右，也可以跟着别的动作：民主生活会前、动员大会后15日内、转段前。",
        "By when: a day, 3月底前, 3月15日左右; or after another action: 民主生活会前, 转段前.",
    ),
    "how.rules.required": (
        "这些单位的数量和“动作”里不一样时填。",
        "How many, if not as many as the action says.",
    ),
    "how.rules.owed": (
        "不用做的填“否”，不填是“是”。",
        "No frees these units from it; yes where nothing is said.",
    ),
    "how.rules.because": ("依据的原话。", "The words that the rule stands for."),
    "how.rules.choice": (
        "文件里说法不一、要由办公室选定的，几条写同一个名称，选定后删去其余。",
        "A name shared by rules of which the office has to keep one.",
    ),
    "how.readiness.actions": (
        "要做完哪些动作，用“、”隔开；不填是本环节全部规定动作。",
        "Actions that have to be done, joined by 、; all required ones where empty.",
    ),
    "how.readiness.look_back": ("哪个动作是回头看。", "The action of looking back."),
    "how.readiness.published": (
        "查摆的问题要不要公示，不填是“否”。",
        "Whether what was found has to be made public.",
    ),
    "how.readiness.reviewed": (
        "对照检查材料要不要审核通过，不填是“否”。",
        "Whether the materials have to have passed.",
    ),
    "how.readiness.contacts": (
        "领导的联系点要不要都已建立，不填是“否”。",
        "Whether the leaders have to have their contact points.",
    ),
    "how.talks.talks.action": (
        "谈心谈话计入哪个动作。",
        "The action that the talks count towards.",
    ),
    "how.talks.review.chain": (
        "材料由谁逐级审核，从先到后一级一行。",
        "Who passes a material, one after the other, a line each.",
    ),
    "how.talks.review.personal": (
        "上面的材料里哪些由班子成员每人写一份，一份一行。",
        "Which of these materials each leader writes, a line each.",
    ),
    "how.talks.review.before": (
        "材料审核通过以前不能开的会，是哪个动作。",
        "The action whose meeting is not held until the materials have passed.",
    ),
    "how.talks.review.examples": (
        "每个问题至少举几个例子，没有规定的不填。",
        "How many examples each problem needs, if any.",
    ),
    "how.pairs.code": ("短名，不填就用名称。", "A short name; the name where empty."),
    "how.contacts.leaders": (
        "哪些领导。和上一行相同的留空。",
        "Which leaders; empty where they are those above.",
    ),
    "how.contacts.attends": (
        "联系人要参加哪些动作的会议，用“、”隔开。",
        "The actions at whose meetings they sit, joined by 、.",
    ),
    "how.contacts.points.name": (
        "联系点叫什么；只要求参加会议的可不填本栏。",
        "What such a contact point is called; may be empty where they only attend.",
    ),
    "how.contacts.points.at_least": (
        "每人至少几个，不填是 1。",
        "How many each has; 1 where nothing is said.",
    ),
    "how.supervision.groups": ("各组的名称，用“、”隔开。", "The groups by name, joined by 、."),
    "how.specials.category": (
        "“意见和整改用词”里“专项整治”的词。",
        "A word of the list of special rectification.",
    ),
    "how.indicators.code": (
        "短名，不填就用名称；定了不要再改。",
        "A short name, for good; the name where empty.",
    ),
    "how.indicators.measure": ("计量单位，如 条、场、人次。", "Its unit of measure: 条, 场, 人次."),
    "how.indicators.cumulative": (
        "是不是从活动开始累计，不填是“是”。",
        "Whether it is counted from the beginning; yes where nothing is said.",
    ),
    "how.indicators.covers": (
        "报本级的数还是含下级的数，不填是含下级。",
        "Whether a unit reports its own, or that of all below it, too.",
    ),
    "how.reports.sheet": ("报哪张表，写报表的名称。", "Which sheet, by its title."),
    "how.reports.cut_off": (
        "统计到每月几日，不填或填 0 是月末。",
        "The day of the month up to which it counts; 0 is its last.",
    ),
    "how.reports.due_after": ("截止后几天内报，不填是 0。", "How many days after that it is due."),
    # How to fill in ---------------------------------------------------------------------------
    "note_sheet": ("工作表", "Worksheet"),
    "note_empty": (
        "说明：各工作表、各栏目的名称不要改；用不着的工作表空着就行。没有的栏目留空，按默认的算。",
        "Worksheets and headings keep their names; what is not needed stays empty.",
    ),
    "note_start": (
        "不想从头填的，可以照着自带的方案改：campaign plan show standard -o 方案.xlsx",
        "To start from a plan that ships: campaign plan show standard -o plan.xlsx",
    ),
    "note_take": (
        "填好后先检查：campaign plan check 方案.xlsx；新建台账：campaign init --plan 方案.xlsx；已有台账：campaign plan use 方案.xlsx。",
        "When it is filled in: campaign plan check plan.xlsx, then campaign init --plan plan.xlsx or campaign plan use plan.xlsx.",
    ),
    # What is wrong ------------------------------------------------------------------------------
    "heading_unknown": (
        "方案没有“{heading}”这一项；请改成：{known}，或者删去",
        "a plan has no “{heading}”; make it one of {known}, or take it out",
    ),
    "heading_twice": (
        "“{heading}”写了两次，请删去一个",
        "“{heading}” stands twice; take one out",
    ),
    "action_unknown": (
        "“动作”里没有“{name}”，请改成：{known}",
        "there is no action “{name}”; write one of: {known}",
    ),
    "phase_unknown": (
        "“环节”里没有“{name}”，请改成：{known}",
        "there is no phase “{name}”; write one of: {known}",
    ),
    "action_ambiguous": (
        "叫“{name}”的动作不止一个，请写代号",
        "several actions are called “{name}”; write its code",
    ),
    "phase_ambiguous": (
        "叫“{name}”的环节不止一个，请写代号",
        "several phases are called “{name}”; write its code",
    ),
    "none_declared": ("还没有填", "none is declared"),
    "code_twice": (
        "代号“{code}”已经用过，请换一个；没有填代号的，代号就是名称",
        "the code “{code}” stands above already; choose another (without one, the name is the code)",
    ),
    "list_unknown": (
        "没有“{name}”这个词表，请改成：{known}",
        "there is no word list “{name}”; write one of: {known}",
    ),
    "category_unknown": (
        "“专项整治”词表里没有“{name}”，请先加到“意见和整改用词”里，或改成：{known}",
        "the list of special rectification has no “{name}”; add it there, or write one of: {known}",
    ),
    "alias_of_nothing": (
        "左边没有词，这是哪个词的其他写法？请补上词",
        "there is no word at the left that this is another spelling of; add it",
    ),
    "form_twice": (
        "这个动作的“{form}”上面写过了，请删去一行",
        "“{form}” of this action stands above already; take one row out",
    ),
    "nothing_above": (
        "上面没有联系人，请写上是哪些领导",
        "no leaders stand above; say which they are",
    ),
    "no_header": (
        "找不到表头，请照空表恢复：campaign template plan",
        "the headings are missing; put them back as in the blank workbook: campaign template plan",
    ),
    "too_long": (
        "这张工作表超过 {most} 行，不像方案的内容；请删去多余的行",
        "this worksheet has more than {most} rows, which no plan has; take out what is too much",
    ),
    "sheet_twice": (
        "这张工作表和“{other}”是同一种，请合成一张",
        "this worksheet and “{other}” are of one kind; make them one",
    ),
    "sheet_unknown": (
        "认不出这张工作表是方案的哪一部分；请把工作表改回原来的名称，不属于方案的请移走",
        "this worksheet is no part of a plan that is known: give it back its name, or take it out",
    ),
    # The receipt ----------------------------------------------------------------------------------
    "receipt_title": ("活动方案核对回执", "Receipt of a plan"),
    "receipt_count": ("要改的地方", "To be mended"),
    "receipt_message": (
        "请按批注改好标红的格，用本文件再收：campaign plan use",
        "Please mend the marked cells as their comments say, and take this file again: campaign plan use",
    ),
}
