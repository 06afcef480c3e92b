"""How a run reads: one process reads all of its files, and may die of any of them.

A file is somebody else's bytes, and what reads it is mostly a library in machine code: it
may panic, fill the memory, run in a circle or end the process. So a run reads in a child
process, which is started at the first file, serves all the others, and is replaced where
it dies or has to be ended: one file is lost and named, the run goes on.

Every kind is read there, also the harmless ones, for there is then one way of reading and
one promise. What it costs was measured on 100,000 rows of 11 columns, read bare in 0.85 s:
0.05 s for the start, once a run, and 0.15 s for sending the rows over. Of that, 0.1 s comes
back because the child lets go of its rows as it sends them. Columns sent in pieces are half
as dear as rows, for a pickle says a text that comes again only once, and a column of texts
sent as one text takes a third less again; marshal knows no days.
"""

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any
from typing import Final
from typing import Self

from ledger.exchange import mistakes
from ledger.exchange.memory import not_collecting
from ledger.exchange.mistakes import FileBrokeReading
from ledger.exchange.mistakes import FileTookTooLong
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.read import Book
from ledger.exchange.read import Columns
from ledger.exchange.read import Grid
from ledger.exchange.read import columns_of
from ledger.exchange.serving import Packed
from ledger.exchange.serving import patience
from ledger.exchange.serving import unpacked

#: The one word of a command line that makes a frozen program the reading process.
SERVE: Final = "--serve-reading"
#: How long the process is waited for once it has nothing to do any more.
_GRACE: Final = 5
_START: Final = (
    "import sys; sys.path[:] = sys.argv[1:]\nfrom ledger.exchange.serving import serve; serve()"
)
#: What may come back from the reading process, and nothing else that pickles can say.
_SENT: Final = {
    "builtins": {"frozenset", "set"},
    "datetime": {"date", "datetime", "time", "timedelta"},
    "ledger.exchange.note": {"Note"},
    "ledger.exchange.read": {"Book", "Grid", "Mark", "Unreadable"},
    "ledger.exchange.shown": {"Shown"},
}


class Reader:
    """Reads files in a process of its own, which lives as long as the block."""

    def __init__(self, patience: Callable[[int], float] = patience) -> None:
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(at_once=error is not None)

    def read(self, path: Path) -> Book:
        """Read a file. Raises FileUnreadable, and OSError where it cannot be opened."""
        size = path.stat().st_size
        seconds = self._patience(size)
        child = self._child = self._child or start()
        late = threading.Event()
        watch = threading.Timer(seconds, _give_up, (child, late))
        watch.daemon = True
        watch.start()
        try:
            return _ask(child, path.absolute())
        except _Died as died:
            self.close(at_once=True)
            if late.is_set():
                raise FileTookTooLong(file=path.name, seconds=round(seconds)) from died
            raise FileBrokeReading(file=path.name) from died
        except (FileUnreadable, OSError):
            raise
        except BaseException:
            # What is left of its answer is nobody's any more.
            self.close(at_once=True)
            raise
        finally:
            watch.cancel()

    def close(self, *, at_once: bool = False) -> None:
        """Let the process end, and wait for it."""
        child, self._child = self._child, None
        if child is not None:
            end(child, at_once=at_once)


class _Died(Exception):  # noqa: N818 - told as a mistake at once
    """The reading process is gone, or what it says makes no sense."""


def start() -> "subprocess.Popen[bytes]":
    """Start a reading process; it reads nothing of this one's but where modules are found."""
    command = [sys.executable, "-S", "-E", "-X", "utf8", "-c", _START, *sys.path]
    if getattr(sys, "frozen", False):
        command = [sys.executable, SERVE]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603


def end(child: "subprocess.Popen[bytes]", *, at_once: bool) -> None:
    """End a reading process and wait until it is gone; it ends by itself without orders."""
    if at_once:
        child.kill()
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            if pipe is not None:
                pipe.close()
    try:
        child.wait(_GRACE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _give_up(child: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    child.kill()


def _ask(child: "subprocess.Popen[bytes]", path: Path) -> Book:
    _send(child, str(path))
    grids: list[Grid] = []
    while True:
        kind, content = _next(child)
        if kind == "grid":
            grids.append(content)
        elif kind == "rows":
            _add(grids[-1], content)
        elif kind == "unreadable":
            for (row, column), why in content.items():
                grids[-1].put(row, column, why)
        elif kind == "mistake":
            name, values = content
            raise getattr(mistakes, name)(**values)
        elif kind == "refused":
            raise OSError(*content)
        else:
            book: Book = content
            book.grids = grids
            return book


def _send(child: "subprocess.Popen[bytes]", question: str) -> None:
    assert child.stdin is not None
    try:
        pickle.dump(question, child.stdin)
        child.stdin.flush()
    except OSError as error:  # which one it is differs between systems
        raise _Died from error


def _next(child: "subprocess.Popen[bytes]") -> tuple[str, Any]:
    assert child.stdout is not None
    try:
        with not_collecting():
            return _Unpickler(child.stdout).load()  # type: ignore[no-any-return]
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        raise _Died from error


def _add(grid: Grid, packed: list[Packed]) -> None:
    """Take a piece of a sheet: as rows where it is the only one, else as columns."""
    columns = map(unpacked, packed)
    with not_collecting():
        if not grid.rows:
            grid.rows = list(map(list, zip(*columns, strict=True)))
            return
        if not isinstance(grid.rows, Columns):
            grid.rows = Columns(map(list, columns_of(grid.rows)))
        grid.rows.extend(columns)


class _Unpickler(pickle.Unpickler):
    """Takes what a reading process sends: values and our own classes, no other code."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class that may be sent."""
        if name not in _SENT.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
