"""What import, export and month-end say in the terminal."""

WORDS = {
    "reading": ("正在收表", "Reading"),
    "file": ("{file}（{sender}，{period}）", "{file} ({sender}, {period})"),
    "entry": (
        "  已记账（第{entry}笔）。撤销：campaign undo {entry}",
        "  Recorded as entry {entry}. To undo: campaign undo {entry}",
    ),
    "answer": ("  有行待核，已写好核对表：{answer}", "  Rows to check are in the answer: {answer}"),
    "conflicts": ("等您定的", "For you to settle"),
    "to_settle": (
        '  {files} 个文件有冲突 {n} 处，选定后收回来：campaign import "{path}"',
        '  {n} conflict{n:|s} in {files} file{files:|s} to settle, then: campaign import "{path}"',
    ),
    "settled": (
        "{file}：冲突定了 {done} 处，没选 {left} 处，以前定过 {before} 处，不能定 {refused} 处",
        "{file}: {done} conflict{done:|s} settled, {left} left open, {before} settled before, {refused} refused",
    ),
    "of_office": (
        '{file}：这是本办的冲突核对表，不能当作报送单位的表收。请用：campaign import "{path}"',
        '{file}: this workbook of conflicts is the office\'s own, no sender settles by it. Type: campaign import "{path}"',
    ),
    "of_campaign": (
        '{file}：这是从活动“{code}”导出的表，不能收到现在用的活动里，没有收。请用：campaign --campaign {code} import "{path}"',
        '{file}: written for the campaign “{code}”, not for the one in use: not taken. Type: campaign --campaign {code} import "{path}"',
    ),
    "plan": (
        "{file}：活动方案已收，现在用的是“{name}”（{code}）。",
        "{file}: the plan was taken. The campaign in use is now “{name}” ({code}).",
    ),
    "plan_alone": (
        '{file}：这是活动方案，没有收。别的表按哪个方案收要先定，请单独收：campaign import "{path}"',
        '{file}: a plan, not taken: what comes with it would be read by one plan or the other. Take it by itself: campaign import "{path}"',
    ),
    "plan_of_office": (
        '{file}：这是活动方案，不能当作报送单位的表收。要换用它：campaign plan use "{path}"',
        '{file}: a plan is the office\'s own, no sender changes it. To take it: campaign plan use "{path}"',
    ),
    "missing": (
        "    上次有、这次没有的记录 {n} 条（台账里不删）",
        "    {n} record{n:|s} of the last sheet {n:is|are} missing (kept in the ledger)",
    ),
    "row": ("    第{rows}行：{words}", "    row {rows}: {words}"),
    "rows": ("    第{rows}行：{words}", "    rows {rows}: {words}"),
    "more_rows": (
        "    ……还有 {reasons} 种问题（{n} 行），见核对表",
        "    … {reasons} more reason{reasons:|s} ({n} row{n:|s}), see the answer",
    ),
    "unreadable": ("{file}：没有收。{why}", "{file}: not taken. {why}"),
    "nothing": (
        "{file}：没有认出是哪种表。请看标题和表头，或用 --only 指明是哪种，如 --only 整改台账",
        "{file}: no known kind of sheet. Check its headings, or say which it is, as in --only rectification",
    ),
    "tallies": (
        "{file}：这是征求意见的统计表，只有各渠道的条数，没有一条条的意见，没有收。请要逐条的意见台账（campaign template opinions）；条数由台账自己数",
        "{file}: it only counts opinions by channel and holds none of them: not taken. Ask for the list of the opinions (campaign template opinions); the ledger counts them itself",
    ),
    "nothing_in_it": (
        "{file}：每张工作表都是空的。请让报送单位重新发送。",
        "{file}: every worksheet is empty. Ask the sender for it again.",
    ),
    "nothing_form": (
        "{file}：像是一事一张的登记表，各栏竖着排，没有收。请抄到一行一条的空表里再收：campaign template {only}",
        "{file}: it looks like a form whose headings stand one below another; not taken. Copy it into a sheet of one row each: campaign template {only}",
    ),
    "nothing_across": (
        "{file}：“{across}”各占一列，下面写的是内容，没有收。请改成一行一条，类别另写一列：campaign template {only}",
        "{file}: {across} are a column each, with texts below; not taken. Write one row each, with the class in a column: campaign template {only}",
    ),
    "nothing_only": (
        "{file}：按“{sheet}”收不了，没有找到“{heading}”一列。该有哪些列见空表：campaign template {only}",
        "{file}: not taken as {sheet}: there is no column “{heading}”. The blank sheet has them: campaign template {only}",
    ),
    "nothing_near": (
        '{file}：没有认出是哪种表。最像“{sheet}”，但没有“{heading}”一列；没有认出的列：{left}。其中一列就是的，请用：campaign import "{path}" --only {only} --map 表头={field}',
        '{file}: no known kind of sheet. It is most like {sheet}, but has no column “{heading}”; not known: {left}. If one of these is it, type: campaign import "{path}" --only {only} --map HEADING={field}',
    ),
    "unsettled": (
        '{file}：看不出是谁报的。请用：campaign import "{path}" --unit 单位名称',
        '{file}: nothing tells who sent it. Type: campaign import "{path}" --unit UNIT',
    ),
    "unsettled_own": (
        '{file}：看不出是谁报的。请用：campaign import "{path}" --unit 单位名称（本办自己的表不写 --unit）',
        '{file}: nothing tells who sent it. Type: campaign import "{path}" --unit UNIT (a list of your own office: without --unit)',
    ),
    "same_name": (
        '{file}：叫“{name}”的单位不止一个（{units}），看不出是哪一个报的。请用：campaign import "{path}" --unit 上级和单位名称',
        '{file}: several units are called “{name}” ({units}). Type: campaign import "{path}" --unit PARENT-AND-UNIT',
    ),
    "disagree": (
        '{file}：是谁报的说法不一（{signs}）。请用：campaign import "{path}" --unit 单位名称',
        '{file}: signs of its sender disagree ({signs}). Type: campaign import "{path}" --unit UNIT',
    ),
    "known": ("{file}：以前收过，没有变化。", "{file}: taken before, unchanged."),
    "sign_folder": ("文件夹是“{words}”", "its folder is “{words}”"),
    "sign_mark": ("是导出给“{words}”的", "it was exported for “{words}”"),
    "sign_title": ("填报单位是“{words}”", "its title names “{words}”"),
    "sign_stranger": (
        "表上的填报单位“{words}”台账里没有",
        "its title names “{words}”, which is not in the ledger",
    ),
    "sign_name": ("文件名里有“{words}”", "its name has “{words}”"),
    "unsettled_packed": (
        "{file}：看不出是谁报的，或者说法不一。请在收件夹里建一个以单位命名的文件夹，把它解压到那里再收。",
        "{file}: nothing tells who sent it, or signs disagree. Make a folder named after the unit beside the archive, unpack it there and take it in again.",
    ),
    "passed_over": (
        "跳过临时文件和自己的核对表 {n} 个。",
        "{n} file{n:|s} passed over (temporary files, answers of ours).",
    ),
    "bad_member": (
        "{file}：压缩包里的这个文件已损坏或设了密码，请单独解压后再放进收件夹。",
        "{file}: this file of the archive is damaged or has a password; unpack it into the inbox.",
    ),
    "bad_folder": (
        "{folder}：这个文件夹打不开，里面的文件没有收。请检查权限后再运行一次。",
        "{folder}: this folder cannot be opened and nothing in it was taken. See to its permissions and run this again.",
    ),
    "bad_archive": (
        "{file}：压缩包打不开或太大，请解压后再放进收件夹。",
        "{file}: the archive cannot be opened or is too large; unpack it into the inbox.",
    ),
    "found": (
        "收件夹里有 {n} 个文件：收了 {taken} 个，以前收过且没有变化的 {known} 个，跳过临时文件和自己的核对表 {passed} 个。",
        "{n} file{n:|s} in the inbox: {taken} taken, {known} taken before and unchanged, {passed} passed over (temporary files, answers of ours).",
    ),
    "heading_file": ("文件", "file"),
    "heading_sender": ("报送单位", "sender"),
    "heading_new": ("新增", "new"),
    "heading_changed": ("更新", "changed"),
    "heading_unchanged": ("未变", "same"),
    "heading_queried": ("待核", "queried"),
    "heading_sheet": ("报表", "sheet"),
    "heading_owed": ("应报", "owed"),
    "heading_on_time": ("按时", "on time"),
    "heading_late": ("迟报", "late"),
    "heading_nil": ("零报告", "nil"),
    "heading_awaited": ("待报", "awaited"),
    "heading_never": ("未报", "never"),
    "reported": ("报送情况", "Who has reported"),
    "gone": (
        "上次有、这次没有的记录（台账里不删）",
        "In the last list and not in this one (kept in the ledger)",
    ),
    "gone_row": ("  {sender}：{records}", "  {sender}: {records}"),
    "gone_more": ("  {sender}：{records} 等 {n} 条", "  {sender}: {records} and more, {n} in all"),
    "silent": ("一张没报的单位 {n} 个：{units}", "Nothing came from {n} unit{n:|s}: {units}"),
    "silent_more": (
        "一张没报的单位 {n} 个：{units}等，另有 {more} 个见催报名单",
        "Nothing came from {n} units: {units} and {more} more, see the list to chase",
    ),
    "partly": ("还缺表的单位 {n} 个：{units}", "Something is missing from {n} unit{n:|s}: {units}"),
    "partly_more": (
        "还缺表的单位 {n} 个：{units}等，另有 {more} 个见催报名单",
        "Something is missing from {n} units: {units} and {more} more, see the list to chase",
    ),
    "nothing_owed": (
        "方案没有规定 {period} 要报什么表。",
        "The plan has nothing owed for {period}.",
    ),
    "answers": ("退回核对（可直接粘贴发给对方）", "Answers (ready to paste into a message)"),
    "unclear": ("需要您处理的文件", "Files that need you"),
    "outbox": ("发件夹", "Outbox"),
    "outbox_written": (
        "{folder}：新写 {written} 个文件，{unchanged} 个没有变化。汇总都是草稿，没有结账。",
        "{folder}: {written} file{written:|s} written, {unchanged} unchanged. All papers are drafts; nothing was closed.",
    ),
    "settled_folder": ("已了结", "Settled"),
    "put_away": (
        "以前的核对表有 {n} 份已经了结，移到了 {folder}",
        "{n} earlier answer{n:|s} {n:is|are} settled, moved to {folder}",
    ),
    "run": (
        "本次收表是第{run}批。整批撤销：campaign undo --run {run}",
        "This was run {run}. To undo all of it: campaign undo --run {run}",
    ),
    "not_written": (
        "{file} 写不进去（可能正开着）。台账已经记好，请关掉它再运行一次。",
        "{file} cannot be written (it may be open). The ledger has been written: close it and run this again.",
    ),
    "exported": ("已导出 {n} 行：{file}", "{n} row{n:|s} written: {file}"),
    "split": (
        "{sheet}的行数超过一张工作表的上限，分写在：{parts}。报回时整个文件一起报。",
        "{sheet} has more rows than a worksheet holds; it goes on in: {parts}. Send the whole file.",
    ),
    "shortened": (
        "{n} 个单元格放不下全文，只写了前一部分（台账里是全的）：{cells}",
        "{n} cell{n: holds|s hold} the beginning of a text alone (the ledger has it whole): {cells}",
    ),
    "template": ("空表已生成：{file}", "Blank sheet written: {file}"),
    "nil": ("已记{unit}{period}零报告：{sheets}", "Nil report of {unit} for {period}: {sheets}"),
}
