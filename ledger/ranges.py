"""Sets of ids, kept as ranges: most sheets have records that came one after the other."""

from collections.abc import Iterable


class Ranges:
    """A set of ids written as ranges: ``1-500,505``."""

    def __init__(self, pairs: list[tuple[int, int]]) -> None:
        self.pairs = pairs

    @classmethod
    def of(cls, ids: Iterable[int]) -> "Ranges":
        """Return the ranges of some ids."""
        pairs: list[tuple[int, int]] = []
        for number in sorted(set(ids)):
            if pairs and pairs[-1][1] == number - 1:
                pairs[-1] = (pairs[-1][0], number)
            else:
                pairs.append((number, number))
        return cls(pairs)

    @classmethod
    def read(cls, text: str) -> "Ranges":
        """Return the ranges that a text tells."""
        pairs = []
        for part in filter(None, text.split(",")):
            low, _, high = part.partition("-")
            pairs.append((int(low), int(high or low)))
        return cls(pairs)

    def __str__(self) -> str:
        return ",".join(f"{low}-{high}" if high > low else str(low) for low, high in self.pairs)

    def __contains__(self, number: object) -> bool:
        assert isinstance(number, int)
        return any(low <= number <= high for low, high in self.pairs)

    def without(self, other: "Ranges") -> "Ranges":
        """Return the ids that another set does not have."""
        left = self.pairs
        for low, high in other.pairs:
            parts = []
            for start, end in left:
                if end < low or high < start:
                    parts.append((start, end))
                    continue
                if start < low:
                    parts.append((start, low - 1))
                if high < end:
                    parts.append((high + 1, end))
            left = parts
        return Ranges(left)

    def ids(self) -> list[int]:
        """Return every id."""
        return [number for low, high in self.pairs for number in range(low, high + 1)]
