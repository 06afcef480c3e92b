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
from ledger import plan_files
from ledger.campaigns import CampaignInUse
from ledger.errors import UnknownPhase

if TYPE_CHECKING:
    from ledger.plan_diff import Move
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


def use(entry: "Entry", source: str) -> "tuple[CampaignInUse, list[Move]]":
    """Choose a campaign of the ledger; or take in a plan that ships or lies in a file.

    A plan whose campaign the ledger has already takes the earlier plan's place: what is
    not done is planned anew, what is done stays as it was. What moves is returned.
    Raises what ``plan_files.load`` does.
    """
    known = {name: one for one in listed(entry.connection) for name in (one.name, one.code)}
    chosen = known.get(source)
    if chosen is None:
        return take(entry, plan_files.load(source, entry.today))
    _choose(entry, chosen)
    return chosen, []


def take(entry: "Entry", plan: "Plan") -> "tuple[CampaignInUse, list[Move]]":
    """Take a plan in, and choose its campaign; return that and what moves in it."""
    known = next((one for one in listed(entry.connection) if one.code == plan.code), None)
    chosen, moved = _take_in(entry, plan, known)
    _choose(entry, chosen)
    return chosen, moved


def _choose(entry: "Entry", chosen: CampaignInUse) -> None:
    from ledger.models import Setting

    row = entry.connection.execute(
        "select id from setting where key = ?", (campaigns.IN_USE,)
    ).fetchone()
    setting = entry.session.get_one(Setting, row[0])
    setting.value = str(chosen.id)
    entry.flush()


def _take_in(
    entry: "Entry", plan: "Plan", known: CampaignInUse | None
) -> "tuple[CampaignInUse, list[Move]]":
    """Write a plan as that of its campaign; return the campaign and what moves in it."""
    from ledger.models import Campaign
    from ledger.plan_diff import in_question
    from ledger.plan_diff import keep
    from ledger.plan_diff import moves
    from ledger.plan_diff import snapshot

    if known and (known.name, known.plan) == (plan.name, plan):
        return known, []
    only = in_question(known.plan, plan, entry.today) if known else frozenset()
    before = snapshot(entry.connection, known, entry.today, known.plan, only) if known else {}
    campaign = Campaign(code=plan.code, name=plan.name, plan="")
    if known:
        campaign = entry.session.get_one(Campaign, known.id)
    campaign.name, campaign.plan = plan.name, plan.model_dump_json()
    entry.add(campaign)
    entry.flush()
    taken = next(one for one in listed(entry.connection) if one.id == campaign.id)
    if known is None:
        return taken, []
    moved = moves(before, snapshot(entry.connection, taken, entry.today, plan, only))
    keep(entry, taken.id, moved)
    return taken, moved


def earlier(connection: sqlite3.Connection, campaign: CampaignInUse) -> "Plan | None":
    """Return the plan that a campaign had before its newest change, None where it has none."""
    from schemas.plan import Plan

    found = connection.execute(
        "select json_extract(old, '$.plan') from journal where record = 'campaign'"
        " and row_id = ? and op = 'U' and json_extract(old, '$.plan') is not null"
        " order by id desc limit 1",
        (campaign.id,),
    ).fetchone()
    return None if found is None else Plan.model_validate_json(found[0])


def meant(connection: sqlite3.Connection, said: str, today: date) -> "Plan":
    """Return a plan that ships or lies in a file, else that of a campaign of the ledger.

    Raises what ``plan_files.load`` does.
    """
    if said not in campaigns.shipped():
        for campaign in listed(connection):
            if said in (campaign.code, campaign.name):
                return campaign.plan
    return plan_files.load(said, today)


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
