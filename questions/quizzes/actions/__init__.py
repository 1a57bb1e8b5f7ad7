"""Every way in which a quiz comes about, is answered and ends."""

from __future__ import annotations

from .answering import answer, correct, finish, flag, hand_in_due, hint, turn
from .measuring import learn_difficulties, measure_questions, measure_setups
from .refusals import (
    AlreadyAnswered,
    Closed,
    Finished,
    NoHint,
    NoQuestions,
    NotAnswered,
    NothingMissed,
    NotTurned,
    NotYet,
    TooLate,
    WrongAnswer,
)
from .saying import LONGEST_ANSWER, Said
from .setups import (
    drop_setup,
    save_setup,
    set_pace,
    share_questions_of,
    share_setup,
    unshare_setup,
)
from .starting import DrawnUp, again, draw_again, draw_up, keep, missed, start, to_cards

__all__ = [
    "LONGEST_ANSWER",
    "AlreadyAnswered",
    "Closed",
    "DrawnUp",
    "Finished",
    "NoHint",
    "NoQuestions",
    "NotAnswered",
    "NotTurned",
    "NotYet",
    "NothingMissed",
    "Said",
    "TooLate",
    "WrongAnswer",
    "again",
    "answer",
    "correct",
    "draw_again",
    "draw_up",
    "drop_setup",
    "finish",
    "flag",
    "hand_in_due",
    "hint",
    "keep",
    "learn_difficulties",
    "measure_questions",
    "measure_setups",
    "missed",
    "save_setup",
    "set_pace",
    "share_questions_of",
    "share_setup",
    "start",
    "to_cards",
    "turn",
    "unshare_setup",
]
