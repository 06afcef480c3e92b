"""进度表: units down, the plan's actions across under their phases."""

from schemas.plan import Plan
from schemas.sheet import OFFICES
from schemas.sheet import Column
from schemas.sheet import Sheet

#: What a cell says of an action that was done, where neither day nor count is known.
TICK = "√"
#: What it says where the unit is free of the action.
NOT_OWED = "/"
#: Before the code of the action in the field of a column.
ACTION = "action:"


def _actions(plan: Plan) -> tuple[Column, ...]:
    """Return a column for each action, in each phase the required ones first."""
    order = list(dict.fromkeys(action.phase for action in plan.actions))
    ordered = sorted(
        plan.actions, key=lambda action: (order.index(action.phase), action.kind != "required")
    )
    phases = {phase.code: phase.name for phase in plan.phases}
    return tuple(
        Column(
            ACTION + action.code,
            (action.name, *action.aliases),
            action.name,
            "milestone",
            whose="unit",
            leaves=OFFICES,
            group=phases.get(action.phase or ""),
            width=11,
            example=TICK,
        )
        for action in ordered
    )


SHEET = Sheet(
    code="progress",
    title="进度表",
    english="Progress",
    record="milestone",
    tells=("unit", ACTION),
    titles=("进展情况统计表", "规定动作完成情况一览表", "工作推进表", "进度表"),
    after=("roster",),
    per_plan=_actions,
    columns=(
        Column(
            "unit",
            ("单位", "单位名称", "填报单位", "参加单位", "参学单位"),
            "Unit",
            "unit",
            leaves=OFFICES,
            required=True,
            width=22,
        ),
    ),
)

# Actions down -------------------------------------------------------------------------------

#: The headings of a progress sheet whose actions stand below one another: what stands in
#: their columns says of an action how far it is, when it was done, how often, and in which unit.
STATUS_HEADINGS = ("完成情况", "进展情况", "是否完成", "落实情况", "开展情况", "完成与否", "Status")
DAY_HEADINGS = (
    "实际完成时间",
    "完成时间",
    "完成日期",
    "召开时间",
    "开展时间",
    "时间",
    "日期",
    "Done on",
)
COUNT_HEADINGS = ("次数", "场次", "天数", "完成次数", "完成数", "已完成数", "Count")
UNIT_HEADINGS = ("单位", "单位名称", "责任单位", "承办单位", "落实单位", "Unit")
#: Columns of such a sheet that are no unit's: what is asked for, and notes.
OTHER_HEADINGS = (
    "序号",
    "环节",
    "阶段",
    "步骤",
    "类别",
    "要求",
    "标准",
    "次数要求",
    "时间安排",
    "计划完成时间",
    "启动时间",
    "时限要求",
    "完成时限",
    "时间节点",
    "时间要求",
    "责任人",
    "责任领导",
    "佐证材料",
    "资料",
    "备注",
    "合计",
    "小计",
    "完成率",
)
