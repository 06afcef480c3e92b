"""Shows how the campaign stands: opinions, items, what is late, who has not reported."""

from typing import TYPE_CHECKING
from typing import Annotated
from typing import Any

import typer

from cli import options
from cli.opening import Opened
from cli.opening import opened
from cli.screen import Column
from schemas.locale import say
from schemas.vocabulary import CLOSING

if TYPE_CHECKING:
    from ledger.reading import ItemFilter
    from ledger.reports.figures import Rate
    from ledger.reports.figures import Standing

_COUNTS = (Column("word", "status.word", is_long=True), Column("n", "status.n", justify="right"))


def run(
    ctx: typer.Context,
    unit: Annotated[str | None, options.UNIT] = None,
    batch: Annotated[str | None, typer.Option("--batch")] = None,
    kind: Annotated[list[str] | None, options.KIND] = None,
    scope: Annotated[list[str] | None, options.SCOPE] = None,
    theme: Annotated[str | None, typer.Option("--theme")] = None,
    shape: options.Format = None,
) -> None:
    """Show the figures of the campaign."""
    from ledger import reading
    from ledger.reports import figures

    with opened(ctx) as work:
        about = work.unit_if(unit)
        theme = work.meant_if("theme", theme)
        asked = reading.ItemFilter(
            unit=about, batch=batch, kind=tuple(kind or ()), scope=tuple(scope or ()), theme=theme
        )
        items = figures.items(work.connection, work.campaign.id, work.setting.today, asked)
        heard = reading.OpinionFilter(unit=about, theme=theme)
        channels = figures.opinions(work.connection, work.campaign.id, heard, "channel")
        counted = _counted(work, asked)
        if shape == "json":
            work.screen.json(_object(work, items, channels, counted))
        else:
            _tell(work, items, channels, counted)


def _tell(work: Opened, items: "Standing", channels: dict[str, int], counted: str) -> None:
    screen, lang = work.screen, work.screen.lang
    day = work.setting.today.isoformat()
    screen.reply("status.title", campaign=work.campaign.name, day=day)
    screen.heading(say("status.opinions", lang, n=sum(channels.values())))
    not_said = say("papers.not_said", lang)
    screen.table(_COUNTS, [{"word": word or not_said, "n": n} for word, n in channels.items()])
    screen.heading(say("status.items", lang, n=items.total))
    words = work.campaign.status_codes
    rows = [
        {"word": words.word(code, lang), "n": items.by_status.get(code, 0)}
        for code in words.words
        if items.by_status.get(code)
    ]
    rows.append({"word": say("status.overdue", lang), "n": items.overdue})
    rows += [
        {"word": CLOSING.word(code, lang), "n": items.by_closing[code]}
        for code in CLOSING.words
        if code != "open" and items.by_closing.get(code)
    ]
    screen.table(_COUNTS, rows)
    for key, told in (("came", items.came), ("went", items.went)):
        for campaign, n in told.items():
            screen.reply(f"status.{key}", campaign=campaign, n=n)
    for name in ("done", "done_or_standing", "closed"):
        _tell_rate(work, name, getattr(items, name))
    screen.reply("status.counted", counted=counted)


def _tell_rate(work: Opened, name: str, rate: "Rate") -> None:
    word = say(f"status.rate_{name}", work.screen.lang)
    key = "status.rate" if rate.percent is not None else "status.no_rate"
    work.screen.reply(key, word=word, part=rate.part, whole=rate.whole, percent=rate.percent)


def _counted(work: Opened, asked: "ItemFilter") -> str:
    """Return what was counted (口径), put together from the filter in use."""
    lang = work.screen.lang
    parts = [say("status.all_units", lang)]
    if asked.unit is not None:
        parts = [say("status.unit", lang, unit=work.names.names[asked.unit])]
    if asked.batch:
        parts.append(asked.batch)
    for name in ("kind", "scope"):
        from schemas import record

        codes = record.ITEM.field(name).codes
        words = [codes.word(code, lang) for code in getattr(asked, name) if codes]
        if words:
            parts.append("、".join(words))
    if asked.theme:
        parts.append(asked.theme)
    parts.append(say("status.dropped_left_out", lang))
    return say("status.between", lang).join(parts)


def _object(
    work: Opened, items: "Standing", channels: dict[str, int], counted: str
) -> dict[str, Any]:
    def rate(one: "Rate") -> dict[str, Any]:
        return {"part": one.part, "whole": one.whole, "percent": one.percent}

    return {
        "campaign": work.campaign.code,
        "day": work.setting.today,
        "opinions": {"total": sum(channels.values()), "by_channel": channels},
        "items": {
            "total": items.total,
            "by_status": items.by_status,
            "by_closing": items.by_closing,
            "overdue": items.overdue,
            "done": rate(items.done),
            "done_or_standing": rate(items.done_or_standing),
            "closed": rate(items.closed),
            "carried_from": items.came,
            "carried_to": items.went,
        },
        "counted": counted,
    }
