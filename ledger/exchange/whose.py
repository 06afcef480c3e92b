"""Step 4 begins: whose sheet it is, and for which period."""

from collections.abc import Iterator

from ledger import campaigns
from ledger.exchange import worksheets
from ledger.exchange.came_back import said_by_receipt
from ledger.exchange.comparison import Sender
from ledger.exchange.recognise import Table
from ledger.exchange.run import Run
from ledger.exchange.sender import Told
from ledger.exchange.sender import tell
from ledger.exchange.waiting import Waiting


class Whose:
    """Tells whose the files of a run are, and for which period."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.connection = run.connection

    def told(self, waiting: Waiting) -> Told:
        """Return what tells who sent a file."""
        if self.run.wishes.sender is not None:
            return Told(self.run.wishes.sender, ())
        titles = [table.sender for table in waiting.tables if table.sender]
        receipt = said_by_receipt(waiting.book, "sender")
        if receipt:
            titles.append(receipt)
        own = [word for sheet in self.run.sheets for word in (sheet.title, *sheet.titles)]
        return tell(
            waiting.path,
            titles,
            self._marked(waiting),
            self.run.names,
            self.run.wishes.roots,
            own,
            [title for table in waiting.tables for title in table.titles],
        )

    def _marked(self, waiting: Waiting) -> int | None:
        """Return the unit that the export behind a sheet was made for."""
        units = (unit for _, unit, _ in self._exports(waiting) if unit is not None)
        return next(units, None)

    def other_campaign(self, waiting: Waiting) -> str | None:
        """Return the code of another campaign that a sheet was written for.

        What was done in one campaign is not done in another. Units are of all campaigns.
        """
        for table, _, campaign in self._exports(waiting):
            if table.sheet.record != "unit" and campaign not in (None, self.run.campaign.id):
                text = "select code from campaign where id = ?"
                [code] = self.connection.execute(text, (campaign,)).fetchone()
                return str(code)
        return None

    def _exports(self, waiting: Waiting) -> Iterator[tuple[Table, int | None, int | None]]:
        """Yield the tables that this ledger wrote, with the unit and the campaign of each."""
        own = campaigns.setting(self.connection, campaigns.IDENTITY)
        for table in waiting.tables:
            mark = table.grid.mark
            if mark is None or mark.ledger != own:
                continue
            found = self.connection.execute(
                "select unit_id, campaign_id from export where id = ?", (mark.export,)
            ).fetchone()
            if found is not None:
                yield table, found[0], found[1]

    def sender(self, told: Told, waiting: Waiting) -> Sender | None:
        """Return the sender; the office's own list names a unit in each row."""
        if self._of_office(waiting):
            return Sender(self.run.office, office=True)
        if told.disagree or told.unclear is not None:
            return None
        if told.unit is not None:
            return Sender(told.unit, office=told.unit == self.run.office)
        if any(map(self.lacks_unit, waiting.tables)):
            return None
        of_mail = self.run.is_of_mail(waiting.path)
        return None if of_mail else Sender(self.run.office, office=True)

    def _of_office(self, waiting: Waiting) -> bool:
        """Tell whether a file is the office's own paper, about whichever unit it is."""
        elsewhere = self.run.is_of_mail(waiting.path) or self.run.wishes.sender is not None
        return not elsewhere and all(table.sheet.of_office for table in waiting.tables)

    def lacks_unit(self, table: Table) -> bool:
        """Tell whether nothing says which unit the rows of a table are about."""
        column = table.sheet.column("unit")
        needed = column is not None and column.required and table.column_of("unit") is None
        return needed and worksheets.own_unit(table, None, self.run.names) is None

    def period(self, waiting: Waiting) -> str | None:
        """Return the period that a file reports on, or None."""
        if self.run.wishes.period:
            return self.run.wishes.period
        if self._of_office(waiting):
            # Such a paper is no report of a month, whatever days it names.
            return None
        answered = said_by_receipt(waiting.book, "period")
        if answered:
            return answered
        year = self.run.campaign.plan.frame(self.run.author.today).usual_year
        period, note = worksheets.period_of(waiting.path, waiting.tables, year)
        waiting.book.notes += [note] if note else []
        return period
