"""Make the workbooks of the corpus: all of them, or those whose names hold one of the words.

    python tests/sheets/make.py [WORD…]

Each ``family_*.py`` beside this file makes some. The tables beside the workbooks are written by
hand, before the importer is tried; see ``tests/corpus.py``.
"""

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def main(words: list[str]) -> None:
    """Make workbooks and print their places."""
    sys.path.insert(0, str(HERE))
    for path in sorted(HERE.glob("family_*.py")):
        import_module(path.stem)
    from book import BOOKS

    for place, make in BOOKS.items():
        if not words or any(word in place for word in words):
            (HERE / place).parent.mkdir(exist_ok=True)
            make(HERE / place)
            print(place)


if __name__ == "__main__":
    main(sys.argv[1:])
