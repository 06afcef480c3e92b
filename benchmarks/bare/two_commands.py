"""A bare Typer program of two commands."""

from typer import Typer

app = Typer()


@app.command()
def one() -> None:
    """Do one thing."""


@app.command()
def two() -> None:
    """Do another."""


app()
