"""The log of a card and its replay: any order of arrival, any repetition, gives one memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID

from questions.errors import Refusal

from .fsrs import Grade
from .schedule import STANDARD, Memory, Moment, Scheduler, graded

AHEAD = timedelta(days=1)
"""How far ahead of ours a device's clock may run."""


LONGEST_REASON = 200
"""Letters in which it is said why a card was pulled forward."""


class Kind(Enum):
    """What can happen to a card."""

    REVIEW = "review"
    UNDO = "undo"
    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"
    PULL = "pull"
    RESET = "reset"


class BeforeTheCard(Refusal):
    """Something is said to have happened to a card before there was one."""

    code = "before_the_card"


class ClockAhead(Refusal):
    """A device's clock runs more than a day ahead."""

    code = "clock_ahead"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    `undoes` belongs to an undo, `grade` to a review, `to` and `reason` to a pull.
    """

    kind: Kind
    key: UUID
    moment: Moment
    grade: Grade | None = None
    undoes: UUID | None = None
    to: date | None = None
    reason: str = ""

    @property
    def place(self) -> tuple[datetime, UUID]:
        """Where the event stands in the log, whenever it arrived."""
        return self.moment.at, self.key


def check_clock(at: datetime, *, made: datetime, now: datetime) -> None:
    """Refuse a time at which the card was not there yet, or that lies a day or more ahead."""
    # A device that tells whole seconds is not early within the second.
    if at < made.replace(microsecond=0):
        raise BeforeTheCard("This is dated before the card was made. Check the device's clock.")
    if at > now + AHEAD:
        raise ClockAhead("This is dated more than a day ahead. Check the device's clock.")


def counted(events: Iterable[Event]) -> list[Event]:
    """The events that count, in order: each key once, and none that an undo names.

    An undo leaves out what it names whichever of the two came first or bears the earlier time;
    undoing an undo changes nothing.
    """
    by_key = {event.key: event for event in events}
    undone = {event.undoes for event in by_key.values() if event.kind is Kind.UNDO}
    kept = (
        event
        for event in by_key.values()
        if event.kind is not Kind.UNDO and event.key not in undone
    )
    return sorted(kept, key=lambda event: event.place)


def replay(card: UUID, events: Iterable[Event], by: Scheduler = STANDARD) -> Memory:
    """The memory that a card's whole log leads to."""
    memory = Memory()
    for event in counted(events):
        memory = applied(memory, event, card, by)
    return memory


def applied(memory: Memory, event: Event, card: UUID, by: Scheduler = STANDARD) -> Memory:
    """One step of the replay; exact only where the event is the last and nothing undoes it."""
    memory = replace(memory, last_at=event.moment.at, last_key=event.key)
    match event.kind:
        case Kind.REVIEW:
            assert event.grade is not None
            return graded(memory, event.grade, event.moment, card, by)
        case Kind.SUSPEND:
            return replace(memory, suspended=True)
        case Kind.RESUME:
            return replace(memory, suspended=False)
        case Kind.BURY:
            return replace(memory, buried_until=event.moment.day + timedelta(days=1))
        case Kind.PULL:
            return pulled(memory, event.to, event.reason)
        case Kind.RESET:
            return Memory(
                suspended=memory.suspended, last_at=memory.last_at, last_key=memory.last_key
            )
        case Kind.UNDO:
            return memory


def pulled(memory: Memory, to: date | None, reason: str) -> Memory:
    """Due on that day if it would be later, and why; what is remembered stays as it is.

    A new card gets that day to be met on. A step within the day comes sooner anyway.
    """
    memory = replace(memory, pulled=reason)
    if to is None or memory.due_at is not None:
        return memory
    if memory.due_day is not None and memory.due_day <= to:
        return memory
    return replace(memory, due_day=to)


def follows(memory: Memory, event: Event) -> bool:
    """Whether the event stands behind all that the memory was made from."""
    if memory.last_at is None or memory.last_key is None:
        return True
    return event.place > (memory.last_at, memory.last_key)
