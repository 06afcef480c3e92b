"""An amount of time as offices write it: 半天, 1.5天, 2天半, 4学时. Kept in whole tenths."""

import re
from typing import Final
from typing import Literal

from schemas.fault import Fault
from schemas.quantity import plain
from schemas.quantity import read_chinese_number
from schemas.quantity import read_count
from schemas.quantity import read_quantity
from schemas.quantity import shown

Of = Literal["days", "hours", "any"]

#: So many are one.
TENTHS: Final = 10
_UNITS: Final[dict[Of, str]] = {
    "days": "工作日|天|日",
    "hours": "小时|学时|课时|钟头",
    "any": "工作日|天|日|小时|学时|课时|钟头",
}
_UNIT: Final = f"(?P<unit>{_UNITS['any']})"
_NUMBER: Final = r"(?P<number>\d+|[一二两三四五六七八九十]+)"
_HALF: Final = re.compile(f"半个?{_UNIT}")
_WHOLE: Final = re.compile(f"{_NUMBER}个?{_UNIT}")
_AND_A_HALF: Final = re.compile(f"{_NUMBER}个?{_UNIT}半")
#: 两个半天 are one day, but 两个半小时 two and a half hours.
_HALVES: Final = re.compile(f"{_NUMBER}个半{_UNIT}")


def read_amount(raw: object, of: Of) -> int | Fault | None:
    """Return how many tenths of a day or an hour a cell says, None where it is blank.

    A unit of time that stands there has to be the one that is asked for, if one is.
    """
    text = "".join(plain(raw).split()) if isinstance(raw, str) else ""
    for pattern in (_WHOLE, _HALF, _AND_A_HALF, _HALVES):
        found = pattern.fullmatch(text)
        if found:
            return _tenths(found, of) if found["unit"] in _UNITS[of].split("|") else _other(raw, of)
    quantity = read_quantity(raw)
    if quantity is None or isinstance(quantity, Fault):
        return None if quantity is None else _fault(raw, quantity)
    if quantity.measure and quantity.measure.removeprefix("个") not in _UNITS[of].split("|"):
        return _other(raw, of)
    if not quantity.exact:
        return Fault("faults.count_about", {"value": shown(raw)})
    tenths = quantity.value * TENTHS
    if tenths != int(tenths):
        return Fault("faults.amount_tenths", {"value": shown(raw)})
    return int(tenths)


def _tenths(found: "re.Match[str]", of: Of) -> int:
    said = found.groupdict().get("number")
    if said is None:
        return TENTHS // 2
    number = int(said) if said.isdigit() else read_chinese_number(said) or 0
    if found.re is _WHOLE:
        return number * TENTHS
    if found.re is _HALVES and of == "days":
        return number * TENTHS // 2
    return number * TENTHS + TENTHS // 2


def _other(raw: object, of: Of) -> Fault:
    return Fault(f"faults.amount_not_{of}", {"value": shown(raw)})


def _fault(raw: object, fault: Fault) -> Fault:
    counted = read_count(raw)
    return counted if isinstance(counted, Fault) else fault


def of_tenths(tenths: int) -> int | float:
    """Return an amount as it is shown: a whole number, or one with one decimal."""
    return tenths // TENTHS if tenths % TENTHS == 0 else tenths / TENTHS
