"""The ledger's file: whole or not at all, by whomever it is written and however it ends."""

import sqlite3
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from ledger import activities
from ledger import campaigns
from ledger import journal
from ledger import migrations
from ledger import models
from ledger import store
from ledger import units
from ledger.errors import ControlCharacters
from ledger.errors import LedgerExists
from ledger.errors import LedgerMissing
from ledger.errors import LedgerNewer
from ledger.errors import NotALedger
from ledger.exchange.noun import nouns
from ledger.undo import undo
from ledger.verify import verify

ROOT = Path(__file__).resolve().parent.parent
AUTHOR = store.Author("王干事", date(2014, 5, 16), "2014-05-16T09:00:00+08:00", "campaign test")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "campaign.db"
    ledger, _ = store.create(place)
    with ledger, ledger.writing(AUTHOR, kind="init") as entry:
        campaigns.start(entry, campaigns.load_plan("standard"), "垦东县", "test-ledger")
    return place


def in_a_process(code: str, path: Path) -> int:
    script = textwrap.dedent(code).replace("PATH", repr(str(path)))
    return subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode


def test_a_new_ledger_is_its_owners_alone(path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


def test_a_ledger_is_not_made_over_something(path: Path) -> None:
    with pytest.raises(LedgerExists):
        store.create(path)


def test_migrations_lead_to_the_models(path: Path) -> None:
    with create_engine(f"sqlite:///{path}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, SQLModel.metadata)
    assert found == []


def test_every_table_is_either_journalled_or_a_book(path: Path) -> None:
    books = {
        "run", "entry", "entry_mark", "journal", "current", "mark", "giver", "giver_note",
        "source_file", "source_sheet", "deviation", "conflict", "receipt", "export", "written",
    }  # fmt: skip
    assert set(models.JOURNALLED) | books == set(SQLModel.metadata.tables)
    with store.open_ledger(path) as ledger:
        assert journal.journalled(ledger.connection) == models.JOURNALLED


def test_bulk_imports_name_columns_that_the_models_have() -> None:
    for noun in nouns():
        if not noun.places and noun.pages is not None:
            # A row of a page is a step of an item, and no record of its own.
            continue
        own = set(SQLModel.metadata.tables[noun.changes].columns.keys())
        for place in noun.places:
            table = SQLModel.metadata.tables[place.table or noun.record]
            assert set(place.columns) <= set(table.columns.keys()), place
        if noun.owned:
            assert {"campaign_id", "unit_id", "sender_id", "natural_key"} <= own, noun.record
        if noun.declared.prefix:
            assert "no" in own
        for name, value in noun.defaults.items():
            assert _model(noun.record).model_fields[name].default == value, (noun.record, name)


def _model(table: str) -> Any:
    return next(m for m in vars(models).values() if getattr(m, "__tablename__", None) == table)


def test_no_table_under_the_journal_holds_what_json_would_change() -> None:
    for name in models.JOURNALLED:
        kinds = {str(column.type) for column in SQLModel.metadata.tables[name].columns}
        assert kinds <= {"INTEGER", "VARCHAR", "TEXT", "DATE", "BOOLEAN"}, name


def test_a_process_that_ends_inside_a_write_leaves_the_ledger_as_it_was(path: Path) -> None:
    with store.open_ledger(path) as ledger:
        before = list(ledger.connection.iterdump())
    status = in_a_process(
        """
        import os
        from datetime import date
        from pathlib import Path
        from ledger import store, units
        author = store.Author("x", date(2014, 5, 16), "2014-05-16T10:00:00+08:00", "campaign")
        ledger = store.open_ledger(Path(PATH))
        with ledger.writing(author, campaign=1) as entry:
            units.add(entry, 1, units.UnitNames(ledger.connection), {"name": "盐窝镇"})
            os._exit(9)
        """,
        path,
    )
    assert status == 9
    with store.open_ledger(path) as ledger:
        assert list(ledger.connection.iterdump()) == before
        assert ledger.connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_two_who_write_at_once_both_succeed(path: Path) -> None:
    code = """
        from datetime import date
        from pathlib import Path
        from ledger import store, units
        author = store.Author("x", date(2014, 5, 16), "2014-05-16T10:00:00+08:00", "campaign")
        for at in range(10):
            with store.open_ledger(Path(PATH)) as ledger:
                with ledger.writing(author, campaign=1) as entry:
                    names = units.UnitNames(ledger.connection)
                    units.add(entry, 1, names, {"name": f"WHO{at}"})
        """
    script = textwrap.dedent(code).replace("PATH", repr(str(path)))
    both = [
        subprocess.Popen([sys.executable, "-c", script.replace("WHO", who)], cwd=ROOT)
        for who in ("甲", "乙")
    ]
    assert [one.wait() for one in both] == [0, 0]
    with store.open_ledger(path) as ledger:
        assert ledger.connection.execute("select count(*) from unit").fetchone() == (21,)
        assert journal.newest(ledger.connection) == 21


def test_what_another_program_changed_is_an_entry(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("insert into unit(name) values ('外来单位')")
    other.execute("update unit set head = '李四' where id = 1")
    other.commit()
    other.close()
    with store.open_ledger(path) as ledger:
        with ledger.writing(AUTHOR, campaign=1) as entry:
            names = units.UnitNames(ledger.connection)
            units.add(entry, 1, names, {"name": "盐窝镇"})
        kinds = [row[0] for row in ledger.connection.execute("select kind from entry order by id")]
        assert kinds == ["init", "outside", "command"]
        past = journal.Past(ledger.connection)
        assert [dict(change.old) for change in past.changes("unit", 1)] == [{"head": None}]
        assert journal.born(ledger.connection, "unit", 2) == 2


def test_an_entry_that_changes_nothing_is_none(path: Path) -> None:
    with store.open_ledger(path) as ledger:
        with ledger.writing(AUTHOR, campaign=1) as entry:
            names = units.UnitNames(ledger.connection)
            units.edit(entry, 1, names, 1, {"name": "垦东县"})
        assert entry.empty
        assert journal.newest(ledger.connection) == 1


def test_a_newer_ledger_is_refused_and_a_strange_file_too(path: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing):
        store.open_ledger(tmp_path / "nowhere.db")
    strange = tmp_path / "strange.db"
    strange.write_bytes(b"no database at all, but long enough to look like one" * 40)
    with pytest.raises(NotALedger):
        store.open_ledger(strange)
    connection = sqlite3.connect(path)
    connection.execute(f"pragma user_version = {store.SHAPE + 1}")
    connection.close()
    with pytest.raises(LedgerNewer):
        store.open_ledger(path)


def test_a_backup_opens_and_holds_the_same(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    store.backup(path, target)
    assert target.stat().st_mode & 0o077 == 0
    with store.open_ledger(path) as ledger, store.open_ledger(target) as copy:
        assert list(copy.connection.iterdump()) == list(ledger.connection.iterdump())
    assert not list(tmp_path.glob(".*.part"))


def test_an_older_ledger_opens_with_a_backup_made_before(path: Path) -> None:
    with store.open_ledger(path) as ledger:
        before = ledger.connection.execute("select * from unit").fetchall()
        ledger.connection.execute("drop view items")
        ledger.connection.execute("drop trigger unit_changed")
        ledger.connection.execute("pragma user_version = 0")
    with store.open_ledger(path) as ledger:
        assert ledger.connection.execute("pragma user_version").fetchone() == (store.SHAPE,)
        assert ledger.connection.execute("select * from unit").fetchall() == before
        assert ledger.connection.execute("select count(*) from items").fetchone() == (0,)
        with ledger.writing(AUTHOR, campaign=1):
            ledger.connection.execute("update unit set head = '李四' where id = 1")
        assert journal.Past(ledger.connection).changes("unit", 1)
    kept = path.with_name("campaign-shape0.db")
    connection = sqlite3.connect(kept)
    assert connection.execute("pragma user_version").fetchone() == (0,)
    assert connection.execute("select * from unit").fetchall() == before
    connection.close()


@pytest.mark.parametrize("sign", ["\0", "\udcff"])
def test_a_text_that_no_journal_keeps_is_refused(path: Path, sign: str) -> None:
    with store.open_ledger(path) as ledger:
        names = units.UnitNames(ledger.connection)
        with pytest.raises(ControlCharacters), ledger.writing(AUTHOR, campaign=1) as entry:
            units.add(entry, 1, names, {"name": f"盐窝{sign}镇"})
        assert journal.newest(ledger.connection) == 1


@pytest.mark.parametrize("shape", range(1, store.SHAPE))
def test_a_ledger_of_an_earlier_shape_opens_and_its_entries_can_be_undone(
    shape: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "first.db"
    upgrade = migrations.command.upgrade
    with monkeypatch.context() as patch:
        patch.setattr(
            migrations.command, "upgrade", lambda config, _: upgrade(config, f"{shape:04}")
        )
        patch.setattr(store, "SHAPE", shape)
        migrations.build(path)
    with store.Ledger(path, store.connect_bare(path)) as ledger:
        with ledger.writing(AUTHOR, kind="init") as entry:
            campaigns.start(entry, campaigns.load_plan("standard"), "垦东县", "first")
        with ledger.writing(AUTHOR, campaign=1):
            ledger.connection.execute(
                "insert into item(no, campaign_id, unit_id, kind, scope, problem, due_standing,"
                " status, closing, reopened)"
                " values ('ZG-0001', 1, 1, 'rectification', 'body', '会多', 0, 'planned', 'open', 0)"
            )
    with store.open_ledger(path) as ledger:
        assert ledger.connection.execute("pragma user_version").fetchone() == (store.SHAPE,)
        [item] = ledger.connection.execute("select no, opening from item").fetchall()
        assert item == ("ZG-0001", None)
        [(_, _, outcomes)] = undo(ledger, AUTHOR, 2)
        assert [outcome.verdict for outcome in outcomes] == ["restored"]
        assert ledger.connection.execute("select * from item").fetchall() == []
    path.chmod(0o600)
    assert list(verify(path)) == []
    assert path.with_name(f"first-shape{shape}.db").exists()


@pytest.mark.parametrize("shape", [1, 2])
def test_an_activity_of_an_earlier_shape_is_one_however_many_actions_it_counted_for(
    shape: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "first.db"
    upgrade = migrations.command.upgrade
    plan = campaigns.load_plan("qzlx-county")

    def log(connection: sqlite3.Connection, title: str, *actions: str | None) -> None:
        connection.executemany(
            "insert into activity(campaign_id, unit_id, day, form, action, title, days, times)"
            " values (1, 1, '2014-03-05', '集中学习讨论', ?, ?, 2, 1)",
            [(action, title) for action in actions],
        )

    with monkeypatch.context() as patch:
        patch.setattr(
            migrations.command, "upgrade", lambda config, _: upgrade(config, f"{shape:04}")
        )
        patch.setattr(store, "SHAPE", shape)
        migrations.build(path)
    with store.Ledger(path, store.connect_bare(path)) as ledger:
        with ledger.writing(AUTHOR, kind="init") as entry:
            campaigns.start(entry, plan, "垦东县", "first")
        for title, actions in (
            ("一", ("study", "lecture")),
            ("二", ("study",)),
            ("三", (None,)),
            ("四", ("study", "lecture")),
        ):
            with ledger.writing(AUTHOR, campaign=1):
                log(ledger.connection, title, *actions)
        undo(ledger, AUTHOR, 5)

    def rows(ledger: store.Ledger) -> list[tuple[object, ...]]:
        return ledger.connection.execute(
            "select no, title, action, day_tenths, natural_key is null from activity order by id"
        ).fetchall()

    three = [
        ("HD-0001", "一", None, 20, 0),
        ("HD-0003", "二", "study", 20, 0),
        ("HD-0004", "三", None, 20, 0),
    ]
    with store.open_ledger(path) as ledger:
        assert rows(ledger) == three
        undo(ledger, AUTHOR, 2)
        assert rows(ledger) == three[1:]
        undo(ledger, AUTHOR, 7)
        undo(ledger, AUTHOR, 6)
        assert [row[:4] for row in rows(ledger)] == [
            *(row[:4] for row in three),
            ("HD-0005", "四", None, 20),
        ]
        with ledger.writing(AUTHOR, campaign=1) as entry:
            number, _ = activities.log_activity(
                entry,
                campaigns.in_use(ledger.connection),
                {"unit_id": 1, "day": AUTHOR.today, "title": "五"},
            )
        assert number == "HD-0007"
    path.chmod(0o600)
    assert list(verify(path)) == []
