"""Opens a closed item again."""

from datetime import date
from typing import Annotated
from typing import Final

import typer

from cli import options
from cli.opening import writing
from schemas.vocabulary import Codes

#: Whose verdict it is that the work was not done after all; never a name.
VERDICT: Final = Codes(
    "verdict",
    {
        "giver": ("提意见人", "群众"),
        "vote": ("测评", "群众测评"),
        "supervision": ("督导组",),
        "office": ("活动办",),
    },
    {
        "giver": "giver",
        "vote": "vote",
        "supervision": "supervision group",
        "office": "office",
    },
)


def run(
    ctx: typer.Context,
    number: str,
    reason: Annotated[str, typer.Option("--reason")],
    verdict_of: Annotated[str, options.coded("--verdict-of", VERDICT)],
    on: Annotated[date | None, options.ON] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    """Open an item again, and keep whose verdict it was."""
    from ledger import rectification

    with writing(ctx, by, dry_run=dry_run) as work:
        who = VERDICT.word(verdict_of, work.campaign.lang)
        number = rectification.step(
            work.entry, number, "reopen", day=on, done_by=who, reason=reason
        )
        work.tell("rectify.reopened", number=number)
