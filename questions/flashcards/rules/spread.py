"""The load of the days ahead evened out: a layer over the schedule that changes no memory.

A card may be asked on any day within its scatter. Over the whole set of a learner's cards, each
gets the emptiest of its days, so that no day is much longer than the one beside it. The same set
on the same day always gives the same layer, in whatever order the cards are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from . import fsrs
from .schedule import Memory, Phase, Scheduler, around

FARTHEST_MOVED = 90
"""Days beyond which a card's wait is left as it is: nobody knows how long a day will be then."""

NEAR = 5
"""Days within which two cards of one question disturb each other."""

TOGETHER = 1e6
"""How much longer a day counts for a card whose question has another card on it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that is due on a day and may be asked on any from `low` to `high`, all ordinals."""

    card: UUID
    question: UUID
    due: int
    low: int
    high: int


def waiting(
    card: UUID, question: UUID, memory: Memory, today: date, by: Scheduler
) -> Waiting | None:
    """The card as the layer sees it; None where it does not wait for a day.

    What waits for more than 90 days, was pulled to a day or is in its steps stays where it is,
    and so does what is later than its scatter already.
    """
    if memory.due_day is None or memory.due_at is not None:
        return None
    due, first = memory.due_day.toordinal(), today.toordinal()
    fixed = Waiting(card, question, due, due, due)
    movable = memory.phase is Phase.REVIEW and not memory.pulled
    if not movable or memory.strength is None or memory.reviewed_day is None:
        return fixed
    wanted = fsrs.interval(memory.strength, retention=by.retention, weights=by.weights)
    if not 2.5 <= wanted <= FARTHEST_MOVED:
        return fixed
    seen = memory.reviewed_day.toordinal()
    low, high = (seen + days for days in around(wanted, by.longest))
    inside = low <= due <= high and first <= high
    return Waiting(card, question, due, max(low, first), high) if inside else fixed


def spread(cards: Iterable[Waiting], today: date, *, answered: int = 0) -> dict[UUID, date]:
    """The day on which each card is to be asked, of those that are moved.

    So many cards were `answered` today; they are part of today's length.
    """
    first = today.toordinal()
    load: Counter[int] = Counter({first: answered})
    taken: dict[UUID, list[int]] = {}
    moved = {}
    # Whoever has the least choice chooses first, so that the others can make way.
    for one in sorted(cards, key=lambda c: (c.high - c.low, c.due, c.card)):
        beside = taken.setdefault(one.question, [])
        day = max(one.due, first)
        if one.low < one.high:
            day = min(range(one.low, one.high + 1), key=lambda d: _weighed(one, d, load, beside))
            if day != one.due:
                moved[one.card] = date.fromordinal(day)
        load[day] += 1
        beside.append(day)
    return moved


def _weighed(
    one: Waiting, day: int, load: Counter[int], beside: Sequence[int]
) -> tuple[float, int, int]:
    """How unwelcome a day is: its length, more so near a card of the same question."""
    near = min((abs(day - other) for other in beside), default=NEAR)
    factor = TOGETHER if near == 0 else NEAR / min(near, NEAR)
    return (load[day] + 1) * factor, abs(day - one.due), day
