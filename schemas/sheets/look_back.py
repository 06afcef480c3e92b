"""回头看缺项清单: what a unit lacks before it goes on, and when it made that up.

Leaders are counted in it and never named: it goes down to their own unit.
"""

from schemas.sheet import OFFICES
from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.vocabulary import REQUIREMENT

#: The field that a unit fills in; a sheet with it has a row for each gap.
MADE_UP_ON = "made_up_on"

SHEET = Sheet(
    code="look-back",
    title="回头看缺项清单",
    english="Look-back",
    record="gap",
    tells=("action", MADE_UP_ON),
    titles=("回头看缺项清单", "回头看补课清单", "缺项清单", "补课清单"),
    after=("roster", "progress"),
    columns=(
        Column(
            "unit",
            ("单位", "单位名称", "填报单位"),
            "Unit",
            "unit",
            leaves=OFFICES,
            required=True,
            carried=True,
            width=18,
        ),
        Column("phase", ("环节", "所属环节"), "Phase", leaves=OFFICES, width=20, carried=True),
        Column(
            "requirement",
            ("缺项类别",),
            "Requirement",
            "code",
            codes=REQUIREMENT,
            leaves=OFFICES,
            width=11,
            example="规定动作",
        ),
        Column(
            "action",
            ("缺项", "规定动作", "缺项内容"),
            "Missing",
            leaves=OFFICES,
            required=True,
            width=30,
            example="集中学习讨论",
        ),
        Column("required", ("应完成数", "应完成"), "Required", "amount", leaves=OFFICES, example=3),
        Column("count", ("已完成数", "已完成"), "Done", "amount", leaves=OFFICES, example=2),
        Column("due_text", ("时间要求", "完成时限"), "Due", leaves=OFFICES, width=14),
        Column("due_on", ("应完成日",), "Due on", "day", leaves=OFFICES, width=12),
        Column(
            MADE_UP_ON,
            ("补课时间", "补课日期", "补课完成时间"),
            "Made up on",
            "day",
            whose="unit",
            leaves=OFFICES,
            happened=True,
            width=14,
            example="2014-05-20",
        ),
        Column(
            "made_up_by",
            ("补课责任人", "补课人", "责任人"),
            "Made up by",
            "person",
            whose="unit",
            leaves=OFFICES,
            width=14,
            example="李敏",
        ),
    ),
)
