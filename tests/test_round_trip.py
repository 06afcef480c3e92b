"""Promises about sheets: what goes out comes back unchanged, whatever stands in it."""

import json
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from office import TODAY
from office import Office
from office import open_office

from ledger import activities
from ledger import campaigns
from ledger import contacts
from ledger import figures
from ledger import journal
from ledger import opinions
from ledger import rectification
from ledger import supervision
from ledger import undo
from ledger import units
from ledger import weak
from ledger.exchange.plain import clean
from ledger.exchange.plain import says_nothing
from ledger.store import Entry
from schemas import vocabulary
from schemas.deadline import Deadline
from schemas.plan import Plan
from schemas.sheet import all_sheets

#: What several units have a page of goes into no CSV.
SHEETS = [
    (sheet.code, suffix)
    for sheet in all_sheets()
    for suffix in ("xlsx", "csv")
    if (sheet.code, suffix) != ("visit-checks", "csv")
]

ACTIONS = {
    "actions": [
        {"code": "mobilise", "name": "动员大会", "phase": "1"},
        {"code": "study", "name": "集中学习", "phase": "1", "measure": "days", "required": 3},
        {"code": "meet", "name": "民主生活会", "phase": "2"},
    ],
    "rules": [{"action": "mobilise"}, {"action": "study"}, {"action": "meet"}],
}


def plan() -> Plan:
    said = json.loads(campaigns.load_plan("standard").model_dump_json())
    return Plan.model_validate({**said, **ACTIONS})


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path, plan())
    with made.ledger:
        yield made


#: Signs that programs take for something else, or that no workbook can hold as they are.
AWKWARD = "=+-@'\"\n\t\r\x07\x0b\x1f\x7f\x85\u2028\u200b\ufeff\uffff_一二三䶮𠮷各同上√"
WHOLE = [
    *("_x000D_", "_x0041_甲", "甲_x000d_乙", "_x005F_x000D_", "=1+1", "'=1", "+86", "-1-2"),
    *("@甲", "1E+20", "007", "同上", "合计", "〃", "/"),
]
#: As long as a cell may be, in signs of one and of two units each, and a little longer.
LONG = ["长" * 32_765, "a" * 32_766, "𠮷" * 16_384]
#: Any text that a ledger keeps: no NUL and no half of a pair, not blank at its ends.
TEXTS = (
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(AWKWARD),
        min_size=1,
        max_size=40,
    )
    | st.sampled_from(WHOLE)
).map(str.strip)
WORDS = TEXTS.filter(lambda text: text and "\n" not in text)
#: Without a reason a cumulative number does not fall, and a stroke is none.
REASONS = TEXTS.filter(lambda text: not says_nothing(clean(text)))
#: Days that programs count wrongly: there was no 29 February 1900, and all ends somewhere.
EDGES = [
    *(date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1)),
    *(date(1904, 1, 1), date(2100, 2, 28), date(2100, 12, 31)),
]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.sampled_from(EDGES)
PAST = DAYS.filter(lambda day: day <= TODAY)


@settings(
    max_examples=15,
    deadline=None,
    # To make an example smaller takes many exports, and says little more.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
@pytest.mark.parametrize(("code", "suffix"), SHEETS)
def test_an_export_that_comes_back_changes_nothing(
    code: str, suffix: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = open_office(tmp_path_factory.mktemp("trip"), plan())
    with made.ledger:
        _fill(made, data)
        before, newest = made.snapshot(), journal.newest(made.ledger.connection)
        path = made.export(code, f"{code}.{suffix}")
        [result] = made.take(path)
        remarks = [found.remarks for found in result.sheets]
        assert result.state == "taken"
        now = made.snapshot()
        changed = [
            (old, new)
            for table, rows in before.items()
            for old, new in zip(rows, now[table], strict=True)
            if old != new
        ]
        assert changed == [], (remarks, changed)
        assert journal.newest(made.ledger.connection) == newest, remarks
        assert result.count("queried") + result.count("conflict") == 0, remarks
        assert result.count("unchanged") > 0


def _fill(made: Office, data: st.DataObject) -> None:
    draw = data.draw
    names = units.UnitNames(made.ledger.connection)
    unit = st.sampled_from(sorted(names.names))
    today = PAST
    with made.ledger.writing(made.author, campaign=1) as entry:
        units.edit(entry, 1, names, draw(unit), _unit_fields(draw))
        for _ in range(draw(st.integers(1, 3))):
            fields = _item_fields(draw) | {"unit_id": draw(unit)}
            rectification.add(entry, 1, "问题" + draw(TEXTS), fields, [draw(unit)])
            heard = {
                "unit_id": draw(unit),
                "raised_on": draw(today),
                "voices": draw(st.integers(1, 9)),
            }
            heard |= {name: draw(WORDS) for name in ("collected_by", "channel", "from_group")}
            opinions.log(entry, 1, "意见" + draw(TEXTS), heard)
        _fill_supervision(made, entry, draw, unit, today)
        for sheet in all_sheets():
            fixed = sheet.fixed_in(made.campaign.plan)
            _fill_fixed(made, entry, sheet.record, fixed, draw, draw(unit))
        for _ in range(2):
            fields = {"unit_id": draw(unit), **_activity_fields(draw, today)}
            activities.log_activity(entry, made.campaign, fields)
        _fill_figures(made, entry, draw, unit)


def _fill_supervision(made: Office, entry: Entry, draw: Any, unit: Any, today: Any) -> None:
    seen = {
        "unit_id": draw(unit),
        "sup_group": draw(WORDS),
        "day": draw(today),
        "ways": draw(st.sampled_from([["听汇报"], ["暗访", "座谈"], None])),
        "talks": draw(st.integers(0, 10**6)),
        "found": draw(TEXTS) or None,
        **rectification.due_columns(draw(DEADLINES)),
    }
    supervision.log_visit(entry, made.campaign, seen, ["现场" + draw(TEXTS)])
    leader = draw(st.sampled_from(["王建国", "李 明", "欧阳修文"]))
    for _ in range(2):
        point = {"unit_id": 1, "body_id": draw(unit), "point": draw(WORDS), "post": draw(WORDS)}
        contacts.add(entry, 1, leader, point)
    turned = draw(st.sampled_from(list(vocabulary.TURNED.words)))
    organisation = {"unit_id": draw(unit), "turned": turned, "measures": draw(TEXTS) or None}
    organisation |= rectification.due_columns(draw(DEADLINES))
    weak.add(entry, 1, "党支部" + draw(WORDS), organisation)


def _fill_figures(made: Office, entry: Entry, draw: Any, unit: Any) -> None:
    """Give units numbers: sometimes one unit alone, so that both shapes go out."""
    alone = draw(st.booleans())
    whose = draw(unit)
    figures.log(entry, made.campaign, "座谈会", "3", {"unit_id": whose, "period": "2014-02"})
    taken = set()
    for _ in range(draw(st.integers(0, 5))):
        said = {
            "unit_id": whose if alone else draw(unit),
            "period": draw(st.sampled_from(["2014-03", "2014-04", "2014-05"])),
            "covers": draw(st.sampled_from(["own", "all"])),
            "cumulative": draw(st.booleans()),
            "source": draw(st.sampled_from([None, "简报", "报表"])),
            "reason": draw(REASONS),
        }
        indicator = draw(
            st.sampled_from(["征求意见数", "座谈会", "满意率", "征求意见数其中：班子"]) | WORDS
        )
        name = figures.indicator_named(made.campaign.plan, indicator) or ""
        key = (name.casefold(), *(said[part] for part in ("unit_id", "period", "covers")))
        if name and (key, said["cumulative"], said["source"]) not in taken:
            taken.add((key, said["cumulative"], said["source"]))
            words = draw(
                st.sampled_from(["75.6万余条", "近万条", "12,400余人次", "3", "96.5%", "0"])
            )
            figures.log(entry, made.campaign, indicator, words, said)


def _fill_fixed(
    made: Office, entry: Entry, record: str, fixed: Mapping[str, Any], draw: Any, unit: int
) -> None:
    """Give each sheet that fixes something a record of its own."""
    if fixed and record == "item":
        rectification.add(entry, 1, f"事项{fixed}", {"unit_id": unit, **fixed})
    elif fixed and record == "opinion":
        opinions.log(entry, 1, f"意见{fixed}", {"unit_id": unit, **fixed})
    elif fixed:
        assert record == "activity"
        talk = {"unit_id": unit, "day": made.today, "with_whom": draw(PEOPLE), "note": draw(TEXTS)}
        activities.log_activity(entry, made.campaign, {**talk, **fixed})


PEOPLE = st.sampled_from(["张三", "王建国、李 明", "欧阳修文（镇长）", None])


def _activity_fields(draw: Any, today: Any) -> dict[str, Any]:
    day = draw(today)
    return {
        "day": day,
        "action": draw(st.sampled_from(["study", "meet", None])),
        "form": draw(st.sampled_from(["集中学习", "谈心谈话", "没有的形式"])),
        "ends_on": draw(st.sampled_from([None, day, day + timedelta(days=40)])),
        "title": draw(TEXTS) or None,
        "day_tenths": draw(st.none() | st.integers(1, 40)),
        "hour_tenths": draw(st.none() | st.integers(1, 400)),
        "times": draw(st.integers(1, 9)),
        "present": draw(st.none() | st.integers(0, 10**6)),
        "absent": draw(TEXTS) or None,
        "made_up": draw(st.none() | st.integers(0, 9)),
        "led_by": draw(PEOPLE),
        "speaker": draw(WORDS),
        "supervisor": draw(st.sampled_from(["无", "第3督导组 王某", "√", None])),
        "pair": draw(st.sampled_from(["班子成员之间", None])),
        "topics": draw(st.sampled_from([["个人的问题", "班子的问题"], ["对方的问题"], None])),
        "member_group": draw(st.sampled_from(["流动党员", None])),
        "phase": draw(st.sampled_from(["1", "2", None])),
        "note": draw(TEXTS) or None,
    }


def _unit_fields(draw: Any) -> dict[str, Any]:
    return {
        "head": draw(st.sampled_from(["张三", "欧阳修文", "김철수", "买买提·艾力"])),
        "members": draw(st.integers(0, 10**6)),
        "phone": draw(st.sampled_from(["0546-2521234", "05462521234", "13800000000"])),
        "batch": draw(st.sampled_from(["第一批", "第二批", None])),
        "started_on": draw(PAST),
        "key_body": draw(st.booleans()),
    }


DEADLINES = DAYS.flatmap(
    lambda due: st.sampled_from(
        [
            Deadline(due.isoformat(), due, due, "dated"),
            Deadline("6月底前", date(2014, 6, 30), date(2014, 6, 30), "dated"),
            Deadline("长期坚持", None, None, "standing", standing=True),
            Deadline("近期", None, None, "unclear"),
            None,
        ]
    )
)


def _item_fields(draw: Any) -> dict[str, Any]:
    status = draw(st.sampled_from(list(vocabulary.STATUS.words)))
    deadline = draw(DEADLINES)
    return {
        "status": status,
        "done_on": draw(PAST) if status in rectification.FINISHED else None,
        "kind": draw(st.sampled_from(list(vocabulary.KIND.words))),
        "scope": draw(st.sampled_from(list(vocabulary.SCOPE.words))),
        "measures": draw(TEXTS) or None,
        "goal": draw(TEXTS) or None,
        "source": draw(WORDS),
        "theme": draw(st.sampled_from([["形式主义"], ["官僚主义", "享乐主义"], None])),
        **rectification.due_columns(deadline),
    }


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[__import__("hypothesis").Phase.generate],
)
@given(data=st.data())
def test_import_then_undo_among_later_work(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = open_office(tmp_path_factory.mktemp("undo"), plan())
    with made.ledger:
        before = made.snapshot()
        problems = data.draw(st.lists(WORDS, min_size=1, max_size=5, unique=True))
        rows = "\n".join(f"问题{at} | 盐窝镇 | 6月底前" for at, _ in enumerate(problems))
        result = made.take_text(f"存在问题 | 责任单位 | 完成时限\n{rows}", "盐窝镇")
        assert result.entry is not None
        with made.ledger.writing(made.author, campaign=1) as entry:
            rectification.add(entry, 1, "后来的事", {"unit_id": made.unit("胜坨镇")})
        later = made.items()[-1]
        undo.undo(made.ledger, made.author, result.entry)
        assert [item["problem"] for item in made.items()] == [later["problem"]]
        undo.undo(made.ledger, made.author, result.entry + 1)
        assert made.snapshot() == before
