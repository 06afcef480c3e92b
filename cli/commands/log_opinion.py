"""Records what people said, word for word."""

from datetime import date
from typing import Annotated

import typer

from cli import fields
from cli import intake
from cli import options
from cli.mistakes import MissingArgument
from cli.mistakes import NotTogether
from cli.opening import writing
from cli.setting import Setting
from cli.setting import setting_of
from schemas.locale import say

#: What was said, and where it stands who said it, are not kept with the command.
WORDS = frozenset({"content", "giver_from"})


def run(
    ctx: typer.Context,
    unit: Annotated[str, options.UNIT],
    content: Annotated[str | None, typer.Argument()] = None,
    channel: fields.Channel = None,
    theme: fields.Themes = None,
    target: fields.Target = None,
    from_group: fields.FromGroup = None,
    collected_by: fields.CollectedBy = None,
    wording: fields.Wording = None,
    voices: fields.Voices = None,
    on: Annotated[date | None, options.ON] = None,
    giver_from: fields.GiverFrom = None,
    from_stdin: Annotated[bool, typer.Option("--from-stdin")] = False,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Record one opinion, or one for each line of stdin."""
    from ledger import opinions

    setting = setting_of(ctx)
    texts = _said(content, giver_from, setting, from_stdin=from_stdin)
    giver = opinions.read_giver(intake.read(giver_from)) if giver_from else None
    said = fields.given(
        unit=unit, channel=channel, theme=theme, target=target, from_group=from_group,
        collected_by=collected_by, wording=wording, voices=voices,
        raised_on=on or setting.today,
    )  # fmt: skip
    with writing(ctx, by, dry_run=dry_run) as work:
        opinion = fields.of_opinion(work, said)
        numbers = [
            opinions.log(work.entry, work.campaign.id, words, opinion, giver) for words in texts
        ]
        if len(numbers) == 1:
            work.tell("opinions.logged", number=numbers[0])
        else:
            work.tell("opinions.logged_many", n=len(numbers))


def _said(
    content: str | None, giver_from: str | None, setting: Setting, *, from_stdin: bool
) -> list[str]:
    if not from_stdin:
        if content is None:
            name = say("help.value.content", setting.lang)
            raise MissingArgument(name=name, see="campaign log-opinion --help")
        return [content]
    if content is not None:
        raise NotTogether(one="--from-stdin", other=f"“{content}”")
    if giver_from is not None:
        raise NotTogether(one="--from-stdin", other="--giver-from")
    return intake.lines(intake.STDIN)
