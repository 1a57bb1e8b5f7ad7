"""Closing the answers of questions to whoever is being asked them in an exam, and opening them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.bank.models import Question, Seal, exam_of
from questions.bank.rules.seals import Sealed

from .shelf import in_batches


@transaction.atomic
def seal(person: User, questions: Collection[UUID], *, exam: UUID, until: datetime | None) -> None:
    """Close to a person the answers of these questions, and of those folded into them.

    They open with `unseal`, or by themselves at `until`.
    """
    folded = Question.objects.filter(folded_into__in=questions).values_list("pk", flat=True)
    rows = [
        Seal(person=person, question_id=question, exam=exam, until=until)
        for question in sorted({*questions, *folded})
    ]
    Seal.objects.bulk_create(rows, ignore_conflicts=True)


def unseal(person: User, exam: UUID) -> None:
    """Open what was closed for an exam."""
    Seal.objects.filter(person=person, exam=exam).delete()


def seal_together(groups: Iterable[Collection[UUID]]) -> None:
    """What becomes one question is closed as one: each member to whom any of them is closed."""
    together = {member: group for group in groups for member in group}
    for some in in_batches(together):
        rows = [
            Seal(person_id=each.person_id, question_id=member, exam=each.exam, until=each.until)
            for each in Seal.objects.filter(question__in=some).closed()
            for member in together[each.question_id]
        ]
        if rows:
            Seal.objects.bulk_create(rows, ignore_conflicts=True)


def require_open(person: User, question: UUID) -> None:
    """Refuse with Sealed where a person is being asked a question in an exam."""
    if exam_of(person, question) is not None:
        raise Sealed()
