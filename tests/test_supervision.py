"""Visits of supervision groups: logged, listed, summed by group, and what came of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Campaign
from office import Office
from office import open_office
from test_dry_run import sheet

from ledger import supervision
from ledger import undo
from ledger.campaigns import load_plan
from ledger.errors import DirectionClosed
from ledger.exchange import sending
from schemas import record

GROUP = "县委第三督导组"
KEYS = [field.name for field in record.VISIT.fields]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path, load_plan("qzlx-county"))
    with made.ledger:
        yield made


def listed(office: Office, **asked):
    wanted = supervision.VisitFilter(**asked)
    return list(supervision.visits(office.ledger.connection, office.campaign.id, wanted))


# At the command line ----------------------------------------------------------------------


def test_a_visit_is_kept_and_its_findings_become_items_with_their_source(started):
    result = started(
        *("log-visit", "盐窝镇", "--group", GROUP, "--on", "5月12日", "--way", "暗访"),
        *("--way", "座谈会", "--talks", 12, "--meetings", 1, "--opinions", 8),
        *("--finding", "窗口无人", "--finding", "公示栏空着", "--due", "5月底前"),
        *("--demands", "立即整改"),
    )
    assert result.err == ""
    assert result.out == (
        "已登记督导 DD-0001，发现的问题列为整改事项：ZG-0001、ZG-0002。撤销：campaign undo 5\n"
    )
    (visit,) = started.json("visits")
    assert list(visit) == KEYS
    assert visit == dict.fromkeys(KEYS) | {
        "no": "DD-0001",
        "campaign": "standard",
        "group": GROUP,
        "unit": "盐窝镇",
        "day": "2014-05-12",
        "ways": ["暗访", "座谈"],
        "talks": 12,
        "meetings": 1,
        "opinions": 8,
        "found": "窗口无人；公示栏空着",
        "demands": "立即整改",
        "due_text": "5月底前",
        "due_on": "2014-05-31",
        "late_after": "2014-05-31",
        "items": ["ZG-0001", "ZG-0002"],
    }
    for item in started.json("rectify"):
        said = {name: item[name] for name in ("unit", "source", "visit", "due_text", "raised_on")}
        assert said == {
            "unit": "盐窝镇",
            "source": "暗访",
            "visit": "DD-0001",
            "due_text": "5月底前",
            "raised_on": "2014-05-12",
        }


def test_a_problem_that_is_there_already_is_not_put_there_again(started):
    started("rectify", "add", "窗口无人", "--unit", "财政局")
    result = started("log-visit", "财政局", "--group", GROUP, "--finding", "窗口无人。")
    assert result.out.startswith("已登记督导 DD-0001。")
    assert len(started.json("rectify")) == 1


def test_visits_are_narrowed_down_and_each_groups_sum_is_its_own(started):
    for unit, group, on, talks in (
        ("财政局", "第一组", "5月5日", 3),
        ("盐窝镇", "第三组", "5月6日", 4),
        ("南岭村", "第三组", "5月9日", 5),
    ):
        started("log-visit", unit, "--group", group, "--on", on, "--talks", talks)
    started("log-opinion", "办事慢", "--unit", "南岭村", "--voices", 90)

    def numbers(*options):
        return [one["no"] for one in started.json("visits", *options)]

    assert numbers("--group", "第三组") == ["DD-0002", "DD-0003"]
    assert numbers("--unit", "盐窝镇", "--from", "5月7日") == ["DD-0003"]
    assert numbers("--until", "5月6日") == ["DD-0001", "DD-0002"]
    assert numbers("--way", "暗访") == []
    (first, third) = started.json("visits", "--sums")
    assert (first["group"], first["visits"], first["talks"]) == ("第一组", 1, 3)
    assert (third["group"], third["visits"], third["units"], third["talks"]) == ("第三组", 2, 2, 9)
    assert third["opinions"] is None
    assert "各督导组合计" in started("visits").out


def test_a_visit_is_changed_shown_and_taken_away_and_undo_brings_it_back(started):
    started("log-visit", "盐窝镇", "--group", GROUP, "--finding", "窗口无人")
    changed = started("visits", "edit", "dd1", "--recheck", "已到位", "--outcome", "通报")
    assert changed.out.startswith("已改好督导 DD-0001。")
    shown = started("visits", "show", "DD-0001")
    assert "已到位" in shown.out
    assert started.json("visits", "show", "DD-0001")["outcome"] == "exposed"
    assert started("visits", "drop", "DD-0001").status == 0
    assert started.json("visits") == []
    assert started.json("rectify")[0]["visit"] is None
    started("undo")
    assert started.json("rectify")[0]["visit"] == "DD-0001"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("log-visit", "盐窝镇", "--group", GROUP, "--finding", " "), "发现的问题是空的"),
        (("visits", "show", "DD-0009"), "DD-0009"),
        (("visits", "edit", "DD-0001"), ""),
    ],
)
def test_what_cannot_be_leaves_everything_as_it_was(started, argv, words):
    before = started.entries()
    result = started(*argv)
    assert result.status == 2
    assert words in result.err
    assert started.entries() == before


def test_the_level_of_a_group_is_the_plans(office):
    with office.ledger.writing(office.author, campaign=1) as entry:
        said = {"unit_id": office.unit("盐窝镇"), "day": office.today, "sup_group": GROUP}
        supervision.log_visit(entry, office.campaign, said)
        said |= {"sup_group": "外县督导组"}
        supervision.log_visit(entry, office.campaign, said)
    assert [visit["level"] for visit in listed(office)] == ["县", None]


# As a sheet -------------------------------------------------------------------------------

LOG = """
县委第三督导组督导工作日志
督导组 | 日期 | 被督导单位 | 督导方式 | 个别谈话人次 | 座谈会场次 | 发现问题 | 整改时限
{group} | 5月6日 | 盐窝镇 | 听汇报、查阅资料 | 12 | 1 | 学习记录不全 | 5月底前
        | 5月8日 | 胜坨镇 | 暗访 | | | 窗口无人 |
{group} | 5月9日 | 利津镇 | 座谈 | 3 | 1 | |
合计 | | | | 15 | 2 | |
"""


def test_a_log_as_groups_keep_it_comes_in(office):
    result = office.take_text(LOG.format(group=GROUP))
    [sheet] = result.sheets
    assert sheet.sheet.code == "visits"
    assert sheet.verdicts == ["new", "new", "queried"]
    first, second = listed(office)
    assert (first["group"], first["ways"], first["talks"]) == (GROUP, ["听汇报", "查资料"], 12)
    assert (first["due_on"], first["found"]) == ("2014-05-31", "学习记录不全")
    assert (second["group"], second["unit"], second["ways"]) == (GROUP, "胜坨镇", ["暗访"])
    again = office.take_text(LOG.format(group=GROUP).replace("学习记录不全", "记录不全"))
    assert again.count("changed") == 1
    assert len(listed(office)) == 2
    undo.undo(office.ledger, office.author, result.entry)
    assert [visit["found"] for visit in listed(office)] in ([], ["记录不全"])


def test_up_go_counts_and_nothing_goes_down_or_to_the_public(office):
    office.take_text(LOG.format(group=GROUP))
    up = office.export("visits", "up.csv", sending.Parcel(direction="up"))
    text = up.read_text(encoding="utf-8-sig")
    assert "12" in text
    assert "学习记录不全" not in text
    assert "窗口无人" not in text
    for direction in ("down", "public"):
        parcel = sending.Parcel(direction=direction, unit=office.unit("盐窝镇"))
        with pytest.raises(DirectionClosed):
            office.export("visits", "no.csv", parcel)


def test_a_groups_own_notes_are_visits_although_only_the_title_names_the_group(
    started: Campaign, tmp_path: Path
) -> None:
    """With one column of units and none for the group, they were taken as a roster."""
    started("add-unit", "县教育局")
    text = """
        县委第二督导组督导工作记录
        序号|督导时间|被督导单位|督导方式|个别谈话人数|发现的主要问题|整改时限
        1|5月8日|县教育局|听汇报、查资料|12人|学习笔记抄袭|5月底
        2|2014年5月12日|盐窝镇|暗访||窗口脱岗|立行立改
    """
    before = started.json("units")
    done = started("import", sheet(tmp_path / "督导.csv", text))
    assert done.status == 0, done.out
    visits = started.json("visits")
    said = [(one["group"], one["day"], one["unit"], one["talks"], one["found"]) for one in visits]
    assert sorted(said) == [
        ("县委第二督导组", "2014-05-08", "县教育局", 12, "学习笔记抄袭"),
        ("县委第二督导组", "2014-05-12", "盐窝镇", None, "窗口脱岗"),
    ]
    assert started.json("units") == before
