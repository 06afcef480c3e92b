"""Plans: the one in use, taking another one into the ledger, a plan as its file."""

import json
import re
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ledger import campaigns
from ledger.campaigns import CampaignInUse
from ledger.errors import UnknownPhase

if TYPE_CHECKING:
    from ledger.store import Entry
    from schemas.plan import Phase
    from schemas.plan import Plan


def listed(connection: sqlite3.Connection) -> list[CampaignInUse]:
    """Return the ledger's campaigns, the oldest first."""
    rows = connection.execute("select id, code, name, plan from campaign order by id")
    return [CampaignInUse(*row) for row in rows]


def phase_of(plan: "Plan", said: str) -> "Phase":
    """Return the plan's phase of a code, a name or a part of one; raises UnknownPhase."""
    for phase in plan.phases:
        if said in (phase.code, phase.name):
            return phase
    found = [phase for phase in plan.phases if said and said in phase.name]
    if len(found) == 1:
        return found[0]
    known = [phase.name for phase in plan.phases]
    raise UnknownPhase(phase=said, known="、".join(known) or "—")


def use(entry: "Entry", source: str) -> CampaignInUse:
    """Choose a campaign of the ledger; or take in a plan that ships or lies in a file.

    A plan whose campaign the ledger has already takes the earlier plan's place.
    Raises UnknownPlan, PlanUnreadable or PlanInvalid.
    """
    from ledger.models import Campaign
    from ledger.models import Setting

    known = {name: c.id for c in listed(entry.connection) for name in (c.name, c.code)}
    chosen = known.get(source)
    if chosen is None:
        plan = campaigns.load_plan(source)
        campaign = Campaign(code=plan.code, name=plan.name, plan="")
        if plan.code in known:
            campaign = entry.session.get_one(Campaign, known[plan.code])
        campaign.name, campaign.plan = plan.name, plan.model_dump_json()
        entry.add(campaign)
        assert campaign.id is not None
        chosen = campaign.id
    row = entry.connection.execute(
        "select id from setting where key = ?", (campaigns.IN_USE,)
    ).fetchone()
    setting = entry.session.get_one(Setting, row[0])
    setting.value = str(chosen)
    entry.flush()
    return next(c for c in listed(entry.connection) if c.id == chosen)


def as_toml(plan: "Plan") -> str:
    """Return a plan as the TOML file that it could have been read from."""
    return "\n".join(_table(plan.model_dump(exclude_defaults=True), ())).strip() + "\n"


def _table(fields: Mapping[str, object], path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: its values first, then the tables inside it."""
    inside: list[str] = []
    for name, value in fields.items():
        here = (*path, name)
        if isinstance(value, dict):
            inside += ["", f"[{_dotted(here)}]", *_table(value, here)]
        elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            for part in value:
                inside += ["", f"[[{_dotted(here)}]]", *_table(part, here)]
        else:
            yield f"{_key(name)} = {_value(value)}"
    yield from inside


def _dotted(path: Iterable[str]) -> str:
    return ".".join(map(_key, path))


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _value(name)


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, date):
        return value.isoformat()
    # A JSON text, number or truth value is one in TOML, too.
    return json.dumps(value, ensure_ascii=False)
