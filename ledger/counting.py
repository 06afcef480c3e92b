"""Which activities count towards an action, how much, and why one does not.

What an activity counts for is derived from the plan, never stored. Amounts are whole tenths.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cache
from typing import Any
from typing import Final
from typing import Literal

from schemas.amount import TENTHS
from schemas.plan import Action
from schemas.plan import Plan
from schemas.quantity import read_count
from schemas.sheet_words import NOBODY
from schemas.sheet_words import SEPARATORS

#: A day of study has so many hours of teaching (学时).
HOURS_OF_A_DAY: Final = 8
_WHOLE: Final = 1000

#: Who of the supervision was there: somebody, nobody, or it is not said.
Supervised = Literal["yes", "no", "unsaid"]


@dataclass(frozen=True)
class Happened:
    """What an activity says that decides what it counts for, and how much.

    The fields are the columns of the table, in the order in which ``COLUMNS`` asks for them.
    """

    day: str
    ends_on: str | None = None
    form: str | None = None
    action: str | None = None
    day_tenths: int | None = None
    hour_tenths: int | None = None
    times: int = 1
    due: int | None = None
    present: int | None = None
    absent: str | None = None
    made_up: int | None = None
    made_up_on: str | None = None
    supervisor: str | None = None
    member_group: str | None = None
    group_all: int | None = None
    group_reached: int | None = None
    reached_how: str | None = None

    @property
    def supervised(self) -> Supervised:
        """Tell whether anybody of the supervision was there."""
        if self.supervisor is None or not self.supervisor.strip():
            return "unsaid"
        return "no" if self.supervisor.strip() in NOBODY else "yes"

    @property
    def missed(self) -> int:
        """How many were absent: those due and not present, else as many as are named."""
        if self.due is not None and self.present is not None:
            return max(self.due - self.present, 0)
        return _how_many(self.absent)

    @property
    def caught_up(self) -> int:
        """How many absences were made up; a day without a number means all of them."""
        if self.made_up is not None:
            return self.made_up
        return self.missed if self.made_up_on else 0


#: The columns of a ``Happened``.
COLUMNS: Final = tuple(Happened.__dataclass_fields__)


def _how_many(said: str | None) -> int:
    if not said or said.strip() in NOBODY:
        return 0
    count = read_count(said)
    if isinstance(count, int):
        return count
    return sum(bool(name.strip()) for name in SEPARATORS.split(said))


@dataclass(frozen=True)
class Verdict:
    """Whether an activity counts; ``key`` names the sentence that says why.

    ``remarks`` are what is said beside it: keys with their values.
    """

    counts: bool
    key: str
    values: dict[str, Any] = field(default_factory=dict)
    remarks: tuple[tuple[str, dict[str, Any]], ...] = ()


def verdict(action: Action, one: Happened) -> Verdict:
    """Tell whether an activity counts towards an action."""
    named = one.action == action.code
    form = one.form
    if one.action is not None and not named:
        return Verdict(False, "milestones.not_named")
    why = action.excluded.get(form or "")
    if why is not None:
        return Verdict(False, "milestones.not_excluded", {"form": form, "why": why})
    if form is None and not named:
        return Verdict(False, "milestones.not_formless")
    if form is not None and form not in action.forms and (action.forms or not named):
        forms = "、".join(action.forms) or "—"
        return Verdict(False, "milestones.not_form", {"form": form, "forms": forms})
    if action.supervisor == "needed" and one.supervised != "yes":
        said = one.supervised == "no"
        return Verdict(False, "milestones.not_" + ("unsupervised" if said else "supervisor_unsaid"))
    return Verdict(True, "milestones.counts", remarks=tuple(_remarks(action, one)))


def _remarks(action: Action, one: Happened) -> Iterator[tuple[str, dict[str, Any]]]:
    """Say what is noted of an activity that counts."""
    if action.supervisor == "noted" and one.supervised == "no":
        yield "milestones.unsupervised", {}
    if action.supervisor == "noted" and one.supervised == "unsaid":
        yield "milestones.supervisor_unsaid", {}
    if one.caught_up:
        yield "milestones.made_up", {"n": one.caught_up}
    if one.missed > one.caught_up:
        yield "milestones.not_made_up", {"n": one.missed - one.caught_up}


class Counting:
    """What activities count for by a plan. The same form is looked at once."""

    def __init__(self, plan: Plan) -> None:
        self._actions = sorted(plan.actions, key=lambda action: action.kind != "required")
        self._found = cache(self._look)

    def actions(self, one: Happened) -> tuple[Action, ...]:
        """Return the actions that an activity counts for, the required ones first."""
        return self._found(one.form, one.action, one.supervised)

    def _look(
        self, form: str | None, action: str | None, supervised: Supervised
    ) -> tuple[Action, ...]:
        said = {"yes": "-", "no": NOBODY[0], "unsaid": None}[supervised]
        like = Happened("", form=form, action=action, supervisor=said)
        return tuple(action for action in self._actions if verdict(action, like).counts)


# How much -------------------------------------------------------------------------------


def held(
    action: Action, happened: Sequence[Happened], members: int | None, today: date
) -> list[tuple[date, int]]:
    """Return the days of activities that count towards an action, with how much each does.

    ``happened`` is in the order of the days. Of a per cent each day says how far it is by then.
    """
    if action.measure == "percent":
        return [*_of_groups(happened), *_of_all(happened, members)]
    return [(date.fromisoformat(one.day), _amount(action, one, today)) for one in happened]


def amount(action: Action, one: Happened, members: int | None, today: date) -> int:
    """Return how much one activity by itself counts towards an action, in tenths."""
    return max((tenths for _, tenths in held(action, [one], members, today)), default=0)


def _amount(action: Action, one: Happened, today: date) -> int:
    if action.measure != "days":
        return one.times * TENTHS
    if one.day_tenths is not None:
        return one.day_tenths
    if one.hour_tenths is not None:
        return one.hour_tenths // HOURS_OF_A_DAY
    last = min(one.ends_on or one.day, today.isoformat())
    days = (date.fromisoformat(last) - date.fromisoformat(one.day)).days + 1
    return max(days, 1) * TENTHS


def _of_all(happened: Iterable[Happened], members: int | None) -> Iterator[tuple[date, int]]:
    """Yield how many per cent of those who were due took part; absences made up count."""
    for one in happened:
        due = one.due or members
        if one.group_all is None and one.present is not None and due:
            part = min(one.present + one.caught_up, due)
            yield date.fromisoformat(one.day), part * _WHOLE // due


def _of_groups(happened: Sequence[Happened]) -> Iterator[tuple[date, int]]:
    """Yield how many per cent of all groups together were reached by then."""
    grouped = [one for one in happened if one.group_all]
    total = sum(group.all for group in reached(grouped).values())
    for at, one in enumerate(grouped, 1):
        so_far = sum(group.reached for group in reached(grouped[:at]).values())
        yield date.fromisoformat(one.day), so_far * _WHOLE // total


@dataclass
class Reached:
    """How many of a group of members there are, and how many were reached in each way."""

    all: int = 0
    ways: dict[str | None, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def reached(self) -> int:
        """How many were reached, in whichever way, and never more than there are."""
        return min(sum(self.ways.values()), self.all)


def reached(happened: Iterable[Happened]) -> Mapping[str | None, Reached]:
    """Return the groups of one unit: of each way the most, for the same people come again."""
    found: dict[str | None, Reached] = defaultdict(Reached)
    for one in happened:
        if one.group_all is not None:
            group = found[one.member_group]
            group.all = max(group.all, one.group_all)
            group.ways[one.reached_how] = max(group.ways[one.reached_how], one.group_reached or 0)
    return found
