"""Pages of cards: the review, the list, and how one wants to be asked."""

from __future__ import annotations

from .cards import (
    add,
    added,
    bury,
    card,
    cards,
    grade,
    resume,
    review,
    suspend,
    take_back,
    undo,
)
from .settings import settings

__all__ = [
    "add",
    "added",
    "bury",
    "card",
    "cards",
    "grade",
    "resume",
    "review",
    "settings",
    "suspend",
    "take_back",
    "undo",
]
