"""Rectification items from the command line: recorded, worked on, closed, listed."""

import re

import pytest

from schemas import record

KEYS = [field.name for field in record.ITEM.fields]


@pytest.fixture
def item(started):
    """Run the tool on a ledger with one item, due on 15 May 2014."""
    started(
        "rectify", "add", "窗口办事慢", "--unit", "财政局", "--due", "5月15日", "--lead", "王县长"
    )
    return started


def one(campaign, number="ZG-0001"):
    return next(i for i in campaign.json("rectify", "--all") if i["no"] == number)


def test_adds_an_item_and_says_how_to_undo_it(started):
    result = started("rectify", "add", "窗口办事慢", "--unit", "财政局", "--due", "6月底前")
    assert (result.status, result.err) == (0, "")
    assert result.out == "已登记整改事项 ZG-0001。撤销：campaign undo 5\n"
    result = started("rectify", "add", "门难进", "--unit", "财局", lang="en")
    assert result.out == "Recorded item ZG-0002. To undo: campaign undo 6\n"


def test_the_json_has_the_contracts_keys_and_values(started):
    number = started("log-opinion", "太慢", "--unit", "财政局").out.split()[1][:11]
    started(
        *("rectify", "add", "窗口办事慢", "--unit", "财政局", "--co-unit", "盐窝镇"),
        *("--co-unit", "南岭村", "--lead-unit", "盐窝镇", "--lead", "王县长", "--owner", "李四"),
        *("--due", "6月底前，长期坚持", "--kind", "立行立改", "--scope", "个人"),
        *("--handling", "限期办", "--source", "群众提", "--category", "文山会海"),
        *("--theme", "官僚主义", "--theme", "形式主义", "--goal", "快", "--standard", "一趟办成"),
        *("--measures", "增开窗口", "--batch", "第二批", "--raised-on", "2014-05-02"),
        *("--opinion", number),
    )
    (found,) = started.json("rectify")
    assert list(found) == KEYS
    assert found == dict.fromkeys(KEYS) | {
        "no": "ZG-0001",
        "campaign": "standard",
        "batch": "第二批",
        "kind": "prompt",
        "scope": "person",
        "handling": "limited",
        "unit": "财政局",
        "co_units": ["盐窝镇", "南岭村"],
        "lead_unit": "盐窝镇",
        "lead": "王县长",
        "owner": "李四",
        "source": "群众提",
        "category": ["文山会海"],
        "theme": ["官僚主义", "形式主义"],
        "problem": "窗口办事慢",
        "goal": "快",
        "standard": "一趟办成",
        "measures": "增开窗口",
        "raised_on": "2014-05-02",
        "due_text": "6月底前，长期坚持",
        "due_on": "2014-06-30",
        "due_class": "dated",
        "late_after": "2014-06-30",
        "status": "planned",
        "closing": "open",
        "opinions": [number],
        "reopened": 0,
    }


def test_overdue_begins_the_day_after_the_deadline(item):
    on_the_day = item("rectify", "--overdue", today="2014-05-15")
    assert (on_the_day.status, on_the_day.out) == (0, "")
    assert on_the_day.err == "没有符合条件的记录。\n"
    assert item("rectify", "--overdue", today="2014-05-16").out == (
        "整改编号  责任单位  牵头领导  存在问题    完成时限  逾期天数\n"
        "--------  --------  --------  ----------  --------  --------\n"
        "ZG-0001   财政局    王县长    窗口办事慢  5月15日          1\n"
    )
    assert item("rectify", "--overdue", today="2014-05-16", lang="en").out == (
        "number   unit    lead leader  problem     deadline  days overdue\n"
        "-------  ------  -----------  ----------  --------  ------------\n"
        "ZG-0001  财政局  王县长       窗口办事慢  5月15日              1\n"
    )
    (found,) = item.json("rectify", "--overdue", today="2014-05-18")
    assert found["days_overdue"] == 3


def test_the_table_tells_how_the_work_and_the_closing_stand(item):
    item("rectify", "progress", "ZG-0001", "--status", "done")
    item("rectify", "submit", "ZG-0001")
    assert item("rectify").out.splitlines()[2].split() == [
        *("ZG-0001", "财政局", "窗口办事慢", "5月15日", "已完成", "申请销号"),
    ]
    assert "submitted" in item("rectify", lang="en").out


def test_due_within_counts_from_today_and_leaves_the_overdue_out(item):
    item("rectify", "add", "二", "--unit", "盐窝镇", "--due", "5月20日")
    item("rectify", "add", "三", "--unit", "盐窝镇", "--due", "5月30日")
    assert [i["no"] for i in item.json("rectify", "--due-within", "7")] == ["ZG-0002"]
    assert item.json("rectify", "--due-within", "3") == []


def test_standing_work_is_never_overdue(started):
    started("rectify", "add", "学习不够", "--unit", "财政局", "--due", "长期坚持")
    assert started.json("rectify", "--overdue", today="2024-01-01") == []


def test_a_deadline_that_means_no_day_is_kept_and_said(started):
    result = started("rectify", "add", "一", "--unit", "财政局", "--due", "随时")
    assert result.status == 0
    assert result.err == "注意：看不出“随时”是哪一天，已照原话记下，不会算逾期。\n"
    found = one(started)
    assert (found["due_text"], found["due_class"], found["late_after"]) == ("随时", "unclear", None)


def test_work_to_be_done_at_once_without_a_limit_stands_below_the_overdue(started):
    started("rectify", "add", "路灯坏了", "--unit", "盐窝镇", "--due", "立行立改")
    # As a sheet brings it that does not say since when.
    started.elsewhere("update item set raised_on = null, late_after = null")
    result = started("rectify", "--overdue", today="2014-05-26")
    assert result.out == (
        "\n立行立改、没有写时限的（已过天数）：\n"
        "整改编号  责任单位  存在问题  已过天数\n"
        "--------  --------  --------  --------\n"
        "ZG-0001   盐窝镇    路灯坏了        10\n"
    )
    assert started.json("rectify", "--overdue") == []
    assert started("rectify", "--overdue", "--unit", "财政局").out == ""
    assert started("rectify", "--overdue", "--lead", "王县长").out == ""


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--unit", "盐窝镇"], ["ZG-0002", "ZG-0003"]),
        (["--unit", "南岭村"], ["ZG-0003"]),
        (["--lead", "王"], ["ZG-0001"]),
        (["--kind", "立行立改"], ["ZG-0002"]),
        (["--scope", "person"], ["ZG-0003"]),
        (["--status", "整改中"], ["ZG-0003"]),
        (["--status", "planned", "--status", "整改中"], ["ZG-0001", "ZG-0002", "ZG-0003"]),
        (["--closing", "已销号"], []),
        (["--theme", "奢靡"], ["ZG-0002"]),
        (["--category", "文山会海"], ["ZG-0003"]),
        (["--group", "第3督导组"], ["ZG-0001"]),
        (["--batch", "第一批"], ["ZG-0003"]),
    ],
)
def test_filters(item, options, numbers):
    item("units", "edit", "财政局", "--supervision-group", "第3督导组")
    item("rectify", "add", "吃喝", "--unit", "盐窝镇", "--kind", "prompt", "--theme", "奢靡之风")
    item("rectify", "add", "会多", "--unit", "南岭村", "--scope", "个人", "--category", "文山会海",
         "--batch", "第一批")  # fmt: skip
    item("rectify", "progress", "ZG-0003", "开始了", "--status", "正在整改")
    assert [i["no"] for i in item.json("rectify", *options)] == numbers


def test_a_listing_can_be_written_to_a_file(item, tmp_path):
    result = item("rectify", "-o", "清单.csv")
    assert result.err == "已写入“清单.csv”，共 1 条。\n"
    text = (tmp_path / "清单.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    headings, row = text.decode("utf-8-sig").splitlines()
    assert headings == ",".join(field.zh for field in record.ITEM.fields)
    assert row.startswith("ZG-0001,")
    assert item("rectify", "-o", "清单.csv").status == 2


def test_an_edit_changes_what_is_given_and_a_blank_clears(item):
    result = item("rectify", "edit", "zg1", "--owner", "李四", "--lead", "", "--co-unit", "盐窝镇")
    assert result.out == "已改好整改事项 ZG-0001。撤销：campaign undo 6\n"
    found = one(item)
    assert (found["owner"], found["lead"], found["co_units"]) == ("李四", None, ["盐窝镇"])
    item("rectify", "edit", "zg1", "--co-unit", "")
    assert one(item)["co_units"] == []
    item("rectify", "edit", "zg1", "--due", "")
    found = one(item)
    assert (found["due_text"], found["due_on"], found["late_after"]) == (None, None, None)


def test_an_edit_counts_work_done_at_once_from_the_items_own_day(started):
    started("rectify", "add", "一", "--unit", "财政局", "--raised-on", "5月2日")
    started("rectify", "edit", "ZG-0001", "--due", "立行立改")
    assert one(started)["late_after"] == "2014-05-17"


def test_an_edit_that_changes_nothing_says_so_and_makes_no_entry(item):
    before = item.entries()
    result = item("rectify", "edit", "ZG-0001", "--lead", "王县长")
    assert (result.status, result.out) == (0, "和台账里的一样，没有改动。\n")
    assert item.entries() == before


def test_done_without_a_day_is_today_and_stays_late(item):
    result = item("rectify", "progress", "ZG-0001", "开了窗口", "--status", "已完成")
    assert result.out == "已记下 ZG-0001 的进展。撤销：campaign undo 6\n"
    found = one(item)
    assert (found["status"], found["done_on"]) == ("done", "2014-05-16")
    assert (found["progress"], found["days_overdue"]) == ("开了窗口", None)


def test_the_way_of_an_item_from_done_to_closed_and_back(item):
    item("rectify", "progress", "ZG-0001", "--status", "已完成", "--done-on", "5月14日")
    said = [
        item("rectify", "submit", "ZG-0001"),
        item("rectify", "check", "ZG-0001", "--checked-by", "第3督导组"),
        item("rectify", "notice", "ZG-0001", "--on", "2014-05-15"),
        item("rectify", "close", "ZG-0001"),
        item("rectify", "reopen", "ZG-0001", "--reason", "又排长队", "--verdict-of", "提意见人"),
    ]
    assert [result.out for result in said] == [
        "ZG-0001 已申请销号。撤销：campaign undo 7\n",
        "ZG-0001 已核查通过。撤销：campaign undo 8\n",
        "ZG-0001 已开始公示。撤销：campaign undo 9\n",
        "ZG-0001 已销号。撤销：campaign undo 10\n",
        "ZG-0001 已重新打开，工作回到“整改中”。撤销：campaign undo 11\n",
    ]
    shown = item.json("rectify", "show", "zg0001")
    assert list(shown) == [*KEYS, "opening", "steps", "notes"]
    assert (shown["status"], shown["closing"], shown["reopened"]) == ("doing", "returned", 1)
    assert (shown["done_on"], shown["first_done_on"]) == (None, "2014-05-14")
    assert [step["step"] for step in shown["steps"]] == [
        *("submit", "check", "notice", "close", "reopen"),
    ]
    assert shown["steps"][1]["done_by"] == "第3督导组"
    assert shown["steps"][4] == {
        "day": "2014-05-16",
        "step": "reopen",
        "done_by": "提意见人",
        "reason": "又排长队",
    }


def test_show_tells_one_item_whole(item):
    item("rectify", "progress", "ZG-0001", "开了窗口", "--status", "done", "--percent", "１００％")
    item("rectify", "submit", "ZG-0001")
    item("rectify", "return", "ZG-0001", "--reason", "群众不满意", "--checked-by", "第3督导组")
    assert item("rectify", "show", "ZG-0001").out == (
        "整改编号      ZG-0001\n"
        "活动          standard\n"
        "事项类型      整改\n"
        "班子或个人    班子\n"
        "责任单位      财政局\n"
        "牵头领导      王县长\n"
        "存在问题      窗口办事慢\n"
        "提出时间      2014-05-16\n"
        "完成时限      5月15日\n"
        "时限日        2014-05-15\n"
        "时限类别      限期整改\n"
        "逾期起算日    2014-05-15\n"
        "完成情况      整改中\n"
        "销号情况      退回\n"
        "整改进展      开了窗口\n"
        "首次完成时间  2014-05-16\n"
        "退回次数      1\n"
        "逾期天数      1\n"
        "\n"
        "销号步骤\n"
        "日期        步骤      由谁       原因\n"
        "----------  --------  ---------  ----------\n"
        "2014-05-16  申请销号\n"
        "2014-05-16  退回      第3督导组  群众不满意\n"
        "\n"
        "进展记录\n"
        "日期        进度％  进展\n"
        "----------  ------  --------\n"
        "2014-05-16     100  开了窗口\n"
    )


@pytest.mark.parametrize("step", ["check --checked-by 第3督导组", "notice", "close", "submit"])
def test_a_step_that_is_not_due_is_refused(item, step):
    verb, *options = step.split()
    before = item.entries()
    result = item("rectify", verb, "ZG-0001", *options)
    assert (result.status, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert re.fullmatch(r"ZG-0001 现在是“(未启动|未销号)”，不能.+。", first)
    assert second == "看它走到了哪一步：campaign rectify show ZG-0001"
    assert item(*result.commands()[0]).status == 0
    assert item.entries() == before
    assert item("rectify", verb, "ZG-0001", *options, lang="en").err.startswith("ZG-0001 is “")


@pytest.mark.parametrize("who", ["财政局", "财局", "李四"])
def test_nobody_checks_their_own_work(item, who):
    item("rectify", "edit", "ZG-0001", "--owner", "李四")
    item("rectify", "progress", "ZG-0001", "--status", "done")
    item("rectify", "submit", "ZG-0001")
    result = item("rectify", "check", "ZG-0001", "--checked-by", who)
    assert result.status == 2
    assert "不能自己核查自己" in result.err


def test_opinions_are_linked_once(item):
    numbers = [item("log-opinion", text, "--unit", "财政局").out.split()[1][:11] for text in "甲乙"]
    result = item("rectify", "link", "ZG-0001", *numbers)
    assert result.out == "已把意见连到 ZG-0001。撤销：campaign undo 8\n"
    assert one(item)["opinions"] == sorted(numbers)
    assert [o["items"] for o in item.json("opinions")] == [["ZG-0001"], ["ZG-0001"]]
    again = item("rectify", "link", "ZG-0001", numbers[0])
    assert (again.status, again.err) == (2, "这些意见都已经和 ZG-0001 连着了。\n")


def test_a_dropped_item_is_listed_only_with_all(item):
    result = item("rectify", "drop", "ZG-0001", "--reason", "重复")
    assert result.out == "ZG-0001 已撤销，不再计数。撤销：campaign undo 6\n"
    assert item.json("rectify") == []
    assert one(item)["dropped_on"] == "2014-05-16"
    refused = item("rectify", "progress", "ZG-0001", "还在做")
    assert refused.status == 2
    assert refused.err.startswith("ZG-0001 在 2014-05-16 已经撤销，不能再办。\n")
    assert item(*refused.commands()[0]).status == 0


def test_a_dry_run_says_the_same_and_one_line_more(item):
    args = ("rectify", "add", "门难进", "--unit", "财政局", "--theme", "官僚")
    rehearsed = item(*args, "--dry-run")
    assert [i["no"] for i in item.json("rectify")] == ["ZG-0001"]
    done = item(*args)
    assert (rehearsed.status, rehearsed.out) == (done.status, done.out)
    assert rehearsed.err == done.err + "这是试运行，什么也没有写入。\n"


def test_a_word_that_the_plan_does_not_have_is_taken_and_named_once(item):
    result = item("rectify", "edit", "ZG-0001", "--theme", "官僚", "--theme", "其它")
    assert result.err == (
        "注意：方案里没有“官僚”这个词，已照原样记下；最接近的是“官僚主义”。\n"
        "注意：方案里没有“其它”这个词，已照原样记下；最接近的是“其他”。\n"
    )
    assert one(item)["theme"] == ["官僚", "其它"]


@pytest.mark.parametrize(
    ("due", "offer"), [("6月31日前", "2014-06-30"), ("2014.13.1", None), ("2月30日", "2014-02-28")]
)
def test_an_impossible_deadline_is_asked_about(started, due, offer):
    for lang in ("zh", "en"):
        result = started("rectify", "add", "一", "--unit", "财政局", "--due", due, lang=lang)
        assert (result.status, result.out) == (2, "")
        assert offer is None or offer in result.err
    assert started.json("rectify") == []


@pytest.mark.parametrize(
    "argv",
    [
        ["rectify", "add", " ", "--unit", "财政局"],
        ["rectify", "edit", "ZG-0001", "--problem", ""],
        ["rectify", "edit", "ZG-0001", "--unit", ""],
        ["rectify", "edit", "ZG-0001"],
        ["rectify", "progress", "ZG-0001"],
        ["rectify", "progress", "ZG-0001", "--done-on", "2014-05-17"],
        ["rectify", "progress", "ZG-0001", "--percent", "101%"],
        ["rectify", "add", "二", "--unit", "财政局", "--raised-on", "2014-05-17"],
        ["rectify", "drop", "ZG-0001", "--reason", " "],
        ["rectify", "submit", "ZG-0009"],
        ["rectify", "submit", "YJ-4K7PM2XQ"],
        ["rectify", "submit", "九号"],
        ["rectify", "reopen", "ZG-0001", "--reason", "又来", "--verdict-of", "张三"],
        ["rectify", "check", "ZG-0001"],
    ],
)
def test_what_cannot_be_done_changes_nothing(item, argv):
    before = item.entries(), one(item)
    for lang in ("zh", "en"):
        result = item(*argv, lang=lang)
        assert (result.status, result.out) == (2, ""), result
        assert 1 <= len(result.err.splitlines()) <= 2
    assert (item.entries(), one(item)) == before
