"""Takes an entry back while later work stays."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import options
from cli import wrapping
from cli.opening import author
from cli.opening import opened
from cli.screen import SCREENFUL
from cli.screen import Screen
from schemas.locale import say

if TYPE_CHECKING:
    from ledger.outcomes import Told


def run(
    ctx: typer.Context,
    entry: Annotated[int | None, typer.Argument()] = None,
    run: Annotated[int | None, typer.Option("--run")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Undo the newest entry, one by its number, or a whole run."""
    from ledger import outcomes
    from ledger.undo import undo

    with opened(ctx) as work, work.ledger.rehearsing(wanted=dry_run):
        who = author(ctx, by)
        is_whole = True
        for number, own, found in undo(work.ledger, who, entry, run=run):
            told = outcomes.told(work.connection, found)
            _show(work.screen, told)
            counts = {"restored": 0, "kept": 0, "cannot": 0}
            for one in told:
                counts[one.verdict if one.verdict in counts else "cannot"] += 1
            key = "entries.undone" if counts["restored"] or not told else "entries.not_undone"
            work.screen.reply(key, entry=number, own=own, **counts)
            if outcomes.touches_giver(work.connection, number):
                work.screen.warn("entries.giver_stays")
            is_whole = is_whole and counts["restored"] == len(told)
        if dry_run:
            work.screen.say("screen.dry_run")
    if not is_whole:
        raise typer.Exit(1)


def _show(screen: Screen, told: Sequence["Told"]) -> None:
    """Write a line for each record, what was not restored last."""
    restored = [one for one in told if one.verdict == "restored"]
    shown = restored[:SCREENFUL] if screen.interactive else restored
    room = max((wrapping.width(one.name) for one in told), default=0)
    for one in [*shown, *told[len(restored) :]]:
        name = wrapping.pad(one.name, room)
        screen.answer(f"{name}  {_verdict(one, screen.lang)}")
    if len(shown) < len(restored):
        screen.say("entries.more_restored", n=len(restored) - len(shown))


def _verdict(one: "Told", lang: str) -> str:
    words = (columns.word(one.record, field, lang) for field in one.fields)
    fields = say("screen.between", lang).join(words)
    return say(f"entries.{one.verdict}", lang, fields=fields, by=one.by, other=one.other)
