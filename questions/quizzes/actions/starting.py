"""Starting a quiz, starting again with what was missed, and sending that to the cards."""

from __future__ import annotations

import random
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from questions.accounts.models import User
from questions.errors import KeyReused
from questions.flashcards import actions as flashcards
from questions.quizzes.models import Item, Quiz
from questions.quizzes.rules import LONGEST, Settings

from .building import build
from .refusals import NoQuestions, NothingMissed


@transaction.atomic
def start(learner: User, chosen: Settings, *, key: UUID, at: datetime) -> Quiz:
    """Start a quiz; the same key again gives the quiz that it started.

    The key also seeds the drawing, so that the same bank gives the same quiz. Raises NoQuestions
    where nothing fits, KeyReused where the key started a quiz with other settings.
    """
    if (quiz := Quiz.objects.of(learner).filter(key=key).first()) is None:
        items = build(learner, chosen, random.Random(key.int))
        if not items:
            raise NoQuestions("No question fits these choices. Widen them and try again.")
        quiz = _kept(Quiz(learner=learner, key=key, settings=chosen.as_json(), started=at), items)
    if quiz.chosen != chosen:
        raise KeyReused(f"The key {key} started another quiz before.")
    return quiz


def _kept(quiz: Quiz, items: list[Item]) -> Quiz:
    try:
        with transaction.atomic():
            quiz.save(force_insert=True)
            for item in items:
                item.quiz = quiz
            Item.objects.bulk_create(items)
    except IntegrityError:  # the same call, at the same moment, was quicker
        return Quiz.objects.get(learner=quiz.learner, key=quiz.key)
    return quiz


def missed(quiz: Quiz) -> list[UUID]:
    """The questions of the items that should be learned again, in order."""
    return [item.question_id for item in quiz.items.order_by("position") if item.missed]


def again(quiz: Quiz, *, key: UUID, at: datetime) -> Quiz:
    """Start a quiz of what was missed in this one, as far as it still stands."""
    wrong = tuple(missed(quiz))
    if not wrong:
        raise NothingMissed("Nothing was missed in this quiz.")
    kinds = quiz.chosen.kinds
    chosen = Settings(length=min(len(wrong), LONGEST), kinds=kinds, questions=wrong)
    return start(quiz.learner, chosen, key=key, at=at)


def to_cards(quiz: Quiz, *, key: UUID, at: datetime) -> int:
    """Make cards of what was missed; returns how many are new. The same again adds nothing."""
    return flashcards.add(quiz.learner, missed(quiz), key=key, at=at)
