"""How far the work is, in the office's words: every word of field guide 1.5, and its kin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.status import DOUBTFUL
from schemas.status import Standing
from schemas.status import alike
from schemas.status import read_standing
from schemas.vocabulary import STATUS

SAID = {
    Standing("done"): (
        "已完成 完成 已整改 整改到位 已整改到位 整改完毕 完成整改 已完成整改 已办结 办结 已解决 已经解决 已落实 整治完成"
        " 已整改完成 √ 是 100% 整改完成 全部完成 全面完成 已全部完成 已全部整改到位 完成整改任务 任务完成 均已整改"
        " 按期已完成 完成率100% 完成100% 百分之百 ✓ ☑ ✅ 完成√ √已完成 已完成（6月5日） 已完成。 已完成。修订了接待制度"
        " 已整改,群众满意 已完成,未销号 已完成。1.建立制度 已完成,2014年6月5日验收 已得到解决 已解决,正在验收"
    ),
    Standing("done_standing"): (
        "已完成并长期坚持 已阶段性完成并长期坚持 基本完成取得阶段性成果并持续整改 基本完成 阶段性完成 取得阶段性成果"
        " 取得阶段性成效 完成并长期坚持 已基本完成 基本完成,取得阶段性成果并持续整改 基本整改到位 基本解决 已基本整改"
        " 已得到解决或基本解决 已完成,长期坚持 已整改并长期坚持 已完成,已建立制度,常态化推进 长期坚持(已完成)"
    ),
    Standing("doing"): (
        "正在整改 正积极整改中 整改中 正在解决 正在办理 正在推进 有序推进 按序时进度推进 部分整改 进行中"
        " 正在解决或列入计划 正在整改中 正在落实 落实中 推进中 已启动 积极整改中 在办 正在进行整改 继续推进 部分完成"
        " 整改中,预计6月底前完成 未完成,正在整改 未完成(正在推进) 否,正在整改 部分完成,其余正在整改"
    ),
    Standing("standing"): "长期坚持 持续整改 长期整改 长期办 常态化 长期 常态化推进",
    Standing("planned"): (
        "未启动 未整改 未开展 准备着手解决 正在谋划 尚未启动 未开始 未启动整改 没有开展 待启动 未完成,未启动"
    ),
    Standing("deferred"): "因条件限制有待逐步解决 留作参考 暂不具备条件 解释说明 不予采纳",
    Standing("referred"): "移交 已移交 移交纪委 已移交县纪委 已移送司法机关处理",
    Standing("doing", "returned"): "反弹 返工 重新整改 退回 被驳回",
    Standing("done", "closed"): "已销号 销号 销账 结账 已完成,已销号 已完成、已销号",
    Standing("done", "submitted"): "待销号 申请销号",
    DOUBTFUL: (
        "未完成 否 × ✗ x X 按期推进 完成80% 80% 已完成80% 未销号 尚未完成 没有完成 未办结 未解决 未落实 未整改到位"
        " 已整改(部分) 已完成,其余正在整改 已完成,但群众不满意 已整改(80%) 已完成,尚有两项 已完成,部分未到位"
        " 大部分完成 过半 N 未"
    ),
    None: "差不多 进展顺利 2 持续推进 转办 看情况 全面整改 立行立改 已完成3项,未完成1项 制定方案",
}


@pytest.mark.parametrize(
    ("words", "meant"), [(word, meant) for meant, words in SAID.items() for word in words.split()]
)
def test_what_the_words_say(words: str, meant: Standing | None) -> None:
    assert read_standing(words) == meant


def test_every_declared_word_means_its_code() -> None:
    for code, words in STATUS.words.items():
        for word in words:
            assert read_standing(word) == Standing(code), word


@pytest.mark.parametrize(
    ("word", "other"),
    [("未启动", "已启动"), ("未参加", "参加"), ("不是", "是"), ("未整改", "己整改")],
)
def test_no_likeness_reaches_over_a_no(word: str, other: str) -> None:
    assert not alike(word, other)


@given(st.text(alphabet="已未正在全部完成整改到位办结解决推进长期坚持，。（）80%√×", max_size=40))
def test_a_no_is_never_read_as_done(text: str) -> None:
    found = read_standing(text)
    if text.startswith("未") and found is not None:
        assert found.code != "done"
