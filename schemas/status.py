"""How far the work is, as offices say it: 全部整改到位, 正积极推进中, 未完成，正在整改.

The words of ``vocabulary.STATUS`` are known as they stand; here are the ways in which
offices vary them, and what the clause behind a word does to it. What may mean two things
is doubtful and is asked about: 未完成 (not begun, or half way?), 已整改（部分）.
"""

import re
from typing import Final
from typing import NamedTuple

from schemas.vocabulary import AMBIGUOUS_STATUS
from schemas.vocabulary import CLOSING
from schemas.vocabulary import STATUS
from schemas.vocabulary import STATUS_OF_CLOSING_WORD

#: Marks that offices draw for one and the same thing.
TICKS: Final = frozenset("√✓✔☑✅")
CROSSES: Final = frozenset("×✗✘✕✖☒❌╳xX")
TICK: Final = "√"
CROSS: Final = "×"


class Standing(NamedTuple):
    """What a text says of the work, and of the closing; no code: it may mean several things."""

    code: str | None
    closing: str | None = None


DOUBTFUL: Final = Standing(None)

_SURE: Final = "(?:目前|现|均|都|全部|全面|按期|按时|如期|提前|得到)*"
_ALL: Final = "(?:均|都|全部|全面|提前|得到)*"
_ACT: Final = "整改|整治|化解|办理|解决|落实|处理|纠正|清退|清理|办结|完成|答复|兑现"
_END: Final = "完成|完毕|到位|结束|办结|解决"
_WHAT: Final = "(?:整改|整治)?(?:任务|工作|事项|目标)?"
_DONE: Final = (
    rf"{_SURE}(?:已经?|业已){_SURE}(?:{_ACT})(?:{_END}|好|了)?{_WHAT}|"
    rf"{_ALL}(?:(?:{_ACT}|任务|工作){_WHAT})?(?:完成|办结|解决){_WHAT}|"
    rf"{_ALL}(?:{_ACT})(?:{_END}){_WHAT}|(?:已?完成(?:率|进度)?)?(?:100%|百分之百|百分百)"
)
_GOING_ON: Final = (
    "整改|整治|化解|督办|办理|解决|推进|落实|处理|实施|进行|开展|研究|清理|协调|建设|施工|组织"
)
_PATTERNS: Final = tuple(
    (re.compile(pattern), code)
    for pattern, code in (
        (rf"(?:已经?)?(?:基本|阶段性)(?:已经?)?(?:{_ACT})(?:{_END})?{_WHAT}", "done_standing"),
        (rf"部分(?:{_ACT})(?:{_END})?{_WHAT}", "doing"),
        (_DONE, "done"),
        (
            rf"(?:目前|现|仍|还)?(?:正在?|在|积极|抓紧|加紧|继续|逐步|稳步|有序|加快)+(?:{_GOING_ON})+"
            r"(?:整改|工作)?(?:当中|之中|过程中|中)?|"
            rf"(?:{_GOING_ON})+(?:工作)?(?:当中|之中|过程中|中)|(?:正)?在办(?:中|理中?)?|"
            r"(?:目前)?已(?:经)?(?:启动|着手|开始|开工|动工)(?:整改|办理|解决|建设)?",
            "doing",
        ),
        (
            r"(?:目前)?(?:尚|暂|还)?(?:未|没有?)(?:启动|整改|开展|开始|动工|实施|进行|着手)(?:整改|工作)?|"
            r"[待拟](?:启动|整改|开展)",
            "planned",
        ),
        (
            r"长期(?:坚持|整改|推进|落实|保持|抓)?|常态化(?:坚持|整改|推进|开展|落实|保持)?",
            "standing",
        ),
        (
            r"已?(?:移交|移送|转交)(?:.{0,10}(?:纪委|纪检|监察|司法|公安|检察).{0,6})?(?:处理|办理|查处)?",
            "referred",
        ),
    )
)
_NOT_FINISHED: Final = re.compile(
    r"(?:目前)?(?:尚|暂|还|仍)?(?:未|没有?|不)(?:能)?(?:全部|完全)?"
    rf"(?:{_ACT}|到位)(?:{_END}|完)?{_WHAT}"
)
#: Begins a clause behind a word that says done, by which not all of it is.
_BUT: Final = re.compile(
    rf"(?:大?部分|基本|其余|其他|个别|[尚仍还没未])+(?:[正在有未须需没]|{_ACT}|到位|单位|问题|$)|"
    r"但|尚(?!未(?:申请)?销号)|仍|除.{1,12}外|\d+%$|\?"
)
_ENDS: Final = re.compile(r"[,，。.;；:：、(（)）\n]+|并(?=长期|持续|常态)")
_KEPT_UP: Final = re.compile(r"长期坚持|持续|常态化|长期")
#: A share that is done, in a cell that should say where the work stands.
_SHARE: Final = re.compile(r"\d+(?:\.\d+)?%|[百千]分之|过半|大部分")
#: Characters that turn a word into its opposite: no likeness reaches over them.
_TURNS: Final = re.compile("[未没不无否非尚待]")
_SLIP: Final = str.maketrans({"己": "已", "巳": "已"})


def one_mark(text: str) -> str:
    """Return the one tick or cross that a cell holds in its plain form, else the text."""
    if len(text) == 1:
        return TICK if text in TICKS else CROSS if text in CROSSES else text
    return text


def read_standing(text: str) -> Standing | None:
    """Return what a text says of the work, ``DOUBTFUL``, or None where it is not known.

    The text is in its plain form: half width, without blanks.
    """
    text = text.strip("。.;；,，!！")
    whole = _of_word(text)
    if whole is not None:
        return whole
    first, *rest = [part for part in _ENDS.split(text) if part] or [text]
    found = _of_word(first)
    if found is None:
        return DOUBTFUL if half_done(text) else None
    if not rest:
        return found
    if found == DOUBTFUL:
        further = _of_word(rest[0])
        unfinished = further is not None and further.code in {"planned", "doing", "deferred"}
        return further if unfinished else DOUBTFUL
    return _with_rest(found, rest)


def _with_rest(found: Standing, rest: list[str]) -> Standing:
    """Return what the clauses behind a word make of it."""
    further = _of_word(rest[0])
    if found.code == "standing" and further == Standing("done"):
        return Standing("done_standing")
    if found != Standing("done"):
        return found
    if any(_KEPT_UP.search(clause) for clause in rest):
        return Standing("done_standing")
    if further is not None and further.closing and further.code == "done":
        return further
    return DOUBTFUL if _BUT.match(rest[0]) else found


def _of_word(word: str) -> Standing | None:
    word = one_mark(word)
    bare = word.rstrip(TICK + "✓✔☑").lstrip(TICK + "✓✔☑") or word
    code = _WORDS.get(bare.casefold())
    if code is not None:
        return Standing(code)
    closing = _CLOSING.get(bare.casefold())
    if closing == "open" or bare in AMBIGUOUS_STATUS:
        return DOUBTFUL
    if closing is not None:
        return Standing(STATUS_OF_CLOSING_WORD.get(closing, "done"), closing)
    for pattern, meant in _PATTERNS:
        if pattern.fullmatch(bare):
            return Standing(meant)
    return DOUBTFUL if _NOT_FINISHED.fullmatch(bare) else None


def unfinished(text: str) -> bool:
    """Tell whether a text says that the work is not done, and nothing else: 未完成, 长期坚持."""
    found = _of_word(text)
    if found == DOUBTFUL:
        return _NOT_FINISHED.fullmatch(text) is not None or text == "未完成"
    return found is not None and found.code in {"planned", "doing", "standing"}


def half_done(text: str) -> bool:
    """Tell whether a text says that a share of the work is done."""
    return _SHARE.search(text) is not None


def alike(word: str, other: str) -> bool:
    """Tell whether a word may be a slip for another one: neither says the opposite."""
    return (_TURNS.search(word) is None) == (_TURNS.search(other) is None)


def without_slips(text: str) -> str:
    """Return a text with 己 and 巳 as the 已 that they are typed for."""
    return text.translate(_SLIP)


_WORDS: Final = {word.casefold(): code for word, code in STATUS.by_word.items()}
_CLOSING: Final = {word.casefold(): code for word, code in CLOSING.by_word.items()}
