"""The process that reads: it may die of a file, and the run goes on."""

import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from datetime import time
from pathlib import Path

import pytest
from sheet_making import workbook

from ledger.exchange import mistakes
from ledger.exchange import reader
from ledger.exchange import serving
from ledger.exchange.read import ERROR
from ledger.exchange.read import UNCALCULATED
from ledger.exchange.read import Flow
from ledger.exchange.read import Grid
from ledger.exchange.read import read_bytes
from ledger.exchange.reader import Reader

ROOT = Path(__file__).resolve().parent.parent
#: As they are before all tests are made to share one process.
START, END = reader.start, reader.end


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start and end processes as the tool does; the other tests share one."""
    monkeypatch.setattr(reader, "start", START)
    monkeypatch.setattr(reader, "end", END)


@pytest.fixture
def own() -> Iterator[Reader]:
    """Read in a process that this test may do to what it likes."""
    with Reader() as made:
        yield made


def file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def child(own: Reader) -> "subprocess.Popen[bytes]":
    assert own._child is not None
    return own._child


def test_a_book_arrives_as_it_was_read(own: Reader, tmp_path: Path) -> None:
    rows = [["序号", "时限"], [1, date(2014, 6, 30)], [2, time(8, 30)], [None, "=1+1"], [True, 0.5]]
    data = workbook([*rows, *(["同一句", f"第{n}句"] for n in range(3000))], merge="A1:A2")
    sent = own.read(file(tmp_path, "台账.xlsx", data))
    assert sent == read_bytes("台账.xlsx", data)
    assert sent.grids[0].cell(4, 2) is UNCALCULATED


def test_one_process_reads_all_files(own: Reader, tmp_path: Path) -> None:
    own.read(file(tmp_path, "a.csv", b"a,b\n1,2\n"))
    first = child(own).pid
    own.read(file(tmp_path, "b.csv", b"a,b\n1,2\n"))
    assert child(own).pid == first


def test_a_mistake_arrives_with_its_values(own: Reader, tmp_path: Path) -> None:
    with pytest.raises(mistakes.FileIsPdf) as caught:
        own.read(file(tmp_path, "扫描.pdf", b"%PDF-1.4"))
    assert caught.value.values == {"file": "扫描.pdf"}
    assert own.read(file(tmp_path, "b.csv", b"a,b\n1,2\n")).kind == "csv"


def test_what_the_system_refuses_arrives_as_that(own: Reader, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        own.read(tmp_path)
    with pytest.raises(FileNotFoundError):
        own.read(tmp_path / "无.xlsx")


def test_where_it_dies_the_file_is_named_and_the_next_is_read(own: Reader, tmp_path: Path) -> None:
    good = file(tmp_path, "b.csv", b"a,b\n1,2\n")
    own.read(good)
    dead = child(own)
    dead.kill()
    dead.wait()
    with pytest.raises(mistakes.FileBrokeReading) as caught:
        own.read(file(tmp_path, "怪.xlsx", workbook([["a"]])))
    assert caught.value.values["file"] == "怪.xlsx"
    assert own.read(good).kind == "csv"
    assert child(own).pid != dead.pid


def test_what_takes_too_long_is_given_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.csv")
    with Reader(patience=lambda _: 0.2) as own:
        with pytest.raises(mistakes.FileTookTooLong):
            own.read(tmp_path / "管.csv")
        assert own._child is None
    with Reader() as own:
        assert own.read(file(tmp_path, "b.csv", b"a,b\n1,2\n")).kind == "csv"


def test_it_ends_with_its_block(tmp_path: Path) -> None:
    with Reader() as own:
        own.read(file(tmp_path, "b.csv", b"a,b\n1,2\n"))
        there = child(own)
    assert there.returncode == 0


def test_it_is_ended_at_once_where_the_block_fails(tmp_path: Path) -> None:
    own = Reader()
    own.read(file(tmp_path, "b.csv", b"a,b\n1,2\n"))
    there = child(own)
    own.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert there.returncode == -signal.SIGKILL


def test_it_ends_with_the_one_who_asked() -> None:
    """Where that one is killed nobody tells it, but its pipe is closed."""
    alone = START()
    assert alone.stdin is not None
    assert alone.stdout is not None
    alone.stdin.close()
    assert alone.stdout.read() == b""
    alone.stdout.close()
    assert alone.wait() == 0


def test_it_takes_no_more_memory_than_it_may() -> None:
    command = (
        "import sys; sys.path[:] = sys.argv[1:]\n"
        "from ledger.exchange import serving\n"
        "serving._limit_memory()\n"
        "try:\n    bytes(4 << 30)\nexcept MemoryError:\n    sys.exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-c", command, *sys.path], check=False)
    assert done.returncode == 7


def test_ctrl_c_is_for_the_one_who_asks(own: Reader, tmp_path: Path) -> None:
    path = file(tmp_path, "b.csv", b"a,b\n1,2\n")
    own.read(path)
    child(own).send_signal(signal.SIGINT)
    assert own.read(path).kind == "csv"


def test_a_frozen_program_serves_by_a_word_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli", reader.SERVE], input=b"", check=False, cwd=ROOT
    )
    assert done.returncode == 0


def test_only_values_come_back() -> None:
    """A reading process that somebody took over still runs nothing here."""
    said = io.BytesIO(pickle.dumps(os.system))
    with pytest.raises(pickle.UnpicklingError):
        reader._Unpickler(said).load()


def sent(rows: list[list[object]]) -> list[list[object]]:
    said = serving._flow(Flow(Grid("a"), rows, {(1, 1): ERROR}))  # type: ignore[arg-type]
    grid = Grid("a")
    for kind, content in said:
        if kind == "rows":
            reader._add(grid, content)
    return grid.rows  # type: ignore[return-value]


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 2500])
def test_rows_are_whole_in_whatever_pieces(count: int) -> None:
    rows: list[list[object]] = [[f"词{n % 7}", n, None, f"句{n}", ""] for n in range(count)]
    assert sent(rows) == rows


def test_many_texts_after_few() -> None:
    """The first cells of a column are no promise for those that follow."""
    rows: list[list[object]] = [["一"]] * 600 + [[str(n)] for n in range(400)]
    assert sent(rows) == rows


def test_a_text_with_the_sign_that_parts_texts_arrives_whole() -> None:
    rows: list[list[object]] = [[f"第{n}句", f"a\0{n}"] for n in range(5)]
    assert sent(rows) == rows


def test_values_that_come_again_are_of_one_kind() -> None:
    """What is equal is not the same: 1, 1.0 and yes."""
    rows: list[list[object]] = [[n % 2, (1, True)[n % 2], date(2014, 6, 1)] for n in range(9)]
    kinds = [list(map(type, row)) for row in sent(rows)]
    assert kinds == [list(map(type, row)) for row in rows]


def test_wide_sheets_are_sent_in_smaller_pieces() -> None:
    wide: list[list[object]] = [[n] * 16384 for n in range(9)]
    pieces = [c for kind, c in serving._flow(Flow(Grid("a"), wide)) if kind == "rows"]  # type: ignore[arg-type]
    assert len(pieces) == 3
