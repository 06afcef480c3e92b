"""Undo from the command line: each record is told by its name, with what stands in the way."""

import pytest


def snapshot(campaign):
    listings = (["units", "--all"], ["opinions", "--all"], ["rectify", "--all"])
    return [campaign.json(*listing) for listing in listings]


def test_the_newest_entry_is_undone_and_brought_back(started):
    before = snapshot(started)
    started("rectify", "add", "一", "--unit", "财政局", "--co-unit", "盐窝镇", "--due", "6月底")
    after = snapshot(started)
    result = started("undo")
    assert (result.status, result.err) == (0, "")
    assert result.out == (
        "ZG-0001  已还原\n"
        "已撤销第 5 笔：还原 1 条，保留 0 条，不能还原 0 条。恢复：campaign undo 6\n"
    )
    assert snapshot(started) == before
    assert started("undo", "6", lang="en").out == (
        "ZG-0001  restored\n"
        "Undid entry 6: 1 restored, 0 kept, 0 cannot be. To bring it back: campaign undo 7\n"
    )
    assert snapshot(started) == after


def test_a_number_is_not_given_again(started):
    for number in ("ZG-0001", "ZG-0002"):
        assert number in started("rectify", "add", "一", "--unit", "财政局").out
        started("undo")


ZH = """\
甲村  已还原
乙村  保留：党员数后来被第 3 笔改过
丙村  保留：党员数后来被第 4 笔改过
丁村  不能还原：后来被第 5 笔删除了
戊村  不能还原：第 6 笔的“一组”要用到它
已撤销第 2 笔：还原 1 条，保留 2 条，不能还原 2 条。恢复：campaign undo 7
"""
EN = """\
甲村  restored
乙村  kept: members changed since by entry 3
丙村  kept: members changed since by entry 4
丁村  cannot: deleted since by entry 5
戊村  cannot: “一组” of entry 6 needs it
Undid entry 2: 1 restored, 2 kept, 2 cannot be. To bring it back: campaign undo 7
"""


def test_five_rows_of_an_import_end_in_five_ways_by_name(campaign, tmp_path):
    campaign("init", "--office", "垦东县活动办")
    rows = "".join(f"{name}村,10,垦东县活动办\n" for name in "甲乙丙丁戊")
    (tmp_path / "名册.csv").write_text(f"单位名称,党员数,上级单位\n{rows}", encoding="utf-8")
    assert campaign("import", "名册.csv").status == 0
    campaign("units", "edit", "乙村", "--members", "11")
    campaign("units", "edit", "丙村", "--members", "12")
    campaign.elsewhere("delete from unit where name = '丁村'")
    campaign("add-unit", "一组", "--parent", "戊村")
    for lang, said in (("zh", ZH), ("en", EN)):
        result = campaign("undo", "2", "--dry-run", lang=lang)
        assert (result.status, result.out) == (1, said)
    assert campaign("undo", "2").out == ZH
    names = [unit["name"] for unit in campaign.json("units")]
    assert names == ["垦东县活动办", "乙村", "丙村", "戊村", "一组"]


def test_where_nothing_can_be_restored_it_says_how_to_try_again(started):
    started("rectify", "add", "一", "--unit", "财政局")
    result = started("undo", "2")
    assert result.status == 1
    assert result.out == (
        "财政局  不能还原：第 5 笔的“ZG-0001”要用到它\n"
        "第 2 笔一条也没能还原：保留 0 条，不能还原 1 条。"
        "挡住它的处理好以后再试：先 campaign undo 6，再 campaign undo 2\n"
    )
    started("undo", "5")
    assert started("undo", "6").status == 0
    assert started("undo", "2").status == 0
    assert "财政局" not in started("units").out


def test_a_dry_run_says_the_same_and_writes_nothing(started):
    before, entries = snapshot(started), started.entries()
    rehearsed = started("undo", "--dry-run")
    assert (snapshot(started), started.entries()) == (before, entries)
    done = started("undo")
    assert (rehearsed.status, rehearsed.out) == (done.status, done.out)
    assert rehearsed.err == "这是试运行，什么也没有写入。\n"


def test_a_step_is_undone_with_what_belongs_to_it(started):
    started("rectify", "add", "一", "--unit", "财政局")
    started("rectify", "progress", "ZG-0001", "好了", "--status", "done")
    before = started.json("rectify", "show", "ZG-0001")
    started("rectify", "submit", "ZG-0001")
    started("undo")
    assert started.json("rectify", "show", "ZG-0001") == before


def test_a_field_that_was_changed_since_is_kept_and_the_others_are_restored(started):
    started("rectify", "add", "一", "--unit", "财政局")
    started("rectify", "edit", "ZG-0001", "--lead", "王县长", "--owner", "李四")
    started("rectify", "edit", "ZG-0001", "--owner", "赵五")
    result = started("undo", "6")
    assert result.status == 1
    assert result.out.startswith("ZG-0001  保留：责任人后来被第 7 笔改过\n")
    (item,) = started.json("rectify")
    assert (item["lead"], item["owner"]) == (None, "赵五")


def test_a_run_is_undone_newest_first(started):
    run = started.json("history")[0]["run"]
    result = started("undo", "--run", run)
    assert result.out.splitlines()[0] == "南岭村  已还原"
    assert started("undo", "--run", run).status == 2


def many(campaign, tmp_path, *names):
    """Import a roster and a list of items for each name, in one run, and return the run."""
    campaign("init", "--office", "垦东县活动办")
    files = []
    for name in names:
        rows = "".join(f"{name}{at}村,垦东县活动办\n" for at in range(8))
        (tmp_path / f"{name}.csv").write_text(f"单位名称,上级单位\n{rows}", encoding="utf-8")
        rows = "".join(f"{name}问题{at},{name}{at}村\n" for at in range(3))
        text = f"存在问题,责任单位\n{rows}"
        (tmp_path / f"{name}台账.csv").write_text(text, encoding="utf-8")
        files += [f"{name}.csv", f"{name}台账.csv"]
    assert campaign("import", *files).status == 0
    return campaign.json("history")[0]["run"]


def test_a_run_of_many_records_is_counted_by_kind_with_a_total(campaign, tmp_path):
    run = many(campaign, tmp_path, "甲", "乙")
    result = campaign("undo", "--run", run, "--dry-run")
    assert result.out == (
        "已还原：整改事项 6 条、单位 16 条\n"
        f"第 {run} 批撤销了 4 笔：还原 22 条，保留 0 条，不能还原 0 条。"
        f"恢复：campaign undo --run {run + 1}\n"
    )
    assert campaign("undo", "--run", run, lang="en").lines == [
        "Restored: item 6, unit 16",
        f"Undid 4 entries of run {run}: 22 restored, 0 kept, 0 cannot be. "
        f"To bring them back: campaign undo --run {run + 1}",
    ]
    assert len(campaign.json("units")) == 1
    assert campaign("undo", "--run", run + 1).status == 0
    assert len(campaign.json("units")) == 17


def test_each_record_of_a_run_is_named_where_that_is_asked_for(campaign, tmp_path):
    run = many(campaign, tmp_path, "甲", "乙")
    said = campaign("undo", "--run", run, "--each").lines
    assert sum(line.endswith("已还原") for line in said) == 22
    assert f"第 {run} 批撤销了 4 笔" in said[-1]


def test_what_is_kept_of_a_run_is_named_however_much_was_restored(campaign, tmp_path):
    run = many(campaign, tmp_path, "甲", "乙")
    campaign("rectify", "edit", "ZG-0001", "--owner", "李四")
    result = campaign("undo", "--run", run)
    assert result.status == 1
    assert result.lines == [
        "已还原：整改事项 5 条、单位 15 条",
        "ZG-0001  保留：责任人后来被第 6 笔改过",
        "已撤销第 4 笔：还原 2 条，保留 1 条，不能还原 0 条。恢复：campaign undo 8",
        "甲0村  不能还原：第 4 笔的“ZG-0001”要用到它",
        "已撤销第 2 笔：还原 7 条，保留 0 条，不能还原 1 条。恢复：campaign undo 10",
        f"第 {run} 批撤销了 4 笔：还原 20 条，保留 1 条，不能还原 1 条。恢复：campaign undo --run 4",
    ]


def test_one_large_entry_is_counted_by_kind(campaign, tmp_path):
    campaign("init", "--office", "垦东县活动办")
    rows = "".join(f"{at}村,垦东县活动办\n" for at in range(11))
    (tmp_path / "名册.csv").write_text(f"单位名称,上级单位\n{rows}", encoding="utf-8")
    campaign("import", "名册.csv")
    assert campaign("undo", "2").lines[0] == "已还原：单位 11 条"


@pytest.mark.parametrize(
    ("argv", "zh"),
    [
        (["undo", "99"], "没有第 99 笔账，最近的一笔是 4。"),
        (["undo", "1"], "第 1 笔不能撤销：新建台账、抹去或更改提意见人，都撤销不了。"),
        (["undo", "--run", "99"], "没有第 99 批。"),
        (["undo", "最近"], None),
    ],
)
def test_what_cannot_be_undone_changes_nothing(started, argv, zh):
    before = snapshot(started), started.entries()
    result = started(*argv)
    assert (result.status, result.out) == (2, "")
    assert zh is None or result.err.splitlines()[0] == zh
    for command in result.commands():
        assert started(*command).status == 0
    assert started(*argv, lang="en").status == 2
    assert (snapshot(started), started.entries()) == before


def test_an_entry_is_undone_once_and_the_remedy_brings_it_back(started):
    started("undo", "4")
    result = started("undo", "4")
    assert (result.status, result.out) == (2, "")
    assert result.err.splitlines()[0] == "第 4 笔已经被第 5 笔撤销了。"
    assert result.commands() == [["undo", "5"]]
    assert started(*result.commands()[0]).status == 0
    assert "南岭村" in started("units").out


def test_nothing_left_to_undo(campaign):
    campaign("init")
    for lang, said in (("zh", "没有可以撤销的账。"), ("en", "No entry is left")):
        result = campaign("undo", lang=lang)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith(said)
