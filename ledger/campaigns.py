"""Campaigns and their plans: the one in use, the office that the ledger belongs to."""

import json
import sqlite3
import tomllib
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Final

from ledger.errors import PlanInvalid
from ledger.errors import PlanUnreadable
from ledger.errors import UnknownCampaign
from ledger.errors import UnknownPlan
from schemas.fault import Fault
from schemas.vocabulary import STATUS
from schemas.vocabulary import Codes

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from ledger.store import Entry
    from schemas.plan import Plan
    from schemas.sheet import Sheet

#: Keys of the settings.
OFFICE: Final = "office"
IN_USE: Final = "campaign"
IDENTITY: Final = "ledger"

#: The folder beside a ledger's file in which an office declares sheets of its own.
OWN_SHEETS: Final = "sheets"


class CampaignInUse:
    """The campaign that a command works on."""

    def __init__(
        self, number: int, code: str, name: str, text: str, *, folders: Sequence[Path] = ()
    ) -> None:
        self.id = number
        self.code = code
        self.name = name
        self._text = text
        self._folders = folders

    @cached_property
    def plan(self) -> "Plan":
        """The whole plan, read when it is first asked for."""
        from schemas.plan import Plan

        return Plan.model_validate_json(self._text)

    @cached_property
    def sheets(self) -> tuple["Sheet", ...]:
        """The kinds of sheets: those that ship, and those that the office declared itself.

        Raises SheetUnreadable or SheetInvalid.
        """
        from schemas.sheet import all_sheets

        shipped = tuple(all_sheets())
        folders = [folder for folder in self._folders if folder.is_dir()]
        if not folders:
            return shipped
        from ledger.own_sheets import declared_in

        return shipped + declared_in(folders, shipped)

    @cached_property
    def status_codes(self) -> Codes:
        """The standings of work with the plan's own words; the plan is not built for it."""
        own = json.loads(self._text).get("statuses", ())
        return STATUS.with_words({one["status"]: one["words"] for one in own})

    @cached_property
    def lang(self) -> str:
        """The language of workbooks, answers and reports."""
        return str(json.loads(self._text)["language"])


def shipped() -> dict[str, str]:
    """Map the names of the plans that ship to their text."""
    folder = files("schemas").joinpath("plans")
    return {
        path.name.removesuffix(".toml"): path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if path.name.endswith(".toml")
    }


def plan_text(source: str) -> str:
    """Return the text of a plan that ships, by name, or of a plan's file.

    Raises UnknownPlan or PlanUnreadable.
    """
    text = shipped().get(source)
    if text is not None:
        return text
    path = Path(source)
    if not path.is_file():
        raise UnknownPlan(plan=source, shipped=", ".join(sorted(shipped())))
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PlanUnreadable(plan=source, what=str(error)) from error


def load_plan(source: str) -> "Plan":
    """Read a plan that ships, by name, or a plan's file.

    Raises UnknownPlan, PlanUnreadable or PlanInvalid, the last with the place in the plan.
    """
    from pydantic import ValidationError

    from schemas.plan import Plan

    text = plan_text(source)
    try:
        return Plan.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PlanUnreadable(plan=source, what=str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "plan"
        raise PlanInvalid(plan=source, place=place, what=broken_rule(first)) from error


#: The keys of what a rule of a whole table found wrong in it.
_BROKEN_KEYS: Final = {"plan_recurrence_unread": "every", "plan_form_twofold": "excluded"}


def broken_place(error: "ErrorDetails") -> tuple[int | str, ...]:
    """Return where in a plan something is wrong: its key, where only one can be meant."""
    key = _BROKEN_KEYS.get(error["type"])
    return error["loc"] if key is None else (*error["loc"], key)


def broken_rule(error: "ErrorDetails") -> Fault:
    """Return what is wrong with a declaration: a rule of plans, or one of the usual ones."""
    kind = error["type"]
    if kind.startswith("plan_"):
        return Fault(f"plan.{kind}", error.get("ctx") or {})
    limits = error.get("ctx") or {}
    if kind in ("greater_than_equal", "less_than_equal"):
        if "ge" in limits:
            return Fault("plan.rule_least", {"value": error["input"], "least": limits["ge"]})
        return Fault("plan.rule_most", {"value": error["input"], "most": limits["le"]})
    if kind == "string_too_long":
        return Fault("plan.rule_too_long", {"most": limits["max_length"]})
    usual = {"missing": "missing", "extra_forbidden": "unknown_key", "literal_error": "one_of"}
    values = {"expected": (error.get("ctx") or {}).get("expected", "")}
    return Fault(f"plan.rule_{usual.get(kind, 'value')}", {**values, "value": error["input"]})


def start(entry: "Entry", plan: "Plan", office: str | None, identity: str) -> int:
    """Write the first campaign, the ledger's identity and its office; return its id."""
    from ledger.models import Campaign
    from ledger.models import Setting
    from ledger.models import Unit

    campaign = Campaign(code=plan.code, name=plan.name, plan=plan.model_dump_json())
    entry.add(campaign)
    assert campaign.id is not None
    entry.add(
        Setting(key=IDENTITY, value=identity),
        Setting(key=IN_USE, value=str(campaign.id)),
    )
    if office:
        unit = Unit(name=office)
        entry.add(unit)
        entry.add(Setting(key=OFFICE, value=str(unit.id)))
    return campaign.id


def in_use(
    connection: sqlite3.Connection, name: str | None = None, sheets: Path | None = None
) -> CampaignInUse:
    """Return the campaign of a code or name, else the one in use.

    Beside the ledger's file, and in the folder ``sheets``, an office may have declared
    kinds of sheets of its own. Raises UnknownCampaign.
    """
    folders = _folders(connection, sheets)
    rows = connection.execute("select id, code, name, plan from campaign order by id").fetchall()
    if name is not None:
        for row in rows:
            if name in row[1:3]:
                return CampaignInUse(*row, folders=folders)
        raise UnknownCampaign(campaign=name, known=", ".join(row[1] for row in rows))
    chosen = setting(connection, IN_USE)
    for row in rows:
        if str(row[0]) == chosen or len(rows) == 1:
            return CampaignInUse(*row, folders=folders)
    raise UnknownCampaign(campaign=chosen or "", known=", ".join(row[1] for row in rows))


def _folders(connection: sqlite3.Connection, more: Path | None) -> list[Path]:
    """Return the folders of an office's own sheets, each once."""
    file = connection.execute("pragma database_list").fetchone()[2]
    beside = [Path(file).parent / OWN_SHEETS] if file else []
    found = beside if more is None else [*beside, more]
    return list({folder.resolve(): folder for folder in found}.values())


def setting(connection: sqlite3.Connection, key: str) -> str | None:
    """Return what the ledger remembers under a key."""
    found = connection.execute("select value from setting where key = ?", (key,)).fetchone()
    return None if found is None else found[0]


def office(connection: sqlite3.Connection) -> int | None:
    """Return the unit whose office keeps this ledger, or None where none was named."""
    found = setting(connection, OFFICE)
    return None if found is None else int(found)
