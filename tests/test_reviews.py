"""The review of self-examination materials: a chain, reasons for each verdict, returns."""

import pytest

from schemas import record

REASONS = (
    *("--why", "聚焦=会风文风都有实例"),
    *("--why", "2=触及思想深处"),
    *("--why", "整改措施＝件件有时限"),
    *("--why", "4=征求过群众意见"),
)


@pytest.fixture
def county(campaign):
    """Run the tool on a ledger of the county whose secretary spoke of 逐级把关."""
    campaign("init", "--office", "垦东县", "--plan", "qzlx-county")
    campaign("add-unit", "盐窝镇", "--kind", "镇、街道")
    campaign("add-unit", "财政局", "--kind", "县直部门单位")
    return campaign


def let_pass(campaign, *options, unit="盐窝镇", material="班子", **more):
    return campaign("reviews", "pass", unit, material, *REASONS, *options, **more)


def test_a_material_goes_from_one_to_the_next_until_all_have_let_it_pass(county):
    first = let_pass(county, "--on", "5月3日")
    assert first.out == (
        "已记下 SH-0001：领导班子对照检查材料通过“一把手”，下一关是“督导组”。撤销：campaign undo 4\n"
    )
    let_pass(county, "--on", "5月5日", "--checked-by", "县委第三督导组")
    last = let_pass(county, "--step", "活动办", "--on", "5月6日", lang="en")
    assert last.out == (
        "Recorded SH-0003: “活动办” let 领导班子对照检查材料 pass; all have."
        " To undo: campaign undo 6\n"
    )
    (found,) = county.json("reviews")
    assert list(found) == [field.name for field in record.MATERIAL.fields]
    assert found == {
        "campaign": "qzlx-county",
        "unit": "盐窝镇",
        "phase": "查摆问题、开展批评",
        "material": "领导班子对照检查材料",
        "person": None,
        "status": "passed",
        "step": "活动办",
        "next": None,
        "round": 1,
        "returned": 0,
        "day": "2014-05-06",
        "opinions": [],
        "drafts_to": [],
    }


def test_a_step_waits_for_those_before_it(county):
    early = let_pass(county, "--step", "督导组")
    assert (early.status, early.out) == (2, "")
    assert early.err.startswith("领导班子对照检查材料还没有通过“一把手”，“督导组”还不能审。")
    office = county(
        "reviews", "return", "盐窝镇", "班子", "--step", "活动办", "--why", "1=泛泛而谈"
    )
    assert "还没有通过“一把手、督导组”" in office.err
    assert let_pass(county).status == 0
    again = let_pass(county, "--step", "一把手")
    assert (again.status, again.err.splitlines()[0]) == (
        2,
        "领导班子对照检查材料这一稿已经通过“一把手”。",
    )


def test_a_pass_has_a_reason_for_each_verdict_and_a_return_says_which_it_fails_in(county):
    some = county("reviews", "pass", "盐窝镇", "班子", *REASONS[:4])
    assert (some.status, some.err.splitlines()[0]) == (
        2,
        "通过要逐条写明理由，还缺：整改措施不到位的不放过；群众不满意的不放过。",
    )
    assert county("reviews", "return", "盐窝镇", "班子").status == 2
    unclear = county("reviews", "return", "盐窝镇", "班子", "--why", "不放过=不行")
    assert "没有写明是哪一条" in unclear.err
    empty = county("reviews", "return", "盐窝镇", "班子", "--why", "深刻=")
    assert "没有写明是哪一条，或者没有理由" in empty.err
    assert county.json("reviews", "--steps") == []
    let_pass(county)
    (step,) = county.json("reviews", "--steps")
    assert list(step) == [field.name for field in record.REVIEW.fields]
    assert step["reasons"] == [
        "查摆问题不聚焦的不放过：会风文风都有实例",
        "自我剖析不深刻的不放过：触及思想深处",
        "整改措施不到位的不放过：件件有时限",
        "群众不满意的不放过：征求过群众意见",
    ]


def test_what_was_returned_goes_through_the_whole_chain_again_and_is_counted(county):
    let_pass(county, "--on", "5月3日")
    for day in ("5月4日", "5月6日"):
        back = county(
            *("reviews", "return", "盐窝镇", "班子", "--why", "深刻=停在面上", "--on", day)
        )
        let_pass(county, "--step", "一把手", "--on", day)
    assert "累计退回2次；改好后从“一把手”重新报起" in back.out
    (found,) = county.json("reviews", "--status", "审核中")
    assert (found["round"], found["returned"], found["step"]) == (3, 2, "一把手")
    assert county.json("reviews", "--status", "退回") == []
    rounds = [(one["round"], one["result"]) for one in county.json("reviews", "--steps")]
    assert rounds == [
        (1, "passed"),
        (1, "returned"),
        (2, "passed"),
        (2, "returned"),
        (3, "passed"),
    ]


def test_a_step_that_passed_a_material_may_still_return_it(county):
    for _ in range(3):
        let_pass(county)
    back = county("reviews", "return", "盐窝镇", "班子", "--step", "活动办", "--why", "4=又有反映")
    assert back.status == 0
    (found,) = county.json("reviews")
    assert (found["status"], found["next"]) == ("returned", "一把手")


def test_no_step_lies_before_the_last_one_or_ahead(county):
    let_pass(county, "--on", "5月6日")
    assert let_pass(county, "--on", "5月5日").status == 2
    assert let_pass(county, "--on", "2014-05-17").status == 2
    assert let_pass(county, "--on", "5月6日").status == 0


def test_a_leaders_own_material_says_whose_it_is(county):
    nobody = let_pass(county, material="个人")
    assert nobody.err.splitlines()[0] == "个人对照检查材料每人一份，没有写明是谁的。"
    body = let_pass(county, "--person", "李明")
    assert body.err.splitlines()[0] == "领导班子对照检查材料是整个班子的，不是哪个人的。"
    let_pass(county, "--person", "李　明", material="个人")
    let_pass(county, "--person", "李明", material="个人对照检查材料")
    let_pass(county, "--person", "王芳", material="个人")
    assert [(one["person"], one["step"]) for one in county.json("reviews")] == [
        ("李明", "督导组"),
        ("王芳", "一把手"),
    ]
    unknown = let_pass(county, material="述职报告")
    assert "方案里有：领导班子对照检查材料、个人对照检查材料" in unknown.err


def test_the_opinions_that_it_answers_and_whom_a_draft_went_to_are_kept(county):
    county("log-opinion", "办事慢", "--unit", "盐窝镇")
    number = county.json("opinions")[0]["no"]
    let_pass(county, "--answers", number.lower(), "--draft-to", "机关全体", "--draft-to", "村干部")
    (found,) = county.json("reviews")
    assert (found["opinions"], found["drafts_to"]) == ([number], ["机关全体", "村干部"])
    strange = let_pass(county, "--answers", "ZG-0001")
    assert (strange.status, county.json("reviews")[0]["step"]) == (2, "一把手")


def test_a_step_is_in_the_journal_and_can_be_undone(county):
    let_pass(county)
    let_pass(county)
    assert "SH-0002" in county("undo").out
    assert county.json("reviews")[0]["step"] == "一把手"
    assert "审核关口" in county("history", "SH-0001").out
    assert county("verify").status == 0


def test_listings_are_narrowed_to_unit_material_and_group(county):
    county("units", "edit", "财政局", "--supervision-group", "县委第三督导组")
    let_pass(county, unit="盐窝镇")
    let_pass(county, unit="财政局")
    let_pass(county, "--person", "李明", unit="财政局", material="个人")

    def units(*options):
        return [one["unit"] for one in county.json("reviews", *options)]

    assert units() == ["盐窝镇", "财政局", "财政局"]
    assert units("--unit", "财政局") == ["财政局", "财政局"]
    assert units("--material", "班子") == ["盐窝镇", "财政局"]
    assert units("--group", "县委第三督导组", "--material", "个人") == ["财政局"]


def test_reviews_move_with_a_unit_that_is_merged(county):
    let_pass(county, unit="财政局")
    county("units", "merge", "财政局", "--into", "盐窝镇")
    assert [one["unit"] for one in county.json("reviews")] == ["盐窝镇"]


def test_a_plan_without_chain_and_verdicts_has_one_step_and_asks_for_no_reason(started):
    done = started("reviews", "pass", "财政局", "对照检查材料")
    assert done.out.startswith("已记下 SH-0001：对照检查材料通过“审核”，各关都已通过。")
    assert started("reviews", "return", "财政局", "对照检查材料").status == 2
    back = started("reviews", "return", "财政局", "对照检查材料", "--why", "没有举例")
    assert back.status == 0
    assert started.json("reviews", "--steps")[-1]["reasons"] == ["没有举例"]
