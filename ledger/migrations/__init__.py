"""Bring a ledger's file to the present shape, with Alembic; loaded only when that is due."""

import shutil
import sqlite3
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from ledger import store


def build(path: Path) -> None:
    """Make every table, view and trigger in an empty file."""
    _run(path)


def upgrade(path: Path) -> None:
    """Bring an older ledger to the present shape, after a backup beside it."""
    shape = _shape(path)
    kept = path.with_name(f"{path.stem}-shape{shape}{path.suffix}")
    if not kept.exists():
        store.backup(path, kept)
    working = path.with_name(f".{path.name}.migrating")
    try:
        shutil.copy2(kept, working)
        _run(working)
        store.replace_contents(working, path)
    finally:
        working.unlink(missing_ok=True)


def _shape(path: Path) -> int:
    connection = store.connect_bare(path)
    try:
        return int(connection.execute("pragma user_version").fetchone()[0])
    finally:
        connection.close()


def _run(path: Path) -> None:
    connection = store.connect_bare(path)
    try:
        connection.execute("pragma foreign_keys = off")
        connection.execute("begin exclusive")
        try:
            _drop_generated(connection)
            _migrate(connection)
            store.install(connection)
            connection.execute(f"pragma application_id = {store.APPLICATION_ID}")
            connection.execute(f"pragma user_version = {store.SHAPE}")
            connection.execute("commit")
        except BaseException:
            connection.execute("rollback")
            raise
    finally:
        connection.close()


def _drop_generated(connection: sqlite3.Connection) -> None:
    """Take views and triggers away, so that a migration may reshape the tables below."""
    for kind in ("view", "trigger"):
        for (name,) in connection.execute(
            "select name from sqlite_master where type = ?", (kind,)
        ).fetchall():
            connection.execute(f'drop {kind} "{name}"')


def _migrate(connection: sqlite3.Connection) -> None:
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    config = Config()
    config.set_main_option("script_location", str(files("ledger").joinpath("migrations")))
    with engine.connect() as bound:
        config.attributes["connection"] = bound
        command.upgrade(config, "head")
