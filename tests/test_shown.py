"""Numbers that a format shows as codes are taken as they are shown, and stay numbers."""

import pickle
from pathlib import Path

import openpyxl
import pytest
from office import Office
from office import open_office

from ledger.exchange import reply
from ledger.exchange.outbox import Outbox
from ledger.exchange.plain import as_text
from ledger.exchange.read import read_bytes
from ledger.exchange.shown import Shown
from ledger.exchange.shown import look_of
from ledger.units import UnitNames


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0000", 7, "0007"),
        ("0000", 12345, "12345"),
        ("000000;-000000", 42.0, "000042"),
        ('"ZG-"0000', 12, "ZG-0012"),
        (r"\Z\G\-0000", 12, "ZG-0012"),
        ("0000-0000000", 5462581234, "0546-2581234"),
        ("第000号", 3, "第003号"),
        ("_ 0000_ ", 7, "0007"),
    ],
)
def test_a_format_of_noughts_shows_a_code(code: str, value: float, shown: str) -> None:
    look = look_of(code)
    assert look is not None
    found = look.of(value)
    assert isinstance(found, Shown)
    assert (as_text(found), int(found)) == (shown, int(value))
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    "code",
    ["", "General", "0", "0.00", "#,##0", "0.00E+00", "00%", "yyyy-mm-dd", "hh:mm", "@", '"00"0'],
)
def test_a_format_that_counts_shows_no_code(code: str) -> None:
    assert look_of(code) is None


@pytest.mark.parametrize("value", [-7, 2.5, 1e15, float("nan"), True, "7", None])
def test_what_is_no_whole_number_stays_as_it_is(value: object) -> None:
    look = look_of("0000")
    assert look is not None
    assert look.of(value) is value  # type: ignore[arg-type]


def test_a_code_and_the_number_alone_are_not_taken_for_each_other() -> None:
    assert Shown(7, "0007", "0000") != Shown(7, "007", "000")
    assert len({7, Shown(7, "0007", "0000"), Shown(7, "0007", "0000")}) == 2


def test_the_answer_to_an_old_book_shows_its_codes_and_comes_back(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    with office.ledger:
        source = Path(__file__).parent / "sheets/taken/codes-shown-with-noughts-by-a-system.xls"
        text = source.read_text(encoding="utf-8").replace("县林业局", "")
        path = tmp_path / "名册.xls"
        path.write_text(text, encoding="utf-8")
        answer = answered(office, path)
        cell = openpyxl.load_workbook(answer).worksheets[0]["A3"]
        assert (cell.value, cell.number_format) == (7, "0000")
        [again] = office.take(answer)
        assert (again.count("unchanged"), again.count("queried")) == (2, 1)


def answered(office: Office, path: Path) -> Path:
    [taken] = office.take(path)
    assert (taken.count("new"), taken.count("queried")) == (2, 1)
    names = UnitNames(office.ledger.connection)
    outbox = Outbox(office.ledger, office.folder / "out")
    return reply.answer(taken, office.campaign, names, outbox, "2014-05-16T09:00:00+08:00")


def test_only_the_cells_in_that_format_are_codes(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in ([7, 7], [8, 8]):
        book.worksheets[0].append(row)
    book.worksheets[0]["A1"].number_format = "0000"
    path = tmp_path / "a.xlsx"
    book.save(path)
    [grid] = read_bytes("a.xlsx", path.read_bytes()).grids
    assert [[as_text(cell) for cell in row] for row in grid.rows] == [["0007", "7"], ["8", "8"]]
