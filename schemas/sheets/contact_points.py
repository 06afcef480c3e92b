"""联系点台账: the body and the grass-roots point that each leader keeps contact with.

It names leaders, so it goes up and stays inside, and goes down to nobody.
"""

from schemas.sheet import UP
from schemas.sheet import Column
from schemas.sheet import Reading
from schemas.sheet import Sheet

SHEET = Sheet(
    code="contact-points",
    title="联系点台账",
    english="Contact points",
    record="contact_point",
    tells=("leader",),
    titles=(
        "联系点台账",
        "联系点活动登记",
        "领导干部联系点安排表",
        "领导联系点一览表",
        "联系点一览表",
        "联系点安排表",
        "联系点名单",
    ),
    after=("roster",),
    readings=(
        Reading("单位", "body", without=("body",)),
        Reading("联系点", "body", without=("body",), beside=("point",)),
        Reading("联系点", "point", without=("point",)),
        Reading("姓名", "leader", without=("leader",)),
    ),
    columns=(
        Column("no", ("联系点编号", "编号"), "Number", "number", leaves=UP, width=11),
        Column(
            "unit",
            ("所在单位", "领导所在单位", "填报单位"),
            "Leader's unit",
            "unit",
            leaves=UP,
            carried=True,
            width=16,
            blank=False,
        ),
        Column(
            "leader",
            ("联系领导", "领导姓名", "联系点领导", "挂点领导", "包抓领导", "县级领导", "联系人员"),
            "Leader",
            "person",
            leaves=UP,
            required=True,
            carried=True,
            example="王建国",
        ),
        Column("level", ("领导级别",), "Level", leaves=UP, carried=True, blank=False),
        Column(
            "post",
            ("职务", "领导职务", "职务名称"),
            "Post",
            leaves=UP,
            width=18,
            carried=True,
            example="县委副书记",
        ),
        Column(
            "body",
            ("联系单位", "联系镇（街道）或部门", "联系镇街或部门", "联系乡镇", "联系部门"),
            "Body",
            "unit",
            leaves=UP,
            carried=True,
            width=20,
            example="盐窝镇",
        ),
        Column(
            "point",
            ("基层联系点", "联系村（社区）", "联系村", "联系社区", "联系企业"),
            "Grass-roots point",
            leaves=UP,
            width=20,
            example="前崔村",
        ),
        Column(
            "set_up_on",
            ("建立时间", "设立时间", "确定时间"),
            "Set up on",
            "day",
            leaves=UP,
            happened=True,
            example="2014-03-01",
        ),
        Column(
            "attended_on",
            ("参加组织生活会时间", "参加组织生活会", "参加民主生活会时间", "参加会议时间"),
            "Attended its meeting on",
            "day",
            leaves=UP,
            happened=True,
            width=13,
            example="2014-08-20",
        ),
        Column("note", ("备注",), "Note", width=16),
    ),
)
