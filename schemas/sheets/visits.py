"""督导工作日志: the visits of supervision groups, and what they found.

What a group heard and found stays inside; up go counts.
"""

from schemas import vocabulary
from schemas.sheet import UP
from schemas.sheet import Column
from schemas.sheet import Reading
from schemas.sheet import Sheet
from schemas.sheet_words import GROUP_IN_TITLE

SHEET = Sheet(
    code="visits",
    title="督导工作日志",
    english="Visits",
    record="visit",
    tells=("group", "day"),
    titles=(
        "督导工作日志",
        "督导情况统计表",
        "暗访情况通报",
        "督导手册",
        "督导意见反馈单",
        "督导情况登记表",
        "督导工作台账",
        "督导工作记录",
        "督导情况记录",
    ),
    after=("roster",),
    readings=(
        Reading("单位", "unit", without=("unit",)),
        Reading("单位名称", "unit", without=("unit",)),
        Reading("时间", "day", without=("day",)),
        Reading("意见", "opinions", without=("opinions",)),
    ),
    along="visit-checks",
    columns=(
        Column("no", ("督导编号", "编号"), "Number", "number", leaves=UP, width=11),
        Column(
            "group",
            ("督导组", "督导组别", "指导组", "暗访组", "检查组", "督查组"),
            "Supervision group",
            "word",
            words="supervision_group",
            leaves=UP,
            carried=True,
            width=16,
            example="县委第三督导组",
            titled=GROUP_IN_TITLE,
        ),
        Column("level", ("派出层级", "派出级别"), "Level", leaves=UP, carried=True, blank=False),
        Column(
            "unit",
            ("被督导单位", "受督导单位", "督导单位", "被检查单位", "被暗访单位", "督导对象"),
            "Unit",
            "unit",
            leaves=UP,
            required=True,
            carried=True,
            width=20,
            example="盐窝镇",
        ),
        Column(
            "day",
            ("督导时间", "日期", "督导日期", "暗访时间", "检查时间"),
            "Day",
            "day",
            leaves=UP,
            required=True,
            happened=True,
            example="2014-05-20",
        ),
        Column(
            "ways",
            ("督导方式", "方式", "督导形式", "暗访方式"),
            "Ways",
            "words",
            words="way",
            leaves=UP,
            width=18,
            example="听汇报、查资料",
        ),
        Column(
            "members", ("督导人员", "成员", "组员", "组长及成员"), "Members", "person", width=14
        ),
        Column(
            "talks",
            ("个别谈话人次", "谈话人次", "个别谈话", "个别访谈人次", "个别谈话人数", "谈话人数"),
            "Talks",
            "count",
            leaves=UP,
            example=12,
        ),
        Column(
            "meetings",
            ("座谈会场次", "座谈会", "召开座谈会", "座谈会场数"),
            "Meetings",
            "count",
            leaves=UP,
            example=1,
        ),
        Column(
            "opinions",
            ("收集意见条数", "收集意见建议", "收集意见", "意见条数", "听取意见条数"),
            "Opinions heard",
            "count",
            leaves=UP,
            example=8,
        ),
        Column(
            "reviewed",
            ("审核材料份数", "审核材料", "审阅材料份数"),
            "Materials reviewed",
            "count",
            leaves=UP,
        ),
        Column(
            "returned",
            ("退回份数", "退回材料份数", "退回材料"),
            "Materials returned",
            "count",
            leaves=UP,
        ),
        Column("found", ("发现问题", "发现的问题", "存在问题"), "Found", width=36),
        Column("demands", ("整改要求", "督导意见", "工作要求"), "Demands", width=30),
        Column("due", ("整改时限", "整改期限", "反馈时限"), "Deadline", "deadline", width=14),
        Column("fed_back_on", ("反馈时间", "反馈日期"), "Fed back on", "day", happened=True),
        Column("recheck", ("复查结果", "复查情况", "回访情况"), "Recheck", width=20),
        Column(
            "outcome",
            ("曝光或表扬", "曝光/通报", "曝光与通报", "通报情况", "是否曝光"),
            "Outcome",
            "code",
            codes=vocabulary.OUTCOME,
            leaves=UP,
            blank=False,
        ),
        Column(
            "outcome_where",
            ("曝光表扬载体", "曝光载体", "通报文号"),
            "Where",
            width=16,
            blank=False,
        ),
        Column(
            "outcome_on",
            ("曝光表扬时间", "曝光时间", "通报时间"),
            "Exposed or praised on",
            "day",
            happened=True,
            blank=False,
        ),
        Column("note", ("备注",), "Note", width=16, blank=False),
    ),
)
