"""Changes how an opinion is sorted and worded."""

from typing import Annotated

import typer

from cli import fields
from cli import intake
from cli import options
from cli.opening import writing

#: What was said, and where it stands who said it, are not kept with the command.
WORDS = frozenset({"content", "giver_from"})


def run(
    ctx: typer.Context,
    number: str,
    content: Annotated[str | None, typer.Option("--content")] = None,
    unit: Annotated[str | None, options.UNIT] = None,
    channel: fields.Channel = None,
    theme: fields.Themes = None,
    target: fields.Target = None,
    from_group: fields.FromGroup = None,
    collected_by: fields.CollectedBy = None,
    wording: fields.Wording = None,
    voices: fields.Voices = None,
    raised_on: fields.RaisedOn = None,
    giver_from: fields.GiverFrom = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Change the fields that are given."""
    from ledger import opinions

    said = fields.given(
        content=content, unit=unit, channel=channel, theme=theme, target=target,
        from_group=from_group, collected_by=collected_by, wording=wording,
        voices=voices, raised_on=raised_on,
    )  # fmt: skip
    fields.something(ctx, giver_from, said)
    giver = opinions.read_giver(intake.read(giver_from)) if giver_from else None
    with writing(ctx, by, dry_run=dry_run, final=not said) as work:
        opinion = fields.of_opinion(work, said)
        number = opinions.edit(work.entry, number, opinion, giver)
        work.tell("opinions.changed", number=number)
        if giver and said:
            work.note("opinions.giver_stays")
