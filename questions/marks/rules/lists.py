"""Lists of words that are written as one line of text."""

from __future__ import annotations


def row(text: str) -> list[str]:
    """The words in order."""
    return text.split()


def bag(text: str) -> frozenset[str]:
    """The words in no order."""
    return frozenset(text.split())
