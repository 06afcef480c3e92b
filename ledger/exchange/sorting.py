"""What each file is before any is taken: sheets, a plan, choices, or nothing that is known."""

from functools import partial
from pathlib import Path

from ledger import journal
from ledger.errors import MachineFailed
from ledger.errors import Mistake
from ledger.exchange import meanings
from ledger.exchange.came_back import answered
from ledger.exchange.file_result import FileResult
from ledger.exchange.note import Note
from ledger.exchange.noun import noun_of
from ledger.exchange.plain import as_text
from ledger.exchange.plain import says_nothing
from ledger.exchange.plan_reading import is_plan
from ledger.exchange.read import Book
from ledger.exchange.read import Grid
from ledger.exchange.reader import Reader
from ledger.exchange.recognise import Said
from ledger.exchange.recognise import Table
from ledger.exchange.recognise import nearest
from ledger.exchange.recognise import recognise
from ledger.exchange.recognise import say_unknown
from ledger.exchange.rows import records_of
from ledger.exchange.run import Run
from ledger.exchange.settling import choices_in
from ledger.exchange.tables import tables_of
from ledger.exchange.tallies import tallies_opinions
from ledger.exchange.turned import turned
from ledger.exchange.waiting import Waiting
from ledger.exchange.whose import Whose
from schemas import plan_sheet
from schemas.sheet import Column
from schemas.sheet_words import GIVERS_HINT
from schemas.sheet_words import INNER_HEADINGS
from schemas.sheet_words import INNER_PART
from schemas.sheet_words import PERSONS_HINT
from schemas.sheet_words import SEPARATORS
from schemas.sheets import progress


class Sorting:
    """Reads the files of a run and tells what each of them is; nothing is taken yet."""

    def __init__(self, run: Run, whose: Whose) -> None:
        self.run = run
        self.connection = run.connection
        self.whose = whose
        self.said = meanings.resolved(run.wishes.maps, run.sheets, run.campaign.plan)

    def read(self, reader: Reader, path: Path) -> FileResult | Waiting:
        """Read a file; one that waits for nothing has its result at once."""
        try:
            book = reader.read(path)
        except Mistake as mistake:
            return FileResult(path, "unreadable", mistake=mistake)
        except OSError as error:
            failed = MachineFailed(path=path, what=error.strerror or str(error))
            return FileResult(path, "unreadable", mistake=failed)
        if self.run.wishes.skip_known and self._settled(book):
            return FileResult(path, "known", book)
        if self.run.wishes.only in (None, plan_sheet.CODE) and is_plan(book):
            return Waiting(path, book, [], plan=True)
        choices = choices_in(book)
        if choices:
            return Waiting(path, book, [], choices)
        tables = self.tables(book, {}) or self._as_remembered(path, book)
        if tables:
            return Waiting(path, book, tables)
        tallies = any(tallies_opinions(grid, self.run.campaign.plan) for grid in book.grids)
        if tallies:
            return FileResult(path, "tallies", book)
        near = nearest(book.grids, self.run.sheets, self.run.campaign.plan, self.run.wishes.only)
        return FileResult(path, "nothing", book, nearest=near)

    def mended(self, waiting: list[Waiting]) -> list[Waiting]:
        """Return the files that came before and whose corrected answers are here, too."""
        back = tuple(filter(None, (answered(one.book) for one in waiting)))
        if not back or not self.run.wishes.skip_known:
            return []
        meant = (one for one in waiting if one.book.digest.startswith(back))
        return [one for one in meant if self._came_before(one.book)]

    def tables(self, book: Book, earlier: Said) -> list[Table]:
        """Return the tables of a book, with what was said of its headings, now or earlier."""
        plan, tables = self.run.campaign.plan, []
        for grid in book.grids:
            # An export of ours has our headings: what they mean is beyond doubt.
            said = meanings.together(earlier if grid.mark is None else {}, self.said)
            find = partial(
                recognise, sheets=self.run.sheets, plan=plan, only=self.run.wishes.only, said=said
            )
            for table in tables_of(grid, find) or self._turned(grid):
                _hide_persons(table)
                self._leave_parts_out(table)
                table.notes += meanings.notes(table, plan)
                tables.append(table)
        return tables

    def earlier_said(self, sender: int | None) -> Said:
        """Return what was said of the headings of a sender, apart from what is taken back now."""
        gone = [name for name, word in self.run.wishes.maps if not word]
        return meanings.remembered(self.connection, self.run.campaign.id, sender, gone)

    def _came_before(self, book: Book) -> bool:
        found = self.connection.execute(
            "select 1 from receipt r join source_file f on f.id = r.file_id"
            " where f.digest = ? and r.campaign_id = ?",
            (book.digest, self.run.campaign.id),
        )
        return found.fetchone() is not None

    def _leave_parts_out(self, table: Table) -> None:
        """Treat a column of units as unknown under which a unit wrote parts of its own."""
        number = table.column_of("unit")
        if number is None or number in table.said or table.grid.mark is not None:
            return
        heading = table.heading_of(number)
        said = _named_under(table, number)
        if not said or any(isinstance(self.run.names.find(one), int) for one in said):
            return
        if INNER_HEADINGS.search(heading) or all(map(INNER_PART.search, said)):
            del table.columns[number]
            table.unknown = dict(sorted({**table.unknown, number: heading}.items()))
            table.notes.append(Note("notes_sheets.inner_parts", {"heading": heading}))
            say_unknown(table)

    def _turned(self, grid: Grid) -> list[Table]:
        """Return the table of a progress sheet that stands on its side."""
        sheet = next(one for one in self.run.sheets if one.code == progress.SHEET.code)
        if self.run.wishes.only not in (None, sheet.code):
            return []
        table = turned(grid, sheet, self.run.campaign.plan, self.run.names.find)
        return [] if table is None else [table]

    def _as_remembered(self, path: Path, book: Book) -> list[Table]:
        """Return the tables of a book that is only understood by what was said of its sender's."""
        for sender in meanings.senders(self.connection, self.run.campaign.id):
            tables = self.tables(book, self.earlier_said(sender))
            waiting = Waiting(path, book, tables)
            whose = self.whose.sender(self.whose.told(waiting), waiting) if tables else None
            if whose is not None and whose.unit == sender:
                return tables
        return []

    def _settled(self, book: Book) -> bool:
        """Tell whether these very bytes were taken whole before, and stand."""
        undone = journal.undone(self.connection)
        rows = self.connection.execute(
            "select r.entry_id, r.queried from receipt r join source_file f on f.id = r.file_id"
            " where f.digest = ? and r.campaign_id = ?",
            (book.digest, self.run.campaign.id),
        ).fetchall()
        if not rows or all(q == 0 and entry not in undone for entry, q in rows):
            return bool(rows)
        came_back = self.connection.execute(
            "select entry_id from receipt where answers = substr(?, 1, length(answers))"
            " and campaign_id = ?",
            (book.digest, self.run.campaign.id),
        )
        return any(entry not in undone for (entry,) in came_back)


def _hide_persons(table: Table) -> None:
    """Treat a column that nobody declared as private where it may tell who spoke."""
    petitioners = any(map(GIVERS_HINT.search, table.unknown.values()))
    spoken = noun_of(table.sheet.record).spoken or petitioners
    for number, heading in list(table.unknown.items()):
        if GIVERS_HINT.search(heading) or (spoken and PERSONS_HINT.search(heading)):
            del table.unknown[number]
            table.columns[number] = Column(f"hidden:{number}", (heading,), heading, "private")
            table.notes.append(Note("receipt.hidden", {"heading": heading}))
    say_unknown(table)


def _named_under(table: Table, number: int) -> set[str]:
    """Return the names that stand in the records below a heading."""
    records = records_of(table)
    place = number - table.grid.first_column
    cells = map(as_text, records.columns[place] if records.columns else ())
    names = {name for cell in set(cells) for name in SEPARATORS.split(cell)}
    return {name for name in names if not says_nothing(name)}
