"""Takes sheets into the ledger."""

from pathlib import Path
from typing import Annotated

import typer

from cli import options
from cli import plan_answers
from cli import taken
from cli.mistakes import NeedsBeside
from cli.mistakes import NotTogether
from cli.opening import Opened
from cli.opening import author
from cli.opening import opened
from schemas.plan_sheet import CODE
from schemas.plan_sheet import is_plan


def run(
    ctx: typer.Context,
    files: list[Path],
    unit: Annotated[str | None, options.UNIT] = None,
    period: Annotated[str | None, options.PERIOD] = None,
    only: Annotated[str | None, typer.Option("--only")] = None,
    theirs: Annotated[bool, typer.Option("--theirs")] = False,
    ours: Annotated[bool, typer.Option("--ours")] = False,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    add_units: Annotated[bool, typer.Option("--add-units")] = False,
    maps: Annotated[list[str] | None, options.MAP] = None,
    remember: Annotated[bool, typer.Option("--remember")] = False,
    opening: Annotated[str | None, options.OPENING] = None,
    keep: Annotated[bool, typer.Option("--keep/--no-keep")] = True,
    outbox: Annotated[Path | None, typer.Option("--outbox")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Take files, one entry each."""
    from tempfile import TemporaryDirectory

    from ledger.errors import NoSuchFile
    from ledger.errors import PlanFaulty
    from ledger.exchange.inbox import gather
    from ledger.exchange.run import Wishes
    from ledger.exchange.taking import Taking

    if theirs and ours:
        raise NotTogether(one="--theirs", other="--ours")
    if remember and unit is None:
        raise NeedsBeside(option="--remember", other="--unit")
    missing = next((file for file in files if not file.exists()), None)
    if missing is not None:
        raise NoSuchFile(file=missing)
    with (
        opened(ctx) as work,
        work.ledger.rehearsing(wanted=dry_run),
        TemporaryDirectory(prefix="campaign-") as unpacked,
    ):
        found = gather(files, Path(unpacked), work.connection)
        wishes = Wishes(
            sender=work.unit_if(unit),
            period=period,
            settle="theirs" if theirs else "ours" if ours else None,
            only=_kind(work, only),
            strict=strict,
            add_units=add_units,
            keep=keep,
            remember=remember,
            opening=opening,
            maps=tuple(_map(one) for one in maps or ()),
            roots=(*filter(Path.is_dir, files), Path(unpacked)),
            labels=found.labels,
            packed=found.packed,
        )
        taking = Taking(work.ledger, author(ctx, by), work.campaign, wishes)
        with work.screen.progress("sheets.reading", total=len(found.files)) as step:
            results = taking.take(found.files, step)
        if results and results[0].plan is not None and results[0].plan.plan is None:
            plan_answers.tell(work.setting, results[0].plan)
            faults = results[0].plan.faults
            plan_answers.mark(work.setting, results[0].plan, faults, outbox=outbox, dry_run=dry_run)
            raise PlanFaulty(plan=results[0].name, n=len(faults))
        answers, failed = taken.answer_all(work, results, outbox, dry_run=dry_run)
        taken.tell_files(work, results, answers)
        taken.tell_inbox(work, found)
        passed = len(found.passed_over) + len(found.own_answers)
        if passed:
            work.screen.reply("sheets.passed_over", n=passed)
        if dry_run:
            work.screen.say("screen.dry_run")
        taken.tell_failed(work, failed)
        bad = found.bad_archives or found.bad_members or found.bad_folders
        taken.leave(results, whole=not bad)


def _kind(work: Opened, only: str | None) -> str | None:
    """Return the code of the kind of sheet that files are said to be."""
    from ledger.exchange.sending import sheet_of

    if only is None or is_plan(only):
        return only and CODE
    return sheet_of(work.campaign, only).code


def _map(said: str) -> tuple[str, str]:
    """Return a heading and what it is said to mean; only the last sign parts them."""
    heading, _, field = said.rpartition("=")
    return heading.strip(), field.strip()
