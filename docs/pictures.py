"""Make the pictures in docs/pictures anew: what the sample city's sheets look like on paper.

Needs LibreOffice and poppler's pdftoppm: python docs/pictures.py
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
UNIT = "鸢尾镇"
DOTS_PER_INCH = "80"


def main() -> None:
    """Make a template, an export, an answer and a summary, and draw the first page of each."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, path in _books(folder).items():
            _draw(folder, path, PICTURES / name)


def _books(folder: Path) -> dict[str, Path]:
    """Return the workbooks that are drawn, by the names of their pictures."""
    city, outbox = folder / "city", folder / "outbox"
    subprocess.run([sys.executable, "samples/build.py", "city", city], cwd=ROOT, check=True)
    ledger = city / "campaign.db"
    inbox = ROOT / "samples/city/inbox"
    _campaign(ledger, "month-end", "2014-05", "--inbox", inbox, "--outbox", outbox)
    template, export = folder / "template.xlsx", folder / "export.xlsx"
    _campaign(ledger, "template", "rectification", "-o", template)
    _campaign(ledger, "export", "progress", "--for", "down", "--unit", UNIT, "-o", export)
    [answer] = outbox.rglob(f"{UNIT}-整改台账-请核对.xlsx")
    [summary] = outbox.rglob("整改落实情况汇总表-*.xlsx")
    return {"template": template, "export": export, "answer": answer, "summary": summary}


def _campaign(ledger: Path, *words: object) -> None:
    environment = os.environ | {"CAMPAIGN_LEDGER": str(ledger), "CAMPAIGN_TODAY": "2014-06-03"}
    line = [sys.executable, "-m", "cli", *map(str, words)]
    subprocess.run(line, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def _draw(folder: Path, path: Path, picture: Path) -> None:
    profile = (folder / "profile").as_uri()
    office = ["soffice", "--headless", f"-env:UserInstallation={profile}"]
    line = [*office, "--convert-to", "pdf", "--outdir", folder, path]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    page = folder / f"{path.stem}.pdf"
    drawing = ["pdftoppm", "-png", "-singlefile", "-r", DOTS_PER_INCH, page, picture]
    subprocess.run(drawing, check=True)


if __name__ == "__main__":
    main()
