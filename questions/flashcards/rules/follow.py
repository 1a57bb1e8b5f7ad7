"""The day's queue of someone who has a date: their plans laid over what waits anyway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from questions.errors import Malformed, Refusal

from .plan import Aim, Item, ahead_of_time, closing, pace
from .queue import ANSWERS_PER_NEW, Tally

FARTHEST = timedelta(days=365)
"""How far ahead a date may lie."""

MOST_TARGETS = 20


class DateOutOfReach(Malformed):
    """A date that is over, or so far ahead that no plan for it says anything."""

    code = "date_out_of_reach"


class NoTopics(Malformed):
    """A target without anything to study for it."""

    code = "no_topics"


class TooManyTargets(Refusal):
    """More dates than anyone prepares for at once."""

    code = "too_many_targets"


@dataclass(frozen=True, slots=True)
class Course:
    """The cards that are studied for one date, in the order of learning.

    `met` of them were seen for the first time today; the `resting` ones are not to be asked now,
    being put away or in the middle of their steps.
    """

    items: tuple[Item, ...]
    aim: Aim
    met: int = 0
    resting: frozenset[UUID] = field(default=frozenset())

    def without(self, card: UUID | None) -> Course:
        """The course while this card is not to be asked."""
        return self if card is None else replace(self, resting=self.resting | {card})

    def spent(self, today: int) -> int:
        """Answers of today that went to these cards, as near as their memory tells."""
        seen = sum(item.strength is not None and item.seen == today for item in self.items)
        return seen + (ANSWERS_PER_NEW - 1) * self.met


def check_date(day: date, today: date) -> None:
    """Refuse a date before today or more than a year ahead."""
    if not today <= day <= today + FARTHEST:
        raise DateOutOfReach("Choose a date from today to a year from now.")


def followed(day: Tally, courses: Sequence[Course], today: int) -> Tally:
    """The day with the plans laid over it, the course of the nearest date first.

    The minutes of all the targets are the day's budget. A card in two courses belongs to the
    first. What is worth asking ahead of time is weighed only on a day that has time for it.
    """
    fresh: list[UUID] = []
    due: list[Item] = []
    near: list[tuple[list[Item], Aim]] = []
    taken: set[UUID] = set()
    for course in courses:
        own = [item for item in course.items if item.card not in taken]
        taken |= {item.card for item in own}
        awake = [item for item in own if item.card not in course.resting]
        unseen = [item.card for item in awake if item.strength is None]
        wanted = pace(len(unseen) + course.met, len(own), today, course.aim) - course.met
        fresh += unseen[: max(0, wanted)]
        due += [item for item in awake if item.strength is not None and item.due <= today]
        if course.aim.date - today <= closing(len(own), course.aim.answers):
            near.append((awake, course.aim))
    # The longest due, after a break too: least forgotten first, which is right without a date,
    # costs up to .09 of what is recalled on it in the simulated loads where time is short.
    first = min(due, key=lambda item: (item.due, item.card), default=None)
    day = replace(
        day,
        budget=max(day.budget or 0, sum(course.aim.answers for course in courses)),
        dated=True,
        planned=len(fresh),
        next_fresh=fresh[0] if fresh else day.next_fresh,
        next_due=None if first is None else first.card,
    )
    if not day.idle:
        return day
    spare = [item.card for awake, aim in near for item in ahead_of_time(awake, today, aim)]
    return replace(day, spare=len(spare), next_spare=spare[0] if spare else None)
