"""A step of the review of a material, as it was typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from typing import Annotated
from typing import Any

import typer

from cli import fields

if TYPE_CHECKING:
    from cli.opening import Writing
    from ledger.reviews import Which

Person = Annotated[str | None, typer.Option("--person")]
Step = Annotated[str | None, typer.Option("--step")]
Reasons = Annotated[list[str] | None, typer.Option("--why")]
CheckedBy = Annotated[str | None, typer.Option("--checked-by")]
Answers = Annotated[list[str] | None, typer.Option("--answers")]
DraftTo = Annotated[list[str] | None, typer.Option("--draft-to")]


def which(work: Writing, unit: str, material: str, person: str | None) -> Which:
    """Return whose material is meant."""
    from ledger import reviews

    named = reviews.material_of(work.campaign.plan, material)
    return work.unit(unit), named, _name(person or "") or None


def _name(said: str) -> str:
    """Return a name as one: 李　明 is padded to stand in a column."""
    between = " " if said.isascii() else ""
    return between.join(said.split())


def said(
    work: Writing,
    *,
    step: str | None,
    reasons: list[str] | None,
    checked_by: str | None,
    on: date | None,
    **rest: Any,
) -> dict[str, Any]:
    """Return the fields of a step; what the plan has stands in its words."""
    from ledger import reviews

    plan = work.campaign.plan
    found = fields.given(
        step=step and reviews.step_of(plan, step),
        day=on,
        checked_by=checked_by and work.full_name(checked_by),
        **rest,
    )
    return found | {"reasons": reviews.reasons_of(plan, reasons or ())}


def called(which: Which) -> str:
    """Return what a material is called in a sentence."""
    _, material, person = which
    return f"{material}（{person}）" if person else material
