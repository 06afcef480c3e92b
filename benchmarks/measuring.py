"""Measures whole child processes: the processor time they take and their peak memory.

Nothing heavy is imported here, for a child begins with the memory of the process that it
was started from: what is measured must be larger than this one.
"""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from fcntl import ioctl
from itertools import pairwise
from pathlib import Path
from statistics import median
from struct import pack
from termios import TIOCSWINSZ
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
BARE: Final = Path(__file__).resolve().parent / "bare"
#: The day on which everything measured happens.
TODAY: Final = "2014-05-30"
#: The terminal of somebody who has not changed its size.
LINES: Final = 24
COLUMNS: Final = 80


@dataclass(frozen=True)
class Cost:
    """What one run of a program took."""

    #: Processor time of the process and of what it started, user and system together.
    seconds: float
    #: The most memory that the process had at one time, in bytes.
    memory: int


@dataclass(frozen=True)
class Program:
    """A program to be measured, and what is to be made ready before each of its runs."""

    command: tuple[str | Path, ...]
    #: Run it at a terminal, as a person sees it; otherwise its output is thrown away.
    at_terminal: bool = False
    ready: Callable[[], object] = lambda: None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pairs:
    """Runs of two programs in turn: bare, tool, bare, tool … bare."""

    bare: tuple[Cost, ...]
    tool: tuple[Cost, ...]

    def time(self) -> list[float]:
        """Return how many times the time of the bare runs around it each run took."""
        around = [(one.seconds + other.seconds) / 2 for one, other in pairwise(self.bare)]
        return [tool.seconds / bare for tool, bare in zip(self.tool, around, strict=True)]

    def memory(self) -> list[float]:
        """Return the same of the peaks of memory."""
        around = [(one.memory + other.memory) / 2 for one, other in pairwise(self.bare)]
        return [tool.memory / bare for tool, bare in zip(self.tool, around, strict=True)]


@dataclass(frozen=True)
class Result:
    """One line of the table."""

    work: str
    against: str
    #: How many times as much it may be at most; None where nothing is asked.
    bar: float | None
    ratios: list[float]
    #: The medians themselves, as text: what it was against what.
    amounts: str

    @property
    def ratio(self) -> float:
        """Return the measured ratio: the median."""
        return median(self.ratios)

    @property
    def is_met(self) -> bool:
        """Tell whether the bar is met."""
        return self.bar is None or self.ratio <= self.bar


@dataclass(frozen=True)
class Bench:
    """How it is to be measured: in which folder, how much of the data, how often."""

    folder: Path
    scale: float
    rounds: int

    def scaled(self, count: int) -> int:
        """Return how many records there are of so many in the table."""
        return max(round(count * self.scale), 100)

    def made(self, maker: str, path: Path, *arguments: object) -> Path:
        """Return data that a script of this folder makes, unless it is there already."""
        if not path.exists():
            script = Path(__file__).with_name(maker)
            call = [sys.executable, str(script), str(path), *map(str, arguments)]
            subprocess.run(call, check=True, env=_environment({}), cwd=ROOT)
        return path

    def pairs(self, bare: Program, tool: Program) -> Pairs:
        """Run two programs in turn; once each before that, so that nothing is cold."""
        run(bare)
        run(tool)
        bares, tools = [run(bare)], []
        for _ in range(self.rounds):
            tools.append(run(tool))
            bares.append(run(bare))
        return Pairs(tuple(bares), tuple(tools))


def tool(*words: str | Path, **options: object) -> Program:
    """Return a command line of the tool as a program; ``options`` are those of Program."""
    return Program((sys.executable, "-m", "cli", *words), **options)  # type: ignore[arg-type]


def bare(name: str, *words: str | Path, **options: object) -> Program:
    """Return a program of ``bare/``."""
    return Program((sys.executable, BARE / name, *words), **options)  # type: ignore[arg-type]


def by_time(work: str, against: str, bar: float | None, pairs: Pairs) -> Result:
    """Return a line that compares processor time."""
    times = [median(cost.seconds for cost in costs) for costs in (pairs.tool, pairs.bare)]
    return Result(work, against, bar, pairs.time(), "{:.2f} s : {:.2f} s".format(*times))


def by_memory(work: str, against: str, bar: float, pairs: Pairs) -> Result:
    """Return a line that compares peaks of memory."""
    peaks = [median(cost.memory for cost in costs) / 2**20 for costs in (pairs.tool, pairs.bare)]
    return Result(work, against, bar, pairs.memory(), "{:.0f} MB : {:.0f} MB".format(*peaks))


def run(program: Program) -> Cost:
    """Run a program once. Raises CalledProcessError where it does not end well."""
    return _run(program)[0]


def said(program: Program) -> str:
    """Run a program once and return what it wrote, to a terminal where it has one."""
    if program.at_terminal:
        return _run(program)[1].decode("utf-8")
    call = [str(word) for word in program.command]
    made = subprocess.check_output(call, cwd=ROOT, env=_environment(program.environment))
    return made.decode("utf-8")


def _run(program: Program) -> tuple[Cost, bytes]:
    program.ready()
    return _at_terminal(program) if program.at_terminal else _unseen(program)


def _unseen(program: Program) -> tuple[Cost, bytes]:
    null = subprocess.DEVNULL
    return _ended(_started(program, stdin=null, stdout=null)), b""


def _at_terminal(program: Program) -> tuple[Cost, bytes]:
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, pack("HHHH", LINES, COLUMNS, 0, 0))
    child = _started(program, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b"".join(_read(ours))
    os.close(ours)
    return _ended(child, seen), seen


def _read(terminal: int) -> Iterator[bytes]:
    # A terminal that nobody writes to any more ends in an error, not in nothing.
    with suppress(OSError):
        while part := os.read(terminal, 1 << 16):
            yield part


def _started(program: Program, **streams: int) -> subprocess.Popen[bytes]:
    command = [str(word) for word in program.command]
    environment = _environment(program.environment)
    return subprocess.Popen(command, cwd=ROOT, env=environment, **streams)  # type: ignore[call-overload, no-any-return]


def _ended(child: subprocess.Popen[bytes], seen: bytes = b"") -> Cost:
    """Wait for a child; what it used is that of RUSAGE_CHILDREN, of this child alone."""
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.stderr.write(seen.decode("utf-8", "replace"))
        raise subprocess.CalledProcessError(child.returncode, child.args)
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAMPAIGN_")}
    # Whoever installed the tool has it compiled.
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE"):
        kept.pop(name, None)
    fixed = {
        "CAMPAIGN_TODAY": TODAY,
        "CAMPAIGN_LANG": "zh",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
    }
    return {**kept, **fixed, **more}
