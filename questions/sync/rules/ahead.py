"""What a phone asks on the coming days without a network, and where each grade would lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from questions.flashcards.rules import Grade, Memory, Moment, Preferences, Scheduler, graded, wait

MOST_DAYS = 30
"""Days that a phone may ask for at once."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that is awake, and what is remembered of it."""

    card: UUID
    memory: Memory


@dataclass(frozen=True, slots=True)
class Next:
    """Where one grade would lead: the day, or within the day so many seconds after the answer."""

    grade: int
    due_day: date
    seconds: int | None
    wait: str


@dataclass(frozen=True, slots=True)
class Asks:
    """A card of one day's queue."""

    card: UUID
    new: bool
    next: list[Next]


@dataclass(frozen=True, slots=True)
class Ahead:
    """One of the learner's own days and what it will ask, in order."""

    day: date
    cards: list[Asks]


def queue(
    waiting: Sequence[Waiting],
    moments: Sequence[Moment],
    wished: Preferences,
    *,
    left: tuple[int, int],
) -> list[Ahead]:
    """The queue of each of these days, as if every card were asked on the day it is due.

    `waiting` is in the order of learning. New cards go first, as on the site; `left` are the new
    cards and the reviews that today's limits still allow.
    """
    unseen = [one for one in waiting if one.memory.due_day is None]
    known = sorted((one for one in waiting if one.memory.due_day), key=_due)
    found = []
    for number, moment in enumerate(moments):
        new, reviews = left if number == 0 else (wished.new_per_day, wished.reviews_per_day)
        fresh, unseen = unseen[:new], unseen[new:]
        today = [one for one in known if _day(one) <= moment.day]
        steps = [one for one in today if one.memory.due_at is not None]
        daily = [one for one in today if one.memory.due_at is None][:reviews]
        asked = {one.card for one in steps + daily}
        known = [one for one in known if one.card not in asked]
        by = wished.scheduler
        found.append(Ahead(moment.day, [asks(one, moment, by) for one in [*steps, *fresh, *daily]]))
    return found


def asks(one: Waiting, moment: Moment, by: Scheduler) -> Asks:
    return Asks(one.card, one.memory.due_day is None, nexts(one, moment, by))


def nexts(one: Waiting, moment: Moment, by: Scheduler) -> list[Next]:
    """Where each grade would lead if the card were answered at this moment."""
    found = []
    for grade in Grade:
        after = graded(one.memory, grade, moment, one.card, by)
        assert after.due_day is not None
        seconds = None if after.due_at is None else _seconds(after.due_at - moment.at)
        words = wait(after, moment.at, moment.day)
        found.append(Next(grade.value, after.due_day, seconds, words))
    return found


def _seconds(pause: timedelta) -> int:
    return round(pause.total_seconds())


def _due(one: Waiting) -> tuple[date, UUID]:
    return _day(one), one.card


def _day(one: Waiting) -> date:
    """When a card comes: on the day it is due, or when it is no longer put away."""
    due, buried = one.memory.due_day, one.memory.buried_until
    assert due is not None
    return due if buried is None or buried < due else buried
