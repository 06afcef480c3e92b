"""Small samples, one for a plan that ships: a folder of sheets as an office keeps them.

``sample.toml`` has the office, the day, the sheets in the order to import, and steps that no
sheet carries, as they would be typed. ``figures.csv`` has what the source reports in numbers.
"""

import csv
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from typing import Final

HERE: Final = Path(__file__).resolve().parent


def names() -> tuple[str, ...]:
    """Return the plans that have a sample here."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/sample.toml")))


@dataclass(frozen=True)
class Sample:
    """The sample of one plan, as ``build`` asks for it."""

    PLAN: str

    @property
    def _said(self) -> dict[str, Any]:
        return tomllib.loads((HERE / self.PLAN / "sample.toml").read_text(encoding="utf-8"))

    @property
    def OFFICE(self) -> str:  # noqa: N802 - as in the samples that are made by a script
        """The unit whose office keeps the ledger."""
        return str(self._said["office"])

    @property
    def TODAY(self) -> date:  # noqa: N802
        """The day on which the ledger is made."""
        found: date = self._said["today"]
        return found

    def write(self, folder: Path) -> list[Path]:
        """Copy the sheets into a folder and return them in the order to import."""
        folder.mkdir(parents=True, exist_ok=True)
        return [
            Path(shutil.copy(HERE / self.PLAN / name, folder / name))
            for name in self._said["sheets"]
        ]

    def steps(self) -> Iterator[tuple[date, list[str]]]:
        """Yield what is typed once the sheets are in, each with its day."""
        for step in self._said["steps"]:
            yield self.TODAY, shlex.split(step)
        with (HERE / self.PLAN / "figures.csv").open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                said = ["log-figure", row["indicator"], row["words"], "--unit", row["unit"]]
                yield self.TODAY, said
        for later in self._said.get("later", ()):
            for step in later["steps"]:
                yield later["on"], shlex.split(step)
