"""Gaps: what units lack before their next phase, one row each; what was made up comes back."""

from collections.abc import Mapping
from typing import Any
from typing import Final

from ledger.exchange import gaps
from ledger.exchange import listing
from ledger.exchange.cells import apply_cells
from ledger.exchange.noun import Noun


def _has_own(asked: listing.Asked, unit: Mapping[str, Any]) -> bool:
    own = asked.about(unit["id"])
    return any(row["unit_id"] == unit["id"] for row in gaps.listed(own))


NOUN: Final = Noun(
    "gap",
    owned=False,
    stands_for="milestone",
    compare=gaps.compare,
    apply=apply_cells,
    listed=gaps.listed,
    has_own=_has_own,
)
