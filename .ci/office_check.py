"""Make every kind of file from the sample city, and have LibreOffice open and save each.

What it saved has to come back without a change; a cell edited in it, and the tick that
nothing has changed, as exactly that.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

from schemas.sheet import all_sheets

ROOT = Path(__file__).resolve().parent.parent
UNIT = "鸢尾镇"
PERIOD = "2014-05"
NO_CHANGE = re.compile(r"新增 0，更新 0，未变 (\d+)，冲突 0，待核 0")
ONE_CHANGE = re.compile(r"新增 0，更新 1，未变 (\d+)，冲突 0，待核 0")

#: The kinds of sheets whose rows are what people said.
SPOKEN = {sheet.code for sheet in all_sheets() if sheet.record == "opinion"}


class Check:
    """The files in a folder of their own, and what was found wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made = folder / "made"
        self.made.mkdir()
        self.wrong: list[str] = []
        self.environment = os.environ | {
            "CAMPAIGN_LEDGER": str(folder / "city" / "campaign.db"),
            "CAMPAIGN_TODAY": "2014-06-03",
            "CAMPAIGN_LANG": "zh",
        }

    def campaign(self, *words: object) -> subprocess.CompletedProcess[str]:
        """Run a command line."""
        return subprocess.run(
            [sys.executable, "-m", "cli", *map(str, words)],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def make(self) -> None:
        """Write templates, exports in every direction, answers and papers."""
        city = self.folder / "city"
        subprocess.run([sys.executable, "samples/build.py", "city", city], cwd=ROOT, check=True)
        inbox = ROOT / "samples/city/inbox"
        self.campaign("month-end", PERIOD, "--inbox", inbox, "--outbox", self.folder / "outbox")
        for path in (self.folder / "outbox").rglob("*.xlsx"):
            shutil.copy(path, self.made / f"outbox-{path.name}")
        for sheet in all_sheets():
            self.campaign("template", sheet.code, "-o", self.made / f"template-{sheet.code}.xlsx")
            for direction in ("inside", "down", "up", "public"):
                target = self.made / f"{direction}-{sheet.code}.xlsx"
                few = direction == "down" or sheet.code == "opinions"
                about = ("--unit", UNIT) if few else ()
                told = self.campaign("export", sheet.code, "--for", direction, *about, "-o", target)
                # A wall (2) is no fault: not every sheet leaves in every direction.
                self.expect(told.returncode in (0, 2), f"{target.name}: {told.stderr}")

    def convert(self, kind: str) -> None:
        """Have LibreOffice save all files as another kind."""
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
                "--convert-to",
                kind,
                "--outdir",
                self.folder / kind,
                *sorted(self.made.glob("*.xlsx")),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def pages(self) -> None:
        """Every file has pages."""
        for path in sorted(self.made.glob("*.xlsx")):
            pdf = self.folder / "pdf" / f"{path.stem}.pdf"
            count = len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes())) if pdf.exists() else 0
            self.expect(count > 0, f"{path.name}: LibreOffice made no page of it")

    def come_back(self) -> None:
        """What LibreOffice saved changes nothing."""
        for path in sorted((self.folder / "xlsx").glob("*.xlsx")):
            direction, _, code = path.stem.partition("-")
            # Of opinions only wordings and counts go up: there is nothing to know a row again
            # by. Going down they have their numbers; but the city has no orders of a hotline.
            # Talks go up as sums.
            known_by = {
                "inside": True,
                "down": code != "hotline",
                "up": code not in SPOKEN | {"talks"},
            }
            if known_by.get(direction, False):
                self.imported(path, NO_CHANGE, "comes back changed")

    def edited(self) -> None:
        """One cell that is edited is one change."""
        path = self.folder / "xlsx" / "down-rectification.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        [heading] = [c for row in sheet.iter_rows() for c in row if c.value == "整改进展"]
        sheet.cell(heading.row + 1, heading.column).value = "核对用的一句话"
        book.save(self.folder / "edited.xlsx")
        self.imported(self.folder / "edited.xlsx", ONE_CHANGE, "an edited cell is not one change")
        shown = self.campaign("rectify", "--format", "csv", "--unit", UNIT).stdout
        self.expect(shown.count("核对用的一句话") == 1, "an edited cell is not in the ledger")

    def ticked(self) -> None:
        """A sheet in which the tick was set, and nothing else, is a nil report."""
        path = self.folder / "xlsx" / "down-progress.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        rules = sheet.data_validations.dataValidation
        [rule] = [rule for rule in rules if rule.formula1 == '"√"']
        [area] = rule.sqref.ranges
        sheet[area.coord] = "√"
        book.save(self.folder / "ticked.xlsx")
        self.imported(self.folder / "ticked.xlsx", NO_CHANGE, "a ticked sheet changes something")
        owed = self.campaign(
            "submissions", "--period", PERIOD, "--unit", UNIT, "--format", "csv"
        ).stdout
        self.expect("nil" in owed, "a ticked sheet is no nil report")

    def imported(self, path: Path, expected: re.Pattern[str], wrong: str) -> None:
        """Import a file as its sender's of the month."""
        told = self.campaign("import", path, "--period", PERIOD)
        self.expect(bool(expected.search(told.stdout)), f"{path.name}: {wrong}\n{told.stdout}")

    def expect(self, holds: bool, wrong: str) -> None:  # noqa: FBT001
        """Note what is wrong where something does not hold."""
        if not holds:
            self.wrong.append(wrong)


def main() -> int:
    """Check everything; return 1 where anything is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        check = Check(Path(folder))
        check.make()
        for kind in ("pdf", "xlsx"):
            check.convert(kind)
        check.pages()
        check.come_back()
        check.edited()
        check.ticked()
        files = len(list(check.made.iterdir()))
    sys.stdout.write("\n".join(check.wrong) + "\n" if check.wrong else f"{files} files: all well\n")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
