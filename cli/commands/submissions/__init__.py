"""Lists the sheets that units owe for a month, and what came."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from cli import columns
from cli import options
from cli.opening import opened
from cli.screen import Listing
from schemas import record

if TYPE_CHECKING:
    from schemas.sheet import Sheet


@dataclass(frozen=True)
class _Sheet(columns.FieldColumn):
    """The column of the sheet: a table shows its title."""

    sheets: tuple["Sheet", ...] = ()

    def shown(self, value: object, lang: str) -> str:
        """Return the title of a sheet's code."""
        return next((one.name(lang) for one in self.sheets if one.code == value), str(value))


COLUMNS = columns.listed(record.SUBMISSION)
#: What a person needs to chase: whom to call about which sheet.
CHASE = (
    *(column for column in COLUMNS if column.key in {"unit", "sheet", "due_on", "status"}),
    *(columns.column(record.UNIT.field(name)) for name in ("liaison", "phone")),
)


def run(
    ctx: typer.Context,
    period: Annotated[str | None, options.PERIOD] = None,
    chase: Annotated[bool, typer.Option("--chase")] = False,
    unit: Annotated[str | None, options.UNIT] = None,
    shape: options.Format = None,
    limit: options.Limit = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """List what is owed."""
    from ledger.periods import TO_CHASE
    from ledger.periods import submissions

    with opened(ctx) as work:
        today = work.setting.today
        month = period or f"{today:%Y-%m}"
        is_json = shape == "json" or (output is not None and output.suffix == ".json")
        asked = CHASE if chase and not is_json else COLUMNS
        shown = [
            _Sheet(**vars(column), sheets=work.campaign.sheets) if column.key == "sheet" else column
            for column in asked
        ]
        rows = [
            {column.key: row[column.key] for column in shown}
            for row in submissions(work.connection, work.campaign, month, today, work.unit_if(unit))
            if not chase or row["status"] in TO_CHASE
        ]
        listing = Listing(shown, rows, count=lambda: len(rows))
        work.screen.show(listing, shape, limit, output, force=force)
