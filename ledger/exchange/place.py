"""Files written beside their place and then moved there: whole, or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from pathlib import Path

from ledger.errors import MachineFailed


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """Give a path beside ``target`` to write to; what stands there in the end is moved.

    Where the block fails, or the process dies in it, the target is as it was before. A
    refusal by the file system is raised as MachineFailed.
    """
    target = Path(os.path.realpath(target))
    beside = target.with_name(_passing_name())
    try:
        with _removed_on_failure(beside):
            _create(beside)
            yield beside
            _sync(beside)
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
            _sync_folder(target.parent)
    except OSError as refused:
        what = refused.strerror or str(refused)
        raise MachineFailed(path=str(target), what=what) from refused


def _passing_name() -> str:
    # Short, since the target's own name may fill what a file system allows; and begun like
    # the lock files of Office, which every search of an inbox passes over.
    return f"~$campaign-{secrets.token_hex(6)}.tmp"


@contextmanager
def _removed_on_failure(beside: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _create(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
