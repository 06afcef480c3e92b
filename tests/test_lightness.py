"""Nothing heavy is loaded before it is needed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = {
    "alembic",
    "chinese_calendar",
    "docxtpl",
    "lxml",
    "numpy",
    "openpyxl",
    "pydantic",
    "python_calamine",
    "rensa",
    "rich",
    "sqlalchemy",
    "sqlmodel",
}


def _loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_the_command_line_is_light():
    assert not HEAVY & _loaded("import cli.main")


def test_the_front_page_needs_no_typer():
    loaded = _loaded("from cli.main import main; main(['--help'])")
    assert not (HEAVY - {"rich"} | {"typer"}) & loaded


def test_building_and_reading_a_command_needs_no_pydantic():
    assert "pydantic" not in _loaded("import cli.command, cli.options, cli.screen")
