"""What became of a file."""

from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Literal

from ledger.campaigns import CampaignInUse
from ledger.errors import Mistake
from ledger.exchange.comparison import Comparison
from ledger.exchange.comparison import Sender
from ledger.exchange.comparison import Verdict
from ledger.exchange.plan_reading import PlanBook
from ledger.exchange.read import Book
from ledger.exchange.recognise import Nearest
from ledger.exchange.sender import Told
from ledger.exchange.settling import Settlement

if TYPE_CHECKING:
    from ledger.plan_diff import Move

State = Literal[
    "taken",
    "unreadable",
    "nothing",
    "tallies",
    "unsettled",
    "disagree",
    "of_campaign",
    "known",
    "of_office",
    "plan_of_office",
    "plan_alone",
    "plan_faulty",
]


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
    #: The code of the ledger's other campaign that it was written for.
    campaign: str | None = None
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
