"""A value that cannot be taken: what is wrong with it, and what would be right."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one value, as data: nobody is stopped by it.

    ``key`` names a sentence in ``schemas.locale.faults``, ``values`` fill it, and
    ``offer`` is what would be right, ready to be typed in its place.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    offer: str | None = None
