"""Which questions a person is being asked in an exam, so that their answers are closed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Now

from .questions import Question

if TYPE_CHECKING:
    from uuid import UUID

    from .documents import Person


class SealQuerySet(models.QuerySet["Seal"]):
    def of(self, person: Person) -> SealQuerySet:
        """What is closed to a person now; nothing is to whoever has not even come in as a guest."""
        if person.pk is None:
            return self.none()
        return self.filter(person=person.pk).closed()

    def closed(self) -> SealQuerySet:
        """Those whose exam goes on. The statement itself looks at the clock: no answer is read
        under a seal that another statement looked up before."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=Now()))


class Seal(models.Model):
    """One question that one person is asked in an exam, from its start until it is handed in.

    Whoever holds the exam writes and takes away the rows (`actions.seal`, `actions.unseal`), so
    that the floors below it can close what they show without hearing of exams. `until` is the
    exam's deadline: from then on nothing is closed, whether or not that is written yet.
    """

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    exam = models.UUIDField()
    until = models.DateTimeField(null=True)

    objects = SealQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "question", "exam"], name="one_seal_per_person_question_and_exam"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} is closed to {self.person_id}"


def sealed_for(person: Person) -> QuerySet[Seal, Any]:
    """The ids of the questions whose answers are closed to a person, for use in a statement."""
    return Seal.objects.of(person).values("question")


def exam_about(person: UUID | None, question: OuterRef) -> Subquery | Value:
    """The exam in which a person is being asked a question, as a value in another statement."""
    if person is None:
        return Value(None, UUIDField())
    closed = Seal.objects.filter(person=person, question=question).closed()
    return Subquery(closed.order_by("-pk").values("exam")[:1])


def exam_of(person: Person, question: UUID) -> UUID | None:
    """The exam in which a person is being asked this question; None where it is open to them."""
    found = Seal.objects.of(person).filter(question=question).order_by("-pk")
    return found.values_list("exam", flat=True).first()
