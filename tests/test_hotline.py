"""热线工单: work orders of a hotline come in, go out, and tell of nobody."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import Office
from office import open_office
from openpyxl import load_workbook

from ledger import campaigns
from ledger.errors import DirectionClosed
from ledger.exchange import sending
from schemas.sheet import all_sheets

ORDERS = """
垦东县12345热线工单汇总表 | | | | | | | | | | | | | |
工单编号 | 诉求来源 | 工单类型 | 诉求内容 | 转派单位 | 派单时间 | 回复时限 | 是否按期 | 是否办结 | 办理结果 | 回访 | 满意度 | 重复 | 诉求人 | 联系电话 | 事发地点
DH2014050100017 | 电话 | 投诉 | 便民大厅中午没人 | 盐窝镇 | 2014-05-01 09:30 | 2014-05-08 | 按期 | 办结 | 已安排轮流值班 | 已回访 | 满意 | 否 | 李秀英 | 13912345678 | 东关街12号
DH2014050200031 | 微信 | 求助 | 村头路灯不亮 | 胜坨镇 | 2014年5月2日 | 2014-05-09 | | 办理中 | | | | 是 | 王先生 | 0546-2680001 | 后崔村
DH2014050200044 | 网站邮件 | 咨询 | 医保怎么转 | 没有的局 | 2014.5.2 | 2014-05-09 | | 否 | | | | 否 | 匿名 | | 利津路3号
"""
PERSONS = ("李秀英", "13912345678", "东关街12号", "王先生", "2680001", "利津路3号", "后崔村")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    with made.ledger:
        yield made


def rows(path: Path) -> list[list[object]]:
    worksheet = load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in worksheet.iter_rows()]


def test_work_orders_are_opinions_of_the_hotline(office: Office) -> None:
    taken = office.take_text(ORDERS)
    assert [found.sheet.code for found in taken.sheets] == ["hotline"]
    assert (taken.count("new"), taken.count("queried")) == (2, 1)
    first, second = office.opinions()
    assert first["channel"] == second["channel"] == "热线电话"
    assert (first["ext_no"], first["raised_on"]) == ("DH2014050100017", "2014-05-01")
    assert (first["status"], second["status"]) == ("answered", "claimed")
    assert first["answer"] == "已安排轮流值班"


def test_who_called_stands_in_the_table_of_givers_alone(office: Office) -> None:
    taken = office.take_text(ORDERS)
    connection = office.ledger.connection
    assert connection.execute("select name from giver order by id").fetchall() == [
        ("李秀英",),
        ("王先生",),
    ]
    [(name, packed)] = connection.execute("select name, kept from source_file").fetchall()
    everything = f"{office.snapshot()} {name} {zlib.decompress(packed).decode()}"
    everything += str(rows(office.export("hotline", "内部.xlsx")))
    # The units' names stand in the ledger, a village that is one among them.
    told = [one for one in PERSONS if one != "后崔村" and one in everything]
    assert (told, taken.state) == ([], "taken")


def test_the_centres_own_columns_are_kept_for_it(office: Office) -> None:
    office.take_text(ORDERS)
    found = office.ledger.connection.execute("select heading, value from extra where row_id = 1")
    assert dict(found.fetchall()) == {
        "诉求来源": "电话",
        "工单类型": "投诉",
        "回复时限": "2014-05-08",
        "是否按期": "按期",
        "回访": "已回访",
        "满意度": "满意",
        "重复": "否",
    }


def test_orders_that_come_again_are_known_by_their_numbers(office: Office) -> None:
    office.take_text(ORDERS)
    again = office.take_text(ORDERS.replace("办理中 | ", "办结 | 路灯已修好"))
    assert (again.count("changed"), again.count("unchanged")) == (1, 1)
    assert office.opinions()[1]["answer"] == "路灯已修好"


def test_a_petition_ledger_with_numbers_is_read_too(office: Office) -> None:
    taken = office.take_text(
        """
        来信编号 | 接件时间 | 信访人姓名和相关信息 | 信访内容 | 案件地点 | 联系电话 | 责任单位 | 办理情况
        XF-201 | 2014年5月3日10时 | 某先生 | 补偿款迟迟不发 | 新村 | 13800000001 | 盐窝镇 | 转办
        """
    )
    assert [found.sheet.code for found in taken.sheets] == ["hotline"]
    assert taken.count("new") == 1, taken.sheets[0].remarks
    assert office.opinions()[0]["raised_on"] == "2014-05-03"


PETITIONS = """
信访台账
来信编号 | 信访类型 | 接件时间 | 信访内容 | 承办单位 | 办理情况
XF-1 | 群众来访 | 2014-05-06 | 补偿款迟迟不发 | 盐窝镇 | 转办
XF-2 | 群众来信 | 2014-05-07 | 村务不公开 | 盐窝镇 | 转办
XF-3 | 12345热线 | 2014-05-08 | 路灯不亮 | 胜坨镇 | 转办
XF-4 | 网上信访 | 2014-05-08 | 水压太低 | 胜坨镇 | 转办
"""


def test_a_petition_counts_under_its_own_channel(office: Office) -> None:
    taken = office.take_text(PETITIONS)
    assert [found.sheet.code for found in taken.sheets] == ["hotline"]
    said = [opinion["channel"] for opinion in office.opinions()]
    assert said == ["来访", "来信", "热线电话", "网上信访"]
    again = PETITIONS.replace("水压太低 | 胜坨镇 | 转办", "水压太低 | 胜坨镇 | 已增压")
    taken = office.take_text(again)
    assert (taken.count("changed"), taken.count("unchanged")) == (1, 3)
    mended = office.take_text(again.replace("网上信访", "群众来信"))
    assert (mended.count("changed"), office.opinions()[3]["channel"]) == (1, "来信")


@pytest.mark.parametrize("heading", ["来源", "信访类别", "来信来访", "信访方式"])
def test_how_a_petition_came_is_said_under_many_headings(office: Office, heading: str) -> None:
    office.take_text(PETITIONS.replace("信访类型", heading))
    said = [opinion["channel"] for opinion in office.opinions()]
    assert said == ["来访", "来信", "热线电话", "网上信访"]


def test_a_class_of_petitions_that_is_no_channel_is_their_theme(office: Office) -> None:
    office.take_text(
        """
        信访件编号 | 信访类别 | 信访内容 | 承办单位
        XF-1 | 官僚主义 | 报销要跑三趟 | 盐窝镇
        """
    )
    [opinion] = office.opinions()
    assert (opinion["theme"], opinion["channel"]) == (["官僚主义"], "热线电话")


def test_a_list_of_hotline_orders_holds_no_other_opinions(office: Office) -> None:
    office.take_text(ORDERS)
    office.take_text("意见内容 | 被征求意见单位 | 征求方式\n窗口太少 | 盐窝镇 | 座谈会")
    said = str(rows(office.export("hotline", "热线.xlsx")))
    assert "便民大厅中午没人" in said
    assert "窗口太少" not in said
    [back] = office.take(office.folder / "热线.xlsx")
    assert (back.count("unchanged"), back.entry) == (2, None)


def test_down_go_neither_words_nor_the_number_of_the_order(office: Office) -> None:
    office.take_text(ORDERS)
    parcel = sending.Parcel(direction="down").only(office.unit("盐窝镇"))
    said = str(rows(office.export("hotline", "下发.xlsx", parcel)))
    assert "已安排轮流值班" in said
    for hidden in ("DH2014", "便民大厅", "2014-05-01", *PERSONS):
        assert hidden not in said
    with pytest.raises(DirectionClosed):
        office.export("hotline", "公开.xlsx", sending.Parcel(direction="public"))


@pytest.mark.parametrize("name", sorted(campaigns.shipped()))
def test_each_plan_with_a_hotline_counts_work_orders_under_its_own_word(name: str) -> None:
    plan = campaigns.load_plan(name)
    words = plan.vocabulary.channel.words
    named = [word for word in words if "热线" in word or "电话" in word]
    if named:
        [hotline] = [sheet for sheet in all_sheets() if sheet.code == "hotline"]
        assert hotline.fixed_in(plan)["channel"] in named
