"""Take files in: the seven steps for each, one entry a file, all under one run."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Final
from typing import Literal

from ledger import campaigns
from ledger import journal
from ledger import plans
from ledger import reading
from ledger.campaigns import CampaignInUse
from ledger.errors import MachineFailed
from ledger.errors import Mistake
from ledger.exchange import apply
from ledger.exchange import meanings
from ledger.exchange import worksheets
from ledger.exchange.base import base_of
from ledger.exchange.base import content_of
from ledger.exchange.compare import compare
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Sender
from ledger.exchange.comparison import Settle
from ledger.exchange.comparison import Verdict
from ledger.exchange.interpret import Context
from ledger.exchange.interpret import Interpreted
from ledger.exchange.interpret import interpret
from ledger.exchange.keep import kept_copy
from ledger.exchange.keep import packed
from ledger.exchange.keep import some_rows
from ledger.exchange.memory import not_collecting
from ledger.exchange.note import Note
from ledger.exchange.noun import noun_of
from ledger.exchange.plain import as_text
from ledger.exchange.plain import plain
from ledger.exchange.plan_reading import PlanBook
from ledger.exchange.plan_reading import is_plan
from ledger.exchange.plan_reading import read_plan
from ledger.exchange.read import Book
from ledger.exchange.read import Grid
from ledger.exchange.reader import Reader
from ledger.exchange.recognise import Nearest
from ledger.exchange.recognise import Said
from ledger.exchange.recognise import Table
from ledger.exchange.recognise import nearest
from ledger.exchange.recognise import recognise
from ledger.exchange.recognise import say_unknown
from ledger.exchange.register import Incoming
from ledger.exchange.register import finish_sheet
from ledger.exchange.register import receive
from ledger.exchange.register import register_choices
from ledger.exchange.register import register_file
from ledger.exchange.register import register_sheet
from ledger.exchange.rows import records_of
from ledger.exchange.sender import Told
from ledger.exchange.sender import tell
from ledger.exchange.settling import Choices
from ledger.exchange.settling import Settlement
from ledger.exchange.settling import Settling
from ledger.exchange.settling import choices_in
from ledger.exchange.tables import tables_of
from ledger.exchange.tallies import tallies_opinions
from ledger.exchange.turned import turned
from ledger.exchange.worksheets import repeats
from ledger.store import Author
from ledger.store import Entry
from ledger.store import Ledger
from ledger.units import UnitNames
from schemas import plan_sheet
from schemas.fault import Fault
from schemas.locale import words
from schemas.locale.workbook import RECEIPT_SHEET
from schemas.sheet import Column
from schemas.sheet import Sheet
from schemas.sheet import in_order
from schemas.sheet_words import DITTO
from schemas.sheet_words import GIVERS_HINT
from schemas.sheet_words import INNER_HEADINGS
from schemas.sheet_words import INNER_PART
from schemas.sheet_words import NOTHING
from schemas.sheet_words import PERSONS_HINT
from schemas.sheet_words import SEPARATORS
from schemas.sheets import progress

if TYPE_CHECKING:
    from ledger.plan_diff import Move

State = Literal[
    "taken",
    "unreadable",
    "nothing",
    "tallies",
    "unsettled",
    "disagree",
    "known",
    "of_office",
    "plan_of_office",
    "plan_alone",
    "plan_faulty",
]

_UNKNOWN_UNIT: Final = ("ledger.unit_unknown", "ledger.unit_unknown_near")


@dataclass(frozen=True)
class Wishes:
    """How files are to be taken."""

    sender: int | None = None
    period: str | None = None
    settle: Settle | None = None
    only: str | None = None
    roots: tuple[Path, ...] = ()
    strict: bool = False
    add_units: bool = False
    keep: bool = True
    remember: bool = False
    opening: str | None = None
    maps: tuple[meanings.Map, ...] = ()
    skip_known: bool = False
    #: What files are called whose names do not tell them apart.
    labels: Mapping[Path, str] = field(default_factory=dict)
    #: The archives that files came in.
    packed: Mapping[Path, Path] = field(default_factory=dict)


@dataclass
class FileResult:
    """What became of a file."""

    path: Path
    state: State
    book: Book | None = None
    mistake: Mistake | None = None
    told: Told | None = None
    sender: Sender | None = None
    period: str | None = None
    sheets: list[Comparison] = field(default_factory=list)
    entry: int | None = None
    settlement: Settlement | None = None
    #: The plan that it is, and the campaign that was chosen with it, with what moved.
    plan: PlanBook | None = None
    chosen: CampaignInUse | None = None
    moved: "list[Move]" = field(default_factory=list)
    #: The workbook in which its conflicts are settled.
    to_settle: Path | None = None
    #: What it is called where its name does not tell.
    label: str | None = None
    #: The archive that it came in; itself it lies where nobody would look for it.
    packed: Path | None = None
    #: Nothing tells its sender, but each row its unit: it may be a list of the office's own.
    may_be_own: bool = False
    #: Not a row of it was taken, since one of them could not be.
    refused: bool = False
    #: The kind that it comes nearest to, where it is none that is known.
    nearest: Nearest | None = None

    @property
    def name(self) -> str:
        """Return what it is called to people."""
        return self.label or self.path.name

    @property
    def folder(self) -> Path:
        """Return the folder that it, or its archive, came to."""
        return (self.packed or self.path).parent

    def count(self, verdict: Verdict) -> int:
        """Return how many rows of all its sheets ended in a verdict."""
        return sum(sheet.count(verdict) for sheet in self.sheets)

    @property
    def needs_answer(self) -> bool:
        """Tell whether rows go back to the sender."""
        return bool(self.count("queried") or self.count("conflict"))


@dataclass
class _Waiting:
    """A file that was read and recognised."""

    path: Path
    book: Book
    tables: list[Table]
    choices: list[Choices] = field(default_factory=list)
    plan: bool = False
    _kept: bytes | None = field(default=None, init=False)

    def rank(self, order: dict[str, int]) -> int:
        """Return the place of its earliest sheet in the order of taking: what is settled first."""
        if self.choices or self.plan:
            return -1
        return min(order[table.sheet.code] for table in self.tables)

    def kept(self) -> bytes:
        """Return the copy that is kept of it; made once, for it costs as much as a comparison."""
        if self._kept is None:
            self._kept = _kept(self)
        return self._kept


class Taking:
    """One run over some files."""

    def __init__(
        self, ledger: Ledger, author: Author, campaign: CampaignInUse, wishes: Wishes
    ) -> None:
        self.ledger = ledger
        self.author = author
        self.campaign = campaign
        self.wishes = wishes
        self.connection = ledger.connection
        self.office = campaigns.office(ledger.connection)
        self.sheets = in_order(campaign.sheets)
        self.names = UnitNames(ledger.connection)
        self.run: int | None = None
        self.said = meanings.resolved(wishes.maps, self.sheets, campaign.plan)

    def take(
        self, files: Sequence[Path], tick: Callable[[], None] = lambda: None
    ) -> list[FileResult]:
        """Take files, rosters before what names their units; results in the files' order.

        Raises what ``meanings.check`` does, before anything is taken.
        """
        results: dict[Path, FileResult] = {}
        waiting: list[_Waiting] = []
        with Reader() as reader:
            for path in files:
                read = self._read(reader, path)
                if isinstance(read, FileResult):
                    results[path] = read
                    tick()
                else:
                    waiting.append(read)
        mended = self._mended(waiting)
        for one in mended:
            results[one.path] = FileResult(one.path, "known", one.book)
            tick()
        waiting = [one for one in waiting if one not in mended]
        tables = [(one.path.name, table) for one in waiting for table in one.tables]
        meanings.check(self.wishes.maps, tables, self.campaign.plan)
        order = {sheet.code: at for at, sheet in enumerate(self.sheets)}
        for one in sorted(waiting, key=lambda one: one.rank(order)):
            if one.plan:
                results[one.path] = self._take_plan(one, alone=len(files) == 1)
            else:
                results[one.path] = self._settle(one) if one.choices else self._take_file(one)
            tick()
        for path, result in results.items():
            result.label = self.wishes.labels.get(path)
            result.packed = self.wishes.packed.get(path)
            if result.label and result.mistake is not None and "file" in result.mistake.values:
                result.mistake.values["file"] = result.label
        return [results[path] for path in files]

    def _read(self, reader: Reader, path: Path) -> FileResult | _Waiting:
        try:
            book = reader.read(path)
        except Mistake as mistake:
            return FileResult(path, "unreadable", mistake=mistake)
        except OSError as error:
            failed = MachineFailed(path=path, what=error.strerror or str(error))
            return FileResult(path, "unreadable", mistake=failed)
        if self.wishes.skip_known and self._settled(book):
            return FileResult(path, "known", book)
        if self.wishes.only in (None, plan_sheet.CODE) and is_plan(book):
            return _Waiting(path, book, [], plan=True)
        choices = choices_in(book)
        if choices:
            return _Waiting(path, book, [], choices)
        tables = self._tables(book, {}) or self._as_remembered(path, book)
        if tables:
            return _Waiting(path, book, tables)
        tallies = any(tallies_opinions(grid, self.campaign.plan) for grid in book.grids)
        if tallies:
            return FileResult(path, "tallies", book)
        near = nearest(book.grids, self.sheets, self.campaign.plan, self.wishes.only)
        return FileResult(path, "nothing", book, nearest=near)

    def _mended(self, waiting: list[_Waiting]) -> list[_Waiting]:
        """Return the files that came before and whose corrected answers are here, too."""
        back = tuple(filter(None, (_answered(one.book) for one in waiting)))
        if not back or not self.wishes.skip_known:
            return []
        meant = (one for one in waiting if one.book.digest.startswith(back))
        return [one for one in meant if self._came_before(one.book)]

    def _came_before(self, book: Book) -> bool:
        found = self.connection.execute(
            "select 1 from receipt r join source_file f on f.id = r.file_id"
            " where f.digest = ? and r.campaign_id = ?",
            (book.digest, self.campaign.id),
        )
        return found.fetchone() is not None

    def _tables(self, book: Book, earlier: Said) -> list[Table]:
        """Return the tables of a book, with what was said of its headings, now or earlier."""
        plan, tables = self.campaign.plan, []
        for grid in book.grids:
            # An export of ours has our headings: what they mean is beyond doubt.
            said = meanings.together(earlier if grid.mark is None else {}, self.said)
            find = partial(
                recognise, sheets=self.sheets, plan=plan, only=self.wishes.only, said=said
            )
            for table in tables_of(grid, find) or self._turned(grid):
                _hide_persons(table)
                self._leave_parts_out(table)
                table.notes += meanings.notes(table, plan)
                tables.append(table)
        return tables

    def _leave_parts_out(self, table: Table) -> None:
        """Treat a column of units as unknown under which a unit wrote parts of its own."""
        number = table.column_of("unit")
        if number is None or number in table.said or table.grid.mark is not None:
            return
        heading = table.heading_of(number)
        said = _named_under(table, number)
        if not said or any(isinstance(self.names.find(one), int) for one in said):
            return
        if INNER_HEADINGS.search(heading) or all(map(INNER_PART.search, said)):
            del table.columns[number]
            table.unknown = dict(sorted({**table.unknown, number: heading}.items()))
            table.notes.append(Note("notes_sheets.inner_parts", {"heading": heading}))
            say_unknown(table)

    def _turned(self, grid: Grid) -> list[Table]:
        """Return the table of a progress sheet that stands on its side."""
        sheet = next(one for one in self.sheets if one.code == progress.SHEET.code)
        if self.wishes.only not in (None, sheet.code):
            return []
        table = turned(grid, sheet, self.campaign.plan, self.names.find)
        return [] if table is None else [table]

    def _as_remembered(self, path: Path, book: Book) -> list[Table]:
        """Return the tables of a book that is only understood by what was said of its sender's."""
        for sender in meanings.senders(self.connection, self.campaign.id):
            tables = self._tables(book, self._earlier(sender))
            waiting = _Waiting(path, book, tables)
            whose = self._sender(self._told(waiting), waiting) if tables else None
            if whose is not None and whose.unit == sender:
                return tables
        return []

    def _earlier(self, sender: int | None) -> Said:
        gone = [name for name, word in self.wishes.maps if not word]
        return meanings.remembered(self.connection, self.campaign.id, sender, gone)

    def _settled(self, book: Book) -> bool:
        """Tell whether these very bytes were taken whole before, and stand."""
        undone = journal.undone(self.connection)
        rows = self.connection.execute(
            "select r.entry_id, r.queried from receipt r join source_file f on f.id = r.file_id"
            " where f.digest = ? and r.campaign_id = ?",
            (book.digest, self.campaign.id),
        ).fetchall()
        if not rows or all(q == 0 and entry not in undone for entry, q in rows):
            return bool(rows)
        came_back = self.connection.execute(
            "select entry_id from receipt where answers = substr(?, 1, length(answers))"
            " and campaign_id = ?",
            (book.digest, self.campaign.id),
        )
        return any(entry not in undone for (entry,) in came_back)

    @not_collecting()
    def _take_file(self, waiting: _Waiting) -> FileResult:
        result = FileResult(waiting.path, "taken", waiting.book)
        result.period = self._period(waiting)
        waiting.book.notes += worksheets.passed_over(waiting.book, waiting.tables)
        result.told = self._told(waiting)
        result.sender = self._sender(result.told, waiting)
        if result.sender is None:
            result.state = "disagree" if result.told.disagree else "unsettled"
            result.may_be_own = not any(map(self._lacks_unit, waiting.tables))
            return result
        earlier = self._earlier(result.sender.unit)
        if earlier:
            waiting.tables = self._tables(waiting.book, earlier) or waiting.tables
        with self._entry() as entry:
            file_id = register_file(self.connection, self._incoming(waiting))
            self._compare_and_apply(entry, waiting, result, file_id)
            self._receive(result, file_id, entry.id)
            self._name_file(entry, file_id)
        self._after(entry, waiting, result)
        return result

    def _settle(self, waiting: _Waiting) -> FileResult:
        """Settle conflicts by the office's own workbook; from nobody else is it taken."""
        result = FileResult(waiting.path, "taken", waiting.book)
        of_mail = self._is_of_mail(waiting.path)
        if of_mail or self.wishes.sender not in (None, self.office):
            result.state = "of_office"
            return result
        result.sender = Sender(self.office, office=True)
        result.settlement = Settlement()
        with self._entry() as entry:
            file_id = register_file(self.connection, self._incoming(waiting))
            self.connection.execute("savepoint choices")
            for choices in waiting.choices:
                self._choose(entry, choices, file_id, result.settlement)
            if self.wishes.strict and result.settlement.refused:
                self.connection.execute("rollback to choices")
                result.settlement.done, entry.keep = 0, False
            self.connection.execute("release choices")
            self._name_file(entry, file_id)
        self._book_entry(entry, result)
        self.names = UnitNames(self.connection)
        return result

    def _take_plan(self, waiting: _Waiting, *, alone: bool) -> FileResult:
        """Take a plan as ``plan use`` does: the office's own, and whole or not at all.

        It comes by itself: what comes with it would be read by the one plan or the other.
        """
        result = FileResult(waiting.path, "taken", waiting.book)
        if self._is_of_mail(waiting.path) or self.wishes.sender not in (None, self.office):
            result.state = "plan_of_office"
            return result
        if not alone:
            result.state = "plan_alone"
            return result
        result.plan = read_plan(waiting.book, waiting.path, self.author.today)
        if result.plan.plan is None:
            result.state = "plan_faulty"
            return result
        with self._entry() as entry:
            file_id = register_file(self.connection, self._incoming(waiting))
            result.chosen, result.moved = plans.take(entry, result.plan.plan)
            self._name_file(entry, file_id)
        self._book_entry(entry, result)
        return result

    def _choose(self, entry: Entry, choices: Choices, file_id: int, found: Settlement) -> None:
        number = register_choices(
            self.connection,
            file_id,
            choices,
            campaign=self.campaign.id,
            office=self.office,
            entry=entry.id,
        )
        frame = self.campaign.plan.frame(self.author.today)
        context = Context(self.campaign.plan, frame, self.names, self.office)
        Settling(entry, self._ground(), number, context, found).settle(choices)

    def _entry(self) -> AbstractContextManager[Entry]:
        return self.ledger.writing(
            self.author, campaign=self.campaign.id, kind="import", run=self.run
        )

    def _name_file(self, entry: Entry, file_id: int) -> None:
        self.connection.execute("update entry set file_id = ? where id = ?", (file_id, entry.id))

    def _book_entry(self, entry: Entry, result: FileResult) -> None:
        if not entry.empty:
            result.entry = entry.id
            self.run = entry.run

    def _after(self, entry: Entry, waiting: _Waiting, result: FileResult) -> None:
        """Register a file that changed no record; learn of new units."""
        if entry.empty:
            with self.ledger.booking():
                file_id = register_file(self.connection, self._incoming(waiting))
                for found in () if result.refused else result.sheets:
                    number = self._register(found, result, file_id, None)
                    finish_sheet(self.connection, number, found, None)
                    apply.write_deviations(entry, found, number)
                self._receive(result, file_id, None)
        self._book_entry(entry, result)
        knows_more = self.wishes.add_units or self.wishes.remember
        if knows_more or any(map(_names_units, result.sheets)):
            self.names = UnitNames(self.connection)

    def _compare_and_apply(
        self, entry: Entry, waiting: _Waiting, result: FileResult, file_id: int
    ) -> None:
        assert result.sender is not None
        self._remember(entry, waiting, result.sender)
        self.connection.execute("savepoint sheets")
        for table in self._in_turn(waiting.tables):
            found = self._compare(entry, table, result, summary=repeats(table, waiting.tables))
            number = self._register(found, result, file_id, entry.id)
            self._apply(entry, found, number)
            finish_sheet(self.connection, number, found, entry)
            # To keep the ledger's values is a decision, although it changes no record.
            entry.keep = entry.keep or found.kept_ours > 0
            result.sheets.append(found)
            if found.table.nothing_changed and found.count("unchanged") < len(found.verdicts):
                found.read.notes.append(Note("notes_sheets.ticked_with_rows"))
            if self.wishes.opening and noun_of(found.sheet.record).stock and found.count("new"):
                said = {"count": found.count("new"), "period": self.wishes.opening}
                found.read.notes.append(Note("notes_sheets.opening", said))
        if self.wishes.strict and result.needs_answer:
            self.connection.execute("rollback to sheets")
            result.refused, entry.keep = True, False
            for found in result.sheets:
                found.verdicts = [
                    verdict if verdict in ("queried", "conflict") else "unchanged"
                    for verdict in found.verdicts
                ]
                found.conflicts = []
        self.connection.execute("release sheets")

    def _remember(self, entry: Entry, waiting: _Waiting, sender: Sender) -> None:
        """Keep what was settled of headings, and of the name by which a sender calls itself."""
        from ledger import units

        for table in waiting.tables:
            meanings.remember(entry, self.campaign.id, sender.unit, table, self.wishes.maps)
            said = table.sender if self.wishes.remember and sender.unit is not None else None
            if said and sender.unit is not None and isinstance(self.names.find(said), Fault):
                units.remember(entry, sender.unit, said)
                table.notes.append(Note("notes_sheets.name_remembered", {"word": said}))

    def _in_turn(self, tables: Sequence[Table]) -> list[Table]:
        """Return tables in the order in which they are taken."""
        return sorted(
            tables, key=lambda table: (self._rank(table.sheet), *worksheets.in_turn(table, tables))
        )

    def _rank(self, sheet: Sheet) -> int:
        return [one.code for one in self.sheets].index(sheet.code)

    def _register(
        self, found: Comparison, result: FileResult, file_id: int, entry: int | None
    ) -> int:
        return register_sheet(
            self.connection,
            file_id,
            found,
            campaign=self.campaign.id,
            period=result.period,
            entry=entry,
            newest=journal.newest(self.connection),
        )

    def _receive(self, result: FileResult, file_id: int, entry: int | None) -> None:
        receive(
            self.connection,
            result.sheets,
            campaign=self.campaign.id,
            period=result.period,
            file_id=file_id,
            entry=entry,
            today=self.author.today,
            refused=result.refused,
            answers=_answered(result.book),
        )

    def _apply(self, entry: Entry, found: Comparison, number: int) -> None:
        apply.apply(entry, found, self._ground(), number)
        if _names_units(found):
            self.names = UnitNames(self.connection)

    def _ground(self) -> Ground:
        return Ground(
            self.connection,
            self.campaign,
            self.names,
            self.office,
            self.author.today,
            self.wishes.settle,
            self.wishes.opening,
        )

    def _compare(
        self, entry: Entry, table: Table, result: FileResult, *, summary: bool
    ) -> Comparison:
        assert result.sender is not None
        read = self._interpret(entry, table, result.sender, result.period)
        year = self.campaign.plan.frame(self.author.today).usual_year
        table.said_of = worksheets.said_of(result.path, table, read, year)
        before = [found for found in result.sheets if found.sheet is table.sheet]
        own = self._own_unit(table, result.sender)
        if own is not None and read.rows:
            named = {"sheet": table.grid.name, "unit": self.names.names[own]}
            read.notes.append(Note("notes_sheets.unit_is_worksheets", named))
        if summary:
            said = Counter(
                one
                for found in before
                for one in worksheets.said_in(found.read, found.sheet.record)
                if one is not None
            )
            read = worksheets.without_repeated(table, read, said)
        known = worksheets.earlier_month(table, before, entry.id) or base_of(
            self.connection,
            self.campaign.id,
            table.sheet.code,
            result.sender.unit,
            table.grid.mark,
            content_of(read),
            entry.id,
            table.said_of,
        )
        if known is not None and known.newer is not None:
            days = {"said": table.said_of, "newer": known.newer}
            read.notes.append(Note("notes_sheets.older_copy", days))
        return compare(table, read, result.sender, known, self._ground())

    def _interpret(
        self, entry: Entry, table: Table, sender: Sender, period: str | None
    ) -> Interpreted:
        read = interpret(table, self._context(table, sender, period))
        named = noun_of(table.sheet.record).names_units
        if named is not None and named(read, self.names):
            return interpret(table, self._context(table, sender, period))
        if self.wishes.add_units and self._add_units(entry, read, sender):
            read = interpret(table, self._context(table, sender, period))
        return read

    def _context(self, table: Table, sender: Sender, period: str | None) -> Context:
        year = table.year or (int(period[:4]) if period else None)
        frame = self.campaign.plan.frame(self.author.today, year=year)
        return Context(
            plan=self.campaign.plan,
            frame=frame,
            names=self.names,
            sender=sender.unit,
            period=period,
            collective=partial(self._collective, sender),
            own=self._own_unit(table, sender),
        )

    def _own_unit(self, table: Table, sender: Sender) -> int | None:
        """Return the unit that a worksheet is about, where that is not its sender."""
        own = worksheets.own_unit(table, sender.unit, self.names)
        return None if own == sender.unit else own

    def _collective(self, sender: Sender, phrase: str) -> list[str]:
        """Return the units that a phrase for many could mean, by the words of their tier."""
        tiers = self.campaign.plan.vocabulary.tier
        meant = {
            word
            for word in tiers.words
            if any(said in phrase for said in (word, *tiers.aliases.get(word, ())))
        }
        asked = reading.UnitFilter(unit=sender.unit)
        units = reading.units_with_ids(self.connection, self.campaign.id, asked)
        return [unit["name"] for unit in units if unit["tier"] in meant]

    def _add_units(self, entry: Entry, read: Interpreted, sender: Sender) -> bool:
        """Add the units that rows name and the ledger does not have; tell if there were any."""
        from ledger import units

        names = {
            str(cell.fault.values["name"])
            for faults in read.faults.values()
            for cell in faults
            if cell.fault.key in _UNKNOWN_UNIT
        }
        parent = sender.unit or self.office
        for name in sorted(names):
            units.add(entry, self.campaign.id, self.names, {"name": name, "parent_id": parent})
        entry.flush()
        return bool(names)

    # Whose, and for which period --------------------------------------------------------

    def _told(self, waiting: _Waiting) -> Told:
        if self.wishes.sender is not None:
            return Told(self.wishes.sender, ())
        titles = [table.sender for table in waiting.tables if table.sender]
        receipt = _from_receipt(waiting.book, "sender")
        if receipt:
            titles.append(receipt)
        own = [word for sheet in self.sheets for word in (sheet.title, *sheet.titles)]
        return tell(
            waiting.path,
            titles,
            self._marked(waiting),
            self.names,
            self.wishes.roots,
            own,
            [title for table in waiting.tables for title in table.titles],
        )

    def _marked(self, waiting: _Waiting) -> int | None:
        """Return the unit that the export behind a sheet was made for."""
        own = campaigns.setting(self.connection, campaigns.IDENTITY)
        for table in waiting.tables:
            mark = table.grid.mark
            if mark is None or mark.ledger != own:
                continue
            found = self.connection.execute(
                "select unit_id from export where id = ?", (mark.export,)
            ).fetchone()
            if found is not None and found[0] is not None:
                return int(found[0])
        return None

    def _sender(self, told: Told, waiting: _Waiting) -> Sender | None:
        """Return the sender; the office's own list names a unit in each row."""
        if self._of_office(waiting):
            return Sender(self.office, office=True)
        if told.disagree or told.unclear is not None:
            return None
        if told.unit is not None:
            return Sender(told.unit, office=told.unit == self.office)
        if any(map(self._lacks_unit, waiting.tables)):
            return None
        of_mail = self._is_of_mail(waiting.path)
        return None if of_mail else Sender(self.office, office=True)

    def _is_of_mail(self, path: Path) -> bool:
        """Tell whether a file lies in a folder of mail, where nothing is the office's own."""
        return any(map(path.is_relative_to, self.wishes.roots))

    def _of_office(self, waiting: _Waiting) -> bool:
        """Tell whether a file is the office's own paper, about whichever unit it is."""
        elsewhere = self._is_of_mail(waiting.path) or self.wishes.sender is not None
        return not elsewhere and all(table.sheet.of_office for table in waiting.tables)

    def _lacks_unit(self, table: Table) -> bool:
        """Tell whether nothing says which unit the rows of a table are about."""
        column = table.sheet.column("unit")
        needed = column is not None and column.required and table.column_of("unit") is None
        return needed and worksheets.own_unit(table, None, self.names) is None

    def _period(self, waiting: _Waiting) -> str | None:
        if self.wishes.period:
            return self.wishes.period
        if self._of_office(waiting):
            # Such a paper is no report of a month, whatever days it names.
            return None
        answered = _from_receipt(waiting.book, "period")
        if answered:
            return answered
        year = self.campaign.plan.frame(self.author.today).usual_year
        period, note = worksheets.period_of(waiting.path, waiting.tables, year)
        waiting.book.notes += [note] if note else []
        return period

    def _incoming(self, waiting: _Waiting) -> Incoming:
        kept = waiting.kept if self.wishes.keep else _nothing
        return Incoming(
            waiting.path.name, waiting.book.digest, waiting.book.size, self.author.now, kept
        )


def _nothing() -> None:
    return None


def _kept(waiting: _Waiting) -> bytes:
    if waiting.plan:
        grids = waiting.book.grids
        return packed(
            {one.name: some_rows(one, range(one.first_row, one.last_row + 1)) for one in grids}
        )
    if not waiting.choices:
        return kept_copy(waiting.path, waiting.book, waiting.tables)
    rows = {
        one.grid.name: some_rows(one.grid, [one.header, *(row for row, _ in one.rows())])
        for one in waiting.choices
    }
    return packed(rows)


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
    return {name for name in names if plain(name) not in {"", *DITTO, *NOTHING}}


def _answered(book: Book | None) -> str | None:
    """Return how the digest begins of the file whose answer a book is, by its receipt."""
    return None if book is None else _from_receipt(book, "digest")


def _names_units(found: Comparison) -> bool:
    """Tell whether a sheet may have changed what names mean."""
    return noun_of(found.sheet.record).names_units is not None


def _from_receipt(book: Book, key: str) -> str | None:
    """Return what the receipt of an answer of ours says, under either language's label."""
    labels = words("receipt")[key]
    for grid in book.grids:
        if grid.name not in RECEIPT_SHEET:
            continue
        for row in grid.rows:
            said = [str(cell) for cell in row if cell not in (None, "")]
            if len(said) > 1 and said[0] in labels and said[1] != "—":
                return said[1]
    return None
