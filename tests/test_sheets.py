"""Every workbook of the corpus comes to what its table says, through the real import."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import corpus
import openpyxl
import pytest
from corpus import Expected
from corpus import Worksheet
from office import Office

from cli.mistakes import sentences
from ledger import units
from ledger.exchange import reply
from ledger.exchange.compare import Comparison
from ledger.exchange.file_result import FileResult
from ledger.exchange.outbox import Outbox
from schemas.locale import say

NOW = "2014-05-16T09:00:00+08:00"


def _names(path: Path) -> str:
    return path.name


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = corpus.open_county(tmp_path)
    with made.ledger:
        yield made


def _take(office: Office, path: Path, wanted: Expected) -> FileResult:
    period = wanted.said.get("--period")
    [result] = office.take(path, sender=wanted.said.get("--unit"), period=period)
    return result


def _arrived(office: Office, wanted: Expected) -> Path:
    path = office.folder / "in" / wanted.file
    path.parent.mkdir(exist_ok=True)
    return Path(shutil.copyfile(wanted.workbook, path))


def _check(office: Office, result: FileResult, wanted: Expected) -> None:
    if wanted.refused:
        _check_refused(result, wanted)
        return
    assert result.state == "taken", sentences(result.mistake, "zh") if result.mistake else result
    _check_frame(office, result, wanted)
    founds = sorted(result.sheets, key=lambda found: (found.table.grid.name, found.sheet.code))
    sheets = sorted(wanted.sheets, key=lambda sheet: (sheet.name, sheet.kind))
    assert [(found.table.grid.name, found.sheet.code) for found in founds] == [
        (sheet.name, sheet.kind) for sheet in sheets
    ]
    for found, sheet in zip(founds, sheets, strict=True):
        corpus.agree(corpus.taken(office, found, sheet.fields), sheet.records)
        _check_marks(found, sheet)
    if "records" in wanted.said:
        assert len(office.items()) + len(office.opinions()) == int(wanted.said["records"])


def _check_refused(result: FileResult, wanted: Expected) -> None:
    state, *words = wanted.refused
    assert result.state == state
    if result.mistake is not None:
        said = "".join(sentences(result.mistake, "zh"))
    else:
        said = say(f"sheets.{state}", "zh", file=result.path.name, path=result.path, signs="")
    for word in words:
        assert word in said


def _check_frame(office: Office, result: FileResult, wanted: Expected) -> None:
    """Whose it is, for which month, and what the receipt has to say."""
    if "sender" in wanted.said:
        names = units.UnitNames(office.ledger.connection).names
        assert result.sender is not None
        assert names.get(result.sender.unit or 0, "—") == wanted.said["sender"]
    if "period" in wanted.said:
        assert (result.period or "—") == wanted.said["period"]
    notes = _notes(result)
    for words in wanted.notes:
        assert any(all(word in note for word in words) for note in notes), (words, notes)


def _notes(result: FileResult) -> list[str]:
    assert result.book is not None
    all_notes = [*result.book.notes, *(n for found in result.sheets for n in found.read.notes)]
    return [reply.told(note, "zh") for note in all_notes]


def _check_marks(found: Comparison, sheet: Worksheet) -> None:
    said: dict[str, list[str]] = {}
    for where, _, words in corpus.marked(found):
        said.setdefault(where, []).append(words)
    assert sorted(said) == sorted({mark.where for mark in sheet.marks}), said
    for mark in sheet.marks:
        assert any(mark.says in words for words in said[mark.where]), said[mark.where]


@pytest.mark.parametrize("workbook", corpus.workbooks("taken"), ids=_names)
def test_taken_as_it_is_meant(office: Office, workbook: Path) -> None:
    wanted = corpus.expected(workbook)
    assert not wanted.refused
    assert not any(sheet.marks for sheet in wanted.sheets)
    path = _arrived(office, wanted)
    _check(office, _take(office, path, wanted), wanted)
    before = office.snapshot()
    _no_change(_take(office, path, wanted))
    assert office.snapshot() == before


def _no_change(again: FileResult) -> None:
    assert (again.count("new"), again.count("changed"), again.entry) == (0, 0, None)


@pytest.mark.parametrize("workbook", corpus.workbooks("queried"), ids=_names)
def test_queried_where_the_meaning_is_not_plain(office: Office, workbook: Path) -> None:
    wanted = corpus.expected(workbook)
    assert wanted.refused or any(sheet.marks for sheet in wanted.sheets)
    path = _arrived(office, wanted)
    result = _take(office, path, wanted)
    _check(office, result, wanted)
    if wanted.refused:
        assert _take(office, path, wanted).state == result.state
        return
    before = office.snapshot()
    again = _take(office, path, wanted)
    _no_change(again)
    assert again.count("queried") == result.count("queried")
    assert office.snapshot() == before
    _check_answer(office, result, wanted)


def _check_answer(office: Office, result: FileResult, wanted: Expected) -> None:
    """The sender's own file, marked: set right as the marks say, it is taken whole."""
    names = units.UnitNames(office.ledger.connection)
    outbox = Outbox(office.ledger, office.folder / "out")
    path = reply.answer(result, office.campaign, names, outbox, NOW)
    book = openpyxl.load_workbook(path)
    marks = [(sheet, mark) for sheet in wanted.sheets for mark in sheet.marks]
    for sheet, mark in marks:
        if not mark.where.isdecimal():
            page = book[sheet.name] if sheet.name else book.worksheets[0]
            cell = page[mark.where]
            assert cell.comment is not None, mark.where
            assert mark.says in cell.comment.text
            cell.value = mark.right
    if not all(mark.right for _, mark in marks):
        return
    book.save(path)
    mended = _take(office, path, wanted)
    assert [set(found.read.extra) for found in mended.sheets] == [
        set(found.read.extra) for found in result.sheets
    ], "a column of ours came back as the sender's"
    assert not mended.needs_answer, [list(corpus.marked(found)) for found in mended.sheets]


# Nothing is forgotten -----------------------------------------------------------------------

#: Kinds of mess that no workbook can show, for they are of files that are none, or of an office
#: over time: each with the test that holds it.
ELSEWHERE = {
    40: "test_senders.test_a_renamed_unit_is_known_by_the_name_that_its_sheets_still_have",
    45: "test_read.test_files_that_are_no_sheets",
    49: "test_read.test_files_that_are_no_sheets",
    50: "test_taking.test_the_same_sheet_twice_changes_nothing_and_is_no_entry",
}


def test_every_kind_of_mess_is_shown() -> None:
    shown: set[int] = set()
    for workbook in (*corpus.workbooks("taken"), *corpus.workbooks("queried")):
        shown |= corpus.expected(workbook).mess
    missing = {number: corpus.mess()[number] for number in corpus.mess() if number not in shown}
    assert set(missing) == set(ELSEWHERE), missing
    for held in ELSEWHERE.values():
        file, _, name = held.partition(".")
        tests = (corpus.SHEETS.parent / f"{file}.py").read_text("utf-8")
        assert f"def {name}(" in tests, held


def test_each_table_has_a_workbook() -> None:
    for folder in ("taken", "queried"):
        found = {corpus.table_of(workbook) for workbook in corpus.workbooks(folder)}
        files = set((corpus.SHEETS / folder).glob("*.csv"))
        tables = {path for path in files if not path.name.endswith(".in.csv")}
        assert found == tables
