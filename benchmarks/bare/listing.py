"""A bare Typer program of two commands, one of which prints the rows of a file with Rich."""

import json
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table
from typer import Typer

app = Typer()


@app.command()
def rectify() -> None:
    """Print the rows of the file that ROWS names; the first are the headings."""
    headings, *rows = json.loads(Path(os.environ["ROWS"]).read_text(encoding="utf-8"))
    table = Table(*headings)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@app.command()
def other() -> None:
    """Stand beside it, so that there are two."""


app()
