"""A deadline as offices write it: 6月底前, 1-8月, 立行立改，长期坚持, 第二环节结束前.

A phrase is cut into clauses. A clause is understood when it is a time with the words
that may stand around it, an event to come first, or one of the words for work that is
due at once or never ends. A phrase that is understood only in part is unclear, and its
words are kept: a day is never guessed. What says two things that no rule can decide
between stays unclear as well: 6月前 (May's end or June's?), 2014年前, 元旦前.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import time
from datetime import timedelta
from decimal import Decimal
from typing import Final
from typing import Self

from schemas.day import FIRST
from schemas.day import LAST
from schemas.day import Frame
from schemas.day import calendar_day
from schemas.day import day_of_cell
from schemas.day import day_of_serial
from schemas.day import end_of_month
from schemas.day import is_serial
from schemas.day import last_day
from schemas.day import read_day
from schemas.day import tidy
from schemas.fault import Fault
from schemas.quantity import LONGEST
from schemas.quantity import MARK
from schemas.quantity import plain
from schemas.quantity import shown
from schemas.times import Scope
from schemas.times import Time
from schemas.times import days_after
from schemas.times import end_of_span
from schemas.times import span_at
from schemas.times import times_at


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: its words, the day that they mean, and when the work is late.

    ``klass`` is dated, immediate, standing, anchored or unclear; ``standing`` says that
    the work goes on for ever, be it beside a day (6月底前，长期坚持). ``anchor`` is the event
    that comes first (民主生活会), to be looked up by who knows its day. ``nodes`` are the
    steps of a deadline in stages, each with what is to be done. ``about``: 左右.
    """

    text: str
    on: date | None
    late_after: date | None
    klass: str
    standing: bool = False
    anchor: str | None = None
    nodes: tuple[tuple[date, str], ...] = ()
    about: bool = False


def read_deadline(
    raw: object, frame: Frame, *, raised_on: date | None = None
) -> Deadline | Fault | None:
    """Return the deadline in a cell, None where the cell is empty.

    ``raised_on`` is the day from which 立行立改 and 十日内 are counted; without it the one
    has no day, and the other is unclear. Only impossible days, days far off and typed
    decimals are faults; other words that mean no day make an unclear deadline.
    """
    if raw is None:
        return None
    if not isinstance(raw, str):
        return _of_cell(raw, frame)
    words = raw.strip()
    if len(words) > LONGEST:
        return _unclear(words)
    return _of_words(words, frame, raised_on) if plain(words) else None


def _of_words(words: str, frame: Frame, raised_on: date | None) -> Deadline | Fault:
    text = tidy(words)
    whole = _of_digits(words, text, frame)
    if whole:
        return whole
    found = _of_phrase(words, text, Scope(frame, raised_on))
    if isinstance(found, Fault) or found.klass != "unclear":
        return found
    day = read_day(words, frame)
    return _dated(words, day) if isinstance(day, date) else found


def _unclear(words: str) -> Deadline:
    return Deadline(words, None, None, "unclear")


def _dated(words: str, day: date) -> Deadline:
    return Deadline(words, day, day, "dated")


def _of_cell(raw: object, frame: Frame) -> Deadline | Fault:
    found = day_of_cell(raw, frame)
    if not isinstance(found, Fault):
        return _dated(found.isoformat(), found)
    if found.key == "faults.day_decimal":
        return replace(found, offer=found.offer or _only_month(str(raw)))
    if found.key in {"faults.day_not_read", "faults.day_missing"}:
        return _of_other_cell(raw, frame)
    return found


def _of_other_cell(raw: object, frame: Frame) -> Deadline | Fault:
    """Return the deadline in a cell that holds neither text nor a day."""
    words = str(raw) if isinstance(raw, bool | timedelta | time) else shown(raw)
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        words = words.removesuffix(".0")
        return _of_digits(words, words, frame) or _unclear(words)
    return _unclear(words)


_DECIMAL: Final = re.compile(r"(\d+)\.(\d+)")
_STAMP: Final = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})[ T]\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?Z?"
)


def _of_digits(words: str, text: str, frame: Frame) -> Deadline | Fault | None:
    """Return the deadline in text that a spreadsheet wrote: digits, a decimal, a stamp."""
    if stamp := _STAMP.fullmatch(text):
        day = calendar_day(text, int(stamp[1]), int(stamp[3]), int(stamp[4]))
        return day if isinstance(day, Fault) else _dated(day.isoformat(), day)
    if match := _DECIMAL.fullmatch(text):
        return _of_decimal(words, match, frame)
    if not (text.isascii() and text.isdigit()):
        return None
    if len(text) == 5 and is_serial(int(text), frame):
        day = day_of_serial(int(text), frame)
        return _dated(day.isoformat(), day)
    if len(text) == 8:
        return _dated_or_fault(
            words, calendar_day(text, int(text[:4]), int(text[4:6]), int(text[6:]))
        )
    if len(text) == 6:
        return _of_six_digits(words, int(text[:4]), int(text[4:]))
    return _unclear(words)


def _dated_or_fault(words: str, day: date | Fault) -> Deadline | Fault:
    return day if isinstance(day, Fault) else _dated(words, day)


def _of_six_digits(words: str, year: int, month: int) -> Deadline:
    # 201006 may be 2010-06 and 2020-10-06; only from 2013 on is it one of them.
    twofold = 2001 <= year <= 2012
    if twofold or not FIRST.year <= year <= LAST.year or not 1 <= month <= 12:
        return _unclear(words)
    return _dated(words, last_day(year, month))


def _of_decimal(words: str, match: re.Match[str], frame: Frame) -> Deadline | Fault:
    """Return the deadline in 6.30 or 2014.6; 6.3 may have been 6.30, and 2014.1 2014.10."""
    before, behind = match[1], match[2]
    if len(before) == 5 and is_serial(int(before), frame):
        day = day_of_serial(int(before), frame)
        return _dated(day.isoformat(), day)
    if len(before) <= 2 and len(behind) == 2 and 1 <= int(before) <= 12:
        return _dated_or_fault(
            words, calendar_day(words, frame.usual_year, int(before), int(behind))
        )
    if len(before) == 4 and len(behind) <= 2 and behind != "1" and 1 <= int(behind) <= 12:
        return _dated_or_fault(words, end_of_month(words, int(before), int(behind)))
    return Fault("faults.day_decimal", {"value": shown(words)}, _only_month(match[0]))


_YEAR_POINT_MONTH: Final = re.compile(r"(20\d\d)\.([2-9]|1[12])")


def _only_month(number: str) -> str | None:
    """Return the month that a decimal can only have been: 2014.6, but not 2014.1."""
    match = _YEAR_POINT_MONTH.fullmatch(number)
    return f"{match[1]}年{match[2]}月" if match else None


# A clause, and what it says


@dataclass(frozen=True, slots=True)
class _Node:
    """A day in a phrase and what is to be done by it.

    ``firm``: its words leave no doubt that it is a deadline, even where it stands alone.
    ``moved``: the deadline was moved to it, and earlier ones no longer count.
    """

    on: date
    label: str
    said: bool = False
    firm: bool = True
    about: bool = False
    moved: bool = False
    a_year: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What a clause, or a phrase so far, says. ``vague``: something was not understood."""

    nodes: tuple[_Node, ...] = ()
    anchor: str | None = None
    standing: bool = False
    immediate: bool = False
    vague: bool = False

    def __or__(self, other: Self) -> Self:
        return replace(
            self,
            nodes=self.nodes + other.nodes,
            anchor=self.anchor or other.anchor,
            standing=self.standing or other.standing,
            immediate=self.immediate or other.immediate,
            vague=self.vague or other.vague,
        )


_NOTHING: Final = _Said()
_VAGUE: Final = _Said(vague=True)

_STANDING: Final = re.compile(
    r"(?<![中较])长期(?!.{0,4}[至到][\d今明年本])(?:坚持|整改|办|抓|推进|落实|保持|执行|巩固|任务|性|$|(?=[、:/-]))|"
    r"常态(?:化|长效)*(?:坚持|推进|整改|开展|落实|办理|进行|抓|保持|$|(?=[、:/-]))|"
    r"持续(?!.{0,4}[至到][\d今明年本])(?:整改|推进|改进|坚持|用力|落实|深化|抓|巩固|$|(?=[、:/-]))|[常长]抓不懈|经常性|永久|永远|一以贯之|"
    r"贯穿(?:整个)?(?:活动)?(?:始终|全程|全过程)|^全(?:程|过程)$|^长效$|^常年|久久为功|长效坚持|^(?:日常|平时)$|始终坚持|"
    r"坚持下去|一直坚持|(?i:\b(?:ongoing|standing|long[- ]?term)\b)"
)
_IMMEDIATE: Final = re.compile(
    r"[即立][行知查整][即立]改|即改即行|立说立行|边[学查]边(?:查边)?改|"
    r"(?:立[即刻]|马上)(?:整改|办|改|解决|落实|完成|执行|停止|取消|清退|纠正|进行|就办|$|(?=[、:/-]))|"
    r"即日(?!起)|^即日起(?:整改|执行|完成|办理)?$|^即[时刻](?:整改|办理|改)?$|^[即立][改办]件?$|"
    r"^(?:当[场即日天]|现场)(?:整改|解决|改正|办结|纠正|完成)?$|(?i:\bimmediate(?:ly)?\b)"
)
_HEDGE: Final = re.compile(
    r"或|视(?:情|实际|进展|工作|具体)|(?<![接招看对优期])待(?![遇业])|另行|如果|如[需有遇]|若(?!干)|否则|除外|[再未]定|"
    r"暂缓|不确?定|为准"
)
_RECURS: Final = re.compile(r"每(?:年|半年|个?季|个?月|周|星期|日|天|逢)|逐[年月周]")
_PAST: Final = re.compile(r"已(?!有|知)")
_OLD: Final = re.compile("原(?!则)")
_TIMEISH: Final = re.compile(
    r"\d+[年月日号季周]|(?:19|20)\d\d[-./]\d|\d{1,2}[./]\d{1,2}(?=之?前|日)|[上下]半年|[上中下]旬|月[底末初]|"
    r"年[底末内终]|[今明来去]年|[本下]个?月|[本下]周"
)
_LEAD: Final = re.compile(
    r"(?P<about>约|大约|大概)|(?P<moved>(?:延期|延长|延|推迟|顺延|调整|变更|改|提前)(?:整改|时限|期限)?[至到为])|"
    r"按照?要求|最终|总体|整体|全部|基本|分[批步阶段]+|逐步|于|在|截[至止]到?|不[迟晚]于|最[迟晚](?:不超过|于|到)?|力争|争取|"
    r"确保|务必|必须|须|应当?|需要?|要|计划|预计|预期|拟|[暂初]定(?:于|为)?|定于|原则上|限期?|要求|"
    r"(?:整改|完成|办结|办理|截止)?(?:时限|期限|时间|日期)(?:要求)?|为|是|从?现在|即日|起|目标|到|至|自|从|今后|其中|"
    r"持续(?=[到至])|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、.)](?=\d{4}|[^\d])|[.)](?=\d{1,2}月))|"
    r"第\d{1,2}(?:阶段|环节|[步批期轮])(?:是|[:,])?(?=\d|[上下年月])|[一二三四五六]是|"
    r"(?i:by|before|until) ?|[-:,、。~]"
)
_RELATION: Final = re.compile(
    r"(?P<about>左右|前后|上下)|(?P<before>之前|以前|前(?!夕|期|往))|(?P<end>底|末|以内|之内|内(?![部容外])|期间|为止|截?止(?!到|于))"
)
_DOING: Final = re.compile(
    r"(?:全部|全面|基本|初步|力争|确保|务必|必须|须|要|应|分别|陆续|逐步|集中|统一|按期|按时|如期|整体|并|将)*"
    r"(?:完成|完毕|结束|办结|办理|办完|整改|改到位|到位|解决|落实|达到|达标|实现|取得|见效|出台|制定|修订|制订|建立|健全|完善|"
    r"验收|销号|上报|报送|报|提交|答复|反馈|公示|公布|召开|组织|形成|拿出|清理|清退|兑现|交付|竣工|完工|建成|投入|开展|启动|"
    r"开始|进行|推进|坚持|长期|持续|见成效|显成效|转化|收官|收尾|总结|评估|检查|复查|督查|回头看|做到|确定|明确)"
)
#: Far more than people write without a stop; what is longer is not unfolded.
_LONGEST_STAGES: Final = 80
_STARTS: Final = re.compile(
    r"起|始|开始|启动|以后|之后|过后|后|以来|来|[-~至到]+(?=长期|持续|永久|永远|今后|以后|常态)"
)
_EDGE: Final = " ,.:、-~/"
#: Not the dash: 6月- begins a span and does not say its end.
_STOPS: Final = " ,.:、/"


def _led(clause: str) -> tuple[int, bool, bool]:
    """Return where the words in front of a time end, and whether they say 约 or 延期至."""
    at, about, moved = 0, False, False
    while match := _LEAD.match(clause, at):
        about = about or match["about"] is not None
        moved = moved or match["moved"] is not None
        at = match.end()
    return at, about, moved


def _clause(clause: str, scope: Scope) -> _Said | Fault:
    """Return what one clause says."""
    clause = clause.lstrip(_EDGE).rstrip(_STOPS)
    if not clause or (clause.isdigit() and len(clause) <= 2):
        return _NOTHING
    flags = _Said(
        standing=_STANDING.search(clause) is not None,
        immediate=_IMMEDIATE.search(clause) is not None,
    )
    found = _dated_clause(clause, scope)
    if isinstance(found, Fault):
        return found
    return found | flags


def _dated_clause(clause: str, scope: Scope) -> _Said | Fault:
    if _HEDGE.search(clause):
        return _VAGUE if _TIMEISH.search(clause) else _NOTHING
    if _RECURS.search(clause) or _OLD.match(clause):
        return _NOTHING
    at, about, moved = _led(clause)
    found = times_at(clause, at, scope)
    if isinstance(found, Fault):
        return found
    if found:
        return _behind(clause, found, scope, about=about, moved=moved)
    for reading in (_span, _labelled, _event):
        said = reading(clause, at, scope)
        if said is not None:
            return said
    return _VAGUE if _TIMEISH.search(clause) else _NOTHING


def _behind(clause: str, found: Time, scope: Scope, *, about: bool, moved: bool) -> _Said | Fault:
    """Return what a clause says that begins with a time, by the words behind it."""
    at, before, ended = found.stop, False, False
    while match := _RELATION.match(clause, at):
        about = about or match["about"] is not None
        before = before or match["before"] is not None
        ended = ended or match["end"] is not None
        at = match.end()
    rest = clause[at:]
    if before and found.rough and not ended:
        return _VAGUE
    related = before or ended or about
    if _PAST.search(rest) or (not related and _STARTS.match(rest)):
        return _NOTHING
    if not related and (event := _event_before(clause[_led(clause)[0] :])):
        return _Said(anchor=event)
    label = rest.strip(_EDGE)
    node = _Node(
        found.on,
        label,
        said=found.said,
        firm=related or not rest.strip(_STOPS) or rest[0] == ":" or _DOING.match(label) is not None,
        about=about,
        moved=moved,
        a_year=found.a_year,
    )
    further = _TIMEISH.search(rest)
    if further is None:
        return _Said((node,))
    return _stage(rest, replace(node, label=rest[: further.start()].strip(_EDGE)), scope)


def _stage(rest: str, node: _Node, scope: Scope) -> _Said | Fault:
    """Return a time and the times behind it in one clause: 3月摸底6月底前完成."""
    if len(rest) > _LONGEST_STAGES:
        return _VAGUE
    further = _clause(rest, replace(scope, year=node.on.year))
    if isinstance(further, Fault):
        return further
    return _VAGUE if further.vague else _Said((node,)) | further


_NO_LABEL: Final = re.compile(r"[\d未不非除自从对凡因每近各后几两数]|以来|至今|超过|半$|\0")
_LONGEST_LABEL: Final = 20


def _labelled(clause: str, _at: int, scope: Scope) -> _Said | Fault | None:
    """Return what a clause says that begins with what is to be done: 摸底3月底前."""
    for at in range(1, min(len(clause), _LONGEST_LABEL + 1)):
        if _PAST.match(clause, at - 1):
            return _NOTHING
        if _NO_LABEL.search(clause[:at]):
            return None
        found = times_at(clause, at, scope)
        if isinstance(found, Fault):
            return found
        if found:
            return _with_label(clause, at, found, scope)
    return None


def _with_label(clause: str, at: int, found: Time, scope: Scope) -> _Said | Fault:
    label = clause[:at]
    said = _behind(clause, found, scope, about=label.endswith("约"), moved=False)
    if isinstance(said, Fault) or not said.nodes:
        return said
    first = said.nodes[0]
    if not first.firm and label[-1] != ":":
        # 根据5月20日会议精神: a day that something else is known by.
        return replace(said, nodes=said.nodes[1:])
    precise = not found.rough or _RELATION.match(clause, found.stop)
    firm = label[-1] == ":" or (first.firm and precise is not None)
    name = label.strip(_EDGE).removesuffix("约").rstrip("于在到至")
    first = replace(first, label=first.label or name, firm=firm)
    return replace(said, nodes=(first, *said.nodes[1:]))


# A number of days, and an event


def _span(clause: str, at: int, scope: Scope) -> _Said | Fault | None:
    """Return what 十日内 and 3个月内 say: counted from the day the work was raised."""
    span = span_at(clause, at)
    if span is None or (span["rest"] and not _DOING.match(span["rest"])):
        return None
    on = end_of_span(span, scope.raised_on) if scope.raised_on else None
    if isinstance(on, Fault):
        return on
    return _Said((_Node(on, span["rest"], said=True),)) if on else _VAGUE


_CAMPAIGN: Final = re.compile(
    r"(?:(?:本次|这次|此次|整个|全部|党的|全[省市县区]|我[省市县区])*"
    r"(?:(?:群众路线)?(?:主题)?(?:教育)?(?:实践)?活动|[主专]题教育))"
    r"(?:全部|全面|基本)?(?:结束|期间|内)"
)
_BEFORE_EVENT: Final = re.compile(
    r"(?P<event>.{2,30}?)(?:之前|以前|前(?!期|往|夕|后|来))(?:(?P<rest>.{0,20}))"
)
_AT_EVENT: Final = re.compile(
    r"(?P<event>(?:.{0,12}?活动(?:全部|全面|基本)?结束|[^分各现]{0,12}环节(?:结束)?|"
    r"第[一二三四五\d]个?阶段(?:结束)?)"
    r"|.{0,12}?活动期间)(?:时|期间|内|底|末|为止)?"
)
_NO_EVENT: Final = re.compile(
    r"(?:[目当日先提面眼此跟生空年月天在走节向超事午靠往底末旬号一二三四五六七八九十]|\d[个天日周年月]*|中秋|端午|清明|元宵|重阳|元旦|下一?[个步]?环节|现?阶段)$|"
    r"[每未]|^(?:\d+年)?\d+月份?.?$"
)


def _event(clause: str, at: int, _scope: Scope) -> _Said | None:
    """Return what 第二环节结束前 says: an event that has to be looked up."""
    event = _event_before(clause[at:])
    if event is None and (match := _AT_EVENT.fullmatch(clause, at)):
        event = match[0] if _CAMPAIGN.fullmatch(match[0]) else match["event"]
    return _Said(anchor=event) if event else None


def _event_before(clause: str) -> str | None:
    match = _BEFORE_EVENT.fullmatch(clause)
    if match is None or _NO_EVENT.search(match["event"]):
        return None
    rest = match["rest"].strip(_EDGE)
    if (rest and not _DOING.match(rest)) or _TIMEISH.search(rest):
        return None
    return match["event"].removesuffix("的")


# A phrase


_MARKED: Final = re.compile(MARK)
_NOTES: Final = re.compile(
    r"\((?:(?:周|星期|礼拜)[一二三四五六日天1-7]|[一二三四五六七八九十]{1,2}|含[^)]{0,12})\)"
)
_WRAPPED: Final = re.compile(
    r"(?<=[年\-~至到于在、])\n+|\n+(?=(?:之|以)?前|左右)|(?<=\d)\n+(?=[年月日号])|"
    r"(?<=[月年度])\n+(?=[底末初份]|[上中下]旬)|(?<=月)\n+(?=\d{1,2}[日号])"
)
_CLAUSES: Final = re.compile(r"[;。!\n()\[\]【】<>{}〔〕]+|(?<!\d),|,(?!\d)| +(?!\d{1,2}:)")


def _clauses(text: str) -> Iterator[str]:
    text = _WRAPPED.sub("", _NOTES.sub("", _MARKED.sub("\n", text)))
    return filter(None, _CLAUSES.split(text))


def _of_phrase(words: str, text: str, scope: Scope) -> Deadline | Fault:
    said = _NOTHING
    for clause in _clauses(text):
        found = _clause(clause, scope)
        if isinstance(found, Fault):
            return _with_offer(found, words, text)
        said |= found
        if found.nodes and (found.nodes[-1].said or scope.year):
            scope = replace(scope, year=found.nodes[-1].on.year)
    return _decided(words, said, scope)


_ONLY_BEFORE: Final = re.compile(r"(?:于|在)?(?:(?:之|以)?前|止)?(?:完成|整改到位|办结)?")


def _with_offer(fault: Fault, words: str, text: str) -> Fault:
    """Return a fault whose offer can stand in for all the words, not for the day alone."""
    if fault.offer is None:
        return fault
    value = str(fault.values["value"])
    if _ONLY_BEFORE.fullmatch(text.replace(value, "", 1)):
        return fault
    offer = words.replace(value, fault.offer, 1) if value in words else None
    return replace(fault, offer=offer)


def _decided(words: str, said: _Said, scope: Scope) -> Deadline:
    """Return the deadline that everything said together makes."""
    nodes = tuple(node for node in said.nodes if not node.a_year) or said.nodes
    doubtful = said.vague or (len(nodes) == 1 and not nodes[0].firm)
    if doubtful and (nodes or said.anchor or not (said.standing or said.immediate)):
        return _unclear(words)
    if nodes:
        return _by_nodes(words, nodes, said, scope.frame)
    if said.anchor:
        return _by_event(words, said.anchor, said, scope.frame)
    if said.immediate:
        start = scope.raised_on
        late = days_after(start, scope.frame.immediate_days) if start else None
        return Deadline(words, None, late, "immediate", said.standing)
    return (
        Deadline(words, None, None, "standing", standing=True) if said.standing else _unclear(words)
    )


def _by_nodes(words: str, nodes: tuple[_Node, ...], said: _Said, frame: Frame) -> Deadline:
    moved = [node for node in nodes if node.moved]
    firm = [node for node in nodes if node.firm] or nodes
    last = moved[-1] if moved else max(firm, key=lambda node: node.on)
    late = days_after(last.on, frame.about_days) if last.about else last.on
    stages = () if moved else [node for node in nodes if node.on <= last.on]
    steps = tuple((node.on, node.label) for node in stages) if len(stages) > 1 else ()
    return Deadline(words, last.on, late, "dated", said.standing, None, steps, last.about)


def _by_event(words: str, event: str, said: _Said, frame: Frame) -> Deadline:
    on = frame.end if _CAMPAIGN.fullmatch(event) else None
    return Deadline(words, on, on, "anchored", said.standing, event)
