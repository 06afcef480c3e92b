"""Makes a ledger for the benchmarks, filled by plain SQL within one entry.

Run as ``python benchmarks/ledgers.py PATH units|items|milestones COUNT``.
"""

import json
import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from texts import TODAY
from texts import Item
from texts import items
from texts import units

from ledger import campaigns
from ledger import keys
from ledger.store import Author
from ledger.store import Entry
from ledger.store import create

UNITS: Final = 220
_AUTHOR: Final = Author("王干事", TODAY, f"{TODAY}T09:00:00+08:00", "benchmarks")
_CAMPAIGN: Final = 1
_COLUMNS: Final = (
    *("id", "no", "campaign_id", "batch", "kind", "scope", "unit_id", "theme", "problem", "goal"),
    *("measures", "lead", "owner", "raised_on", "due_text", "due_on", "due_class", "due_standing"),
    *("late_after", "first_due_text", "first_due_on", "status", "closing", "progress", "done_on"),
    *("first_done_on", "reopened", "natural_key"),
)
#: What every unit owes for a month.
_OWED: Final = """
[[reports]]
sheet = "opinions"
[[reports]]
sheet = "rectification"
"""


#: How many actions each unit owes, and how many of a hundred it has not done in time.
ACTIONS: Final = 20
_MISSING: Final = 8


def main(path: Path, kind: str, count: int) -> None:
    """Make a ledger of so many units, with milestones or without, or of so many items."""
    beside = path.with_suffix(".part")
    beside.unlink(missing_ok=True)
    ledger, _ = create(beside)
    with ledger, ledger.writing(_AUTHOR, kind="init") as entry:
        plan = beside.with_suffix(".toml")
        more = _actions() if kind == "milestones" else _OWED
        plan.write_text(campaigns.shipped()["standard"] + more, encoding="utf-8")
        campaigns.start(entry, campaigns.load_plan(str(plan)), "岚江县", "benchmarks")
        plan.unlink()
        numbers = _fill_units(entry, UNITS if kind == "items" else count)
        if kind == "items":
            _fill_items(entry, count, numbers)
        if kind == "milestones":
            _fill_milestones(entry, numbers)
    beside.replace(path)


def _fill_units(entry: Entry, count: int) -> dict[str, int]:
    names = units(count)
    entry.connection.executemany(
        "insert into unit(name, parent_id, tier) values (?, 1, '乡镇')", ((name,) for name in names)
    )
    found = entry.connection.execute("select name, id from unit where parent_id = 1")
    return dict(found.fetchall())


def _actions() -> str:
    """Return the part of a plan that has every town do so much, each action by its day."""
    parts = (
        f'[[actions]]\ncode = "a{at}"\nname = "第{at}项规定动作"\nphase = "{at % 3 + 1}"\n'
        f'[[rules]]\naction = "a{at}"\nto = {{ tier = ["乡镇"] }}\n'
        f'due = "2014年{at % 6 + 3}月底前"\n'
        for at in range(ACTIONS)
    )
    return "".join(parts)


def _fill_milestones(entry: Entry, numbers: dict[str, int]) -> None:
    """Let every unit have done its actions in time, but for a few here and there."""
    entry.connection.executemany(
        "insert into milestone(campaign_id, unit_id, action, done_on) values (?, ?, ?, ?)",
        (
            (_CAMPAIGN, unit, f"a{at}", "2014-03-20")
            for unit in numbers.values()
            for at in range(ACTIONS)
            if (unit * 31 + at * 17) % 100 >= _MISSING
        ),
    )


def _fill_items(entry: Entry, count: int, numbers: dict[str, int]) -> None:
    drawn = enumerate(items(count, list(numbers)), 1)
    marks = ", ".join("?" * len(_COLUMNS))
    entry.connection.executemany(
        f"insert into item({', '.join(_COLUMNS)}) values ({marks})",
        (_row(number, item, numbers[item.unit]) for number, item in drawn),
    )
    entry.connection.execute(
        "insert into item_co_unit(item_id, unit_id)"
        " select id, 2 + (unit_id + 7) % ? from item where id % 10 = 0",
        (len(numbers),),
    )


def _row(number: int, item: Item, unit: int) -> tuple[object, ...]:
    late = item.late_after and item.late_after.isoformat()
    done = item.done_on and item.done_on.isoformat()
    values = {
        "id": number,
        "no": keys.item_number(number),
        "campaign_id": _CAMPAIGN,
        "batch": "第二批",
        "kind": "rectification",
        "scope": "body",
        "unit_id": unit,
        "theme": json.dumps([item.theme], ensure_ascii=False),
        "problem": item.problem,
        "goal": item.goal,
        "measures": item.measures,
        "lead": item.lead,
        "owner": item.owner,
        "raised_on": item.raised_on.isoformat(),
        "due_text": item.due,
        "due_on": late,
        "due_class": item.due_class,
        "due_standing": item.due_class == "standing",
        "late_after": late,
        "first_due_text": item.due,
        "first_due_on": late,
        "status": item.status,
        "closing": "open",
        "progress": item.progress or None,
        "done_on": done,
        "first_done_on": done,
        "reopened": 0,
        "natural_key": keys.item_key("body", item.owner, item.problem),
    }
    return tuple(values[name] for name in _COLUMNS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
