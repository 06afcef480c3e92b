"""The ledger from the command line: begun, backed up, put back, looked through, verified."""

import json
import os
import tomllib

import pytest

from ledger import store
from schemas import record

KEYS = [field.name for field in record.ENTRY.fields]


# Beginning


def test_init_says_what_to_do_next(campaign):
    result = campaign("init", "--office", "垦东县活动办")
    assert (result.status, result.err) == (0, "")
    assert result.out == (
        f"已新建台账 {campaign.ledger}，方案：党的群众路线教育实践活动。\n"
        "接下来登记参加单位：campaign add-unit 单位名称；"
        "单位多的，填一张名册收进来更快：campaign template roster\n"
    )
    assert campaign.ledger.stat().st_mode & 0o077 == 0
    assert [unit["name"] for unit in campaign.json("units")] == ["垦东县活动办"]


def test_init_in_english_and_elsewhere(campaign, tmp_path):
    result = campaign("init", "--ledger", tmp_path / "二" / "x.db", lang="en")
    assert result.out == (
        f"Created the ledger {tmp_path / '二' / 'x.db'}. "
        "Its plan: 党的群众路线教育实践活动.\n"
        "Next, record the units: campaign add-unit NAME\n"
    )


def test_init_names_the_protections_that_could_not_be_had(campaign, monkeypatch):
    create = store.create
    monkeypatch.setattr(store, "create", lambda path: (create(path)[0], ["permissions", "wal"]))
    first, second = campaign("init", lang="en").err.splitlines()
    assert first.startswith("Note: This disk cannot keep others from opening the ledger.")
    assert second.startswith("Note: This disk does not bear reading while somebody writes")


def test_init_replaces_nothing(campaign):
    campaign("init")
    before = campaign.ledger.read_bytes()
    result = campaign("init", "--office", "别家")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"{campaign.ledger} 已经有文件了，没有动它。\n")
    assert campaign.ledger.read_bytes() == before
    assert campaign(*result.commands()[0]).status == 0


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (None, "没有叫“活动.toml”的方案"),
        ("name = ", "方案文件“活动.toml”读不懂"),
        ('name = "甲"\ncode = "a"\nphase = 1\n', "方案“活动.toml”的 phase 写得不对"),
    ],
)
def test_a_plan_that_cannot_be_used_leaves_no_ledger(campaign, tmp_path, plan, said):
    if plan is not None:
        (tmp_path / "活动.toml").write_text(plan, encoding="utf-8")
    for lang in ("en", "zh"):
        result = campaign("init", "--plan", "活动.toml", lang=lang)
        assert (result.status, result.out) == (2, "")
    assert result.err.startswith(said)
    assert not campaign.ledger.exists()
    assert campaign("plan", "show", "standard").status == 0


def test_a_missing_ledger_offers_to_make_one(campaign):
    for lang in ("zh", "en"):
        result = campaign("rectify", "--overdue", lang=lang)
        assert (result.status, result.out) == (3, "")
        assert result.commands() == [["init", "--ledger", str(campaign.ledger)]]
    assert campaign(*result.commands()[0]).status == 0
    assert campaign("rectify", "--overdue").status == 0


def test_a_file_that_is_no_ledger_is_left_alone(campaign):
    campaign.ledger.write_bytes(b"PK\x03\x04" + b"\0" * 2000)
    for argv in (["units"], ["add-unit", "甲"], ["verify"], ["backup"]):
        for lang in ("zh", "en"):
            result = campaign(*argv, lang=lang)
            assert (result.status, result.out) == (3, "")
    assert campaign.ledger.read_bytes()[:2] == b"PK"


def test_a_newer_ledger_is_refused_in_one_sentence(started):
    started.elsewhere(f"pragma user_version = {store.SHAPE + 1}")
    before = started.ledger.read_bytes()
    for argv in (["units"], ["add-unit", "甲"], ["verify"]):
        result = started(*argv)
        assert (result.status, result.out) == (3, "")
        assert "是较新版本的工具写的" in result.err.splitlines()[0]
        assert started(*argv, lang="en").err.splitlines()[1].startswith("Upgrade")
    assert started.ledger.read_bytes() == before


# Plans


def test_the_campaigns_and_the_plans_that_ship(started):
    assert started("plan").out.startswith(
        "代号      活动名称                  正在用\n"
        "--------  ------------------------  ------\n"
        "standard  党的群众路线教育实践活动  是\n"
        "\n自带的方案：\n"
    )
    assert started.json("plan") == [
        {"code": "standard", "name": "党的群众路线教育实践活动", "in_use": True}
    ]


def test_a_plan_is_written_as_the_file_that_it_came_from(started, tmp_path):
    said = started("plan", "show", "-o", "plan.toml")
    assert (said.status, said.out, said.err) == (0, "", "方案已写到 plan.toml。\n")
    text = (tmp_path / "plan.toml").read_text(encoding="utf-8")
    shipped = (store.files("schemas") / "plans" / "standard.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {
        key: value for key, value in tomllib.loads(shipped).items() if key != "language"
    }
    assert started("plan", "use", "plan.toml").out == "和台账里的一样，没有改动。\n"
    assert started.json("plan", "show")["code"] == "standard"


def test_a_plans_file_is_not_replaced_and_has_its_own_ending(started):
    assert started("plan", "show", "-o", "plan.toml").status == 0
    assert started("plan", "show", "-o", "plan.toml").status == 2
    assert started("plan", "show", "-o", "plan.toml", "--force").status == 0
    wrong = started("plan", "show", "-o", "plan.docx")
    assert (wrong.status, wrong.err.splitlines()[0][:10]) == (2, "方案不能写成“pla")


def test_another_plan_is_taken_in_and_chosen_and_records_stay_with_theirs(started, tmp_path):
    started("rectify", "add", "一", "--unit", "财政局")
    (tmp_path / "b.toml").write_text('name = "三严三实"\ncode = "sysx"\n', encoding="utf-8")
    result = started("plan", "use", "b.toml", lang="en")
    assert result.out == "The campaign in use is now “三严三实” (sysx). To undo: campaign undo 6\n"
    assert started.json("rectify") == []
    assert started("rectify", "show", "ZG-0001").status == 0
    assert len(started.json("rectify", "--campaign", "standard")) == 1
    started("plan", "use", "standard")
    assert len(started.json("rectify")) == 1
    missing = started("rectify", "--campaign", "没有")
    assert missing.status == 2
    assert started(*missing.commands()[0]).status == 0


# Backup and restore


def test_a_backup_stands_beside_the_ledger_or_where_it_is_wanted(started, tmp_path):
    result = started("backup")
    (made,) = tmp_path.glob("campaign-????????-????.db")
    assert result.out == f"已备份到 {made}\n"
    assert started("units", "--ledger", made).out == started("units").out
    (tmp_path / "usb").mkdir()
    assert started("backup", "-o", "usb").status == 0
    assert [file.name for file in (tmp_path / "usb").iterdir()] == [made.name]
    refused = started("backup", "-o", made)
    assert refused.status == 2
    assert "没有覆盖它" in refused.err
    assert started("backup", "-o", made, "--force", lang="en").out == f"Backed up to {made}\n"


def test_a_backup_takes_the_ledgers_place_which_is_kept(started, tmp_path):
    started("backup", "-o", "昨天.db")
    started("add-unit", "教育局")
    result = started("restore", "昨天.db")
    (kept,) = tmp_path.glob("campaign-*-replaced.db")
    assert result.status == 0
    assert result.out == (
        f"已用 昨天.db 换回台账 {started.ledger}\n"
        f"换下来的台账留在 {kept}，换错了可以再换回来：campaign restore {kept}\n"
    )
    assert "教育局" not in started("units").out
    assert started("verify").status == 0
    assert started("restore", kept).status == 0
    assert "教育局" in started("units").out
    assert len(list(tmp_path.glob("campaign-*-replaced*.db"))) == 2


def test_a_backup_can_stand_in_for_a_ledger_that_is_gone_or_damaged(started, tmp_path):
    started("backup", "-o", "昨天.db")
    units = started("units").out
    started.ledger.unlink()
    assert started("restore", "昨天.db").status == 0
    assert started("units").out == units
    started.ledger.write_bytes(b"SQLite format 3\0" + os.urandom(5000))
    assert started("restore", "昨天.db", lang="en").status == 0
    assert started("units").out == units
    (kept,) = tmp_path.glob("campaign-*-replaced.db")
    assert kept.stat().st_size == 5016


@pytest.mark.parametrize(
    ("file", "status"), [("没有.db", 3), ("表.xlsx", 3), ("坏.db", 3), ("campaign.db", 2)]
)
def test_what_is_no_sound_backup_changes_nothing(started, tmp_path, file, status):
    (tmp_path / "表.xlsx").write_bytes(b"PK\x03\x04")
    started("backup", "-o", "坏.db")
    content = bytearray((tmp_path / "坏.db").read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    (tmp_path / "坏.db").write_bytes(content)
    before, names = started("units").out, sorted(tmp_path.iterdir())
    for lang in ("zh", "en"):
        result = started("restore", file, lang=lang)
        assert (result.status, result.out) == (status, "")
        assert 1 <= len(result.err.splitlines()) <= 2
    assert (started("units").out, sorted(tmp_path.iterdir())) == (before, names)


# History


def test_the_entries_newest_first(started):
    started("add-unit", "教育局", "--by", "李干事")
    assert started("history", "--limit", "2").out == (
        "序号  日期        经办人  命令                                                  "
        "记录数  被何记账撤销\n"
        "----  ----------  ------  ----------------------------------------------------  "
        "------  ------------\n"
        "   5  2014-05-16  李干事  campaign add-unit 教育局 --by 李干事                       1\n"
        "   4  2014-05-16  王干事  campaign add-unit 南岭村 --parent 盐窝镇 --tier 村级       1\n"
    )


def test_the_json_of_an_entry_has_the_contracts_keys(started):
    started("undo")
    newest, undone, *_ = started.json("history")
    assert list(newest) == KEYS
    assert newest.pop("recorded_at")
    assert newest == {
        "no": 5,
        "run": 5,
        "day": "2014-05-16",
        "by": "王干事",
        "command": "campaign undo",
        "files": [],
        "records": 1,
        "undoes": 4,
        "undone_by": None,
    }
    assert undone["undone_by"] == 5


def test_what_another_program_did_is_an_entry_of_its_own(started):
    started.elsewhere("update unit set members = 9 where name = '财政局'")
    newest = started.json("history")[0]
    assert (newest["no"], newest["by"], newest["records"]) == (5, "", 1)
    assert "（其他程序直接改动）" in started("history").out
    (line,) = started.json("history", "5")
    assert (line["field"], line["old"], line["new"]) == ("members", None, 9)
    assert started("undo", "5").out.startswith("财政局  已还原\n")


def test_the_life_of_an_item_field_by_field(started):
    started("rectify", "add", "一", "--unit", "财政局", "--due", "5月15日")
    started("rectify", "progress", "ZG-0001", "好了", "--status", "done", "--by", "李干事")
    started("rectify", "edit", "ZG-0001", "--unit", "盐窝镇", "--co-unit", "南岭村")
    started("undo", "7")
    lines = started("history", "zg-1").out.splitlines()
    assert lines[0].split() == ["记账", "日期", "经办人", "栏目", "改前", "改后"]
    assert [line.split() for line in lines[-9:]] == [
        ["5", "2014-05-16", "王干事", "销号情况", "未销号"],
        ["6", "2014-05-16", "李干事", "完成情况", "未启动", "已完成"],
        ["6", "2014-05-16", "李干事", "整改进展", "好了"],
        ["6", "2014-05-16", "李干事", "完成时间", "2014-05-16"],
        ["6", "2014-05-16", "李干事", "首次完成时间", "2014-05-16"],
        ["7", "2014-05-16", "王干事", "责任单位", "财政局", "盐窝镇"],
        ["7", "2014-05-16", "王干事", "配合单位", "南岭村"],
        ["8", "2014-05-16", "王干事", "责任单位", "盐窝镇", "财政局"],
        ["8", "2014-05-16", "王干事", "配合单位", "南岭村"],
    ]
    found = started.json("history", "ZG-0001")
    assert list(found[0]) == ["entry", "day", "by", "field", "old", "new"]
    assert [line["field"] for line in found if line["entry"] == 6] == [
        *("status", "progress", "done_on", "first_done_on"),
    ]


def test_the_life_of_a_unit_and_of_an_opinion(started):
    started("units", "edit", "财局", "--batch", "第二批", "--name", "财政金融局")
    told = [(line["field"], line["old"], line["new"]) for line in started.json("history", "财局")]
    assert told[-3:] == [
        ("name", "财政局", "财政金融局"),
        ("aliases", None, "财政局"),
        ("batch", None, "第二批"),
    ]
    number = started("log-opinion", "慢", "--unit", "财局").out.split()[1][:11]
    started("opinions", "edit", number, "--theme", "官僚主义")
    assert started.json("history", number)[-1]["new"] == ["官僚主义"]


@pytest.mark.parametrize("of", ["99", "0", "ZG-0099", "YJ-1", "没有的单位"])
def test_what_has_no_history(started, of):
    for lang in ("zh", "en"):
        result = started("history", of, lang=lang)
        assert (result.status, result.out) == (2, "")
        assert 1 <= len(result.err.splitlines()) <= 2


# Verifying


def test_a_sound_ledger(started):
    started("rectify", "add", "一", "--unit", "财政局")
    started("log-opinion", "慢", "--unit", "财政局")
    started("undo", "4")
    result = started("verify")
    assert (result.status, result.err) == (0, "")
    assert result.out == f"台账 {started.ledger} 完好。\n"
    assert started("verify", lang="en").out == f"The ledger {started.ledger} is sound.\n"


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("drop trigger unit_changed", "缺少 trigger unit_changed。"),
        ("drop view items", "缺少 view items。"),
        ("drop index item_open_due", "缺少 index item_open_due。"),
        ("alter table unit add column secret text", "table unit 和这个版本的不一样。"),
        (
            "create trigger mine after update on unit begin delete from item; end",
            "有外来的触发器 mine，它可能改动记录。",
        ),
        ("update item set no = 'ZG-7'", "编号 ZG-7 不对。"),
        ("update opinion set no = 'YJ-22222223'", "编号 YJ-22222223 不对。"),
        ("update unit set parent_id = id where id = 2", "单位“财政局”绕了一圈，成了自己的上级。"),
        ("update item set unit_id = 99", "item 表第 1 行指向的 unit 不存在。"),
        ("update current set entry_id = 4", "第 4 笔没有记完。"),
        ("update journal set entry_id = 77", "有记账内容属于不存在的第 77 笔。"),
        ("update journal set old = '{'", "第 6 笔里有读不出来的旧值。"),
        ("update entry set undoes = 88 where id = 4", "第 4 笔撤销的那一笔不存在。"),
        (
            "insert into entry_mark(entry_id, record, low, high) values (4, 'unit', 0, 2)",
            "第 1 笔新增的行和别的账重叠。",
        ),
    ],
)
def test_what_is_wrong_is_named(started, harm, said):
    started("rectify", "add", "一", "--unit", "财政局")
    started("rectify", "edit", "ZG-0001", "--lead", "王县长")
    started("log-opinion", "慢", "--unit", "财政局")
    started.elsewhere(harm)
    result = started("verify")
    assert result.status == 1
    assert said in result.lines
    assert result.lines[-1].endswith("处问题。")
    assert started("verify", lang="en").lines[-1].startswith(f"The ledger {started.ledger} has ")


def test_a_row_that_vanished_without_the_journal_is_named(started):
    started("units", "edit", "南岭村", "--phone", "1")
    started.elsewhere("drop trigger unit_deleted", "delete from unit where name = '南岭村'")
    assert "unit 表第 4 行按账还在，却没有了。" in started("verify").lines


def test_a_ledger_that_others_may_read_is_named(started):
    started.ledger.chmod(0o644)
    result = started("verify")
    assert result.status == 1
    assert f"chmod 600 {started.ledger}" in result.out
    started.ledger.chmod(0o600)
    assert started("verify").status == 0


def test_a_damaged_file_is_found(started):
    started("backup", "-o", "全.db")
    content = bytearray(started.ledger.with_name("全.db").read_bytes())
    content[4096 * 5 : 4096 * 9] = b"\xaa" * 4096 * 4
    started.ledger.write_bytes(content)
    result = started("verify")
    assert result.status in {1, 3}
    assert "坏了" in result.out + result.err


# Mistyped


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        (["rectify", "clsoe", "ZG-0001"], "“rectify”后面不能是“clsoe”。",
         "“clsoe” cannot follow “rectify”."),
        (["add-unti", "甲"], "没有“add-unti”这个命令。", "There is no command “add-unti”."),
        (["rectify", "--ovedue"], "没有 --ovedue 这个选项，最接近的是 --overdue。",
         "There is no option --ovedue; the nearest is --overdue."),
    ],
)  # fmt: skip
def test_a_mistyped_command_names_the_nearest(started, argv, zh, en):
    for lang, said in (("zh", zh), ("en", en)):
        result = started(*argv, lang=lang)
        assert (result.status, result.out, result.err.splitlines()[0]) == (2, "", said)
        assert started(*result.commands()[0], "--help").status == 0


def test_full_width_text_is_read_as_its_plain_form(started):
    started("rectify", "add", "一", "--unit", "财政局", "--due", "5月1日")
    plain = started("rectify", "--overdue").out
    assert plain.count("ZG-0001") == 1
    for typed in (["——overdue"], ["－－overdue"], ["––overdue", "——limit", "１０"]):
        assert started("rectify", *typed).out == plain
    assert json.loads(started("rectify", "——format", "ｊｓｏｎ").out)[0]["no"] == "ZG-0001"
