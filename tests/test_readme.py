"""Every block of the READMEs is run: what is typed there works and prints what stands there.

``UPDATE_README=1 pytest tests/test_readme.py`` writes the outputs anew.
"""

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PARTS = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LANGUAGES = {"README.md": "en", "README.zh.md": "zh"}


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str, str], str]:
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "CAMPAIGN_TODAY": "2014-06-03",
        "COLUMNS": "80",
        "LOGNAME": "王敏",
        "USER": "王敏",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("CAMPAIGN_LEDGER", raising=False)

    def type_line(line: str, lang: str) -> str:
        monkeypatch.setenv("CAMPAIGN_LANG", lang)
        program, *words = shlex.split(line)
        assert program == "campaign"
        status = main(words)
        said = capsys.readouterr()
        # That a unit may not go on yet is an answer.
        assert status == (words[0] == "ready"), (line, said)
        return re.sub(r"YJ-[2-9A-Z]{8}", "YJ-4K7PM2XQ", said.out + said.err)

    return type_line


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_block_does_what_it_says(name: str, run) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert blocks
    for block in blocks:
        done = "".join(
            f"$ {line}\n{run(line, LANGUAGES[name])}" for line, _ in PARTS.findall(block)
        )
        if os.environ.get("UPDATE_README"):
            text = text.replace(f"```console\n{block}```", f"```console\n{done}```")
        else:
            assert done == block
    if os.environ.get("UPDATE_README"):
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_two_commands_are_the_same_in_both(name: str) -> None:
    marked = re.compile(r"<!-- command (\d) -->\n```sh\n(.*?)```", re.DOTALL)
    texts = [
        marked.findall((ROOT / one).read_text(encoding="utf-8")) for one in (name, "README.md")
    ]
    assert texts[0] == texts[1]
    assert [number for number, _ in texts[0]] == ["1", "2"]


@pytest.mark.parametrize(
    "page", [*LANGUAGES, *(f"docs/{one.name}" for one in (ROOT / "docs").glob("*.md"))]
)
def test_what_a_page_links_to_is_there(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
