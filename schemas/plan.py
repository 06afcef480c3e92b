"""The campaign plan (活动方案): a campaign declared as data.

Phases, what units have to do in them and by when, the words an office uses, which sheets
each unit owes every month, what has to be there before a unit goes on, and the few numbers
that rules need. A plan is a TOML file.
"""

from collections.abc import Iterable
from collections.abc import Iterator
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
from schemas.recurrence import Recurrence
from schemas.recurrence import read_recurrence
from schemas.vocabulary import STATUS
from schemas.vocabulary import Codes

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
    way: Words = Words()
    form: Words = Words()
    member_group: Words = Words()
    reached_by: Words = Words()
    tag: Words = Words()


class StatusWords(_Part):
    """The office's own words for how far work is: the first is printed, all are understood.

    A word that means another status elsewhere means this one under the plan.
    """

    status: Literal["planned", "doing", "done", "done_standing", "standing", "deferred", "referred"]
    words: tuple[Name, ...] = Field(min_length=1)


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
    """One of the campaign's phases (环节).

    ``begins`` is the action with which a unit enters it: 转段前 means that action's day.
    """

    code: Name
    name: Name
    begins: Name | None = None


class Action(_Part):
    """Something that units have to do in a phase, so many times, days or per cent.

    ``forms`` are the forms of activity that count towards it; none means that only the
    activities logged for this very action count. ``excluded`` are forms that never do,
    each with the reason that is told. ``required`` is how many, in ``measure``. An action
    that recurs (``every = "每周一"``) is owed anew each time.
    """

    code: Name
    name: Name
    phase: Name | None = None
    kind: Literal["required", "elective"] = "required"
    measure: Literal["done", "times", "days", "percent"] = "done"
    required: int = Field(default=1, ge=1)
    every: Name | None = None
    forms: tuple[Name, ...] = ()
    excluded: dict[Name, Name] = {}
    supervisor: Literal["none", "noted", "needed"] = "none"
    aliases: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.every is not None and self.recurrence is None:
            raise _broken("plan_recurrence_unread", words=self.every)
        twofold = [form for form in self.forms if form in self.excluded]
        if twofold:
            raise _broken("plan_form_twofold", forms="、".join(twofold))
        return self

    @property
    def recurrence(self) -> Recurrence | None:
        """How often the action is owed anew, None for one that is done once."""
        return None if self.every is None else read_recurrence(self.every)


class Rule(_Part):
    """By when, and how many of, an action is owed by the units of a selector.

    ``due`` takes the words of a deadline (``3月15日左右``) or of one that hangs on another
    action (``民主生活会前``, ``动员后10个工作日内``); ``owed = false`` frees the selected
    units from the action. ``because`` keeps the words that the rule stands for. Of rules
    of one ``choice`` an office has to keep one; until it does, the first one counts.
    """

    action: Name
    to: Selector = Selector()
    due: str | None = None
    required: int | None = Field(default=None, ge=1)
    owed: bool = True
    because: Name | None = None
    choice: Name | None = None


class Readiness(_Part):
    """What has to be there before the selected units leave a phase (转段).

    ``actions`` have to be done; none named means all required actions of the phase.
    ``look_back`` is the action of looking back 回头看. ``published``: what was found is
    made public. ``reviewed``: the materials of the review have passed. ``contacts``: the
    unit's leaders have the contact points that they are to have.
    """

    phase: Name
    to: Selector = Selector()
    actions: tuple[Name, ...] = ()
    look_back: Name | None = None
    published: bool = False
    reviewed: bool = False
    contacts: bool = False


class Pair(_Part):
    """Two who have to talk with each other before the meeting (三个必谈)."""

    code: Name
    name: Name
    first: Name
    second: Name
    to: Selector = Selector()


class Talks(_Part):
    """The talks before a meeting: who with whom, and what is talked through (五个谈透)."""

    action: Name | None = None
    pairs: tuple[Pair, ...] = ()
    topics: tuple[Name, ...] = ()


class Review(_Part):
    """How materials of self-examination are passed on, from one to the next (逐级把关).

    ``verdicts`` are what none may fail in (四个不放过), ``headings`` what a material is
    held against (四面镜子), ``examples`` how many each problem needs at least. Of the
    ``materials`` those of ``personal`` are written by each leader. ``before`` is the
    meeting that is not held until they have passed.
    """

    chain: tuple[Name, ...] = ()
    materials: tuple[Name, ...] = ()
    personal: tuple[Name, ...] = ()
    before: Name | None = None
    verdicts: tuple[Name, ...] = ()
    headings: tuple[Name, ...] = ()
    checklist: tuple[Name, ...] = ()
    examples: int | None = Field(default=None, ge=1)


class Point(_Part):
    """So many units of a selector that each leader keeps contact with (联系点)."""

    name: Name
    to: Selector = Selector()
    at_least: int = Field(default=1, ge=1)


class Contacts(_Part):
    """Which contact points the selected leaders have, and whose meetings they sit in on."""

    leaders: Name
    points: tuple[Point, ...] = ()
    attends: tuple[Name, ...] = ()


class Supervision(_Part):
    """A level of supervision: its groups, and the units that they follow."""

    level: Name
    name: Name
    groups: tuple[Name, ...] = ()
    to: Selector = Selector()


class Special(_Part):
    """A special rectification (专项整治): at which level, from when, until when, who leads."""

    category: Name
    level: Name | None = None
    start: date | None = None
    end: date | None = None
    lead: Name | None = None


class Indicator(_Part):
    """A figure that is reported: its unit of measure, whether it adds up, whose it is."""

    code: Name
    name: Name
    measure: Name
    cumulative: bool = True
    covers: Literal["own", "all"] = "all"
    aliases: tuple[Name, ...] = ()


class Organ(_Part):
    """A body of the campaign's own and who holds it."""

    name: Name
    held_by: Name | None = None


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
    unit_months: int | None = Field(default=None, ge=1)


class Plan(_Part):
    """A whole plan."""

    name: Name
    code: Name
    language: Literal["zh", "en"] = "zh"
    start: date | None = None
    end: date | None = None
    announced_on: date | None = None
    batch: Name | None = None
    lead_organs: tuple[Name, ...] = ()
    organs: tuple[Organ, ...] = ()
    office_title: Name | None = None
    phone: str | None = None
    principles: tuple[Name, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    statuses: tuple[StatusWords, ...] = ()
    phases: tuple[Phase, ...] = ()
    actions: tuple[Action, ...] = ()
    rules: tuple[Rule, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    talks: Talks = Talks()
    review: Review = Review()
    contacts: tuple[Contacts, ...] = ()
    supervision: tuple[Supervision, ...] = ()
    specials: tuple[Special, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    reports: tuple[Report, ...] = ()
    numbers: Numbers = Numbers()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        _unique("statuses", (one.status for one in self.statuses))
        _unique("statuses", (word for one in self.statuses for word in one.words))
        _unique("phases", (phase.code for phase in self.phases))
        _unique("actions", (action.code for action in self.actions))
        _unique("indicators", (indicator.code for indicator in self.indicators))
        _unique("talks.pairs", (pair.code for pair in self.talks.pairs))
        phases = {phase.code for phase in self.phases}
        actions = {action.code for action in self.actions}
        for place, named in self._named_phases():
            _names_known(place, named, phases)
        for place, named in self._named_actions():
            _names_known(place, named, actions)
        categories = set(self.vocabulary.category.words)
        _names_known("specials.category", (one.category for one in self.specials), categories)
        _names_known("review.personal", self.review.personal, {*self.review.materials})
        if self.start and self.end and self.end < self.start:
            raise _broken("plan_ends_before_start")
        return self

    def _named_phases(self) -> Iterator[tuple[str, list[str]]]:
        yield "actions.phase", [action.phase for action in self.actions if action.phase]
        yield "readiness.phase", [gate.phase for gate in self.readiness]

    def _named_actions(self) -> Iterator[tuple[str, list[str]]]:
        yield "rules.action", [rule.action for rule in self.rules]
        yield "phases.begins", [phase.begins for phase in self.phases if phase.begins]
        yield "readiness.actions", [code for gate in self.readiness for code in gate.actions]
        yield "readiness.look_back", [g.look_back for g in self.readiness if g.look_back]
        yield "talks.action", [self.talks.action] if self.talks.action else []
        yield "review.before", [self.review.before] if self.review.before else []
        yield "contacts.attends", [code for rule in self.contacts for code in rule.attends]

    @property
    def status_codes(self) -> Codes:
        """The standings of work with the office's own words for them."""
        return STATUS.with_words({one.status: one.words for one in self.statuses})

    def action(self, code: str) -> Action:
        """Return the action of a code."""
        return next(action for action in self.actions if action.code == code)

    def words(self, name: str) -> Words | None:
        """Return a word list: one of the vocabulary, or the pairs or topics of talks."""
        if name == "topics":
            return Words(words=self.talks.topics)
        if name != "pair":
            return getattr(self.vocabulary, name, None)
        aliases = {
            pair.name: (pair.code, *(f"{pair.first}{w}{pair.second}" for w in "与和同—-"))
            for pair in self.talks.pairs
        }
        return Words(words=tuple(aliases), aliases=aliases)

    def phase_name(self, code: str | None) -> str | None:
        """Return the name of the phase of a code."""
        return next((phase.name for phase in self.phases if phase.code == code), None)

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
