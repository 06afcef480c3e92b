"""Numbers as offices write them: 75.6万余条, 近万条, 不少于3天, 两场, 85.36%.

A number keeps its qualifier, its measure word and its words, so that what was a rounded
headline is never printed as an exact count. The characters that people type for one and
the same thing are settled here too, for days and deadlines as well.
"""

import re
from dataclasses import dataclass
from datetime import date
from datetime import time
from datetime import timedelta
from decimal import Decimal
from decimal import localcontext
from typing import Final
from unicodedata import category
from unicodedata import normalize

from schemas.fault import Fault

#: Longer than any number, day or deadline; what is longer is prose and is not searched.
LONGEST: Final = 500
#: The largest count that is believed, and far below what a ledger's column can hold.
LARGEST: Final = 10**15
#: What a mark beside the text (①, ², ½) is read as: never as a digit of a number.
MARK: Final = "\0"

_SHOWN: Final = 30
_LONGEST_PHRASE: Final = 60
_BLANK: Final = re.compile(
    r"[-/\\.,_、。·*~\s]*|(?:暂?无|空)[.。]?|N/?A|n/?a|NULL|null|None|#N/A|不适用|无此项|没有"
)
_DASHES: Final = "‐‑‒–—―−─━ー﹣"
_WAVES: Final = "〜∼～˜"


class _Plain(dict[int, str]):
    """What each character is read as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _plain_character(chr(code))
        return found


def _plain_character(character: str) -> str:
    kind = category(character)
    if kind == "No":
        return MARK
    if kind in {"Zl", "Zp"} or character in "\n\r\v\f\x85":
        return "\n"
    if kind == "Zs" or character == "\t":
        return " "
    if kind in {"Cf", "Cc"}:
        return ""
    if character in _DASHES:
        return "-"
    if character in _WAVES:
        return "~"
    return normalize("NFKC", character)


_PLAIN: Final = _Plain()


def plain(text: str) -> str:
    """Return a text as it is read: half width, one kind of dash, nothing invisible."""
    return text.replace("_x000D_", "\n").translate(_PLAIN).strip()


def blank(raw: object) -> bool:
    """Tell whether a cell says nothing: empty, or one of /, —, 无 and the like."""
    if raw is None:
        return True
    return isinstance(raw, str) and len(raw) <= LONGEST and _BLANK.fullmatch(plain(raw)) is not None


def shown(raw: object) -> str:
    """Return a value as a message quotes it: one line, cut where it is long."""
    if isinstance(raw, str):
        text = " ".join(raw[: _SHOWN * 4].split())
    elif isinstance(raw, int) and abs(raw) >= LARGEST:
        text = "…"
    elif isinstance(raw, float) and raw.is_integer() and abs(raw) < LARGEST:
        text = str(int(raw))
    elif isinstance(raw, int | float | Decimal | date | time | timedelta):
        text = str(raw)
    else:
        text = type(raw).__name__
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_SAME_NUMERAL: Final = str.maketrans(
    "○◯零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億两兩",
    "〇〇〇一二二三三四五六六七八九十百千万亿二二",
)
_DIGITS: Final = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_UNITS: Final = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_NUMERALS: Final = frozenset("〇一二三四五六七八九十百千万亿")
_LONGEST_NUMERAL: Final = 30


def read_chinese_number(text: str) -> int | None:
    """Return what Chinese numerals mean (十二, 一百零五, 二〇一四), or None.

    Two digits side by side (三四个) mean three or four, and are not a number.
    """
    if not text or len(text) > _LONGEST_NUMERAL:
        return None
    text = text.translate(_SAME_NUMERAL).replace("廿", "二十").replace("卅", "三十")
    if not _NUMERALS.issuperset(text):
        return None
    if all(character in _DIGITS for character in text):
        return _digit_by_digit(text)
    return _by_units(text)


def _digit_by_digit(text: str) -> int | None:
    if len(text) == 2 and "〇" not in text:
        return None
    value = 0
    for character in text:
        value = value * 10 + _DIGITS[character]
    return value


def _by_units(text: str) -> int | None:
    for unit, size in _UNITS.items():
        head, found, tail = text.partition(unit)
        if found:
            return _high_and_low(head, tail, size)
    return _DIGITS.get(text)


def _high_and_low(head: str, tail: str, size: int) -> int | None:
    high = 1 if not head else _by_units(head)
    if high is None or high == 0 or (size < 10**4 and high > 9) or (size == 10**4 and high >= size):
        return None
    low = 0 if not tail else _by_units(tail.removeprefix("〇"))
    if low is None or low >= size:
        return None
    # 三万五 is 35,000 and 一百五 is 150: the last unit is left out in speech.
    spoken = size >= 100 and len(tail) == 1 and tail != "〇"
    return high * size + (low * size // 10 if spoken else low)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A reported number: 75.6万余条 is 756000, 余, 条.

    ``up_to`` is the upper end where a range was written (1-2个), ``value`` the lower.
    """

    value: Decimal
    qualifier: str | None
    measure: str | None
    words: str
    up_to: Decimal | None = None

    @property
    def exact(self) -> bool:
        """Whether the number claims to be exact to the last digit."""
        return self.qualifier is None and self.up_to is None and not _ROUNDED.search(self.words)


_BEFORE: Final = (
    "大约|约|将近|接近|近|超过|超出|超|逾|突破|不少于|不低于|不小于|不下|不超过|不多于|不高于|至少|最少|至多|最多|"
    "上(?=[十百千万亿])|过(?=[十百千万亿半])|>=|<=|≥|≤|>|<"
)
_MIDDLE: Final = r"余|多|来|几|\+"
_AFTER: Final = "及以上|以上|及以下|以下|以内|之内|左右|上下|不等|开外"
_FILLER: Final = "(?:共计|合计|累计|总计|一共|总共|共有|共|计|达到|达|有|为){0,2}"
_CHINESE: Final = "〇零○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_ARABIC: Final = r"\d[\d,]*(?:\.\d+)?"
_NUMBER: Final = rf"{_ARABIC}(?:[{_CHINESE}]+{_ARABIC})*[{_CHINESE}]*|[{_CHINESE}]+"
#: The first of two that begin alike is the longer one: 人次 before 人.
_MEASURES: Final = (
    "人次|人/次|户次|场次|台次|车次|批次|个月|个小时|个星期|工作日|小时|分钟|学时|课时|平方公里|平方米|公里|千米|公斤|千克|"
    "美元|党支部|支部|社区|单位|部门|[人名位个条份件次场期天户家篇项起例批组支村元吨亩米辆台间处所座套本册幅块张封]|"
    "[部门类种点步轮遍趟届年周课节堂岁票分倍株头只斤对双队版字页卷款笔单宗案栋桌顿镇乡县市区省级层片段面环成%‰]"
)
_MEASURE: Final = re.compile(rf"(?:{_MEASURES})/?(?:{_MEASURES})?")
_NOUN: Final = (
    "(?:(?![未已含或和及其每年月日号余多约近半]|以[上下内]|左右|上下|不等)[\u4e00-\u9fff]){0,12}?"
)
_QUANTITY: Final = re.compile(
    rf"{_FILLER}(?P<before>{_BEFORE})?{_FILLER}"
    rf"(?P<number>{_NUMBER})(?P<inner>[余多来几](?=[十百千万亿]))?(?P<scale>[十百千万亿]*)"
    rf"(?:(?:-+|~+|至|到)(?P<to>{_NUMBER}))?"
    rf"(?P<middle>{_MIDDLE})?"
    rf"(?:(?P<early>{_AFTER})的?)?"
    rf"\(?(?P<measure>{_MEASURES}|[A-Za-z]+[23]?)?\)?{_NOUN}"
    rf"(?:(?P<after>{_AFTER}|\+)的?{_NOUN})?"
)
_VAGUE: Final = re.compile(
    "数[十百千万亿]|几[十百千万亿个]|若干|许多|大量|多数|少数|成千上万|不计其数|多次"
)
_ROUNDED: Final = re.compile("[万亿]")
#: 多 within or behind the measure word: 1个多月, 3年多.
_WITHIN: Final = re.compile(r"(个(?=.月|.小时|.星期)|[年天](?=.$))([余多])(月|小时|星期|)")
_DIGITS_APART: Final = re.compile(r"\d\s+\d|\n")
_ARABIC_PART: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千万亿]*)")


def read_quantity(raw: object) -> Quantity | Fault | None:
    """Return the number that a cell reports, None where it is blank."""
    if blank(raw):
        return None
    if isinstance(raw, str):
        return _quantity_of_words(raw.strip())
    value = _number_of_cell(raw)
    if isinstance(value, Fault):
        return value
    if value < 0:
        return Fault("faults.quantity_not_read", {"value": shown(raw)})
    return Quantity(value, None, None, _print_number(value))


def _number_of_cell(raw: object) -> Decimal | Fault:
    """Return the number in a cell that is not text."""
    if isinstance(raw, date):
        return Fault("faults.number_is_day", {"value": shown(raw)})
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool) and _believed(raw):
        return _trim(round(Decimal(str(raw)), 6))
    return Fault("faults.quantity_not_read", {"value": shown(raw)})


def _believed(number: float | Decimal) -> bool:
    # A signalling NaN cannot even be compared; a comparison with a quiet one is false.
    if isinstance(number, Decimal) and not number.is_finite():
        return False
    return -LARGEST < number < LARGEST


#: What a number in front of it holds: 312（其中预备党员12名）; and a stop.
_OF_THEM: Final = re.compile(r"\((?:其中|含|包括)[^()]*\)$|[。.;,]$")


def _quantity_of_words(words: str) -> Quantity | Fault:
    fault = Fault("faults.quantity_not_read", {"value": shown(words)})
    if len(words) > _LONGEST_PHRASE:
        return fault
    text = _OF_THEM.sub("", plain(words))
    said = _WITHIN.sub(_before_measure, text.replace(" ", ""))
    match = None if _DIGITS_APART.search(text) else _QUANTITY.fullmatch(said)
    if match is None:
        return (
            Fault("faults.quantity_vague", {"value": shown(words)})
            if _VAGUE.search(text)
            else fault
        )
    bounds = _bounds(match)
    if bounds is None:
        return fault
    return Quantity(bounds[0], _qualifier(match), match["measure"], words, bounds[1])


def _before_measure(found: re.Match[str]) -> str:
    """Put 多 where it stands elsewhere: of 1个多月 make 1多个月."""
    whole, middle, part = found.groups()
    return f"{middle}{whole}{part}"


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal | None] | None:
    low = _number(match["number"])
    scale = read_chinese_number(match["scale"]) if match["scale"] else 1
    if low is None or scale is None:
        return None
    low *= scale
    if match["to"] is None:
        return (low, None) if low < LARGEST else None
    high = _number(match["to"])
    if high is None or high >= LARGEST:
        return None
    if match["number"].isdigit() and not match["to"].isdigit():
        low *= _shared_scale(match["to"])
    return (low, high) if low < high else None


def _shared_scale(number: str) -> int:
    """Return the 万 that 1-2万 says once and means twice."""
    scale = number.lstrip("0123456789.,")
    return (read_chinese_number(scale) or 1) if scale != number else 1


def _number(token: str) -> Decimal | None:
    if not token[0].isascii():
        value = read_chinese_number(token)
        return None if value is None else Decimal(value)
    total, above, at = Decimal(0), None, 0
    while at < len(token):
        part = _ARABIC_PART.match(token, at)
        scale = read_chinese_number(part[3]) if part and part[3] else 1
        if part is None or scale is None or not _may_follow(above, scale, part[1]):
            return None
        total += Decimal(part[1].replace(",", "") + (part[2] or "")) * scale
        above, at = scale, part.end()
    return _trim(total) if total < LARGEST else None


def _may_follow(above: int | None, scale: int, digits: str) -> bool:
    """Tell whether a part goes on a number: 3万5千 and 1万2345 do, 12万3 may be 123,000."""
    if above is None:
        return True
    return scale < above and (scale > 1 or 10 ** len(digits) == above)


def _qualifier(match: re.Match[str]) -> str | None:
    behind = match["inner"] or match["middle"] or match["early"] or match["after"]
    parts = [part for part in (match["before"], behind) if part]
    return "…".join(parts) or None


def _trim(value: Decimal) -> Decimal:
    """Return a number without the zeros behind its point, and never as 8E+1."""
    with localcontext() as context:
        context.prec = 60
        return (
            value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
        )


def _print_number(value: Decimal) -> str:
    return format(_trim(value), "f")


_ALONE: Final = re.compile(rf"(?<![\d{_CHINESE}余多来几])[百千万亿](?![{_CHINESE}])")
_SCALED: Final = re.compile(r"\d[余多来几]?[十百千]?([万亿]+)")
_SCALES: Final = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_MIDDLE_ONLY: Final = re.compile(_MIDDLE)
_AFTER_ONLY: Final = re.compile(_AFTER)


def print_quantity(quantity: Quantity, *, measure: str | None = None) -> str:
    """Return a number as it was reported: in 万 where it was, with its qualifier.

    ``measure`` stands for the measure word, and "" for none. Numbers without words, sums
    for example, are written in 万 where they are not exact and nothing is lost by it.
    """
    measure = (quantity.measure or "") if measure is None else measure
    first, _, second = (quantity.qualifier or "").partition("…")
    before = middle = after = ""
    for part in filter(None, (first, second)):
        if _MIDDLE_ONLY.fullmatch(part):
            middle = part
        elif _AFTER_ONLY.fullmatch(part):
            after = part
        else:
            before = part
    within = _WITHIN.search(plain(quantity.words).replace(" ", ""))
    if within and middle and measure == within[1] + within[3]:
        return f"{before}{_print_value(quantity)}{within[1]}{middle}{within[3]}{after}"
    return f"{before}{_print_value(quantity)}{middle}{measure}{after}"


def _print_value(quantity: Quantity) -> str:
    alone = _ALONE.search(plain(quantity.words))
    if alone and quantity.up_to is None and quantity.value == _UNITS[alone[0]]:
        return alone[0]
    scale = _printed_scale(quantity)
    size = _SCALES.get(scale, 1)
    value = _print_number(quantity.value / size)
    if quantity.up_to is not None:
        value = f"{value}-{_print_number(quantity.up_to / size)}"
    return value + scale


def _printed_scale(quantity: Quantity) -> str:
    words = plain(quantity.words)
    written = _SCALED.search(words)
    if written:
        return written[1] if written[1] in _SCALES else "亿"
    if any(character.isdigit() for character in words) or quantity.value < 10**4:
        return ""
    lossless = not quantity.value % 100 and not (quantity.up_to or 0) % 100
    return "万" if lossless and not quantity.exact else ""


def is_measure(text: str) -> bool:
    """Tell whether a text is a measure word: 条, 人次, 场（次）, 平方米."""
    bare = plain(text).replace(" ", "").replace("(", "").replace(")", "").replace("、", "/")
    return _MEASURE.fullmatch(bare) is not None or bare in {"万元", "亿元", "万平方米", "万人次"}


_NO_COUNTS: Final = frozenset({"%", "‰", "成", "年", "倍"})


def read_count(raw: object) -> int | Fault | None:
    """Return the whole number in a cell that counts something, None where it is blank."""
    found = read_quantity(raw)
    if found is None:
        return None
    if isinstance(found, Fault):
        return _count_fault(raw, found)
    if not found.exact:
        return Fault("faults.count_about", {"value": shown(raw)})
    if found.value != int(found.value):
        return Fault("faults.count_fraction", {"value": shown(raw)})
    if found.measure in _NO_COUNTS:
        return Fault("faults.count_not_read", {"value": shown(raw)})
    return int(found.value)


_NEGATIVE: Final = re.compile(r"[-负]\s*\d[\d,.]*")


def _count_fault(raw: object, fault: Fault) -> Fault:
    if fault.key == "faults.number_is_day":
        return fault
    if fault.key == "faults.quantity_vague":
        return Fault("faults.count_about", fault.values)
    negative = _NEGATIVE.match(plain(raw)) if isinstance(raw, str) else _is_negative(raw)
    return Fault("faults.count_negative" if negative else "faults.count_not_read", fault.values)


def _is_negative(raw: object) -> bool:
    return isinstance(raw, int | float | Decimal) and _believed(raw) and raw < 0


_DONE: Final = (
    "(?:目前|现已|已经|已|总体|整体)?(?:完成率|完成进度|完成|进度|进展|占比|占)?(?:达到|达|为|:)?"
)
_NUMERIC: Final = r"(?P<number>\d+(?:\.\d+)?)"
_PERCENT: Final = re.compile(rf"{_DONE}{_NUMERIC}(?P<sign>%?)(?:已?完成)?")
_HUNDREDTHS: Final = re.compile(
    rf"{_DONE}百分之(?P<number>[{_CHINESE}]+|\d+(?:\.\d+)?)(?:已?完成)?"
)
_TENTHS: Final = re.compile(
    rf"{_DONE}(?P<number>[{_CHINESE}]|\d)成(?P<half>[一二三四五六七八九半\d])?"
)
_ABOUT: Final = re.compile("约|近|余|多|超|逾|左右|以上|以下|以内|至少|不少于|不低于|[-~至到>≥<≤+]")
_HUNDRED: Final = Decimal(100)


def read_percent(raw: object) -> Decimal | Fault | None:
    """Return per cent, 0 to 100: of 85.36%, of 85.36, and of 0.8536 alike.

    A bare 1 is asked about: one per cent, or a cell formatted to show 100 %.
    """
    if blank(raw):
        return None
    if isinstance(raw, str):
        return _percent_of_words(raw)
    value = _number_of_cell(raw)
    if isinstance(value, Fault):
        key = value.key if value.key == "faults.number_is_day" else "faults.percent_not_read"
        return Fault(key, value.values)
    return _share(value, raw)


def _percent_of_words(raw: str) -> Decimal | Fault:
    text = plain(raw).replace(" ", "") if len(raw) <= _LONGEST_PHRASE else ""
    match = _PERCENT.fullmatch(text)
    if match and not _ABOUT.search(text):
        value = Decimal(match["number"])
        return _within(value, raw) if match["sign"] else _share(value, raw)
    spelled = _spelled(text)
    if spelled is not None:
        return _within(spelled, raw)
    if _ABOUT.search(text) and (bare := re.search(r"(\d+(?:\.\d+)?)%", text)):
        offer = bare[0] if Decimal(bare[1]) <= _HUNDRED and text.count("%") == 1 else None
        return Fault("faults.percent_about", {"value": shown(raw)}, offer)
    return Fault("faults.percent_not_read", {"value": shown(raw)})


def _spelled(text: str) -> Decimal | None:
    if match := _HUNDREDTHS.fullmatch(text):
        return _number(match["number"])
    if match := _TENTHS.fullmatch(text):
        tens, half = _number(match["number"]), match["half"]
        ones = Decimal(5) if half == "半" else _number(half) if half else Decimal(0)
        return None if tens is None or ones is None else tens * 10 + ones
    return None


def _share(value: Decimal, raw: object) -> Decimal | Fault:
    if value == 1:
        return Fault("faults.percent_one", {"value": shown(raw)})
    return _within(value * 100 if 0 < value < 1 else value, raw)


def _within(value: Decimal, raw: object) -> Decimal | Fault:
    if not 0 <= value <= _HUNDRED:
        return Fault("faults.percent_range", {"value": shown(raw)})
    return _trim(round(value, 4))
