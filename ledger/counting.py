"""Which activities count towards an action, and why one does not."""

from dataclasses import dataclass
from dataclasses import field
from typing import Any

from schemas.plan import Action


@dataclass(frozen=True)
class Verdict:
    """Whether an activity counts; ``key`` names the sentence that says why."""

    counts: bool
    key: str
    values: dict[str, Any] = field(default_factory=dict)


def verdict(
    action: Action, form: str | None, *, named: bool = False, supervisor: str | None = ""
) -> Verdict:
    """Tell whether an activity of a form counts towards an action.

    ``named``: it was logged for this very action. ``supervisor`` is who of the supervision
    was there, None where it is known that nobody was.
    """
    why = action.excluded.get(form or "")
    if why is not None:
        return Verdict(False, "milestones.not_excluded", {"form": form, "why": why})
    if form is None and not named:
        return Verdict(False, "milestones.not_formless")
    if form is not None and form not in action.forms and (action.forms or not named):
        forms = "、".join(action.forms) or "—"
        return Verdict(False, "milestones.not_form", {"form": form, "forms": forms})
    if supervisor is None and action.supervisor == "needed":
        return Verdict(False, "milestones.not_unsupervised")
    if supervisor is None and action.supervisor == "noted":
        return Verdict(True, "milestones.counts_unsupervised")
    return Verdict(True, "milestones.counts")
