"""进度表: units down, the plan's actions across under their phases."""

from schemas.plan import Plan
from schemas.sheet import OFFICES
from schemas.sheet import Column
from schemas.sheet import Sheet

#: What a cell says of an action that was done, where neither day nor count is known.
TICK = "√"
#: Before the code of the action in the field of a column.
ACTION = "action:"


def _actions(plan: Plan) -> tuple[Column, ...]:
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
        for action in plan.actions
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
