"""Build a sample: its starting sheets, and from them a ledger, by the tool's own commands.

    python samples/build.py city DIR
    python samples/build.py province DIR

writes DIR/start and DIR/campaign.db. The same call gives the same sheets, always.
"""

import io
import os
import sys
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SAMPLES: Final = ("city", "province")


def main(arguments: list[str]) -> int:
    """Build the sample that is asked for; return the exit status."""
    if len(arguments) != 2 or arguments[0] not in SAMPLES:
        sys.stderr.write(__doc__ or "")
        return 2
    name, folder = arguments
    sys.stdout.write(f"{build(name, Path(folder))}\n")
    return 0


def build(name: str, folder: Path) -> Path:
    """Write a sample's starting sheets, then make the ledger; return its path."""
    sample = import_module(f"samples.{name}.start")
    return make_ledger(sample, folder, sample.write(folder / "start"))


def make_ledger(sample: ModuleType, folder: Path, sheets: list[Path]) -> Path:
    """Make DIR/campaign.db of starting sheets, on the sample's own day."""
    ledger = folder / "campaign.db"
    os.environ["CAMPAIGN_TODAY"] = sample.TODAY.isoformat()
    run("init", "--plan", sample.PLAN, "--office", sample.OFFICE, ledger=ledger)
    for sheet in sheets:
        run("import", sheet, ledger=ledger)
    return ledger


def run(*words: str | Path, ledger: Path) -> None:
    """Run one command of the tool; where it did not do all that was asked, say so and stop."""
    from cli.main import main as campaign

    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = campaign(["--ledger", str(ledger), *map(str, words)])
    if status:
        sys.exit(f"{said.getvalue()}\ncampaign {words[0]}: {status}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
