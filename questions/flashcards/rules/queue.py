"""How much there is to do in a day, what to do first, and how long it will take."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from math import ceil
from uuid import UUID

from .fsrs import Grade
from .schedule import Memory

NEW_PER_DAY = 20
REVIEWS_PER_DAY = 200
LEARN_AHEAD = timedelta(minutes=20)
"""A step that is due so soon is shown early when nothing else is left."""
ANSWER_CAP = 60
"""Seconds beyond which an answer counts as a walk to the kettle."""
TYPICAL_SECONDS = 20.0
"""What an answer takes until the learner's own times are known."""
ANSWERS_PER_NEW = 2
"""A new card is answered about twice on its first day: at first sight and ten minutes later."""


class Which(Enum):
    """The sets that a learner's cards fall into, as lists filter them."""

    DUE = "due"
    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Tally:
    """A learner's day: cards answered, how many of them first met today, and what waits.

    What waits is counted no further than a day's limits, so that it costs the same to know
    whatever the size of the pile.
    """

    answered: int
    introduced: int
    steps: int
    daily: int
    fresh: int
    undoable: bool = False
    next_step: UUID | None = None
    next_fresh: UUID | None = None
    next_daily: UUID | None = None
    next_ahead: UUID | None = None

    @property
    def next(self) -> UUID | None:
        """The card to show now.

        A step whose time has come is shown at once. New cards go before reviews: with too little
        time for both, whoever saw every card once recalls more on the day than whoever knows
        half of them well. When nothing else is left, steps are shown a little early.
        """
        fresh = self.next_fresh if self.new else None
        daily = self.next_daily if self.reviews else None
        return self.next_step or fresh or daily or self.next_ahead

    @property
    def new(self) -> int:
        """New cards still to be met today."""
        return min(self.fresh, max(0, NEW_PER_DAY - self.introduced))

    @property
    def reviews(self) -> int:
        """Reviews still to be done today."""
        return min(self.daily, max(0, REVIEWS_PER_DAY - (self.answered - self.introduced)))

    @property
    def due(self) -> int:
        """What is due now: steps and reviews."""
        return self.steps + self.reviews

    @property
    def left(self) -> int:
        return self.due + self.new

    @property
    def total(self) -> int:
        """The length of the day's progress bar."""
        return self.answered + self.left


def minutes(due: int, new: int, seconds: float | None) -> int:
    """Whole minutes for so many cards at so many seconds an answer; at least 1 for any card."""
    answers = due + ANSWERS_PER_NEW * new
    return ceil(answers * (TYPICAL_SECONDS if seconds is None else seconds) / 60)


def suggested(core: Collection[UUID], missed: Collection[UUID]) -> Grade | None:
    """Again where a core point was missed; nothing otherwise. The learner decides."""
    return Grade.AGAIN if set(core) & set(missed) else None


def wait(memory: Memory, at: datetime, day: date) -> str:
    """How long until a card is due again, as short as a button needs it: 10 min, 3 d, 5 mo."""
    if memory.due_at is not None:
        return f"{max(1, round((memory.due_at - at).total_seconds() / 60))} min"
    if memory.due_day is None:
        return "now"
    span = (memory.due_day - day).days
    if span < 31:
        return f"{span} d"
    return f"{span / 30.4:.1f} mo" if span < 365 else f"{span / 365.25:.1f} y"


def status(memory: Memory, at: datetime, day: date) -> str:
    """Where a card stands, in a word or two for a list."""
    if memory.suspended:
        return "suspended"
    if memory.buried_until is not None and memory.buried_until > day:
        return "put away"
    if memory.due_day is None:
        return "new"
    due = memory.due_day <= day if memory.due_at is None else memory.due_at <= at
    return "due" if due else f"in {wait(memory, at, day)}"


def when(day: date, today: date) -> str:
    """A later day as one says it: tomorrow, on Friday 24 November."""
    if (day - today).days == 1:
        return "tomorrow"
    return f"on {day:%A} {day.day} {day:%B}"
