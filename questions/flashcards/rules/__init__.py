"""Cards without a database: the memory model, the schedule, the log's replay, the day's queue."""

from __future__ import annotations

from .fsrs import Grade, Strength, recall
from .log import (
    BeforeTheCard,
    ClockAhead,
    DayAstray,
    Event,
    Kind,
    applied,
    check_clock,
    check_day,
    follows,
    replay,
)
from .queue import (
    ANSWER_CAP,
    LEARN_AHEAD,
    NEW_PER_DAY,
    REVIEWS_PER_DAY,
    Tally,
    Which,
    minutes,
    suggested,
    wait,
)
from .schedule import Memory, Moment, Phase, Scheduler, graded

__all__ = [
    "ANSWER_CAP",
    "LEARN_AHEAD",
    "NEW_PER_DAY",
    "REVIEWS_PER_DAY",
    "BeforeTheCard",
    "ClockAhead",
    "DayAstray",
    "Event",
    "Grade",
    "Kind",
    "Memory",
    "Moment",
    "Phase",
    "Scheduler",
    "Strength",
    "Tally",
    "Which",
    "applied",
    "check_clock",
    "check_day",
    "follows",
    "graded",
    "minutes",
    "recall",
    "replay",
    "suggested",
    "wait",
]
