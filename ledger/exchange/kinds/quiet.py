"""A library that gives up by a panic writes its own words to the terminal."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress


@contextmanager
def quiet() -> Iterator[None]:
    """Keep a library's own words off the terminal: the mistake says what happened."""
    kept: int | None = None
    with suppress(OSError):
        kept = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
    try:
        yield
    finally:
        if kept is not None:
            os.dup2(kept, 2)
            os.close(kept)
