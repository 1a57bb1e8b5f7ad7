"""What is read at every answer: the day so far, the next card, and a card under its lock.

Each is a statement that the ORM wrote once; the sets are those of the QuerySets.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from questions.accounts.models import User
from questions.flashcards.rules import (
    LEARN_AHEAD,
    MOST_NEW,
    MOST_REVIEWS,
    Preferences,
    Scheduler,
    Tally,
    budget,
    followed,
    read_weights,
    when,
)
from questions.web.prepared import Prepared

from .asked import CARD, Rows
from .cards import Card, CardQuerySet
from .confirmed import Confirmed
from .courses import courses
from .events import Event
from .settings import NAMES, STANDARD, Settings
from .targets import Target


class CountOf(Subquery):
    """How many rows a query has, as a value in another one."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS few)"
    output_field = models.IntegerField()


@dataclass(frozen=True)
class Coming:
    """What waits when nothing is left for now: a step soon, or so many cards on a later day."""

    step: datetime | None
    day: date | None
    count: int
    when: str


def _write_outlook(learner: UUID, at: datetime, soon: datetime, today: date, but: UUID) -> Rows:
    person = User(pk=learner)
    answered = Card.objects.of(person).filter(reviewed_day=today)
    mine = Card.objects.of(person).open_to(person).exclude(pk=but)
    seen = Card.objects.seen_by(person).open_to(person).exclude(pk=but)
    undoable = Event.objects.of(person).on(today).by_hand().standing()
    return User.objects.filter(pk=learner).values_list(
        _count(answered),
        _count(answered.filter(introduced=today)),
        _count(mine.steps(at, today), MOST_REVIEWS),
        _count(mine.daily(today), MOST_REVIEWS + 1),
        _count(mine.new(today), MOST_NEW),
        Exists(undoable),
        _first(seen.steps(at, today)),
        _first(seen.new(today)),
        _first(seen.daily(today)),
        _first(seen.daily(today).order_by("-ask_day", "-id")),
        _first(seen.steps(soon, today)),
        Exists(Target.objects.of(person).ahead(today)),
        *(_usual(learner, name) for name in NAMES),
        _wish(learner, "weights", ""),
        Exists(Card.objects.of(person).filter(pk=but, introduced__isnull=True)),
        _count(Card.objects.seen_by(person).closed_to(person)),
    )


def _count(cards: CardQuerySet, limit: int | None = None) -> CountOf:
    return CountOf(cards.order_by().values("pk")[:limit])


def _wish(learner: UUID, name: str, usual: Any = None) -> Coalesce | Subquery:
    """One of the learner's preferences as a value in another query; `usual` where none is set."""
    set_ = Subquery(Settings.objects.filter(pk=learner).values(name)[:1])
    return set_ if usual is None else Coalesce(set_, Value(usual))


def _usual(learner: UUID, name: str) -> Coalesce | Subquery:
    return _wish(learner, name, getattr(STANDARD, name))


def _first(cards: CardQuerySet) -> Subquery:
    return Subquery(cards.values("pk")[:1])


def _write_locked(learner: UUID, card: UUID, key: UUID) -> Rows:
    undoing = Event.objects.filter(learner=learner, undoes=key, card=OuterRef("pk"))
    cards = Card.objects.seen_by(User(pk=learner)).filter(pk=card).select_for_update()
    wishes = (_usual(learner, name) for name in ("retention", "longest"))
    weights = _wish(learner, "weights", "")
    known = Confirmed.objects.filter(card=OuterRef("pk"))
    return cards.values_list(*CARD, Exists(undoing), Exists(known), *wishes, weights)


OUTLOOK = Prepared(_write_outlook, learner=UUID, at=datetime, soon=datetime, today=date, but=UUID)
NO_CARD = UUID(int=0)
LOCKED = Prepared(_write_locked, learner=UUID, card=UUID, key=UUID)


def outlook(learner: User, at: datetime, *, but: UUID | None = None) -> Tally:
    """The learner's day so far, what waits, and which card is next.

    With `but` it is the day as it will be once that card has been answered.
    """
    today, soon = learner.day_of(at), at + LEARN_AHEAD
    row = OUTLOOK.row(learner=learner.pk, at=at, soon=soon, today=today, but=but or NO_CARD)
    assert row is not None
    *counted, aims, new, reviews, minutes, retention, longest, weights, unmet, closed = row
    wished = Preferences(new, reviews, minutes, retention, longest, read_weights(weights))
    day = replace(Tally(*counted), wished=wished, closed=closed)
    if but is not None:
        met = day.introduced + bool(unmet)
        day = replace(day, answered=day.answered + 1, introduced=met, undoable=True)
    if not aims and minutes is None:
        return day
    pace = Event.objects.of(learner).pace()
    day = replace(day, budget=budget(minutes, pace))
    if not aims:
        return day
    studied = [each.course.without(but) for each in courses(learner, at, wished, pace)]
    return followed(day, studied, today.toordinal())


@dataclass(frozen=True)
class Locked:
    """A card that nobody else changes until the transaction ends.

    `undone` tells whether the event that is to come was taken back before it came, `confirmed`
    whether it is noted which wording of its points the learner knows; `by` is how the learner's
    cards are scheduled.
    """

    card: Card
    undone: bool
    confirmed: bool
    by: Scheduler


def locked(learner: User, card: UUID, key: UUID) -> Locked | None:
    """A card of the learner's, locked for the event `key`; None where there is no such card."""
    row = LOCKED.row(learner=learner.pk, card=card, key=key)
    if row is None:
        return None
    *values, undone, confirmed, retention, longest, weights = row
    by = Scheduler(weights=read_weights(weights), retention=retention, longest=longest)
    return Locked(Card.from_db("default", CARD, values), undone, confirmed, by)


def coming(learner: User, at: datetime) -> Coming:
    """When the learner's cards come again, as long as none is suspended."""
    today = learner.day_of(at)
    mine = Card.objects.seen_by(learner).open_to(learner)
    step = mine.awake(today).filter(due_at__gt=at).order_by("due_at")
    later = mine.filter(suspended=False, due_at__isnull=True, ask_day__gt=today)
    first = later.order_by("ask_day").values_list("ask_day", flat=True).first()
    buried = mine.filter(suspended=False, buried_until__gt=today)
    days = [first, buried.order_by("buried_until").values_list("buried_until", flat=True).first()]
    day = min((day for day in days if day is not None), default=None)
    count = later.filter(ask_day=day)[:MOST_REVIEWS].count() if day else 0
    if day:
        count += buried.filter(buried_until=day)[:MOST_REVIEWS].count()
    soon = step.values_list("due_at", flat=True).first()
    return Coming(soon, day, count, when(day, today) if day else "")
