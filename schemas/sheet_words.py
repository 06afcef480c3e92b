"""Words that stand in sheets around the records: titles, totals, footers, ditto marks.

They say where a table begins and ends, and which rows of it are no records. Patterns are
matched against text in its plain form: NFKC, and without blanks unless said otherwise.
"""

import re
from typing import Final

from schemas.locale.workbook import FILL_NOTE_SHEET
from schemas.locale.workbook import RECEIPT_SHEET
from schemas.locale.workbook import RESULT_COLUMN

#: What separates several values in one cell; blanks separate only where a kind says so.
SEPARATORS: Final = re.compile(r"[、，,；;/／|｜\\＼\n\r]+")
#: Words that may join two names, but also stand inside many: tried after all else.
JOINERS: Final = re.compile(r"以及|及|和|与")
JOINED_BY: Final = "、"

# Above the table --------------------------------------------------------------------------

#: Stands in front of the sender's name; what follows up to the next label is the name.
SENDER_LABELS: Final = (
    "填报单位",
    "报送单位",
    "填表单位",
    "上报单位",
    "编报单位",
    "单位名称",
    "Reporting unit",
)
#: What else is labelled in the rows above a table; such a word ends the sender's name.
OTHER_LABELS: Final = (
    "填报日期",
    "填表日期",
    "填报时间",
    "上报日期",
    "报出日期",
    "制表日期",
    "填报人",
    "填表人",
    "审核人",
    "负责人",
    "单位负责人",
    "联系人",
    "联系电话",
    "表号",
    "制表机关",
    "制定机关",
    "批准文号",
    "批准机关",
    "有效期至",
    "期别",
    "报表期",
    "截至",
    "单位",
    "计量单位",
    "Date",
)
#: The day that follows says when the sheet was made, not which month it is about.
MADE_ON_LABELS: Final = (
    "填报日期",
    "填表日期",
    "填报时间",
    "上报日期",
    "报出日期",
    "制表日期",
    "批准文号",
    "有效期至",
)
#: The day behind one of these is the sheet's own, from which 本月底 is counted.
WRITTEN_ON_LABELS: Final = (*MADE_ON_LABELS[:6], "截至", "截止", "日期")
#: Stamped behind a sender's name.
SEAL: Final = re.compile(r"[(（][^()（）]*(?:盖章|公章|签章|章)[^()（）]*[)）]|[(（][\s　]*[)）]")
#: A month with its year, a month alone, a year alone, a day of a month: plain text.
_YEAR: Final = r"(?<!\d)(?P<year>20\d\d|二[零〇○0O][零〇○O一二三四五六七八九\d]{2})"
_MONTH: Final = r"(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
#: Of a span of months the last one counts: 2014年1-5月.
_SPAN: Final = r"(?:[\d一二三四五六七八九十]{1,2}月?[\-~至到—])?"
YEAR_MONTH: Final = re.compile(
    rf"{_YEAR}年{_SPAN}{_MONTH}月|(?<!\d)(?P<y>20\d\d)[.\-/](?P<m>1[0-2]|0?[1-9])(?!\d|[\-.]\d*月)"
)
#: A day is no month that a file is about: 3月8日座谈会.
DAY_OF_MONTH: Final = re.compile(r"\d{1,2}月\d{1,2}[日号]")
#: The name of a worksheet that repeats what the others hold.
SUMMARY: Final = re.compile(r"^(?:汇总|总表|总台账|合计|全部|总)")
MONTH: Final = re.compile(rf"(?<![\d年]){_SPAN}{_MONTH}月(?!底|末|初|[上中下]旬)")
YEAR: Final = re.compile(rf"{_YEAR}年")
FULL_DAY: Final = r"(?P<year>20\d\d)[年./\-](?P<month>\d{1,2})[月./\-](?P<day>\d{1,2})"
#: The digits of a year or month that is written in Chinese numerals.
NUMERALS: Final = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "O": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}

#: A unit ticks beside one of these, or behind it in the same cell, that nothing changed.
NOTHING_CHANGED: Final = (
    r"(?:(?:本月|本期|当月|与上月(?:相比)?|较上月)(?:数据|情况)?(?:无变化|没有变化|无变动|无更新|一致)"
    r"|零报告|[Nn]ochangethismonth)(?:[(（][^()（）]{4,}[)）])?"
)
TICK_BOX: Final = ("√",)
TICKS: Final = frozenset("√✓✔☑■●vV") | {"是", "有", "已", "yes", "Yes", "Y", "y", "1"}
#: Of these, the ones that nobody types but to tick.
DRAWN: Final = frozenset("√●■vV")
#: Before the mark of an export, where it stands in the open: in CSV.
EXPORT_NUMBER: Final = ("导出编号", "Export number")
#: Ends what is left of a text that is longer than a cell may hold.
CUT_MARK: Final = "……（单元格放不下，全文在活动办台账里）"

#: A supervision group in a title: 县委第二督导组督导工作记录.
GROUP_IN_TITLE: Final = re.compile(
    r"(?:中央|省|市|县|区)?委?(?:教育实践活动)?第?[一二三四五六七八九十\d]{1,3}(?:督导|督查|指导|巡回督导|检查)组"
)

# Headings ---------------------------------------------------------------------------------

#: Columns that are no data of anybody's: row numbers, and what an answer of ours added.
IGNORED_HEADINGS: Final = frozenset(
    {"序号", "№", "No", "No.", "顺序号", "行号", "项次", "栏次", "合计", "小计", *RESULT_COLUMN}
)
#: Of these, the ones that number the rows; a second one begins a second table.
ROW_NUMBER_HEADINGS: Final = frozenset({"序号", "№", "No", "No.", "顺序号", "行号", "项次"})
#: Worksheets of ours that hold no records.
OWN_SHEETS: Final = frozenset({*RECEIPT_SHEET, *FILL_NOTE_SHEET})
#: A heading above others that makes them those of the supporting units.
SUPPORTING: Final = re.compile(r"^(?:配合|协办|协同|会办|参与|协助)")
#: A heading that says nothing by itself: the one above it is meant.
GENERIC_HEADINGS: Final = frozenset({"姓名", "名称", "姓名及职务", "姓名职务"})
#: Words that a heading may have or lack and mean the same, the least meaning first: 存在的问题,
#: 目前存在的突出问题, 牵头县领导. Only where the heading is not declared with them.
FILLERS: Final = (
    re.compile("[的之]"),
    re.compile("(?:省|市|县|区|镇|乡|局)级?(?=领导)"),
    re.compile("目前|主要|突出|具体|现有"),
    re.compile("(?<=.)(?:内容|表现|描述|表述|概述)$"),
    re.compile("存在|查找|查摆|梳理|征求到|收集到|提出(?=.{2})"),
)
#: Headings of units under which a unit writes parts of its own, and how those are called.
INNER_HEADINGS: Final = re.compile("科室|股室|处室|部门$")
INNER_PART: Final = re.compile(
    r"(?:科|股|室|站|队|处|所|中心|办|组|支部)(?:[(（][^()（）]*[)）])?$"
)
#: The heading of a column that is one month's of what the heading above it says.
MONTH_HEADING: Final = re.compile(
    r"(?:20\d\d年?[.\-]?)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:底|末)?(?:进展|进展情况|情况)?"
)
#: What a column without a heading is kept under.
NO_HEADING: Final = "（无标题列{letters}）"

# Rows that are no records -------------------------------------------------------------------

#: The label of a row of totals, alone or behind a group's name.
TOTAL: Final = re.compile(
    r"^(?:.{0,16}(?:小计|合计|总计|共计|累计合计)|总数|平均|平均数|平均值|累计|[Tt]otal|[Ss]ubtotal)"
    r"(?:[(（][^()（）]*[)）])?:?\d*[条件项个家]?$"
)
#: The labels of totals as a whole text.
SUMS: Final = frozenset({"合计", "小计", "总计", "共计", "累计"})
#: Of the labels of totals: one that is no sum, and one of a part of the table.
AVERAGE: Final = re.compile("平均")
SUBTOTAL: Final = re.compile("小计|[Ss]ubtotal")
#: The label of a row that breaks a total down; nothing but numbers stands beside it.
AMONG: Final = re.compile(r"^其中:?.{0,10}$")
#: A number of rows beside such a label.
COUNTED: Final = re.compile(r"^(?:共|计)?[\d.,%\-/]+[条件项个家人名次份]?$")
#: A cell of a table that only counts: a number, two (raw and merged), or none.
TALLY: Final = re.compile(
    r"^(?:[\d.,%]+[条件项个家人名次份场期]?(?:(?:→|->|/|[(（]|归并为?|合并为?)[\d.,%]+[条件项]?[)）]?)?|[/—\-]+|无)$"
)
#: The beginning of a row below a table: who filled it in, notes, explanations.
FOOTER: Final = re.compile(
    r"^(?:(?:单位)?负责人|单位领导|主要负责人|分管领导|审核人?|审核人员|审批人|填报人|填表人|填报|制表人?|经办人|"
    r"联系人|联系电话|电话|填报日期|填表日期|填报时间|报出日期|制表日期|日期|填表单位|填报单位|签字|签名|签发人|"
    r"[Hh]ead of the unit|[Ff]illed in by|[Cc]hecked by|[Nn]otes?|[Rr]emarks?)"
    r"(?:[(（][^()（）]*[)）])?:"
    r"|^[(（]?(?:备注|附注|说明|填表说明|填报说明|填写说明|注意事项|注释|注)[)）]?\d?:"
    r"|^[*＊※]注?"
)
#: Any label with what it labels, as footers have it: 活动办主任：周主任.
LABELLED: Final = re.compile(r"^[^\d:]{2,10}:")
#: A numbered instruction below a table: 3.本表由各单位填写。
INSTRUCTION: Final = re.compile(r"^(?:\d{1,2}[.、．]|[(（]\d{1,2}[)）]|[①-⑳])\D")
#: A row inside a table that names the part that follows.
SECTION: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|第[一二三四五六七八九十\d]{1,3}[类部批项章节方]|[IVXⅠ-Ⅻ]{1,4}[.、])"
)
#: The number of a part in a cell of its own; those of records are written otherwise.
PART_NUMBER: Final = re.compile(r"^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$")
#: Stands behind the word that a part is named after: 形式主义方面, 乡镇单位.
PART_ENDINGS: Final = re.compile(r"(?:方面|单位|部分|意见|问题|事项|类)+$")
#: A number that counts rows, in any form: 1, 01., (1), ①, （一）, 一、, 1.1, 第3条.
ORDINAL: Final = re.compile(
    r"^第?[(（\[]?(?P<number>\d{1,4}|[一二三四五六七八九十百]{1,4})[)）\]]?"
    r"(?P<rest>(?:[.．\-]\d{1,3})*)[)）]?[、.．]?[条项号件]?$"
)
#: What some row that is no record has in it: a quick look before the exact ones above.
SPECIAL_ROW: Final = re.compile(
    r"[计总均累:：*＊※]|[Tt]otal|^\s*其中|^\s*(?:[一二三四五六七八九十第IVXⅠ-Ⅻ注附]|[(（]?(?:备注|说明))|^\s*[(（][一二三四五六七八九十]|填|栏次"
)
#: A text with such a sign is a sentence and no label.
SENTENCE: Final = re.compile(r"[。；;，,！!？?]")
#: The cells of a row that numbers the columns, beside whole numbers.
COLUMN_NUMBERS: Final = frozenset("甲乙丙丁戊己庚辛") | {"栏次", "栏号", "-", "—", "x", "×"}

# Inside cells -------------------------------------------------------------------------------

#: The same as in the row above.
DITTO: Final = frozenset(
    {"同上", "同前", "〃", "″", "′′", '"', "''", "“”", "“", "”", "ditto", "do.", "(同上)", "同上。"}
)
#: The same as in the column to the left.
DITTO_LEFT: Final = frozenset({"同左", "(同左)"})
#: A ditto that does not say what it repeats.
DITTO_UNCLEAR: Final = frozenset({"以此类推", "依此类推", "下同", "同下"})
#: What an office writes where there is nothing to say.
NOTHING: Final = frozenset({"/", "-", "--", "—", "——", "无", "\\", "…", "……"})
#: Says that nobody was there, where an empty cell only says nothing; the first is printed.
NOBODY: Final = (
    *("无", "没有", "无人", "否", "×", "✗", "未参加", "没有参加", "未到会", "未到", "无督导组参加"),
    *("none", "nobody", "no"),
)
#: A phrase that means several units and names none.
COLLECTIVE: Final = re.compile(
    r"^(?:各|全体|所有|全县|全市|全区|全镇|全乡|有关|相关|其他|其它)"
    r"|(?:各|有关|相关|所有)(?:乡镇|镇街|镇|乡|街道|村|社区|单位|部门|支部|科室|党委|局|县|区|市)"
    r"|等(?:单位|部门|乡镇|有关单位|相关单位|\d+个.*)?$"
)
#: Stands in front of a name in a cell: 牵头单位：县财政局.
PART_LABEL: Final = re.compile(r"^[一-鿿]{2,6}[:：]")
#: Says behind a name what its part is: 县财政局牵头.
PART_BEHIND: Final = re.compile(
    r"(?:具体|共同|分别)?(?:牵头|配合|负责|主办|协办|承办|落实)(?:单位|部门|办理|落实|整改)?$"
)
#: Numbers units that stand in one line: ①县财政局②县审计局, 1.县财政局 2.县审计局.
NUMBERED_WITHIN: Final = re.compile(r"[①-⑳]|(?:(?<=\s)|^)\d{1,2}[.、．)）]\s*(?!\d)")
#: Quotation marks: offices put them around a word of the plan or leave them out.
QUOTES: Final = re.compile("[\"'‘’“”「」『』《》〈〉]")
#: Stands behind a word of the plan and changes nothing: 形式主义方面的问题.
WORD_TAIL: Final = re.compile(r"(?:(?:方面|类|类别)的?)?(?:突出|主要|存在的?)?(?:问题)?$")
#: What a spreadsheet wrote into a text file in the place of a long number.
SCIENTIFIC: Final = re.compile(r"\d(?:\.\d+)?[Ee]\+\d{2}")
#: A rank, an office or a remark in brackets behind a name.
BRACKETED: Final = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
#: A word that a name is made of, in Chinese characters or Hangul.
NAME: Final = re.compile(r"^[\u3400-\u9fff\U00020000-\U0003ffff\uac00-\ud7a3·]+$")
#: Surnames of two characters: 欧阳 锋 is one person.
DOUBLE_SURNAMES: Final = frozenset(
    {"欧阳", "上官", "诸葛", "司马", "司徒", "东方", "南宫", "夏侯", "皇甫", "尉迟", "公孙", "慕容"}
    | {"令狐", "宇文", "长孙", "端木", "独孤", "百里", "남궁", "황보", "제갈", "선우"}
)
#: An office that stands beside a name and is none.
OFFICE: Final = re.compile(
    r"(?:书记|主任|局长|县长|市长|区长|镇长|乡长|村长|部长|处长|科长|股长|所长|站长|院长|校长|行长|会长|队长|"
    r"组长|秘书长|主席|常委|委员|经理|董事长|干事|专干|科员|助理|同志|等)$"
)
#: A number with an area code whose 0 is missing: no mobile number, none of 400 and 800.
WITHOUT_NOUGHT: Final = re.compile(r"(?!400|800)[2-9]\d{9,10}")
#: Stands between people who are named one behind the other: 张三（局长）李四（副局长）.
BEHIND_BRACKET: Final = re.compile(
    r"(?<=[)）])[ \u3000]*(?=[\u3400-\u9fff\U00020000-\U0003ffff\uac00-\ud7a3])"
)
#: Numbers the lines of a list in a cell.
NUMBERED: Final = re.compile(r"^(?:\d{1,2}[.、．)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*")
#: A telephone number: it belongs to whoever was named before it.
NUMBER_OF_PERSON: Final = re.compile(r"(?:电话|手机|联系电话)?[:：]?\s*\+?\d[\d\- ]{4,}")
#: Ends the part of a status cell that is the status: 已完成，制定了制度.
STATUS_ENDS: Final = re.compile(r"[,，。.;；:：(（\n]")
#: Cells of a progress sheet: nothing has been done yet; nothing is owed.
NOT_DONE: Final = frozenset(
    {
        "未开展",
        "未完成",
        "未启动",
        "未进行",
        "未召开",
        "未开始",
        "没有开展",
        "尚未开展",
        "否",
        "×",
        "x",
        "X",
        "无",
        "未",
        "-",
        "—",
        "——",
        "N",
        "n",
        "no",
        "正在开展",
        "正在进行",
        "进行中",
        "准备中",
        "筹备中",
    }
)
#: Beside a question whether something is done: it is not, be it begun or not.
NOT_DONE_SIGNS: Final = frozenset({"否", "×", "x", "X", "✗", "✘", "N", "n", "no", "未", "FALSE"})
DONE_WORDS: Final = frozenset(
    {
        "已完成",
        "完成",
        "已开展",
        "已召开",
        "已进行",
        "√",
        "✓",
        "✔",
        "☑",
        "是",
        "有",
        "●",
        "Y",
        "y",
        "yes",
        "done",
        "已",
        "已成立",
        "已制定",
        "已上报",
        "已公示",
    }
)
WAIVED: Final = frozenset({"/", "不涉及", "免于开展", "不适用", "N/A", "n/a"})
#: Words of a time by which something is to be done.
AHEAD: Final = re.compile(r"前|底|末|旬|长期|持续|立行立改|即知即改|立即|季度|\d[日天月]内")
#: The standings of work that is not done.
UNFINISHED: Final = frozenset({"planned", "doing"})
#: Which lines of a themed section name no theme that they could give.
NO_THEME: Final = frozenset({"其他", "其它"})
#: The year that a day says itself: 2014年3月1日, 2014.3.1, 20140301.
YEAR_OF_DAY: Final = re.compile(r"(?<!\d)(20\d\d)(?:[年./\-]|(?=\d{4}$))")
#: A year in a day, by digits or by a word: 13.12.5, 去年12月.
ANY_YEAR: Final = re.compile(r"\d{4}|年|\d+[./\-]\d+[./\-]")

#: A heading above numbers that count nothing.
NO_FIGURES: Final = re.compile(
    "电话|手机|号码|身份证|邮编|代码|编码|代号|排名|名次|位次|年份|备注|日期|时间"
)
#: A heading that nobody declared, and under which somebody may be named who spoke up.
GIVERS_HINT: Final = re.compile(
    "反映(人|群众)|来[信访]|举报|投诉|信访人|诉求人|建议人|反馈人|署名|谁提|提出人|提意见"
)
#: The same in a sheet of opinions, where any person may be the giver.
PERSONS_HINT: Final = re.compile(
    "姓名|手机|电话|号码|联系|身份证|住址|地址|微信|QQ|邮箱|户主|谈话|访谈|受访|被访|走访|(人|户|对象)$"
)
