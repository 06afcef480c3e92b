"""Texts that come in from a file or from stdin, in whatever encoding the machine writes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from cli.mistakes import InputRefused

STDIN: Final = "-"
#: Tried in order; the last one takes any bytes that a Chinese Windows writes.
_ENCODINGS: Final = ("utf-8-sig", "gb18030")


def read(source: str) -> str:
    """Return the text of a file, or of stdin for ``-``; raises InputRefused."""
    try:
        content = _stdin() if source == STDIN else Path(source).read_bytes()
    except OSError as problem:
        raise InputRefused(file=source, reason=problem.strerror) from problem
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputRefused(file=source, reason="UTF-8, GB18030")


def lines(source: str) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in read(source).splitlines() if line.strip()]


def _stdin() -> bytes:
    if sys.stdin is None:
        return b""
    buffer = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read().encode() if buffer is None else bytes(buffer.read())
