"""What the pictures on Progress show: answers of past weeks, cards of coming days, strengths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count

from questions.accounts.models import User
from questions.flashcards.models import Card, Event
from questions.flashcards.rules import Kind, Scheduler, Strength
from questions.flashcards.rules.plan import Item

WEEKS = timedelta(weeks=18)
"""How far back the calendar goes."""

AHEAD = 30
"""Days that the load is foreseen for."""

MOST = 20_000
"""Cards that one picture is drawn from; so a page costs the same with a million of them."""

SAMPLE = 100
"""Cards that the simulator lives through; the rest are taken to be like them."""


@dataclass(frozen=True)
class Load:
    """What falls due on a day, and the new cards that the day has room for."""

    day: date
    due: int
    new: int


def answers_by_day(learner: User, today: date) -> dict[date, int]:
    """How many answers were given on each day of the last weeks."""
    reviews = Event.objects.of(learner).standing().filter(kind=Kind.REVIEW.value)
    rows = reviews.filter(day__gt=today - WEEKS).order_by().values_list("day")
    return dict(rows.annotate(count=Count("pk")))


def load(learner: User, today: date, new_per_day: int, *, but: Collection[UUID] = ()) -> list[Load]:
    """What the next days bring if nothing more were answered, leaving out some cards.

    What is overdue counts as today's.
    """
    last = today + timedelta(days=AHEAD - 1)
    mine = Card.objects.of(learner).filter(suspended=False)
    if but:
        mine = mine.exclude(pk__in=but)
    due = mine.filter(ask_day__lte=last).order_by("ask_day").values_list("ask_day", flat=True)
    counts = Counter(max(today, day) for day in due[:MOST] if day is not None)
    unseen = mine.filter(ask_day__isnull=True)[: AHEAD * max(1, new_per_day)].count()
    days = []
    for n in range(AHEAD):
        day, new = today + timedelta(days=n), min(new_per_day, unseen)
        unseen -= new
        days.append(Load(day, counts[day], new))
    return days


def remembered(learner: User, by: Scheduler) -> list[Item]:
    """Cards that were seen, as far as pictures need them."""
    rows = Card.objects.of(learner).filter(suspended=False, stability__isnull=False)
    values = rows.order_by("pk").values_list(
        "pk", "stability", "difficulty", "reviewed_day", "ask_day"
    )
    return [
        Item(pk, Strength(stability, difficulty), seen.toordinal(), due.toordinal(), by.weights)
        for pk, stability, difficulty, seen, due in values[:MOST]
        if stability is not None and difficulty is not None and seen and due
    ]


def sample(items: list[Item]) -> list[Item]:
    """A fair few of these cards: ids are made by chance, so every so-manieth is as good as any."""
    step = max(1, len(items) // SAMPLE)
    return items[::step][:SAMPLE]
