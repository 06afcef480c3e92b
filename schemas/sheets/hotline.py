"""热线工单: what people told the 12345 hotline or wrote in a petition, one row a work order.

All that may tell who called is private, the place of the matter, too: it is often a home.
The number of a work order stays inside: with it the caller can be looked up.
"""

from schemas import vocabulary
from schemas.sheet import DOWN
from schemas.sheet import OFFICES
from schemas.sheet import UP
from schemas.sheet import Column
from schemas.sheet import Reading
from schemas.sheet import Sheet

SHEET = Sheet(
    code="hotline",
    title="热线工单台账",
    english="Hotline work orders",
    record="opinion",
    tells=("ext_no", "content"),
    titles=(
        "12345热线工单",
        "12345工单",
        "政务服务热线工单",
        "热线工单明细表",
        "热线工单汇总表",
        "热线诉求办理台账",
    ),
    after=("roster",),
    fixed={"channel": "热线"},
    readings=(
        Reading("来源", "channel", without=("channel",), values="channel"),
        Reading("信访类别", "channel", without=("channel",), values="channel"),
        Reading("信访类别", "theme", without=("theme",)),
        Reading("单位", "unit", without=("unit",)),
        Reading("时间", "raised_on", without=("raised_on",)),
        Reading("日期", "raised_on", without=("raised_on",)),
        Reading("内容", "content", without=("content",)),
        Reading("类别", "theme", values="theme"),
    ),
    columns=(
        Column("no", ("意见编号",), "Number", "number", leaves=DOWN, width=14),
        Column(
            "ext_no",
            ("工单编号", "工单号", "来信编号", "信访件编号", "受理编号", "诉求编号"),
            "Work order",
            "ext_no",
            width=18,
            example="DH2014050800123",
        ),
        Column(
            "unit",
            (
                "转派单位",
                "二级责任单位",
                "承办单位",
                "责任单位",
                "办理单位",
                "派单单位",
                "转办单位",
                "处置单位",
            ),
            "Sent to",
            "unit",
            leaves=OFFICES,
            required=True,
            width=20,
            carried=True,
            example="盐窝镇",
        ),
        # How a caller reached the hotline is the centre's matter; how a petition came is not.
        Column(
            "channel",
            (
                "信访类型",
                "信访方式",
                "信访形式",
                "信访渠道",
                "信访途径",
                "信访来源",
                "来信来访",
                "来信来访类型",
                "征求渠道",
            ),
            "Channel",
            "word",
            words="channel",
            carried=True,
            blank=False,
        ),
        Column(
            "theme",
            ("诉求类别", "归类", "问题类别", "四风类别"),
            "Theme",
            "words",
            words="theme",
            leaves=OFFICES,
            blank=False,
        ),
        Column(
            "content",
            ("诉求内容", "信访内容", "工单内容", "来电内容", "反映内容", "主要诉求"),
            "Told",
            required=True,
            verbatim=True,
            width=48,
            example="便民大厅中午没人，办事要跑两趟。",
        ),
        Column(
            "wording",
            ("归纳意见", "归纳表述"),
            "Wording",
            leaves=OFFICES,
            width=36,
            blank=False,
        ),
        Column("voices", ("件数", "条数"), "Voices", "count", leaves=OFFICES, width=8, blank=False),
        Column(
            "raised_on",
            ("受理时间", "来电时间", "诉求时间", "接件时间", "来访时间", "派单时间", "派单日期"),
            "Taken on",
            "day",
            leaves=UP,
            happened=True,
            width=12,
            example="2014-05-08",
        ),
        Column(
            "status",
            ("办结", "是否办结", "办结状态", "办理状态", "工单状态"),
            "Status",
            "code",
            codes=vocabulary.OPINION,
            leaves=OFFICES,
        ),
        Column(
            "answer",
            ("办理结果", "办理情况", "处理结果", "处理情况", "答复内容", "办结情况", "答复意见"),
            "Answer",
            whose="unit",
            leaves=OFFICES,
            width=30,
        ),
        Column(
            "giver_name",
            (
                "诉求人",
                "信访人",
                "来电人",
                "投诉人",
                "举报人",
                "反映人",
                "市民姓名",
                "诉求人姓名",
                "联系人",
                "姓名",
                "信访人姓名和相关信息",
            ),
            "Caller",
            "private",
        ),
        Column(
            "giver_phone",
            ("联系电话", "来电号码", "联系方式", "诉求人电话", "主叫号码", "回访电话", "电话"),
            "Caller's phone",
            "private",
        ),
        Column(
            "giver_address",
            ("案件地点", "事发地点", "事发地址", "诉求地址", "来电地址", "住址", "地址"),
            "Caller's address",
            "private",
        ),
        Column(
            "giver_identity",
            ("身份证号", "身份证号码", "证件号码"),
            "Caller's identity number",
            "private",
        ),
    ),
)
