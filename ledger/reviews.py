"""The review of self-examination materials: from one to the next, returned or let pass.

A material goes through the plan's chain (一把手 → 督导组 → 活动办). Whoever returns it ends
its round: what was written anew goes through the whole chain again. A pass says for each of
the plan's verdicts (四个不放过) why the material does not fail in it.
"""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from ledger import keys
from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.errors import BeforeLastStep
from ledger.errors import DayInFuture
from ledger.errors import EmptyText
from ledger.errors import Mistake
from ledger.errors import NobodysMaterial
from ledger.errors import PersonNeeded
from ledger.errors import ReasonsMissing
from ledger.errors import StepPassed
from ledger.errors import StepTooEarly
from ledger.errors import UnknownMaterial
from ledger.errors import UnknownStep
from ledger.errors import UnknownVerdict
from ledger.errors import VerdictMissing
from schemas import record
from schemas.locale import say
from schemas.plan import Plan

if TYPE_CHECKING:
    from ledger.store import Entry

KIND: Final = "review"
PASSED: Final = "passed"
RETURNED: Final = "returned"
_LISTS: Final = ("reasons", "opinions", "drafts_to")

Row = dict[str, Any]
#: Whose material it is: the unit, the material, the person where each leader writes one.
Which = tuple[int, str, str | None]


@dataclass(frozen=True)
class ReviewFilter:
    """What ``reviews`` is asked for; ``status`` is a code of ``vocabulary.REVIEW``."""

    unit: int | None = None
    group: str | None = None
    material: str | None = None
    status: str | None = None


@dataclass
class Material:
    """A material with the steps of its review, as they came."""

    which: Which
    unit: str
    chain: tuple[str, ...]
    steps: list[Row] = field(default_factory=list)

    @property
    def returned(self) -> int:
        """How often it was returned."""
        return sum(step["result"] == RETURNED for step in self.steps)

    @property
    def round(self) -> int:
        """The how-manieth version it is."""
        return self.returned + 1

    @property
    def passed_by(self) -> list[str]:
        """The steps that have let the present version pass, in the order of the chain."""
        said = {step["step"] for step in self._present()}
        return [step for step in self.chain if step in said]

    @property
    def next(self) -> str | None:
        """The step whose turn it is, None where all have let it pass."""
        passed = self.passed_by
        return next((step for step in self.chain if step not in passed), None)

    @property
    def status(self) -> str:
        """Where it stands: a code of ``vocabulary.REVIEW``."""
        if self.next is None:
            return PASSED
        return "reviewing" if self._present() or not self.steps else RETURNED

    @property
    def passed_on(self) -> str | None:
        """The day on which the last of the chain let it pass."""
        if self.next is not None:
            return None
        return max(str(step["day"]) for step in self._present())

    def _present(self) -> list[Row]:
        """Return the steps since it was last returned."""
        ends = (at for at, step in enumerate(self.steps, 1) if step["result"] == RETURNED)
        return self.steps[max(ends, default=0) :]


def chain_of(plan: Plan) -> tuple[str, ...]:
    """Return who reviews a material, one after the other; without a chain it is one."""
    return plan.review.chain or (say("reviews.only_step", plan.language),)


def materials(
    connection: sqlite3.Connection, campaign: CampaignInUse, asked: ReviewFilter
) -> list[Material]:
    """Return the materials that were reviewed, in the order of units and of their first step."""
    chain = chain_of(campaign.plan)
    found: dict[Which, Material] = {}
    for step in steps_of(connection, campaign, asked):
        which = (step["unit_id"], step["material"], step["person"])
        found.setdefault(which, Material(which, step["unit"], chain)).steps.append(step)
    ordered = sorted(found.values(), key=lambda one: one.which[0])
    return [one for one in ordered if asked.status in (None, one.status)]


def listing(
    connection: sqlite3.Connection, campaign: CampaignInUse, asked: ReviewFilter
) -> Iterator[Row]:
    """Yield where each material stands."""
    phase = phase_of(campaign.plan)
    for found in materials(connection, campaign, asked):
        unit_id, material, person = found.which
        yield {
            "campaign": campaign.code,
            "unit": found.unit,
            "phase": phase,
            "material": material,
            "person": person,
            "status": found.status,
            "step": found.passed_by[-1] if found.passed_by else None,
            "next": found.next,
            "round": found.round,
            "returned": found.returned,
            "day": found.steps[-1]["day"],
            "opinions": _each(found.steps, "opinions"),
            "drafts_to": _each(found.steps, "drafts_to"),
            "unit_id": unit_id,
        }


def steps_of(
    connection: sqlite3.Connection, campaign: CampaignInUse, asked: ReviewFilter
) -> Iterator[Row]:
    """Yield every step of the reviews, as they came."""
    query = reading.Query("reviews").where("campaign_id = :campaign", campaign=campaign.id)
    query.below(connection, asked.unit)
    if asked.material is not None:
        query.where("material = :material", material=asked.material)
    if asked.group is not None:
        query.where(
            "unit_id in (select unit_id from participation where supervision_group = :sup_group"
            " and participation.campaign_id = :campaign)",
            sup_group=asked.group,
        )
    for row in reading.rows(connection, query):
        lists = {name: json.loads(row[name]) if row[name] else [] for name in _LISTS}
        yield reading.fields(record.REVIEW, row | lists) | {"unit_id": row["unit_id"]}


def phase_of(plan: Plan) -> str | None:
    """Return the phase in which materials are reviewed: its gate asks for them."""
    before = plan.review.before
    code = plan.action(before).phase if before else None
    code = code or next((gate.phase for gate in plan.readiness if gate.reviewed), None)
    return plan.phase_name(code)


def _each(steps: Iterable[Row], name: str) -> list[str]:
    return list(dict.fromkeys(word for step in steps for word in step[name]))


# What was typed -------------------------------------------------------------------------


def material_of(plan: Plan, said: str) -> str:
    """Return the plan's material of a name or a part of it; a plan without any takes all.

    Raises UnknownMaterial.
    """
    known = plan.review.materials
    return said.strip() if not known else _one(known, said, UnknownMaterial)


def step_of(plan: Plan, said: str) -> str:
    """Return the step of the chain of a name or a part of it; raises UnknownStep."""
    return _one(chain_of(plan), said, UnknownStep)


def reasons_of(plan: Plan, said: Sequence[str]) -> dict[str, str]:
    """Return the verdicts that were named with what was said of each.

    A verdict is meant by its place, or by a part of it: ``深刻=…``. In a plan without
    verdicts a reason is a text. Raises UnknownVerdict.
    """
    if not plan.review.verdicts:
        return {text: "" for text in said if text.strip()}
    found = {}
    for text in said:
        name, _, reason = text.replace("＝", "=", 1).partition("=")
        if reason.strip():
            found[_verdict(plan.review.verdicts, name.strip())] = reason.strip()
        else:
            raise UnknownVerdict(said=text, known=_numbered(plan.review.verdicts))
    return found


def _verdict(verdicts: Sequence[str], said: str) -> str:
    if said.isascii() and said.isdigit() and 0 < int(said) <= len(verdicts):
        return verdicts[int(said) - 1]
    found = [verdict for verdict in verdicts if said and said in verdict]
    if len(found) != 1:
        raise UnknownVerdict(said=said, known=_numbered(verdicts))
    return found[0]


def _numbered(verdicts: Sequence[str]) -> str:
    return "；".join(f"{at} {verdict}" for at, verdict in enumerate(verdicts, 1))


def _one(known: Sequence[str], said: str, mistake: type[Mistake]) -> str:
    said = said.strip()
    if said in known:
        return said
    found = [name for name in known if said and said in name]
    if len(found) != 1:
        raise mistake(said=said, known="、".join(known))
    return found[0]


# Writing --------------------------------------------------------------------------------


def let_pass(
    entry: "Entry", campaign: CampaignInUse, which: Which, fields: Mapping[str, Any]
) -> tuple[str, Material]:
    """Record that a step lets a material pass; return its number and where that stands.

    Raises StepTooEarly, StepPassed, ReasonsMissing, BeforeLastStep and the like.
    """
    found = _material(entry, campaign, which)
    said = fields.get("reasons", {})
    missing = [verdict for verdict in campaign.plan.review.verdicts if verdict not in said]
    if missing:
        raise ReasonsMissing(verdicts="；".join(missing))
    return _step(entry, campaign, found, PASSED, fields)


def send_back(
    entry: "Entry", campaign: CampaignInUse, which: Which, fields: Mapping[str, Any]
) -> tuple[str, Material]:
    """Record that a step returns a material, and which verdicts it fails in."""
    found = _material(entry, campaign, which)
    if not fields.get("reasons"):
        verdicts = campaign.plan.review.verdicts
        if verdicts:
            raise VerdictMissing(verdicts="；".join(verdicts))
        raise EmptyText(field="reason")
    return _step(entry, campaign, found, RETURNED, fields)


def _material(entry: "Entry", campaign: CampaignInUse, which: Which) -> Material:
    _, material, person = which
    is_personal = material in campaign.plan.review.personal
    if is_personal and not person:
        raise PersonNeeded(material=material)
    if person and campaign.plan.review.materials and not is_personal:
        raise NobodysMaterial(material=material)
    asked = ReviewFilter(material=material)
    known = materials(entry.connection, campaign, asked)
    same = next((one for one in known if one.which == which), None)
    return same or Material(which, "", chain_of(campaign.plan))


def _step(
    entry: "Entry",
    campaign: CampaignInUse,
    found: Material,
    result: str,
    fields: Mapping[str, Any],
) -> tuple[str, Material]:
    from ledger.models import Review

    step = fields.get("step") or found.next or found.chain[-1]
    day = fields.get("day") or entry.today
    _check_turn(found, step, result)
    _check_day(found, day, entry.today)
    number = keys.next_id(entry.connection, KIND)
    [no] = keys.numbers(entry.connection, record.REVIEW, [number])
    unit, material, person = found.which
    row = Review(
        no=no,
        campaign_id=campaign.id,
        unit_id=unit,
        material=material,
        person=person,
        round=found.round,
        step=step,
        result=result,
        day=day,
        checked_by=fields.get("checked_by"),
        reasons=[f"{name}：{text}" if text else name for name, text in fields["reasons"].items()],
        opinions=_numbers(entry, fields.get("opinions", ())),
        drafts_to=list(fields.get("drafts_to", ())),
        note=fields.get("note"),
    )
    entry.add(row)
    entry.flush()
    return no, _material(entry, campaign, found.which)


def _check_turn(found: Material, step: str, result: str) -> None:
    """Each step comes after those before it; one that has passed may still return."""
    passed = found.passed_by
    earlier = found.chain[: found.chain.index(step)]
    waiting = [one for one in earlier if one not in passed]
    names = {"material": found.which[1], "step": step}
    if waiting:
        raise StepTooEarly(before="、".join(waiting), **names)
    if result == PASSED and step in passed:
        raise StepPassed(**names)


def _check_day(found: Material, day: date, today: date) -> None:
    if day > today:
        raise DayInFuture(day=day, today=today)
    last = found.steps[-1] if found.steps else None
    if last is not None and day.isoformat() < last["day"]:
        raise BeforeLastStep(day=day, step=last["step"], last=last["day"])


def _numbers(entry: "Entry", said: Iterable[str]) -> list[str]:
    """Return the numbers of opinions as they are written; raises UnknownRecord."""
    found = []
    for text in said:
        keys.record_id(entry.connection, text, record.OPINION.name)
        found.append(keys.read_number(text)[1])
    return list(dict.fromkeys(found))
