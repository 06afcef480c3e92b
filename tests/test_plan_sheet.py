"""A plan is a workbook, too: every attribute has its place, what is written reads back."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from typing import get_args

import pytest
from conftest import Campaign
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pydantic import BaseModel

from ledger import campaigns
from ledger import plans
from ledger.errors import PlanNoWorkbook
from ledger.exchange.paper import LISTS_NAME
from ledger.exchange.plain import plain
from ledger.exchange.plan_cells import joined
from ledger.exchange.plan_cells import parts_of
from ledger.exchange.plan_reading import PlanBook
from ledger.exchange.plan_reading import is_plan
from ledger.exchange.plan_reading import read_plan
from ledger.exchange.plan_writing import write_blank
from ledger.exchange.plan_writing import write_plan
from ledger.exchange.read import Unreadable
from ledger.exchange.read import read_bytes
from schemas import plan_sheet
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.plan import Action
from schemas.plan import Plan
from schemas.plan import Vocabulary
from schemas.plan import Words
from schemas.plan_sheet import WORKSHEETS
from schemas.sheet_words import DITTO
from schemas.vocabulary import STATUS

TODAY = date(2014, 5, 16)
SHIPPED = sorted(campaigns.shipped())


def read(path: Path) -> PlanBook:
    return read_plan(read_bytes(path.name, path.read_bytes()), path, TODAY)


# Every attribute has its place ------------------------------------------------------------


def attributes(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """Yield the way to every attribute of a plan that is no table itself."""
    for name, info in model.model_fields.items():
        inner = next((one for one in _models(info.annotation)), None)
        if inner is None:
            yield f"{before}{name}"
        else:
            yield from attributes(inner, f"{before}{name}.")


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def places() -> Iterator[str]:
    """Yield the way to everything that a cell of the workbook says."""
    for worksheet in WORKSHEETS:
        for one in worksheet.fields:
            if worksheet.shape == "excluded":
                continue
            if one.kind == "lists":
                yield from (one.path.replace("*", name) for name in Vocabulary.model_fields)
            else:
                into = ("vocabulary",) if worksheet.shape == "lists" else worksheet.into
                yield ".".join((*into, one.path))
    yield "actions.excluded"


def test_every_attribute_of_a_plan_has_its_place_and_no_other_has() -> None:
    assert sorted(places()) == sorted(attributes(Plan))


def test_an_attribute_that_is_new_is_missed() -> None:
    class More(Plan):
        motto: str | None = None

    assert set(attributes(More)) - set(places()) == {"motto"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_of_codes_are_those_of_the_model(lang: str) -> None:
    fields = {(w.code, f.path): f for w in WORKSHEETS for f in w.fields if f.kind == "code"}
    for (code, path), field in fields.items():
        model: Any = {"actions": Action}.get(code) or _model_of(code)
        assert field.codes is not None
        assert set(field.codes.words) == set(get_args(model.model_fields[path].annotation))
        assert all(field.codes.word(one, lang) for one in field.codes.words)


def _model_of(code: str) -> type[BaseModel]:
    if code == "plan":
        return Plan
    return next(_models(Plan.model_fields[code].annotation))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_worksheets_and_no_two_headings_are_called_the_same(lang: str) -> None:
    names = [worksheet.name(lang) for worksheet in WORKSHEETS]
    assert len(set(names)) == len(names)
    for worksheet in WORKSHEETS:
        headings = [one.heading(lang) for one in worksheet.fields]
        assert len(set(headings)) == len(headings)


# There and back ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_a_plan_that_ships_is_the_same_after_its_workbook(name: str, tmp_path: Path) -> None:
    plan = campaigns.load_plan(name)
    write_plan(plan, tmp_path / "plan.xlsx", TODAY)
    found = read(tmp_path / "plan.xlsx")
    assert found.faults == []
    assert found.plan == plan
    assert Plan.model_validate(tomllib.loads(plans.as_toml(found.plan))) == plan


@pytest.mark.parametrize("name", ["qzlx-county", "bwcx-2019"])
def test_a_plan_in_english_has_an_english_workbook(name: str, tmp_path: Path) -> None:
    plan = campaigns.load_plan(name).model_copy(update={"language": "en"})
    write_plan(plan, tmp_path / "plan.xlsx", TODAY)
    assert "Who and by when" in load_workbook(tmp_path / "plan.xlsx").sheetnames
    assert read(tmp_path / "plan.xlsx").plan == plan


#: Signs of words as offices use them, with all that is said to part or to hold words.
SIGNS = "甲乙丙丁县镇村学习会abXY019 、，,；;：“”（）()《》「」—-=+@.%/&<'\""


def _is_quoted_whole(text: str) -> bool:
    """Tell whether every quotation is opened and closed, as in any text that people write."""
    depth = 0
    for sign in text:
        depth += (sign == "“") - (sign == "”")
        if depth < 0:
            return False
    return depth == 0


def _is_said(text: str) -> bool:
    """Tell whether a text says something of its own: 同上 and its marks do not."""
    return bool(text) and plain(text) not in DITTO and _is_quoted_whole(text)


text = st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(_is_said)
texts = st.lists(text, max_size=4, unique=True).map(tuple)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


days = st.dates(date(2013, 1, 1), date(2019, 12, 31))
selectors = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("tier", "kind", "batch", "parent", "units"), texts)
)


@st.composite
def words(draw: st.DrawFn) -> dict[str, Any]:
    listed = draw(texts)
    others = texts.filter(bool)
    aliases = draw(st.dictionaries(st.sampled_from(listed), others)) if listed else {}
    return {"words": listed, "aliases": aliases, "closed": draw(st.booleans())}


@st.composite
def random_plans(draw: st.DrawFn) -> Plan:
    """Draw a plan that has something of everything."""
    vocabulary = {name: draw(words()) for name in Vocabulary.model_fields}
    codes = draw(st.lists(text, min_size=1, max_size=4, unique=True))
    phase_codes = draw(st.lists(text, max_size=2, unique=True))
    action = st.sampled_from(codes)
    some = st.lists(action, max_size=3, unique=True)
    phase = maybe(st.sampled_from(phase_codes)) if phase_codes else st.none()
    number = st.integers(1, 400)

    def part(**fields: Any) -> dict[str, Any]:
        return {name: draw(one) for name, one in fields.items()}

    def several(most: int, **fields: Any) -> list[dict[str, Any]]:
        return [part(**fields) for _ in range(draw(st.integers(0, most)))]

    def coded(most: int, **fields: Any) -> list[dict[str, Any]]:
        names = draw(st.lists(text, max_size=most, unique=True))
        return [{"code": one, **part(**fields)} for one in names]

    def one_action(code: str) -> dict[str, Any]:
        forms = draw(texts)
        excluded = draw(st.dictionaries(text.filter(lambda one: one not in forms), text))
        kinds = {
            "kind": st.sampled_from(["required", "elective"]),
            "measure": st.sampled_from(["done", "times", "days", "percent"]),
            "supervisor": st.sampled_from(["none", "noted", "needed"]),
            "every": maybe(st.sampled_from(["每周一", "每月15日", "每季度"])),
        }
        said = part(name=text, phase=phase, required=number, aliases=texts, **kinds)
        return {"code": code, "forms": forms, "excluded": excluded, **said}

    categories = vocabulary["category"]["words"]
    category = st.sampled_from(categories) if categories else st.nothing()
    start, end = sorted([draw(days), draw(days)])
    points = st.lists(
        st.fixed_dictionaries({"name": text, "to": selectors, "at_least": number}), max_size=3
    )
    parted = st.lists(text, max_size=6, unique=True).map(
        lambda said: [said[:2], said[2:3], said[3:]]
    )
    materials = draw(texts)
    return Plan.model_validate(
        {
            **part(name=text, code=text, language=st.sampled_from(LANGUAGES)),
            "start": start,
            "end": end,
            "announced_on": draw(maybe(days)),
            **part(batch=maybe(text), lead_organs=texts, office_title=maybe(text)),
            **part(phone=maybe(text), principles=texts),
            "organs": several(2, name=text, held_by=maybe(text)),
            "vocabulary": vocabulary,
            "statuses": [
                {"status": code, "words": own}
                for code, own in zip(STATUS.words, draw(parted), strict=False)
                if own
            ],
            "phases": [
                {"code": one, **part(name=text, begins=maybe(action))} for one in phase_codes
            ],
            "actions": [one_action(code) for code in codes],
            "rules": several(
                4,
                action=action,
                to=selectors,
                due=maybe(text),
                owed=st.booleans(),
                required=maybe(number),
                because=maybe(text),
                choice=maybe(text),
            ),
            "readiness": several(
                2 if phase_codes else 0,
                phase=st.sampled_from(phase_codes or [""]),
                to=selectors,
                actions=some,
                look_back=maybe(action),
                published=st.booleans(),
                reviewed=st.booleans(),
                contacts=st.booleans(),
            ),
            "talks": {
                **part(action=maybe(action), topics=texts),
                "pairs": coded(2, name=text, first=text, second=text, to=selectors),
            },
            "review": part(
                **dict.fromkeys(("chain", "verdicts", "headings"), texts),
                materials=st.just(materials),
                personal=st.just(materials[:1]),
                before=maybe(action),
                checklist=texts,
                examples=maybe(number),
            ),
            "contacts": several(3, leaders=text, attends=some, points=points),
            "supervision": several(2, level=text, name=text, groups=texts, to=selectors),
            "specials": several(
                2 if categories else 0,
                category=category,
                level=maybe(text),
                lead=maybe(text),
                start=maybe(days),
                end=maybe(days),
            ),
            "indicators": coded(
                3,
                name=text,
                measure=text,
                cumulative=st.booleans(),
                covers=st.sampled_from(["own", "all"]),
                aliases=texts,
            ),
            "reports": several(
                3,
                sheet=st.sampled_from(["progress", "rectification", "甲"]),
                to=selectors,
                cut_off=st.integers(0, 31),
                due_after=st.integers(0, 40),
            ),
            "numbers": part(
                **dict.fromkeys(("about_days", "immediate_days", "due_soon_days"), number),
                unit_months=maybe(number),
            ),
        }
    )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plan=random_plans())
def test_any_plan_is_the_same_after_its_workbook(plan: Plan, tmp_path: Path) -> None:
    try:
        write_plan(plan, tmp_path / "plan.xlsx", TODAY)
    except PlanNoWorkbook as refused:
        raise AssertionError(refused.values) from refused
    assert read(tmp_path / "plan.xlsx").plan == plan


@given(
    items=st.lists(text, max_size=4),
    known=st.lists(text.filter(lambda one: "“" not in one), max_size=3),
)
def test_several_words_in_a_cell_read_as_they_were_written(
    items: list[str], known: list[str]
) -> None:
    assert parts_of(joined(items, known), known) == items


@pytest.mark.parametrize(
    ("said", "known", "words"),
    [
        ("县级、乡镇", (), ["县级", "乡镇"]),
        ("县级，乡镇；村级", (), ["县级", "乡镇", "村级"]),
        ("镇、街道、村、社区", ("镇、街道", "村、社区"), ["镇、街道", "村、社区"]),
        ("镇、街道", ("镇、街道",), ["镇、街道"]),
        ("“镇、街道”", (), ["镇、街道"]),
        ("“四查”、“三提升”", (), ["“四查”", "“三提升”"]),
        ("乡镇（含镇、街道）、村", (), ["乡镇（含镇、街道）", "村"]),
        ("县级\n 乡镇 \n", (), ["县级", "乡镇"]),
        ("", (), []),
    ],
)
def test_several_words_in_a_cell_as_people_write_them(
    said: str, known: tuple[str, ...], words: list[str]
) -> None:
    assert parts_of(said, known) == words


def test_what_a_cell_cannot_hold_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    long = Plan(name="甲", code="a", principles=("一\n二",))
    with pytest.raises(PlanNoWorkbook) as refused:
        write_plan(long, tmp_path / "plan.xlsx", TODAY)
    assert refused.value.values == {"place": "principles"}
    assert list(tmp_path.iterdir()) == []


def test_a_word_without_other_spellings_need_not_say_so(tmp_path: Path) -> None:
    tier = Words(words=("县级",), aliases={"县级": ()})
    plan = Plan(name="甲", code="a", vocabulary=Vocabulary(tier=tier))
    write_plan(plan, tmp_path / "plan.xlsx", TODAY)
    found = read(tmp_path / "plan.xlsx").plan
    assert found is not None
    assert found.vocabulary.tier.words == ("县级",)


# As people fill it in -----------------------------------------------------------------------


@pytest.fixture
def filled(tmp_path: Path) -> "Filled":
    """Return the blank workbook with what a plan cannot be without."""
    write_blank(tmp_path / "方案.xlsx", "zh")
    book = Filled(tmp_path / "方案.xlsx")
    book.line("基本情况", 名称="教育实践活动", 代号="jysj")
    return book


class Filled:
    """A workbook that is being filled in, by its headings."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def at(self, sheet: str, heading: str) -> Any:
        return next(c for row in self.book[sheet].iter_rows() for c in row if c.value == heading)

    def line(self, sheet: str, **values: Any) -> None:
        for label, value in values.items():
            label_cell = self.at(sheet, label)
            self.book[sheet].cell(label_cell.row, label_cell.column + 1).value = value

    def row(self, sheet: str, number: int, values: dict[str, Any]) -> None:
        for heading, value in values.items():
            cell = self.at(sheet, heading)
            self.book[sheet].cell(cell.row + number, cell.column).value = value

    def read(self) -> PlanBook:
        self.book.save(self.path)
        return read(self.path)

    def plan(self) -> Plan:
        found = self.read()
        assert found.faults == []
        assert found.plan is not None
        return found.plan


def test_a_blank_workbook_is_a_plan_that_lacks_its_name(tmp_path: Path) -> None:
    write_blank(tmp_path / "plan.xlsx", "zh")
    found = read(tmp_path / "plan.xlsx")
    assert [(fault.key, fault.values["heading"]) for _, fault in found.faults] == [
        ("faults_sheets.required", "名称"),
        ("faults_sheets.required", "代号"),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cell_that_is_asked_for_says_how_and_offers_its_words(
    lang: str, tmp_path: Path
) -> None:
    write_blank(tmp_path / "plan.xlsx", lang)
    book = load_workbook(tmp_path / "plan.xlsx")
    for worksheet in WORKSHEETS:
        sheet = book[worksheet.name(lang)]
        rules = sheet.data_validations.dataValidation
        offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in rules if rule.formula1}
        cells = {c.value: c for row in sheet.iter_rows() for c in row if c.value is not None}
        for one in worksheet.fields:
            cell = cells[one.heading(lang)]
            if worksheet.shape == "lines":
                place = f"B{cell.row}"
                assert sheet.cell(cell.row, 3).value
            else:
                place = f"{cell.column_letter}{cell.row + 1}"
                assert worksheet.how(one, lang) in cell.comment.text
            if one.codes is not None:
                word = next(iter(one.codes.words))
                said = offered[place]
                if said.startswith(LISTS_NAME):
                    title, area = next(iter(book.defined_names[said].destinations))
                    said = " ".join(str(c.value) for (c,) in book[title][area])
                assert one.codes.word(word, lang) in said
            if one.words or one.kind in ("action", "phase"):
                assert "!$" in offered[place]
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert shown[-1].title == ("填报说明" if lang == "zh" else "How to fill in")


def test_a_drop_down_offers_the_cells_that_have_the_words(filled: Filled) -> None:
    filled.row("动作", 1, {"名称": "集中学习"})
    filled.row("单位和活动用词", 1, {"层级": "乡镇"})
    sheet = filled.book["对象和时限"]
    offered = [rule.formula1 for rule in sheet.data_validations.dataValidation if rule.formula1]
    said = {}
    for formula in offered:
        if "!" in formula:
            name, area = formula.split("!")
            first = area.split(":")[0].replace("$", "")
            said[name.strip("'")] = said.get(
                name.strip("'"), filled.book[name.strip("'")][first].value
            )
    assert said == {"动作": "集中学习", "单位和活动用词": "乡镇"}


def test_what_is_not_said_is_as_usual(filled: Filled) -> None:
    filled.row("动作", 1, {"名称": "集中学习"})
    filled.row("对象和时限", 1, {"动作": "集中学习", "时限": "6月底前"})
    plan = filled.plan()
    assert plan.actions == (Action(code="集中学习", name="集中学习"),)
    assert plan.rules[0].owed
    assert plan.numbers.about_days == 5


def test_words_of_the_office_become_codes(filled: Filled) -> None:
    filled.row("环节", 1, {"名称": "学习教育", "进入本环节的动作": "动员会"})
    filled.row("动作", 1, {"名称": "动员大会", "代号": "mobilise", "环节": "学习教育"})
    filled.row("动作", 1, {"类别": "规定", "计量": "天数"})
    filled.row("动作", 1, {"至少": "3", "督导组参加": "必须参加", "别名": "动员会、动员部署"})
    filled.row("转段条件", 1, {"环节": "学习教育", "须公示": "√", "须完成的动作": "动员部署"})
    filled.row("报送", 1, {"报表": "进度表", "对象：层级": "县级、乡镇", "截止日": "25"})
    filled.line("基本情况", 开始="2014年2月12日", 结束="10月12日", 不许另写的词表="问题类别")
    plan = filled.plan()
    action = plan.action("mobilise")
    assert (action.phase, action.kind, action.measure) == ("学习教育", "required", "days")
    assert (action.required, action.supervisor) == (3, "needed")
    assert plan.phases[0].begins == "mobilise"
    assert (plan.readiness[0].published, plan.readiness[0].actions) == (True, ("mobilise",))
    assert (plan.reports[0].sheet, plan.reports[0].to.tier) == ("progress", ("县级", "乡镇"))
    assert plan.reports[0].cut_off == 25
    assert (plan.start, plan.end) == (date(2014, 2, 12), date(2014, 10, 12))
    assert plan.vocabulary.theme.closed


def test_a_day_that_excel_made_of_a_deadline_is_one(filled: Filled) -> None:
    filled.row("动作", 1, {"名称": "集中学习"})
    filled.row("对象和时限", 1, {"动作": "集中学习", "时限": date(2014, 3, 15)})
    assert filled.plan().rules[0].due == "2014-03-15"


def test_rows_below_a_merged_cell_and_ditto_say_what_stands_above(filled: Filled) -> None:
    filled.row("动作", 1, {"名称": "集中学习"})
    filled.row("对象和时限", 1, {"动作": "集中学习", "对象：层级": "县级", "时限": "5月底前"})
    filled.row("对象和时限", 2, {"对象：层级": "乡镇", "时限": "6月底前"})
    filled.row("对象和时限", 3, {"动作": "同上", "对象：层级": "村级", "时限": "7月底前"})
    top = filled.at("对象和时限", "动作")
    filled.book["对象和时限"].merge_cells(None, top.row + 1, top.column, top.row + 2, top.column)
    assert [rule.action for rule in filled.plan().rules] == ["集中学习"] * 3


def test_contact_points_below_the_same_leaders_are_theirs(filled: Filled) -> None:
    filled.row("联系点", 1, {"联系人": "县委常委", "联系点": "联系乡镇", "至少": 2})
    filled.row("联系点", 2, {"联系点": "联系村", "对象：层级": "村级"})
    filled.row("联系点", 3, {"联系人": "副县长", "联系点": "联系企业"})
    plan = filled.plan()
    assert [(one.leaders, [point.name for point in one.points]) for one in plan.contacts] == [
        ("县委常委", ["联系乡镇", "联系村"]),
        ("副县长", ["联系企业"]),
    ]
    assert plan.contacts[0].points[0].at_least == 2


def test_columns_may_stand_in_another_order_and_worksheets_may_be_called_otherwise(
    filled: Filled,
) -> None:
    filled.row("动作", 1, {"名称": "集中学习"})
    filled.row("对象和时限", 1, {"动作": "集中学习", "时限": "6月底前"})
    filled.book["对象和时限"].title = "要求"
    filled.book.move_sheet("要求", -4)
    assert filled.plan().rules[0].due == "6月底前"


cells = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes()),
    *(st.text(max_size=30), text, st.sampled_from(Unreadable), st.timedeltas(), st.times()),
    *(st.sampled_from([one.heading("zh") for w in WORKSHEETS for one in w.fields]),),
)
strange = st.lists(st.tuples(st.integers(0, 15), st.integers(1, 25), st.integers(1, 15), cells))


@settings(max_examples=150, deadline=None)
@given(edits=strange)
def test_whatever_stands_in_the_cells_ends_in_a_plan_or_in_faults(
    edits: list[tuple[int, int, int, Any]], county: bytes
) -> None:
    book = read_bytes("方案.xlsx", county)
    for sheet, row, column, value in edits:
        book.grids[sheet].put(row, column, value)
    found = read_plan(book, Path("方案.xlsx"), TODAY)
    assert (found.plan is None) == bool(found.faults)
    for at, fault in found.faults:
        assert at.grid in {grid.name for grid in book.grids}
        assert all(say(fault.key, lang, **fault.values) for lang in LANGUAGES)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("county") / "方案.xlsx"
    write_plan(campaigns.load_plan("qzlx-county"), path, TODAY)
    return path.read_bytes()


def test_a_worksheet_of_more_rows_than_any_plan_has_is_not_read(county: bytes) -> None:
    book = read_bytes("方案.xlsx", county)
    book.grids[3].put(6_000, 1, "甲")
    [(at, fault)] = [
        one for one in read_plan(book, Path("x"), TODAY).faults if one[0].grid == "动作"
    ]
    assert (str(at), fault.key) == ("动作!A1", "plan_sheet.too_long")


# Mistakes -------------------------------------------------------------------------------------


def fault_of(book: Filled) -> tuple[str, str, str | None]:
    [(at, fault)] = book.read().faults
    return str(at), fault.key, fault.offer


@pytest.mark.parametrize(
    ("sheet", "values", "cell", "key", "offer"),
    [
        ("动作", {"名称": "甲", "计量": "小时"}, "E4", "faults_sheets.code_unknown", None),
        ("动作", {"名称": "甲", "至少": "很多"}, "F4", "faults.count_not_read", None),
        ("动作", {"名称": "甲", "至少": 0}, "F4", "plan.rule_least", None),
        ("动作", {"名称": "甲", "环节": "学习"}, "C4", "plan_sheet.phase_unknown", None),
        ("动作", {"代号": "a"}, "A4", "faults_sheets.required", None),
        ("动作", {"名称": "甲", "周期": "有空时"}, "G4", "plan.plan_recurrence_unread", None),
        ("动作", {"名称": "长" * 201}, "A4", "plan.rule_too_long", None),
        ("动作", {"名称": 10**16}, "A4", "faults_sheets.digits_lost", None),
        ("对象和时限", {"动作": "集中学系"}, "A4", "plan_sheet.action_unknown", "集中学习"),
        ("对象和时限", {"动作": "集中学习", "须完成": "也许"}, "I4", "faults_sheets.code_unknown", None),
        ("转段条件", {"环节": "甲"}, "A4", "plan_sheet.phase_unknown", None),
        ("报送", {"报表": "进度表", "截止日": 45}, "G4", "plan.rule_most", None),
        ("专项整治", {"专项整治": "文山会海"}, "A4", "plan_sheet.category_unknown", None),
        ("专项整治", {"专项整治": "甲", "开始": "3月"}, "C4", "faults.day_missing", None),
        ("联系点", {"联系点": "联系乡镇"}, "A4", "plan_sheet.nothing_above", None),
        ("不计入的形式", {"动作": "集中学习", "形式": "甲"}, "C4", "faults_sheets.required", None),
        ("意见和整改用词", {"征求渠道的其他写法": "座谈"}, "B4", "plan_sheet.alias_of_nothing", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_cell(
    filled: Filled, sheet: str, values: dict[str, Any], cell: str, key: str, offer: str | None
) -> None:
    values = {"活动形式" if name == "形式" else name: value for name, value in values.items()}
    row = 1
    if sheet != "动作":
        filled.row("动作", 1, {"名称": "集中学习"})
    if sheet == "专项整治":
        filled.row("意见和整改用词", 1, {"专项整治": "甲"})
        if values["专项整治"] != "甲":
            cell = "A4"
    filled.row(sheet, row, values)
    assert fault_of(filled) == (f"{sheet}!{cell}", key, offer)


def test_a_code_that_stands_twice_is_told_at_the_second(filled: Filled) -> None:
    filled.row("动作", 1, {"名称": "甲", "代号": "a"})
    filled.row("动作", 2, {"名称": "乙", "代号": "a"})
    assert fault_of(filled) == ("动作!B5", "plan_sheet.code_twice", None)


def test_actions_of_one_name_are_told_apart_by_their_codes(filled: Filled) -> None:
    filled.row("动作", 1, {"名称": "甲", "代号": "a"})
    filled.row("动作", 2, {"名称": "甲", "代号": "b"})
    filled.row("对象和时限", 1, {"动作": "b"})
    assert filled.plan().rules[0].action == "b"
    filled.row("对象和时限", 1, {"动作": "甲"})
    assert fault_of(filled) == ("对象和时限!A4", "plan_sheet.action_ambiguous", None)


def test_a_heading_and_a_worksheet_that_a_plan_has_not_are_told(filled: Filled) -> None:
    header = filled.at("环节", "名称")
    filled.book["环节"].cell(header.row, 4).value = "备注"
    filled.book.create_sheet("草稿").append(["想一想"])
    filled.book.create_sheet("Sheet1")
    assert [(str(at), fault.key) for at, fault in filled.read().faults] == [
        ("环节!D3", "plan_sheet.heading_unknown"),
        ("草稿!A1", "plan_sheet.sheet_unknown"),
    ]


def test_an_end_before_the_start_is_told(filled: Filled) -> None:
    filled.line("基本情况", 开始="2014-05-01", 结束="2014-04-01")
    [(at, fault)] = filled.read().faults
    assert (at.grid, fault.key) == ("基本情况", "plan.plan_ends_before_start")


def test_a_form_that_counts_and_does_not_is_told(filled: Filled) -> None:
    filled.row("动作", 1, {"名称": "甲", "计入的形式": "党课"})
    filled.row("不计入的形式", 1, {"动作": "甲", "活动形式": "党课", "不计入的理由": "不算"})
    assert fault_of(filled)[:2] == ("动作!A4", "plan.plan_form_twofold")


def test_another_workbook_is_no_plan(tmp_path: Path, started: Campaign) -> None:
    started("template", "roster", "-o", tmp_path / "roster.xlsx")
    path = tmp_path / "roster.xlsx"
    assert not is_plan(read_bytes(path.name, path.read_bytes()))
    done = started("plan", "use", "roster.xlsx")
    assert done.status == 2
    assert "campaign template plan" in done.err


# The commands ----------------------------------------------------------------------------------


def broken(path: Path, target: Path) -> Path:
    """Misspell an action and a measure in a plan's workbook."""
    book = Filled(path)
    book.row("动作", 1, {"计量": "小时"})
    book.row("对象和时限", 1, {"动作": "动员大汇"})
    book.book.save(target)
    return target


def mended(path: Path, source: Path, target: Path) -> Path:
    """Mend the marked copy as its comments say."""
    book, right = Filled(path), Filled(source)
    for sheet, heading in (("动作", "计量"), ("对象和时限", "动作")):
        cell = right.at(sheet, heading)
        value = right.book[sheet].cell(cell.row + 1, cell.column).value
        book.row(sheet, 1, {heading: value})
    book.book.save(target)
    return target


def test_a_blank_workbook_needs_no_ledger(campaign: Campaign, tmp_path: Path) -> None:
    assert campaign("template", "plan").status == 0
    assert (tmp_path / "活动方案-空表.xlsx").exists()
    assert campaign("template", "plan").status == 2
    assert campaign("template", "活动方案", "-o", "plan.xlsx", lang="en").status == 0
    assert "Basics" in load_workbook(tmp_path / "plan.xlsx").sheetnames


def test_a_ledger_is_made_with_a_workbook(campaign: Campaign) -> None:
    assert campaign("plan", "show", "qzlx-county", "-o", "方案.xlsx").status == 0
    assert campaign("init", "--plan", "方案.xlsx", "--office", "垦东县").status == 0
    assert campaign.json("plan", "show") == campaigns.load_plan("qzlx-county").model_dump(
        mode="json"
    )


@pytest.mark.parametrize(
    "line", [("plan", "use"), ("plan", "diff"), ("import",), ("plan", "show"), ("plan", "check")]
)
def test_a_workbook_with_mistakes_is_answered_in_a_copy_that_is_taken_when_mended(
    started: Campaign, tmp_path: Path, line: tuple[str, ...]
) -> None:
    started("plan", "show", "qzlx-county", "-o", "对的.xlsx")
    broken(tmp_path / "对的.xlsx", tmp_path / "方案.xlsx")
    before = (tmp_path / "方案.xlsx").read_bytes()
    entries = started.entries()
    done = started(*line, "方案.xlsx")
    assert done.status == (1 if line == ("plan", "check") else 2)
    for cell in ("动作!E4", "对象和时限!A4"):
        assert cell in done.out + done.err
    assert "方案-请核对.xlsx" in done.err
    assert started.entries() == entries
    assert (tmp_path / "方案.xlsx").read_bytes() == before
    book = load_workbook(tmp_path / "方案-请核对.xlsx")
    comment = book["对象和时限"]["A4"].comment
    assert comment is not None
    assert "动员大会" in comment.text
    assert book["动作"]["E4"].fill.fgColor.rgb != "00000000"
    mended(tmp_path / "方案-请核对.xlsx", tmp_path / "对的.xlsx", tmp_path / "改好.xlsx")
    assert started("plan", "use", "改好.xlsx").status == 0
    assert started.json("plan", "show")["code"] == "qzlx-county"


def test_what_would_be_right_stands_in_the_comment(campaign: Campaign, tmp_path: Path) -> None:
    campaign("plan", "show", "qzlx-county", "-o", "对的.xlsx")
    book = Filled(tmp_path / "对的.xlsx")
    book.line("基本情况", 结束="2014-02-30")
    book.book.save(tmp_path / "方案.xlsx")
    campaign("plan", "check", "方案.xlsx")
    marked = Filled(tmp_path / "方案-请核对.xlsx")
    row = marked.at("基本情况", "结束").row
    assert "2014-02-28" in marked.book["基本情况"].cell(row, 2).comment.text


def test_the_same_mistakes_are_marked_once(campaign: Campaign, tmp_path: Path) -> None:
    campaign("plan", "show", "qzlx-county", "-o", "对的.xlsx")
    broken(tmp_path / "对的.xlsx", tmp_path / "方案.xlsx")
    for _ in range(2):
        assert campaign("init", "--plan", "方案.xlsx").status == 2
        assert not campaign.ledger.exists()
    assert len(list(tmp_path.glob("方案-请核对*"))) == 1
    (tmp_path / "方案-请核对.xlsx").write_bytes(b"somebody's own")
    campaign("init", "--plan", "方案.xlsx")
    assert (tmp_path / "方案-请核对.xlsx").read_bytes() == b"somebody's own"
    assert (tmp_path / "方案-请核对-2.xlsx").exists()


def test_a_dry_run_marks_nothing(started: Campaign, tmp_path: Path) -> None:
    started("plan", "show", "qzlx-county", "-o", "对的.xlsx")
    broken(tmp_path / "对的.xlsx", tmp_path / "方案.xlsx")
    assert started("plan", "use", "方案.xlsx", "--dry-run").status == 2
    assert started("import", "方案.xlsx", "--dry-run").status == 2
    assert not (tmp_path / "方案-请核对.xlsx").exists()


def test_what_an_office_has_to_choose_is_marked_too(campaign: Campaign, tmp_path: Path) -> None:
    campaign("plan", "show", "qzlx-city", "-o", "方案.xlsx")
    done = campaign("plan", "check", "方案.xlsx", "--format", "json")
    assert done.status == 1
    assert "对象和时限!" in done.out
    assert (tmp_path / "方案-请核对.xlsx").exists()


def test_an_import_takes_a_plan_as_plan_use_does_and_is_undone(started: Campaign) -> None:
    old = started.json("plan", "show")
    started("plan", "show", "qzlx-county", "-o", "方案.xlsx")
    entries = started.entries()
    done = started("import", "方案.xlsx")
    assert done.status == 0
    assert started.entries() == entries + 1
    assert started.json("plan", "show")["code"] == "qzlx-county"
    again = started("import", "方案.xlsx")
    assert again.status == 0
    assert started.entries() == entries + 1
    assert started("undo").status == 0
    assert started.json("plan", "show") == old


def test_a_plan_comes_by_itself_and_from_no_sender(started: Campaign, tmp_path: Path) -> None:
    started("plan", "show", "qzlx-county", "-o", "方案.xlsx")
    (tmp_path / "名册.csv").write_text("单位名称,层级\n胜坨镇,乡镇\n", encoding="utf-8")
    done = started("import", "方案.xlsx", "名册.csv")
    assert done.status == 1
    assert 'campaign import "方案.xlsx"' in done.out
    assert "胜坨镇" in [unit["name"] for unit in started.json("units")]
    assert started.json("plan", "show")["code"] == "standard"
    assert 'campaign plan use "方案.xlsx"' in started("import", "方案.xlsx", "--unit", "财政局").out
    assert started("import", "方案.xlsx", "--only", "roster").status == 2
    assert started("import", "名册.csv", "--only", "plan").status == 2
    assert started.json("plan", "show")["code"] == "standard"


def test_an_export_is_the_plan_in_use_and_comes_back_unchanged(started: Campaign) -> None:
    entries = started.entries()
    assert started("export", "plan", "-o", "方案.xlsx").status == 0
    assert started("export", "plan", "-o", "方案.xlsx").status == 2
    assert started("export", "plan", "-o", "方案.xlsx", "--force").status == 0
    assert started("import", "方案.xlsx").status == 0
    assert started.entries() == entries
    for more in (["roster"], ["--for", "up"], ["--by", "unit"], ["--overdue"]):
        done = started("export", "plan", *more, "-o", "其他.xlsx")
        assert (done.status, "campaign export plan" in done.err) == (2, True)


def test_a_workbook_of_another_kind_is_told_by_its_bytes(started: Campaign, tmp_path: Path) -> None:
    started("plan", "show", "-o", "方案.xlsx")
    (tmp_path / "方案.xlsx").rename(tmp_path / "方案.toml")
    assert started("plan", "check", "方案.toml").status == 0
    (tmp_path / "方案.xlsx").write_bytes(b"PK\x03\x04 nothing")
    done = started("plan", "use", "方案.xlsx")
    assert done.status == 2
    assert "Traceback" not in done.err


def test_the_names_of_the_workbook_are_those_of_no_sheet(started: Campaign) -> None:
    assert started("template", "plam").status == 2
    assert "plan" in started("template", "plam").err
    assert plan_sheet.is_plan(" PLAN ")
