"""What a person is told of files that were taken: by import and by month-end alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cli.mistakes import sentences
from cli.reasons import tell_rows
from ledger.errors import NoReadableFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cli.opening import Opened
    from ledger.campaigns import CampaignInUse
    from ledger.exchange.comparison import Comparison
    from ledger.exchange.file_result import FileResult
    from ledger.exchange.inbox import Inbox
    from ledger.exchange.settling import Settlement

#: Headings of a sheet of no known kind that are told.
MOST_HEADINGS = 8


def answer_all(
    work: Opened, results: Sequence[FileResult], outbox: Path | None, *, dry_run: bool
) -> tuple[dict[Path, Path], list[Path]]:
    """Write an answer for each file that has rows to check, and what settles its conflicts.

    Returns their places by the files, and those that could not be written.
    """
    from ledger.exchange import conflicts
    from ledger.exchange import reply
    from ledger.exchange.outbox import Outbox
    from ledger.units import UnitNames

    names = UnitNames(work.connection)
    now = work.setting.now.isoformat(timespec="seconds")
    answers: dict[Path, Path] = {}
    # One box for each folder: two answers of a run never get the same name.
    boxes: dict[Path, Outbox] = {}
    asked = [one for one in results if one.state == "taken" and one.needs_answer]
    for result in asked:
        folder = outbox or result.folder
        box = boxes.setdefault(folder, Outbox(work.ledger, folder, dry_run=dry_run))
        place = reply.answer(result, work.campaign, names, box, now)
        if place not in box.failed:
            answers[result.path] = place
    for folder, box in boxes.items():
        here = [one for one in asked if folder == (outbox or one.folder)]
        conflicts.write(here, work.connection, work.campaign, names, box)
    return answers, [path for box in boxes.values() for path in box.failed]


def tell_failed(work: Opened, failed: Sequence[Path]) -> None:
    """Name the files that could not be written, and end with status 1 where there are any."""
    for path in failed:
        work.screen.warn("sheets.not_written", file=path)
    if failed:
        raise typer.Exit(1)


def tell_files(work: Opened, results: Sequence[FileResult], answers: dict[Path, Path]) -> None:
    """Tell what became of each file: counts, what was settled, the first rows to check."""
    for result in results:
        if result.chosen is not None:
            _tell_plan(work, result, result.chosen)
        elif result.settlement is not None:
            _tell_settled(work, result, result.settlement)
        elif result.state == "taken":
            _tell_taken(work, result, answers.get(result.path))
        else:
            work.screen.answer(_refusal(work, result))
    tell_conflicts(work, results)


def _tell_taken(work: Opened, result: FileResult, answer: Path | None) -> None:
    from ledger.exchange import reply
    from ledger.units import UnitNames

    screen = work.screen
    assert result.sender is not None
    names = UnitNames(work.connection)
    unit = result.sender.unit
    sender = "—" if unit is None else names.telling(unit)
    screen.reply("sheets.file", file=result.name, sender=sender, period=result.period or "—")
    assert result.book is not None
    for note in result.book.notes:
        screen.answer("    · " + reply.told(note, screen.lang))
    for found in result.sheets:
        _tell_sheet(work, found)
    if result.entry is not None:
        screen.reply("sheets.entry", entry=result.entry)
    if answer is not None:
        screen.reply("sheets.answer", answer=answer)


def tell_conflicts(work: Opened, results: Sequence[FileResult]) -> None:
    """Name the workbooks in which conflicts are settled, and how they come back."""
    from ledger.exchange import conflicts

    for place in dict.fromkeys(one.to_settle for one in results if one.to_settle is not None):
        meant = [one for one in results if one.to_settle == place]
        n = sum(len(conflicts.numbers_of(one)) for one in meant)
        work.screen.reply("sheets.to_settle", n=n, files=len(meant), path=place)


def _tell_plan(work: Opened, result: FileResult, chosen: CampaignInUse) -> None:
    from cli.plan_moves import moves_table

    work.screen.reply("sheets.plan", file=result.name, name=chosen.name, code=chosen.code)
    if result.entry is not None:
        work.screen.reply("sheets.entry", entry=result.entry)
    if result.moved:
        moves_table(work.screen, result.moved)
        work.screen.say("plan.by_unit")


def _tell_settled(work: Opened, result: FileResult, found: Settlement) -> None:
    from ledger.exchange import reply

    screen = work.screen
    screen.reply(
        "sheets.settled",
        file=result.name,
        done=found.done,
        left=found.left,
        before=found.before,
        refused=len(found.refused),
    )
    tell_rows(screen, ((row, reply.told(note, screen.lang)) for row, note in found.refused))
    if result.entry is not None:
        screen.reply("sheets.entry", entry=result.entry)


def _tell_sheet(work: Opened, found: Comparison) -> None:
    from ledger.exchange import reply

    screen = work.screen
    screen.answer("  " + reply.counts(found, screen.lang))
    for note in found.read.notes:
        screen.answer("    · " + reply.told(note, screen.lang))
    if found.missing:
        screen.reply("sheets.missing", n=len(found.missing))
    tell_rows(
        screen,
        (
            (found.spot(row, one.field)[0], reply.sentence(one, screen.lang))
            for row in sorted(found.remarks)
            if found.verdicts[row] in ("queried", "conflict")
            for one in found.remarks[row]
        ),
    )


def _refusal(work: Opened, result: FileResult) -> str:
    from schemas.locale import say

    lang = work.screen.lang
    name = result.name
    if result.mistake is not None:
        why = _joined(sentences(result.mistake, lang), lang)
        named = "file" in result.mistake.values
        return why if named else say("sheets.unreadable", lang, file=name, why=why)
    if result.packed and result.state in ("unsettled", "disagree"):
        return say("sheets.unsettled_packed", lang, file=name)
    if result.told is not None and result.told.unclear is not None:
        said = result.told.unclear.values
        return say("sheets.same_name", lang, file=name, path=result.path, **said)
    if result.state == "disagree":
        return say("sheets.disagree", lang, file=name, signs=signs(work, result), path=result.path)
    if result.state == "of_campaign":
        said = {"file": name, "path": result.path, "code": result.campaign}
        return say("sheets.of_campaign", lang, **said)
    if result.state == "nothing":
        return _unknown(work, result)
    own = "_own" if result.state == "unsettled" and result.may_be_own else ""
    return say(f"sheets.{result.state}{own}", lang, file=name, path=result.path)


def _unknown(work: Opened, result: FileResult) -> str:
    """Say of a file of no known kind what it lacks, and how to say where that stands."""
    from schemas.locale import say

    lang, near = work.screen.lang, result.nearest
    if result.book is not None and not any(any(map(any, grid.rows)) for grid in result.book.grids):
        return say("sheets.nothing_in_it", lang, file=result.name)
    if near is None or not (near.lacking or near.form):
        return say("sheets.nothing", lang, file=result.name)
    field, heading = near.lacking[0] if near.lacking else ("", "")
    between = "、" if lang == "zh" else ", "
    more = between.join(["", "…"]) if near.left[MOST_HEADINGS:] else ""
    shape = "form" if near.form else "across" if near.across else "near" if near.left else "only"
    return say(
        f"sheets.nothing_{shape}",
        lang,
        file=result.name,
        sheet=near.sheet.name(lang),
        only=near.sheet.title if lang == "zh" else near.sheet.code,
        heading=heading,
        left=between.join(near.left[:MOST_HEADINGS]) + more,
        across=between.join(near.across),
        field=field,
        path=result.path,
    )


def tell_inbox(work: Opened, found: Inbox) -> None:
    """Name the archives, their files and the folders that could not be opened."""
    for archive in found.bad_archives:
        work.screen.reply("sheets.bad_archive", file=archive.name)
    for member in found.bad_members:
        work.screen.reply("sheets.bad_member", file=member)
    for folder in found.bad_folders:
        work.screen.reply("sheets.bad_folder", folder=folder)


def _joined(lines: Sequence[str], lang: str) -> str:
    """Return sentences as one line, each with its full stop."""
    stop, between = ("。", "") if lang == "zh" else (".", " ")
    return between.join(line if line.endswith(stop) else line + stop for line in lines)


def signs(work: Opened, result: FileResult) -> str:
    """Return what speaks of a file's sender, where several signs disagree."""
    from schemas.locale import say

    assert result.told is not None
    lang, told = work.screen.lang, result.told
    said = [say(f"sheets.sign_{sign.where}", lang, words=sign.words) for sign in told.signs]
    if told.stranger is not None:
        said.insert(0, say("sheets.sign_stranger", lang, words=told.stranger))
    return ("；" if lang == "zh" else "; ").join(said)


def leave(results: Sequence[FileResult], *, whole: bool = True) -> None:
    """End with the exit status that says how much of the work was done.

    Not ``whole`` is what had a part that could not even be opened. Raises NoReadableFile
    where none of the files could be read.
    """
    read = [result for result in results if result.state in ("taken", "known")]
    if not read:
        raise NoReadableFile(n=len(results))
    whole = whole and len(read) == len(results) and not any(one.needs_answer for one in read)
    if not (whole and all(one.settlement is None or one.settlement.whole for one in read)):
        raise typer.Exit(1)
