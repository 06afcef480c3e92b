"""Why a row is queried, or not taken as it came: what is wrong and how to put it right."""

WORDS = {
    "number_unknown": (
        "台账里没有编号{number}。请核对编号；如果是新事项，请清空编号。",
        "The ledger has no number {number}. Check it, or clear it where the matter is new.",
    ),
    "number_of_other_kind": (
        "{number}不是本表的编号。请核对；如果是新事项，请清空编号。",
        "{number} is no number of this kind of sheet. Check it, or clear it where the matter is new.",
    ),
    "same_record": (
        "与第{rows}行说的是同一条记录。一条记录只留一行，请删去多余的。",
        "Means the same record as row {rows}. Keep one row for each record.",
    ),
    "same_key": (
        "与第{row}行的单位和“{heading}”相同。是同一件事请删去一行，不是同一件事请写清楚有何不同。",
        "Same unit and same “{heading}” as row {row}. Delete one, or say how they differ.",
    ),
    "column_of_office": (
        "这一栏由活动办改。台账里是“{ours}”，您填的“{theirs}”没有收；确需修改，请另行说明。",
        "Only the office may change this column. It says “{ours}”; your “{theirs}” was not taken.",
    ),
    "conflict": (
        "台账里是“{ours}”，您填的是“{theirs}”，没有自动改。以哪一个为准，请告知活动办。",
        "The ledger says “{ours}”, your sheet “{theirs}”. Neither was taken over the other: tell the office which is right.",
    ),
    "conflict_three_ways": (
        "两边都改过：原来是“{base}”，台账现在是“{ours}”，您改成了“{theirs}”。以哪一个为准，请告知活动办。",
        "Both sides changed it: it was “{base}”, the ledger says “{ours}” now, your sheet “{theirs}”. Tell the office which is right.",
    ),
    "text_cut": (
        "这一格的文字太长，表里只有前一部分，改动没有收。请把要改的内容告诉活动办，在台账里改。",
        "This text is longer than a cell holds: the sheet has its beginning alone, and the change was not taken. Tell the office what should be changed.",
    ),
    "office_keeps": (
        "您填的“{theirs}”与活动办掌握的情况不一致，没有收。请与活动办联系。",
        "Your “{theirs}” differs from what the office has and was not taken. Please ask the office.",
    ),
    "dropped": (
        "这一事项已于{day}撤销，不再收。",
        "This item was dropped on {day} and is not taken again.",
    ),
    "goes_back": (
        "台账里是“{ours}”，您填的“{theirs}”是以前的内容，可能是一张旧表，没有自动改。确实要改回去，请告知活动办。",
        "The ledger says “{ours}”; your “{theirs}” is what it said before, as in an older copy. It was not taken: tell the office if it is meant.",
    ),
    "day_ahead": (
        "{day}还没有到（今天是{today}），不能算已经发生。请核对日期。",
        "{day} lies ahead (today is {today}) and cannot have happened. Check the day.",
    ),
    "no_voice": (
        "条数不能是0。不算意见的，请删去本行。",
        "There is no opinion without a voice. Delete the row if it is none.",
    ),
    "closing_under_way": (
        "{number}已进入销号程序，不能直接改回未完成。确需返工，请由活动办退回。",
        "{number} is being closed and cannot go back to open work by a sheet. The office has to return it.",
    ),
    "closing_claimed": (
        "销号要由别人核查。已按“申请销号”登记，请等候核查。",
        "Somebody else has to check a closing. It was taken as submitted for closing.",
    ),
    "visit_unit": (
        "表头上方的被督导单位“{unit}”不认得，勾选没有收。请写明单位全称。",
        "The visited unit “{unit}” above the table is not known, so no tick was taken. Write its full name.",
    ),
    "visit_unit_missing": (
        "表头上方没有写被督导单位，勾选没有收。请补上。",
        "Nothing above the table says which unit was visited, so no tick was taken. Fill it in.",
    ),
    "visit_day": (
        "表头上方的督导时间“{day}”读不出来，或者还没有到，或者在活动开始以前，勾选没有收。请写成 2014-05-20 这样。",
        "The day of the visit “{day}” above the table is unread, lies ahead or before the campaign, so no tick was taken. Write it as 2014-05-20.",
    ),
    "visit_day_missing": (
        "表头上方没有填督导时间，勾选没有收。请补上，如 2014-05-20。",
        "The day of the visit above the table is empty, so no tick was taken. Fill it in, such as 2014-05-20.",
    ),
    "visit_group_missing": (
        "表头上方没有填督导组，勾选没有收。请补上。",
        "The supervision group above the table is empty, so no tick was taken. Fill it in.",
    ),
    "visit_count": (
        "表头上方的“{text}”不是一个整数，没有收。人次、场次、条数、份数请只填数字。",
        "“{text}” above the table is no whole number. Fill in talks, meetings, opinions and materials as numbers.",
    ),
    "both_ticked": (
        "“合格”和“退回”都勾了。请只勾一个。",
        "Both “passed” and “returned” are ticked. Tick one.",
    ),
    "none_ticked": (
        "勾了不放过的条目，“合格”“退回”都没有勾。要退回的，请勾“退回”。",
        "A fault is ticked, but neither “passed” nor “returned”. Tick “returned” where it goes back.",
    ),
    "crossed": (
        "“合格”“退回”只认勾选。不合格的，请勾“退回”，并写明理由或者勾哪一条不放过。",
        "Only a tick counts under “passed” and “returned”. What does not pass is ticked as returned, with its reason or fault.",
    ),
    "reason_without_tick": (
        "写了理由，“合格”“退回”都没有勾。请勾一个；还没有核查的，请把理由删去。",
        "There is a reason, but neither “passed” nor “returned” is ticked. Tick one, or take the reason away where nothing was checked.",
    ),
    "passed_with_fault": (
        "勾了“合格”，又勾了不放过的“{faults}”。请核对：合格的不勾，不合格的勾“退回”。",
        "Ticked as passed, and also the fault “{faults}”. Take one away: what has a fault is returned.",
    ),
    "tick_without_number": (
        "这一行没有整改编号，不能勾“合格”“退回”。新发现的问题只写问题，不勾。",
        "This row has no number of an item, so it can be neither passed nor returned. Of what is found, write the problem alone.",
    ),
    "return_without_reason": (
        "退回要写理由，或者勾哪一条不放过。请补上。",
        "A return needs its reason, or a fault that is ticked. Fill it in.",
    ),
    "item_of_other": (
        "{number}不是{unit}的整改事项。请核对编号和被督导单位。",
        "{number} is no item of {unit}. Check the number and the unit.",
    ),
    "step_refused": (
        "{number}现在是“{closing}”，不能“{step}”，这一勾没有收。请核对编号；确有必要的，请先由单位申请销号。",
        "{number} is “{closing}”, so it cannot be {step}; the tick was not taken. Check the number, or let the unit submit it first.",
    ),
    "checked_by_itself": (
        "{who}是责任单位或责任人，不能核查自己的事项。",
        "{who} is responsible for the item and cannot check it.",
    ),
    "check_of_office": (
        "督导检查单由督导组带回活动办收，别的单位报来的不收。",
        "A supervision checklist is brought to the office by the group; nobody else can send one.",
    ),
    "milestone_tenths": (
        "{count} 和台账里各次活动加起来的不一样：是日期的请写成 5月8日的样子，是半天、几分之几的请登记活动，进度表里填整数。",
        "{count} is not what the activities come to. Write a day as 5月8日; record halves as "
        "activities, and put whole numbers into this sheet.",
    ),
    "activity_unsaid": (
        "没有写是什么活动。请填活动内容，或者形式、规定动作。",
        "It is not said what the activity was. Fill in what it was, its form or its action.",
    ),
    "talk_with_nobody": (
        "没有写谈话对象。请填上和谁谈的。",
        "It is not said whom the talk was with. Fill it in.",
    ),
    "ends_before": (
        "结束日期在开始日期 {day} 之前。请核对。",
        "It ends before it begins on {day}. Check the days.",
    ),
    "more_present": (
        "实到比应到（{most}）还多。请核对。",
        "More were present than were due ({most}). Check the numbers.",
    ),
    "more_made_up": (
        "补课的比应到（{most}）还多。请核对。",
        "More made it up than were due ({most}). Check the numbers.",
    ),
    "more_reached": (
        "覆盖人数比该类党员总数（{most}）还多。请核对。",
        "More were reached than the group has ({most}). Check the numbers.",
    ),
    "gap_no_action": (
        "“{what}”不是规定动作，不在这张表里登记补课。补上以后请告诉活动办，由活动办登记。",
        "“{what}” is no action of the plan, so its day is not taken here. Tell the office once it is made up; the office records it.",
    ),
    "figure_falls": (
        "累计数不能减少：{number} {period} 是 {words}，这里是 {said}。确实减少的，在“减少原因”一栏写明（没有这一栏的加一栏）；填错的请改正。",
        "A cumulative number cannot fall: {number} of {period} is {words}, and here it is {said}. If it did fall, say why in a column 减少原因 (add it where there is none); else correct it.",
    ),
    "later_figure_falls": (
        "累计数不能减少：{number} 后来的 {period} 只有 {words}，这里是 {said}。确实减少的，在“减少原因”一栏写明（没有这一栏的加一栏）；填错的请改正。",
        "A cumulative number cannot fall: {number} of the later {period} is only {words}, and here it is {said}. If it did fall, say why in a column 减少原因 (add it where there is none); else correct it.",
    ),
    "figure_less_than_month": (
        "累计数 {said} 比本月的 {month} 还少，请核对。",
        "The cumulative number {said} is less than this month's {month}: check them.",
    ),
    "figure_less_than_parts": (
        "表里下级单位的数加起来已有 {parts}，含下级的数却只有 {said}。是本级数的，请在“统计范围”一栏写“本级”（没有这一栏的加一栏）；填错的请改正。",
        "The numbers of the units below come to {parts}, and the one with all of them is only {said}. If it is the unit's own, write 本级 in a column 统计范围 (add it where there is none); else correct it.",
    ),
    "figure_twice": (
        "台账里同一个数有两个出处（{numbers}），不知道改哪一个。请写明数据来源，或由活动办用 campaign figures edit 更正。",
        "The ledger has this number from two sources ({numbers}); which one is meant is not clear. Say the source, or have the office correct one by campaign figures edit.",
    ),
    "unit_of_other": (
        "{unit}不是本单位或下属单位，这一行没有收。请核对单位名称。",
        "{unit} is neither your unit nor one below it; the row was not taken. Check the unit.",
    ),
}
