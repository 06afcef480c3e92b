"""What a run over files stands on, and how its files are to be taken."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from ledger import campaigns
from ledger.campaigns import CampaignInUse
from ledger.exchange import meanings
from ledger.exchange.comparison import Ground
from ledger.exchange.comparison import Settle
from ledger.store import Author
from ledger.store import Entry
from ledger.store import Ledger
from ledger.units import UnitNames
from schemas.sheet import in_order


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


class Run:
    """One run over some files: its ledger, whose it is, what is wished, the names of units."""

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
        #: The number that all of its entries share, once there is one.
        self.number: int | None = None

    def learn_names(self) -> None:
        """Read the names of units again, since they may have changed."""
        self.names = UnitNames(self.connection)

    def writing(self) -> AbstractContextManager[Entry]:
        """Write the entry of one file."""
        return self.ledger.writing(
            self.author, campaign=self.campaign.id, kind="import", run=self.number
        )

    def ground(self) -> Ground:
        """Return what comparisons stand on."""
        return Ground(
            self.connection,
            self.campaign,
            self.names,
            self.office,
            self.author.today,
            self.wishes.settle,
            self.wishes.opening,
        )

    def is_of_mail(self, path: Path) -> bool:
        """Tell whether a file lies in a folder of mail, where nothing is the office's own."""
        return any(map(path.is_relative_to, self.wishes.roots))

    def is_elsewheres(self, path: Path) -> bool:
        """Tell whether a file is not the office's own: it is mail, or another's as was said."""
        return self.is_of_mail(path) or self.wishes.sender not in (None, self.office)
