"""Sheets out: the columns that may leave, values as an office writes them, blank sheets."""

import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from ledger.exchange.paper import ExportMark
from ledger.exchange.paper import Page
from ledger.exchange.paper import write_book
from ledger.exchange.write import Extra
from ledger.exchange.write import export_page
from ledger.exchange.write import file_name
from ledger.exchange.write import fill_note_page
from ledger.exchange.write import template_page
from schemas.plan import Plan
from schemas.sheet import Direction
from schemas.sheet import Sheet
from schemas.sheet import all_sheets

_STANDARD = tomllib.loads(files("schemas").joinpath("plans/standard.toml").read_text("utf-8"))
PLAN = Plan(
    **_STANDARD,
    actions=(
        {"code": "mobilise", "name": "动员大会", "phase": "1"},
        {"code": "study", "name": "集中学习", "phase": "1", "measure": "days"},
        {"code": "meeting", "name": "专题民主生活会", "phase": "2"},
    ),
)
SHEETS = {sheet.code: sheet.under(PLAN) for sheet in all_sheets()}

ITEM = {
    "no": "ZG-0012",
    "ext_no": "201405081234567890",
    "kind": "prompt",
    "scope": "body",
    "theme": ["形式主义", "官僚主义"],
    "category": [],
    "problem": "窗口中午没人，群众王某13812345678来电反映",
    "measures": "1.轮班；\n2.公布值班表。",
    "lead": "王志远（0546-8320123）",
    "lead_unit": "人社局",
    "unit": "盐窝镇",
    "co_units": ["永安镇", "人社局"],
    "due_text": "6月底前，长期坚持",
    "due_on": "2014-06-30",
    "status": "doing",
    "status_text": "有序推进",
    "closing": "open",
    "raised_on": "2014-04-01",
    "done_on": None,
    "progress": None,
}
OPINION = {
    "no": "YJ-4K7PM2XQ",
    "unit": "盐窝镇",
    "collected_by": "督导组",
    "channel": "座谈会",
    "theme": ["形式主义"],
    "content": "大厅中午没人，办事跑两趟。",
    "wording": "窗口服务时间不便民",
    "voices": 3,
    "raised_on": "2014-05-08",
    "status": "assigned",
    "giver_name": "赵某某",
    "giver_phone": "13900000000",
}
UNIT = {
    "code": "0007",
    "name": "盐窝镇",
    "aliases": ["盐窝", "盐窝镇党委"],
    "key_body": False,
    "members": 312,
    "phone": "0546-8320123",
    "started_on": "2014-02-20",
    "active": True,
}
PROGRESS = {
    "unit": "盐窝镇",
    "action:mobilise": "2014-03-12",
    "action:study": 2,
    "action:meeting": "√",
}
VISIT = {
    "no": "DD-0003",
    "group": "县委第三督导组",
    "unit": "盐窝镇",
    "day": "2014-05-08",
    "ways": ["听汇报", "暗访"],
    "talks": 12,
    "found": "窗口无人，问王某13812345678",
    "due_text": "5月底前",
    "due_on": "2014-05-31",
    "outcome": "exposed",
}
GAP = {
    "unit": "盐窝镇",
    "phase": "学习教育、听取意见",
    "requirement": "action",
    "action": "集中学习",
    "required": 3,
    "count": 2,
    "due_text": "3月底前",
    "due_on": "2014-03-31",
}
CHECK = {
    "part": "待核查",
    "no": "ZG-0012",
    "problem": "窗口无人，问王某13812345678",
    "due_text": "5月底前",
    "passed": True,
    "reason": "已到位",
}
CONTACT_POINT = {
    "no": "LX-0004",
    "unit": "垦东县",
    "leader": "王建国",
    "body": "盐窝镇",
    "point": "前崔村",
    "set_up_on": "2014-03-01",
}
WEAK_ORGANISATION = {
    "no": "RH-0005",
    "unit": "盐窝镇",
    "name": "前崔村党支部",
    "problem": "村务不公开",
    "first_secretary": "张新民",
    "due_text": "6月底前",
    "turned": "turning",
}
ACTIVITY = {
    "no": "HD-0006",
    "unit": "盐窝镇",
    "day": "2014-03-05",
    "form": "集中学习",
    "title": "学习党章，联系王某13812345678",
    "days": 1.5,
    "present": 18,
    "absent": "张三",
    "supervisor": "无",
    "topics": ["个人的问题"],
    "note": "没有",
}
FIGURE = {
    "unit": "盐窝镇",
    "period": "2014-05",
    "covers": "all",
    "indicator": "征求意见数",
    "measure": "条",
    "this_period": "260余条",
    "total": "1.2万余条",
}
RECORDS: dict[str, Mapping[str, object]] = {
    "item": ITEM,
    "opinion": OPINION,
    "unit": UNIT,
    "milestone": PROGRESS,
    "activity": ACTIVITY,
    "visit": VISIT,
    "gap": GAP,
    "check": CHECK,
    "contact_point": CONTACT_POINT,
    "weak_organisation": WEAK_ORGANISATION,
    "figure": FIGURE,
}


def _page(code: str, direction: Direction = "inside", **more: object) -> Page:
    record = more.pop("record", RECORDS[SHEETS[code].record])
    return export_page(
        SHEETS[code],
        [record],  # type: ignore[list-item]
        lang=more.pop("lang", "zh"),  # type: ignore[arg-type]
        direction=direction,
        plan=PLAN,
        title=SHEETS[code].title,
        **more,  # type: ignore[arg-type]
    )


def _row(page: Page) -> dict[str, object]:
    (row,) = page.rows
    return dict(zip((column.heading for column in page.columns), row, strict=True))


# Values ---------------------------------------------------------------------------------


def test_an_item_is_written_as_an_office_writes_it() -> None:
    """Words for codes, the office's own status word, the deadline's words, lists joined."""
    row = _row(_page("rectification"))

    assert {heading: value for heading, value in row.items() if value not in (None, "")} == {
        "整改编号": "ZG-0012",
        "来文编号": "201405081234567890",
        "事项类型": "立行立改",
        "班子或个人": "班子",
        "四风类别": "形式主义、官僚主义",
        "存在问题": "窗口中午没人，群众王某13812345678来电反映",
        "整改措施": "1.轮班；\n2.公布值班表。",
        "牵头领导": "王志远（0546-8320123）",
        "牵头单位": "人社局",
        "责任单位": "盐窝镇",
        "配合单位": "永安镇、人社局",
        "完成时限": "6月底前，长期坚持",
        "完成情况": "有序推进",
        "销号情况": "未销号",
        "提出时间": "2014-04-01",
    }


@pytest.mark.parametrize(
    ("status", "said", "printed"),
    [
        ("done", "已办结", "已办结"),
        ("done", "有序推进", "已完成"),
        ("done", "已销号", "已完成"),
        ("doing", None, "整改中"),
        (None, None, None),
    ],
)
def test_the_office_s_status_word_stands_while_it_means_the_same(
    status: str | None, said: str | None, printed: str | None
) -> None:
    """Else the code's own word is printed."""
    row = _row(_page("rectification", record=ITEM | {"status": status, "status_text": said}))

    assert row["完成情况"] == printed


def test_a_deadline_without_words_is_its_day() -> None:
    """Which a record of a command may have."""
    row = _row(_page("rectification", record=ITEM | {"due_text": None}))

    assert row["完成时限"] == "2014-06-30"


def test_a_unit_and_its_yes_and_no() -> None:
    """A code keeps its zeros, names joined, yes and no in words."""
    row = _row(_page("roster"))

    assert (row["单位代码"], row["别名"], row["重点对象"], row["参加"], row["党员数"]) == (
        "0007",
        "盐窝、盐窝镇党委",
        "否",
        "是",
        312,
    )


def test_progress_has_days_counts_and_ticks_under_its_actions() -> None:
    """The phases stand above them."""
    page = _page("progress")

    assert _row(page) == {
        "单位": "盐窝镇",
        "动员大会": date(2014, 3, 12),
        "集中学习": 2,
        "专题民主生活会": "√",
    }
    assert [column.group for column in page.columns] == [
        None,
        "学习教育、听取意见",
        "学习教育、听取意见",
        "查摆问题、开展批评",
    ]


def test_english() -> None:
    """A plan in English has English headings and words."""
    row = _row(_page("rectification", lang="en", record=ITEM | {"status_text": None}))

    assert (row["Status"], row["Kind"], row["Responsible unit"]) == (
        "under way",
        "prompt",
        "盐窝镇",
    )


def test_what_can_be_chosen_is_offered() -> None:
    """Codes, and words of the plan."""
    choices = {column.heading: column.choices for column in _page("rectification").columns}

    assert choices["完成情况"][:3] == ("未启动", "整改中", "已完成")
    assert choices["四风类别"] == PLAN.vocabulary.theme.words
    assert choices["存在问题"] == ()


# Directions -----------------------------------------------------------------------------


@pytest.mark.parametrize("direction", ["inside", "down", "up", "public"])
@pytest.mark.parametrize("code", sorted(SHEETS))
def test_who_spoke_never_leaves(code: str, direction: Direction) -> None:
    """Neither in a column nor in a value."""
    page = _page(code, direction, verbatim=True)

    assert not {"提出人", "联系方式", "住址"} & {column.heading for column in page.columns}
    values = str(list(page.rows))
    assert "赵某某" not in values
    assert "13900000000" not in values


def test_down_go_wording_theme_and_count() -> None:
    """No verbatim words, day, channel or collector; the number is drawn and tells no order."""
    row = _row(_page("opinions", "down"))

    assert {heading for heading, value in row.items() if value} == {
        "意见编号",
        "被征求意见单位",
        "类别",
        "归纳意见",
        "条数",
        "办理状态",
    }
    assert "意见建议" in _row(_page("opinions", "down", verbatim=True))


@pytest.mark.parametrize("direction", ["down", "up", "public"])
def test_numbers_in_texts_leave_masked(direction: Direction) -> None:
    """The sender's own number is no text, and stays."""
    row = _row(_page("rectification", direction))

    assert row["存在问题"] == "窗口中午没人，群众王某***********来电反映"
    assert row["牵头领导"] == "王志远（****-*******）"
    assert row.get("来文编号", ITEM["ext_no"]) == ITEM["ext_no"]


def test_a_liaison_can_be_called() -> None:
    """The roster's telephones are what its column is for."""
    assert _row(_page("roster", "up"))["联系电话"] == "0546-8320123"


def test_a_sender_s_own_columns_go_back() -> None:
    """Behind ours, and masked as texts are."""
    extra = Extra(("包保干部", "备注"), lambda record: ["李明13812345678", record["unit"]])

    row = _row(_page("rectification", "down", extra=extra))

    assert list(row.items())[-2:] == [("包保干部", "李明***********"), ("备注", "盐窝镇")]


# Written and read -----------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(SHEETS))
def test_an_export_is_read_as_it_was_written(tmp_path: Path, code: str) -> None:
    """Days as days, numbers as numbers, empty as empty."""
    page = _page(code, mark=ExportMark("L1", 3, code))
    page.rows = list(page.rows)
    write_book(tmp_path / "a.xlsx", [page], lang="zh")

    sheet = load_workbook(tmp_path / "a.xlsx").get_sheet_by_name(SHEETS[code].title).to_python()

    kinds = [column.kind for column in page.columns]
    (expected,) = [
        [_read(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in page.rows
    ]
    assert sheet[-1] == expected


def _read(value: object, kind: str) -> object:
    if value is None:
        return ""
    return date.fromisoformat(value) if kind == "day" and isinstance(value, str) else value


def test_a_wide_page_is_narrowed() -> None:
    """Its days still show, and text keeps more room than words."""
    page = _page("rectification")
    widths = {column.heading: column.width for column in page.columns}

    assert sum(widths.values()) < 280
    assert widths["完成时间"] >= 11
    assert widths["存在问题"] > widths["牵头领导"]


# Blank sheets ---------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_a_blank_sheet_asks_nobody_who_spoke(sheet: Sheet) -> None:
    """Nor for the number that the ledger gives; it holds no row that could be a record."""
    page = template_page(sheet, PLAN, "zh")

    private = {c.heading("zh") for c in sheet.columns if c.private or c.field == "no"}
    assert not private & {column.heading for column in page.columns}
    assert not list(page.rows)
    assert page.blank_rows
    assert all(column.note for column in page.columns)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_every_column_is_explained(tmp_path: Path, sheet: Sheet, lang: str) -> None:
    """On a worksheet beside the blank one, in both languages."""
    pages = [template_page(sheet, PLAN, lang), fill_note_page(sheet, PLAN, lang)]

    written = write_book(tmp_path / "a.xlsx", pages, lang=lang)

    book = load_workbook(tmp_path / "a.xlsx")
    explained = [row[0] for row in book.get_sheet_by_name(written[1].worksheet).to_python()]
    assert {column.heading for column in pages[0].columns} <= set(explained)


# File names -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("整改台账", "盐窝镇", "2014-05"), "整改台账-盐窝镇-2014-05.xlsx"),
        (("整改台账",), "整改台账.xlsx"),
        (('a<b>:"/\\|?*', None, None), "a＜b＞：＂／＼｜？＊.xlsx"),
        (("con",), "_con.xlsx"),
        (("COM1", "x"), "COM1-x.xlsx"),
        (("表. ",), "表.xlsx"),
        (("",), "_.xlsx"),
    ],
)
def test_a_file_s_name(parts: tuple[str, ...], name: str) -> None:
    """Title, unit and period, as Windows takes it."""
    assert file_name(*parts) == name


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_file_s_name_can_be_written(title: str, unit: str) -> None:
    """No sign that is forbidden, no end in a blank or a point, and not too long."""
    name = file_name(title, unit)

    assert len(name.encode()) <= 255
    assert not set('<>:"/\\|?*') & set(name)
    assert min(name) >= " "
    assert not name.removesuffix(".xlsx").endswith((" ", "."))
