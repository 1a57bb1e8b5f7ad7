"""What a card's learner last confirmed to know: its key points, as they were worded then."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value

from questions.bank.models import KeyPoint, Question
from questions.flashcards.rules import Phase
from questions.web.prepared import Prepared

from .cards import Card, CardQuerySet


class Confirmed(models.Model):
    """A key point as the learner of a card knew it last."""

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(
        Card, on_delete=models.CASCADE, related_name="confirmed", db_index=False
    )
    point = models.ForeignKey(KeyPoint, on_delete=models.CASCADE, related_name="+")
    revision = models.PositiveIntegerField()
    text = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["card", "point"], name="one_confirmation_per_card_and_point"
            )
        ]

    def __str__(self) -> str:
        return self.text


def _write_wording(card: UUID, question: UUID) -> models.QuerySet[KeyPoint, tuple[object, ...]]:
    stands = Question.objects.filter(folded=question).values("pk")
    points = KeyPoint.objects.current().filter(Q(question=question) | Q(question__in=stands))
    of = Value(card, output_field=models.UUIDField())
    return points.order_by().annotate(of=of).values_list("of", "pk", "revision", "text")


WORDING = Prepared(_write_wording, card=UUID, question=UUID)


def confirm(card: Card) -> None:
    """Note the points of a card, and of the question that stands for its own, as worded now."""
    columns = ["card_id", "point_id", "revision", "text"]
    WORDING.put_into(Confirmed, columns, card=card.pk, question=card.question_id)


def with_news(cards: CardQuerySet) -> CardQuerySet:
    """Those known cards whose answer has changed since: what `rules.news` would ask about."""
    mine = Confirmed.objects.filter(card=OuterRef("pk"))
    asked = mine.filter(Q(card__face__isnull=True) | Q(card__face=F("point")))
    reworded = asked.filter(point__retired=False, point__revision__gt=F("revision"))
    gone = mine.filter(point__retired=True, point=OuterRef("face"))
    confirmed = Confirmed.objects.filter(card=OuterRef(OuterRef("pk")), point=OuterRef("pk"))
    added = KeyPoint.objects.current().filter(
        ~Exists(confirmed), question=OuterRef("question"), core=True
    )
    whole = Q(face__isnull=True, question__folded_into__isnull=True) & Exists(mine)
    return cards.exclude(phase=Phase.NEW.value).filter(
        Exists(reworded) | Exists(gone) | (whole & Exists(added))
    )
