"""Cards that come sooner than they would, and why."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models.functions import Coalesce
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import Question
from questions.flashcards import rules
from questions.flashcards.models import Card, Event

from .cards import add
from .recording import record


@transaction.atomic
def pull_forward(
    learner: User, question: Question | UUID, *, to: date, reason: str, key: UUID, at: datetime
) -> Card:
    """Ask a question on that day at the latest, and say on its card why; adds the card if needed.

    What is remembered stays as it is, and a card that is due sooner stays so. A question whose
    card was split by key point has all of these cards pulled. 404 where the learner may not see
    the question. The same key again changes nothing; for another day or reason it raises
    KeyReused.
    """
    wanted = question.pk if isinstance(question, Question) else question
    add(learner, [wanted], key=key, at=at)
    cards = list(_cards_of(learner, wanted))
    if not cards:
        raise Http404
    whole, *faces = cards
    for face in faces:
        record(learner, face.pk, _pull(uuid5(key, str(face.pk)), to, reason), at=at)
    return record(learner, whole.pk, _pull(key, to, reason), at=at).card


def _pull(key: UUID, to: date, reason: str) -> Event:
    said = {"reason": reason.strip()[: rules.LONGEST_REASON]}
    return Event(kind=rules.Kind.PULL.value, key=key, to=to, data=said)


def _cards_of(learner: User, question: UUID) -> list[Card]:
    """The card of the question that stands for this one, then those of its key points."""
    stands = Coalesce("folded_into", "pk")
    standing = Question.objects.filter(pk=question).annotate(stands=stands).values("stands")
    mine = Card.objects.seen_by(learner).annotate(
        stands=Coalesce("question__folded_into", "question")
    )
    found = mine.filter(stands__in=standing).order_by("added", "pk")
    return sorted(found, key=lambda card: card.face_id is not None)
