"""``campaign --help`` against the help of a bare program of two commands."""

from collections.abc import Iterator

from measuring import Bench
from measuring import Result
from measuring import bare
from measuring import by_time
from measuring import tool


def measure(bench: Bench) -> Iterator[Result]:
    """Measure the line, at a terminal."""
    pairs = bench.pairs(
        bare("two_commands.py", "--help", at_terminal=True), tool("--help", at_terminal=True)
    )
    yield by_time("campaign --help", "a bare two-command Typer program's", 1.3, pairs)
