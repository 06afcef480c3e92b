"""Checks: the rows of the paper that a supervision group takes along and brings back."""

from typing import Final

from ledger.exchange.checking import apply_checks
from ledger.exchange.checking import compare_checks
from ledger.exchange.checklist import blank
from ledger.exchange.checklist import pages
from ledger.exchange.noun import Noun

NOUN: Final = Noun(
    "check",
    owned=False,
    compare=compare_checks,
    apply=apply_checks,
    has_own=lambda *_: True,
    pages=pages,
    blank=blank,
)
