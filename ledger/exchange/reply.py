"""What a sender is told: the marks for the answer, the receipt, a sentence for a message."""

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ledger.campaigns import CampaignInUse
from ledger.exchange.answer import Marks
from ledger.exchange.answer import Place
from ledger.exchange.answer import Receipt
from ledger.exchange.answer import Remark as Mark
from ledger.exchange.answer import write_answer
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Remark
from ledger.exchange.comparison import Verdict
from ledger.exchange.file_result import FileResult
from ledger.exchange.note import Note
from ledger.exchange.outbox import Outbox
from ledger.exchange.write import file_name
from ledger.units import UnitNames
from schemas.locale import say
from schemas.locale import words

#: Which verdict is told of a row that is one of two tables.
_URGENT: Final[Sequence[Verdict]] = ("queried", "conflict", "changed", "new", "unchanged")


def sentence(remark: Remark, lang: str) -> str:
    """Return what a remark says."""
    return say(remark.key, lang, **remark.values)


def asked(remark: Remark, lang: str) -> str:
    """Return what a sender is told: what is wrong, and what to do that a sender can do.

    Where a sentence leaves that open, because a clerk is offered a command, it stands apart.
    """
    area, name = remark.key.split(".", 1)
    said = [sentence(remark, lang)]
    if f"{name}.to_sender" in words(area):
        said.append(say(f"{remark.key}.to_sender", lang))
    offer = remark.values.get("offer")
    if offer and str(offer) not in said[0]:
        said.append(say("receipt.offer", lang, offer=offer))
    return ("" if lang == "zh" else " ").join(said)


def told(note: Note, lang: str) -> str:
    """Return what a note says."""
    return say(note.key, lang, **note.values)


def marks(found: Comparison, lang: str) -> Iterator[Mark]:
    """Yield what is to be marked in the sender's sheet."""
    made = (
        Mark(found.table.grid.name, *found.spot(row, remark.field), asked(remark, lang))
        for row, remarks in sorted(found.remarks.items())
        for remark in remarks
    )
    # What is wrong with a row is said once, of however many records the row is.
    yield from dict.fromkeys(made)


def results(founds: Iterable[Comparison], lang: str) -> dict[tuple[str, int], str]:
    """Return the words for the columns of results, by worksheet and row.

    Where two tables stand side by side, a row has the word of the one that is to be mended.
    """
    worst: dict[tuple[str, int], Verdict] = {}
    for found in founds:
        grid = found.table.grid.name
        for number, verdict in zip(found.read.rows, found.verdicts, strict=True):
            other = worst.get((grid, number), verdict)
            worst[grid, number] = min(verdict, other, key=_URGENT.index)
    return {place: say(f"receipt.result_{verdict}", lang) for place, verdict in worst.items()}


def places(result: FileResult) -> dict[str, Place]:
    """Return where the tables stand in their worksheets."""
    found: dict[str, Place] = {}
    for table in (one.table for one in result.sheets):
        header, last = table.header_rows[-1], max({*table.columns, *table.unknown})
        if table.turned is not None:
            header, last = table.turned.header, table.turned.last
        other = found.get(table.grid.name, Place(header, last))
        found[table.grid.name] = Place(min(header, other.header), max(last, other.last))
    return found


def answer_name(result: FileResult, names: UnitNames, lang: str) -> str:
    """Return the name of an answer: the sender, the title, that it is to be checked."""
    ending = say("receipt.to_check", lang)
    if result.sender is None or result.sender.unit is None or result.sender.office:
        return file_name(result.path.stem, ending)
    title = result.sheets[0].sheet.name(lang)
    return file_name(names.telling(result.sender.unit), title, ending)


def answer(
    result: FileResult, campaign: CampaignInUse, names: UnitNames, outbox: Outbox, now: str
) -> Path:
    """Write the answer to a file into an outbox and return its place."""
    lang = campaign.lang
    every = (mark for found in result.sheets for mark in marks(found, lang))
    # One cell may name the unit of many records: what is wrong with it is said once.
    all_marks = list(dict.fromkeys(every))
    verdicts = results(result.sheets, lang)
    receipt = receipt_of(result, campaign, names, now)
    assert result.book is not None
    book = result.book
    # Whether a row was taken now or is taken already is no reason to write an answer again.
    said = [[mark.grid, mark.row, mark.column, mark.words] for mark in all_marks]
    says = hashlib.sha256(json.dumps([book.digest, said]).encode()).hexdigest()
    # Which file it answers is booked with it: once that is settled, it is put away.
    content = f"{book.digest[:16]}:{says}"
    return outbox.put(
        answer_name(result, names, lang),
        content,
        lambda target: write_answer(
            result.path,
            book,
            Marks(all_marks, verdicts, places(result)),
            receipt,
            target,
            lang=lang,
        ),
    )


def receipt_of(result: FileResult, campaign: CampaignInUse, names: UnitNames, now: str) -> Receipt:
    """Return the receipt: whose, for when, what was taken, what was settled on the way."""
    lang = campaign.lang

    def tell(key: str, **values: object) -> str:
        return say(f"receipt.{key}", lang, **values)

    assert result.book is not None
    unit = result.sender.unit if result.sender else None
    lines = [
        (tell("file"), result.name),
        (tell("sender"), names.telling(unit) if unit is not None else "—"),
        (tell("period"), result.period or "—"),
        (tell("time"), now.replace("T", " ")[:16]),
        (tell("digest"), result.book.digest[:16]),
    ]
    lines += [(tell("note"), told(note, lang)) for note in result.book.notes]
    for found in result.sheets:
        lines.append((found.table.grid.name, counts(found, lang)))
        lines += [(tell("note"), told(note, lang)) for note in found.read.notes]
    return Receipt(tell("title"), tuple(lines), message(result, campaign, names))


def counts(found: Comparison, lang: str) -> str:
    """Return one line on a sheet: how many rows are new, changed, unchanged, queried."""
    return say(
        "receipt.counts",
        lang,
        sheet=found.sheet.name(lang),
        new=found.count("new"),
        changed=found.count("changed"),
        unchanged=found.count("unchanged"),
        conflict=found.count("conflict"),
        queried=found.count("queried"),
    )


def message(
    result: FileResult, campaign: CampaignInUse, names: UnitNames, answer: Path | None = None
) -> str:
    """Return one sentence to paste into a message to the sender."""
    unit = result.sender.unit if result.sender else None
    return say(
        "receipt.message",
        campaign.lang,
        unit=names.telling(unit) if unit is not None else "",
        sheet=result.sheets[0].sheet.name(campaign.lang),
        rows=result.count("queried") + result.count("conflict"),
        file=answer.name if answer else answer_name(result, names, campaign.lang),
    )
