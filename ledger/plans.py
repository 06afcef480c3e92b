"""Choosing the campaign in use, and taking a plan into the ledger."""

import sqlite3
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
