"""What a learner keeps with a card, and cards that are split by key point."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import KeyPoint
from questions.errors import Refusal
from questions.flashcards import rules
from questions.flashcards.models import Card

from .cards import resume, suspend


class NothingToSplit(Refusal):
    """A card that asks for one thing already."""

    code = "nothing_to_split"


@transaction.atomic
def keep(
    learner: User, card: UUID, *, flag: rules.Flag | None = None, note: str | None = None
) -> Card:
    """Flag a card or write a note on it; what is not named stays. Raises NoteTooLong."""
    found = _mine(learner, card)
    if flag is not None:
        found.flag = flag.value
    if note is not None:
        rules.check_note(note)
        found.note = note.strip()
    found.save(update_fields=["flag", "note"])
    return found


@transaction.atomic
def split(learner: User, card: UUID, *, key: UUID, at: datetime) -> list[Card]:
    """Ask each key point of a card on a card of its own; the whole one rests until it is joined.

    What is remembered of the whole is kept with it. Cards of points that were split off before
    are asked again. Raises NothingToSplit where there are fewer than two points.
    """
    whole = _mine(learner, card)
    points = _points_of(whole)
    if whole.face_id is not None or len(points) < 2:
        raise NothingToSplit("This card asks for one thing already.")
    Card.objects.bulk_create(
        (
            Card(
                learner=learner,
                question_id=point.question_id,
                face=point,
                added=at,
                added_under=key,
                place=place,
            )
            for place, point in enumerate(points)
        ),
        ignore_conflicts=True,
    )
    faces = list(Card.objects.of(learner).filter(face__in=points).order_by("place", "pk"))
    for face in faces:
        if face.suspended:
            resume(learner, face.pk, key=uuid5(key, str(face.pk)), at=at)
    suspend(learner, whole.pk, key=key, at=at)
    return list(Card.objects.filter(pk__in=[face.pk for face in faces]).order_by("place", "pk"))


@transaction.atomic
def join(learner: User, card: UUID, *, key: UUID, at: datetime) -> Card:
    """Ask the whole card again instead of those of its points, whichever of them is named.

    Cards of points that were never answered go; what is remembered of the others rests.
    """
    named = _mine(learner, card)
    faces = Card.objects.of(learner).filter(face__in=_points_of(named, retired=True))
    whole = (
        Card.objects.seen_by(learner)
        .filter(face__isnull=True, question__in=_standing(named))
        .first()
    )
    if whole is None:
        raise Http404
    faces.untouched().delete()
    for face in faces.filter(suspended=False):
        suspend(learner, face.pk, key=uuid5(key, str(face.pk)), at=at)
    return resume(learner, whole.pk, key=key, at=at).card


def _mine(learner: User, card: UUID) -> Card:
    found = Card.objects.seen_by(learner).select_related("question").filter(pk=card).first()
    if found is None:
        raise Http404
    return found


def _standing(card: Card) -> list[UUID]:
    """The question of a card and the one that stands for it."""
    stands = card.question.folded_into_id
    return [card.question_id] if stands is None else [card.question_id, stands]


def _points_of(card: Card, *, retired: bool = False) -> list[KeyPoint]:
    """The key points that a card shows."""
    shown = KeyPoint.objects.filter(question=card.question.folded_into_id or card.question_id)
    return list(shown if retired else shown.current())
