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
from .fitting import FIT, ask_for_fit, fit, unfit
from .pulling import pull_forward
from .recording import Done
from .settings import change_settings, replay_all
from .targets import aim, change_target, give_up, leave_out, take_in
from .uploads import upload

__all__ = [
    "ADD_AT_ONCE",
    "FIT",
    "Done",
    "NothingToUndo",
    "TooMany",
    "add",
    "add_listed",
    "aim",
    "ask_for_fit",
    "bury",
    "change_settings",
    "change_target",
    "fit",
    "give_up",
    "grade",
    "leave_out",
    "pull_forward",
    "replay_all",
    "resume",
    "suspend",
    "take_back",
    "take_in",
    "undo",
    "undo_event",
    "unfit",
    "upload",
]
