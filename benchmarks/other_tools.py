"""``import`` beside what an office's programmer would otherwise take for the same rows.

Nothing is asked of these lines: they tell what the work costs elsewhere. pandas and
django-import-export only copy cells into a table; titles, units, deadlines, answers, undo
and who spoke are nobody's business there.
"""

from collections.abc import Iterator
from importlib.util import find_spec

from import_opinions import sheet
from import_opinions import taking
from ledger_files import empty
from measuring import Bench
from measuring import Result
from measuring import bare
from measuring import by_time

#: django-import-export takes minutes for ten times as many.
OPINIONS = 10_000
#: The tool, the packages that it needs, the program of ``bare/``.
TOOLS = (
    ("pandas with openpyxl into SQLite", ("pandas", "openpyxl"), "with_pandas.py"),
    ("django-import-export", ("django", "import_export", "openpyxl"), "with_django.py"),
)


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the tools that are installed."""
    count = bench.scaled(OPINIONS)
    workbook = sheet(bench, count)
    ours = taking(workbook, bench.folder / "import.db", empty(bench))
    for name, packages, program in TOOLS:
        if all(map(find_spec, packages)):
            theirs = bare(program, workbook, bench.folder / "other.db")
            yield by_time(f"import of {count:,} opinions", name, None, bench.pairs(theirs, ours))
