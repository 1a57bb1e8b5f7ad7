"""What the events of an upload name: the learner's cards, made where missing, and key points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from questions.accounts.models import User
from questions.bank.models import KeyPoint, Question
from questions.flashcards.models import Card
from questions.flashcards.rules.log import AHEAD
from questions.flashcards.rules.uploads import Sent, card_id


def cards_named(learner: User, sent: Sequence[Sent], now: datetime) -> list[Card]:
    """The learner's cards that these events name, locked; those of questions made if missing."""
    ids = {one.card for one in sent if one.card is not None}
    questions = {one.question for one in sent if one.card is None and one.question is not None}
    whole = Q(question__in=questions, face__isnull=True)
    wanted = Card.objects.of(learner).filter(Q(pk__in=ids) | whole).order_by("pk")
    found = list(wanted.select_for_update())
    missing = questions - {card.question_id for card in found if card.face_id is None}
    if missing and _make(learner, sent, missing, now):
        found = list(wanted.select_for_update())
    return found


def _make(learner: User, sent: Sequence[Sent], missing: set[UUID], now: datetime) -> int:
    """Make the cards of those questions that the learner may see; returns how many.

    A folded question's card is its own, not that of the one that stands for it, and a retired
    question has one, too: whether an editor acts before or after a phone is heard must not matter.
    """
    seen = Question.objects.seen_by(learner).readable().filter(pk__in=missing)
    seen_ids = set(seen.values_list("pk", flat=True))
    first: dict[UUID, Sent] = {}
    for one in sent:
        if one.question not in seen_ids or not learner.joined <= one.at <= now + AHEAD:
            continue
        if one.question not in first or one.at < first[one.question].at:
            first[one.question] = one
    made = [
        Card(
            id=card_id(learner.pk, question),
            learner=learner,
            question_id=question,
            added=one.at,
            added_under=card_id(learner.pk, question),
        )
        for question, one in first.items()
    ]
    Card.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def points_among(learner: User, cards: Iterable[Card], among: set[UUID]) -> set[UUID]:
    """Which of these key points may be ticked: those of questions that the learner has or sees.

    Not only the card's own: which question stands for it may change before the ticks arrive.
    """
    if not among:
        return set()
    own = Q(question__in={card.question_id for card in cards})
    seen = Q(question__in=Question.objects.seen_by(learner))
    return set(KeyPoint.objects.filter(own | seen, pk__in=among).values_list("pk", flat=True))
