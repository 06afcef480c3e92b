"""Two plans side by side: what they say differently, and what that moves in a ledger."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Final
from typing import Literal

from ledger.campaigns import CampaignInUse
from ledger.due import STARTED
from ledger.due import Deadlines
from ledger.due import Due
from ledger.owing import MilestoneFilter
from ledger.owing import Owing
from schemas.plan import Plan
from schemas.plan import Rule
from schemas.plan import Selector
from schemas.plan import Words

if TYPE_CHECKING:
    from ledger.store import Entry

#: By which fields one of a list is known again in the other plan.
KEYS: Final = {
    "organs": ("name",),
    "statuses": ("status",),
    "phases": ("code",),
    "actions": ("code",),
    "rules": ("action", "to", "choice"),
    "readiness": ("phase", "to"),
    "pairs": ("code",),
    "contacts": ("leaders",),
    "points": ("name",),
    "supervision": ("level", "name"),
    "specials": ("category",),
    "indicators": ("code",),
    "reports": ("sheet", "to"),
}


@dataclass(frozen=True)
class Change:
    """One thing that two plans say differently.

    ``part`` is the table of the plan, ``of`` the one of a list that it is about, and
    ``field`` what of it; None where all of it is new or gone.
    """

    part: str
    of: Any
    field: str | None
    before: Any
    after: Any


def changes(old: Plan, new: Plan) -> list[Change]:
    """Return what two plans say differently, in the order of a plan."""
    return list(_fields("plan", None, old, new))


def _fields(part: str, of: Any, old: Any, new: Any) -> Iterator[Change]:
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        if name in KEYS:
            yield from _listed(name, before, after)
        elif isinstance(before, Words):
            yield from _words(name, before, after)
        elif hasattr(before, "model_fields_set") and not isinstance(before, Selector):
            yield from _fields(name, None, before, after)
        else:
            yield Change(part, of, name, before, after)


def _listed(part: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    before, after = _by_key(part, old), _by_key(part, new)
    for key, one in before.items():
        if key not in after:
            yield Change(part, one, None, one, None)
        else:
            yield from _fields(part, one, one, after[key])
    for key, one in after.items():
        if key not in before:
            yield Change(part, one, None, None, one)


def _by_key(part: str, listed: Sequence[Any]) -> dict[tuple[Any, ...], Any]:
    found: dict[tuple[Any, ...], Any] = {}
    for one in listed:
        key = tuple(getattr(one, name) for name in KEYS[part])
        again = sum(known[:-1] == key for known in found)
        found[(*key, again)] = one
    return found


def _words(part: str, old: Words, new: Words) -> Iterator[Change]:
    gone = tuple(word for word in old.words if word not in new.words)
    come = tuple(word for word in new.words if word not in old.words)
    if gone or come:
        yield Change("vocabulary", part, "words", gone, come)
    if old.aliases != new.aliases:
        yield Change("vocabulary", part, "aliases", old.aliases, new.aliases)
    if old.closed != new.closed:
        yield Change("vocabulary", part, "closed", old.closed, new.closed)


# In a ledger ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """What a plan asks of a unit, and whether that has been done."""

    unit: str
    action: str
    due: Due
    required: int
    measure: str
    every: str | None
    status: str
    done_on: date | None
    count: float


#: What is asked of each unit, by its id and the action's code.
Snapshot = dict[tuple[int, str], Asked]


@dataclass(frozen=True)
class Move:
    """What another plan makes of a milestone that is owed by one of the two."""

    unit_id: int
    code: str
    kind: Literal["moved", "owed", "not_owed", "kept"]
    before: Asked | None
    after: Asked | None

    @property
    def asked(self) -> Asked:
        """What either plan asks."""
        found = self.after or self.before
        assert found is not None
        return found


def in_question(old: Plan, new: Plan, today: date) -> frozenset[str]:
    """Return the actions of which two plans may ask something else, by their codes.

    What both say in the same words, and mean by them, moves nowhere: most of a plan.
    """
    codes = {action.code for plan in (old, new) for action in plan.actions}
    # A unit that says no batch is of the plan's.
    if (old.numbers.due_soon_days, old.batch) != (new.numbers.due_soon_days, new.batch):
        return frozenset(codes)
    asked = [_asked(plan, today) for plan in (old, new)]
    changed = {code for code in codes if asked[0].get(code) != asked[1].get(code)}
    while True:
        hung = {
            code
            for by_code in asked
            for code, (_, _, readings, _) in by_code.items()
            if any(changed.intersection(reading.targets) for reading in readings)
        }
        if hung <= changed:
            return frozenset(changed)
        changed |= hung


def _asked(plan: Plan, today: date) -> dict[str, tuple[Any, ...]]:
    """Return for each action all that a plan says of it, and what that means."""
    deadlines = Deadlines(plan, today)
    rules: dict[str, list[Rule]] = {action.code: [] for action in plan.actions}
    for rule in plan.rules:
        rules[rule.action].append(rule)
    found: dict[str, tuple[Any, ...]] = {}
    for action in plan.actions:
        mine = rules[action.code]
        readings = [deadlines.of(rule) for rule in mine]
        from_start = action.every or any(STARTED in reading.targets for reading in readings)
        span = (plan.start, plan.end) if from_start else None
        found[action.code] = (action, mine, readings, span)
    return found


def snapshot(
    connection: sqlite3.Connection,
    campaign: CampaignInUse,
    today: date,
    plan: Plan,
    only: frozenset[str] | None = None,
) -> Snapshot:
    """Return what a plan asks of every unit of a campaign, of some actions or of all."""
    owing = Owing(connection, campaign, today, MilestoneFilter(), plan, only)
    found: Snapshot = {}
    for unit in owing.units():
        for action in owing.actions:
            one = unit.of(action.code)
            if one is not None:
                found[unit.unit["id"], action.code] = Asked(
                    unit.unit["name"],
                    action.name,
                    one.due,
                    one.required,
                    action.measure,
                    action.every,
                    one.status,
                    one.done_on,
                    one.count,
                )
    return found


def moves(old: Snapshot, new: Snapshot) -> list[Move]:
    """Return what moves between two plans: what was done is kept, whatever is asked now."""
    found = []
    for key in sorted({*old, *new}):
        kind = _kind(old.get(key), new.get(key))
        if kind is not None:
            found.append(Move(*key, kind, old.get(key), new.get(key)))
    return found


def _kind(
    old: Asked | None, new: Asked | None
) -> Literal["moved", "owed", "not_owed", "kept"] | None:
    if old is None or new is None:
        return "owed" if old is None else "not_owed"
    if (old.due, old.required, old.measure, old.every, old.status) == (
        *(new.due, new.required, new.measure, new.every, new.status),
    ):
        return None
    is_kept = old.status in ("done", "done_late") and old.every is None
    return "kept" if is_kept else "moved"


def keep(entry: "Entry", campaign: int, moved: Sequence[Move]) -> None:
    """Write what was asked when something was done, where a plan asks for something else now.

    What recurs is not kept: each time stands for itself.
    """
    kept = [move for move in moved if move.kind == "kept"]
    found = entry.connection.execute(
        "select unit_id, action from milestone where campaign_id = ?", (campaign,)
    )
    known = set(found.fetchall())
    # Two statements: one that inserts or updates is several times as slow.
    entry.connection.executemany(
        "update milestone set kept_required = ?, kept_due_on = ?, kept_late_after = ?,"
        " done_on = coalesce(done_on, ?), count = coalesce(count, ?)"
        " where campaign_id = ? and unit_id = ? and action = ?",
        [_kept(campaign, move) for move in kept if (move.unit_id, move.code) in known],
    )
    entry.connection.executemany(
        "insert into milestone(kept_required, kept_due_on, kept_late_after, done_on, count,"
        " campaign_id, unit_id, action) values (?, ?, ?, ?, ?, ?, ?, ?)",
        [_kept(campaign, move) for move in kept if (move.unit_id, move.code) not in known],
    )


def _kept(campaign: int, move: Move) -> tuple[object, ...]:
    before, after = move.before, move.after
    assert before is not None
    assert after is not None
    # Activities are counted anew in another measure, and some count no more by another plan;
    # what they came to is written down.
    recounted = before.measure != after.measure or after.count < before.count
    return (
        *(before.required, _text(before.due.on), _text(before.due.late_after)),
        _text(before.done_on) if recounted else None,
        int(before.count) if recounted else None,
        *(campaign, move.unit_id, move.code),
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
