"""The fields of every record that a listing prints: the keys of its JSON, in their order.

Each field is declared once with its type, both headings and the value list it draws on.
Listings, CSV headings, the views' columns and the table in ``docs/fields.md`` follow it.
"""

from dataclasses import dataclass
from typing import Final
from typing import Literal

from schemas import vocabulary

Type = Literal["text", "number", "amount", "day", "code", "yes", "words", "records"]


@dataclass(frozen=True)
class Field:
    """One field: its JSON key, its type and what it is called.

    ``words`` and ``records`` are lists; ``code`` prints a code of ``codes``; ``yes`` is
    true, false or null; an ``amount`` has whole tenths. ``shown`` says that the table on
    the screen has it.
    """

    name: str
    type: Type
    zh: str
    en: str
    shown: bool = False
    codes: vocabulary.Codes | None = None

    def heading(self, lang: str) -> str:
        """Return the heading in a language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Record:
    """A kind of record with its fields.

    ``prefix`` are the two letters before the number of a record. Numbers follow one
    another, or are ``drawn`` at random where an order would tell who spoke when.
    """

    name: str
    zh: str
    en: str
    fields: tuple[Field, ...]
    prefix: str | None = None
    drawn: bool = False

    def field(self, name: str) -> Field:
        """Return a field by its name."""
        return next(field for field in self.fields if field.name == name)


UNIT: Final = Record(
    "unit",
    "单位",
    "unit",
    (
        Field("code", "text", "单位代码", "code"),
        Field("name", "text", "单位名称", "unit", shown=True),
        Field("short_name", "text", "简称", "short name"),
        Field("aliases", "words", "别名", "aliases"),
        Field("parent", "text", "上级单位", "parent", shown=True),
        Field("tier", "text", "层级", "tier", shown=True),
        Field("kind", "text", "类别", "kind", shown=True),
        Field("batch", "text", "批次", "batch"),
        Field("key_body", "yes", "重点对象", "key body"),
        Field("members", "number", "党员数", "members", shown=True),
        Field("branches", "number", "党组织数", "branches"),
        Field("leaders", "number", "班子成员数", "leaders"),
        Field("head", "text", "主要负责人", "head", shown=True),
        Field("liaison", "text", "联络员", "liaison"),
        Field("phone", "text", "联系电话", "phone"),
        Field("supervision_group", "text", "督导组", "supervision group"),
        Field("contact_leader", "text", "联系领导", "contact leader"),
        Field("started_on", "day", "启动时间", "started on"),
        Field("active", "yes", "参加", "active"),
    ),
)

MILESTONE: Final = Record(
    "milestone",
    "节点",
    "milestone",
    (
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "单位", "unit", shown=True),
        Field("phase", "text", "环节", "phase"),
        Field("action", "text", "规定动作", "action", shown=True),
        Field("kind", "code", "动作类别", "kind", codes=vocabulary.ACTION_KIND),
        Field("due_on", "day", "应完成日", "due on", shown=True),
        Field("due_text", "text", "时间要求", "due"),
        Field("late_after", "day", "逾期起算日", "late after"),
        Field("done_on", "day", "完成时间", "done on", shown=True),
        Field("required", "number", "应完成数", "required", shown=True),
        Field("count", "number", "已完成数", "count", shown=True),
        Field("status", "code", "状态", "status", shown=True, codes=vocabulary.MILESTONE),
        Field("note", "text", "备注", "note"),
    ),
)

OPINION: Final = Record(
    "opinion",
    "意见",
    "opinion",
    (
        Field("no", "text", "意见编号", "number", shown=True),
        Field("ext_no", "text", "来文编号", "sender's number"),
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "被征求意见单位", "unit", shown=True),
        Field("collected_by", "text", "收集单位", "collected by"),
        Field("channel", "text", "征求方式", "channel", shown=True),
        Field("theme", "words", "类别", "theme"),
        Field("target", "text", "意见对象", "target"),
        Field("from_group", "text", "界别", "group"),
        Field("content", "text", "意见建议", "opinion", shown=True),
        Field("wording", "text", "归纳意见", "wording"),
        Field("voices", "number", "条数", "voices", shown=True),
        Field("raised_on", "day", "征求时间", "raised on", shown=True),
        Field("joined_to", "text", "归并至", "joined to"),
        Field("items", "records", "整改事项", "items"),
        Field("status", "code", "办理状态", "status", shown=True, codes=vocabulary.OPINION),
        Field("answer", "text", "答复意见", "answer"),
    ),
    prefix="YJ",
    drawn=True,
)

ITEM: Final = Record(
    "item",
    "整改事项",
    "item",
    (
        Field("no", "text", "整改编号", "number", shown=True),
        Field("ext_no", "text", "来文编号", "sender's number"),
        Field("campaign", "text", "活动", "campaign"),
        Field("carried_from", "text", "结转自", "carried from"),
        Field("batch", "text", "批次", "batch"),
        Field("kind", "code", "事项类型", "kind", codes=vocabulary.KIND),
        Field("scope", "code", "班子或个人", "scope", codes=vocabulary.SCOPE),
        Field("handling", "code", "办理类型", "handling", codes=vocabulary.HANDLING),
        Field("unit", "text", "责任单位", "unit", shown=True),
        Field("co_units", "words", "配合单位", "supporting units"),
        Field("lead_unit", "text", "牵头单位", "lead unit"),
        Field("raised_by", "text", "提出单位", "raised by"),
        Field("lead", "text", "牵头领导", "lead leader", shown=True),
        Field("owner", "text", "责任人", "owner"),
        Field("source", "text", "问题来源", "source"),
        Field("category", "words", "专项整治类别", "category"),
        Field("theme", "words", "四风类别", "theme"),
        Field("problem", "text", "存在问题", "problem", shown=True),
        Field("goal", "text", "整改目标", "goal"),
        Field("standard", "text", "整改标准", "standard"),
        Field("measures", "text", "整改措施", "measures"),
        Field("raised_on", "day", "提出时间", "raised on"),
        Field("due_text", "text", "完成时限", "deadline", shown=True),
        Field("due_on", "day", "时限日", "due on"),
        Field("due_class", "code", "时限类别", "deadline class", codes=vocabulary.DUE_CLASS),
        Field("late_after", "day", "逾期起算日", "late after"),
        Field("status", "code", "完成情况", "status", shown=True, codes=vocabulary.STATUS),
        Field("status_text", "text", "原状态用语", "status as said"),
        Field("closing", "code", "销号情况", "closing", shown=True, codes=vocabulary.CLOSING),
        Field("progress", "text", "整改进展", "progress"),
        Field("done_on", "day", "完成时间", "done on"),
        Field("first_done_on", "day", "首次完成时间", "first done on"),
        Field("closed_on", "day", "销号时间", "closed on"),
        Field("dropped_on", "day", "撤销时间", "dropped on"),
        Field("published_on", "day", "公示时间", "published on"),
        Field("satisfaction", "text", "群众评价", "satisfaction"),
        Field("opinions", "records", "关联意见", "opinions"),
        Field("visit", "text", "督导编号", "visit"),
        Field("reopened", "number", "退回次数", "reopened"),
        Field("days_overdue", "number", "逾期天数", "days overdue", shown=True),
    ),
    prefix="ZG",
)

ACTIVITY: Final = Record(
    "activity",
    "活动",
    "activity",
    (
        Field("no", "text", "活动编号", "number", shown=True),
        Field("campaign", "text", "活动方案", "campaign"),
        Field("unit", "text", "开展单位", "unit", shown=True),
        Field("day", "day", "开展日期", "day", shown=True),
        Field("ends_on", "day", "结束日期", "ends on"),
        Field("form", "text", "活动形式", "form", shown=True),
        Field("action", "text", "登记为", "logged for"),
        Field("phase", "text", "环节", "phase"),
        Field("title", "text", "活动内容", "what", shown=True),
        Field("place", "text", "地点", "place"),
        Field("days", "amount", "天数", "days"),
        Field("hours", "amount", "学时", "hours"),
        Field("times", "number", "次数", "times"),
        Field("due", "number", "应到人数", "due"),
        Field("present", "number", "实到人数", "present", shown=True),
        Field("absent", "text", "缺席", "absent"),
        Field("made_up", "number", "补课人数", "made up"),
        Field("made_up_on", "day", "补课时间", "made up on"),
        Field("led_by", "text", "主持人", "led by"),
        Field("speaker", "text", "主讲人", "speaker"),
        Field("supervisor", "text", "督导组参加", "supervisor"),
        Field("with_whom", "text", "谈话对象", "with"),
        Field("pair", "text", "谈话类型", "pair"),
        Field("topics", "words", "谈透的内容", "talked through"),
        Field("opinions", "number", "听取意见条数", "opinions heard"),
        Field("group", "text", "党员类别", "group of members"),
        Field("group_all", "number", "该类党员总数", "of the group"),
        Field("group_reached", "number", "该类覆盖人数", "reached"),
        Field("reached_how", "text", "覆盖方式", "reached by"),
        Field("counts_for", "words", "计入", "counts towards", shown=True),
        Field("note", "text", "备注", "note"),
    ),
    prefix="HD",
)

VISIT: Final = Record(
    "visit",
    "督导",
    "visit",
    (
        Field("no", "text", "督导编号", "number", shown=True),
        Field("campaign", "text", "活动", "campaign"),
        Field("group", "text", "督导组", "group", shown=True),
        Field("level", "text", "派出层级", "level"),
        Field("unit", "text", "被督导单位", "unit", shown=True),
        Field("day", "day", "督导时间", "day", shown=True),
        Field("ways", "words", "督导方式", "ways", shown=True),
        Field("members", "text", "督导人员", "members"),
        Field("talks", "number", "个别谈话人次", "talks", shown=True),
        Field("meetings", "number", "座谈会场次", "meetings", shown=True),
        Field("opinions", "number", "收集意见条数", "opinions heard", shown=True),
        Field("reviewed", "number", "审核材料份数", "reviewed"),
        Field("returned", "number", "退回份数", "returned"),
        Field("found", "text", "发现问题", "found"),
        Field("demands", "text", "整改要求", "demands"),
        Field("due_text", "text", "整改时限", "deadline"),
        Field("due_on", "day", "时限日", "due on"),
        Field("late_after", "day", "逾期起算日", "late after"),
        Field("fed_back_on", "day", "反馈时间", "fed back on"),
        Field("recheck", "text", "复查结果", "recheck"),
        Field("outcome", "code", "曝光或表扬", "outcome", codes=vocabulary.OUTCOME),
        Field("outcome_where", "text", "曝光表扬载体", "where"),
        Field("outcome_on", "day", "曝光表扬时间", "on"),
        Field("note", "text", "备注", "note"),
        Field("items", "records", "整改事项", "items", shown=True),
    ),
    prefix="DD",
)

CHECK: Final = Record(
    "check",
    "核查",
    "check",
    (
        Field("part", "text", "事项", "part"),
        Field("no", "text", "整改编号", "number", shown=True),
        Field("problem", "text", "问题或任务", "problem or task", shown=True),
        Field("owner", "text", "责任人", "responsible"),
        Field("due_text", "text", "完成时限", "deadline"),
        Field("standing", "text", "目前情况", "as it stands"),
        Field("passed", "yes", "合格", "passed", shown=True),
        Field("sent_back", "yes", "退回", "returned", shown=True),
        Field("reason", "text", "理由", "reason", shown=True),
    ),
)

CONTACT_POINT: Final = Record(
    "contact_point",
    "联系点",
    "contact point",
    (
        Field("no", "text", "联系点编号", "number", shown=True),
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "所在单位", "unit"),
        Field("leader", "text", "联系领导", "leader", shown=True),
        Field("level", "text", "领导级别", "level"),
        Field("post", "text", "职务", "post", shown=True),
        Field("body", "text", "联系单位", "body", shown=True),
        Field("point", "text", "基层联系点", "point", shown=True),
        Field("set_up_on", "day", "建立时间", "set up on"),
        Field("attended_on", "day", "参加组织生活会时间", "attended on", shown=True),
        Field("note", "text", "备注", "note"),
    ),
    prefix="LX",
)

WEAK_ORGANISATION: Final = Record(
    "weak_organisation",
    "软弱涣散党组织",
    "weak organisation",
    (
        Field("no", "text", "整顿编号", "number", shown=True),
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "所属单位", "unit", shown=True),
        Field("name", "text", "党组织名称", "organisation", shown=True),
        Field("level", "text", "重点级别", "level", shown=True),
        Field("kind", "text", "类型", "kind"),
        Field("problem", "text", "主要问题", "problem"),
        Field("contact_leader", "text", "联系领导", "contact leader"),
        Field("first_secretary", "text", "第一书记", "first secretary", shown=True),
        Field("measures", "text", "整顿措施", "measures"),
        Field("owner", "text", "责任人", "owner"),
        Field("due_text", "text", "整顿时限", "deadline", shown=True),
        Field("due_on", "day", "时限日", "due on"),
        Field("late_after", "day", "逾期起算日", "late after"),
        Field("turned", "code", "转化情况", "turned", shown=True, codes=vocabulary.TURNED),
        Field("done_on", "day", "转化时间", "turned on", shown=True),
        Field("outcome", "text", "整顿成效", "outcome"),
        Field("note", "text", "备注", "note"),
        Field("days_overdue", "number", "逾期天数", "days overdue", shown=True),
    ),
    prefix="RH",
)

FIGURE: Final = Record(
    "figure",
    "统计数",
    "figure",
    (
        Field("no", "text", "统计编号", "number", shown=True),
        Field("campaign", "text", "活动", "campaign"),
        Field("batch", "text", "批次", "batch"),
        Field("unit", "text", "单位", "unit", shown=True),
        Field("covers", "code", "统计范围", "covers", shown=True, codes=vocabulary.COVERS),
        Field("period", "text", "期别", "period", shown=True),
        Field("indicator", "text", "指标", "indicator", shown=True),
        Field("value", "text", "数值", "value"),
        Field("up_to", "text", "至多", "up to"),
        Field("qualifier", "text", "约数", "qualifier"),
        Field("measure", "text", "计量单位", "measure"),
        Field("words", "text", "数字", "figure", shown=True),
        Field("cumulative", "yes", "累计", "cumulative", shown=True),
        Field("as_of", "day", "截至日期", "as of"),
        Field("source", "text", "数据来源", "source"),
        Field("reason", "text", "减少原因", "why it fell"),
    ),
    prefix="TJ",
)

MATERIAL: Final = Record(
    "material",
    "对照检查材料",
    "material",
    (
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "单位", "unit", shown=True),
        Field("phase", "text", "环节", "phase"),
        Field("material", "text", "材料", "material", shown=True),
        Field("person", "text", "姓名", "person", shown=True),
        Field("status", "code", "审核情况", "status", shown=True, codes=vocabulary.REVIEW),
        Field("step", "text", "已过关口", "passed by", shown=True),
        Field("next", "text", "下一关口", "next", shown=True),
        Field("round", "number", "第几稿", "round", shown=True),
        Field("returned", "number", "退回次数", "returned", shown=True),
        Field("day", "day", "最近审核时间", "day", shown=True),
        Field("opinions", "records", "回应的意见", "opinions answered"),
        Field("drafts_to", "words", "征求意见范围", "draft went to"),
    ),
)

REVIEW: Final = Record(
    "review",
    "材料审核",
    "review",
    (
        Field("no", "text", "审核编号", "number", shown=True),
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "单位", "unit", shown=True),
        Field("material", "text", "材料", "material", shown=True),
        Field("person", "text", "姓名", "person", shown=True),
        Field("round", "number", "第几稿", "round", shown=True),
        Field("step", "text", "审核关口", "step", shown=True),
        Field("result", "code", "审核结果", "result", shown=True, codes=vocabulary.REVIEW),
        Field("day", "day", "审核时间", "day", shown=True),
        Field("checked_by", "text", "审核人", "reviewed by"),
        Field("reasons", "words", "审核意见", "reasons", shown=True),
        Field("opinions", "records", "回应的意见", "opinions answered"),
        Field("drafts_to", "words", "征求意见范围", "draft went to"),
        Field("note", "text", "备注", "note"),
    ),
    prefix="SH",
)

GAP: Final = Record(
    "gap",
    "缺项",
    "gap",
    (
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "单位", "unit"),
        Field("phase", "text", "环节", "phase", shown=True),
        Field(
            "requirement",
            "code",
            "缺项类别",
            "requirement",
            shown=True,
            codes=vocabulary.REQUIREMENT,
        ),
        Field("action", "text", "缺项", "missing", shown=True),
        Field("required", "number", "应完成数", "required", shown=True),
        Field("count", "number", "已完成数", "count", shown=True),
        Field("due_on", "day", "应完成日", "due on", shown=True),
        Field("due_text", "text", "时间要求", "due"),
        Field("status", "code", "状态", "status", shown=True, codes=vocabulary.MILESTONE),
        Field("why", "text", "说明", "why", shown=True),
        Field("command", "text", "怎样登记", "to record it"),
    ),
)

READINESS: Final = Record(
    "readiness",
    "转段",
    "readiness",
    (
        Field("campaign", "text", "活动", "campaign"),
        Field("tier", "text", "层级", "tier", shown=True),
        Field("unit", "text", "单位", "unit", shown=True),
        Field("phase", "text", "转入环节", "phase to enter", shown=True),
        Field("ready", "yes", "可以转段", "ready", shown=True),
        Field("missing", "words", "还缺", "missing", shown=True),
        Field("remarks", "words", "提示", "remarks"),
    ),
)

ENTRY: Final = Record(
    "entry",
    "记账",
    "entry",
    (
        Field("no", "number", "序号", "entry", shown=True),
        Field("run", "number", "批次", "run"),
        Field("day", "day", "日期", "day", shown=True),
        Field("recorded_at", "text", "记录时间", "recorded at"),
        Field("by", "text", "经办人", "by", shown=True),
        Field("command", "text", "命令", "command", shown=True),
        Field("files", "words", "来源文件", "files"),
        Field("records", "number", "记录数", "records", shown=True),
        Field("undoes", "number", "撤销的记账", "undoes"),
        Field("undone_by", "number", "被何记账撤销", "undone by", shown=True),
    ),
)

SUBMISSION: Final = Record(
    "submission",
    "报送",
    "submission",
    (
        Field("campaign", "text", "活动", "campaign"),
        Field("unit", "text", "单位", "unit", shown=True),
        Field("sheet", "text", "报表", "sheet", shown=True),
        Field("period", "text", "期别", "period"),
        Field("due_on", "day", "应报日", "due on", shown=True),
        Field("received_on", "day", "收到日", "received on", shown=True),
        Field("status", "code", "状态", "status", shown=True, codes=vocabulary.SUBMISSION),
        Field("file", "text", "文件", "file"),
        Field("taken", "number", "已收行数", "taken", shown=True),
        Field("queried", "number", "待核行数", "queried", shown=True),
    ),
)

RECORDS: Final = (
    UNIT,
    MILESTONE,
    OPINION,
    ITEM,
    ACTIVITY,
    VISIT,
    CHECK,
    CONTACT_POINT,
    WEAK_ORGANISATION,
    FIGURE,
    MATERIAL,
    REVIEW,
    GAP,
    READINESS,
    ENTRY,
    SUBMISSION,
)


def of(name: str) -> Record:
    """Return a kind of record by its name."""
    return next(one for one in RECORDS if one.name == name)
