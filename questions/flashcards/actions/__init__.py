"""Every way in which cards come, change and go, and how a learner wants to be asked."""

from __future__ import annotations

from .bringing import Past, bring
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
from .cramming import answer_cram, start_cram
from .fitting import FIT, ask_for_fit, fit, unfit
from .keeping import NothingToSplit, join, keep, split
from .news import CHANGED, confirm_card, confirm_unnoted, pull_changed, settle_news
from .pulling import pull_forward
from .recording import Done
from .replaying import replay_all
from .settings import change_settings
from .spreading import spread_load, spread_where_due
from .targets import aim, change_target, give_up, leave_out, take_in
from .uploads import begin, upload

__all__ = [
    "ADD_AT_ONCE",
    "CHANGED",
    "FIT",
    "Done",
    "NothingToSplit",
    "NothingToUndo",
    "Past",
    "TooMany",
    "add",
    "add_listed",
    "aim",
    "answer_cram",
    "ask_for_fit",
    "begin",
    "bring",
    "bury",
    "change_settings",
    "change_target",
    "confirm_card",
    "confirm_unnoted",
    "fit",
    "give_up",
    "grade",
    "join",
    "keep",
    "leave_out",
    "pull_changed",
    "pull_forward",
    "replay_all",
    "resume",
    "settle_news",
    "split",
    "spread_load",
    "spread_where_due",
    "start_cram",
    "suspend",
    "take_back",
    "take_in",
    "undo",
    "undo_event",
    "unfit",
    "upload",
]
