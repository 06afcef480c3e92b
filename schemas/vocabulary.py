"""The closed word lists that code reasons about, and the office words that mean them.

Words that an office may choose for itself (channels, themes, tiers …) are its plan's,
see ``schemas.plan``. Here stand only codes that a rule of the tool depends on.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final


@dataclass(frozen=True)
class Codes:
    """A closed list: each code with the words that mean it, the first one is printed."""

    name: str
    words: dict[str, tuple[str, ...]]
    english: dict[str, str]

    @cached_property
    def by_word(self) -> dict[str, str]:
        """Map every code, Chinese word and English word to its code."""
        found = {code: code for code in self.words}
        for code, words in self.words.items():
            found |= dict.fromkeys(words, code)
        found |= {word.lower(): code for code, word in self.english.items()}
        return found

    def word(self, code: str, lang: str) -> str:
        """Return the word that is printed for a code in a language."""
        return self.words[code][0] if lang == "zh" else self.english[code]

    def with_words(self, own: Mapping[str, Sequence[str]]) -> "Codes":
        """Return this list with an office's own words before its own; those mean nothing else.

        What the office says is printed as it says it, whatever the language.
        """
        said = {code: tuple(words) for code, words in own.items() if words}
        if not said:
            return self
        taken = {word.casefold() for words in said.values() for word in words}
        usual = {
            code: tuple(word for word in words if word.casefold() not in taken)
            for code, words in self.words.items()
        }
        english = {code: word for code, word in self.english.items() if code in said}
        return Codes(
            self.name,
            {
                code: (*said.get(code, ()), *words, *filter(None, [english.get(code)]))
                for code, words in usual.items()
            },
            self.english | {code: words[0] for code, words in said.items()},
        )


STATUS: Final = Codes(
    "status",
    {
        "planned": (
            "未启动",
            "未整改",
            "未开展",
            "准备着手解决",
            "正在谋划",
            "尚未启动",
            "未开始",
        ),
        "doing": (
            "整改中",
            "正在整改",
            "正积极整改中",
            "正在解决",
            "正在办理",
            "正在推进",
            "有序推进",
            "按序时进度推进",
            "部分整改",
            "进行中",
            "办理中",
            "推进中",
            "正在解决或列入计划",
            "正在进行",
        ),
        "done": (
            "已完成",
            "完成",
            "已整改",
            "整改到位",
            "已整改到位",
            "整改完毕",
            "完成整改",
            "已完成整改",
            "已办结",
            "办结",
            "已解决",
            "已经解决",
            "已落实",
            "整治完成",
            "已整改完成",
            "整改完成",
            "√",
            "是",
            "Y",
            "yes",
            "100%",
        ),
        "done_standing": (
            "阶段性完成并长期坚持",
            "已完成并长期坚持",
            "已阶段性完成并长期坚持",
            "基本完成取得阶段性成果并持续整改",
            "基本完成",
            "已基本完成",
            "阶段性完成",
            "取得阶段性成果",
            "取得阶段性成效",
            "完成并长期坚持",
            "已得到解决或基本解决",
        ),
        "standing": ("长期坚持", "持续整改", "长期整改", "长期办", "常态化", "长期"),
        "deferred": (
            "暂不具备条件",
            "因条件限制有待逐步解决",
            "留作参考",
            "解释说明",
            "不予采纳",
        ),
        "referred": ("移交", "已移交", "移送", "已移送"),
    },
    {
        "planned": "not started",
        "doing": "under way",
        "done": "done",
        "done_standing": "done, kept up",
        "standing": "standing",
        "deferred": "deferred",
        "referred": "referred",
    },
)

CLOSING: Final = Codes(
    "closing",
    {
        "open": ("未销号", "未申请", "否", "×", "N", "未销", "未"),
        "submitted": ("申请销号", "待销号", "待审核", "已申请"),
        "checked": ("已核查", "核查通过", "已验收"),
        "noticed": ("公示中", "正在公示"),
        "closed": ("已销号", "销号", "销账", "结账", "已销账", "是", "√", "Y", "已销"),
        "returned": ("退回", "反弹", "返工", "重新整改", "被驳回", "驳回"),
    },
    {
        "open": "open",
        "submitted": "submitted",
        "checked": "checked",
        "noticed": "on notice",
        "closed": "closed",
        "returned": "returned",
    },
)

#: A status word that speaks of the closing: the work is done, or put back to be done.
STATUS_OF_CLOSING_WORD: Final = {"closed": "done", "returned": "doing"}

#: Words that look like a status and tell none; a sheet that has one is asked about it.
AMBIGUOUS_STATUS: Final = frozenset({"未完成", "否", "×", "按期推进", "N", "n", "no"})

DUE_CLASS: Final = Codes(
    "due_class",
    {
        "dated": ("限期整改", "限期"),
        "immediate": ("立行立改", "即知即改", "立即整改", "立即办"),
        "standing": ("长期坚持", "长期", "持续整改", "常态化"),
        "anchored": ("随节点", "节点前"),
        "unclear": ("未明确", "待定"),
    },
    {
        "dated": "dated",
        "immediate": "immediate",
        "standing": "standing",
        "anchored": "anchored",
        "unclear": "unclear",
    },
)

KIND: Final = Codes(
    "kind",
    {
        "rectification": ("整改", "整改事项"),
        "prompt": ("立行立改", "即知即改"),
        "special": ("专项整治",),
        "promise": ("公开承诺", "承诺"),
        "rule": ("制度建设", "建章立制", "废改立"),
        "service": ("为民实事", "为民办实事", "民生工程"),
        "petition": ("信访积案",),
    },
    {
        "rectification": "rectification",
        "prompt": "prompt",
        "special": "special",
        "promise": "promise",
        "rule": "rule",
        "service": "service",
        "petition": "petition",
    },
)

SCOPE: Final = Codes(
    "scope",
    {"body": ("班子", "领导班子", "班子整改"), "person": ("个人", "个人整改")},
    {"body": "body", "person": "person"},
)

HANDLING: Final = Codes(
    "handling",
    {
        "now": ("立即办", "马上办"),
        "limited": ("限期办", "限时办"),
        "long": ("长期办", "列入计划"),
    },
    {"now": "now", "limited": "limited", "long": "long"},
)

STEP: Final = Codes(
    "step",
    {
        "submit": ("申请销号",),
        "check": ("核查通过",),
        "notice": ("公示",),
        "close": ("销号",),
        "return": ("退回",),
        "reopen": ("重新打开",),
        "drop": ("撤销",),
        "carry": ("结转",),
    },
    {
        "submit": "submitted",
        "check": "checked",
        "notice": "put on notice",
        "close": "closed",
        "return": "returned",
        "reopen": "reopened",
        "drop": "dropped",
        "carry": "carried over",
    },
)

MILESTONE: Final = Codes(
    "milestone",
    {
        "pending": ("未到期", "待开展"),
        "due_soon": ("即将到期",),
        "overdue": ("逾期",),
        "done": ("已完成", "√", "完成", "是", "●", "有", "Y", "y"),
        "done_late": ("逾期完成",),
        "waived": ("免于开展", "不涉及", "/"),
    },
    {
        "pending": "pending",
        "due_soon": "due soon",
        "overdue": "overdue",
        "done": "done",
        "done_late": "done late",
        "waived": "waived",
    },
)

ACTION_KIND: Final = Codes(
    "action_kind",
    {"required": ("规定动作", "规定"), "elective": ("自选动作", "自选")},
    {"required": "required", "elective": "elective"},
)

OPINION: Final = Codes(
    "opinion",
    {
        "new": ("待交办", "新收"),
        "assigned": ("已交办", "交办", "已转派", "待办"),
        "claimed": ("已认领", "认领", "正在办理", "办理中", "正在整改", "整改中", "在办"),
        "turned_back": ("退单",),
        "answered": (
            "已答复",
            "已反馈",
            "答复",
            "已回复",
            "已办结",
            "办结",
            "办理完毕",
            "已办理",
            "已处理",
            "已解决",
            "已完成",
            "是",
            "√",
            "Y",
        ),
        "withdrawn": ("撤回", "已撤回"),
    },
    {
        "new": "new",
        "assigned": "assigned",
        "claimed": "claimed",
        "turned_back": "turned back",
        "answered": "answered",
        "withdrawn": "withdrawn",
    },
)

#: Says only that an opinion has not been answered, not whether anybody has it in hand.
NOT_ANSWERED: Final = frozenset(
    {
        "否",
        "×",
        "N",
        "n",
        "未办结",
        "未办理",
        "未答复",
        "未回复",
        "未反馈",
        "未处理",
        "待办",
        "待办理",
        "未",
    }
)

SUBMISSION: Final = Codes(
    "submission",
    {
        "awaited": ("待报",),
        "on_time": ("按时报送", "按时"),
        "late": ("迟报",),
        "nil": ("零报告", "本月无变化"),
        "queried": ("待核",),
        "never": ("未报",),
    },
    {
        "awaited": "awaited",
        "on_time": "on time",
        "late": "late",
        "nil": "nil",
        "queried": "queried",
        "never": "never",
    },
)

YES: Final = Codes(
    "yes",
    {
        "yes": (
            "是",
            "√",
            "●",
            "有",
            "已",
            "Y",
            "y",
            "1",
            "true",
            "在册",
            "参加",
            "已参加",
            "是的",
            "对",
        ),
        "no": ("否", "×", "无", "未", "N", "n", "0", "false", "退出", "不参加", "未参加", "不是"),
    },
    {"yes": "yes", "no": "no"},
)

#: What an opinion is about where it is about one named person.
PERSON_TARGETS: Final = ("班子成员", "领导干部个人", "个人", "班子成员个人")

OUTCOME: Final = Codes(
    "outcome",
    {
        "exposed": ("曝光", "通报", "通报批评", "通报曝光", "点名通报", "点名曝光"),
        "praised": ("表扬", "通报表扬", "肯定"),
        "none": ("无", "未通报"),
    },
    {"exposed": "exposed", "praised": "praised", "none": "none"},
)

TURNED: Final = Codes(
    "turned",
    {
        "turning": ("整顿中", "未转化", "正在整顿", "正在转化", "整改中", "转化中", "未完成"),
        "turned": ("已转化", "转化", "整顿到位", "已整顿到位", "整顿完成", "已完成", "已销号", "√"),
    },
    {"turning": "turning round", "turned": "turned round"},
)

REVIEW: Final = Codes(
    "review",
    {
        "reviewing": ("审核中", "待审核", "送审"),
        "returned": ("退回", "退回修改", "未通过"),
        "passed": ("通过", "已通过", "审核通过"),
    },
    {"reviewing": "under review", "returned": "returned", "passed": "passed"},
)

#: The form of an activity by which something is made public.
PUBLICATION: Final = "公示"
#: The form of an activity that is a talk with somebody.
TALK: Final = "谈心谈话"

#: What a unit lacks before it goes on to the next phase.
REQUIREMENT: Final = Codes(
    "requirement",
    {
        "action": ("规定动作",),
        "look_back": ("回头看",),
        "publication": ("公示",),
        "review": ("材料审核",),
        "contacts": ("联系点",),
        "unclear": ("待明确",),
    },
    {
        "action": "action",
        "look_back": "look-back",
        "publication": "publication",
        "review": "review",
        "contacts": "contact points",
        "unclear": "not clear",
    },
)

DIRECTION: Final = Codes(
    "direction",
    {
        "inside": ("内部", "本办"),
        "down": ("下发", "下级", "承办单位"),
        "up": ("上报", "上级"),
        "public": ("公示", "公开"),
    },
    {"inside": "inside", "down": "down", "up": "up", "public": "public"},
)

COVERS: Final = Codes(
    "covers",
    {
        "own": ("本级", "本单位", "机关本级", "本部门", "不含下级", "不含下属", "不含所属"),
        "all": ("含下级", "全部", "含下属", "含所属", "含下属单位", "含基层", "汇总", "全口径"),
    },
    {"own": "own", "all": "with all below"},
)

#: Work that still has to be done; the overdue index of the ledger repeats this list.
OPEN_STATUSES: Final = ("planned", "doing")

ALL: Final = (
    STATUS,
    CLOSING,
    DUE_CLASS,
    KIND,
    SCOPE,
    HANDLING,
    STEP,
    MILESTONE,
    ACTION_KIND,
    OPINION,
    SUBMISSION,
    YES,
    OUTCOME,
    TURNED,
    REVIEW,
    REQUIREMENT,
    DIRECTION,
    COVERS,
)
