"""The month end: take the mail of an inbox, answer it, and write the papers of the month.

It closes nothing. Whatever it writes is a draft and says so, and it may be run as often
as mail comes in: what was taken is not taken twice, what says the same is not rewritten.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ledger import arrivals
from ledger.campaigns import CampaignInUse
from ledger.exchange import conflicts
from ledger.exchange import reply
from ledger.exchange.file_result import FileResult
from ledger.exchange.inbox import Inbox
from ledger.exchange.inbox import search
from ledger.exchange.outbox import Outbox
from ledger.exchange.paper import Page
from ledger.exchange.paper import write_book
from ledger.exchange.run import Wishes
from ledger.exchange.taking import Taking
from ledger.exchange.write import file_name
from ledger.periods import submissions
from ledger.reports import month
from ledger.store import Author
from ledger.store import Ledger
from ledger.units import UnitNames
from schemas.locale import say

Row = dict[str, Any]


@dataclass
class MonthEnd:
    """What a month end found and wrote."""

    inbox: Inbox
    files: list[FileResult]
    answers: dict[Path, Path]
    owed: list[Row]
    outbox: Outbox
    names: UnitNames
    run: int | None

    def unsettled(self) -> list[FileResult]:
        """Return the files of which it is not clear who sent them."""
        return [file for file in self.files if file.state in ("unsettled", "disagree")]


def month_end(
    ledger: Ledger,
    author: Author,
    campaign: CampaignInUse,
    period: str,
    inbox: Path,
    outbox: Path,
    *,
    wishes: Wishes | None = None,
    dry_run: bool = False,
    tick: Callable[[int], Callable[[], None]] = lambda _: lambda: None,
) -> MonthEnd:
    """Run a month end. ``tick`` gets the number of files and gives what is called after each.

    A dry run writes no file; what is written to the ledger goes the way of a rehearsal.
    """
    with tempfile.TemporaryDirectory(prefix="campaign-") as unpacked:
        found = search(inbox, Path(unpacked), ledger.connection)
        asked = wishes or Wishes()
        taking = Taking(
            ledger,
            author,
            campaign,
            Wishes(
                period=period,
                roots=(inbox, Path(unpacked)),
                add_units=asked.add_units,
                strict=asked.strict,
                keep=asked.keep,
                skip_known=True,
                labels=found.labels,
                packed=found.packed,
            ),
        )
        files = taking.take(found.files, tick(len(found.files)))
        names = UnitNames(ledger.connection)
        box = Outbox(ledger, outbox, dry_run=dry_run)
        answers = {}
        for file in files:
            if file.state == "taken" and file.needs_answer:
                answers[file.path] = reply.answer(file, campaign, names, box, author.now)
        conflicts.write(files, ledger.connection, campaign, names, box, period)
        settled = partial(arrivals.settled, ledger.connection, campaign.id)
        box.put_settled_away(settled, say("sheets.settled_folder", campaign.lang))
    owed = list(submissions(ledger.connection, campaign, period, author.today))
    write_papers(ledger, author, campaign, period, owed, box)
    return MonthEnd(found, files, answers, owed, box, names, taking.run.number)


def write_papers(
    ledger: Ledger,
    author: Author,
    campaign: CampaignInUse,
    period: str,
    owed: Sequence[Row],
    box: Outbox,
) -> None:
    """Write the summary, the overdue list and the list to chase as drafts."""
    time = author.now.replace("T", " ")[:16]

    def pages(stamp: str) -> dict[str, list[Page]]:
        paper = month.Month(ledger, campaign, period, author.today, stamp)
        return {
            "summary_file": month.summary(paper),
            "overdue_sheet": [month.overdue(paper)],
            "chase_sheet": [month.chase(paper, owed)],
        }

    stamped = pages(time)
    paper = month.Month(ledger, campaign, period, author.today, "")
    for key, plain in pages("").items():
        written = stamped[key]
        write = partial(write_book, pages=written, lang=campaign.lang)
        box.put(file_name(paper.say(key), None, period), _content(plain), write)


def _content(pages: Sequence[Page]) -> str:
    """Return a digest of what pages say, apart from the time of their writing."""
    said = [
        [page.title, list(page.above), [list(map(str, row)) for row in page.rows], list(page.notes)]
        for page in pages
    ]
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()
