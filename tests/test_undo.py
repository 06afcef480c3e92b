"""Undo: any entry comes back while later work stays, and every row says how it ended."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from ledger import campaigns
from ledger import journal
from ledger import opinions
from ledger import rectification
from ledger import undo
from ledger import units
from ledger.errors import AlreadyUndone
from ledger.errors import CannotUndo
from ledger.errors import Mistake
from ledger.errors import NothingToUndo
from ledger.store import Author
from ledger.store import Ledger
from ledger.store import create

TODAY = date(2014, 5, 16)
AUTHOR = Author("王干事", TODAY, "2014-05-16T09:00:00+08:00", "campaign test")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made, _ = create(tmp_path / "campaign.db")
    with made:
        with made.writing(AUTHOR, kind="init") as entry:
            campaigns.start(entry, campaigns.load_plan("standard"), "垦东县", "test-ledger")
        yield made


def snapshot(ledger: Ledger) -> dict[str, list[Any]]:
    return {
        table: ledger.connection.execute(f"select * from {table} order by id").fetchall()
        for table in journal.journalled(ledger.connection)
    }


def add_unit(ledger: Ledger, name: str, parent: int | None = None) -> int:
    names = units.UnitNames(ledger.connection)
    with ledger.writing(AUTHOR, campaign=1) as entry:
        return units.add(entry, 1, names, {"name": name, "parent_id": parent})


def verdicts(outcomes: list[undo.Outcome]) -> dict[tuple[str, int], str]:
    return {(outcome.record, outcome.row_id): outcome.verdict for outcome in outcomes}


def test_five_rows_end_in_five_ways(ledger: Ledger) -> None:
    names = units.UnitNames(ledger.connection)
    with ledger.writing(AUTHOR, campaign=1, kind="import") as entry:
        numbers = [
            units.add(entry, 1, names, {"name": name})
            for name in ("盐窝镇", "胜坨镇", "永安镇", "财政局", "教育局")
        ]
    imported = entry.id
    with ledger.writing(AUTHOR, campaign=1) as entry:
        units.edit(entry, 1, names, numbers[0], {"head": "张三"})
    first_change = entry.id
    with ledger.writing(AUTHOR, campaign=1) as entry:
        units.edit(entry, 1, names, numbers[1], {"members": 12})
    second_change = entry.id
    other_program = sqlite3.connect(ledger.path)
    other_program.execute("delete from unit where id = ?", (numbers[2],))
    other_program.commit()
    other_program.close()
    child = add_unit(ledger, "新村", numbers[3])
    outside = second_change + 1
    made_child = outside + 1

    [(undone, _, outcomes)] = undo.undo(ledger, AUTHOR, imported)

    assert undone == imported
    found = {outcome.row_id: outcome for outcome in outcomes if outcome.record == "unit"}
    assert found[numbers[0]].verdict == "kept"
    assert (found[numbers[0]].fields, found[numbers[0]].by) == (("head",), first_change)
    assert found[numbers[1]].verdict == "kept"
    assert found[numbers[1]].by == second_change
    assert (found[numbers[2]].verdict, found[numbers[2]].by) == ("gone", outside)
    assert found[numbers[3]].verdict == "needed"
    assert (found[numbers[3]].by, found[numbers[3]].other) == (made_child, ("unit", child))
    assert found[numbers[4]].verdict == "restored"
    left = {row[0] for row in ledger.connection.execute("select name from unit")}
    assert left == {"垦东县", "盐窝镇", "胜坨镇", "财政局", "新村"}


def test_an_undo_can_be_undone(ledger: Ledger) -> None:
    add_unit(ledger, "盐窝镇")
    before = snapshot(ledger)
    [(_, first, _)] = undo.undo(ledger, AUTHOR)
    [(_, second, _)] = undo.undo(ledger, AUTHOR, first)
    assert snapshot(ledger) == before
    assert journal.undone(ledger.connection) == {first: second}
    with pytest.raises(AlreadyUndone):
        undo.undo(ledger, AUTHOR, first)


def test_without_a_number_the_newest_that_stands_is_undone(ledger: Ledger) -> None:
    add_unit(ledger, "盐窝镇")
    add_unit(ledger, "胜坨镇")
    assert [undone for undone, _, _ in undo.undo(ledger, AUTHOR)] == [3]
    assert [undone for undone, _, _ in undo.undo(ledger, AUTHOR)] == [2]
    with pytest.raises(NothingToUndo):
        undo.undo(ledger, AUTHOR)
    with pytest.raises(CannotUndo):
        undo.undo(ledger, AUTHOR, 1)


def test_a_dry_run_says_the_same_and_changes_nothing(ledger: Ledger) -> None:
    add_unit(ledger, "盐窝镇")
    before = snapshot(ledger), journal.newest(ledger.connection)
    with ledger.rehearsing():
        [(_, _, tried)] = undo.undo(ledger, AUTHOR)
    assert (snapshot(ledger), journal.newest(ledger.connection)) == before
    [(_, _, done)] = undo.undo(ledger, AUTHOR)
    assert tried == done


def test_a_later_change_that_was_taken_back_stands_in_nobodys_way(ledger: Ledger) -> None:
    unit = add_unit(ledger, "盐窝镇")
    names = units.UnitNames(ledger.connection)
    with ledger.writing(AUTHOR, campaign=1) as entry:
        units.edit(entry, 1, names, unit, {"head": "张三"})
    undo.undo(ledger, AUTHOR)
    [(_, _, outcomes)] = undo.undo(ledger, AUTHOR, 2)
    assert verdicts(outcomes) == {("unit", unit): "restored"}


def test_two_codes_that_changed_places_change_back(ledger: Ledger) -> None:
    one, other = add_unit(ledger, "盐窝镇"), add_unit(ledger, "胜坨镇")
    execute = ledger.connection.execute
    with ledger.writing(AUTHOR, campaign=1):
        execute("update unit set code = 'A' where id = ?", (one,))
        execute("update unit set code = 'B' where id = ?", (other,))
    with ledger.writing(AUTHOR, campaign=1):
        execute("update unit set code = null where id = ?", (one,))
        execute("update unit set code = 'A' where id = ?", (other,))
        execute("update unit set code = 'B' where id = ?", (one,))
    [(_, _, outcomes)] = undo.undo(ledger, AUTHOR)
    assert set(verdicts(outcomes).values()) == {"restored"}
    codes = dict(execute("select id, code from unit where code is not null"))
    assert codes == {one: "A", other: "B"}


def test_a_code_that_somebody_else_has_by_now_is_not_taken_from_them(ledger: Ledger) -> None:
    one, other = add_unit(ledger, "盐窝镇"), add_unit(ledger, "胜坨镇")
    execute = ledger.connection.execute
    with ledger.writing(AUTHOR, campaign=1):
        execute("update unit set code = 'A' where id = ?", (one,))
    with ledger.writing(AUTHOR, campaign=1) as taken:
        execute("update unit set code = null where id = ?", (one,))
    with ledger.writing(AUTHOR, campaign=1):
        execute("update unit set code = 'A' where id = ?", (other,))
    [(_, _, [outcome])] = undo.undo(ledger, AUTHOR, taken.id)
    assert (outcome.verdict, outcome.other) == ("taken", ("unit", other))


def test_numbers_are_not_given_again_after_an_undo(ledger: Ledger) -> None:
    unit = add_unit(ledger, "盐窝镇")
    with ledger.writing(AUTHOR, campaign=1) as entry:
        first = rectification.add(entry, 1, "办事慢", {"unit_id": unit})
    undo.undo(ledger, AUTHOR)
    with ledger.writing(AUTHOR, campaign=1) as entry:
        second = rectification.add(entry, 1, "办事慢", {"unit_id": unit})
    assert (first, second) == ("ZG-0001", "ZG-0002")


def test_a_giver_stays_unseen_while_the_opinion_is_gone(ledger: Ledger) -> None:
    unit = add_unit(ledger, "盐窝镇")
    giver = opinions.GiverDetails(name="赵六")
    with ledger.writing(AUTHOR, campaign=1) as entry:
        number = opinions.log(entry, 1, "路灯不亮", {"unit_id": unit}, giver)
    [(_, first, _)] = undo.undo(ledger, AUTHOR)
    assert ledger.connection.execute("select count(*) from opinion").fetchone() == (0,)
    undo.undo(ledger, AUTHOR, first)
    assert opinions.giver_of(ledger.connection, number) == giver


class _Office:
    """Does random things to a ledger through the verbs, and remembers the entries."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def do(self, what: int, which: int) -> None:
        names = units.UnitNames(self.ledger.connection)
        known = sorted(names.names)
        unit = known[which % len(known)]
        items = [row[0] for row in self.ledger.connection.execute("select no from item")]
        heard = [row[0] for row in self.ledger.connection.execute("select no from opinion")]
        try:
            with self.ledger.writing(AUTHOR, campaign=1) as entry:
                self._act(entry, what, which, unit, items, heard, names)
        except Mistake:
            pass

    def _act(self, entry, what, which, unit, items, heard, names) -> None:  # noqa: C901
        item = items[which % len(items)] if items else "ZG-0001"
        if what == 0:
            units.add(entry, 1, names, {"name": f"单位{which}", "parent_id": unit})
        elif what == 1:
            units.edit(entry, 1, names, unit, {"head": f"人{which}", "batch": "第二批"})
        elif what == 2:
            rectification.add(entry, 1, f"问题{which}", {"unit_id": unit})
        elif what == 3:
            rectification.progress(entry, item, "已办", status=("done", "doing")[which % 2])
        elif what == 4:
            opinions.log(entry, 1, f"意见{which}", {"unit_id": unit})
        elif what == 5 and heard:
            rectification.link(entry, item, [heard[which % len(heard)]])
        elif what == 6:
            rectification.step(entry, item, "submit")
        elif what == 7:
            rectification.edit(entry, item, {"problem": f"新问题{which}", "unit_id": unit})
        elif what == 8:
            rectification.drop(entry, item, "重复")
        elif what == 9 and len(names.names) > 2:
            into = sorted(names.names)[which % len(names.names)]
            units.merge(entry, names, unit, into, TODAY)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 7)), min_size=1, max_size=14))
def test_any_sequence_undone_entry_by_entry_ends_where_it_began(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]]
) -> None:
    made, _ = create(tmp_path_factory.mktemp("undo") / "campaign.db")
    with made as ledger:
        with ledger.writing(AUTHOR, kind="init") as entry:
            campaigns.start(entry, campaigns.load_plan("standard"), "垦东县", "test-ledger")
        states = [snapshot(ledger)]
        entries = []
        office = _Office(ledger)
        for what, which in steps:
            newest = journal.newest(ledger.connection)
            office.do(what, which)
            if journal.newest(ledger.connection) > newest:
                entries.append(journal.newest(ledger.connection))
                states.append(snapshot(ledger))
        for number in reversed(entries):
            assert snapshot(ledger) == states.pop()
            [(_, _, outcomes)] = undo.undo(ledger, AUTHOR, number)
            assert {outcome.verdict for outcome in outcomes} <= {"restored"}
        assert snapshot(ledger) == states.pop()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 7)), min_size=2, max_size=12),
    st.integers(0, 11),
)
def test_undoing_any_entry_breaks_no_reference_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]], chosen: int
) -> None:
    made, _ = create(tmp_path_factory.mktemp("undo") / "campaign.db")
    with made as ledger:
        with ledger.writing(AUTHOR, kind="init") as entry:
            campaigns.start(entry, campaigns.load_plan("standard"), "垦东县", "test-ledger")
        office = _Office(ledger)
        for what, which in steps:
            office.do(what, which)
        numbers = range(2, journal.newest(ledger.connection) + 1)
        if not numbers:
            return
        before = snapshot(ledger)
        [(_, number, outcomes)] = undo.undo(ledger, AUTHOR, numbers[chosen % len(numbers)])
        assert ledger.connection.execute("pragma foreign_key_check").fetchall() == []
        if number is not None:
            undo.undo(ledger, AUTHOR, number)
        assert snapshot(ledger) == before, outcomes
