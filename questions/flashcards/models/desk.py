"""What is read at every answer: the day so far, the next card, and a card under its lock.

Each is a statement that the ORM wrote once; the sets are those of the QuerySets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from questions.accounts.models import User
from questions.bank.models import Answer, Choice, Document, KeyPoint, Question
from questions.bank.rules.states import Kind
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

from .cards import Card, CardQuerySet
from .courses import courses
from .events import Event
from .settings import NAMES, STANDARD, Settings
from .targets import Target

Rows = QuerySet[Any, tuple[Any, ...]]


def _columns(model: type[models.Model], names: str = "") -> list[str]:
    """These columns of a model, or all, in the order in which rows become instances of it."""
    wanted = names.split()
    every = [field.attname for field in model._meta.concrete_fields]
    return [name for name in every if name in wanted or not wanted]


CARD = _columns(Card)
QUESTION = _columns(Question, "id title prompt_html kind state folded_into_id preferred_id")
ANSWER = _columns(Answer, "id html verified first_line last_line document_id")
DOCUMENT = _columns(Document, "id title name")
POINT = _columns(KeyPoint, "id text core")


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


@dataclass(frozen=True)
class Asked:
    """A card as a screen shows it: the question that stands for it, its checklist, its options."""

    card: Card
    question: Question
    points: list[KeyPoint]
    choices: list[Choice]


def _write_outlook(learner: UUID, at: datetime, soon: datetime, today: date) -> Rows:
    person = User(pk=learner)
    mine, seen = Card.objects.of(person), Card.objects.seen_by(person)
    answered = mine.filter(reviewed_day=today)
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
        _first(seen.daily(today).order_by("-due_day", "id")),
        _first(seen.steps(soon, today)),
        Exists(Target.objects.of(person).ahead(today)),
        *(_usual(learner, name) for name in NAMES),
        _wish(learner, "weights", ""),
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


def _write_asked(learner: UUID, card: UUID) -> Rows:
    answer, document = "question__preferred__", "question__preferred__document__"
    return (
        Card.objects.seen_by(User(pk=learner))
        .filter(pk=card)
        .values_list(
            *CARD,
            *(f"question__{name}" for name in QUESTION),
            *(answer + name for name in ANSWER),
            *(document + name for name in DOCUMENT),
        )
    )


def _write_points(question: UUID) -> Rows:
    points = KeyPoint.objects.current().filter(question=question)
    return points.order_by("-core", "position").values_list(*POINT)


def _write_locked(learner: UUID, card: UUID, key: UUID) -> Rows:
    undoing = Event.objects.filter(learner=learner, undoes=key, card=OuterRef("pk"))
    cards = Card.objects.seen_by(User(pk=learner)).filter(pk=card).select_for_update()
    wishes = (_usual(learner, name) for name in ("retention", "longest"))
    weights = _wish(learner, "weights", "")
    return cards.values_list(*CARD, Exists(undoing), *wishes, weights)


OUTLOOK = Prepared(_write_outlook, learner=UUID, at=datetime, soon=datetime, today=date)
ASKED = Prepared(_write_asked, learner=UUID, card=UUID)
POINTS = Prepared(_write_points, question=UUID)
LOCKED = Prepared(_write_locked, learner=UUID, card=UUID, key=UUID)


def outlook(learner: User, at: datetime) -> Tally:
    """The learner's day so far, what waits, and which card is next."""
    row = OUTLOOK.row(learner=learner.pk, at=at, soon=at + LEARN_AHEAD, today=learner.day_of(at))
    assert row is not None
    *counted, aims, new, reviews, minutes, retention, longest, weights = row
    wished = Preferences(new, reviews, minutes, retention, longest, read_weights(weights))
    day = replace(Tally(*counted), wished=wished)
    if not aims and minutes is None:
        return day
    pace = Event.objects.of(learner).pace()
    day = replace(day, budget=budget(minutes, pace))
    if not aims:
        return day
    studied = [each.course for each in courses(learner, at, wished, pace)]
    return followed(day, studied, learner.day_of(at).toordinal())


def asked(learner: User, card: UUID) -> Asked | None:
    """A card that the learner may see, with its question; None where there is no such card."""
    row = ASKED.row(learner=learner.pk, card=card)
    if row is None:
        return None
    values = iter(row)
    found, question = _made(Card, CARD, values), _made(Question, QUESTION, values)
    answer, document = _made(Answer, ANSWER, values), _made(Document, DOCUMENT, values)
    if answer.pk is not None:
        answer.document = document if document.pk is not None else None
        question.preferred = answer
    question = _standing(learner, question)
    points = [KeyPoint.from_db("default", POINT, row) for row in POINTS.rows(question=question.pk)]
    choices = list(question.choices.all()) if question.kind == Kind.CHOICE.value else []
    return Asked(found, question, points, choices)


@dataclass(frozen=True)
class Locked:
    """A card that nobody else changes until the transaction ends.

    `undone` tells whether the event that is to come was taken back before it came; `by` is how
    the learner's cards are scheduled.
    """

    card: Card
    undone: bool
    by: Scheduler


def locked(learner: User, card: UUID, key: UUID) -> Locked | None:
    """A card of the learner's, locked for the event `key`; None where there is no such card."""
    row = LOCKED.row(learner=learner.pk, card=card, key=key)
    if row is None:
        return None
    *values, undone, retention, longest, weights = row
    by = Scheduler(weights=read_weights(weights), retention=retention, longest=longest)
    return Locked(Card.from_db("default", CARD, values), undone, by)


def _made(model: Any, names: list[str], values: Any) -> Any:
    return model.from_db("default", names, [next(values) for _ in names])


def _standing(learner: User, question: Question) -> Question:
    """The question that a folded one was folded into, as long as the learner may see that."""
    if question.folded_into_id is None:
        return question
    seen = Question.objects.seen_by(learner).select_related("preferred__document")
    return seen.filter(pk=question.folded_into_id).first() or question


def follow_folds(learner: User, cards: Iterable[Card]) -> None:
    """Let each card show the question that its own is folded into; one statement for them all."""
    seen = Question.objects.seen_by(learner).select_related("preferred__document")
    stands = seen.in_bulk([c.question.folded_into_id for c in cards if c.question.folded_into_id])
    for card in cards:
        card.question = stands.get(card.question.folded_into_id, card.question)


def coming(learner: User, at: datetime) -> Coming:
    """When the learner's cards come again, as long as none is suspended."""
    today = learner.day_of(at)
    mine = Card.objects.seen_by(learner)
    step = mine.awake(today).filter(due_at__gt=at).order_by("due_at")
    later = mine.filter(suspended=False, due_at__isnull=True, due_day__gt=today)
    first = later.order_by("due_day").values_list("due_day", flat=True).first()
    buried = mine.filter(suspended=False, buried_until__gt=today)
    days = [first, buried.order_by("buried_until").values_list("buried_until", flat=True).first()]
    day = min((day for day in days if day is not None), default=None)
    count = later.filter(due_day=day)[:MOST_REVIEWS].count() if day else 0
    if day:
        count += buried.filter(buried_until=day)[:MOST_REVIEWS].count()
    soon = step.values_list("due_at", flat=True).first()
    return Coming(soon, day, count, when(day, today) if day else "")
