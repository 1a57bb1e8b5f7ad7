"""Every way in which cards come, change and go, and how a learner wants to be asked."""

from __future__ import annotations

from .cards import (
    ADD_AT_ONCE,
    Done,
    NothingToUndo,
    TooMany,
    add,
    add_listed,
    bury,
    grade,
    resume,
    suspend,
    take_back,
    undo,
    undo_event,
)
from .settings import change_settings

__all__ = [
    "ADD_AT_ONCE",
    "Done",
    "NothingToUndo",
    "TooMany",
    "add",
    "add_listed",
    "bury",
    "change_settings",
    "grade",
    "resume",
    "suspend",
    "take_back",
    "undo",
    "undo_event",
]
