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
from .crams import answer_cram, cram, crams, start_cram
from .keeping import join, news, note, split
from .settings import fit, settings, unfit
from .targets import aim, change_target, give_up, leave_out, take_in, target, targets

__all__ = [
    "add",
    "added",
    "aim",
    "answer_cram",
    "bury",
    "card",
    "cards",
    "change_target",
    "cram",
    "crams",
    "fit",
    "give_up",
    "grade",
    "join",
    "leave_out",
    "news",
    "note",
    "resume",
    "review",
    "settings",
    "split",
    "start_cram",
    "suspend",
    "take_back",
    "take_in",
    "target",
    "targets",
    "undo",
    "unfit",
]
