"""What becomes of cards whose answer changed: they say so, and ask once."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import KeyPoint
from questions.flashcards import rules
from questions.flashcards.models import Card, Confirmed, Event, confirm, with_news

from .cards import grade
from .recording import record

CHANGED = "Its answer has changed since you last saw it."
"""Why a card whose answer changed comes sooner."""

LATELY = timedelta(days=30)
"""A change that is older has been told, or its cards will tell it when they come."""


@transaction.atomic
def settle_news(learner: User, card: UUID, *, known: bool, key: UUID, at: datetime) -> Card:
    """Say once whether the changed answer is still known; nobody asks again until it changes.

    Where it is, all that is remembered stays as it is; where it is not, this counts as Again.
    """
    if not known:
        grade(learner, card, rules.Grade.AGAIN, key=key, at=at)
    return confirm_card(learner, card)


@transaction.atomic
def confirm_card(learner: User, card: UUID) -> Card:
    """Note that the learner knows a card's points as they are worded now."""
    found = Card.objects.seen_by(learner).filter(pk=card).first()
    if found is None:
        raise Http404
    Confirmed.objects.filter(card=found).delete()
    confirm(found)
    return found


def pull_changed(*, at: datetime) -> int:
    """Let every card whose answer changed be asked today; returns how many were pulled.

    Each is pulled once for a change, whatever the learner does about it.
    """
    awake = Card.objects.filter(suspended=False, learner__is_active=True, pulled="")
    lately = awake.filter(question__updated__gte=at - LATELY)
    return sum(_pulled(card, at) for card in with_news(lately).select_related("learner"))


def confirm_unnoted(*, at: datetime) -> int:
    """Note the wording that is known of cards that came through a door that does not note it."""
    unnoted = Card.objects.filter(reviewed__gte=at - LATELY, reps__gt=0, confirmed__isnull=True)
    cards = list(unnoted.filter(question__points__retired=False).distinct())
    for card in cards:
        confirm(card)
    return len(cards)


def _pulled(card: Card, at: datetime) -> bool:
    current = KeyPoint.objects.current().filter(question=card.question_id).order_by("pk")
    wording = " ".join(f"{pk} {revision}" for pk, revision in current.values_list("pk", "revision"))
    key, learner = uuid5(card.pk, wording), card.learner
    if Event.objects.of(learner).filter(key=key).exists():
        return False
    event = Event(kind=rules.Kind.PULL.value, key=key, data={"reason": CHANGED})
    event.to = learner.day_of(at)
    record(learner, card.pk, event, at=at)
    return True
