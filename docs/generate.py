"""Write the reference pages from what is declared: fields, sheets, commands, the plan.

``python docs/generate.py`` writes the pages beside this file, and with ``--check`` names
those that are not as they would be written.
"""

# ruff: noqa: E402 - the rooms are found beside this folder, installed or not

import sys
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import UTC
from datetime import date
from datetime import datetime
from pathlib import Path
from types import NoneType
from types import UnionType
from typing import Annotated
from typing import Any
from typing import Final
from typing import Literal
from typing import Union
from typing import get_args
from typing import get_origin

FOLDER: Final = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from cli import help as pages
from cli.command import build
from cli.places import COMMANDS
from cli.places import Found
from cli.places import find
from cli.setting import Setting
from ledger.campaigns import load_plan
from ledger.campaigns import shipped
from ledger.exchange.noun import noun_of
from schemas import plan as plans
from schemas import record
from schemas import vocabulary
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.locale.help import PANELS
from schemas.locale.help import VERBS
from schemas.sheet import OUTSIDE
from schemas.sheet import Column
from schemas.sheet import Direction
from schemas.sheet import Reading
from schemas.sheet import Sheet
from schemas.sheet import all_sheets
from schemas.sheet import in_order

#: The types of ``schemas.record``, told to whoever reads the JSON.
TYPES: Final = {
    "text": "text",
    "number": "number",
    "amount": "number, with one decimal where it is none of whole ones",
    "day": "day, `YYYY-MM-DD`",
    "code": "code",
    "yes": "true or false",
    "words": "list of texts",
    "records": "list of numbers",
}

#: The kinds of columns, told to whoever fills in or declares a sheet.
KINDS: Final = {
    "number": "the record's own number, as the ledger gave it (`ZG-0012`)",
    "ext_no": "the number that the sender gave it",
    "text": "text, kept as it is written",
    "words": "one or several words of the plan",
    "word": "one word of the plan",
    "code": "a word of a closed list",
    "status": "a word for how the work stands; the word itself is kept beside its code",
    "unit": "a unit; of several, the first one, and the others are co-units",
    "units": "several units",
    "person": "one or several people, as text",
    "day": "a day in any of the ways that offices write one",
    "span": "a day, or the first and the last of several (`3月5日-7日`)",
    "deadline": "a deadline in its own words (`6月底前，长期坚持`)",
    "count": "a whole number",
    "amount": "a number, in tenths",
    "days": "a number of days, in tenths (1.5, 半天)",
    "hours": "a number of hours, in tenths",
    "action": "an action of the plan",
    "phase": "a phase of the plan",
    "percent": "a share in per cent",
    "quantity": "a number in its own words (`75.6万余条`)",
    "month": "a month, `2014-05`",
    "yes": "是 or 否",
    "milestone": "√, a day, a count or 未开展",
    "private": "who gave the opinion: kept apart, and in no sheet that goes out",
}
_DIRECTIONS: Final[tuple[Direction, ...]] = ("inside", "down", "up", "public")

#: What a page's commands are built under; no page depends on it.
_SETTING: Final = Setting(
    ledger=Path("campaign.db"),
    campaign=None,
    lang="en",
    today=date(2014, 6, 3),
    now=datetime(2014, 6, 3, tzinfo=UTC),
    user="",
)


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them; return the exit status."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    stale = 0
    for name, text in written().items():
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if arguments:
            sys.stderr.write(f"docs/{name} is stale: python docs/generate.py\n")
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if arguments and stale else 0


def written() -> dict[str, str]:
    """Return the text of every generated page by its file's name."""
    makers = {
        "fields.md": fields_page,
        "sheets.md": sheets_page,
        "commands.md": commands_page,
        "plan.md": plan_page,
    }
    return {name: "\n".join(maker()).strip() + "\n" for name, maker in makers.items()}


def _title(text: str, source: str) -> Iterator[str]:
    yield f"# {text}"
    yield ""
    yield f"<!-- Written by docs/generate.py from {source}: change that, not this page. -->"
    yield ""


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(headings)
    yield _row(["---"] * len(headings))
    yield from map(_row, rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _code(text: str) -> str:
    return f"`{text}`"


# Fields ---------------------------------------------------------------------------------


def fields_page() -> Iterator[str]:
    """Yield the lines of the page about records, their fields and the closed lists."""
    yield from _title("Fields", "schemas/record.py and schemas/vocabulary.py")
    yield "A field's name is its key in JSON; the headings are those of tables and of CSV, in the"
    yield "terminal's language. Missing is `null` in JSON and empty elsewhere. JSON and CSV print"
    yield "codes, a table their words. *Table* says whether a listing on the screen has the field."
    yield ""
    for kind in record.RECORDS:
        yield f"## {kind.name} {kind.zh}"
        yield ""
        yield from _table(("field", "type", "中文", "English", "table"), map(_field, kind.fields))
    yield "## Codes"
    yield ""
    yield "An option or a cell takes a code, its English word, or any of its Chinese words; the"
    yield "first word is the one that is printed."
    yield ""
    for codes in vocabulary.ALL:
        yield f"### {codes.name}"
        yield ""
        rows = (
            (_code(code), "、".join(words), codes.english[code])
            for code, words in codes.words.items()
        )
        yield from _table(("code", "中文", "English"), rows)


def _field(field: record.Field) -> tuple[str, ...]:
    said = TYPES[field.type]
    if field.codes is not None:
        said += f" of [{field.codes.name}](#{field.codes.name})"
    return _code(field.name), said, field.zh, field.en, "yes" if field.shown else ""


# Sheets ---------------------------------------------------------------------------------


def sheets_page() -> Iterator[str]:
    """Yield the lines of the page about the kinds of sheets and their columns."""
    yield from _title("Sheets", "schemas/sheets/")
    yield "Each kind of sheet answers to its code, its title and its English name, as in"
    yield "`campaign template 整改台账`. A worksheet is recognised by its headings; a title above"
    yield "them helps. The first heading is the one that is exported, in a plan in English the"
    yield "English one; all others, and the English one, are understood."
    yield ""
    yield "*Whose* says who may change a value that the ledger has: the responsible *unit* and the"
    yield "office, or the *office* alone. *Leaves* are the directions in which a column goes out;"
    yield "inside the office every column goes, but for private ones."
    yield ""
    yield "The plan itself answers to `plan` and 活动方案; it is"
    yield "[a workbook](add-a-plan.md#as-a-workbook) of several worksheets, headed by the fields of"
    yield "[plan.md](plan.md)."
    yield ""
    yield "The kinds of columns:"
    yield ""
    yield from _table(("kind", "what stands there"), ((_code(k), KINDS[k]) for k in KINDS))
    for sheet in in_order(tuple(all_sheets())):
        yield from _sheet(sheet)


def _sheet(sheet: Sheet) -> Iterator[str]:
    columns = sheet.under(_sample_plan()).columns
    yield f"## {sheet.code} {sheet.title}"
    yield ""
    yield from _facts(sheet)
    yield ""
    yield from _table(
        ("heading", "field", "also understood", "English", "kind", "whose", "leaves", "example"),
        (_column(column) for column in columns),
    )
    if sheet.readings:
        yield "Headings that mean one thing or another, settled by the first line that holds:"
        yield ""
        yield from _table(("heading", "field", "where"), map(_reading, sheet.readings))


def _facts(sheet: Sheet) -> Iterator[str]:
    kind = next(kind for kind in record.RECORDS if kind.name == sheet.record)
    yield f"- English name: {sheet.english}"
    yield f"- A row is: {_one(kind.en)} {kind.zh} ([its fields](fields.md#{kind.name}-{kind.zh}))"
    shapes = (", ".join(map(_code, fields)) for fields in (sheet.tells, *sheet.tells_too))
    yield "- Has to have a column for: " + "; or for ".join(shapes)
    yield "- Titles: " + "、".join(dict.fromkeys((sheet.title, *sheet.titles)))
    yield "- Goes: " + ", ".join(goes(sheet))
    if sheet.after:
        yield "- Taken after: " + ", ".join(_code(code) for code in sheet.after)


def _one(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"


def goes(sheet: Sheet) -> list[Direction]:
    """Return the directions in which a sheet may go out; the public gets items alone."""
    whole = sheet.under(_sample_plan())
    found = [direction for direction in _DIRECTIONS if whole.leaving(direction)]
    return [one for one in found if one != "public" or noun_of(sheet.record).public]


def _column(column: Column) -> tuple[str, ...]:
    return (
        column.headings[0],
        _code(column.field),
        "、".join(column.headings[1:]),
        column.english,
        _kind(column),
        column.whose,
        _leaves(column),
        str(column.example),
    )


def _kind(column: Column) -> str:
    parts = [_code(column.kind)]
    if column.words:
        parts.append(f"plan's {_code(column.words)}")
    if column.codes is not None:
        parts.append(f"[{column.codes.name}](fields.md#{column.codes.name})")
    if column.required:
        parts.append("**required**")
    if column.carried:
        parts.append("empty: as above")
    return ", ".join(parts)


def _leaves(column: Column) -> str:
    if column.private:
        return "nowhere"
    if column.leaves == OUTSIDE:
        return "down, up, public"
    said = [direction for direction in _DIRECTIONS if direction in column.leaves]
    if column.verbatim:
        said.append("down with `--verbatim`")  # type: ignore[arg-type]
    return ", ".join(said)


def _reading(reading: Reading) -> tuple[str, str, str]:
    where = []
    if reading.beside:
        where.append("beside " + " or ".join(map(_code, reading.beside)))
    if reading.without:
        where.append("without " + ", ".join(map(_code, reading.without)))
    if reading.values:
        where.append(f"most values are words of {_code(reading.values)}")
    return reading.heading, _code(reading.field), ", ".join(where) or "otherwise"


def _sample_plan() -> plans.Plan:
    """Return a plan with one action, which stands for all of a plan's own columns."""
    action = plans.Action(
        code="CODE", name="*each action's name*", aliases=("*the action's aliases*",)
    )
    return plans.Plan(name="-", code="-", actions=(action,))


# Commands -------------------------------------------------------------------------------


def commands_page() -> Iterator[str]:
    """Yield the lines of the page with the help of every command, in both languages."""
    yield from _title("Commands", "cli/commands/ and schemas/locale/help.py")
    yield "What `--help` prints, in both languages. The options of every command stand on the"
    yield "front page."
    yield ""
    yield "## campaign"
    yield ""
    for lang in LANGUAGES:
        yield from _block(pages.front_page(COMMANDS, _in(lang)))
    for panel, names in _panels():
        yield f"## {say(f'help.panel.{panel}', 'en')} {say(f'help.panel.{panel}', 'zh')}"
        yield ""
        for words in names:
            yield from _command(find(COMMANDS, list(words)))


def _command(found: Found) -> Iterator[str]:
    command = build(found)
    yield f"### {found.line}"
    yield ""
    for lang in LANGUAGES:
        yield from _block(pages.command_page(found, command.params, _in(lang)))


def _block(text: str) -> Iterator[str]:
    yield from ("```text", *text.splitlines(), "```", "")


def _in(lang: str) -> Setting:
    return Setting(**{**vars(_SETTING), "lang": lang})


def _panels() -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Yield each panel with the words of its commands, in the order of the front page."""
    known = COMMANDS.names()
    placed = {name for _, names in PANELS for name in names}
    others = tuple(name for name in known if name not in placed)
    for panel, names in (*PANELS, ("others", others)):
        here = [words for name in names if name in known for words in _words(name)]
        if here:
            yield panel, here


def _words(name: str) -> Iterator[tuple[str, ...]]:
    yield (name,)
    if COMMANDS.is_group(name):
        order = VERBS.get(name, ())
        verbs = COMMANDS.inside(name).names()
        places = {verb: place for place, verb in enumerate(order)}
        yield from (
            (name, verb)
            for verb in sorted(verbs, key=lambda verb: (places.get(verb, len(places)), verb))
        )


# The plan -------------------------------------------------------------------------------

#: What each key of a plan is for.
MEANINGS: Final = {
    "Plan.name": "the campaign's full name, as it stands above sheets",
    "Plan.code": "its short name in this ledger, for good",
    "Plan.language": "the language of sheets, answers and reports",
    "Plan.start": "its first day: tells the year of a day that says none",
    "Plan.end": "its last day: the same",
    "Plan.announced_on": "the day of its meeting or notice: 本月底 and 即日 are counted from it",
    "Plan.batch": "the batch of units and items that say none",
    "Plan.lead_organs": "the organs in the lead; there may be several",
    "Plan.organs": "its leading group, its office, and who holds them",
    "Plan.office_title": "the office's title, on the papers of a month end",
    "Plan.phone": "the office's telephone, on the papers of a month end",
    "Plan.principles": "what it holds to, in its own words",
    "Plan.vocabulary": "the office's words",
    "Plan.statuses": "the office's own words for how far work is",
    "Plan.phases": "环节",
    "Plan.actions": "规定动作 and 自选动作",
    "Plan.rules": "who owes which action, by when",
    "Plan.readiness": "what has to be there before a unit leaves a phase 转段",
    "Plan.talks": "谈心谈话 before a meeting",
    "Plan.review": "the review of 对照检查材料",
    "Plan.contacts": "联系点 of leaders",
    "Plan.supervision": "督导, level by level",
    "Plan.specials": "专项整治, each with its level and its time",
    "Plan.indicators": "the figures that are reported",
    "Plan.reports": "which sheets are owed every month",
    "Plan.numbers": "the numbers that rules need",
    "Words.words": "the words, as they are printed",
    "Words.aliases": "for a word, the spellings that mean it",
    "Words.closed": "whether no other word is taken",
    "Vocabulary.tier": "层级 of units",
    "Vocabulary.kind": "类别 of units",
    "Vocabulary.batch": "批次 of units and items",
    "Vocabulary.supervision_group": "督导组",
    "Vocabulary.channel": "征求渠道 of opinions",
    "Vocabulary.theme": "四风 and other themes of opinions and items",
    "Vocabulary.target": "whom an opinion is about",
    "Vocabulary.from_group": "界别 of those who spoke",
    "Vocabulary.category": "专项整治 of items",
    "Vocabulary.source": "问题来源 of items",
    "Vocabulary.way": "ways of supervision",
    "Vocabulary.form": "forms of activities",
    "Vocabulary.member_group": "groups of members that study has to reach: 流动党员",
    "Vocabulary.reached_by": "how they are reached: 送学上门",
    "Vocabulary.tag": "the campaign's own slogans and ways: 双服务、双促进",
    "StatusWords.status": "the standing that they mean",
    "StatusWords.words": "the words: the first is printed, all are understood",
    "Phase.code": "what actions name it by",
    "Phase.name": "its name",
    "Phase.begins": "the code of the action with which a unit enters it",
    "Action.code": "what rules and the ledger name it by, for good",
    "Action.name": "its name, and the heading of its column in 进度表",
    "Action.phase": "the code of its phase",
    "Action.kind": "规定动作 or 自选动作",
    "Action.measure": "what `required` counts",
    "Action.required": "how many make it done",
    "Action.every": "how often it is owed anew: `每周一`, `每周`, `每月15日`, `每月`, `每季度`",
    "Action.forms": "the forms of activity that count towards it",
    "Action.excluded": "forms that never count towards it, each with the reason",
    "Action.supervisor": "without a supervisor an activity counts, is noted, or does not count",
    "Action.aliases": "other headings of its column",
    "Rule.action": "the code of the action",
    "Rule.to": "whom the rule is for",
    "Rule.due": "by when, in the words of a deadline",
    "Rule.required": "how many for these units, if not as many as the action says",
    "Rule.owed": "whether they owe it at all",
    "Rule.because": "the words that the rule stands for",
    "Rule.choice": "a name that it shares with the rules of which an office has to keep one",
    "Readiness.phase": "the code of the phase that is left",
    "Readiness.to": "whom it is for",
    "Readiness.actions": "the actions that have to be done; none: all required ones of the phase",
    "Readiness.look_back": "the code of the action of looking back 回头看",
    "Readiness.published": "whether what was found has to be made public",
    "Readiness.reviewed": "whether the materials of the review have to have passed",
    "Readiness.contacts": "whether the unit's leaders have to have their contact points",
    "Talks.action": "the code of the action that they count towards",
    "Talks.pairs": "who has to talk with whom",
    "Talks.topics": "what is talked through 谈透",
    "Pair.code": "its short name",
    "Pair.name": "its name",
    "Pair.first": "the one",
    "Pair.second": "the other",
    "Pair.to": "the units that it is for",
    "Review.chain": "who passes a material, one after the other",
    "Review.materials": "the kinds of material",
    "Review.personal": "those of them that each leader writes",
    "Review.before": "the code of the meeting that is not held until they have passed",
    "Review.verdicts": "what a material may not fail in 不放过",
    "Review.headings": "what it is held against 镜子",
    "Review.checklist": "what the reviewer looks at beside",
    "Review.examples": "how many examples each problem needs",
    "Contacts.leaders": "which leaders",
    "Contacts.points": "how many of which units each of them keeps contact with",
    "Contacts.attends": "the codes of the actions at whose meetings they sit",
    "Point.name": "what such a contact point is called",
    "Point.to": "which units may be one",
    "Point.at_least": "how many each leader has",
    "Supervision.level": "its level",
    "Supervision.name": "what its groups are called",
    "Supervision.groups": "the groups by name",
    "Supervision.to": "the units that they follow",
    "Special.category": "its word in `vocabulary.category`",
    "Special.level": "at which level it is carried on",
    "Special.start": "its first day",
    "Special.end": "its last day",
    "Special.lead": "the leader or organ in charge",
    "Indicator.code": "its short name, for good",
    "Indicator.name": "its name",
    "Indicator.measure": "its unit of measure: 条, 场, 人次",
    "Indicator.cumulative": "whether it is counted from the campaign's beginning 累计",
    "Indicator.covers": "whether a unit reports its own, or that of all below it, too",
    "Indicator.aliases": "other names of it",
    "Organ.name": "its name",
    "Organ.held_by": "who holds it",
    "Selector.tier": "units of one of these tiers",
    "Selector.kind": "units of one of these kinds",
    "Selector.batch": "units of one of these batches",
    "Selector.parent": "units below one of these",
    "Selector.units": "these units",
    "Report.sheet": "the code of the sheet",
    "Report.to": "who owes it",
    "Report.cut_off": "the day of the month up to which a period counts; 0 is its last",
    "Report.due_after": "how many days after that it is due",
    "Numbers.about_days": "days of grace of a deadline with 左右",
    "Numbers.immediate_days": "days that 立行立改 has from the day it was raised",
    "Numbers.due_soon_days": "days before its deadline from which a milestone is due soon",
    "Numbers.unit_months": "the months that each unit's part lasts at least",
}

#: The tables of a plan in the order in which they are told, with what they are headed by.
_PARTS: Final[tuple[tuple[type[BaseModel], str], ...]] = (
    (plans.Plan, "The plan itself"),
    (plans.Words, "`[vocabulary.…]`"),
    (plans.Vocabulary, "`[vocabulary]`"),
    (plans.StatusWords, "`[[statuses]]`"),
    (plans.Phase, "`[[phases]]`"),
    (plans.Action, "`[[actions]]`"),
    (plans.Rule, "`[[rules]]`"),
    (plans.Selector, "`to`: whom a rule is for"),
    (plans.Readiness, "`[[readiness]]`"),
    (plans.Talks, "`[talks]`"),
    (plans.Pair, "`[[talks.pairs]]`"),
    (plans.Review, "`[review]`"),
    (plans.Contacts, "`[[contacts]]`"),
    (plans.Point, "`[[contacts.points]]`"),
    (plans.Supervision, "`[[supervision]]`"),
    (plans.Special, "`[[specials]]`"),
    (plans.Indicator, "`[[indicators]]`"),
    (plans.Organ, "`[[organs]]`"),
    (plans.Report, "`[[reports]]`"),
    (plans.Numbers, "`[numbers]`"),
)


def plan_page() -> Iterator[str]:
    """Yield the lines of the page about what a plan may declare."""
    yield from _title("The plan 活动方案", "schemas/plan.py")
    yield "A plan is a TOML file, or [a workbook](add-a-plan.md#as-a-workbook) that says the same."
    yield "A key that stands in none of these tables is refused, and so is a value that is not of"
    yield "its type. Whether a plan is sound: `campaign plan check FILE`."
    yield ""
    yield "Plans that ship, to be named instead of a file:"
    yield ""
    for name in sorted(shipped()):
        yield f"- `{name}`: {load_plan(name).name}"
    yield ""
    for part, heading in _PARTS:
        yield f"## {heading}"
        yield ""
        yield _said(part)
        yield ""
        rows = (
            (*_key(name, info), MEANINGS[f"{part.__name__}.{name}"])
            for name, info in part.model_fields.items()
        )
        yield from _table(("key", "type", "without it", "is"), rows)


def _said(part: type[BaseModel]) -> str:
    lines = (part.__doc__ or "").strip().splitlines()
    return "\n".join(line.strip() for line in lines).replace("``", "`")


def _key(name: str, info: FieldInfo) -> tuple[str, str, str]:
    return _code(name), _type(info.annotation) + _limits(info.metadata), _default(info)


def _type(annotation: Any) -> str:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(parts[0])
    if origin in (Union, UnionType):
        return " or ".join(_type(part) for part in parts if part is not NoneType)
    if origin is Literal:
        return " or ".join(_code(f'"{part}"') for part in parts)
    if origin is tuple:
        many = parts[0]
        return f"tables {_at(many)}" if many in _HEADED else f"list of {_type(many)}"
    if origin is dict:
        return f"table: {_type(parts[0])} = {_type(parts[1])}"
    if annotation in _HEADED:
        return f"table {_at(annotation)}"
    return _PLAIN[annotation]


_PLAIN: Final = {str: "text", int: "whole number", bool: "true or false", date: "day"}
_HEADED: Final = dict(_PARTS)


def _at(part: type[BaseModel]) -> str:
    told = {plans.Words: "of words, below", plans.Selector: "`to`"}
    return told.get(part, _HEADED[part])


def _limits(metadata: Sequence[Any]) -> str:
    said = []
    for limit in metadata:
        if (least := getattr(limit, "ge", None)) is not None:
            said.append(f"{least} or more")
        if (most := getattr(limit, "le", None)) is not None:
            said.append(f"at most {most}")
    return f" ({', '.join(said)})" if said else ""


def _default(info: FieldInfo) -> str:
    value = info.default
    if value is PydanticUndefined:
        return "**required**"
    if isinstance(value, bool):
        return _code(str(value).lower())
    if isinstance(value, BaseModel) or value in (None, (), {}):
        return ""
    return _code(f'"{value}"' if isinstance(value, str) else str(value))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
