"""Texts as single words of a command line, which can be typed or pasted as they stand."""

from __future__ import annotations


def quoted(text: str) -> str:
    """Return a text as one word of a command line, for any shell."""
    if text and not any(mark.isspace() or mark in "\"'`$&|;<>()*?[]{}!#~\\" for mark in text):
        return text
    for mark in '\\"$`':
        text = text.replace(mark, f"\\{mark}")
    return f'"{text}"'
