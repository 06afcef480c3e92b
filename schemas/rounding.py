"""How far a reported number may be from what was counted: 12400余 is below 12500.

Only by this can it be said that one number is smaller than another, and what a sum of
numbers claims.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from typing import Literal

from schemas.quantity import Quantity

#: How a number stands to what was counted: at most a little above it, beyond it, below it.
Stand = Literal["exact", "above", "from", "below", "to", "about", "between"]

#: A little more than it says: 12400余, 突破3万.
_ABOVE: Final = frozenset("余多来几+上过") | {"超过", "超出", "超", "逾", "突破", "开外"}
#: A little less than it says: 近万.
_BELOW: Final = frozenset({"近", "将近", "接近"})
#: That or any more, that or any less.
_FROM: Final = frozenset(
    {"不少于", "不低于", "不小于", "不下", "至少", "最少", ">=", "≥", ">", "以上", "及以上"}
)
_TO: Final = frozenset(
    {"不超过", "不多于", "不高于", "至多", "最多", "<=", "≤", "<", "以下", "及以下", "以内", "之内"}
)
#: Shares are of something, and are not added: 96.5%, 三成.
SHARES: Final = frozenset({"%", "‰", "成", "倍"})
#: Measure words of people, which sheets mix up.
_PEOPLE: Final = frozenset({"人", "名", "位"})


@dataclass(frozen=True)
class End:
    """The least or the most that a number may mean; one that is not ``met`` is not reached."""

    value: Decimal
    met: bool = True


def stand(quantity: Quantity) -> Stand:
    """Return how a number stands to what was counted."""
    if quantity.up_to is not None:
        return "between"
    kinds = {_kind(part) for part in (quantity.qualifier or "").split("…") if part}
    if len(kinds) == 1:
        return kinds.pop()
    return "about" if kinds or not quantity.exact else "exact"


def _kind(qualifier: str) -> Stand:
    if qualifier in _ABOVE:
        return "above"
    if qualifier in _FROM:
        return "from"
    if qualifier in _BELOW:
        return "below"
    return "to" if qualifier in _TO else "about"


def least(quantity: Quantity) -> End:
    """Return the least that a number may mean."""
    value, step = quantity.value, _step(quantity.value)
    match stand(quantity):
        case "below":
            return End(value - step, met=False)
        case "to":
            return End(Decimal(0))
        case "about":
            return End(value - (step if quantity.qualifier else step / 2))
    return End(value)


def most(quantity: Quantity) -> End | None:
    """Return the most that a number may mean, None where it may be any more."""
    value, step = quantity.value, _step(quantity.value)
    match stand(quantity):
        case "from":
            return None
        case "above":
            return End(value + step, met=False)
        case "about":
            return End(value + (step if quantity.qualifier else step / 2))
        case "between":
            return End(quantity.up_to or value)
    return End(value)


def _step(value: Decimal) -> Decimal:
    """Return what the last figure of a number counts that is not a nought behind it."""
    if not value:
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def smaller(one: Quantity, other: Quantity) -> bool:
    """Tell whether a number is certainly smaller than another: what was rounded may not be."""
    high, low = most(one), least(other)
    if high is None or one.value >= other.value:
        return False
    return high.value < low.value or (high.value == low.value and not (high.met and low.met))


def same_measure(one: str | None, other: str | None) -> bool:
    """Tell whether two numbers count the same thing, as far as their measure words say."""
    return one is None or other is None or one == other or {one, other} <= _PEOPLE


def total(quantities: Sequence[Quantity]) -> Quantity:
    """Return the sum of numbers, marked where it claims less than to be exact."""
    value = sum((one.value for one in quantities), Decimal(0))
    measures = {one.measure for one in quantities if one.measure}
    measure = measures.pop() if len(measures) == 1 else None
    stands = {stand(one) for one in quantities}
    up_to = None
    if "between" in stands and stands <= {"between", "exact"}:
        up_to = sum((one.up_to or one.value for one in quantities), Decimal(0))
    return Quantity(value, _claim(stands), measure, "", up_to)


def _claim(stands: Iterable[Stand]) -> str | None:
    inexact = set(stands) - {"exact"}
    if not inexact or inexact == {"between"}:
        return None
    if inexact <= {"above", "from"}:
        return "不少于"
    return "不超过" if inexact <= {"below", "to"} else "约"
