"""Steps 3 and 4 for one table: what it says, what it was based on, what that changes."""

from collections import Counter
from functools import partial
from typing import Final

from ledger import reading
from ledger.exchange import worksheets
from ledger.exchange.base import base_of
from ledger.exchange.base import content_of
from ledger.exchange.compare import compare as compare_table
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Sender
from ledger.exchange.file_result import FileResult
from ledger.exchange.interpret import Context
from ledger.exchange.interpret import Interpreted
from ledger.exchange.interpret import interpret
from ledger.exchange.note import Note
from ledger.exchange.noun import noun_of
from ledger.exchange.recognise import Table
from ledger.exchange.run import Run
from ledger.store import Entry

_UNKNOWN_UNIT: Final = ("ledger.unit_unknown", "ledger.unit_unknown_near")


class Comparing:
    """Reads the tables of a run's files and compares them with the ledger."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.connection = run.connection

    def compare(
        self, entry: Entry, table: Table, result: FileResult, *, summary: bool
    ) -> Comparison:
        """Read a table, and compare it with what the ledger holds."""
        assert result.sender is not None
        read = self._interpret(entry, table, result.sender, result.period)
        unfold = noun_of(table.sheet.record).unfold
        if unfold is not None:
            context = self._context(table, result.sender, result.period)
            read = unfold(table, read, context, self._month(table, result.period))
        year = self.run.campaign.plan.frame(self.run.author.today).usual_year
        table.said_of = worksheets.said_of(result.path, table, read, year)
        before = [found for found in result.sheets if found.sheet is table.sheet]
        own = self._own_unit(table, result.sender)
        if own is not None and read.rows:
            named = {"sheet": table.grid.name, "unit": self.run.names.names[own]}
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
            self.run.campaign.id,
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
        return compare_table(table, read, result.sender, known, self.run.ground())

    def _month(self, table: Table, period: str | None) -> str | None:
        """Return the month of a worksheet: its own, where a file has one for each month."""
        if period is None or self.run.wishes.period:
            return period
        return table.period or period

    def _interpret(
        self, entry: Entry, table: Table, sender: Sender, period: str | None
    ) -> Interpreted:
        read = interpret(table, self._context(table, sender, period))
        named = noun_of(table.sheet.record).names_units
        if named is not None and named(read, self.run.names):
            return interpret(table, self._context(table, sender, period))
        if self.run.wishes.add_units and self._add_units(entry, read, sender):
            read = interpret(table, self._context(table, sender, period))
        return read

    def _context(self, table: Table, sender: Sender, period: str | None) -> Context:
        year = table.year or (int(period[:4]) if period else None)
        frame = self.run.campaign.plan.frame(self.run.author.today, year=year)
        return Context(
            plan=self.run.campaign.plan,
            frame=frame,
            names=self.run.names,
            sender=sender.unit,
            period=period,
            collective=partial(self._collective, sender),
            own=self._own_unit(table, sender),
        )

    def _own_unit(self, table: Table, sender: Sender) -> int | None:
        """Return the unit that a worksheet is about, where that is not its sender."""
        own = worksheets.own_unit(table, sender.unit, self.run.names)
        return None if own == sender.unit else own

    def _collective(self, sender: Sender, phrase: str) -> list[str]:
        """Return the units that a phrase for many could mean, by the words of their tier."""
        tiers = self.run.campaign.plan.vocabulary.tier
        meant = {
            word
            for word in tiers.words
            if any(said in phrase for said in (word, *tiers.aliases.get(word, ())))
        }
        asked = reading.UnitFilter(unit=sender.unit)
        units = reading.units_with_ids(self.connection, self.run.campaign.id, asked)
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
        parent = sender.unit or self.run.office
        for name in sorted(names):
            units.add(
                entry, self.run.campaign.id, self.run.names, {"name": name, "parent_id": parent}
            )
        entry.flush()
        return bool(names)
