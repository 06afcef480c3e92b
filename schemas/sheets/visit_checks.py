"""督导检查单: what a supervision group takes along to a unit, and brings back ticked.

It is the office's own paper: it leaves to nobody, and nobody else sends it.
"""

from schemas.plan import Plan
from schemas.sheet import Column
from schemas.sheet import Sheet

#: Before the place of a verdict of the plan in the field of a column.
VERDICT = "verdict:"
#: What a verdict (查摆问题不聚焦的不放过) says beside its fault.
_NOT_PASSED = ("的不放过", "不放过")


def _verdicts(plan: Plan) -> tuple[Column, ...]:
    return tuple(
        Column(
            f"{VERDICT}{at}",
            tuple(dict.fromkeys((fault_of(verdict), verdict))),
            fault_of(verdict),
            "yes",
            width=8,
            group="不放过的打√",
        )
        for at, verdict in enumerate(plan.review.verdicts)
    )


def fault_of(verdict: str) -> str:
    """Return the fault that a verdict does not let pass."""
    for ending in _NOT_PASSED:
        if verdict.endswith(ending):
            return verdict.removesuffix(ending)
    return verdict


SHEET = Sheet(
    code="visit-checks",
    title="督导检查单",
    english="Supervision checklist",
    record="check",
    tells=("passed", "sent_back"),
    titles=("督导检查单",),
    after=("roster", "visits", "rectification"),
    per_plan=_verdicts,
    of_office=True,
    columns=(
        Column("part", ("事项",), "Part", width=10, blank=False),
        Column("no", ("整改编号", "编号"), "Number", "number", width=10, blank=False),
        Column("problem", ("问题或任务", "存在问题"), "Problem or task", width=36),
        Column("owner", ("责任人",), "Responsible", "person", width=10, blank=False),
        Column("due", ("完成时限", "整改时限"), "Deadline", "deadline", width=12),
        Column("standing", ("目前情况",), "As it stands", width=26, blank=False),
        Column("passed", ("合格",), "Passed", "yes", width=6),
        Column("sent_back", ("退回",), "Returned", "yes", width=6),
        Column("reason", ("理由", "退回理由", "整改要求"), "Reason", width=26),
    ),
)
