"""Shows all that a plan declares, or writes it as its file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Annotated
from typing import Any

import typer

from cli import options
from cli import plan_words
from cli.mistakes import OutputExists
from cli.mistakes import PlanFormat
from cli.opening import opened
from cli.plan_answers import answered
from cli.screen import Column
from cli.screen import Screen
from cli.screen import replacing
from cli.setting import setting_of
from schemas.locale import say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from schemas.plan import Plan


class _Said(Column):
    """A column that is headed by what a field of a plan is called."""

    def title(self, lang: str) -> str:
        """Return the heading in a language."""
        return plan_words.field_word(self.key, lang)


def run(
    ctx: typer.Context,
    plan: Annotated[str | None, typer.Argument()] = None,
    shape: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Show the plan in use, one that ships, or one in a file."""
    from ledger import plan_files

    if plan is None:
        with opened(ctx) as work:
            found = work.campaign.plan
    else:
        with answered(ctx):
            found = plan_files.load(plan, setting_of(ctx).today)
    screen = Screen(setting_of(ctx))
    if output is not None:
        _write(screen, found, output, setting_of(ctx).today, force=force)
    elif shape == "json":
        screen.json(found.model_dump(mode="json"))
    else:
        _show(screen, found)


def _write(screen: Screen, plan: Plan, output: Path, today: date, *, force: bool) -> None:
    from ledger import plans

    kind = output.suffix.lower()
    if kind not in (".toml", ".xlsx"):
        raise PlanFormat(file=output)
    if kind == ".xlsx":
        _write_workbook(plan, output, today, force=force)
    else:
        with replacing(output, force=force) as write:
            write(plans.as_toml(plan))
    screen.say("plan.written", file=output)


def _write_workbook(plan: Plan, output: Path, today: date, *, force: bool) -> None:
    from ledger.exchange.plan_writing import write_plan

    if output.exists() and not force:
        raise OutputExists(file=output)
    write_plan(plan, output, today)


def _show(screen: Screen, plan: Plan) -> None:
    """Show a plan part by part; a part that says nothing is left out."""
    single = {name: value for name, value in _fields(plan).items() if not _is_part(value)}
    _record(screen, plan, single)
    for name, value in _fields(plan).items():
        if not _is_part(value):
            continue
        if name == "vocabulary":
            _vocabulary(screen, plan)
        elif isinstance(value, tuple):
            _table(screen, plan, name, value)
        else:
            _part(screen, plan, name, value)


def _fields(part: Any) -> dict[str, Any]:
    """Return the fields of a part that say something beyond what goes without saying."""
    return {
        name: getattr(part, name)
        for name, info in type(part).model_fields.items()
        if getattr(part, name) != info.get_default(call_default_factory=True)
    }


def _is_part(value: Any) -> bool:
    one = value[0] if isinstance(value, tuple) and value else value
    return hasattr(one, "model_fields_set") and not hasattr(one, "exactness")


def _part(screen: Screen, plan: Plan, name: str, part: Any) -> None:
    screen.heading(plan_words.part_word(name, screen.lang))
    fields = _fields(part)
    _record(screen, plan, {key: one for key, one in fields.items() if not _is_part(one)})
    for key, one in fields.items():
        if _is_part(one):
            _table(screen, plan, key, one)


def _record(screen: Screen, plan: Plan, fields: dict[str, Any]) -> None:
    columns = [_Said(name) for name in fields]
    row = {
        name: plan_words.value_words(plan, name, one, screen.lang) for name, one in fields.items()
    }
    screen.record(columns, row)


def _table(screen: Screen, plan: Plan, name: str, parts: tuple[Any, ...]) -> None:
    screen.heading(plan_words.part_word(name, screen.lang))
    said = [_fields(part) for part in parts]
    keys = [
        key
        for key in type(parts[0]).model_fields
        if any(key in one for one in said) or (key == "required" and any(map(_is_measured, parts)))
    ]
    columns = [_Said(key, is_long=key in _LONG) for key in keys]
    rows = [{key: _cell(screen, plan, part, key) for key in keys} for part in parts]
    if screen.fits(columns, rows):
        screen.table(columns, rows)
        return
    for part, row in zip(parts, rows, strict=True):
        title, told = plan_words.titled(plan, name, part, screen.lang)
        fields = [
            say(
                "plan.field_is", screen.lang, field=column.title(screen.lang), value=row[column.key]
            )
            for column in columns
            if row[column.key] and column.key not in told
        ]
        screen.entry(title, say("plan.between", screen.lang).join(fields))


def _cell(screen: Screen, plan: Plan, part: Any, key: str) -> str:
    """Return a cell; what goes without saying is left out, but for how often is often enough."""
    if not (key == "required" and _is_measured(part)) and key not in _fields(part):
        return ""
    return plan_words.value_words(plan, key, getattr(part, key), screen.lang)


def _is_measured(part: Any) -> bool:
    """Tell whether how often is often enough has to be said of an action."""
    return bool(getattr(part, "measure", "done") != "done")


#: Texts that take the room which the other columns leave.
_LONG = frozenset({"name", "to", "because", "forms", "excluded", "groups", "aliases", "points"})


def _vocabulary(screen: Screen, plan: Plan) -> None:
    screen.heading(plan_words.part_word("vocabulary", screen.lang))
    lists = _fields(plan.vocabulary)
    row = {name: plan_words.words_listed(words.words) for name, words in lists.items()}
    screen.record([_Said(name) for name in lists], row)
