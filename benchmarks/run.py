"""Prints section 9's table: what must be fast, against what, and what was measured.

Run as ``python benchmarks/run.py [LINE…] [--scale 1.0] [--rounds 7] [--data DIR]``. A ratio
is the median of alternating pairs (bare, tool, bare …) of the processor time, or the peak
memory, of whole child processes. ``--scale`` takes a part of the records, for a quick look;
the bars are meant for all of them. ``--data`` keeps what was made for the next time. The line
``others`` needs what ``pip install '.[benchmarks]'`` brings, and is left out without it.
"""

import sys
import unicodedata
from argparse import ArgumentParser
from argparse import Namespace
from argparse import RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from measuring import ROOT
from measuring import Bench
from measuring import Result

sys.path.insert(0, str(ROOT))

#: The lines of the table in their order, each with its file.
LINES: Final = {
    "help": "help",
    "overdue": "overdue",
    "overdue-growth": "overdue_growth",
    "milestones": "milestones_growth",
    "import": "import_opinions",
    "import-million": "import_million",
    "others": "other_tools",
    "export": "export_rows",
    "month-end": "month_end",
}
_WIDTHS: Final = (60, 42, 7, 9, 13, 18)
_HEADINGS: Final = ("work", "against", "at most", "measured", "range", "medians")


def main(arguments: list[str]) -> int:
    """Measure the lines that are asked for; return 1 where a bar is not met."""
    asked = _read(arguments)
    asked.data.mkdir(parents=True, exist_ok=True)
    bench = Bench(asked.data, asked.scale, asked.rounds)
    _print(_HEADINGS, "")
    met = []
    for line in asked.lines or LINES:
        for result in import_module(LINES[line]).measure(bench):
            _tell(result)
            met.append(result.is_met)
    return 0 if all(met) else 1


def _read(arguments: list[str]) -> Namespace:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("lines", nargs="*", metavar="LINE", help=", ".join(LINES))
    parser.add_argument("--scale", type=float, default=1.0, help="part of the records (1.0)")
    parser.add_argument("--rounds", type=int, default=7, help="how many pairs (7)")
    parser.add_argument("--data", type=Path, help="folder for what is made and kept")
    asked = parser.parse_args(arguments)
    unknown = [line for line in asked.lines if line not in LINES]
    if unknown:
        parser.error(f"no such line: {', '.join(unknown)} (there are: {', '.join(LINES)})")
    if asked.scale <= 0 or asked.rounds < 1:
        parser.error("--scale is above 0, --rounds at least 1")
    return asked


def _tell(result: Result) -> None:
    ratios = f"{min(result.ratios):.2f} to {max(result.ratios):.2f}"
    cells = (
        result.work,
        result.against,
        "-" if result.bar is None else f"{result.bar:.1f} x",
        f"{result.ratio:.2f} x",
        ratios,
        result.amounts,
    )
    met = "met" if result.is_met else "NOT MET"
    _print(cells, "" if result.bar is None else met)


def _print(cells: tuple[str, ...], verdict: str) -> None:
    padded = (_padded(text, width) for text, width in zip(cells, _WIDTHS, strict=True))
    print("  ".join([*padded, verdict]).rstrip(), flush=True)


def _padded(text: str, width: int) -> str:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return text + " " * (width - len(text) - wide)


def _with_folder(arguments: list[str]) -> int:
    """Give a folder of its own, gone afterwards, to a run that names none."""
    if any(word.partition("=")[0] == "--data" for word in arguments):
        return main(arguments)
    with TemporaryDirectory(prefix="campaign-benchmarks-") as folder:
        return main([*arguments, "--data", folder])


if __name__ == "__main__":
    sys.exit(_with_folder(sys.argv[1:]))
