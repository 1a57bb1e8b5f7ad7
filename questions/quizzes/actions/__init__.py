"""Every way in which a quiz comes about, is answered and ends."""

from __future__ import annotations

from .answering import LONGEST_ANSWER, Said, answer, correct, finish
from .refusals import (
    AlreadyAnswered,
    Finished,
    NoQuestions,
    NotAnswered,
    NothingMissed,
    WrongAnswer,
)
from .starting import DrawnUp, again, draw_again, draw_up, keep, missed, start, to_cards

__all__ = [
    "LONGEST_ANSWER",
    "AlreadyAnswered",
    "DrawnUp",
    "Finished",
    "NoQuestions",
    "NotAnswered",
    "NothingMissed",
    "Said",
    "WrongAnswer",
    "again",
    "answer",
    "correct",
    "draw_again",
    "draw_up",
    "finish",
    "keep",
    "missed",
    "start",
    "to_cards",
]
