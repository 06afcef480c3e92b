"""What another plan moves in the ledger: by action, and unit by unit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from typing import Any

from cli.screen import Column
from cli.screen import Listing
from schemas.locale import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from cli.screen import Screen
    from ledger.plan_diff import Asked
    from ledger.plan_diff import Move

_KINDS = ("moved", "owed", "not_owed", "kept")
_BY_ACTION = (
    Column("action", "plan.move_action", is_long=True),
    *(Column(kind, f"plan.move_{kind}", "right", is_whole=True) for kind in _KINDS),
)


class _KindColumn(Column):
    """A column whose codes are said in words on the screen."""

    def shown(self, value: object, lang: str) -> str:
        """Return the word of a kind of move."""
        return say(f"plan.move_{value}", lang)


class _AskedColumn(Column):
    """A column with what is asked: how many, by when."""

    def shown(self, value: object, lang: str) -> str:
        """Return what is asked in words."""
        if not isinstance(value, dict):
            return ""
        due = value["due_on"] or "—"
        return say("plan.asked", lang, n=value["required"], due=due)


_BY_UNIT = (
    Column("unit"),
    Column("action", "plan.move_action", is_long=True),
    _KindColumn("move", "plan.move_kind"),
    _AskedColumn("before", "plan.diff_before"),
    _AskedColumn("after", "plan.diff_after"),
)


def moves_table(screen: Screen, moved: Sequence[Move]) -> None:
    """Show how many milestones move, by action, and how to see them."""
    if not moved:
        screen.reply("plan.nothing_moves")
        return
    counts: Counter[tuple[str, str]] = Counter((one.asked.action, one.kind) for one in moved)
    actions = dict.fromkeys(move.asked.action for move in moved)
    screen.heading(say("plan.moves", screen.lang))
    rows: list[dict[str, Any]] = [
        {"action": action, **{kind: counts[action, kind] or None for kind in _KINDS}}
        for action in actions
    ]
    screen.table(_BY_ACTION, rows)


def moves_listing(moved: Sequence[Move]) -> Listing:
    """Return every milestone that moves."""
    return Listing(_BY_UNIT, list(_rows(moved)))


def _rows(moved: Sequence[Move]) -> Iterator[dict[str, Any]]:
    for move in moved:
        yield {
            "unit": move.asked.unit,
            "action": move.asked.action,
            "move": move.kind,
            "before": _told(move.before),
            "after": _told(move.after),
        }


def _told(asked: Asked | None) -> dict[str, Any] | None:
    if asked is None:
        return None
    return {"required": asked.required, "due_on": asked.due.on, "status": asked.status}
