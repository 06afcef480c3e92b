"""What stands in a plan, as people read it: whom a rule is for, what a field is called."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from typing import Any

from schemas.locale import known
from schemas.locale import say
from schemas.vocabulary import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schemas.plan import Plan
    from schemas.plan import Selector

#: What of a list is known by: the first that it has.
_NAMES = ("name", "action", "sheet", "phase", "category", "leaders", "status")

#: Lists whose parts are told apart by those whom they are for.
_BY_WHOM = ("rules", "readiness", "reports")

#: Fields whose values may be codes; a figure's own unit of measure is none.
_CODES = ("kind", "measure", "supervisor", "covers")


#: Lists of what may have any sign inside.
_SENTENCES = ("principles", "topics", "verdicts", "headings", "checklist")


def part_word(part: str, lang: str) -> str:
    """Return what a table of a plan is called."""
    return say(f"plan.part.{part}", lang) if known(f"plan.part.{part}") else field_word(part, lang)


def field_word(name: str, lang: str) -> str:
    """Return what a field of a plan is called; one that holds a table, as the table."""
    key = f"plan.field.{name}"
    return say(key if known(key) else f"plan.part.{name}", lang)


def whom(selector: Selector, lang: str) -> str:
    """Return whom a selector means, in words."""
    parts = []
    for name in ("tier", "kind", "batch", "parent", "units"):
        words = getattr(selector, name)
        if words:
            parts.append(say(f"plan.whom.{name}", lang, words=words_listed(words)))
    return say("plan.whom.between", lang).join(parts) or say("plan.whom.all", lang)


def value_words(plan: Plan, name: str, value: Any, lang: str) -> str:
    """Return the value of a field as people read it: codes by their names."""
    if value is None or value in ((), {}):
        return ""
    if isinstance(value, bool):
        return say("screen.yes" if value else "screen.no", lang)
    if name in ("action", "begins", "look_back", "attends", "actions", "before"):
        codes = (value,) if isinstance(value, str) else value
        return "、".join(_action_name(plan, code) for code in codes)
    if name == "phase":
        return plan.phase_name(value) or value
    if name == "sheet":
        return _sheet_name(value, lang)
    if name == "status":
        return STATUS.word(value, lang)
    if name in _CODES and known(f"plan.code.{value}"):
        return say(f"plan.code.{value}", lang)
    if name in _SENTENCES:
        return say("plan.between", lang).join(value)
    return _plain(value, lang)


def words_listed(words: Iterable[str]) -> str:
    """Return words side by side; one that has the sign between them inside stands in quotes."""
    return "、".join(f"“{word}”" if "、" in word and "“" not in word else word for word in words)


def _sheet_name(code: str, lang: str) -> str:
    from schemas.sheet import all_sheets

    return next((sheet.name(lang) for sheet in all_sheets() if sheet.code == code), code)


def _action_name(plan: Plan, code: str) -> str:
    return next((action.name for action in plan.actions if action.code == code), code)


def _plain(value: Any, lang: str) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        told = (f"{key}：{_plain(one, lang)}" for key, one in value.items())
        return "；".join(told)
    if isinstance(value, tuple | list) and any(hasattr(one, "at_least") for one in value):
        return say("plan.between", lang).join(_plain(one, lang) for one in value)
    if isinstance(value, tuple | list):
        return words_listed(_plain(one, lang) for one in value)
    if hasattr(value, "exactness"):
        return whom(value, lang)
    if hasattr(value, "at_least"):
        at_least = f"{whom(value.to, lang)} {value.at_least}"
        return say("plan.of_whom", lang, what=value.name, whom=at_least)
    if hasattr(value, "model_fields_set"):
        return str(next(getattr(value, name) for name in _NAMES if hasattr(value, name)))
    return str(value)


def called(plan: Plan, part: str, of: Any, lang: str) -> str:
    """Return what one of a list is called, with those whom it is for."""
    if of is None:
        return ""
    if isinstance(of, str):
        return field_word(of, lang)
    name = next(name for name in _NAMES if hasattr(of, name))
    words = value_words(plan, name, getattr(of, name), lang)
    selector = getattr(of, "to", None)
    if part in _BY_WHOM and selector is not None:
        return say("plan.of_whom", lang, what=words, whom=whom(selector, lang))
    return words


def titled(plan: Plan, part: str, of: Any, lang: str) -> tuple[str, set[str]]:
    """Return what one of a list is headed by, with its code, and the fields that this tells."""
    name = next(name for name in _NAMES if hasattr(of, name))
    title = called(plan, part, of, lang)
    code = getattr(of, "code", title)
    if code != title:
        title = say("plan.of_whom", lang, what=title, whom=code)
    return title, {name, "code", *(("to",) if part in _BY_WHOM else ())}
