"""Takes an entry back while later work stays."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import options
from cli import wrapping
from cli.opening import author
from cli.opening import opened
from cli.screen import Screen
from schemas.locale import say

if TYPE_CHECKING:
    from ledger.outcomes import Told


#: So many restored records are named; of more they are counted, unless each is asked for.
MOST_NAMED = 10


def run(
    ctx: typer.Context,
    entry: Annotated[int | None, typer.Argument()] = None,
    run: Annotated[int | None, typer.Option("--run")] = None,
    each: Annotated[bool, typer.Option("--each")] = False,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Undo the newest entry, one by its number, or a whole run."""
    from ledger import journal
    from ledger import outcomes
    from ledger.undo import undo

    with opened(ctx) as work, work.ledger.rehearsing(wanted=dry_run):
        undone = [
            (number, own, outcomes.told(work.connection, found))
            for number, own, found in undo(work.ledger, author(ctx, by), entry, run=run)
        ]
        everything = [one for _, _, told in undone for one in told]
        named = each or sum(one.verdict == "restored" for one in everything) <= MOST_NAMED
        if not named:
            _count_restored(work.screen, everything)
        for number, own, told in undone:
            if named or len(undone) == 1 or not _is_whole(told):
                _tell_entry(work.screen, number, own, told, named=named)
            if outcomes.touches_giver(work.connection, number):
                work.screen.warn("entries.giver_stays")
        first = next((own for _, own, _ in undone if own is not None), None)
        if len(undone) > 1 and first is not None:
            own_run = journal.run_of(work.connection, first)
            total = {"n": len(undone), **_counts(everything)}
            work.screen.reply("entries.undone_run", run=run, own=own_run, **total)
        if dry_run:
            work.screen.say("screen.dry_run")
    if not _is_whole(everything):
        raise typer.Exit(1)


def _is_whole(told: Sequence["Told"]) -> bool:
    return all(one.verdict == "restored" for one in told)


def _counts(told: Sequence["Told"]) -> dict[str, int]:
    counts = {"restored": 0, "kept": 0, "cannot": 0}
    for one in told:
        counts[one.verdict if one.verdict in counts else "cannot"] += 1
    return counts


def _tell_entry(
    screen: Screen, number: int, own: int | None, told: Sequence["Told"], *, named: bool
) -> None:
    """Write what became of one entry: records that were not restored are always named."""
    shown = [one for one in told if named or one.verdict != "restored"]
    room = max((wrapping.width(one.name) for one in shown), default=0)
    for one in shown:
        name = wrapping.pad(one.name, room)
        screen.answer(f"{name}  {_verdict(one, screen.lang)}")
    counts = _counts(told)
    key = "entries.undone" if counts["restored"] or not told else "entries.not_undone"
    screen.reply(key, entry=number, own=own, **counts)


def _count_restored(screen: Screen, told: Sequence["Told"]) -> None:
    """Write how many records of each kind were restored."""
    kinds = Counter(one.record for one in told if one.verdict == "restored")
    listed = [
        say("entries.of_kind", screen.lang, noun=columns.noun(kind, screen.lang), n=n)
        for kind, n in kinds.items()
    ]
    if listed:
        between = say("screen.between", screen.lang)
        screen.reply("entries.restored_by_kind", counts=between.join(listed))


def _verdict(one: "Told", lang: str) -> str:
    words = (columns.word(one.record, field, lang) for field in one.fields)
    fields = say("screen.between", lang).join(words)
    return say(f"entries.{one.verdict}", lang, fields=fields, by=one.by, other=one.other)
