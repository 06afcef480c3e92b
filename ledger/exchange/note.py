"""What was settled on the way in, as data: the receipt says it in the plan's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that a step settled: the key of its sentence and what fills it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
