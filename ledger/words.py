"""The plan's words: what a word that somebody wrote means, and the nearest of them."""

from difflib import get_close_matches

from ledger.errors import FaultyValue
from schemas.fault import Fault
from schemas.plan import Plan
from schemas.plan import Words


def settle(plan: Plan, field: str, said: str) -> str:
    """Return the plan's word for what was said, or that itself where the list is open.

    Raises FaultyValue where the plan has closed the list and does not have the word.
    """
    words = plan.words(field) or Words()
    meant = words.meaning(said)
    if meant is not None:
        return meant
    if words.closed:
        raise FaultyValue(closed_list(words, said))
    return said


def closed_list(words: Words, said: str) -> Fault:
    """Return the fault of a word that a closed list does not have."""
    near = nearest(words, said)
    listed = "、".join(words.words)
    return Fault("ledger.word_closed", {"word": said, "words": listed}, near)


def strange(plan: Plan, field: str, said: str) -> tuple[str, str | None] | None:
    """Return a word that the plan does not have with the nearest of its own, or None."""
    words = plan.words(field) or Words()
    if not words.words or words.meaning(said) is not None:
        return None
    return said, nearest(words, said)


def nearest(words: Words, said: str) -> str | None:
    """Return the plan's word most like one."""
    within = [word for word in words.words if said in word or word in said]
    close = within or get_close_matches(said, words.words, n=1, cutoff=0.3)
    return close[0] if close else None
