"""Cards that were studied elsewhere: their log comes along, and memory is the replay of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.bank.models import Question
from questions.flashcards import rules
from questions.flashcards.models import Card, Event, preferences
from questions.flashcards.models.cards import REMEMBERED
from questions.flashcards.models.events import APPENDED

from .cards import add
from .recording import digest_of

ELSEWHERE = "elsewhere"
"""Marks in an event's data that it was not answered here."""


@dataclass(frozen=True, slots=True)
class Past:
    """What happened to one question's card elsewhere: (key, when, grade, seconds) of each review.

    Where the card was put away there, it is suspended under the key `suspended`.
    """

    question: UUID
    reviews: tuple[tuple[UUID, datetime, rules.Grade, int | None], ...] = ()
    suspended: UUID | None = None


@transaction.atomic
def bring(learner: User, pasts: Sequence[Past], *, key: UUID, at: datetime) -> int:
    """Make cards of these questions and put their reviews into the log; returns how many.

    A card that is there already keeps its own log as well. A key that is known changes nothing,
    so the same again brings nothing twice; reviews that lie ahead of us are left out.
    """
    User.objects.select_for_update(no_key=True).get(pk=learner.pk)
    standing = _standing([past.question for past in pasts])
    add(learner, standing.values(), key=key, at=at)
    mine = Card.objects.of(learner).filter(face__isnull=True, question__in=standing.values())
    cards = {card.question_id: card for card in mine.select_for_update()}
    known = _known(learner, pasts)
    fresh: dict[UUID, list[Event]] = {}
    for past in pasts:
        card = cards.get(standing.get(past.question, past.question))
        if card is not None:
            new = [e for e in _events(learner, card, past, at) if e.key not in known]
            known |= {event.key for event in new}
            if new:
                fresh.setdefault(card.question_id, []).extend(new)
    _put_down(learner, {cards[question]: events for question, events in fresh.items()})
    return sum(e.kind == rules.Kind.REVIEW.value for events in fresh.values() for e in events)


def _standing(questions: Sequence[UUID]) -> dict[UUID, UUID]:
    """Each question with the one that stands for it."""
    rows = Question.objects.filter(pk__in=questions).values_list("pk", "folded_into")
    return {pk: folded or pk for pk, folded in rows}


def _known(learner: User, pasts: Sequence[Past]) -> set[UUID]:
    keys = {key for past in pasts for key, *_ in past.reviews}
    keys |= {past.suspended for past in pasts if past.suspended is not None}
    return set(Event.objects.of(learner).filter(key__in=keys).values_list("key", flat=True))


def _events(learner: User, card: Card, past: Past, now: datetime) -> list[Event]:
    given: list[tuple[UUID, datetime, rules.Kind, int | None, int | None]] = [
        (key, at, rules.Kind.REVIEW, grade.value, seconds)
        for key, at, grade, seconds in past.reviews
        if at <= now
    ]
    if past.suspended is not None:
        given.append((past.suspended, now, rules.Kind.SUSPEND, None, None))
    events = []
    for key, at, kind, grade, seconds in given:
        moment = rules.Moment.lived(at, learner.zone, learner.day_start)
        event = Event(
            card=card,
            learner=learner,
            key=key,
            kind=kind.value,
            grade=grade,
            seconds=seconds,
            at=at,
            day=moment.day,
            day_ends=moment.ends,
            data={ELSEWHERE: True},
        )
        event.digest = digest_of(card.pk, event)
        events.append(event)
    return events


def _put_down(learner: User, fresh: dict[Card, list[Event]]) -> None:
    """Write the events, and bring their cards to where their whole logs lead."""
    APPENDED.insert_all([event for events in fresh.values() for event in events])
    by = preferences(learner).scheduler
    logs: dict[UUID, list[rules.Event]] = {card.pk: [] for card in fresh}
    for event in Event.objects.filter(card__in=logs):
        logs[event.card_id].append(event.entry)
    for card, events in fresh.items():
        card.take_over(rules.replay(card.pk, logs[card.pk], by))
        first = min(event.at for event in events)
        if first < card.added:
            Card.objects.filter(pk=card.pk).update(added=first)
    REMEMBERED.update_all(list(fresh))
