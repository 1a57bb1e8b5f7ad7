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
from .starting import again, missed, start, to_cards

__all__ = [
    "LONGEST_ANSWER",
    "AlreadyAnswered",
    "Finished",
    "NoQuestions",
    "NotAnswered",
    "NothingMissed",
    "Said",
    "WrongAnswer",
    "again",
    "answer",
    "correct",
    "finish",
    "missed",
    "start",
    "to_cards",
]
