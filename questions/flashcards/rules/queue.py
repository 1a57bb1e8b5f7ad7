"""How much there is to do in a day, what to do first, and how long it will take."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from math import ceil
from uuid import UUID

from .fsrs import Grade
from .preferences import STANDARD_PREFERENCES, Preferences
from .schedule import Memory

LEARN_AHEAD = timedelta(minutes=20)
"""A step that is due so soon is shown early when nothing else is left."""
ANSWER_CAP = 60
"""Seconds beyond which an answer counts as a walk to the kettle."""
TYPICAL_SECONDS = 20.0
"""What an answer takes until the learner's own times are known."""
FEW_TYPICAL = 10
"""So many typical answers count beside one's own, or the first one would decide a whole day."""
LEECH = 8
"""Lapses from which a card is called often forgotten: asking it more does not help."""
NAG_EVERY = 4
"""Lapses after which a change of a card is suggested once more."""
ANSWERS_PER_NEW = 2
"""A new card is answered about twice on its first day: at first sight and ten minutes later."""


class Which(Enum):
    """The sets that a learner's cards fall into, as lists filter them."""

    DUE = "due"
    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    SUSPENDED = "suspended"
    FORGOTTEN = "forgotten"
    FLAGGED = "flagged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Tally:
    """A learner's day: cards answered, how many of them first met today, and what waits.

    What waits is counted no further than a day's limits can reach, so that it costs the same to
    know whatever the size of the pile. `budget` is how many answers the learner's minutes leave
    room for in the whole day; None is as many as the limits. Plans for a date, where the day is
    `dated`, say how many of the
    new cards are `planned` for today, which review is theirs (`next_due`), and how many cards are
    worth asking before they are due (`spare`). What an exam has
    `closed` waits until it is handed in.
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
    next_mild: UUID | None = None
    next_ahead: UUID | None = None
    wished: Preferences = STANDARD_PREFERENCES
    budget: int | None = None
    dated: bool = False
    planned: int = 0
    next_due: UUID | None = None
    spare: int = 0
    next_spare: UUID | None = None
    closed: int = 0

    @property
    def next(self) -> UUID | None:
        """The card to show now.

        A step whose time has come is shown at once. New cards go before reviews: with too little
        time for both, whoever saw every card once recalls more on the day than whoever knows
        half of them well. With a date near, time that is left goes to cards that are not due yet.
        When nothing else is left, steps are shown a little early.
        """
        fresh = self.next_fresh if self.new else None
        extra = self.next_spare if self.extra else None
        return self.next_step or fresh or self.review or extra or self.next_ahead

    @property
    def review(self) -> UUID | None:
        """The review to do next: the longest due where all are done today.

        After a break more is due than a day holds. Then what has been forgotten for the least
        time goes first: it is saved with one answer, while the rest costs the same tomorrow.
        """
        if not self.reviews:
            return None
        if self.next_due is not None:
            return self.next_due
        return self.next_daily if self.daily <= self.reviews else self.next_mild

    @property
    def room(self) -> int | None:
        """Answers that the learner's minutes still leave room for; None is no bound."""
        if self.budget is None:
            return None
        spent = self.answered + (ANSWERS_PER_NEW - 1) * self.introduced
        return max(0, self.budget - spent - self.steps)

    @property
    def new(self) -> int:
        """New cards still to be met today.

        Where minutes bind, planned ones come before anything else, others get what reviews
        leave.
        """
        usual = min(self.fresh, max(0, self.wished.new_per_day - self.introduced))
        if self.room is None:
            return usual
        planned = min(self.planned, self.room // ANSWERS_PER_NEW)
        return max(planned, min(usual, max(0, self.room - self.daily) // ANSWERS_PER_NEW))

    @property
    def reviews(self) -> int:
        """Reviews still to be done today."""
        done = self.answered - self.introduced
        wanted = min(self.daily, max(0, self.wished.reviews_per_day - done))
        if self.room is None:
            return wanted
        return min(wanted, max(0, self.room - ANSWERS_PER_NEW * self.new))

    @property
    def waiting(self) -> int:
        """Reviews that are due and wait for a later day, because today is full without them."""
        return self.daily - self.reviews

    @property
    def extra(self) -> int:
        """Cards still to be asked today before they are due, because a date is near."""
        return min(self.spare, self.idle)

    @property
    def idle(self) -> int:
        """Answers for which the learner has minutes today and nothing that has to be asked."""
        if self.room is None:
            return 0
        return max(0, self.room - self.reviews - ANSWERS_PER_NEW * self.new)

    @property
    def due(self) -> int:
        """What is due now: steps and reviews."""
        return self.steps + self.reviews

    @property
    def left(self) -> int:
        return self.due + self.new + self.extra

    @property
    def total(self) -> int:
        """The length of the day's progress bar."""
        return self.answered + self.left


def budget(minutes: int | None, seconds: float | None) -> int | None:
    """How many answers of so many seconds fit into a day's minutes, at least 1; None is no bound.

    `seconds` None takes what is typical of everybody.
    """
    if minutes is None:
        return None
    return max(1, int(minutes * 60 / max(1.0, TYPICAL_SECONDS if seconds is None else seconds)))


def paced(seconds: float, answers: int) -> float:
    """Seconds an answer, from so many that took so long in all and a few typical ones."""
    return (seconds + FEW_TYPICAL * TYPICAL_SECONDS) / (answers + FEW_TYPICAL)


def leech(lapses: int) -> bool:
    """Whether a card was forgotten so often that it should be changed rather than asked."""
    return lapses >= LEECH


def nags(lapses: int) -> bool:
    """Whether to suggest a change of the card: at 8 lapses, and at every fourth after it."""
    return leech(lapses) and (lapses - LEECH) % NAG_EVERY == 0


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
