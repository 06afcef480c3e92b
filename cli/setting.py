"""What a command works under: the ledger, the campaign, the language, the day."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Final

from cli.mistakes import BadLanguage
from cli.mistakes import BadToday
from schemas.locale import LANGUAGES

if TYPE_CHECKING:
    import typer

LEDGER: Final = "campaign.db"
NARROWEST: Final = 40
USUAL_WIDTH: Final = 80


@dataclass(frozen=True)
class Setting:
    """All that one run of the tool takes from outside, read once."""

    #: The ledger's file, which need not exist.
    ledger: Path
    #: The campaign asked for by name, or none: the one that is in use.
    campaign: str | None
    #: The terminal's language. Sheets and letters are in the plan's.
    lang: str
    #: The day that counts as today.
    today: date
    #: The real time, for the journal.
    now: datetime
    #: Who is logged in to this computer.
    user: str
    #: Whether answers go to somebody's eyes.
    interactive: bool = False
    #: How many columns a line has.
    width: int = USUAL_WIDTH
    #: A folder of sheets that the office declared, beside the one that lies by the ledger.
    sheets: Path | None = None
    #: The command as typed, private words left out.
    typed: str = "campaign"


def setting_of(ctx: typer.Context) -> Setting:
    """Return the setting of the command that a context belongs to."""
    setting = ctx.obj
    assert isinstance(setting, Setting)
    return setting


def language(wanted: str | None, environ: Mapping[str, str]) -> str:
    """Return the terminal's language: as asked for, else as the computer speaks."""
    if wanted is not None:
        return _known_language(wanted)
    if environ.get("CAMPAIGN_LANG"):
        return _known_language(environ["CAMPAIGN_LANG"])
    return computer_language(environ)


def computer_language(environ: Mapping[str, str]) -> str:
    """Return the language of the computer's locale, Chinese where it has none."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environ[name] for name in names if environ.get(name)), "")
    if not locale and sys.platform == "win32":
        locale = _windows_locale()
    tongue = locale.partition(".")[0].replace("-", "_").partition("_")[0].lower()
    return "zh" if tongue in {"", "c", "posix", "zh"} else "en"


def read_setting(wanted: Mapping[str, str], environ: Mapping[str, str], lang: str) -> Setting:
    """Return the setting that the global options and the environment ask for."""
    now = datetime.now().astimezone()
    return Setting(
        ledger=Path(wanted.get("ledger") or environ.get("CAMPAIGN_LEDGER") or LEDGER),
        campaign=wanted.get("campaign"),
        sheets=Path(environ["CAMPAIGN_SHEETS"]) if environ.get("CAMPAIGN_SHEETS") else None,
        lang=lang,
        today=_today(environ, now),
        now=now,
        user=_user(),
        interactive=_is_terminal(),
        width=_width(environ),
    )


def _known_language(text: str) -> str:
    tongue = text.strip().lower()[:2]
    if tongue not in LANGUAGES:
        raise BadLanguage(value=text)
    return tongue


def _windows_locale() -> str:  # pragma: no cover - only Windows has it
    import ctypes
    import locale

    code = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined]
    return locale.windows_locale.get(code, "")


def _today(environ: Mapping[str, str], now: datetime) -> date:
    wanted = environ.get("CAMPAIGN_TODAY")
    if not wanted:
        return now.date()
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        raise BadToday(value=wanted) from None


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _width(environ: Mapping[str, str]) -> int:
    if environ.get("COLUMNS", "").isdigit():
        return max(int(environ["COLUMNS"]), NARROWEST)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
    except (AttributeError, OSError, ValueError):
        return USUAL_WIDTH
