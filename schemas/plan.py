"""The campaign plan (活动方案): a campaign declared as data.

Phases, what units have to do in them and by when, the words an office uses, which sheets
each unit owes every month, and the few numbers that rules need. A plan is a TOML file.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated
from typing import Literal
from typing import Self

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from schemas.day import Frame

Name = Annotated[str, Field(min_length=1, max_length=200)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Words(_Part):
    """One of the plan's word lists: the words, other spellings of them, closed or not.

    A word that a closed list does not have queries its row; one that an open list does
    not have is taken as it stands and named once in the receipt.
    """

    words: tuple[Name, ...] = ()
    aliases: dict[Name, tuple[Name, ...]] = {}
    closed: bool = False

    @model_validator(mode="after")
    def _aliases_mean_words(self) -> Self:
        strange = [word for word in self.aliases if word not in self.words]
        if strange:
            raise _broken("plan_alias_of_nothing", words="、".join(strange))
        return self

    def meaning(self, word: str) -> str | None:
        """Return the plan's word that a spelling means, or None."""
        if word in self.words:
            return word
        for canonical, others in self.aliases.items():
            if word in others:
                return canonical
        return None


class Vocabulary(_Part):
    """The word lists by the field that they are for."""

    tier: Words = Words()
    kind: Words = Words()
    batch: Words = Words()
    supervision_group: Words = Words()
    channel: Words = Words()
    theme: Words = Words()
    target: Words = Words()
    from_group: Words = Words()
    category: Words = Words()
    source: Words = Words()
    form: Words = Words()


class Selector(_Part):
    """Whom a rule is for. Every part that is given must hold; none means every unit.

    ``parent`` names units whose whole subtree is meant, ``units`` single units by name.
    """

    tier: tuple[Name, ...] = ()
    kind: tuple[Name, ...] = ()
    batch: tuple[Name, ...] = ()
    parent: tuple[Name, ...] = ()
    units: tuple[Name, ...] = ()

    def exactness(self) -> tuple[bool, bool, int]:
        """Rank selectors: units by name first, then a subtree, then the more parts."""
        parts = sum(bool(part) for part in (self.tier, self.kind, self.batch))
        return bool(self.units), bool(self.parent), parts


class Phase(_Part):
    """One of the campaign's phases (环节)."""

    code: Name
    name: Name


class Action(_Part):
    """Something that units have to do in a phase, so many times, days or per cent.

    ``forms`` are the forms of activity that count towards it; none means that only the
    activities logged for this very action count. ``required`` is how many, in ``measure``.
    """

    code: Name
    name: Name
    phase: Name | None = None
    kind: Literal["required", "elective"] = "required"
    measure: Literal["done", "times", "days", "percent"] = "done"
    required: int = Field(default=1, ge=1)
    forms: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()


class Rule(_Part):
    """By when, and how many of, an action is owed by the units of a selector.

    ``due`` takes the words of a deadline (``3月15日左右``); ``owed = false`` frees the
    selected units from the action.
    """

    action: Name
    to: Selector = Selector()
    due: str | None = None
    required: int | None = Field(default=None, ge=1)
    owed: bool = True


class Report(_Part):
    """A sheet that the selected units owe for every month of the campaign.

    ``cut_off`` is the day of the month up to which a period counts (0: its last day),
    ``due_after`` how many days after the cut-off the sheet is due.
    """

    sheet: Name
    to: Selector = Selector()
    cut_off: int = Field(default=0, ge=0, le=31)
    due_after: int = Field(default=0, ge=0)


class Numbers(_Part):
    """The numbers that rules need, each with the office's usual value."""

    about_days: int = Field(default=5, ge=0)
    immediate_days: int = Field(default=15, ge=0)
    due_soon_days: int = Field(default=10, ge=0)


class Plan(_Part):
    """A whole plan."""

    name: Name
    code: Name
    language: Literal["zh", "en"] = "zh"
    start: date | None = None
    end: date | None = None
    batch: Name | None = None
    lead_organs: tuple[Name, ...] = ()
    office_title: Name | None = None
    phone: str | None = None
    vocabulary: Vocabulary = Vocabulary()
    phases: tuple[Phase, ...] = ()
    actions: tuple[Action, ...] = ()
    rules: tuple[Rule, ...] = ()
    reports: tuple[Report, ...] = ()
    numbers: Numbers = Numbers()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        _unique("phases", (phase.code for phase in self.phases))
        _unique("actions", (action.code for action in self.actions))
        phases = {phase.code for phase in self.phases}
        actions = {action.code for action in self.actions}
        _names_known("actions.phase", (a.phase for a in self.actions if a.phase), phases)
        _names_known("rules.action", (rule.action for rule in self.rules), actions)
        if self.start and self.end and self.end < self.start:
            raise _broken("plan_ends_before_start")
        return self

    def frame(
        self, today: date, *, year: int | None = None, reference: date | None = None
    ) -> Frame:
        """Return what surrounds a day or deadline that is read under this plan."""
        return Frame(
            today=today,
            year=year,
            start=self.start,
            end=self.end,
            reference=reference,
            about_days=self.numbers.about_days,
            immediate_days=self.numbers.immediate_days,
        )


def _broken(rule: str, **values: str) -> PydanticCustomError:
    """Return the error of a broken rule; ``schemas.locale.plan`` has its sentence."""
    return PydanticCustomError(rule, rule, values)


def _unique(what: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise _broken("plan_code_twice", place=what, code=code)
        seen.add(code)


def _names_known(what: str, names: Iterable[str], known: set[str]) -> None:
    strange = sorted({name for name in names if name not in known})
    if strange:
        raise _broken("plan_not_declared", place=what, codes="、".join(strange))
