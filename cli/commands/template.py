"""Writes a blank sheet to be filled in."""

from pathlib import Path

import typer

from cli import options
from cli.mistakes import OutputExists
from cli.opening import opened
from cli.screen import Screen
from cli.setting import setting_of
from schemas.plan_sheet import is_plan
from schemas.plan_sheet import title


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

    if is_plan(sheet):
        _write_plan(ctx, output, force=force)
        return
    with opened(ctx) as work:
        wanted = sheet_of(work.campaign, sheet)
        lang = work.campaign.lang
        name = file_name(wanted.name(lang), say("receipt.blank", lang))
        target = output or Path(name)
        write_template(work.campaign, wanted, target, force=force)
        work.screen.reply("sheets.template", file=target)


def _write_plan(ctx: typer.Context, output: Path | None, *, force: bool) -> None:
    """Write the blank workbook of a plan, which is filled in before there is a ledger."""
    from ledger.exchange.plan_writing import write_blank
    from ledger.exchange.write import file_name
    from schemas.locale import say

    setting = setting_of(ctx)
    lang = setting.lang
    if setting.ledger.exists():
        with opened(ctx) as work:
            lang = work.campaign.lang
    target = output or Path(file_name(title(lang), say("receipt.blank", lang)))
    if target.exists() and not force:
        raise OutputExists(file=target)
    write_blank(target, lang)
    Screen(setting).reply("sheets.template", file=target)
