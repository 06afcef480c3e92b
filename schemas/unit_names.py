"""The parts of units' names that offices leave out or add without meaning another unit."""

from typing import Final

#: The last character of the name of a body that others lie below.
TIER_WORDS: Final = frozenset("省市县区镇乡旗州盟")

#: What is written behind a body's name when its party organisation or office is meant.
PARTY_ENDINGS: Final = (
    "党工委办公室",
    "党委办公室",
    "党组办公室",
    "党工委",
    "党总支",
    "党支部",
    "党委",
    "党组",
    "办公室",
)
