"""When a card is due after a grade: steps within the day, then days, both slightly scattered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID
from zoneinfo import ZoneInfo

from questions.accounts.rules import day_begins, day_of

from . import fsrs
from .fsrs import Grade, Strength

LONGEST = 36500
"""Days that no interval exceeds."""


class Phase(Enum):
    """Where a card stands between never seen and known."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Scheduler:
    """How one person's cards are scheduled; the defaults are what everyone starts with."""

    weights: fsrs.Weights = fsrs.WEIGHTS
    retention: float = fsrs.RETENTION
    steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning: tuple[timedelta, ...] = (timedelta(minutes=10),)
    longest: int = LONGEST
    scattered: bool = True


STANDARD = Scheduler()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the learner lived it: the instant, their own day, and when that day ended."""

    at: datetime
    day: date
    ends: datetime

    @classmethod
    def lived(cls, at: datetime, zone: ZoneInfo, day_start: int) -> Moment:
        """The moment for someone in this zone whose days begin at the hour `day_start`."""
        day = day_of(at, zone, day_start)
        return cls(at, day, day_begins(day + timedelta(days=1), zone, day_start))


@dataclass(frozen=True, slots=True)
class Memory:
    """All that a card's log says about it.

    A new card has neither `due_at` nor `due_day`, unless it was pulled to a day. A step within a
    day has both; a card that waits for a day has only `due_day`. `pulled` says why the card comes
    sooner than it would, until it is answered.
    """

    phase: Phase = Phase.NEW
    step: int = 0
    strength: Strength | None = None
    reviewed: datetime | None = None
    reviewed_day: date | None = None
    introduced: date | None = None
    reps: int = 0
    lapses: int = 0
    due_at: datetime | None = None
    due_day: date | None = None
    suspended: bool = False
    buried_until: date | None = None
    pulled: str = ""
    last_at: datetime | None = None
    last_key: UUID | None = None


def graded(
    memory: Memory, grade: Grade, moment: Moment, card: UUID, by: Scheduler = STANDARD
) -> Memory:
    """The memory after a grade: a pure function of the log, the same on every device."""
    after = fsrs.outcome(
        memory.strength,
        grade,
        elapsed(memory, moment.day),
        retention=by.retention,
        weights=by.weights,
    )
    phase, step, wait = moved(memory.phase, memory.step, grade, by)
    u = chance(card, memory.reps) if by.scattered else None
    due_at, due_day = (
        day_after(moment, days(after.days, u, by.longest))
        if wait is None
        else time_after(moment, pause(wait, u))
    )
    return replace(
        memory,
        phase=phase,
        step=step,
        strength=after.strength,
        reviewed=moment.at,
        reviewed_day=moment.day,
        introduced=memory.introduced or moment.day,
        reps=memory.reps + 1,
        lapses=memory.lapses + (memory.phase is Phase.REVIEW and grade is Grade.AGAIN),
        due_at=due_at,
        due_day=due_day,
        buried_until=None,
        pulled="",
    )


def elapsed(memory: Memory, day: date) -> int:
    """The learner's own days since the last review; a day that came again counts as none."""
    if memory.reviewed_day is None:
        return 0
    return max(0, (day - memory.reviewed_day).days)


def moved(
    phase: Phase, step: int, grade: Grade, by: Scheduler
) -> tuple[Phase, int, timedelta | None]:
    """The phase and step after a grade, and the wait within a day; None waits for whole days."""
    if phase is Phase.REVIEW:
        if grade is Grade.AGAIN and by.relearning:
            return Phase.RELEARNING, 0, by.relearning[0]
        return Phase.REVIEW, 0, None
    again = phase is Phase.RELEARNING
    here, steps = (Phase.RELEARNING, by.relearning) if again else (Phase.LEARNING, by.steps)
    if step >= len(steps) or grade is Grade.EASY:
        return Phase.REVIEW, 0, None
    if grade is Grade.AGAIN:
        return here, 0, steps[0]
    if grade is Grade.HARD:
        return here, step, hard_wait(steps, step)
    if step + 1 < len(steps):
        return here, step + 1, steps[step + 1]
    return Phase.REVIEW, 0, None


def hard_wait(steps: tuple[timedelta, ...], step: int) -> timedelta:
    """The same step again; the first one a little longer, so that Hard is not Again."""
    if step > 0:
        return steps[step]
    return (steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5


def chance(card: UUID, count: int) -> float:
    """A number from 0 to 1 that every device draws alike for a card's so-manieth review."""
    digest = hashlib.blake2b(card.bytes + count.to_bytes(4, "big"), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def days(wanted: float, u: float | None, longest: int = LONGEST) -> int:
    """Whole days near the wanted ones, 1 to `longest`; `u` scatters them, None does not."""
    if u is None or wanted < 2.5:
        return min(max(round(wanted), 1), longest)
    low, high = around(wanted, longest)
    return low + int(u * (high - low + 1))


def around(wanted: float, longest: int = LONGEST) -> tuple[int, int]:
    """The first and last day that a wait of 2.5 days or more may be moved to."""
    delta = (
        1
        + 0.15 * (min(wanted, 7) - 2.5)
        + 0.10 * max(0.0, min(wanted, 20) - 7)
        + 0.05 * max(0.0, wanted - 20)
    )
    high = min(round(wanted + delta), longest)
    return min(max(round(wanted - delta), 2), high), high


def pause(wait: timedelta, u: float | None) -> timedelta:
    """A step's wait, scattered by up to a quarter of it and at most five minutes."""
    if u is None:
        return wait
    return wait + u * min(wait / 4, timedelta(minutes=5))


def day_after(moment: Moment, count: int) -> tuple[None, date]:
    return None, moment.day + timedelta(days=count)


def time_after(moment: Moment, wait: timedelta) -> tuple[datetime | None, date]:
    """When a step is due; one that crosses the end of the day waits for a day instead."""
    due = moment.at + wait
    if due < moment.ends:
        return due, moment.day
    return day_after(moment, (due - moment.ends) // timedelta(days=1) + 1)
