"""Shows all of a reported number."""

import typer

from cli import figure_words
from cli import options
from cli.opening import opened


def run(ctx: typer.Context, number: str, shape: options.Format = None) -> None:
    """Show a number."""
    from ledger import figures

    with opened(ctx) as work:
        row = figures.figure(work.connection, number)
    work.screen.record(figure_words.WHOLE, row, shape)
