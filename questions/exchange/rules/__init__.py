"""Anki's way of keeping cards and ours, told to one another."""

from __future__ import annotations

from .collection import Row, card_row, review_row
from .history import Histories, History, key_of, left_behind

__all__ = [
    "Histories",
    "History",
    "Row",
    "card_row",
    "key_of",
    "left_behind",
    "review_row",
]
