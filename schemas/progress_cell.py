"""What one cell of a progress sheet says of an action: √, 5月8日召开, 已学习3天, 未开展, /.

A day that lies ahead is a plan and is asked about, and so is whatever may be read in two
ways: ○ is a mark of its own in every office, and 1/3 is one of three or the third of January
where an action has to be done three times.
"""

import re
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from math import isfinite
from typing import Final

from schemas.day import Frame
from schemas.day import is_serial
from schemas.day import read_day
from schemas.day import tidy
from schemas.days_named import spans_named
from schemas.fault import Fault
from schemas.quantity import read_count
from schemas.quantity import read_percent
from schemas.sheet_words import DONE_WORDS
from schemas.sheet_words import NOT_DONE
from schemas.sheet_words import WAIVED
from schemas.status import CROSS
from schemas.status import TICK
from schemas.status import one_mark
from schemas.times import Scope
from schemas.times import Time
from schemas.times import times_at


@dataclass(frozen=True, slots=True)
class MilestoneCell:
    """What a cell of a progress sheet says of one action.

    ``done``: the cell says so, by a mark, a word or a day. ``count``: how many; whether
    that is enough is for the milestone's rule to say. ``waived``: nothing is owed.
    """

    done: bool
    done_on: str | None = None
    count: int | float | None = None
    words: str | None = None
    waived: bool = False


#: A number of people, or one of another measure than the action's, is no count of it.
_OTHER_MEASURES: Final = {
    "done": re.compile(r"\d[余多]?(?:人(?!次)|名|位)"),
    "times": re.compile(r"\d[余多]?个?(?:人(?!次)|名|位|天|工作日|小时)"),
    "days": re.compile(r"\d[余多]?(?:人|名|位|场|次|期)"),
    "percent": re.compile(r"\d[余多]?(?:人(?!次)|名|位)"),
}
_VERB: Final = (
    "(?:开展|召开|开|进行|举行|举办|组织|成立|制定|上报|报送|公示|学习|集中学习|动员|完成|启动|实施|落实|"
    "印发|出台|通报|征求|撰写|结束)"
)
_DONE: Final = re.compile(
    rf"(?:均|都|全部)?(?:已经?|业已){_VERB}+(?:完毕|了)?|(?:全部|均|都){_VERB}"
)
_NOT_DONE: Final = re.compile(
    rf"(?:目前)?(?:尚|暂|还)?(?:未|没有?){_VERB}|(?:正在|筹备|准备)+{_VERB}*中?|{_VERB}中|[待拟]{_VERB}"
)
#: What stands around a day or a number and only says that it was done.
_BEFORE: Final = re.compile(rf"^(?:{TICK}|已经?|业已|于|在|共|累计|{_VERB})+[:：]?")
_BEHIND: Final = re.compile(rf"(?:{TICK}|已|如期|按时|{_VERB}|完毕|大会|会议)+$")
_HALF: Final = 0.5
#: What is counted in tenths, so that 2.5 is said to be what activities come to.
_IN_TENTHS: Final = frozenset({"days", "percent"})
_ONE_DECIMAL: Final = re.compile(r"(\d{1,3}\.\d)天?")
_AND_A_HALF: Final = re.compile(r"(\d{1,3}|[一二两三四五六七八九十]+)天半")
#: One of three, or the third of January.
_OF: Final = re.compile(r"\d{1,2}/\d{1,2}")
#: One of these in an office is done, in another not.
_TWOFOLD: Final = frozenset("○◯〇◎△▲")
_PARTS: Final = re.compile(r"[,，。;；:：(（)）\n]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """The action that a column is about: its heading, what it is counted in, how often it is owed.

    ``recurs``: it is owed anew each week or month, so that a day says nothing of the others.
    """

    heading: str
    measure: str | None
    required: int = 1
    recurs: bool = False

    @property
    def several(self) -> bool:
        """Whether once is not enough."""
        return self.recurs or self.required > 1


def read_progress(value: object, said: str, text: str, frame: Frame, asked: Asked) -> object:
    """Return what a cell says as a MilestoneCell, or a fault.

    ``said`` is the cell as a text, ``text`` that in its plain form.
    """
    if isinstance(value, bool):
        return MilestoneCell(value, words=said)
    if isinstance(value, (int, float)):
        return _percent(value, said) if asked.measure == "percent" else _number(value, frame, asked)
    if isinstance(value, (date, datetime)):
        return _on_day(read_day(value, frame), None, frame, asked)
    text = one_mark(text.strip("。.;；,，"))
    plain = _of_word(text)
    if plain is not None:
        return MilestoneCell(plain.done, words=said, waived=plain.waived)
    if asked.measure == "percent" and isinstance(share := _percent(text, said), MilestoneCell):
        return share
    if asked.measure in _IN_TENTHS and (tenths := _in_tenths(_bare(text))) is not None:
        return MilestoneCell(False, count=tenths, words=said)
    if _is_of_another_measure(text, asked) and isinstance(read_count(_bare(text)), int):
        return _fault("measure", said, asked)
    if asked.several:
        found = _several(said, text, frame, asked)
        if found is not None:
            return found
    return _spelled(said, text, frame, asked)


def _fault(key: str, said: str, asked: Asked) -> Fault:
    return Fault(f"faults_sheets.milestone_{key}", {"heading": asked.heading, "text": said})


def _is_of_another_measure(text: str, asked: Asked) -> bool:
    others = _OTHER_MEASURES.get(asked.measure or "")
    return others is not None and others.search(text) is not None


def _in_tenths(text: str) -> float | None:
    """Return a number with a tenth, or with a half: 1.5天, 两天半."""
    if match := _ONE_DECIMAL.fullmatch(text):
        return float(match[1])
    match = _AND_A_HALF.fullmatch(text)
    count = read_count(match[1]) if match else None
    return count + _HALF if isinstance(count, int) else None


def _percent(value: float | str, said: str) -> MilestoneCell | Fault:
    share = read_percent(value)
    if isinstance(share, Decimal):
        whole = share == share.to_integral_value()
        return MilestoneCell(False, count=int(share) if whole else float(share), words=said)
    return share or Fault("faults.percent_not_read", {"value": said})


def _of_word(text: str) -> MilestoneCell | None:
    """Return what a word without day and number says."""
    if text in WAIVED:
        return MilestoneCell(False, waived=True)
    if text in DONE_WORDS or text.strip(TICK) in DONE_WORDS or _DONE.fullmatch(text):
        return MilestoneCell(True)
    if text in NOT_DONE or text == CROSS or _NOT_DONE.fullmatch(text):
        return MilestoneCell(False)
    return None


def undone(text: str) -> bool:
    """Tell whether a plain text says by a word that an action is not done, or not owed."""
    found = _of_word(one_mark(text.strip("。.;；,，")))
    return found is not None and not found.done


def _number(value: float, frame: Frame, asked: Asked) -> object:
    if isfinite(value) and is_serial(int(value), frame):
        return _on_day(read_day(value, frame), None, frame, asked)
    count = read_count(value)
    if not isinstance(count, Fault):
        return MilestoneCell(False, count=count)
    if asked.measure in _IN_TENTHS and isfinite(value) and round(value, 1) == value:
        return MilestoneCell(False, count=value)
    # 5.18 was a day; 2.5 may as well be two and a half.
    return count if isfinite(value) and value % 1 == _HALF else read_day(value, frame)


def _several(said: str, text: str, frame: Frame, asked: Asked) -> object:
    """Read how often from what names days; None where that is for others to read.

    Each day or span is one time; one alone is the day on which it was enough.
    """
    bare = _bare(text).strip("()")
    if _OF.fullmatch(bare):
        return _fault("of", said, asked)
    spans = spans_named(bare, frame)
    one = len(spans) == 1
    if not spans or (one and spans[0].days == 1):
        return None
    if one and asked.measure != "days":
        return _fault("times", said, asked)
    for span in spans:
        found = _on_day(span.last, said, frame, asked)
        if isinstance(found, Fault):
            return found
    last = max(span.last for span in spans)
    count = sum(span.days for span in spans) if asked.measure == "days" else len(set(spans))
    return MilestoneCell(False, last.isoformat(), count, said)


def _spelled(said: str, text: str, frame: Frame, asked: Asked) -> object:
    """Read a day, a count, or a word of done with a day behind it."""
    if text in _TWOFOLD:
        return _unknown(said, asked)
    if text.isdecimal() and len(text) < 5:
        return MilestoneCell(False, count=int(text), words=said)
    whole = _day_or_count(said, text, frame)
    if whole is None and len(parts := [part for part in _PARTS.split(text) if part]) == 2:
        whole = _of_two(parts[0], parts[1], frame, asked)
    if isinstance(whole, MilestoneCell):
        if whole.done_on is None:
            return MilestoneCell(whole.done, None, whole.count, said)
        return _on_day(date.fromisoformat(whole.done_on), said, frame, asked)
    if isinstance(whole, Fault) and whole.key.endswith("_impossible"):
        return whole
    first, *rest = _PARTS.split(text, maxsplit=1)
    word = _of_word(one_mark(first)) if rest else None
    if word is not None and not word.waived:
        return MilestoneCell(word.done, words=said)
    return _unknown(said, asked, whole)


def _unknown(said: str, asked: Asked, day: object = None) -> Fault:
    offer = day.offer if isinstance(day, Fault) else None
    return replace(_fault("unknown", said, asked), offer=offer)


def _bare(text: str) -> str:
    """Return a text without the words around it that only say that it was done."""
    return _BEHIND.sub("", _BEFORE.sub("", text)) or text


def _day_or_count(said: str, text: str, frame: Frame) -> MilestoneCell | Fault | None:
    """Return the day or the number of a text; the last day where several are named."""
    for form in dict.fromkeys((said, text, _bare(text))):
        day = read_day(form, frame, happened=True)
        if isinstance(day, date):
            return MilestoneCell(True, day.isoformat())
        if isinstance(day, Fault) and day.key.endswith(("day_decimal", "impossible")):
            return day
        count = read_count(form)
        if isinstance(count, int):
            return MilestoneCell(False, count=count)
    form = tidy(_bare(text))
    found = times_at(form, 0, Scope(frame, None))
    if isinstance(found, Time) and found.a_day and found.stop == len(form):
        return MilestoneCell(True, found.on.isoformat())
    return None


def _of_two(first: str, second: str, frame: Frame, asked: Asked) -> MilestoneCell | Fault | None:
    """Return what a word, a day and a number say side by side: 3天（5月8日-10日）, √（2次）."""
    parts = [
        None
        if _is_of_another_measure(part, asked)
        else _of_word(one_mark(part)) or _day_or_count(part, part, frame)
        for part in (first, second)
    ]
    known = [part for part in parts if isinstance(part, MilestoneCell)]
    days = {part.done_on for part in known} - {None}
    counts = {part.count for part in known} - {None}
    if len(known) < 2 or not (days or counts) or len(days) > 1 or len(counts) > 1:
        return None
    if any(not part.done and part.count is None for part in known):
        return None
    # Whether so many are enough is for the rule to say, whatever day the last of them was.
    return MilestoneCell(False, None, counts.pop()) if counts else MilestoneCell(True, days.pop())


def _on_day(day: object, said: str | None, frame: Frame, asked: Asked) -> object:
    """Return an action as done on a day; one that lies ahead is a plan."""
    if not isinstance(day, date):
        return day
    before = frame.start is not None and day < frame.start and day.year < frame.usual_year
    if day > frame.today or before:
        return _fault("ahead", said or day.isoformat(), asked)
    if asked.recurs:
        return _fault("recurs", said or day.isoformat(), asked)
    return MilestoneCell(True, day.isoformat(), words=said)
