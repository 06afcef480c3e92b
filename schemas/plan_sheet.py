"""The workbook that a plan is, too: its worksheets, and what stands in each of their cells.

Every attribute of ``schemas.plan`` has its place here. The headings are the words of the
plan's fields, ``schemas.locale.plan_sheet`` has those that are said otherwise, and what is
asked under each.
"""

from dataclasses import dataclass
from typing import Final
from typing import Literal

from schemas.locale import LANGUAGES
from schemas.locale import known
from schemas.locale import say
from schemas.vocabulary import COVERS
from schemas.vocabulary import STATUS
from schemas.vocabulary import YES
from schemas.vocabulary import Codes

#: What the workbook is called on a command line, in a mark and in the books.
CODE: Final = "plan"
TITLE: Final = ("活动方案", "Plan")
NAMES: Final = (CODE, *TITLE, "方案")


def is_plan(said: str) -> bool:
    """Tell whether somebody means the workbook of a plan by the name of a sheet."""
    return said.strip().lower() in {name.lower() for name in NAMES}


def title(lang: str) -> str:
    """Return what the workbook is called."""
    return TITLE[LANGUAGES.index(lang)]


#: ``words`` are several in a cell, ``lines`` several that are sentences, a line each;
#: ``lists`` are names of word lists.
Kind = Literal[
    "text", "words", "lines", "lists", "day", "number", "yes", "code", "action", "phase", "sheet"
]

LANGUAGE: Final = Codes(
    "language", {"zh": ("中文", "汉语"), "en": ("英文", "英语")}, {"zh": "Chinese", "en": "English"}
)
ACTION_KIND: Final = Codes(
    "action kind",
    {"required": ("规定动作", "规定", "必做"), "elective": ("自选动作", "自选", "选做")},
    {"required": "required", "elective": "elective"},
)
MEASURE: Final = Codes(
    "measure",
    {
        "done": ("完成", "做完"),
        "times": ("次", "次数", "场"),
        "days": ("天", "天数", "日"),
        "percent": ("%", "百分比", "比例"),
    },
    {"done": "done", "times": "times", "days": "days", "percent": "per cent"},
)
SUPERVISOR: Final = Codes(
    "supervisor",
    {
        "none": ("不要求", "不需要", "否"),
        "noted": ("没有参加的注明", "注明"),
        "needed": ("没有参加的不算", "必须参加", "是"),
    },
    {"none": "no", "noted": "noted where absent", "needed": "needed"},
)

#: What stands between several words in a cell, and what holds a word together that has it inside.
BETWEEN: Final = "、，,；;"
JOINED_BY: Final = "、"
QUOTED: Final = ("“", "”")
NESTED: Final = {"“": "”", "（": "）", "(": ")", "《": "》", "「": "」", "【": "】"}


@dataclass(frozen=True)
class Field:
    """One thing that a plan says: where it stands in the plan, and how its cell is read.

    ``path`` is the way to it from what its worksheet is about. ``words`` is the list that
    its words are taken from. ``several`` names of actions may stand in one cell.
    """

    path: str
    kind: Kind = "text"
    width: int = 16
    example: str = ""
    required: bool = False
    several: bool = False
    codes: Codes | None = None
    words: str | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to it, step by step."""
        return tuple(self.path.split("."))

    def heading(self, lang: str) -> str:
        """Return what it is headed by."""
        if self.steps[-1] in ("words", "aliases") and len(self.steps) == 2:
            name = self.steps[0]
            return list_name(name, lang) if self.steps[1] == "words" else aliases_of(name, lang)
        own = f"plan_sheet.heading.{self.path}"
        return say(own if known(own) else f"plan.field.{self.steps[-1]}", lang)


@dataclass(frozen=True)
class Worksheet:
    """A worksheet: lines with a label and a value, rows of a table, or lists of words.

    ``into`` is where in the plan its rows go. The fields that begin with ``inner`` are a
    list inside of each: a row that has nothing else goes on with the one above.
    """

    code: str
    shape: Literal["lines", "rows", "lists", "excluded"]
    fields: tuple[Field, ...]
    into: tuple[str, ...] = ()
    inner: str | None = None

    def name(self, lang: str) -> str:
        """Return what it is called."""
        return say(f"plan_sheet.name.{self.code}", lang)

    def how(self, field: Field, lang: str) -> str:
        """Return what is asked under a field."""
        own = f"plan_sheet.how.{self.code}.{field.path}"
        return say(own if known(own) else f"plan_sheet.how.{field.kind}", lang)


def list_name(name: str, lang: str) -> str:
    """Return what a word list is called."""
    return say(f"plan.field.{name}", lang)


def aliases_of(name: str, lang: str) -> str:
    """Return the heading of the column with other spellings of a list's words."""
    return say("plan_sheet.aliases_of", lang, list=list_name(name, lang))


def _selector(before: str = "") -> tuple[Field, ...]:
    """Return the fields that say whom something is for."""
    return (
        Field(f"{before}to.tier", "words", 14, "县级、乡镇", words="tier"),
        Field(f"{before}to.kind", "words", 14, "机关", words="kind"),
        Field(f"{before}to.batch", "words", 10, "第二批", words="batch"),
        Field(f"{before}to.parent", "words", 14, "盐窝镇"),
        Field(f"{before}to.units", "words", 16, "县财政局、县审计局"),
    )


def _yes(path: str, width: int = 10) -> Field:
    return Field(path, "yes", width, codes=YES)


def _list(name: str, example: str, alias: str = "") -> tuple[Field, Field]:
    """Return the two columns of a word list: its words, and other spellings of each."""
    return (
        Field(f"{name}.words", "text", 14, example),
        Field(f"{name}.aliases", "words", 20, alias),
    )


WORKSHEETS: Final = (
    Worksheet(
        "plan",
        "lines",
        (
            Field("name", example="党的群众路线教育实践活动", required=True),
            Field("code", example="qzlx-2014", required=True),
            Field("language", "code", codes=LANGUAGE, example="中文"),
            Field("start", "day", example="2014-02-12"),
            Field("end", "day", example="2014-10-12"),
            Field("announced_on", "day", example="2014-02-13"),
            Field("batch", example="第二批", words="batch"),
            Field("lead_organs", "words", example="县委组织部、县委宣传部"),
            Field("office_title", example="县委群众路线教育实践活动领导小组办公室"),
            Field("phone", example="0546-5621234"),
            Field("principles", "lines", example="坚持开门搞活动"),
            Field("vocabulary.*.closed", "lists", example="问题类别、专项整治"),
            Field("numbers.about_days", "number", example="5"),
            Field("numbers.immediate_days", "number", example="15"),
            Field("numbers.due_soon_days", "number", example="10"),
            Field("numbers.unit_months", "number", example="3"),
        ),
    ),
    Worksheet(
        "organs",
        "rows",
        (
            Field("name", "text", 40, "领导小组组长", required=True),
            Field("held_by", "text", 40, "县委书记"),
        ),
        ("organs",),
    ),
    Worksheet(
        "phases",
        "rows",
        (
            Field("name", "text", 40, "学习教育、听取意见", required=True),
            Field("code", "text", 14, "1"),
            Field("begins", "action", 30, "动员大会"),
        ),
        ("phases",),
    ),
    Worksheet(
        "actions",
        "rows",
        (
            Field("name", "text", 26, "集中学习", required=True),
            Field("code", "text", 14, "study"),
            Field("phase", "phase", 22, "学习教育、听取意见"),
            Field("kind", "code", 12, "规定动作", codes=ACTION_KIND),
            Field("measure", "code", 9, "天", codes=MEASURE),
            Field("required", "number", 8, "3"),
            Field("every", "text", 12, "每周一"),
            Field("forms", "words", 24, "集中学习讨论、专题学习", words="form"),
            Field("supervisor", "code", 18, "没有参加的注明", codes=SUPERVISOR),
            Field("aliases", "words", 22, "学习会、集中学习会"),
        ),
        ("actions",),
    ),
    Worksheet(
        "excluded",
        "excluded",
        (
            Field("action", "action", 26, "集中学习", required=True),
            Field("form", "text", 22, "专家讲课", required=True, words="form"),
            Field("reason", "text", 50, "听课不算集中学习讨论", required=True),
        ),
    ),
    Worksheet(
        "rules",
        "rows",
        (
            Field("action", "action", 24, "集中学习", required=True),
            *_selector(),
            Field("due", "text", 22, "3月15日左右"),
            Field("required", "number", 8, "2"),
            _yes("owed"),
            Field("because", "text", 40, "乡镇集中学习不少于2天"),
            Field("choice", "text", 14, "机关启动时间"),
        ),
        ("rules",),
    ),
    Worksheet(
        "readiness",
        "rows",
        (
            Field("phase", "phase", 24, "学习教育、听取意见", required=True),
            *_selector(),
            Field("actions", "action", 30, "动员大会、集中学习", several=True),
            Field("look_back", "action", 18, "第一环节回头看"),
            _yes("published"),
            _yes("reviewed", 12),
            _yes("contacts", 12),
        ),
        ("readiness",),
    ),
    Worksheet(
        "talks",
        "lines",
        (
            Field("talks.action", "action", example="谈心谈话"),
            Field("talks.topics", "lines", example="谈透自身的问题"),
            Field("review.chain", "lines", example="一把手"),
            Field("review.materials", "lines", example="班子对照检查材料"),
            Field("review.personal", "lines", example="个人对照检查材料"),
            Field("review.before", "action", example="专题民主生活会"),
            Field("review.verdicts", "lines", example="查摆问题不聚焦不放过"),
            Field("review.headings", "lines", example="党章党纪"),
            Field("review.checklist", "lines", example="有没有回应群众意见"),
            Field("review.examples", "number", example="2"),
        ),
    ),
    Worksheet(
        "pairs",
        "rows",
        (
            Field("name", "text", 34, "主要负责人和班子成员必谈", required=True),
            Field("code", "text", 14, "head-member"),
            Field("first", "text", 18, "主要负责人", required=True),
            Field("second", "text", 18, "班子成员", required=True),
            *_selector(),
        ),
        ("talks", "pairs"),
    ),
    Worksheet(
        "contacts",
        "rows",
        (
            Field("leaders", "text", 24, "县委常委", required=True),
            Field("attends", "action", 24, "专题民主生活会", several=True),
            Field("points.name", "text", 24, "联系乡镇", required=True),
            *_selector("points."),
            Field("points.at_least", "number", 10, "1"),
        ),
        ("contacts",),
        "points",
    ),
    Worksheet(
        "supervision",
        "rows",
        (
            Field("level", "text", 14, "县级", required=True),
            Field("name", "text", 20, "县委督导组", required=True),
            Field("groups", "words", 34, "第1督导组、第2督导组"),
            *_selector(),
        ),
        ("supervision",),
    ),
    Worksheet(
        "specials",
        "rows",
        (
            Field("category", "text", 30, "文山会海", required=True, words="category"),
            Field("level", "text", 14, "县级"),
            Field("start", "day", 14, "2014-03-01"),
            Field("end", "day", 14, "2014-09-30"),
            Field("lead", "text", 24, "县委办公室"),
        ),
        ("specials",),
    ),
    Worksheet(
        "indicators",
        "rows",
        (
            Field("name", "text", 34, "征求意见", required=True),
            Field("code", "text", 16, "opinions"),
            Field("measure", "text", 10, "条", required=True),
            _yes("cumulative"),
            Field("covers", "code", 12, "含下级", codes=COVERS),
            Field("aliases", "words", 30, "征求到的意见"),
        ),
        ("indicators",),
    ),
    Worksheet(
        "reports",
        "rows",
        (
            Field("sheet", "sheet", 20, "整改台账", required=True),
            *_selector(),
            Field("cut_off", "number", 10, "25"),
            Field("due_after", "number", 14, "3"),
        ),
        ("reports",),
    ),
    Worksheet(
        "statuses",
        "rows",
        (
            Field("status", "code", 26, "已完成", required=True, codes=STATUS),
            Field("words", "words", 50, "整改完毕、整改到位", required=True),
        ),
        ("statuses",),
    ),
    Worksheet(
        "unit_words",
        "lists",
        (
            *_list("tier", "乡镇", "镇、街道"),
            *_list("kind", "机关", "部门"),
            *_list("batch", "第二批"),
            *_list("supervision_group", "第1督导组", "督导一组"),
            *_list("member_group", "离退休党员"),
            *_list("reached_by", "送学上门"),
            *_list("way", "暗访"),
            *_list("form", "集中学习讨论", "学习讨论"),
        ),
    ),
    Worksheet(
        "opinion_words",
        "lists",
        (
            *_list("channel", "座谈会", "召开座谈会"),
            *_list("theme", "形式主义"),
            *_list("target", "领导班子", "班子"),
            *_list("from_group", "党代表"),
            *_list("category", "文山会海"),
            *_list("source", "群众提"),
            *_list("tag", "结对帮扶"),
        ),
    ),
)
