"""Opinions from the command line: logged, found, sorted, withdrawn; who spoke is kept apart."""

import re
import sqlite3
from contextlib import closing

import pytest

from schemas import record

KEYS = [field.name for field in record.OPINION.fields]
SECRET = "欧阳隐名"


def log(campaign, *argv, **options):
    result = campaign("log-opinion", *argv, **options)
    assert result.status == 0, result.err
    found = re.search(r"YJ-\w{8}", result.out)
    return found[0] if found else None


def test_logs_an_opinion_under_a_number_drawn_at_random(started):
    result = started("log-opinion", "窗口办事慢", "--unit", "财政局", "--channel", "意见箱")
    assert (result.status, result.err) == (0, "")
    assert re.fullmatch(r"已登记意见 YJ-[2-9A-Z]{8}。撤销：campaign undo 5\n", result.out)
    result = started("log-opinion", "慢", "--unit", "财政局", lang="en")
    assert re.fullmatch(r"Recorded opinion YJ-\w{8}\. To undo: campaign undo 6\n", result.out)


def test_the_json_has_the_contracts_keys_and_values(started):
    number = log(
        started,
        *("窗口办事慢", "--unit", "财局", "--channel", "座谈", "--theme", "官僚主义"),
        *("--theme", "切身利益", "--target", "领导班子", "--from-group", "企业", "--voices", "3"),
        *("--collected-by", "盐窝镇", "--wording", "办事效率不高", "--on", "5月2日"),
    )
    (found,) = started.json("opinions")
    assert list(found) == KEYS
    assert found == {
        "no": number,
        "ext_no": None,
        "campaign": "standard",
        "unit": "财政局",
        "collected_by": "盐窝镇",
        "channel": "座谈会",
        "theme": ["官僚主义", "关系群众切身利益"],
        "target": "领导班子",
        "from_group": "企业",
        "content": "窗口办事慢",
        "wording": "办事效率不高",
        "voices": 3,
        "raised_on": "2014-05-02",
        "joined_to": None,
        "items": [],
        "status": "new",
        "answer": None,
    }


def test_many_are_logged_one_a_line_in_one_entry(started):
    before = started.entries()
    result = started(
        *("log-opinion", "--from-stdin", "--unit", "盐窝镇", "--channel", "意见箱"),
        stdin="路灯不亮\n\n  路灯不亮  \n도로가 좁다\n",
    )
    assert result.out == "已登记 3 条意见。撤销：campaign undo 5\n"
    assert started.entries() == before + 1
    found = started.json("opinions")
    assert sorted(o["content"] for o in found) == ["路灯不亮", "路灯不亮", "도로가 좁다"]
    assert {o["channel"] for o in found} == {"意见箱"}


def test_nothing_on_stdin_changes_nothing(started):
    result = started("log-opinion", "--from-stdin", "--unit", "盐窝镇")
    assert (result.status, result.out) == (0, "和台账里的一样，没有改动。\n")


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        (["--search", "排队"], ["排队太久"]),
        (["--search", "效率"], ["慢"]),
        (["--search", "좁다"], ["도로가 좁다"]),
        (["--unit", "盐窝镇"], ["도로가 좁다", "排队太久"]),
        (["--channel", "座谈", "--channel", "意见箱"], ["慢", "排队太久"]),
        (["--theme", "奢靡"], ["慢"]),
        (["--target", "领导班子"], ["도로가 좁다"]),
        (["--status", "待交办"], ["慢", "도로가 좁다", "排队太久"]),
        (["--since", "5月10日"], ["도로가 좁다"]),
        (["--until", "2014-05-02"], ["慢"]),
        (["--unanswered"], ["慢", "도로가 좁다", "排队太久"]),
    ],
)
def test_filters(started, options, texts):
    log(started, "慢", "--unit", "财政局", "--channel", "座谈会", "--theme", "奢靡之风",
        "--wording", "效率不高", "--on", "5月1日")  # fmt: skip
    log(started, "排队太久", "--unit", "南岭村", "--channel", "意见箱", "--on", "5月5日")
    log(started, "도로가 좁다", "--unit", "盐窝镇", "--target", "领导班子")
    found = [opinion["content"] for opinion in started.json("opinions", *options)]
    assert sorted(found) == sorted(texts)


def test_an_edit_changes_what_is_given(started):
    number = log(started, "慢", "--unit", "财政局", "--channel", "意见箱")
    result = started("opinions", "edit", number.lower(), "--wording", "效率不高", "--channel", "")
    assert result.out == f"已改好意见 {number}。撤销：campaign undo 6\n"
    (found,) = started.json("opinions")
    assert (found["wording"], found["channel"], found["content"]) == ("效率不高", None, "慢")
    again = started("opinions", "edit", number, "--wording", "效率不高")
    assert (again.status, again.out) == (0, "和台账里的一样，没有改动。\n")


def test_a_withdrawn_opinion_is_listed_only_with_all(started):
    number = log(started, "慢", "--unit", "财政局")
    result = started("opinions", "withdraw", number)
    assert result.out == f"意见 {number} 已撤回。撤销：campaign undo 6\n"
    assert started.json("opinions") == []
    (found,) = started.json("opinions", "--all")
    assert found["status"] == "withdrawn"
    refused = started("opinions", "edit", number, "--wording", "x")
    assert refused.status == 2
    assert refused.err.startswith(f"{number} 已经撤回，不能再改。\n")
    assert started(*refused.commands()[0]).status == 0
    started("undo", "6")
    assert [o["no"] for o in started.json("opinions")] == [number]


def test_show_tells_one_opinion_whole(started):
    number = log(started, "慢", "--unit", "财政局", "--on", "2014-05-02")
    assert started("opinions", "show", number).out == (
        f"意见编号        {number}\n"
        "活动            standard\n"
        "被征求意见单位  财政局\n"
        "意见建议        慢\n"
        "条数            1\n"
        "征求时间        2014-05-02\n"
        "办理状态        待交办\n"
    )


def test_the_words_of_an_opinion_are_not_kept_with_the_command(started):
    number = log(started, "只此一句", "--unit", "财政局")
    started("opinions", "edit", number, "--content", "改成这句")
    commands = [entry["command"] for entry in started.json("history")]
    assert commands[:2] == [
        f"campaign opinions edit {number} --content …",
        "campaign log-opinion --unit 财政局 …",
    ]


# Who spoke


@pytest.fixture
def giver(started, tmp_path):
    """Run the tool on a ledger with one opinion whose giver is known."""
    text = f"姓名：{SECRET}\n电话：13912345678\n"
    (tmp_path / "g.txt").write_text(text, encoding="gb18030")
    log(started, "慢", "--unit", "财政局", "--giver-from", "g.txt")
    (tmp_path / "g.txt").unlink()
    return started


def test_a_giver_comes_from_a_file_or_from_stdin_and_is_told_nowhere(giver):
    log(giver, "也慢", "--unit", "财政局", "--giver-from", "-", stdin=SECRET)
    numbers = [opinion["no"] for opinion in giver.json("opinions")]
    for argv in (
        ["opinions"],
        ["opinions", "--format", "json"],
        ["opinions", "--search", SECRET],
        ["history"],
        ["history", "--format", "json"],
        *(["history", number] for number in numbers),
        *(["opinions", "show", number] for number in numbers),
    ):
        result = giver(*argv)
        assert SECRET not in result.out + result.err
        assert "g.txt" not in result.out
    assert giver("history", numbers[0]).lines[-1].split()[-2:] == ["提意见人", "已登记"]
    with closing(sqlite3.connect(giver.ledger)) as connection:
        for (table,) in connection.execute("select name from sqlite_master where type = 'table'"):
            rows = connection.execute(f'select * from "{table}"').fetchall()
            assert (SECRET in str(rows)) == (table == "giver")


def test_forgetting_wipes_the_name_from_the_file_and_says_where_it_may_still_be(giver, tmp_path):
    (opinion,) = giver.json("opinions")
    giver("backup", "-o", "昨天.db")
    result = giver("opinions", "forget-giver", opinion["no"])
    assert result.status == 0
    assert result.out == f"{opinion['no']} 的提意见人已从台账里抹去。这一笔不能撤销。\n"
    assert result.err.splitlines()[0] == f"注意：这个文件里可能还有：{tmp_path / '昨天.db'}"
    assert "核对表" in result.err
    for file in tmp_path.iterdir():
        assert (SECRET.encode() in file.read_bytes()) == (file.name == "昨天.db")
    assert giver.json("opinions") == [opinion]
    again = giver("opinions", "forget-giver", opinion["no"], lang="en")
    assert (again.status, again.out) == (2, "")
    assert again.err == f"Nobody is recorded as having given {opinion['no']}.\n"


def test_forgetting_cannot_be_undone_and_undo_passes_it_over(giver):
    (opinion,) = giver.json("opinions")
    giver("opinions", "forget-giver", opinion["no"])
    refused = giver("undo", "6")
    assert (refused.status, refused.out) == (2, "")
    assert giver("undo").out.endswith("恢复：campaign undo 7\n")
    assert giver.json("opinions") == []


def test_a_dry_run_forgets_nothing(giver):
    (opinion,) = giver.json("opinions")
    assert giver("opinions", "forget-giver", opinion["no"], "--dry-run").status == 0
    assert SECRET.encode() in b"".join(file.read_bytes() for file in giver.ledger.parent.iterdir())
    assert giver("opinions", "forget-giver", opinion["no"]).status == 0


def test_a_giver_that_is_changed_stays_when_the_rest_is_undone(giver):
    (opinion,) = giver.json("opinions")
    edit = ("opinions", "edit", opinion["no"], "--giver-from", "-")
    alone = giver(*edit, stdin="李四")
    assert alone.out.endswith("这一笔不能撤销。\n")
    both = giver(*edit, "--wording", "效率不高", stdin="王五")
    assert both.err == "注意：提意见人已登记，这一部分不能撤销。\n"
    undone = giver("undo")
    assert (undone.status, undone.err) == (0, "注意：提意见人的信息不随撤销变动。\n")
    assert giver.json("opinions") == [opinion]


@pytest.mark.parametrize(
    ("argv", "stdin"),
    [
        (["log-opinion", "--unit", "财政局"], ""),
        (["log-opinion", " ", "--unit", "财政局"], ""),
        (["log-opinion", "慢"], ""),
        (["log-opinion", "慢", "--unit", "财政局", "--voices", "0"], ""),
        (["log-opinion", "慢", "--unit", "财政局", "--from-stdin"], "快"),
        (["log-opinion", "--unit", "财政局", "--from-stdin", "--giver-from", "-"], "快"),
        (["log-opinion", "慢", "--unit", "财政局", "--giver-from", "没有.txt"], ""),
        (["log-opinion", "慢", "--unit", "财政局", "--giver-from", "-"], "电话：\n"),
        (["log-opinion", "慢", "--unit", "财政局", "--on", "2014-05-17"], ""),
        (["opinions", "edit", "YJ-22222222"], ""),
        (["opinions", "edit", "YJ-22222222", "--wording", "x"], ""),
        (["opinions", "edit", "ZG-0001", "--wording", "x"], ""),
        (["opinions", "withdraw", "YJ-4K7PM2XA"], ""),
    ],
)
def test_what_cannot_be_done_changes_nothing(started, argv, stdin):
    before = started.entries()
    for lang in ("zh", "en"):
        result = started(*argv, lang=lang, stdin=stdin)
        assert (result.status, result.out) == (2, "")
        assert 1 <= len(result.err.splitlines()) <= 2
    assert started.entries() == before
