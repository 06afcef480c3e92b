"""What stands in workbooks: their fonts, footers, notes, answers and receipts."""

from typing import Final

#: The heading of the column that an answer adds, and the titles of worksheets of ours.
#: They are passed over when such a workbook comes back.
RESULT_COLUMN: Final = ("核对结果", "Check result")
RECEIPT_SHEET: Final = ("核对回执", "Receipt")
FILL_NOTE_SHEET: Final = ("填报说明", "How to fill in")
#: Begins what an answer adds to a cell's comment.
COMMENT_MARK: Final = ("【核对】", "[Check]")

WORDS: Final = {
    "result_column": RESULT_COLUMN,
    "receipt_sheet": RECEIPT_SHEET,
    "fill_note_sheet": FILL_NOTE_SHEET,
    "comment_mark": COMMENT_MARK,
    # A page ---------------------------------------------------------------------------
    "font_title": ("方正小标宋简体", "Cambria"),
    "font_heading": ("黑体", "Calibri"),
    "font_body": ("仿宋_GB2312", "Calibri"),
    "font_comment": ("宋体", "Tahoma"),
    "page_number": ("第 &P 页 共 &N 页", "Page &P of &N"),
    "author": ("活动办", "Campaign office"),
    "numbered": ("（{number}）", " ({number})"),
    "worksheet": ("表", "Sheet"),
    "signed_by": ("单位负责人：", "Head of the unit:"),
    "checked_by": ("审核人：", "Checked by:"),
    "filled_by": ("填表人：", "Filled in by:"),
    "telephone": ("联系电话：", "Telephone:"),
    "signed_on": ("填报日期：", "Date:"),
    "reporting_unit": ("填报单位：", "Reporting unit:"),
    "reporting_unit_is": ("填报单位：{unit}", "Reporting unit: {unit}"),
    "reported_on": ("填报日期：　　年　　月　　日", "Date:"),
    "published_by": ("公示单位：{unit}", "Published by: {unit}"),
    "about_unit": ("涉及单位：{unit}", "About: {unit}"),
    "as_of": ("截至{year}年{month}月{day}日", "As of {year}-{month:02}-{day:02}"),
    "made_up": ("补课", "made up"),
    "made_up_by": ("补课：{who}", "made up: {who}"),
    "draft": ("草稿（{time}生成，未经审定）", "Draft (made {time}, not approved)"),
    "nothing_changed": (
        "本月无变化（无变化的，在右格选“√”，下表不用动）",
        "No change this month (choose √ at the right, leave the table as it is)",
    ),
    "export_number": ("导出编号：{mark}", "Export number: {mark}"),
    "goes_on": (
        "说明：本表未完，接下一张工作表。",
        "Note: this sheet goes on in the next worksheet.",
    ),
    "continued": ("（接上一张工作表）", "(Goes on from the worksheet before)"),
    # A page to take along to a unit -------------------------------------------------------
    "visit_unit": ("被督导单位：", "Unit visited:"),
    "checklist_of": ("{sheet}（{unit}）", "{sheet} ({unit})"),
    "visit_group": ("督导组：", "Supervision group:"),
    "made_on": ("制表日期：{year}年{month}月{day}日", "Made on {year}-{month:02}-{day:02}"),
    "visit_day": ("督导时间：", "Day of the visit:"),
    "visit_ways": ("督导方式：", "Ways:"),
    "visit_members": ("督导人员：", "Members:"),
    "visit_talks": ("个别谈话人次：", "Talks:"),
    "visit_meetings": ("座谈会场次：", "Meetings:"),
    "visit_opinions": ("收集意见条数：", "Opinions heard:"),
    "visit_reviewed": ("审核材料份数：", "Materials reviewed:"),
    "visit_returned": ("退回材料份数：", "Materials returned:"),
    "no_visit": ("上次督导：没有记录。", "Last visit: none is recorded."),
    "last_visit": (
        "上次督导：{month}月{day}日，{who}；发现：{found}",
        "Last visit: {month:02}-{day:02}, {who}; found: {found}",
    ),
    "last_visit_of_year": (
        "上次督导：{year}年{month}月{day}日，{who}；发现：{found}",
        "Last visit: {year}-{month:02}-{day:02}, {who}; found: {found}",
    ),
    "nothing_found": ("没有记录", "nothing recorded"),
    "part_to_check": ("待核查", "to be checked"),
    "part_returned": ("退回重办", "returned"),
    "part_required": ("规定动作", "action"),
    "part_elective": ("自选动作", "elective action"),
    "part_owed": ("应办未完", "owed"),
    "part_not_submitted": ("未申请销号", "not submitted"),
    "part_last": ("上次发现", "found last time"),
    "part_earlier": ("以前发现", "found earlier"),
    "part_new": ("新发现", "new"),
    "submitted_on": ("{month}月{day}日申请销号", "submitted on {month:02}-{day:02}"),
    "overdue_by": ("逾期{days}天", "{days} day{days:|s} overdue"),
    "done_of": ("{how}，已完成{count}，应完成{of}", "{how}, {count} of {of} done"),
    "and": ("{one}。{other}", "{one}. {other}"),
    "signed_group": ("督导组组长：", "Head of the group:"),
    "signed_unit": ("单位负责人：", "Head of the unit:"),
    "check_how": (
        "说明：待核查的，合格的在“合格”栏打√，不合格的在“退回”栏打√并写明理由；新发现的问题写在空行，“理由”栏可写整改要求；其他各行看到的情况也写在“理由”栏。填好后交活动办收。",
        "How: of what is to be checked, tick “Passed”, or “Returned” with the reason; write what is found in the empty rows, with what is demanded under “Reason”; what is seen of other rows goes there, too. The office imports this file.",
    ),
    "check_how_verdicts": (
        "说明：待核查的，合格的在“合格”栏打√；不合格的在“退回”栏打√，哪一条不放过就在那一栏打√，或写明理由；新发现的问题写在空行，“理由”栏可写整改要求；其他各行看到的情况也写在“理由”栏。填好后交活动办收。",
        "How: of what is to be checked, tick “Passed”, or “Returned” with the fault that is not let pass, or the reason; write what is found in the empty rows, with what is demanded under “Reason”; what is seen of other rows goes there, too. The office imports this file.",
    ),
    # How to fill in a template ----------------------------------------------------------
    "fill_note_title": ("{sheet}填报说明", "{sheet}: how to fill in"),
    "note_column": ("栏目", "Column"),
    "note_how": ("填写要求", "How"),
    "note_words": ("可选用词", "Words to choose from"),
    "note_example": ("示例", "Example"),
    "note_rows": (
        "说明：一事一行，请勿合并单元格；行数不够可接着往下填；没有内容的栏目留空，不必填“无”。",
        (
            "One matter a row, please merge no cells; go on below where the rows are not enough; "
            "leave empty what there is nothing to say of."
        ),
    ),
    "note_answer": (
        "退回核对时，请在退回的文件上按批注改好后原样报回，“核对结果”一栏不用管。",
        (
            "Where a file comes back to be checked, mend it as its comments say and send that file "
            "in again; the column “Check result” can stay."
        ),
    ),
    "note_tick": (
        "本月没有变化的，只在表头上方“本月无变化”右边的格里选“√”，填上单位和日期报回即可。",
        (
            "Where nothing has changed this month, choose √ beside “No change this month” above "
            "the table, fill in unit and date, and send the sheet in."
        ),
    ),
    "required": ("必填。{how}", "Required. {how}"),
    "open_list": ("没有合适的词时可以另写。", " Another word may be written where none fits."),
    "words_are": ("可选：{words}", "Words: {words}"),
    "example_is": ("例：{example}", "Example: {example}"),
    "how_number": ("活动办编的编号，照抄，不改。", "The number that the office gave, as it is."),
    "how_ext_no": ("本单位自编的编号，不重复。", "Your own number, none twice."),
    "how_text": ("如实填写文字。", "In words."),
    "how_words": ("从可选用词中选，多个用“、”隔开。", "Words of the list, several joined by 、."),
    "how_word": ("从可选用词中选一个。", "One word of the list."),
    "how_code": ("从可选用词中选一个。", "One word of the list."),
    "how_status": (
        "从可选用词中选一个；完成的请同时填写完成时间。",
        "One word of the list; where the work is done, say when, too.",
    ),
    "how_unit": ("填单位全称或简称，只填一个。", "The unit's name or short name, one only."),
    "how_units": ("填单位名称，多个用“、”隔开。", "The units' names, joined by 、."),
    "how_person": ("填姓名，多人用“、”隔开。", "Names, joined by 、."),
    "how_phone": ("连区号填全，如 0546-2581234。", "With its area code, such as 0546-2581234."),
    "how_day": ("填年月日，如 2014-05-08。", "Year, month and day, such as 2014-05-08."),
    "how_deadline": (
        "填日期或文字，如 2014年6月30日、6月底前、立行立改、长期坚持。",
        "A day or words, such as 2014-06-30 or 6月底前.",
    ),
    "how_span": (
        "填年月日，如 2014-05-08；连着几天的填起止，如 5月8日-10日。",
        "Year, month and day, such as 2014-05-08.",
    ),
    "how_amount": ("填数，最多一位小数。", "A number with one decimal at most."),
    "how_days": ("填天数，如 1、0.5、半天、2天半。", "How many days, such as 1 or 0.5."),
    "how_hours": ("填学时数，如 4、1.5。", "How many hours, such as 4 or 1.5."),
    "how_action": ("填方案里规定动作的名称。", "The name of an action of the plan."),
    "how_phase": ("填方案里环节的名称。", "The name of a phase of the plan."),
    "how_count": ("填整数，不带单位。", "A whole number without a unit."),
    "how_percent": ("填百分数，如 85%。", "Per cent, such as 85%."),
    "period_open": ("报表期：　　　年　　月", "Period:       /     (year/month)"),
    "by_unit_sheet": ("按单位填", "By unit"),
    "how_quantity": (
        "填数字，可以写约数：260余条、1.2万余条、96.5%。没有的留空，零填 0。",
        "A number, rounded ones as they are: 260余条, 1.2万余条, 96.5%. Empty where there is none; "
        "nought is 0.",
    ),
    "how_month": ("填月份，如 2014-05 或 2014年5月。", "The month, such as 2014-05."),
    "how_yes": ("填“是”或“否”。", "Yes or no."),
    "how_milestone": (
        "完成的填日期、次数或“√”，没有开展的留空，不涉及的填“/”。",
        "The day, how often, or √ where it is done; / where it does not apply.",
    ),
    # An answer --------------------------------------------------------------------------
    "to_check": ("请核对", "please check"),
    "result_new": ("已收", "Taken"),
    "result_changed": ("已收，有更新", "Taken, changed"),
    "result_unchanged": ("已收，无变化", "Taken, the same"),
    "result_conflict": ("待定：两边不一致", "To settle: differs"),
    "result_queried": ("待核", "Queried"),
    "receipt_title": ("报表核对回执", "Receipt"),
    "receipt_file": ("来文", "File"),
    "receipt_sender": ("报送单位", "Sender"),
    "receipt_period": ("报表期", "Period"),
    "receipt_time": ("收表时间", "Taken at"),
    "receipt_digest": ("文件校验码", "Digest of the file"),
    "receipt_note": ("说明", "Note"),
    "receipt_message": ("请办", "To do"),
    "receipt_lost": ("未能保留", "Not kept"),
    "receipt_counts": (
        "{sheet}：新增{new}行，更新{changed}行，无变化{unchanged}行，两边不一致{conflict}行，待核{queried}行。",
        (
            "{sheet}: {new} new, {changed} changed, {unchanged} the same, {conflict} in conflict, "
            "{queried} queried."
        ),
    ),
    "where_sheet": ("工作表", "Worksheet"),
    "where_cell": ("单元格", "Cell"),
    "what_to_do": ("问题和改法", "What is wrong, and how to mend it"),
    "message": (
        "{unit}：你单位报来的{sheet}有{rows}行需要核对，请按“{file}”里的批注改好后，用原文件报回。",
        (
            "{unit}: {rows} row{rows:|s} of your sheet “{sheet}” need{rows:s|} to be checked. "
            "Please mend “{file}” as its comments say, and send that file in again."
        ),
    ),
    # What of a sender's file an answer cannot keep --------------------------------------
    "lost_layout": (
        "本文件由原文件另做成 .xlsx，内容和位置不变，原来的格式没有保留。",
        "This .xlsx was made from the file: its cells are where they were, its layout is not kept.",
    ),
    "made_anew": (
        "本文件由 .{kind} 另做成 .xlsx，内容、位置和格式照旧；公式换成了数值，图片、图形、图表和宏（如有）没有带过来。",
        (
            "This .xlsx was made from the .{kind}: cells, places and looks are as they were; formulas "
            "stand as their values; pictures, shapes, charts and macros, if any, are not kept."
        ),
    ),
    "lost_formulas": (
        "{n}个公式换成了报来时的数值。",
        "{n} formula{n:|s} stand{n:s|} as the value{n:|s} stored with {n:it|them}.",
    ),
    "lost_macros": ("宏。", "Macros."),
    "lost_comment_boxes": (
        "批注框原来的大小和颜色（文字都在）。",
        "Sizes and colours of comment boxes (their words are kept).",
    ),
    "lost_threads": ("批注的对话形式（文字都在）。", "Threads of comments (their words are kept)."),
    "lost_controls": ("窗体按钮、复选框等控件。", "Form buttons, boxes and other controls."),
    "lost_objects": ("嵌入的文档。", "Embedded documents."),
    "lost_slicers": ("切片器、日程表。", "Slicers and timelines."),
    "lost_charts": ("新式图表。", "Charts of the newer kinds."),
    "lost_shapes": ("文本框、图形、电子印章等形状。", "Text boxes, shapes and stamps."),
    "lost_pictures": ("图片。", "Pictures."),
    "lost_header_pictures": ("页眉页脚里的图片。", "Pictures in headers and footers."),
    "lost_connections": ("外部数据连接。", "Connections to outside data."),
    "lost_custom": ("附带的自定义数据。", "Custom data that travels with the file."),
    "lost_signature": ("数字签名。", "The digital signature."),
    "lost_drop_downs": (
        "选项在别的工作表里的下拉列表。",
        "Drop-downs whose choices stand on another worksheet.",
    ),
    "lost_formats": (
        "新式条件格式（如数据条）。",
        "Conditional formats of the newer kinds (data bars).",
    ),
    "lost_sparklines": ("迷你图。", "Sparklines."),
    "lost_ranges": ("允许编辑的区域。", "Ranges that may be edited."),
    "lost_ignored_errors": ("对错误提示的忽略设置。", "Which warnings are ignored."),
    "lost_outline": ("分级显示的方向设置。", "On which side outlines have their totals."),
    "conflicts_how": (
        "请在最后一列选“{ours}”或“{theirs}”，也可以直接填写正确的内容；没有选的留到下次。改好保存后用 campaign import 收回。本表只在本办使用。",
        "Choose “{ours}” or “{theirs}” in the last column, or type what is right; what is left open stays open. Then import this file. For the office's own use only.",
    ),
}
