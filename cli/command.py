"""One command: built from its file when it is called, read, run and recorded.

Typer builds it; how a value is read, what is wrong with a line, and the help page are
our own. Typer's reading of values would load pydantic for every option, and speaks
English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from itertools import pairwise
from typing import Any
from typing import Final

import typer
from typer.core import TyperCommand
from typer.main import get_command

from cli import arguments
from cli import help as pages
from cli import options
from cli import screen
from cli.arguments import HELP
from cli.mistakes import BadUsage
from cli.mistakes import ExtraArgument
from cli.mistakes import MissingArgument
from cli.mistakes import MissingOption
from cli.mistakes import NearOption
from cli.mistakes import NeedsValue
from cli.mistakes import NoSuchOption
from cli.mistakes import OptionsBeforeVerb
from cli.mistakes import TakesNoValue
from cli.places import Found
from cli.places import not_a_verb
from cli.quoting import quoted
from cli.setting import Setting
from cli.setting import setting_of
from ledger.errors import Mistake

#: Where the values as given are kept until the command line is recorded.
_GIVEN: Final = "campaign.given"
_DASHED_TEXT: Final = re.compile(r"-+[^-A-Za-z]")


class Command(TyperCommand):
    """A command of the tool: Typer's, with our reading, our words and our help."""

    found: Found
    words: frozenset[str] = frozenset()
    has_run: bool = True

    def asks_for_help(self, args: list[str]) -> bool:
        """Tell whether a command line is not to be run but explained."""
        before, _ = _parted(args)
        return any(arg in HELP for arg in before) or not self.has_run

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; what is left over is one of our mistakes."""
        see = f"{self.found.line} --help"
        super().parse_args(ctx, self._tidy(args, see))
        if ctx.args:
            raise self._extra(ctx, see)
        return []

    def invoke(self, ctx: Any) -> Any:
        """Run the command, with its own line in its setting."""
        ctx.obj = replace(setting_of(ctx), typed=self._typed(ctx))
        return super().invoke(ctx)

    def _tidy(self, args: list[str], see: str) -> list[str]:
        """Return the arguments, ``-overdue`` read as ``--overdue``.

        A value that is another option's name is none: it was forgotten.
        """
        by_name = _by_name(self.params)
        before, after = _parted(_with_dashed_text_last(args, by_name))
        before = [f"-{arg}" if f"-{arg}" in by_name else arg for arg in before]
        for arg, following in zip(before, [*before[1:], None], strict=False):
            option = by_name.get(arg)
            forgotten = following is None or following.partition("=")[0] in by_name
            if option is not None and not option.is_flag and forgotten:
                raise NeedsValue(option=arg, see=see)
        return before + after

    def _extra(self, ctx: Any, see: str) -> Exception:
        verbs, words = self.found.verbs, self.found.words
        if not verbs:
            return ExtraArgument(text=" ".join(map(quoted, ctx.args)), see=see)
        if ctx.args[0] in verbs:
            see = f"campaign {words[0]} {ctx.args[0]} --help"
            return OptionsBeforeVerb(noun=words[0], verb=ctx.args[0], see=see)
        return not_a_verb(words[0], ctx.args[0], verbs)

    def _typed(self, ctx: Any) -> str:
        given: dict[str, object] = ctx.meta.get(_GIVEN, {})
        parts = [self.found.line]
        for param in self.params:
            name = str(param.name)
            if name in given:
                private = name in self.words
                parts += _as_typed(param, "…" if private else given[name])
        return " ".join(parts)


def build(found: Found) -> Command:
    """Return the command of a file: its ``run``, its ``WORDS``."""
    module = import_module(found.module)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(
        name=found.words[-1],
        cls=Command,
        context_settings={"allow_extra_args": True},
        # Ours is written before anything is read; Typer's would load pydantic.
        add_help_option=False,
    )(getattr(module, "run", None) or _nothing)
    command = get_command(app)
    assert isinstance(command, Command)
    command.found = found
    command.has_run = hasattr(module, "run")
    command.words = getattr(module, "WORDS", frozenset())
    params: list[Any] = command.params
    for param in params:
        # On the object, since Typer offers no way to say which class a parameter has.
        param.process_value = partial(_read, param)
    return command


def run(found: Found, setting: Setting) -> int:
    """Run a command that has been found, and return its exit status."""
    command = build(found)
    if command.asks_for_help(found.rest):
        screen.answer(pages.command_page(found, command.params, setting))
        return 0
    try:
        with command.make_context(found.line, found.rest, obj=setting) as ctx:
            command.invoke(ctx)
    except typer.Exit as end:
        return end.exit_code
    except Exception as problem:
        mistake = _mistake(problem, command)
        if mistake is None:
            raise
        raise mistake from problem
    return 0


def _nothing() -> None:
    """Stand for the listing of a noun that has none: its help page is shown."""


def _with_dashed_text_last(args: list[str], by_name: dict[str, Any]) -> list[str]:
    """Put a text such as ``- 办事慢`` behind ``--``: no option of ours looks like it."""
    before, after = _parted(args)
    texts = [
        text
        for previous, text in pairwise(["", *before])
        if _DASHED_TEXT.match(text) and (previous not in by_name or by_name[previous].is_flag)
    ]
    if not texts:
        return args
    return [arg for arg in before if arg not in texts] + ["--", *texts, *after[1:]]


def _parted(args: list[str]) -> tuple[list[str], list[str]]:
    end = args.index("--") if "--" in args else len(args)
    return args[:end], args[end:]


def _read(param: Any, ctx: Any, value: Any) -> Any:
    """Return a parameter's value: read by its callback, else by its type."""
    many = param.multiple or param.nargs == -1
    if value is None or (many and not value):
        if param.required:
            raise _missing(param, ctx)
        return () if many else None
    given = ctx.get_parameter_source(param.name)
    if given is not None and given.name == "COMMANDLINE":
        ctx.meta.setdefault(_GIVEN, {})[param.name] = value
    if isinstance(value, bool):
        return value
    if param.callback is not None:
        return param.callback(ctx, param, value)
    read = options.reader(param.type_descriptor.annotation)
    if read is None:
        return type(param).process_value(param, ctx, value)
    name = pages.name_of(param, setting_of(ctx).lang)
    one = partial(_one, read, name, setting_of(ctx))
    return [one(part) for part in value] if many else one(value)


def _one(read: options.Reader, name: str, setting: Setting, value: object) -> object:
    # A default is of its type already.
    return read(value, name, setting) if isinstance(value, str) else value


def _missing(param: Any, ctx: Any) -> Exception:
    see = f"{ctx.info_name} --help"
    name = pages.name_of(param, setting_of(ctx).lang)
    if param.param_type_name == "argument":
        return MissingArgument(name=name, see=see)
    return MissingOption(option=name, see=see)


def _mistake(problem: Exception, command: Command) -> Mistake | None:
    """Return our mistake for what Typer finds wrong; its own have no public names."""
    if not hasattr(problem, "format_message"):
        return None
    see = f"{command.found.line} --help"
    kind, option = type(problem).__name__, str(getattr(problem, "option_name", ""))
    by_name = _by_name(command.params)
    if kind == "NoSuchOption":
        near = get_close_matches(option, [*by_name, *arguments.GLOBALS, *HELP], 1)
        if near:
            return NearOption(option=option, near=near[0], see=see)
        return NoSuchOption(option=option, see=see)
    if kind == "BadOptionUsage":
        wrong = TakesNoValue if by_name[option].is_flag else NeedsValue
        return wrong(option=option, see=see)
    return BadUsage(text=problem.format_message(), see=see)


def _by_name(params: Iterable[Any]) -> dict[str, Any]:
    found = [param for param in params if param.param_type_name == "option"]
    return {name: param for param in found for name in param.opts + param.secondary_opts}


def _as_typed(param: Any, value: object) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    if param.param_type_name == "argument":
        return [quoted(str(part)) for part in values]
    if isinstance(value, bool):
        return [param.opts[0] if value else param.secondary_opts[0]]
    name = next(name for name in param.opts if name.startswith("--"))
    return [word for part in values for word in (name, quoted(str(part)))]
