"""Takes the month's mail in, answers it, and writes the papers of the month."""

from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import options
from cli import taken
from cli.opening import Opened
from cli.opening import author
from cli.opening import opened
from cli.screen import Column

if TYPE_CHECKING:
    from ledger.exchange.file_result import FileResult
    from ledger.month_end import MonthEnd

_FILES = (
    Column("file", "sheets.heading_file", is_long=True),
    Column("sender", "sheets.heading_sender"),
    Column("new", "sheets.heading_new", justify="right"),
    Column("changed", "sheets.heading_changed", justify="right"),
    Column("unchanged", "sheets.heading_unchanged", justify="right"),
    Column("queried", "sheets.heading_queried", justify="right"),
)
_OWED = (
    Column("sheet", "sheets.heading_sheet", is_long=True),
    *(
        Column(name, f"sheets.heading_{name}", justify="right")
        for name in ("owed", "on_time", "late", "nil", "queried", "awaited", "never")
    ),
)


def run(
    ctx: typer.Context,
    period: Annotated[str, options.PERIOD_ARGUMENT],
    inbox: Annotated[Path, typer.Option("--inbox")],
    outbox: Annotated[Path, typer.Option("--outbox")],
    add_units: Annotated[bool, typer.Option("--add-units")] = False,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    keep: Annotated[bool, typer.Option("--keep/--no-keep")] = True,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Run a month end over an inbox."""
    from ledger.errors import NoSuchFile
    from ledger.exchange.run import Wishes
    from ledger.month_end import month_end

    if not inbox.is_dir():
        raise NoSuchFile(file=inbox)
    with opened(ctx) as work, work.ledger.rehearsing(wanted=dry_run):
        with work.screen.progress("sheets.reading") as step:
            done = month_end(
                work.ledger,
                author(ctx, by),
                work.campaign,
                period,
                inbox,
                outbox,
                wishes=Wishes(add_units=add_units, keep=keep, strict=strict),
                dry_run=dry_run,
                tick=lambda _: step,
            )
        _tell(work, done, period)
        if dry_run:
            work.screen.say("screen.dry_run")
        taken.tell_failed(work, done.outbox.failed)


def _tell(work: Opened, done: "MonthEnd", period: str) -> None:
    screen = work.screen
    _tell_files(work, done)
    _tell_missing(work, done)
    _tell_owed(work, done, period)
    if done.answers:
        screen.heading(_word(work, "answers"))
        _tell_answers(work, done)
    if any(file.to_settle for file in done.files):
        screen.heading(_word(work, "conflicts"))
        taken.tell_conflicts(work, done.files)
    unclear = [file for file in done.files if file.state not in ("taken", "known")]
    inbox = done.inbox
    if unclear or inbox.bad_archives or inbox.bad_members or inbox.bad_folders:
        screen.heading(_word(work, "unclear"))
        taken.tell_files(work, unclear, {})
        taken.tell_inbox(work, inbox)
    screen.heading(_word(work, "outbox"))
    screen.reply(
        "sheets.outbox_written",
        folder=done.outbox.folder,
        written=len(done.outbox.written),
        unchanged=len(done.outbox.unchanged),
    )
    if done.outbox.put_away:
        folder = done.outbox.put_away[0].parent
        screen.reply("sheets.put_away", n=len(done.outbox.put_away), folder=folder)
    if done.run is not None:
        screen.reply("sheets.run", run=done.run)


def _word(work: Opened, key: str) -> str:
    from schemas.locale import say

    return say(f"sheets.{key}", work.screen.lang)


def _tell_files(work: Opened, done: "MonthEnd") -> None:
    known = [file for file in done.files if file.state == "known"]
    files = [file for file in done.files if file.state == "taken"]
    work.screen.reply(
        "sheets.found",
        n=len(done.files),
        taken=len(files),
        known=len(known),
        passed=len(done.inbox.passed_over) + len(done.inbox.own_answers),
    )
    if not files:
        return
    work.screen.table(
        _FILES,
        [
            {
                "file": file.name,
                "sender": _sender(done, file),
                "new": file.count("new"),
                "changed": file.count("changed"),
                "unchanged": file.count("unchanged"),
                "queried": file.count("queried") + file.count("conflict"),
            }
            for file in files
        ],
    )


def _sender(done: "MonthEnd", file: "FileResult") -> str | None:
    unit = file.sender.unit if file.sender else None
    return None if unit is None else done.names.telling(unit)


def _tell_missing(work: Opened, done: "MonthEnd") -> None:
    """Name the records that senders' earlier lists had and this month's do not, by sender."""
    from ledger.naming import Namer

    namer = Namer(work.connection)
    missing: dict[str, list[str]] = {}
    for file in done.files:
        for found in file.sheets if file.state == "taken" else ():
            numbers = [namer.name(found.sheet.record, one) for one in found.missing]
            if numbers:
                missing.setdefault(_sender(done, file) or file.name, []).extend(numbers)
    if not missing:
        return
    work.screen.heading(_word(work, "gone"))
    for sender, numbers in missing.items():
        listed = "、".join(numbers[:_MOST_NUMBERS])
        said = "sheets.gone_more" if len(numbers) > _MOST_NUMBERS else "sheets.gone_row"
        work.screen.reply(said, sender=sender, n=len(numbers), records=listed)


def _tell_owed(work: Opened, done: "MonthEnd", period: str) -> None:
    screen = work.screen
    if not done.owed:
        screen.reply("sheets.nothing_owed", period=period)
        return
    screen.heading(_word(work, "reported"))
    titles = dict.fromkeys(row["title"] for row in done.owed)
    rows = []
    for title in titles:
        own = [row["status"] for row in done.owed if row["title"] == title]
        counts = {status: own.count(status) for status in set(own)}
        rows.append({"sheet": title, "owed": len(own), **counts})
    screen.table(_OWED, [{**dict.fromkeys(_STATUSES, 0), **row} for row in rows])
    _tell_silent(work, done)


def _tell_silent(work: Opened, done: "MonthEnd") -> None:
    """Name the units of which nothing came, then those of which something is missing."""
    owed: dict[str, list[str]] = {}
    lacking: dict[str, list[str]] = {}
    for row in done.owed:
        owed.setdefault(row["unit"], []).append(row["title"])
        if row["status"] in ("never", "awaited"):
            lacking.setdefault(row["unit"], []).append(row["title"])
    silent = [unit for unit, titles in lacking.items() if titles == owed[unit]]
    partly = [f"{unit}（{'、'.join(lacking[unit])}）" for unit in lacking if unit not in silent]
    for key, units in (("silent", silent), ("partly", partly)):
        if units:
            more = len(units) - _MOST_NAMES
            listed = "、".join(units[:_MOST_NAMES])
            said = f"sheets.{key}_more" if more > 0 else f"sheets.{key}"
            work.screen.reply(said, n=len(units), units=listed, more=max(more, 0))


_MOST_NAMES = 12
_MOST_NUMBERS = 3
_STATUSES = ("on_time", "late", "nil", "queried", "awaited", "never")


def _tell_answers(work: Opened, done: "MonthEnd") -> None:
    from ledger.exchange import reply

    for file in done.files:
        if file.path in done.answers:
            answer = done.answers[file.path]
            sentence = reply.message(file, work.campaign, done.names, answer)
            work.screen.answer("  " + sentence)
