"""Many quizzes with all their items, in as many statements as one."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import prefetch_related_objects

from questions.bank.models import Seal

from .given import Given
from .quizzes import Quiz


def with_items(quizzes: Sequence[Quiz]) -> None:
    """Let each quiz have its items in `expanded_items`, with the answers that came too late."""
    prefetch_related_objects(quizzes, "items")
    late: dict[UUID, dict[UUID, list[Given]]] = {quiz.pk: {} for quiz in quizzes}
    timed = [quiz.pk for quiz in quizzes if quiz.deadline is not None and quiz.finished is not None]
    for given in Given.objects.filter(quiz__in=timed, late=True).order_by("at", "pk"):
        late[given.quiz_id].setdefault(given.item_id, []).append(given)
    people = {quiz.learner_id for quiz in quizzes}
    seals = list(Seal.objects.filter(person__in=people).closed())
    for quiz in quizzes:
        mine = [each for each in seals if each.person_id == quiz.learner_id]
        closed = {each.question_id: each.exam for each in mine if each.exam != quiz.pk}
        vars(quiz).update(closed=closed)
        vars(quiz).update(expanded_items=list(quiz.items.all()), _late=late[quiz.pk])
