"""The frame of the command line, tried on small commands in a folder of their own."""

import json
import os
import shlex
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

from cli import wrapping
from cli.arguments import plain
from cli.arguments import take_globals
from cli.arguments import unquoted
from cli.command import build
from cli.help import about
from cli.help import command_page
from cli.help import front_page
from cli.main import main
from cli.mistakes import BadLanguage
from cli.places import COMMANDS
from cli.places import Found
from cli.places import Place
from cli.places import find
from cli.screen import Block
from cli.screen import Column
from cli.screen import Listing
from cli.screen import Screen
from cli.setting import Setting
from cli.setting import computer_language
from cli.setting import language
from schemas.locale import help as help_words
from schemas.locale import words

ROOT = Path(__file__).parent.parent

ADD_UNIT = """
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cli import options
from cli.screen import Screen
from cli.setting import setting_of

WORDS = frozenset({"head"})


def run(
    ctx: typer.Context,
    unit: str,
    parent: Annotated[str | None, typer.Option("--parent")] = None,
    kind: Annotated[str | None, options.KIND] = None,
    members: Annotated[int | None, typer.Option("--members")] = None,
    head: Annotated[str | None, typer.Option("--head")] = None,
    alias: Annotated[list[str] | None, typer.Option("--alias")] = None,
    by: options.By = None,
    dry_run: options.DryRun = False,
) -> None:
    setting = setting_of(ctx)
    screen = Screen(setting)
    screen.answer(f"{unit}|{parent}|{kind}|{members}|{head}|{alias}|{by}|{dry_run}")
    screen.talk(setting.typed)
"""

LOG_OPINION = """
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cli import options
from cli.screen import Screen
from cli.setting import setting_of

WORDS = frozenset({"content"})


def run(
    ctx: typer.Context,
    content: str,
    unit: Annotated[str, options.UNIT],
    period: Annotated[str | None, options.PERIOD] = None,
    on: Annotated[date | None, options.ON] = None,
    file: Annotated[Path | None, typer.Option("--file")] = None,
) -> None:
    setting = setting_of(ctx)
    Screen(setting).answer(f"{content}|{unit}|{period}|{on or file}")
    Screen(setting).talk(setting.typed)
"""

RECTIFY = """
from typing import Annotated

import typer

from cli import options
from cli.screen import Column
from cli.screen import Listing
from cli.screen import Screen
from cli.setting import setting_of
from schemas.vocabulary import STATUS

COLUMNS = (
    Column("no", "test_frame.no"),
    Column("unit", "test_frame.unit"),
    Column("problem", "test_frame.problem", is_long=True),
    Column("days_overdue", "test_frame.days_overdue", justify="right"),
    Column("measures", "test_frame.measures", in_table=False),
)


def run(
    ctx: typer.Context,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    unit: Annotated[str | None, options.UNIT] = None,
    status: Annotated[list[str] | None, options.coded("--status", STATUS)] = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    setting = setting_of(ctx)
    rows = [
        {"no": f"ZG-{n:04}", "unit": unit, "problem": "办事慢", "days_overdue": n}
        for n in range(1, 4)
    ]
    if overdue:
        Screen(setting).answer(f"overdue {unit} {status}")
    else:
        Screen(setting).show(Listing(COLUMNS, rows), shape, limit, output, force=force)
"""

VERB = """
import typer

from cli.screen import Screen
from cli.setting import setting_of


def run(ctx: typer.Context, no: str) -> None:
    Screen(setting_of(ctx)).answer(f"VERB {no}")
"""

MISHAP = """
import sqlite3

import typer

from ledger.errors import MachineMistake
from ledger.errors import Mistake


class NoSuchThing(Mistake):
    def key(self):
        return "usage.no_such_command"


class Broken(MachineMistake):
    def key(self):
        return "usage.disk_full"


def run(what: str) -> None:
    if what == "mistake":
        raise NoSuchThing(name="x", see="campaign --help")
    if what == "machine":
        raise Broken
    if what == "interrupt":
        raise KeyboardInterrupt
    if what == "partly":
        raise typer.Exit(1)
    if what == "usage":
        raise typer.BadParameter("words of Typer")
    if what == "defect":
        raise ValueError("a defect")
    if what == "nospace":
        raise OSError(28, "No space left on device")
    raise sqlite3.OperationalError(what)
"""

SETTING = """
import typer

from cli.screen import Screen
from cli.setting import setting_of


def run(ctx: typer.Context) -> None:
    s = setting_of(ctx)
    Screen(s).answer(f"{s.ledger}|{s.campaign}|{s.lang}|{s.today}")
"""


HEADINGS = {
    "no": ("编号", "no."),
    "unit": ("单位", "unit"),
    "problem": ("存在问题", "problem"),
    "days_overdue": ("逾期天数", "days overdue"),
    "measures": ("整改措施", "measures"),
    "theme": ("类别", "theme"),
}


@pytest.fixture(scope="session", autouse=True)
def headings() -> Iterator[None]:
    """Give the listings of these tests an area of the locale."""
    name = "schemas.locale.test_frame"
    module = ModuleType(name)
    vars(module)["WORDS"] = HEADINGS
    sys.modules[name] = module
    yield
    del sys.modules[name]


@dataclass
class Result:
    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Return a folder of small commands, importable."""
    above = tmp_path_factory.mktemp("frame")
    folder = above / "frame_commands"
    for name, text in {
        "__init__": '"""Commands."""',
        "add_unit": ADD_UNIT,
        "log_opinion": LOG_OPINION,
        "mishap": MISHAP,
        "setting": SETTING,
        "rectify/__init__": RECTIFY,
        "rectify/add": VERB.replace("VERB", "add"),
        "rectify/close": VERB.replace("VERB", "close"),
        "rectify/show": VERB.replace("VERB", "show"),
        "plan/__init__": '"""A noun without a listing."""',
        "plan/use": VERB.replace("VERB", "use"),
    }.items():
        file = folder / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(above))
    yield Place("frame_commands", folder)
    sys.path.remove(str(above))


@pytest.fixture
def campaign(
    place: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Return the command line as a function."""
    for name in ("CAMPAIGN_LEDGER", "CAMPAIGN_TODAY", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CAMPAIGN_LANG", "zh")

    def run(*args: str) -> Result:
        status = main(list(args), place)
        said = capsys.readouterr()
        return Result(status, said.out, said.err)

    return run


@pytest.fixture
def setting() -> Setting:
    return Setting(
        ledger=Path("campaign.db"),
        campaign=None,
        lang="zh",
        today=date(2014, 5, 31),
        now=datetime(2014, 5, 31, 12, 0).astimezone(),
        user="clerk",
    )


# Global options -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ["--ledger", "a.db", "--campaign", "某活动", "--lang", "en", "setting"],
        ["setting", "--ledger", "a.db", "--campaign", "某活动", "--lang", "en"],
        ["setting", "--ledger=a.db", "--campaign=某活动", "--lang=en"],
        ["--lang", "en", "setting", "——ledger", "a.db", "－－campaign＝“某活动”"],
        ["setting　--ledger　a.db　--campaign　某活动", "--lang　en"],
    ],
)
def test_global_options_stand_anywhere(campaign, monkeypatch, args):
    monkeypatch.setenv("CAMPAIGN_TODAY", "2014-05-31")
    assert campaign(*args).out == "a.db|某活动|en|2014-05-31\n"


def test_the_environment_speaks_where_no_option_does(campaign, monkeypatch):
    monkeypatch.setenv("CAMPAIGN_LEDGER", "b.db")
    monkeypatch.setenv("CAMPAIGN_TODAY", "2014-05-31")
    assert campaign("setting").out == "b.db|None|zh|2014-05-31\n"
    assert campaign("setting", "--ledger", "c.db").out.startswith("c.db|")


def test_nothing_is_taken_after_a_lone_dash_dash(campaign):
    result = campaign("log-opinion", "--unit", "财政局", "--", "--lang")
    assert result.out == "--lang|财政局|None|None\n"


def test_a_global_option_without_its_value(campaign):
    result = campaign("setting", "--ledger")
    assert (result.status, result.out) == (2, "")
    assert result.err == "选项 --ledger 后面要有内容。\n用法见：campaign --help\n"


def test_a_bad_today_and_a_bad_language_are_mistakes(campaign, monkeypatch):
    assert campaign("setting", "--lang", "fr").status == 2
    monkeypatch.setenv("CAMPAIGN_TODAY", "明天")
    result = campaign("setting")
    assert result.status == 2
    assert "CAMPAIGN_TODAY" in result.err


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh-TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
    ],
)
def test_the_computers_language(environ, lang):
    assert computer_language(environ) == lang


def test_the_language_asked_for_comes_first():
    english = {"LANG": "en_US"}
    assert language("zh", {**english, "CAMPAIGN_LANG": "en"}) == "zh"
    assert language(None, {**english, "CAMPAIGN_LANG": "zh"}) == "zh"
    assert language(None, english) == "en"
    with pytest.raises(BadLanguage):
        language(None, {"CAMPAIGN_LANG": "fr"})


# What an input method makes of a line ---------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("——overdue", "--overdue"),
        ("—overdue", "--overdue"),
        ("–overdue", "--overdue"),
        ("—–overdue", "--overdue"),
        ("－－overdue", "--overdue"),
        ("―overdue", "--overdue"),
        ("--ｏｖｅｒｄｕｅ", "--overdue"),
        ("——due－within", "--due-within"),
        ("--Overdue", "--overdue"),
        ("－o", "-o"),
        ("-ofile.csv", "-ofile.csv"),
        ("--unit＝“财政局”", "--unit=财政局"),
        ("——unit=「财政局」", "--unit=财政局"),
        ("--due=６月底前", "--due=６月底前"),
        ("“财政局”", "财政局"),
        ("“四风”和“四不”", "“四风”和“四不”"),
        ("窗口“慢”", "窗口“慢”"),
        ("——窗口办事慢", "——窗口办事慢"),
        ("——", "——"),
        ("", ""),
    ],
)
def test_one_part_is_read_as_its_plain_form(typed, meant):
    assert plain(["status", typed], lambda _: False) == ["status", meant]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["rectify　--overdue"], ["rectify", "--overdue"]),
        (
            ["rectify　——overdue　——unit　财政局"],
            ["rectify", "--overdue", "--unit", "财政局"],
        ),
        (["rectify", "　--overdue"], ["rectify", "--overdue"]),
        (["rectify", "　", "--overdue　"], ["rectify", "--overdue"]),
        (
            ["rectify　add　办事　慢", "--unit　财政局"],
            ["rectify", "add", "办事　慢", "--unit", "财政局"],
        ),
        (["ｒｅｃｔｉｆｙ", "ａｄｄ", "ａ　ｂ"], ["rectify", "add", "ａ　ｂ"]),
        (["log—opinion", "甲　乙"], ["log-opinion", "甲　乙"]),
        (
            ["log-opinion", "“办事", "难”", "--unit", "x"],
            ["log-opinion", "办事 难", "--unit", "x"],
        ),
        (
            ["log-opinion", "“办事", "--unit", "难”"],
            ["log-opinion", "“办事", "--unit", "难”"],
        ),
        (
            ["--ledger", "a　b.db", "rectify　add"],
            ["--ledger", "a　b.db", "rectify", "add"],
        ),
        (["rectify", "--unit", "新村　二组"], ["rectify", "--unit", "新村　二组"]),
        (["x", "--", "——overdue", "“a”"], ["x", "--", "——overdue", "“a”"]),
    ],
)
def test_a_line_is_read_as_its_plain_form(typed, meant):
    assert plain(typed, lambda name: name == "rectify") == meant


def test_plain_lines_stay_as_they_are():
    line = [
        "rectify",
        "add",
        "a “b” c",
        "--unit",
        "x",
        "--dry-run",
        "--due=6月底前",
        "-o",
        "f",
    ]
    assert plain(line, lambda name: name == "rectify") == line


def test_quotes_are_taken_only_from_around_the_whole():
    assert unquoted("‘a’") == "a"
    assert unquoted("“a“") == "a"
    assert unquoted("『a』") == "a"
    assert unquoted("“") == "“"
    assert unquoted("'a'") == "'a'"


def test_global_options_are_taken_out_once():
    assert take_globals(["a", "--lang=en", "--", "--lang", "zh"]) == (
        {"lang": "en"},
        ["a", "--", "--lang", "zh"],
    )


# Finding and running --------------------------------------------------------------------


def test_a_command_gets_its_values(campaign):
    result = campaign(
        *("add-unit", "盐窝镇", "--parent", "“利津县”", "--kind", "专项整治"),
        *("--members", "１２０", "--alias", "a", "--alias", "b c", "--dry-run"),
    )
    assert result.out == "盐窝镇|利津县|special|120|None|['a', 'b c']|None|True\n"
    assert result.status == 0


def test_a_noun_lists_and_a_verb_acts(campaign):
    assert campaign("rectify", "--overdue").out == "overdue None None\n"
    assert campaign("rectify", "close", "ZG-0001").out == "close ZG-0001\n"
    assert campaign("rectify", "close", "--", "-1").out == "close -1\n"


def test_one_dash_too_few(campaign):
    result = campaign("rectify", "-overdue", "-unit", "财政局")
    assert result.out == "overdue 财政局 None\n"


def test_a_text_may_begin_with_a_dash(campaign):
    result = campaign("log-opinion", "- 办事慢", "--unit", "-1组")
    assert result.out == "- 办事慢|-1组|None|None\n"


def test_an_empty_value_is_a_value(campaign):
    assert campaign("add-unit", "a", "--parent", "").out.startswith("a||None")


def test_codes_are_taken_by_any_of_their_words(campaign):
    for word in ("doing", "整改中", "Under way", "ｄｏｉｎｇ", "正在办理"):
        result = campaign("rectify", "--overdue", "--status", word)
        assert result.out == "overdue None ['doing']\n"


@pytest.mark.parametrize("typed", ["2014-05", "2014年5月", "２０１４年５月", "2014.5", "201405"])
def test_periods(campaign, typed):
    result = campaign("log-opinion", "x", "--unit", "y", "--period", typed)
    assert result.out == "x|y|2014-05|None\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2014-05-20", "2014-05-20"),
        ("2014年5月20日", "2014-05-20"),
        ("５月２０日", "2014-05-20"),
        ("12月20日", "2013-12-20"),
    ],
)
def test_days_that_have_happened(campaign, monkeypatch, typed, meant):
    monkeypatch.setenv("CAMPAIGN_TODAY", "2014-05-31")
    result = campaign("log-opinion", "x", "--unit", "y", "--on", typed)
    assert result.out == f"x|y|None|{meant}\n"


def test_a_day_that_is_none(campaign):
    result = campaign("log-opinion", "x", "--unit", "y", "--on", "哪天")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("--on 要的是日期，“哪天”看不出是哪一天：")
    assert result.err.endswith("\n请写成 2014-05-31 或 2014年5月31日 这样。\n")


def test_the_command_line_is_recorded_as_given(campaign):
    result = campaign(
        *("add-unit", "--kind=专项整治", "新 村", "--head", "张三", "--dry-run"),
        *("--alias", "a", "--alias", 'b "c"', "--ledger", "x.db"),
    )
    assert result.err == (
        'campaign add-unit "新 村" --kind 专项整治 --head … --alias a '
        '--alias "b \\"c\\"" --dry-run\n'
    )


def test_private_words_are_not_recorded(campaign):
    result = campaign("log-opinion", "某人说的话", "--unit", "财政局")
    assert result.err == "campaign log-opinion … --unit 财政局\n"


def test_statuses(campaign):
    assert campaign("mishap", "partly") == Result(1, "", "")
    assert campaign("mishap", "mistake").status == 2
    assert campaign("mishap", "machine").status == 3
    assert campaign("mishap", "interrupt").status == 130


def test_the_version(campaign):
    assert campaign("--version").out.startswith("campaign ")


# Mistakes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["clsoe"], "没有“clsoe”这个命令。\n请试：campaign rectify close\n"),
        (["add-unti"], "没有“add-unti”这个命令。\n请试：campaign add-unit\n"),
        (["整改"], "没有“整改”这个命令。\n请试：campaign --help\n"),
        (["--overdue"], "没有 --overdue 这个选项。\n全部选项见：campaign --help\n"),
        (
            ["rectify", "clsoe"],
            "“rectify”后面不能是“clsoe”。\n请试：campaign rectify close\n",
        ),
        (
            ["rectify", "ZG-0001"],
            "“rectify”后面不能是“ZG-0001”。\n请试：campaign rectify show ZG-0001\n",
        ),
        (
            ["rectify", "--overdue", "ZG-0001"],
            "“rectify”后面不能是“ZG-0001”。\n请试：campaign rectify show ZG-0001\n",
        ),
        (["plan", "x"], "“plan”后面不能是“x”。\n请试：campaign plan --help\n"),
        (
            ["rectify", "--overdue", "add", "x"],
            "“add”前面不能有选项：列表的选项和“add”不能一起用。\n"
            "请把“add”紧接着写在“rectify”后面，用法见：campaign rectify add --help\n",
        ),
        (
            ["rectify", "--unti", "x"],
            "没有 --unti 这个选项，最接近的是 --unit。\n全部选项见：campaign rectify --help\n",
        ),
        (
            ["rectify", "--zzz"],
            "没有 --zzz 这个选项。\n全部选项见：campaign rectify --help\n",
        ),
        (
            ["rectify", "-z"],
            "没有 -z 这个选项。\n全部选项见：campaign rectify --help\n",
        ),
        (
            ["rectify", "--unit"],
            "选项 --unit 后面要有内容。\n用法见：campaign rectify --help\n",
        ),
        (
            ["rectify", "--unit", "--overdue"],
            "选项 --unit 后面要有内容。\n用法见：campaign rectify --help\n",
        ),
        (
            ["rectify", "--overdue=1"],
            "选项 --overdue 后面不带内容。\n用法见：campaign rectify --help\n",
        ),
        (["add-unit"], "还缺少：单位。\n用法见：campaign add-unit --help\n"),
        (
            ["log-opinion", "x"],
            "还缺少选项 --unit。\n用法见：campaign log-opinion --help\n",
        ),
        (
            ["add-unit", "a", "b c"],
            '多出了："b c"\n内容里有空格时，请用英文双引号括起来；'
            "用法见：campaign add-unit --help\n",
        ),
        (["rectify", "--limit", "0"], "--limit 至少是 1，不能是“0”。\n"),
        (
            ["add-unit", "a", "--members", "几个"],
            "--members 要的是整数，“几个”不是。\n",
        ),
        (
            ["log-opinion", "x", "--unit", "y", "--period", "2014-13"],
            "--period 要的是月份，“2014-13”不是。\n请写成 2014-05 或 2014年5月 这样。\n",
        ),
        (
            ["rectify", "--format", "xml"],
            "--format 没有“xml”这一项。\n可以是：table 表格、json、csv\n",
        ),
        (
            ["mishap", "usage"],
            "命令写得不对：Invalid value: words of Typer\n用法见：campaign mishap --help\n",
        ),
    ],
)
def test_usage_mistakes_are_told_in_our_words(campaign, args, said):
    assert campaign(*args) == Result(2, "", said)


def test_mistakes_in_english(campaign):
    assert campaign("rectify", "clsoe", "--lang", "en").err == (
        "“clsoe” cannot follow “rectify”.\nTry: campaign rectify close\n"
    )
    assert campaign("add-unit", "--lang", "en").err == (
        "Missing: UNIT.\nSee: campaign add-unit --help\n"
    )


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("database or disk is full", "磁盘满了"),
        ("nospace", "磁盘满了"),
        ("attempt to write a readonly database", "台账文件是只读的"),
        ("database is locked", "台账一直有人在写"),
        ("unable to open database file", "台账文件读不了"),
        ("database disk image is malformed", "台账文件读不了"),
    ],
)
def test_the_machine_is_no_traceback(campaign, problem, said):
    result = campaign("mishap", problem)
    assert (result.status, result.out) == (3, "")
    assert said in result.err
    assert result.err.count("\n") == 2


def test_a_defect_is_a_traceback(campaign):
    with pytest.raises(ValueError, match="a defect"):
        campaign("mishap", "defect")


def test_an_interruption_is_one_line(campaign):
    result = campaign("mishap", "interrupt")
    assert result == Result(130, "", "已中断，没有做完的都没有写入。\n")


def test_every_usage_sentence_names_values_that_exist():
    for area in ("usage", "screen", "help"):
        for key, (zh, en) in words(area).items():
            assert zh, key
            assert en, key
            assert _holes(zh) == _holes(en), key


def _holes(text: str) -> set[str]:
    return {part.split("}")[0].split(":")[0] for part in text.split("{")[1:]}


# Help -----------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [[], ["--help"], ["-h"], ["help"]])
def test_the_front_page(campaign, args):
    result = campaign(*args)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("用法：campaign 命令 [内容] [选项]\n")
    day = result.out.index("日常")
    assert day < result.out.index("  add-unit ") < result.out.index("  rectify ")
    assert result.out.index("台账\n  plan ") > day
    assert result.out.index("其他\n  mishap") > day
    assert "month-end" not in result.out


def test_the_page_of_a_command(campaign):
    assert campaign("log-opinion", "--help").out == textwrap.dedent("""\
        用法：campaign log-opinion 原话 [选项]

        记下一条意见，原话照录

        原话一字不改地存着，编号随机给，看不出先后。提意见人的姓名和电话不写在命令里：放
        在文件里，用 --giver-from 读，或者用 --giver-from - 从键盘输入。
        记下的命令里没有原话。登记可以撤销；提意见人的信息撤销不了，只能用 campaign
        opinions forget-giver 抹去。

        内容
          原话  原话，一字不改；有空格时用英文双引号括起来

        选项
          --unit 单位    意见说的是哪个单位（必填）
          --period 月份  月份，如 2014-05、2014年5月
          --on 日期      哪一天的事，默认今天；如 2014-05-20、5月20日
          --file 文件

        例子
          campaign log-opinion "窗口办事慢，跑了三趟" --unit 财政局 --channel 意见箱
          campaign log-opinion "文山会海" --unit 县委办 --theme 形式主义

        --ledger、--campaign、--lang 对所有命令都有效，见 campaign --help。
        """)


def test_the_page_of_a_noun_lists_its_verbs(campaign):
    page = campaign("rectify", "--help", "--lang", "en").out
    assert page.startswith("Usage: campaign rectify [OPTIONS]\n       campaign rectify VERB …\n")
    assert "Verbs\n  add    Record an item\n  close  Close an item\n  show   " in page
    assert "-o, --output FILE" in page
    assert "doing (under way)" in page


def test_help_goes_before_everything_that_is_missing(campaign):
    assert campaign("add-unit", "--parent", "--help").status == 0
    assert campaign("help", "add-unit").out == campaign("add-unit", "--help").out


def test_a_noun_without_a_listing_shows_its_page(campaign):
    result = campaign("plan")
    assert result.status == 0
    assert "campaign plan 动词" in result.out


def _commands() -> list[str]:
    nouns = [name for _, names in help_words.PANELS for name in names]
    verbs = [f"{n} {verb}" for n, verbs in help_words.VERBS.items() for verb in verbs]
    return nouns + verbs


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_of_help_is_wider_than_80(lang, place, setting):
    setting = replace(setting, lang=lang, width=200)
    pages = [front_page(place, setting)]
    for name in _commands():
        found = Found(tuple(name.split()), "", [], help_words.VERBS.get(name, ()))
        pages.append(command_page(found, [], setting))
    for page in pages:
        for line in page.splitlines():
            assert wrapping.width(line) <= 80, line
            assert line.lstrip()[:1] not in tuple("，。）"), line


def test_every_command_has_a_line():
    for name in _commands():
        assert name in help_words.WORDS


def test_help_imports_no_command(place):
    code = (
        "import sys; from pathlib import Path; from cli.main import main;"
        "from cli.places import Place;"
        f"main(['--help'], Place('frame_commands', Path({str(place.folder)!r})));"
        "print(sorted(n for n in sys.modules if n.startswith(('frame', 'typer', 'rich.c'))))"
    )
    done = _python("-c", code, LANG="zh_CN.UTF-8", PYTHONPATH=str(place.folder.parent))
    assert done.stdout.splitlines()[-1] == "['rich.cells']"


# Wrapping -------------------------------------------------------------------------------


def test_wide_characters_are_counted_in_cells():
    assert wrapping.width("䶮𠮷１２３a") == 11
    assert wrapping.pad("䶮", 4) == "䶮  "
    assert wrapping.pad("12", 4, right=True) == "  12"


def test_lines_do_not_begin_with_a_comma_nor_break_a_word():
    text = "整改台账，campaign rectify 要用起来。（督导组）看"
    for room in range(12, 40):
        lines = wrapping.wrap(text, room)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        for line in lines:
            assert wrapping.width(line) <= room
            assert line[0] not in "，。）"
            assert line[-1] != "（"
        assert any("campaign" in line for line in lines)


def test_a_cut_text_says_so():
    assert wrapping.cut("窗口办事慢", 10) == ["窗口办事慢"]
    assert wrapping.cut("窗口办事慢", 8) == ["窗口办…"]
    assert wrapping.cut("abcdefghij", 4) == ["abc…"]
    assert wrapping.cut("窗口办事慢", 6, lines=2) == ["窗口办", "事慢"]


# Listings -------------------------------------------------------------------------------

COLUMNS = (
    Column("no", "test_frame.no"),
    Column("unit", "test_frame.unit"),
    Column("problem", "test_frame.problem", is_long=True),
    Column("days_overdue", "test_frame.days_overdue", justify="right"),
    Column("theme", "test_frame.theme", in_table=False),
)


def _rows(count: int) -> list[dict[str, object]]:
    return [
        {
            "no": f"ZG-{n:04}",
            "unit": "䶮镇" if n % 2 else "𠮷村１组",
            "problem": "窗口办事慢，群众跑了三趟。" * n,
            "days_overdue": n,
            "theme": ["形式主义", "官僚主义"],
        }
        for n in range(1, count + 1)
    ]


def test_a_table_in_a_pipe_has_everything_on_one_line_each(setting, capsys):
    Screen(setting).show(Listing(COLUMNS, _rows(3)))
    assert capsys.readouterr().out == (
        "编号     单位      存在问题"
        + " " * 70
        + "  逾期天数\n"
        + f"-------  --------  {'-' * 78}  --------\n"
        + f"ZG-0001  䶮镇      {wrapping.pad('窗口办事慢，群众跑了三趟。', 78)}         1\n"
        + f"ZG-0002  𠮷村１组  {wrapping.pad('窗口办事慢，群众跑了三趟。' * 2, 78)}         2\n"
        + f"ZG-0003  䶮镇      {'窗口办事慢，群众跑了三趟。' * 3}         3\n"
    )


def test_a_table_at_a_terminal_fits_and_lines_up(setting, capsys):
    at_terminal = replace(setting, interactive=True, width=60)
    Screen(at_terminal).show(Listing(COLUMNS, _rows(4)))
    lines = capsys.readouterr().out.splitlines()
    assert all(wrapping.width(line) <= 60 for line in lines)
    records = [line for line in lines if line.startswith("ZG")]
    ends = {wrapping.width(line[: line.index("窗口")]) for line in records}
    assert len(ends) == 1
    assert len(lines) <= 2 + 2 * 4
    assert any("…" in line for line in lines)


def test_a_terminal_shows_a_screenful_and_says_how_many_more(setting, capsys):
    at_terminal = replace(setting, interactive=True)
    Screen(at_terminal).show(Listing(COLUMNS[:1], _rows(60)))
    said = capsys.readouterr()
    assert said.out.count("ZG-") == 50
    assert "还有 10 条没有显示" in said.err
    assert "--limit" in said.err
    Screen(at_terminal).show(Listing(COLUMNS[:1], iter(_rows(60)), count=lambda: 60))
    assert "还有 10 条" in capsys.readouterr().err
    Screen(at_terminal).show(Listing(COLUMNS[:1], iter(_rows(60))))
    assert "只显示了前 50 条" in capsys.readouterr().err
    Screen(at_terminal).show(Listing(COLUMNS[:1], _rows(60)), limit=100)
    said = capsys.readouterr()
    assert (said.out.count("ZG-"), said.err) == (60, "")


def test_a_pipe_gets_everything_unless_limited(setting, capsys):
    Screen(setting).show(Listing(COLUMNS[:1], _rows(60)))
    assert capsys.readouterr().out.count("ZG-") == 60
    Screen(setting).show(Listing(COLUMNS[:1], _rows(60)), limit=2)
    said = capsys.readouterr()
    assert (said.out.count("ZG-"), said.err) == (2, "")


def test_nothing_found(setting, capsys):
    Screen(setting).show(Listing(COLUMNS, []))
    assert capsys.readouterr() == ("", "没有符合条件的记录。\n")
    Screen(setting).show(Listing(COLUMNS, []), "json")
    assert capsys.readouterr().out == "[]\n"
    Screen(setting).show(Listing(COLUMNS[:2], []), "csv")
    assert capsys.readouterr().out == "\ufeff编号,单位\r\n"


def test_json_has_all_fields_and_plain_values(setting, capsys):
    row = {"no": "ZG-0001", "theme": ("a", "b"), "days_overdue": date(2014, 5, 31)}
    Screen(setting).show(Listing(COLUMNS, [row, {}]), "json")
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "no": "ZG-0001",
        "unit": None,
        "problem": None,
        "days_overdue": "2014-05-31",
        "theme": ["a", "b"],
    }
    assert set(second.values()) == {None}


def test_csv_follows_its_rules_and_guards_formulas(setting, capsys):
    rows = [
        {"no": "=1+1", "unit": 'a"b', "problem": "甲\n乙", "days_overdue": -1},
        {"no": "@x", "unit": True, "problem": None, "theme": ["a", "b"]},
    ]
    Screen(setting).show(Listing(COLUMNS, rows), "csv")
    assert capsys.readouterr().out == (
        '\ufeff编号,单位,存在问题,逾期天数,类别\r\n\'=1+1,"a""b","甲\n乙",-1,\r\n\'@x,是,,,a、b\r\n'
    )


def test_headings_are_in_the_terminals_language(setting, capsys):
    Screen(replace(setting, lang="en")).show(Listing(COLUMNS[:2], []), "csv")
    assert capsys.readouterr().out == "\ufeffno.,unit\r\n"


def test_a_field_brings_its_own_heading():
    assert Column("days_overdue").title("zh") == "逾期天数"
    assert Column("days_overdue").title("en") == "days overdue"


def test_a_block_stands_under_a_table_and_in_no_other_shape(setting, capsys):
    block = Block("立行立改", COLUMNS[:1], [{"no": "ZG-0009"}])
    listing = Listing(COLUMNS[:1], _rows(1), blocks=[block])
    Screen(setting).show(listing)
    assert capsys.readouterr().out.endswith("\n立行立改\n编号\n-------\nZG-0009\n")
    Screen(setting).show(replace(listing, rows=_rows(1)), "csv")
    assert "立行立改" not in capsys.readouterr().out


def test_a_text_cannot_command_the_terminal(setting, capsys):
    Screen(setting).show(Listing(COLUMNS[:1], [{"no": "a\x1b[31m\u202eb\nc"}]))
    assert capsys.readouterr().out.splitlines()[-1] == "a[31mb c"
    Screen(setting).answer("a\x1b[2Jb")
    assert capsys.readouterr().out == "a[2Jb\n"


def test_a_record_shows_what_it_has(setting, capsys):
    Screen(setting).record(COLUMNS, {"no": "ZG-0001", "theme": ["a", "b"]})
    assert capsys.readouterr().out == "编号      ZG-0001\n类别      a、b\n"
    Screen(setting).record(COLUMNS[:2], {"no": "ZG-0001"}, "json")
    assert json.loads(capsys.readouterr().out) == {"no": "ZG-0001", "unit": None}


def test_talk_goes_to_stderr_and_answers_to_stdout(setting, capsys):
    screen = Screen(setting)
    screen.answer("a")
    screen.reply("screen.yes")
    screen.talk("b")
    screen.say("screen.dry_run")
    screen.warn("screen.nothing")
    assert capsys.readouterr() == (
        "a\n是\n",
        "b\n这是试运行，什么也没有写入。\n注意：没有符合条件的记录。\n",
    )


def test_progress_is_silent_where_nobody_watches(setting, capsys):
    with Screen(setting).progress("screen.yes", total=2) as step:
        step()
        step()
    assert capsys.readouterr() == ("", "")


# Files ----------------------------------------------------------------------------------


def test_a_listing_is_written_by_its_files_name(campaign, tmp_path):
    for name, start in (
        ("清单.csv", b"\xef\xbb\xbf\xe7\xbc\x96"),
        ("清单.json", b"[\n  {\n"),
        ("清单.txt", "编号".encode()),
    ):
        result = campaign("rectify", "--unit", "财政局", "-o", str(tmp_path / name))
        assert (result.status, result.out) == (0, "")
        assert result.err == f"已写入“{tmp_path / name}”，共 3 条。\n"
        assert (tmp_path / name).read_bytes().startswith(start)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_that_exists_is_not_replaced(campaign, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("mine")
    result = campaign("rectify", "-o", str(file))
    assert (result.status, file.read_text()) == (2, "mine")
    assert "--force" in result.err
    assert campaign("rectify", "-o", str(file), "--force").status == 0
    assert file.read_text() != "mine"


def test_a_file_that_cannot_be_written(campaign, tmp_path):
    result = campaign("rectify", "-o", str(tmp_path / "none" / "a.csv"))
    assert result.status == 3
    assert campaign("rectify", "-o", str(tmp_path / "a.xlsx")).status == 2
    assert list(tmp_path.iterdir()) == []


def test_a_failed_listing_leaves_no_file(setting, tmp_path):
    def rows() -> Iterator[dict[str, object]]:
        yield {"no": "1"}
        message = "a defect"
        raise ValueError(message)

    with pytest.raises(ValueError, match="a defect"):
        Screen(setting).show(Listing(COLUMNS, rows()), output=tmp_path / "a.csv")
    assert list(tmp_path.iterdir()) == []


# The process ----------------------------------------------------------------------------


def _python(*args: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *args],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_python_m_cli_is_campaign():
    done = _python("-m", "cli", "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("campaign ")


def test_a_console_that_knows_only_gbk(place):
    code = (
        "import sys; from pathlib import Path; from cli.main import main;"
        "from cli.places import Place;"
        f"sys.exit(main(sys.argv[1:], Place('frame_commands', Path({str(place.folder)!r}))))"
    )
    environ = {
        **os.environ,
        "PYTHONIOENCODING": "gbk",
        "PYTHONPATH": str(place.folder.parent),
        "CAMPAIGN_LANG": "zh",
    }

    def run(*args: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-c", code, *args],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            check=True,
        ).stdout

    assert "?村|None" in run("add-unit", "𠮷村").decode("gbk")
    assert "𠮷村" in run("rectify", "--unit", "𠮷村", "--format", "json").decode("utf-8")
    assert "用法" in run("--help").decode("gbk")


def test_a_reader_that_goes_away_leaves_no_traceback(place):
    code = (
        "import sys; from cli.main import main; from cli.screen import *;"
        "from cli import screen, main as m\n"
        "def run(*_):\n"
        "    for n in range(200000): screen.answer(str(n))\n"
        "    return 0\n"
        "m._run = run\n"
        "sys.exit(main([]))"
    )
    shell = f"\"{sys.executable}\" -c '{code}' 2>err.txt | head -1; echo ${{PIPESTATUS[0]}}; cat err.txt"
    done = subprocess.run(
        ["bash", "-c", shell],
        cwd=place.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "0\n0\n"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_ends_with_130():
    # What is started in the background has Ctrl+C ignored, and so have its children.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, time; from cli import main as m\n"
        "def run(*_):\n"
        "    print('ready', flush=True); time.sleep(30)\n"
        "m._run = run\n"
        "sys.exit(m.main([]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "CAMPAIGN_LANG": "zh"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, "已中断，没有做完的都没有写入。\n")


# The tool's own commands ----------------------------------------------------------------


def _own_commands() -> list[tuple[str, ...]]:
    found = []
    for name in COMMANDS.names():
        found.append((name,))
        if COMMANDS.is_group(name):
            found += [(name, verb) for verb in COMMANDS.inside(name).names()]
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words_typed", _own_commands(), ids=" ".join)
def test_the_page_of_every_command_is_whole(words_typed, lang, setting):
    setting = replace(setting, lang=lang)
    command = build(find(COMMANDS, list(words_typed)))
    name = " ".join(words_typed)
    assert name in help_words.WORDS
    for param in command.params:
        assert about(name, param, lang), f"{name} {param.opts}"
        if param.param_type_name == "argument" or not param.is_flag:
            assert f"value.{param.name}" in help_words.WORDS
    page = command_page(command.found, command.params, setting)
    assert max(map(wrapping.width, page.splitlines())) <= 80


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words_typed", _own_commands(), ids=" ".join)
def test_the_examples_of_every_command_can_be_typed(words_typed, lang, setting):
    examples = help_words.WORDS[" ".join(words_typed) + ".examples"]
    for line in examples[("zh", "en").index(lang)].splitlines():
        _, *typed = shlex.split(line.replace("\\", "/"))
        _, args = take_globals(plain(typed, COMMANDS.is_group))
        found = find(COMMANDS, args)
        build(found).make_context(found.line, found.rest, obj=setting)
