"""Every way in which cards come, change and go, and how a learner wants to be asked."""

from __future__ import annotations

from .cards import (
    ADD_AT_ONCE,
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
from .pulling import pull_forward
from .recording import Done
from .settings import change_settings
from .targets import aim, change_target, give_up, leave_out, take_in

__all__ = [
    "ADD_AT_ONCE",
    "Done",
    "NothingToUndo",
    "TooMany",
    "add",
    "add_listed",
    "aim",
    "bury",
    "change_settings",
    "change_target",
    "give_up",
    "grade",
    "leave_out",
    "pull_forward",
    "resume",
    "suspend",
    "take_back",
    "take_in",
    "undo",
    "undo_event",
]
