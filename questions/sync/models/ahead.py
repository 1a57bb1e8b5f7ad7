"""All that a phone needs to go on for some days without a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from questions.accounts.models import User
from questions.accounts.rules import day_begins
from questions.flashcards.models import (
    Card,
    Outline,
    courses_of,
    outline,
    outlook,
    preferences,
)
from questions.flashcards.rules import Moment, Preferences
from questions.sync.rules.ahead import Ahead, Waiting, queue


@dataclass(frozen=True)
class Offline:
    """How the person is asked, whether their dates can be reached, and the queue of each day."""

    person: User
    wished: Preferences
    plans: list[dict[str, Any]]
    queue: list[Ahead]


def offline(person: User, at: datetime, days: int) -> Offline:
    """What waits on the learner's own days from today on, as if each were done on its day."""
    wished, tally = preferences(person), outlook(person, at)
    moments = _moments(person, at, days)
    left = (tally.new, tally.reviews)
    waiting = _waiting(person, moments[-1], tally.new + wished.new_per_day * (days - 1))
    return Offline(person, wished, _plans(person, at), queue(waiting, moments, wished, left=left))


def _moments(person: User, at: datetime, days: int) -> list[Moment]:
    """Now, and the beginning of each day after today."""
    today = person.day_of(at)
    later = [
        day_begins(today + timedelta(days=number), person.zone, person.day_start)
        for number in range(1, days)
    ]
    return [Moment.lived(each, person.zone, person.day_start) for each in (at, *later)]


def _waiting(person: User, last: Moment, new: int) -> list[Waiting]:
    """Cards that come until the last of these days, those that are new in the order of learning."""
    mine = Card.objects.seen_by(person).open_to(person).filter(suspended=False)
    fresh = mine.filter(due_day__isnull=True).filter(
        Q(buried_until__isnull=True) | Q(buried_until__lte=last.day)
    )
    known = mine.filter(due_day__lte=last.day)
    return [
        Waiting(card.pk, card.memory)
        for card in (*fresh.order_by("added", "place", "pk")[:new], *known)
    ]


def _plans(person: User, at: datetime) -> list[dict[str, Any]]:
    today = person.day_of(at)
    return [
        {"target": found.target.pk, "plan": shown}
        for found in courses_of(person, at)
        if isinstance(shown := outline(found, today), Outline)
    ]
