"""What an answer of ours that comes back says of itself."""

from ledger.exchange.read import Book
from schemas.locale import words
from schemas.locale.workbook import RECEIPT_SHEET


def answered(book: Book | None) -> str | None:
    """Return how the digest begins of the file whose answer a book is, by its receipt."""
    return None if book is None else said_by_receipt(book, "digest")


def said_by_receipt(book: Book, key: str) -> str | None:
    """Return what the receipt of an answer of ours says, under either language's label."""
    labels = words("receipt")[key]
    for grid in book.grids:
        if grid.name not in RECEIPT_SHEET:
            continue
        for row in grid.rows:
            said = [str(cell) for cell in row if cell not in (None, "")]
            if len(said) > 1 and said[0] in labels and said[1] != "—":
                return said[1]
    return None
