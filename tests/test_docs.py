"""The pages in docs say what is so: what is generated is fresh, what is typed there works.

The examples of the how-to pages are run on a copy of the tree. ``UPDATE_DOCS=1 pytest
tests/test_docs.py`` writes their outputs anew; ``python docs/generate.py`` the references.
"""

import ast
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import module_from_spec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from office import open_office
from openpyxl import load_workbook

from cli import help as pages
from cli.command import build
from cli.places import COMMANDS
from cli.places import find
from ledger import rectification
from ledger import store
from ledger.errors import DirectionClosed
from ledger.errors import MachineMistake
from ledger.errors import Mistake
from ledger.exchange import sending
from schemas.day import Frame
from schemas.deadline import Deadline
from schemas.deadline import read_deadline
from schemas.locale import LANGUAGES
from schemas.locale import say
from schemas.record import RECORDS
from schemas.sheet import all_sheets
from schemas.vocabulary import ALL
from schemas.vocabulary import DIRECTION

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
ROOMS = ("cli", "ledger", "schemas")
TODAY = {"add-a-plan.md": "2015-07-01"}
HOW_TO = sorted(path.name for path in DOCS.glob("*.md") if re.match(r"add-|change-", path.name))
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next one of its level or above."""
    level = heading.partition(" ")[0]
    start = re.search(rf"^{re.escape(heading)}$", text, re.MULTILINE)
    assert start, f"no section: {heading}"
    rest = text[start.end() :]
    end = re.search(rf"^#{{1,{len(level)}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


# What is generated ------------------------------------------------------------------------


@cache
def generator() -> ModuleType:
    spec = spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", generator().written())
def test_a_reference_is_as_it_would_be_written(name: str) -> None:
    fresh = page(name) == generator().written()[name]
    assert fresh, f"docs/{name} is stale: python docs/generate.py"


def test_check_says_what_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generator(), "FOLDER", tmp_path)
    assert generator().main(["--check"]) == 1
    assert "docs/sheets.md is stale" in capsys.readouterr().err
    assert generator().main([]) == 0
    assert generator().main(["--check"]) == 0


# What is documented -----------------------------------------------------------------------


def commands() -> list[str]:
    """Return the commands by their files, told apart from how the frame finds them."""
    folder = ROOT / "cli" / "commands"
    found = []
    for path in folder.rglob("*.py"):
        words = path.relative_to(folder).with_suffix("").parts
        words = words[:-1] if words[-1] == "__init__" else words
        found += [" ".join(words).replace("_", "-")] if words else []
    return sorted(found)


@pytest.mark.parametrize("command", commands())
def test_every_command_and_option_is_documented_in_both_languages(command: str) -> None:
    zh, en = BLOCK.findall(section(page("commands.md"), f"### campaign {command}"))
    for lang, (_, _, text) in zip(LANGUAGES, (zh, en), strict=True):
        assert say(f"help.{command}", lang) in text.replace("\n", "")
        for param in build(find(COMMANDS, command.split())).params:
            assert pages.about(command, param, lang), f"{param.name} has no text in {lang}"
            assert pages.name_of(param, lang) in text


def test_every_environment_variable_is_documented() -> None:
    named = {
        node.value
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.fullmatch(r"CAMPAIGN_[A-Z]+|COLUMNS|LANG|LC_[A-Z]+", node.value)
    }
    told = section(page("README.md"), "## Environment variables")
    assert {"CAMPAIGN_LEDGER", "CAMPAIGN_LANG", "CAMPAIGN_TODAY"} <= named
    assert [name for name in sorted(named) if f"`{name}`" not in told] == []


@pytest.mark.parametrize("sheet", list(all_sheets()), ids=lambda sheet: sheet.code)
def test_every_sheet_is_documented_with_all_that_is_declared(sheet: Any) -> None:
    text = section(page("sheets.md"), f"## {sheet.code} {sheet.title}")
    rows = {row[1].strip("`"): row for row in _rows(text) if len(row) == 8}
    for column in sheet.columns:
        heading, _, others, english, kind, whose, leaves, _ = rows[column.field]
        assert (heading, *filter(None, others.split("、"))) == column.headings
        assert (english, whose) == (column.english, column.whose)
        assert f"`{column.kind}`" in kind
        assert ("**required**" in kind) == column.required
        assert all(direction in leaves for direction in column.leaves)
        assert (leaves == "nowhere") == column.private
    for reading in sheet.readings:
        assert any(row[:2] == [reading.heading, f"`{reading.field}`"] for row in _rows(text))
    titles = re.search(r"^- Titles: (.*)$", text, re.MULTILINE)
    assert titles
    assert {sheet.title, *sheet.titles} == set(titles[1].split("、"))


@pytest.mark.parametrize("sheet", list(all_sheets()), ids=lambda sheet: sheet.code)
def test_a_sheet_goes_where_the_page_says_and_nowhere_else(sheet: Any, tmp_path: Path) -> None:
    text = section(page("sheets.md"), f"## {sheet.code} {sheet.title}")
    told = re.search(r"^- Goes: (.*)$", text, re.MULTILINE)
    assert told
    office = open_office(tmp_path)
    gone = []
    for direction in DIRECTION.words:
        parcel = sending.Parcel(direction=direction).only(office.unit("盐窝镇"))
        try:
            office.export(sheet.code, f"{direction}.xlsx", parcel)
        except DirectionClosed:
            continue
        gone.append(direction)
    assert gone == told[1].split(", ")


def test_every_field_and_code_is_documented() -> None:
    text = page("fields.md")
    for record in RECORDS:
        rows = _rows(section(text, f"## {record.name} {record.zh}"))
        told = [(name.strip("`"), zh, en) for name, _, zh, en, _ in rows]
        assert told == [(field.name, field.zh, field.en) for field in record.fields]
    for codes in ALL:
        listed = {row[0].strip("`"): row[1] for row in _rows(section(text, f"### {codes.name}"))}
        assert listed == {code: "、".join(words) for code, words in codes.words.items()}


def _rows(text: str) -> list[list[str]]:
    """Return the cells of all rows of the tables in a text, headings left out."""
    found = []
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        lines = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()[2:]]
        found += [[cell.strip().replace("\\|", "|") for cell in line] for line in lines]
    return found


# The map ----------------------------------------------------------------------------------

#: Folders that the map names as a whole, since each file in them is listed elsewhere.
WHOLE = (
    "cli/commands",
    "ledger/exchange/kinds",
    "ledger/exchange/package",
    "ledger/exchange/records",
    "ledger/migrations",
    "schemas/locale",
    "schemas/plans",
    "schemas/sheets",
)


def test_the_map_has_every_file_and_no_other() -> None:
    told = {
        place + row[0].strip("`")
        for heading, place in (
            ("### schemas", "schemas/"),
            ("### ledger", "ledger/"),
            ("### cli", "cli/"),
        )
        for row in _rows(section(page("README.md"), heading))
    }
    exchange = {path.name for path in (ROOT / "ledger/exchange").iterdir()}
    told = {
        path.replace("ledger/", "ledger/exchange/")
        if path.removeprefix("ledger/").rstrip("/") in exchange and not (ROOT / path).exists()
        else path
        for path in told
    }
    assert [path for path in sorted(told) if not (ROOT / path).exists()] == []
    there = {path.relative_to(ROOT).as_posix() for path in _files()}
    assert sorted(there - {path.rstrip("/") for path in told}) == []


def _files() -> Iterator[Path]:
    for room in ROOMS:
        for path in (ROOT / room).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.suffix not in (".py", ".sql") or path.name == "__init__.py":
                continue
            whole = next((folder for folder in WHOLE if name.startswith(f"{folder}/")), None)
            yield ROOT / (whole or name)


def test_the_steps_of_a_closing_are_told_as_they_are() -> None:
    rows = _rows(section(page("README.md"), "## The two standings of an item"))
    told = {name.split("`")[1]: (before, after) for name, before, after in rows}
    assert set(told) == set(rectification.FROM)
    for step, (before, after) in told.items():
        assert tuple(before.partition(";")[0].split(", ")) == rectification.FROM[step]
        assert after.partition(",")[0] == rectification.TO[step]


def test_the_columns_of_a_deadline_are_told_as_they_are() -> None:
    words = "6月底前，长期坚持"
    found = read_deadline(words, Frame(today=date(2014, 6, 3)))
    assert isinstance(found, Deadline)
    kept = rectification.due_columns(found)
    rows = _rows(section(page("README.md"), "## Deadlines"))
    told = {column.split("`")[1]: value for column, value in rows}
    assert told == {name: str(value).replace("True", "1") for name, value in kept.items()}


def test_the_exit_statuses_are_told_as_they_are() -> None:
    told = [row[0] for row in _rows(section(page("README.md"), "## Exit statuses"))]
    assert told == ["0", "1", str(Mistake.status), str(MachineMistake.status), "130"]


def _linked() -> Iterator[tuple[str, str]]:
    for path in (*ROOT.glob("*.md"), *DOCS.glob("*.md")):
        for link in re.findall(r"\]\(([^):]*#[^)]+)\)", path.read_text(encoding="utf-8")):
            yield path.relative_to(ROOT).as_posix(), link


@pytest.mark.parametrize(("name", "link"), sorted(set(_linked())))
def test_what_a_link_points_at_is_on_that_page(name: str, link: str) -> None:
    target, _, anchor = link.partition("#")
    path = (ROOT / name).parent / target if target else ROOT / name
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert anchor in anchors


def test_the_changelog_tells_of_this_release() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (.*)$", text, re.MULTILINE)
    assert first
    assert first[1].startswith(("Unreleased", project["version"]))


# What is typed ----------------------------------------------------------------------------

#: Runs command lines in one process, and hands back what each said.
DRIVER = """
import contextlib, io, json, shlex, sys
from cli.main import main

done = []
for line in json.loads(sys.argv[1]):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = main(shlex.split(line)[1:])
    done.append([status, said.getvalue()])
json.dump(done, sys.stdout)
"""


@dataclass(frozen=True)
class Example:
    """A page whose blocks are carried out: files written, edits made, commands run."""

    name: str
    tree: Path
    folder: Path

    def carry_out(self) -> str:
        """Return the page with what its commands really print."""
        text = page(self.name)
        for whole in BLOCK.finditer(page(self.name)):
            kind, name, inside = whole.groups()
            if kind == "console":
                text = text.replace(whole[0], f"```console\n{self._run(inside)}```")
            elif kind == "diff":
                self._edit(self.tree / name, inside)
            elif name:
                path = (self.tree if name.startswith(ROOMS) else self.folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(inside, encoding="utf-8")
        return text

    def _edit(self, path: Path, diff: str) -> None:
        lines = diff.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{self.name}: {path.name} has no such place: {before}"
        path.write_text(text.replace(before, after), encoding="utf-8")

    def _run(self, block: str) -> str:
        lines = [line for line, _ in TYPED.findall(block)]
        assert lines
        assert all(shlex.split(line)[0] == "campaign" for line in lines)
        done = subprocess.run(
            [sys.executable, "-c", DRIVER, json.dumps(lines)],
            cwd=self.folder,
            env=_environment(self.tree, TODAY.get(self.name, "2014-06-03")),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        printed = []
        for line, (status, said) in zip(lines, json.loads(done.stdout), strict=True):
            assert status in (0, 1), (line, said)
            printed.append(f"$ {line}\n{said}")
        return re.sub(r"YJ-[2-9A-Z]{8}", "YJ-4K7PM2XQ", "".join(printed))


def _environment(tree: Path, today: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAMPAIGN_")}
    return kept | {
        "CAMPAIGN_LANG": "en",
        "CAMPAIGN_TODAY": today,
        "COLUMNS": "80",
        "LOGNAME": "王敏",
        "PYTHONPATH": str(tree),
        "PYTHONIOENCODING": "utf-8",
    }


@pytest.fixture
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Example:
    tree, folder = tmp_path / "tree", tmp_path / "folder"
    for room in ROOMS:
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "收件夹").mkdir(parents=True)
    return Example(request.param, tree, folder)


def _the_report_is_printed(folder: Path) -> None:
    (file,) = (folder / "发件夹").glob("牵头领导清单*.xlsx")
    worksheet = load_workbook(file).active
    rows = [[cell.value for cell in row] for row in worksheet.iter_rows()]
    assert ["周志强", "ZG-0001", "盐窝镇", "便民大厅午间无人值守", "5月底前", 3] in rows


def _the_older_ledger_is_kept(folder: Path) -> None:
    assert (folder / f"campaign-shape{store.SHAPE}.db").exists()
    assert "people helped" in (folder / "清单.csv").read_text(encoding="utf-8-sig")


#: What a page says of files, looked at when its commands have run.
AFTERWARDS = {
    "add-a-report.md": _the_report_is_printed,
    "change-the-ledger.md": _the_older_ledger_is_kept,
}


@pytest.mark.parametrize("example", HOW_TO, indirect=True)
def test_an_example_does_what_the_page_says(example: Example) -> None:
    printed = example.carry_out()
    if os.environ.get("UPDATE_DOCS"):
        (DOCS / example.name).write_text(printed, encoding="utf-8")
    assert printed == page(example.name)
    AFTERWARDS.get(example.name, lambda _: None)(example.folder)
