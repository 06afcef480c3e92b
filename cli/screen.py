"""The only file that writes to a stream: answers to stdout, talk to stderr."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Sized
from contextlib import contextmanager
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final
from typing import TextIO

from cli import shapes
from cli import wrapping
from cli.mistakes import OutputExists
from cli.mistakes import OutputFormat
from cli.mistakes import OutputRefused
from cli.mistakes import machine_mistake
from cli.setting import Setting
from cli.shapes import Block
from cli.shapes import Column
from cli.shapes import Grid
from cli.shapes import Listing
from cli.shapes import Row
from schemas.locale import say

__all__ = ["Block", "Column", "Listing", "Row", "Screen"]

#: How many rows a table has at a terminal unless more are asked for.
SCREENFUL: Final = 50
_MOVED_IN: Final = 4
BYTE_ORDER_MARK: Final = "\ufeff"
_SHAPES: Final = {".csv": "csv", ".json": "json", ".txt": "table", "": "table"}

Write = Callable[[str], object]


class Screen:
    """Speaks to the person who typed a command, in the language of the terminal."""

    def __init__(self, setting: Setting) -> None:
        self.lang = setting.lang
        self.interactive = setting.interactive
        self.width = setting.width

    def answer(self, text: str) -> None:
        """Write a line of the answer: stdout."""
        answer(text)

    def reply(self, key: str, **values: object) -> None:
        """Write a sentence of the answer, by its key: stdout."""
        answer(say(key, self.lang, **values))

    def talk(self, text: str) -> None:
        """Write a line that is no part of the answer: stderr."""
        talk(text)

    def say(self, key: str, **values: object) -> None:
        """Write a sentence that is no part of the answer, by its key: stderr."""
        talk(say(key, self.lang, **values))

    def warn(self, key: str, **values: object) -> None:
        """Write a sentence that asks for attention: stderr."""
        text = say(key, self.lang, **values)
        talk(say("screen.warning", self.lang, text=text))

    def heading(self, text: str) -> None:
        """Write the heading of a part of the answer, after an empty line."""
        answer(f"\n{text}")

    def show(
        self,
        listing: Listing,
        shape: str | None = None,
        limit: int | None = None,
        output: Path | None = None,
        *,
        force: bool = False,
    ) -> None:
        """Show a listing in the shape asked for, on the screen or in a file."""
        shape = shape or _shape_of(output)
        is_fitted = self.interactive and output is None and shape == "table"
        if limit is None and is_fitted:
            limit = SCREENFUL
        rows = _Counted(listing.rows, limit)
        if output is not None:
            with replacing(output, force=force) as write:
                self._write(listing, rows, shape, write)
            self.say("screen.written", file=output, n=rows.count)
            return
        self._write(listing, rows, shape, None)
        if is_fitted:
            self._say_more(listing, rows)

    def table(self, columns: Sequence[Column], rows: Iterable[Row]) -> None:
        """Show a small table: a part of a report."""
        self._table(shapes.grid(columns, rows, self.lang), None)

    def fits(self, columns: Sequence[Column], rows: Sequence[Row]) -> bool:
        """Tell whether a table can be shown with no cell of it cut or broken."""
        widths = shapes.grid(columns, rows, self.lang).widths
        taken = sum(widths) + len(shapes.GAP) * (len(widths) - 1)
        return not self.interactive or taken <= self.width

    def entry(self, title: str, text: str) -> None:
        """Show one of a list: a line, and below it, moved in, what is said of it."""
        for line in wrapping.wrap(title, self.width):
            answer(line)
        for line in wrapping.wrap(text, self.width - _MOVED_IN) if text else ():
            answer(" " * _MOVED_IN + line)

    def json(self, value: object) -> None:
        """Write any value as JSON: stdout, always UTF-8."""
        _write_bytes(shapes.json_text(value) + "\n")

    def record(self, columns: Sequence[Column], row: Row, shape: str | None = None) -> None:
        """Show one record: a line for each field that says something, or JSON."""
        if shape == "json":
            self.json(shapes.json_object(columns, row))
            return
        titles = [column.title(self.lang) for column in columns]
        room = max(map(wrapping.width, titles))
        for column, title in zip(columns, titles, strict=True):
            text = column.shown(row.get(column.key), self.lang)
            if text:
                self._field(wrapping.pad(title, room) + shapes.GAP, text)

    @contextmanager
    def progress(self, key: str, total: int | None = None) -> Iterator[Callable[[], None]]:
        """Show how far a long piece of work is, where stderr is a terminal.

        What is yielded is to be called after each step.
        """
        if sys.stderr is None or not sys.stderr.isatty():
            yield lambda: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(say(key, self.lang), total=total)
            yield lambda: bar.advance(task)

    def _write(self, listing: Listing, rows: _Counted, shape: str, write: Write | None) -> None:
        if shape == "json":
            _write_all(shapes.json_parts(listing.columns, rows), write or _write_bytes)
        elif shape == "csv":
            lines = shapes.csv_lines(listing.columns, rows, self.lang)
            (write or _write_bytes)(BYTE_ORDER_MARK)
            _write_all(lines, write or _write_bytes)
        else:
            self._write_tables(listing, rows, write)

    def _write_tables(self, listing: Listing, rows: _Counted, write: Write | None) -> None:
        grid = shapes.grid(listing.columns, rows, self.lang)
        if grid.rows:
            self._table(grid, write)
        else:
            self.say("screen.nothing")
        for block in listing.blocks:
            inner = shapes.grid(block.columns, block.rows, self.lang)
            if inner.rows:
                (write or _write_text)(f"\n{block.title}\n")
                self._table(inner, write)

    def _table(self, grid: Grid, write: Write | None) -> None:
        if self.interactive and write is None:
            self._rich_table(grid)
        else:
            lines = shapes.table_lines(grid)
            _write_all((f"{line}\n" for line in lines), write or _write_text)

    def _rich_table(self, grid: Grid) -> None:
        """Draw a table that fits the terminal: all cells are cut but those that tell why."""
        from rich.box import Box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        # ASCII: every console has it, and a CJK one would draw ─ two cells wide.
        rule = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
        table = Table(box=rule, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
        widths = shapes.fitted_widths(grid, self.width)
        for column, title, room in zip(grid.columns, grid.titles, widths, strict=True):
            heading = "\n".join(wrapping.wrap(title, room))
            table.add_column(Text(heading), justify=column.justify, width=room, no_wrap=True)
        for row in grid.rows:
            cut = (
                wrapping.wrap(text, room)
                if column.is_uncut
                else wrapping.cut(text, room, shapes.CELL_LINES)
                for column, text, room in zip(grid.columns, row, widths, strict=True)
            )
            table.add_row(*(Text("\n".join(lines)) for lines in cut))
        Console(file=sys.stdout, width=self.width, highlight=False).print(table)

    def _field(self, title: str, text: str) -> None:
        space = max(self.width - wrapping.width(title), shapes.NARROW_LONG)
        lines = [text]
        if self.interactive:
            lines = [line for part in text.split("\n") for line in wrapping.wrap(part, space)]
        answer(title + lines[0])
        for line in lines[1:]:
            answer(" " * wrapping.width(title) + line)

    def _say_more(self, listing: Listing, rows: _Counted) -> None:
        if not rows.has_more():
            return
        if listing.count is not None:
            self.say("screen.more_counted", n=listing.count() - rows.count)
        elif isinstance(listing.rows, Sized):
            self.say("screen.more_counted", n=len(listing.rows) - rows.count)
        else:
            self.say("screen.more", n=rows.count)


class _Counted:
    """The first rows of a listing, counted while they are taken."""

    def __init__(self, rows: Iterable[Row], limit: int | None) -> None:
        self.count = 0
        self._all = iter(rows)
        self._limit = limit

    def __iter__(self) -> Iterator[Row]:
        for row in islice(self._all, self._limit):
            self.count += 1
            yield row

    def has_more(self) -> bool:
        return next(self._all, None) is not None


def answer(text: str) -> None:
    """Write a line to stdout."""
    _write_text(f"{text}\n")


def talk(text: str) -> None:
    """Write a line to stderr, after what stdout has been given."""
    try:
        flush()
    except BrokenPipeError:
        hush()
    if sys.stderr is not None:
        sys.stderr.write(wrapping.visible(f"{text}\n"))
        sys.stderr.flush()


def steady_streams() -> None:
    """Let no character break a console that does not know it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def flush() -> None:
    """Hand on what has been written to stdout."""
    if sys.stdout is not None:
        sys.stdout.flush()


def hush() -> None:
    """Throw away what is left for a reader that has gone."""
    with suppress(OSError, ValueError, AttributeError):
        # Or the interpreter would complain when it flushes stdout at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def replacing(file: Path, *, force: bool) -> Iterator[Write]:
    """Write a file beside its place, and move it there when it is whole."""
    if file.exists() and not force:
        raise OutputExists(file=file)
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            yield stream.write
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError as problem:
        raise _refused(problem, file) from problem
    finally:
        with suppress(OSError):
            beside.unlink()


def _refused(problem: OSError, file: Path) -> Exception:
    known = machine_mistake(problem)
    return known or OutputRefused(file=file, reason=problem.strerror)


def _shape_of(output: Path | None) -> str:
    if output is None:
        return "table"
    shape = _SHAPES.get(output.suffix.lower())
    if shape is None:
        raise OutputFormat(file=output)
    return shape


def _write_all(parts: Iterable[str], write: Write) -> None:
    for part in parts:
        write(part)


def _write_text(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(wrapping.visible(text))


def _write_bytes(text: str) -> None:
    """Write a text to stdout as UTF-8, whatever the console's encoding."""
    stream: TextIO | None = sys.stdout
    if stream is None:
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "replace"))
    else:
        stream.write(text)
