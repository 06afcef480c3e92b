"""Build a sample: its starting sheets, and from them a ledger, by the tool's own commands.

    python samples/build.py city DIR
    python samples/build.py province DIR
    python samples/build.py qzlx-county DIR

writes DIR/start and DIR/campaign.db. The same call gives the same sheets, always. Beside
the city and the province there is a small sample for each plan that ships, by its name.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Final
from typing import Protocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from samples import plans

SAMPLES: Final = ("city", "province", *plans.names())


class Sample(Protocol):
    """What a sample says of itself."""

    @property
    def PLAN(self) -> str | Path: ...  # noqa: D102, N802
    @property
    def OFFICE(self) -> str: ...  # noqa: D102, N802
    @property
    def TODAY(self) -> date: ...  # noqa: D102, N802
    def write(self, folder: Path) -> list[Path]: ...  # noqa: D102
    def steps(self) -> Iterator[tuple[date, list[str]]]: ...  # noqa: D102


def main(arguments: list[str]) -> int:
    """Build the sample that is asked for; return the exit status."""
    if len(arguments) != 2 or arguments[0] not in SAMPLES:
        sys.stderr.write(f"{__doc__}\n{' '.join(SAMPLES)}\n")
        return 2
    name, folder = arguments
    sys.stdout.write(f"{build(name, Path(folder))}\n")
    return 0


def build(name: str, folder: Path) -> Path:
    """Write a sample's starting sheets, then make the ledger; return its path."""
    sample: Sample = (
        plans.Sample(name) if name in plans.names() else import_module(f"samples.{name}.start")
    )
    return make_ledger(sample, folder, sample.write(folder / "start"))


def make_ledger(sample: Sample, folder: Path, sheets: list[Path]) -> Path:
    """Make DIR/campaign.db of starting sheets and steps, each on the sample's own day."""
    ledger = folder / "campaign.db"
    run("init", "--plan", sample.PLAN, "--office", sample.OFFICE, ledger=ledger, on=sample.TODAY)
    for sheet in sheets:
        run("import", sheet, ledger=ledger, on=sample.TODAY)
    for day, words in sample.steps():
        run(*words, ledger=ledger, on=day)
    return ledger


def run(*words: str | Path, ledger: Path, on: date) -> None:
    """Run one command of the tool; where it did not do all that was asked, say so and stop."""
    from cli.main import main as campaign

    os.environ["CAMPAIGN_TODAY"] = on.isoformat()
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = campaign(["--ledger", str(ledger), *map(str, words)])
    if status:
        sys.exit(f"{said.getvalue()}\ncampaign {' '.join(map(str, words))}: {status}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
