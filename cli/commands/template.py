"""Writes a blank sheet to be filled in."""

from pathlib import Path

import typer

from cli import options
from cli.opening import opened


def run(
    ctx: typer.Context,
    sheet: str,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Write the blank sheet of a kind."""
    from ledger.exchange.sending import sheet_of
    from ledger.exchange.sending import write_template
    from ledger.exchange.write import file_name
    from schemas.locale import say

    with opened(ctx) as work:
        wanted = sheet_of(work.campaign, sheet)
        lang = work.campaign.lang
        name = file_name(wanted.name(lang), say("receipt.blank", lang))
        target = output or Path(name)
        write_template(work.campaign, wanted, target, force=force)
        work.screen.reply("sheets.template", file=target)
