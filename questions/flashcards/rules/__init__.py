"""Cards without a database: the memory model, the schedule, the log's replay, the day's queue."""

from __future__ import annotations

from .fsrs import Grade, Strength, recall
from .log import (
    BeforeTheCard,
    ClockAhead,
    Event,
    Kind,
    applied,
    check_clock,
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
    status,
    suggested,
    wait,
    when,
)
from .schedule import Memory, Moment, Phase, Scheduler, graded

__all__ = [
    "ANSWER_CAP",
    "LEARN_AHEAD",
    "NEW_PER_DAY",
    "REVIEWS_PER_DAY",
    "BeforeTheCard",
    "ClockAhead",
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
    "follows",
    "graded",
    "minutes",
    "recall",
    "replay",
    "status",
    "suggested",
    "wait",
    "when",
]
