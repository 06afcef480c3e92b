"""The answer to a plan's workbook: a copy of it with the cells marked that are to be mended."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from ledger.exchange.answer import Marks
from ledger.exchange.answer import Receipt
from ledger.exchange.answer import Remark
from ledger.exchange.answer import write_answer
from ledger.exchange.outbox import Put
from ledger.exchange.plan_reading import At
from ledger.exchange.read import Book
from ledger.exchange.write import file_name
from schemas.fault import Fault
from schemas.locale import say


class Box(Protocol):
    """Where an answer is put."""

    def put(self, name: str, content: str, write: Put) -> Path:
        """Write a file under a name, unless the one that stands there says the same."""


def answer(path: Path, book: Book, faults: Iterable[tuple[At, Fault]], lang: str, box: Box) -> Path:
    """Write the marked copy of a workbook into a box, and return its place."""
    remarks = [Remark(at.grid, at.row, at.column, _told(fault, lang)) for at, fault in faults]
    lines = (
        (say("receipt.file", lang), path.name),
        (say("receipt.digest", lang), book.digest[:16]),
        (say("plan_sheet.receipt_count", lang), str(len(remarks))),
    )
    message = say("plan_sheet.receipt_message", lang)
    receipt = Receipt(say("plan_sheet.receipt_title", lang), lines, message)
    said = [[one.grid, one.row, one.column, one.words] for one in remarks]
    content = hashlib.sha256(json.dumps([book.digest, said]).encode()).hexdigest()
    return box.put(
        file_name(path.stem, say("receipt.to_check", lang)),
        content,
        lambda target: write_answer(path, book, Marks(remarks, {}), receipt, target, lang=lang),
    )


def _told(fault: Fault, lang: str) -> str:
    """Return what is wrong, and what would be right where the sentence does not say so."""
    said = say(fault.key, lang, **fault.values)
    if fault.offer is None or fault.offer in said:
        return said
    return ("" if lang == "zh" else " ").join((said, say("receipt.offer", lang, offer=fault.offer)))
