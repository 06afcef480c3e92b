"""Take files in: the seven steps for each, one entry a file, all under one run."""

from collections.abc import Callable
from collections.abc import Sequence
from pathlib import Path

from ledger import journal
from ledger import plans
from ledger.campaigns import CampaignInUse
from ledger.exchange import apply
from ledger.exchange import meanings
from ledger.exchange import worksheets
from ledger.exchange.came_back import answered
from ledger.exchange.comparing import Comparing
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Sender
from ledger.exchange.file_result import FileResult
from ledger.exchange.interpret import Context
from ledger.exchange.memory import not_collecting
from ledger.exchange.note import Note
from ledger.exchange.noun import noun_of
from ledger.exchange.plan_reading import read_plan
from ledger.exchange.reader import Reader
from ledger.exchange.recognise import Table
from ledger.exchange.register import Incoming
from ledger.exchange.register import finish_sheet
from ledger.exchange.register import receive
from ledger.exchange.register import register_choices
from ledger.exchange.register import register_file
from ledger.exchange.register import register_sheet
from ledger.exchange.run import Run
from ledger.exchange.run import Wishes
from ledger.exchange.settling import Choices
from ledger.exchange.settling import Settlement
from ledger.exchange.settling import Settling
from ledger.exchange.sorting import Sorting
from ledger.exchange.waiting import Waiting
from ledger.exchange.whose import Whose
from ledger.exchange.worksheets import repeats
from ledger.store import Author
from ledger.store import Entry
from ledger.store import Ledger
from schemas.fault import Fault
from schemas.sheet import Sheet


class Taking:
    """Takes the files of one run."""

    def __init__(
        self, ledger: Ledger, author: Author, campaign: CampaignInUse, wishes: Wishes
    ) -> None:
        self.run = Run(ledger, author, campaign, wishes)
        self.connection = ledger.connection
        self.whose = Whose(self.run)
        self.sorting = Sorting(self.run, self.whose)
        self.comparing = Comparing(self.run)

    def take(
        self, files: Sequence[Path], tick: Callable[[], None] = lambda: None
    ) -> list[FileResult]:
        """Take files, rosters before what names their units; results in the files' order.

        Raises what ``meanings.check`` does, before anything is taken.
        """
        results: dict[Path, FileResult] = {}
        waiting: list[Waiting] = []
        with Reader() as reader:
            for path in files:
                read = self.sorting.read(reader, path)
                if isinstance(read, FileResult):
                    results[path] = read
                    tick()
                else:
                    waiting.append(read)
        mended = self.sorting.mended(waiting)
        for one in mended:
            results[one.path] = FileResult(one.path, "known", one.book)
            tick()
        waiting = [one for one in waiting if one not in mended]
        tables = [(one.path.name, table) for one in waiting for table in one.tables]
        meanings.check(self.run.wishes.maps, tables, self.run.campaign.plan)
        order = {sheet.code: at for at, sheet in enumerate(self.run.sheets)}
        for one in sorted(waiting, key=lambda one: one.rank(order)):
            if one.plan:
                results[one.path] = self._take_plan(one, alone=len(files) == 1)
            else:
                results[one.path] = self._settle(one) if one.choices else self._take_file(one)
            tick()
        for path, result in results.items():
            result.label = self.run.wishes.labels.get(path)
            result.packed = self.run.wishes.packed.get(path)
            if result.label and result.mistake is not None and "file" in result.mistake.values:
                result.mistake.values["file"] = result.label
        return [results[path] for path in files]

    @not_collecting()
    def _take_file(self, waiting: Waiting) -> FileResult:
        result = FileResult(waiting.path, "taken", waiting.book)
        result.campaign = self.whose.other_campaign(waiting)
        if result.campaign is not None:
            result.state = "of_campaign"
            return result
        result.period = self.whose.period(waiting)
        waiting.book.notes += worksheets.passed_over(waiting.book, waiting.tables)
        result.told = self.whose.told(waiting)
        result.sender = self.whose.sender(result.told, waiting)
        if result.sender is None:
            result.state = "disagree" if result.told.disagree else "unsettled"
            result.may_be_own = not any(map(self.whose.lacks_unit, waiting.tables))
            return result
        earlier = self.sorting.earlier_said(result.sender.unit)
        if earlier:
            waiting.tables = self.sorting.tables(waiting.book, earlier) or waiting.tables
        with self.run.writing() as entry:
            file_id = register_file(self.connection, self._incoming(waiting))
            self._compare_and_apply(entry, waiting, result, file_id)
            self._receive(result, file_id, entry.id)
            self._name_file(entry, file_id)
        self._after(entry, waiting, result)
        return result

    def _settle(self, waiting: Waiting) -> FileResult:
        """Settle conflicts by the office's own workbook; from nobody else is it taken."""
        result = FileResult(waiting.path, "taken", waiting.book)
        if self.run.is_elsewheres(waiting.path):
            result.state = "of_office"
            return result
        result.sender = Sender(self.run.office, office=True)
        result.settlement = Settlement()
        with self.run.writing() as entry:
            file_id = register_file(self.connection, self._incoming(waiting))
            self.connection.execute("savepoint choices")
            for choices in waiting.choices:
                self._choose(entry, choices, file_id, result.settlement)
            if self.run.wishes.strict and result.settlement.refused:
                self.connection.execute("rollback to choices")
                result.settlement.done, entry.keep = 0, False
            self.connection.execute("release choices")
            self._name_file(entry, file_id)
        self._book_entry(entry, result)
        self.run.learn_names()
        return result

    def _take_plan(self, waiting: Waiting, *, alone: bool) -> FileResult:
        """Take a plan as ``plan use`` does: the office's own, and whole or not at all.

        It comes by itself: what comes with it would be read by the one plan or the other.
        """
        result = FileResult(waiting.path, "taken", waiting.book)
        if self.run.is_elsewheres(waiting.path):
            result.state = "plan_of_office"
            return result
        if not alone:
            result.state = "plan_alone"
            return result
        result.plan = read_plan(waiting.book, waiting.path, self.run.author.today)
        if result.plan.plan is None:
            result.state = "plan_faulty"
            return result
        with self.run.writing() as entry:
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
            campaign=self.run.campaign.id,
            office=self.run.office,
            entry=entry.id,
        )
        frame = self.run.campaign.plan.frame(self.run.author.today)
        context = Context(self.run.campaign.plan, frame, self.run.names, self.run.office)
        Settling(entry, self.run.ground(), number, context, found).settle(choices)

    def _name_file(self, entry: Entry, file_id: int) -> None:
        self.connection.execute("update entry set file_id = ? where id = ?", (file_id, entry.id))

    def _book_entry(self, entry: Entry, result: FileResult) -> None:
        if not entry.empty:
            result.entry = entry.id
            self.run.number = entry.run

    def _after(self, entry: Entry, waiting: Waiting, result: FileResult) -> None:
        """Register a file that changed no record; learn of new units."""
        if entry.empty:
            with self.run.ledger.booking():
                file_id = register_file(self.connection, self._incoming(waiting))
                for found in () if result.refused else result.sheets:
                    number = self._register(found, result, file_id, None)
                    finish_sheet(self.connection, number, found, None)
                    apply.write_deviations(entry, found, number)
                self._receive(result, file_id, None)
        self._book_entry(entry, result)
        knows_more = self.run.wishes.add_units or self.run.wishes.remember
        if knows_more or any(map(_names_units, result.sheets)):
            self.run.learn_names()

    def _compare_and_apply(
        self, entry: Entry, waiting: Waiting, result: FileResult, file_id: int
    ) -> None:
        assert result.sender is not None
        self._remember(entry, waiting, result.sender)
        self.connection.execute("savepoint sheets")
        for table in self._in_turn(waiting.tables):
            found = self.comparing.compare(
                entry, table, result, summary=repeats(table, waiting.tables)
            )
            number = self._register(found, result, file_id, entry.id)
            self._apply(entry, found, number)
            finish_sheet(self.connection, number, found, entry)
            # To keep the ledger's values is a decision, although it changes no record.
            entry.keep = entry.keep or found.kept_ours > 0
            result.sheets.append(found)
            if found.table.nothing_changed and found.count("unchanged") < len(found.verdicts):
                found.read.notes.append(Note("notes_sheets.ticked_with_rows"))
            if self.run.wishes.opening and noun_of(found.sheet.record).stock and found.count("new"):
                said = {"count": found.count("new"), "period": self.run.wishes.opening}
                found.read.notes.append(Note("notes_sheets.opening", said))
        if self.run.wishes.strict and result.needs_answer:
            self.connection.execute("rollback to sheets")
            result.refused, entry.keep = True, False
            for found in result.sheets:
                found.verdicts = [
                    verdict if verdict in ("queried", "conflict") else "unchanged"
                    for verdict in found.verdicts
                ]
                found.conflicts = []
        self.connection.execute("release sheets")

    def _remember(self, entry: Entry, waiting: Waiting, sender: Sender) -> None:
        """Keep what was settled of headings, and of the name by which a sender calls itself."""
        from ledger import units

        for table in waiting.tables:
            meanings.remember(entry, self.run.campaign.id, sender.unit, table, self.run.wishes.maps)
            said = table.sender if self.run.wishes.remember and sender.unit is not None else None
            if said and sender.unit is not None and isinstance(self.run.names.find(said), Fault):
                units.remember(entry, sender.unit, said)
                table.notes.append(Note("notes_sheets.name_remembered", {"word": said}))

    def _in_turn(self, tables: Sequence[Table]) -> list[Table]:
        """Return tables in the order in which they are taken."""
        return sorted(
            tables, key=lambda table: (self._rank(table.sheet), *worksheets.in_turn(table, tables))
        )

    def _rank(self, sheet: Sheet) -> int:
        return [one.code for one in self.run.sheets].index(sheet.code)

    def _register(
        self, found: Comparison, result: FileResult, file_id: int, entry: int | None
    ) -> int:
        return register_sheet(
            self.connection,
            file_id,
            found,
            campaign=self.run.campaign.id,
            period=result.period,
            entry=entry,
            newest=journal.newest(self.connection),
        )

    def _receive(self, result: FileResult, file_id: int, entry: int | None) -> None:
        receive(
            self.connection,
            result.sheets,
            campaign=self.run.campaign.id,
            period=result.period,
            file_id=file_id,
            entry=entry,
            today=self.run.author.today,
            refused=result.refused,
            answers=answered(result.book),
        )

    def _apply(self, entry: Entry, found: Comparison, number: int) -> None:
        apply.apply(entry, found, self.run.ground(), number)
        if _names_units(found):
            self.run.learn_names()

    def _incoming(self, waiting: Waiting) -> Incoming:
        kept = waiting.kept if self.run.wishes.keep else _nothing
        return Incoming(
            waiting.path.name, waiting.book.digest, waiting.book.size, self.run.author.now, kept
        )


def _nothing() -> None:
    return None


def _names_units(found: Comparison) -> bool:
    """Tell whether a sheet may have changed what names mean."""
    return noun_of(found.sheet.record).names_units is not None
