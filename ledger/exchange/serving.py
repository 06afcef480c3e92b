"""The reading process: file after file, rows sent in pieces, until nobody asks any more.

Its limits are its own: where a file needs more memory or processor time than it may have,
the process dies, and ``reader`` names the file.
"""

import os
import pickle
import signal
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any
from typing import Final
from typing import cast

from ledger.exchange.memory import not_collecting
from ledger.exchange.mistakes import FileUnreadable
from ledger.exchange.read import Cell
from ledger.exchange.read import Flow
from ledger.exchange.read import begin

#: The most memory that the process may take: a full sheet of Excel needs half of it.
MOST_MEMORY: Final = 3 << 30
#: How long reading a file may take, and how much longer for each megabyte, in seconds: some
#: ten times what a slow office computer needs.
_PATIENCE: Final = 60
_PATIENCE_PER_MB: Final = 3
#: Rows and cells that are sent at once.
_PIECE: Final = 1_000
_PIECE_CELLS: Final = 50_000
#: Cells by which it is told whether a column has few different values, and how many are
#: few: what a byte can count.
_SAMPLE: Final = 500
_FEW: Final = 256
#: Parts the texts of a column that are sent as one; a cell that has it in itself is no such.
_PARTED: Final = "\0"

#: A column as it is sent: its different values, if they are few, and which of them each cell
#: is; else the cells, as one text where they are all texts.
Packed = tuple[list[Cell] | None, tuple[Cell, ...] | bytes | str]


def patience(size: int) -> int:
    """Return how many seconds reading a file of so many bytes may take."""
    return _PATIENCE + _PATIENCE_PER_MB * (size >> 20)


def serve() -> None:
    """Answer what is asked on one pipe on another one, until the first is closed."""
    # Ctrl-C reaches this process as well; the one that asks decides when it ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What a library writes to its output does not get among the answers.
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    _limit_memory()
    with suppress(EOFError, OSError):
        while True:
            path = Path(pickle.load(asked))  # noqa: S301 - from the process that started this
            _limit_time(path)
            for kind, content in _answer(path):
                pickle.dump((kind, content), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(path: Path) -> None:
    """End with a file that runs away, also where nobody is left to end this process."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + 2 * patience(path.stat().st_size)
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


def _answer(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        reading = begin(path)
        for flow in reading.flows:
            yield from _flow(flow)
    except FileUnreadable as mistake:
        yield "mistake", (type(mistake).__name__, mistake.values)
    except OSError as refused:
        yield "refused", (refused.errno, refused.strerror or str(refused))
    else:
        yield "book", reading.book


def _flow(flow: Flow) -> Iterator[tuple[str, Any]]:
    yield "grid", flow.grid
    rows = iter(flow.rows)
    with not_collecting():
        while piece := list(islice(rows, 1)):
            room = min(_PIECE, _PIECE_CELLS // (len(piece[0]) or 1))
            piece += islice(rows, room)
            yield "rows", [_packed(column) for column in zip(*piece, strict=True)]
    if flow.unreadable:
        yield "unreadable", flow.unreadable


def _packed(column: tuple[Cell, ...]) -> Packed:
    """Return a column to be sent: few different values each once, many texts as one text.

    It is quicker to send, and whoever takes it keeps a value that comes again but once.
    """
    kinds = set(map(type, column))
    if len(kinds) > 1:
        return None, column
    sample = column[:_SAMPLE]
    if len(set(sample)) * 4 <= len(sample):
        values = list(dict.fromkeys(column))
        if len(values) <= _FEW:
            places = dict(zip(values, range(_FEW), strict=False))
            return values, bytes(map(places.__getitem__, column))
    if kinds == {str}:
        together = _PARTED.join(cast("tuple[str, ...]", column))
        if together.count(_PARTED) == len(column) - 1:
            return None, together
    return None, column


def unpacked(packed: Packed) -> Iterable[Cell]:
    """Return the cells of a column that was sent."""
    values, cells = packed
    if isinstance(cells, str):
        return cells.split(_PARTED)
    return cells if values is None else map(values.__getitem__, cells)  # type: ignore[arg-type]
