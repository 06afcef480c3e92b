"""What is said of a plan's workbook that has mistakes: where, what, and the marked copy."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cli.screen import Screen
from cli.setting import setting_of
from ledger.errors import PlanFaulty
from schemas.locale import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    import typer

    from cli.setting import Setting
    from ledger.exchange.plan_reading import At
    from ledger.exchange.plan_reading import PlanBook
    from ledger.plan_check import Roster
    from schemas.fault import Fault
    from schemas.plan import Plan
    from schemas.sheet import Sheet

#: Cells that are told in the terminal; the marked copy has all of them.
MOST_CELLS = 5


@contextmanager
def answered(ctx: typer.Context, *, dry_run: bool = False) -> Iterator[None]:
    """Tell which cells of a plan's workbook are wrong, and mark them in a copy beside it."""
    try:
        yield
    except PlanFaulty as mistake:
        setting = setting_of(ctx)
        tell(setting, mistake.found)
        mark(setting, mistake.found, mistake.found.faults, dry_run=dry_run)
        raise


def tell_mistakes(
    setting: Setting, plan: Plan, sheets: Sequence[Sheet], roster: Roster | None = None
) -> None:
    """Say that a plan which was taken has mistakes, and what lists them."""
    from ledger.plan_check import check

    found = check(plan, setting.today, sheets, roster)
    wrong = sum(one.kind == "mistake" for one in found)
    if wrong:
        Screen(setting).say("plan.has_mistakes", n=wrong)


def tell(setting: Setting, found: PlanBook) -> None:
    """Tell the first cells that are wrong."""
    screen = Screen(setting)
    for at, fault in found.faults[:MOST_CELLS]:
        what = say(fault.key, screen.lang, **fault.values)
        screen.say("plan.cell_wrong", cell=at, what=what)
    if len(found.faults) > MOST_CELLS:
        screen.say("plan.more_cells", n=len(found.faults) - MOST_CELLS)


def mark(
    setting: Setting,
    found: PlanBook,
    faults: Sequence[tuple[At, Fault]],
    *,
    outbox: Path | None = None,
    dry_run: bool = False,
) -> None:
    """Write the marked copy into the folder of the workbook, and say where it is."""
    from ledger.exchange.outbox import Beside
    from ledger.exchange.outbox import Outbox
    from ledger.exchange.plan_answer import answer
    from ledger.store import open_ledger

    if dry_run:
        return
    folder = outbox or found.path.parent
    if not setting.ledger.exists():
        box: Beside | Outbox = Beside(folder)
        place = answer(found.path, found.book, faults, found.lang, box)
    else:
        with open_ledger(setting.ledger) as ledger:
            box = Outbox(ledger, folder)
            place = answer(found.path, found.book, faults, found.lang, box)
    screen = Screen(setting)
    if place in box.failed:
        screen.warn("plan.not_marked", file=place)
    else:
        screen.say("plan.marked", file=place)
