"""Where a plan comes from: one that ships, a TOML file, or a workbook."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Final

from ledger import campaigns
from ledger.errors import MachineFailed
from ledger.errors import NoPlanBook
from ledger.errors import PlanFaulty

if TYPE_CHECKING:
    from ledger.exchange.plan_reading import PlanBook
    from schemas.plan import Plan

#: What files begin with that hold worksheets: packages, old workbooks, XML and HTML.
_BEGINNINGS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<", b"\xef\xbb\xbf<")
_LONGEST: Final = 4


def load(source: str, today: date) -> "Plan":
    """Read a plan that ships, by name, or a plan's file of either kind.

    Raises UnknownPlan, PlanUnreadable, PlanInvalid, FileUnreadable, NoPlanBook; and
    PlanFaulty, with all that is wrong in a workbook and where.
    """
    if not is_workbook(source):
        return campaigns.load_plan(source)
    found = read_workbook(Path(source), today)
    return taken(source, found)


def taken(source: str, found: "PlanBook") -> "Plan":
    """Return the plan that a workbook came to; raises PlanFaulty where it came to none."""
    if found.plan is None:
        mistake = PlanFaulty(plan=Path(source).name, n=len(found.faults))
        mistake.found = found
        raise mistake
    return found.plan


def is_workbook(source: str) -> bool:
    """Tell whether a source is a file with worksheets: by its bytes, not by its name."""
    path = Path(source)
    if source in campaigns.shipped() or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(_LONGEST).startswith(_BEGINNINGS)
    except OSError as error:
        raise MachineFailed(path=path, what=error.strerror or str(error)) from error


def read_workbook(path: Path, today: date) -> "PlanBook":
    """Read a workbook, and what it says of a plan. Raises FileUnreadable or NoPlanBook."""
    from ledger.exchange.plan_reading import is_plan
    from ledger.exchange.plan_reading import read_plan
    from ledger.exchange.reader import Reader

    with Reader() as reader:
        book = reader.read(path)
    if not is_plan(book):
        raise NoPlanBook(plan=path.name)
    return read_plan(book, path, today)
