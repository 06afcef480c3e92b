"""Units from the command line: recorded, listed, shown as a tree, changed, merged."""

import pytest

from schemas import record

KEYS = [field.name for field in record.UNIT.fields]


def one(campaign, name):
    return next(unit for unit in campaign.json("units", "--all") if unit["name"] == name)


def test_adds_a_unit_below_the_ledgers_own_office(started):
    result = started("add-unit", "教育局", "--tier", "县级")
    assert (result.status, result.err) == (0, "")
    assert result.out == "已登记单位“教育局”。撤销：campaign undo 5\n"
    assert one(started, "教育局")["parent"] == "垦东县活动办"
    result = started("add-unit", "新村", "--parent", "盐窝镇", lang="en")
    assert result.out == "Recorded the unit “新村”. To undo: campaign undo 6\n"


def test_a_ledger_without_an_office_takes_units_on_top(campaign):
    campaign("init")
    assert campaign("add-unit", "财政局").out == "已登记单位“财政局”。撤销：campaign undo 2\n"


def test_the_json_has_the_contracts_keys_and_values(started):
    started(
        *("add-unit", "教育局", "--code", "J01", "--short-name", "教局", "--alias", "教委"),
        *("--alias", "县教育局", "--parent", "盐窝镇", "--tier", "县级", "--kind", "社会组织"),
        *("--batch", "第二批", "--key-body", "--members", "120", "--branches", "3"),
        *("--leaders", "5", "--head", "王一", "--liaison", "李二", "--phone", "5621234"),
        *("--supervision-group", "第3督导组", "--contact-leader", "赵县长"),
        *("--started-on", "2014-02-28"),
    )
    found = one(started, "教育局")
    assert list(found) == KEYS
    assert found == {
        "code": "J01",
        "name": "教育局",
        "short_name": "教局",
        "aliases": ["教委", "县教育局"],
        "parent": "盐窝镇",
        "tier": "县级",
        "kind": "社会组织",
        "batch": "第二批",
        "key_body": True,
        "members": 120,
        "branches": 3,
        "leaders": 5,
        "head": "王一",
        "liaison": "李二",
        "phone": "5621234",
        "supervision_group": "第3督导组",
        "contact_leader": "赵县长",
        "started_on": "2014-02-28",
        "active": True,
    }


def test_the_table(started):
    assert started("units", "--tier", "县级").out == (
        "单位名称  上级单位      层级  类别  党员数  主要负责人\n"
        "--------  ------------  ----  ----  ------  ----------\n"
        "财政局    垦东县活动办  县级\n"
    )


def test_the_tree(started):
    started("add-unit", "教育局")
    assert started("units", "--tree").out == (
        "垦东县活动办\n  财政局（县级）\n  盐窝镇（乡镇）\n    南岭村（村级）\n  教育局\n"
    )
    assert started("units", "--tree", "--unit", "盐窝镇", lang="en").out == (
        "盐窝镇 (乡镇)\n  南岭村 (村级)\n"
    )


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--tier", "乡镇（街道）"], ["盐窝镇"]),
        (["--kind", "社会组织"], ["商会"]),
        (["--batch", "第一批"], ["商会"]),
        (["--group", "第1督导组"], ["商会"]),
        (["--unit", "盐窝镇"], ["盐窝镇", "南岭村"]),
        (["--search", "岭"], ["南岭村"]),
        (["--search", "财局"], ["财政局"]),
        (["--search", "没有"], []),
    ],
)
def test_filters(started, options, names):
    started("add-unit", "商会", "--kind", "社会组织", "--batch", "第一批", "--group", "第1督导组")
    assert [unit["name"] for unit in started.json("units", *options)] == names


def test_a_unit_that_takes_no_part_is_listed_only_with_all(started):
    assert started("units", "edit", "南岭村", "--inactive").status == 0
    assert "南岭村" not in started("units").out
    assert one(started, "南岭村")["active"] is False
    assert "南岭村" in started("units", "--all").out


def test_an_edit_keeps_the_old_name_and_a_blank_clears(started):
    result = started("units", "edit", "财局", "--name", "财政金融局", "--phone", "5621234")
    assert result.out == "已改好单位“财政金融局”。撤销：campaign undo 5\n"
    found = one(started, "财政金融局")
    assert (found["aliases"], found["phone"]) == (["财局", "财政局"], "5621234")
    started("units", "edit", "财政局", "--phone", "", "--parent", "")
    found = one(started, "财政金融局")
    assert (found["phone"], found["parent"]) == (None, None)


def test_show_tells_one_unit_whole(started):
    assert started("units", "show", "财局").out == (
        "单位名称    财政局\n"
        "别名        财局\n"
        "上级单位    垦东县活动办\n"
        "层级        县级\n"
        "参加        是\n"
    )
    assert list(started.json("units", "show", "财政局")) == [*KEYS, "headings"]


def test_merging_moves_records_and_the_name_still_means_the_unit(started):
    started("add-unit", "县财政局")
    started("rectify", "add", "窗口慢", "--unit", "县财政局")
    result = started("units", "merge", "县财政局", "--into", "财政局", "--on", "2014-05-10")
    assert result.out == ("已把“县财政局”并入“财政局”。撤销：campaign undo 7\n")
    assert [item["unit"] for item in started.json("rectify")] == ["财政局"]
    assert "县财政局" not in [unit["name"] for unit in started.json("units", "--all")]
    assert started.json("rectify", "--unit", "县财政局") == started.json("rectify")
    started("undo")
    assert [item["unit"] for item in started.json("rectify")] == ["县财政局"]


def test_two_units_of_one_name_are_told_apart_by_their_parent(started):
    started("add-unit", "胜坨镇")
    started("add-unit", "新村", "--parent", "盐窝镇")
    assert started("add-unit", "新村", "--parent", "胜坨镇").status == 0
    result = started("rectify", "add", "一", "--unit", "新村")
    assert result.status == 2
    assert result.err.startswith("叫“新村”的单位不止一个：盐窝镇／新村、胜坨镇／新村。\n")
    assert len(started(*result.commands()[0]).lines) == 4
    assert started("rectify", "add", "一", "--unit", "盐窝镇新村").status == 0
    english = started("rectify", "add", "一", "--unit", "新村", lang="en")
    assert english.err.startswith("More than one unit is called “新村”: ")


def test_a_wrong_unit_names_the_nearest_and_offers_commands_that_run(started):
    for lang, wrong in (("zh", "财证局"), ("en", "财争局")):
        result = started("rectify", "add", "一", "--unit", wrong, lang=lang)
        assert (result.status, result.out) == (2, "")
        assert "财政局" in result.err.splitlines()[0]
        show, add = result.commands()
        assert started(*show).out.startswith("单位名称    财政局\n")
        assert add == ["add-unit", wrong]
    assert started.json("rectify") == []
    assert started(*add).status == 0


def test_a_unit_that_is_like_none_can_be_added(started):
    result = started("opinions", "--unit", "ＸＹＺ 公司")
    assert (result.status, result.err.splitlines()[0]) == (2, "没有叫“ＸＹＺ 公司”的单位。")
    assert result.commands() == [["add-unit", "ＸＹＺ 公司"]]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["add-unit", "财政局"], "已经有这个单位了：垦东县活动办／财政局"),
        (["add-unit", "垦东县活动办"], "已经有这个单位了：垦东县活动办"),
        (["add-unit", "甲", "--code", "C1"], "单位代码 C1 已经是“财政局”的。"),
        (["add-unit", " "], "单位名称是空的。"),
        (["units", "edit", "盐窝镇", "--parent", "南岭村"],
         "“南岭村”在“盐窝镇”之下，不能反过来做它的上级。"),
        (["units", "merge", "盐窝镇", "--into", "南岭村"],
         "“南岭村”在“盐窝镇”之下，不能反过来做它的上级。"),
        (["units", "merge", "财政局", "--into", "财局"],
         "两个名字说的是同一个单位：财政局，用不着合并。"),
        (["units", "edit", "财政局"], "没有写明要改什么。"),
        (["units", "edit", "财政局", "--name", ""], "单位名称是空的。"),
        (["units", "edit", "财政局", "--members", "很多"],
         "--members 要的是整数，“很多”不是。"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_changes_nothing(started, argv, said):
    started("units", "edit", "财政局", "--code", "C1")
    before = started.entries(), started.json("units", "--all")
    result = started(*argv)
    assert (result.status, result.out, result.err.splitlines()[0]) == (2, "", said)
    assert started(*argv, lang="en").status == 2
    for command in result.commands():
        assert started(*command).status in {0, 2}
    assert (started.entries(), started.json("units", "--all")) == before


def test_a_word_of_a_closed_list_is_refused(started, tmp_path):
    started("plan", "show", "-o", "plan.toml")
    text = (
        (tmp_path / "plan.toml")
        .read_text(encoding="utf-8")
        .replace("[vocabulary.tier]\n", "[vocabulary.tier]\nclosed = true\n")
    )
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    started("plan", "use", "plan.toml")
    result = started("add-unit", "甲", "--tier", "县")
    assert result.status == 2
    assert result.err == (
        "没有“县”这个词，只能是：省级、市级、县级、乡镇、村级、其他基层。\n可以写成：县级\n"
    )


def test_names_whose_separators_were_lost_are_told_apart(started):
    for name in ("县财政局", "县审计局"):
        started("add-unit", name)
    result = started("units", "show", "县财政局县审计局")
    assert result.status == 2
    assert "县财政局、县审计局" in result.err


def test_a_town_and_a_village_of_another_are_not_taken_apart_in_silence(started):
    started("add-unit", "新村", "--parent", "盐窝镇")
    started("add-unit", "胜坨镇")
    assert started("units", "show", "胜坨镇新村").status == 2


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("人社局", "县人力资源和社会保障局"),
        ("住建局", "县住房和城乡建设局"),
        ("社工委", "市社区党工委"),
    ],
)
def test_what_a_name_may_be_short_for_is_suggested_and_not_taken(started, short, whole):
    started("add-unit", whole)
    started("add-unit", "县委宣传部")
    result = started("units", "show", short)
    assert result.status == 2
    assert whole in result.err
