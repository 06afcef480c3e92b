"""How the tree is built: who imports whom, who writes, who may ask for the time.

Each rule collects what breaks it as ``file:line: what`` and has to find nothing.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: A room imports from itself and from what stands behind it, never the other way.
ROOMS = ("cli", "ledger", "schemas")
HEAVY = {
    "alembic",
    "lxml",
    "numpy",
    "openpyxl",
    "pydantic",
    "python_calamine",
    "rich",
    "sqlalchemy",
    "sqlmodel",
}
#: What keeps records and what writes sheets: the ledger's, not the command line's.
STORES = {"alembic", "lxml", "openpyxl", "python_calamine", "sqlalchemy", "sqlite3", "sqlmodel"}
IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
DRAWERS = {"common", "helper", "helpers", "misc", "shared", "stuff", "tools", "util", "utils"}

Import = tuple[str, int]


@cache
def _files(*places: str) -> tuple[Path, ...]:
    found = (path for place in places for path in (ROOT / place).rglob("*.py"))
    return tuple(sorted(path for path in found if path.exists()))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _at(path: Path, line: int, what: str) -> str:
    return f"{_name(path)}:{line}: {what}"


def _nothing(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


def _imports(tree: ast.AST) -> Iterator[Import]:
    """Yield every import below a node by its dotted name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a thing comes from"
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def _at_once(tree: ast.Module) -> Iterator[Import]:
    """Yield what is imported when the module is: not in functions, not for types alone."""
    for node in tree.body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from _imports(node)


def _dotted(node: ast.AST) -> str:
    """Return a chain of names such as ``sys.stdout.write``, else an empty text."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and _dotted(node.value):
        return f"{_dotted(node.value)}.{node.attr}"
    return ""


def _chains(tree: ast.AST) -> Iterator[Import]:
    """Yield the longest dotted names of a module; ``from os import environ`` counts, too."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and id(node) not in inner and _dotted(node):
            yield _dotted(node), node.lineno
    yield from _imports(tree)


def _mentions(pattern: str, *places: str, but: tuple[str, ...] = ()) -> list[str]:
    """Return where a dotted name is used whose whole text a pattern matches."""
    wanted = re.compile(pattern)
    return [
        _at(path, line, name)
        for path in _files(*places)
        if _name(path) not in but
        for name, line in _chains(_tree(path))
        if wanted.fullmatch(name)
    ]


# Who imports whom -----------------------------------------------------------------------


def test_imports_run_one_way():
    found = []
    for room in ROOMS:
        before = ROOMS[: ROOMS.index(room)]
        for path in _files(room):
            for name, line in _imports(_tree(path)):
                if name.partition(".")[0] in before:
                    found.append(_at(path, line, name))
    _nothing(found)


def test_declarations_and_the_command_line_leave_storing_and_sheets_to_the_ledger():
    found = []
    for path in _files("cli", "schemas"):
        for name, line in (*_at_once(_tree(path)), *_imports(_functions(path))):
            top = name.partition(".")[0]
            if top in STORES or (top in {"typer", "rich"} and _name(path).startswith("schemas")):
                found.append(_at(path, line, name))
    _nothing(found)


def _functions(path: Path) -> ast.Module:
    kinds = (ast.FunctionDef, ast.ClassDef)
    body = [node for node in _tree(path).body if isinstance(node, kinds)]
    return ast.Module(body=body, type_ignores=[])


def test_only_the_store_opens_a_database():
    _nothing(_mentions(r"sqlite3\.connect", *ROOMS, but=("ledger/store.py",)))


def test_no_question_to_the_database_stands_in_the_command_line():
    _nothing(_mentions(r".*\.(execute|executemany|executescript)", "cli"))


# A command asks for what is heavy when it needs it ------------------------------------------


def _module_file(name: str) -> Path | None:
    """Return the file of a module of ours, or of the module that a name is taken from."""
    parts = name.split(".")
    while parts and parts[0] in ROOMS:
        base = ROOT.joinpath(*parts)
        for path in (base.with_suffix(".py"), base / "__init__.py"):
            if path.is_file():
                return path
        parts.pop()
    return None


def _reached(start: Path) -> dict[Path, str]:
    """Return every file that importing one loads, each with how it is reached."""
    way = {start: _name(start)}
    waiting = [start]
    while waiting:
        path = waiting.pop()
        for name, _ in _at_once(_tree(path)):
            found = _module_file(name)
            for file in _with_packages(found) if found else ():
                if file not in way:
                    way[file] = f"{way[path]} > {_name(file)}"
                    waiting.append(file)
    return way


def _with_packages(path: Path) -> Iterator[Path]:
    """Yield a file and what is loaded before it: the ``__init__.py`` of each of its folders."""
    yield path
    for folder in path.parents:
        if ROOT in folder.parents and (folder / "__init__.py").is_file():
            yield folder / "__init__.py"


@pytest.mark.parametrize("path", _files("cli"), ids=_name)
def test_loading_the_command_line_loads_nothing_heavy(path):
    """A command is loaded for its help page as well, and to find out that it was misspelt."""
    found = [
        f"{way} > {name}"
        for file, way in _reached(path).items()
        for name, _ in _at_once(_tree(file))
        if name.partition(".")[0] in HEAVY
    ]
    _nothing(found)


def test_of_the_ledger_the_command_line_loads_only_its_mistakes():
    found = [
        _at(path, line, name)
        for path in _files("cli")
        for name, line in _at_once(_tree(path))
        if name.startswith("ledger.") and not name.startswith("ledger.errors.")
    ]
    _nothing(found)


def test_an_init_loads_nothing():
    """Or a light module could not be had without its heavy neighbours.

    A noun's ``__init__.py`` is its listing; migrations are asked for inside a function;
    the words are loaded by everybody, and need the standard library alone.
    """
    found = []
    for path in _files(*ROOMS):
        if path.name != "__init__.py" or path.parent.parent == ROOT / "cli" / "commands":
            continue
        imports = [name for name, _ in _at_once(_tree(path))]
        if _name(path) == "schemas/locale/__init__.py":
            imports = [name for name in imports if not name.startswith(("functools", "importlib"))]
            imports = [name for name in imports if not name.startswith("typing")]
        if imports and _name(path) != "ledger/migrations/__init__.py":
            found.append(_at(path, 1, ", ".join(imports)))
    _nothing(found)
    reached = {_name(file) for start in _files("cli") for file in _reached(start)}
    assert "ledger/migrations/__init__.py" not in reached


# Who writes, and who asks the machine -------------------------------------------------------


def test_only_the_screen_writes():
    """Whether stdout is a terminal, and how wide it is, may be asked elsewhere."""
    streams = r"sys\.(__)?std(out|err)(__)?(?!\.(isatty|fileno)$)(\..*)?"
    found = _mentions(streams, *ROOMS, but=("cli/screen.py",))
    found = [line for line in found if not _is_asked(line)]
    _nothing(found)
    _nothing(_mentions(r"print|typer\.(echo|secho|style)", *ROOMS))


def _is_asked(line: str) -> bool:
    """Tell whether a line only asks whether there is a stream at all."""
    file, number, name = line.split(":", 2)
    text = (ROOT / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    return f"{name.strip()} is not None" in text or f"{name.strip()} is None" in text


def test_nothing_prompts_and_nothing_leaves_by_itself():
    _nothing(_mentions(r"input|(sys|os)\._?exit|exit|quit", *ROOMS, but=("cli/__main__.py",)))
    _nothing(_mentions(r"typer\.(confirm|prompt|launch|Abort)", "cli"))


CLOCK = r"(datetime\.)?(datetime|date)\.(now|today|utcnow)|time\.(time|localtime|time_ns)"
MACHINE = r"os\.(environ|getenv|getlogin|getcwd)(\..*)?|getpass\..*|locale\.getlocale"


def test_day_and_machine_come_as_arguments():
    _nothing(_mentions(CLOCK, "ledger", "schemas"))
    _nothing(_mentions(MACHINE, "ledger", "schemas"))


def test_the_command_line_asks_for_them_in_one_place():
    _nothing(_mentions(CLOCK, "cli", but=("cli/setting.py",)))
    _nothing(_mentions(MACHINE, "cli", but=("cli/setting.py", "cli/main.py")))


# What stands where ------------------------------------------------------------------------


def test_sheets_are_read_and_written_without_words_of_their_own():
    """A heading is a sheet's declaration, a sentence the locale's: in code, comments, examples."""
    found = [
        _at(path, number, line.strip())
        for path in _files("ledger/exchange")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if IDEOGRAPH.search(line)
    ]
    _nothing(found)


def test_no_file_is_a_drawer():
    names = {_name(path): path.stem for path in _files(*ROOMS, "tests", "samples", "docs")}
    _nothing([path for path, stem in names.items() if stem in DRAWERS])


def test_all_that_is_public_says_what_it_is():
    found = [line for path in _files(*ROOMS) for line in _silent(path)]
    _nothing(found)


def _silent(path: Path) -> Iterator[str]:
    tree = _tree(path)
    if tree.body and ast.get_docstring(tree) is None:
        yield _at(path, 1, "the module")
    waiting: list[ast.Module | ast.ClassDef] = [tree]
    while waiting:
        for node in waiting.pop().body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if ast.get_docstring(node) is None:
                yield _at(path, node.lineno, node.name)
            if isinstance(node, ast.ClassDef):
                waiting.append(node)
